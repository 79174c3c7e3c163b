"""Whitespace as readers see it, the words of bylines, and the newspapers' phrases with their
matcher."""
