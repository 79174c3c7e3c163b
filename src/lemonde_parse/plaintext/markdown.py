"""Markdown as readers and crawlers save it: CommonMark's headings, emphasis, links, images, lists
and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from lemonde_parse.addresses import absolute
from lemonde_parse.blocks import Figure, ListBlock, MarkKind, Text
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.reading.figures import split_credit
from lemonde_parse.reading.text_builder import TextBuilder

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)$")
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})\s*$")
_ITEM = re.compile(r"\s{0,8}(?:([-*+])|(\d{1,3})[.)])\s+(.*)$")
_QUOTE = re.compile(r" {0,3}>\s?(.*)$")
# What a sign opens is looked for up to where the same sign stands again, or a few of them: a text
# of nothing but signs takes no longer.
_ALT: Final = r"!\[([^\]!]*(?:!(?!\[)[^\]!]*)*)\]"
_TARGET: Final = r"[^\s)>\[]*(?:\[[^\s)>\[]*){0,8}"
_TITLE: Final = r"(?:\s+[\"'][^)]{0,500}[\"'])?\s*\)"
# An image, alone or in a link to itself, as converters write it; its address may be left out, or be
# the picture itself.
_IMAGE = re.compile(
    rf"(\[\s*)?{_ALT}\((?:\s*<?({_TARGET})>?{_TITLE}|data:image/[^)\n]{{1,2000}}\))(?(1)\s*\]\(\s*<?{_TARGET}>?{_TITLE})"
)
_RULE = re.compile(r" {0,3}(?:[-*_]\s*){3,}$")
# A link, or a run of emphasis marks, or an escaped character, or a tag. One character of context
# decides what a run opens or closes.
_INLINE = re.compile(
    r"\\([!-/:-@\[-`{-~])|\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    rf"\(\s*<?({_TARGET})>?{_TITLE}|<(https?://[^<>\s]+)>|(\*{{1,3}}|_{{1,3}}|</?su[bp]>)"
)
# html2text sets a space after what is emphasised, before a comma too, and before it, after an
# apostrophe too.
_SPACED = re.compile(r"(?<=[^\s*_])([*_]{1,3}) (?=[,.)\]])|(?<=['’]) (?=([*_]{1,3})[^\s*_])")
_CLOSES_CARD = re.compile(r"^[^\[\]]{0,200}\]\((?:https?:|/)[^\s)]{1,500}\)")
_CARD: Final = 6
"""Blocks that a card has at most."""
_HEADING_SIGN = re.compile(r"(?m)^ {0,3}#{1,6} \S|^\S.*\n={3,}\s*$")
# Each begins with its sign, and looks back afterwards: so the engine passes over all else at once.
_EMPHASISED: Final = r"(?=[^\s*_])[^*_\n]{1,400}(?<=[^\s*_])"
_EMPHASIS_SIGN = re.compile(
    rf"\*\*(?<![\w@/]\*\*){_EMPHASISED}\*\*(?!\w)|_(?<![\w@/]_){_EMPHASISED}_(?!\w)"
)
_LINK_SIGN = re.compile(r"\]\((?:https?:|/|\.)")
_IMAGE_SIGN = re.compile(rf"{_ALT}\(")
_FORMATS: Final[dict[str, tuple[MarkKind, ...]]] = {
    "*": ("emphasis",),
    "_": ("emphasis",),
    "**": ("strong",),
    "__": ("strong",),
    "***": ("strong", "emphasis"),
    "___": ("strong", "emphasis"),
    "<sup>": ("superscript",),
    "<sub>": ("subscript",),
}
"""What a run of marks begins, and the tags of raised and lowered letters, for which Markdown has
only HTML."""


_CAPTION: Final = 20
"""Characters that an alternative text has that a caption repeats."""
_CREDIT: Final = 100
"""Characters that a credit may have."""


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: it has headings, links or images in Markdown's way.

    >>> is_markdown("Voir [la carte](https://example.org/carte)."), is_markdown("Deux mots [sic] (et plus).")
    (True, False)
    """
    return bool(
        # One character is found twenty times as fast as two.
        (
            ("#" in text or "=" in text)
            and ("# " in text or "\n===" in text)
            and _HEADING_SIGN.search(text)
        )
        or ("[" in text and "](" in text and (_LINK_SIGN.search(text) or _IMAGE_SIGN.search(text)))
    )


def is_emphasised(text: str) -> bool:
    """Whether words are bold or in italics in Markdown's way, which tells it where no text browser
    printed the text.

    >>> is_emphasised("Dit-elle, _« deux mots »_."), is_emphasised("P**n de m**e, dit @la_mer_ dans snake_case_.")
    (True, False)
    """
    return ("_" in text or ("*" in text and "**" in text)) and _EMPHASIS_SIGN.search(
        text
    ) is not None


