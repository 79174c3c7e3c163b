"""All steps from a page, or a text, to an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

from attrs import evolve, frozen

from lemonde_parse.addresses import archived_at, original
from lemonde_parse.article import Article, ParseWarning
from lemonde_parse.blocks import Embed, Figure
from lemonde_parse.classify.assemble import assemble
from lemonde_parse.classify.features import BOLD_HEADINGS, TOP
from lemonde_parse.classify.rules import classifier
from lemonde_parse.errors import NotAnArticleError
from lemonde_parse.exports.reading import export_refusal, is_export, only_page, only_text
from lemonde_parse.finish import finish
from lemonde_parse.intake import source
from lemonde_parse.intake.decoding import clean_str
from lemonde_parse.intake.source import read_page
from lemonde_parse.journal import Journal
from lemonde_parse.layouts import candidates
from lemonde_parse.layouts.generic import FRAGMENT, with_shared_rows
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields, json_ld, meta_tags, page_context
from lemonde_parse.metadata.claims import Claim, values_of
from lemonde_parse.metadata.page_head import Head, read_head
from lemonde_parse.metadata.precedence import decide
from lemonde_parse.metadata.printed import Printed
from lemonde_parse.metadata.refusal import refusal
from lemonde_parse.metadata.saved import read_saved
from lemonde_parse.metadata.scripts import Node, json_ld_nodes
from lemonde_parse.options import ReadOptions, Settings, TextOptions, takes_keywords
from lemonde_parse.reading.article_body import read_article_body
from lemonde_parse.reading.boxes import mark_boxes
from lemonde_parse.reading.copies import warn_of_copy, without_copies
from lemonde_parse.reading.walk import walk
from lemonde_parse.recognise import recognise
from lemonde_parse.wording.whitespace import is_visible, visible

if TYPE_CHECKING:
    from lemonde_parse.intake.source import Page
    from lemonde_parse.layout import Layout
    from lemonde_parse.reading.locate import PageMap


_SIGNED: Final = (fields.AUTHORS, fields.DATE_PUBLISHED, fields.DAY_PUBLISHED)
"""Fields that articles have, but front pages do not."""
_MOSTLY: Final = 0.5
"""Minimum share of teasers on a front page that declares itself a website."""
# Matches a section: https://gazette.example/sante/. Paths of articles have more words, or numbers.
_SECTION: Final = re.compile(r"https?://[^/?#]{1,99}/[a-z]{3,20}/")
# Matches a fragment: it starts with an element of text, contains a paragraph, and has no elements
# of a page except <html><body>, which lxml adds.
_FRAGMENT: Final = re.compile(
    rb"\s*+(?:<html><body>\s*+)?+<(?:p|h[2-6]|blockquote|figure|ul|ol|em|strong|b|i|a|img)[\s>]"
    rb"(?!.*<(?:!doctype|html|head|body|main|article|nav|form|header|footer)[\s>])"
    rb"(?=.*</p\s*>)",
    re.IGNORECASE | re.DOTALL,
)


@takes_keywords(ReadOptions)
def parse(page: Page, **options: Unpack[ReadOptions]) -> Article:
    """Read a page.

    `page` is a `str` or bytes, a BeautifulSoup or an lxml tree. Trees are not changed. If lxml cut
    text off when it built the tree, that text is missing. A `str` or bytes without HTML is read as
    a text, as by `parse_text`, or as rich text (RTF). The keywords are those of `ReadOptions`:
    `url`, `encoding`, `fetched_at`, `layout`, `layouts`, `max_bytes`.

    Raises a `LemondeParseError` (`NotAnArticleError`, `EmptyPageError` or `PageTooLargeError`),
    `TypeError` if `page` is of another type, or `LookupError` for an unknown `encoding`.

    >>> title = '<h1 class="article__title">Un titre</h1>'
    >>> content = '<article class="article__content"><p>Deux mots.</p></article>'
    >>> parse(f"<main>{title}{content}</main>")
    <Article 'Un titre', 1 blocks, 2 words>
    """
    return read(page, Settings(**options)).article


@takes_keywords(ReadOptions)
def parse_file(path: str | PathLike[str], **options: Unpack[ReadOptions]) -> Article:
    """Read a page from a file, which is gunzipped if its name ends in ``.gz``.

    The keywords are those of `parse`; `max_bytes` limits the decompressed size. Raises the errors
    of `parse`, and `OSError` if the file cannot be read.
    """
    settings = Settings(**options)
    return read(read_page(Path(path), settings.max_bytes), settings).article


@takes_keywords(TextOptions)
def parse_text(text: str, **options: Unpack[TextOptions]) -> Article:
    """Read an article from text: pasted, printed by a text browser, or Markdown.

    The keywords are those of `TextOptions`: `url`, `fetched_at`, `max_bytes`. Fields missing from
    the text are None or empty. Raises the errors of `parse`, except `LookupError`.

    >>> related = "Lire aussi | Article réservé à nos abonnés Un titre"
    >>> article = parse_text(f"Une phrase entière.\\n\\n{related}")
    >>> article.text, article.related_links[0].headline, article.related_links[0].is_premium
    ('Une phrase entière.', 'Un titre', True)
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_text() takes a str, not {type(text).__name__}; parse() takes bytes")
    settings = Settings(**options)
    source.check_text(text, max_bytes=settings.max_bytes)
    return _read_text(text, settings, Journal())


