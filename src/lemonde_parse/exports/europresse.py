"""Layouts of exports from Europresse and from Eureka, its sister database."""

from __future__ import annotations

import re
from typing import Final

from lemonde_parse.exports.record import NO_BODY, Grammar, LineRow, PageExport, TextExport
from lemonde_parse.layout import Layout, Role, RoleRow
from lemonde_parse.wording.byline_words import WEEKDAY

_ID: Final = r"[a-z]{3,8}·\d{8}·[\w-]{1,20}·\S{1,60}"
_DATE: Final = (
    r"(?:(?:\d{1,2}(?:er)? [^\W\d_]{3,10}|[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?,?) \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{4})"
)
_UNIT: Final = "(?:mots?|words?)"
_SPACE: Final = r"[^\S\n]"
_TIME: Final = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?: -)?(?: [A-Z]{3,4})?(?: ?[+-]\d{1,2}(?::?\d{2})?)?"
_FIELDS: Final = (
    rf"(?:[^·\n]{{1,120}}, )?(?:[^\W\d_]{{3,9}},? )?{_DATE}(?: ?[-,]? ?{_TIME})?"
    rf"(?:,? ?\d[\d.,]{{0,7}}(?:{_SPACE}\d{{3}})?{_SPACE}{_UNIT})?"
    rf"(?:, pp?\. ?[^\n]{{1,40}})?{_SPACE}*$"
)
_LENGTH: Final = rf"\d{_SPACE}{_UNIT}\b"
_HEAD: Final = re.compile(rf"(?=[^\n]{{0,200}}(?:\b(?i:{WEEKDAY})\b|{_LENGTH})){_FIELDS}")
# In a text, a document starts with a paper's name and a line with a day. Two lines of a paragraph
# may look like that, so an empty line must precede them, unless the line with the day also has a
# length or a page.
_SURE_HEAD: Final = rf"(?=[^\n]{{0,200}}(?:{_LENGTH}|, pp?\. ?\w)){_FIELDS}"
_PAPER: Final = rf"{_SPACE}*\S[^\n]{{0,120}}(?<![.!?:;,…»])\n\s*+"
_FOOTER: Final = (
    LineRow(
        "elsewhere",
        re.compile(r"Cet article est paru dans\b|This article (?:was published|appeared) in\b"),
    ),
    LineRow(
        "identifier",
        re.compile(rf"(?:Numéro de document|Document number)?\s?:?\s?{_ID}"),
        then="tail",
    ),
    LineRow(
        "boilerplate",
        re.compile(
            r"©|\(c\) \d{4}|(?:Ce c|C)ertificat (?:est )?émis|(?:This c|C)ertificate (?:is )?issued"
            r"|Date d['’]émission|Issue date|Le présent document est protégé"
            r"|(?:The present|This) document is protected"
        ),
        then="tail",
    ),
    LineRow(
        "metadata",
        re.compile(r"(?:Illustration|Note|Photo|Graphi(?:que|c)|Carte|Map)\(s\)\s?:"),
        then="tail",
    ),
    LineRow("metadata", re.compile(r"Encadré\(s\)\s?:\s*$"), then="body"),
)
_SPANS: Final = {
    ".DocPublicationName": RoleRow(Role.TITLE, "2012 and later"),
    ".DocHeader": RoleRow(Role.TITLE, "2012 and later"),
}

