"""Reads the fields of a document from its lines, as claims: values with their origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from lemonde_parse.exports.moments import find_day, moment
from lemonde_parse.exports.names import in_order
from lemonde_parse.exports.parts import AssignedLine
from lemonde_parse.exports.record import WORDS, Part
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.sites import host_of
from lemonde_parse.wording.byline_words import WEEKDAY

_ISSUE = re.compile(r",\s++(?:no|n°|nº|vol|num)\b.*", re.IGNORECASE)
_DATABASES: Final = ("europresse.com", "eureka.cc", "cedrom-sni.com")
# Weekend editions have two days.
_WEEKDAY = re.compile(
    rf"(?:^|[\s,])(?:{WEEKDAY} \d{{1,2}} (?:et|-|–) )?{WEEKDAY}[\s,]*$", re.IGNORECASE
)
_WORDS = re.compile(rf"\b(\d{{1,3}}(?:[\s.,]\d{{3}}){{1,2}}|\d{{1,7}})\s{WORDS}\b")
_PAGE = re.compile(
    r"(?:^|[\s,;])(?:pp?\.|Pg\.|Page|S\.)\s?([^\s,;](?:[^,;]|,(?=\S)){0,30})", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[;,]\s++")
_LANGUAGES: Final = {
    name: code
    for code, names in (
        ("fr", "français french französisch francés"),
        ("en", "anglais english englisch inglés"),
        ("de", "allemand german deutsch alemán"),
        ("es", "espagnol spanish español spanisch"),
        ("it", "italien italian italiano italienisch"),
        ("pt", "portugais portuguese português portugiesisch"),
        ("nl", "néerlandais dutch nederlands niederländisch"),
        ("ar", "arabe arabic arabisch"),
    )
    for name in names.split()
}
"""The code of each language, by its names in the interface languages of the databases."""


def read_claims(assigned: Sequence[AssignedLine]) -> list[Claim[object]]:
    """Return the claims from a document's lines."""
    claims: list[Claim[object]] = []
    for part, (glue, read) in _READERS.items():
        texts = [one.value for one in assigned if one.part == part and one.value]
        if texts:
            claims += read(texts[0] if glue is None else glue.join(texts))
    return [*claims, *_dates(assigned), *_addresses(assigned)]


def _byline(text: str) -> list[Claim[object]]:
    byline = read_byline(in_order(text))
    claims: list[Claim[object]] = [
        fields.BYLINE.claim("export", text),
        fields.AUTHORS.claim("export", byline.authors or None, text),
    ]
    if byline.agencies:
        claims.append(fields.AGENCIES.claim("export", byline.agencies))
    return claims


def _publisher(text: str) -> list[Claim[object]]:
    """Read a paper's name, without the number of the issue."""
    return [fields.PUBLISHER.claim("export", _ISSUE.sub("", text).rstrip(), text)]


def _section(text: str) -> list[Claim[object]]:
    """Read the sections, from outermost to innermost, and the page number."""
    claims = _page(text)
    page = _PAGE.search(text)
    names = _SEPARATOR.split((text[: page.start()] + text[page.end() :]) if page else text)
    sections = tuple(name.strip(" ,;") for name in names if name.strip(" ,;"))
    if sections:
        claims.append(fields.SECTION.claim("export", sections[0]))
    if len(sections) > 1:
        claims.append(fields.BREADCRUMBS.claim("export", sections))
    return claims


def _page(text: str) -> list[Claim[object]]:
    page = _PAGE.search(text)
    return [fields.PAGINATION.claim("export", page[1].strip())] if page else []


def _bare_page(text: str) -> list[Claim[object]]:
    return _page(text) or [fields.PAGINATION.claim("export", text)]


def _words(text: str) -> list[Claim[object]]:
    count = _WORDS.search(text)
    return (
        [fields.ANNOUNCED_WORDS.claim("export", int(re.sub(r"\D", "", count[1])))] if count else []
    )


def _head(text: str) -> list[Claim[object]]:
    """Read a line with section, day, page and length.

    Without a day, read only the length: the section and the page are on either side of the day.
    """
    day = find_day(text)
    claims = _words(text[day.end :] if day is not None else text)
    if day is not None:
        before = _WEEKDAY.sub("", text[: day.start].rstrip(" ,")).strip(" ,")
        claims += [*_page(text[day.end :]), *(_section(before) if before else ())]
    return claims


def _language(text: str) -> list[Claim[object]]:
    names = re.findall(r"[^\W\d_]+", text.rpartition(":")[2].lower())
    code = next((_LANGUAGES[name] for name in names if name in _LANGUAGES), None)
    return [fields.IN_LANGUAGE.claim("export", code, text)]


def _identifier(text: str) -> list[Claim[object]]:
    return [fields.IDENTIFIER.claim("export", text.split()[-1])]


_READERS: Final[dict[Part, tuple[str | None, Callable[[str], Sequence[Claim[object]]]]]] = {
    "headline": (" ", lambda text: [fields.HEADLINE.claim("export", text)]),
    "kicker": (" ", lambda text: [fields.KICKER.claim("export", text)]),
    "description": (" ", lambda text: [fields.DESCRIPTION.claim("export", text)]),
    "byline": (", ", _byline),
    "publisher": (None, _publisher),
    "section": ("; ", _section),
    "page": (None, _bare_page),
    "words": (None, _words),
    "head": (" ", _head),
    "language": (None, _language),
    "identifier": (None, _identifier),
}
"""For each part, the separator to join its lines with (None to use only the first line), and a
reader."""


def _dates(assigned: Sequence[AssignedLine]) -> list[Claim[object]]:
    """Return a claim for the publication time, or for the day if no time is printed.

    Return an empty list if there is no day.
    """
    text = " ".join(one.value for one in assigned if one.part in ("head", "date"))
    printed_day = find_day(text)
    if printed_day is None:
        return []
    times = [text[printed_day.end :], *(one.value for one in assigned if one.part == "time")]
    moments = (moment(printed_day.day, printed) for printed in times)
    when = next((one for one in moments if one is not None), None)
    if when is not None:
        return [fields.DATE_PUBLISHED.claim("export", when, text)]
    day: date = printed_day.day
    return [fields.DAY_PUBLISHED.claim("export", day, text)]


def _addresses(assigned: Sequence[AssignedLine]) -> Iterator[Claim[object]]:
    """Yield claims for the canonical URL, from links that lead outside the database's own site."""
    for one in assigned:
        for mark in one.line.marks if one.part == "elsewhere" else ():
            host = host_of(mark.href or "")
            if host and not any(f".{host}".endswith(f".{name}") for name in _DATABASES):
                yield fields.CANONICAL_URL.claim("export", mark.href)
