"""Joins text nodes, as extracted with BeautifulSoup's `get_text`, into blocks.

`get_text("\\n", strip=True)` splits sentences at inline elements. `get_text()` keeps the lines of
the source; if the source is one line, only runs of spaces separate its blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import define

from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.metadata.bylines import looks_like_name
from lemonde_parse.wording.matching import is_phrase, matcher
from lemonde_parse.wording.phrases import PhraseKind

_GAP = re.compile(r" {2,}+")
_WIDE_GAP: Final = "   "
_LONG_LINE: Final = 2_000
"""Minimum length of a line that is an entire page; the longest paragraphs have about 1,800."""
_GAPS: Final = 20
"""Minimum number of wide gaps in a line that is an entire page; people rarely type three spaces."""
_BROKEN: Final = 3
"""Minimum number of broken sentences in a text that was split at inline elements."""
_DEEP: Final = 8 * " "
"""Minimum indent of a continuation line in a page's source."""
_INLINE: Final = 60
"""Maximum length of a name in a link, or of an emphasised word."""
_HEADED: Final = 60
"""A text of at least this length is not a heading, and may continue on the next line."""
_LONGEST_QUOTE: Final = 2_000
"""Maximum length of a block that continues because a quotation mark is open; if it is longer, the
closing mark is probably missing."""
_SPEAKER: Final = 40
"""Maximum length of a speaker's name before a colon."""
LONGEST_WORD: Final = 20
"""Number of characters at the end of a block that are examined for its last word."""

_AFTER_SENTENCE: Final = frozenset(".!?…")
_PUNCTUATION: Final = frozenset(",.;)")
_CONTINUES: Final = _PUNCTUATION | frozenset(":]…%»”?!")
_CLOSES: Final = "»”\"' \u00a0\u202f"
_OPENING: Final = "«“(["
_CLOSING: Final = "»”)]"
_UNFINISHED: Final = frozenset(_OPENING + ",")
_QUOTING: Final = frozenset('«“"(')
_APOSTROPHES: Final = frozenset("'’")
_GLUED: Final = _APOSTROPHES | frozenset(",.)]…")
_GLUES: Final = _APOSTROPHES | frozenset("([")
NEVER_LAST: Final = re.compile(
    r"(?:^|[\s\u00a0\u202f’'(«])(?:"
    r"à|a|au|aux|avec|ce|cette|ces|chez|comme|dans|de|depuis|des|du|en|entre|est|et|la|le|les"
    r"|leurs?|mais|ne|où|ou|par|pas|pour|que|qui|sa|sans|se|selon|ses|son|sont|sous|sur|une?|vers|y"
    r"|La|Le|Les|Une?|Ce|Cette|Dans|Et|Mais|Par|Pour|By|MM?\.|Mmes?|Mlles?|Me|Dr|Mgr|[IVXLC]{1,5}e"
    r"|an|and|at|by|for|from|in|of|on|that|the|to|with|The|Mrs?\.?"
    r"|(?:[cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu|jusqu|quelqu)['’])$"
)
"""Words that no paragraph ends with."""
_WHOLE: Final[tuple[PhraseKind, ...]] = (
    "end", "beside", "comments", "share", "status", "badge", "author"
)  # fmt: skip
"""Kinds of phrases that are always a block of their own."""
_BEFORE_AUTHOR: Final = ("Par", "par", "By")
"""Words before the linked name of an author."""
_PARTICLES: Final = frozenset(["d", "de", "des", "du", "et", "l", "la", "le", "les", "of", "the"])
_WORD = re.compile(r"\w+")
_ORDINAL = re.compile(r"(?:er|re|e|ère|ème|nde?|os?|mes?|lles?|st|rd|th)")
_NUMERAL = re.compile(r"(?:\d|\b[IVXLC]{1,5}|\b[Mn]|\bD)$")


def restore_blocks(text: str) -> str:
    """Join text nodes, or lines of a page's source, into one line per block.

    Return any other text unchanged.

    >>> nodes = "Le maire de" + 40 * " Nice" + "\\nJean Petit\\na dit\\n« non »\\n, puis\\noui\\n."
    >>> restore_blocks(nodes)[-41:]
    ' Nice Jean Petit a dit « non », puis oui.'
    """
    lines = text.splitlines()
    if any(len(line) >= _LONG_LINE and line.count(_WIDE_GAP) >= _GAPS for line in lines):
        nodes = [node for line in lines for node in _GAP.split(line.strip())]
        return "\n".join(_blocks(nodes, _continues_surely))
    if all(lines) and max(map(len, lines), default=0) > LIMITS.short:
        nodes = list(_unindented(lines, " "))
        return "\n".join(_blocks(nodes, _continues)) if _is_broken(nodes) else text
    # Empty lines separate the blocks, which may be indented. A deep indent marks a continuation.
    return "\n".join(_unindented(lines, _DEEP)) if _is_source(lines) else text


def _is_source(lines: Sequence[str]) -> bool:
    """Match lines with continuations that are deeply indented, as in a page's source."""
    broken = (
        above[:1] not in ("", " ") and below.startswith(_DEEP) and _breaks_off(above, below)
        for above, below in pairwise(lines)
    )
    return sum(broken) >= _BROKEN


