"""Counts prose, links, controls and pictures in the elements of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lemonde_parse.layout import Entry, Role
from lemonde_parse.reading.embeds import PLAYERS
from lemonde_parse.reading.visible import is_hidden
from lemonde_parse.selectors import with_attribute
from lemonde_parse.wording.punctuation import SENTENCE_ENDS, STOPS
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

SENTENCE: Final = 60
"""Minimum length of a text that counts as prose."""
HEADLINE: Final = 20
"""Minimum length of the text of a link to an article; shorter links are tags or buttons."""
NOTICE: Final = 700
"""Maximum length of a notice about cookies."""
_BREAK: Final = "\0"
_BREAKS: Final = re.compile(r"\0\s{0,99}\0")
_ENDS: Final = (*SENTENCE_ENDS, "”", '"', ":", ";", ")", "。", "！", "？")
_INLINE: Final = frozenset({Role.INLINE, Role.BREAK, Role.CREDIT})
# In Python 3.11, each look-up of an enumeration's member is as slow as reading an attribute of an
# element.
_IGNORE, _LINE_BREAK, _FIGURE, _EMBED = Role.IGNORE, Role.BREAK, Role.FIGURE, Role.EMBED
_WRITTEN: Final = frozenset({"textarea", "select"})
_TYPES: Final = frozenset({"email", "text", "search", "password", "tel", "url", "number"})
"""Types of input elements for text."""
_SHARERS: Final = re.compile(
    r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|//x)\.com/(?:intent|share)|"
    r"linkedin\.com/share|whatsapp|pinterest\.[a-z]{2,3}/pin/create|t\.me/share|"
    r"reddit\.com/submit|flipboard\.com|bsky\.app/intent|threads\.net/intent|getpocket\.com|"
    r"fb-messenger:|\Amailto:\?",
    re.IGNORECASE,
)
"""Addresses for sharing a page."""
_SHARE_BUTTON: Final = re.compile(r"\bshare[-_](?:btn|button|link)\b")
"""Classes of buttons that share a page with a script, without an address."""
_ACCOUNTS: Final = re.compile(
    r"[/.](?:abo|abonne(?:ment|r|z-vous)?s?|s-?abonner|connexion|login|log-in|signin|sign-in|"
    r"register|inscription|subscribe|subscriptions?|mon-?compte|my-?account|account|offres?)\b",
    re.IGNORECASE,
)
"""Addresses of accounts and subscriptions."""
_COOKIES: Final = re.compile("[Cc]ookie|COOKIE|[Tt]raceur|[Cc]onsent|CONSENT")
_CONSENT: Final = re.compile(
    r"(?:accept|autoris|refus|activ|dépôt|dépos|bloqué|respect|choix|consent)\w{0,12}\W[^.]{0,120}?"
    r"\b(?:cookies?|traceurs|consentement|consent)\b|"
    r"\b(?:cookies?|traceurs)\b[^.]{0,120}?\b(?:accept|autoris|refus|activ|dépos|bloqué)|"
    r"\b(?:we use|nous utilisons|partners|partenaires)\b[^.]{0,120}?\b(?:cookies|traceurs)\b",
    re.IGNORECASE,
)
"""Words of a notice about cookies, or of one that replaces a player until cookies are accepted."""


class Part:
    """Counts for an element and its descendants, except those that the layout removes.

    Input fields and buttons are counted even if they are removed.
    """

    # Slots are twice as fast as attributes with defaults in the class.
    __slots__ = (
        "block", "buttons", "controls", "element", "end", "entry", "first", "headings",
        "headlines", "is_linked", "is_removed", "labels", "last_link", "link", "linked", "links",
        "named", "order", "outer", "own_linked", "own_prose", "own_sentences", "pictures",
        "players", "prose", "sentences", "stops", "text", "unit", "units", "words",
    )  # fmt: skip

    def __init__(self, element: _Element, entry: Entry, outer: int, block: int, link: int) -> None:
        self.element = element
        self.entry = entry
        self.outer = outer
        """Index of the outer element; -1 for the root of a tree."""
        self.block = block
        """Index of the block that the text belongs to: the element itself or an outer one."""
        self.link = link
        """Index of the innermost link, which may be the element itself; -1 without a link."""
        self.end = 0
        """Index after the last descendant."""
        self.unit = ""
        """The element's own text, without that of inner blocks."""
        self.own_linked = 0
        """Length of the links in the own text."""
        self.order = 0
        """Index of the own text among the own texts of all blocks."""
        self.own_prose = 0
        """Length of the prose in the own text."""
        self.own_sentences = 0
        """Number of prose paragraphs in the own text."""
        self.is_linked = False
        """True if at least half of the own text is links."""
        self.is_removed = False
        """True if the layout removes the element, unless the element contains most of the prose."""
        # Totals of the element and its descendants
        self.first = -1
        """Index of the first block with text."""
        self.units = 0
        """Number of blocks with text."""
        self.words = 0
        self.text = 0
        """Number of characters. `linked` and `prose` also count characters."""
        self.linked = 0
        self.prose = 0
        self.sentences = 0
        """Number of prose paragraphs."""
        self.labels = 0
        """Number of blocks that are not prose, links or headings."""
        self.stops = 0
        """Number of labels that end with punctuation."""
        self.headings = 0
        self.headlines = 0
        """Number of linked blocks that are long enough for a headline."""
        self.links = 0
        self.named = 0
        """Number of links with text."""
        self.last_link = ""
        """Address of the last link; for a link, its own address."""
        self.controls = 0
        """Number of input fields."""
        self.buttons = self.pictures = self.players = 0


