"""Rewrites expected.json and removed.json in tests/pages and tests/texts, and expected.json in
tests/exports, for review with `git diff`.

``python tests/write_pages.py``: every page; ``python tests/write_pages.py NAME …``: these pages.
The files record what the library reads, right or wrong, so compare each changed line with the page.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from lemonde_parse import Article, DocumentError, parse, parse_export

PAGES: Final = Path(__file__).parent / "pages"
TEXTS: Final = Path(__file__).parent / "texts"
EXPORTS: Final = Path(__file__).parent / "exports"
_WIDTH: Final = 133


def main(names: list[str]) -> None:
    """Write the files of the named pages, or of all pages."""
    for file in sorted(EXPORTS.glob("*/export.*")):
        if not names or file.parent.name in names:
            documents = [document(item) for item in parse_export(file)]
            (file.parent / "expected.json").write_text(f"{written(documents)}\n", "utf-8")
    for page in sorted([*PAGES.glob("*/page.html"), *TEXTS.glob("*/page.*")]):
        folder = page.parent
        if names and folder.name not in names:
            continue
        article = parse(page.read_bytes())
        data = {key: value for key, value in article.to_dict().items() if key != "report"}
        (folder / "expected.json").write_text(f"{written(data)}\n", "utf-8")
        rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in removed(article))
        (folder / "removed.json").write_text(f"[\n{rows}\n]\n" if rows else "[]\n", "utf-8")


def document(item: Article | DocumentError) -> dict[str, object]:
    """Return the expected.json of a document of an export: its fields that have a value, its layout,
    removals and warnings, or its error."""
    if isinstance(item, DocumentError):
        return {"error": str(item), "text": item.text}
    metadata: dict[str, object] = {
        key: value
        for key, value in item.to_dict().items()
        if value not in (None, [], False) and key not in ("report", "schema_version")
    }
    warnings = [f"{warning.code}: {warning.message}" for warning in item.report.warnings]
    return {
        **metadata,
        "layout": item.report.layout,
        "removed": removed(item),
        **({"warnings": warnings} if warnings else {}),
    }


def removed(article: Article) -> list[list[object]]:
    """Return a row for each removal: reason, text, rule, position."""
    return [
        [removal.reason, removal.text, removal.rule, removal.position]
        for removal in article.report.removed
    ]


def written(value: object, indent: str = "") -> str:
    """Format JSON: put each value on one line if it fits, except the article itself."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (indent and len(indent) + len(line) <= _WIDTH):
        return line
    inner = f"{indent}  "
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(key)}: {written(part, inner)}" for key, part in value.items()]
        opening, closing = "{", "}"
    else:
        parts = [f"{inner}{written(part, inner)}" for part in value]
        opening, closing = "[", "]"
    return "\n".join((opening, ",\n".join(parts), f"{indent}{closing}"))


if __name__ == "__main__":
    main(sys.argv[1:])
