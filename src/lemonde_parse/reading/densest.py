"""Finds the article on pages of unknown layouts, by the density of prose.

The search starts at the element with the most text in paragraphs of its own. It moves to an outer
element as long as that adds or continues prose of the article, because advertisements, paywalls and
boxes split the text. Lists of links, forms and teasers do not count.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

from lemonde_parse.layout import Entry, Role
from lemonde_parse.reading.survey import (
    Part,
    Survey,
    is_about_consent,
    kind_of,
    kind_of_paragraphs,
)
from lemonde_parse.wording.punctuation import STOPS

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH: Final = 40
"""Minimum length of a paragraph that counts as text."""
_LOOSE: Final = 140
"""Minimum length of text outside paragraphs, for it to count as text."""
_LEAST: Final = 150
"""Minimum weight of the densest element, in characters.

If a layout's content has less prose, even an unrelated element may replace it.
"""
_ADDED: Final = 150
"""Minimum length of the prose that an outer element must add."""
_ADDED_SHARE: Final = 0.05
"""Minimum share of the article that an outer element must add."""
_FEW: Final = 4
"""Minimum number of prose paragraphs in an element with input fields; with fewer, it is a form."""
_APART: Final = 3
"""Minimum number of neighbouring elements with only paragraphs like the article's; fewer are not
added to the article."""
_MOST_LABELS: Final = 0.5
"""Maximum share of an element's weight that is subtracted for labels between its paragraphs.

Labels are short texts that are neither prose, links nor headings.
"""
_RICHER: Final = 2
"""An element replaces the layout's content if it has more than twice as much prose."""
_LEAST_HIDDEN: Final = 600
"""Minimum length of the paragraphs in a hidden element with the article."""
_SHARE_HIDDEN: Final = 3
"""Minimum ratio between the prose of a hidden element and that of the densest visible one."""
_LEVELS: Final = 8
"""Maximum number of outer elements to try."""
_OUTSIDE: Final = frozenset({"a", "aside", "nav", "header", "footer", "form", "table", "li"})
"""Tags of elements whose paragraphs are outside the article, such as teasers."""
_BESIDE: Final = _OUTSIDE | {"article"}
"""Tags of elements outside the article, including other articles."""
_TEXTS: Final = frozenset({"p", "pre"})
_CODE: Final = frozenset({"script", "style"})
_SECTIONS: Final = frozenset({"div", "section"})
_DIVISIONS: Final = frozenset({"div", "section", "article", "main", "td", "body", "span", "center"})


@frozen
class Densest:
    """The element with the article's prose, and the survey that located it."""

    element: _Element | None
    """None if there is too little prose, or if the layout's content should be used."""
    survey: Survey
    is_hidden: bool = False
    """True if the element is hidden."""


Hidden: TypeAlias = Literal["read", "skip"]
"""The treatment of hidden elements that have much more prose than the rest of the page."""


def densest(root: _Element, entries: Mapping[_Element, Entry], hidden: Hidden) -> Densest:
    """Find the element with the article's prose.

    If a hidden element has much more prose than the visible ones, the article is in the hidden
    element, which a script displays. If `hidden` is "skip", hidden elements are not searched.
    """
    survey = Survey([root], entries)
    best = _widest(survey)
    prose = 0 if best is None else survey.parts[best].prose
    lengths = [_in_paragraphs(one, _OUTSIDE) for one in survey.hidden]
    longest = max(lengths, default=0)
    if hidden == "read" and longest > max(_LEAST_HIDDEN, _SHARE_HIDDEN * prose):
        inner = Survey([survey.hidden[lengths.index(longest)]], entries)
        if (at := _widest(inner)) is not None:
            return Densest(inner.parts[at].element, inner, is_hidden=True)
    return Densest(None if best is None else survey.parts[best].element, survey)


def _widest(survey: Survey) -> int | None:
    """Return the index of the outermost element with the article's prose."""
    best = _start(survey.parts)
    if best is None:
        return None
    for _ in range(_LEVELS):
        around = _around(survey, best)
        if around is None:
            break
        best = around
    return best


