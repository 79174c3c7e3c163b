"""Reads the documents of an export, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

from attrs import evolve

from lemonde_parse.addresses import original
from lemonde_parse.article import Article, ParseWarning
from lemonde_parse.classify import features as has
from lemonde_parse.classify.assemble import assemble
from lemonde_parse.classify.rules import classifier
from lemonde_parse.errors import (
    DocumentError,
    LemondeParseError,
    NotAnArticleError,
    NotAnExportError,
)
from lemonde_parse.exports.claims import read_claims
from lemonde_parse.exports.lines import page_lines, text_lines
from lemonde_parse.exports.parts import AssignedLine, find_parts
from lemonde_parse.exports.record import KEPT, REMOVED_AS, PageExport, Part, TextExport
from lemonde_parse.exports.splitting import (
    Pieces,
    page_documents,
    page_export,
    text_documents,
    text_export,
)
from lemonde_parse.finish import finish
from lemonde_parse.intake import source, tree
from lemonde_parse.journal import Journal
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import values_of
from lemonde_parse.options import ReadOptions, Settings, takes_keywords
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.sites import host_of, site_at
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lemonde_parse.intake.source import Page
    from lemonde_parse.metadata.page_head import Head

_CUT: Final = "the document does not have the usual last lines; its end may be missing"
_PAGE_FOOT = re.compile(r"Page \d{1,4} \w{2,3} \d{1,4}$")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MIN_WRAP: Final = 50
_MAX_WRAP: Final = 220
"""Minimum and maximum length of the longest line in a wrapped text."""


@takes_keywords(ReadOptions)
def parse_export(
    export: Page | PathLike[str], **options: Unpack[ReadOptions]
) -> Iterator[Article | DocumentError]:
    """Read the documents of an export from Europresse, Factiva, LexisNexis, Nexis Uni or wallabag.

    `export` is a page as for `parse`, or a `pathlib.Path` to a file, gzipped if it ends in ``.gz``.
    The keywords are those of `parse`; `layout`, `layouts` and `fetched_at` have no effect.

    Yields an `Article` for each document, in order, or a `DocumentError` if it cannot be read. The
    error is yielded instead of raised, so that the remaining documents are read. Only one
    document's tree is in memory at a time.

    Raises the same errors as `parse`, before the first document, and `NotAnExportError` for a page
    or text that is not an export.

    >>> fields = "Un titre\\n\\n3 mots\\n2 mai 2023\\nLa Gazette\\nGAZET\\nFrançais\\n\\n"
    >>> text = f"{fields}Deux mots.\\n\\nDocument GAZET00020230502ej52000k1\\n"
    >>> for number, item in enumerate(parse_export(text), 1):
    ...     print(number, item.headline if isinstance(item, Article) else f"unread: {item}")
    1 Un titre
    """
    if isinstance(export, PathLike):
        export = source.read_page(Path(export), Settings(**options).max_bytes)
    settings = Settings(**options)
    loaded = source.take(export, encoding=settings.encoding, max_bytes=settings.max_bytes)
    if loaded.has_markup:
        if (printed := page_export(loaded.html)) is not None:
            return _read_pages(loaded, printed, settings)
    else:
        pieces = Pieces(loaded.html)
        if (exported := text_export(pieces)) is not None:
            return _read_texts(pieces, exported, settings, loaded.warnings)
    raise NotAnExportError(
        "not a known export of Europresse, Factiva, LexisNexis, Nexis Uni or wallabag; "
        "use parse() for a page, parse_text() for a text"
    )


def is_export(error: LemondeParseError) -> bool:
    """Return True for the error that `parse` raises for an export of several documents."""
    return isinstance(error, NotAnArticleError) and error.reason == "an export"


def export_refusal(html: bytes, head: Head) -> NotAnArticleError | None:
    """Return the error for a page that is an export; None for other pages.

    A page that declares itself an article, or is on a newspaper's site, is not an export.
    """
    is_own = head.first("og:type") == "article" or site_at(host_of(original(head.address)))
    export = None if is_own else page_export(html)
    if export is None:
        return None
    return _refusal(sum(1 for _ in page_documents(html, export)))


def only_page(loaded: source.Source, settings: Settings) -> Article | None:
    """Read an export in HTML with a single document; return None for other pages."""
    export = page_export(loaded.html)
    documents = page_documents(loaded.html, export) if export is not None else ()
    if export is None or len(list(islice(documents, 2))) != 1:
        return None
    return _read(next(_read_pages(loaded, export, settings)))


def only_text(text: str, settings: Settings, journal: Journal) -> Article | None:
    """Read an export in text with a single document; return None for other texts.

    Raises `NotAnArticleError` if it has several documents.
    """
    pieces = (_with_plain_ends(text),)
    export = text_export(pieces)
    if export is None:
        return None
    count = sum(1 for _ in text_documents(pieces, export))
    if count > 1:
        raise _refusal(count)
    return _read(next(_read_texts(pieces, export, settings, journal.warnings)))


def _with_plain_ends(text: str) -> str:
    """Replace the line ends of other systems with those of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _read(item: Article | DocumentError) -> Article:
    if isinstance(item, DocumentError):
        raise item
    return item


def _refusal(count: int) -> NotAnArticleError:
    return NotAnArticleError(
        "an export", f"it is an export of {count} documents; use parse_export() to read them"
    )