class Survey:
    """The parts of one or more trees, in page order."""

    def __init__(self, roots: Iterable[_Element], entries: Mapping[_Element, Entry]) -> None:
        self._entries = entries
        self.parts: list[Part] = []
        self.hidden: list[_Element] = []
        """The outermost hidden elements, which are not surveyed."""
        # Texts by the index of their block
        self._texts: defaultdict[int, list[str]] = defaultdict(list)
        for root in roots:
            if (entry := entries.get(root)) is not None:
                self._read(root, entry)
        self._add_up()

    def narrowed(self, root: _Element) -> Survey:
        """Return the survey of an element, reusing the counts; do not use the old survey
        afterwards."""
        parts = self.parts
        at = next((index for index, part in enumerate(parts) if part.element is root), None)
        if at is None or parts[at].block != at or parts[at].link >= 0:
            return Survey([root], self._entries)
        region = parts[at : parts[at].end]
        prose = sum(part.own_prose for part in region)
        if any(part.is_removed and 2 * part.prose > prose for part in region):
            return Survey([root], self._entries)
        for part in region:
            part.outer, part.block, part.link = part.outer - at, part.block - at, part.link - at
            part.end, part.first = part.end - at, part.first - at
        region[0].outer = -1
        narrowed = Survey((), self._entries)
        narrowed.parts = region
        return narrowed

    @cached_property
    def sharers(self) -> Sequence[int]:
        """Number of share links in each part."""
        return self._leading(_SHARERS)

    @cached_property
    def share_buttons(self) -> Sequence[int]:
        """Number of elements with a class for a share button in each part."""
        buttons = (
            (at, 1)
            for at, part in enumerate(self.parts)
            if "share" in (name := part.element.get("class") or "") and _SHARE_BUTTON.search(name)
        )
        return self._totals(buttons)

    @cached_property
    def accounts(self) -> Sequence[int]:
        """Number of links to log in or subscribe in each part."""
        return self._leading(_ACCOUNTS)

    @cached_property
    def consent(self) -> Sequence[int]:
        """Number of characters in notices about cookies in each part."""
        texts = ((at, part.unit) for at, part in enumerate(self.parts) if part.unit)
        return self._totals((at, len(unit)) for at, unit in texts if is_about_consent(unit))

    def children(self, index: int) -> Iterator[int]:
        """Yield the indices of an element's children."""
        at, end = index + 1, self.parts[index].end
        while at < end:
            yield at
            at = self.parts[at].end

    def units(self, index: int) -> Iterator[int]:
        """Yield the indices of the blocks with text in an element, including itself.

        Blocks in removed elements inside it are left out.
        """
        at, end = index, self.parts[index].end
        while at < end:
            part = self.parts[at]
            if part.is_removed and at > index:
                at = part.end
                continue
            if part.unit:
                yield at
            at += 1

    def all_units(self) -> Iterator[int]:
        """Yield the indices of all blocks with text, except in removed elements."""
        at = 0
        while at < len(self.parts):
            yield from self.units(at)
            at = self.parts[at].end

    def _leading(self, addresses: re.Pattern[str]) -> Sequence[int]:
        """Count the links to matching addresses in each part."""
        links = ((at, part) for at, part in enumerate(self.parts) if part.element.tag == "a")
        return self._totals((at, 1) for at, part in links if addresses.search(part.last_link))

    def _totals(self, counts: Iterable[tuple[int, int]]) -> Sequence[int]:
        """Return the sum of the counts of each part and its descendants, except removed ones.

        `counts` are pairs of a part's index and its own count.
        """
        parts = self.parts
        totals = [0] * len(parts)
        for index, count in counts:
            totals[index] = count
        for index in range(len(parts) - 1, 0, -1):
            if totals[index] and not (part := parts[index]).is_removed and part.outer >= 0:
                totals[part.outer] += totals[index]
        return totals

    def _read(self, root: _Element, entry: Entry) -> None:
        """Add the parts of a tree."""
        entries, parts, texts = self._entries, self.parts, self._texts
        hidden = {
            element
            for name in ("style", "hidden")
            for element, _ in with_attribute(root, name)
            if is_hidden(element)
        }
        index = self._add(root, entry, -1)
        # Open elements: remaining children, index, text after the end tag.
        stack: list[tuple[Iterator[_Element], int, str | None]] = [(iter(root), index, None)]
        while stack:
            children, index, after = stack[-1]
            for child in children:
                entry_of = entries.get(child)  # None: a comment
                if entry_of is None:
                    pass
                elif child in hidden:
                    self.hidden.append(child)
                elif (role := entry_of.role) is _IGNORE:
                    parts[index].controls += _is_control(child)
                elif role is _LINE_BREAK:
                    texts[parts[index].block].append(_BREAK)
                else:
                    inner = self._add(child, entry_of, index)
                    if len(child):
                        stack.append((iter(child), inner, child.tail))
                        break
                    parts[inner].end = inner + 1
                if tail := child.tail:
                    self._add_text(tail, parts[index])
            else:
                stack.pop()
                part = parts[index]
                part.end = len(parts)
                if after:
                    self._add_text(after, parts[part.outer])

    def _add(self, element: _Element, entry: Entry, outer: int) -> int:
        parts = self.parts
        index = block = len(parts)
        link = -1
        role, tag = entry.role, element.tag
        if outer >= 0:
            around = parts[outer]
            link = around.link
            if entry.mark is not None or role in _INLINE:
                block = around.block
        part = Part(element, entry, outer, block, link)
        parts.append(part)
        if tag == "a":
            if href := element.get("href"):
                part.link, part.links, part.last_link = index, 1, href
        elif tag == "button" or element.get("role") == "button":
            part.buttons = 1
        elif role is _FIGURE:
            part.pictures = 1
        elif role is _EMBED or tag in PLAYERS:
            part.players = 1
        elif tag in _WRITTEN or (tag == "input" and _is_control(element)):
            part.controls = 1
        if text := element.text:
            self._add_text(text, part)
        return index

    def _add_text(self, text: str, part: Part) -> None:
        block = part.block
        if text.isspace():
            if block in self._texts:
                self._texts[block].append(" ")
            return
        self._texts[block].append(text)
        if part.link >= 0:
            self.parts[block].own_linked += len(text.strip())
            self.parts[part.link].named = 1

    def _add_up(self) -> None:
        """Count the texts, then add the counts of each element to its outer element."""
        parts = self.parts
        whole = 0
        for order, (index, texts) in enumerate(self._texts.items()):
            part = parts[index]
            part.order = order
            _count(part, index, "".join(texts))
            whole += part.prose
        self._texts.clear()
        for part in reversed(parts):
            if part.entry.is_removed and 2 * part.prose <= whole:
                part.is_removed = True
            if part.outer < 0:
                continue
            around = parts[part.outer]
            # Count controls even if removed: the words next to a removed form belong to it.
            if part.controls or part.buttons:
                around.controls += part.controls
                around.buttons += part.buttons
            if not part.is_removed:
                _include(around, part, parts)


