"""Reads printed signatures: who wrote, from where, and which agencies had a part.

The forms are those that French papers have printed since 2009: "Par A", "Par A et B", "Par A
(Ville, statut)", "Propos recueillis par A", "La Vigie avec AFP", "A, ministre de B", "Reportage de
A Photos B / Agence pour La Vigie", "A (AFP)", "A – Ville", "De notre correspondant à Ville, A",
"LAVIGIE.EXAMPLE avec AFP | 14.03.10 | 18h22".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

from lemonde_parse.article import Author
from lemonde_parse.intake.limits import MAX_BYLINE, MAX_LINE
from lemonde_parse.sites import HOUSE_PATTERN
from lemonde_parse.sites.agencies import AGENCIES
from lemonde_parse.wording.matching import fold, is_phrase
from lemonde_parse.wording.whitespace import tidy

_AGENCY: Final = "|".join(map(re.escape, sorted(AGENCIES, key=len, reverse=True)))
_WITH_AGENCY = re.compile(
    r"[\s,(]*(?:\b(?:avec|with|et|and)\s+|/\s*)(?:l'|the\s+)?"
    rf"((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?(?:l')?)+)"
    r"\)?\.?\s*(?=[|•]|$)",
    re.IGNORECASE,
)
_ONLY_AGENCIES = re.compile(
    rf"(?:(?:par|by|source\s*:|\()\s*)?((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?)+)\)?\.?",
    re.IGNORECASE,
)
_AGENCY_ALONE = re.compile(rf"(?:(?:avec|with)\s+)?(?:l')?({_AGENCY})", re.IGNORECASE)
_ONE_AGENCY = re.compile(rf"\b(?:{_AGENCY})\b", re.IGNORECASE)

# Words before the names. "Photos" and "Textes" also separate two signatures of a long format.
_WORK: Final = (
    "Textes?|Reportage|Enquête|Récit|Entretien|Photos?|Photographies|Article|Chronique|"
    "Interview|Infographie|Column|Story|Text|Photography"
)
_ROLE = re.compile(
    r"(?:^|(?<=\s))(?:(?:"
    r"(?:Propos\s+|Texte\s+|Entretien\s+|Interview\s+)?"
    r"[Rr]ecueillis?\s+(?:et\s+traduits?\s+)?par"
    rf"|(?:{_WORK})\s*(?:de|du|par|by|:)"
    r"|(?:[Pp]hotos?|[Tt]extes?)(?=\s+[^\W\d_a-zà-ÿ]|\s*$)"  # before a capital
    r"|PAR|Par|par|BY|By|by"
    rf")(?:\s+|$)|(?:{_WORK})\s+d['’])"
)
_SEPARATOR = re.compile(
    r"\s*("
    r"[,;]\s+(?:et|and|avec|with)\s|,|;"
    r"|\set\s|\sand\s|\s&\s|\s/\s|\s[-–—]\s|\s\|\s"
    r"|\s(?:en collaboration )?avec\s|\swith\s"
    r")\s*"
)
_JOB = re.compile(
    r"(?:[EÉé]ditorialiste|[Jj]ournaliste|[Cc]hroniqueu|[Rr]édact|[Cc]orrespond|[Ee]nvoy|"
    r"[Bb]log\b|[Ss]ervice|[Pp]rofess|[Mm]aître|[Dd]irect|[Hh]istorien|[Ss]ociolog|"
    r"[EÉé]conomiste|[EÉé]crivain|[Aa]vocat|[Pp]hilosophe|[Mm]édecin|[Aa]ncien|[Pp]résident|"
    r"[Cc]hercheu|[Bb]ureau|[Cc]ritique|[Ee]ditor|[Cc]olumnist|[a-zà-ÿ])"
)
_CORRESPONDENT: Final = (
    r"[Ee]nvoyée?s? spécia(?:le?s?|ux)|[Cc]orrespondante?s?|[Cc]orrespondance|"
    r"[Ss]pecial correspondent"
)
_IN: Final = r"(?:à|au|aux|en|dans|in|at|from)\s+(?P<place>[^\W\d_a-zà-ÿ].*)"
_SENT = re.compile(rf"(?:notre\s+)?(?P<job>{_CORRESPONDENT})\s+{_IN}")
_SOMEWHERE = re.compile(_IN)
_NAME_SOMEWHERE = re.compile(rf"(?P<name>.+?)\s+{_IN}")
# "De notre correspondant à Londres, A", "nos envoyés spéciaux A et B".
_OURS = re.compile(
    rf"(?:[Dd]e\s+)?(?P<whose>[Nn]otre|[Nn]os)\s+(?P<job>{_CORRESPONDENT})"
    rf"(?:\s+(?:{_IN}|(?P<name>.+)))?"
)
# A town by its form: one word, or two of which the first begins names of towns, but not of persons.
_TOWN: Final = (
    r"(?:(?:New|La|Le|Les|Los|Las|San|Santa|São|Sao|Buenos|Tel|Hong|Addis|Abou|Abu|Kuala|Phnom|"
    r"Port|Cape|Mexico|Ho-Chi-Minh)\s)?"
    r"[^\W\d_a-zà-ÿ][a-zà-ÿ][\w’'-]+"
)
_ONLY_TOWN = re.compile(_TOWN)
_TOWN_AND_NAME = re.compile(rf"(?P<place>{_TOWN})\s+(?P<name>.+)")
# Words with a capital that may follow a name and a dash, but are not towns.
_CALLING = re.compile(
    r"\w+(?:logue|iste|graphe)s?|(?:Romanci|Ministr|Déput|Sénat|Enseign|Cinéast|Réalisat|Universit)\w+"
)
_DASHES: Final = frozenset("-–—")
_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w’'.\-]*(?:\s+[\w’'.\-]+){0,7}")
_FOR_THE_PAPER = re.compile(rf"(?:(?P<name>.+?)\s+)?pour (?:«\s?)?(?:{HOUSE_PATTERN})(?:\s?»)?")
_HANDLE = re.compile(r"\s(?:\(@\w+\)|@\w+)(?=\s*(?:[,;]|et\s|and\s|$))")
_QUOTED: Final = "«» \u00a0\u202f"
_ENDS: Final = " \u00a0\u202f.,;:·•*-–—/"
# The form of nearly every signature: one person with a name of two or three words.
_USUAL = re.compile(
    rf"(?:(?:Par|By|Propos recueillis par) )?(?!(?:{_WORK}|Nos|Notre)\b)"
    r"(?P<name>(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -](?=[A-Z])|$)){2,3})"
)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[- ]?)+[A-Z]?[a-z]?\.?")
_PARTICLES: Final = frozenset(
    ["de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "di", "da", "del", "della",
     "el", "al", "bin", "ben", "ibn", "y", "e", "dos", "das", "ter", "ten", "zu"]
)  # fmt: skip
"""Words without capitals within names."""


@frozen
class Byline:
    """The authors and agencies of a signature."""

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()


def read_byline(text: str) -> Byline:
    """Reads persons, collectives and agencies of a printed signature. Names of papers are neither.

    >>> read_byline("Par Claire Vasseur (Bruxelles, bureau européen)").authors
    (Author(name='Claire Vasseur', url=None, job_title='bureau européen', location='Bruxelles'),)
    >>> read_byline("Le Monde avec AFP et Reuters")
    Byline(authors=(), agencies=('AFP', 'Reuters'))
    >>> byline = read_byline("Propos recueillis par Jean Petit et Ana Gil")
    >>> [author.name for author in byline.authors]
    ['Jean Petit', 'Ana Gil']
    """
    return _read(text[:MAX_BYLINE])


@lru_cache(maxsize=1024)  # a page names its authors in four places, an archive has few authors
def _read(text: str) -> Byline:
    text = tidy(text)
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        name = usual["name"]
        if not (
            _JOB.match(name) or _ROLE.search(name) or name.lower() in AGENCIES or is_newspaper(name)
        ):
            return Byline((Author(name=name),))
    if "@" in text:
        text = _HANDLE.sub("", text)
    straight = text.replace("’", "'")
    if _ONLY_AGENCIES.fullmatch(straight):
        return Byline(agencies=_named_agencies(straight))
    agencies: tuple[str, ...] = ()
    with_agency = _WITH_AGENCY.search(straight)
    if with_agency:
        agencies = _named_agencies(with_agency[1])
        text = (text[: with_agency.start()] + text[with_agency.end() :]).strip()
    if is_newspaper(text):
        return Byline(agencies=agencies)
    authors, signing = _signatories(text)
    return Byline(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys((*signing, *agencies))))


def is_newspaper(text: str) -> bool:
    """True if a signature is only the name of a paper."""
    return len(text) <= MAX_LINE and _is_newspaper(text)


@lru_cache(maxsize=1024)
def _is_newspaper(text: str) -> bool:
    return is_phrase(_ROLE.sub("", text).strip(" ."), "newspaper")


def looks_like_name(text: str) -> bool:
    """True if a line could be only a person's name: two to five words, with capitals except for
    particles.

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


