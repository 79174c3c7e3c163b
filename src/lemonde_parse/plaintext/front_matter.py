"""Reads front matter, and the properties of notes, such as "Author: Ana Gil".

Front matter is YAML from `Article.to_markdown` or web clippers, YAML or TOML from site generators,
or pandoc's title block. Only a subset of YAML (https://yaml.org/spec/1.2.2/) is read: one key per
line, with a scalar, a list or JSON. Anchors, aliases and tags are not read, so that a value cannot
expand. Unknown entries become removals.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any, Final, Generic, NamedTuple, TypeVar, get_args

from attrs import field, frozen

from lemonde_parse.addresses import original, safe
from lemonde_parse.article import JSON, Author, Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import is_house, read_byline
from lemonde_parse.metadata.claims import ArticleField, Claim
from lemonde_parse.metadata.dates import read_moment, read_printed
from lemonde_parse.plaintext.note_properties import cited, find_properties
from lemonde_parse.wording.whitespace import tidy

T = TypeVar("T")

GENERATOR: Final = "lemonde_parse"
"""Value of "generator" in front matter from `Article.to_markdown`."""
_MAX_LENGTH: Final = 100_000
"""Maximum length of front matter; real files have a few hundred characters."""
_END = re.compile(r"\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)")
_KEY = re.compile(r"([^\W\d][\w .-]{0,40}):(?:[^\S\n]+|$)")
_ITEM = re.compile(r"^\s*+-(?:\s++(?:name:\s++)?+|$)")
_ADDRESS = re.compile(r"[^\s/.:]*+[/.:]\S*+")
# A key with many parts: tomllib takes quadratic time for it.
_DOTTED = re.compile(r"(?:\.[ \t]*+[^\s.=]{0,100}+[ \t]*+){9}")
_LIST = re.compile(r"\[(.*)\]")
_QUOTED = re.compile(r"'(.*)'")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?")
_SHARE = re.compile(r"100(?:\.0)?|\d{1,2}(?:\.\d{1,17})?")
_COMMENT = re.compile(r"(?:^|\s)#.*+")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


@frozen
class FrontMatter:
    """The field values that front matter gives ("claims"), and the text after it."""

    body: str
    claims: list[Claim[object]] = field(factory=list)
    unread: list[Line] = field(factory=list)
    """Entries that do not describe an article."""
    is_export: bool = False
    """True if `Article.to_markdown` wrote the front matter."""
    is_typed: bool = False
    """True if the properties were typed into a text that is not Markdown."""


def read_front_matter(text: str) -> FrontMatter | None:
    """Parse the front matter or the properties of a text; None if it has no known key.

    >>> front = read_front_matter("---\\ntitle: Le bac\\ntags: [mer, quai]\\n---\\nDeux mots.")
    >>> [(claim.field.name, claim.value) for claim in front.claims], front.body
    ([('headline', 'Le bac'), ('keywords', ('mer', 'quai'))], 'Deux mots.')
    """
    opening, _, rest = text.partition("\n")
    if opening.startswith("% "):
        opening, rest = "%", text[2:]
    is_typed = False
    if (read := _FORMS.get(opening.rstrip())) and (end := read[0].search(rest, 0, _MAX_LENGTH)):
        entries = list(read[1](rest[: end.start()]))
        body = rest[end.end() :]
    elif (note := find_properties(text)) is not None:
        is_typed, body = note.typed is not None, note.text
        if note.typed is None:
            entries = list(_yaml(note.properties))
        else:
            entries = [_Entry(_key(key), value, value) for key, value in note.typed]
    else:
        return None
    if not any(entry.key in _FIELDS for entry in entries):
        return None
    claims: list[tuple[int, Claim[object]]] = []
    unread = []
    for key, value, written in chain.from_iterable(map(_with_citation, entries)):
        if key in _FIELDS:
            reader = _FIELDS[key]
            if reader.field is fields.DATE_PUBLISHED and _day(value) is not None:
                reader = _DAY
            claims.append((_RANKS[key], reader.claim(value, written)))
        elif (key, value) != ("generator", GENERATOR):
            name = key.replace("_", " ") if is_typed else key
            words = tidy(f"{name}: {written}" if name else written)
            unread.append(Line(Role.METADATA, words, rule="markdown: front matter"))
    claims.sort(key=lambda ranked: ranked[0])
    return FrontMatter(
        body,
        [claim for _, claim in claims],
        unread,
        any((entry.key, entry.value) == ("generator", GENERATOR) for entry in entries),
        is_typed,
    )


class _Entry(NamedTuple):
    """A key in lower case, its value, and the value as written."""

    key: str
    value: JSON
    written: str


def _with_citation(entry: _Entry) -> list[_Entry]:
    """Return the entry itself, or the fields of the citation in it."""
    pairs = cited(entry.key, entry.value) if isinstance(entry.value, str) else []
    return [_Entry(key, value, value) for key, value in pairs] or [entry]


def _toml(front: str) -> list[_Entry]:
    """Return the entries of TOML and its tables; empty if it is invalid or a key has many parts."""
    if _DOTTED.search(front):
        return []
    entries = []
    try:
        for key, value in tomllib.loads(front).items():
            for name, inner in value.items() if isinstance(value, dict) else [(key, value)]:
                plain = _plain(inner)
                written = plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
                entries.append(_Entry(_key(name), plain, written))
    except (ValueError, RecursionError):
        return []
    return entries


def _plain(value: object) -> JSON:
    """Convert a TOML value to JSON types; dates become text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, str | int | float) else str(value)


