"""Writes an Article in other formats, and reads it back from JSON."""
