"""Builds a text with stand-off marks from the pieces of text in an element.

Most texts need no change after the pieces are joined. Marks only move if whitespace is stripped or
folded, or if invisible characters are removed.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

from lemonde_parse.blocks import Mark, MarkKind, Text
from lemonde_parse.wording.whitespace import is_squeezed, squeeze, tidy

RawMark: TypeAlias = tuple[MarkKind, str | None, int, int]
"""Kind, address, start and end of a mark over the source's text.

It may be empty, or touch or overlap a mark of the same kind.
"""


class TextBuilder:
    """Collects pieces of text and their formatting.

    >>> builder = TextBuilder()
    >>> builder.add("Le 1")
    >>> builder.begin("superscript")
    >>> builder.add("er")
    >>> builder.end()
    >>> builder.add("  mai ")
    >>> builder.finish()
    [Text(text='Le 1er mai', marks=(Mark(kind='superscript', start=4, end=6, href=None),))]
    """

    __slots__ = (
        "_breaks",
        "_length",
        "_link",
        "_marks",
        "_open",
        "_parts",
        "_started",
        "_texts",
        "splits",
    )

    def __init__(self) -> None:
        self.splits = True
        """True if line breaks may start a new text; see `line_break`."""
        self._texts: list[Text] = []
        # The marks that `end` closes, in order; None for a mark inside another of the same kind.
        self._started: list[tuple[MarkKind, str | None] | None] = []
        # Start of each open mark. There are few, even if elements are nested deeply.
        self._open: dict[tuple[MarkKind, str | None], int] = {}
        self._link: tuple[MarkKind, str | None] = ("link", None)  # the last link
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._marks: list[RawMark] = []

    def add(self, raw: str, kind: MarkKind | None = None, href: str | None = None) -> None:
        """Add a piece of the source's text, with an optional mark over all of it."""
        start = self._length
        if not start and raw.isspace():
            return  # half of all pieces are indentation in the source
        if self._breaks and tidy(raw):
            self._breaks = 0
        if kind == "link":
            self._end_link()
        self._parts.append(raw)
        self._length = end = start + len(raw)
        if kind is not None:
            self._marks.append((kind, href, start, end))

    def space(self) -> None:
        """Separate the words before and after."""
        if self._length:
            self._parts.append(" ")
            self._length += 1

    def line_break(self) -> None:
        """Add a space, or start a new text if `splits` is set.

        A new text starts after the second break in a row, and between a bold question and its
        answer.
        """
        self._breaks += 1
        if self.splits and (self._breaks > 1 or self._is_bold_question()):
            self._finish_one()
        else:
            self.space()

    def _is_bold_question(self) -> bool:
        """Return True if the text so far is only a question in bold."""
        if not self._parts or not self._parts[-1].rstrip().endswith("?"):
            return False
        text = "".join(self._parts)
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        strong = [mark[2:] for mark in self._marks if mark[0] == "strong"]
        if (start := self._open.get(("strong", None))) is not None:
            strong.append((start, len(text)))
        return any(start <= first and end >= last for start, end in strong)

    def begin(self, kind: MarkKind, href: str | None = None) -> None:
        """Open a mark. Close it with `end`."""
        mark = (kind, href)
        if mark in self._open:
            self._started.append(None)
        else:
            if kind == "link":
                self._end_link()
                self._link = mark
            self._started.append(mark)
            self._open[mark] = self._length

    def end(self) -> None:
        """Close the mark that was opened last."""
        mark = self._started.pop()
        if mark is not None and mark in self._open:
            self._put(mark, self._open.pop(mark))

    def _end_link(self) -> None:
        """Close the open link, as browsers do, since links cannot be nested.

        https://html.spec.whatwg.org/#the-a-element
        """
        if self._link in self._open:
            self._put(self._link, self._open.pop(self._link))

    def _put(self, mark: tuple[MarkKind, str | None], start: int) -> None:
        if self._length > start:
            self._marks.append((*mark, start, self._length))

    @property
    def is_marking(self) -> bool:
        """True if a mark is open."""
        return bool(self._open)

    @property
    def is_empty(self) -> bool:
        """True if only whitespace was added since the last `finish`."""
        return not self._parts and not self._texts

    def finish(self) -> list[Text]:
        """Return the texts that are not empty, and clear the builder.

        Open marks continue in the next text.
        """
        if self._parts:
            self._finish_one()
        texts, self._texts = self._texts, []
        return texts

    def _finish_one(self) -> None:
        for mark, start in self._open.items():
            self._put(mark, start)
            self._open[mark] = 0
        text = settle("".join(self._parts), self._marks)
        if text is not None:
            self._texts.append(text)
        self._parts, self._marks = [], []
        self._length = self._breaks = 0


def settle(raw: str, marks: list[RawMark]) -> Text | None:
    """Return the text that a reader sees, with its marks; None if it is empty.

    >>> settle(" le 1er\\n", [("superscript", None, 5, 7)])
    Text(text='le 1er', marks=(Mark(kind='superscript', start=4, end=6, href=None),))
    """
    text = raw.strip()
    if not is_squeezed(text):
        raw, marks = _squeezed(raw, marks)
        text = raw.strip()
    if not text:
        return None
    if not marks:
        return Text(text=text)
    shift = len(raw) - len(raw.lstrip()) if len(text) != len(raw) else 0
    return Text(text=text, marks=_settled(marks, text, shift))


def _squeezed(raw: str, marks: list[RawMark]) -> tuple[str, list[RawMark]]:
    """Fold whitespace and drop invisible characters. Return the text and the moved marks."""
    if not marks:
        return squeeze(raw), []
    places: dict[int, int] = {}
    parts: list[str] = []
    position = length = 0
    after_space = True
    for place in (
        *sorted({place for _, _, start, end in marks for place in (start, end)}),
        len(raw),
    ):
        part = squeeze(raw[position:place])
        if after_space and part[:1] == " ":
            part = part[1:]
        if part:
            after_space = part[-1] == " "
            parts.append(part)
            length += len(part)
        places[place] = length
        position = place
    return "".join(parts), [
        (kind, href, places[start], places[end]) for kind, href, start, end in marks
    ]


def _settled(raw: list[RawMark], text: str, shift: int) -> tuple[Mark, ...]:
    """Sort and merge marks, drop empty ones, and exclude whitespace at their ends."""
    are_apart = len(raw) == 1 or all(before[3] < after[2] for before, after in pairwise(raw))
    if not are_apart:
        raw = _merged(sorted(raw, key=_alike))
    marks = []
    length = len(text)
    for kind, href, start, end in raw:
        start, end = max(start - shift, 0), min(end - shift, length)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            marks.append(Mark(kind=kind, start=start, end=end, href=href))
    if not are_apart:
        marks.sort(key=_in_order)
    return tuple(marks)


def _merged(ordered: list[RawMark]) -> list[RawMark]:
    """Merge neighbouring marks of the same kind in a sorted list."""
    merged = [ordered[0]]
    for mark in ordered[1:]:
        kind, href, start, end = merged[-1]
        if kind == mark[0] and href == mark[1] and end >= mark[2]:
            merged[-1] = (kind, href, start, max(end, mark[3]))
        else:
            merged.append(mark)
    return merged


def _alike(mark: RawMark) -> tuple[MarkKind, str, int, int]:
    return mark[0], mark[1] or "", mark[2], mark[3]


def _in_order(mark: Mark) -> tuple[int, int, MarkKind, str]:
    return mark.start, mark.end, mark.kind, mark.href or ""