def is_about_consent(text: str) -> bool:
    """Match a notice about cookies."""
    return bool(len(text) <= NOTICE and _COOKIES.search(text) and _CONSENT.search(text))


def _is_control(element: _Element) -> bool:
    """Match a text input."""
    return element.tag == "input" and (element.get("type") or "text").lower() in _TYPES


def _count(part: Part, index: int, text: str) -> None:
    """Count the text of one block."""
    unit = tidy(text.replace(_BREAK, " "))
    if not unit:
        return
    length = len(unit)
    part.unit, part.first, part.units, part.text = unit, index, 1, length
    part.words = unit.count(" ") + 1
    part.linked = min(part.own_linked, length)
    part.is_linked = 2 * part.linked >= length
    if part.is_linked:
        part.headlines = length >= HEADLINE
    else:
        paragraphs = map(tidy, _BREAKS.split(text)) if _BREAK in text else (unit,)
        lengths = [len(one) for one in paragraphs if len(one) >= SENTENCE and one.endswith(_ENDS)]
        if lengths:
            part.own_prose = part.prose = sum(lengths)
            part.own_sentences = part.sentences = len(lengths)
    if part.entry.role is Role.HEADING:
        part.headings = 1
    elif not part.is_linked and not part.sentences:
        part.labels = 1
        part.stops = unit.endswith(STOPS)


