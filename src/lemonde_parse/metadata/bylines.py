"""Reads printed bylines: authors, their places and jobs, and agencies.

A byline is a sequence of names, jobs, places, agencies and papers. One expression finds the
separators between these parts, and the introductions. An introduction, such as "Par" or "photos",
shows whether a name is that of an author, a photographer or another person. Each part is then read
separately. Most jobs and places belong to the name before them. The words are in
`lemonde_parse.wording.byline_words`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, cast

from attrs import evolve, frozen

from lemonde_parse.article import Author
from lemonde_parse.intake.limits import MAX_BYLINE, MAX_LINE
from lemonde_parse.sites import HOUSE_NAMES, HOUSE_PATTERN
from lemonde_parse.sites.agencies import AGENCIES
from lemonde_parse.wording import byline_words as words
from lemonde_parse.wording.matching import UNACCENTED, fold, is_phrase, openings, spelled
from lemonde_parse.wording.whitespace import tidy

_Joint = Literal["", "and", "with", "comma", "slash", "dash", "bar", "stop"]
"""The separator between a part and the one before it."""
_Work = Literal["author", "photographer", "other"]
"""The role of the persons after an introduction."""


def _any(patterns: Iterable[str]) -> str:
    return spelled("|".join(f"(?:{pattern})" for pattern in patterns))


# Separators: punctuation, and entire words. The name of the matching group is the kind.
_BETWEEN = re.compile(
    r"(?P<bar>[|•·;])|(?P<stop>(?<=[^\W\d_]{3})[.…](?=\s|\Z))|(?P<comma>,)|(?P<slash>/)"
    r"|(?P<dash>(?<=\s)[-–—]+(?=\s|\Z))|(?P<open>\()|(?P<close>\))|(?<![\w'’.@-])(?:"
    rf"(?P<other>{_any(words.OTHER_INTRODUCTIONS)})"
    rf"|(?P<author>{_any(words.AUTHOR_INTRODUCTIONS)})"
    rf"|(?P<photographer>{_any(words.PHOTOGRAPHER_INTRODUCTIONS)})"
    rf"|(?P<with>{_any(words.TOGETHER_WITH)})|(?P<and>{_any(words.ALSO)})(?=\s)"
    rf"|(?P<beside>{_any(words.BESIDE_NAMES)}))",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[|•·;,/()&]|(?<=[^\W\d_]{3})[.…]|(?<=\s)[-–—]|(?<![\w'’.@-])[@\w]\w*")
"""Positions at which a separator may start."""
_NOTE = re.compile(r"(?P<note>\((?s:.*))")
_SHORT_WORD: Final = 4
"""Maximum length of a word that may match `_OPENINGS` by its first letter alone."""
_OPENINGS: Final = frozenset(
    opening.strip().lower()
    for rows in (
        words.AUTHOR_INTRODUCTIONS,
        words.PHOTOGRAPHER_INTRODUCTIONS,
        words.OTHER_INTRODUCTIONS,
        words.TOGETHER_WITH,
        words.ALSO,
        words.BESIDE_NAMES,
    )
    for row in rows
    for opening in (*openings(row), *openings(row.replace("'", "’")))
    if opening
).union("|•·;,/()&.…-–—@")
"""The first letters of separators in lower case, without accents, as `openings` yields them."""
_INTRODUCTION = re.compile(_any(words.AUTHOR_INTRODUCTIONS), re.IGNORECASE)
_BESIDE = re.compile(rf"(?<![\w'’.@-])(?:{_any(words.BESIDE_NAMES)})", re.IGNORECASE)
_WITHIN_NOTES = re.compile(
    rf"\s*(?:{_any((*words.AUTHOR_INTRODUCTIONS, *words.PHOTOGRAPHER_INTRODUCTIONS))}"
    rf"|{_any((*words.OTHER_INTRODUCTIONS, *words.TOGETHER_WITH))})",
    re.IGNORECASE,
)
"""Words at the start of a parenthesis that is read as separate parts, not as a note on a name."""
_JOB = re.compile(rf"(?i:{_any(words.JOBS)})|[a-zà-ÿ]")
_CAPITAL_JOB = re.compile(rf"(?i:{_any(words.JOBS)})")
_AGENCY = re.compile(rf"\b(?:{'|'.join(map(re.escape, AGENCIES))})\b", re.IGNORECASE)
_CALLING = re.compile(words.CALLINGS)
_DESK = re.compile(_any((words.DESK,)), re.IGNORECASE)
_NEWSROOM = re.compile(_any((words.NEWSROOM,)), re.IGNORECASE)
_IN: Final = rf"(?:{words.IN})\s+(?P<place>[^\W\d_a-zà-ÿ].*)"
_SOMEWHERE = re.compile(_IN)
_CORRESPONDENT: Final = spelled(words.CORRESPONDENT)
_SENT = re.compile(rf"(?:notre\s+)?(?P<job>(?i:{_CORRESPONDENT}))\s+{_IN}")
# "De notre correspondant à Londres, A", "nos envoyés spéciaux A et B".
_OURS = re.compile(
    rf"(?:[Dd]e\s+)?(?P<whose>[Nn]otre|[Nn]os)\s++(?P<job>(?i:{_CORRESPONDENT}))"
    rf"(?:\s++(?:{_IN}|(?P<name>.+)))?"
)
_ASIDE = re.compile(words.ASIDE)
_SEVERAL = re.compile(r"\w+s (?:spéciaux|spéciales)|correspondante?s\b", re.IGNORECASE)
_TOWN = re.compile(words.TOWN)
_TOWN_AND_NAME = re.compile(rf"(?P<place>{words.TOWN})\s++(?P<name>.+)")
_FOR_THE_PAPER = re.compile(
    rf"(?:(?P<name>.*?\S)\s++)?(?:pour|for) (?:«\s?)?"
    rf"(?:{spelled(HOUSE_PATTERN)}|[\w-]{{1,40}}\.(?:fr|com|ch))(?:\s?»)?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){0,2}\.(?:fr|com|ch|be|info|net|org)")
_ENDING = re.compile(r"\.(?:fr|com|ch|be|info|net|org)\Z")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[- ]?)+[A-Z]?[a-z]?\.?")
_SHORT = re.compile(r"(?:[A-Z]\.[- ]?(?:[a-z]{1,3}\.? )?){2,4}")
"""Initials used as a signature."""
_RECORDED = re.compile(
    rf"\(?(?:(?:Propos|Entretien|Texte) {words.RECORDED} .+|{words.RECORDED} [^\Wa-zà-ÿ].*[^.…])"
)
_SIGNED = re.compile(
    rf"(?=[A-ZÀ-Þ])(?:{'|'.join(words.LINE_INTRODUCTIONS)})\s+(?-i:[A-ZÀ-Þ])"
    rf"|(?:{HOUSE_PATTERN}) (?:avec|with) (?:l')?"
    rf"(?:{'|'.join(dict.fromkeys(AGENCIES.values()))})\b"
)
_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\S+")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
_QUOTED: Final = '«»"“” \u00a0\u202f'
_ENDS: Final = " \u00a0\u202f.,:·•*-–—"
_WORDS: Final = 8
"""Maximum number of words in a name."""
# The form of nearly all bylines: one person with a name of two or three words.
_USUAL = re.compile(
    r"(?:(?:Par|By|Propos recueillis par) )?"
    r"(?P<name>(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -](?=[A-Z])|$)){2,3})"
)


@frozen
class Byline:
    """The authors and agencies of a byline."""

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()


def read_byline(text: str) -> Byline:
    """Parse a printed byline into persons, collectives and agencies. Names of papers are dropped.

    >>> read_byline("Par Claire Vasseur (Bruxelles, bureau européen)").authors
    (Author(name='Claire Vasseur', url=None, job_title='bureau européen', location='Bruxelles'),)
    >>> read_byline("Le Monde avec AFP et Reuters")
    Byline(authors=(), agencies=('AFP', 'Reuters'))
    >>> byline = read_byline("Par Jean Petit et Ana Gil, illustrations Loup Hardi")
    >>> [author.name for author in byline.authors]
    ['Jean Petit', 'Ana Gil']
    """
    return _read(text[:MAX_BYLINE])


@lru_cache(maxsize=1024)  # a page names its authors up to four times, and archives have few authors
def _read(text: str) -> Byline:
    text = tidy(text)
    if "\u00a0\u00a0" in text:
        text = " ".join(_WORD.findall(text))
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        name = usual["name"]
        if not (
            any(map(_CAPITAL_JOB.match, name.split()))
            or next(_separators(name), None)
            or _AGENCY.search(name)
            or is_house(name)
        ):
            return Byline((Author(name=name),))
    if is_house(text):
        return Byline()
    return _Reader().read(text)


@frozen
class _Part:
    """The text between two separators."""

    text: str
    note: str
    """Text in parentheses after the part, even if the byline does not close them."""
    joint: _Joint
    between: str
    """The separators before the part, as written."""
    work: _Work


def _parts(text: str) -> Iterator[_Part]:
    """Split a byline into parts; empty ones are left out."""
    joint: _Joint = ""
    work: _Work = "author"
    start = before = 0  # start of the part, and of the separators before it
    for found in _separators(text):
        part = text[start : found.start()].strip(_ENDS)
        if part and _is_within(found):
            continue
        kind, at, note = found.lastgroup, found.end(), ""
        if kind == "note":
            is_closed = found[0].count("(") == found[0].count(")")
            note = found[0][1 : -1 if is_closed else None].strip()
        if part or note:
            begin = text.index(part, start)
            yield _Part(part, note, joint, text[before:begin], work)
            joint, before = "", begin + len(part) if not note else at
        start = at
        if kind in ("author", "photographer", "other"):
            work, joint = cast("_Work", kind), ""
        elif kind in ("bar", "close"):
            work, joint = "author", "bar"
        elif kind in ("beside", "open"):
            joint = "bar"
        elif kind != "note" and (kind != "comma" or not joint):  # "A et, B"
            joint = cast("_Joint", kind)
    if part := text[start:].strip(_ENDS):
        begin = text.index(part, start)
        yield _Part(part, "", joint, text[before:begin], work)


def _separators(text: str) -> Iterator[re.Match[str]]:
    """Yield the separators, and the notes in parentheses."""
    at = 0
    has_address = "@" in text
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < at or not (has_address or _may_separate(token[0])):
            continue
        if token[0] == "(" and _WITHIN_NOTES.match(text, start + 1) is None:
            separator = _NOTE.match(text, start, _closing(text, start + 1) + 1)
        else:
            separator = _BETWEEN.match(text, start)
        if separator is not None:
            at = separator.end()
            yield separator


def _may_separate(token: str) -> bool:
    """Match a word that may start a separator. A quick test, not exact."""
    opening = token[:3].lower()
    if not opening.isascii():
        opening = opening.translate(UNACCENTED)
    return opening in _OPENINGS or (len(token) <= _SHORT_WORD and opening[:1] in _OPENINGS)


def _is_within(found: re.Match[str]) -> bool:
    """Match a separator that is part of a name, such as "vidéo du" in "Service vidéo du port"."""
    return found[0][0].islower() and found[0].rsplit(None, 1)[-1] in ("de", "du", "des", "of")


def _closing(text: str, start: int) -> int:
    """Return the index of the bracket that closes a parenthesis, or the text's length if it is not
    closed, like the outer one in "(Envoyée spéciale à La Courtine (Creuse)"."""
    depth = 1
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return index
    return len(text)


@frozen
class _Sent:
    """A job before a name: "notre envoyée spéciale à Ville", "nos envoyés spéciaux à Ville"."""

    job: str
    place: str | None
    are_several: bool


class _Reader:
    """Reads the parts of a byline, in order."""

    def __init__(self) -> None:
        self._authors: list[Author] = []
        self._agencies: list[str] = []
        self._is_open = False  # True if a job or place that follows belongs to the last author
        self._sent: _Sent | None = None
        self._is_signature = True

    def read(self, text: str) -> Byline:
        for part in _in_pairs(_parts(text)):
            if part.work != "other":
                self._take(part)
        agencies = tuple(dict.fromkeys(self._agencies)) if self._is_signature else ()
        return Byline(_once(self._authors), agencies)

    def _take(self, part: _Part) -> None:
        note = part.note
        if note:
            agencies, note = _split_note(note)
            self._agencies += agencies
        text = _without_paper(part)
        is_note = bool(text) and self._is_job(text, part)
        if text and not self._take_text(text, part, is_note=is_note):
            # Agencies next to other words may be part of a sentence: "ce qu'en dit Reuters, AFP".
            self._is_signature = False
        if note and self._is_open:
            self._note(f"({note})" if is_note else note, " ")

    def _take_text(self, text: str, part: _Part, *, is_note: bool) -> bool:
        """Read the text of a part; return False if it cannot be part of a byline."""
        if agencies := _agencies(text):
            self._agencies += agencies
            self._is_open = False
            return True
        if is_house(text) or is_phrase(text, "genre") or _INITIALS.fullmatch(text):
            return True
        ours = _OURS.fullmatch(text)
        if ours and (ours["name"] or not is_note):
            self._send(ours)
            return True
        if is_note:
            self._note(text, part.between)
            return True
        name, rest = _split_name(text, is_strict=part.joint == "stop")
        if not name:
            return text[0].isdigit() or self._is_open
        if self._is_beside_name(name, rest, part.joint):
            if _TOWN.fullmatch(text):
                self._note(text, part.between)
            else:
                self._add_job(text, part.between)
            return True
        self._add_with(name, rest)
        return True

    def _is_job(self, text: str, part: _Part) -> bool:
        """Match a job or place of the last author.

        "et" introduces another person, unless it joins the words of one job.
        """
        if not self._is_open or part.joint in ("with", "bar", "stop", "slash"):
            return False
        if part.joint == "and":
            is_one = " " not in text or text[0].islower()
            return (
                is_one
                and self._authors[-1].job_title is not None
                and not part.between.startswith(",")
            )
        return _JOB.match(text) is not None

    def _is_beside_name(self, name: str, rest: str, joint: _Joint) -> bool:
        """Match an addition to a name after a comma: a town, a party, a distinction ("A, Londres",
        "A, Alliance des libéraux", "A, Nobel Prize winner")."""
        last = self._authors[-1] if self._is_open else None
        if joint != "comma" or last is None or not looks_like_name(last.name):
            return False
        if rest:
            return rest[0].islower() and not _CAPITAL_JOB.match(rest) and not _SOMEWHERE.match(rest)
        if _TOWN.fullmatch(name) is not None:
            return name not in words.GROUPS and last.location is None
        return " " in name and not looks_like_name(name) and name.split()[0] not in words.GROUPS

    def _add_with(self, name: str, rest: str) -> None:
        """Add an author, and read the words that follow the name without a separator."""
        self._add(Author(name=name))
        agencies = _agencies(rest) if rest else []
        self._agencies += agencies
        if rest and not agencies and not is_house(rest) and not _ASIDE.match(rest):
            self._note(rest, " ")
            if _SEVERAL.match(rest):
                self._share()

    def _send(self, ours: re.Match[str]) -> None:
        """Read a job such as "notre envoyé spécial à Ville", and the name that may follow it."""
        name, place = ours["name"], ours["place"]
        town_and_name = _TOWN_AND_NAME.fullmatch(place or "")
        if town_and_name and looks_like_name(town_and_name["name"]):
            name, place = town_and_name["name"], town_and_name["place"]
        self._sent = _Sent(ours["job"], place, ours["whose"].lower() == "nos")
        self._is_open = False
        if name and (person := _split_name(name, is_strict=False)[0]):
            self._add(Author(name=person))

    def _add(self, author: Author) -> None:
        if self._sent is not None:
            author = evolve(author, job_title=self._sent.job, location=self._sent.place)
            self._sent = self._sent if self._sent.are_several else None
        self._authors.append(author)
        self._is_open = True

    def _note(self, note: str, between: str) -> None:
        self._authors[-1] = _noted(self._authors[-1], note, between)

    def _add_job(self, job: str, between: str) -> None:
        last = self._authors[-1]
        before = f"{last.job_title}{between}" if last.job_title else ""
        self._authors[-1] = evolve(last, job_title=before + job)

    def _share(self) -> None:
        """Give the job and place of the last author to those who have neither, as in "A, B Envoyés
        spéciaux à Ville"."""
        last = self._authors[-1]
        self._authors = [
            author
            if author.job_title or author.location
            else evolve(author, job_title=last.job_title, location=last.location)
            for author in self._authors
        ]


