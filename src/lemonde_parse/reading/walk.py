"""Walks an element in page order, and turns its descendants into lines by their roles.

The walk keeps its own stack, because elements may be nested more deeply than Python can recurse.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, evolve

from lemonde_parse.addresses import absolute
from lemonde_parse.blocks import Embed, Figure, ListBlock, Table, Text
from lemonde_parse.intake.limits import MAX_ASIDE_DEPTH
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Entry, Role
from lemonde_parse.line import Line
from lemonde_parse.reading import rules
from lemonde_parse.reading.contained import ArticleText
from lemonde_parse.reading.embeds import PLAYERS, read_embeds
from lemonde_parse.reading.figures import read_figure, split_credit, without_label
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.text_builder import RawMark, TextBuilder, settle
from lemonde_parse.reading.visible import SEPARATE_TAGS, is_hidden, sign_of, visible_text
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

# Roles of elements that become one line, including all blocks inside.
_WHOLE: Final = frozenset(
    {
        Role.HEADING,
        Role.QUESTION,
        Role.QUOTE,
        Role.PULL_QUOTE,
        Role.RELATED,
        Role.CAPTION,
        Role.TITLE,
    }
)

_HEADING: Final = Entry(
    role=Role.HEADING,
    rule=rules.SECOND_TITLE,
    is_removed=False,
    mark=None,
    is_text=False,
    is_line=True,
    fields=(),
    content=None,
    is_found=False,
    premium=(),
    is_scope=False,
    stops=False,
)
_INLINE_DEPTH: Final = 4
"""Maximum depth of nested formatting that is read without the stack."""
_SHAPES: Final = 20
"""Minimum number of shapes in a drawing; icons have fewer."""
_LEGEND: Final = 400
"""Maximum length of the text in and around a drawing."""
_NO_HEADING: Final = 0
"""Level of a list item that contains more than a heading."""

_Step: TypeAlias = "tuple[list[_Element], int] | Callable[[], None] | str"
"""An item on the stack: children with the index of the next one, a function to call after an
element, or text."""


def walk(
    element: _Element,
    page_map: PageMap,
    base: str | None,
    journal: Journal | None = None,
) -> list[Line]:
    """Return the lines of an element in a page map, with links resolved against `base`.

    Warns if boxes are nested too deeply, or if the layout would leave out text of the article.
    """
    walker = _Walker(element, page_map, base)
    lines = walker.run()
    if walker.flattened and journal is not None:
        boxes = f"{walker.flattened} {'box' if walker.flattened == 1 else 'boxes'}"
        message = f"read {boxes}, nested in {MAX_ASIDE_DEPTH} others, as part of the outer box"
        journal.warn("limit", message)
    if walker.containers and journal is not None:
        elements = f"{walker.containers} element{'' if walker.containers == 1 else 's'}"
        message = f"read {elements} that the layout removes: paragraphs of the article are inside"
        journal.warn("layout", message)
    if walker.is_unended and journal is not None:
        name = page_map.layout.name
        message = f"{name} ends the article before most of its text; the rest was read too"
        journal.warn("layout", message)
    return lines


@define
class _OpenLine:
    """An element that is being read as a line. Mutable, because its text may come in several parts.

    Each part becomes a separate line: pictures or line breaks separate them.
    """

    role: Role
    rule: str
    level: int
    is_premium: bool
    last: Line | None = None
    """The last part so far."""
    at: int = -1
    """Index of that part among the lines of its box."""


class _Walker:
    """The state of a walk: open elements, and the lines so far."""

    def __init__(self, root: _Element, page_map: PageMap, base: str | None) -> None:
        self._stop_rule = f"{page_map.layout.name}: {rules.STOP}"
        self._entries = page_map.entries
        self._title = next(iter(page_map.fields.get("headline", ())), None)
        self._title_text: str | None = None
        self._base = base
        self._out: list[Line] = []
        # For each open box, the lines before it.
        self._outer: list[list[Line]] = []
        # Number of boxes nested too deeply, whose blocks become part of the box around them.
        self.flattened = 0
        self._builder = TextBuilder()
        # True within an element that was searched for players and has none.
        self._is_playerless = False
        # The line for the builder's text; None for loose text.
        self._open: _OpenLine | None = None
        # Role of the line that combines all blocks of an element. LIST and TABLE collect items or
        # cells instead.
        self._whole: Role | None = None
        self._items: list[Text] = []
        self._rows: list[list[Text]] = []
        self._item_level: int | None = None
        # True if the current line contains a mark for subscribers.
        self._saw_premium = False
        # Index of the picture at the start of the current paragraph.
        self._first_picture: int | None = None
        # True if a paragraph was read.
        self._has_text = False
        self._root = root
        self._article = ArticleText(root, page_map.entries, lambda: page_map.walled_prose)
        # Number of elements that the layout removes, but that were read because they contain part
        # of the article.
        self.containers = 0
        # True if the article continues after an element that should end it.
        self.is_unended = False

    def run(self) -> list[Line]:
        """Return the lines of the element."""
        element = self._root
        stack: list[_Step] = []
        self._inside(element, stack)
        while stack:
            step = stack.pop()
            if isinstance(step, str):
                self._builder.add(step)
            elif isinstance(step, tuple):
                self._children(*step, stack)
            else:
                step()
        self._flush()
        return self._out

    def _inside(self, element: _Element, stack: list[_Step]) -> None:
        """Read the content of an element."""
        if element.text:
            self._builder.add(element.text)
        if len(element):
            stack.append((list(element), 0))

    def _children(self, children: list[_Element], start: int, stack: list[_Step]) -> None:
        """Read children up to the first one that is more than formatted text.

        Enter that child, and leave the rest on the stack.
        """
        builder, entry_of = self._builder, self._entries.get
        for index in range(start, len(children)):
            child = children[index]
            entry, tail = entry_of(child), child.tail
            if entry is None or (  # a comment, or a line that is read at once
                entry.is_line
                and self._whole is None
                and self._open is None
                and self._read_line(child, entry)
            ):
                if tail:
                    builder.add(tail)
                continue
            if not entry.is_text or len(child) or (entry.mark is None and is_hidden(child)):
                if index + 1 < len(children):
                    stack.append((children, index + 1))
                if tail:
                    stack.append(tail)
                self._enter(child, entry, stack)
                return
            if entry.premium and self._open is not None and _is_premium(child, entry):
                self._mark_premium(self._open)
            if text := child.text:
                mark = entry.mark
                if mark == "link":
                    href = child.get("href")
                    builder.add(
                        text, mark if href else None, absolute(href, self._base) if href else None
                    )
                else:
                    builder.add(text, mark)
            if tail:
                builder.add(tail)

    def _read_line(self, element: _Element, entry: Entry) -> bool:
        """Read a line, such as a paragraph, that contains only formatted text, as most do.

        Return False and read nothing if it contains more, is hidden, or is inside formatted text.
        """
        if self._builder.is_marking or is_hidden(element):
            return False
        stretches: list[str] = []
        marks: list[RawMark] = []
        self._saw_premium = None in entry.premium
        if self._gather(element, stretches, marks, 0, _INLINE_DEPTH) < 0:
            return False
        self._flush()
        text = settle("".join(stretches), marks)
        if text is not None:
            level, is_premium = _level(str(element.tag)), self._saw_premium
            self._out.append(
                Line(entry.role, text.text, text.marks, entry.rule, level, is_premium=is_premium)
            )
            self._has_text = self._has_text or entry.role is Role.PARAGRAPH
        self._first_picture = None
        return True

    def _gather(
        self, element: _Element, stretches: list[str], marks: list[RawMark], length: int, depth: int
    ) -> int:
        """Add the stretches of an element's text and the marks over them.

        Return the length of the text, or -1 if the element contains more than text, or formatting
        that is nested too deeply.
        """
        entry_of = self._entries.get
        if text := element.text:
            stretches.append(text)
            length += len(text)
        for part in element:
            entry = entry_of(part)
            if entry is not None:  # not a comment
                mark = entry.mark
                if not entry.is_text or (mark is None and is_hidden(part)):
                    return -1
                if entry.premium and _is_premium(part, entry):
                    self._saw_premium = True
                start = length
                if len(part):
                    is_plain = depth and not (mark == "link" and _has_link(part))
                    length = (
                        self._gather(part, stretches, marks, length, depth - 1) if is_plain else -1
                    )
                    if length < 0:
                        return -1
                elif text := part.text:
                    stretches.append(text)
                    length += len(text)
                if mark is not None and length > start:
                    href = part.get("href") if mark == "link" else None
                    if href or mark != "link":
                        target = absolute(href, self._base) if href else None
                        marks.append((mark, target, start, length))
            if tail := part.tail:
                stretches.append(tail)
                length += len(tail)
        return length

    def _enter(self, element: _Element, entry: Entry, stack: list[_Step]) -> None:
        role = entry.role
        if entry.stops and self._is_end(element):
            self._stop(element, entry, stack)
            return
        if entry.premium and self._open is not None and _is_premium(element, entry):
            self._mark_premium(self._open)
        if entry.is_removed:
            self._enter_removed(element, entry, stack)
        elif role is Role.IGNORE or self._read_word(element):
            pass
        elif entry.mark is not None:
            href = element.get("href") if entry.mark == "link" else None
            if href or entry.mark != "link":
                self._builder.begin(entry.mark, absolute(href, self._base) if href else None)
                stack.append(self._builder.end)
            self._inside(element, stack)
        elif role is Role.BREAK:
            self._builder.line_break()
        elif is_hidden(element):
            self._remove(element, Role.HIDDEN, rules.HIDDEN)
        elif role is Role.INLINE:
            self._inside(element, stack)
        elif self._whole is not None:
            self._enter_in_whole(element, role, stack)
        else:
            self._enter_block(element, entry, role, stack)

    def _enter_removed(self, element: _Element, entry: Entry, stack: list[_Step]) -> None:
        """Remove an element, unless it is a heading, contains paragraphs of the article, or is the
        footer of a quote."""
        if self._is_heading(element, entry):
            self._enter(element, _HEADING, stack)
        elif self._is_container(element, entry.role):
            role = Role.PARAGRAPH if element.tag == "p" else Role.CONTAINER
            self._enter_block(element, entry, role, stack)
        elif self._whole is Role.QUOTE and entry.rule.endswith(": footer"):
            # https://html.spec.whatwg.org/multipage/grouping-content.html#the-blockquote-element
            self._enter_in_whole(element, Role.CONTAINER, stack)  # the name of the person quoted
        else:
            self._remove(element, entry.role, entry.rule)

    def _is_container(self, element: _Element, role: Role) -> bool:
        """Match an element that the layout removes, but that contains paragraphs of the article."""
        if (
            self._whole is None
            and self._open is None
            and self._article.is_in(element, role)
            and not is_hidden(element)
        ):
            self.containers += 1
            return True
        return False

    def _is_heading(self, element: _Element, entry: Entry) -> bool:
        """Match an h1 that is a heading of the body, though the layout takes it for the title.

        Such an h1 follows text of the body, and its text differs from the title.
        """
        if element.tag != "h1" or self._whole is not None or not self._has_text:
            return False
        if not entry.rule.endswith(": h1"):
            return False
        title = self._title
        if title is None or isinstance(title, str) or title is element:
            return False
        if self._title_text is None:  # computed once, since pages can have any number of titles
            self._title_text = visible_text(title)
        return self._title_text != visible_text(element)

    def _read_word(self, element: _Element) -> bool:
        """Add the emoji or letter that a picture displays, or remove words that were replaced.

        Return False for any other element.
        """
        if element.tag == "img" and (sign := sign_of(element)):
            self._builder.add(sign)
            return True
        if element.tag == "del" and _is_replaced(element):
            self._remove(element, Role.BOILERPLATE, rules.REPLACED)
            return True
        return False

    def _is_end(self, element: _Element) -> bool:
        """Return False if the article continues after an element that should end it."""
        if self.is_unended or self._article.is_below(element):
            self.is_unended = True
        return not self.is_unended

    def _stop(self, element: _Element, entry: Entry, stack: list[_Step]) -> None:
        """End the content: close open blocks, and remove the element and all text after it."""
        stack[:] = [step for step in stack if not isinstance(step, str | tuple)]
        rule = self._stop_rule
        self._remove(
            element, *((entry.role, entry.rule) if entry.is_removed else (Role.BOILERPLATE, rule))
        )
        rest: list[str] = []
        around: _Element | None = element
        while around is not None and around is not self._root:
            rest.append(around.tail or "")
            for following in around.itersiblings():
                rest += [visible_text(following), following.tail or ""]
            around = around.getparent()
        if text := tidy(" ".join(rest)):
            self._out.append(Line(Role.BOILERPLATE, text, rule=rule))

    def _enter_in_whole(self, element: _Element, role: Role, stack: list[_Step]) -> None:
        """Read a block that becomes part of the line, list or table around it.

        Pictures and players become separate blocks; inside a related link, they are removed.
        """
        tag = element.tag
        if role is Role.CREDIT:
            self._credit_beside(element)
        elif role is Role.FIGURE:
            if self._whole is not Role.RELATED:
                self._add_figure(element)
            else:
                self._remove(element, Role.BOILERPLATE, rules.PICTURE_OF_LINK)
        elif role is Role.EMBED:
            if self._whole is Role.RELATED:
                self._remove(element, Role.BOILERPLATE, rules.PLAYER_OF_LINK)
            elif not self._add_embeds(element):
                self._enter_playerless(stack)
                self._builder.space()
                stack.append(self._builder.space)
                self._inside(element, stack)
        elif (self._whole is Role.LIST and tag in ("li", "dt", "dd")) or (
            self._whole is Role.TABLE and tag in ("td", "th")
        ):
            self._part(element, stack)
        elif self._whole is Role.TABLE and tag == "tr":
            self._flush()  # text before it, such as the table's title, is a separate row
            self._rows.append([])
            self._inside(element, stack)
        elif tag == "a" and (href := element.get("href")):
            # A layout row for a prefix of classes can match both a box and its link.
            self._builder.begin("link", absolute(href, self._base))
            stack.append(self._builder.end)
            self._inside(element, stack)
        else:
            if self._whole is Role.LIST and role in (Role.HEADING, Role.PARAGRAPH):
                is_first = self._item_level is None and self._builder.is_empty
                self._item_level = (
                    _level(str(tag)) if role is Role.HEADING and is_first else _NO_HEADING
                )
            self._builder.space()
            stack.append(self._builder.space)
            self._inside(element, stack)

    def _part(self, element: _Element, stack: list[_Step]) -> None:
        """Read an item or cell; text before it is a separate item or cell."""
        self._flush()
        stack.append(self._flush_cell if self._whole is Role.TABLE else self._flush)
        self._inside(element, stack)

    def _enter_block(self, element: _Element, entry: Entry, role: Role, stack: list[_Step]) -> None:
        self._flush()
        if role is Role.FIGURE and not _is_table(element):
            self._add_figure(element)
        elif role is Role.CREDIT:
            self._credit_beside(element)
        elif role is Role.EMBED:
            if _is_drawing(element):
                self._remove(element, Role.BOILERPLATE, rules.BESIDE_PLAYER)
            elif not self._add_embeds(element):
                self._enter_playerless(stack)
                stack.append(self._flush)
                self._inside(element, stack)
        elif role is Role.PARAGRAPH or role in _WHOLE:
            self._begin_line(element, entry, role, stack)
        elif role in (Role.LIST, Role.TABLE):
            self._whole, self._items, self._rows, self._item_level = role, [], [], None
            self._builder.splits = False
            is_ordered, rule = element.tag == "ol", entry.rule
            stack.append(
                lambda: (
                    self._close_list(rule, is_ordered=is_ordered)
                    if role is Role.LIST
                    else self._close_table(rule)
                )
            )
            self._inside(element, stack)
        elif role in (Role.ASIDE, Role.LIVE_ENTRY) and len(self._outer) < MAX_ASIDE_DEPTH:
            self._outer.append(self._out)
            self._out = []
            identifier = (
                (element.get("data-post-id") or element.get("id"))
                if role is Role.LIVE_ENTRY
                else None
            )
            rule = entry.rule
            stack.append(lambda: self._close_group(role, rule, identifier))
            self._inside(element, stack)
        else:
            self.flattened += role in (Role.ASIDE, Role.LIVE_ENTRY)
            stack.append(self._flush)
            self._inside(element, stack)

    def _begin_line(self, element: _Element, entry: Entry, role: Role, stack: list[_Step]) -> None:
        """Read an element that becomes a line."""
        outer, is_whole = self._open, role in _WHOLE
        level, is_premium = _level(str(element.tag)), None in entry.premium
        self._open = _OpenLine(role, entry.rule, level, is_premium)
        self._has_text = self._has_text or role is Role.PARAGRAPH
        self._whole = role if is_whole else None
        self._first_picture = None
        self._builder.splits = not is_whole
        stack.append(lambda: self._close_line(outer))
        if element.tag == "a" and (href := element.get("href")):
            self._builder.begin("link", absolute(href, self._base))
            stack.append(self._builder.end)
        self._inside(element, stack)

    def _close_line(self, outer: _OpenLine | None) -> None:
        self._flush()
        line = self._open.last if self._open is not None else None
        if line is not None and self._out and self._out[-1] is line:
            if line.role is Role.CAPTION:
                self._caption_beside(line)
            elif line.role is Role.PARAGRAPH:
                self._caption_below(line)
        self._open, self._whole = outer, None
        self._builder.splits = True

    def _caption_beside(self, line: Line) -> None:
        """Add a caption outside a figure to the picture before it.

        Remove it if the picture has a caption, or if there is no picture. The caption of a table
        is a paragraph.
        """
        before = self._out[-2].block if len(self._out) > 1 else None
        if isinstance(before, Table):
            self._out[-1] = line._replace(role=Role.PARAGRAPH)
        elif isinstance(before, Figure) and not before.caption:
            self._out.pop()
            caption, credit = split_credit(line.text, before.alt)
            if before.credit or not credit:
                caption, credit = line.text, before.credit or ""
            credit, label = without_label(credit)
            figure = evolve(before, caption=caption, credit=credit or None)
            self._out[-1] = self._out[-1]._replace(block=figure)
            self._out += label
        else:
            self._out[-1] = line._replace(role=Role.BOILERPLATE, rule=rules.CAPTION_ALONE)

    def _credit_beside(self, element: _Element) -> None:
        """Add a credit outside a figure to the picture before it, or remove it."""
        before = self._out[-1].block if self._out else None
        credit, label = without_label(visible_text(element))
        if isinstance(before, Figure) and not before.credit and credit:
            self._out[-1] = self._out[-1]._replace(block=evolve(before, credit=credit))
            self._out += label
        else:
            self._remove(element, Role.BOILERPLATE, rules.CREDIT_ALONE)

    def _caption_below(self, line: Line) -> None:
        """Turn an italic paragraph that starts with a picture into the picture's caption.

        Authors write captions in this way if their content system has no field for them.
        """
        at, self._first_picture = self._first_picture, None
        if at is None or at != len(self._out) - 2:
            return
        picture = self._out[at]
        if isinstance(picture.block, Figure) and not picture.block.caption:
            covered = sum(mark.end - mark.start for mark in line.marks if mark.kind == "emphasis")
            if covered == len(line.text):
                figure = evolve(picture.block, caption=line.text)
                self._out[at:] = [picture._replace(block=figure)]

    def _close_list(self, rule: str, *, is_ordered: bool) -> None:
        self._flush()
        items, self._whole = self._items, None
        self._builder.splits = True
        if len(items) == 1 and self._item_level is not None and self._item_level != _NO_HEADING:
            # Some pages mark up a heading as a list with one item.
            self._out.append(
                Line(Role.HEADING, items[0].text, items[0].marks, rule, self._item_level)
            )
        elif items:
            self._out.append(
                Line(Role.LIST, rule=rule, block=ListBlock(items=tuple(items), ordered=is_ordered))
            )

    def _close_table(self, rule: str) -> None:
        self._flush_cell(only_if_text=True)
        rows, self._whole = [row for row in self._rows if any(cell.text for cell in row)], None
        self._builder.splits = True
        if any(len(row) > 1 for row in rows):
            self._out.append(Line(Role.TABLE, rule=rule, block=Table(rows=tuple(map(tuple, rows)))))
        else:  # a box drawn as a table of one column
            self._out += [
                Line(Role.PARAGRAPH, cell.text, cell.marks, rule) for row in rows for cell in row
            ]

    def _close_group(self, role: Role, rule: str, identifier: str | None) -> None:
        self._flush()
        lines, self._out = tuple(self._out), self._outer.pop()
        if lines:
            self._out.append(Line(role, rule=rule, lines=lines, identifier=identifier))

    def _flush_cell(self, *, only_if_text: bool = False) -> None:
        texts = self._builder.finish()
        if texts or not only_if_text:
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append(texts[0] if texts else Text(text=""))

    def _flush(self) -> None:
        """Turn the builder's texts into lines, list items or cells."""
        if self._builder.is_empty:
            return
        texts = self._builder.finish()
        if self._whole is Role.LIST:
            self._items += texts
        elif self._whole is Role.TABLE:
            self._rows.append(list(texts))
        elif self._open is not None:
            part = self._open
            for text in texts:
                part.at = len(self._out)
                part.last = Line(
                    part.role,
                    text.text,
                    text.marks,
                    part.rule,
                    part.level,
                    is_premium=part.is_premium,
                )
                self._out.append(part.last)
        else:
            role = self._whole or Role.PARAGRAPH
            self._has_text = True
            self._out += [
                Line(role, text.text, text.marks, rules.LOOSE_TEXT, is_loose=True) for text in texts
            ]

    def _mark_premium(self, line: _OpenLine) -> None:
        """Mark the open line as reserved for subscribers, including its last part so far."""
        line.is_premium = True
        at, last = line.at, line.last
        if last is not None and at < len(self._out) and self._out[at] is last:
            line.last = self._out[at] = last._replace(is_premium=True)

    def _remove(self, element: _Element, role: Role, rule: str) -> None:
        if role is Role.BADGE and self._open is not None:
            self._mark_premium(self._open)
        text = visible_text(element)
        if text:
            if self._whole is None and element.tag in SEPARATE_TAGS:
                self._flush()
            self._out.append(Line(role, text, rule=rule))

    def _add_figure(self, element: _Element) -> None:
        parts = list(element.iter("*"))
        figure, removed = read_figure(element, parts, self._entries, self._base)
        if figure is not None:
            self._out.append(Line(Role.FIGURE, rule=rules.FIGURE, block=figure))
            if self._open is not None and self._open.last is None:
                self._first_picture = len(self._out) - 1
        self._out += [*self._players(parts), *removed]

    def _players(self, parts: list[_Element]) -> list[Line]:
        return [
            Line(Role.EMBED, rule=rules.EMBED, block=embed)
            for embed in read_embeds(parts, self._base)
        ]

    def _add_embeds(self, element: _Element) -> bool:
        """Add the players of an element, and remove its text, except the text of quoted posts.

        Return False if the element neither contains players nor is one itself.
        """
        # If an element has no players, its descendants have none.
        players = [] if self._is_playerless else self._players(list(element.iter("*")))
        if not players and element.tag not in PLAYERS:
            return False
        self._out += players
        texts = [
            line.block.text for line in players if isinstance(line.block, Embed) and line.block.text
        ]
        rest = visible_text(element)
        for text in texts:
            rest = rest.replace(text, " ")
        if rest.strip():
            self._out.append(Line(Role.BOILERPLATE, tidy(rest), rule=rules.BESIDE_PLAYER))
        return True

    def _enter_playerless(self, stack: list[_Step]) -> None:
        if not self._is_playerless:
            self._is_playerless = True
            stack.append(self._leave_playerless)

    def _leave_playerless(self) -> None:
        self._is_playerless = False


_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}


def _is_drawing(element: _Element) -> bool:
    """Match an element with a drawing, such as a chart, and little text. Icons are simpler."""
    has_shapes = any(
        sum(1 for _ in islice(drawing.iterdescendants("*"), _SHAPES)) == _SHAPES
        for drawing in element.iter("svg")
    )
    return has_shapes and len(visible_text(element)) <= _LEGEND


def _is_table(element: _Element) -> bool:
    """Match a figure with a table and no picture, as written by WordPress since 2018."""
    return element.find(".//table") is not None and element.find(".//img") is None


def _has_link(element: _Element) -> bool:
    return element.find(".//a") is not None


def _is_replaced(element: _Element) -> bool:
    """Return True if inserted words are next to these deleted words."""
    before, after = element.getprevious(), element.getnext()
    return (after is not None and after.tag == "ins" and not tidy(element.tail or "")) or (
        before is not None and before.tag == "ins" and not tidy(before.tail or "")
    )


def _is_premium(element: _Element, entry: Entry) -> bool:
    """Return True if an element marks a related link's target as reserved for subscribers."""
    return any(
        name is None or element.get(name) not in (None, "", "0", "false") for name in entry.premium
    )


def _level(tag: str) -> int:
    return _LEVELS.get(tag, 2)
