"""Lists the words that the library looks for, and finds those that an invented page must keep.

Words are compared by their keys: see `word_key`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, get_args

from lemonde_parse.invent.words import GLUED, WORD, word_key
from lemonde_parse.layouts import LAYOUTS
from lemonde_parse.sites import COLLECTIVES, HOUSE_PATTERN, SITES
from lemonde_parse.sites.agencies import AGENCIES
from lemonde_parse.wording import byline_words
from lemonde_parse.wording.matching import matcher, spelled
from lemonde_parse.wording.phrases import PHRASES, PhraseKind

LINE: Final = 240
"""Maximum length, in characters, of a line in which a known phrase may start at any word. In a
longer line, a phrase must start the line, or be the first match of a search."""

_KINDS: Final[tuple[PhraseKind, ...]] = get_args(PhraseKind)
_CALENDAR: Final = (
    "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "aujourd", "hier", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "today", "yesterday", "janv", "fevr", "sept",
)  # fmt: skip
# Words in rules of the code, outside of tables: labels that text browsers print, units, credits,
# consent, social networks. They are kept in short lines, and in any line about cookies.
_OF_RULES: Final = (
    "button", "iframe", "image", "input", "submit", "pages", "euros", "credit", "credits",
    "photo", "photos", "legende", "cookie", "cookies", "traceur", "traceurs", "consentement",
    "consent", "accepte", "accepter", "acceptez", "autoriser", "refuser", "refusez", "activer",
    "bloque", "bloques", "bloquee", "respecter", "choix", "depot", "deposer", "youtube",
    "facebook", "twitter", "instagram", "linkedin", "tiktok", "whatsapp", "telegram",
    "pinterest", "messenger", "snapchat", "threads", "bluesky", "mastodon",
)  # fmt: skip
_COOKIES: Final = re.compile("cookie|traceur|consent", re.IGNORECASE)
_START: Final = re.compile(rf"(?<!\w)\S|{GLUED}")


@cache
def markup_words() -> frozenset[str]:
    """Return the keys of the words in the records of layouts and sites: classes, markers,
    domains."""
    texts: list[str] = []
    for layout in LAYOUTS:
        texts += [*layout.markers, *layout.content, *layout.roles, *layout.scope, *layout.sites]
        texts += [text for texts_of_field in layout.fields.values() for text in texts_of_field]
        texts += [
            *layout.premium,
            *layout.stop_at,
            *(text for part in layout.slices for text in part),
        ]
    for site in SITES:
        texts += [*site.domains, *site.kinds, *site.host_kinds, site.article_address or ""]
        texts += [row.pattern for row in site.refusals]
        if site.context is not None:
            texts += [*site.context.refused_types, *site.context.kinds]
    return keys_of(texts)


@cache
def wording_words() -> frozenset[str]:
    """Return the keys of words that no invented word may equal: the words of phrases, bylines,
    rules and the calendar, and of names of newspapers and agencies."""
    return keys_of(
        [
            *(example for row in PHRASES for example in row.examples),
            *(row.pattern for row in PHRASES),
            *AGENCIES,
            *COLLECTIVES,
            *_CALENDAR,
            *_OF_RULES,
            HOUSE_PATTERN,
            *byline_patterns(),
        ]
    )


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of all words in the texts."""
    return frozenset(word_key(word) for text in texts for word in WORD.findall(text))


def needed_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the keys of the words that must be kept in lines of a page: those of known phrases.

    >>> sorted(needed_words(["Lire aussi : Des barques", "Les abonnés de la régie lisent peu."]))
    ['aussi', 'lire']
    """
    needed: set[str] = set()
    for line in lines:
        for start, end in _spans(line):
            needed.update(keys_of([line[start:end]]))
        if len(line) <= LINE or _COOKIES.search(line):
            needed.update(keys_of([line]).intersection(_OF_RULES))
        needed.update(keys_of([line]).intersection(_CALENDAR))
    # A match may extend into free text, as in "Lire l’entretien avec …".
    return frozenset(needed & wording_words())


def _spans(line: str) -> Iterator[tuple[int, int]]:
    is_short = len(line) <= LINE
    starts = [match.start() for match in _START.finditer(line)] if is_short else [0]
    for kind in _KINDS:
        rows = matcher(kind)
        for start in starts:
            if length := rows.prefix_length(line[start:]):
                yield start, start + length
        if not is_short and (span := rows.find(line)) is not None:
            yield span
    if is_short:
        for match in _names().finditer(line):
            yield match.span()


@cache
def _names() -> re.Pattern[str]:
    """Return the pattern for names of newspapers and agencies, and for the words of bylines."""
    parts = [
        HOUSE_PATTERN,
        *map(re.escape, sorted(AGENCIES, key=len, reverse=True)),
        *map(re.escape, COLLECTIVES),
        *byline_patterns(),
    ]
    return re.compile(
        "|".join(rf"(?<!\w)(?:{spelled(part)})(?!\w)" for part in parts), re.IGNORECASE
    )


def byline_patterns() -> tuple[str, ...]:
    """Return the patterns for the words of bylines."""
    return (
        *byline_words.AUTHOR_INTRODUCTIONS,
        *byline_words.LINE_INTRODUCTIONS,
        *byline_words.PHOTOGRAPHER_INTRODUCTIONS,
        *byline_words.OTHER_INTRODUCTIONS,
        *byline_words.TOGETHER_WITH,
        *byline_words.BESIDE_NAMES,
        byline_words.CORRESPONDENT,
        byline_words.NEWSROOM,
        *(rf"(?:{job})\w{{0,20}}" for job in byline_words.JOBS),
    )
