"""Describes the formats of exports, files of documents from press databases and wallabag.

A description says how to recognise a format, how to split it into documents, and how to assign
their lines to parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from lemonde_parse.layout import Layout, Role

Part: TypeAlias = Literal[
    # Part of the article
    "headline", "kicker", "description", "byline", "body",
    # Removed after its fields are read
    "publisher", "head", "date", "time", "section", "page", "words", "language", "identifier",
    # Only removed; links in "elsewhere" may also be the article's canonical URL
    "metadata", "boilerplate", "elsewhere",
]  # fmt: skip
"""The function of a line in its document; "head" combines section, date, length and page."""
Zone: TypeAlias = Literal["header", "lead", "body", "tail"]
"""The zones of a document, in order; "lead" is between the fields and the text."""

KEPT: Final[frozenset[Part]] = frozenset({"headline", "kicker", "description", "byline", "body"})
"""Parts that are kept in the article."""
REMOVED_AS: Final[Mapping[Part, Role]] = {
    "boilerplate": Role.BOILERPLATE,
    "elsewhere": Role.BOILERPLATE,
}
"""The roles of removed parts; `Role.METADATA` for those without a row."""
WORDS: Final = "(?:mots?|words?|Wörter|Wort|palabras?|parol[ae]|palavras?|woord(?:en)?)"
"""Pattern for the word after the number in a document's length, "350 mots", in the databases'
languages."""
ANY_ZONE: Final[frozenset[Zone]] = frozenset({"header", "lead", "body", "tail"})
NO_BODY: Final[frozenset[Zone]] = frozenset({"header", "tail"})


@frozen
class LineRow:
    """A pattern, and the part of the lines that match it."""

    part: Part
    pattern: re.Pattern[str]
    """Matches the start of the line."""
    zones: frozenset[Zone] = ANY_ZONE
    """Zones that may contain such lines."""
    then: Zone | None = None
    """The zone after this line; None for no change."""
    is_below_anchor: bool = False
    """True to match only directly below the anchor (see `Grammar.anchor`)."""


@frozen
class LabelRow:
    """The part of lines that start with a label."""

    part: Part
    zone: Zone = "header"
    """A label of the header must be above the text; a label of the tail ends the text."""
    then: Zone | None = None
    """The zone after this line; None for the zone of the label."""
    is_alone: bool = False
    """True if the label may be on its own line, without a colon."""
    is_word: bool = False
    """True for a word that may also begin a paragraph. It ends the text if only labels follow."""


@frozen(kw_only=True, eq=False)
class Grammar:
    """Assigns a document's lines to parts, by element, code, label, pattern or position."""

    codes: Mapping[str, Part] = field(factory=dict)
    """Field codes, in an element or at the start of a line."""
    labels: Mapping[str, LabelRow] = field(factory=dict)
    """Words before a colon; those with `is_alone` may also be on a line of their own."""
    rows: tuple[LineRow, ...] = ()
    """Patterns of lines; the first one that matches is used."""
    anchor: Part = "head"
    """The part of the anchor, the line to which `above` and `below` are relative."""
    above: tuple[Part, ...] = ()
    """The part for each line above the anchor, the nearest first, if no row matches."""
    below: tuple[Part, ...] = ()
    """The part for each line below the anchor, in order, if no row matches."""
    beside_headline: tuple[Part, Part] = ("kicker", "description")
    """Two parts: for lines above a headline, and for lines below it that are not names. The first
    is only used if an element, code or label identifies the headline."""
    anchor_is_last: bool = False
    """True if title, standfirst and names are above the anchor, so that lines below it are
    metadata."""
    below_anchor: Part | None = None
    """The part for all lines below the anchor, up to an empty line, instead of those in `below`.
    Only used for text exports."""
    has_blocks: bool = False
    """True if adjacent lines of the header form one item, and empty lines separate items. Ignored
    in a text without empty lines."""
    opens_text: bool = False
    """True if the text starts directly below the names, without a label or anchor."""


@frozen(kw_only=True, eq=False)
class PageExport:
    """Describes a format of exports in HTML."""

    name: str
    """Unique name, used in the report."""
    seen: str
    """Years, and the evidence for the description."""
    signs: tuple[bytes, ...]
    """Byte strings, at least one of which is in every export of this format. A quick test before
    `marks`."""
    marks: tuple[re.Pattern[bytes], ...]
    """Patterns that must all match somewhere in the source."""
    begin: re.Pattern[bytes] | None = None
    """Matches the start of each document; if None, it starts where the previous one ends."""
    end: re.Pattern[bytes] | None = None
    """Matches the end of each document that was not cut off."""
    layout: Layout
    """The layout with the roles of elements."""
    cells: Mapping[str, Part] = field(factory=dict)
    """The part of the elements that a selector of `layout` matches, by selector."""
    zones: Mapping[str, Zone] = field(factory=dict)
    """The zone of elements, by tag or by class (".DocText"). Text between these elements belongs to
    the zone above it."""
    code_cell: str = ""
    """The selector of `layout` for elements with a field code, which determines the part of the
    elements after them."""
    grammar: Grammar


@frozen(kw_only=True, eq=False)
class TextExport:
    """Describes a format of exports in text."""

    name: str
    """Unique name, used in the report."""
    seen: str
    """Years, and the evidence for the description."""
    signs: tuple[str, ...]
    """Strings, at least one of which is in every export of this format. A quick test before
    `marks`."""
    marks: tuple[re.Pattern[str], ...]
    """Patterns that must all match somewhere in the source."""
    begin: re.Pattern[str] | None = None
    """Matches the start of each document; if None, it starts where the previous one ends."""
    end: re.Pattern[str] | None = None
    """Matches the end of each document that was not cut off."""
    grammar: Grammar
