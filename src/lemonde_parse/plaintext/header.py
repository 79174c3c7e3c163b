"""Reads the lines above a text: title, kicker, standfirst, byline, dates, sections.

The values that these lines give for fields of the article are returned as claims.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from math import inf
from typing import Final

from attrs import evolve

from lemonde_parse.addresses import safe
from lemonde_parse.article import Choice
from lemonde_parse.blocks import Mark
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.rules import POST_TIME, is_credited
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import looks_like_name, opens_byline, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import is_date, read_printed
from lemonde_parse.plaintext.choices import choose
from lemonde_parse.plaintext.unwrap import OBJECT, Piece
from lemonde_parse.sites import HOUSE_PATTERN
from lemonde_parse.wording.matching import fold, is_phrase
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.punctuation import STOPS, TEXT_ENDS

_DATED = re.compile(
    r"(?:^|\s)(?:Publiée?|Published|Mise? à jour|Modifiée?|Postée?|Updated)\s+"
    r"(?:le|on|à|aujourd'hui|hier|today|yesterday|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b"
    rf"|^(?:(?:{HOUSE_PATTERN})(?: avec [^|]{{2,40}})?[ |]+)?"
    r"(?:Le )?\d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2}"
)
_SOURCE = re.compile(rf"(?:{HOUSE_PATTERN})\s*\|\s*")
_MOMENT = re.compile(r"\d{1,2} ?[h:] ?\d{2}|\d{4}$|\(Paris\)")
# "Publié le 3 mai 2023 par Ana Gil", above the title of a blog post.
_SIGNED_BEHIND = re.compile(r"\d ((?:par|by) (?P<name>[^\d|,]+))$")
_READING_TIME = re.compile(r"\b[Ll]ecture (\d{1,3}) min\b|^(?:Time to )?(\d{1,3}) min(?:\.| read)")
_LETTER = re.compile(r"[^\W\d_]")
# "Ana Gil, le 3 mai 2023 à 10h00", "Monde | 3 mai 2023, 10h00 | MAJ : 4 mai 2023, 9h00"
_SET_APART = re.compile(
    r"(?P<before>^|.{1,200}?(?:[|—–] ?|, ))(?:(?:publié )?le )?"
    r"(?:\d{1,2}(?:er)? [^\W\d_]{3,9}\.? \d{4}|\d{1,2}/\d{1,2}/\d{4})"
    r"(?:,? (?:à )?| \| ?)\d{1,2} ?[h:] ?\d{2}(?:$| ?\|)",
    re.IGNORECASE,
)
_NO_TITLE: Final[tuple[PhraseKind, ...]] = (
    "genre", "status", "badge", "share", "network", "account", "home", "comments", "newsletter",
    "metadata", "promotion", "paywall", "newspaper", "boilerplate",
)  # fmt: skip
_NO_STANDFIRST: Final[tuple[PhraseKind, ...]] = (
    "share", "metadata", "boilerplate", "promotion", "paywall"
)  # fmt: skip
_NO_SECTION: Final[tuple[PhraseKind, ...]] = (
    "promotion", "share", "paywall", "home", "genre", "boilerplate"
)  # fmt: skip
_ARROWS: Final = ("←", "→")
"""Arrows at the start of the links to the previous and next article, above a blog's posts."""
_SITE = re.compile(r" ?[|–—-] ([^|–—]{2,60})$")
_HOUSE = re.compile(rf" ((?:{HOUSE_PATTERN})(?: [A-Z]\w{{2,20}})?)$")
_TITLES: Final = 3
"""Number of lines at the start of a text that may contain the title of the document."""
_BUTTONS: Final[tuple[PhraseKind, ...]] = ("share", "network", "account", "comments")
"""Phrases of buttons, which may appear anywhere above a text."""
_SEARCH: Final = frozenset(["recherche", "rechercher", "search"])
"""Labels of the search field at the end of a menu, in lower case."""
_MENU: Final = 3
"""Minimum number of short lines in a menu above a title."""
_TRAIL: Final = 4
"""Maximum number of sections in a breadcrumb; a longer list is a menu."""
_ABOVE: Final = 6
"""Number of lines above the main heading that may belong to the article."""
_CRUMB: Final = 40
"""A section's name in a breadcrumb is shorter than this, unless the name is a list item."""
_CENTRED: Final = 16
"""A title that is indented by more columns than this, relative to the text, is centred."""
_SECTION: Final = 30
"""Maximum length of a section's name above a title."""


