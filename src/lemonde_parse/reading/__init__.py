"""Locates the article and its fields in a tree, and walks each element to read lines."""
