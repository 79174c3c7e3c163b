"""Reads the properties that programs write into notes without front matter fences."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final, NamedTuple

_KEYS: Final = frozenset(
    {"author", "authors", "auteur", "auteurs", "date", "date de publication", "full title", "lien",
     "published", "source", "tags", "title", "titre", "url", "étiquettes"}
)  # fmt: skip
"""Known keys, in small letters; at least two are needed to recognise properties."""
_LINES: Final = 40
"""Maximum number of lines with properties; Joplin writes 30."""
# A note in Joplin's RAW format: its text, then its fields from the identifier to the type.
_JOPLIN: Final = "\n\nid: "
_JOPLIN_END = re.compile(r"\ntype_: 1\s*\Z")
_LOGSEQ = re.compile(r"(?:- )?([^\W\d][\w-]{0,40}):: ?(.*)")
# Properties of Notion, below the title; of Readwise, in a list; typed by hand, in bold.
_BELOW_TITLE = re.compile(
    r"(?:[-*] )?(?:\*\*)?([^\W\d](?:[\w -]{0,40}\w)?)(?:\*\*)?[ \xa0]?:(?:\*\*)?[ \xa0](.*)"
)
_ABOVE = re.compile(
    r"(?P<picture>!\[[^\n]{0,2000}\)\n\n)?(?:#{2,3} (?P<heading>[^\n]{1,40})\n{1,2}(?=[-*] ))?"
)
_WIKI_LINK = re.compile(r"\[\[([^\[\]]{1,300})\]\]")
_BLOCK = re.compile(r"(?m)^[ \t]{0,40}- (?=\S)")


class Note(NamedTuple):
    """The properties of a note, as lines of YAML, and its text in Markdown."""

    properties: str
    text: str


def find_properties(text: str) -> Note | None:
    """Return the properties and the text of a note; None if the text has no properties.

    >>> find_properties("# Le bac\\n\\nAuthor: Lise Amont\\nTags: mer\\n\\nDeux mots.")
    Note(properties='Author: Lise Amont\\nTags: mer', text='# Le bac\\n\\nDeux mots.')
    """
    return _joplin(text) or _logseq(text) or _below_title(text)


def _joplin(text: str) -> Note | None:
    at = text.rfind(_JOPLIN)
    if at < 0 or _JOPLIN_END.search(text, at) is None:
        return None
    title, _, rest = text[:at].partition("\n")
    return Note(f"title: {title}\n{text[at:].strip()}", rest)


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
    heading, gap, rest = text.partition("\n\n")
    if not (gap and heading.startswith("# ") and "\n" not in heading):
        return None
    above = _ABOVE.match(rest)
    picture, title = (above["picture"] or "", above["heading"]) if above else ("", None)
    properties, _, body = rest[above.end() if above else 0 :].partition("\n\n")
    lines = properties.split("\n", _LINES)
    matches = [_BELOW_TITLE.fullmatch(line.strip()) for line in lines]
    pairs = [(key[1], _WIKI_LINK.sub(r"\1", key[2])) for key in matches if key]
    if len(pairs) < len(lines) or not _are_known([key for key, _ in pairs]):
        return None
    written = [f"{key}: {value}" for key, value in pairs]
    return Note("\n".join([*filter(None, [title]), *written]), f"{heading}\n\n{picture}{body}")


def _are_known(keys: list[str]) -> bool:
    return len(_KEYS & {key.lower() for key in keys}) > 1
