"""Reads the lines of a document. In HTML, a line's element can determine its part and its zone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from attrs import frozen
from lxml import etree

from lemonde_parse.blocks import Figure, ListBlock, Table
from lemonde_parse.exports.record import PageExport, Part, Zone
from lemonde_parse.intake.deep import holdable
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.walk import walk
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

# A field code, such as "HD" for the headline, followed by two spaces, a tab, "|" (which separates
# cells in rich text), or a line break.
_CODE = re.compile(r"([A-Z]{2,3})(?:\s{2,}|[\t|]|\s*$)")
# A code in copied text, followed by a single space.
_NARROW_CODE = re.compile(r"([A-Z]{2,3})(?:\s|$)")
_IS_NARROW = re.compile(r"^[ \t]{0,40}HD \S", re.MULTILINE)


@frozen
class DocumentLine:
    """A line of a document, before it is assigned to a part."""

    line: Line
    cell: Part | None = None
    """The part that the line's element represents."""
    zone: Zone | None = None
    """The zone of the line's element; None for the zone of the previous line."""
    is_code: bool = False
    """True for a field code, which determines the part of the lines below it."""
    is_glued: bool = False
    """True if the line directly follows another one, in a text that has empty lines."""

    @property
    def text(self) -> str:
        """The text of the line, or of its list, table or figure."""
        block = self.line.block
        if isinstance(block, ListBlock):
            return " ".join(item.text for item in block.items)
        if isinstance(block, Table):
            return " ".join(cell.text for row in block.rows for cell in row)
        if isinstance(block, Figure):
            return " ".join(filter(None, (block.caption, block.credit)))
        return self.line.text


def page_lines(root: _Element, export: PageExport, journal: Journal) -> list[DocumentLine]:
    """Return the lines of a document in HTML. This changes the tree."""
    regions = list(_regions(root, export))
    layout = export.layout
    entries = {
        element: layout.entry(element) for region, _ in regions for element in region.iter("*")
    }
    lines = []
    for region, zone in regions:
        page_map = PageMap([region], layout, entries, region)
        for line in walk(region, page_map, None, journal):
            row = line.rule.removeprefix(f"{layout.name}: ")
            lines.append(DocumentLine(line, export.cells.get(row), zone, row == export.code_cell))
    return lines


def _regions(root: _Element, export: PageExport) -> Iterator[tuple[_Element, Zone | None]]:
    """Yield the elements that are zones, and new elements with the rest of the document, which have
    no zone of their own."""
    zones = {
        element: zone
        for element in (root.iter("*") if export.zones else ())
        if (zone := _zone(element, export)) is not None
    }
    outer: set[_Element] = set()
    for element in zones:
        for around in element.iterancestors():
            if around in outer:
                break
            outer.add(around)
    waiting: list[_Element | str] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            region = etree.Element("div")
            region.text = holdable(item)
            yield region, None
        elif item in zones:
            yield item, zones[item]
        elif item in outer:
            for child in reversed(item):
                if child.tail and child.tail.strip():
                    waiting.append(child.tail)
                waiting.append(child)
            if item.text and item.text.strip():
                waiting.append(item.text)
        else:
            region = etree.Element("div")
            item.tail = None
            region.append(item)
            yield region, None


def _zone(element: _Element, export: PageExport) -> Zone | None:
    names = (str(element.tag), *(f".{name}" for name in (element.get("class") or "").split()))
    return next((export.zones[name] for name in names if name in export.zones), None)


def text_lines(text: str, codes: Collection[str] = ()) -> list[DocumentLine]:
    """Return the lines of a document in text. A code at the start of a line becomes its own line.

    In a text without empty lines, `is_glued` is False for every line.
    """
    document_lines: list[DocumentLine] = []
    is_glued = False
    code_of = (_NARROW_CODE if _IS_NARROW.search(text) else _CODE) if codes else None
    lines = [raw.strip(" \t|\xa0") for raw in text.strip().splitlines()]
    has_blocks = not all(lines)
    for words in lines:
        code = code_of.match(words) if code_of is not None else None
        if code is not None and code[1] in codes:
            document_lines.append(
                _text_line(code[1], is_code=True, is_glued=is_glued and has_blocks)
            )
            words = words[code.end() :].strip()
            is_glued = True
        if words:
            document_lines.append(_text_line(words, is_glued=is_glued and has_blocks))
        is_glued = bool(words)
    return document_lines


def _text_line(words: str, *, is_glued: bool, is_code: bool = False) -> DocumentLine:
    line = Line(Role.PARAGRAPH, tidy(words), rule="text: line")
    return DocumentLine(line, is_code=is_code, is_glued=is_glued)
