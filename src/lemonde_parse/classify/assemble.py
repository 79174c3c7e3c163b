"""Assembles classified lines into the body, the related links and the removals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from attrs import define, evolve, field

from lemonde_parse.addresses import is_unsafe
from lemonde_parse.article import RelatedLink, Removal, RemovalReason
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
from lemonde_parse.classify.engine import Verdict
from lemonde_parse.classify.related import Pointer, take_apart
from lemonde_parse.classify.rules import POST, WORDING_RULES
from lemonde_parse.intake.limits import MAX_ADDRESS, MAX_CREDIT, MAX_DATE, MAX_NAME
from lemonde_parse.journal import Journal
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import is_house, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import read_printed
from lemonde_parse.metadata.printed import percent_left
from lemonde_parse.wording.matching import matcher
from lemonde_parse.wording.whitespace import tidy

_PARAGRAPH: Final = Role.PARAGRAPH
_SIGNED: Final = frozenset({Role.BYLINE, Role.SIGNATURE})


@define
class Content:
    """The content of the article region. Mutable, because it is filled line by line."""

    body: list[Block] = field(factory=list)
    rules: list[str] = field(factory=list)
    """The rule that made each block, in page order.

    The rule of a box comes before those of the blocks inside it.
    """
    related: list[RelatedLink] = field(factory=list)
    removed: list[Removal] = field(factory=list)
    claims: list[Claim[object]] = field(factory=list)
    """Metadata printed in the region, such as the percentage left or the signature."""
    updates: dict[str, datetime] = field(factory=dict)
    """Times of a live blog's posts that are not yet in the body, by id."""
    journal: Journal = field(factory=Journal)

    def warn_of_length(self, name: str, length: int, longest: int) -> None:
        """Warn that a value was ignored because of its length."""
        self.journal.warn("limit", f"ignored {name} of {length} characters; the limit is {longest}")

    def remove(self, reason: RemovalReason, text: str, rule: str, position: int) -> None:
        """Record a removal, unless its text is empty."""
        if text:
            kind = WORDING_RULES.get(rule)
            if kind is not None:
                known = matcher(kind)
                # A list of buttons is recorded under the phrase of its first button.
                phrase = known.phrase_of(text) or known.match_prefix(text)
                rule = phrase.name if phrase is not None else rule
            self.removed.append(Removal(reason=reason, text=text, rule=rule, position=position))

    def surround(self, above: str, below: str, running: str) -> None:
        """Record the running heads, the lines above the article and those below it as removals."""
        removed = self.removed
        self.removed = []
        self.remove("boilerplate", running, "text: running heads", 0)
        self.remove("boilerplate", above, "text: above the article", 0)
        self.removed += removed
        self.remove("boilerplate", below, "text: below the article", len(self.body))


def assemble(
    verdicts: Sequence[Verdict], updates: Mapping[str, datetime], journal: Journal
) -> Content:
    """Build the content from classified lines. `updates` maps ids of live posts to their times."""
    content = Content(updates=dict(updates), journal=journal)
    content.body = _blocks(verdicts, content, None)
    if content.updates:
        message = (
            "live blog posts that are in the metadata but missing from the body: "
            f"{len(content.updates)}"
        )
        journal.warn("live entries", message)
    return content


def _blocks(verdicts: Sequence[Verdict], content: Content, outer: int | None) -> list[Block]:
    """Build the blocks, and add the rest to `content`.

    `outer` is the position of the box that contains the lines; None for lines outside boxes.
    """
    blocks: list[Block] = []
    label = ""
    has_spans = any(verdict.span >= 0 for verdict in verdicts)
    for verdict in _merged(verdicts) if has_spans else verdicts:
        position = len(blocks) if outer is None else outer
        line, role = verdict.line, verdict.role
        if line.marks or line.block is not None:
            line = _safe(line, role, content, position)
        if role is Role.RELATED:
            label = _related(line, verdict.rule, content, position, label)
        elif role in REMOVED or role is Role.PULL_QUOTE:
            _removed(line, verdict, content, position)
        else:
            label = ""
            at = len(content.rules)
            content.rules.append(verdict.rule)
            block = _block(line, verdict, content, position)
            if block is not None:
                blocks.append(block)
            else:
                del content.rules[at]
    return blocks


