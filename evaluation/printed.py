"""Scores texts that programs print from pages, against the correct article of each page.

A folder has a subfolder for each program, which contains `NAME.txt` or `NAME.md`, gzipped or not,
for page NAME. From such a file, `parse_text` should return the texts of the correct article, in
order. Block types, captions, typography and Markdown syntax are not compared.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from evaluation.folding import fold_flat, words_of
from evaluation.reading import LIVE_ENTRY, flatten
from evaluation.scoring import common_length, f1, score_page, share
from evaluation.truth import Page, expected_article
from lemonde_parse import Article, LemondeParseError, parse_file, parse_text

_ENDING: Final = re.compile(r"\.(txt|md)(\.gz)?$")
_MARKDOWN_SIGNS: Final = re.compile(r"[*_`\\#]")


@frozen(kw_only=True)
class PrintedScore:
    """The scores of a text that a program printed from a page."""

    name: str
    blocks_f1: float = 0.0
    lost: float = 1.0
    """Share of the correct body's words that are missing from the parsed body, compared in
    order."""
    leaked: float = 0.0
    """Share of the parsed body's words that are missing from the correct body, compared in
    order."""
    headline: bool = False
    """True if the headline is right, ignoring case and typography, or if the correct article has
    none."""
    truncation: bool = False
    """True if `is_truncated` is right."""


@frozen(kw_only=True)
class PrintedTotals:
    """The mean scores of a program, with the same weight for every page."""

    pages: int
    exact: int
    """Number of pages with all texts right and in order."""
    blocks_f1: float
    lost: float
    leaked: float
    headline: float
    truncation: float


def right_articles(pages: Sequence[Page]) -> dict[str, Article]:
    """Return the right Article of each HTML page, by name.

    If only hashes of the right Article are known, return the parsed Article if it matches them
    exactly; otherwise leave out the page.
    """
    articles = {}
    for page in pages:
        if page.path.suffix != ".html":
            continue
        article = expected_article(page.truth)
        if article is None and (score := score_page(page)).exact and score.words:
            article = parse_file(page.path)
        if article is not None:
            articles[page.name] = article
    return articles


def score_printed(folder: Path, right: Mapping[str, Article]) -> dict[str, list[PrintedScore]]:
    """Score the texts of each program, for the pages with a right Article."""
    scores: dict[str, list[PrintedScore]] = {}
    for path in sorted(folder.glob("*/*")):
        name = _ENDING.sub("", path.name)
        if name in right:
            text = _read(path)
            scores.setdefault(path.parent.name, []).append(score_text(text, right[name], name))
    return scores


def score_text(text: str, right: Article, name: str = "") -> PrintedScore:
    """Score a text against the right Article. If the text cannot be parsed, all words are lost, and
    headline and truncation are wrong."""
    try:
        article = parse_text(text)
    except LemondeParseError:
        return PrintedScore(name=name)
    right_texts, texts = _texts(right), _texts(article)
    right_words, words = words_of(" ".join(right_texts)), words_of(" ".join(texts))
    common = common_length(right_words, words)
    return PrintedScore(
        name=name,
        blocks_f1=f1(common_length(right_texts, texts), right_texts, texts),
        lost=share(len(right_words) - common, len(right_words)),
        leaked=share(len(words) - common, len(words)),
        headline=right.headline is None or _loose(right.headline) == _loose(article.headline),
        truncation=right.is_truncated == article.is_truncated,
    )


def total_printed(scores: Sequence[PrintedScore]) -> PrintedTotals:
    """Average the scores of at least one text."""
    count = len(scores)
    return PrintedTotals(
        pages=count,
        exact=sum(score.blocks_f1 == 1 for score in scores),
        blocks_f1=sum(score.blocks_f1 for score in scores) / count,
        lost=sum(score.lost for score in scores) / count,
        leaked=sum(score.leaked for score in scores) / count,
        headline=sum(score.headline for score in scores) / count,
        truncation=sum(score.truncation for score in scores) / count,
    )


def _texts(article: Article) -> list[str]:
    texts = (
        _MARKDOWN_SIGNS.sub("", fold_flat(text)).strip()
        for kind, text in flatten(article.body)
        if kind != LIVE_ENTRY
    )
    return [text for text in texts if text]


def _loose(headline: str | None) -> str:
    return fold_flat(headline).casefold()


def _read(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
