"""Code that must not type-check: each line marked "type: ignore" is an error under mypy --strict and
pyright, which also reject unnecessary marks. The file is never run.
"""

from __future__ import annotations

from lemonde_parse import (
    Article,
    Block,
    Layout,
    Mark,
    Paragraph,
    RelatedLink,
    explain,
    parse,
    parse_text,
)
from lemonde_parse.tabular import read_row


def calls() -> None:
    parse(42)  # type: ignore[arg-type]
    parse("<p>", None)  # type: ignore[call-arg]
    parse("<p>", base_url="https://example.org")  # type: ignore[call-arg]
    parse("<p>", fetched_at="2024-05-02")  # type: ignore[arg-type]
    parse_text(b"Un texte.")  # type: ignore[arg-type]
    parse_text("Un texte.", encoding="utf-8")  # type: ignore[call-arg]
    explain("<p>", max_bytes="1000")  # type: ignore[arg-type]
    read_row(b"<p>", layout="lemonde_2018")  # type: ignore[arg-type]


def fields_that_may_be_none(article: Article) -> str:
    article.headline.upper()  # type: ignore[union-attr]
    article.date_published.isoformat()  # type: ignore[union-attr]
    return article.kicker  # type: ignore[return-value]


def assignments_to_frozen_objects(article: Article, paragraph: Paragraph) -> None:
    article.headline = "Un titre"  # type: ignore[misc]
    paragraph.text = "Deux mots."  # type: ignore[misc]
    article.related_links.append(RelatedLink(label="", headline=""))  # type: ignore[attr-defined]


def attributes_that_some_blocks_lack(block: Block) -> None:
    str(block.text)  # type: ignore[union-attr]  # a Figure has no text
    str(block.marks)  # type: ignore[union-attr]
    if block.type == "headline":  # type: ignore[comparison-overlap]
        pass


def invalid_arguments_of_records() -> None:
    Article()  # type: ignore[call-arg]
    Paragraph("Deux mots.")  # type: ignore[call-arg]
    Mark(kind="bold", start=0, end=1)  # type: ignore[arg-type]
    Article(body=[Paragraph(text="Deux mots.")])  # type: ignore[arg-type]


def layouts() -> None:
    Layout(name="gazette", markers=(), content=(), roles={".ad": "advertisement"})  # type: ignore[dict-item]
    Layout(name="gazette", markers=(), content=(), fields={"title": ("h1",)})  # type: ignore[dict-item]
