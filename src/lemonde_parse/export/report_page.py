"""Writes a report on an Article as one HTML page, without external resources or scripts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from lemonde_parse.article import Article, Author, RelatedLink, Removal, Source
from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Paragraph,
    Question,
    Quote,
    Table,
)
from lemonde_parse.export.elements import attribute, characters, element, formatted
from lemonde_parse.export.html import MARK_TAGS
from lemonde_parse.export.runs import safe_address

if TYPE_CHECKING:
    from lemonde_parse.article import RemovalReason

_NOT_FIELDS: Final = frozenset({"body", "related_links", "report"})
_COLUMNS: Final = ("Field", "Value", "Read from", "Other sources")
_LONG: Final = 300
"""Maximum length of a removed text that needs no scrolling. The box of a longer text is focusable,
because only a focused box can be scrolled with the keyboard."""
_HUES: Final[Mapping[RemovalReason, int]] = {
    "advertisement": 0,
    "badge": 45,
    "byline": 200,
    "comments": 260,
    "boilerplate": 220,
    "hidden": 240,
    "metadata": 190,
    "newsletter": 320,
    "paywall": 30,
    "promotion": 340,
    "pull quote": 150,
    "related": 120,
    "share": 280,
    "signature": 210,
    "status": 60,
    "tags": 90,
    "unsafe link": 10,
}
"""The colour of each reason, as a hue in degrees. The name of the reason is also shown, for
colour-blind readers."""


class RowNote(NamedTuple):
    """A row of the layout's tables that changed nothing on the page."""

    part: str
    """The layout's table with this row: ``roles``, ``fields``, …"""
    row: str
    is_on_page: bool
    """True if the row matches anything on the page."""
    note: str
    """The reason why a matching row changed nothing; empty for a row without a match."""