def is_dateline(text: str) -> bool:
    """Match a line with the date of publication, but not a sentence about a date.

    Also match "Mis à jour le …", but not "Modifié le …", which some pages print far above the text.

    >>> is_dateline("Publié le 3 mai 2023 à 10h00")
    True
    >>> is_dateline("Publié le 3 mai, le rapport dit :")
    False
    >>> [is_dateline(f"Publié le 3 mai 2023 à 10h00{end}") for end in (".", ",", ";", " 2 min.")]
    [False, False, False, True]
    """
    return (
        len(text) <= LIMITS.long_heading
        and (not text.endswith(TEXT_ENDS) or text.endswith("min."))
        and _MOMENT.search(text) is not None  # rejects nearly every line
        and _DATED.search(fold(text)) is not None
        and not text.startswith("Modifié")
    )


def is_moment(text: str) -> bool:
    """Match a line with only a day and a time, perhaps after a byline or section.

    On some pages, such a line is the only dateline.

    >>> is_moment("Le 22 mars 2022 à 17h55"), is_moment("30 Oct 2023, 10:14"), is_moment("17h55")
    (True, True, False)
    >>> is_moment("Par Ana Gil — 5 avril 2017 à 19:26"), is_moment("Le bac du 5 avril 2017 à 19:26")
    (True, False)
    """
    return len(text) <= LIMITS.long_heading and _SET_APART.match(fold(text)) is not None


def is_printed(text: str) -> bool:
    """Match a dateline, or a line that starts like a byline and does not end with a full stop."""
    return is_dateline(text) or (
        len(text) <= LIMITS.long_heading and opens_byline(text) and not text.endswith(".")
    )


def read_printed_line(
    text: str, marks: tuple[Mark, ...], fetched_at: datetime | None
) -> list[Claim[object]]:
    """Return the claims from a byline or dateline; linked names give the authors' addresses."""
    return read_dates(text, fetched_at) if _is_dated(text) else _byline(text, marks)


def read_dates(text: str, fetched_at: datetime | None) -> list[Claim[object]]:
    """Return the claims from a dateline, and from a byline before or after its dates: "Par Claire
    Vasseur Publié le …", "04.05.2015 à 13h36 | Par …"."""
    claims: list[Claim[object]] = []
    folded = fold(text)
    dated = _DATED.search(folded)
    moment = None if dated else _SET_APART.match(folded)
    end = dated.start() if dated else moment.end("before") if moment else 0
    before = _SOURCE.sub("", text[:end].strip(" -|•—–,"))
    if moment:
        before = before.rpartition("|")[2].strip()
    after = text.rpartition("|")[2].strip() if "|" in text else ""
    for part in (before, after):
        if opens_byline(part) or (moment and looks_like_name(part)):
            claims += _byline(part)
    signed = _SIGNED_BEHIND.search(text)
    if dated and signed and looks_like_name(signed["name"]):
        claims += _byline(signed[1])
    printed = read_printed(text, fetched_at)
    claims += [
        fields.DATE_PUBLISHED.claim("printed", printed.published, text),
        fields.DATE_MODIFIED.claim("printed", printed.modified),
        fields.DAY_PUBLISHED.claim("printed", printed.day),
    ]
    return [*claims, *read_minutes(text)]


def read_minutes(text: str) -> list[Claim[object]]:
    """Return the claim for the reading time, if the text contains one."""
    found = _READING_TIME.search(fold(text))
    return (
        [fields.READING_MINUTES.claim("printed", int(found[1] or found[2]), text)] if found else []
    )


def _byline(text: str, marks: tuple[Mark, ...] = ()) -> list[Claim[object]]:
    byline = read_byline(text)
    links = {text[mark.start : mark.end]: safe(mark.href) for mark in marks if mark.kind == "link"}
    authors = tuple(evolve(author, url=links.get(author.name)) for author in byline.authors)
    claims: list[Claim[object]] = [
        fields.BYLINE.claim("printed", text),
        fields.AUTHORS.claim("printed", authors or None, text),
    ]
    if byline.agencies:
        claims.append(fields.AGENCIES.claim("printed", byline.agencies))
    return claims