def _merged(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Merge the verdicts on each span of lines that forms one list, tweet or related link."""
    for _, group in groupby(verdicts, lambda verdict: (verdict.span, verdict.role, verdict.rule)):
        span = list(group)
        first = span[0]
        if first.span < 0:
            yield from span
        elif first.role is Role.LIST:
            items = tuple(Text(text=one.line.text, marks=one.line.marks) for one in span)
            yield first._replace(line=Line(Role.LIST, block=ListBlock(items=items)))
        elif first.role is Role.EMBED:
            text = " ".join(one.line.text for one in span)
            embed = Embed(provider="twitter", text=text)
            yield first._replace(line=Line(Role.EMBED, block=embed))
        elif first.role is Role.RELATED and len(span) > 1:
            label, *rest = (one.line.text for one in span)
            text = f"{label.rstrip(' :|')} : {' '.join(rest)}"
            yield first._replace(line=Line(Role.RELATED, text))
        else:
            yield from span


def _safe(line: Line, role: Role, content: Content, position: int) -> Line:
    """Drop addresses that are unsafe or too long. A related link stays, without its address."""
    unsafe = _unsafe(line.marks)
    if unsafe:
        line = line._replace(marks=_kept(line.marks, unsafe, role))
    block = line.block
    if isinstance(block, ListBlock):
        if inner := [address for item in block.items for address in _unsafe(item.marks)]:
            items = tuple(_without(item, inner) for item in block.items)
            line = line._replace(block=evolve(block, items=items))
            unsafe += inner
    elif isinstance(block, Table):
        cells = [cell for row in block.rows for cell in row]
        if inner := [address for cell in cells for address in _unsafe(cell.marks)]:
            rows = tuple(tuple(_without(cell, inner) for cell in row) for row in block.rows)
            line = line._replace(block=evolve(block, rows=rows))
            unsafe += inner
    elif isinstance(block, Figure | Embed) and block.url is not None and _is_refused(block.url):
        unsafe.append(block.url)
        line = line._replace(block=evolve(block, url=None))
    for address in unsafe:
        if is_unsafe(address):
            content.remove("unsafe link", tidy(address), "addresses: unsafe", position)
        else:
            content.warn_of_length("an address", len(address), MAX_ADDRESS)
    return line


def _unsafe(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.href for mark in marks if mark.href is not None and _is_refused(mark.href)]


def _is_refused(address: str) -> bool:
    return is_unsafe(address) or len(address) > MAX_ADDRESS


def _kept(marks: tuple[Mark, ...], addresses: list[str], role: Role) -> tuple[Mark, ...]:
    unsafe = frozenset(addresses)
    if role is Role.RELATED:
        return tuple(evolve(mark, href=None) if mark.href in unsafe else mark for mark in marks)
    return tuple(mark for mark in marks if mark.href not in unsafe)


def _without(text: Text, unsafe: list[str]) -> Text:
    return evolve(text, marks=_kept(text.marks, unsafe, _PARAGRAPH))


def _block(line: Line, verdict: Verdict, content: Content, position: int) -> Block | None:
    """Build the block of a line.

    Return None for a box without content, and for a live blog's post in plain text that has only a
    time. Other posts, and boxes that already have a block, are kept even if they are empty.
    """
    role = verdict.role
    if isinstance(line.block, LiveEntry):  # its fields are already set
        post = evolve(line.block, blocks=tuple(_blocks(verdict.inner, content, position)))
        return None if verdict.rule == POST and _is_bare(post) else post
    if isinstance(line.block, Aside):
        return evolve(line.block, blocks=tuple(_blocks(verdict.inner, content, position)))
    if role is Role.ASIDE:
        start = len(content.rules)
        inner = _blocks(verdict.inner, content, position)
        title: str | None = None
        if len(inner) > 1 and isinstance(inner[0], Heading):
            title, inner = inner[0].text, inner[1:]
            del content.rules[start]  # the title is not a block
        return Aside(title=title, blocks=tuple(inner)) if inner else None
    if role is Role.LIVE_ENTRY:
        return _live_entry(line, verdict, content, position)
    if line.block is not None:
        return _with_short_names(line.block, content)
    if role in (Role.HEADING, Role.TITLE):
        return Heading(text=line.text, level=line.level, marks=line.marks)
    if role is Role.QUESTION:
        return Question(text=line.text, marks=line.marks)
    if role is Role.QUOTE:
        return Quote(text=line.text, marks=line.marks)
    return Paragraph(text=line.text, marks=line.marks)


def _is_bare(post: LiveEntry) -> bool:
    """Match a post that has no content and no fields except its time."""
    return post == LiveEntry(date_published=post.date_published)


def _with_short_names(block: Block, content: Content) -> Block:
    """Drop the name of an embed's service if it is too long, and warn about that.

    Also warn about a credit that is too long to clean.
    """
    if isinstance(block, Figure) and _length(block.credit) > MAX_CREDIT:
        content.journal.warn(
            "limit",
            f"did not clean a credit of {_length(block.credit)} characters; "
            f"the limit is {MAX_CREDIT}",
        )
    if isinstance(block, Embed) and _length(block.provider) > MAX_NAME:
        content.warn_of_length("the name of a service", _length(block.provider), MAX_NAME)
        return evolve(block, provider=None)
    return block


def _length(text: str | None) -> int:
    return 0 if text is None else len(text)


def _live_entry(line: Line, verdict: Verdict, content: Content, position: int) -> LiveEntry:
    """Build a post. Its time comes from the metadata, or else from a printed time with a date."""
    parts = verdict.inner
    identifier = line.identifier
    if _length(identifier) > MAX_NAME:
        content.warn_of_length("the id of a post", _length(identifier), MAX_NAME)
        identifier = None
    moment = content.updates.pop(identifier) if identifier in content.updates else None
    if moment is None:
        lines = (part.line.text for part in parts if part.role is Role.METADATA)
        moment = next(filter(None, (_printed_moment(text, content) for text in lines)), None)
    author = next(
        (
            part.line.text
            for part in parts
            if part.role is Role.BYLINE and not is_house(part.line.text)
        ),
        None,
    )
    title = next((part for part in parts if part.role is Role.TITLE), None)
    claims = len(content.claims)
    blocks = _blocks([part for part in parts if part is not title], content, position)
    del content.claims[claims:]  # a post's author is not an author of the page
    return LiveEntry(
        identifier=identifier,
        headline=title.line.text if title else None,
        author=author,
        date_published=moment,
        blocks=tuple(blocks),
    )


def _printed_moment(text: str, content: Content) -> datetime | None:
    if len(text) > MAX_DATE:
        content.warn_of_length("the date of a post", len(text), MAX_DATE)
        return None
    return read_printed(text, None).published


def _related(line: Line, rule: str, content: Content, position: int, label: str) -> str:
    """Add the related links of a line, and return the label that applies to the next lines."""
    if isinstance(line.block, ListBlock):
        for item in line.block.items:
            part = Line(Role.RELATED, item.text, item.marks)
            label = _related(part, rule, content, position, label)
        return label
    pointer = take_apart(line)
    content.remove("badge", pointer.badge, "wording.badge", position)
    content.remove("share", pointer.buttons, "wording.share", position)
    links = _links(line, pointer, label, position)
    content.related += links
    if pointer.label and not links:
        content.remove("related", line.text, rule, position)
        return pointer.label
    content.remove("related", pointer.rest, rule, position)
    return label


def _links(line: Line, pointer: Pointer, label: str, position: int) -> list[RelatedLink]:
    return [
        RelatedLink(
            label=pointer.label or label,
            headline=headline,
            url=href,
            is_premium=line.is_premium or bool(pointer.badge),
            position=position,
        )
        for headline, href in pointer.targets
        if headline
    ]


def _removed(line: Line, verdict: Verdict, content: Content, position: int) -> None:
    role = verdict.role
    text = line.text
    if isinstance(line.block, ListBlock):
        text = " ".join(item.text for item in line.block.items)
    reason = "pull quote" if role is Role.PULL_QUOTE else REMOVED[role]
    content.remove(reason, text, verdict.rule, position)
    if role in _SIGNED:
        byline = read_byline(text)
        content.claims.append(fields.BYLINE.claim("signature", text))
        content.claims.append(fields.AUTHORS.claim("signature", byline.authors or None, text))
        if byline.agencies:
            content.claims.append(fields.AGENCIES.claim("signature", byline.agencies))
    elif role is Role.PAYWALL and matcher("notice").find(text):
        content.claims.append(fields.IS_TRUNCATED.claim("notice", True, text))
        percent = percent_left(text) if "%" in text else None
        if percent is not None:
            content.claims.append(fields.PERCENT_LEFT.claim("notice", percent, text))
