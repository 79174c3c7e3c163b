"""Where in a text the article stands, and what is printed around it: title, standfirst, signature,
dates, sections."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Final

from attrs import define, evolve, field

from lemonde_parse.addresses import safe
from lemonde_parse.blocks import Mark
from lemonde_parse.layout import Role
from lemonde_parse.metadata.bylines import is_newspaper, looks_like_name, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import read_printed
from lemonde_parse.plaintext.groups import OBJECT, Group, clean, common_indent, is_repeated
from lemonde_parse.wording.matching import fold, is_phrase, wording

_DATED = re.compile(
    r"(?:^|\s)(?:Publié|Published|Mis à jour|Updated)\s+(?:le|on|à|aujourd'hui|hier|today|yesterday)\b"
    r"|^(?:(?:Le Monde|LE MONDE)(?:\.fr)?(?: avec [^|]{2,40})?[ |]+)?(?:Le )?\d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2}"
)
_SIGNED = re.compile(
    r"(?:Par|By|Propos recueillis par|Recueilli par|Reportage de|Textes? de)\s+[A-ZÀ-Ý]|(?:Le Monde|LE MONDE)(?:\.fr)? (?:avec|with) "
)
_SOURCE = re.compile(r"(?:Le Monde|LE MONDE)(?:\.fr)?\s*\|\s*")
_GENRE: Final = "Chronique|Tribune|Éditorial|Editorial|Analyse|Enquête|Reportage|Portrait|Récit|Entretien|Décryptage|Critique|Factuel"
_GLUED_KICKER = re.compile(rf"({_GENRE})(?=[A-ZÀ-Ý«])")
_MOMENT = re.compile(r"\d{1,2} ?[h:] ?\d{2}|\d{4}$|\(Paris\)")
# "Le Monde le 26 février à 23h28", "23h28": above a post of a live.
POST_TIME = re.compile(r"(?:[\w. -]{2,40} le \d{1,2} \w{3,9} à )?\d{1,2} ?[h:] ?\d{2}")
_LINKS = re.compile(r"\nReferences\n\n\s+(?:Visible links\n)?\s*1\. ")
_LETTER = re.compile(r"[^\W\d_]")
_READING_TIME = re.compile(r"\b[Ll]ecture (\d{1,3}) min\b|^(?:Time to )?(\d{1,3}) min(?:\.| read)")
_AUTHOR_BOX = re.compile(
    r"Aller sur la page de ce journaliste|Journaliste au Monde(?:\.fr)?(?: Suivre\b.*)?$"
)
"""What stands after the name, which is the item of a list, in the box about the author that ends
the pages of 2012–18."""
_PRINTED: Final = 200
"""Characters that the line with the dates, and one with a signature, stay below."""
_JOB: Final = 80
"""Characters up to which a line may be a name, or a job."""
_REACH: Final = 14
"""Paragraphs before the date among which title, standfirst and signature stand."""
_HEADLINE: Final = 250
"""Characters that a headline stays below."""
_SECTION: Final = 30
"""Characters up to which a line above the title may be a section's name."""
_CENTRED: Final = 16
"""Columns deeper than the text from which on a line is a title that was set in the middle."""
_CLOSE: Final = 12
"""Paragraphs within which three are sentences where an article begins."""
_TRAIL: Final = 4
"""Sections that a trail has at most; longer lists are menus."""
_FAR: Final = 40
"""Lines before the date among which the end of a menu is looked for."""
_SENTENCES: Final = 5
"""Of that many lines of a menu, one may be a sentence: a caption, or a notice."""
_NOTICES: Final = 6
"""Paragraphs after a notice among which another may say how much is left."""
_BESIDE: Final = 14
"""Paragraphs after a heading such as "Sur le même sujet" among which none is prose, if the article
has ended."""
_PROSE: Final = 140
"""Characters from which a sentence is prose, and no caption or headline."""
_STANDFIRST: Final = 140
"""Characters from which a line is no title."""
_LONG: Final = 90
"""Characters from which a line is a paragraph; one may be a standfirst."""


@define
class Region:
    """The article's paragraphs, and what was read around them."""

    groups: list[Group]
    claims: list[Claim] = field(factory=list)
    base: int | None = None
    """Columns before its paragraphs, in a dump."""
    is_page: bool = False
    """Whether the text is a whole page."""