class Lines:
    """All lines of a text, to find repeated titles."""

    def __init__(self, texts: Sequence[str], *, is_page: bool) -> None:
        self.is_page = is_page
        self._counts = Counter(texts)
        self._first = texts[:_TITLES]

    def count(self, text: str) -> int:
        """Return the number of lines with exactly this text."""
        return self._counts[text]

    def is_title(self, text: str) -> bool:
        """Match a line that is part of the document's title, which is one of the first lines.

        The title may have a few more words, usually the name of the site. Very short lines do not
        match.

        >>> page = Lines(["Le port rouvre après la grève du bac - Le Phare", "Menu"], is_page=True)
        >>> page.is_title("Le port rouvre après la grève du bac"), page.is_title("Menu")
        (True, False)
        >>> page.is_title("Le bac part sans attendre la fin de la grève")
        False
        """
        return len(text) > _SECTION and any(
            len(first) <= len(text) + LIMITS.name and text in first for first in self._first
        )


def header_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines above a text, except pictures and buttons."""
    return [
        piece for piece in pieces if piece.text != OBJECT and not is_phrase(piece.text, *_BUTTONS)
    ]


def read_header(
    pieces: Sequence[Piece],
    base: int,
    choices: list[Choice],
    page: Lines,
) -> list[Claim[object]]:
    """Return the claims from the lines above the text; `base` is the indent of the paragraphs."""
    is_page = page.is_page
    main = [at for at, piece in enumerate(pieces) if is_main_heading(piece.line)]
    title = main[0] if len(main) == 1 else _title(pieces, base, choices, page)
    dates = [
        claim
        for piece in pieces
        if _gives_day(piece.text)
        for claim in read_dates(piece.text, None)
    ]
    if title is None:
        return [*_read_printed(pieces), *([] if is_page else dates)]
    headline = without_site(pieces[title].text, page)
    claims: list[Claim[object]] = [fields.HEADLINE.claim("printed", headline)]
    # The lines above a page's title may be a menu, unless some are list items or indented.
    if not is_page or any(piece.is_item or piece.indent > base for piece in pieces[:title]):
        claims += _sections(pieces[:title])
    return [*claims, *_genres(pieces), *dates, *_read_below_title(pieces[title + 1 :])]


def _genres(pieces: Sequence[Piece]) -> list[Claim[object]]:
    return [
        field.claim("printed", piece.text)
        for piece in pieces
        if is_phrase(piece.text, "genre")
        for field in (fields.KICKER, fields.GENRE)
    ]


def is_main_heading(line: Line | None) -> bool:
    """Match a heading of the first level in a Markdown text."""
    return _heading_level(line) == 1


def _heading_level(line: Line | None) -> int:
    """Return the level of a heading; 0 for any other line, or for a text without markup."""
    return line.level if line is not None and line.role is Role.HEADING else 0


def read_above_title(pieces: Sequence[Piece]) -> list[Claim[object]]:
    """Return the claims from the lines above the main heading of a Markdown text."""
    near = pieces[-_ABOVE:]
    printed = [
        claim
        for piece in near
        if is_printed(piece.text) or _is_dated(piece.text)
        for claim in read_printed_line(piece.text, piece.marks, None)
    ]
    return [*_sections(near), *_genres(near), *printed]


def _read_below_title(pieces: Sequence[Piece]) -> list[Claim[object]]:
    """Return the claims from the lines between title and date: bylines, standfirst, status."""
    claims: list[Claim[object]] = []
    names: list[tuple[str, str]] = []
    for piece in pieces:
        text = piece.text
        if is_phrase(text, "genre") or _is_dated(text):
            continue  # "Publié le 3 mai 2023 par jpetit", above the title of a blog post
        if opens_byline(text) or is_phrase(text, "newspaper"):
            marks = piece.line.marks if piece.line and piece.line.text == text else ()
            claims += _byline(text, marks)
        elif is_phrase(text, "status", "badge"):
            claims.append(fields.IS_ACCESSIBLE_FOR_FREE.claim("status label", False, text))
        elif is_phrase(text, *_NO_STANDFIRST):
            continue
        elif _is_name(text, names):
            names.append((text, ""))
        elif piece.is_item or POST_TIME.fullmatch(text):
            continue
        elif names and not names[-1][1] and len(text) <= LIMITS.name and not text.endswith("."):
            names[-1] = (names[-1][0], text)
        elif _may_head(text):
            claims.append(fields.DESCRIPTION.claim("printed", text))
    return [*claims, *_authors(names)]


def _read_printed(pieces: Sequence[Piece]) -> list[Claim[object]]:
    """Return the claims from bylines without a date, and from status labels and badges.

    Other lines are ignored: in a text without a title, they may belong to a menu.
    """
    return [
        claim
        for piece in pieces
        if is_printed(piece.text) or is_phrase(piece.text, "status", "badge")
        for claim in _read_below_title([piece])
    ]


def _authors(names: Sequence[tuple[str, str]]) -> list[Claim[object]]:
    """Return the claims from names and job titles, which opinion pieces print on separate lines.

    A job title may be "".
    """
    if not names:
        return []
    byline = ", ".join(f"{name} ({job})" if job else name for name, job in names)
    authors = tuple(
        evolve(author, job_title=job or author.job_title)
        for name, job in names
        for author in read_byline(name).authors
    )
    return [
        fields.BYLINE.claim("printed", byline),
        fields.AUTHORS.claim("printed", authors, byline),
    ]


def _sections(pieces: Sequence[Piece]) -> list[Claim[object]]:
    """Return the claims from a breadcrumb above the title: a list of sections, the widest first."""
    crumbs = []
    for piece in reversed(pieces):
        if not (piece.is_item or len(piece.text) < _CRUMB):
            break
        if piece.text.lower() in _SEARCH:
            break
        if not (is_phrase(piece.text, *_NO_SECTION) or _is_beside_blog(piece.text)):
            crumbs.append(_undoubled(piece.text))
        if piece.is_item and not piece.is_glued:
            break  # the last list is the breadcrumb, earlier ones are menus
    if not 0 < len(crumbs) <= _TRAIL:
        return []
    trail = tuple(dict.fromkeys(reversed(crumbs)))
    return [fields.SECTION.claim("printed", trail[0]), fields.BREADCRUMBS.claim("printed", trail)]


def _undoubled(text: str) -> str:
    """Remove the copy of a section's name that is for screen readers: "World World"."""
    half = len(text) // 2
    return text[:half] if text[:half] == text[half + 1 :] else text