def _yaml(front: str) -> Iterator[_Entry]:
    for key, lines in _entries(_without_list(front)):
        yield _Entry(_key(key), _value(lines), tidy(" ".join(lines)))


def _without_list(front: str) -> str:
    """Remove the list marker and the indentation that Omnivore puts before entries."""
    if not front.startswith("- "):
        return front
    lines = front.split("\n")
    return "\n".join(line[2:] if line.startswith(("- ", "  ")) else line for line in lines)


def _pandoc(front: str) -> Iterator[_Entry]:
    """Yield the entries of pandoc's title block: title, authors and date, each after a "%"."""
    lines = [tidy(line) for line in front.split("\n%")]
    keys = ("title", "author", "date")
    if 1 < len(lines) <= len(keys):  # a single line may be text, more than three may be comments
        for key, words in zip(keys, lines, strict=False):
            yield _Entry(key, words, words)


def _key(name: str) -> str:
    """Normalise a key: lower case, "_" between words.

    >>> _key("datePublished"), _key("Published-At")
    ('date_published', 'published_at')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[ .-]+", "_", name).lower()


def _entries(front: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each key with the lines of its value, and "" with the lines above the first key.

    Skip keys without a value.
    """
    key, lines = "", list[str]()
    for line in front.split("\n"):
        match = _KEY.match(line)
        if match is None:
            if line.strip():
                lines.append(line)
            continue
        if any(map(str.strip, lines)):
            yield key, lines
        key, lines = match[1], [line[match.end() :]]
    if any(map(str.strip, lines)):
        yield key, lines


def _value(lines: list[str]) -> JSON:
    """Parse a value; None if it is outside the supported subset of YAML."""
    first, *rest = (line.strip() for line in lines)
    value = " ".join(filter(None, (first, *rest)))
    if not first:
        are_items = all(map(_ITEM.match, rest))
        return [_value([_ITEM.sub("", line, 1)]) for line in rest] if are_items else None
    if first[0] in '"[{':
        try:
            parsed: JSON = json.loads(value)
        except (ValueError, RecursionError):
            items = _LIST.fullmatch(value)
            return [_value([item]) for item in items[1].split(",")] if items else None
        return parsed
    if first[0] == "'":
        quoted = _QUOTED.fullmatch(value)
        return quoted[1].replace("''", "'") if quoted else None
    if _BLOCK_SCALAR.fullmatch(first):
        return " ".join(rest)
    return None if first[0] in "&*!%@`" else _COMMENT.sub("", value)