def read_markdown(text: str, base: str | None) -> list[Line]:
    """The lines of a Markdown text. Raw HTML is text, but for raised and lowered letters; tables
    and code stay as written."""
    lines: list[Line] = []
    for kind, chunk in _chunks(text):
        if kind == "heading":
            lines += [
                Line(Role.HEADING, part.text, part.marks, "markdown: heading", len(chunk[0]))
                for part in _inline(_without_closing(chunk[1]), base)
            ]
        elif kind == "quote":
            joined = " ".join(part for part in chunk if part.strip())
            lines += [
                Line(Role.QUOTE, part.text, part.marks, "markdown: quote")
                for part in _inline(joined, base)
            ]
        elif kind in ("-", "1") and len(chunk) == 1 and (found := _HEADING.match(chunk[0])):
            # A list of one heading is that heading, as in pages.
            lines += [
                Line(Role.HEADING, part.text, part.marks, "markdown: heading", len(found[1]))
                for part in _inline(found[2], base)
            ]
        elif kind in ("-", "1"):
            items = tuple(part for item in chunk for part in _inline(item, base))
            if items:
                lines.append(
                    Line(
                        Role.LIST,
                        rule="markdown: list",
                        block=ListBlock(items=items, ordered=kind == "1"),
                    )
                )
        else:
            lines += _paragraph(" ".join(chunk), base)
    _cards(lines)
    return list(_captioned(lines))


def _captioned(lines: list[Line]) -> Iterator[Line]:
    """The lines, captions within their figures: a caption repeats the alternative text of the image
    before it, then names who made it."""
    for before, line in zip([None, *lines], lines, strict=False):
        figure = before.block if before else None
        told = (
            _caption(line.text, figure.alt)
            if isinstance(figure, Figure) and line.role is Role.PARAGRAPH
            else None
        )
        if before and told and isinstance(figure, Figure):
            before.block = evolve(figure, caption=told[0], credit=told[1] or None)
        else:
            yield line


def _caption(text: str, alt: str | None) -> tuple[str, str] | None:
    """Caption and credit of a line after an image; None if it is no caption."""
    alt, told = " ".join((alt or "").split()), " ".join(text.split())
    credit = told.removeprefix(alt).strip()
    if (
        len(alt) < _CAPTION
        or not told.startswith(alt)
        or len(credit) > _CREDIT
        or credit[:1].islower()
    ):
        return None
    return split_credit(text, alt) if credit else (text, "")


def _cards(lines: list[Line]) -> None:
    """Links around several blocks, whose brackets stand in the first and the last: cards, which no
    prose is in."""
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
        quote, item, heading = _QUOTE.match(line), _ITEM.match(line), _HEADING.match(line)
        if (
            not kind
            and len(chunk) == 1
            and (under := _UNDERLINE.match(line))
            and ("=" in line or not chunk[0].endswith("."))
        ):
            yield "heading", ["#" if under[1][0] == "=" else "##", chunk[0]]
            chunk = []
        elif not line.strip() or _RULE.match(line):
            if chunk:
                yield kind, chunk
            kind, chunk = "", []
        elif heading:
            if chunk:
                yield kind, chunk
            yield "heading", [heading[1], heading[2]]
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
            address = image[3] if image[3] and not image[3].startswith("data:") else None
            figure = Figure(
                url=absolute(address, base) if address else None, alt=image[2].strip() or None
            )
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
        escaped, label, target, address, run = found.groups()
        if escaped:
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
        elif run.startswith("</"):
            if opened[-1:] == [run.replace("/", "")]:
                opened.pop()
                builder.end()
            else:
                builder.add(run)
        elif (
            run in opened[-1:] and run[0] != "<" and text[found.start() - 1 : found.start()].strip()
        ):
            opened.pop()
            for _ in _FORMATS[run]:
                builder.end()
        elif _opens(text, found.start(), found.end(), run) and _last(run, text, last) >= position:
            opened.append(run)
            for kind in _FORMATS[run]:
                builder.begin(kind)
        else:
            builder.add(run)
    builder.add(text[position:])
    for run in opened:  # never closed: the text is formatted to its end
        for _ in _FORMATS[run]:
            builder.end()


def _opens(text: str, start: int, end: int, run: str) -> bool:
    """Whether a run of marks, or a tag, begins a format: text follows it, and for "_" no word
    stands before it."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(after.strip()) and (run[0] != "_" or not (before.isalnum() and after.isalnum()))


def _last(run: str, text: str, known: dict[str, int]) -> int:
    """Where what ends a format stands last: looked for once."""
    if run not in known:
        known[run] = text.rfind(run.replace("<", "</"))
    return known[run]
