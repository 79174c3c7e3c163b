"""Recognises lines that Omnivore, Pocket and similar programs add to an article's Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lemonde_parse.addresses import original, safe
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import Claim

_ORIGINAL: Final = frozenset({"Read Original", "View Original", "Voir l’original"})
"""Texts of the link to the original page, in files of Omnivore and Pocket."""
_OWN: Final = frozenset({"Read on Omnivore"})
"""Texts of the link to Omnivore's own page for the article."""
_TAGS: Final = frozenset({"#Omnivore", "Omnivore"})
_HEADINGS: Final = frozenset({"Highlights", "Content"})
"""Headings in Omnivore's files."""
_REACH: Final = 6
"""Number of lines at the start of a text that may be links or tags from the program."""


def read_kept(lines: Sequence[Line]) -> tuple[list[Line], list[Line], list[Claim[object]]]:
    """Return the article's lines, the lines that a program added, and claims from added lines."""
    own = set[int]()
    links = dict[str, str]()
    for at, line in enumerate(islice(lines, _REACH)):
        found = dict(_links(line))
        if found and not found.keys() - _ORIGINAL - _OWN:
            own.add(at)
            links |= found
    if links.keys() & _OWN:
        own.update(
            at
            for at, line in enumerate(lines)
            if (at < _REACH and line.text in _TAGS)
            or (line.role is Role.HEADING and line.text in _HEADINGS)
        )
    claims: list[Claim[object]] = [
        fields.CANONICAL_URL.claim("front matter", safe(original(address)))
        for words, address in links.items()
        if words in _ORIGINAL
    ]
    taken = [
        lines[at]._replace(role=Role.METADATA, rule="markdown: from a program")
        for at in sorted(own)
    ]
    return [line for at, line in enumerate(lines) if at not in own], taken, claims


def _links(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the text and address of each link in a line, then other words with "" as address."""
    rest = line.text
    for mark in line.marks:
        if mark.href:
            words = line.text[mark.start : mark.end]
            rest = rest.replace(words, "", 1)
            yield words, mark.href
    if rest.strip():
        yield rest, ""
