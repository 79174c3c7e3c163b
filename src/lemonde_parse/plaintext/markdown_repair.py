"""The habits of html2text, pandoc, markdownify and crawlers, undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from lemonde_parse.blocks import Figure
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.plaintext.markdown_spacing import space_out
from lemonde_parse.reading.figures import split_credit

# The fences of pandoc's divs.
_DIV_FENCE = re.compile(r"(?m)^ {0,3}:{3,}(?: *(?:\{[^{}\n]*\}|[\w.-]+))? *$")
# html2text wraps addresses after their hyphens, and addresses of some pages hold line breaks.
_WRAPPED_ADDRESS = re.compile(
    r"\]\((?=[a-z/.#])[^\s()]{0,1000}"
    r"(?:[^\S\n]?\n(?:[^\S\n]?\n)?(?: |> ?)?[^\s()>\"][^\s()]{0,1000}){1,12}"
    r"(?=\s{0,4}\)|\s{1,4}\")"
)
# html2text wraps words after their hyphens; "mi-" and the like continue with a conjunction.
_WRAPPED_WORD = re.compile(r"(?<=[^\W\d_]-)\n(?:> ?)?(?=(?!(?:et|ou|and|or)\b)[^\W\d_])")
# html2text wraps headings as well; the first word of the next line had no place.
_WRAPPED_HEADING = re.compile(r"(?m)^(#{1,6} [^\n]{20,76})\n(?=(\S{1,1000}))")
# An empty line in the text of a picture.
_PARTED_PICTURE = re.compile(r"(!\[[^\[\]\n]{0,1000})\n{2,4}\]\(")
# pandoc wraps tags, in headings too.
_WRAPPED_TAG = re.compile(r"<(?=[a-zA-Z])[^<>\n]{0,1000}(?:\n[^<>\n]{1,1000}){1,12}>")
_WRAPPING = re.compile(r"\s+(?:> ?)?")
# A picture in the text itself; its address holds no line break and no closing bracket.
_DATA = re.compile(r"\]\(\s{0,3}<?data:image/[^)\n\[\]]*\)")
_CLOSES_CARD = re.compile(r"^[^\[\]]{0,200}\]\((?:https?:|/)[^\s)]{1,500}\)")
_WIDTH: Final = 78
"""Columns at which html2text wraps."""
_CARD: Final = 6
"""Maximum number of blocks in a card."""
_CAPTION: Final = 20
"""Minimum length of an alternative text that a caption repeats."""
_CREDIT: Final = 100
"""Maximum length of a credit."""


def repair(text: str) -> str:
    """Return a Markdown text as CommonMark has it: wrapped tags and addresses in one line, no space
    between emphasis and a comma."""
    text = _DATA.sub("]()", _DIV_FENCE.sub("", text))
    if "<" in text:
        text = _WRAPPED_TAG.sub(lambda found: found[0].replace("\n", " "), text)
    if "](" in text:
        text = _PARTED_PICTURE.sub(r"\1](", text)
        text = _WRAPPED_ADDRESS.sub(lambda found: _WRAPPING.sub("", found[0]), text)
    if "-\n" in text:
        text = _WRAPPED_WORD.sub("", text)
    if "# " in text:
        text = _WRAPPED_HEADING.sub(_unwrapped_heading, text)
    return space_out(text)


def _unwrapped_heading(found: re.Match[str]) -> str:
    """Return a heading, with a space after it instead of the line break if that is a wrap."""
    words = len(found[2].split("-")[0]) if "-" in found[2] else len(found[2])
    return found[1] + (" " if len(found[1]) + 1 + words > _WIDTH else "\n")


def join_parts(lines: list[Line]) -> list[Line]:
    """Return the lines, with captions as part of their figures, and with cards as promotions."""
    return list(_captioned(_without_cards(lines)))


def _captioned(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with captions in their figures.

    A caption repeats the alternative text of the picture before it; a credit may follow.
    """
    held: Line | None = None
    for line in lines:
        figure = held.block if held is not None else None
        if held is not None and isinstance(figure, Figure):
            caption = _caption(line, figure)
            yield evolve(held, block=caption or figure)
            held = None
            if caption is not None:
                continue
        if line.role is Role.FIGURE:
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _caption(line: Line, figure: Figure) -> Figure | None:
    """Return a figure with the line after it as its caption, if it is that."""
    alt, text = " ".join((figure.alt or "").split()), " ".join(line.text.split())
    credit = text.removeprefix(alt).strip()
    if (
        line.role is not Role.PARAGRAPH
        or figure.caption
        or len(alt) < _CAPTION
        or not text.startswith(alt)
        or len(credit) > _CREDIT
        or credit[:1].islower()
    ):
        return None
    caption, credit = split_credit(text, alt) if credit else (text, "")
    return evolve(figure, caption=caption, credit=credit or None)


def _without_cards(lines: list[Line]) -> list[Line]:
    """Return the lines, those of cards as promotions: a card is a link around several blocks, with
    its brackets in the first and in the last."""
    lines = list(lines)
    start: int | None = None
    for index, line in enumerate(lines):
        if line.text.startswith("[") and "]" not in line.text:
            start = index
        elif start is not None and _CLOSES_CARD.search(line.text):
            for at in range(start, index + 1):
                if lines[at].role in (Role.PARAGRAPH, Role.HEADING):
                    rule = "markdown: link around several blocks"
                    lines[at] = evolve(lines[at], role=Role.PROMOTION, rule=rule)
            start = None
        elif start is not None and index - start > _CARD:
            start = None
    return lines
