"""Writes an Article in CommonMark with GitHub's tables, so that renderers show every text
unchanged.

Section numbers refer to https://spec.commonmark.org/0.31.2/.
"""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    MarkKind,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
)
from lemonde_parse.export.runs import Run, folded, runs, safe_address

if TYPE_CHECKING:
    from lemonde_parse.article import JSON, Article, Author

# 2.4: characters with a meaning anywhere in a line; & only in a character reference (2.5). GitHub
# adds ~ and |.
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#|[A-Za-z0-9]+;)")
# 4.2, 4.1, 4.3, 5.2: characters with a meaning only at the start of a line.
_BEGINNING = re.compile(
    r"#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$)|\d{1,9}(?=[.)](?:\s|$))"
)
_CLOSING = re.compile(r"(?:^|(?<=\s))(#*)#$")  # 4.2: a heading's closing sequence
_SPECIAL_IN_ADDRESS = re.compile(r"[\\()<>|`]|&(?=#|[A-Za-z0-9]+;)")
_NOT_IN_YAML = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)  # https://yaml.org/spec/1.2.2/#51-character-set
# 4.6: characters that could end the comment, and invisible ones, which could mislead a reader.
_NOT_IN_COMMENTS = re.compile(
    f"[<>\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]|{_NOT_IN_YAML.pattern}"
)

_ASCII_PUNCTUATION: Final = frozenset(string.punctuation)
_TAG_OF: Final[dict[MarkKind, tuple[str, str]]] = {
    "emphasis": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}
"""HTML (6.6) for marks that CommonMark lacks, and for marks that have no effect between certain
characters."""

GENERATOR: Final = "lemonde_parse"
"""Value of "generator" in the front matter. `parse_text` reads a text with this value without its
usual rules for lines."""
_FRONT_MATTER: Final[tuple[tuple[str, Callable[[Article], JSON]], ...]] = (
    ("title", lambda article: article.headline),
    ("kicker", lambda article: article.kicker),
    ("description", lambda article: article.description),
    ("author", lambda article: [author.name for author in article.authors]),
    ("authors", lambda article: _authors(article.authors)),
    ("byline", lambda article: article.byline),
    ("agencies", lambda article: list(article.agencies)),
    (
        "date",
        lambda article: (
            date.isoformat() if (date := article.date_published or article.day_published) else None
        ),
    ),
    (
        "lastmod",
        lambda article: article.date_modified.isoformat() if article.date_modified else None,
    ),
    ("publisher", lambda article: article.publisher),
    ("section", lambda article: article.section),
    ("breadcrumbs", lambda article: list(article.breadcrumbs)),
    ("genre", lambda article: article.genre),
    ("kind", lambda article: article.kind),
    ("keywords", lambda article: list(article.keywords)),
    ("lang", lambda article: article.in_language),
    ("url", lambda article: article.canonical_url or article.url),
    ("identifier", lambda article: article.identifier),
    ("image", lambda article: article.main_image.url if article.main_image else None),
    ("translation_url", lambda article: article.translation_url),
    ("reading_minutes", lambda article: article.reading_minutes),
    ("announced_length", lambda article: article.announced_length),
    ("announced_words", lambda article: article.announced_words),
    ("pagination", lambda article: article.pagination),
    ("is_accessible_for_free", lambda article: article.is_accessible_for_free),
    ("is_truncated", lambda article: article.is_truncated),
    ("percent_left", lambda article: article.percent_left),
    ("generator", lambda _: GENERATOR),
)
"""Keys of the front matter, and functions that return their values. Keys are those of pandoc and
static site generators, or else field names of `Article`."""


def to_markdown(article: Article, *, metadata: bool = False) -> str:
    """Implement `Article.to_markdown`."""
    head = [_front_matter(article)] if metadata else []
    if article.headline:
        head.append(_heading(article.headline, (), 1))
    chunks = [*head, *_blocks(article.body)]
    return "\n\n".join(chunks) + "\n" if chunks else ""


def _front_matter(article: Article) -> str:
    """Write YAML (https://yaml.org/spec/1.2.2/), whose strings and lists include those of JSON."""
    lines = ["---"]
    for key, value in _FRONT_MATTER:
        given = value(article)
        if given is not None and given != []:
            written = json.dumps(given, ensure_ascii=False)
            lines.append(f"{key}: {_NOT_IN_YAML.sub(_as_escape, written)}")
    return "\n".join([*lines, "---"])


