"""Locates the article and its fields in a tree, and walks its elements to produce lines."""
