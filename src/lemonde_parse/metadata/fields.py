"""The fields that a page gives: type, and order of precedence. The only place that says who wins.

Where several places give a field, the first of its row wins; a place whose words give no value
loses. `HEADLINE.claim("printed", "Un titre")` makes a claim of a field.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from lemonde_parse.article import Author, Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata.claims import ArticleField

# Printed titles before those for machines, which are written for search engines.
HEADLINE: Final = ArticleField[str](
    "headline", ("printed", "export", "front matter", "json_ld", "og", "html")
)
DESCRIPTION: Final = ArticleField[str](
    "description", ("printed", "export", "front matter", "json_ld", "og", "meta")
)
KICKER: Final = ArticleField[str]("kicker", ("printed", "export", "front matter"))
GENRE: Final = ArticleField[str]("genre", ("script", "printed", "front matter"))
# og:article:author is often only the paper's name where the byline names a person.
AUTHORS: Final = ArticleField[tuple[Author, ...]](
    "authors",
    ("printed", "export", "front matter", "json_ld", "script", "og", "signature", "headline"),
)
BYLINE: Final = ArticleField[str](
    "byline", ("printed", "export", "front matter", "signature", "printed, generic")
)
AGENCIES: Final = ArticleField[tuple[str, ...]](
    "agencies", ("printed", "export", "front matter", "json_ld", "script", "signature")
)
# Moments to the second and with an offset before printed ones, to the minute.
DATE_PUBLISHED: Final = ArticleField[datetime](
    "date_published",
    ("export", "front matter", "json_ld", "time", "script", "og", "meta", "printed"),
)
# A day without a time: it counts where no place gives a moment.
DAY_PUBLISHED: Final = ArticleField[date](
    "day_published", ("export", "front matter", "json_ld", "time", "og", "meta", "printed")
)
DATE_MODIFIED: Final = ArticleField[datetime](
    "date_modified", ("front matter", "json_ld", "time", "og", "meta", "printed")
)
# The printed breadcrumb outlives reorganisations that the metadata does not follow.
SECTION: Final = ArticleField[str](
    "section", ("printed", "export", "front matter", "banner", "json_ld", "og")
)
BREADCRUMBS: Final = ArticleField[tuple[str, ...]](
    "breadcrumbs", ("printed", "export", "front matter", "json_ld")
)
KEYWORDS: Final = ArticleField[tuple[str, ...]](
    "keywords", ("front matter", "json_ld", "og", "meta", "printed")
)
# Script data may call a video page an article, where JSON-LD has a VideoObject.
KIND: Final = ArticleField[Kind]("kind", ("front matter", "json_ld", "script", "address", "layout"))
IDENTIFIER: Final = ArticleField[str](
    "identifier", ("export", "front matter", "script", "meta", "address")
)
CANONICAL_URL: Final = ArticleField[str](
    "canonical_url", ("front matter", "link", "og", "json_ld", "saved page")
)
IN_LANGUAGE: Final = ArticleField[str](
    "in_language", ("export", "front matter", "html", "og", "json_ld", "address", "printed")
)
PUBLISHER: Final = ArticleField[str]("publisher", ("export", "front matter", "json_ld", "og"))
MAIN_IMAGE: Final = ArticleField[Figure]("main_image", ("front matter", "json_ld", "og"))
READING_MINUTES: Final = ArticleField[int]("reading_minutes", ("printed", "front matter"))
ANNOUNCED_LENGTH: Final = ArticleField[int]("announced_length", ("script", "front matter"))
ANNOUNCED_WORDS: Final = ArticleField[int]("announced_words", ("export", "front matter"))
PAGINATION: Final = ArticleField[str]("pagination", ("export", "front matter"))
TRANSLATION_URL: Final = ArticleField[str]("translation_url", ("printed", "front matter"))
IS_ACCESSIBLE_FOR_FREE: Final = ArticleField[bool](
    "is_accessible_for_free", ("front matter", "json_ld", "script", "og", "status label")
)
# A printed notice or wall is certain; the scripts' flag also knows of walls that were not saved
# with the page.
IS_TRUNCATED: Final = ArticleField[bool](
    "is_truncated", ("notice", "wall", "front matter", "script", "meta")
)
PERCENT_LEFT: Final = ArticleField[float]("percent_left", ("notice", "wall", "front matter"))

# An ArticleField[Any], since one tuple holds fields of every type.
FIELDS: Final[tuple[ArticleField[Any], ...]] = tuple(
    row for row in list(globals().values()) if isinstance(row, ArticleField)
)
"""The rows above, in order."""
