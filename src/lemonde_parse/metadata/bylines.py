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
    rf"[\s,(]*(?:\b(?:avec|with|et|and)\s+|/\s*)(?:l'|the\s+)?((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?(?:l')?)+)\)?\.?\s*(?=[|•]|$)",
    re.IGNORECASE,
)
_ONLY_AGENCIES = re.compile(
    rf"(?:(?:par|by|source\s*:|\()\s*)?((?:(?:{_AGENCY})\b[\s,/]*(?:et\s+|and\s+|&\s+)?)+)\)?\.?",
    re.IGNORECASE,
)
_AGENCY_ALONE = re.compile(rf"(?:(?:avec|with)\s+)?(?:l')?({_AGENCY})", re.IGNORECASE)
_ONE_AGENCY = re.compile(rf"\b(?:{_AGENCY})\b", re.IGNORECASE)

# What precedes the names. "Photos" and "Textes" also stand between two signatures of a long format.
_WORK: Final = (
    "Textes?|Reportage|Enquête|Récit|Entretien|Photos?|Photographies|Article|Chronique|"
    "Interview|Infographie|Column|Story|Text|Photography"
)
_ROLE = re.compile(
    r"(?:^|(?<=\s))(?:(?:(?:Propos\s+|Texte\s+|Entretien\s+|Interview\s+)?[Rr]ecueillis?\s+(?:et\s+traduits?\s+)?par|"
    rf"(?:{_WORK})\s*(?:de|du|par|by|:)|(?:[Pp]hotos?|[Tt]extes?)(?=\s+[^\W\d_a-zà-ÿ]|\s*$)|PAR|Par|par|BY|By|by)(?:\s+|$)|(?:{_WORK})\s+d['’])"
)
_SEPARATOR = re.compile(
    r"\s*([,;]\s+(?:et|and|avec|with)\s|,|;|\set\s|\sand\s|\s&\s|\s/\s|\s[-–—]\s|\s\|\s|\s(?:en collaboration )?avec\s|\swith\s)\s*"
)
_JOB = re.compile(
    r"(?:[EÉé]ditorialiste|[Jj]ournaliste|[Cc]hroniqueu|[Rr]édact|[Cc]orrespond|[Ee]nvoy|[Bb]log\b|[Ss]ervice|[Pp]rofess|[Mm]aître|[Dd]irect|"
    r"[Hh]istorien|[Ss]ociolog|[EÉé]conomiste|[EÉé]crivain|[Aa]vocat|[Pp]hilosophe|[Mm]édecin|[Aa]ncien|[Pp]résident|[Cc]hercheu|[Bb]ureau|[Cc]ritique|[Ee]ditor|[Cc]olumnist|[a-zà-ÿ])"
)
_CORRESPONDENT: Final = r"[Ee]nvoyée?s? spécia(?:le?s?|ux)|[Cc]orrespondante?s?|[Cc]orrespondance|[Ss]pecial correspondent"
_IN: Final = r"(?:à|au|aux|en|dans|in|at|from)\s+(?P<place>[^\W\d_a-zà-ÿ].*)"
_SENT = re.compile(rf"(?:notre\s+)?(?P<job>{_CORRESPONDENT})\s+{_IN}")
_SOMEWHERE = re.compile(_IN)
_NAME_SOMEWHERE = re.compile(rf"(?P<name>.+?)\s+{_IN}")
# "De notre correspondant à Londres, A", "nos envoyés spéciaux A et B".
_OURS = re.compile(
    rf"(?:[Dd]e\s+)?(?P<whose>[Nn]otre|[Nn]os)\s+(?P<job>{_CORRESPONDENT})(?:\s+(?:{_IN}|(?P<name>.+)))?"
)
# A town by its form: one word, or two of which the first begins the names of towns and not of
# persons.
_TOWN: Final = (
    r"(?:(?:New|La|Le|Les|Los|Las|San|Santa|São|Sao|Buenos|Tel|Hong|Addis|Abou|Abu|Kuala|Phnom|Port|Cape|Mexico|Ho-Chi-Minh)\s)?"
    r"[^\W\d_a-zà-ÿ][a-zà-ÿ][\w’'-]+"
)
_ONLY_TOWN = re.compile(_TOWN)
_TOWN_AND_NAME = re.compile(rf"(?P<place>{_TOWN})\s+(?P<name>.+)")
# What may stand after a name and a dash with a capital, and is no town.
_CALLING = re.compile(
    r"\w+(?:logue|iste|graphe)s?|(?:Romanci|Ministr|Déput|Sénat|Enseign|Cinéast|Réalisat|Universit)\w+"
)
_DASHES: Final = frozenset("-–—")
_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w’'.\-]*(?:\s+[\w’'.\-]+){0,7}")
_FOR_THE_PAPER = re.compile(rf"(?:(?P<name>.+?)\s+)?pour (?:«\s?)?(?:{HOUSE_PATTERN})(?:\s?»)?")
_HANDLE = re.compile(r"\s(?:\(@\w+\)|@\w+)(?=\s*(?:[,;]|et\s|and\s|$))")
_QUOTED: Final = "«» \u00a0\u202f"
_ENDS: Final = " \u00a0\u202f.,;:·•*-–—/"
# Nearly every signature: one person, whose name has two or three words.
_USUAL = re.compile(
    rf"(?:(?:Par|By|Propos recueillis par) )?(?!(?:{_WORK}|Nos|Notre)\b)(?P<name>(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -](?=[A-Z])|$)){{2,3}})"
)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[- ]?)+[A-Z]?[a-z]?\.?")
_PARTICLES: Final = frozenset(
    ["de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "di", "da", "del", "della", "el", "al", "bin",
     "ben", "ibn", "y", "e", "dos", "das", "ter", "ten", "zu"]
)  # fmt: skip
"""Small words within names."""


