"""Assigns each line of a document to a part, such as headline or byline: by element, field code,
label or pattern, or else by position."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from attrs import evolve, frozen

from lemonde_parse.exports.lines import DocumentLine
from lemonde_parse.exports.names import in_order
from lemonde_parse.exports.record import Grammar, LabelRow, LineRow, Part, Zone
from lemonde_parse.layout import REMOVED
from lemonde_parse.line import Line
from lemonde_parse.metadata.bylines import is_house, looks_like_name, read_byline
from lemonde_parse.wording.matching import is_phrase
from lemonde_parse.wording.whitespace import tidy

_CAPITAL_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ-]{2,24}\s?:\s")
_LABEL = re.compile(r"([^\W\d_][\w -]{1,24}?)(?:\s?(?P<colon>:)\s*|$)")
_SIGNED = re.compile(r"(?:par|by|propos recueillis par)\s", re.IGNORECASE)
_NAMES = re.compile(r"[,;/]|\s(?:et|and|avec|with)\s")
_LONGEST_BYLINE: Final = 120
_LONGEST_KICKER: Final = 30
_NAMES_WITHIN: Final = 3
"""Number of items (lines or groups of lines) below the title that may be the byline; items between
the title and the byline are the standfirst."""


@frozen
class AssignedLine:
    """A line and its part; the part is None if it must be assigned by position."""

    part: Part | None
    line: Line
    text: str
    """The entire text."""
    value: str
    """The text without its label."""
    is_glued: bool = False
    is_element: bool = False
    """True if the part comes from the line's element."""
    row: str = ""
    """The row of the grammar that determined the part; empty if the part comes from the line's
    element or position."""


def find_parts(lines: Sequence[DocumentLine], grammar: Grammar) -> list[AssignedLine]:
    """Assign each line of a document to a part."""
    assigned = _Reader(grammar).read(lines)
    _place(assigned, grammar)
    return assigned


