"""Reads Markdown of reader programs, crawlers and converters, with markdown-it-py.

Indented code is disabled: converters indent lists and menus as deeply as code, and articles do not
contain code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from lemonde_parse.addresses import absolute
from lemonde_parse.article import ParseWarning
from lemonde_parse.blocks import Aside, Embed, Figure, ListBlock, LiveEntry, MarkKind, Table, Text
from lemonde_parse.intake.limits import (
    MANY_MARKDOWN_SIGNS,
    MARKDOWN_STRETCH,
    MAX_ASIDE_DEPTH,
    MAX_MARKDOWN_DEPTH,
    MAX_MARKDOWN_SIGNS,
)
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.plaintext.markdown_blocks import Named, close_box, close_embed, read_named
from lemonde_parse.plaintext.markdown_repair import CAPTION, join_parts, repair
from lemonde_parse.plaintext.markdown_tags import check_tags
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.wording.whitespace import tidy, unescape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

# Signs that a text is Markdown. Each starts with fixed characters, which the `re` module can search
# for.
_HEADING_SIGN = re.compile(r"(?m)\n(?: {0,3}#{1,6} \S|(?<=[^\n]\n)={3,}[^\S\n]*$)")
# The delimiters come first and the look-behinds after them, so that the `re` module can search for
# the delimiters.
_EMPHASISED: Final = r"(?=[^\s*_])[^*_\n]{1,400}(?<=[^\s*_])"
_BOLD_SIGN = re.compile(rf"\*\*(?<![\w@/]\*\*){_EMPHASISED}\*\*(?!\w)")
_ITALIC_SIGN = re.compile(rf"_(?<![\w@/]_){_EMPHASISED}_(?!\w)")
_LINK_SIGN = re.compile(r"\]\((?:https?:|/|\.)")
_IMAGE_SIGN = re.compile(r"!\[[^\]!]*(?:!(?!\[)[^\]!]*)*\]\(")
_HTML_SIGN = re.compile(r"(?m)\n</(?:figure|div|span)>$")
_SIGNS: Final = (*"\n[]*_`<!&|~>\\", "- ", "+ ", ". ", ") ")
"""Line breaks, brackets and other characters of Markdown, and the ends of list markers."""
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*+\n)++")

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[\s/][^<]*)?>")
_ATTRIBUTE = re.compile(r"\s(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_MARKS: Final[dict[str, MarkKind]] = {
    "a": "link",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "strong": "strong",
    "b": "strong",
    "sup": "superscript",
    "sub": "subscript",
}
_INLINE_TAGS: Final = frozenset({"abbr", "font", "ins", "q", "s", "small", "span", "u", "time"})
_HIDING: Final = frozenset({"script", "style", "svg", "noscript", "template"})
_PARAGRAPH: Final = (Role.PARAGRAPH, "markdown: paragraph", 2)
_BOLD: Final = (Role.PARAGRAPH, "markdown: bold paragraph", 2)
"""Role, rule and level of a plain paragraph, and of an entirely bold one."""


def is_markdown(text: str) -> bool:
    """Match a text with Markdown headings, links or images, or with "</div>" on its own line.

    >>> is_markdown("Voir [la carte](https://example.org/carte).")
    True
    >>> is_markdown("Deux mots [sic] (et plus).")
    False
    """
    text = f"\n{text}"
    return bool(
        _HEADING_SIGN.search(text)
        or _HTML_SIGN.search(text)
        or _LINK_SIGN.search(text)
        or _IMAGE_SIGN.search(text)
    )


def is_emphasised(text: str) -> bool:
    """Match a text with bold words between "**", or italic words between "_".

    Such words show that a text is Markdown, unless a text browser printed it.

    >>> is_emphasised("Dit-elle, _« deux mots »_.")
    True
    >>> is_emphasised("P**n de m**e, dit @la_mer_ dans snake_case_.")
    False
    """
    return bool(_BOLD_SIGN.search(text) or _ITALIC_SIGN.search(text))


def read_markdown(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    """Parse a Markdown text; `base` is the address for its relative links.

    HTML tags for formatting, line breaks, pictures and blocks are read. Other tags are dropped, but
    not the text inside them. Thematic breaks are dropped as well.
    """
    return join_parts(_lines(repair(text), base, warnings))


def read_export(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    """Parse a text from `Article.to_markdown`, which puts "**" around the text of questions."""
    return list(_with_questions(_lines(text, base, warnings)))


def _with_questions(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if line.lines:
            yield line._replace(lines=tuple(_with_questions(line.lines)))
        elif line.rule == _BOLD[1]:
            marks = tuple(mark for mark in line.marks if mark.kind != "strong")
            yield line._replace(role=Role.QUESTION, rule="markdown: question", marks=marks)
        else:
            yield line


def _lines(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    signs = sum(map(text.count, _SIGNS))
    most = min(MAX_MARKDOWN_SIGNS, max(MANY_MARKDOWN_SIGNS, len(text) // MARKDOWN_STRETCH))
    if signs > most:
        message = f"read all {signs} Markdown characters as plain text; the limit is {most}"
        warnings.append(ParseWarning(code="limit", message=message))
        role, rule, _ = _PARAGRAPH
        texts = map(tidy, _EMPTY_LINES.split(text))
        return [Line(role, text, rule=rule) for text in texts if text]
    reader = _Reader(base)
    env: dict[str, int] = {}
    lines = reader.run(_parser().parse(text, env))
    flattened = env.get("deep", 0) + reader.flattened
    if flattened:
        message = (
            f"read {flattened} block{'' if flattened == 1 else 's'} of Markdown as part of the "
            f"outer block; the limits are {MAX_MARKDOWN_DEPTH} nested blocks, "
            f"{MAX_ASIDE_DEPTH} nested boxes"
        )
        warnings.append(ParseWarning(code="limit", message=message))
    return lines


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes 30 ms

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_MARKDOWN_DEPTH + 2})
    parser.enable(["table", "strikethrough"]).disable("code")
    # Keep addresses as written; unsafe ones are removed later.
    vars(parser).update(validateLink=lambda _: True, normalizeLink=str)
    parser.block.ruler.before("table", "deep", _read_deep)
    check_tags(parser)
    return parser


def _read_deep(state: StateBlock, start: int, end: int, _: bool) -> bool:  # noqa: FBT001  # as markdown-it calls it
    """Read blocks that are nested too deeply as one paragraph; markdown-it would drop them."""
    if state.level < MAX_MARKDOWN_DEPTH:
        return False
    state.push("paragraph_open", "p", 1)
    token = state.push("deep", "", 0)
    token.content = state.getLines(start, end, state.blkIndent, False)
    state.push("paragraph_close", "p", -1)
    state.env["deep"] = state.env.get("deep", 0) + 1
    state.line = end
    return True


class _Reader:
    """Turns tokens into lines. Except for `run`, public methods are named after the tokens they
    read."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self.flattened = 0
        """Number of boxes that are nested too deeply to stay boxes."""
        self._out: list[Line] = []
        # The open boxes, each with the lines above it.
        self._boxes: list[tuple[Aside | Embed | LiveEntry, list[Line]]] = []
        # For each open block quote that is a box, the number of boxes around it; otherwise None.
        self._quotes: list[int | None] = []
        # The block announced by a comment.
        self._named: Named | None = None
        self._builder = TextBuilder()
        self._next = _PARAGRAPH
        # Role and level of the quote, list or table that is open; it becomes one line.
        self._whole: Role | None = None
        self._level = 0
        self._items: list[Text] = []
        self._rows: list[list[Text]] = []
        # The level of the heading at the start of an item; 0 if the item also contains other text.
        self._item_level: int | None = None
        # Open formatting: the tag, and True if it becomes a mark.
        self._marks: list[tuple[str, bool]] = []

    def run(self, tokens: Sequence[Token]) -> list[Line]:
        for token in tokens:
            step: Callable[[Token], None] | None = getattr(self, token.type, None)
            if step is not None:
                step(token)
        while self._boxes:
            self._close_box()
        return self._out

    def paragraph_open(self, token: Token) -> None:
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        if self._whole is None:
            self._next = (Role.HEADING, "markdown: heading", level) if level else _PARAGRAPH
        elif self._whole is Role.LIST:
            self._item_level = level if self._item_level is None else 0

    def paragraph_close(self, token: Token) -> None:
        if self._whole is not None:
            self._builder.space()
            return
        self._flush()
        if token.markup == "-" and self._out[-1:] and self._out[-1].text.endswith("."):
            self._out[-1] = self._out[-1]._replace(role=Role.PARAGRAPH)  # not a heading

    def _flush(self) -> None:
        role, rule, level = self._next
        texts = self._builder.finish()
        self._out += [Line(role, text.text, text.marks, rule, level) for text in texts]

    def deep(self, token: Token) -> None:
        self._builder.add(token.content)

    def fence(self, token: Token) -> None:
        self.paragraph_open(token)
        self.deep(token)
        self.paragraph_close(token)

    def html_block(self, token: Token) -> None:
        self._named = read_named(token.content)
        if isinstance(self._named, LiveEntry):
            self._open_box(self._named)
        elif self._named is None:
            self.paragraph_open(token)
            for part in _parser().parseInline(token.content):
                self.inline(part)
            self.paragraph_close(token)

    # Quotes, lists, tables, boxes

    def blockquote_open(self, token: Token) -> None:
        around, named, self._named = len(self._boxes), self._named, None
        is_box = isinstance(named, Aside | Embed) and self._whole is None and self._open_box(named)
        self._quotes.append(around if is_box else None)
        if not is_box:
            self._begin_whole(Role.QUOTE, token)

    def blockquote_close(self, token: Token) -> None:
        around = self._quotes.pop()
        if around is not None:
            while len(self._boxes) > around:
                self._close_box()
        elif self._ends_whole(Role.QUOTE, token):
            self._next = (Role.QUOTE, "markdown: quote", 2)
            self._flush()

    def bullet_list_open(self, token: Token) -> None:
        self._begin_whole(Role.LIST, token)

    def list_item_open(self, _: Token) -> None:
        """End the current item; the text before a nested list is an item as well."""
        if self._whole is Role.LIST:
            self._items += self._builder.finish()

    def bullet_list_close(self, token: Token) -> None:
        if not self._ends_whole(Role.LIST, token):
            return
        items, self._items = tuple(self._items), []
        if self._item_level:  # a heading marked up as a list, as on some pages
            level = self._item_level
            self._out += [
                Line(Role.HEADING, item.text, item.marks, "markdown: list", level) for item in items
            ]
        elif items:
            block = ListBlock(items=items, ordered=token.type == "ordered_list_close")
            self._out.append(Line(Role.LIST, rule="markdown: list", block=block))

    def table_open(self, token: Token) -> None:
        self._begin_whole(Role.TABLE, token)

    def tr_open(self, _: Token) -> None:
        self._rows.append([])

    def td_close(self, _: Token) -> None:
        if self._whole is Role.TABLE:
            self._rows[-1] += self._builder.finish() or [Text(text="")]
        else:
            self._builder.space()

    def table_close(self, token: Token) -> None:
        rows, self._rows = self._rows, []
        named, self._named = self._named, None
        if not self._ends_whole(Role.TABLE, token):
            return
        rule = "markdown: table"
        if isinstance(named, Table):
            for row, given in zip(rows, named.rows, strict=False):
                if not any(cell.text for cell in row[len(given) :]):
                    del row[len(given) :]
        else:
            rows = [row for row in rows if any(cell.text for cell in row)]
        if isinstance(named, Table) or any(len(row) > 1 for row in rows):
            self._out.append(Line(Role.TABLE, rule=rule, block=Table(rows=tuple(map(tuple, rows)))))
        else:  # a table with one column serves as a frame
            cells = [cell for row in rows for cell in row]
            self._out += [Line(Role.PARAGRAPH, cell.text, cell.marks, rule) for cell in cells]

    heading_open, heading_close = paragraph_open, paragraph_close
    ordered_list_open, ordered_list_close = bullet_list_open, bullet_list_close
    list_item_close, th_close = list_item_open, td_close

    def _begin_whole(self, role: Role, token: Token) -> None:
        if self._whole is None:
            self._whole, self._level = role, token.level
            self._builder.splits = False
            self._item_level = None

    def _ends_whole(self, role: Role, token: Token) -> bool:
        if (self._whole, self._level) != (role, token.level):
            return False
        self._whole = None
        self._builder.splits = True
        return True

    def _open_box(self, named: Aside | Embed | LiveEntry) -> bool:
        self._named = None
        if len(self._boxes) >= MAX_ASIDE_DEPTH:
            self.flattened += 1
            return False
        self._boxes.append((named, self._out))
        self._out = []
        return True

    def _close_box(self) -> None:
        named, outer = self._boxes.pop()
        lines, self._out = self._out, outer
        outer.append(
            close_embed(named, lines) if isinstance(named, Embed) else close_box(named, lines)
        )

    def hr(self, _: Token) -> None:
        """Close the post of a live blog; a thematic break separates posts."""
        if self._whole is None and self._boxes and isinstance(self._boxes[-1][0], LiveEntry):
            self._close_box()

    # Text

    def inline(self, token: Token) -> None:
        children = [part for part in token.children or () if part.type != "text" or part.content]
        if self._next is _PARAGRAPH and children and children[0].markup == "**":
            self._next = _BOLD if _is_within(children, "strong") else _PARAGRAPH
        if not self._read_captioned(children):
            for child in children:
                self._read_inline(child)
        while self._marks:
            self._end(self._marks[-1][0])

    def _read_captioned(self, children: Sequence[Token]) -> bool:
        """Read a picture with one or two lines in italics below it: a caption and a credit.

        Return False for anything else.
        """
        rows = _rows(children)
        if (
            len(rows) not in (2, 3)
            or [token.type for token in rows[0]] != ["image"]
            or not all(_is_within(row, "em") for row in rows[1:])
        ):
            return False
        texts = [tidy(_plain(row)) for row in rows[1:]]
        if isinstance(self._named, Figure):
            texts.insert(0, "")
        caption, credit = (*texts, "")[:2]
        self._named = None
        figure = _figure(children[0], self._base)
        figure = evolve(figure, caption=caption or None, credit=credit or None)
        self._out.append(Line(Role.FIGURE, rule="markdown: image", block=figure))
        return True

    def _read_inline(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "code_inline"):
            self._builder.add(token.content)
        elif kind == "softbreak":
            self._builder.add("\n")
        elif kind == "hardbreak":
            self._builder.line_break()
        elif kind == "image":
            self._add_figure(_figure(token, self._base))
        elif kind == "html_inline":
            self._read_tag(token.content)
        elif token.tag in _MARKS:
            if token.nesting == 1:
                self._begin(token.tag, str(token.attrGet("href") or ""))
            else:
                self._end(token.tag)

    def _begin(self, tag: str, href: str) -> None:
        is_mark = tag != "a" or href != ""
        if is_mark:
            self._builder.begin(_MARKS[tag], absolute(href, self._base) if tag == "a" else None)
        self._marks.append((tag, is_mark))

    def _end(self, tag: str) -> None:
        """End the innermost open formatting with this tag, and all formatting opened inside it."""
        while any(name == tag for name, _ in self._marks):
            name, is_mark = self._marks.pop()
            if is_mark:
                self._builder.end()
            if name == tag:
                return

    def _read_tag(self, source: str) -> None:
        """Read a tag: formatting, a break, a picture. Block-level tags start a new line."""
        match = _TAG.fullmatch(source)
        if match is None:
            return  # a comment or an instruction
        is_end, tag = match[1] != "", match[2].lower()
        values = {name: unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(source)}
        if tag == "br":
            self._builder.line_break()
        elif tag == "img":
            self._add_figure(_picture(values.get("src", ""), values.get("alt", ""), self._base))
        elif tag in _MARKS:
            if is_end:
                self._end(tag)
            else:
                self._begin(tag, values.get("href", ""))
        elif tag not in _INLINE_TAGS:
            self._begin_block("" if is_end else tag)

    def _begin_block(self, tag: str) -> None:
        """Start a new line for a block of HTML, or for the text after it if `tag` is empty."""
        if self._whole is not None:
            self._builder.space()
            return
        self._flush()
        self._next = _PARAGRAPH
        if tag in _HIDING:
            self._next = (Role.HIDDEN, "markdown: hidden", 2)
        elif tag == "figcaption":
            self._next = (Role.PARAGRAPH, CAPTION, 2)
        elif len(tag) == 2 and tag[1] in "123456":
            self._next = (Role.HEADING, "markdown: heading", int(tag[1]))

    def _add_figure(self, figure: Figure) -> None:
        if self._whole is None:
            self._flush()
        self._out.append(Line(Role.FIGURE, rule="markdown: image", block=figure))


def _rows(children: Sequence[Token]) -> list[list[Token]]:
    """Split tokens at the line breaks outside formatting."""
    rows: list[list[Token]] = [[]]
    for token in children:
        if token.type in ("softbreak", "hardbreak") and token.level == 0:
            rows.append([])
        else:
            rows[-1].append(token)
    return rows


def _is_within(row: Sequence[Token], tag: str) -> bool:
    return (
        bool(row)
        and (row[0].tag, row[-1].tag) == (tag, tag)
        and all(token.level > row[0].level for token in row[1:-1])
    )


def _plain(children: Iterable[Token]) -> str:
    """Return the text of tokens, without pictures and tags."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in children
        if token.type not in ("html_inline", "image")
    )


def _figure(token: Token, base: str | None) -> Figure:
    return _picture(str(token.attrGet("src") or ""), _plain(token.children or ()), base)


def _picture(address: str, alt: str, base: str | None) -> Figure:
    is_inline = address.startswith("data:image/")
    url = absolute(address, base) if address and not is_inline else None
    return Figure(url=url, alt=tidy(alt) or None)
