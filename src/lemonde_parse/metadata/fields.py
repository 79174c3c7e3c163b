"""The fields that a page may give: their types, precedence and maximum lengths.

Precedence is defined only here.

An origin is a source of values, such as JSON-LD, or the text that the page displays ("printed"). A
claim is the value that one origin gives for a field: `HEADLINE.claim("printed", "Un titre")`. If
several origins give a field, the one that is listed first wins. Claims without a value never win.
Fields without a maximum length are running text, or have values that are never long, such as
numbers.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from lemonde_parse.article import Author, Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.intake.limits import MAX_ADDRESS, MAX_DATE, MAX_NAME, MAX_NAMES
from lemonde_parse.metadata.claims import ArticleField

# Printed titles first, because metadata may have titles for search engines.
HEADLINE: Final = ArticleField[str](
    "headline", ("printed", "export", "front matter", "json_ld", "og", "html")
)
DESCRIPTION: Final = ArticleField[str](
    "description", ("printed", "export", "front matter", "json_ld", "og", "meta")
)
KICKER: Final = ArticleField[str]("kicker", ("printed", "export", "front matter"))
GENRE: Final = ArticleField[str]("genre", ("script", "printed", "front matter"), MAX_NAME)
# og:article:author is often only the paper's name, while the byline names a person.
AUTHORS: Final = ArticleField[tuple[Author, ...]](
    "authors",
    ("printed", "export", "front matter", "json_ld", "script", "og", "signature", "headline"),
    MAX_NAMES,
)
BYLINE: Final = ArticleField[str](
    "byline", ("printed", "export", "front matter", "signature", "printed, generic")
)
AGENCIES: Final = ArticleField[tuple[str, ...]](
    "agencies", ("printed", "export", "front matter", "json_ld", "script", "signature"), MAX_NAMES
)
# Origins that give seconds and an offset come before printed dates.
DATE_PUBLISHED: Final = ArticleField[datetime](
    "date_published",
    ("export", "front matter", "json_ld", "time", "script", "og", "meta", "printed"),
    MAX_DATE,
)
# A day without a time, used if there is no time from any origin.
DAY_PUBLISHED: Final = ArticleField[date](
    "day_published",
    ("export", "front matter", "json_ld", "time", "og", "meta", "printed"),
    MAX_DATE,
)
DATE_MODIFIED: Final = ArticleField[datetime](
    "date_modified", ("front matter", "json_ld", "time", "og", "meta", "printed"), MAX_DATE
)
# When sections are renamed, the printed breadcrumb is more up to date than the metadata.
SECTION: Final = ArticleField[str](
    "section", ("printed", "export", "front matter", "banner", "json_ld", "og"), MAX_NAME
)
BREADCRUMBS: Final = ArticleField[tuple[str, ...]](
    "breadcrumbs", ("printed", "export", "front matter", "json_ld"), MAX_NAMES
)
KEYWORDS: Final = ArticleField[tuple[str, ...]](
    "keywords", ("front matter", "json_ld", "og", "meta", "printed"), MAX_NAMES
)
# Script data may call a page an article even if JSON-LD has a VideoObject.
KIND: Final = ArticleField[Kind]("kind", ("front matter", "json_ld", "script", "address", "layout"))
IDENTIFIER: Final = ArticleField[str](
    "identifier", ("export", "front matter", "script", "meta", "address"), MAX_NAME
)
CANONICAL_URL: Final = ArticleField[str](
    "canonical_url",
    ("export", "front matter", "printed", "link", "og", "json_ld", "saved page"),
    MAX_ADDRESS,
)
IN_LANGUAGE: Final = ArticleField[str](
    "in_language",
    ("export", "front matter", "html", "og", "json_ld", "address", "printed"),
    MAX_NAME,
)
PUBLISHER: Final = ArticleField[str](
    "publisher", ("export", "front matter", "json_ld", "og", "printed"), MAX_NAME
)
MAIN_IMAGE: Final = ArticleField[Figure](
    "main_image", ("front matter", "json_ld", "og"), MAX_ADDRESS
)
READING_MINUTES: Final = ArticleField[int]("reading_minutes", ("printed", "front matter"))
ANNOUNCED_LENGTH: Final = ArticleField[int]("announced_length", ("script", "front matter"))
ANNOUNCED_WORDS: Final = ArticleField[int]("announced_words", ("export", "front matter"))
PAGINATION: Final = ArticleField[str]("pagination", ("export", "front matter"), MAX_NAME)
TRANSLATION_URL: Final = ArticleField[str](
    "translation_url", ("printed", "front matter"), MAX_ADDRESS
)
IS_ACCESSIBLE_FOR_FREE: Final = ArticleField[bool](
    "is_accessible_for_free", ("front matter", "json_ld", "script", "og", "status label")
)
# A printed notice or paywall proves that text is missing; the script's flag may come from a paywall
# that was not saved with the page.
IS_TRUNCATED: Final = ArticleField[bool](
    "is_truncated", ("notice", "wall", "front matter", "script", "meta")
)
PERCENT_LEFT: Final = ArticleField[float]("percent_left", ("notice", "wall", "front matter"))

# ArticleField[Any], because the tuple has fields of every type.
FIELDS: Final[tuple[ArticleField[Any], ...]] = tuple(
    row for row in list(globals().values()) if isinstance(row, ArticleField)
)
"""The fields above, in order."""