@frozen
class _Sent:
    """The words before a name: "notre envoyée spéciale à Ville", "nos envoyés spéciaux à Ville"."""

    job: str
    place: str | None
    are_several: bool


def _signatories(text: str) -> tuple[list[Author], list[str]]:
    """The persons in order, and the agencies in the place of a person.

    A part in lower case after a name is that person's job or place: "A, ministre de B", "A, à
    Ville".
    """
    authors: list[Author] = []
    agencies: list[str] = []
    pending: Author | None = None
    sent: _Sent | None = None
    is_signature = True
    for part, in_brackets, joint in _parts(text):
        signing, note = _split_note(in_brackets) if in_brackets else ([], "")
        agencies += signing
        ours = _OURS.fullmatch(part)
        if ours:
            person, sent = _our_correspondent(ours)
        else:
            person = _person(part)
        agency = _agency(part)
        if agency:
            agencies.append(agency)
        elif person is not None:
            if pending is not None:
                authors.append(pending)
            if sent is not None:
                person = Author(
                    name=person.name, job_title=sent.job, location=sent.place or person.location
                )
                sent = sent if sent.are_several else None
            pending = _noted(person, note)
        elif pending is not None:
            # "Et" is followed by another person: "A et nos correspondants".
            if (
                joint not in ("et", "and", "&")
                and _JOB.match(part)
                and (pending.job_title is None or _SOMEWHERE.fullmatch(part))
            ):
                pending = _noted(pending, part)
            pending = _noted(pending, note)
        elif part and not ours and not part[0].isdigit() and not is_newspaper(part):
            # "ce qu'en dit Reuters, AFP": agencies beside other words may be in a sentence.
            is_signature = False
        if pending is not None and note.lower().startswith(("avec ", "with ")):
            authors.append(pending)
            pending = None
            others, their_agencies = _signatories(note.split(" ", 1)[1])
            authors += others
            agencies += their_agencies
    if pending is not None:
        authors.append(pending)
    return authors, agencies if is_signature else []


