"""Print views of articles, from content management systems and services."""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role, RoleRow
from lemonde_parse.layouts.generic import GENERIC, PRESS_FIELDS, PRESS_ROLES

DRUPAL: Final = Layout(
    name="print_drupal",
    rows="own",
    seen="Drupal’s Print module since 2007 (Drupal 5–7): links are numbered, and listed at the end",
    markers=("print-source_url", "print-site_name"),
    content=(".print-content",),
    scope=(),
    roles={
        ".print-footnote": RoleRow(Role.METADATA, "the number of a link"),
        **PRESS_ROLES,
    },
    fields={
        "headline": (".print-title",),
        "byline": (".print-submitted",),
        "dates": (".print-created",),
        "breadcrumbs": (".print-breadcrumb a",),
        "address": (".print-source_url a@href",),
    },
)
WORDPRESS: Final = Layout(
    name="print_wordpress",
    rows="own",
    seen="the WordPress plug-in WP-Print since 2006",
    markers=('class="hat"><strong>- ', 'id="BlogContent"'),
    content=(".entry-content", "#BlogContent"),
    scope=(),
    roles=PRESS_ROLES,
    fields={
        "headline": (".entry-title", "#BlogTitle"),
        "author_name": (".entry-date cite", '//p[@id="BlogDate"]/u[1]'),
        "dates": (".entry-date", "#BlogDate"),
        "address": ('(//strong[@dir="ltr" and starts-with(.,"http")])[last()]',),
    },
)
PRINTFRIENDLY: Final = Layout(
    name="print_friendly",
    rows="own",
    seen="the service PrintFriendly and PDF since 2010",
    markers=("pf-content",),
    content=("#pf-content",),
    scope=(),
    roles=PRESS_ROLES,
    fields={
        "headline": ("#pf-title",),
        "byline": ("#pf-author",),
        "dates": ("#pf-date",),
        "address": ("#pf-src-url@href",),
    },
)
_ISSUE: Final = (
    '//text()[starts-with(normalize-space(),"Article paru dans ")'
    ' or starts-with(normalize-space(),"ARTICLE PARU DANS ")'
    ' or starts-with(normalize-space(),"LE MONDE |")]/..'
)
PAPER: Final = Layout(
    name="print_paper",
    rows="own",
    seen="print views from papers’ own systems, 2000–15: plain paragraphs, and a line that names "
    "the issue",
    markers=("Article paru dans ", "ARTICLE PARU DANS "),
    content=GENERIC.content,
    finds_densest=True,
    finds_boxes=True,
    roles=PRESS_ROLES,
    fields={**PRESS_FIELDS, "dates": (_ISSUE, *PRESS_FIELDS["dates"])},
)
PRINT_VIEWS: Final = (DRUPAL, WORDPRESS, PRINTFRIENDLY, PAPER)
