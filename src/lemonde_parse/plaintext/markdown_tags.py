"""Keeps markdown-it from backtracking on tags.

In markdown-it's pattern for tags, a no-break space may be part of an unquoted value, or separate
two attributes. With n such spaces, a search tries 2^n combinations. In CommonMark and in
browsers, only ASCII whitespace separates attributes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# https://spec.commonmark.org/0.31.2/#raw-html
_TAG = re.compile(
    r"<(?:[!?]|/?[a-zA-Z][a-zA-Z0-9-]*+"
    r"(?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\"'=<>`\x00-\x20]++|'[^']*+'|\"[^\"]*+\"))?+)*+\s*+/?>)",
    re.ASCII,
)


def check_tags(parser: MarkdownIt) -> None:
    """Make a parser ignore tags on which it would backtrack."""
    from markdown_it.rules_block.html_block import HTML_SEQUENCES, html_block
    from markdown_it.rules_inline import html_inline

    def inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # as markdown-it calls it
        return _TAG.match(state.src, state.pos) is not None and html_inline(state, silent)

    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        begin = state.bMarks[start] + state.tShift[start]
        line = state.src[begin : state.eMarks[start]]
        # Only the last kind of HTML block starts with a complete tag; the others start with the
        # name of a tag, or with "<!" or "<?". Blocks of the last kind are read as paragraphs.
        is_block = any(kind[0].search(line) for kind in HTML_SEQUENCES[:-1])
        return is_block and html_block(state, start, end, silent)

    parser.inline.ruler.at("html_inline", inline)
    interrupted = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.at("html_block", block, {"alt": interrupted})
