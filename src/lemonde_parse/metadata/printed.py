"""Reads the fields printed around the body: title, standfirst, byline, dates, breadcrumb.

Printed means displayed to readers, as opposed to declared in metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from lemonde_parse.addresses import absolute, encoded, original, safe
from lemonde_parse.article import Author
from lemonde_parse.intake.limits import MAX_FIELD_NESTING, MAX_LINE
from lemonde_parse.layout import REMOVED, Field, Role
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.agreement import contradict
from lemonde_parse.metadata.bylines import is_house, read_byline
from lemonde_parse.metadata.claims import ArticleField, Claim, values_of
from lemonde_parse.metadata.date_claims import date_claims
from lemonde_parse.metadata.dates import has_modified, read_printed
from lemonde_parse.metadata.meta_tags import of_address
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.visible import SEPARATE_TAGS, is_hidden, visible_text
from lemonde_parse.reading.walk import walk
from lemonde_parse.wording.matching import fold, is_phrase, letters
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELD_DEPTH: Final = 20
"""Maximum depth of the elements in a field; deeper fields are read with `walk`, which is slower."""
_BLOCKS: Final = frozenset(
    {Role.FIGURE, Role.EMBED, Role.LIST, Role.TABLE, Role.ASIDE, Role.LIVE_ENTRY, Role.CREDIT}
)
"""Roles of elements in a field that must be read with `walk`."""
_FOREIGN: Final = frozenset({Role.COMMENTS, Role.RELATED, Role.NEWSLETTER, Role.PROMOTION})
"""Roles of boxes that may name authors of other texts."""
_NEAR: Final = 64
"""Maximum number of ancestors to search, which limits the time for deeply nested elements."""
_REACH: Final = 4
"""Number of ancestors to search for the link around an author's name, and for the box around a
breadcrumb."""
_ROW_DEPTH: Final = 3
"""Number of levels at which two authors in a row are compared: their elements, and the boxes around
these."""
_LEAST_TITLE: Final = 12
"""Minimum number of letters in a printed title that is searched for in a declared one; sections'
names have fewer."""
_DATE_LINES: Final = 2
"""Maximum number of date lines to read; the date of a change may be on a second line."""
_MINUTES = re.compile(r"(\d{1,3})\s*min")
_LABEL = re.compile(r"(?P<fr>(?:Publi|Modifi|Mis |Par |Propos ))|(?:Published|Updated|By ) ?")
_HOUR = re.compile(r"\d{1,2} ?[:h] ?\d\d(?: ?[ap]m)?")
_LEFT = re.compile(
    r"Il vous reste (100|\d{1,2}(?:[.,]\d{1,9})?) ?%"
    r"|You have (100|\d{1,2}(?:\.\d{1,9})?) ?% of this article left"
)
_BETWEEN_CRUMBS: Final = " \u00a0,;:/|>›»·•-–—"
"""Characters between the items of a breadcrumb."""
_GLUED = re.compile(r"(?<=\w)\(")

# A print view's line with the name of the paper, up to the date.
_ISSUE = re.compile(
    r"Article paru dans (?!l['’]édition)([^\d,.!?]{2,60}?),? (?:(?:l['’])?édition )?(?:daté )?"
    r"(?:du|le) "
)


class Printed:
    """Yields the claims of printed fields.

    Dates in words and the language have separate methods, because they are not always needed.
    Parsing dates is slow, and the language of labels is only used if the page declares none.
    """

    def __init__(
        self, page_map: PageMap, base: str | None, declared: Iterable[Claim[object]] = ()
    ) -> None:
        self._page_map = page_map
        self._fields = page_map.fields
        self._base = base
        self._declared = list(values_of(declared, fields.HEADLINE))

    def claims(self) -> Iterator[Claim[object]]:
        """Yield the claims of all fields, except those of `dates` and `language`."""
        kicker = self._first("kicker")
        yield fields.HEADLINE.claim("printed", self._headline())
        yield fields.KICKER.claim("printed", kicker)
        yield fields.DESCRIPTION.claim("printed", self._first("description"))
        yield from self._signatures()
        yield fields.SECTION.claim("banner", self._first("section"))
        crumbs = tuple(
            dict.fromkeys(
                text
                for item in _together(self._items("breadcrumbs"))
                if not self._is_home(item)
                and (text := self._read(item).strip(_BETWEEN_CRUMBS))
                and not is_phrase(text, "home")
            )
        )
        if crumbs:
            yield fields.SECTION.claim("printed", crumbs[0])
            yield fields.BREADCRUMBS.claim("printed", crumbs)
        yield fields.KEYWORDS.claim("printed", tuple(dict.fromkeys(self._all("keywords"))) or None)
        minutes = _MINUTES.search(self._first("reading_minutes") or "")
        if minutes:
            yield fields.READING_MINUTES.claim("printed", int(minutes[1]))
        translation = self._first("translation_url")
        yield fields.TRANSLATION_URL.claim(
            "printed",
            safe(absolute(translation, self._base)) if translation else None,
        )
        address = _web_address(self._first("address") or "")
        if address is not None:
            yield fields.CANONICAL_URL.claim("printed", address)
            yield from of_address(address)
        yield fields.IN_LANGUAGE.claim("html", self._language_around())
        for text in self._all("dates"):
            if issue := _ISSUE.match(text):
                yield fields.PUBLISHER.claim("printed", issue[1], text)
        status = next((text for text in self._all("status") if is_phrase(text, "status")), None)
        if status:
            yield fields.IS_ACCESSIBLE_FOR_FREE.claim("status label", False, status)
        walls = list(self._items("wall"))
        if walls:
            yield fields.IS_TRUNCATED.claim("wall", True, "a paywall follows the text")
            notices = (
                wall if isinstance(wall, str) else "".join(wall.itertext()) for wall in walls
            )
            left = next(
                (
                    left
                    for notice in notices
                    if "%" in notice and (left := percent_left(tidy(notice))) is not None
                ),
                None,
            )
            if left is not None:
                yield fields.PERCENT_LEFT.claim("wall", left)
        if kicker and is_phrase(kicker, "genre"):
            yield fields.GENRE.claim("printed", kicker)
        for raw in self._all("date_published"):
            yield from date_claims(fields.DATE_PUBLISHED, "time", raw)
        for raw in self._all("date_modified"):
            yield from date_claims(fields.DATE_MODIFIED, "time", raw)

    def dates(
        self, claims: Sequence[Claim[object]], fetched_at: datetime | None
    ) -> Iterator[Claim[datetime] | Claim[date]]:
        """Yield dates in words.

        They are only read if a date is missing, or if an origin gives a date of change before its
        date of publication.
        """
        are_right = not contradict(claims) and _has_value(claims, fields.DATE_PUBLISHED)
        if are_right and _has_value(claims, fields.DATE_MODIFIED):
            return
        items = ((item, self._read(item)) for item in self._items("dates"))
        shown = (text + _hour_beside(item) for item, text in items if text)
        lines = list(islice(shown, _DATE_LINES))
        changed = next(filter(has_modified, lines), None)
        if not lines or (are_right and changed is None):
            return
        printed = read_printed(lines[0], fetched_at)
        yield fields.DATE_PUBLISHED.claim("printed", printed.published, lines[0])
        if printed.day is not None:
            yield fields.DAY_PUBLISHED.claim("printed", printed.day, lines[0])
        if changed is not None and changed is not lines[0]:
            printed = read_printed(changed, fetched_at)
        if changed is not None:
            yield fields.DATE_MODIFIED.claim("printed", printed.modified, changed)

    def _signatures(self) -> Iterator[Claim[object]]:
        """Yield bylines and their authors. Opinion pieces have an element for each name and job."""
        bylines = [(text, item, read_byline(text)) for text, item in self._rows() if text]
        # A byline of the newspaper may come first ("La Vigie | 07.11.2016 … Par Claire Vasseur"):
        # prefer names, then agencies.
        if len(bylines) > 1:
            bylines.sort(key=lambda one: (not one[2].authors, not one[2].agencies))
        for text, item, byline in bylines:
            yield fields.BYLINE.claim(
                "printed" if byline.authors or byline.agencies else "printed, generic",
                _GLUED.sub(" (", text),
            )
            if byline.authors or byline.agencies or is_house(text):
                yield fields.AUTHORS.claim(
                    "printed", self._linked(byline.authors, item) or None, text
                )
            if byline.agencies:
                yield fields.AGENCIES.claim("printed", byline.agencies)
        named = [
            (text, _link_around(item))
            for item in self._items("author_name")
            if (text := self._read(item))
        ]
        jobs = list(self._all("author_job"))
        if not named:
            return
        # Usually each name has one job. If the numbers differ, jobs cannot be assigned.
        paired = jobs if len(jobs) == len(named) else [""] * len(named)
        authors = tuple(
            self._at(author, href, job or author.job_title)
            for (name, href), job in zip(named, paired, strict=True)
            for author in read_byline(name).authors
        )
        lines = [
            f"{name} ({job})" if job else name for (name, _), job in zip(named, paired, strict=True)
        ]
        yield fields.BYLINE.claim("printed" if authors else "printed, generic", ", ".join(lines))
        yield fields.AUTHORS.claim("printed", authors or None, ", ".join(lines))

    def language(self, claims: Sequence[Claim[object]]) -> Iterator[Claim[str]]:
        """Yield the language of the labels before dates and names.

        Yield nothing if the page declares a language, or if the layout is that of a program whose
        labels may be in another language.
        """
        if self._page_map.layout.language == "text":
            return
        if next(values_of(claims, fields.IN_LANGUAGE), None) is not None:
            return
        labelled: tuple[Field, ...] = ("dates", "byline")
        for text in chain.from_iterable(map(self._all, labelled)):
            if found := _LABEL.match(text):
                yield fields.IN_LANGUAGE.claim("printed", "fr" if found["fr"] else "en", text)

    def _language_around(self) -> str | None:
        """Return the language declared on the article's body or on an element around it.

        The html element is skipped, because its language is read with the head.
        """
        body = next(iter(self._page_map.content), None)
        if body is not None and self._page_map.layout.language == "text":
            body = next(body.iter("p"), body)
        around = () if body is None else (body, *islice(body.iterancestors(), _NEAR))
        languages = (tidy(one.get("lang", "")) for one in around if one.tag != "html")
        return next(filter(None, languages), None)

    def _rows(self) -> Iterator[tuple[str, _Element | str]]:
        """Yield the text and last element of each byline; join the texts of adjacent authors."""
        row: list[str] = []
        last: _Element | str = ""
        for item in self._items("byline"):
            text = self._read(item).strip(" •")
            if not text or self._is_foreign(item):
                continue
            if row and not _are_beside(last, item):
                yield ", ".join(row), last
                row = []
            if text not in row:
                row.append(text)
            last = item
        yield ", ".join(row), last

    def _headline(self) -> str | None:
        """Return the headline.

        If there are several titles, choose the longest that is part of a declared title, or else
        the first. A logo with a link to a front page is excluded.
        """
        titles = [
            text
            for item in self._items("headline")
            if (text := self._read(item)) and not _is_logo(item, text)
        ]
        if len(titles) > 1:
            declared = [letters(title) for title in self._declared]
            return max(titles, key=lambda title: _length_in(letters(title), declared))
        return titles[0] if titles else None

    def _first(self, name: Field) -> str | None:
        return next(self._all(name), None)

    def _all(self, name: Field) -> Iterator[str]:
        return (text for item in self._items(name) if (text := self._read(item)))

    def _is_foreign(self, item: _Element | str) -> bool:
        """Match the author of a comment or of another article."""
        entry_of = self._page_map.entries.get
        outer = () if isinstance(item, str) else islice(item.iterancestors(), _NEAR)
        return any(entry is not None and entry.role in _FOREIGN for entry in map(entry_of, outer))

    def _is_home(self, item: _Element | str) -> bool:
        """Match a breadcrumb that links to the front page of the page's own site."""
        href = None if isinstance(item, str) or item.tag != "a" else item.get("href")
        if not href or not self._base:
            return False
        root, own = (address.split("/", 3) for address in (absolute(href, self._base), self._base))
        return root[2:3] == own[2:3] and root[3:] in ([], [""])

    def _items(self, name: Field) -> Iterable[_Element | str]:
        """Return the elements and texts of a field in page order; skip those nested too deeply."""
        items = self._fields.get(name, ())
        return items if len(items) <= MAX_FIELD_NESTING else _not_too_deep(items)

    def _read(self, item: _Element | str) -> str:
        """Return the text of a field. Most fields contain only text and a few boxes, and are read
        without `walk`."""
        if isinstance(item, str):
            return tidy(item)
        if not len(item):
            return tidy(item.text or "")
        lines = [[item.text or ""]]
        if not self._read_inside(item, lines, _FIELD_DEPTH):
            return self._walk(item)
        texts = [text for line in lines if (text := tidy("".join(line)))]
        if len(texts) > 1:
            texts = [text for text in texts if not _is_label(text)] or texts
        return " ".join(texts) or visible_text(item)

    def _read_inside(self, element: _Element, lines: list[list[str]], depth: int) -> bool:
        """Add the text of an element's children to the lines. Return False if the element contains
        more than text and boxes."""
        entry_of = self._page_map.entries.get
        for part in element:
            entry = entry_of(part)
            if entry is not None:  # not a comment
                role = entry.role
                if entry.stops or depth == 0 or role in _BLOCKS:
                    return False
                is_separate = part.tag in SEPARATE_TAGS
                if role is Role.BREAK:
                    lines[-1].append(" ")
                elif entry.is_removed or (not entry.is_text and is_hidden(part)):
                    if is_separate:
                        lines.append([])
                elif role is not Role.IGNORE:
                    is_box = not entry.is_text
                    if is_box:
                        lines.append([])
                    lines[-1].append(part.text or "")
                    if len(part) and not self._read_inside(part, lines, depth - 1):
                        return False
                    if is_box:
                        lines.append([])
            if tail := part.tail:
                lines[-1].append(tail)
        return True

    def _walk(self, item: _Element) -> str:
        """Return the text of a field without removed parts, or all its text if every part is
        removed."""
        lines = [
            line.text
            for line in walk(item, self._page_map, self._base)
            if line.role not in REMOVED and line.text and not _is_label(line.text)
        ]
        return " ".join(lines) or visible_text(item)

    def _linked(self, authors: tuple[Author, ...], item: _Element | str) -> tuple[Author, ...]:
        """Add to authors the addresses of the links around their names."""
        # On pages that do not close links, one may contain another: use the innermost.
        within = (
            []
            if isinstance(item, str)
            else [link for link in item.iter("a") if next(link.iterdescendants("a"), None) is None]
        )
        links = [(visible_text(link), link.get("href")) for link in within]
        if not links:
            return authors
        addresses = [
            next((href for text, href in links if href and author.name in text), None)
            for author in authors
        ]
        return tuple(
            self._at(author, href, author.job_title)
            for author, href in zip(authors, addresses, strict=True)
        )

    def _at(self, author: Author, href: str | None, job_title: str | None) -> Author:
        """Return the author with a link's address, made absolute, and a job."""
        url = safe(absolute(href, self._base)) if href else None
        return Author(
            name=author.name, url=url or author.url, job_title=job_title, location=author.location
        )


