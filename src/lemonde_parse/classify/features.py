"""Features of lines, which rules require or forbid.

The features of a line are the bits of one number, so that the engine finds the rules that may match
the line with one look-up. Features that few rules need, or that depend on the roles of other lines,
are methods and properties of `Run`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, Literal

from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.intake.limits import MAX_LINE
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.wording.matching import matcher, may_point_elsewhere
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.punctuation import STOPS

Source = Literal["page", "dump", "paste", "markdown"]
"""Where lines come from: HTML, a page printed as text, a pasted text, Markdown."""

_bits = iter(range(64))


def _bit() -> int:
    return 1 << next(_bits)


# Length
UP_TO_GENRE: Final = _bit()
UP_TO_NAME: Final = _bit()
UP_TO_SHORT: Final = _bit()
UP_TO_HEADING: Final = _bit()
UP_TO_SIGNATURE: Final = _bit()
UP_TO_LONG_HEADING: Final = _bit()
UP_TO_HEADLINE: Final = _bit()
# Closing punctuation; quotation marks after it are ignored
ENDS_QUESTION: Final = _bit()
"""Ends with "?", "…" or "..."."""
ENDS_STOP: Final = _bit()
"""Ends with a full stop."""
ENDS_OPEN: Final = _bit()
"""Ends with a colon, a semicolon or a comma."""
ENDS_SENTENCE: Final = _bit()
"""Ends with one of ``.!?…:;,``, and no quotation mark follows."""
# Letters
NO_WORDS: Final = _bit()
"""Without letters or digits."""
CAPITALS: Final = _bit()
"""At least four capital letters and no lower-case ones, in a line no longer than a heading."""
AUTHOR: Final = _bit()
"""Starts with the name of an author of the article."""
MAY_POINT: Final = _bit()
"""A paragraph that has no link, but may be worded like a related link. On pages, it is at most as
long as a headline."""
# Formatting and structure
LINK: Final = _bit()
BOLD: Final = _bit()
"""Bold on every letter and digit."""
ITALIC: Final = _bit()
"""More than half of the characters are in italics."""
LOOSE: Final = _bit()
"""The text is directly between blocks, without an element of its own."""
LIST: Final = _bit()
# Position in a text
ITEM: Final = _bit()
"""Follows a bullet or a number."""
BUTTON: Final = _bit()
"""A button's label, alone on its line."""
DEEPER: Final = _bit()
"""Below an empty line, and indented slightly more than the paragraphs."""
OUTDENTED: Final = _bit()
"""Indented less than the lines before and after it."""
GLUED: Final = _bit()
"""Directly below another line, without an empty line between."""
APART: Final = _bit()
"""At least one empty line above, exactly two below."""
BEYOND: Final = _bit()
"""After the end of a pasted article."""
# Shared by all lines that are classified together
IN_PAGE: Final = _bit()
IN_DUMP: Final = _bit()
IN_PASTE: Final = _bit()
IN_MARKDOWN: Final = _bit()
"""The lines of an entire page in Markdown also have IN_DUMP."""
DATED: Final = _bit()
"""Below the dateline of a text."""
DOTTED: Final = _bit()
"""Below a numeric dateline, "04.05.2015 à 13h36"."""
SPACED: Final = _bit()
"""In a text that separates its paragraphs by empty lines."""
TOP: Final = _bit()
"""At the top level: not in a box."""
BOLD_HEADINGS: Final = _bit()
"""In a layout whose headings are short bold lines."""

TEXT: Final = IN_DUMP | IN_PASTE | IN_MARKDOWN
IN: Final[dict[Source, int]] = {
    "page": IN_PAGE, "dump": IN_DUMP, "paste": IN_PASTE, "markdown": IN_MARKDOWN
}  # fmt: skip

WORDING_ROLES: Final[dict[PhraseKind, Role]] = {
    "notice": Role.PAYWALL,
    "paywall": Role.PAYWALL,
    "label": Role.RELATED,
    "status": Role.STATUS,
    "badge": Role.BADGE,
    "comments": Role.COMMENTS,
    "share": Role.SHARE,
    "newsletter": Role.NEWSLETTER,
    "promotion": Role.PROMOTION,
    "advertisement": Role.ADVERTISEMENT,
    "boilerplate": Role.BOILERPLATE,
    "metadata": Role.METADATA,
    "dateline": Role.METADATA,
    "byline": Role.BYLINE,
}
"""For each kind of phrase, the role of a line that is, or starts with, such a phrase.

If several match, the first kind applies.
"""
_BOXED: Final[tuple[PhraseKind, ...]] = ("button", "newspaper", "beside", "network", "author")
"""Phrases that start or end a box in a text, and labels of buttons in a row."""
PHRASE: Final[dict[PhraseKind, int]] = {kind: _bit() for kind in (*WORDING_ROLES, *_BOXED)}
"""The bit for each kind of phrase that a line may consist of, or start with."""

