"""Reads a page's metadata from all its sources, and chooses between different values."""
