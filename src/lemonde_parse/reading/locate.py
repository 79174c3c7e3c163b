"""Finds the elements of the content and of a layout's fields, in one pass over the tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, cast

from attrs import define, field, frozen

from lemonde_parse.layout import Entry, Field, Layout, Role
from lemonde_parse.reading.contained import walled_prose
from lemonde_parse.reading.densest import Hidden, densest, richer
from lemonde_parse.selectors import Selector, attribute_test, with_attribute, xpath

if TYPE_CHECKING:
    from lxml.etree import _Element

    from lemonde_parse.reading.survey import Survey


_SENTENCE = 40
"""Two elements are copies if they share this number of characters at their start."""
_STRETCHES = 50
"""Maximum number of text nodes read to get the beginning of an element."""
ANYWHERE: frozenset[Field] = frozenset({"wall", "breadcrumbs"})
"""Fields also searched for outside the scope: paywalls can follow <main>, and breadcrumbs
can precede it."""

_Place: TypeAlias = "tuple[int, Entry]"
"""Index of an element in page order, and its entry."""


@define
class PageMap:
    """The positions of content and fields on a page."""

    content: list[_Element]
    """The elements that contain the body, in page order. They do not contain one another."""
    layout: Layout
    """The layout that was used to find the content."""
    entries: dict[_Element, Entry]
    """The layout's entry for each element, in page order.

    Keeping lxml's proxy objects avoids creating them again in later passes.
    """
    scope: _Element
    """The element that is searched for fields."""
    fields: dict[Field, list[_Element | str]] = field(factory=dict)
    """Elements or texts of each field, in page order."""
    copies: int = 0
    """Number of content elements outside the scope that begin like the content."""
    is_richer: bool = False
    """True if the layout's content was replaced, because it had less than half of the prose."""
    is_hidden: bool = False
    """True if the content is hidden until a script displays it."""
    survey: Survey | None = None
    """The survey of the page, or of its hidden element with the article; None if none was made."""

    @cached_property
    def walled_prose(self) -> Mapping[tuple[Role, str | None], list[int]]:
        """Lengths of the prose paragraphs that the layout takes for a paywall or an advertisement,
        by role and class. They are computed once, because a page can have many content elements."""
        return walled_prose(self.entries)


@frozen
class Elements:
    """The elements of a tree, listed once for all layouts that are tried on it."""

    listed: list[_Element]
    """In page order; the first is the root."""
    kinds: list[tuple[str, str | None, str | None]]
    """Tag, class and id of each element: the keys of `Layout.known`."""

    @classmethod
    def of(cls, root: _Element) -> Elements:
        """List the elements of a tree."""
        listed = list(root.iter("*"))
        kinds = [(element.tag, element.get("class"), element.get("id")) for element in listed]
        return cls(listed, cast("list[tuple[str, str | None, str | None]]", kinds))


def locate(page: Elements, layout: Layout, hidden: Hidden = "read") -> PageMap | None:
    """Find the content and fields of a layout on a page; return None if it has no content.

    Fields that are not in `ANYWHERE` are only searched for in the layout's scope around the
    content, because menus use the same class names as the article.
    """
    elements = page.listed
    root = elements[0]
    try:  # for most pages, all keys are known from earlier pages
        entries = dict(zip(elements, map(layout.known.__getitem__, page.kinds), strict=True))
    except KeyError:
        entries = dict(zip(elements, map(layout.entry, elements), strict=True))
    places = [(index, entry) for index, entry in enumerate(entries.values()) if entry.is_found]
    content, first = _content(root, layout, elements, places, entries)
    found = None
    is_richer = False
    if first is None and layout.finds_densest:
        found = densest(root, entries, hidden)
    elif layout.finds_boxes and first is not None:
        found = richer(root, entries, outermost([elements[index] for index in content]))
        is_richer = found is not None and found.element is not None
    if found is not None and found.element is not None:
        first = elements.index(found.element)
        content = [first]
    if not content:
        return None
    start = elements[content[0] if first is None else first]
    scope = _scope(start, entries)
    extent = _extent(scope, elements)
    copies = _copies(start, [elements[index] for index in content if index not in extent])
    if copies and (fullest := max((start, *copies), key=_text_length)) is not start:
        scope = _scope(fullest, entries)
        extent = _extent(scope, elements)
    inside = outermost([elements[index] for index in content if index in extent])
    page_map = PageMap(inside, layout, entries, scope, copies=len(copies), is_richer=is_richer)
    if found is not None:
        page_map.survey, page_map.is_hidden = found.survey, found.is_hidden
    _add_fields(page_map, elements, places, extent)
    for name, expression in layout.xpaths:
        if texts := _by_xpath(scope, expression):
            page_map.fields.setdefault(name, []).extend(texts)
    return page_map


