"""Printed signatures: who wrote, from where, and which agencies had a part.

The forms are those that the newspaper has printed since 2009: "Par A", "Par A et B", "Par A (Ville, statut)",
"Propos recueillis par A", "Le Monde avec AFP", "A, ministre de B", "Reportage de A Photos B / Agence pour Le Monde".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

from lemonde_parse.article import Author
from lemonde_parse.intake.limits import MAX_BYLINE
from lemonde_parse.phrases import fold, says
from lemonde_parse.text_rules import tidy

AGENCIES: Final = {
    "afp": "AFP",
    "agence france-presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ansa": "ANSA",
    "dpa": "DPA",
    "efe": "EFE",
    "bloomberg": "Bloomberg",
    "aef": "AEF",
    "belga": "Belga",
    "ats": "ATS",
    "keystone-ats": "Keystone-ATS",
}
"""News agencies as bylines name them, in lower case, with the name that `Article.agencies` bears."""

_AGENCY: Final = "|".join(map(re.escape, sorted(AGENCIES, key=len, reverse=True)))
_WITH_AGENCY = re.compile(
    rf"[\s,(]*(?:\b(?:avec|with|et|and)\s+|/\s*)(?:l'|the\s+)?((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?(?:l')?)+)\)?\.?\s*(?=[|•]|$)",
    re.IGNORECASE,
)
_ONLY_AGENCIES = re.compile(rf"(?:(?:par|by|source\s*:|\()\s*)?((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?)+)\)?\.?", re.IGNORECASE)
_ONE_AGENCY = re.compile(rf"\b(?:{_AGENCY})\b", re.IGNORECASE)

# What precedes the names. "Photos" and "Textes" also stand between two signatures of a long format.
_WORK: Final = "Textes?|Reportage|Enquête|Récit|Photos?|Photographies|Article|Chronique|Interview|Infographie|Column|Story|Text|Photography"
_ROLE = re.compile(
    r"(?:^|(?<=\s))(?:(?:(?:Propos\s+|Texte\s+|Entretien\s+|Interview\s+)?[Rr]ecueillis?\s+(?:et\s+traduits?\s+)?par|"
    rf"(?:{_WORK})\s*(?:de|du|par|by|:)|Photos|Textes|PAR|Par|par|BY|By|by)(?:\s+|$)|(?:{_WORK})\s+d['’])"
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s+(?:et|and)\s|,|;|\set\s|\sand\s|\s&\s|\s/\s|\s[-–—]\s|\s\|\s|\savec\s|\swith\s)\s*")
_JOB = re.compile(
    r"(?:[EÉé]ditorialiste|[Jj]ournaliste|[Cc]hroniqueu|[Rr]édact|[Cc]orrespond|[Ee]nvoy|[Bb]log\b|[Ss]ervice|[Pp]rofess|[Mm]aître|[Dd]irect|"
    r"[Hh]istorien|[Ss]ociolog|[EÉé]conomiste|[EÉé]crivain|[Aa]vocat|[Pp]hilosophe|[Mm]édecin|[Aa]ncien|[Pp]résident|[Cc]hercheu|[Bb]ureau|[Cc]ritique|[Ee]ditor|[Cc]olumnist|[a-zà-ÿ])"
)
_SENT = re.compile(
    r"(?P<job>(?:[Ee]nvoyée?s? spéciale?(?:s|ux)?|[Cc]orrespondante?s?|[Cc]orrespondance|[Ss]pecial correspondent))\s+"
    r"(?:à|au|aux|en|dans|in|at)\s+(?P<place>.+)"
)
_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w’'.\-]*(?:\s+[\w’'.\-]+){0,7}")
_FOR_THE_PAPER = re.compile(r"(?:\s/\s[^/,(]+)?\s+pour (?:« ?)?Le Monde(?: ?»)?")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[- ]?)+[A-Z]?[a-z]?\.?")
_PARTICLES: Final = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
        "della",
        "el",
        "al",
        "bin",
        "ben",
        "ibn",
        "y",
        "e",
        "dos",
        "das",
        "ter",
        "ten",
        "zu",
    ]
)


@frozen
class Byline:
    """What a signature says."""

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()


@lru_cache(maxsize=1024)  # one page names its authors in four places, one archive the same authors again and again
def read_byline(text: str) -> Byline:
    """Persons, collectives and agencies of a printed signature; the newspaper's own name is neither.

    >>> read_byline("Par Claire Vasseur (Bruxelles, bureau européen)").authors
    (Author(name='Claire Vasseur', url=None, job_title='bureau européen', location='Bruxelles'),)
    >>> read_byline("Le Monde avec AFP et Reuters")
    Byline(authors=(), agencies=('AFP', 'Reuters'))
    >>> [author.name for author in read_byline("Propos recueillis par Jean Petit et Ana Gil").authors]
    ['Jean Petit', 'Ana Gil']
    """
    text = tidy(text[:MAX_BYLINE])
    straight = text.replace("’", "'")
    if _ONLY_AGENCIES.fullmatch(straight):
        return Byline(agencies=_named_agencies(straight))
    agencies: tuple[str, ...] = ()
    found = _WITH_AGENCY.search(straight)
    if found:
        agencies = _named_agencies(found[1])
        text = (text[: found.start()] + text[found.end() :]).strip()
    if is_newspaper(text):
        return Byline(agencies=agencies)
    return Byline(tuple(dict.fromkeys(_authors(text))), agencies)


@lru_cache(maxsize=1024)
def is_newspaper(text: str) -> bool:
    """Whether a signature is only the newspaper's own."""
    return says(_ROLE.sub("", text).strip(" ."), "newspaper")


