"""Finds kicker, standfirst, byline and dates in the content, above the article's text.

In unknown layouts, the content often includes the header of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from lemonde_parse.layout import Field, Role
from lemonde_parse.reading import rules
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.survey import SENTENCE, Part, Survey, kind_of, kind_of_paragraphs
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.wording.matching import fold, is_phrase, letters

if TYPE_CHECKING:
    from lxml.etree import _Element

Found = tuple["_Element", Role, str]

_REACH: Final = 24
"""Maximum number of blocks to check at the start of the content."""
_LEAST: Final = 40
"""Minimum number of letters and digits in a standfirst and in the description that it matches."""
_LONGEST_DATELINE: Final = 240
_PUBLISHED: Final = re.compile(
    r"\b(?:publi(?:ée?|cation)|mise? à jour|modifiée?|mis en ligne|posté|créé|"
    r"published|updated|posted)\b"
    r".{0,40}?\d{1,2}(?:er)?[ /.-](?:\d{1,2}|[a-zûé]{3,9}\.?)[ /.-]\d{4}"
    r"(?:.{0,40}?\d{1,2} ?[h:] ?\d{0,2}|\W*\Z)|"
    r"\d{1,2}(?:er)? [a-zûé]{3,9}\.? \d{4}\W{1,5}(?:mis à jour|(?:last )?updated)\b",
    re.IGNORECASE,
)
_HEADER_ROLES: Final = frozenset({Role.PARAGRAPH, Role.CONTAINER})
"""Roles of bylines, dates and labels between title and text."""
_SIGNED: Final = re.compile(r"(?:Par|By|Écrit par|Rédigé par) [A-ZÀ-Ý]")


def header(page_map: PageMap, survey: Survey, descriptions: Iterable[str]) -> Iterator[Found]:
    """Yield the elements of the header inside the content, each with a role and a rule.

    Also adds kicker, standfirst and byline to the fields, unless the layout located them. Datelines
    are always added.
    """
    parts = survey.parts
    title = _title(page_map, parts)
    declared = [stem for text in descriptions if len(stem := letters(text)) >= _LEAST]
    kind = kind_of_paragraphs(survey.all_units(), parts)
    is_first = True
    # The dates of publication and of the last change may be on separate lines.
    datelines = page_map.fields.setdefault("dates", [])
    for count, at in enumerate(survey.all_units()):
        part = parts[at]
        if count >= _REACH:
            return
        if title in (at, part.block):
            continue
        if at < title:
            if part.own_sentences and kind_of(part) == kind:
                return
            if is_phrase(part.unit, "genre"):
                _add(page_map, "kicker", part)
            yield part.element, Role.METADATA, rules.ABOVE_TITLE
            continue
        if len(part.unit) <= _LONGEST_DATELINE and _PUBLISHED.search(fold(part.unit)):
            datelines.append(part.element)
            yield part.element, Role.METADATA, rules.DATELINE
            continue
        if _is_standfirst(part, kind, declared) or (
            title >= 0 and is_first and _is_below_title(part, kind)
        ):
            page_map.fields.setdefault("description", [_standfirst(page_map, part.element)])
            yield part.element, Role.METADATA, rules.STANDFIRST
        elif part.own_sentences and kind_of(part) == kind:
            return
        elif title >= 0 and kind_of(part) != kind and _is_beside_title(part, parts):
            if _SIGNED.match(fold(part.unit)):
                _add(page_map, "byline", part)
            yield part.element, Role.METADATA, rules.BELOW_TITLE
        is_first = is_first and len(part.unit) < SENTENCE


def _title(page_map: PageMap, parts: list[Part]) -> int:
    """Return the index of the headline; -1 if it is outside the content."""
    headline = next(iter(page_map.fields.get("headline", ())), None)
    return next((at for at, part in enumerate(parts) if part.element is headline), -1)


def _is_standfirst(part: Part, kind: tuple[str, str | None], declared: list[str]) -> bool:
    """Match the description that the page declares, if it stands out from the paragraphs.

    It must be bold, or have a tag or class that the paragraphs do not have.
    """
    if part.is_linked or (kind_of(part) == kind and not _is_bold(part)):
        return False
    if part.entry.role is Role.PARAGRAPH and part.element.tag != "p":
        return False
    stem = letters(part.unit)
    return len(stem) >= _LEAST and any(
        stem.startswith(other) or other.startswith(stem) for other in declared
    )


def _is_below_title(part: Part, kind: tuple[str, str | None]) -> bool:
    """Match a long text in a heading, or in a paragraph with a class.

    Its tag or class must differ from those of the article's paragraphs.
    """
    if part.is_linked or len(part.unit) < SENTENCE or kind_of(part) == kind:
        return False
    return part.entry.role is Role.HEADING or (
        part.element.tag == "p" and bool(part.element.get("class"))
    )


def _is_beside_title(part: Part, parts: list[Part]) -> bool:
    """Match a short text outside figures and lists, such as a byline, a date or a label."""
    while not part.own_sentences and not part.is_linked and part.entry.role in _HEADER_ROLES:
        if part.outer < 0:
            return True
        part = parts[part.outer]
    return False


def _is_bold(part: Part) -> bool:
    """Match a paragraph that consists of bold text."""
    element = part.element
    return (
        len(element) == 1
        and element[0].tag in ("strong", "b")
        and not (element.text or "").strip()
        and not (element[0].tail or "").strip()
    )


def _standfirst(page_map: PageMap, element: _Element) -> _Element | str:
    """Return a standfirst, without the kicker at its start."""
    first = next(element.iterchildren("*"), None)
    if first is None or (element.text or "").strip():
        return element
    if not any(name == "kicker" for name, _ in page_map.entries[first].fields):
        return element
    return visible_text(element).removeprefix(visible_text(first)).strip()


def _add(page_map: PageMap, name: Field, part: Part) -> None:
    page_map.fields.setdefault(name, [part.element])
