"""Marks as nested elements: what every format with opening and closing signs needs, and which
addresses it may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from lemonde_parse.blocks import Mark, MarkKind

Run: TypeAlias = (
    tuple[Literal["open", "close"], MarkKind, str | None] | tuple[Literal["text"], str, None]
)
"""A stretch of text, or where formatting begins or ends; the last part is a link's address."""

_OUTERMOST: Final[dict[MarkKind, int]] = {
    "link": 0,
    "strong": 1,
    "emphasis": 2,
    "superscript": 3,
    "subscript": 4,
}
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
# What browsers drop before they look for a scheme,
# https://url.spec.whatwg.org/#concept-basic-url-parser: tabs and line breaks; and what no document
# may hold, which is left out when an address is written, and must not hide a scheme till then.
_DROPPED = re.compile("[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_UNWRITABLE = re.compile("[\\s\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "ftp"})


def runs(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """The text with its marks nested: what is opened last is closed first, no link stands in a
    link.

    Marks may cross; those that go on where another ends are closed and opened again.

    >>> [piece[:2] for piece in runs("un mot", (Mark(kind="strong", start=3, end=6),))]
    [('text', 'un '), ('open', 'strong'), ('text', 'mot'), ('close', 'strong')]
    """
    wanted = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end and mark.start < len(text)),
        key=lambda mark: mark.start,
    )
    edges = sorted(
        {
            0,
            len(text),
            *(mark.start for mark in wanted),
            *(min(mark.end, len(text)) for mark in wanted),
        }
    )
    wanted.reverse()
    opened: list[tuple[MarkKind, str | None]] = []
    covering: list[Mark] = []
    held = ""
    for start, end in zip(edges, edges[1:], strict=False):
        covering = [mark for mark in covering if mark.end > start]
        while wanted and wanted[-1].start == start:
            covering.append(wanted.pop())
        active = _formatting(covering)
        if held and set(opened) != active.keys():
            yield "text", held, None
            held = ""
        while any(mark not in active for mark in opened):
            kind, href = opened.pop()
            yield "close", kind, href
        # What goes on for longer is opened first, so that it need not be closed on the way.
        for mark in sorted(
            active.keys() - set(opened), key=lambda mark: (-active[mark], _OUTERMOST[mark[0]])
        ):
            opened.append(mark)
            yield "open", *mark
        held += text[start:end]
    if held:
        yield "text", held, None
    for kind, href in reversed(opened):
        yield "close", kind, href


def _formatting(covering: list[Mark]) -> dict[tuple[MarkKind, str | None], int]:
    """What marks over one place come to, and where each ends: one of each kind, of links the one
    that began first."""
    active: dict[tuple[MarkKind, str | None], int] = {}
    has_link = False
    for mark in covering:
        if mark.kind != "link":
            key = (mark.kind, None)
            active[key] = max(active.get(key, 0), mark.end)
        elif not has_link and (address := safe_address(mark.href)):
            has_link = True
            active[("link", address)] = mark.end
    return active


def folded(text: str) -> str:
    """White space as one line shows it: the model's texts are so already, others may have been made
    by hand."""
    return _SPACES.sub(" ", text)


def safe_address(href: str | None) -> str | None:
    """The address as a browser understands it, if following it can run nothing: web, mail,
    telephone, or relative.

    Spaces, controls and what is no character are percent-encoded, so that it can stand in any
    format.

    >>> safe_address("https://example.org/a"), safe_address("/a")
    ('https://example.org/a', '/a')
    >>> safe_address(" java\\nscript:alert(1)"), safe_address("data:text/html,")
    (None, None)
    """
    if not href:
        return None
    address = _DROPPED.sub("", href).strip(" ")
    scheme = _SCHEME.match(address)
    if not address or (scheme and scheme[0].lower() not in _SAFE_SCHEMES):
        return None
    return _UNWRITABLE.sub(lambda found: quote(found[0], errors="replace"), address)
