"""From judged lines to the body, the related links and the removals, each with its position."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from attrs import define, evolve, field

from lemonde_parse.addresses import is_unsafe
from lemonde_parse.article import ParseWarning, RelatedLink, Removal
from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
)
from lemonde_parse.content.related import take_apart, to_links
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.metadata.bylines import is_newspaper, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import read_printed
from lemonde_parse.metadata.printed import percent_left
from lemonde_parse.reading.lines import Line
from lemonde_parse.wording.matching import fold, wording

_PARAGRAPH: Final = Role.PARAGRAPH
_RELATED: Final = Role.RELATED
_SIGNED: Final = frozenset({Role.BYLINE, Role.SIGNATURE})


@define
class Content:
    """What the article region gives."""

    body: list[Block] = field(factory=list)
    related: list[RelatedLink] = field(factory=list)
    removed: list[Removal] = field(factory=list)
    claims: list[Claim] = field(factory=list)
    """What the region says of fields: the notice's percentage, the signature."""
    updates: dict[str, datetime] = field(factory=dict)
    """The moments of the live's posts that no entry has had yet."""


def assemble(
    lines: list[Line], updates: Mapping[str, datetime], warnings: list[ParseWarning]
) -> Content:
    """The content that the lines make. `updates` are the moments of a live's posts, by their ids."""
    content = Content(updates=dict(updates))
    content.body = _blocks(lines, content, None)
    unseen = len(content.updates)
    if unseen:
        told = (
            f"posts of the live that stand only in the page's metadata, not in the body: {unseen}"
        )
        warnings.append(ParseWarning(code="live entries", message=told))
    return content


def _blocks(lines: list[Line], content: Content, outer: int | None) -> list[Block]:
    """The lines' blocks. `outer` is the position of the box that they stand in; None at the top."""
    blocks: list[Block] = []
    label = ""
    for line in lines:
        position = len(blocks) if outer is None else outer
        if line.marks or line.block is not None:
            _drop_unsafe(line, content, position)
        role = line.role
        if role is _PARAGRAPH and line.block is None:  # what most lines are
            label = ""
            blocks.append(Paragraph(text=line.text, marks=line.marks))
        elif role is _RELATED:
            label = _related(line, content, position, label)
        elif role in REMOVED or role is Role.PULL_QUOTE:
            _removed(line, content, position)
        else:
            label = ""
            block = _block(line, content, position)
            if block is not None:
                blocks.append(block)
    return blocks


def _drop_unsafe(line: Line, content: Content, position: int) -> None:
    """Takes addresses that run code out of a line; its words stay, and a related link keeps its
    place without address."""
    told = _unsafe(line.marks)
    if told:
        line.marks = _kept(line.marks, told, keeps_place=line.role is _RELATED)
    block = line.block
    if isinstance(block, ListBlock):
        if inner := [address for item in block.items for address in _unsafe(item.marks)]:
            line.block = evolve(block, items=tuple(_without(item, inner) for item in block.items))
            told += inner
    elif isinstance(block, Table):
        if inner := [
            address for row in block.rows for cell in row for address in _unsafe(cell.marks)
        ]:
            line.block = evolve(
                block,
                rows=tuple(tuple(_without(cell, inner) for cell in row) for row in block.rows),
            )
            told += inner
    elif isinstance(block, Figure | Embed) and block.url is not None and is_unsafe(block.url):
        told.append(block.url)
        line.block = evolve(block, url=None)
    content.removed += [
        Removal(reason="unsafe link", text=address, rule="addresses: unsafe", position=position)
        for address in told
    ]


def _unsafe(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.href for mark in marks if mark.href is not None and is_unsafe(mark.href)]


def _kept(marks: tuple[Mark, ...], unsafe: list[str], *, keeps_place: bool) -> tuple[Mark, ...]:
    """The marks without those addresses."""
    if keeps_place:
        return tuple(evolve(mark, href=None) if mark.href in unsafe else mark for mark in marks)
    return tuple(mark for mark in marks if mark.href not in unsafe)


def _without(text: Text, unsafe: list[str]) -> Text:
    return evolve(text, marks=_kept(text.marks, unsafe, keeps_place=False))


def _block(line: Line, content: Content, position: int) -> Block | None:
    """The block that a line is, if it holds anything."""
    if line.role is Role.ASIDE:
        inner = _blocks(line.lines or [], content, position)
        title: str | None = None
        if len(inner) > 1 and isinstance(inner[0], Heading):
            title, inner = inner[0].text, inner[1:]
        return Aside(title=title, blocks=tuple(inner)) if inner else None
    if line.role is Role.LIVE_ENTRY:
        return _live_entry(line, content, position)
    if line.block is not None:
        return line.block
    if line.role in (Role.HEADING, Role.TITLE):
        return Heading(text=line.text, level=line.level, marks=line.marks)
    if line.role is Role.QUESTION:
        return Question(text=line.text, marks=line.marks)
    if line.role is Role.QUOTE:
        return Quote(text=line.text, marks=line.marks)
    return Paragraph(text=line.text, marks=line.marks)


def _live_entry(line: Line, content: Content, position: int) -> LiveEntry:
    """A post: its time is the metadata's, else the printed one where that names the day."""
    lines = line.lines or []
    moment = content.updates.pop(line.identifier or "", None)
    if moment is None:
        moment = next(
            (
                when
                for part in lines
                if part.role is Role.METADATA and (when := read_printed(part.text, None)[0])
            ),
            None,
        )
    author = next(
        (part.text for part in lines if part.role is Role.BYLINE and not is_newspaper(part.text)),
        None,
    )
    title = next((part for part in lines if part.role is Role.TITLE), None)
    claims = len(content.claims)
    blocks = _blocks([part for part in lines if part is not title], content, position)
    del content.claims[claims:]  # who posted is no author of the page
    return LiveEntry(
        identifier=line.identifier,
        headline=title.text if title else None,
        author=author,
        date_published=moment,
        blocks=tuple(blocks),
    )


def _related(line: Line, content: Content, position: int, label: str) -> str:
    """Adds a line's related links; returns the label that holds for the links in the next lines."""
    pointer = take_apart(line)
    links = to_links(line, pointer, position)
    if label and not pointer.label:
        links = [
            RelatedLink(
                label=label,
                headline=link.headline,
                url=link.url,
                is_premium=link.is_premium,
                position=position,
            )
            for link in links
        ]
    content.related += links
    if pointer.rest:
        content.removed.append(
            Removal(reason="related", text=pointer.rest, rule=line.rule, position=position)
        )
    if not links and pointer.label:
        content.removed.append(
            Removal(reason="related", text=line.text, rule=line.rule, position=position)
        )
        return pointer.label
    return label


def _removed(line: Line, content: Content, position: int) -> None:
    reason = "pull quote" if line.role is Role.PULL_QUOTE else REMOVED[line.role]
    content.removed.append(
        Removal(reason=reason, text=line.text, rule=line.rule, position=position)
    )
    if line.role in _SIGNED:
        told = read_byline(line.text)
        content.claims.append(Claim("byline", "signature", line.text))
        content.claims.append(Claim("authors", "signature", told.authors or None, line.text))
        if told.agencies:
            content.claims.append(Claim("agencies", "signature", told.agencies))
    elif line.role is Role.PAYWALL and wording("notice").expression.search(fold(line.text)):
        content.claims.append(Claim("is_truncated", "notice", True, line.text))
        percent = percent_left(line.text) if "%" in line.text else None
        if percent is not None:
            content.claims.append(Claim("percent_left", "notice", percent, line.text))