# Readers of values


def _text(value: JSON) -> str | None:
    return tidy(str(value)) or None if isinstance(value, str | int | float) else None


def _texts(value: JSON) -> tuple[str, ...] | None:
    """Read a list, or items separated by commas."""
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        return None
    return tuple(text for item in items if (text := _text(item))) or None


def _authors(value: JSON) -> tuple[Author, ...] | None:
    """Read a list of authors, or a byline."""
    items = value if isinstance(value, list) else [value]
    names = _unlinked(value) if isinstance(value, str) else ""
    authors = tuple(author for item in items if (author := _author(item)))
    return read_byline(names).authors or authors or None


def _author(value: JSON) -> Author | None:
    """Read a name, or an author from `Article.to_markdown`; None for the name of a newspaper."""
    record = value if isinstance(value, dict) else {"name": value}
    name = _unlinked(_text(record.get("name")) or "")
    if not name or is_house(name):
        return None
    return Author(
        name=name,
        url=_address(record.get("url")),
        job_title=_text(record.get("job_title")),
        location=_text(record.get("location")),
    )


def _unlinked(name: str) -> str:
    """Return a name without Obsidian's brackets."""
    return tidy(_WIKI_LINK.sub(r"\1", name))


def _address(value: JSON) -> str | None:
    """Return a safe address; None for other text, since "source" may also be a newspaper's name."""
    text = value.strip() if isinstance(value, str) else ""
    return safe(original(text)) if _ADDRESS.fullmatch(text) else None


def _name(value: JSON) -> str | None:
    """Return a newspaper's name; None for an address, which the same key may contain."""
    text = _text(value)
    return text if text is not None and "://" not in text else None


def _image(value: JSON) -> Figure | None:
    address = _address(value)
    return Figure(url=address) if address else None


def _flag(value: JSON) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


def _number(value: JSON) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _share(value: JSON) -> float | None:
    return float(str(value)) if _SHARE.fullmatch(str(value)) else None


def _kind(value: JSON) -> Kind | None:
    return next((kind for kind in get_args(Kind) if kind == value), None)


def _moment(value: JSON) -> datetime | None:
    if not isinstance(value, str):
        return None
    return read_moment(value) or read_printed(value, None).published


