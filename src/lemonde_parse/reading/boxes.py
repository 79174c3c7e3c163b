"""Finds boxes that are not part of the article, by their content.

Layouts identify the boxes of their paper by class. This module works on any page: it finds forms,
bars of buttons, dialogs, lists of links and cards. A box contains only a small share of the prose.
It also finds quotes, posts and pictures that are not marked up as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from attrs import evolve

from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.reading import rules
from lemonde_parse.reading.above import header
from lemonde_parse.reading.embeds import service_of_post
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.survey import (
    HEADLINE,
    NOTICE,
    Part,
    Survey,
    kind_of,
    kind_of_paragraphs,
)
from lemonde_parse.wording.matching import matcher
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.punctuation import STOPS

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PROSE: Final = 3
"""Maximum number of prose paragraphs in a box, except for cards and lists below a known title."""
_SHARE: Final = 4
"""Divisor of the content's prose: a box may have at most a quarter of the prose.

A list of teasers below a known title may have half of it.
"""
_TEASERS: Final = 5
"""Minimum number of teasers on a front page."""
_NEARLY_ALL: Final = 0.9
"""Minimum share of the prose in the innermost element around the article.

Boxes of links outside that element are boilerplate.
"""
_TAG: Final = 3
"""Maximum mean number of words per tag, or per button."""
_BOXES: Final = frozenset({Role.CONTAINER, Role.ASIDE, Role.LIST})
"""Roles of elements that may be boxes."""
_BETWEEN_LINKS: Final = 20
"""Minimum number of characters outside the links, in a paragraph of the article with several."""
_NEAR: Final = 5
"""Maximum number of elements between a box of related links and the label above it."""
_TITLE: Final = 160
"""Maximum length of the title of a box."""
_CAPTION: Final = 200
"""Maximum length of the text next to a picture or a player."""
_SENTENCE_CAPTION: Final = 400
"""Maximum length of a caption that is a sentence, in an element unlike the paragraphs."""
_HEADED: Final[dict[PhraseKind, Role]] = {
    "label": Role.RELATED,
    "beside": Role.RELATED,
    "newsletter": Role.NEWSLETTER,
    "promotion": Role.PROMOTION,
    "paywall": Role.PAYWALL,
    "comments": Role.COMMENTS,
    "share": Role.SHARE,
    "boilerplate": Role.BOILERPLATE,
    "advertisement": Role.ADVERTISEMENT,
}
"""Role of a box, by the kind of the phrase that it starts with."""


def mark_boxes(page_map: PageMap, descriptions: Iterable[str]) -> float:
    """Give roles to the boxes and the header inside the content. Most roles remove them.

    `descriptions` are those that the page declares. Return the share of paragraphs that are teasers
    for other pages.
    """
    if page_map.survey is not None and len(page_map.content) == 1:
        survey = page_map.survey.narrowed(page_map.content[0])
    else:
        survey = Survey(page_map.content, page_map.entries)
    marked = [*_Boxes(survey).found(), *header(page_map, survey, descriptions)]
    for element, role, rule in marked:
        page_map.entries[element] = evolve(
            page_map.entries[element],
            role=role,
            rule=rule,
            is_removed=role in REMOVED,
            is_line=False,
            is_text=False,
            mark=None,
        )
    return _teasers(survey)


def _teasers(survey: Survey) -> float:
    """Return the share of paragraphs that are teasers: those below a linked headline.

    Return 0 if there are fewer teasers than on a front page.
    """
    teasers = sentences = 0
    is_headline = False
    for at in survey.all_units():
        part = survey.parts[at]
        if part.own_sentences:
            sentences += 1
            teasers += is_headline
            is_headline = False
        elif part.entry.role is Role.HEADING:
            is_headline = part.is_linked
        elif part.is_linked and len(part.unit) >= HEADLINE:
            is_headline = True
    return teasers / sentences if teasers >= _TEASERS else 0.0


class _Boxes:
    """Finds the boxes in the content."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._parts = self._survey.parts
        regions = [part for part in self._parts if part.outer < 0]
        self._prose = sum(part.prose for part in regions)
        prose = [at for at, part in enumerate(self._parts) if part.own_sentences]
        self._first = prose[0] if prose else len(self._parts)
        self._last = prose[-1] if prose else -1
        self._kind = kind_of_paragraphs(prose, self._parts)
        self._core = self._around_prose()

    def _around_prose(self) -> range:
        """Return the indices of the smallest element with nearly all of the prose, and of its
        descendants."""
        children = [at for at, part in enumerate(self._parts) if part.outer < 0]
        core = range(len(self._parts))
        while children:
            fullest = max(children, key=lambda at: self._parts[at].prose)
            part = self._parts[fullest]
            if part.prose < _NEARLY_ALL * self._prose or part.own_sentences:
                break
            core = range(fullest, part.end)
            children = list(self._survey.children(fullest))
        return core

    def found(self) -> Iterator[tuple[_Element, Role, str]]:
        """Yield the boxes, each with its role and rule."""
        if not self._prose:
            return
        at = 0
        while at < len(self._parts):
            part = self._parts[at]
            judged = self._judge(at) if part.outer >= 0 else None
            if judged is None:
                # Items of a list are not tested individually.
                at = part.end if part.entry.role is Role.LIST and part.outer >= 0 else at + 1
                continue
            role, rule = judged
            if role is Role.RELATED:
                yield from self._links(at, rule)
                yield from self._opened(at, rule)
            else:
                yield part.element, role, rule
            at = part.end

    def _judge(self, at: int) -> tuple[Role, str] | None:
        part = self._parts[at]
        if part.element.tag == "q" and part.entry.role is Role.INLINE and self._is_alone(part):
            return Role.QUOTE, rules.QUOTED
        if part.element.tag == "blockquote" and service_of_post(part.last_link):
            return Role.EMBED, rules.POST
        if part.entry.role is Role.PARAGRAPH and self._are_share_buttons(at):
            return Role.SHARE, rules.SHARERS
        if part.entry.role not in _BOXES or not part.text:
            return None
        if self._are_announced(at):
            return Role.RELATED, rules.HEADED
        if _SHARE * part.prose > self._prose:
            return None
        judged = self._with_little_prose(at) if part.sentences <= _MOST_PROSE else None
        if judged is None and part.headlines > 1 and self._are_cards(at):
            return Role.RELATED, rules.CARDS
        return judged

    def _with_little_prose(self, at: int) -> tuple[Role, str] | None:
        """Classify an element with few paragraphs of prose, or none."""
        part = self._parts[at]
        element = part.element
        if element.get("role") == "dialog" or element.get("aria-modal") == "true":
            return Role.BOILERPLATE, rules.DIALOG
        if part.controls and not part.players:
            return Role.BOILERPLATE, rules.FORM
        if (part.buttons or part.links) and NOTICE >= part.text <= 2 * self._survey.consent[at]:
            return Role.BOILERPLATE, rules.CONSENT
        if (judged := self._by_heading(at)) is not None:
            return judged
        if part.buttons and self._survey.accounts[at]:
            return Role.PROMOTION, rules.ACCOUNT
        return self._is_captioned(at) if part.prose else self._without_prose(at)

    def _are_announced(self, at: int) -> bool:
        """Match a list of teasers, each with a sentence, below a title for related links."""
        part = self._parts[at]
        return (
            _MOST_PROSE < part.sentences <= part.links
            and 2 * part.prose <= self._prose
            and self._by_heading(at) == (Role.RELATED, rules.HEADED)
        )

    def _without_prose(self, at: int) -> tuple[Role, str] | None:
        """Classify an element without prose."""
        part = self._parts[at]
        if (part.links > 1 and self._survey.sharers[at]) or self._are_share_buttons(at):
            return Role.SHARE, rules.SHARERS
        if part.players:
            is_short = part.text <= _CAPTION and not (part.headings or part.stops)
            return (Role.EMBED, rules.PLAYER) if part.players == 1 and is_short else None
        if not part.links:
            return self._is_picture(at)
        if 2 * part.linked >= part.text:
            is_apart = not (self._first < at < self._last or self._is_labelled(at))
            if part.named > 1 and is_apart and part.words <= _TAG * part.named:
                return Role.TAGS, rules.TAGS
            if self._is_sentence(part):
                return None
            if part.headlines and (part.entry.role is not Role.LIST or part.pictures):
                return Role.RELATED, rules.LINKS
        return None

    def _are_share_buttons(self, at: int) -> bool:
        """Match several buttons that share the page with a script."""
        part = self._parts[at]
        buttons = self._survey.share_buttons[at]
        return buttons > 1 and 0 < part.words <= _TAG * buttons

    def _is_sentence(self, part: Part) -> bool:
        """Match a single paragraph like those of the article, with words around its links."""
        text = self._parts[part.first]
        return (
            part.units == 1
            and part.links > 1
            and text.unit.endswith(STOPS)
            and text.text - text.own_linked >= _BETWEEN_LINKS
            and kind_of(text) == self._kind
        )

    def _is_labelled(self, at: int) -> bool:
        """Match an element below the label of related links."""
        above = range(at - 1, max(at - 1 - _NEAR, -1), -1)
        unit = next((self._parts[index].unit for index in above if self._parts[index].unit), "")
        return _is_label(unit)

    def _is_picture(self, at: int) -> tuple[Role, str] | None:
        """Classify an element with a picture and a short text, which is the caption."""
        part = self._parts[at]
        is_caption = (
            part.pictures == part.labels == 1 and not part.headings and part.text <= _CAPTION
        )
        return (Role.FIGURE, rules.PICTURE) if is_caption else None

    def _is_captioned(self, at: int) -> tuple[Role, str] | None:
        """Classify an element with a picture and a caption that is one sentence."""
        part = self._parts[at]
        is_caption = (
            part.pictures == part.units == part.sentences == 1
            and not (part.named or part.headings or part.players)
            and part.text <= _SENTENCE_CAPTION
            and kind_of(self._parts[part.first]) != self._kind
        )
        return (Role.FIGURE, rules.PICTURE) if is_caption else None

    def _by_heading(self, at: int) -> tuple[Role, str] | None:
        """Classify an element by its first text, if that is a known phrase."""
        first = self._parts[at].first
        if first == at or len(self._parts[first].unit) > _TITLE:
            return None
        phrase = matcher(*_HEADED).phrase_of(self._parts[first].unit)
        if phrase is None:
            return None
        role = _HEADED[phrase.kind]
        if role is Role.RELATED and not self._parts[at].links:
            return None
        return role, rules.HEADED

    def _are_cards(self, at: int) -> bool:
        """Match an element whose repeated children are linked headlines with at most a sentence
        each, and contain all of its prose."""
        part = self._parts[at]
        cards: Counter[tuple[str, str | None]] = Counter()
        prose = 0
        for inner in self._survey.children(at):
            child = self._parts[inner]
            if child.headlines and child.sentences <= child.headlines:
                cards[str(child.element.tag), child.element.get("class")] += 1
                prose += child.prose
        return bool(cards) and max(cards.values()) > 1 and prose == part.prose

    def _is_alone(self, part: Part) -> bool:
        """Match an inline element before or after another element, without text next to it."""
        element = part.element
        before, after = element.getprevious(), element.getnext()
        around = self._parts[part.outer].element
        beside = (element.tail, around.text if before is None else before.tail)
        return (before is not None or after is not None) and not any(
            (text or "").strip() for text in beside
        )

    def _links(self, at: int, rule: str) -> Iterator[tuple[_Element, Role, str]]:
        """Yield the elements of the texts in a box of links, each with its role and rule.

        The longest text of each link is a related headline, a known title at the start is the
        label, and other texts are boilerplate. Outside the element with nearly all of the prose,
        the entire box is boilerplate.
        """
        if at not in self._core:
            yield self._parts[at].element, Role.BOILERPLATE, rule
            return
        units = sorted(self._survey.units(at), key=lambda unit: self._parts[unit].order)
        longest: dict[int, int] = {}
        for unit in units:
            part = self._parts[unit]
            if part.is_linked:
                link = part.link if part.link >= 0 else unit
                if link not in longest or len(part.unit) > len(self._parts[longest[link]].unit):
                    longest[link] = unit
        has_label = not self._parts[units[0]].is_linked and _is_label(self._parts[units[0]].unit)
        kinds = {
            kind_of(self._parts[unit])
            for unit in longest.values()
            if has_label or len(self._parts[unit].unit) >= HEADLINE
        }
        heads = {unit for unit in longest.values() if kind_of(self._parts[unit]) in kinds}
        for unit in units:
            if unit in heads or (has_label and unit == units[0]):
                yield self._parts[unit].element, Role.RELATED, rule
            else:
                yield from self._removed(unit, rule)

    def _removed(self, unit: int, rule: str) -> Iterator[tuple[_Element, Role, str]]:
        """Yield the element of a text; if that contains blocks, yield only its inline elements."""
        part = self._parts[unit]
        if part.units == 1:
            yield part.element, Role.BOILERPLATE, rule
            return
        for at in self._survey.children(unit):
            if self._parts[at].block == unit:
                yield self._parts[at].element, Role.BOILERPLATE, rule

    def _opened(self, at: int, rule: str) -> Iterator[tuple[_Element, Role, str]]:
        """Yield the lists, tables and asides in a box as containers, so that each of their texts
        becomes a line."""
        for part in self._parts[at : self._parts[at].end]:
            if not part.unit and part.entry.role in (Role.LIST, Role.TABLE, Role.ASIDE):
                yield part.element, Role.CONTAINER, rule


def _is_label(text: str) -> bool:
    """Match the title of a box of links, which becomes their label."""
    labels = matcher("label", "beside", "related")
    return len(text) <= _TITLE and labels.phrase_of(text.rstrip(" :")) is not None
