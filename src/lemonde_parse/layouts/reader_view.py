"""Pages saved from a browser's reader view, or from a read-it-later program."""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout
from lemonde_parse.layouts.generic import PRESS_ROLES

FIREFOX: Final = Layout(
    name="reader_firefox",
    rows="own",
    seen="Firefox’s about:reader since 2015, saved as a page, with few of the text’s class names",
    markers=("moz-reader-content",),
    content=(".moz-reader-content",),
    scope=(".container",),
    roles=PRESS_ROLES,
    fields={
        "headline": (".reader-title",),
        "byline": (".reader-credits",),
        "address": ("a.reader-domain@href",),
    },
)
EXTENSION: Final = Layout(
    name="reader_extension",
    rows="own",
    seen="the browser extension Reader View, for Chrome, Edge, Opera and Firefox, since 2017",
    markers=("reader-domain",),
    content=("#readability-page-1",),
    scope=(),
    roles=PRESS_ROLES,
    fields={
        "headline": ("#reader-title",),
        "byline": ("#reader-credits",),
        "address": ("#reader-domain@href",),
    },
)
POCKET: Final = Layout(
    name="pocket",
    rows="own",
    seen="Pocket’s web reader, 2020–25: all class names are generated",
    markers=("reader.external-link.view-original",),
    content=("article",),
    roles=PRESS_ROLES,
    language="text",
    fields={
        "headline": ("header h1",),
        "author_name": ("//header[h1]/div[1]/div[1]/span",),
        "dates": ('//header[h1]/div[1]/div[contains(.,", ")]',),
        "keywords": ("//header[h1]//ul//a",),
        "address": ('//a[@id="reader.external-link.view-original"]/@href',),
    },
)
WALLABAG: Final = Layout(
    name="wallabag",
    rows="own",
    seen="wallabag 2.4–2.6, 2021–24: an entry; each list item starts with the name of an icon",
    markers=("– wallabag</title>", "- wallabag</title>"),
    content=("article",),
    roles=PRESS_ROLES,
    language="text",
    fields={
        "headline": ("h1 span",),
        "author_name": (
            '//ul[@class="stats"]/li/i[normalize-space()="person"]/following-sibling::text()',
        ),
        "date_published": (
            '//ul[@class="stats"]/li/i[normalize-space()="create"]/following-sibling::text()',
        ),
        "keywords": ('//ul[@class="tags"]//a[contains(@href,"/tag/list/")]',),
        "address": ("a.tool@href",),
    },
)
WALLABAG_SHARED: Final = Layout(
    name="wallabag_shared",
    rows="own",
    seen="wallabag 2.2–2.6, 2017–24: a shared entry; its meta tags are wallabag’s own",
    markers=("@wallabagapp",),
    content=("article.block",),
    scope=(),
    roles=PRESS_ROLES,
    language="text",
    fields={"headline": ("header.block h1",), "address": ("a.tool@href",)},
)
READECK: Final = Layout(
    name="readeck",
    rows="own",
    seen="Readeck 0.9–0.20, 2023–25: a bookmark, in the program or shared",
    markers=("- Readeck</title>",),
    content=(".prose",),
    scope=(),
    roles=PRESS_ROLES,
    language="text",
    fields={
        "headline": ("h1",),
        "description": ("p.italic",),
        "byline": ('//ul/li[contains("By ,Par", substring(normalize-space(), 1, 3))]',),
        "dates": ('//ul[@class="mb-4"]/li[starts-with(normalize-space(), "Publi")]',),
        "address": ('//ul[@class="mb-4"]/li//a[contains(@class, "link")]/@href',),
    },
)
INSTAPAPER: Final = Layout(
    name="instapaper",
    rows="own",
    seen="Instapaper’s reader since 2014: the line below the title links to the article",
    markers=("origin_line",),
    content=("#story",),
    scope=(),
    roles=PRESS_ROLES,
    language="text",
    fields={
        "headline": ("#titlebar h1",),
        "address": ('//*[@id="titlebar"]//a[not(contains(@href,"//www.instapaper.com/"))]/@href',),
    },
)
# The line that a program adds below the title: "Lise Amont, 02/02/2021 • See original".
_BELOW_TITLE: Final = (
    '//h1/following::text()[contains(., "•")][1][not(ancestor::*[@id="readability-page-1"])]'
)
_IN_TEXT: Final = (
    '//*[@id="readability-page-1"]//p[string-length() < 100]'
    '[starts-with(normalize-space(), "Publi") or starts-with(normalize-space(), "Updated")]'
)
_ORIGINAL: Final = (
    '//a[contains("|See original|View original|Read original|Voir l’original|", '
    'concat("|", normalize-space(), "|"))]/@href'
)
READABILITY: Final = Layout(
    name="readability",
    rows="own",
    seen="Readability’s text without a page, as in Omnivore’s export and other programs",
    markers=("readability-page-1",),
    content=("#readability-page-1",),
    roles=PRESS_ROLES,
    fields={
        "headline": ("h1",),
        "byline": (_BELOW_TITLE,),
        "dates": (_BELOW_TITLE, _IN_TEXT),
        "address": (_ORIGINAL,),
    },
)
PROGRAMS: Final = (EXTENSION, POCKET, WALLABAG, WALLABAG_SHARED, READECK, INSTAPAPER, READABILITY)