def _day(value: JSON) -> date | None:
    """Read a day without a time, in figures or words."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None if _moment(value) else read_printed(value, None).day


@frozen
class _Reader(Generic[T]):
    """Converts the value of a key to the value of a field."""

    field: ArticleField[T]
    read: Callable[[JSON], T | None]

    def claim(self, value: JSON, text: str) -> Claim[T]:
        usable = self.read(value) if value is not None else None
        return self.field.claim("front matter", usable, "" if usable is not None else text)


# _Reader[Any], because the table has fields of every type.
_FIELDS: Final[dict[str, _Reader[Any]]] = {
    "title": _Reader(fields.HEADLINE, _text),
    "headline": _Reader(fields.HEADLINE, _text),
    **dict.fromkeys(("titre", "full_title"), _Reader(fields.HEADLINE, _text)),
    "kicker": _Reader(fields.KICKER, _text),
    "description": _Reader(fields.DESCRIPTION, _text),
    "summary": _Reader(fields.DESCRIPTION, _text),
    "excerpt": _Reader(fields.DESCRIPTION, _text),
    "abstract": _Reader(fields.DESCRIPTION, _text),
    **dict.fromkeys(("subtitle", "sous_titre"), _Reader(fields.DESCRIPTION, _text)),
    "byline": _Reader(fields.BYLINE, _text),
    "authors": _Reader(fields.AUTHORS, _authors),
    "author": _Reader(fields.AUTHORS, _authors),
    "creator": _Reader(fields.AUTHORS, _authors),
    **dict.fromkeys(("auteur", "auteurs", "autrice", "par"), _Reader(fields.AUTHORS, _authors)),
    "agencies": _Reader(fields.AGENCIES, _texts),
    "date": _Reader(fields.DATE_PUBLISHED, _moment),
    "published": _Reader(fields.DATE_PUBLISHED, _moment),
    **dict.fromkeys(
        ("date_published", "published_at", "published_time", "publish_date", "pub_date", "pubdate"),
        _Reader(fields.DATE_PUBLISHED, _moment),
    ),
    **dict.fromkeys(("date_de_publication", "publié_le"), _Reader(fields.DATE_PUBLISHED, _moment)),
    "lastmod": _Reader(fields.DATE_MODIFIED, _moment),
    "updated": _Reader(fields.DATE_MODIFIED, _moment),
    "modified": _Reader(fields.DATE_MODIFIED, _moment),
    **dict.fromkeys(
        ("date_modified", "updated_at", "modified_time"), _Reader(fields.DATE_MODIFIED, _moment)
    ),
    "publisher": _Reader(fields.PUBLISHER, _text),
    **dict.fromkeys(
        (
            "site",
            "site_name",
            "website",
            "publication",
            "newspaper",
            "journal",
            "paru_dans",
            "published_in",
        ),
        _Reader(fields.PUBLISHER, _name),
    ),
    "section": _Reader(fields.SECTION, _text),
    **dict.fromkeys(("category", "rubrique"), _Reader(fields.SECTION, _text)),
    "breadcrumbs": _Reader(fields.BREADCRUMBS, _texts),
    "genre": _Reader(fields.GENRE, _text),
    "kind": _Reader(fields.KIND, _kind),
    "keywords": _Reader(fields.KEYWORDS, _texts),
    "tags": _Reader(fields.KEYWORDS, _texts),
    "labels": _Reader(fields.KEYWORDS, _texts),
    "étiquettes": _Reader(fields.KEYWORDS, _texts),
    "categories": _Reader(fields.KEYWORDS, _texts),
    "lang": _Reader(fields.IN_LANGUAGE, _text),
    "language": _Reader(fields.IN_LANGUAGE, _text),
    "url": _Reader(fields.CANONICAL_URL, _address),
    "canonical_url": _Reader(fields.CANONICAL_URL, _address),
    "source": _Reader(fields.CANONICAL_URL, _address),
    **dict.fromkeys(
        ("link", "lien", "source_url", "original_url", "page_url"),
        _Reader(fields.CANONICAL_URL, _address),
    ),
    "identifier": _Reader(fields.IDENTIFIER, _text),
    **dict.fromkeys(("image", "cover", "thumbnail", "banner"), _Reader(fields.MAIN_IMAGE, _image)),
    "reading_minutes": _Reader(fields.READING_MINUTES, _number),
    "announced_length": _Reader(fields.ANNOUNCED_LENGTH, _number),
    "announced_words": _Reader(fields.ANNOUNCED_WORDS, _number),
    **dict.fromkeys(("pagination", "page", "pages"), _Reader(fields.PAGINATION, _text)),
    "translation_url": _Reader(fields.TRANSLATION_URL, _address),
    "is_accessible_for_free": _Reader(fields.IS_ACCESSIBLE_FOR_FREE, _flag),
    "is_truncated": _Reader(fields.IS_TRUNCATED, _flag),
    "percent_left": _Reader(fields.PERCENT_LEFT, _share),
}
"""The field for each key, with a reader for its value. If several keys give a field, the first in
this table wins; keys that `Article.to_markdown` writes come before others."""
_DAY: Final = _Reader(fields.DAY_PUBLISHED, _day)
"""Reader of a publication date without a time."""
_RANKS: Final = {key: rank for rank, key in enumerate(_FIELDS)}
_FORMS: Final = {
    "---": (_END, _yaml),
    "+++": (re.compile(r"\n\+\+\+[^\S\n]*(?:\n|$)"), _toml),
    "%": (re.compile(r"\n(?![% ])"), _pandoc),
}
"""For each possible first line of front matter: a pattern for its end, and a reader."""
