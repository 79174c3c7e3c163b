"""Undoes what programs do when they print a page: joins wrapped lines, removes added characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import sub
from string import digits
from typing import Final, NamedTuple

from lemonde_parse.blocks import Mark
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.line import Line
from lemonde_parse.plaintext.text_nodes import LONGEST_WORD, NEVER_LAST, restore_blocks
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.wording.matching import is_phrase, matcher
from lemonde_parse.wording.punctuation import SENTENCE_ENDS
from lemonde_parse.wording.whitespace import fold_spaces

_BULLETS: Final = "*+•o#□☆○◦▪■-"
"""Bullets of lynx, w3m, links and pandoc."""
_PRINTED_BULLETS: Final = frozenset("*•")
"""Bullets that programs print and authors do not write."""
_MANY: Final = 5
"""If at least this many lines have printed bullets, dashes are not bullets."""
_BULLET = re.compile(rf"(?:[{_BULLETS}]|\d{{1,3}}[.)])\s+(?=\S)")
_NO_WORDS: Final = frozenset(["", *_BULLETS])
_BEGINS_ITEM: Final = frozenset(_BULLETS + digits)
_NUMBER = re.compile(r"\[\d{1,4}\]")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_PICTURE = re.compile(
    r"\[[^\[\]]{4,160}\.(?:jpe?g|png|gif|webp|svg)\]"
    r"|\[(?:INLINE|IMAGE|IMG|LINK|(?=[\da-f]{0,6}[a-f])[\da-f]{7}[\w-]{0,16})?\]",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"\(BUTTON\)\s*")
# Words that a no-break space ties to the next word, so that text browsers do not wrap there: « a »,
# 24 septembre, XIX^e siècle, M. Durand.
_HOLDS_NEXT = re.compile(r"(?:\[\d+\])?[«“(]+|\d[\d.,-]*|\w+\^\w+|M\.|MM\.|n°|p\.|et|[A-Z]\.")
_HELD: Final = frozenset(["»", ":", "?", "!", ";", "%", "€", "$"])
_BEFORE_ITEM: Final = tuple(".!?…»:;,")
"""Punctuation at the end of a line above a list item."""
# Superscripts as written by lynx, pandoc and Markdown: M^me, M^(me ), M<sup>me</sup>.
_RAISED = re.compile(r"(?<=\w)\^(\w{1,4})\b|(?<=\w)\^\((\w{1,4})(\s?)\)|<sup>([^<>]{1,40})</sup>")

_MAX_WRAP: Final = 220
"""Maximum number of columns of a wrapped text; printed pages have 72 to 200."""
_MAX_HELD: Final = 5
"""Maximum number of words tied together by no-break spaces."""
_NEARLY: Final = 14
"""A line with fewer free columns than this is nearly full. lynx may break lines early, because it
counts bytes instead of characters."""
_SHORT_FILE: Final = 60
"""Maximum number of lines in a text whose width may be read from a few lines."""
_LEAST_WIDTH: Final = 60
_MAX_WIDTH: Final = 100
"""Range of the width, in columns, of a text with few lines; verse is narrower, unwrapped
paragraphs are wider."""
_NEAR: Final = 0.75
"""Minimum length of a long line in a text with few lines, as a share of the width."""
_FEW: Final = 3
"""Minimum number of full lines in a wrapped text."""
_JOINING: Final = frozenset(["et", "ou", "and", "or"])
"""Words after a hyphen that stands for the end of a later word: "pré- et postnatal"."""
# A drop cap with a space after it: "L a mer", "L 'été"; but "A", "I", "O" and "Y" are words, and
# "M le magazine du Monde" is a supplement.
_DROP_CAP = re.compile(r"(?!M le mag)[B-HJ-NP-XZÉÊ] [a-zà-ÿ'’]")
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}(?=-$)")
_LETTERS = re.compile(r"[^\W\d_]{2,80}")
_CROWD: Final = 6
"""A line with at most this many free columns is evidence of the width."""
OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Placeholder for a picture or another block without text of its own, in a Markdown text."""


