"""Computes the span of each block, box, title, item and cell in the text of an Article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lemonde_parse.blocks import Aside, Block, Embed, Figure, ListBlock, LiveEntry, Table
from lemonde_parse.spans import SpannedText, TextSpan

if TYPE_CHECKING:
    from lemonde_parse.article import Article

_BETWEEN = "\n\n"


def text_spans(article: Article, *, head: bool = False) -> SpannedText:
    """Implement `Article.text_spans`."""
    layout = _Layout()
    if head:
        for name in ("headline", "description"):
            layout.part(getattr(article, name), name, name)
    layout.blocks(article.body, "body")
    return SpannedText(text="".join(layout.parts), spans=tuple(layout.spans))


class _Layout:
    """Joins texts as `Article.text` does, and collects their spans."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.spans: list[TextSpan] = []
        self._length = 0

    def part(self, text: str | None, path: str, kind: str) -> None:
        """Add a text and its span, separated from the text before by an empty line.

        Do nothing if the text is empty.
        """
        if text:
            self._add(_BETWEEN if self.parts else "")
            self.spans.append(
                TextSpan(start=self._length, end=self._length + len(text), path=path, type=kind)
            )
            self._add(text)

    def blocks(self, blocks: Iterable[Block], path: str) -> None:
        """Add the texts of the blocks at a path."""
        for index, block in enumerate(blocks):
            here = f"{path}[{index}]"
            if isinstance(block, Figure | Embed):
                continue
            if isinstance(block, Aside | LiveEntry):
                self._box(block, here)
                continue
            self.part(block.text, here, block.type)
            if block.text and isinstance(block, ListBlock):
                self._pieces(
                    [
                        [(item.text, f"{here}.items[{number}]")]
                        for number, item in enumerate(block.items)
                    ],
                    "item",
                )
            elif block.text and isinstance(block, Table):
                lines = [
                    [
                        (cell.text, f"{here}.rows[{number}][{column}]")
                        for column, cell in enumerate(row)
                    ]
                    for number, row in enumerate(block.rows)
                ]
                self._pieces(lines, "cell")

    def _box(self, block: Aside | LiveEntry, path: str) -> None:
        """Add a box, with a span from its first text to the end of its last one."""
        at, before = len(self.spans), len(self.parts)
        if isinstance(block, Aside):
            self.part(block.title, f"{path}.title", "title")
        else:
            self.part(block.headline, f"{path}.headline", "headline")
        self.blocks(block.blocks, f"{path}.blocks")
        if len(self.parts) > before:
            self.spans.insert(
                at,
                TextSpan(start=self.spans[at].start, end=self._length, path=path, type=block.type),
            )

    def _pieces(self, lines: Iterable[list[tuple[str, str]]], kind: str) -> None:
        """Add spans of the items or cells of the last block. They are separated by one character in
        the block's text."""
        start = self.spans[-1].start
        for line in lines:
            for text, path in line:
                if text:
                    self.spans.append(
                        TextSpan(start=start, end=start + len(text), path=path, type=kind)
                    )
                start += len(text) + 1
            if not line:
                start += 1

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
