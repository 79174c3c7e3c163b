"""Checks comments, docstrings and documents for habits that make English hard to read."""