def _person(part: str) -> Author | None:
    """The person of a part: "A", "A à Ville"."""
    place: str | None = None
    with_place = _NAME_SOMEWHERE.fullmatch(part)
    if with_place and looks_like_name(with_place["name"]):
        part, place = with_place["name"], with_place["place"]
    if (
        _NAME.fullmatch(part) is None
        or _INITIALS.fullmatch(part)
        or _JOB.match(part)
        or is_newspaper(part)
    ):
        return None
    return Author(name=part, location=place)


def _our_correspondent(ours: re.Match[str]) -> tuple[Author | None, _Sent]:
    """The person of "notre envoyé spécial à Ville A", if it names one, with the job and place of
    that person or the next."""
    name, place = ours["name"], ours["place"]
    town_and_name = _TOWN_AND_NAME.fullmatch(place or "")
    if town_and_name and looks_like_name(town_and_name["name"]):
        name, place = town_and_name["name"], town_and_name["place"]
    return _person(name) if name else None, _Sent(
        ours["job"], place, ours["whose"].lower() == "nos"
    )


def _agency(part: str) -> str | None:
    """The agency that a part names, and nothing else."""
    alone = _AGENCY_ALONE.fullmatch(part.replace("’", "'"))
    return AGENCIES[alone[1].lower()] if alone else None