class Piece(NamedTuple):
    """A paragraph of a text, with its wrapped lines joined, or another line, such as a title."""

    text: str
    indent: int = 0
    """Number of columns before the first line."""
    is_item: bool = False
    """Follows a bullet or a number."""
    is_glued: bool = False
    """No empty line before it."""
    is_apart: bool = False
    """At least one empty line above, exactly two below."""
    is_button: bool = False
    """The label of a button, on a line without other text."""
    marks: tuple[Mark, ...] = ()
    line: Line | None = None
    """In Markdown, the line that this piece was made from."""


def unwrap(text: str) -> Iterator[Piece]:
    """Join wrapped lines, and yield the paragraphs.

    A line continues on the next one if the next word would not have fitted. `_is_wrapped` lists the
    other signs of a wrapped line.
    """
    lines = [line.rstrip() for line in restore_blocks(text.expandtabs(4)).splitlines()]
    bares = [line.lstrip() for line in lines]
    lengths = list(map(len, lines))
    indents = list(map(sub, lengths, map(len, bares)))
    width = _width(lines, lengths, indents)
    is_spaced = width > 0 and _is_spaced(lines, lengths, indents, width)
    words = _words(lines) if width else frozenset()
    has_bullets = sum(bare[:1] in _PRINTED_BULLETS and bare[1:2] == " " for bare in bares) >= _MANY
    parts: list[str] = []  # of the current paragraph
    at, is_item, is_glued, is_apart = 0, False, False, False
    last = ""
    blank = 2
    for line, bare, indent in zip(lines, bares, indents, strict=True):
        if not line:
            last = ""
            blank += 1
            is_apart = blank == 2 and not is_glued
            continue
        first = bare[0]
        bullet = None
        if first in _BEGINS_ITEM:
            bullet = _BULLET.match(bare)
            if first in digits and not is_item:
                bullet = None if _ends_sentence(last, bare) else bullet
        if len(last) == 1 and parts == [last] and last.isupper() and first.islower() and not bullet:
            parts = [last + bare]  # a drop cap on its own line
        elif (
            width
            and last
            and bullet is None
            and _is_wrapped(last, bare, width, is_spaced=is_spaced)
        ):
            _add(parts, bare, words)
        else:
            if parts:
                yield Piece("".join(parts), at, is_item, is_glued, is_apart)
            if first == "-" and has_bullets:
                bullet = None  # a dash before a question or a reply
            parts = [bare[bullet.end() :] if bullet else bare]
            at, is_item, is_glued, is_apart = indent, bullet is not None, blank == 0, False
        last = line
        blank = 0
    if parts:
        yield Piece("".join(parts), at, is_item, is_glued, is_apart)


def _add(parts: list[str], below: str, words: Container[str]) -> None:
    """Add a line to its paragraph. Join a hyphenated word if the text has it unhyphenated.

    >>> def join(above, below, *words):
    ...     parts = [above]
    ...     _add(parts, below, words)
    ...     return "".join(parts)
    >>> join("ils appren-", "nent vite", "apprennent"), join("un porte-", "avions", "avions")
    ('ils apprennent vite', 'un porte-avions')
    >>> join("les pré-", "et les post-Romantiques"), join("1911 -", "et 1912")
    ('les pré- et les post-Romantiques', '1911 - et 1912')
    >>> join("vers İ-", "zmir")  # the lower-case form of "İ" has two characters
    'vers İ-zmir'
    """
    above = parts[-1]
    second = below.split(None, 1)[0] if above[-1] == "-" else ""
    if second[:1].isalpha() and above[-2:-1].isalpha() and second not in _JOINING:
        first = _LAST_WORD.search(above, max(len(above) - LONGEST_WORD, 0))
        whole = _LETTERS.match(f"{first[0] if first else ''}{second}".casefold())
        if whole is not None and whole[0] in words:
            parts[-1] = above[:-1]
        parts.append(below)
    else:
        parts.append(f" {below}")


def _words(lines: Sequence[str]) -> frozenset[str]:
    """Return the words of a text in lower case; none if no line ends with a hyphen."""
    if not any(line.endswith("-") for line in lines):
        return frozenset()
    return frozenset(_LETTERS.findall("\n".join(lines).casefold()))