def richer(
    root: _Element, entries: Mapping[_Element, Entry], content: Sequence[_Element]
) -> Densest | None:
    """Find the element with the article's prose if a layout's content has less than half of it.

    The element must contain the content or start with the same text, unless the content has almost
    no prose. Return None if the content has so much text that no survey is needed.
    """
    # A quick test that is enough for most pages; a survey takes longer than reading the content.
    if _in_paragraphs(root, _BESIDE) < _RICHER * sum(map(_in_stretches, content)):
        return None
    survey = Survey([root], entries)
    parts = survey.parts
    places = {id(part.element): index for index, part in enumerate(parts)}
    indexes = [places[id(element)] for element in content if id(element) in places]
    prose = sum(parts[index].prose for index in indexes)
    best = _widest(survey)
    if best is None or parts[best].prose <= max(_LEAST, _RICHER * prose):
        return Densest(None, survey)
    is_around = all(best <= index < parts[best].end for index in indexes)
    if is_around or prose < _LEAST or _first(survey, best) == _first(survey, indexes[0]):
        return Densest(parts[best].element, survey)
    return Densest(None, survey)


def _in_paragraphs(root: _Element, outside: Container[str]) -> int:
    """Return the total length of an element's long paragraphs.

    Paragraphs directly inside an element with a tag in `outside`, such as a list item, are left
    out.
    """
    lengths = (
        len("".join(text.itertext()))
        for text in root.iter(*_TEXTS)
        if (outer := text.getparent()) is None or outer.tag not in outside
    )
    return sum(length for length in lengths if length >= _PARAGRAPH)


def _in_stretches(element: _Element) -> int:
    """Return the total length of long stretches of text without tags."""
    stretches = chain(
        (element.text,),
        *((part.text, part.tail) for part in element.iterdescendants("*") if part.tag not in _CODE),
    )
    return sum(len(text) for text in stretches if text and len(text) >= _PARAGRAPH)


def _first(survey: Survey, index: int) -> str:
    """Return the first words of an element's prose."""
    units = (survey.parts[at] for at in survey.units(index))
    return next((part.unit[:_PARAGRAPH] for part in units if part.own_sentences), "")


def _start(parts: list[Part]) -> int | None:
    """Return the index of the element with the most text in its own paragraphs; None if it has
    too little.

    Paragraphs in an inner division, such as a div, count half. Paragraphs in other inner elements
    count in full: a list without an end tag, for example, contains the rest of the article.
    """
    weights: dict[int, float] = {}
    outside: list[bool] = []
    whole = sum(part.prose for part in parts if part.outer < 0)
    for index, part in enumerate(parts):
        tag = part.element.tag
        outside.append(
            (part.outer >= 0 and outside[part.outer])
            # If tags are not closed, the article may be inside the menu above it.
            or (tag in _OUTSIDE and 2 * part.prose <= whole)
        )
        length = len(part.unit)
        if part.is_linked or part.is_removed or outside[index] or is_about_consent(part.unit):
            continue
        if tag in _TEXTS and length >= _PARAGRAPH:
            place = part.outer
        elif tag in _DIVISIONS and length >= _LOOSE and part.own_sentences:
            place = index
        else:
            continue
        divisions = 0
        for _ in range(_LEVELS):
            if place < 0 or divisions > 1:
                break
            weights[place] = weights.get(place, 0.0) + length / (1 + divisions)
            divisions += parts[place].element.tag in _DIVISIONS
            place = parts[place].outer
    best = max(weights, key=lambda at: (weights[at] * _share(parts[at]), -at), default=None)
    return best if best is not None and weights[best] >= _LEAST else None


def _share(part: Part) -> float:
    """Return a factor for an element's weight; many labels, as in comments, make it low."""
    return 1 - min(_MOST_LABELS, part.labels / (2 * max(part.sentences, 1)))