def _web_address(text: str) -> str | None:
    """Return the original address that a print view or a read-it-later program prints; None for
    other text."""
    address = encoded(original(text))
    return safe(address) if address.startswith(("https://", "http://")) else None


def _has_value(claims: Iterable[Claim[object]], field: ArticleField[datetime]) -> bool:
    return next(values_of(claims, field), None) is not None


def _not_too_deep(items: Iterable[_Element | str]) -> Iterator[_Element | str]:
    """Yield the items, except those nested too deeply, which would be read many times."""
    levels: dict[_Element, int] = {}
    for item in items:
        if isinstance(item, str):
            yield item
            continue
        outer = next(
            (around for around in islice(item.iterancestors(), _NEAR) if around in levels), None
        )
        levels[item] = levels[outer] + 1 if outer is not None else 1
        if levels[item] <= MAX_FIELD_NESTING:
            yield item


def _hour_beside(item: _Element | str) -> str:
    """Return the time next to a day, as text that can be appended to it; "" if there is none.

    Blogs put the time in the title attribute of the link around the day.
    """
    outer = None if isinstance(item, str) else item.getparent()
    title = outer.get("title") if outer is not None and outer.tag == "a" else None
    return f" à {title}" if title and _HOUR.fullmatch(title) else ""


def _are_beside(first: _Element | str, second: _Element | str) -> bool:
    """Match two authors in one row: siblings of the same class, perhaps each in its own box."""
    if isinstance(first, str) or isinstance(second, str):
        return False
    for _ in range(_ROW_DEPTH):
        if first.tag != second.tag or first.get("class") != second.get("class"):
            return False
        outer, others = first.getparent(), second.getparent()
        if outer is None or others is None or outer is others:
            return outer is others and outer is not None
        first, second = outer, others
        if "author" not in (first.get("class") or ""):
            return False
    return False


