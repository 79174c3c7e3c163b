"""Makes the rows of the table of fields of `Article`: name, type, example and origins.

Types come from the annotations, examples from the test pages, and origins from `FIELDS`. This
module does not import Sphinx, so that the tests can import it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import attrs

from lemonde_parse import Article, parse_export, parse_file
from lemonde_parse.metadata.fields import FIELDS

ROOT: Final = Path(__file__).parents[2]
MAX_EXAMPLE: Final = 60
"""Maximum length of an example, in characters."""

OTHER_ORIGINS: Final = {
    "url": "the argument `url`",
    "body": "the content of the page",
    "related_links": "the content of the page",
    "report": "the library",
}
"""Origins of the fields that are not in `FIELDS`."""
STATED: Final = {
    "body": "(Figure(…), Paragraph(…), …)",
    "main_image": "Figure(url='https://…')",
    "report": "Report(layout='lemonde_2018', …)",
    "url": "'https://…'",
}
"""Examples of values that are too long for the table or that no article has."""


def field_rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield name, type, example and origins of each field, in the order of the class."""
    origins = {row.name: row.origins for row in FIELDS}
    for field in attrs.fields(Article):
        yield (
            field.name,
            type_of(str(field.type)),
            STATED.get(field.name) or example(field.name),
            ", ".join(f"`{origin}`" for origin in origins[field.name])
            if field.name in origins
            else OTHER_ORIGINS[field.name],
        )


def type_of(annotation: str) -> str:
    """Return an annotation without the names of modules.

    >>> type_of("datetime.datetime | None"), type_of("tuple[Author, ...]")
    ('datetime | None', 'tuple[Author, ...]')
    """
    return re.sub(r"\b[a-z_]+\.(?=\w)", "", annotation)


def example(name: str) -> str:
    """Return the first non-empty value of a field, or its default if all are empty."""
    empty = getattr(Article(body=()), name)
    values = (getattr(article, name) for article in articles())
    return shorten(next((value for value in values if value != empty), empty))


def shorten(value: object) -> str:
    """Return a value as short code: dates in ISO format, records without their empty fields.

    >>> shorten(("AFP",)), shorten(date(2018, 3, 9))
    ("('AFP',)", '2018-03-09')
    """
    if isinstance(value, date):  # includes datetime
        return value.isoformat()
    text = re.sub(r", \w+=(None|False|0|'')(?=[,)])", "", repr(value))
    return text if len(text) <= MAX_EXAMPLE else f"{text[: MAX_EXAMPLE - 1].rstrip()}…"


@cache
def articles() -> tuple[Article, ...]:
    """Return the articles of the example page, the test pages and the test exports."""
    pages = [ROOT / "examples" / "article.html", *sorted(ROOT.glob("tests/pages/*/page.html"))]
    documents = chain.from_iterable(
        map(parse_export, sorted(ROOT.glob("tests/exports/*/export.*")))
    )
    return (
        *map(parse_file, pages),
        *(document for document in documents if isinstance(document, Article)),
    )
