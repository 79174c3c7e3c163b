"""Invents the prose of a page, so that its structure can be shown without publishing the page."""