def _unindented(lines: Sequence[str], indent: str) -> Iterator[str]:
    """Yield the lines, joined with the indented lines that continue them."""
    parts: list[str] = []
    for line in lines:
        bare = line.strip()
        if (
            parts
            and bare
            and line.startswith(indent)
            and (indent == _DEEP or not _ends_sentence(parts[-1]))
        ):
            parts.append(bare)
            continue
        if parts:
            yield " ".join(parts)
        if not bare:
            yield ""
        parts = [bare] if bare else []
    if parts:
        yield " ".join(parts)


def _is_broken(lines: Sequence[str]) -> bool:
    """Match lines with broken sentences.

    Either several lines break off and one of them is long, or a line starts with punctuation. If
    all lines that break off are short, they may be a list.
    """
    lengths = [len(above) for above, below in pairwise(lines) if _breaks_off(above, below)]
    return (len(lengths) >= _BROKEN and max(lengths) >= _HEADED) or any(
        line[:1] in _PUNCTUATION for line in lines
    )


def _breaks_off(above: str, below: str) -> bool:
    below = below.lstrip()
    first = below[1:2] if below[:1] in _APOSTROPHES else below[:1]
    return (first.islower() and above.rstrip()[-1:] not in _AFTER_SENTENCE) or first in _CONTINUES


@define
class _Block:
    """The text nodes of a block so far, with counts that make it cheap to add a node.

    Mutable, because a block grows node by node.
    """

    parts: list[str]
    length: int = 0
    quoted: int = 0
    """Number of open quotation marks and brackets."""
    straight: int = 0
    """Number of straight quotation marks."""
    tail: str = ""
    """The last characters."""

    def add(self, node: str) -> None:
        self.parts.append(node)
        self.tail = (self.tail + node)[-LONGEST_WORD:]
        self.length += len(node)
        self.quoted += sum(map(node.count, _OPENING)) - sum(map(node.count, _CLOSING))
        self.straight += node.count('"')

    @property
    def is_open(self) -> bool:
        """True if a quotation mark or bracket is not closed."""
        return self.quoted > 0 or self.straight % 2 == 1


def _blocks(nodes: Sequence[str], continues: Callable[[_Block, str, str], bool]) -> Iterator[str]:
    """Join text nodes into blocks."""
    block = _Block([])
    nodes = [node for node in nodes if node]
    for node, below in zip(nodes, [*nodes[1:], ""], strict=True):
        if block.parts and continues(block, node, below) and not _is_whole(block, node):
            block.add(_space(block, node) + node)
            continue
        if block.parts:
            yield "".join(block.parts)
        block = _Block([])
        block.add(node)
    if block.parts:
        yield "".join(block.parts)


def _is_whole(block: _Block, node: str) -> bool:
    """Match a block that is complete before `node`: a known phrase, or a byline."""
    if block.length > LIMITS.heading:
        return False
    first, *rest = block.parts
    if rest:
        return (
            first.endswith(_BEFORE_AUTHOR)
            and looks_like_name("".join(rest).strip())
            and (node[0].isupper() or node[0] in '«“"')
        )
    return is_phrase(first, *_WHOLE)


def _continues_surely(block: _Block, node: str, _: str) -> bool:
    """Match a node that certainly continues the block, without examining the next node."""
    return (
        _breaks_off(block.tail, node)
        or block.tail[-1] in _UNFINISHED
        or NEVER_LAST.search(block.tail) is not None
    )


def _continues(block: _Block, node: str, below: str) -> bool:
    """Match a node that continues the block."""
    if _continues_surely(block, node, below) or (block.is_open and block.length <= _LONGEST_QUOTE):
        return True
    if matcher("label", "badge").match_prefix(node):
        return False
    above = block.parts[-1]
    is_broken = _breaks_off(node, below)
    if _ends_sentence(above):
        return is_broken and node[0] in _QUOTING
    if node[0] in _QUOTING:
        return is_broken or block.length >= _HEADED or node[0] == "("
    if above[-1] == ":":
        return block.length <= _SPEAKER or (is_broken and len(node) <= _INLINE)
    return is_broken and len(node) <= _INLINE and _is_name(node)


def _is_name(node: str) -> bool:
    """Match capitalised words, as in a name."""
    return all(word[0].isupper() or word in _PARTICLES for word in _WORD.findall(node))


def _ends_sentence(node: str) -> bool:
    return node.rstrip(_CLOSES)[-1:] in _AFTER_SENTENCE


def _space(block: _Block, node: str) -> str:
    """Return the space that `get_text` stripped between a block and a node, or ""."""
    tail = block.tail
    is_glued = (
        node[0] in _GLUED
        or tail[-1] in _GLUES
        or (_ORDINAL.fullmatch(node) and _NUMERAL.search(tail))
        or (block.straight % 2 == 1 and '"' in (tail[-1], node[0]))
        or (block.length == 1 and tail.isupper() and node[0].islower())  # a drop cap
    )
    return "" if is_glued else " "
