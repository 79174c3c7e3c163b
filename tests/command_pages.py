"""Pages for the tests of the command."""

from __future__ import annotations

import gzip
from pathlib import Path

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body><main><h1 class="article__title">L’été au port</h1>'
    '<article class="article__content"><p>Il fait 30\u00a0°C → à l’ombre.</p><p>C’est {word}.</p></article></main></body></html>'
)
ONE = "Il fait 30\u00a0°C → à l’ombre.\n\nC’est tout.\n"
TWO = "Il fait 30\u00a0°C → à l’ombre.\n\nC’est fini.\n"
"""ONE and TWO are the texts of one.html and two.html, which `save_pages` writes."""
FRONT = '<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}</script></head><body><p>Un.</p></body></html>'
CRAWLED = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
    '<meta property="article:published_time" content="{day}T07:00:00+02:00"></head><body><main>'
    '<h1 class="article__title">Le port {number}</h1><article class="article__content">'
    "<p>Il fait beau.</p><p>La mer monte de {number} mètres.</p></article></main></body></html>"
)
"""Template of the pages that `save_crawl` writes."""
EXPORT = Path(__file__).parent / "exports" / "europresse-2018" / "export.html"
DOCUMENTS = 3
"""Number of readable documents in the export."""


def save_pages(folder: Path) -> Path:
    """Save readable, refused and damaged pages to a folder."""
    (folder / "one.html").write_text(PAGE.format(word="tout"), "utf-8")
    (folder / "two.html").write_text(PAGE.format(word="fini"), "utf-8")
    (folder / "one.html.gz").write_bytes(gzip.compress(PAGE.format(word="tout").encode()))
    (folder / "front.html").write_text(FRONT, "utf-8")
    (folder / "empty.html").write_bytes(b" \n")
    packed = gzip.compress(PAGE.format(word="tout").encode() * 20)
    (folder / "short.html.gz").write_bytes(packed[: len(packed) // 2])
    (folder / "damaged.html.gz").write_bytes(packed[:40] + b"\xff" * 40 + packed[80:])
    (folder / "checked.html.gz").write_bytes(packed[:-8] + b"\0" * 8)
    (folder / "plain.html.gz").write_text(PAGE.format(word="tout"), "utf-8")
    return folder


def save_crawl(below: Path) -> Path:
    """Make the folder ``crawl`` with 40 pages, some of them unreadable, and an export."""
    folder = below / "crawl"
    for number in range(40):
        file = folder / f"d{number % 3}" / f"p{number:02}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(CRAWLED.format(number=number, day=f"20{10 + number % 10}-05-01"), "utf-8")
    (folder / "d0" / "p03.html").write_text(FRONT, "utf-8")
    (folder / "d1" / "p07.html").write_text(" \n", "utf-8")
    (folder / "d2" / "p08.html").unlink()
    (folder / "d2" / "p08.html.gz").write_bytes(b"\x1f\x8b\x08\x00 no gzip")
    (folder / "d1" / "archive.html").write_bytes(EXPORT.read_bytes())
    return folder


def save_tree(below: Path) -> Path:
    """Make the folder ``tree`` with pages in subfolders, and with files that are not pages."""
    folder = below / "tree"
    for name, word in {"b.html": "b", "a/c.htm": "c", "a/d.HTML": "d", "z.txt.gz": "z"}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(word=word).encode()
        file.write_bytes(gzip.compress(page) if name.endswith(".gz") else page)
    (folder / "style.css").write_text("p {}")
    (folder / "a" / "e.html").mkdir()
    return folder
