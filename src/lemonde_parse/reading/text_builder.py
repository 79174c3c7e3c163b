"""Builds a text with stand-off marks from the stretches of an element, in one go."""

from __future__ import annotations

from lemonde_parse.blocks import Mark, MarkKind, Text
from lemonde_parse.text_rules import squeeze


class TextBuilder:
    """Collects stretches of text and the formatting over them.

    >>> builder = TextBuilder()
    >>> builder.add("Le 1"); builder.begin("superscript"); builder.add("er"); builder.end(); builder.add("  mai ")
    >>> builder.finish()
    [Text(text='Le 1er mai', marks=(Mark(kind='superscript', start=4, end=6, href=None),))]
    """

    __slots__ = ("_after_space", "_breaks", "_length", "_marks", "_open", "_parts", "_texts", "splits")

    def __init__(self) -> None:
        self.splits = True
        """Whether two line breaks begin a new text."""
        self._texts: list[Text] = []
        self._open: list[tuple[MarkKind, str | None, int]] = []
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._after_space = True
        self._breaks = 0
        self._marks: list[tuple[MarkKind, str | None, int, int]] = []

    def add(self, raw: str, kind: MarkKind | None = None, href: str | None = None) -> None:
        """A stretch of text as the source has it, and the formatting that it has all over."""
        if self._after_space and raw.isspace() and raw.isascii():
            return  # the indentation of the source: half of all stretches
        text = squeeze(raw)
        if self._after_space and text[:1] == " ":
            text = text[1:]
        if text:
            self._parts.append(text)
            start = self._length
            self._length = end = start + len(text)
            self._after_space = text[-1] == " "
            if self._breaks and text != " ":
                self._breaks = 0
            if kind is not None:
                self._marks.append((kind, href, start, end))

    def space(self) -> None:
        """What stands on either side is not one word."""
        self.add(" ")

    def line_break(self) -> None:
        """A space; the second in a row begins a new text, unless the text is to stay whole."""
        self._breaks += 1
        if self._breaks < 2 or not self.splits:
            self.space()
        else:
            self._finish_one()

    def begin(self, kind: MarkKind, href: str | None = None) -> None:
        """From here on, until `end`, the text is so formatted."""
        self._open.append((kind, href, self._length))

    def end(self) -> None:
        """Ends the mark begun last."""
        kind, href, start = self._open.pop()
        if self._length > start:
            self._marks.append((kind, href, start, self._length))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added since the last `finish`."""
        return not self._parts and not self._texts

    def finish(self) -> list[Text]:
        """The texts that hold anything. The builder is empty again; marks that are open go on in what comes next."""
        self._finish_one()
        texts, self._texts = self._texts, []
        return texts

    def _finish_one(self) -> None:
        still_open = [(kind, href) for kind, href, _ in self._open]
        while self._open:
            self.end()
        raw = "".join(self._parts)
        text = raw.strip()
        if text:
            shift = len(raw) - len(raw.lstrip())
            self._texts.append(Text(text=text, marks=_settled(self._marks, text, shift) if self._marks else ()))
        self._clear()
        for kind, href in still_open:
            self.begin(kind, href)


def _settled(raw: list[tuple[MarkKind, str | None, int, int]], text: str, shift: int) -> tuple[Mark, ...]:
    """Marks as the data model wants them: equal neighbours merged, no white space at their ends, none empty, in order."""
    merged: list[tuple[MarkKind, str | None, int, int]] = []
    if len(raw) > 1:
        raw.sort(key=_alike)
    for kind, href, start, end in raw:
        if merged and merged[-1][0] == kind and merged[-1][1] == href and merged[-1][3] >= start:
            merged[-1] = (kind, href, merged[-1][2], max(merged[-1][3], end))
        else:
            merged.append((kind, href, start, end))
    marks = []
    for kind, href, start, end in merged:
        start, end = max(start - shift, 0), min(end - shift, len(text))
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            marks.append(Mark(kind=kind, start=start, end=end, href=href))
    if len(marks) > 1:
        marks.sort(key=_in_order)
    return tuple(marks)


def _alike(mark: tuple[MarkKind, str | None, int, int]) -> tuple[MarkKind, str, int, int]:
    return mark[0], mark[1] or "", mark[2], mark[3]


def _in_order(mark: Mark) -> tuple[int, int, MarkKind, str]:
    return mark.start, mark.end, mark.kind, mark.href or ""
