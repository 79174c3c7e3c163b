"""Markdown as readers and crawlers save it: CommonMark's headings, emphasis, links, images, lists and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lemonde_parse.addresses import absolute
from lemonde_parse.blocks import Figure, ListBlock, MarkKind, Text
from lemonde_parse.reading.lines import Line
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.template import Role

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)$")
_ITEM = re.compile(r"\s{0,8}(?:([-*+])|(\d{1,3})[.)])\s+(.*)$")
_QUOTE = re.compile(r" {0,3}>\s?(.*)$")
# What a sign opens is looked for up to where the same sign stands again, or a few of them: a text of nothing but signs takes no longer.
_ALT: Final = r"!\[([^\]!]*(?:!(?!\[)[^\]!]*)*)\]"
_TARGET: Final = r"[^\s)>\[]*(?:\[[^\s)>\[]*){0,8}"
_TITLE: Final = r"(?:\s+[\"'][^)]{0,500}[\"'])?\s*\)"
_IMAGE = re.compile(rf"{_ALT}\((?:\s*<?(?=[^\s)>])({_TARGET})>?{_TITLE}|(data:image/[^)\n]{{1,2000}})\))")
_RULE = re.compile(r" {0,3}(?:[-*_]\s*){3,}$")
# A link, or a run of emphasis marks, or an escaped character. One character of context decides what a run opens or closes.
_INLINE = re.compile(
    r"\\([!-/:-@\[-`{-~])|\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    rf"\(\s*<?({_TARGET})>?{_TITLE}|<(https?://[^<>\s]+)>|(\*{{1,3}}|_{{1,3}})|<(sup|sub)>([^<>]{{1,40}})</su[bp]>"
)
# html2text sets a space after what is emphasised, before a comma too, and before it, after an apostrophe too.
_SPACED = re.compile(r"(?<=[^\s*_])([*_]{1,3}) (?=[,.)\]])|(?<=['’]) (?=([*_]{1,3})[^\s*_])")
_RAISES: Final[dict[str, MarkKind]] = {"sup": "superscript", "sub": "subscript"}
_CLOSES_CARD = re.compile(r"^[^\[\]]{0,200}\]\((?:https?:|/)[^\s)]{1,500}\)")
_CARD: Final = 6
"""Blocks that a card has at most."""
_HEADING_SIGN = re.compile(r"(?m)^ {0,3}#{1,6} \S")
_LINK_SIGN = re.compile(r"\]\((?:https?:|/|\.)")
_IMAGE_SIGN = re.compile(rf"{_ALT}\(")
_EMPHASES: Final[dict[int, tuple[MarkKind, ...]]] = {1: ("emphasis",), 2: ("strong",), 3: ("strong", "emphasis")}


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: it has headings, links or images in Markdown's way.

    >>> is_markdown("Voir [la carte](https://example.org/carte)."), is_markdown("Deux mots [sic] (et plus).")
    (True, False)
    """
    return bool(("# " in text and _HEADING_SIGN.search(text)) or ("](" in text and (_LINK_SIGN.search(text) or _IMAGE_SIGN.search(text))))


def read_markdown(text: str, base: str | None) -> list[Line]:
    """The lines of a Markdown text. Raw HTML is text; tables and code stay as written."""
    lines: list[Line] = []
    for kind, chunk in _chunks(text):
        if kind == "heading":
            found = _HEADING.match(chunk[0])
            if found:
                lines += [
                    Line(Role.HEADING, part.text, part.marks, "markdown: heading", len(found[1]))
                    for part in _inline(_without_closing(found[2]), base)
                ]
        elif kind == "quote":
            joined = " ".join(part for part in chunk if part.strip())
            lines += [Line(Role.QUOTE, part.text, part.marks, "markdown: quote") for part in _inline(joined, base)]
        elif kind in ("-", "1") and len(chunk) == 1 and (found := _HEADING.match(chunk[0])):
            # A list of one heading is that heading, as in pages.
            lines += [Line(Role.HEADING, part.text, part.marks, "markdown: heading", len(found[1])) for part in _inline(found[2], base)]
        elif kind in ("-", "1"):
            items = tuple(part for item in chunk for part in _inline(item, base))
            if items:
                lines.append(Line(Role.LIST, rule="markdown: list", block=ListBlock(items=items, ordered=kind == "1")))
        else:
            lines += _paragraph(" ".join(chunk), base)
    _cards(lines)
    return lines


