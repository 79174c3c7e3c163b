"""The fields that a page gives: type, and order of precedence. The only place that says who wins.

Where several places give a field, the first of its row wins; a place whose words give no value
loses. `HEADLINE.claim("printed", "Un titre")` makes a claim of a field.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from lemonde_parse.article import Author, Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata.claims import ArticleField

# Printed titles before those for machines, which are written for search engines.
HEADLINE: Final = ArticleField[str]("headline", ("printed", "json_ld", "og", "html"))
DESCRIPTION: Final = ArticleField[str]("description", ("printed", "json_ld", "og", "meta"))
KICKER: Final = ArticleField[str]("kicker", ("printed",))
GENRE: Final = ArticleField[str]("genre", ("script", "printed"))
# og:article:author is often only the paper's name where the byline names a person.
AUTHORS: Final = ArticleField[tuple[Author, ...]](
    "authors", ("printed", "json_ld", "script", "og", "signature")
)
BYLINE: Final = ArticleField[str]("byline", ("printed", "signature", "printed, generic"))
AGENCIES: Final = ArticleField[tuple[str, ...]](
    "agencies", ("printed", "json_ld", "script", "signature")
)
# Moments to the second and with an offset before printed ones, to the minute.
DATE_PUBLISHED: Final = ArticleField[datetime](
    "date_published", ("json_ld", "time", "script", "og", "meta", "printed")
)
DATE_MODIFIED: Final = ArticleField[datetime](
    "date_modified", ("json_ld", "time", "og", "meta", "printed")
)
# The printed breadcrumb outlives reorganisations that the metadata does not follow.
SECTION: Final = ArticleField[str]("section", ("printed", "banner", "json_ld", "og"))
BREADCRUMBS: Final = ArticleField[tuple[str, ...]]("breadcrumbs", ("printed", "json_ld"))
KEYWORDS: Final = ArticleField[tuple[str, ...]]("keywords", ("json_ld", "og", "meta", "printed"))
# Script data calls a video page an "Article" (2023), JSON-LD a VideoObject.
KIND: Final = ArticleField[Kind]("kind", ("json_ld", "script", "address", "layout"))
IDENTIFIER: Final = ArticleField[str]("identifier", ("script", "meta", "address"))
CANONICAL_URL: Final = ArticleField[str]("canonical_url", ("link", "og", "json_ld"))
IN_LANGUAGE: Final = ArticleField[str]("in_language", ("html", "og", "json_ld"))
PUBLISHER: Final = ArticleField[str]("publisher", ("json_ld", "og"))
MAIN_IMAGE: Final = ArticleField[Figure]("main_image", ("json_ld", "og"))
READING_MINUTES: Final = ArticleField[int]("reading_minutes", ("printed",))
ANNOUNCED_LENGTH: Final = ArticleField[int]("announced_length", ("script",))
TRANSLATION_URL: Final = ArticleField[str]("translation_url", ("printed",))
IS_ACCESSIBLE_FOR_FREE: Final = ArticleField[bool](
    "is_accessible_for_free", ("json_ld", "script", "og", "status label")
)
# A printed notice or wall is certain; the scripts' flag also knows of walls that were not saved
# with the page.
IS_TRUNCATED: Final = ArticleField[bool]("is_truncated", ("notice", "wall", "script", "meta"))
PERCENT_LEFT: Final = ArticleField[float]("percent_left", ("notice", "wall"))

# An ArticleField[Any], since one tuple holds fields of every type.
FIELDS: Final[tuple[ArticleField[Any], ...]] = tuple(
    row for row in list(globals().values()) if isinstance(row, ArticleField)
)
"""The rows above, in order."""
