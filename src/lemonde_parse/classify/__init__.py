"""Classifies the lines of pages and texts: features, an ordered table of rules, an engine."""
