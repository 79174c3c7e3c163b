"""Writes articles for IRaMuTeQ, and metadata for TXM.

Both tools let users choose the names of variables, but names may only contain digits and letters
without accents.
Most names here are French, as in the manuals and corpora of both tools.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from lemonde_parse.article import Article

_TXM: Final[Mapping[str, Callable[[Article], str]]] = {
    "textorder": lambda article: f"{_day(article) or ''}",
    "titre": lambda article: article.headline or "",
    "auteur": lambda article: " / ".join(author.name for author in article.authors),
    "journal": lambda article: article.publisher or "",
    "date": lambda article: f"{_day(article) or ''}",
    "annee": lambda article: f"{_day(article) or ''}"[:4],
    "mois": lambda article: f"{_day(article) or ''}"[:7],
    "rubrique": lambda article: article.section or "",
    "genre": lambda article: article.genre or "",
    "url": lambda article: article.canonical_url or article.url or "",
}
"""The columns of TXM's metadata, in order. TXM sorts the texts by "textorder"."""

_IRAMUTEQ: Final = ("journal", "annee", "mois", "rubrique", "genre")
"""Columns with few distinct values, by which users group articles."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_UNWANTED = re.compile(r"[^a-z0-9-]+")
# IRaMuTeQ reads "*" as the start of a variable, and "_" around a word as a variable in the text.
_SIGNS = re.compile(r'[*_"\s]+')


def to_iramuteq(article: Article, variables: Mapping[str, str | int | None] | None = None) -> str:
    """Implement `Article.to_iramuteq`."""
    values: dict[str, str | int | None] = {name: _TXM[name](article) for name in _IRAMUTEQ}
    for name, value in (variables or {}).items():
        if not _NAME.fullmatch(name):
            raise ValueError(
                f"{name!r} is not the name of a variable: letters and digits only, without accents"
            )
        values[name] = value
    starred = [
        f"*{name}_{modality}"
        for name, value in values.items()
        if value is not None and (modality := _modality(str(value)))
    ]
    lines = [_SIGNS.sub(" ", line).strip() for line in article.plain_text.split("\n")]
    return "\n".join((" ".join(("****", *starred)), *filter(None, lines))) + "\n"


def to_txm_metadata(article: Article) -> dict[str, str]:
    """Implement `Article.to_txm_metadata`."""
    return {name: " ".join(read(article).split()) for name, read in _TXM.items()}


def _day(article: Article) -> date | None:
    moment = article.date_published
    return moment.date() if moment else article.day_published


def _modality(value: str) -> str:
    """Reduce the value of a variable to digits, hyphens and lower-case letters without accents.
    IRaMuTeQ splits values at spaces and underscores."""
    folded = value.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", folded)
    return _UNWANTED.sub("", decomposed).strip("-")
