"""Markdown as readers, crawlers and converters write it, by way of markdown-it-py's tokens.

Section numbers are those of https://spec.commonmark.org/0.31.2/. Indented code is off: converters
indent lists and menus as deep, and no article holds code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from lemonde_parse.addresses import absolute
from lemonde_parse.article import ParseWarning
from lemonde_parse.blocks import Aside, Embed, Figure, ListBlock, LiveEntry, MarkKind, Table, Text
from lemonde_parse.intake.limits import MAX_ASIDE_DEPTH, MAX_MARKDOWN_DEPTH
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata.dates import read_iso
from lemonde_parse.reading.figures import split_credit
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_HEADING_SIGN = re.compile(r"(?m)^ {0,3}#{1,6} \S|^\S.*\n={3,}\s*$")
# Each begins with its sign, and looks back afterwards: so the engine passes over all else at once.
_EMPHASISED: Final = r"(?=[^\s*_])[^*_\n]{1,400}(?<=[^\s*_])"
_EMPHASIS_SIGN = re.compile(
    rf"\*\*(?<![\w@/]\*\*){_EMPHASISED}\*\*(?!\w)|_(?<![\w@/]_){_EMPHASISED}_(?!\w)"
)
_LINK_SIGN = re.compile(r"\]\((?:https?:|/|\.)")
_IMAGE_SIGN = re.compile(r"!\[[^\]!]*(?:!(?!\[)[^\]!]*)*\]\(")

# html2text sets a space after emphasis, before a comma too, and before it, after an apostrophe too.
_SPACED = re.compile(
    r"(?<=[^\s*_])([*_]{1,3})[ \n](?=[,.)\]])|(?<=['’])[ \n](?=([*_]{1,3})[^\s*_])"
)
# The fences of pandoc's divs.
_DIV_FENCE = re.compile(r"(?m)^ {0,3}:{3,}(?: *(?:\{[^{}\n]*\}|[\w.-]+))? *$")
# html2text wraps addresses after their hyphens.
_WRAPPED_ADDRESS = re.compile(r"\]\([^\s()]{0,300}(?:-\n[ >]*[^\s()]{1,300}){1,12}\)")
# pandoc wraps tags, in headings too.
_WRAPPED_TAG = re.compile(r"<(?=[a-zA-Z])[^<>\n]{0,1000}(?:\n[^<>\n]{1,1000}){1,12}>")
_WRAPPING = re.compile(r"\n[ >]*")
# A picture in the text itself; no line break, bracket or "[" is in its address.
_DATA = re.compile(r"\]\(\s{0,3}<?data:image/[^)\n\[]*\)")
_CLOSES_CARD = re.compile(r"^[^\[\]]{0,200}\]\((?:https?:|/)[^\s)]{1,500}\)")
_CARD: Final = 6
"""Maximum number of blocks in a card."""
_CAPTION: Final = 20
"""Minimum length of an alternative text that a caption repeats."""
_CREDIT: Final = 100
"""Maximum length of a credit."""

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[\s/][^<]*)?>")
_ATTRIBUTE = re.compile(r"\s(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# What the exporter writes before a block that Markdown has no sign for: its type and fields.
_BLOCK_NAME = re.compile(r"<!-- (aside|embed|figure|live_entry|table)(?: (\{.*\}))? -->")

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
_HIDING: Final = frozenset({"script", "style", "svg", "noscript", "template"})
_INLINE_TAGS: Final = frozenset({"abbr", "font", "ins", "q", "s", "small", "span", "u", "time"})
_BOLD: Final = "markdown: bold paragraph"
"""The rule of a paragraph that is bold as a whole by "**"."""


def is_markdown(text: str) -> bool:
    """Match a text with headings, links or images in Markdown's way.

    >>> is_markdown("Voir [la carte](https://example.org/carte)."), is_markdown("Deux mots [sic] (et plus).")
    (True, False)
    """
    return bool(
        # One character is found twenty times as fast as two.
        (
            ("#" in text or "=" in text)
            and ("# " in text or "\n===" in text)
            and _HEADING_SIGN.search(text)
        )
        or ("[" in text and "](" in text and (_LINK_SIGN.search(text) or _IMAGE_SIGN.search(text)))
    )


def is_emphasised(text: str) -> bool:
    """Match bold or italic words in Markdown's way: a sign of it where no text browser printed the
    text.

    >>> is_emphasised("Dit-elle, _« deux mots »_."), is_emphasised("P**n de m**e, dit @la_mer_ dans snake_case_.")
    (True, False)
    """
    return ("_" in text or ("*" in text and "**" in text)) and _EMPHASIS_SIGN.search(
        text
    ) is not None


def read_markdown(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    """Return the lines of a Markdown text; `base` is the address that its links are relative to.

    Tags go, their words stay; thematic breaks go.
    """
    text = _DATA.sub("]()", _DIV_FENCE.sub("", text))
    if "<" in text:
        text = _WRAPPED_TAG.sub(lambda found: found[0].replace("\n", " "), text)
    if "-\n" in text:
        text = _WRAPPED_ADDRESS.sub(lambda found: _WRAPPING.sub("", found[0]), text)
    if "* " in text or "_ " in text or " *" in text or " _" in text:
        text = _SPACED.sub(r"\1", text)
    return list(_captioned(_without_cards(_lines(text, base, warnings))))


def read_export(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    """Return the lines of a text that `Article.to_markdown` wrote: in it "**" around a paragraph
    makes a question; bold paragraphs are written otherwise."""
    return list(_with_questions(_lines(text, base, warnings)))


def _with_questions(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if line.lines:
            yield evolve(line, lines=list(_with_questions(line.lines)))
        elif line.rule == _BOLD:
            marks = tuple(mark for mark in line.marks if mark.kind != "strong")
            yield evolve(line, role=Role.QUESTION, rule="markdown: question", marks=marks)
        else:
            yield line


def _lines(text: str, base: str | None, warnings: list[ParseWarning]) -> list[Line]:
    env: dict[str, Any] = {}
    reader = _Reader(base, env)
    lines = reader.run(_parser().parse(text, env))
    flattened = env.get("deep", 0) + reader.flattened
    if flattened:
        message = (
            f"read {flattened} blocks of Markdown, nested in more than {MAX_MARKDOWN_DEPTH} others "
            f"or {MAX_ASIDE_DEPTH} boxes, as part of the block around them"
        )
        warnings.append(ParseWarning(code="limit", message=message))
    return lines


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 30 ms, which pages need not pay

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_MARKDOWN_DEPTH + 2})
    parser.enable(["table", "strikethrough"]).disable("code")
    # Addresses stay as written; unsafe ones become removals later on.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.block.ruler.before("table", "deep", _read_deep)
    return parser


def _read_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read blocks nested too deep as one paragraph; markdown-it would drop them."""
    if silent or state.level < MAX_MARKDOWN_DEPTH:
        return False
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, end, state.blkIndent, False).strip()
    token.children = []
    state.push("paragraph_close", "p", -1)
    state.env["deep"] = state.env.get("deep", 0) + 1
    state.line = end
    return True


