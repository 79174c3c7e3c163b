"""Extracts the English of a file: comments and docstrings of Python; paragraphs, headings and cells
of Markdown.

Quotations of pages and programs are left out, since they must not be reworded: text in "…", “…”,
«…» or backticks, examples with prompts, fenced code, block quotes, addresses.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_QUOTED: Final = re.compile(
    r"``[^`]*``|`[^`]*`|\"[^\"\n]*(?:\n[^\"\n]*)?\"|“[^”]*”|«[^»]*»|<!--.*?-->|\]\([^)\s]*\)|https?://\S+",
    re.DOTALL,
)
_DIRECTIVE: Final = re.compile(r"#+ ?(?:noqa|type:|fmt:|pyright:|pragma:|!)")
_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,}|:{3,})")
_NO_PROSE: Final = re.compile(r"\s*(?:$|>|\||#|\(.*\)=$)")
"""Lines of Markdown that end a paragraph, because they are not part of one."""


class Passage(NamedTuple):
    """A text without its quotations, with the line at which it starts."""

    line: int
    text: str

    def line_of(self, position: int) -> int:
        """Return the number of the line at a position of the text."""
        return self.line + self.text.count("\n", 0, position)


def passages(path: Path) -> Iterator[Passage]:
    """Yield the comments and docstrings of a Python file, or the paragraphs, headings and cells of
    a Markdown file."""
    source = path.read_text("utf-8")
    texts = _of_markdown(source) if path.suffix == ".md" else _of_python(source)
    return (Passage(line, _QUOTED.sub(_blank, text)) for line, text in texts)


def _blank(quoted: re.Match[str]) -> str:
    """Replace a quotation with a placeholder with the same number of lines."""
    return "…" + "\n" * quoted[0].count("\n")


def _of_python(source: str) -> Iterator[tuple[int, str]]:
    yield from _comments(source)
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.lineno, _without_examples(node.value.value)


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Yield comments; comments on consecutive lines are joined into one."""
    start, end, lines = 0, -1, list[str]()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT or _DIRECTIVE.match(token.string):
            continue
        row, column = token.start
        is_alone = not token.line[:column].strip()
        if not (is_alone and row == end + 1):
            if lines:
                yield start, "\n".join(lines)
            start, lines = row, []
        lines.append(token.string.lstrip("# "))
        end = row if is_alone else -1
    if lines:
        yield start, "\n".join(lines)


def _without_examples(docstring: str) -> str:
    """Blank out the lines with prompts, and the output below them."""
    lines, is_example = list[str](), False
    for line in docstring.split("\n"):
        is_example = line.lstrip().startswith(">>>") or (is_example and line.strip() != "")
        lines.append("" if is_example else line.strip())
    return "\n".join(lines)


def _of_markdown(source: str) -> Iterator[tuple[int, str]]:
    fence = ""
    start, lines = 1, list[str]()
    for number, line in enumerate(source.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark[1]
        is_prose = not fence and mark is None and _NO_PROSE.match(line) is None
        is_item = re.match(r"\s*(?:[-*+]|\d+\.) ", line) is not None
        if lines and (not is_prose or is_item):
            yield start, "\n".join(lines)
            lines = []
        if is_prose:
            start = start if lines else number
            lines.append(re.sub(r"^\s*(?:[-*+]|\d+\.)? *", "", line))
        elif not fence and mark is None and line.lstrip().startswith(("#", "|")):
            cells = (cell.strip() for cell in line.strip().strip("#|").split("|"))
            yield from ((number, cell) for cell in cells if cell)
    if lines:
        yield start, "\n".join(lines)
