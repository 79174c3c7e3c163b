"""Reads articles from text: pastes, dumps and Markdown.

A paste is text copied from a page, a dump an entire page printed as text. The lines of a text are
classified like those of a page.
"""