@frozen
class Byline:
    """What a signature says."""

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()


def read_byline(text: str) -> Byline:
    """Persons, collectives and agencies of a printed signature; the newspaper's own name is
    neither.

    >>> read_byline("Par Claire Vasseur (Bruxelles, bureau européen)").authors
    (Author(name='Claire Vasseur', url=None, job_title='bureau européen', location='Bruxelles'),)
    >>> read_byline("Le Monde avec AFP et Reuters")
    Byline(authors=(), agencies=('AFP', 'Reuters'))
    >>> [author.name for author in read_byline("Propos recueillis par Jean Petit et Ana Gil").authors]
    ['Jean Petit', 'Ana Gil']
    """
    return _read(text[:MAX_BYLINE])


@lru_cache(
    maxsize=1024
)  # one page names its authors in four places, one archive the same authors again and again
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
    found = _WITH_AGENCY.search(straight)
    if found:
        agencies = _named_agencies(found[1])
        text = (text[: found.start()] + text[found.end() :]).strip()
    if is_newspaper(text):
        return Byline(agencies=agencies)
    authors, named = _signatories(text)
    return Byline(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys((*named, *agencies))))


def is_newspaper(text: str) -> bool:
    """Whether a signature is only the newspaper's own."""
    return len(text) <= MAX_LINE and _is_newspaper(text)


@lru_cache(maxsize=1024)
def _is_newspaper(text: str) -> bool:
    return is_phrase(_ROLE.sub("", text).strip(" ."), "newspaper")