class _Reader:
    """Turns tokens into lines."""

    def __init__(self, base: str | None, env: dict[str, Any]) -> None:
        self._base = base
        self._env = env
        self.flattened = 0
        """Number of boxes that were nested too deep to be one."""
        self._out: list[Line] = []
        # The open boxes, each with the lines before it.
        self._boxes: list[tuple[Aside | Embed | LiveEntry, list[Line]]] = []
        # For each open block quote, the number of boxes around it; None if it is not a box.
        self._quotes: list[int | None] = []
        self._named: Aside | Embed | Figure | LiveEntry | Table | None = None
        self._builder = TextBuilder()
        # Of the line to come: role, rule, level.
        self._next = (Role.PARAGRAPH, "markdown: paragraph", 2)
        # The role of a quote, list or table, which becomes one line, and its level among the tokens.
        self._whole: tuple[Role, int] | None = None
        self._items: list[Text] = []
        self._rows: list[list[Text]] = []
        self._widths: Table | None = None
        self._item_level: int | None = None
        # Open formatting: the tag, and if it makes a mark.
        self._marks: list[tuple[str, bool]] = []
        self._stars = 0
        self._is_plain = False

    def run(self, tokens: Sequence[Token]) -> list[Line]:
        for token in tokens:
            step = _STEPS.get(token.type)
            if step is not None:
                step(self, token)
        while self._boxes:
            self._close_box()
        return self._out

    # Blocks

    def begin_text(self, token: Token) -> None:
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        if self._whole is None:
            self._next = (
                (Role.HEADING, "markdown: heading", level)
                if level
                else (Role.PARAGRAPH, "markdown: paragraph", 2)
            )
        elif self._whole[0] is Role.LIST:
            is_first = self._item_level is None and self._builder.is_empty
            self._item_level = level if is_first else 0
        self._is_plain = False

    def end_text(self, token: Token) -> None:
        if self._whole is not None:
            self._builder.space()
            return
        begun = len(self._out)
        self._flush()
        if len(self._out) == begun + 1:
            line = self._out[-1]
            if token.markup == "-" and line.text.endswith("."):
                self._out[-1] = evolve(line, role=Role.PARAGRAPH)  # a rule right below a sentence
            elif line.role is Role.PARAGRAPH and not self._is_plain:
                self._out[-1] = evolve(line, rule=_BOLD)

    def _flush(self) -> None:
        role, rule, level = self._next
        self._out += [
            Line(role, text.text, text.marks, rule, level) for text in self._builder.finish()
        ]

    def code(self, token: Token) -> None:
        self._next = (Role.PARAGRAPH, "markdown: code", 2)
        self._builder.add(token.content)
        self._is_plain = True
        self.end_text(token)

    def html(self, token: Token) -> None:
        name = _BLOCK_NAME.fullmatch(token.content.strip())
        if name is None:
            self.begin_text(token)
            from markdown_it.token import Token as MarkdownToken

            for part in _parser().parseInline(token.content, self._env):
                self.inline(part if part.children else MarkdownToken("inline", "", 0, children=[]))
            self.end_text(token)
            return
        self._named = _block_of(name[1], name[2])
        if isinstance(self._named, LiveEntry):
            self._open_box(self._named)

    def rule(self, _: Token) -> None:
        """A thematic break ends a post of a live."""
        if self._whole is None and self._boxes and isinstance(self._boxes[-1][0], LiveEntry):
            self._close_box()

    def begin_quote(self, token: Token) -> None:
        named, self._named = self._named, None
        around = len(self._boxes)
        is_box = isinstance(named, Aside | Embed) and self._whole is None and self._open_box(named)
        self._quotes.append(around if is_box else None)
        if not is_box:
            self._begin_whole(Role.QUOTE, token)

    def end_quote(self, token: Token) -> None:
        around = self._quotes.pop()
        if around is not None:
            while len(self._boxes) > around:
                self._close_box()
        elif self._ends_whole(Role.QUOTE, token):
            self._next = (Role.QUOTE, "markdown: quote", 2)
            self._flush()

    def begin_list(self, token: Token) -> None:
        self._begin_whole(Role.LIST, token)

    def end_list(self, token: Token) -> None:
        if not self._ends_whole(Role.LIST, token):
            return
        items, self._items = tuple(self._items), []
        if len(items) == 1 and self._item_level:  # that heading, as in pages
            text, marks = items[0].text, items[0].marks
            self._out.append(Line(Role.HEADING, text, marks, "markdown: list", self._item_level))
        elif items:
            block = ListBlock(items=items, ordered=token.type == "ordered_list_close")
            self._out.append(Line(Role.LIST, rule="markdown: list", block=block))

    def item(self, _: Token) -> None:
        """The text before a nested list is an item, and so is each of its own."""
        if self._whole is not None and self._whole[0] is Role.LIST:
            self._items += self._builder.finish()

    def begin_table(self, token: Token) -> None:
        self._widths = self._named if isinstance(self._named, Table) else None
        self._named = None
        self._begin_whole(Role.TABLE, token)

    def row(self, _: Token) -> None:
        self._rows.append([])

    def cell(self, _: Token) -> None:
        if self._whole is not None and self._whole[0] is Role.TABLE:
            self._rows[-1] += self._builder.finish() or [Text(text="")]
        else:
            self._builder.space()

    def end_table(self, token: Token) -> None:
        rows, self._rows = self._rows, []
        if not self._ends_whole(Role.TABLE, token):
            return
        if self._widths is not None:
            rows = [row[: len(own)] for row, own in zip(rows, self._widths.rows, strict=False)]
        else:
            rows = [row for row in rows if any(cell.text for cell in row)]
        rule = "markdown: table"
        if self._widths is not None or any(len(row) > 1 for row in rows):
            self._out.append(Line(Role.TABLE, rule=rule, block=Table(rows=tuple(map(tuple, rows)))))
        else:  # one column: a box drawn with a table
            cells = [cell for row in rows for cell in row]
            self._out += [Line(Role.PARAGRAPH, cell.text, cell.marks, rule) for cell in cells]

    def _begin_whole(self, role: Role, token: Token) -> None:
        if self._whole is None:
            self._whole = (role, token.level)
            self._builder.splits = False
            self._item_level = None

    def _ends_whole(self, role: Role, token: Token) -> bool:
        if self._whole != (role, token.level):
            return False
        self._whole = None
        self._builder.splits = True
        return True

    # Boxes

    def _open_box(self, head: Aside | Embed | LiveEntry) -> bool:
        if len(self._boxes) >= MAX_ASIDE_DEPTH:
            self.flattened += 1
            return False
        self._boxes.append((head, self._out))
        self._out = []
        return True

    def _close_box(self) -> None:
        head, outer = self._boxes.pop()
        lines, self._out = self._out, outer
        outer.append(_embed(head, lines) if isinstance(head, Embed) else _box(head, lines))

    # Text

    def inline(self, token: Token) -> None:
        children = token.children or []
        if not children:
            self._builder.add(token.content)  # nested too deep
        elif not self._read_figure(children):
            for child in children:
                self._read_inline(child)
        while self._marks:
            self._end(self._marks[-1][0])

    def _read_figure(self, children: Sequence[Token]) -> bool:
        """Read a picture with lines in italics below it: the caption, the credit."""
        named = self._named if isinstance(self._named, Figure) else None
        if children[0].type != "image" or len(children) < 4 or self._whole is not None:
            return False
        rows = _rows(children)
        if len(rows) not in (2, 3) or len(rows[0]) > 1 or not all(map(_is_italic, rows[1:])):
            return False
        told = [tidy(_plain(row)) for row in rows[1:]]
        caption, credit = (None, told[0]) if named else (told[0], told[1] if told[1:] else None)
        figure = evolve(_figure(children[0], self._base), caption=caption, credit=credit)
        self._out.append(Line(Role.FIGURE, rule="markdown: image", block=figure))
        self._named = None
        return True

    def _read_inline(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "code_inline"):
            self._is_plain = self._is_plain or (not self._stars and token.content != "")
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
            self._stars += token.nesting * (token.markup == "**")
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
        """End formatting, and what was begun in it and never ended."""
        if not any(name == tag for name, _ in self._marks):
            return
        while True:
            name, is_mark = self._marks.pop()
            if is_mark:
                self._builder.end()
            if name == tag:
                return

    def _read_tag(self, source: str) -> None:
        """Read a tag: formatting, breaks and pictures mean what they say; others part blocks."""
        found = _TAG.fullmatch(source)
        if found is None:
            return  # a comment or an instruction
        is_end, tag = found[1] != "", found[2].lower()
        values = {name: unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(source)}
        if tag == "br":
            self._builder.line_break()
        elif tag == "img":
            address = values.get("src", "")
            self._add_figure(_made(address, values.get("alt", ""), self._base))
        elif tag in _MARKS:
            if is_end:
                self._end(tag)
            else:
                self._begin(tag, values.get("href", ""))
        elif tag in _INLINE_TAGS:
            pass
        elif self._whole is not None:
            self._builder.space()
        else:
            self._flush()
            hides = tag in _HIDING and not is_end
            is_heading = len(tag) == 2 and tag[1] in "123456" and not is_end
            self._next = (
                (Role.HIDDEN, "markdown: hidden", 2)
                if hides
                else (Role.HEADING, "markdown: heading", int(tag[1]))
                if is_heading
                else (Role.PARAGRAPH, "markdown: paragraph", 2)
            )

    def _add_figure(self, figure: Figure) -> None:
        if figure.alt is not None and len(figure.alt) == 1 and figure.alt.isalpha():
            self._builder.add(figure.alt)  # a drop cap
            return
        if self._whole is None:
            self._flush()
        self._out.append(Line(Role.FIGURE, rule="markdown: image", block=figure))