@frozen
class ReadPage:
    """An article, with its source and the layout used."""

    article: Article
    source: source.Source
    layout: Layout | None
    """None for text without markup, a document of an export, and the text in a page's JSON-LD."""


def read(page: Page, settings: Settings) -> ReadPage:
    """Read a page or a text."""
    loaded = source.take(page, encoding=settings.encoding, max_bytes=settings.max_bytes)
    journal = Journal()
    journal.extend(loaded.warnings)
    if not loaded.has_markup:
        return ReadPage(_read_text(loaded.html.decode(), settings, journal), loaded, None)
    html, url = loaded.html, settings.url
    head = read_head(html)
    saved = read_saved(html, head)
    head.saved_from = loaded.address or saved.address
    nodes = json_ld_nodes(html, head, journal)
    context = page_context.page_context(html, head, journal)
    declared = [
        *meta_tags.claims(head),
        *json_ld.claims(nodes),
        *(page_context.claims(context) if context else ()),
    ]

    fetched_at = (
        settings.fetched_at or archived_at(head.canonical or "") or loaded.saved_at or saved.moment
    )

    forced = settings.layout

    def refuse() -> NotAnArticleError | None:
        if forced:
            return None
        return export_refusal(html, head) or refusal(html, head, nodes, context, url)

    try:
        page_map = recognise(
            loaded,
            [with_shared_rows(forced)]
            if forced
            else candidates(html, settings.layouts, original(head.address)),
            head.end,
            refuse,
            journal,
            "skip" if _is_reserved(declared) else "read",
        )
    except NotAnArticleError as error:
        article = only_page(loaded, settings) if is_export(error) else None
        if error.reason == "unknown layout":
            article = _declared_article(nodes, declared, url, journal)
            if article is None and not forced and _FRAGMENT.match(html):
                return _read_fragment(page, settings)
        if article is None:
            raise
        return ReadPage(article, loaded, None)
    layout = page_map.layout
    teasers = 0.0
    if layout.finds_boxes:
        teasers = mark_boxes(page_map, values_of(declared, fields.DESCRIPTION))
    if layout.language == "text":
        declared = [_of_program(claim) for claim in declared]
    base = url or _address(declared)
    printed = Printed(page_map, base, declared)
    claims = [*printed.claims(), *declared]
    base = url or _address(claims)
    claims += printed.language(claims)
    claims += printed.dates(claims, fetched_at)

    if not forced:
        _refuse_teasers(teasers, head, nodes, claims)
    _warn_of_content(page_map, journal)
    lines = without_copies(
        [walk(part, page_map, base, journal) for part in page_map.content], journal
    )
    common = TOP | BOLD_HEADINGS if layout.bold_line == "heading" else TOP
    verdicts = classifier().classify(
        lines, "page", journal, authors=_author_names(claims), common=common
    )
    content = assemble(verdicts, json_ld.live_updates(nodes), journal)
    if all(isinstance(block, Figure | Embed) for block in content.body) and (
        hidden := _declared_lines(nodes, base, journal)
    ):
        verdicts = classifier().classify([*lines, *hidden], "paste", journal)
        content = assemble(verdicts, {}, journal)
    claims.append(fields.KIND.claim("layout", layout.kind))
    article = finish(content, claims, journal, url=url, layout=layout.name)
    return ReadPage(article, loaded, layout)


def _read_fragment(page: Page, settings: Settings) -> ReadPage:
    """Read a fragment of HTML without a page around it, as in feeds."""
    reading = read(page, evolve(settings, layout=FRAGMENT))
    report = reading.article.report
    warning = ParseWarning(code="layout", message="no page around the text; read as a fragment")
    report = evolve(report, warnings=(*report.warnings, warning))
    return evolve(reading, article=evolve(reading.article, report=report))


def _declared_lines(nodes: list[Node], base: str | None, journal: Journal) -> list[Line]:
    """Return the lines of the text in the page's JSON-LD."""
    text = json_ld.article_text(nodes)
    if text is None:
        return []
    journal.warn("layout", "the page shows no text; the text in its JSON-LD was read")
    return read_article_body(text, base)


