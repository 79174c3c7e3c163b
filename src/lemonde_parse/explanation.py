"""How a page was read, as a page to look at: what is the article, what is not, and the row of which
table says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from lemonde_parse.article import Article
from lemonde_parse.intake import source, tree
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.layout import HTML_ROLES, Layout
from lemonde_parse.layouts import LAYOUTS
from lemonde_parse.parsing import parse
from lemonde_parse.reading.locate import locate
from lemonde_parse.reading.unused import UnusedRow, unused_rows
from lemonde_parse.wording.phrases import PHRASES

if TYPE_CHECKING:
    from lemonde_parse.intake.source import Page


def explain(
    page: Page | Article,
    *,
    url: str | None = None,
    encoding: str | None = None,
    fetched_at: datetime | None = None,
    layout: Layout | None = None,
    layouts: Sequence[Layout] = LAYOUTS,
    max_bytes: int = MAX_BYTES,
) -> str:
    """Reads a page, and gives a report on how: one HTML page, which loads nothing and runs nothing.

    It shows the article block by block; beside each, what was taken out there, why, and by which
    row; every field with its source and what other places of the page said; warnings, completeness,
    and the rows of the layout that changed nothing.

    The arguments are those of `parse`, and so are the errors. `page` may also be an `Article` that
    was read before, with its report; `layout` and `layouts` then say where to look for the rows,
    and rows that changed nothing are not shown, since they need the page.

    >>> report = explain('<main><h1>Un titre</h1><article class="article__content"><p>Deux mots.</p></article></main>')
    >>> report[:15], "Deux mots." in report
    ('<!DOCTYPE html>', True)
    """
    from lemonde_parse.export.report_page import RowNote, report_page

    if isinstance(page, Article):
        article = page
    else:
        article = parse(
            page,
            url=url,
            encoding=encoding,
            fetched_at=fetched_at,
            layout=layout,
            layouts=layouts,
            max_bytes=max_bytes,
        )
    known = (layout, *layouts) if layout else tuple(layouts)
    notes: list[RowNote] = []
    if not isinstance(page, Article):
        used = next((one for one in known if one.name == article.report.layout), None)
        notes = [
            RowNote(
                part=row.part,
                row=f"{row.row} → {row.gives}" if row.gives else row.row,
                is_on_page=row.why != "no match",
                note=_NOTES[row.why].format(", ".join(row.by)),
            )
            for row in (_unused(page, used, encoding, max_bytes) if used else ())
        ]
    places = {
        rule: place
        for rule in {removal.rule for removal in article.report.removed}
        if (place := _place(rule, known))
    }
    return report_page(article, places, notes)


_NOTES: Final = {
    "no match": "",
    "shadowed": "earlier rows came first: {}",
    "not read": "matches only where this part of the layout is not looked for",
}


def _unused(
    page: Page, layout: Layout, encoding: str | None, max_bytes: int
) -> tuple[UnusedRow, ...]:
    """The rows of the layout that changed nothing on the page, which is read whole."""
    taken = source.take(page, encoding=encoding, max_bytes=max_bytes)
    root = taken.tree if taken.tree is not None else tree.build(taken.html, is_whole=True)[0]
    page_map = None if root is None else locate(root, layout)
    return () if page_map is None else unused_rows(page_map, taken.html)


def _place(rule: str, layouts: Sequence[Layout]) -> str | None:
    """Names the table row that a removal's rule quotes; None if the rule is not a table row."""
    table, _, rest = rule.partition(": ")
    row = rest
    if table == "html" and row in HTML_ROLES:
        return f"HTML’s tag {row} → Role.{HTML_ROLES[row].name}"
    if phrase := next((phrase for phrase in PHRASES if phrase.name == rule), None):
        return f"a line like “{phrase.examples[0]}” ({phrase.seen})"
    layout = next((one for one in layouts if one.name == table), None)
    if layout is None:
        return None
    if row == "stop_at":
        return f"stop_at of the layout {layout.name!r}: {', '.join(layout.stop_at)}"
    if row not in layout.roles:
        return None
    found = layout.roles[row]
    number = list(layout.roles).index(row) + 1
    seen = f" ({found.seen})" if found.seen else ""
    return (
        f"row {number} of {len(layout.roles)} in the roles of {layout.name!r}: "
        f"{row} → Role.{found.role.name}{seen}"
    )
