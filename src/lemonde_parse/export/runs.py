"""Nests marks for formats with opening and closing delimiters, and checks addresses of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from lemonde_parse.blocks import Mark, MarkKind

Run: TypeAlias = (
    tuple[Literal["open", "close"], MarkKind, str | None] | tuple[Literal["text"], str, None]
)
"""A stretch of text, or the start or end of a mark. The last item is the address of a link, or
None."""

_OUTERMOST: Final[dict[MarkKind, int]] = {
    "link": 0,
    "strong": 1,
    "emphasis": 2,
    "superscript": 3,
    "subscript": 4,
}
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
# Characters that could hide a scheme, because they are dropped later: tabs and line breaks when a
# browser reads an address (https://url.spec.whatwg.org/#concept-basic-url-parser), and characters
# that XML forbids, when the address is written.
_DROPPED = re.compile("[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_UNWRITABLE = re.compile("[\\s\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "ftp"})


def runs(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """Yield the text with its marks nested, and without links inside links.

    A mark that extends beyond the end of an outer mark is closed there, and opened again.

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
    pending = ""
    for start, end in zip(edges, edges[1:], strict=False):
        covering = [mark for mark in covering if mark.end > start]
        while wanted and wanted[-1].start == start:
            covering.append(wanted.pop())
        active = _formatting(covering)
        if pending and set(opened) != active.keys():
            yield "text", pending, None
            pending = ""
        while any(mark not in active for mark in opened):
            kind, href = opened.pop()
            yield "close", kind, href
        # Open the longer mark first, so that it need not be closed early.
        for mark in sorted(
            active.keys() - set(opened), key=lambda mark: (-active[mark], _OUTERMOST[mark[0]])
        ):
            opened.append(mark)
            yield "open", *mark
        pending += text[start:end]
    if pending:
        yield "text", pending, None
    for kind, href in reversed(opened):
        yield "close", kind, href


def _formatting(covering: list[Mark]) -> dict[tuple[MarkKind, str | None], int]:
    """Combine the marks at one position into one of each kind, with its end. The first safe link
    wins."""
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
    """Collapse each run of whitespace to a space, except no-break spaces. `parse` has already done
    this; callers who build an article may not have."""
    return _SPACES.sub(" ", text)


def safe_address(href: str | None) -> str | None:
    """Return an address without hidden characters, or None if it is not safe to follow.

    Relative addresses, and addresses of the web, mail, telephone and FTP, are safe. Tabs, line
    breaks and characters that XML forbids are dropped. Other whitespace inside the address, and
    U+007F, are percent-encoded, so that the address can be written in any format.

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
