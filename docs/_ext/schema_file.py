"""Writes the JSON Schema of `to_dict` to a file next to the pages."""

from __future__ import annotations

import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from lemonde_parse import Article


def write_schema(app: Sphinx, error: Exception | None) -> None:
    """Write the schema when the HTML pages are built."""
    if error is None and app.builder.format == "html":
        Path(app.outdir, "article.schema.json").write_text(
            json.dumps(Article.json_schema(), indent=2) + "\n", "utf-8"
        )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handler with Sphinx."""
    app.connect("build-finished", write_schema)
    return {"parallel_read_safe": True}