def _title(
    pieces: Sequence[Piece],
    base: int,
    choices: list[Choice],
    page: Lines,
) -> int | None:
    candidates = [
        index
        for index, piece in enumerate(pieces)
        if not piece.is_item and _may_head(piece.text) and not _is_label(piece.text)
    ]
    return choose(
        "headline",
        [
            (at, pieces[at].text, title_features(pieces, at, candidates, base, page))
            for at in candidates
        ],
        choices,
        # A paste has its title above its date; a page may have only a menu there.
        above=0.0 if page.is_page else -inf,
    )


def title_features(
    pieces: Sequence[Piece],
    index: int,
    candidates: Sequence[int],
    base: int,
    page: Lines,
) -> list[str]:
    """Return the names of the features of a line that may be the title."""
    piece = pieces[index]
    text = piece.text
    above = pieces[index - 1].text if index else ""
    after = [near.text for near in pieces[index + 1 :]]
    below = [at for at in candidates if at > index]
    has_standfirst = bool(below) and _is_standfirst(pieces[below[0]].text)
    is_short = len(text) <= _SECTION
    level = _heading_level(piece.line)
    is_apart = piece.indent < base or piece.indent > base + _CENTRED
    features = {
        "marked as the main heading": level == 1,
        "marked as a heading": level > 1,
        "set apart by its indent": is_apart,
        "first line": index == 0,
        "first line of a text": index == candidates[0] and not page.is_page,
        "last line": not below,
        "last line but one": len(below) == 1,
        "standfirst below": has_standfirst,
        "standfirst": _is_standfirst(text),
        "as long as a standfirst, and printed again": _is_standfirst(text) and page.count(text) > 1,
        "as short as a section's name": is_short and not has_standfirst and not is_apart,
        "a name": looks_like_name(text),
        "a name with a job": "," in text and looks_like_name(text.partition(",")[0]),
        "below a name": looks_like_name(above),
        "genre above": is_phrase(above, "genre"),
        "genre below": any(is_phrase(near, "genre") for near in after[:1]),
        "printed again": page.count(text) > 1,
        "title of the document": page.is_title(text),
        "only a byline or standfirst below": all(map(_is_below_title, after)),
        "byline below": any(
            opens_byline(near) or is_phrase(near, "newspaper") for near in after[:2]
        ),
        "name below": any(looks_like_name(near.partition(",")[0]) for near in after[:1]),
        "below a menu": index >= _MENU
        and all(len(near.text) <= _SECTION for near in pieces[index - _MENU : index]),
        "first line longer than a section's name": not is_short
        and not any(len(pieces[at].text) > _SECTION for at in candidates if at < index),
        "last line, longer than a section's name": not is_short and not below,
        "date above": _is_dated(above),
        "short, below the search box": is_short and above.lower() in _SEARCH,
        "continues below": any(near[0].islower() for near in after[:1]),
        "starts with a lower-case letter": text[:1].islower(),
        "list above": any(piece.is_item for piece in pieces[:index]),
        "list below": any(piece.is_item for piece in pieces[index:]),
    }
    return [name for name, holds in features.items() if holds]