def _include(around: Part, part: Part, parts: Sequence[Part]) -> None:
    """Add the counts of an element to its outer element, skipping counts of 0."""
    if part.pictures or part.players:
        around.pictures += part.pictures
        around.players += part.players
    if part.links:
        around.links += part.links
        around.named += part.named
        around.last_link = around.last_link or part.last_link
    if not part.units:
        return
    if around.first < 0 or parts[part.first].order < parts[around.first].order:
        around.first = part.first
    around.units += part.units
    around.words += part.words
    around.text += part.text
    if part.linked:
        around.linked += part.linked
        around.headlines += part.headlines
    if part.sentences:
        around.prose += part.prose
        around.sentences += part.sentences
    if part.labels:
        around.labels += part.labels
        around.stops += part.stops
    if part.headings:
        around.headings += part.headings


def kind_of(part: Part) -> tuple[str, str | None]:
    """Return the tag and class of an element, which an article's paragraphs share."""
    return str(part.element.tag), part.element.get("class")


def kind_of_paragraphs(units: Iterable[int], parts: list[Part]) -> tuple[str, str | None]:
    """Return the tag and class with the most text, counting only blocks with prose."""
    lengths: dict[tuple[str, str | None], int] = {}
    for index in units:
        part = parts[index]
        if part.own_sentences:
            kind = kind_of(part)
            lengths[kind] = lengths.get(kind, 0) + len(part.unit)
    return max(lengths, key=lambda kind: lengths[kind], default=("", None))
