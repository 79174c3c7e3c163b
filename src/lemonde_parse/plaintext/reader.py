"""Reads a text: joins wrapped lines, finds the article, and computes each line's features."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from attrs import evolve, field, frozen

from lemonde_parse.article import Choice, ParseWarning
from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify import features as has
from lemonde_parse.classify.engine import Classifier
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import Claim, values_of
from lemonde_parse.plaintext.front_matter import FrontMatter, read_front_matter
from lemonde_parse.plaintext.header import (
    header_lines,
    is_main_heading,
    is_printed,
    read_above_title,
    read_printed_line,
)
from lemonde_parse.plaintext.imprint import language_claims, publisher_claims
from lemonde_parse.plaintext.kept import read_kept
from lemonde_parse.plaintext.markdown import (
    is_emphasised,
    is_markdown,
    read_export,
    read_markdown,
)
from lemonde_parse.plaintext.paged import join_pages
from lemonde_parse.plaintext.posts import gather_posts
from lemonde_parse.plaintext.sentences import is_sentence
from lemonde_parse.plaintext.standfirst import kicker_claims, split_kicker
from lemonde_parse.plaintext.unwrap import OBJECT, Piece, clean, link_numbers, unwrap
from lemonde_parse.plaintext.zones import (
    Region,
    find_article,
    has_menu,
    has_text,
    is_dump,
)
from lemonde_parse.wording.matching import matcher

# lynx ends a page with the addresses of its links, numbered or not.
_REFERENCES = re.compile(r"\n[^\S\n]*(?:References|Visible links:?)[^\S\n]*\n")
# A letter and its accents. Normalization takes quadratic time in the number of accents, so limit
# that number to 30, as in https://unicode.org/reports/tr15/#Stream_Safe_Text_Format.
_ACCENTED = re.compile(r"[A-Za-z][\u0300-\u036f]{1,30}")
# E-mail programs add a ">" to each line that they quote, once for each time it was forwarded.
_QUOTING = re.compile(r"^(?:> ?)+")
_DOTTED = re.compile(r"\b\d{2}\.\d{2}\.\d{4} à ")
# The bytes of a letter in UTF-8, each read as a letter of Windows-1252.
_DOUBLED = re.compile(r"[ÂÃ] |[ÂÃÅ][^\s\w]|[ÂÃÅ][\u00a0ªºµ-ÿŒœŠšŽžŸƒ]|â[€‚„†‡][^\s]")
_ACCENT = re.compile("[à-öø-ÿÀ-ÖØ-Þ]")
_FRENCH = re.compile(r" (?:le|la|les|des|une|dans|est|qui) ")
_LEAST_FRENCH: Final = 12
"""Minimum number of matches of `_FRENCH` in a text whose accents are counted. Normal text has about
two accents for each match; text that lost its accents has at most 0.3."""
_MISREAD: Final = 3
"""Repair a text if "é" is misread as two letters at least this many times, and at least this many
times as often as it is read correctly."""
_MENU: Final = 3
"""Minimum number of links in a menu, a row that consists of links."""
_HEAD: Final = 5
"""Number of lines below the title of a Markdown text that may be its byline, date, standfirst or
buttons."""
_DEEPER: Final = 6
"""Maximum number of columns by which quotes are indented more than paragraphs."""


@frozen
class Reading:
    """The lines of an article in a text, and the field values ("claims") that other lines give."""

    source: has.Source
    lines: list[Line]
    claims: list[Claim[object]]
    choices: list[Choice]
    features: int = has.TOP
    """Features that all lines share."""
    warnings: list[ParseWarning] = field(factory=list)
    classifier: Classifier | None = None
    """An empty table of rules for Markdown that this library wrote; None for the usual rules."""
    above: str = ""
    """The lines above the article that were not used for any field, such as a menu."""
    below: str = ""
    """The lines below the article, such as a footer and the addresses of links."""
    running: str = ""
    """The running heads and page numbers of a PDF."""


def read_text(text: str, base: str | None, fetched_at: datetime | None) -> Reading:
    """Read a text of any kind; `base` is the address for its relative links."""
    if front := read_front_matter(text):
        if front.is_export:
            return _read_export(front, base)
        if not front.is_typed:
            return _with_imprint(_read_markdown(front, base, fetched_at))
        reading = _read_bare(front.body, base, fetched_at)
        return evolve(
            reading,
            lines=[*front.unread, *reading.lines],
            claims=[*front.claims, *reading.claims],
        )
    return _read_bare(text, base, fetched_at)


def _read_bare(text: str, base: str | None, fetched_at: datetime | None) -> Reading:
    """Read a text without front matter."""
    warnings: list[ParseWarning] = []
    text, running = join_pages(text) if "\f" in text else (text, "")
    text = _repaired(_as_written(text), warnings)
    _warn_of_accents(text, warnings)
    is_page = is_dump(text)
    if is_markdown(text) or (not is_page and is_emphasised(text)):
        reading = _with_imprint(_read_markdown(FrontMatter(text), base, fetched_at))
        return evolve(reading, warnings=[*warnings, *reading.warnings], running=running)
    text, *references = _REFERENCES.split(text, maxsplit=1) if is_page else (text,)
    numbers = link_numbers(references[0] if references else "")
    pieces = list(clean(unwrap(text), numbers=numbers))
    region = find_article(pieces, fetched_at, is_page=is_page)
    lines = _lines(region)
    if region.is_page:
        lines = gather_posts(lines, _published(region.claims))
        if any(line.role is Role.LIVE_ENTRY for line in lines):
            region.claims.append(fields.KIND.claim("layout", "live"))
    reading = Reading(
        "dump" if region.is_page else "paste",
        lines,
        region.claims,
        region.choices,
        _shared(region),
        warnings,
        above=_joined(region.above),
        below="\n".join([_joined(region.below), *map(str.strip, references)]).strip(),
        running=running,
    )
    return _with_imprint(reading)


def _with_imprint(reading: Reading) -> Reading:
    """Add the language and publisher, as shown by labels around the article, such as "Publié le".

    The language of a pasted text is not added, because it has too few labels.
    """
    around = (*reading.above.split("\n"), *reading.below.split("\n"))
    bylines = list(values_of(reading.claims, fields.BYLINE))
    read = [claim.text for claim in reading.claims]
    texts = [*bylines, *read, *around, *(line.text for line in reading.lines)]
    addresses = values_of(reading.claims, fields.CANONICAL_URL)
    languages = () if reading.source == "paste" else language_claims(texts)
    publishers = publisher_claims(addresses, bylines, texts)
    return evolve(reading, claims=[*reading.claims, *languages, *publishers])


def _published(claims: Sequence[Claim[object]]) -> date | None:
    """Return the day of publication from the lines above a text."""
    moment = next(values_of(claims, fields.DATE_PUBLISHED), None)
    return (
        moment.date() if moment is not None else next(values_of(claims, fields.DAY_PUBLISHED), None)
    )


def _joined(pieces: Sequence[Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)


def _shared(region: Region) -> int:
    """Return the features shared by all lines of an article."""
    features = has.TOP
    if region.begin:
        features |= has.DATED
    if _DOTTED.search(region.dateline):
        features |= has.DOTTED
    glued = [piece.is_glued for piece in region.pieces[1:] if len(piece.text) > LIMITS.short]
    if len(glued) > 1 and 10 * sum(glued) <= len(glued):
        features |= has.SPACED
    return features


def _lines(region: Region) -> list[Line]:
    """Return the lines of an article with their positional features."""
    pieces, base = region.pieces, region.base
    indents = [0, *(piece.indent for piece in pieces), 0]
    beyond = len(pieces) if region.beyond is None else region.beyond
    lines = []
    for at, piece in enumerate(pieces):
        rule, place = "text: paragraph", 0
        if piece.is_item:
            rule, place = "text: item", has.ITEM
        if piece.is_button:
            place |= has.BUTTON
        if piece.is_glued:
            place |= has.GLUED
        elif base < piece.indent <= base + _DEEPER:
            place |= has.DEEPER
        if piece.is_apart:
            place |= has.APART
        if indents[at] > piece.indent < indents[at + 2]:
            place |= has.OUTDENTED
        if at >= beyond:
            place |= has.BEYOND
        lines.append(Line(Role.PARAGRAPH, piece.text, piece.marks, rule, place=place))
    return lines


def _read_export(front: FrontMatter, base: str | None) -> Reading:
    """Read text from `Article.to_markdown`. All of it is content, so no rules are needed."""
    warnings: list[ParseWarning] = []
    lines = read_export(front.body, base, warnings)
    claims = list(front.claims)
    has_title = any(claim.field is fields.HEADLINE for claim in claims)
    if has_title and any(map(is_main_heading, lines[:1])):
        claims.append(fields.HEADLINE.claim("printed", lines[0].text))
        del lines[0]
    lines = [*front.unread, *lines]
    return Reading("markdown", lines, claims, [], has.TOP, warnings, Classifier(()))


def _read_markdown(front: FrontMatter, base: str | None, fetched_at: datetime | None) -> Reading:
    warnings: list[ParseWarning] = []
    lines, own, claims = read_kept(read_markdown(_as_written(front.body), base, warnings))
    menu: list[Piece] = []
    figures: list[Line] = []
    is_page = False
    at = _main_heading(lines)
    if at is not None:
        menu, figures = list(clean(_pieces(lines[:at]))), lines[:at]
        lines = lines[at:]
        is_page = has_menu(menu)
        claims += read_above_title(header_lines(menu))
    title = lines[0] if at is not None else None
    region = find_article(list(clean(_pieces(lines))), fetched_at, is_page=is_page)
    features = has.TOP
    is_part = region.is_page or (title is not None and region.begin > 0)
    if is_part:
        # List items share the line of their list.
        kept = {id(piece.line): piece.line for piece in region.pieces if piece.line is not None}
        lines = list(kept.values())
        claims += region.claims
        features = _shared(region) | (has.IN_DUMP if region.is_page else 0)
    if title is not None:
        lines = lines[1:] if lines[:1] == [title] else lines
        lines = _below_title(lines, claims, is_dated=region.dateline != "")
        if not region.is_page:
            lines = _after_head(lines, fetched_at, claims)
        claims = [claim for claim in claims if claim.field is not fields.HEADLINE]
        claims.append(fields.HEADLINE.claim("printed", title.text))
    if not region.is_page:
        lines = [*(line for line in figures if line.role is Role.FIGURE), *lines]
    if region.beyond is not None:
        beyond = {id(piece.line) for piece in region.pieces[region.beyond :]}
        lines = [
            line._replace(place=line.place | has.BEYOND) if id(line) in beyond else line
            for line in lines
        ]
    around = [*_unread(menu, claims), *(_unread(region.above, claims) if is_part else ())]
    return Reading(
        "markdown",
        [*front.unread, *own, *lines],
        [*front.claims, *claims],
        region.choices,
        features,
        warnings,
        above=_joined(around),
        below=_joined(region.below) if is_part else "",
    )


def _unread(pieces: Sequence[Piece], claims: Sequence[Claim[object]]) -> list[Piece]:
    """Return the lines that were not used for any field, without placeholders for pictures."""
    read = {text for claim in claims for text in (claim.text, str(claim.value))}
    return [piece for piece in pieces if piece.text != OBJECT and piece.text not in read]


def _below_title(lines: list[Line], claims: list[Claim[object]], *, is_dated: bool) -> list[Line]:
    """Remove the standfirst from the lines if it comes first.

    A standfirst is on the same line as a kicker, or is directly above share buttons, or is a
    heading that ends with a full stop in a text without a dateline.
    """
    lines = [*map(_as_buttons, lines[:_HEAD]), *lines[_HEAD:]]
    if not lines or any(claim.field is fields.DESCRIPTION for claim in claims):
        return lines
    first = lines[0]
    glued = split_kicker(first.text)
    if glued:
        claims += kicker_claims(*glued)
    elif (first.role is Role.HEADING and first.text.endswith(".") and not is_dated) or (
        first.role is Role.PARAGRAPH and any(line.role is Role.SHARE for line in lines[1:2])
    ):
        claims.append(fields.DESCRIPTION.claim("printed", first.text))
    else:
        return lines
    return lines[1:]


def _as_buttons(line: Line) -> Line:
    """Give a list of share buttons the role of a share bar.

    A button may have a second label, for screen readers.
    """
    block = line.block
    if isinstance(block, ListBlock) and all(
        len(item.text) <= LIMITS.name and matcher("share").match_prefix(item.text)
        for item in block.items
    ):
        return line._replace(role=Role.SHARE, rule="markdown: buttons")
    return line


def _main_heading(lines: Sequence[Line]) -> int | None:
    """Return the index of the title: a first-level heading at the start, or the only one, with
    sentences below it and no text above."""
    headings = [at for at, line in enumerate(lines) if is_main_heading(line)]
    if headings[:1] == [0]:
        return 0
    if len(headings) != 1:
        return None
    title = headings[0]
    # Menus may contain sentences as well, but only in links.
    above = [Piece("" if _is_linked(line) else line.text) for line in lines[:title]]
    below = [Piece(line.text) for line in lines[title:]]
    return title if any(map(is_sentence, below)) and not has_text(above) else None


def _is_linked(line: Line) -> bool:
    return any(mark.kind == "link" for mark in line.marks)


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    """Convert lines of Markdown to pieces, one for each item of a list or a menu."""
    pieces = []
    for line in lines:
        block = line.block
        items = [item.text for item in block.items] if isinstance(block, ListBlock) else _menu(line)
        if items:
            pieces += [
                Piece(item, is_item=True, is_glued=number > 0, line=line)
                for number, item in enumerate(items)
            ]
        else:
            pieces.append(Piece(line.text or OBJECT, line=line))
    return pieces


def _menu(line: Line) -> list[str]:
    """Return the texts of the links in a menu row.

    Return nothing if there are too few links, or other words between them.
    """
    links = [mark for mark in line.marks if mark.kind == "link"]
    if len(links) < _MENU or line.role is not Role.PARAGRAPH:
        return []
    ends = [0, *(mark.end for mark in links)]
    starts = [*(mark.start for mark in links), len(line.text)]
    if any(has.has_words(line.text[end:start]) for end, start in zip(ends, starts, strict=True)):
        return []
    return [line.text[mark.start : mark.end] for mark in links]


def _after_head(
    lines: list[Line], fetched_at: datetime | None, claims: list[Claim[object]]
) -> list[Line]:
    """Remove byline, date and standfirst from the lines above the body.

    The standfirst is in italics, or is the only line above the last byline or date.
    """
    head = lines[:_HEAD]
    last = next((at for at in reversed(range(len(head))) if is_printed(head[at].text)), None)
    if last is None:
        return lines
    above = [line for line in head[:last] if line.text and not is_printed(line.text)]
    has_text_below = any(line.role is Role.PARAGRAPH for line in lines[last + 1 :])
    rest = []
    for line in head[: last + 1]:
        if is_printed(line.text):
            claims += read_printed_line(line.text, line.marks, fetched_at)
        elif has.is_wholly(line, "emphasis") or (above == [line] and has_text_below):
            claims.append(fields.DESCRIPTION.claim("printed", line.text))
        else:
            rest.append(line)
    return [*rest, *lines[last + 1 :]]


def _repaired(text: str, warnings: list[ParseWarning]) -> str:
    """Repair UTF-8 that was decoded as Windows-1252, with a warning.

    >>> _repaired("L’été, à Nice, dÃ©bute.", [])
    'L’été, à Nice, dÃ©bute.'
    >>> _repaired("Lâ€™Ã©tÃ©, Ã Nice, dÃ©bute lÃ\u00a0.", [])
    'L’été, à Nice, débute là.'
    """
    count = text.count("Ã©")
    if count < _MISREAD or text.count("é") > count // _MISREAD:
        return text
    message = "repaired UTF-8 that was decoded as Windows-1252"
    warnings.append(ParseWarning(code="encoding", message=message))
    return _DOUBLED.sub(_decoded, text)


def _warn_of_accents(text: str, warnings: list[ParseWarning]) -> None:
    """Warn if a French text has few accents; some programs print "&eacute;" as "e"."""
    words = len(_FRENCH.findall(text))
    if words >= _LEAST_FRENCH and len(_ACCENT.findall(text)) < words // 2:
        message = "most accents of the French text are missing; a program dropped them"
        warnings.append(ParseWarning(code="encoding", message=message))


def _decoded(misread: re.Match[str]) -> str:
    if misread[0][1] == " ":  # the no-break space in "à", replaced by a space
        return "à " if misread[0][0] == "Ã" else " "
    try:
        raw = b"".join(
            letter.encode("latin-1", "ignore") or letter.encode("cp1252") for letter in misread[0]
        )
        return raw.decode()
    except UnicodeError:
        return misread[0]


def _as_written(text: str) -> str:
    """Remove the ">" of a text quoted in an e-mail, and join letters and accents that a PDF
    separated.

    >>> _as_written("> Deux mots.\\n>\\n> Un e\\u0301te\\u0301.")
    'Deux mots.\\n\\nUn été.'
    """
    if text.startswith(">"):
        lines = text.splitlines()
        if all(line.startswith(">") for line in lines if line):
            text = "\n".join(_QUOTING.sub("", line) for line in lines)
    return _ACCENTED.sub(_composed, text) if "\u0301" in text else text


def _composed(accented: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", accented[0])