def _split_note(note: str) -> tuple[list[str], str]:
    """The agencies in parentheses, and the job or place there: "AFP, Londres"."""
    items = [item.strip() for item in note.split(",")]
    agencies = [agency for item in items if (agency := _agency(item))]
    if agencies:
        note = ", ".join(item for item in items if not _agency(item))
    paper = _FOR_THE_PAPER.fullmatch(note)
    is_empty = (
        is_newspaper(note.strip(_QUOTED))
        or _INITIALS.fullmatch(note)
        or (paper and not paper["name"])
    )
    return agencies, "" if is_empty else note


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """The parts between separators, each with the text in parentheses after it, closed or not, and
    the separator before it."""
    rest = text
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
            # "(Envoyée spéciale à La Courtine (Creuse)": one is missing on the page, not in the
            # inner pair.
            note, rest = rest[:end].strip(), rest[end + 1 :]
        parts = [part for role_free in _ROLE.split(plain) for part in _plain_parts(role_free)]
        if note and parts and not parts[-1][1]:
            part, _, joint = parts.pop()
            parts.append((part, note, joint))
        elif note:
            parts.append(("", note, ""))
        yield from parts


def _plain_parts(text: str) -> list[tuple[str, str, str]]:
    """The parts of a text without parentheses. A town or job after a dash counts as in them."""
    parts: list[tuple[str, str, str]] = []
    pieces = _SEPARATOR.split(f" {text} ")  # every other one is a separator
    joints = ["", *(joint.strip(" ,;") or joint.strip() for joint in pieces[1::2]), ""]
    before = -1  # index of the last part that was not empty
    for index, part in enumerate(piece.strip(_ENDS) for piece in pieces[::2]):
        joint = joints[index]
        paper = _FOR_THE_PAPER.fullmatch(part) if "pour " in part else None
        if paper and not (paper["name"] and _JOB.match(part)):
            # "Photos B / Agence pour La Vigie": the photographer's agency follows the slash.
            part = (
                paper["name"]
                if paper["name"] and joint != "/" and looks_like_name(paper["name"])
                else ""
            )
        if not part:
            continue
        is_pair = (
            joint in _DASHES
            and before == index - 1
            and joints[before] not in _DASHES
            and joints[index + 1] not in _DASHES
        )
        if (
            is_pair
            and looks_like_name(parts[-1][0])
            and (_is_town(part) or _CALLING.fullmatch(part))
        ):
            name, _, joint = parts.pop()
            parts.append((name, part, joint))
        else:
            parts.append((part, "", joint))
        before = index
    return parts


def _is_town(part: str) -> bool:
    """True if the text after a name and a dash has the form of a town; a person's name would have
    at least two words."""
    return _ONLY_TOWN.fullmatch(part) is not None and not (
        part == "Collectif" or _JOB.match(part) or _agency(part) or is_newspaper(part)
    )


def _noted(author: Author, note: str) -> Author:
    """The author with the place, the job, or both, from the text beside the name."""
    if not note or note.lower().startswith(("avec ", "with ")):
        return author
    job: str | None = None
    place: str | None = None
    sent = _SENT.fullmatch(note)
    head, _, tail = note.partition(",")
    if sent:
        job, place = sent["job"], sent["place"]
    elif somewhere := _SOMEWHERE.fullmatch(note):
        place = somewhere["place"]
    elif _JOB.match(note) or _CALLING.fullmatch(note):
        job = note.removeprefix("notre ")
    elif tail:
        place, job = head.strip(), tail.strip().removeprefix("notre ")
    else:
        place = note
    return Author(
        name=author.name,
        url=author.url,
        job_title=job or author.job_title,
        location=author.location or place,
    )
