"""Layouts of exports from Factiva."""

from __future__ import annotations

import re
from typing import Final

from lemonde_parse.exports.record import (
    ANY_ZONE,
    WORDS,
    Grammar,
    LineRow,
    PageExport,
    Part,
    TextExport,
    Zone,
)
from lemonde_parse.layout import Layout, Role, RoleRow

_HEADER: Final[frozenset[Zone]] = frozenset({"header"})
_SPACE: Final = "[ \u00a0\u202f]"
_WORDS: Final = rf"\d(?:[\d.,]|{_SPACE}){{0,8}}{_SPACE}{WORDS}"
_ID: Final = r"(?:Document|Dokument|Documento) [A-Z][A-Z0-9]{3,11}0*20\d{6}[a-z0-9]{5,12}"
_ID_LINE: Final = rf"(?:AN[ \t|]+)?{_ID}[ \t|]*$"
_INDENT: Final = r"[ \t]{0,40}"
_PAGE: Final = r"[A-Z]{0,4}[_-]?\d{1,4}[A-Z]?"
_COPYRIGHT: Final = r"(?i:copyright\b|©|\(c\) ?\S|tous droits réservés|all rights reserved)"
_LANGUAGE: Final = (
    r"(?:Français|French|Französisch|Anglais|English|Englisch|Inglés|Allemand|German|Deutsch"
    r"|Espagnol|Spanish|Español|Spanisch|Italien|Italian|Italiano|Portugais|Portuguese|Português"
    r"|Néerlandais|Dutch|Nederlands|Arabe|Arabic)\s*$"
)

_CODES: Final[dict[str, Part]] = {
    "SE": "section", "CLM": "section", "HD": "headline", "BY": "byline", "WC": "words",
    "PD": "date", "ET": "time", "SN": "publisher", "PG": "page", "LA": "language",
    "CY": "boilerplate", "LP": "body", "TD": "body", "AN": "identifier",
    **dict.fromkeys(
        ("CR", "SC", "ED", "VOL", "CT", "ART", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB",
         "NGC", "GC", "DLN", "TXT"),
        "metadata",
    ),
}  # fmt: skip
"""Field codes, which Factiva prints with one of its display options."""
_LINES: Final = (
    LineRow("identifier", re.compile(_ID_LINE), ANY_ZONE, "tail"),
    LineRow("boilerplate", re.compile(r"(?:Dow Jones )?Factiva\s*$|Dow Jones\s*$"), _HEADER),
    LineRow("words", re.compile(rf"{_WORDS}\s*$"), _HEADER),
    LineRow(
        "date",
        re.compile(r"(?:\d{1,2}(?:er|\.)? [^\W\d_]{3,10}|[^\W\d_]{3,10} \d{1,2},) \d{4}\s*$"),
        _HEADER,
    ),
    LineRow("time", re.compile(r"\d{1,2}[:h]\d{2}(?: ?[AP]M)?(?: [A-Z]{3,4})?\s*$"), _HEADER),
    LineRow("language", re.compile(_LANGUAGE), _HEADER, "lead"),
    LineRow("boilerplate", re.compile(_COPYRIGHT), frozenset({"header", "lead"}), "lead"),
    LineRow("page", re.compile(rf"(?:pp?\.? ?)?{_PAGE}(?:[-,;/] ?{_PAGE}){{0,9}}\s*$"), _HEADER),
    LineRow("metadata", re.compile(r"[A-Z0-9]{3,8}\s*$"), _HEADER),
)

# The pattern leaves out the name of the attribute, "class", which may be in upper or lower case:
# the search then takes a sixth of the time.
_CLASS: Final = re.compile(rb"=[\"']?article \w\w[\w ]{0,20}Article\b")