def _authors(authors: Sequence[Author]) -> JSON:
    """Return a record for each author; none if all authors have only a name."""
    records = [
        {
            "name": author.name,
            "url": safe_address(author.url),
            "job_title": author.job_title,
            "location": author.location,
        }
        for author in authors
    ]
    given = tuple({name: value for name, value in record.items() if value} for record in records)
    return given if any(len(record) > 1 for record in given) else []


def _as_escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if found[0] > "\x7f" else f"\\u{ord(found[0]):04x}"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the Markdown of each block that is not empty. Yield "---" between a post of a live blog
    and the next block."""
    before: Block | None = None
    is_alternate = False
    for block in blocks:
        # 5.3: adjacent lists of the same kind would merge, unless their markers differ.
        is_alternate = _is_like(before, block) and not is_alternate
        written = _block(block, is_alternate=is_alternate)
        if written:
            if isinstance(before, LiveEntry):
                yield "---"
            yield written
            before = block


def _is_like(before: Block | None, block: Block) -> bool:
    return (
        isinstance(before, ListBlock)
        and isinstance(block, ListBlock)
        and before.ordered == block.ordered
    )


def _block(block: Block, *, is_alternate: bool) -> str:
    match block:
        case Paragraph():
            return _line(block.text, block.marks, bold="__")
        case Heading():
            return _heading(block.text, block.marks, block.level)
        case Question():
            inner = _inline(block.text, [mark for mark in block.marks if mark.kind != "strong"])
            return f"**{inner}**" if inner else ""
        case Quote():
            return _quoted(_line(block.text, block.marks))
        case ListBlock():
            return _list(block, is_alternate=is_alternate)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Embed():
            return _embed(block)
        case Aside():
            title = [_block(Question(text=block.title), is_alternate=False)] if block.title else []
            quotation = _quoted("\n\n".join([*title, *_blocks(block.blocks)]))
            return _named("aside", quotation, title=block.title)
        case LiveEntry():
            return _live_entry(block)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _named(kind: str, text: str, **fields: JSON) -> str:
    """Write a block below a comment (4.6) with the type and fields that Markdown cannot express.

    Renderers hide the comment, and `parse_text` reads it back.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    written = f" {json.dumps(given, ensure_ascii=False)}" if given else ""
    return f"<!-- {kind}{_NOT_IN_COMMENTS.sub(_as_escape, written)} -->\n{text}".rstrip("\n")


def _heading(text: str, marks: Sequence[Mark], level: int) -> str:
    written = _CLOSING.sub(r"\1\\#", _inline(text, marks))
    return f"{'#' * min(max(level, 1), 6)} {written}"


def _list(block: ListBlock, *, is_alternate: bool) -> str:
    lines = []
    for number, item in enumerate(block.items, 1):
        marker = (
            f"{number}{')' if is_alternate else '.'}"
            if block.ordered
            else "*"
            if is_alternate
            else "-"
        )
        lines.append(f"{marker} {_line(item.text, item.marks)}".rstrip(" "))
    return "\n".join(lines)


def _table(block: Table) -> str:
    """Write a GitHub table, with the first row as its head and all rows of the same length.

    A comment gives the original lengths of the rows if they differ, or if there is only one column.

    https://github.github.com/gfm/#tables-extension-
    """
    widths = [len(row) for row in block.rows]
    width = max(widths, default=0)
    if not width:
        return ""
    rows = [
        [_inline(cell.text, cell.marks) for cell in (*row, *[Text(text="")] * (width - len(row)))]
        for row in block.rows
    ]
    rows.insert(1, ["---"] * width)
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return (
        table
        if width > 1 and min(widths) == width
        else _named("table", table, widths=tuple(widths))
    )


def _figure(block: Figure) -> str:
    """Write the picture, followed by its caption and credit in emphasis. A comment marks a credit
    without a caption."""
    address = safe_address(block.url)
    picture = f"![{_inline(block.alt or '', ())}]({_destination(address or '')})"
    below = [
        _line(text, (Mark(kind="emphasis", start=0, end=len(text)),))
        for text in (block.caption, block.credit)
        if text
    ]
    figure = "\n".join([picture, *below])
    return _named("figure", figure, has="credit") if block.credit and not block.caption else figure


def _embed(block: Embed) -> str:
    """Write an embed as a quotation of its text and a link to it."""
    label = block.provider or block.url or ""
    link = Mark(kind="link", start=0, end=max(len(label), 1), href=block.url)
    parts = [_line(block.text or "", ()), _line(label, (link,))]
    quotation = _quoted("\n\n".join(part for part in parts if part))
    return _named(
        "embed",
        quotation,
        provider=block.provider,
        url=safe_address(block.url),
        has="text" if block.text else None,
    )