def _ends_sentence(line: str, following: str) -> bool:
    """Match a line whose sentence ends with a number at the start of the next line.

    For example, "619 voix sur" continues with "700.", which is not an item of a list.
    """
    return line != "" and not line.endswith(_BEFORE_ITEM) and not following.startswith(("1.", "1)"))


def clean(pieces: Iterable[Piece], *, numbers: re.Pattern[str] = _LINK_NUMBER) -> Iterator[Piece]:
    """Remove what text browsers add: link numbers, picture names, "(BUTTON)", the "^" of
    superscripts, the space after a drop cap. Drop pieces that are then empty."""
    for piece in pieces:
        text = piece.text
        if "[" in text:
            text = numbers.sub("", text)
            if "[" in text:
                text = _PICTURE.sub(" ", text)
        split = _buttons(piece, text) if "(BUTTON)" in text else ((piece, text),)
        for part, words in split:
            words = words.strip()
            if "  " in words:
                words = fold_spaces(words)
            if _DROP_CAP.match(words):
                words = words[0] + words[2:]
            if words in _NO_WORDS:
                continue
            if "^" in words or "<sup>" in words:
                words, marks = raised(words)
                part = part._replace(marks=marks)
            yield part if words == part.text else part._replace(text=words)


def link_numbers(references: str) -> re.Pattern[str]:
    """Return a pattern for the numbers of links; `references` is the list of their addresses.

    If that list is numbered, a link's number may be anywhere; otherwise, only before a word.
    """
    return (
        _NUMBER if re.match(r"\s*(?:Visible links:?\s+)?\d{1,4}\. ", references) else _LINK_NUMBER
    )


def _buttons(piece: Piece, text: str) -> Iterator[tuple[Piece, str]]:
    """Split a line into the text before its buttons and each button's label."""
    before, *labels = _BUTTON.split(text)
    yield piece, before
    for label in labels:
        is_button = not before.strip() and len(label.strip()) <= LIMITS.name
        yield piece._replace(is_button=is_button), label