def _around(survey: Survey, best: int) -> int | None:
    """Return the index of the nearest outer element that adds or continues prose of the article."""
    parts = survey.parts
    kind = kind_of_paragraphs(survey.units(best), parts)
    inner, outer = best, parts[best].outer
    while outer >= 0:
        beside = [child for child in survey.children(outer) if child != inner]
        added = parts[outer].own_prose + (
            sum(_prose(survey, child, parts[inner], parts[best].prose, kind) for child in beside)
            or _apart(survey, beside, kind)
        )
        if added >= max(_ADDED, _ADDED_SHARE * parts[best].prose) or (
            parts[inner].units == parts[best].units and _continues(survey, inner, outer, kind)
        ):
            return outer
        inner, outer = outer, parts[outer].outer
    return None


def _continues(survey: Survey, index: int, outer: int, kind: tuple[str, str | None]) -> bool:
    """Match an element that continues the article after a paragraph, even a short one.

    Text is split in this way if a tag in or after the paragraph is not closed.
    """
    parts = survey.parts
    before = None
    for child in survey.children(outer):
        if child >= index:
            break
        if parts[child].units > parts[child].headings:
            before = parts[child]
    if before is None or before.is_linked or before.is_removed or kind_of(before) != kind:
        return False
    is_cut = not before.unit.endswith(STOPS) and kind_of(parts[parts[index].first]) != kind
    is_sentence = len(before.unit) >= _PARAGRAPH and before.unit.endswith(STOPS)
    return before.own_sentences > 0 or is_sentence or is_cut


def _prose(
    survey: Survey, index: int, inner: Part, prose: int, kind: tuple[str, str | None]
) -> int:
    """Return the length of the article's prose in an element; 0 if it is not part of the article.

    `kind` is the tag and class of the article's paragraphs, and `prose` the length of the known
    part of the article. An element of this kind is part of the article. Any other must have few
    labels, because comments have many, and meet one of these conditions:

    - It has the same tag and class as `inner`.
    - The article's paragraphs have a class, and it contains at least two with this tag and class.
    - It contains at least two paragraphs with this tag, together at least a third of `prose`.
    """
    part = survey.parts[index]
    if (
        part.element.tag in _BESIDE
        or part.is_removed
        or part.entry.role is Role.ASIDE
        or (part.controls and part.sentences < _FEW)
        or not part.sentences
        or part.headlines * 2 > part.sentences
        or 3 * part.linked > part.text
    ):
        return 0
    if part.unit and kind_of(part) == kind:
        return part.prose
    has_labels = 2 * (part.labels + part.buttons) > part.sentences
    if has_labels:
        return 0
    if (
        kind_of(part) == kind_of(inner)
        and part.element.get("class")
        and part.element.tag in _SECTIONS
    ):
        return part.prose
    alike = [text for text in _texts(survey, index) if text.element.tag == kind[0]]
    if kind[1] and sum(text.element.get("class") == kind[1] for text in alike) > 1:
        return part.prose
    if len(alike) > 1 and 3 * sum(text.prose for text in alike) >= prose:
        return part.prose
    return 0


def _apart(survey: Survey, beside: list[int], kind: tuple[str, str | None]) -> int:
    """Return the length of the prose in elements with only paragraphs of the article.

    Some pages put each paragraph into an element with a class of its own. Return 0 if there are
    fewer than `_APART` such elements.
    """
    lengths = [
        survey.parts[child].prose
        for child in beside
        if (part := survey.parts[child]).element.tag in _SECTIONS
        and not (part.is_removed or part.controls or part.buttons or part.headlines)
        and part.units == part.sentences
        and all(kind_of(text) == kind for text in _texts(survey, child))
    ]
    return sum(lengths) if len(lengths) >= _APART else 0


def _texts(survey: Survey, index: int) -> Iterator[Part]:
    """Yield the blocks with prose in an element, except in elements outside the article."""
    at, end = index, survey.parts[index].end
    while at < end:
        part = survey.parts[at]
        if part.is_removed or part.element.tag in _BESIDE:
            at = part.end
            continue
        if part.own_sentences:
            yield part
        at += 1
