"""Represents an Article as rows of folded texts, which are compared for equality."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from evaluation.folding import Fold, Key, fold, fold_flat, keyed, split_sentences, words_of
from lemonde_parse import (
    Article,
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    RelatedLink,
    Table,
)

if TYPE_CHECKING:
    from lemonde_parse.article import JSON

Row: TypeAlias = tuple[str, ...]
"""A block, a figure or a related link, as texts to compare."""

LIVE_ENTRY: Final = "live entry"
"""Type of the row that marks the start of a post of a live blog."""
FILE_NAME_LENGTH: Final = 30
"""Number of characters at the end of a picture's file name that are compared; its beginning varies
with the size."""

_AFTER_PATH: Final = re.compile(r"[?#].*$", re.DOTALL)
_SCHEME: Final = re.compile(r"^https?:")
_LABEL_END: Final = re.compile(r"[\s:|]+$")

FIELDS: Final[dict[str, Callable[[Article], JSON]]] = {
    "kind": lambda article: article.kind,
    "headline": lambda article: article.headline,
    "kicker": lambda article: article.kicker,
    "description": lambda article: article.description,
    "authors": lambda article: tuple(fold(author.name) for author in article.authors),
    "agencies": lambda article: tuple(sorted(article.agencies)),
    "date_published": lambda article: minute(article.date_published),
    "date_modified": lambda article: minute(article.date_modified),
    "section": lambda article: article.section,
    "in_language": lambda article: (article.in_language or "")[:2],
    "is_accessible_for_free": lambda article: article.is_accessible_for_free,
    "is_truncated": lambda article: article.is_truncated,
    "percent_left": lambda article: article.percent_left,
}
"""The compared fields, with functions that return their values. An empty text equals None."""


@frozen(kw_only=True)
class Reading:
    """The compared content of an Article."""

    blocks: tuple[Row, ...]
    """A row for each text of the body, including those of boxes and posts: its type, then its
    sentences, each with the number of its words and its key: "4:Il pleut à Arles."."""
    figures: tuple[Row, ...]
    """("figure", caption, credit, file name) and ("embed", service), in page order."""
    related: tuple[Row, ...]
    """(label, headline, address, "premium" or ""), in page order."""
    fields: dict[str, str]
    """The key (see `Basis.key`) of each field's value as JSON, by the field's name."""
    text: str
    """All texts of the body, folded and joined by spaces."""


@frozen(kw_only=True)
class Basis:
    """Options for reading an Article, so that it can be compared with a given truth."""

    flat: bool = False
    """If True, block types, figures and typography are not compared."""
    salt: str = ""
    """Salt of the hashes; "" compares texts."""

    @property
    def fold(self) -> Fold:
        """The function that folds texts."""
        return fold_flat if self.flat else fold

    @property
    def key(self) -> Key:
        """The function that turns a folded text into its key."""
        return keyed(self.salt)


def read(article: Article, basis: Basis) -> Reading:
    """Read an Article into rows."""
    rows = [(kind, basis.fold(text)) for kind, text in flatten(article.body)]
    rows = [(kind, text) for kind, text in rows if text]
    return Reading(
        blocks=tuple(_block_row(kind, text, basis) for kind, text in rows),
        figures=() if basis.flat else tuple(_figure_rows(article.body, basis.key)),
        related=tuple(related_row(link, basis.key) for link in article.related_links),
        fields={name: field_key(article, name, basis) for name in FIELDS},
        text=" ".join(text for _, text in rows),
    )


def flatten(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield (type, text) of each block, item and row, including nested ones, in page order.

    Boxes and posts of live blogs also yield their title, which is "" if it is missing.
    """
    for block in blocks:
        match block:
            case Heading():
                yield f"heading {block.level}", block.text
            case ListBlock():
                kind = "ordered item" if block.ordered else "bulleted item"
                yield from ((kind, item.text) for item in block.items)
            case Table():
                yield from (
                    ("table row", " ".join(cell.text for cell in row)) for row in block.rows
                )
            case Aside():
                yield "aside title", block.title or ""
                yield from flatten(block.blocks)
            case LiveEntry():
                yield LIVE_ENTRY, minute(block.date_published) or "no date"
                yield "live headline", block.headline or ""
                yield from flatten(block.blocks)
            case Figure() | Embed():
                pass
            case _:
                yield block.type, block.text


def minute(moment: datetime | None) -> str | None:
    """Return the number of minutes from 1970 to a moment, which does not depend on the time zone;
    None for None."""
    return None if moment is None else f"{moment.timestamp() // 60:.0f}"


def related_row(link: RelatedLink, key: Key) -> Row:
    """Return the row of a related link. Its address is written without scheme, query, fragment and
    final slash."""
    address = _SCHEME.sub("", _AFTER_PATH.sub("", link.url or "")).rstrip("/")
    label = _LABEL_END.sub("", fold(link.label)).casefold()
    premium = "premium" if link.is_premium else ""
    return key(label), key(fold(link.headline)), key(address), premium


def field_key(article: Article, name: str, basis: Basis) -> str:
    """Return the key of the value that a field has in an Article."""
    value = FIELDS[name](article)
    if isinstance(value, str):
        value = basis.fold(value) or None
    return basis.key(json.dumps(value, ensure_ascii=False))


def word_count(sentences: Iterable[str]) -> int:
    """Add up the numbers of words of sentences, as they are written in `Reading.blocks`."""
    return sum(int(sentence.partition(":")[0]) for sentence in sentences)


def _block_row(kind: str, text: str, basis: Basis) -> Row:
    sentences = (
        f"{0 if kind == LIVE_ENTRY else len(words_of(sentence))}:{basis.key(sentence)}"
        for sentence in split_sentences(text)
    )
    return ("text" if basis.flat else kind, *sentences)


def _figure_rows(blocks: Iterable[Block], key: Key) -> Iterator[Row]:
    for block in blocks:
        match block:
            case Figure():
                name = _AFTER_PATH.sub("", block.url or "").rstrip("/").rpartition("/")[2]
                yield (
                    "figure",
                    key(fold(block.caption)),
                    key(fold(block.credit).casefold()),
                    key(name[-FILE_NAME_LENGTH:]),
                )
            case Embed():
                yield "embed", key(fold(block.provider))
            case Aside() | LiveEntry():
                yield from _figure_rows(block.blocks, key)
            case _:
                pass
