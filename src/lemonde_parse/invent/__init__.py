"""Replaces the prose of a page with invented prose, so that its structure can be published."""
