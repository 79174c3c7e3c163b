"""One pass over the tree: which elements hold the content, and which the fields that a layout knows
of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field

from lemonde_parse.layout import Entry, Field, Layout
from lemonde_parse.selectors import Selector, xpath

if TYPE_CHECKING:
    from lxml.etree import _Element


_SENTENCE = 40
"""Characters from which a paragraph counts as text."""
_LEAST = 150
"""Characters that the densest element must hold."""
_BESIDE = frozenset({"a", "li", "aside", "nav", "header", "footer", "form", "table"})
"""Elements whose paragraphs are teasers and the like."""
_PART = 0.4
"""The share of the page's text below which it is but one section of the article."""
_MOST = 0.8
"""The share that the element around all sections holds."""
ANYWHERE: frozenset[Field] = frozenset({"wall", "breadcrumbs"})
"""Fields looked for outside the scope too: since 2018 the wall follows <main>; on many sites the
breadcrumb stands before it."""


@define
class PageMap:
    """Where things are on a page."""

    content: list[_Element]
    """The elements that hold the body, in page order; none stands in another."""
    layout: Layout
    """The layout that found it."""
    entries: dict[_Element, Entry]
    """What the layout says of each element, in page order. As long as lxml's handles are kept, it
    need not make them again."""
    scope: _Element
    """The element in which fields are looked for."""
    fields: dict[Field, list[_Element | str]] = field(factory=dict)
    """Elements or texts that hold a field, in page order."""


def locate(root: _Element, layout: Layout) -> PageMap | None:
    """What the layout finds on the page; None if it has no content here.

    Fields are looked for in the layout's scope around the content only: menus use the article's
    class names.
    """
    ranked: dict[int, list[int]] = {}
    known, entry = layout.known, layout.entry
    entries: dict[_Element, Entry] = {
        element: known.get((element.tag, element.get("class"), element.get("id"))) or entry(element)  # type: ignore[arg-type]  # "*" gives elements only, whose tags are str
        for element in root.iter("*")
    }
    found = [(index, told) for index, told in enumerate(entries.values()) if told.is_found]
    for index, told in found:
        if told.content is not None:
            ranked.setdefault(told.content, []).append(index)
    elements = list(entries)
    if layout.content_xpaths:
        _rank_by_xpath(root, layout, elements, ranked)
    best, first = _with_text(ranked, elements)
    if (
        first is None
        and layout.finds_densest
        and (densest := _densest(elements, layout)) is not None
    ):
        best, first = [densest], densest
    if not best:
        return None
    scope = _scope(elements[best[0] if first is None else first], entries)
    begin, end = _extent(scope, elements)
    result = PageMap(
        outermost([elements[index] for index in best if begin <= index < end]),
        layout,
        entries,
        scope,
    )
    around: dict[tuple[Field, Selector], list[_Element]] = {}
    for index, told in found:
        is_inside = begin <= index < end
        for name, selector in told.fields:
            if is_inside or name in ANYWHERE:
                if selector.around is not None:
                    around.setdefault((name, selector), []).append(elements[index])
                elif (value := selector.read(elements[index])) is not None:
                    result.fields.setdefault(name, []).append(value)
    for (name, selector), outer in around.items():
        for element in outermost(outer):
            result.fields.setdefault(name, []).extend(selector.read_within(element))
    for name, expression in layout.xpaths:
        found_here = xpath(expression)(scope)
        if isinstance(found_here, list):
            result.fields.setdefault(name, []).extend(
                item for item in found_here if not isinstance(item, tuple)
            )
        elif isinstance(found_here, str) and found_here:
            result.fields.setdefault(name, []).append(found_here)
    return result


def _rank_by_xpath(
    root: _Element, layout: Layout, elements: list[_Element], ranked: dict[int, list[int]]
) -> None:
    """Adds the places of what the layout's content rows in XPath find."""
    for rank, expression in layout.content_xpaths:
        found = xpath(expression)(root)
        if isinstance(found, list) and found:
            places = {id(element): index for index, element in enumerate(elements)}
            # Beside the root of a tree that was passed may stand others, which are not its page.
            if held := [places[id(element)] for element in found if id(element) in places]:
                ranked[rank] = held


