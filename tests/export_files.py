"""Exports of press databases for the tests, and helpers to compare their contents."""

from __future__ import annotations

from pathlib import Path

from lemonde_parse import (
    Article,
    DocumentError,
    parse_export,
)
from lemonde_parse.intake import tree
from lemonde_parse.reading.visible import visible_text

FOLDER = Path(__file__).parent / "exports"
FILES = sorted(FOLDER.glob("*/export.*"))
TEXTS = [file for file in FILES if file.suffix == ".txt"]


def name(file: Path) -> str:
    return file.parent.name


def document(item: Article | DocumentError) -> dict[str, object]:
    """Return a document as in expected.json: its non-empty fields, layout, removals and warnings,
    or its error."""
    if isinstance(item, DocumentError):
        return {"error": str(item), "text": item.text}
    report = item.report
    data: dict[str, object] = {
        key: value
        for key, value in item.to_dict().items()
        if value not in (None, [], False) and key not in ("report", "schema_version")
    }
    data["layout"] = report.layout
    data["removed"] = [[one.reason, one.text, one.rule, one.position] for one in report.removed]
    if report.warnings:
        data["warnings"] = [f"{warning.code}: {warning.message}" for warning in report.warnings]
    return data


def printed(file: Path) -> str:
    """Return the visible text of an export."""
    raw = file.read_bytes()
    if file.suffix != ".html":
        return raw.decode()
    root, _ = tree.build(raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8").encode())
    assert root is not None
    return visible_text(root)


# Exports with one document

ONE = [file for file in FILES if len(list(parse_export(file))) == 1]


# Exports made for single tests


def europresse(*bodies: str) -> str:
    """Return a Europresse export with one document for each text."""
    return "".join(
        f'<article><header><div><span class="DocPublicationName">La Gazette</span></div><div><span '
        f'class="DocHeader">lundi {number} mai 2023, p. 2</span></div><div class="titreArticle"><p '
        f'class="titreArticleVisu">Titre {number}</p></div></header><section><div class="DocText">'
        f"<p>{body}</p></div></section></article>"
        for number, body in enumerate(bodies, 1)
    )