def _content(
    root: _Element,
    layout: Layout,
    elements: list[_Element],
    places: list[_Place],
    entries: Mapping[_Element, Entry],
) -> tuple[list[int], int | None]:
    """Return the indices of the best content, and the index of its first element with text."""
    ranked: dict[int, list[int]] = {}
    for index, entry in places:
        if entry.content is not None and not _is_comment(elements[index], entries):
            ranked.setdefault(entry.content, []).append(index)
    if layout.content_xpaths:
        _rank_by_xpath(root, layout, elements, ranked)
    return _with_text(ranked, elements)


def _is_comment(element: _Element, entries: Mapping[_Element, Entry]) -> bool:
    """Match an element inside a reader's comment, which may have the class of an article's text."""
    return any(
        (entry := entries.get(outer)) is not None and entry.role is Role.COMMENTS
        for outer in element.iterancestors()
    )


def _add_fields(
    page_map: PageMap, elements: list[_Element], places: list[_Place], extent: range
) -> None:
    """Add the fields that match selectors."""
    fields = page_map.fields
    around: dict[tuple[Field, Selector], list[_Element]] = {}
    for index, entry in places:
        is_inside = index in extent
        for name, selector in entry.fields:
            if not is_inside and name not in ANYWHERE:
                continue
            if selector.around is not None:
                around.setdefault((name, selector), []).append(elements[index])
            elif (value := selector.read(elements[index])) is not None:
                fields.setdefault(name, []).append(value)
    for (name, selector), outer in around.items():
        for element in outermost(outer):
            fields.setdefault(name, []).extend(selector.read_within(element))


def _by_xpath(scope: _Element, expression: str) -> list[_Element | str]:
    """Return the elements and texts that match an XPath expression."""
    result = xpath(expression)(scope)
    if isinstance(result, list):
        return [item for item in result if not isinstance(item, tuple)]
    return [result] if isinstance(result, str) and result else []


def _rank_by_xpath(
    root: _Element, layout: Layout, elements: list[_Element], ranked: dict[int, list[int]]
) -> None:
    """Add the indices of the elements that match the layout's content rows in XPath."""
    for rank, expression in layout.content_xpaths:
        test = attribute_test(expression)
        found = xpath(expression)(root) if test is None else _with_value(root, *test)
        if isinstance(found, list) and found:
            places = {id(element): index for index, element in enumerate(elements)}
            # A caller's tree may have siblings of its root, which are not part of the page.
            if indices := [places[id(element)] for element in found if id(element) in places]:
                ranked[rank] = indices


def _with_value(root: _Element, attribute: str, wanted: str) -> list[_Element]:
    return [element for element, value in with_attribute(root, attribute) if value == wanted]


def _with_text(
    ranked: dict[int, list[int]], elements: list[_Element]
) -> tuple[list[int], int | None]:
    """Return the indices of the best content, and the index of its first element with text.

    Content with text is better than content without. If none has text, return None as the index.
    """
    empty: _Element | None = None
    for rank in sorted(ranked):
        for index in ranked[rank]:
            element = elements[index]
            if empty is not None and any(outer is empty for outer in element.iterancestors()):
                continue  # an element inside an empty one is empty
            if _has_text(element):
                return ranked[rank], index
            empty = element
    return (ranked[min(ranked)] if ranked else []), None


def _extent(scope: _Element, elements: list[_Element]) -> range:
    """Return the indices of an element and its descendants, which follow it in page order."""
    begin = elements.index(scope)
    after: _Element | None = scope
    while after is not None and after is not elements[0]:
        following = next(after.itersiblings("*"), None)
        if following is not None:
            return range(begin, elements.index(following, begin))
        after = after.getparent()
    return range(begin, len(elements))


def outermost(elements: list[_Element]) -> list[_Element]:
    """Return the elements that are not inside another in the list."""
    kept: list[_Element] = []
    for element in elements:
        if not kept or not any(around is kept[-1] for around in element.iterancestors()):
            kept.append(element)
    return kept


def _scope(element: _Element, entries: Mapping[_Element, Entry]) -> _Element:
    """Return the outermost scope around the content, or the root of the page if there is none."""
    outermost, scope = element, None
    for outer in element.iterancestors():
        if (entry := entries.get(outer)) is not None and entry.is_scope:
            scope = outer
        outermost = outer
    return outermost if scope is None else scope


def _copies(element: _Element, others: list[_Element]) -> list[_Element]:
    """Return the elements that begin like this one, such as teasers before the full text."""
    beginning = _beginning(element) if others else ""
    if len(beginning) < _SENTENCE:
        return []
    return [other for other in outermost(others) if _beginning(other) == beginning]


def _beginning(element: _Element) -> str:
    """Return the first characters of an element, enough to distinguish it from others."""
    start = " ".join("".join(islice(element.itertext(), _STRETCHES)).split())
    return start[:_SENTENCE]


def _text_length(element: _Element) -> int:
    return sum(map(len, element.itertext()))


def _has_text(element: _Element) -> bool:
    return any(text and not text.isspace() for text in element.itertext())