def _with_text(
    ranked: dict[int, list[int]], elements: list[_Element]
) -> tuple[list[int], int | None]:
    """The best content that holds any text, and the first place of it that does; else the best, and
    None."""
    for rank in sorted(ranked):
        for index in ranked[rank]:
            if _has_text(elements[index]):
                return ranked[rank], index
    return (ranked[min(ranked)] if ranked else []), None


def _extent(scope: _Element, elements: list[_Element]) -> tuple[int, int]:
    """Where an element stands among all in page order, and where those in it end: they follow it at
    once."""
    begin = elements.index(scope)
    after: _Element | None = scope
    while after is not None and after is not elements[0]:
        following = next(after.itersiblings("*"), None)
        if following is not None:
            return begin, elements.index(following, begin)
        after = after.getparent()
    return begin, len(elements)


def _densest(elements: list[_Element], layout: Layout) -> int | None:
    """The element with the most text in paragraphs: its own count wholly, those of its children
    half.

    Where it holds but a part of the page's text, as in large formats cut into sections, the one
    around most of it.
    """
    weights: dict[int, float] = {}
    lengths: dict[int, int] = {}
    places = {id(element): index for index, element in enumerate(elements)}
    for element in elements:
        if element.tag in ("p", "pre"):
            length = len(" ".join("".join(element.itertext()).split()))
            if length >= _SENTENCE:
                for outer, share in zip(element.iterancestors(), (1.0, 0.5), strict=False):
                    weights[places[id(outer)]] = (
                        weights.get(places[id(outer)], 0.0) + share * length
                    )
                lengths[places[id(element)]] = length
    best = max(weights, key=lambda index: (weights[index], -index), default=None)
    if best is None or weights[best] < _LEAST:
        return None
    totals = _totals(elements, lengths, places, layout)
    whole = max(totals.values(), default=0)
    if totals.get(best, 0) >= _PART * whole:
        return best
    around = (places[id(outer)] for outer in elements[best].iterancestors())
    return next((index for index in around if totals.get(index, 0) >= _MOST * whole), best)


def _totals(
    elements: list[_Element], lengths: dict[int, int], places: dict[int, int], layout: Layout
) -> dict[int, int]:
    """The text in paragraphs, at any depth, of every element around one; what stands beside an
    article does not count."""
    parents: dict[int, int] = {}
    is_beside: dict[int, bool] = {}
    for start in lengths:
        path, place = [], start
        while place not in is_beside:
            path.append(place)
            parent = elements[place].getparent()
            if parent is None or id(parent) not in places:
                break
            parents[place] = places[id(parent)]
            place = parents[place]
        told = is_beside.get(place, False)
        for place in reversed(path):
            told = is_beside[place] = (
                told or elements[place].tag in _BESIDE or layout.entry(elements[place]).is_removed
            )
    totals = {place: 0 if is_beside[place] else lengths.get(place, 0) for place in is_beside}
    for place in sorted(parents, reverse=True):  # what is within comes after what is around
        totals[parents[place]] += totals[place]
    return totals


def outermost(elements: list[_Element]) -> list[_Element]:
    """Those that stand in no other."""
    kept: list[_Element] = []
    for element in elements:
        if not kept or not any(around is kept[-1] for around in element.iterancestors()):
            kept.append(element)
    return kept


def _scope(element: _Element, entries: Mapping[_Element, Entry]) -> _Element:
    """The outermost element around the content that the layout names as scope; where there is none,
    the whole page."""
    outermost, scope = element, None
    for outer in element.iterancestors():
        if (told := entries.get(outer)) is not None and told.is_scope:
            scope = outer
        outermost = outer
    return outermost if scope is None else scope


def _has_text(element: _Element) -> bool:
    return any(text and not text.isspace() for text in element.itertext())