def is_dump(text: str) -> bool:
    """Whether a text is a whole page as a text browser prints it."""
    return (
        text.count("(BUTTON)") > 1
        or (("*" in text or "+" in text) and text.count("   * ") + text.count("   + ") > 5)
        or ("•" in text and text.count("\n• ") > 5)
        or ("\nReferences\n" in text and _LINKS.search(text) is not None)
    )


def locate(
    raw: Iterable[Group], fetched_at: datetime | None, *, is_page: bool, is_numbered: bool = False
) -> Region:
    """The article in a text. Around it stand menus and footers if the text is a whole page; a paste
    is all article.

    The line with the date is what every page prints: the title stands before it, the text after it.
    """
    groups = clean(raw, is_numbered=is_numbered)
    before: list[Group] = []
    date: Group | None = None
    for group in groups:
        if len(group.text) < _PRINTED and _is_dateline(group.text):
            date = group
            break
        before.append(group)
    is_page = is_page or (date is not None and _is_menu(before))
    if date is None:
        return _undated(before, is_page=is_page)
    if len(before) > _REACH and not is_page:
        return Region([*before, date, *groups])
    body = list(_until_end(groups) if is_page else groups)
    if not body and sum(len(group.text) > _LONG for group in before) > 1:
        # The date stands below the text, not above it.
        region = Region([*before, date])
        _dates(date.text, fetched_at, region.claims)
        return region
    region = Region(body, base=(base := common_indent([date, *body])), is_page=is_page)
    _header(
        [group for group in before[-_REACH:] if group.text != OBJECT],
        base,
        region.claims,
        is_page=is_page,
    )
    _dates(date.text, fetched_at, region.claims)
    for group in body[:3]:
        if is_phrase(group.text, "reading time"):
            _minutes(group.text, region.claims)
    if is_page:
        body = _after_boilerplate(body)
    else:
        _mark_beyond(body)
    has_standfirst = any(claim.field == "description" for claim in region.claims)
    if body and not has_standfirst and (glued := _GLUED_KICKER.match(body[0].text)):
        # Long formats print the standfirst after the date, its kicker glued to it.
        region.claims += [
            Claim("kicker", "printed", glued[1]),
            Claim("description", "printed", body[0].text[glued.end() :]),
        ]
        body = body[1:]
    region.groups = body
    return region


def _undated(groups: list[Group], *, is_page: bool) -> Region:
    """The article in a text without a date: in a page, from where sentences stand close together; a
    page asks readers to log in."""
    account = wording("account")
    asked = (
        0
        if is_page
        else next(
            (index for index, group in enumerate(groups) if account.kind_of(group.text)), None
        )
    )
    if asked is None:
        return Region(groups)
    base = common_indent(groups)
    sentences = [
        index for index, group in enumerate(groups) if _is_sentence(group) and group.indent <= base
    ]
    start = next(
        (
            first
            for first, third in zip(sentences, sentences[2:], strict=False)
            if third - first <= _CLOSE
        ),
        None,
    )
    if start is None or (not is_page and asked >= start):
        return Region(list(_until_end(groups)) if is_page else groups, is_page=is_page)
    region = Region(list(_until_end(groups[start:])), base=base, is_page=True)
    _header(
        [group for group in groups[max(start - _REACH, 0) : start] if group.text != OBJECT],
        base,
        region.claims,
        is_page=True,
    )
    return region


def _is_sentence(group: Group) -> bool:
    return (
        not group.is_bullet
        and len(group.text) > _LONG
        and group.text.endswith((".", "!", "?", "…", "»"))
        and not is_repeated(group.text)
    )


def _is_menu(groups: list[Group]) -> bool:
    """Whether what stands before the date is the menu of a page: many lines, and hardly a sentence;
    or readers are asked to log in."""
    if any(is_phrase(group.text, "account") for group in groups[-_FAR:]):
        return True
    return len(groups) > _REACH and _SENTENCES * sum(
        len(group.text) > _LONG and group.text.endswith(".") for group in groups
    ) < len(groups)