def _once(authors: list[Author]) -> tuple[Author, ...]:
    """Merge repeated authors; later mentions only add a missing job or place."""
    by_name: dict[str, Author] = {}
    for author in authors:
        before = by_name.setdefault(name_key(author.name), author)
        if before is not author:
            by_name[name_key(author.name)] = evolve(
                before,
                job_title=before.job_title or author.job_title,
                location=before.location or author.location,
            )
    return tuple(by_name.values())


def _in_pairs(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Turn a town or job after a dash into a note on the name before it.

    This is not done if another dash precedes that name or follows that note.
    """
    row = list(parts)
    is_taken = False
    for index, part in enumerate(row):
        if is_taken:
            is_taken = False
            continue
        after = row[index + 1] if index + 1 < len(row) else None
        beyond = row[index + 2].joint if index + 2 < len(row) else ""
        if (
            after is not None
            and after.joint == "dash"
            and part.joint != "dash"
            and beyond != "dash"
            and not part.note
            and looks_like_name(part.text)
            and _may_follow_dash(after.text)
        ):
            part, is_taken = evolve(part, note=after.text), True
        yield part


def _may_follow_dash(text: str) -> bool:
    """Match a job, or a word that may be a town; persons' names have at least two words."""
    if text in words.GROUPS or _agencies(text) or is_house(text):
        return False
    return (
        _TOWN.fullmatch(text) is not None and _CAPITAL_JOB.match(text) is None
    ) or _CALLING.fullmatch(text) is not None


def _without_paper(part: _Part) -> str:
    """Return the text without the paper it was written for, as in "A pour « La Vigie »".

    Return "" for a photographer's agency, or if no name is left.
    """
    text = part.text
    if part.work == "photographer" and part.joint == "slash":
        return ""  # the photographer's agency
    paper = _FOR_THE_PAPER.fullmatch(text) if " " in text else None
    if paper is None:
        return text
    name = paper["name"] or ""
    if _JOB.match(name):  # "éditorialiste pour La Vigie"
        return text
    return name if looks_like_name(name) else ""


def _split_name(text: str, *, is_strict: bool) -> tuple[str, str]:
    """Split a part into a name at its start and the job or place after it.

    Unless `is_strict`, most other short parts with an initial capital also count as names: "Les
    invités du port".
    """
    if _is_calling(text):
        return "", ""
    name = _leading_name(text)
    rest = text[len(name) :].strip(_ENDS)
    first = rest.split(None, 1)[0].lower() if rest else ""
    if looks_like_name(name) and first not in words.NO_NAMES:
        return (name, rest) if rest else _beside_paper(name)
    parts = text.split()
    if (
        is_strict
        or not text[0].isupper()
        or len(parts) > _WORDS
        or any(word.lower() in words.NO_NAMES for word in parts)
    ):
        return "", ""
    return _beside_paper(text)


def _is_calling(text: str) -> bool:
    """Match a text that is a job, not a name: "Limited Partner", not "Professeur Jean Petit"."""
    after = text.partition(" ")[2]
    return (
        _CAPITAL_JOB.match(text) is not None
        and not _DESK.match(text)
        and (_CAPITAL_JOB.match(after) is not None or not looks_like_name(after))
    )


def _leading_name(text: str) -> str:
    """Return the capitalised words at the start of a text, with the particles between them.

    From the third capitalised word on, a word for a job ends the name.
    """
    end = count = 0
    for word in _WORD.finditer(text):
        shown = word[0]
        if shown[0].isupper() or (shown[2:3].isupper() and fold(shown[1]) == "'"):
            if count >= 2 and _CAPITAL_JOB.match(text, word.start()):
                break
            count += 1
            end = word.end()
        elif shown.lower() not in words.PARTICLES:
            break
    return text[:end]


def _beside_paper(name: str) -> tuple[str, str]:
    """Split a person's name from the name of a paper or agency before or after it."""
    parts = name.split()
    for count in range(1, min(len(parts) - 1, _PAPER_WORDS + 1)):
        for own, other in ((parts[:-count], parts[-count:]), (parts[count:], parts[:count])):
            person, paper = " ".join(own), " ".join(other)
            if looks_like_name(person) and (is_house(paper) or _agencies(paper)):
                return person, paper
    return name, ""


_PAPER_WORDS: Final = 3
"""Maximum number of words in the name of a paper or agency next to a person's name."""


def _agencies(text: str) -> list[str]:
    """Return the agencies that a text lists; a paper may follow. Other words give an empty list."""
    if _AGENCY.search(text) is None:
        return []
    rest = re.sub(r"(?<!\w)([dl]') ?", r"\1 ", fold(text).lower()).split()
    agencies: list[str] = []
    while rest:
        for count in (2, 1):
            agency = AGENCIES.get(" ".join(rest[:count]).strip(",."))
            if agency is not None:
                agencies.append(agency)
                rest = rest[count:]
                break
        else:
            if rest[0] not in words.AGENCY_WORDS:
                return agencies if agencies and is_house(" ".join(rest)) else []
            rest = rest[1:]
    return agencies


def _split_note(note: str) -> tuple[list[str], str]:
    """Split a note such as "AFP, Londres" into its agencies and the job or place.

    Names of papers, initials, dates and addresses are dropped.
    """
    items = [item.strip() for item in _BESIDE.sub("", note).split(",")]
    agencies = [agency for item in items for agency in _agencies(item)]
    kept = [item for item in items if item and not _agencies(item)]
    note = ", ".join(kept)
    paper = _FOR_THE_PAPER.fullmatch(note)
    is_empty = (
        is_house(note.strip(_QUOTED)) or _INITIALS.fullmatch(note) or (paper and not paper["name"])
    )
    return agencies, "" if is_empty else note


def _noted(author: Author, note: str, between: str) -> Author:
    """Add to an author the place, the job, or both from a note on the name.

    A second job is appended to the first, after the separator `between` them.
    """
    job: str | None = None
    place: str | None = None
    if sent := _SENT.fullmatch(note):
        job, place = sent["job"], sent["place"]
    elif somewhere := _SOMEWHERE.fullmatch(note):
        place = somewhere["place"]
    elif author.job_title is not None:
        return evolve(author, job_title=f"{author.job_title}{between}{note}")
    else:
        items = [item.strip() for item in note.split(",")]
        is_job = map(_is_job, items)
        first = next((at for at, is_first in enumerate(is_job) if is_first), len(items))
        place = ", ".join(items[:first]) or None
        job = ", ".join(items[first:]).removeprefix("notre ") or None
    return evolve(author, job_title=author.job_title or job, location=author.location or place)


def _is_job(text: str) -> bool:
    """Match a job after a name, by its beginning, by an ending such as "-logue", or by a last word
    that is not capitalised."""
    return (
        _JOB.match(text) is not None
        or _CALLING.fullmatch(text) is not None
        or text.rpartition(" ")[2][:1].islower()
    )


@lru_cache(maxsize=1024)
def is_house(text: str) -> bool:
    """Match a byline that is only the name of a paper, its domain, or its newsroom, in any
    spelling.

    >>> is_house("LIBERATION"), is_house("Par Le Point.fr"), is_house("Ana Lemonde")
    (True, True, False)
    """
    if len(text) > MAX_LINE:
        return False
    introduced = _INTRODUCTION.match(text)
    name = (text[introduced.end() :] if introduced else text).strip(_QUOTED + ".")
    return (
        house_key(name) in _HOUSES
        or _DOMAIN.fullmatch(name) is not None
        or _NEWSROOM.fullmatch(name) is not None
    )


def house_key(name: str) -> str:
    """Return a paper's name for comparison: lower-case letters and digits, no accents, no domain.

    >>> house_key("Les Échos"), house_key("lesechos.fr"), house_key("20 Minutes")
    ('lesechos', 'lesechos', '20minutes')
    """
    return _SIGNS.sub("", _ENDING.sub("", name_key(name.removeprefix("www."))))


def name_key(name: str) -> str:
    """Return a name for comparison, without case and accents."""
    folded = name.casefold()
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFD", folded).translate(_COMBINING)


_COMBINING: Final = dict.fromkeys(range(0x300, 0x370))
"""For `str.translate`: drops combining accents."""
_HOUSES: Final = frozenset(map(house_key, HOUSE_NAMES))


def looks_like_name(text: str) -> bool:
    """Match a possible person's name: two to five words, capitalised except for particles.

    >>> looks_like_name("Loup de la Motte"), looks_like_name("Un long chemin")
    (True, False)
    """
    parts = text.split()
    if not 2 <= len(parts) <= 5 or text[-1:] in ".!?…:;,»":
        return False
    capitals = [word for word in parts if word[:1].isupper()]
    return len(capitals) >= 2 and parts[0][:1].isupper() and parts[-1][:1].isupper() and all(
        word in capitals or word.lower() in words.PARTICLES or "'" in fold(word) for word in parts
    ) and all(map(_NAME_WORD.fullmatch, parts))  # fmt: skip


def opens_byline(text: str) -> bool:
    """Match a line that starts like a byline: "Par A", "Propos recueillis par A", "La Vigie avec
    AFP".

    >>> opens_byline("Par Claire Vasseur"), opens_byline("Par une nuit d’hiver")
    (True, False)
    """
    return _SIGNED.match(text) is not None


def is_recorded(text: str) -> bool:
    """Match a line that names the interviewer.

    "Recueilli par" also means "taken in by": without "Propos", it requires a name and no full stop.

    >>> is_recorded("Propos recueillis par Ana Gil"), is_recorded("Recueilli par un passant.")
    (True, False)
    """
    return "ecueilli" in text and _RECORDED.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Match a line that is a byline, wherever it is in a text.

    >>> is_byline("Par Claire Vasseur et Ana Gil"), is_byline("Claire Vasseur")
    (True, False)
    """
    if is_phrase(text, "newspaper"):
        return True
    is_open = opens_byline(text)
    if not is_open and _AGENCY.search(text) is None:
        return False
    byline = read_byline(text)
    return is_open and _are_names(byline, text) if byline.authors else bool(byline.agencies)


def is_signature(text: str) -> bool:
    """Match a line at the end of a text that may be the author's name.

    >>> is_signature("Ana Gil (Rome)"), is_signature("A. G."), is_signature("La suite demain")
    (True, True, False)
    """
    text = text.strip(" ()*—–-")
    if looks_like_name(text) or _SHORT.fullmatch(text):
        return True
    return ("(" in text or opens_byline(text)) and _are_names(read_byline(text), text)


def _are_names(byline: Byline, text: str) -> bool:
    return (
        bool(byline.authors)
        and text[-1] not in ".!?…:;,"
        and all(looks_like_name(author.name) for author in byline.authors)
    )
