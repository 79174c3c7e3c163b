"""Reads the properties of notes and typed texts, which have no fences, unlike front matter."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final, NamedTuple

from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.metadata.bylines import looks_like_name, opens_byline
from lemonde_parse.plaintext.citation import Citation, read_citation
from lemonde_parse.sites import HOUSE_NAMES
from lemonde_parse.wording.punctuation import TEXT_ENDS

_KEYS: Final = frozenset(
    {"author", "authors", "auteur", "auteurs", "date", "date de publication", "full title", "lien",
     "published", "source", "tags", "title", "titre", "url", "étiquettes"}
)  # fmt: skip
"""Known keys, in lower case; the properties of a note must have at least two of them."""
_LINES: Final = 40
"""Number of lines that are searched for properties."""
# A note in Joplin's RAW format: its text, then its fields from the identifier to the type.
_JOPLIN: Final = "\n\nid: "
_JOPLIN_END = re.compile(r"\ntype_: 1\s*\Z")
_LOGSEQ = re.compile(r"(?:- )?([^\W\d][\w-]{0,40}):: ?(.*)")
# Properties below the title (Notion), in a list (Readwise), or in bold (typed by hand).
_BELOW_TITLE = re.compile(
    r"(?:[-*] )?(?:\*\*)?([^\W\d](?:[\w -]{0,40}\w)?)(?:\*\*)?[ \xa0]?:(?:\*\*)?[ \xa0](.*)"
)
_ABOVE = re.compile(
    r"(?P<title># [^\n]*\n\n)(?P<picture>(?:!\[[^\n]{0,2000}\)\n\n)?)"
    r"(?:#{2,3} (?P<heading>[^\n]{1,40})\n{1,2}(?=[-*] ))?"
)
_WIKI_LINK = re.compile(r"\[\[([^\[\]]{1,300})\]\]")
_BLOCK = re.compile(r"(?m)^[ \t]{0,40}- (?=\S)")


# Properties in a text that is not Markdown: below the title, or above the text.
_TYPED = re.compile(r"([^\W\d](?:[\w -]{0,40}\w)?)[ \xa0]?:[ \xa0](?=\S)(.*)")
_VISITED = re.compile(r"(Consulté(?:e)? le|Accessed(?: on)?) (\d.{5,30})", re.IGNORECASE)
_TYPED_KEYS: Final = _KEYS | {
    "autrice", "byline", "consulté le", "date de consultation", "journal", "page", "pages",
    "paru dans", "par", "publication", "published in", "publié le", "rubrique", "section", "site",
    "sous-titre", "subtitle",
}  # fmt: skip
_CITED_KEYS: Final = frozenset({"journal", "paru dans", "publication", "published in", "source"})
_LAST = re.compile(r"\s*(?:Source|Paru dans|Published in)[ \xa0]?: ?(.{5,200})", re.IGNORECASE)
_LONGEST_TITLE: Final = 250
"""Maximum length of a title above properties, or above a text with its source at the end."""


class Note(NamedTuple):
    """The properties of a note, as lines of YAML, and its text."""

    properties: str
    text: str
    typed: list[tuple[str, str]] | None = None
    """For a text that is not Markdown, the properties as keys and values, instead of YAML."""


def find_properties(text: str) -> Note | None:
    """Return the properties and the text of a note; None if the text has no properties.

    >>> find_properties("# Le bac\\n\\nAuthor: Lise Amont\\nTags: mer\\n\\nDeux mots.")
    Note(properties='Author: Lise Amont\\nTags: mer', text='# Le bac\\n\\nDeux mots.', typed=None)
    >>> find_properties("Le bac\\n\\nSource : Le Monde, 2 février 2021\\n\\nDeux mots.").typed
    [('title', 'Le bac'), ('publisher', 'Le Monde'), ('date', '2 février 2021')]
    """
    return _joplin(text) or _logseq(text) or _below_title(text) or _typed(text)


def _joplin(text: str) -> Note | None:
    above, separator, fields = text.rpartition(_JOPLIN)
    if not separator or _JOPLIN_END.search(fields) is None:
        return None
    title, _, rest = above.partition("\n")
    return Note(f"title: {title}\nid: {fields.strip()}", rest)


def _logseq(text: str) -> Note | None:
    """Read a Logseq page, where each block is a list item and becomes a paragraph."""
    lines = text.split("\n", _LINES)
    matches = [*takewhile(bool, map(_LOGSEQ.fullmatch, lines))]
    pairs = [(key[1], _WIKI_LINK.sub(r"\1", key[2])) for key in matches if key]
    if not _are_known([key for key, _ in pairs]):
        return None
    properties = "\n".join(f"{key}: {value}" for key, value in pairs)
    return Note(properties, _BLOCK.sub("\n", "\n".join(lines[len(pairs) :])))


def _below_title(text: str) -> Note | None:
    above = _ABOVE.match(text)
    if above is None:
        return None
    properties, _, body = text[above.end() :].partition("\n\n")
    lines = properties.split("\n", _LINES)
    matches = [_BELOW_TITLE.fullmatch(line.strip()) for line in lines]
    pairs = [(key[1], _WIKI_LINK.sub(r"\1", key[2])) for key in matches if key]
    if len(pairs) < len(lines) or not _are_known([key for key, _ in pairs]):
        return None
    written = [f"{key}: {value}" for key, value in pairs]
    entries = [*filter(None, [above["heading"]]), *written]
    return Note("\n".join(entries), f"{above['title']}{above['picture']}{body}")


def _typed(text: str) -> Note | None:
    """Read the properties in a typed or pasted text: below its title, above it, or in the last
    line."""
    lines = text.strip().split("\n", _LINES)
    title = "" if _typed_pairs(lines[0], is_first=True) else _title_of(lines)
    pairs, rest = _read_typed(lines, title) or _read_last(lines, title)
    if len(dict(pairs)) < 2 or not rest.strip():
        return None
    titles = [value.casefold() for key, value in pairs if key.lower() in ("title", "titre")]
    if title and title.casefold() not in titles:
        if titles or title.startswith("#"):
            rest = f"{title}\n\n{rest}"
        else:
            pairs.insert(0, ("title", title))
    return Note("", rest, pairs)


def _read_typed(lines: list[str], title: str) -> tuple[list[tuple[str, str]], str] | None:
    """Return the properties at the top of a text, and the rest of it; None if it has none."""
    pairs: list[tuple[str, str]] = []
    read = 1 if title else 0
    for at in range(read, min(len(lines), _LINES)):
        line = lines[at].strip()
        found = _typed_pairs(line, is_first=not pairs) or _name_below(line, pairs)
        if not found and not title and (title := _title_of(lines[at:])):
            found = [("title", title)]
        if found:
            pairs += found
            read = at + 1
        elif line:
            break
    return (pairs, "\n".join(lines[read:])) if pairs else None


def _read_last(lines: list[str], title: str) -> tuple[list[tuple[str, str]], str]:
    """Return the fields of the citation in the last line of a text, and the text above that line,
    without the title."""
    between, _, last = "\n".join(lines[1 if title else 0 :]).rpartition("\n")
    citation = _LAST.fullmatch(last)
    return (_cited_pairs(read_citation(citation[1])) if citation is not None else []), between


def _title_of(lines: list[str]) -> str:
    """Return the first line if it may be a title; "" if it is too long, or ends with a full stop, a
    colon, a comma or a semicolon."""
    title = lines[0].strip()
    if len(title) > _LONGEST_TITLE or title.endswith(TEXT_ENDS):
        return ""
    return title


def _name_below(line: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return a line below other properties as the author; empty if the line is not a name."""
    line = line.strip()
    is_name = looks_like_name(line) or (opens_byline(line) and len(line) <= LIMITS.signature)
    if not is_name or line.endswith(".") or "author" in dict(pairs):
        return []
    return [("author", line)]