def looks_like_name(text: str) -> bool:
    """Whether a line could be a person's name and nothing more: two to five words, capitals but for particles.

    >>> looks_like_name("Loup de la Motte"), looks_like_name("Un long chemin")
    (True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or text[-1:] in ".!?…:;,»":
        return False
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) >= 2 and words[0][:1].isupper() and words[-1][:1].isupper() and all(
        word in capitals or word.lower() in _PARTICLES or "'" in fold(word) for word in words
    ) and all(re.fullmatch(r"[^\W\d_][\w’'.\-]*", word) for word in words)  # fmt: skip


def _named_agencies(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(AGENCIES[name.lower()] for name in _ONE_AGENCY.findall(text)))


def _authors(text: str) -> Iterator[Author]:
    """The signatories in order. A part in small letters after a name is that person's job: "A, ministre de B"."""
    pending: Author | None = None
    for part, note in _parts(text):
        is_person = _NAME.fullmatch(part) is not None and not _INITIALS.fullmatch(part) and not _JOB.match(part) and not is_newspaper(part)
        if is_person:
            if pending is not None:
                yield pending
            pending = _noted(Author(name=part), note)
        elif pending is not None:
            if part and _JOB.match(part) and pending.job_title is None:
                pending = Author(name=pending.name, job_title=part, location=pending.location)
            if note:
                pending = _noted(pending, note)
        if note and pending is not None and note.lower().startswith(("avec ", "with ")):
            yield Author(name=pending.name, job_title=pending.job_title, location=pending.location)
            pending = None
            yield from _authors(note.split(" ", 1)[1])
    if pending is not None:
        yield pending


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What stands between separators, each with what follows it in parentheses, closed or not."""
    # "Photos B / Agence pour Le Monde": what follows the slash is the photographer's agency.
    rest = _FOR_THE_PAPER.sub("", text)
    while rest:
        opening = rest.find("(")
        plain, rest = (rest, "") if opening < 0 else (rest[:opening], rest[opening + 1 :])
        note = ""
        if opening >= 0:
            depth, end = 1, len(rest)
            for index, character in enumerate(rest):
                depth += (character == "(") - (character == ")")
                if depth == 0:
                    end = index
                    break
            # "(Envoyée spéciale à La Courtine (Creuse)": the page forgot one; the inner pair is whole.
            note, rest = rest[:end].strip(), rest[end + 1 :]
        pieces = [piece for role_free in _ROLE.split(plain) for piece in _SEPARATOR.split(f" {role_free} ")]
        pieces = [piece.strip(" .,;:·•*-–—/") for piece in pieces]
        pieces = list(filter(None, pieces))
        for piece in pieces[:-1]:
            yield piece, ""
        if pieces or note:
            yield pieces[-1] if pieces else "", note


def _noted(author: Author, note: str) -> Author:
    """The author with what stood in parentheses: a town, a job, or both."""
    if not note or note.lower().startswith(("avec ", "with ")):
        return author
    job: str | None = None
    place: str | None = None
    sent = _SENT.fullmatch(note)
    head, _, tail = note.partition(",")
    if sent:
        job, place = sent["job"], sent["place"]
    elif _JOB.match(note):
        job = note
    elif tail:
        place, job = head.strip(), tail.strip()
    else:
        place = note
    return Author(name=author.name, url=author.url, job_title=job or author.job_title, location=place or author.location)