def _is_dateline(text: str) -> bool:
    """Whether a line prints when the article was published, and is no sentence that tells when
    something else was."""
    if len(text) >= _PRINTED or not (
        "Publi" in text or "jour" in text or "Updated" in text or "." in text
    ):
        return False  # what one look tells of nearly every line
    if not _DATED.search(fold(text)):
        return False
    return _MOMENT.search(text) is not None and (
        not text.endswith((".", ",", ";", ":")) or text.endswith("min.")
    )


def is_printed(text: str) -> bool:
    """Whether a line says who signs or when the article was published, and nothing else."""
    return _is_dateline(text) or (
        len(text) < _PRINTED and _SIGNED.match(text) is not None and not text.endswith(".")
    )


def read_printed_line(
    text: str, marks: tuple[Mark, ...], fetched_at: datetime | None, claims: list[Claim]
) -> None:
    """What such a line says; links on the names lead to their pages."""
    if _is_dateline(text):
        _dates(text, fetched_at, claims)
    else:
        _signature(text, claims, marks)


def _header(groups: list[Group], base: int, claims: list[Claim], *, is_page: bool) -> None:
    """Reads what stands before the date: signature, standfirst, kicker, title, sections."""
    title = _title(groups, base, is_page=is_page)
    if title is None:
        return
    claims.append(Claim("headline", "printed", groups[title].text))
    if not is_page or any(
        group.is_bullet or group.indent > base for group in groups[:title]
    ):  # a list; else there is but a menu
        _sections(groups[:title], claims)
    above = next((group.text for group in groups[:title] if is_phrase(group.text, "genre")), None)
    if above:
        claims += [Claim("kicker", "printed", above), Claim("genre", "printed", above)]
    names: list[tuple[str, str]] = []
    for group in groups[title + 1 :]:
        text = group.text
        if is_phrase(text, "genre"):
            claims += [Claim("kicker", "printed", text), Claim("genre", "printed", text)]
        elif _SIGNED.match(text) or is_newspaper(text):
            _signature(text, claims)
        elif _DATED.search(fold(text)):
            continue  # "Publié le 3 mai 20235 mai 2023 par jpetit", above the title of a blog
        elif _is_name(text, is_first=not names):
            names.append((text, ""))
        elif is_phrase(text, "status", "badge"):
            claims.append(Claim("is_accessible_for_free", "status label", False, text))
        elif (
            is_phrase(
                text, "share", "reading time", "translation", "boilerplate", "promotion", "paywall"
            )
            or group.is_bullet
            or POST_TIME.fullmatch(text)
        ):
            continue
        elif names and not names[-1][1] and len(text) <= _JOB and not text.endswith("."):
            names[-1] = (names[-1][0], text)
        elif _may_head(text):
            claims.append(Claim("description", "printed", text))
    if names:
        # In opinion pieces names stand alone, each with the job after it.
        byline = ", ".join(f"{name} ({job})" if job else name for name, job in names)
        authors = tuple(
            evolve(author, job_title=job or author.job_title)
            for name, job in names
            for author in read_byline(name).authors
        )
        claims += [Claim("byline", "printed", byline), Claim("authors", "printed", authors, byline)]


def _sections(groups: list[Group], claims: list[Claim]) -> None:
    """Reads what stands before the title: the sections, from the outermost on."""
    crumbs = []
    for group in reversed(groups):
        if not (group.is_bullet or len(group.text) < 40):
            break
        if group.text in ("Recherche", "Search"):
            break
        if not is_phrase(group.text, "promotion", "share", "paywall", "home", "genre"):
            crumbs.append(_undoubled(group.text))
        if group.is_bullet and group.is_after_blank:
            break  # the list that stands last; those before it are menus
    if 0 < len(crumbs) <= _TRAIL:
        crumbs = list(dict.fromkeys(reversed(crumbs)))
        claims += [
            Claim("section", "printed", crumbs[0]),
            Claim("breadcrumbs", "printed", tuple(crumbs)),
        ]


