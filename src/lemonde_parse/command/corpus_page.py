"""Writes a report on a corpus as one HTML page, without external resources or scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Final, NamedTuple

from lemonde_parse.command.messages import escaped

_STYLE: Final = """\
.sums > div { break-inside: avoid; padding-top: 1rem; }
.sums > div:has(tr:nth-child(20)) { break-inside: auto; }
.sums tr { break-inside: avoid; }
.sums h3 { break-after: avoid; }
@media screen and (min-width: 60rem) { .sums { columns: 2; column-gap: 2rem; } }
.sums h3 { margin: 0 0 .25rem; font-size: 1rem; }
.sums th { width: 54%; font-weight: 400; }
.sums td:last-child, .pages td.number { text-align: right; font-variant-numeric: tabular-nums; }
.sums td:last-child { width: 4rem; }
.bar { display: block; min-width: 2px; height: .8rem; margin-top: .3rem; }
.bar { background: var(--accent); }
.pages th, .pages td { overflow-wrap: normal; }
.pages tbody :is(th, td:nth-child(2)) { width: 25%; overflow-wrap: anywhere; }
@media screen { .pages { min-width: 52rem; } }
"""


class PageReport(NamedTuple):
    """A page that was read."""

    source: str
    link: str
    """Path of the report on this page, relative to the report on the corpus."""
    headline: str
    layout: str
    warnings: tuple[str, ...]
    """The code and the message of each warning."""
    removals: int
    words: int


class UnreadPage(NamedTuple):
    """A page that could not be read."""

    source: str
    message: str


def corpus_page(
    title: str,
    sums: Mapping[str, Sequence[tuple[str, int]]],
    pages: Sequence[PageReport],
    unread: Sequence[UnreadPage],
    omitted: int,
) -> str:
    """Write the page. `sums` maps each heading to a table of names and counts; `omitted` is the
    number of pages that were read, but are not in `pages`."""
    style = (files("lemonde_parse.export") / "report.css").read_text("utf-8")
    shown = _text(title)
    tables = "\n".join(_sums(name, counts) for name, counts in sums.items() if counts)
    body = "\n".join(
        (
            '<header>\n<p class="over">How lemonde_parse read these pages</p>',
            f"<h1>{shown}</h1>\n</header>\n<main>",
            '<section id="sums" aria-labelledby="sums-title">\n<h2 id="sums-title">Totals</h2>',
            f'<div class="sums">\n{tables}\n</div>\n</section>',
            _pages(pages, omitted),
            _unread(unread),
            "</main>",
        )
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>How it was read: {shown}</title>
<style>
{style}{_STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _sums(name: str, counts: Sequence[tuple[str, int]]) -> str:
    most = max(count for _, count in counts)
    rows = "\n".join(
        f'<tr><th scope="row">{_text(key)}</th>'
        f'<td><span class="bar" style="width: {100 * count / most:.1f}%"></span></td>'
        f"<td>{count:,}</td></tr>"
        for key, count in counts
    )
    return f"<div>\n<h3>{_text(name)}</h3>\n<table>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"


def _pages(pages: Sequence[PageReport], omitted: int) -> str:
    if not pages:
        return ""
    note = (
        f"<p>Not listed here, and without a report of their own: {omitted:,}</p>" if omitted else ""
    )
    rows = "\n".join(map(_page, pages))
    heads = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Page", "Headline", "Layout", "Warnings", "Removals", "Words")
    )
    return f"""<section id="pages" aria-labelledby="pages-title">
<h2 id="pages-title">Pages, those with the most warnings and removals first</h2>
{note}
<div class="scroll" tabindex="0" role="region" aria-labelledby="pages-title">
<table class="pages">
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</section>"""


def _page(page: PageReport) -> str:
    warnings = "<br>".join(map(_text, page.warnings))
    return (
        f'<tr><th scope="row"><a href="{_text(page.link)}">{_text(page.source)}</a></th>'
        f"<td>{_text(page.headline)}</td><td><code>{_text(page.layout)}</code></td>"
        f'<td>{warnings}</td><td class="number">{page.removals:,}</td>'
        f'<td class="number">{page.words:,}</td></tr>'
    )


def _unread(unread: Iterable[UnreadPage]) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{_text(page.source)}</th><td>{_text(page.message)}</td></tr>'
        for page in unread
    )
    if not rows:
        return ""
    return f"""<section id="unread" aria-labelledby="unread-title">
<h2 id="unread-title">Pages that could not be read</h2>
<table>
<tbody>
{rows}
</tbody>
</table>
</section>"""


def _text(text: str) -> str:
    """Escape text for an element or an attribute in double quotes."""
    return escape(escaped(text))
