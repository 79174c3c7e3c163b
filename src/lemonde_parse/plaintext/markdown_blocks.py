"""Reads blocks that Markdown has no syntax for. `Article.to_markdown` writes them below a comment
with the block's type and fields."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import evolve

from lemonde_parse.blocks import Aside, Embed, Figure, LiveEntry, Table, Text
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata.dates import read_moment
from lemonde_parse.wording.whitespace import tidy

Named: TypeAlias = Aside | Embed | Figure | LiveEntry | Table
"""A block announced by a comment, before its lines are read. In an embed, `text` is "text" if text
follows, and None otherwise."""

_COMMENT = re.compile(r"\s*<!-- (aside|embed|figure|live_entry|table)(?: (\{.*\}))? -->\s*")
_WIDTHS: Final = range(1_000)
"""Allowed numbers of cells in a row of a table."""
_EMPTY: Final = Text(text="")


def read_named(comment: str) -> Named | None:
    """Return the block that a comment announces; None for other comments.

    >>> read_named('<!-- aside {"title": "Deux rives"} -->')
    Aside(title='Deux rives', blocks=())
    """
    match = _COMMENT.fullmatch(comment)
    if match is None:
        return None
    kind = match[1]
    try:
        fields = json.loads(match[2] or "{}")
    except (ValueError, RecursionError):
        return None
    strings = {key: tidy(value) for key, value in fields.items() if isinstance(value, str)}
    get = strings.get
    if kind == "aside":
        return Aside(title=get("title"))
    if kind == "embed":
        return Embed(provider=get("provider"), url=get("url"), text=get("has"))
    if kind == "figure":
        return Figure()
    if kind == "table":
        widths = fields.get("widths")
        widths = widths if isinstance(widths, list) else []
        return Table(rows=tuple((_EMPTY,) * width for width in widths if width in _WIDTHS))
    return LiveEntry(
        identifier=get("identifier"),
        headline=get("headline"),
        author=get("author"),
        date_published=read_moment(get("date_published", "")),
    )


def close_embed(named: Embed, lines: Sequence[Line]) -> Line:
    """Build an embed from its lines.

    The last line is a link to the embed, and not part of its text. An embed with neither a provider
    nor an address does not have this line.
    """
    texts = [line.text for line in lines]
    words = texts[:-1] if len(texts) > 1 or named.text is None else texts
    block = evolve(named, text=" ".join(words) or None)
    return Line(Role.EMBED, rule="markdown: embed", block=block)


def close_box(head: Aside | LiveEntry, lines: list[Line]) -> Line:
    """Build a box with its title, or a live blog's post with its headline.

    The line with the author and time of a post is not part of its content.
    """
    if isinstance(head, Aside):
        if head.title and lines:
            head, lines = evolve(head, title=lines[0].text), lines[1:]
        return Line(Role.ASIDE, rule="markdown: aside", block=head, lines=tuple(lines))
    if head.headline and lines:
        head, lines = evolve(head, headline=lines[0].text), lines[1:]
    if (head.author or head.date_published) and lines:
        lines = [Line(Role.METADATA, lines[0].text, rule="markdown: post"), *lines[1:]]
    return Line(Role.LIVE_ENTRY, rule="markdown: post", block=head, lines=tuple(lines))