def _title(groups: list[Group], base: int, *, is_page: bool) -> int | None:
    """Marked as a heading in Markdown, set apart by its indent in a dump; else the last line above
    standfirst and signature.

    In a paste, it is the first one.
    """
    marked = [
        (-group.line.level, index)
        for index, group in enumerate(groups)
        if group.line and group.line.role is Role.HEADING
    ]
    if marked:
        return max(marked)[1]
    candidates = [
        index
        for index, group in enumerate(groups)
        if not group.is_bullet and _may_head(group.text) and not _is_label(group.text)
    ]
    apart = next(
        (
            index
            for index in reversed(candidates)
            if groups[index].indent < base or groups[index].indent > base + _CENTRED
        ),
        None,
    )
    if apart is not None:
        return apart
    start = next(
        (index + 1 for index in reversed(range(len(groups))) if groups[index].is_bullet), 0
    )
    candidates = [index for index in candidates if index >= start]
    if label := next(
        (
            index
            for index in reversed(range(start, len(groups)))
            if is_phrase(groups[index].text, "genre")
        ),
        None,
    ):
        # The title of an opinion piece stands above its label, the authors below it; or the section
        # stands above, the title below.
        after = next(
            (group.text for group in groups[label + 1 :] if not _is_label(group.text)), "."
        )
        is_above = label - 1 in candidates and (
            after.endswith((".", "…")) or looks_like_name(after)
        )
        candidates = [index for index in candidates if (index < label) == is_above]
        return candidates[-1 if is_above else 0] if candidates else None
    below = [index for index in reversed(candidates) if not looks_like_name(groups[index].text)]
    if is_page or (len(below) > 1 and _is_standfirst(groups[below[0]].text)):
        return next((index for index in below[:2] if not _is_standfirst(groups[index].text)), None)
    # In a paste the standfirst may lack its full stop, and the names of sections stand above the
    # title.
    return next(
        (index for index in candidates if len(groups[index].text) > _SECTION),
        candidates[0] if candidates else None,
    )


def _may_head(text: str) -> bool:
    """Whether a line of the header may be a title or a standfirst: it holds letters, and neither a
    date nor a picture's credit."""
    return (
        "©" not in text and _LETTER.search(text) is not None and _DATED.search(fold(text)) is None
    )


def _is_standfirst(text: str) -> bool:
    return len(text) > _STANDFIRST or text.endswith((".", "…"))


def _is_name(text: str, *, is_first: bool) -> bool:
    """Whether a line is an author's name, with place or job in parentheses. The first may be one
    word, such as "Collectif"."""
    authors = (
        read_byline(text).authors
        if len(text) < _JOB and not text.endswith((".", "?", "!", "…"))
        else ()
    )
    return bool(authors) and (is_first or all(looks_like_name(author.name) for author in authors))


def _is_label(text: str) -> bool:
    return (
        is_phrase(
            text,
            "genre",
            "status",
            "badge",
            "share",
            "reading time",
            "translation",
            "promotion",
            "paywall",
            "newspaper",
            "boilerplate",
        )
        or _SIGNED.match(text) is not None
        or POST_TIME.fullmatch(text) is not None
    )


def _signature(text: str, claims: list[Claim], marks: tuple[Mark, ...] = ()) -> None:
    told = read_byline(text)
    links = {text[mark.start : mark.end]: safe(mark.href) for mark in marks if mark.kind == "link"}
    authors = tuple(
        evolve(author, url=links[author.name]) if author.name in links else author
        for author in told.authors
    )
    claims.append(Claim("byline", "printed", text))
    claims.append(Claim("authors", "printed", authors or None, text))
    if told.agencies:
        claims.append(Claim("agencies", "printed", told.agencies))


def _dates(text: str, fetched_at: datetime | None, claims: list[Claim]) -> None:
    """The line with the dates, and the signature before or after them: "Par Claire Vasseur Publié
    le …", "04.05.2015 à 13h36 | Par …"."""
    found = _DATED.search(fold(text))
    before = text[: found.start()].strip(" -|•") if found else ""
    before = _SOURCE.sub("", before)
    if before and _SIGNED.match(before):
        _signature(before, claims)
    _, bar, after = text.rpartition("|")
    if bar and _SIGNED.match(after.strip()):
        _signature(after.strip(), claims)
    published, modified = read_printed(text, fetched_at)
    claims += [
        Claim("date_published", "printed", published, text),
        Claim("date_modified", "printed", modified),
    ]
    _minutes(text, claims)