def _declared_article(
    nodes: list[Node], declared: list[Claim[object]], url: str | None, journal: Journal
) -> Article | None:
    """Return the article in the JSON-LD of a page that displays none; None if it has no text."""
    base = url or _address(declared)
    lines = _declared_lines(nodes, base, journal)
    if not lines:
        return None
    verdicts = classifier().classify(lines, "paste", journal, authors=_author_names(declared))
    content = assemble(verdicts, json_ld.live_updates(nodes), journal)
    return finish(content, declared, journal, url=url, layout="json_ld")


def _read_text(text: str, settings: Settings, journal: Journal) -> Article:
    """Read a text. Its lines are classified by position and wording, not by elements."""
    from lemonde_parse.plaintext.identify import check_is_article  # most programs never read one
    from lemonde_parse.plaintext.paged import join_soft_hyphens
    from lemonde_parse.plaintext.reader import read_text

    text = join_soft_hyphens(text)
    is_clean = is_visible(text)
    if not is_clean:
        html, warnings = clean_str(text)
        text = html.decode()
        journal.extend(warnings)
    _check_is_text(text)
    article = only_text(text if is_clean else visible(text), settings, journal)
    if article is not None:
        return article
    reading = read_text(text if is_clean else visible(text), settings.url, settings.fetched_at)
    journal.extend(reading.warnings)
    verdicts = (reading.classifier or classifier()).classify(
        reading.lines,
        reading.source,
        journal,
        authors=_author_names(reading.claims),
        common=reading.features,
    )
    check_is_article(reading, verdicts, journal)
    content = assemble(verdicts, {}, journal)
    content.surround(reading.above, reading.below, reading.running)
    return finish(
        content,
        reading.claims,
        journal,
        url=settings.url,
        layout=f"text: {reading.source}",
        choices=reading.choices,
    )


def _check_is_text(text: str) -> None:
    """Raise an error if the text was decoded from bytes that are not text, such as a picture or a
    compressed page."""
    if "\0" in text or ("\ufffd" in text and text.count("\ufffd") > len(text) // 20):
        hint = "; if it is gzip, pass it decompressed" if text.startswith("\x1f") else ""
        raise NotAnArticleError(
            "no markup",
            f"it is neither a page nor a text: some bytes are not characters{hint}",
        )


def _refuse_teasers(
    share: float, head: Head, nodes: list[Node], claims: Iterable[Claim[object]]
) -> None:
    """Raise an error for a front page.

    All paragraphs of a front page are teasers, and it gives neither authors nor a date. If a page
    declares itself a website, it is enough that half of its paragraphs are teasers, or that it has
    the address of a section and gives no authors.
    """
    is_website = head.first("og:type") == "website" and json_ld.article_node(nodes) is None
    if is_website and _SECTION.fullmatch(head.address or "") and not _gives(claims, fields.AUTHORS):
        raise NotAnArticleError("section front", f"its address is {head.address!r}")
    if (is_website and share >= _MOSTLY) or (share >= 1 and not _gives(claims, *_SIGNED)):
        raise NotAnArticleError("section front", "it has only teasers of other pages")


def _warn_of_content(page_map: PageMap, journal: Journal) -> None:
    if page_map.is_richer:
        name = page_map.layout.name
        message = (
            f"the content of {name} has less than half of the article's text; the rest was read too"
        )
        journal.warn("layout", message)
    if page_map.is_hidden:
        message = "the text is hidden until a script displays it; it was read nevertheless"
        journal.warn("layout", message)
    if page_map.copies:
        warn_of_copy(journal)


def _is_reserved(declared: Iterable[Claim[object]]) -> bool:
    """Return True if the page declares that only subscribers may read it."""
    access = [claim for claim in declared if claim.field is fields.IS_ACCESSIBLE_FOR_FREE]
    return bool(access) and decide(access)[fields.IS_ACCESSIBLE_FOR_FREE] is False


def _gives(claims: Iterable[Claim[object]], *wanted: object) -> bool:
    """Return True if any of these claims gives a value for one of the fields."""
    return any(claim.field in wanted for claim in claims if claim.value)


def _of_program(claim: Claim[object]) -> Claim[object]:
    """Set a claimed language to None: it is that of the read-it-later program, not of the text."""
    if claim.field is not fields.IN_LANGUAGE or claim.value is None:
        return claim
    return fields.IN_LANGUAGE.claim(claim.origin, None, claim.text or str(claim.value))


def _address(claims: Iterable[Claim[object]]) -> str | None:
    """Return the page's own address, a complete one if possible."""
    addresses = list(values_of(claims, fields.CANONICAL_URL))
    return next((one for one in addresses if "://" in one), next(iter(addresses), None))


def _author_names(claims: Iterable[Claim[object]]) -> tuple[str, ...]:
    """Return the names of all authors in the claims, sorted."""
    return tuple(
        sorted({author.name for authors in values_of(claims, fields.AUTHORS) for author in authors})
    )
