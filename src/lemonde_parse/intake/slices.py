"""The parts of a page that hold the article. A tree of them costs a fifth of the whole page's.

A slice is a superset: from the first opening up to the last closing, wherever those words stand.
Where the opening may stand in a script, a comment or an attribute, there is no telling what a
browser would see: then the page is read whole.
"""

from __future__ import annotations

import re

# https://html.spec.whatwg.org/multipage/parsing.html: what stands in these is text, whatever it
# looks like.
_HIDING = re.compile(
    rb"<(?:!--|(?:script|style|textarea|iframe|xmp|noembed|noframes|title)\b)", re.IGNORECASE
)


def cut(
    html: bytes, slices: tuple[tuple[str, ...], ...], start: int = 0
) -> tuple[bytes | None, bool]:
    """The slices from a place on, one after the other, and whether the first begins where a browser
    would see a tag.

    A slice begins with its opening, and reaches up to the last occurrence of its last closing;
    where an earlier closing stands before that, up to the last occurrence of this one. Where one of
    these is no tag, the tag is meant that holds it. The first slice must be there, those after it
    may. None where it is not, or the end of one.

    >>> page = b"<body><nav>...</nav><main><p>Bonjour.</p></main><footer>...</footer>"
    >>> cut(page, (("<main", "</main>"),))
    (b'<main><p>Bonjour.</p>', True)
    >>> cut(b"<body><!-- <main> --><main><p>Bonjour.</p></main>", (("<main", "</main>"),))[1]
    False
    """
    parts: list[bytes] = []
    is_certain = True
    for opening, *closings in slices:
        named = html.find(opening.encode(), start)
        begin = _tag_at(html, opening, named, start)
        if begin < 0:
            if parts:
                continue
            return None, False
        end = -1
        for closing in reversed(closings):
            after = named + len(opening)
            at = html.rfind(closing.encode(), after, end if end >= 0 else len(html))
            at = _tag_at(html, closing, at, after)
            end = at if at >= 0 else end
        if end < 0:
            return None, False
        is_certain = is_certain and (bool(parts) or _is_plain(html, start, begin))
        parts.append(html[begin:end])
        start = end
    return (b"".join(parts), is_certain) if parts else (None, False)


def _tag_at(html: bytes, mark: str, at: int, start: int) -> int:
    """Where the tag begins that a mark found there is, or that holds it; -1 if there is none."""
    return at if at < 0 or mark.startswith("<") else html.rfind(b"<", start, at)


def _is_plain(html: bytes, start: int, at: int) -> bool:
    """Whether a tag begins here: no tag, comment or script is open before."""
    if html.rfind(b"<", start, at) > html.rfind(b">", start, at):
        return False
    position = start
    while opening := _HIDING.search(html, position, at):
        name = opening[0][1:]
        closing = b"-->" if name == b"!--" else b"</" + name
        position = html.find(closing, opening.end(), at)
        if position < 0:
            return False  # or closed in other letters; in doubt the page is read whole
    return True