def report_page(article: Article, places: Mapping[str, str], unused: Sequence[RowNote] = ()) -> str:
    """Write the page. `places` maps each removal's rule to a description of its row in a table."""
    title = characters(article.headline or "An article without a headline")
    style = (files("lemonde_parse.export") / "report.css").read_text("utf-8")
    hues = "\n".join(f".{_name(reason)} {{ --hue: {hue}; }}" for reason, hue in _HUES.items())
    body = "\n".join(
        (
            _header(article, title),
            "<main>",
            _body(article, places),
            _notes(article),
            _fields(article),
            _unused(unused),
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
<title>How it was read: {title}</title>
<style>
{style}{hues}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _header(article: Article, title: str) -> str:
    report = article.report
    counts = (
        (len(article.body), "block", "#article"),
        (len(report.removed), "removal", "#article"),
        (len(article.related_links), "related link", "#article"),
        (len(report.warnings), "warning", "#notes"),
    )
    links = "\n".join(
        f'<li><a href="{where}">{number} {what}{"" if number == 1 else "s"}</a></li>'
        for number, what, where in counts
    )
    language = f' lang="{attribute(article.in_language)}"' if article.in_language else ""
    return f"""<header>
<p class="over">How lemonde_parse {characters(report.parser_version)} read</p>
<h1{language}>{title}</h1>
<nav aria-label="Sections of this page"><ul>
{links}
<li><a href="#fields">fields</a></li>
</ul></nav>
</header>"""


# Fields


def _fields(article: Article) -> str:
    sources: defaultdict[str, list[Source]] = defaultdict(list)
    for source in article.report.sources:
        sources[source.field].append(source)
    names = [field.name for field in attrs.fields(Article) if field.name not in _NOT_FIELDS]
    rows = []
    silent = []
    for name in names:
        value = getattr(article, name)
        if value in (None, ()) and not sources[name]:
            silent.append(name)
            continue
        written = _value(value)
        rows.append(
            f'<tr><th scope="row">{name}'
            f"</th>{_cell(1, written)}{_cell(2, _won(sources[name], written))}"
            f"{_cell(3, _lost(sources[name]))}</tr>"
        )
    said = f'<p class="silent">Not found on the page: {", ".join(silent)}.</p>' if silent else ""
    return f"""<section id="fields" aria-labelledby="fields-title">
<h2 id="fields-title">Fields</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="fields-title">
<table>
<thead><tr>{"".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)}</tr></thead>
<tbody>
{chr(10).join(rows)}
</tbody>
</table>
</div>
{said}
</section>"""


def _cell(column: int, written: str) -> str:
    """Write a cell with the name of its column, since rows become lists on narrow screens."""
    return (
        f'<td data-column="{_COLUMNS[column]}">{written}</td>'
        if written
        else '<td class="empty">–</td>'
    )


def _won(sources: Sequence[Source], value: str) -> str:
    """List the sources of the chosen value, each with its wording if that differs from the
    value."""
    shown = value.replace("</li><li>", ", ")
    by_origin = {source.origin: characters(source.value) for source in sources if source.won}
    return _list(
        f"<b>{characters(origin)}</b>{'' if words in shown else f' {words}'}"
        for origin, words in by_origin.items()
    )


def _lost(sources: Sequence[Source]) -> str:
    """List the values of the other sources, with "the same" for a value equal to the chosen one."""
    won = {source.value for source in sources if source.won}
    return _list(
        f"<b>{characters(source.origin)}</b> "
        f"{'the same' if source.value in won else characters(source.value) or 'nothing'}"
        for source in sources
        if not source.won
    )


def _list(items: Iterable[str]) -> str:
    """Write a list without duplicates; return "" without items."""
    inner = "".join(f"<li>{item}</li>" for item in dict.fromkeys(items))
    return f"<ul>{inner}</ul>" if inner else ""


def _value(value: object) -> str:
    if value is None or value == ():
        return "<i>none</i>"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):  # or a datetime
        return characters(value.isoformat())
    if isinstance(value, tuple):
        return f"<ul>{''.join(f'<li>{_value(one)}</li>' for one in value)}</ul>"
    if isinstance(value, Author | Figure):
        return "<br>".join(
            f"<b>{name}</b> {characters(str(part))}"
            for name, part in attrs.asdict(value).items()
            if part is not None
        )
    return characters(str(value))


# The article and the removals


def _body(article: Article, places: Mapping[str, str]) -> str:
    beside: defaultdict[int, list[str]] = defaultdict(list)
    for removal in article.report.removed:
        beside[removal.position].append(_removal(removal, places))
    for link in article.related_links:
        beside[link.position].append(_related(link))
    reasons = Counter(
        [
            *(removal.reason for removal in article.report.removed),
            *("related" for _ in article.related_links),
        ]
    )
    legend = "".join(
        f'<li class="chip {_name(reason)}">{count} {reason}</li>'
        for reason, count in sorted(reasons.items())
    )
    rows = [
        _row(_block(block, str(index)), beside[index]) for index, block in enumerate(article.body)
    ]
    after = [
        card
        for position in sorted(beside)
        if position >= len(article.body)
        for card in beside[position]
    ]
    if after or not rows:
        end = "The end of the article." if rows else "The body is empty."
        rows.append(_row(f'<p class="end">{end}</p>', after))
    return f"""<section id="article" aria-labelledby="article-title">
<h2 id="article-title">Article and removed texts</h2>
{f'<ul class="legend" aria-label="Removed texts, by reason">{legend}</ul>' if legend else ""}
<div class="columns" aria-hidden="true"><span>As the library reads it</span>\
<span>Taken out here</span></div>
{chr(10).join(rows)}
</section>"""


def _row(block: str, cards: Iterable[str]) -> str:
    beside = "\n".join(cards)
    aside = f'<div class="beside">\n{beside}\n</div>' if beside else ""
    return f'<div class="row">\n<div class="kept">{block}</div>\n{aside}\n</div>'


def _removal(removal: Removal, places: Mapping[str, str]) -> str:
    place = places.get(removal.rule, "a rule in the library's code, not in a table")
    scrolled = (
        ' tabindex="0" role="group" aria-label="Removed text"' if len(removal.text) > _LONG else ""
    )
    return f"""<article class="card {_name(removal.reason)}">
<p class="chip">{removal.reason}</p>
<p class="text"{scrolled}>{characters(removal.text) or "<i>no words</i>"}</p>
<p class="rule"><code>{characters(removal.rule)}</code></p>
<p class="place">{characters(place)}</p>
</article>"""


def _related(link: RelatedLink) -> str:
    address = safe_address(link.url)
    headline = characters(link.headline)
    target = (
        f'<a href="{attribute(address)}" rel="noreferrer">{headline}</a>' if address else headline
    )
    label = f"{characters(link.label)} " if link.label else ""
    premium = " (for subscribers)" if link.is_premium else ""
    return f"""<article class="card related">
<p class="chip">related link</p>
<p class="text">{label}{target}{premium}</p>
</article>"""


def _block(block: Block, number: str) -> str:
    """Write a block below its type and its index in the body."""
    kind = (
        f"{block.type.replace('_', ' ')}{f' {block.level}' if isinstance(block, Heading) else ''}"
    )
    label = f'<p class="type" id="b{number}">{number} <b>{kind}</b></p>'
    return element(
        "div", f"\n{label}\n{_content(block, number)}\n", {"class": f"block {block.type}"}
    )


def _content(block: Block, number: str) -> str:
    match block:
        case Paragraph() | Heading() | Question() | Quote():
            return element("p", formatted(block.text, block.marks, MARK_TAGS))
        case ListBlock():
            items = "".join(
                element("li", formatted(item.text, item.marks, MARK_TAGS)) for item in block.items
            )
            return element("ol" if block.ordered else "ul", items)
        case Table():
            rows = "".join(
                element(
                    "tr",
                    "".join(
                        element("td", formatted(cell.text, cell.marks, MARK_TAGS)) for cell in row
                    ),
                )
                for row in block.rows
            )
            return (
                '<div class="scroll" tabindex="0" role="region" aria-label="Table '
                f'{number}">{element("table", rows)}</div>'
            )
        case Figure() | Embed():
            # Pictures are named, not shown, since the report loads nothing.
            fields = {name: value for name, value in attrs.asdict(block).items() if value}
            return "".join(
                _field(name, _address(value) if name == "url" else characters(value))
                for name, value in fields.items()
            )
        case Aside() | LiveEntry():
            fields = attrs.asdict(
                block,
                recurse=False,
                filter=lambda field, value: field.name != "blocks" and value is not None,
            )
            written = "".join(_field(name, _value(value)) for name, value in fields.items())
            return written + "".join(
                _block(inner, f"{number}.{index}") for index, inner in enumerate(block.blocks)
            )


def _field(name: str, written: str) -> str:
    return f'<p class="part"><b>{name}</b> {written}</p>'


def _address(url: str) -> str:
    safe = safe_address(url)
    return (
        f'<a href="{attribute(safe)}" rel="noreferrer">{characters(url)}</a>'
        if safe
        else characters(url)
    )


# Warnings, layout, completeness


def _notes(article: Article) -> str:
    report = article.report
    warnings = "".join(
        f"<li><b>{warning.code}</b> {characters(warning.message)}</li>"
        for warning in report.warnings
    )
    share = article.completeness
    complete = (
        "The page announces no length."
        if share is None
        else f"The body has {share:.0%} of the {article.announced_length} characters that the "
        "page announces."
    )
    cut = "The article is truncated." if article.is_truncated else "The article is not truncated."
    left = (
        f" According to the notice, {article.percent_left:g}% is left to read."
        if article.percent_left is not None
        else ""
    )
    return f"""<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Layout, warnings, completeness</h2>
<dl>
<dt>Layout</dt><dd><code>{characters(report.layout) or "–"}</code></dd>
<dt>Warnings</dt><dd>{f"<ul>{warnings}</ul>" if warnings else "None."}</dd>
<dt>Completeness</dt><dd>{complete} {cut}{left}</dd>
<dt>Words</dt><dd>{article.word_count}</dd>
</dl>
</section>"""


# Rows of the layout that changed nothing


def _unused(notes: Sequence[RowNote]) -> str:
    """Write two collapsed lists: rows without a match, and rows that match without effect."""
    absent = [note for note in notes if not note.is_on_page]
    idle = [note for note in notes if note.is_on_page]
    lists = [
        _closed("Rows of the layout that matched nothing", absent),
        _closed("Rows of the layout that matched without effect", idle),
    ]
    return (
        f"""<section id="rows" aria-labelledby="rows-title">
<h2 id="rows-title">Rows of the layout without effect</h2>
{chr(10).join(filter(None, lists))}
</section>"""
        if notes
        else ""
    )


def _closed(title: str, notes: Sequence[RowNote]) -> str:
    if not notes:
        return ""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        why = f" – {characters(note.note)}" if note.note else ""
        parts[note.part].append(f"<code>{characters(note.row)}</code>{why}")
    written = "".join(f"<dt>{part}</dt><dd>{_list(rows)}</dd>" for part, rows in parts.items())
    return f"<details>\n<summary>{title}: {len(notes)}</summary>\n<dl>{written}</dl>\n</details>"


def _name(reason: str) -> str:
    """Return the CSS class for the reason of a removal."""
    return reason.replace(" ", "-")