ENDS: Final = (*STOPS, ":")
"""Punctuation that ends a sentence, and the colon, which introduces the next line."""
_CLOSED: Final = '»”" \u00a0'
_ENDS: Final = {
    ".": ENDS_STOP,
    "?": ENDS_QUESTION,
    "…": ENDS_QUESTION,
    ":": ENDS_OPEN,
    ";": ENDS_OPEN,
    ",": ENDS_OPEN,
}
_LAST: Final = frozenset(".!?…:;,")
_LEAST_CAPITALS: Final = 4
"""Minimum number of letters in a heading in capitals; "CGT" may answer a question."""


def closing(text: str) -> str:
    """Strip closing quotation marks and spaces from the end of a text."""
    return text.rstrip(_CLOSED)


def ends_sentence(text: str) -> bool:
    """Match a line that ends like a sentence, or with a colon.

    >>> ends_sentence("« Il pleut. »"), ends_sentence("Il pleut,")
    (True, False)
    >>> all(map(ends_sentence, ("Il pleut !", "Il pleut ?", "Il pleut…", "Il pleut :")))
    True
    """
    return closing(text).endswith(ENDS)


def has_words(text: str) -> bool:
    """Match a text that contains a letter or a digit."""
    return any(map(str.isalnum, text))


def is_wholly(line: Line, kind: Literal["strong", "emphasis"]) -> bool:
    """Match a line with this formatting on every letter and digit.

    At most `LIMITS.outside` characters, such as quotation marks, may precede it.
    """
    text, position = line.text, 0
    is_marked = False
    for mark in line.marks:
        if mark.kind == kind:
            if mark.start > LIMITS.outside and not is_marked:
                return False
            if has_words(text[position : mark.start]):
                return False
            is_marked, position = True, mark.end
    return is_marked and not has_words(text[position:])


@cache
def length_bits() -> tuple[int, ...]:
    """Return the length features by length, up to the length of a headline."""
    limits = (
        (LIMITS.genre, UP_TO_GENRE),
        (LIMITS.name, UP_TO_NAME),
        (LIMITS.short, UP_TO_SHORT),
        (LIMITS.heading, UP_TO_HEADING),
        (LIMITS.signature, UP_TO_SIGNATURE),
        (LIMITS.long_heading, UP_TO_LONG_HEADING),
        (LIMITS.headline, UP_TO_HEADLINE),
    )
    return tuple(
        sum(bit for limit, bit in limits if length <= limit)
        for length in range(max(limit for limit, _ in limits) + 1)
    )


def features(line: Line) -> int:
    """Return the features that follow from a line's own characters, formatting and block."""
    text = line.text
    if not text:
        return LIST if isinstance(line.block, ListBlock) else 0
    length = len(text)
    lengths = length_bits()
    bits = lengths[length] if length < len(lengths) else 0
    last = text[-1]
    if last in _LAST:
        bits |= ENDS_SENTENCE | _ENDS.get(last, 0)
        if text.endswith("..."):
            bits |= ENDS_QUESTION
    elif last in _CLOSED:
        bare = closing(text)
        bits |= _ENDS.get(bare[-1:], 0) | (ENDS_QUESTION if bare.endswith("...") else 0)
    if not has_words(text):
        bits |= NO_WORDS
    if length <= LIMITS.heading and _is_capitals(text):
        bits |= CAPITALS
    if line.is_loose:
        bits |= LOOSE
    if line.marks:
        bits |= _of_marks(line)
    return bits


def _of_marks(line: Line) -> int:
    bits = LINK if any(mark.kind == "link" for mark in line.marks) else 0
    if is_wholly(line, "strong"):
        bits |= BOLD
    slanted = sum(mark.end - mark.start for mark in line.marks if mark.kind == "emphasis")
    return bits | ITALIC if slanted > len(line.text) // 2 else bits


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS


def may_point(text: str) -> bool:
    """Match a text that may be a related link without an address.

    This is a cheap test; rules that need `MAY_POINT` test exactly.
    """
    return "|" in text or may_point_elsewhere(text)


def wording_reader(source: Source, journal: Journal) -> Callable[[str], int]:
    """Return a function that finds the phrase features of a line."""
    phrase_of = matcher(*WORDING_ROLES).phrase_of
    boxed_phrase_of = matcher(*_BOXED).phrase_of if source != "page" else None

    def wording_bits(text: str) -> int:
        phrase = phrase_of(text[:MAX_LINE])
        bits = 0
        if phrase is not None:
            if len(text) <= MAX_LINE:
                bits = PHRASE[phrase.kind]
            elif phrase.match == "prefix":
                message = (
                    f"kept a line of {len(text)} characters that starts with a known phrase; "
                    f"the limit is {MAX_LINE}"
                )
                journal.warn("limit", message)
        if boxed_phrase_of is not None and len(text) <= LIMITS.name:
            boxed = boxed_phrase_of(text)
            bits |= PHRASE[boxed.kind] if boxed is not None else 0
        return bits

    return wording_bits
