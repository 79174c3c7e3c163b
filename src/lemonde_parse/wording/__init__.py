"""Whitespace as readers see it, and the newspapers' phrases: the table and its matcher."""
