"""The record of an export's layout: how its documents are split, and what each line of one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from lemonde_parse.layout import Layout, Role

Part: TypeAlias = Literal[
    # Their words are in the article
    "headline", "kicker", "description", "byline", "body",
    # Read, and removed from the body
    "publisher", "head", "date", "time", "section", "page", "words", "language", "identifier",
    # Removed
    "metadata", "boilerplate", "elsewhere",
]  # fmt: skip
"""The role of a document's line; "head" has section, date, length and page."""
Zone: TypeAlias = Literal["header", "lead", "body", "tail"]
"""A document's zones, in order; "lead" is between its fields and its text."""

KEPT: Final[frozenset[Part]] = frozenset({"headline", "kicker", "description", "byline", "body"})
"""Parts whose words the article holds."""
REMOVED_AS: Final[Mapping[Part, Role]] = {
    "boilerplate": Role.BOILERPLATE,
    "elsewhere": Role.BOILERPLATE,
}
"""The role of the other parts; `Role.METADATA` without a row."""
WORDS: Final = "(?:mots?|words?|Wörter|Wort|palabras?|parol[ae]|palavras?|woord(?:en)?)"
"""Pattern of the unit of a document's length, in the languages of databases."""
ANY_ZONE: Final[frozenset[Zone]] = frozenset({"header", "lead", "body", "tail"})
NO_BODY: Final[frozenset[Zone]] = frozenset({"header", "tail"})


@frozen
class LineRow:
    """A form of line, and the part that it is."""

    part: Part
    pattern: re.Pattern[str]
    """Matches the beginning of the line."""
    zones: frozenset[Zone] = ANY_ZONE
    """Zones that have such lines."""
    then: Zone | None = None
    """The zone of the lines below it; None for the same."""
    is_below_anchor: bool = False
    """Match only the first line below the anchor."""


@frozen
class LabelRow:
    """The part of a line that begins with a label."""

    part: Part
    zone: Zone = "header"
    """A label of the header is one up to the first line of text, one of the tail ends the text."""
    then: Zone | None = None
    """The zone of the lines below it; None for that of the label."""
    is_alone: bool = False
    """It may have no colon, alone in its line."""


@frozen(kw_only=True, eq=False)
class Grammar:
    """Roles of a document's lines, by element, code, label, form or place."""

    codes: Mapping[str, Part] = field(factory=dict)
    """Codes of fields, in an element or at the beginning of a line."""
    labels: Mapping[str, LabelRow] = field(factory=dict)
    """Words before a colon, or alone in their line."""
    rows: tuple[LineRow, ...] = ()
    """Forms of lines; the first that matches counts."""
    anchor: Part = "head"
    """The line from which the parts of others are counted."""
    above: tuple[Part, ...] = ()
    """Parts of the lines above the anchor that no row names, the nearest first."""
    below: tuple[Part, ...] = ()
    """Parts of those below it, in order."""
    beside_headline: tuple[Part, Part] = ("kicker", "description")
    """Parts of those above and below the headline, where an element or label is that."""
    anchor_is_last: bool = False
    """Title, standfirst and names are above the anchor."""
    below_anchor: Part | None = None
    """Part of the lines without an empty line between them and the anchor, in a text."""
    has_blocks: bool = False
    """Lines of the header without an empty line between them are one, in a text that has empty
    lines."""
    opens_text: bool = False
    """The text begins below the names, with no sign."""


@frozen(kw_only=True, eq=False)
class PageExport:
    """The record of an export in HTML."""

    name: str
    """Unique; the report names it."""
    seen: str
    """Years, and the evidence for the record."""
    signs: tuple[bytes, ...]
    """Each source holds one of these."""
    marks: tuple[re.Pattern[bytes], ...]
    """A source that each of them matches somewhere has this layout."""
    begin: re.Pattern[bytes] | None = None
    """Matches the beginning of each document; without it, one begins where the last ended."""
    end: re.Pattern[bytes] | None = None
    """Matches in each document that was not cut."""
    layout: Layout
    """The roles of the elements."""
    cells: Mapping[str, Part] = field(factory=dict)
    """Rows of `layout`, and the part that their elements are."""
    zones: Mapping[str, Zone] = field(factory=dict)
    """Tags, or classes with a full stop, of the elements around a zone; what is beside these is in
    the zone above."""
    code_cell: str = ""
    """Row of `layout` for an element that holds the code of the following ones."""
    grammar: Grammar


@frozen(kw_only=True, eq=False)
class TextExport:
    """The record of an export in text."""

    name: str
    """Unique; the report names it."""
    seen: str
    """Years, and the evidence for the record."""
    signs: tuple[str, ...]
    """Each source holds one of these."""
    marks: tuple[re.Pattern[str], ...]
    """A text that each of them matches somewhere has this layout."""
    begin: re.Pattern[str] | None = None
    """Matches the beginning of each document; without it, one begins where the last ended."""
    end: re.Pattern[str] | None = None
    """Matches in each document that was not cut."""
    grammar: Grammar