def _typed_pairs(line: str, *, is_first: bool) -> list[tuple[str, str]]:
    """Return the properties in a line; empty if it has none."""
    line = line.strip()
    found = _TYPED.fullmatch(line.replace("**", "")) or _VISITED.fullmatch(line)
    if found is not None:
        key, value = found[1].lower(), found[2].strip()
        if pairs := cited(key, value):
            return pairs
        return [(found[1], value)] if key in _TYPED_KEYS or _VISITED.fullmatch(line) else []
    citation = read_citation(line) if is_first else None
    is_known = citation is not None and citation.is_of_known_paper
    return _cited_pairs(citation) if is_known else []


def _cited_pairs(citation: Citation | None) -> list[tuple[str, str]]:
    """Return the fields of a citation; empty without one."""
    keys = ("publisher", "date", "pagination", "author", "title")
    values = () if citation is None else citation
    return [(key, value) for key, value in zip(keys, values, strict=False) if value]


def cited(key: str, text: str) -> list[tuple[str, str]]:
    """Return the fields of a property that cites a newspaper; empty for other properties.

    >>> cited("source", "Le Monde, 2 février 2021")
    [('publisher', 'Le Monde'), ('date', '2 février 2021')]
    """
    if key not in _CITED_KEYS:
        return []
    return [("publisher", text)] if text in HOUSE_NAMES else _cited_pairs(read_citation(text))


def _are_known(keys: list[str]) -> bool:
    return len(_KEYS & {key.lower() for key in keys}) > 1
