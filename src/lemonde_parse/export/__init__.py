"""Exports of an Article. Each module reads only the Article."""
