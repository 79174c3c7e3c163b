"""Reports how a page was read: the article, the removals, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Unpack

from lemonde_parse.article import Article
from lemonde_parse.exports import PAGE_EXPORTS
from lemonde_parse.exports.rows import place_in_export
from lemonde_parse.intake import tree
from lemonde_parse.layout import HTML_ROLES, Layout
from lemonde_parse.layouts.generic import GENERIC, PRESS_FIELDS, PRESS_ROLES, with_shared_rows
from lemonde_parse.options import ReadOptions, Settings, takes_keywords
from lemonde_parse.parsing import ReadPage, read
from lemonde_parse.reading.locate import Elements, locate
from lemonde_parse.reading.unused import UnusedRow, unused_rows
from lemonde_parse.wording.phrases import PHRASES

if TYPE_CHECKING:
    from lemonde_parse.intake.source import Page


@takes_keywords(ReadOptions)
def explain(page: Page | Article, **options: Unpack[ReadOptions]) -> str:
    """Read a page, and return a report about it: an HTML page without external resources or
    scripts.

    The report shows the article block by block, and next to it the removals, each with its reason
    and the row of the layout that caused it. Below are warnings, completeness, every field with its
    source and the values of other sources, and rows of the layout that changed nothing.

    The keywords and errors are those of `parse`. `page` may also be an `Article` with its report.
    In that case, `layout` and `layouts` are only used to look up rows. Unused rows are not shown,
    since finding them requires the page.

    >>> content = '<article class="article__content"><p>Deux mots.</p></article>'
    >>> report = explain(f"<main><h1>Un titre</h1>{content}</main>")
    >>> report[:15], "Deux mots." in report
    ('<!DOCTYPE html>', True)
    """
    from lemonde_parse.export.report_page import RowNote, report_page

    settings = Settings(**options)
    known = [*settings.layouts, *(one.layout for one in PAGE_EXPORTS)]
    if settings.layout is not None:
        known.insert(0, settings.layout)
    unused: Sequence[UnusedRow] = ()
    if isinstance(page, Article):
        article = page
    else:
        reading = read(page, settings)
        article, unused = reading.article, _unused(reading)
    notes = [
        RowNote(
            part=row.part,
            row=f"{row.row} → {row.gives}" if row.gives else row.row,
            is_on_page=row.why != "no match",
            note=_NOTES[row.why].format(", ".join(row.by)),
        )
        for row in unused
    ]
    places = {
        rule: place
        for rule in {removal.rule for removal in article.report.removed}
        if (place := _place(rule, known))
    }
    return report_page(article, places, notes)


_NOTES: Final = {
    "no match": "",
    "shadowed": "earlier rows match first: {}",
    "not read": "matches only outside the region that is searched for this part of the layout",
}


def _unused(page: ReadPage) -> tuple[UnusedRow, ...]:
    """Return the rows of the layout that change nothing when the entire page is read.

    Rows that newspapers share are left out, except for the generic layout: most of them match
    nothing on most pages.
    """
    if page.layout is None:
        return ()
    html = page.source.html
    root = page.source.tree if page.source.tree is not None else tree.build_page(html)[0]
    page_map = None if root is None else locate(Elements.of(root), page.layout)
    unused = () if page_map is None else unused_rows(page_map, html)
    return tuple(row for row in unused if page.layout is GENERIC or not _is_shared(row))


def _is_shared(row: UnusedRow) -> bool:
    if row.part == "fields":
        return any(name == row.gives and row.row in rows for name, rows in PRESS_FIELDS.items())
    return row.part == "roles" and row.row in PRESS_ROLES


def _place(rule: str, layouts: Sequence[Layout]) -> str | None:
    """Describe the table row that a removal's rule refers to; None for other rules."""
    table, _, row = rule.partition(": ")
    if table == "html" and row in HTML_ROLES:
        return f"HTML’s tag {row} → Role.{HTML_ROLES[row].name}"
    if phrase := next((phrase for phrase in PHRASES if phrase.name == rule), None):
        return f"a line like “{phrase.examples[0]}” ({phrase.seen})"
    layout = next((one for one in layouts if one.name == table), None)
    if layout is None:
        return place_in_export(rule)
    if row == "stop_at":
        return f"stop_at of the layout {layout.name!r}: {', '.join(layout.stop_at)}"
    if row not in layout.roles and row in (shared := with_shared_rows(layout).roles):
        return f"a row that newspapers share: {row} → Role.{shared[row].role.name}"
    if row not in layout.roles:
        return place_in_export(rule)
    selected = layout.roles[row]
    number = list(layout.roles).index(row) + 1
    seen = f" ({selected.seen})" if selected.seen else ""
    return (
        f"row {number} of {len(layout.roles)} in the roles of {layout.name!r}: "
        f"{row} → Role.{selected.role.name}{seen}"
    )