def _together(items: Iterable[_Element | str]) -> Iterator[_Element | str]:
    """Yield the items close to the first one, since other lists on the page may have the same
    class."""
    around: set[_Element] = set()
    for item in items:
        near = set() if isinstance(item, str) else set(islice(item.iterancestors(), _REACH))
        around = around or near
        if near & around or not near:
            yield item


def _length_in(title: str, declared: Iterable[str]) -> int:
    """Return the length of a title that is part of a declared one; 0 if it is not, or is short."""
    length = len(title)
    return length if length >= _LEAST_TITLE and any(title in one for one in declared) else 0


def _is_logo(item: _Element | str, text: str) -> bool:
    """Match a headline that is entirely a link to a front page."""
    link = None if isinstance(item, str) else next(item.iterdescendants("a"), None)
    href = link.get("href") if link is not None else None
    if link is None or href is None or visible_text(link) != text:
        return False
    return not href.partition("//")[2].partition("/")[2] if "//" in href else href == "/"


def _is_label(text: str) -> bool:
    """Match a text that consists of an access label, such as "Réservé aux abonnés"."""
    return len(text) <= MAX_LINE and is_phrase(text, "status", "badge")


def _link_around(item: _Element | str) -> str | None:
    """Return the address of an element that is a link, or of the link around it."""
    outer = [] if isinstance(item, str) else [item, *islice(item.iterancestors(), _REACH)]
    return next(
        (href for element in outer if element.tag == "a" and (href := element.get("href"))), None
    )


def percent_left(notice: str) -> float | None:
    """Return the percentage of the article that is left to read according to a notice, if given.

    >>> percent_left("Il vous reste 57.09% de cet article à lire.")
    57.09
    """
    match = _LEFT.search(fold(notice))
    return float((match[1] or match[2]).replace(",", ".")) if match else None
