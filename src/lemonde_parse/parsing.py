"""From a page to an Article: the whole flow, each step a call."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from lemonde_parse._version import __version__
from lemonde_parse.addresses import archived_at, original
from lemonde_parse.article import Article, Choice, ParseWarning, Report
from lemonde_parse.blocks import Embed, Figure, Paragraph
from lemonde_parse.classify.assemble import Content, assemble
from lemonde_parse.classify.features import BOLD_HEADINGS, TOP
from lemonde_parse.classify.rules import classifier
from lemonde_parse.errors import NotAnArticleError, PageTooLargeError
from lemonde_parse.intake import slices, source, tree
from lemonde_parse.intake.decoding import clean_str
from lemonde_parse.intake.limits import MAX_BYLINE, MAX_BYTES
from lemonde_parse.layout import Layout
from lemonde_parse.layouts import GENERIC, LAYOUTS, candidates
from lemonde_parse.metadata import fields, json_ld, meta_tags, page_context
from lemonde_parse.metadata.claims import ArticleField, Claim, is_about, values_of
from lemonde_parse.metadata.page_head import read_head
from lemonde_parse.metadata.precedence import Decision, decide
from lemonde_parse.metadata.printed import Printed
from lemonde_parse.metadata.refusal import refusal
from lemonde_parse.metadata.scripts import json_ld_nodes
from lemonde_parse.reading.locate import PageMap, locate
from lemonde_parse.reading.walk import walk
from lemonde_parse.wording.matching import is_phrase
from lemonde_parse.wording.whitespace import is_visible, visible

if TYPE_CHECKING:
    from lxml.etree import _Element

    from lemonde_parse.intake.source import Page


_WHOLE: Final = 0.9
"""Completeness from which a page is believed to be whole; real ones have 0.96 and more."""
_ANNOUNCED_SINCE: Final = 2016
"""Year of publication from which on the length that a page announces is right."""
_EXCERPT: Final = 1_500
"""Characters of the body in which a declared standfirst is looked for."""


def parse(
    page: Page,
    *,
    url: str | None = None,
    encoding: str | None = None,
    fetched_at: datetime | None = None,
    layout: Layout | None = None,
    layouts: Sequence[Layout] = LAYOUTS,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Reads a page.

    `page` is HTML as `str` or bytes, a BeautifulSoup or an lxml tree; trees are not changed, and
    what lxml cut when it made one stays cut. `url` is where the page came from; links are relative
    to it, else to the address that the page gives itself. `encoding` overrides what the page
    declares. `fetched_at` gives "aujourd’hui" a meaning; naive, it is Paris time. `layout` forces a
    layout; `layouts` are the ones to choose from, in order. `max_bytes` limits the size in UTF-8.

    Raises `NotAnArticleError`, `EmptyPageError` or `PageTooLargeError`, each a `LemondeParseError`;
    `TypeError` for what is no page, `LookupError` for an `encoding` that does not exist.

    >>> page = '<main><h1 class="article__title">Un titre</h1><article class="article__content"><p>Deux mots.</p></article></main>'
    >>> parse(page)
    <Article 'Un titre', 1 blocks, 2 words>
    """
    if layout is not None and not isinstance(layout, Layout):
        raise TypeError(
            f"layout takes a Layout, not {type(layout).__name__}: LAYOUTS holds those that are known"
        )
    taken = source.take(page, encoding=encoding, max_bytes=max_bytes)
    if not taken.has_markup:
        return _of_text(taken.html.decode(), taken.warnings, url, fetched_at)
    html, warnings = taken.html, taken.warnings
    head = read_head(html)
    nodes = json_ld_nodes(html, head, warnings)
    context = page_context.page_context(html, head, warnings)
    claims = [
        *meta_tags.claims(head),
        *json_ld.claims(nodes),
        *(page_context.claims(context) if context else ()),
    ]

    if fetched_at is None:
        fetched_at = archived_at(head.canonical or "")
    address = original(head.address)
    choices = [layout] if layout else candidates(html, layouts, address)
    used, found = _recognise(
        taken,
        choices,
        head.end,
        lambda: None if layout else refusal(html, head, nodes, context, url),
    )
    base = url or next(values_of(claims, fields.CANONICAL_URL), None)
    printed = Printed(found, base)
    claims = [*printed.claims(), *claims]
    claims += printed.dates(
        fetched_at,
        has_published=_has_value(claims, fields.DATE_PUBLISHED),
        has_modified_date=_has_value(claims, fields.DATE_MODIFIED),
    )

    lines = [line for element in found.content for line in walk(element, found, base, warnings)]
    common = TOP | BOLD_HEADINGS if used.bold_line == "heading" else TOP
    verdicts = classifier().classify(
        lines, "page", warnings, authors=_author_names(claims), common=common
    )
    content = assemble(verdicts, json_ld.live_updates(nodes), warnings)
    claims += [*content.claims, fields.KIND.claim("layout", used.kind)]
    decision = decide(_without_boilerplate(claims, content))
    return _article(content, decision, url, used.name, warnings)