TABLE: Final = PageExport(
    name="factiva_table",
    seen="HTML with codes, 2011 and later: a table for each document, a row for each field",
    signs=(b"Article",),
    marks=(
        _CLASS,
        re.compile(
            rb"(?i:class)=[\"']?index\b[^>]{0,80}>\s*(?i:(?:<p>\s*)?(?:<br\s*/?>\s*)?<b>)\s*"
            rb"(?:SE|HD|BY|WC|PD|SN)\b"
        ),
    ),
    begin=re.compile(rb"<(?i:div)\b[^>]{0,200}?(?i:class)=[\"']?article \w\w[\w ]{0,20}Article\b"),
    layout=Layout(
        name="factiva_table",
        rows="own",
        markers=("articleParagraph",),
        content=("body",),
        roles={
            ".index": RoleRow(Role.TITLE, "2011 and later"),
            ".articleParagraph": RoleRow(Role.PARAGRAPH, "2011 and later"),
            "#pageFooter": RoleRow(Role.BOILERPLATE, "2011 and later"),
            **dict.fromkeys(("table", "tr", "td", "tbody"), Role.CONTAINER),
            "b": RoleRow(Role.INLINE, "titles, and the search terms"),
        },
    ),
    cells={"#pageFooter": "boilerplate"},
    code_cell=".index",
    grammar=Grammar(codes=_CODES, anchor="words"),
)
PAGE: Final = PageExport(
    name="factiva_2012",
    seen="HTML without codes, 2012 and later: a div for each document, fields in a fixed order",
    signs=(b"Article",),
    marks=(
        _CLASS,
        re.compile(rb"(?i:class)=[\"']?articleParagraph\b|(?i:id)=[\"']?hd\b|>\s*Document [A-Z]"),
    ),
    begin=TABLE.begin,
    end=re.compile(rb">\s*(?:Document|Dokument|Documento) [A-Z]"),
    layout=Layout(
        name="factiva_2012",
        rows="own",
        markers=("articleParagraph",),
        content=("body",),
        roles={
            "#hd": RoleRow(Role.TITLE, "2012 and later"),
            ".author": RoleRow(Role.TITLE, "2012 and later"),
            ".articleParagraph": RoleRow(Role.PARAGRAPH, "2012 and later"),
            "#pageFooter": RoleRow(Role.BOILERPLATE, "2012 and later"),
            "b": RoleRow(Role.INLINE, "the search terms"),
        },
    ),
    cells={
        "#hd": "headline",
        ".author": "byline",
        ".articleParagraph": "body",
        "#pageFooter": "boilerplate",
    },
    grammar=Grammar(
        rows=_LINES,
        anchor="words",
        above=("section", "section"),
        below=("publisher",),
        anchor_is_last=True,
        beside_headline=("section", "description"),
    ),
)
TEXT: Final = TextExport(
    name="factiva_text",
    seen="texts, and rich text without codes: fields in a fixed order, one per line",
    signs=("Document", "Dokument"),
    marks=(
        re.compile(rf"^{_INDENT}{_WORDS}\s*$", re.MULTILINE),
        re.compile(rf"^{_INDENT}{_ID}\s*$", re.MULTILINE),
    ),
    end=re.compile(rf"^{_INDENT}{_ID_LINE}", re.MULTILINE),
    grammar=Grammar(
        rows=_LINES,
        anchor="words",
        above=("byline", "headline", "section", "section"),
        below=("publisher",),
        anchor_is_last=True,
    ),
)
CODED: Final = TextExport(
    name="factiva_codes",
    seen="texts, and rich text with the codes of the fields at the start of lines",
    signs=("HD",),
    marks=(
        re.compile(rf"^{_INDENT}HD(?:[ \t|]|$)", re.MULTILINE),
        re.compile(rf"^{_INDENT}(?:WC[\s|]{{1,9}}{_WORDS}|AN[\s|]{{1,9}}{_ID})", re.MULTILINE),
    ),
    end=re.compile(rf"^{_INDENT}{_ID_LINE}", re.MULTILINE),
    grammar=Grammar(codes=_CODES, anchor="words"),
)
