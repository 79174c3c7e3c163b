"""Finds rows of a layout that change nothing on a page, for example because they are misspelt.

A row is an item of a `Layout`: a selector, or the string of a marker or slice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from lemonde_parse.layout import Entry, Layout, Role
from lemonde_parse.reading.locate import ANYWHERE, PageMap, outermost
from lemonde_parse.selectors import Selector, is_xpath, xpath

if TYPE_CHECKING:
    from lxml.etree import _Element

Part: TypeAlias = Literal[
    "markers", "slices", "scope", "content", "roles", "fields", "premium", "stop_at"
]
"""The attribute of `Layout` that a row belongs to."""


@frozen(kw_only=True)
class UnusedRow:
    """A row of a layout that changed nothing on a page."""

    part: Part
    row: str
    """The selector, or the string of a marker or slice."""
    gives: str = ""
    """The role or field that the row gives; empty for rows that give neither."""
    why: Literal["no match", "shadowed", "not read"]
    """``no match``: nothing on the page matches. ``shadowed``: earlier rows are used instead.
    ``not read``: only elements that are not read match, such as those outside the scope."""
    by: tuple[str, ...] = ()
    """The earlier rows that are used instead, if `why` is ``shadowed``."""


@frozen
class _Page:
    """The elements of a page map, indexed for matching rows."""

    page_map: PageMap
    kinds: dict[tuple[str, str | None, str | None], list[_Element]]
    """The elements by tag, class attribute and id."""
    read: set[_Element]
    """The elements whose role has an effect."""
    scope: set[_Element]
    """The scope and all elements inside."""
    memo: dict[str, list[_Element]] = field(factory=dict)
    """Cache of the elements that each selector matches."""

    def matches(self, selector: Selector) -> list[_Element]:
        """Return the elements that a selector matches by tag, class and id."""
        matches = self.memo.get(selector.source)
        if matches is None:
            matches = self.memo[selector.source] = [
                element
                for (tag, classes, identifier), elements in self.kinds.items()
                if selector.matches(tag, tuple((classes or "").split()), identifier)
                for element in elements
            ]
        return matches


def unused_rows(page_map: PageMap, html: bytes) -> tuple[UnusedRow, ...]:
    """Return the rows of a layout that changed nothing, grouped by part.

    `html` is the page's source, for markers and slices. `page_map` should cover the entire page.
    The time grows with the number of rows times the number of kinds of elements.
    """
    layout = page_map.layout
    page = _Page(
        page_map,
        _kinds(page_map),
        set(_read(page_map)),
        {page_map.scope, *page_map.scope.iterdescendants("*")},
    )
    slices = (mark for row in layout.slices for mark in row)
    return (
        *_absent("markers", layout.markers, html),
        *_absent("slices", slices, html),
        *_scope(page),
        *_content(page),
        *_roles(page),
        *_fields(page),
        *_premium(page),
        *_stops(page),
    )


def _kinds(page_map: PageMap) -> dict[tuple[str, str | None, str | None], list[_Element]]:
    kinds: dict[tuple[str, str | None, str | None], list[_Element]] = {}
    for element in page_map.entries:
        key = (str(element.tag), element.get("class"), element.get("id"))
        kinds.setdefault(key, []).append(element)
    return kinds


def _read(page_map: PageMap) -> Iterator[_Element]:
    """Yield the elements in the content and in fields, but none inside a removed element, and none
    after an element that ends the content."""
    fields = (item for items in page_map.fields.values() for item in items)
    seen: set[_Element] = set()
    for start in (*page_map.content, *(item for item in fields if not isinstance(item, str))):
        stack = list(reversed(start))
        while stack:
            element = stack.pop()
            entry = page_map.entries.get(element)
            if entry is None or element in seen:  # a comment, or a field inside another
                continue
            seen.add(element)
            yield element
            if entry.stops:
                break
            if not (entry.is_removed or entry.role is Role.IGNORE):
                stack += reversed(element)


def _absent(part: Part, marks: Iterable[str], html: bytes) -> Iterator[UnusedRow]:
    return (
        UnusedRow(part=part, row=mark, why="no match")
        for mark in dict.fromkeys(marks)
        if mark.encode() not in html
    )


def _scope(page: _Page) -> Iterator[UnusedRow]:
    for row in page.page_map.layout.scope:
        matched = page.matches(Selector.parse(row))
        if page.page_map.scope not in matched:
            yield UnusedRow(part="scope", row=row, why="not read" if matched else "no match")


def _content(page: _Page) -> Iterator[UnusedRow]:
    used: list[str] = []
    root = next(iter(page.page_map.entries))
    for row in page.page_map.layout.content:
        parts = [row] if is_xpath(row) else [part.strip() for part in row.split(",")]
        for part in parts:
            selected = xpath(part)(root) if is_xpath(part) else page.matches(Selector.parse(part))
            matched = selected if isinstance(selected, list) else []
            if not matched:
                yield UnusedRow(part="content", row=part, why="no match")
            elif used and used[0] not in parts:
                yield UnusedRow(part="content", row=part, why="shadowed", by=tuple(used))
            elif any(element in page.page_map.content for element in matched):
                used.append(part)
            else:
                yield UnusedRow(part="content", row=part, why="not read")


def _roles(page: _Page) -> Iterator[UnusedRow]:
    entries, layout = page.page_map.entries, page.page_map.layout
    for row, given in layout.roles.items():
        matched = page.matches(Selector.parse(row))
        won = [element for element in matched if _row_of(entries[element], layout) == row]
        if won and not page.read.isdisjoint(won):
            continue
        by = () if won else dict.fromkeys(_row_of(entries[one], layout) for one in matched)
        yield UnusedRow(
            part="roles",
            row=row,
            gives=given.role.name,
            why="not read" if won else "shadowed" if matched else "no match",
            by=tuple(by),
        )


def _row_of(entry: Entry, layout: Layout) -> str:
    """Return the row that gave an element its role."""
    return entry.rule.removeprefix(f"{layout.name}: ")


def _fields(page: _Page) -> Iterator[UnusedRow]:
    for name, rows in page.page_map.layout.fields.items():
        earlier: dict[tuple[_Element | None, str | None], str] = {}
        for row in rows:
            items = list(_field_items(page, row))
            used = [item for item, is_inside in items if is_inside or name in ANYWHERE]
            first = {item: earlier.get(item) for item in used}
            for item in used:
                earlier.setdefault(item, row)
            if any(before is None for before in first.values()):
                continue
            yield UnusedRow(
                part="fields",
                row=row,
                gives=name,
                why="shadowed" if used else "not read" if items else "no match",
                by=tuple(dict.fromkeys(filter(None, first.values()))),
            )


def _field_items(
    page: _Page, row: str
) -> Iterator[tuple[tuple[_Element | None, str | None], bool]]:
    """Yield the elements or strings that a field's row selects, and True for those in the scope."""
    if is_xpath(row):
        result = xpath(row)(page.page_map.scope)
        for item in result if isinstance(result, list) else [str(result)] if result else []:
            yield ((None, item) if isinstance(item, str) else (item, None)), True
        return
    selector = Selector.parse(row)
    matched = page.matches(selector)
    if selector.around is None:
        pairs = [(element, element) for element in matched]
    else:
        wanted = set(matched)
        pairs = [
            (element, inner)
            for element in outermost(page.matches(selector.around))
            for inner in element.iterdescendants(selector.tag or "*")
            if inner in wanted
        ]
    for element, inner in pairs:
        if selector.read(inner) is not None:
            yield (inner, selector.attribute), element in page.scope


def _premium(page: _Page) -> Iterator[UnusedRow]:
    for row in page.page_map.layout.premium:
        selector = Selector.parse(row)
        marked = [
            element
            for element in page.matches(selector)
            if selector.attribute is None
            or element.get(selector.attribute) not in (None, "", "0", "false")
        ]
        if page.read.isdisjoint(marked):
            yield UnusedRow(part="premium", row=row, why="not read" if marked else "no match")


def _stops(page: _Page) -> Iterator[UnusedRow]:
    for row in page.page_map.layout.stop_at:
        matched = page.matches(Selector.parse(row))
        if page.read.isdisjoint(matched):
            yield UnusedRow(part="stop_at", row=row, why="not read" if matched else "no match")