POPUP: Final = PageExport(
    name="europresse_2012",
    seen="the print window, 2012–14: a table for each document, with its text directly in a cell",
    signs=(b"TitreArticleVisu",),
    marks=(re.compile(rb"class=[\"']?TitreArticleVisu\b"),),
    begin=re.compile(
        rb"<table[^>]{0,200}>\s*(?:<tbody>\s*)?<tr>\s*<td[^>]{0,200}>\s*(?=<table[^>]{0,80}id=[\"']?tbHeaderImages)",
        re.IGNORECASE,
    ),
    layout=Layout(
        name="europresse_2012",
        rows="own",
        markers=("TitreArticleVisu",),
        content=("body",),
        roles={
            **_SPANS,
            ".TitreArticleVisu": RoleRow(Role.TITLE, "2012–14"),
            ".txtCertificat": RoleRow(Role.BOILERPLATE, "2012–14"),
            "#frmSave": RoleRow(Role.BOILERPLATE, "the window's buttons, 2012–14"),
            **dict.fromkeys(("table", "tr", "td", "tbody"), Role.CONTAINER),
            "font": Role.INLINE,
        },
    ),
    cells={
        ".DocPublicationName": "publisher",
        ".DocHeader": "head",
        ".TitreArticleVisu": "headline",
        ".txtCertificat": "boilerplate",
        "#frmSave": "boilerplate",
    },
    grammar=Grammar(rows=_FOOTER, above=("publisher",), below=("headline",), opens_text=True),
)
ARTICLES: Final = PageExport(
    name="europresse_2014",
    seen="2014 and later: an article element for each document, with header, section, aside and "
    "footer; classes start with rdp__ since 2018",
    signs=(b"DocPublicationName", b"DocHeader", b"lblNodoc"),
    marks=(
        re.compile(rb"<article\b", re.IGNORECASE),
        re.compile(
            rb"class=[\"']?(?:[\w -]{0,80} )?(?:DocPublicationName|DocHeader)\b"
            rb"|(?:class|id)=[\"']?publiC[-_]lblNodoc",
            re.IGNORECASE,
        ),
    ),
    begin=re.compile(rb"<article\b", re.IGNORECASE),
    end=re.compile(rb"</article\s*>", re.IGNORECASE),
    layout=Layout(
        name="europresse_2014",
        rows="own",
        markers=("DocPublicationName",),
        content=("article",),
        roles={
            **_SPANS,
            ".titreArticleVisu": RoleRow(Role.TITLE, "2014 and later"),
            ".rdp__articletitle": RoleRow(Role.TITLE, "2018 and later"),
            ".grandTitre": RoleRow(Role.TITLE, "reports, 2015"),
            ".rdp__subtitle": RoleRow(Role.TITLE, "2018 and later"),
            ".DocTitreSousSection": RoleRow(Role.TITLE, "with the day next to it, reports"),
            ".docAuthors": RoleRow(Role.TITLE, "2015 and later"),
            ".sm-margin-bottomNews": RoleRow(
                Role.TITLE, "kicker above the title, names below it, 2018 and later"
            ),
            ".apd-wrapper": RoleRow(
                Role.BOILERPLATE, "other places of publication, 2020 and later"
            ),
            "aside": Role.CONTAINER,
            "mark": Role.INLINE,
        },
    ),
    cells={
        ".DocPublicationName": "publisher",
        ".DocHeader": "head",
        ".titreArticleVisu": "headline",
        ".rdp__articletitle": "headline",
        ".grandTitre": "headline",
        ".rdp__subtitle": "description",
        ".DocTitreSousSection": "section",
        ".docAuthors": "byline",
        ".sm-margin-bottomNews": "byline",
        ".apd-wrapper": "elsewhere",
    },
    zones={
        "header": "header",
        "section": "body",
        ".DocText": "body",
        ".docOcurrContainer": "body",
        "aside": "tail",
        "footer": "tail",
    },
    grammar=Grammar(
        rows=(
            *_FOOTER,
            LineRow("head", _HEAD, NO_BODY),
            LineRow("head", re.compile(rf"{_DATE}\s*$"), frozenset({"header"})),
        ),
        above=("publisher",),
        below=("headline",),
        beside_headline=("kicker", "byline"),
    ),
)
TEXT: Final = TextExport(
    name="europresse_text",
    seen="texts saved or copied from the database, 2023",
    signs=("·", "ertificat"),
    marks=(
        re.compile(rf"^{_HEAD.pattern}", re.MULTILINE),
        re.compile(rf"{_ID}|^Certificat (?:est )?émis|^Certificate (?:is )?issued", re.MULTILINE),
    ),
    begin=re.compile(
        rf"^{_PAPER}{_SURE_HEAD}|(?:\A|(?<=\n\n)){_PAPER}{_HEAD.pattern}", re.MULTILINE
    ),
    end=re.compile(rf"{_ID}|Certificat (?:est )?émis|Certificate (?:is )?issued"),
    grammar=Grammar(
        rows=(*_FOOTER, LineRow("head", _HEAD, frozenset({"header"}))),
        above=("publisher",),
        below=("headline",),
        has_blocks=True,
        opens_text=True,
    ),
)
