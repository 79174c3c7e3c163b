"""Reads pages with one extractor for `exactness.py`, in the environment of that extractor.

python articles.py EXTRACTOR FILE=ADDRESS …

Prints a JSON object: the extractor's `version`, and `pages`, a list with an object for each page.
These objects have `text`, `headline`, `authors` and `day`, or else `error`. A headline or day that
the extractor does not return is null.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lemonde_parse import Article

Extracted = dict[str, object]
"""`text`, `headline`, `authors` and `day` of a page, or `error`."""
Extract = Callable[[bytes, str], Extracted]
"""Reads a page, given its address ("" if it is unknown)."""


def lemonde_parse() -> Extract:
    """Return `parse`, called without the address."""
    from lemonde_parse import parse

    return lambda page, _address: fields_of(parse(page))


def lemonde_parse_generic() -> Extract:
    """Return `parse`, called as if the page's layout were unknown."""
    from lemonde_parse import parse
    from lemonde_parse.layouts import GENERIC

    return lambda page, _address: fields_of(parse(page, layout=GENERIC))


def fields_of(article: Article) -> Extracted:
    """Return the compared values of an Article."""
    moment = article.date_published or article.day_published
    return {
        "text": article.text,
        "headline": article.headline,
        "authors": [author.name for author in article.authors],
        "day": moment and moment.isoformat()[:10],
    }


def trafilatura() -> Extract:
    """Return `bare_extraction`, called without comments; trafilatura separates authors with ";"."""
    from trafilatura import bare_extraction

    def extract(page: bytes, address: str) -> Extracted:
        found = bare_extraction(
            page, url=address or None, with_metadata=True, include_comments=False
        )
        if not found:
            return {"error": "nothing found"}
        return {
            "text": found.text or "",
            "headline": found.title,
            "authors": (found.author or "").split("; ") if found.author else [],
            "day": found.date,
        }

    return extract


def newspaper4k() -> Extract:
    """Return `Article.parse`, called without fetching pictures."""
    from newspaper import Article

    def extract(page: bytes, address: str) -> Extracted:
        article = Article(address or "https://www.lemonde.fr/", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        moment = article.publish_date
        return {
            "text": article.text,
            "headline": article.title,
            "authors": list(article.authors),
            "day": moment.isoformat()[:10] if moment else None,
        }

    return extract


def fundus() -> Extract:
    """Return a reader that uses the current parser for the page's publisher, chosen by domain.

    The text consists of the sections of the body, without the standfirst.
    """
    from fundus import PublisherCollection

    publishers: dict[str, Any] = {
        domain_of(publisher.domain): publisher for publisher in PublisherCollection.fr
    }

    def extract(page: bytes, address: str) -> Extracted:
        publisher = publishers.get(domain_of(address))
        if publisher is None:
            return {"error": "no parser for this publisher"}
        found = publisher.parser().parse(page.decode("utf-8", "replace"), "suppress")
        body, moment = found.get("body"), found.get("publishing_date")
        return {
            "text": "\n\n".join(map(str, body.sections)) if body else "",
            "headline": found.get("title"),
            "authors": list(found.get("authors") or []),
            "day": moment.isoformat()[:10] if moment else None,
        }

    return extract


def domain_of(address: str) -> str:
    """Return the last two labels of the host of an address.

    >>> domain_of("https://www.lemonde.fr/idees/")
    'lemonde.fr'
    """
    return ".".join((urlsplit(address).hostname or "").split(".")[-2:])


EXTRACTORS: Final[dict[str, Callable[[], Extract]]] = {
    "lemonde-parse": lemonde_parse,
    "lemonde-parse, layout unknown": lemonde_parse_generic,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "fundus": fundus,
}
"""Extractors by the name of their package; a variant follows a comma."""


def main(name: str, pages: list[str]) -> None:
    """Read the pages, given as FILE=ADDRESS, and print the results."""
    extract = EXTRACTORS[name]()
    extracted: list[Extracted] = []
    for page in pages:
        path, _, address = page.partition("=")
        try:
            extracted.append(extract(Path(path).read_bytes(), address))
        except Exception as error:  # extractors may raise anything  # noqa: BLE001
            extracted.append({"error": f"{type(error).__name__}: {error}"})
    print(json.dumps({"version": version(name.partition(",")[0]), "pages": extracted}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