class _Reader:
    """Assigns the lines whose part does not depend on their position."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._zone: Zone = "header"
        self._element_zone: Zone | None = None
        self._code: Part | None = None
        """The part for lines below a code, up to the next code."""
        self._code_row = ""
        self._label: Part | None = None
        """The part of the label above, whose value may continue on the next lines."""
        self._label_row = ""
        self._value = ""
        self._has_text = False
        self._has_label = False
        self._has_anchor = False
        self._is_at_anchor = False
        """True if no empty line separates the current line from the anchor."""
        self._assigned: list[AssignedLine] = []
        self._in_text: set[int] = set()
        """Ids of lines of the text that start with a word that may also be a label."""

    def read(self, lines: Sequence[DocumentLine]) -> list[AssignedLine]:
        """Assign lines by element, code, label or pattern, or else by zone.

        In the header, the part of other lines is None.
        """
        anchors = [row for row in self._grammar.rows if row.part == self._grammar.anchor]
        self._has_anchor = not any(
            row.pattern.match(item.text) for item in lines for row in anchors
        )
        self._in_text = self._words_in_text(lines)
        for item in lines:
            if item.zone is not None and item.zone != self._element_zone:
                self._zone = self._element_zone = item.zone
            self._is_at_anchor = self._is_at_anchor and item.is_glued
            self._read_line(item)
        return self._assigned

    def _read_line(self, item: DocumentLine) -> None:
        text, grammar = item.text, self._grammar
        if item.is_code:
            self._code, self._code_row = grammar.codes.get(text, "metadata"), f"code {text}"
            self._add("metadata", item, self._code_row)
        elif item.cell is not None:
            self._add(item.cell, item, is_element=True)
            if item.cell == "body":
                self._zone = "body"
        elif item.line.role in REMOVED:
            self._add("boilerplate", item, is_element=True)
        elif self._code is not None:
            self._add(self._code, item, self._code_row)
        elif not self._read_label(item, text) and not self._read_row(item, text):
            self._read_other(item)

    def _words_in_text(self, lines: Sequence[DocumentLine]) -> set[int]:
        """Return the ids of lines of the text that start with a word that may also be a label.

        The word is a label if only labels follow, up to the next one that always ends the text.
        """
        found: set[int] = set()
        is_index = True
        for item in reversed(lines):
            label = _LABEL.match(item.text) if self._grammar.labels else None
            row = self._grammar.labels.get(label[1]) if label else None
            if row is not None and row.zone == "tail":
                if not row.is_word:
                    is_index = True
                    found.clear()
                elif not is_index:
                    found.add(id(item))
            elif any(
                one.then == "tail" and one.pattern.match(item.text) for one in self._grammar.rows
            ):
                is_index = True
            elif not (item.is_glued or _CAPITAL_LABEL.match(item.text)):
                is_index = False
        return found

    def _is_unknown_label(self, text: str) -> bool:
        """Match an unknown label in capitals below a known label. Above all known labels, the line
        may be a title."""
        return self._has_label and not self._has_text and _CAPITAL_LABEL.match(text) is not None

    def _read_label(self, item: DocumentLine, text: str) -> bool:
        match = _LABEL.match(text) if self._grammar.labels else None
        row = self._grammar.labels.get(match[1]) if match else None
        if match is None or row is None or not self._may_be_label(row, item):
            return False
        if not (match["colon"] or row.is_alone):
            return False
        self._has_label = True
        self._label_row = f"label {match[1]}"
        self._zone = row.then or (row.zone if self._zone != "body" else self._zone)
        if row.zone == "tail":
            self._zone = "tail"
        label, value = text[: match.end()], text[match.end() :]
        self._value = value
        if not value:
            self._label = None if row.then else row.part
            self._add("metadata", item, self._label_row)
            return True
        self._label = row.part
        if row.part in ("headline", "byline", "description"):
            self._assigned.append(_part_of(item, "metadata", tidy(label), self._label_row))
            self._assigned.append(_part_of(item, row.part, tidy(value), self._label_row))
        else:
            self._assigned.append(
                AssignedLine(row.part, item.line, text, value, item.is_glued, row=self._label_row)
            )
        return True

    def _may_be_label(self, row: LabelRow, item: DocumentLine) -> bool:
        """Return True if the label is allowed here. Labels of the header are only allowed between
        the anchor and the text."""
        if row.zone == "tail":
            return id(item) not in self._in_text
        return self._has_anchor and not self._has_text

    def _read_row(self, item: DocumentLine, text: str) -> bool:
        for number, row in enumerate(self._grammar.rows, 1):
            if self._may_be(row) and row.pattern.match(text):
                self._label = None
                self._add(row.part, item, f"line {number}")
                self._zone = row.then or self._zone
                return True
        return False

    def _may_be(self, row: LineRow) -> bool:
        """Return True if the row is allowed here."""
        anchor = self._grammar.anchor
        if row.is_below_anchor and not (self._assigned and self._assigned[-1].part == anchor):
            return False
        return self._zone in row.zones and not (row.part == anchor and self._has_anchor)

    def _read_other(self, item: DocumentLine) -> None:
        text = item.text
        label, self._label = self._label, None
        above = self._assigned[-1].part if self._assigned and item.is_glued else None
        if self._zone == "tail" or self._is_unknown_label(text):
            self._add("metadata", item)
        elif label is not None and not self._has_text and (item.is_glued or not self._value):
            self._add(label, item, self._label_row)
            self._label = label
        elif self._zone == "header" and self._is_at_anchor and self._grammar.below_anchor:
            self._add(self._grammar.below_anchor, item)
        elif self._zone == "lead" and above == "boilerplate":
            self._add("boilerplate", item, self._assigned[-1].row)
        elif self._zone == "header":
            self._add(None, item)
        else:
            self._zone = "body"
            self._has_text = True
            self._add("body", item)

    def _add(
        self, part: Part | None, item: DocumentLine, row: str = "", *, is_element: bool = False
    ) -> None:
        self._is_at_anchor = self._is_at_anchor or part == self._grammar.anchor
        self._has_anchor = self._has_anchor or part == self._grammar.anchor
        text = item.text
        self._assigned.append(
            AssignedLine(part, item.line, text, text, item.is_glued, is_element, row)
        )


def _part_of(item: DocumentLine, part: Part, text: str, row: str) -> AssignedLine:
    """Return `text`, which is the label or the value of a line, as a separate line."""
    line = Line(item.line.role, text, rule=item.line.rule)
    return AssignedLine(part, line, text, text, is_glued=True, row=row)


def _place(assigned: list[AssignedLine], grammar: Grammar) -> None:
    """Assign the remaining lines of the header by their position."""
    headline = _index(assigned, "headline")
    for at, one in enumerate(assigned[: headline or 0]):
        if one.part == "byline" and one.is_element:
            _set(assigned, [at], grammar.beside_headline[0])
    anchor = next((at for at, one in enumerate(assigned) if one.part == grammar.anchor), -1)
    groups = _groups(assigned, joins=grammar.has_blocks)
    _place_above([group for group in groups if group[0] < anchor], assigned, grammar, anchor)
    below = [group for group in groups if group[0] > anchor]
    _place_below(_without_text(below, assigned, grammar), assigned, grammar)


def _without_text(
    groups: list[list[int]], assigned: list[AssignedLine], grammar: Grammar
) -> list[list[int]]:
    """Return the groups above the text, and assign the others to the text.

    In a format with labels, if no line has been assigned to the text yet, the text starts below the
    last byline, section or standfirst, or else below the title.
    """
    if not grammar.labels or any(one.part == "body" for one in assigned):
        return groups
    labels = [
        at for at, one in enumerate(assigned) if one.part in ("byline", "section", "description")
    ]
    first = max(labels, default=groups[0][-1] if groups else 0)
    if not labels and _index(assigned, "headline") is not None:
        first = -1
    for group in groups:
        if group[0] > first:
            _set(assigned, group, "body")
    return [group for group in groups if group[0] <= first]


def _groups(assigned: Sequence[AssignedLine], *, joins: bool) -> list[list[int]]:
    """Group the indexes of unassigned lines. A line directly below another one joins its group if
    `joins` is True, or if the line starts with a lower-case letter."""
    groups: list[list[int]] = []
    for at, one in enumerate(assigned):
        if one.part is not None:
            continue
        goes_on = joins or one.text[:1].islower()
        if goes_on and one.is_glued and groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _place_above(
    groups: list[list[int]], assigned: list[AssignedLine], grammar: Grammar, anchor: int
) -> None:
    known = {one.part for one in assigned}
    headline = _index(assigned, "headline")
    waiting = [part for part in grammar.above if part == "section" or part not in known]
    needed = 1  # items required above a byline: a title; above a second byline, also a section
    for place, group in enumerate(reversed(groups), 1):
        if headline is not None and headline < group[0] < anchor:
            _set(assigned, group, grammar.beside_headline[1])
            continue
        if waiting[:1] == ["byline"]:
            if len(groups) - place >= needed and _is_byline(_text(assigned, group)):
                _set(assigned, group, "byline")
                needed = 2
                continue
            del waiting[0]
        _set(assigned, group, waiting.pop(0) if waiting else "metadata")


def _place_below(groups: list[list[int]], assigned: list[AssignedLine], grammar: Grammar) -> None:
    known = {one.part for one in assigned}
    headline = _index(assigned, "headline")
    if headline is not None and groups and headline > groups[0][0]:
        while groups and groups[0][0] < headline:
            _set(assigned, groups.pop(0), grammar.beside_headline[0])
    if grammar.opens_text and headline is None:
        if groups and len(groups[0]) > 1:
            first, *others = groups[0]
            is_glued = _has_kicker([[first], others], assigned)
            groups[:1] = [[first], others] if is_glued else groups[:1]
        if _has_kicker(groups, assigned):
            _set(assigned, groups.pop(0), "kicker")
    for part in grammar.below:
        if groups and part not in known:
            _set(assigned, groups.pop(0), part)
    if grammar.opens_text:
        _open_text(groups, assigned)
        return
    for group in groups:
        part = _below_headline(_text(assigned, group), known, grammar)
        known.add(part)
        _set(assigned, group, part)


def _has_kicker(groups: list[list[int]], assigned: list[AssignedLine]) -> bool:
    """Match a short first item that names a genre, or that is in capitals above a title that is not
    in capitals."""
    first, second = (_text(assigned, group) for group in (*groups[:2], [], [])[:2])
    is_loud = first.isupper() and second != second.upper() and not _is_byline(second)
    return len(first) <= _LONGEST_KICKER and (is_loud or is_phrase(first, "genre"))


def _below_headline(text: str, known: Container[Part | None], grammar: Grammar) -> Part:
    part = grammar.beside_headline[1]
    if grammar.anchor_is_last:
        return "metadata"
    if "byline" in known or len(text) > _LONGEST_BYLINE:
        return "description" if part == "byline" else part
    return "byline" if _is_byline(text) else part


def _open_text(groups: list[list[int]], assigned: list[AssignedLine]) -> None:
    """Assign the items between title and text: a byline, a standfirst above it, or else text."""
    for place, group in enumerate(groups[:_NAMES_WITHIN]):
        if _is_byline(_text(assigned, group)):
            for standfirst in groups[:place]:
                _set(assigned, standfirst, "description")
            _set(assigned, group, "byline")
            groups = groups[place + 1 :]
            break
    for group in groups:
        _set(assigned, group, "body")


def _is_byline(text: str) -> bool:
    """Match a line that consists of names of people, papers or agencies, or starts like a byline.

    >>> _is_byline("Claire Vasseur, Hugo Petit"), _is_byline("La rue haute attend")
    (True, False)
    """
    if len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?", ":")):
        return False
    if is_house(text):
        return True
    # Without a semicolon, "A, B" may be surname and first name, or two places.
    text = in_order(text) if ";" in text else text
    byline = read_byline(text)
    names = [name for part in _NAMES.split(text) if (name := part.strip())]
    return bool(byline.authors or byline.agencies) and (
        _SIGNED.match(text) is not None
        or all(looks_like_name(name.title() if name.isupper() else name) for name in names)
        or (bool(byline.agencies) and not byline.authors)
    )


def _index(assigned: Sequence[AssignedLine], part: Part) -> int | None:
    return next((at for at, one in enumerate(assigned) if one.part == part), None)


def _text(assigned: Sequence[AssignedLine], group: Sequence[int]) -> str:
    return " ".join(assigned[at].text for at in group)


def _set(assigned: list[AssignedLine], group: Sequence[int], part: Part) -> None:
    for at in group:
        assigned[at] = evolve(assigned[at], part=part)