def raised(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a text without the notation of its superscripts, and a mark for each of them.

    >>> raised("le XIX^e siècle")
    ('le XIXe siècle', (Mark(kind='superscript', start=6, end=7, href=None),))
    """
    builder = TextBuilder()
    position = 0
    for found in _RAISED.finditer(text):
        builder.add(text[position : found.start()])
        builder.add(found[1] or found[2] or found[4], "superscript")
        if found[3]:
            builder.add(found[3])
        position = found.end()
    builder.add(text[position:])
    texts = builder.finish()
    return (texts[0].text, texts[0].marks) if texts else ("", ())


def _is_wrapped(line: str, following: str, width: int, *, is_spaced: bool) -> bool:
    """Match a line that continues on the next one.

    This is the case if the next word would not have fitted, if the line is nearly full, or if it
    breaks off: before a lower-case letter, or after a word that cannot end a paragraph. If empty
    lines separate the paragraphs, even a line that ends a sentence may continue.
    """
    is_ended = line.endswith(SENTENCE_ENDS)
    if is_ended and is_spaced:
        if matcher("badge", "label").match_prefix(following):
            return False
        is_ended = False
    if (not is_ended and following[0].islower()) or following.split(None, 1)[0] in _HELD:
        return True
    if not is_spaced and is_phrase(line.lstrip(), "dateline"):
        return False
    # lynx counts bytes instead of characters if it does not know that its output is UTF-8.
    length = len(line.encode() if is_spaced else line)
    # No-break spaces tie words as well.
    tied = max(len(_unit(following)), len(following.partition(" ")[0]))
    if length + 1 + tied > width or NEVER_LAST.search(line[-LONGEST_WORD:]):
        return True
    # A related link has no closing punctuation, so it may be nearly full and yet end here.
    return (
        not is_ended
        and len(line) > width - _NEARLY
        and (is_spaced or matcher("badge", "label").match_prefix(line.lstrip()) is None)
    )


def _unit(line: str) -> str:
    """Return the words at the start of a line that text browsers do not separate.

    >>> _unit("« transsexualisme ». Tout"), _unit("24 septembre un livre")
    ('« transsexualisme ».', '24 septembre')
    """
    words = line.split(None, _MAX_HELD)
    count = 1
    while count < min(len(words), _MAX_HELD) and (
        _HOLDS_NEXT.fullmatch(words[count - 1]) or words[count][:1] in _HELD
    ):
        count += 1
    return " ".join(words[:count])


def _width(lines: list[str], lengths: list[int], indents: list[int]) -> int:
    """Return the column at which a text was wrapped; 0 if it was not.

    Wrapped lines end close to that column. Lines that were not wrapped end anywhere.
    """
    middling = [length for length in lengths if 40 < length <= _MAX_WRAP]
    longer = sum(length > _MAX_WRAP for length in lengths)
    if longer > len(middling) // 20:
        return _short_width(lines, lengths)
    # A few lines may be longer: titles, and long words.
    enough = max(_FEW, len(middling) // 50)
    counted = Counter(middling)
    width = next(
        (
            last
            for last in sorted(counted, reverse=True)
            if sum([counted[last - less] for less in range(_CROWD + 1)]) >= enough
        ),
        0,
    )
    least, nearly = 0.6 * width, width - 12 - width // 20
    # A line above an empty line is not evidence of the width. Lines are counted by indent, because
    # menus are indented.
    followed = [
        index
        for index, (length, after) in enumerate(pairwise(lengths))
        if least < length <= width and after
    ]
    columns = Counter(map(indents.__getitem__, followed))
    near: dict[int, list[str]] = {}
    for index in followed:
        if lengths[index] > nearly:
            near.setdefault(indents[index], []).append(lines[index])
    if any(_crowds(some, columns[at]) for at, some in near.items()):
        return width
    return _short_width(lines, lengths)


def _short_width(lines: list[str], lengths: list[int]) -> int:
    """Return the column at which a text of few lines was wrapped; 0 if it was not.

    Each long line that is not the last of its paragraph must be full, and at least one must break
    off mid-sentence.
    """
    width = max(lengths, default=0)
    if len(lines) > _SHORT_FILE or not _LEAST_WIDTH <= width <= _MAX_WIDTH:
        return 0
    breaks = 0
    for line, below in pairwise(lines):
        bare = below.lstrip()
        if not bare or len(line) < _NEAR * width:
            continue
        if len(line) + 1 + len(bare.split(None, 1)[0]) <= width:
            return 0
        breaks += bare[0].islower() and not line.endswith(SENTENCE_ENDS)
    return width if breaks else 0


def _crowds(near: list[str], count: int) -> bool:
    """Return True if many lines end near the width, and at least half of these break off
    mid-sentence.

    `near` are the lines that do; `count` is the number of all lines with the same indent. Unwrapped
    paragraphs may have similar lengths, but most of them do not break off.
    """
    open_lines = sum(not line.endswith(SENTENCE_ENDS) for line in near)
    return len(near) >= _FEW and len(near) >= 0.4 * count and open_lines >= 0.5 * len(near)


def _is_spaced(lines: list[str], lengths: list[int], indents: list[int], width: int) -> bool:
    """Match a wrapped text with empty lines between its paragraphs.

    At least four in five of its short lines that end a sentence are followed by an empty line.
    """
    nearly = width - width // 4
    full = [indent for indent, length in zip(indents, lengths, strict=True) if length > nearly]
    margin = Counter(full).most_common(1)[0][0]
    is_followed_by_gap = [
        not following
        for line, length, indent, following in zip(
            lines, lengths, indents, lengths[1:], strict=False
        )
        if margin < length < nearly and indent == margin and line.endswith(SENTENCE_ENDS)
    ]
    return len(is_followed_by_gap) >= _FEW and sum(is_followed_by_gap) >= 0.8 * len(
        is_followed_by_gap
    )


def common_indent(pieces: Iterable[Piece]) -> int:
    """Return the most frequent indent of long paragraphs, or of shorter ones if none is long.

    Return 0 if all are very short.
    """
    pieces = [piece for piece in pieces if not piece.is_item]
    for least in (LIMITS.prose, LIMITS.biography):
        counted = Counter(piece.indent for piece in pieces if len(piece.text) > least)
        if counted:
            return counted.most_common(1)[0][0]
    return 0