def _cards(lines: list[Line]) -> None:
    """Links around several blocks, whose brackets stand in the first and the last: cards, which no prose is in."""
    start: int | None = None
    for index, line in enumerate(lines):
        if line.text.startswith("[") and "]" not in line.text:
            start = index
        elif start is not None and _CLOSES_CARD.search(line.text):
            for part in lines[start : index + 1]:
                if part.role in (Role.PARAGRAPH, Role.HEADING):
                    part.role, part.rule = Role.PROMOTION, "markdown: link around several blocks"
            start = None
        elif start is not None and index - start > _CARD:
            start = None


def _without_closing(heading: str) -> str:
    """A heading without the "#" that may close it."""
    heading = heading.rstrip()
    return heading.rstrip("#").rstrip() or heading


def _chunks(text: str) -> Iterator[tuple[str, list[str]]]:
    """The blocks: what each is, and its lines without the marks that say so."""
    kind = ""
    chunk: list[str] = []
    for line in [*text.expandtabs(4).splitlines(), ""]:
        quote, item = _QUOTE.match(line), _ITEM.match(line)
        if not line.strip() or _RULE.match(line):
            if chunk:
                yield kind, chunk
            kind, chunk = "", []
        elif _HEADING.match(line):
            if chunk:
                yield kind, chunk
            yield "heading", [line]
            kind, chunk = "", []
        elif item and not quote:
            wanted = "1" if item[2] else "-"
            if kind != wanted and chunk:
                yield kind, chunk
                chunk = []
            kind = wanted
            chunk.append(item[3])
        elif quote:
            if kind != "quote" and chunk:
                yield kind, chunk
                chunk = []
            kind = "quote"
            chunk.append(quote[1])
        elif kind in ("-", "1"):
            chunk[-1] += " " + line.strip()
        else:
            # Two spaces or a backslash at the end of a line break it: a space, as everywhere.
            chunk.append(line.strip().removesuffix("\\"))


def _paragraph(text: str, base: str | None) -> Iterator[Line]:
    """A paragraph, and the images in it."""
    position = 0
    for image in [*_IMAGE.finditer(text), None]:
        before = text[position : image.start() if image else len(text)]
        for part in _inline(before, base):
            yield Line(Role.PARAGRAPH, part.text, part.marks, "markdown: paragraph")
        if image:
            figure = Figure(url=absolute(image[2], base) if image[2] else None, alt=image[1].strip() or None)
            yield Line(Role.FIGURE, rule="markdown: image", block=figure)
            position = image.end()


def _inline(text: str, base: str | None) -> list[Text]:
    """A text with its marks."""
    if "* " in text or "_ " in text or " *" in text or " _" in text:
        text = _SPACED.sub(r"\1", text)
    builder = TextBuilder()
    _read_inline(text, builder, base, depth=0)
    return builder.finish()


def _read_inline(text: str, builder: TextBuilder, base: str | None, *, depth: int) -> None:
    opened: list[str] = []
    position = 0
    last: dict[str, int] = {}  # where each run of marks stands last
    for found in _INLINE.finditer(text):
        builder.add(text[position : found.start()])
        position = found.end()
        escaped, label, target, address, run, raised, letters = found.groups()
        if raised:
            builder.add(letters, _RAISES[raised])
        elif escaped:
            builder.add(escaped)
        elif address:
            builder.add(address, "link", absolute(address, base))
        elif label is not None:
            builder.begin("link", absolute(target, base)) if target else None
            if depth < 2:
                _read_inline(label, builder, base, depth=depth + 1)
            else:
                builder.add(label)
            if target:
                builder.end()
        elif run in opened[-1:] and text[found.start() - 1 : found.start()].strip():
            opened.pop()
            for _ in _EMPHASES[len(run)]:
                builder.end()
        elif _opens(text, found.start(), found.end(), run) and last.setdefault(run, text.rfind(run)) >= position:
            opened.append(run)
            for kind in _EMPHASES[len(run)]:
                builder.begin(kind)
        else:
            builder.add(run)
    builder.add(text[position:])
    for run in opened:  # never closed: the text is formatted to its end
        for _ in _EMPHASES[len(run)]:
            builder.end()


def _opens(text: str, start: int, end: int, run: str) -> bool:
    """Whether a run of marks begins emphasis: text follows it, and for "_" no word stands before it."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(after.strip()) and (run[0] == "*" or not (before.isalnum() and after.isalnum()))