def _live_entry(block: LiveEntry) -> str:
    moment = block.date_published
    posted = " – ".join(
        part for part in (moment and f"{moment:%Y-%m-%d %H:%M}", block.author) if part
    )
    head = [_heading(block.headline, (), 3)] if block.headline else []
    if posted:
        head.append(_line(posted, (Mark(kind="emphasis", start=0, end=len(posted)),)))
    tail = ["---"] if block.blocks and isinstance(block.blocks[-1], LiveEntry) else []
    return _named(
        "live_entry",
        "\n\n".join([*head, *_blocks(block.blocks), *tail]),
        identifier=block.identifier,
        headline=block.headline,
        author=block.author,
        date_published=moment.isoformat() if moment else None,
    )


# A line of text


def _line(text: str, marks: Sequence[Mark], bold: Literal["**", "__"] = "**") -> str:
    """Write the line at the start of a block, item, caption or the like. `bold` is the delimiter
    around the line if all its text is bold."""
    written = _inline(text, marks, bold)
    found = _BEGINNING.match(written)
    if found is None:
        return written
    # 2.4: only punctuation can be escaped. In "1." that is the full stop.
    return f"{found[0]}\\{written[found.end() :]}" if found[0].isdigit() else f"\\{written}"


def _inline(text: str, marks: Sequence[Mark], bold: str = "**") -> str:
    """Write a text with its marks, escaped, in one line. `bold` is the same as in `_line`."""
    stretches = list(runs(folded(text), marks))
    texts = [index for index, run in enumerate(stretches) if run[0] == "text"]
    parts = [_SPECIAL.sub(r"\\\g<0>", run[1]) if run[0] == "text" else "" for run in stretches]
    opened: list[int] = []
    for index, run in enumerate(stretches):
        if run[0] == "open":
            opened.append(index)
        elif run[0] == "close":
            start = opened.pop()
            if run[1] == "link":
                # 6.4: an exclamation mark before a link would turn it into a picture.
                if start and parts[start - 1].endswith("!"):
                    parts[start - 1] = f"{parts[start - 1][:-1]}\\!"
                parts[start], parts[index] = "[", f"]({_destination(run[2] or '')})"
            elif run[1] == "strong" and bold == "__" and start < texts[0] and texts[-1] < index:
                is_alone = index == start + 2
                parts[start], parts[index] = (bold, bold) if is_alone else _TAG_OF["strong"]
            else:
                parts[start], parts[index] = _delimiters(run[1], stretches, parts, start, index)
    return "".join(parts).strip(" ")


def _delimiters(
    kind: MarkKind, stretches: Sequence[Run], parts: Sequence[str], start: int, end: int
) -> tuple[str, str]:
    """Return the delimiters at the start and end of a mark.

    6.2: whether a run of * or _ opens or closes emphasis depends on the characters on both sides.
    If the run would do neither, or could merge with another mark's delimiters, return HTML tags.
    """
    # The delimiters of all other marks start and end with punctuation.
    before = parts[start - 1][-1:] or "*" if start else ""
    first = parts[start + 1][:1] or "*"
    last = parts[end - 1][-1:] or "*"
    after = parts[end + 1][:1] or "*" if end + 1 < len(parts) else ""
    if _flanks(before, first) and _flanks(after, last):
        if kind == "strong":
            return "**", "**"
        if kind == "emphasis" and _separates_words(before) and _separates_words(after):
            return "_", "_"
        touching = [
            stretches[index]
            for at in (start, end)
            for index in (at - 1, at + 1)
            if 0 <= index < len(stretches)
        ]
        if kind == "emphasis" and all(run[0] == "text" for run in touching):
            return "*", "*"
    return _TAG_OF[kind]


def _flanks(outside: str, inside: str) -> bool:
    """Return True if a run of * opens or closes emphasis (6.2, "left-flanking", "right-flanking").

    `outside` and `inside` are the characters next to the run, outside and inside the emphasis.
    """
    if inside.isspace():
        return False
    return unicodedata.category(inside)[0] not in "PS" or _separates_words(outside)


def _separates_words(character: str) -> bool:
    """Match the start or end of a line (""), whitespace and punctuation, but not symbols outside
    ASCII, which older renderers treat as letters.
    """
    return (
        not character
        or character.isspace()
        or character in _ASCII_PUNCTUATION
        or unicodedata.category(character)[0] == "P"
    )


def _destination(address: str) -> str:
    """Escape the characters that have a meaning in a link's address (6.3)."""
    return _SPECIAL_IN_ADDRESS.sub(r"\\\g<0>", address)
