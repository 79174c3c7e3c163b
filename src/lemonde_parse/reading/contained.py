"""Detects text of the article inside elements that are removed because of their class.

Some pages wrap paragraphs in advertisement slots, or the text of a free article in the element of
the paywall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from attrs import define, field

from lemonde_parse.layout import Entry, Role
from lemonde_parse.reading.embeds import PLAYERS
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.wording.matching import matcher
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.punctuation import SENTENCE_ENDS

if TYPE_CHECKING:
    from lxml.etree import _Element

_SLOTS: Final = frozenset({Role.ADVERTISEMENT, Role.PROMOTION})
"""Roles of elements that scripts may put around paragraphs."""
_WALLS: Final = _SLOTS | {Role.PAYWALL, Role.BOILERPLATE}
"""Roles of elements that may contain most of the text. Readers' comments are not among them, since
they are prose but never the article."""
_WALL_WORDS: Final[tuple[PhraseKind, ...]] = ("notice", "paywall", "badge")
_SENTENCE: Final = 40
"""Minimum length of a paragraph that counts as prose."""
_LEAST_IN_SLOT: Final = 2
"""Minimum number of paragraphs in a slot, if the paragraphs of the article have no class."""
_LEAST_IN_WALL: Final = 3
"""Minimum number of prose paragraphs in (or below) an element that has most of the text."""
_MANY: Final = 12
"""Minimum number of prose paragraphs that are always part of the article; notices have fewer."""
_NEAR: Final = 8
"""Maximum number of elements between a slot and a neighbouring paragraph."""
_ENDS: Final = (*SENTENCE_ENDS, "”", '"', ":")


@define
class _Parts:
    """The content of an element, to compare with the article."""

    paragraphs: list[_Element] = field(factory=list)
    links: int = 0
    """Number of links outside paragraphs."""
    has_player: bool = False
    texts: list[str] = field(factory=list)
    """The text at the start of each element."""


class ArticleText:
    """Compares the content's paragraphs with those in elements to remove."""

    def __init__(
        self,
        root: _Element,
        entries: Mapping[_Element, Entry],
        walled: Callable[[], Mapping[tuple[Role, str | None], list[int]]],
    ) -> None:
        self._root = root
        self._entries = entries
        self._walled = walled
        """Returns `walled_prose` of the page; called only if needed."""

    def is_in(self, element: _Element, role: Role) -> bool:
        """Return True if an element that should be removed contains paragraphs of the article.

        Only slots (for advertisements or promotions), paywalls and boilerplate are examined. One of
        these conditions must be met:

        - The element has more prose than the rest of the content, or a dozen paragraphs of prose.
          If the element is a paragraph, all paragraphs with its role and class count.
        - A paragraph in a slot has the same class as the paragraph next to the slot, and is not a
          link. If neither has a class, the slot must have two paragraphs of prose, and no links
          outside paragraphs.

        A paywall with a video or audio player contains the article, unless its text includes a
        phrase of a paywall.
        """
        if role not in _WALLS:
            return False
        if element.tag == "p":
            return self._is_paragraph(element, role)
        if not len(element):
            return False
        parts = self._parts(list(element))
        if role is Role.PAYWALL and parts.has_player:
            return matcher(*_WALL_WORDS).find(" ".join(parts.texts)) is None
        if not parts.paragraphs:
            return False
        if role in _SLOTS and _are_alike(parts, _beside(element)):
            return True
        return self._is_most(parts)

    def _is_most(self, parts: _Parts) -> bool:
        """Return True if the parts have more prose than the rest, or a dozen paragraphs of it."""
        prose = _enough_prose(parts)
        return bool(prose) and self._are_most(prose)

    def _are_most(self, prose: list[int]) -> bool:
        return len(prose) >= _MANY or sum(prose) > self._outside

    def _is_paragraph(self, element: _Element, role: Role) -> bool:
        """Return True if most of the text is in paragraphs of this role and class."""
        prose = self._walled().get((role, element.get("class")), [])
        return len(prose) >= _LEAST_IN_WALL and self._are_most(prose)

    def is_below(self, element: _Element) -> bool:
        """Return True if the article continues below an element that should end it.

        There must be more prose below than above, or at least a dozen paragraphs of prose below.
        """
        below: list[_Element] = []
        around: _Element | None = element
        while around is not None and around is not self._root:
            below += around.itersiblings("*")
            around = around.getparent()
        prose = _enough_prose(self._parts(below))
        return bool(prose) and (len(prose) >= _MANY or 2 * sum(prose) > self._outside)

    @cached_property
    def _outside(self) -> int:
        """Length of the prose outside removed elements."""
        return sum(_prose(self._parts(list(self._root)).paragraphs))

    def _parts(self, elements: list[_Element]) -> _Parts:
        """Collect the content of some elements.

        Skip inner elements that are to be removed; they are compared separately.
        """
        parts = _Parts()
        waiting = elements
        while waiting:
            element = waiting.pop()
            entry = self._entries.get(element)
            if entry is None or entry.is_removed or entry.role is Role.IGNORE:  # None: a comment
                continue
            if element.text:
                parts.texts.append(element.text)
            if element.tag == "p":
                parts.paragraphs.append(element)
            elif element.tag in PLAYERS:
                parts.has_player = True
            else:
                parts.links += element.tag == "a"
                waiting += element
        return parts


def walled_prose(entries: Mapping[_Element, Entry]) -> dict[tuple[Role, str | None], list[int]]:
    """Return the lengths of the prose paragraphs with a role in `_WALLS`, by role and class."""
    paragraphs: defaultdict[tuple[Role, str | None], list[_Element]] = defaultdict(list)
    for part, entry in entries.items():
        if part.tag == "p" and entry.role in _WALLS:
            paragraphs[entry.role, part.get("class")].append(part)
    return {kind: _prose(alike) for kind, alike in paragraphs.items()}


def _enough_prose(parts: _Parts) -> list[int]:
    """Return the lengths of the paragraphs of prose, or an empty list if there are too few.

    There must be more paragraphs than links, because each teaser has a link.
    """
    prose = _prose(parts.paragraphs)
    return prose if len(prose) >= max(_LEAST_IN_WALL, parts.links + 1) else []


def _beside(element: _Element) -> _Element | None:
    """Return the nearest paragraph before an element, or else the nearest one after it."""
    near = chain(
        islice(element.itersiblings("*", preceding=True), _NEAR),
        islice(element.itersiblings("*"), _NEAR),
    )
    return next((sibling for sibling in near if sibling.tag == "p"), None)


def _are_alike(parts: _Parts, beside: _Element | None) -> bool:
    """Return True if paragraphs in a slot have the same class as the paragraph next to it."""
    if beside is None:
        return False
    name = beside.get("class")
    alike = [part for part in parts.paragraphs if part.get("class") == name]
    if name:
        return any((text := visible_text(part)) and not _is_linked(part, text) for part in alike)
    return not parts.links and len(_prose(alike)) >= _LEAST_IN_SLOT


def _prose(paragraphs: list[_Element]) -> list[int]:
    """Return the lengths of the paragraphs that are prose."""
    texts = ((part, visible_text(part)) for part in paragraphs)
    return [
        len(text)
        for part, text in texts
        if len(text) >= _SENTENCE and text.endswith(_ENDS) and not _is_linked(part, text)
    ]


def _is_linked(paragraph: _Element, text: str) -> bool:
    """Return True if at least half of a paragraph is links, as in teasers and offers."""
    return 2 * sum(len(visible_text(link)) for link in paragraph.iter("a")) >= len(text)
