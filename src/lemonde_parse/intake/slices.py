"""The parts of a page that hold the article. A tree of them costs a fifth of the whole page's.

A slice is a superset: from the first opening to the last closing, wherever those words stand. Where the opening may
stand in a script, a comment or an attribute, there is no telling what a browser would see: then the page is read whole.
"""

from __future__ import annotations


def cut(html: bytes, slices: tuple[tuple[str, ...], ...]) -> bytes | None:
    """The slices, one after the other; None if one of them cannot be told for certain.

    >>> cut(b"<body><nav>...</nav><main><p>Bonjour.</p></main><footer>...</footer>", (("<main", "</main>"),))
    b'<main><p>Bonjour.</p></main>'
    >>> cut(b"<body><!-- <main> --><main><p>Bonjour.</p></main>", (("<main", "</main>"),)) is None
    True
    """
    parts = [_part(html, opening, closings) for opening, *closings in slices]
    return b"".join(part for part in parts if part is not None) if parts and None not in parts else None


def _part(html: bytes, opening: str, closings: list[str]) -> bytes | None:
    start = html.find(opening.encode())
    if start < 0 or not _is_plain(html, start):
        return None
    ends = [(html.rfind(closing.encode(), start), len(closing)) for closing in closings]
    end = max(at + length for at, length in ends)
    return html[start:end] if end > start + len(opening) else None


def _is_plain(html: bytes, at: int) -> bool:
    """Whether a tag begins here, as far as the nearest marks before it tell."""
    if html.rfind(b"<", 0, at) > html.rfind(b">", 0, at):
        return False
    return all(html.rfind(opening, 0, at) <= html.rfind(closing, 0, at) for opening, closing in _ENCLOSED)


_ENCLOSED = ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style"), (b"<noscript", b"</noscript"), (b"<template", b"</template"))