def _is_below_title(text: str) -> bool:
    return (
        _is_standfirst(text)
        or is_printed(text)
        or is_phrase(text, "newspaper", "genre", "status", "badge")
        or looks_like_name(text.partition(",")[0])
    )


def without_site(title: str, page: Lines) -> str:
    """Remove the name of the site from the end of a title, if that name is also a line of the page.

    >>> page = Lines(["Le port rouvre - Le Phare", "Le Phare", "Le port rouvre"], is_page=True)
    >>> without_site("Le port rouvre - Le Phare", page), without_site("Le Phare", page)
    ('Le port rouvre', 'Le Phare')
    """
    for pattern in (_SITE, _HOUSE):
        site = pattern.search(title, max(len(title) - LIMITS.name, 1))
        if site is not None and page.count(site[1]):
            return title[: site.start()].rstrip()
    return title


def _may_head(text: str) -> bool:
    """Match a line that may be a title or a standfirst: not too long, with letters, and without the
    credit of a picture."""
    return (
        "©" not in text
        and len(text) <= LIMITS.headline
        and _LETTER.search(text) is not None
        and not is_credited(text)
    )


def _is_standfirst(text: str) -> bool:
    return len(text) > LIMITS.prose or text.endswith((".", "…"))


def _is_name(text: str, names: Sequence[object]) -> bool:
    """Match an author's name, with or without a place or job. The first name may also be
    "Collectif"."""
    if len(text) > LIMITS.name or text.endswith(STOPS):
        return False
    authors = read_byline(text).authors
    return bool(authors) and (not names or all(looks_like_name(author.name) for author in authors))


def _is_dated(text: str) -> bool:
    """Match a line with a date after words such as "Publié le", or with "04.05.2015 à 13h36" at its
    start or after a paper's name."""
    return _DATED.search(fold(text)) is not None


def _is_beside_blog(text: str) -> bool:
    """Match a line above a blog's post: a link to the previous or next article, or a date."""
    return text.startswith(_ARROWS) or _gives_day(text)


def _gives_day(text: str) -> bool:
    """Match a date, with or without words such as "Publié le" before it."""
    return is_date(text) or _is_dated(text)


def _is_label(text: str) -> bool:
    return (
        text.lower() in _SEARCH
        or _is_beside_blog(text)
        or is_phrase(text, *_NO_TITLE)
        or opens_byline(text)
        or POST_TIME.fullmatch(text) is not None
    )


def has_header(pieces: Sequence[Piece]) -> bool:
    """Match lines above a text if they include a date, a byline, a status, a button or a label."""
    return any(
        is_phrase(piece.text, "status", "share", "network", "metadata")
        or is_date(piece.text)
        or (len(piece.text) <= LIMITS.long_heading and _is_dated(piece.text))
        or (len(piece.text) <= LIMITS.signature and opens_byline(piece.text))
        for piece in pieces
    )
