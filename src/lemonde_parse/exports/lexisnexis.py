"""Layouts of exports from LexisNexis, Nexis and Nexis Uni."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from lemonde_parse.exports.record import (
    Grammar,
    LabelRow,
    LineRow,
    PageExport,
    Part,
    TextExport,
    Zone,
)
from lemonde_parse.layout import Layout, Role, RoleRow

_HEADER: Final[frozenset[Zone]] = frozenset({"header"})
_COUNTER: Final = (
    r"(?:\d{1,5} (?:of|OF) \d{1,5} DOCUMENTS?|Document \d{1,5} (?:of|de|sur) \d{1,5}"
    r"|Dokument \d{1,5} von \d{1,5})"
)
_END: Final = r"(?:End of Document|Fin d[ue] document|Ende des Dokuments)"


def _labels(part: Part, *names: str, then: Zone | None = None) -> dict[str, LabelRow]:
    """Return rows for labels of the header, both in capitals (until 2019) and as in Nexis Uni."""
    row = LabelRow(part, then=then)
    return {form: row for name in names for form in (name.upper(), name)}


def _tail(part: Part, *names: str, is_alone: bool = False) -> dict[str, LabelRow]:
    """Return rows for labels that end the text."""
    return {name: LabelRow(part, "tail", is_alone=is_alone) for name in names}


def _words(*names: str) -> dict[str, LabelRow]:
    """Return rows for words that label an index below the text, but may also start a paragraph."""
    return {name: LabelRow("metadata", "tail", is_word=True) for name in names}


_LABELS: Final = {
    **_labels("headline", "Headline", "Titre"),
    **_labels("byline", "Byline", "Auteur", "Autor"),
    **_labels("section", "Section", "Rubrique", "Rubrik"),
    **_labels("words", "Length", "Longueur", "Länge", then="body"),
    **_labels("metadata", "Dateline"),
    **_labels("description", "Highlight", "Encart", "Insert"),
    **{
        name: LabelRow("metadata", then="body", is_alone=True)
        for name in ("Body", "BODY", "Corps", "CORPS")
    },
    # Most labels that are ordinary words must be in capitals: a paragraph may start with "Update:".
    **_tail("metadata", "Load-Date", "LOAD-DATE", "Date-chargement", "DATE-CHARGEMENT"),
    **_tail("metadata", "Date de chargement", "UPDATE", "PUBLICATION-TYPE", "TYPE-PUBLICATION"),
    **_tail("metadata", "Classification", "Graphic", "Graphique", is_alone=True),
    **_tail("language", "LANGUAGE", "LANGUE", "SPRACHE"),
    **_tail(
        "metadata",
        "SECTEUR-ACTIVITE", "LOCALISATION-GEO", "GEO-LOCALIZATION", "DOCUMENT-TYPE",
        "CORRECTION-DATE", "JOURNAL-CODE", "CODE-REVUE",
    ),
    **_words(
        "GRAPHIC", "GRAFIK", "GRAPHIQUE", "NOTES", "PERSON", "SUBJECT", "SUJET", "COMPANY",
        "SOCIETE", "ORGANIZATION", "ORGANISATION", "INDUSTRY", "GEOGRAPHIC", "CORRECTION", "URL",
    ),
}  # fmt: skip
_CAPITALS: Final = {name: row for name, row in _LABELS.items() if name.isupper()}
"""Labels as printed until 2019."""
_ROWS: Final = (
    LineRow("metadata", re.compile(rf"{_COUNTER}\s*$|{_END}\s*$")),
    # In rich text, the footer of the previous page is printed above the title.
    LineRow("metadata", re.compile(r"Page \d{1,4} (?:of|de|sur|von) \d{1,4}\s*$")),
    LineRow("boilerplate", re.compile(r"We are sorry but there is an error in this document\b")),
    LineRow("boilerplate", re.compile(r"Copyright\b|©"), _HEADER),
    LineRow("boilerplate", re.compile(r"Copyright \d{4}\b|Copyright ©|© ?\d{4}\b"), then="tail"),
    LineRow(
        "boilerplate", re.compile(r"(?:Tous droits réservés|All rights reserved)\b", re.IGNORECASE)
    ),
    LineRow(
        "date",
        re.compile(
            r"(?:[^\W\d_]{3,10},? )?(?:\d{1,2}\.? ?[^\W\d_]{3,10}|[^\W\d_]{3,10} \d{1,2},?) \d{4}\b"
            r"(?=$|[ ,;]).{0,80}$"
        ),
        _HEADER,
    ),
    LineRow(
        "metadata",
        re.compile(r"[^.!?]{0,40}\b(?:Edition|EDITION|Édition|ÉDITION)\b[^.!?]{0,30}$"),
        _HEADER,
        is_below_anchor=True,
    ),
    LineRow(
        "language", re.compile(r"(?:Language|Langue|Sprache)\s?:"), frozenset({"tail"})
    ),
)  # fmt: skip

_GRAMMAR: Final = Grammar(
    labels=_CAPITALS,
    rows=_ROWS,
    anchor="date",
    above=("publisher", "headline"),
    below=("headline", "description"),
    below_anchor="metadata",
    has_blocks=True,
)
_NEXIS_GRAMMAR: Final = evolve(_GRAMMAR, labels=_LABELS, has_blocks=False)

PAGE: Final = PageExport(
    name="lexisnexis_2012",
    seen="HTML of LexisNexis Academic, until 2019: labels in capitals, numbered classes",
    signs=(b"DOC_ID_", b"DOC NUMBER="),
    marks=(
        re.compile(rb"<DOC NUMBER=|name=[\"']?DOC_ID_\d", re.IGNORECASE),
        re.compile(rb">\s*(?:LENGTH|LONGUEUR|L\xc3\x84NGE|LOAD-DATE|DATE-CHARGEMENT|UPDATE)\s?:"),
    ),
    begin=re.compile(
        rb"<a\s+name=[\"']?DOC_ID_\d+_\d+(?:[^<>]{0,9}>\s*</a>\s*<!--[^<>]{0,60}<DOC NUMBER=\d+>)?"
        rb"|<!--[^<>]{0,60}<DOC NUMBER=\d+>",
        re.IGNORECASE,
    ),
    layout=Layout(
        name="lexisnexis_2012",
        rows="own",
        markers=("DOCFULL",),
        content=("body",),
        roles={"b": RoleRow(Role.INLINE, "labels, and the search terms")},
    ),
    grammar=_GRAMMAR,
)
NUMBERED: Final = TextExport(
    name="lexisnexis_text",
    seen="texts of LexisNexis Academic, until 2019: a counter above each document",
    signs=("DOCUMENT", "Document ", "Dokument "),
    marks=(
        re.compile(rf"^[ \t]*{_COUNTER}[ \t]*$", re.MULTILINE),
        re.compile(
            r"^(?:LENGTH|LONGUEUR|LÄNGE)\s?:\s?\d|^(?:LOAD-DATE|DATE-CHARGEMENT|UPDATE)\s?:",
            re.MULTILINE,
        ),
    ),
    begin=re.compile(rf"^[ \t]*{_COUNTER}[ \t]*$", re.MULTILINE),
    grammar=_GRAMMAR,
)
NEXIS_COUNTED: Final = TextExport(
    name="nexis_text_counted",
    seen="texts of Nexis Uni, 2018 and later: title first, a counter above each document",
    signs=NUMBERED.signs,
    marks=(
        NUMBERED.marks[0],
        re.compile(
            r"^(?:Length|Longueur|Länge)\s?:\s?\d|^(?:Load-Date|Date de chargement)\s?:",
            re.MULTILINE,
        ),
    ),
    begin=NUMBERED.begin,
    grammar=_NEXIS_GRAMMAR,
)
NEXIS: Final = TextExport(
    name="nexis_text",
    seen="texts of Nexis Uni, 2018 and later: title first, a closing line below each document",
    signs=("Length", "LENGTH", "Longueur", "LONGUEUR", "Länge"),
    marks=(
        re.compile(r"^(?:Length|Longueur|Länge|LENGTH|LONGUEUR)\s?:\s?\d", re.MULTILINE),
        re.compile(
            rf"^[ \t]*(?:{_END}[ \t]*|(?:(?i:Load-Date|Date[ -](?:de )?chargement)) ?:.*)$",
            re.MULTILINE,
        ),
    ),
    end=re.compile(rf"^[ \t]*{_END}[ \t]*$", re.MULTILINE),
    grammar=_NEXIS_GRAMMAR,
)
# The label may be followed by a no-break space.
_GAP: Final = r"(?:<[^<>]{0,200}>|\s|&nbsp;|&#160;|\xc2\xa0){0,9}"
_NEXIS_MARK: Final = re.compile(
    rf"[>\s](?:Length|Longueur|Länge|LENGTH|LONGUEUR){_GAP}:{_GAP}\d".encode()
)
_NEXIS_ROLES: Final = Layout(
    name="nexis_2018",
    rows="own",
    markers=("Length",),
    content=("body",),
    roles={
        "b": RoleRow(Role.INLINE, "labels, and the search terms"),
        "strong": RoleRow(Role.INLINE, "labels, and the search terms"),
    },
)
COUNTED: Final = PageExport(
    name="nexis_2018_counted",
    seen="HTML made from Nexis documents with a counter above each, 2018 and later",
    signs=(b" DOCUMENT", b"Document ", b"Dokument "),
    marks=(re.compile(rf">\s{{0,20}}{_COUNTER}\s{{0,20}}<".encode()), _NEXIS_MARK),
    begin=re.compile(rf"(?<=>)\s{{0,20}}{_COUNTER}\s{{0,20}}(?=<)".encode()),
    layout=_NEXIS_ROLES,
    grammar=_NEXIS_GRAMMAR,
)
CLOSED: Final = PageExport(
    name="nexis_2018",
    seen="HTML made from Nexis documents with a closing line below each, 2018 and later",
    signs=(b"of Document", b"du document", b"de document", b"des Dokuments"),
    marks=(_NEXIS_MARK, re.compile(rf">\s{{0,20}}{_END}\s{{0,20}}<".encode())),
    end=re.compile(rf"(?<=>)\s{{0,20}}{_END}\s{{0,20}}(?=<)".encode()),
    layout=_NEXIS_ROLES,
    grammar=_NEXIS_GRAMMAR,
)