def _read_pages(
    loaded: source.Source, export: PageExport, settings: Settings
) -> Iterator[Article | DocumentError]:
    for number, document in enumerate(page_documents(loaded.html, export), 1):
        journal = Journal()
        journal.extend(loaded.warnings)
        root, warnings = tree.build(document.source)
        journal.extend(warnings)
        lines = page_lines(root, export, journal) if root is not None else []
        assigned = find_parts(lines, export.grammar)
        if document.is_cut:
            journal.warn("cut", _CUT)
        above = _visible(document.before)
        yield _article(assigned, above, number, export.name, settings, journal)


def _read_texts(
    pieces: Iterable[str],
    export: TextExport,
    settings: Settings,
    warnings: Iterable[ParseWarning],
) -> Iterator[Article | DocumentError]:
    for number, document in enumerate(text_documents(pieces, export), 1):
        journal = Journal()
        journal.extend(warnings)
        assigned = find_parts(text_lines(document.source, export.grammar.codes), export.grammar)
        if document.is_cut:
            journal.warn("cut", _CUT)
        above = tidy(document.before)
        yield _article(_unwrapped(assigned), above, number, export.name, settings, journal)


def _article(
    assigned: Sequence[AssignedLine],
    above: str,
    number: int,
    name: str,
    settings: Settings,
    journal: Journal,
) -> Article | DocumentError:
    if not any(one.part in ("headline", "body") for one in assigned):
        return DocumentError(
            number,
            "it has neither a title nor a text",
            tidy(" ".join([above, *(one.text for one in assigned)])),
        )
    claims = read_claims(assigned)
    kept = _without_repeats(assigned)
    lines = [_line(one, name) for one in kept if one.part not in KEPT or one.part == "body"]
    if above:
        lines.insert(0, Line(Role.METADATA, above, rule=f"{name}: above"))
    names = tuple(
        sorted({author.name for authors in values_of(claims, fields.AUTHORS) for author in authors})
    )
    verdicts = classifier().classify(lines, "paste", journal, authors=names, common=has.TOP)
    content = assemble(verdicts, {}, journal)
    return finish(content, claims, journal, url=settings.url, layout=name)


def _without_repeats(assigned: Sequence[AssignedLine]) -> list[AssignedLine]:
    """Remove repetitions from the text: the title at its start and at the top of a printed page,
    and the byline at its end. Also remove e-mail addresses at its end."""
    kept = list(assigned)
    body = [at for at, one in enumerate(assigned) if one.part == "body"]
    titles = _values(assigned, "headline")
    for at in body[:1] if len(body) > 1 else ():
        if assigned[at].text.casefold() in titles:
            kept[at] = _taken_out(assigned[at], Role.METADATA)
    for at in body:
        if (
            at
            and _PAGE_FOOT.match(assigned[at - 1].text)
            and assigned[at].text.casefold() in titles
        ):
            kept[at] = _taken_out(assigned[at], Role.METADATA)
    names = _values(assigned, "byline")
    for at in reversed(body[1:]):
        text = assigned[at].text
        if text.casefold() not in names and _EMAIL.fullmatch(text) is None:
            break
        kept[at] = _taken_out(assigned[at], Role.SIGNATURE)
    return kept


def _values(assigned: Sequence[AssignedLine], part: Part) -> set[str]:
    return {one.value.casefold() for one in assigned if one.part == part}


def _taken_out(one: AssignedLine, role: Role) -> AssignedLine:
    line = one.line._replace(role=role)
    return evolve(one, part="metadata", line=line, row="repeated", is_element=False)


def _line(one: AssignedLine, name: str) -> Line:
    """Return a line of the text as it is, except that a title becomes a paragraph. Return any other
    line with the role that removes it."""
    if one.part == "body":
        if one.line.role is Role.TITLE:
            return one.line._replace(role=Role.PARAGRAPH)
        return one.line
    rule = one.line.rule if one.is_element else f"{name}: {one.row or one.part}"
    if one.line.role in REMOVED and one.line.text:
        return one.line._replace(rule=rule)
    role = REMOVED_AS.get(one.part or "metadata", Role.METADATA)
    return Line(role, one.text, rule=rule)


def _unwrapped(assigned: Sequence[AssignedLine]) -> list[AssignedLine]:
    """Join the lines of wrapped paragraphs.

    A text is wrapped if its longest line has a plausible length. A line continues the previous one
    if the previous one is full, and if no empty line separates them or the line starts with a
    lower-case letter.
    """
    lengths = [len(one.text) for one in assigned if one.part == "body"]
    width = max(lengths, default=0)
    unwrapped: list[AssignedLine] = []
    parts: list[str] = []
    last = 0
    for one in assigned:
        first = one.text.partition(" ")[0]
        if (
            one.part == "body"
            and (one.is_glued or one.text[:1].islower())
            and parts
            and last + 1 + len(first) > width
            and _MIN_WRAP <= width <= _MAX_WRAP
        ):
            parts.append(one.text)
        else:
            unwrapped += _paragraph(parts)
            parts = [one.text] if one.part == "body" else []
            if not parts:
                unwrapped.append(one)
        last = len(one.text)
    return [*unwrapped, *_paragraph(parts)]


def _paragraph(parts: Sequence[str]) -> Iterator[AssignedLine]:
    if parts:
        text = " ".join(parts)
        yield AssignedLine("body", Line(Role.PARAGRAPH, text, rule="text: paragraph"), text, text)


def _visible(html: bytes) -> str:
    """Return the visible text of the HTML above the first document."""
    root = tree.build(html)[0] if b"<" in html else None
    return visible_text(root) if root is not None else tidy(html.decode(errors="replace"))