def parse_text(
    text: str,
    *,
    url: str | None = None,
    fetched_at: datetime | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Reads an article that is text: pasted, printed by a text browser, or in Markdown.

    `url` is where it came from, and what links in Markdown are relative to; `fetched_at` gives
    "aujourd’hui" a meaning. What the text does not say is None. Raises as `parse` does.

    >>> article = parse_text("Une phrase entière.\\n\\nLire aussi | Article réservé à nos abonnés Un titre")
    >>> article.text, article.related_links[0].headline, article.related_links[0].is_premium
    ('Une phrase entière.', 'Un titre', True)
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_text() takes a str, not {type(text).__name__}; parse() takes bytes")
    source.check_text(text, max_bytes=max_bytes)
    return _of_text(text, [], url, fetched_at)


def parse_file(
    path: str | PathLike[str],
    *,
    url: str | None = None,
    encoding: str | None = None,
    fetched_at: datetime | None = None,
    layout: Layout | None = None,
    layouts: Sequence[Layout] = LAYOUTS,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Reads a page from a file: ``.html`` or any other name, gzipped if it ends in ``.gz``.

    The arguments are those of `parse`; `max_bytes` counts what is decompressed. An `OSError` passes
    through.
    """
    return parse(
        read_page(Path(path), max_bytes),
        url=url,
        encoding=encoding,
        fetched_at=fetched_at,
        layout=layout,
        layouts=layouts,
        max_bytes=max_bytes,
    )


def read_page(file: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a saved page, decompressed if its name ends in .gz."""
    try:
        with gzip.open(file) if file.suffix.lower() == ".gz" else file.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except (EOFError, zlib.error) as error:
        raise gzip.BadGzipFile(
            f"{file} is damaged, or ends too early to be gzip: {error}"
        ) from error
    if len(raw) > max_bytes:
        raise PageTooLargeError(len(raw), max_bytes)
    return raw


def _of_text(
    text: str, warnings: list[ParseWarning], url: str | None, fetched_at: datetime | None
) -> Article:
    """The flow for text: its lines have roles instead of elements."""
    from lemonde_parse.plaintext.reader import read_text  # most programs never read one

    is_as_seen = is_visible(text)
    if not is_as_seen:
        html, told = clean_str(text)
        text, warnings = html.decode(), warnings + told
    if ("\ufffd" in text and text.count("\ufffd") > len(text) // 20) or (
        not is_as_seen and "\0" in text
    ):
        hint = "; if it is gzip, pass it decompressed" if text.startswith("\x1f") else ""
        raise NotAnArticleError(
            "no markup",
            f"it is neither a page nor a text: it holds bytes that are no characters{hint}",
        )
    reading = read_text(text if is_as_seen else visible(text), url, fetched_at)
    verdicts = classifier().classify(
        reading.lines,
        reading.source,
        warnings,
        authors=_author_names(reading.claims),
        common=reading.features,
    )
    content = assemble(verdicts, {}, warnings)
    decision = decide([*reading.claims, *content.claims])
    return _article(content, decision, url, f"text: {reading.source}", warnings, reading.choices)


def _recognise(
    taken: source.Source,
    choices: Iterable[Layout],
    start: int,
    refuse: Callable[[], NotAnArticleError | None],
) -> tuple[Layout, PageMap]:
    """The first layout that finds content on the page, and what it finds.

    It looks at its slices of the body; where it is in doubt that they are what a browser shows, at
    the whole page first. Before the generic layout takes a page, it is asked what else that may be.
    """
    html, warnings = taken.html, taken.warnings
    whole: tuple[_Element | None, list[ParseWarning]] | None = (
        None if taken.tree is None else (taken.tree, [])
    )
    for choice in choices:
        if choice is GENERIC and (error := refuse()) is not None:
            raise error
        part, is_certain = (
            slices.cut(html, choice.slices, start) if taken.tree is None else (None, True)
        )
        if part is None and whole is None and not choice.may_have_content(html):
            continue  # a tree of the whole page is what costs most
        for text in filter(None, (part, html) if is_certain else (html, part)):
            if text is html:
                whole = whole or tree.build(html, is_whole=True)
            root, told = whole if text is html and whole else tree.build(text)
            found = locate(root, choice) if root is not None else None
            if found is not None:
                warnings += told
                if choice is GENERIC:
                    warnings.append(
                        ParseWarning(
                            code="layout",
                            message="the page has no known layout: it was read by what is usual",
                        )
                    )
                if text is not html and not is_certain:
                    warnings.append(
                        ParseWarning(
                            code="cut",
                            message="the article stands in a script, comment or tag that the page does not close",
                        )
                    )
                return choice, found
    raise refuse() or NotAnArticleError(
        "unknown layout", "nothing in the page looks like an article's body"
    )


def _has_value(claims: Iterable[Claim[object]], field: ArticleField[datetime]) -> bool:
    return next(values_of(claims, field), None) is not None


def _author_names(claims: Iterable[Claim[object]]) -> tuple[str, ...]:
    """The names of the authors that any place gives, sorted."""
    return tuple(
        sorted({author.name for authors in values_of(claims, fields.AUTHORS) for author in authors})
    )


def _without_boilerplate(claims: list[Claim[object]], content: Content) -> list[Claim[object]]:
    """The claims, with no value for declared standfirsts that describe the site or repeat the
    body's beginning."""
    stated = [claim for claim in claims if is_about(claim, fields.DESCRIPTION) and claim.value]
    if not stated or stated[0].origin == "printed":  # it wins in any case
        return claims
    beginning = _words(
        " ".join(block.text for block in content.body if isinstance(block, Paragraph))[:_EXCERPT]
    )
    return [
        fields.DESCRIPTION.claim(claim.origin, None, claim.value)
        if is_about(claim, fields.DESCRIPTION)
        and claim.value
        and _is_boilerplate(claim.value, beginning)
        else claim
        for claim in claims
    ]


def _is_boilerplate(description: str, beginning: list[str]) -> bool:
    # WordPress makes an excerpt of the body's first 55 words, with the markup of its "read on"
    # link.
    words = _words(description.partition("<")[0])
    return is_phrase(description, "description") or (
        len(words) > 3 and words[:-1] == beginning[: len(words) - 1]
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _article(
    content: Content,
    decision: Decision,
    url: str | None,
    layout: str,
    warnings: list[ParseWarning],
    choices: Sequence[Choice] = (),
) -> Article:
    warnings += _unread_names(decision)
    report = Report(
        layout=layout,
        removed=tuple(content.removed),
        sources=decision.sources,
        warnings=tuple(dict.fromkeys(warnings)),
        block_rules=tuple(content.rules),
        choices=tuple(choices),
        parser_version=__version__,
    )
    article = Article(
        kind=decision[fields.KIND] or "article",
        genre=decision[fields.GENRE],
        url=url,
        canonical_url=decision[fields.CANONICAL_URL],
        identifier=decision[fields.IDENTIFIER],
        headline=decision[fields.HEADLINE],
        kicker=decision[fields.KICKER],
        description=decision[fields.DESCRIPTION],
        authors=decision[fields.AUTHORS] or (),
        byline=decision[fields.BYLINE],
        agencies=decision[fields.AGENCIES] or (),
        date_published=decision[fields.DATE_PUBLISHED],
        date_modified=decision[fields.DATE_MODIFIED],
        section=decision[fields.SECTION],
        breadcrumbs=decision[fields.BREADCRUMBS] or (),
        keywords=decision[fields.KEYWORDS] or (),
        in_language=decision[fields.IN_LANGUAGE],
        publisher=decision[fields.PUBLISHER],
        main_image=decision[fields.MAIN_IMAGE],
        reading_minutes=decision[fields.READING_MINUTES],
        announced_length=decision[fields.ANNOUNCED_LENGTH],
        body=tuple(content.body),
        is_accessible_for_free=decision[fields.IS_ACCESSIBLE_FOR_FREE],
        is_truncated=decision[fields.IS_TRUNCATED] or False,
        percent_left=decision[fields.PERCENT_LEFT],
        related_links=tuple(content.related),
        translation_url=decision[fields.TRANSLATION_URL],
        report=report,
    )
    missing = _empty(article) or _incomplete(article)
    return (
        evolve(article, report=evolve(report, warnings=(*report.warnings, missing)))
        if missing
        else article
    )


def _unread_names(decision: Decision) -> list[ParseWarning]:
    """Signatures too long to be read to their end, unless another place gave the names that stand
    there."""
    names = [author.name for author in decision[fields.AUTHORS] or ()]
    return [
        ParseWarning(
            code="limit",
            message=f"a signature of {len(source.value)} characters was read for names up to {MAX_BYLINE}",
        )
        for source in decision.sources
        if source.field == fields.AUTHORS.name
        and (rest := source.value[MAX_BYLINE:])
        and not any(name in rest for name in names)
    ]


def _empty(article: Article) -> ParseWarning | None:
    """An article without a word; pages of pictures, sound and film may have none."""
    if article.kind != "article" or any(
        not isinstance(block, Figure | Embed) for block in article.body
    ):
        return None
    return ParseWarning(
        code="empty body", message="the page has the layout of an article, and holds no text of one"
    )


def _incomplete(article: Article) -> ParseWarning | None:
    """A page that claims to be whole holds about what it announces."""
    share = article.completeness
    if share is None or article.is_truncated or article.kind != "article" or share >= _WHOLE:
        return None
    if article.date_published is not None and article.date_published.year < _ANNOUNCED_SINCE:
        return None
    told = f"the body holds {share:.0%} of the {article.announced_length} characters that the page announces"
    return ParseWarning(code="incomplete", message=told)