_STEPS: Final[dict[str, Callable[[_Reader, Token], None]]] = {
    "paragraph_open": _Reader.begin_text,
    "paragraph_close": _Reader.end_text,
    "heading_open": _Reader.begin_text,
    "heading_close": _Reader.end_text,
    "inline": _Reader.inline,
    "fence": _Reader.code,
    "html_block": _Reader.html,
    "hr": _Reader.rule,
    "blockquote_open": _Reader.begin_quote,
    "blockquote_close": _Reader.end_quote,
    "bullet_list_open": _Reader.begin_list,
    "bullet_list_close": _Reader.end_list,
    "ordered_list_open": _Reader.begin_list,
    "ordered_list_close": _Reader.end_list,
    "list_item_open": _Reader.item,
    "list_item_close": _Reader.item,
    "table_open": _Reader.begin_table,
    "table_close": _Reader.end_table,
    "tr_open": _Reader.row,
    "th_close": _Reader.cell,
    "td_close": _Reader.cell,
}


def _rows(children: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens of each line."""
    rows: list[list[Token]] = [[]]
    for token in children:
        if token.type in ("softbreak", "hardbreak") and token.level == 0:
            rows.append([])
        else:
            rows[-1].append(token)
    return rows


def _is_italic(row: Sequence[Token]) -> bool:
    return (
        len(row) > 2
        and (row[0].type, row[-1].type) == ("em_open", "em_close")
        and all(token.level > row[0].level for token in row[1:-1])
    )


def _plain(children: Iterable[Token] | None) -> str:
    """Return the text of tokens without formatting."""
    return "".join(
        _plain(token.children)
        if token.type == "image"
        else " "
        if token.type in ("softbreak", "hardbreak")
        else token.content
        for token in children or ()
        if token.type != "html_inline"
    )


def _figure(token: Token, base: str | None) -> Figure:
    return _made(str(token.attrGet("src") or ""), _plain(token.children), base)


def _made(address: str, alt: str, base: str | None) -> Figure:
    is_held = address.startswith("data:image/")  # in the text itself
    url = absolute(address, base) if address and not is_held else None
    return Figure(url=url, alt=tidy(alt) or None)


def _block_of(kind: str, written: str | None) -> Any:
    """Return the block that the exporter names in a comment, without text; None if unreadable."""
    try:
        fields = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return None
    strings = {key: tidy(value) for key, value in fields.items() if isinstance(value, str)}
    get = strings.get
    if kind == "aside":
        return Aside(title=get("title"))
    if kind == "embed":
        return Embed(provider=get("provider"), url=get("url"))
    if kind == "figure":
        return Figure()
    if kind == "table":
        widths = fields.get("widths")
        widths = widths if isinstance(widths, list) else []
        return Table(rows=tuple((Text(text=""),) * width for width in widths if isinstance(width, int)))
    return LiveEntry(
        identifier=get("identifier"),
        headline=get("headline"),
        author=get("author"),
        date_published=read_iso(get("date_published") or ""),
    )


def _embed(head: Embed, lines: Sequence[Line]) -> Line:
    """Return an embed: its words, without the link below them."""
    texts = [line.text for line in lines]
    if texts and texts[-1] == tidy(head.provider or head.url or ""):
        del texts[-1]
    block = evolve(head, text=" ".join(texts) or None)
    return Line(Role.EMBED, rule="markdown: embed", block=block)


def _box(head: Aside | LiveEntry, lines: list[Line]) -> Line:
    """Return a box with its title, or a live's post with its headline and its printed time."""
    if isinstance(head, Aside):
        if head.title and lines:
            head, lines = evolve(head, title=lines[0].text), lines[1:]
        return Line(Role.ASIDE, rule="markdown: aside", block=head, lines=lines)
    if head.headline and lines:
        head, lines = evolve(head, headline=lines[0].text), lines[1:]
    if (head.author or head.date_published) and lines:
        lines = [Line(Role.METADATA, lines[0].text, rule="markdown: post"), *lines[1:]]
    return Line(Role.LIVE_ENTRY, rule="markdown: post", block=head, lines=lines)


def _captioned(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with captions as part of their figures: a caption repeats the alternative
    text of the picture before it, and goes on with a credit or not."""
    held: Line | None = None
    for line in lines:
        figure = held.block if held else None
        if held and isinstance(figure, Figure):
            caption = _caption(line, figure.alt) if not figure.caption else None
            if caption:
                block = evolve(figure, caption=caption[0], credit=caption[1] or None)
                yield evolve(held, block=block)
                held = None
                continue
            yield held
        held = line if line.role is Role.FIGURE else None
        if held is None:
            yield line
    if held:
        yield held


def _caption(line: Line, alt: str | None) -> tuple[str, str] | None:
    """Return caption and credit of a line after a picture, if it is a caption."""
    alt, text = " ".join((alt or "").split()), " ".join(line.text.split())
    credit = text.removeprefix(alt).strip()
    if (
        line.role is not Role.PARAGRAPH
        or len(alt) < _CAPTION
        or not text.startswith(alt)
        or len(credit) > _CREDIT
        or credit[:1].islower()
    ):
        return None
    return split_credit(text, alt) if credit else (text, "")


def _without_cards(lines: list[Line]) -> list[Line]:
    """Return the lines, those of cards as promotions: a card is a link around several blocks, with
    its brackets in the first and in the last."""
    start: int | None = None
    for index, line in enumerate(lines):
        if line.text.startswith("[") and "]" not in line.text:
            start = index
        elif start is not None and _CLOSES_CARD.search(line.text):
            for at in range(start, index + 1):
                if lines[at].role in (Role.PARAGRAPH, Role.HEADING):
                    rule = "markdown: link around several blocks"
                    lines[at] = evolve(lines[at], role=Role.PROMOTION, rule=rule)
            start = None
        elif start is not None and index - start > _CARD:
            start = None
    return lines
