"""Replaces the prose of a page with invented prose, so that the structure can be published."""
