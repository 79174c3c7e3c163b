"""Makes an invented page, and compares how it and the original are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Final, Literal

from attrs import frozen

from lemonde_parse.article import Article
from lemonde_parse.errors import LemondeParseError
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.source import take
from lemonde_parse.invent.known import keys_of, needed_words, wording_words
from lemonde_parse.invent.page import replace_page, replace_text
from lemonde_parse.invent.words import Inventor
from lemonde_parse.parsing import parse

_CHARSET: Final = re.compile(r"(<meta\b[^>]{0,200}?charset\s*=\s*[\"']?)[\w-]+", re.IGNORECASE)

Keep = Literal["needed", "known"]
"""The words to keep: only those of phrases that the library finds on the page ("needed"), or all
words that it looks for ("known")."""


@frozen
class Invented:
    """An invented page."""

    page: bytes
    """The page, in UTF-8."""
    differences: tuple[str, ...]
    """Differences between the readings of the two pages, such as ``"2 blocks instead of 3"``."""


def invent(page: bytes, max_bytes: int = MAX_BYTES) -> Invented:
    """Return a page with the structure of another page or text, but with invented prose.

    Words keep their length, their capitals and the accents on French vowels. Punctuation, numbers,
    short words, markup, hosts and phrases that the library looks for are kept. The result is always
    the same for the same page.

    Raises an error if the source cannot be loaded (see `take`), but not if the page has no article.
    """
    wanted = _outline(page)
    first = Invented(invent_page(page, "needed", max_bytes), ())
    differences = tuple(_differences(wanted, _outline(first.page)))
    if not differences:
        return first
    second = invent_page(page, "known", max_bytes)
    if _outline(second) == wanted:
        return Invented(second, ())
    return Invented(first.page, differences)


def invent_page(page: bytes, keep: Keep, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the invented page, without comparing it with the original."""
    source = take(page, encoding=None, max_bytes=max_bytes)
    text = source.html.decode()
    replace = replace_page if source.has_markup else replace_text
    lines: dict[str, None] = {}
    words: set[str] = set()

    def note_words(part: str) -> str:
        words.update(keys_of([part]))
        return part

    replace(text, note_words, lambda line: lines.update({line: None}))
    inventor = Inventor(
        sha256(page).digest(),
        kept=wording_words() if keep == "known" else needed_words(lines),
        taken=wording_words() | words,
    )
    written = replace(text, inventor.replace, lambda _: None)
    return _CHARSET.sub(r"\1utf-8", written).encode()


def _outline(page: bytes) -> tuple[str, tuple[str, ...], Counter[str]]:
    """Return the layout, the types of the blocks, and the numbers of related links and of removals
    for each reason.

    For a page without an article, the first item is the class of the error.
    """
    try:
        article = parse(page)
    except LemondeParseError as error:
        return type(error).__name__, (), Counter()
    return article.report.layout, tuple(block.type for block in article.body), _beside(article)


def _beside(article: Article) -> Counter[str]:
    reasons = (removal.reason for removal in article.report.removed)
    counts = Counter(f"removals with the reason {reason}" for reason in reasons)
    counts["related links"] = len(article.related_links)
    return counts


def _differences(
    wanted: tuple[str, tuple[str, ...], Counter[str]],
    read: tuple[str, tuple[str, ...], Counter[str]],
) -> Iterator[str]:
    if wanted[0] != read[0]:
        yield f"{read[0]} instead of {wanted[0]}"
    if len(wanted[1]) != len(read[1]):
        yield f"{len(read[1])} blocks instead of {len(wanted[1])}"
    elif wanted[1] != read[1]:
        yield "other types of blocks"
    for name in sorted({*wanted[2], *read[2]}):
        if wanted[2][name] != read[2][name]:
            yield f"{read[2][name]} {name} instead of {wanted[2][name]}"
