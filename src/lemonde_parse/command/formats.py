"""The formats that the command writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from lemonde_parse.article import Article

Shape: TypeAlias = Literal["texts", "document", "lines", "array", "table", "parts", "corpus"]
"""How articles are divided into files.

- texts: one after the other
- document: one per file
- lines: a JSON object on each line
- array: a JSON array; for a single page, only its object
- table: a line of column names, then a row for each article
- parts: rows in numbered files of Parquet
- corpus: a folder with a document for each article, and a table of metadata
"""


@frozen
class Format:
    """A format of the command's output."""

    ending: str
    """Extension of file names, with its dot."""
    shape: Shape
    write: Callable[[Article], str] | None = None
    """Writes an article; None for a format with only rows."""
    describe: Callable[[Article], Mapping[str, str]] | None = None
    """Returns the metadata of an article in a corpus; None for other formats."""

    @property
    def takes_rows(self) -> bool:
        """True if each article or error can be written as a row."""
        return self.shape in ("lines", "array", "table", "parts")


def _json_ld(article: Article) -> str:
    return json.dumps(article.to_json_ld(), ensure_ascii=False, indent=2)


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(".json", "array", lambda article: article.to_json(indent=2)),
    "jsonl": Format(".jsonl", "lines", lambda article: article.to_json()),
    "text": Format(".txt", "texts", lambda article: article.text),
    "markdown": Format(".md", "texts", lambda article: article.to_markdown()),
    "html": Format(".html", "texts", lambda article: article.to_html()),
    "jsonld": Format(".jsonld", "texts", _json_ld),
    "tei": Format(".xml", "document", lambda article: article.to_tei()),
    "iramuteq": Format(".txt", "texts", lambda article: article.to_iramuteq()),
    "txm": Format(
        ".xml",
        "corpus",
        lambda article: article.to_tei(),
        lambda article: article.to_txm_metadata(),
    ),
    "csv": Format(".csv", "table"),
    "parquet": Format(".parquet", "parts"),
}
WITH_METADATA: Final = Format(".md", "document", lambda article: article.to_markdown(metadata=True))
"""Markdown with front matter, which must be at the start of a file."""
