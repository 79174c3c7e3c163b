"""Joins the pages of a PDF or a scan, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from lemonde_parse.classify.features import ends_sentence

_EDGE: Final = 2
"""Maximum number of running lines (titles, page numbers) at the top or bottom of a page."""
# Any number except a year, which may be a heading in a chronology.
_NUMBER = re.compile(r"(?<!\d)(?!(?:1[89]|20)\d{2}(?!\d))\d+")
_SOFT = re.compile("\u00ad[^\\S\n]{0,99}\r?\n[^\\S\n]{0,99}")


def join_soft_hyphens(text: str) -> str:
    """Join words that are split by a soft hyphen at the end of a line.

    >>> join_soft_hyphens("ils appren\\u00ad\\n  nent à lire")
    'ils apprennent à lire'
    """
    return _SOFT.sub("", text) if "\u00ad" in text else text


def join_pages(text: str) -> tuple[str, str]:
    """Join the pages of a text, and return the text and its running lines.

    A running line is at the top or bottom of at least two pages, and of at least half of them. Its
    numbers may differ. If the last sentence of a page is unfinished, it continues on the next page.

    >>> join_pages("Le Phare\\n\\nIl pleut sur\\n\\n1\\n\\fLe Phare\\n\\nle port.\\n\\n2\\n")
    ('Il pleut sur\\nle port.', 'Le Phare\\n1\\nLe Phare\\n2')
    """
    pages = [page.splitlines() for page in text.split("\f") if page.strip()]
    tops = Counter(_key(line) for page in pages for line in _edge(page))
    bottoms = Counter(_key(line) for page in pages for line in _edge(page[::-1]))
    running: list[str] = []
    joined: list[str] = []
    for page in pages:
        lines = _cut(page, tops, len(pages), running)
        foot: list[str] = []
        lines = _cut(lines[::-1], bottoms, len(pages), foot)[::-1]
        running += reversed(foot)
        if joined and ends_sentence(joined[-1]):
            joined.append("")
        joined += lines
    return "\n".join(joined), "\n".join(running)


def _edge(lines: Sequence[str]) -> list[str]:
    """Return the first `_EDGE` lines of a page, ignoring empty ones."""
    return [line for line in lines if line.strip()][:_EDGE]


def _key(line: str) -> str:
    """Return a line for comparison: without spaces, with 0 for every number except years."""
    return _NUMBER.sub("0", "".join(line.split()))


def _cut(
    lines: Sequence[str], counts: Counter[str], pages: int, running: list[str]
) -> Sequence[str]:
    """Cut running lines off the top of a page, and add them to `running`."""
    for at, line in enumerate(lines):
        if line.strip():
            count = counts[_key(line)]
            if count < 2 or 2 * count < pages or _is_in_text(lines, at):
                return lines[at:]
            running.append(line.strip())
    return []


def _is_in_text(lines: Sequence[str], at: int) -> bool:
    """Match a sentence with another line of text directly next to it, as in the refrain of a song.

    The lines may be in reverse order.
    """
    beside = lines[at + 1] if at + 1 < len(lines) else ""
    return ends_sentence(lines[at]) and beside.strip() != ""
