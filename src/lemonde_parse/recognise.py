"""Finds the layout of a page, and with it the page's content and fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from lemonde_parse.errors import NotAnArticleError
from lemonde_parse.intake import slices, tree
from lemonde_parse.intake.source import Source
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Layout
from lemonde_parse.layouts import GENERIC
from lemonde_parse.reading.locate import Elements, PageMap, locate

if TYPE_CHECKING:
    from lemonde_parse.article import ParseWarning
    from lemonde_parse.reading.densest import Hidden

    Listed = tuple[Elements | None, list[ParseWarning]]


def recognise(
    source: Source,
    layouts: Iterable[Layout],
    head_end: int,
    refuse: Callable[[], NotAnArticleError | None],
    journal: Journal,
    hidden: Hidden,
) -> PageMap:
    """Return the page map of the first layout that finds content on the page.

    A layout is tried on the slices of the page that it names, then on the whole page. The whole
    page comes first if a browser might show different elements from those in the slices.

    `refuse` returns the error for a page that is not an article, or None. It is called before the
    generic layout is tried, because that layout finds content on many pages that are not articles.
    It is also called if no layout finds content.

    Raises the error that `refuse` returns, or a `NotAnArticleError` if no layout finds content.
    """
    html = source.html
    whole: Listed | None = None if source.tree is None else _listed((source.tree, []))
    for layout in layouts:
        if layout is GENERIC and (error := refuse()) is not None:
            raise error
        part, is_certain = (
            slices.cut(html, layout.slices, head_end) if source.tree is None else (None, True)
        )
        # Building a tree is the slowest step.
        if part is not None and not layout.may_have_content(part):
            part = None
        if part is None and whole is None and not layout.may_have_content(html):
            continue
        for text in filter(None, (part, html) if is_certain else (html, part)):
            if text is html:
                whole = whole or _listed(tree.build_page(html))
            elements, warnings = whole if text is html and whole else _listed(tree.build(text))
            page_map = locate(elements, layout, hidden) if elements is not None else None
            if page_map is None:
                continue
            journal.extend(warnings)
            if layout is GENERIC:
                journal.warn("layout", "unknown layout; read with the generic layout")
            if text is not html and not is_certain:
                journal.warn(
                    "cut",
                    "the article is inside a script, comment or tag that the page does not close",
                )
            return page_map
    raise refuse() or NotAnArticleError(
        "unknown layout", "nothing in the page looks like an article's body"
    )


def _listed(built: tree.Built) -> Listed:
    root, warnings = built
    return (None if root is None else Elements.of(root)), warnings
