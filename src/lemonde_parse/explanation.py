"""How a page was read, as a page to look at: what is the article, what is not, and the row of which
table says so."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from lemonde_parse import layout as layout_module
from lemonde_parse.article import Article
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.layout import HTML_ROLES, Layout
from lemonde_parse.layouts import LAYOUTS
from lemonde_parse.parsing import parse
from lemonde_parse.wording import phrases

if TYPE_CHECKING:
    from types import ModuleType

    from lemonde_parse.intake.source import Page

_ROOM: Final = "lemonde_parse.layouts."


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

    It shows the article block by block; beside each what was taken out there, why, and where the
    row that took it stands; every field with its source and what other places of the page said;
    warnings and completeness.

    The arguments are those of `parse`, and so are the errors. `page` may also be an `Article` that
    was read before, with its report; `layout` and `layouts` then say where to look for the rows.

    >>> report = explain('<main><h1>Un titre</h1><article class="article__content"><p>Deux mots.</p></article></main>')
    >>> report[:15], "Deux mots." in report
    ('<!DOCTYPE html>', True)
    """
    from lemonde_parse.export.report_page import report_page

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
    places = {
        rule: place
        for rule in {removal.rule for removal in article.report.removed}
        if (place := _place(rule, known))
    }
    return report_page(article, places)


def _place(rule: str, layouts: Sequence[Layout]) -> str | None:
    """Where the row stands that a removal's rule names, and what it says; None if the rule is no
    row of a table."""
    table, _, rest = rule.partition(": ")
    row = rest.partition(", ")[0]  # "…, repeated in the body": what made a QUOTE a pull quote
    if table == "html" and row in HTML_ROLES:
        where = _line_of(layout_module, "HTML_ROLES: ", row) or _file(layout_module)
        return f"{where}: {row} → Role.{HTML_ROLES[row].name}"
    if table == "phrases":
        where = _line_of(phrases, rf'_phrases\(\s*"{re.escape(row)}"', row) or _file(phrases)
        return f"{where}: the wordings of “{row}”"
    layout = next((one for one in layouts if one.name == table), None)
    if layout is None:
        return None
    if row == "stop_at":
        return f"stop_at of the layout {layout.name!r}: {', '.join(layout.stop_at)}"
    if row not in layout.roles:
        return None
    number = list(layout.roles).index(row) + 1
    told = f"row {number} of {len(layout.roles)} in the roles of {layout.name!r}: {row} → Role.{layout.roles[row].name}"
    found = next(
        filter(
            None,
            (
                _line_of(module, rf'name="{re.escape(layout.name)}"', row)
                for module in _modules(layout, row)
            ),
        ),
        None,
    )
    return f"{told} ({found})" if found else told


def _modules(layout: Layout, row: str) -> Iterator[ModuleType]:
    """The library's modules in which a row of a layout may stand: its own, then those with a table
    that it takes rows from."""
    rooms = [module for name, module in sorted(sys.modules.items()) if name.startswith(_ROOM)]
    for module in rooms:
        if any(
            value is layout or (isinstance(value, tuple) and layout in value)
            for value in vars(module).values()
        ):
            yield module
    for module in rooms:
        if any(
            isinstance(value, dict) and row in value and value.keys() <= layout.roles.keys()
            for value in vars(module).values()
        ):
            yield module


def _line_of(module: ModuleType, table: str, row: str) -> str | None:
    """File and line of a row: its first place from the beginning of its table on, else in the file;
    None if there is none.

    `table` is an expression for what the table begins with.
    """
    try:
        source = inspect.getsource(module)
    except OSError:
        return None  # the library is installed without its sources
    begun = re.search(table, source)
    wanted = re.compile(rf'(?<![\w"])"{re.escape(row)}"')
    found = wanted.search(source, begun.start() if begun else 0) or wanted.search(
        source
    )  # rows that layouts share stand before them
    return f"{_file(module)}, line {source.count(chr(10), 0, found.start()) + 1}" if found else None


def _file(module: ModuleType) -> str:
    return f"{module.__name__.replace('.', '/')}.py"