def looks_like_name(text: str) -> bool:
    """Whether a line could be a person's name and nothing more: two to five words, capitals but for
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
    """What stands before a name: "notre envoyée spéciale à Ville", "nos envoyés spéciaux à Ville"."""

    job: str
    place: str | None
    are_several: bool


def _signatories(text: str) -> tuple[list[Author], list[str]]:
    """The persons in order, and the agencies that stand where a person would.

    A part in small letters after a name is that person's job, or where they are: "A, ministre de
    B", "A, à Ville".
    """
    authors: list[Author] = []
    agencies: list[str] = []
    pending: Author | None = None
    sent: _Sent | None = None
    is_signature = True
    for part, told, joint in _parts(text):
        named, note = _split_note(told) if told else ([], "")
        agencies += named
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
            # After "et" begins another person: "A et nos correspondants".
            if (
                joint not in ("et", "and", "&")
                and _JOB.match(part)
                and (pending.job_title is None or _SOMEWHERE.fullmatch(part))
            ):
                pending = _noted(pending, part)
            pending = _noted(pending, note)
        elif part and not ours and not part[0].isdigit() and not is_newspaper(part):
            is_signature = False  # "ce qu'en dit Reuters, AFP": what names agencies beside something else may be a sentence
        if pending is not None and note.lower().startswith(("avec ", "with ")):
            authors.append(pending)
            pending = None
            others, named_there = _signatories(note.split(" ", 1)[1])
            authors += others
            agencies += named_there
    if pending is not None:
        authors.append(pending)
    return authors, agencies if is_signature else []


def _person(part: str) -> Author | None:
    """Whom a part names: "A", "A à Ville"."""
    place: str | None = None
    found = _NAME_SOMEWHERE.fullmatch(part)
    if found and looks_like_name(found["name"]):
        part, place = found["name"], found["place"]
    if (
        _NAME.fullmatch(part) is None
        or _INITIALS.fullmatch(part)
        or _JOB.match(part)
        or is_newspaper(part)
    ):
        return None
    return Author(name=part, location=place)


def _our_correspondent(ours: re.Match[str]) -> tuple[Author | None, _Sent]:
    """The person that "notre envoyé spécial à Ville A" names, if it does, and what it says of A or
    of who is named next."""
    name, place = ours["name"], ours["place"]
    found = _TOWN_AND_NAME.fullmatch(place or "")
    if found and looks_like_name(found["name"]):
        name, place = found["name"], found["place"]
    return _person(name) if name else None, _Sent(
        ours["job"], place, ours["whose"].lower() == "nos"
    )


def _agency(part: str) -> str | None:
    """The agency that a part is the name of."""
    found = _AGENCY_ALONE.fullmatch(part.replace("’", "'"))
    return AGENCIES[found[1].lower()] if found else None


def _split_note(note: str) -> tuple[list[str], str]:
    """The agencies among what stands in parentheses, and what the rest of it says of the person:
    "AFP, Londres"."""
    items = [item.strip() for item in note.split(",")]
    agencies = [agency for item in items if (agency := _agency(item))]
    if agencies:
        note = ", ".join(item for item in items if not _agency(item))
    paper = _FOR_THE_PAPER.fullmatch(note)
    says_nothing = (
        is_newspaper(note.strip(_QUOTED))
        or _INITIALS.fullmatch(note)
        or (paper and not paper["name"])
    )
    return agencies, "" if says_nothing else note


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """What stands between separators, with what follows it in parentheses, closed or not, and the
    separator before it."""
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
            # "(Envoyée spéciale à La Courtine (Creuse)": the page forgot one; the inner pair is
            # whole.
            note, rest = rest[:end].strip(), rest[end + 1 :]
        parts = [part for role_free in _ROLE.split(plain) for part in _plain_parts(role_free)]
        if note and parts and not parts[-1][1]:
            part, _, joint = parts.pop()
            parts.append((part, note, joint))
        elif note:
            parts.append(("", note, ""))
        yield from parts


def _plain_parts(text: str) -> list[tuple[str, str, str]]:
    """The same for a text without parentheses; a town or a calling after a dash is told as if it
    stood in them."""
    parts: list[tuple[str, str, str]] = []
    pieces = _SEPARATOR.split(f" {text} ")  # every other one is a separator
    joints = ["", *(joint.strip(" ,;") or joint.strip() for joint in pieces[1::2]), ""]
    before = -1  # where the part stood that was told last
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
    """Whether what stands after a name and a dash is a town by its form: another person would have
    two words at least."""
    return _ONLY_TOWN.fullmatch(part) is not None and not (
        part == "Collectif" or _JOB.match(part) or _agency(part) or is_newspaper(part)
    )


def _noted(author: Author, note: str) -> Author:
    """The author with what stood beside the name: a town, a job, or both."""
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