def _minutes(text: str, claims: list[Claim]) -> None:
    """The reading time, which is printed after the date."""
    if found := _READING_TIME.search(fold(text)):
        claims.append(Claim("reading_minutes", "printed", int(found[1] or found[2]), text))


def _after_boilerplate(groups: list[Group]) -> list[Group]:
    """The body without share bars and labels between it and the date."""
    for index, group in enumerate(groups):
        if not (
            (
                group.is_bullet and not group.text.endswith((".", "!", "?", "…"))
            )  # an item that is a sentence is text
            or is_phrase(
                group.text,
                "share",
                "reading time",
                "translation",
                "status",
                "badge",
                "newspaper",
                "paywall",
            )
            or _is_share_list(groups, index)
        ):
            return groups[index:]
    return []


def _is_share_list(groups: list[Group], index: int) -> bool:
    """Whether a short line stands deeper than the text, among the items of a list."""
    group = groups[index]
    return (
        len(group.text) < 80
        and not group.is_after_blank
        and any(other.is_bullet for other in groups[max(index - 8, 0) : index])
        and group.indent > 4
    )


def _until_end(groups: Iterable[Group]) -> Iterator[Group]:
    """Up to where the page's own matter begins again: comments, notices of shared accounts,
    footers.

    After a notice that does not say how much is left, the one that does may follow.
    """
    known = wording("end", "notice", "beside")
    left = iter(groups)
    ahead: deque[Group] = deque()  # what was looked at and not yet given
    name: Group | None = None
    while (group := ahead.popleft() if ahead else next(left, None)) is not None:
        kind = known.match_prefix(group.text)
        is_box = "ournaliste" in group.text and _AUTHOR_BOX.search(group.text) is not None
        if name is not None and not is_box:
            yield name
        if kind == "end" or is_box:
            return
        if kind == "beside":
            ahead.extend(islice(left, _BESIDE - len(ahead)))
            if not any(map(_is_prose, ahead)):
                return
        name = (
            group if group.is_bullet and kind is None else None
        )  # of the author, if the box follows
        if name is None:
            yield group
        if kind == "notice":
            if "%" not in group.text:
                yield from [
                    other
                    for other in islice(chain(ahead, left), _NOTICES)
                    if "%" in other.text and is_phrase(other.text, "notice")
                ][:1]
            return
    if name is not None:
        yield name


def with_labels(groups: list[Group]) -> list[Group]:
    """The groups, those joined that hold a related link's label, its badge and its headline each in
    a line of its own."""
    known = wording("label")
    labels = {
        index
        for index, group in enumerate(groups)
        if known.may_begin(group.text) and known.kind_of(group.text)
    }
    if not labels:
        return groups
    whole: list[Group] = []
    label: list[Group] = []
    for index, group in enumerate(groups):
        if label and not group.is_after_blank and is_phrase(group.text, "badge"):
            label.append(group)
            continue
        if (
            label
            and not group.is_after_blank
            and len(group.text) < _HEADLINE
            and not group.text.endswith(".")
        ):
            said = " ".join(part.text for part in label[1:])
            whole.append(
                evolve(
                    label[0],
                    text=f"{label[0].text.rstrip(' :|')} : {said} {group.text}".replace("  ", " "),
                )
            )
            label = []
            continue
        whole += label
        label = []
        if index in labels:
            label = [group]
        else:
            whole.append(group)
    return [*whole, *label]


def _mark_beyond(groups: list[Group]) -> None:
    """Marks what a paste holds after the article: from the first line that ends one on, if there
    are several of them."""
    known = wording("end")
    ends = [
        index
        for index, group in enumerate(groups)
        if len(group.text) < _PRINTED and known.match_prefix(group.text)
    ]
    if len({groups[index].text for index in ends}) > 1:
        for group in groups[ends[0] :]:
            group.is_beyond = True


def _is_prose(group: Group) -> bool:
    return len(group.text) > _PROSE and group.text.endswith((".", "!", "?", "»"))


def _undoubled(text: str) -> str:
    """A breadcrumb's text without its copy for screen readers: "World World"."""
    half = len(text) // 2
    return text[:half] if text[:half] == text[half + 1 :] else text
