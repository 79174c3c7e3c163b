"""Reads articles from text: pastes, dumps of whole pages, Markdown. Their lines are then classified
like those of a page."""
