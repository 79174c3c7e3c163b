"""One pass over the tree: which elements hold the content, and which the fields that a template knows of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import define, field

from lemonde_parse.template import Field, Template, xpath

if TYPE_CHECKING:
    from lxml.etree import _Element


_ANYWHERE: frozenset[Field] = frozenset({"wall"})
"""Fields looked for outside the scope too: since 2018 the wall follows <main>."""


@define
class Survey:
    """Where things are on a page."""

    content: list[_Element]
    """The elements that hold the body, in page order; none stands in another."""
    fields: dict[Field, list[_Element | str]] = field(factory=dict)
    """Elements or texts that hold a field, in page order."""


def survey(root: _Element, template: Template) -> Survey | None:
    """What the template finds on the page; None if it has no content here.

    Fields are looked for in the template's scope around the content only: menus use the article's class names.
    """
    content: dict[int, list[_Element]] = {}
    holders: list[tuple[_Element, tuple[tuple[Field, str | None], ...]]] = []
    entry = template.entry
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        told = entry(element.tag, element.get("class"), element.get("id"))
        if told.content is not None:
            content.setdefault(told.content, []).append(element)
        if told.fields:
            holders.append((element, told.fields))
    for rank in sorted(content):
        found = content[rank]
        first = next((element for element in found if _has_text(element)), None)
        if first is not None:
            break
    else:
        if not content:
            return None
        first = (found := content[min(content)])[0]
    scope = _scope(first, template)
    result = Survey(content=_outermost(element for element in found if _is_inside(element, scope)))
    for element, fields in holders:
        is_inside = _is_inside(element, scope)
        for name, attribute in fields:
            value = element if attribute is None else element.get(attribute)
            if value is not None and (is_inside or name in _ANYWHERE):
                result.fields.setdefault(name, []).append(value)
    for name, expression in template.xpaths:
        found_here = xpath(expression)(scope)
        if isinstance(found_here, list):
            result.fields.setdefault(name, []).extend(item for item in found_here if not isinstance(item, tuple))
        elif isinstance(found_here, str) and found_here:
            result.fields.setdefault(name, []).append(found_here)
    return result


def _outermost(elements: Iterable[_Element]) -> list[_Element]:
    """Those that stand in no other; in page order, an element's descendants follow it at once."""
    kept: list[_Element] = []
    for element in elements:
        if not kept or not _is_inside(element, kept[-1]):
            kept.append(element)
    return kept


def _scope(element: _Element, template: Template) -> _Element:
    """The outermost element around the content that the template names as scope; where there is none, the whole page."""
    outermost, scope = element, None
    for outer in element.iterancestors():
        if template.entry(outer.tag, outer.get("class"), outer.get("id")).is_scope:
            scope = outer
        outermost = outer
    return outermost if scope is None else scope


def _is_inside(element: _Element, outer: _Element) -> bool:
    return element is outer or any(around is outer for around in element.iterancestors())


def _has_text(element: _Element) -> bool:
    return any(text and not text.isspace() for text in element.itertext())
