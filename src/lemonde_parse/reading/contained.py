"""Detects text of the article in elements whose class says that they are removed.

Pages wrap paragraphs in slots for advertisements, and open texts in the wall of closed ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from attrs import define, field

from lemonde_parse.layout import Entry, Role
from lemonde_parse.reading.embeds import PLAYERS
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.wording.matching import matcher
from lemonde_parse.wording.phrases import PhraseKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SLOTS: Final = frozenset({Role.ADVERTISEMENT, Role.PROMOTION})
"""Roles of elements that scripts put around paragraphs."""
_WALLS: Final = _SLOTS | {Role.PAYWALL, Role.BOILERPLATE}
"""Roles of elements that may be around most of a text. Not comments, which are prose."""
_WALL_WORDS: Final[tuple[PhraseKind, ...]] = ("notice", "paywall", "badge")
_SENTENCE: Final = 40
"""Minimum length of a paragraph that counts as prose."""
_LEAST_IN_SLOT: Final = 2
"""Minimum number of paragraphs in a slot, if those of the article have no class."""
_LEAST_IN_WALL: Final = 3
"""Minimum number of paragraphs in a wall with more prose than the rest of the content."""
_MANY: Final = 12
"""Number of paragraphs of prose that neither walls nor boilerplate have."""
_NEAR: Final = 8
"""Maximum number of elements between a slot and a paragraph beside it."""
_ENDS: Final = (".", "!", "?", "…", "»", "”", '"', ":")


@define
class _Parts:
    """The parts of an element by which it is told."""

    paragraphs: list[_Element] = field(factory=list)
    links: int = 0
    """Number of links outside of paragraphs."""
    has_player: bool = False
    texts: list[str] = field(factory=list)
    """The first words of each element."""


class ArticleText:
    """The paragraphs of a content region, to compare with those in elements to remove."""

    def __init__(self, root: _Element, entries: Mapping[_Element, Entry]) -> None:
        self._root = root
        self._entries = entries

    def is_in(self, element: _Element, role: Role) -> bool:
        """Return True if an element with a removed role has paragraphs of the article in it.

        In a slot these have the class of the paragraph beside it or, without a class, are two
        sentences. In a wall they are more prose than the rest of the region, or a dozen sentences;
        or the wall is a player, without the words of one.
        """
        if role not in _WALLS or not len(element):
            return False
        parts = self._parts(list(element))
        if role is Role.PAYWALL and parts.has_player:
            return matcher(*_WALL_WORDS).find(" ".join(parts.texts)) is None
        if not parts.paragraphs:
            return False
        if role in _SLOTS and _are_alike(parts, _beside(element)):
            return True
        return _is_most(parts, self._outside)

    def is_below(self, element: _Element) -> bool:
        """Return True if the article goes on below an element at which a layout ends it.

        There is more prose below than above, or there are a dozen sentences below.
        """
        below: list[_Element] = []
        around: _Element | None = element
        while around is not None and around is not self._root:
            below += around.itersiblings("*")
            around = around.getparent()
        parts = self._parts(below)
        return bool(parts.paragraphs) and _is_most(
            parts, self._outside - sum(_prose(parts.paragraphs))
        )

    @cached_property
    def _outside(self) -> int:
        """Length of the prose outside of removed elements."""
        return sum(_prose(self._parts(list(self._root)).paragraphs))

    def _parts(self, elements: list[_Element]) -> _Parts:
        """Return the parts of some elements.

        Removed elements in it are left out, so that elements within others are read once.
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


def _is_most(parts: _Parts, beside: int) -> bool:
    """Match more prose than the length beside it, or a dozen sentences."""
    prose = _prose(parts.paragraphs)
    # A list of teasers has a link for each.
    if len(prose) < max(_LEAST_IN_WALL, parts.links + 1):
        return False
    return len(prose) >= _MANY or sum(prose) > beside


def _beside(element: _Element) -> _Element | None:
    """Return the nearest paragraph before an element, else the nearest after it."""
    near = chain(
        islice(element.itersiblings("*", preceding=True), _NEAR),
        islice(element.itersiblings("*"), _NEAR),
    )
    return next((sibling for sibling in near if sibling.tag == "p"), None)


def _are_alike(parts: _Parts, beside: _Element | None) -> bool:
    """Match paragraphs in a slot that are like the one beside it."""
    if beside is None:
        return False
    name = beside.get("class")
    alike = [part for part in parts.paragraphs if part.get("class") == name]
    if name:
        return any((text := visible_text(part)) and not _is_linked(part, text) for part in alike)
    return not parts.links and len(_prose(alike)) >= _LEAST_IN_SLOT


def _prose(paragraphs: list[_Element]) -> list[int]:
    """Return the lengths of those paragraphs that are sentences."""
    texts = ((part, visible_text(part)) for part in paragraphs)
    return [
        len(text)
        for part, text in texts
        if len(text) >= _SENTENCE and text.endswith(_ENDS) and not _is_linked(part, text)
    ]


def _is_linked(paragraph: _Element, text: str) -> bool:
    """Match a paragraph that is links for one half or more, as in teasers and offers."""
    return 2 * sum(len(visible_text(link)) for link in paragraph.iter("a")) >= len(text)
