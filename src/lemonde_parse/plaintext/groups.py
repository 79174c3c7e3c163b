"""From the lines of a file to paragraphs: wrapped lines joined again, marks of the program that
wrapped them gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from operator import sub
from string import digits
from typing import Final

from attrs import define, evolve

from lemonde_parse.blocks import Mark
from lemonde_parse.reading.lines import Line
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.wording.matching import Wording, wording
from lemonde_parse.wording.whitespace import fold_spaces

OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a picture of a Markdown text where its lines are looked at."""
_BULLETS: Final = "*+•o#□☆○◦▪■-"
"""What lynx, w3m, links and pandoc set before the items of a list."""
_BULLET = re.compile(rf"(?:[{_BULLETS}]|\d{{1,3}}[.)])\s+(?=\S)")
_BEGINS_ITEM: Final = frozenset(_BULLETS + digits)
_MAX_WRAP: Final = 220
"""Columns beyond which a file is not wrapped, but holds a paragraph a line. Dumps have 72 to 200.
"""
_NUMBER = re.compile(r"\[\d{1,4}\]")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_PICTURE = re.compile(
    r"\[[^\[\]]{4,160}\.(?:jpe?g|png|gif|webp|svg)\]|\[(?:INLINE|IMAGE|IMG|LINK|(?=[\da-f]{0,6}[a-f])[\da-f]{7}[\w-]{0,16})?\]",
    re.IGNORECASE,
)
_BUTTON = re.compile(r"\(BUTTON\)\s*")
# What no-break spaces hold to the word before or after it, when a text browser wraps: « a », 24
# septembre, XIX^e siècle, M. Durand.
_HOLDS_NEXT = re.compile(r"(?:\[\d+\])?[«“(]+|\d[\d.,-]*|\w+\^\w+|M\.|MM\.|n°|p\.|et|[A-Z]\.")
_HELD: Final = frozenset(["»", ":", "?", "!", ";", "%", "€", "$"])
_MAX_HELD: Final = 5
"""Words that are so held together at most."""
_LONGEST_UNIT: Final = 40
"""Columns that several words so held together stay below."""
_NEARLY: Final = 14
"""Columns that a wrapped line may leave free: lynx counts what it prints, not what stands in the
file after it was converted."""
_SPARE: Final = 4
"""What part of the width a line may leave free that is in a paragraph."""
_FEW: Final = 3
"""Lines that crowd somewhere at the least."""
_CROWD: Final = 6
"""Columns before the width within which the longest lines end."""
_NEVER_LAST: Final = frozenset(
    ["à", "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "of", "on", "ou", "par", "pour",
     "que", "qui", "sur", "the", "to", "un", "une", "at", "and", "by", "for", "from", "in", "La", "Le", "Les", "Un", "Une", "The"]
)  # fmt: skip
"""Words that no line ends with."""
_ENDS: Final = tuple(".!?…»")
_BEFORE_ITEM: Final = tuple(".!?…»:;,")
"""What a line ends with that an item may follow."""
_LABEL: Final = 60
"""Characters up to which what follows a button's sign is its label."""
_ONE_WORD_TWICE: Final = 60
"""Characters that a text of one word, printed twice, stays below."""
_LONGEST_CAPTION: Final = 2_000
"""Characters up to which a text may be a caption that is printed twice."""
_CREDIT: Final = 120
"""Characters at the end of a caption among which the credit stands."""
_SHORTEST_CREDIT: Final = 6
"""Capitals that are more than an abbreviation."""
_SIGNS: Final = frozenset(["/", "«", "»", "©"])
# As lynx, pandoc and Markdown write what is raised: M^me, M^(me ), M<sup>me</sup>.
_RAISED = re.compile(r"(?<=\w)\^(\w{1,4})\b|(?<=\w)\^\((\w{1,4})(\s?)\)|<sup>([^<>]{1,40})</sup>")


@define
class Group:
    """A paragraph of a text file."""

    text: str
    """Its lines, joined."""
    indent: int = 0
    """Columns before its first line."""
    is_bullet: bool = False
    """Whether it is an item of a list."""
    is_after_blank: bool = True
    """Whether an empty line stands before it."""
    marks: tuple[Mark, ...] = ()
    """Formatting, where the text tells of any."""
    line: Line | None = None
    """In Markdown, the line that it is."""
    is_beyond: bool = False
    """Whether it stands after the article, in a paste."""
    is_button: bool = False
    """Whether it is the label of a button that stands alone."""


def split(text: str) -> Iterator[Group]:
    """The paragraphs of a text, in order; whoever has found what it looks for need not have the
    rest.

    A line goes on in the next one if that one's first word would not have fitted at its end: then
    it was wrapped.
    """
    if "\t" in text:
        text = text.expandtabs(4)
    lines = [line.rstrip() for line in text.splitlines()]
    bares = [line.lstrip() for line in lines]
    lengths = list(map(len, lines))
    indents = list(map(sub, lengths, map(len, bares)))
    width = _width(lines, lengths, indents)
    is_spaced = width > 0 and _is_spaced(lines, lengths, indents, width)
    group: Group | None = None
    wrapped: list[str] = []
    last = ""
    for line, bare, indent in zip(lines, bares, indents, strict=True):
        if not line:
            last = ""
            continue
        first = bare[0]
        if (
            width
            and len(last) > 1
            and first.islower()
            and not last.endswith(_ENDS)
            and first not in _BEGINS_ITEM
        ):
            wrapped.append(bare)  # what most lines of a wrapped file are
            last = line
            continue
        if (
            len(last) == 1
            and group is not None
            and last.isupper()
            and first.islower()
            and not wrapped
        ):
            # A drop cap that a browser set in a line of its own.
            group.text += bare
            last = line
            continue
        bullet = _BULLET.match(bare) if first in _BEGINS_ITEM else None
        if (
            bullet is not None
            and first in digits
            and group is not None
            and not group.is_bullet
            and _ends_sentence(last, bare)
        ):
            bullet = None
        if (
            width
            and last
            and bullet is None
            and _is_wrapped(last, bare, width, is_spaced=is_spaced)
        ):
            wrapped.append(bare)
        else:
            if group is not None:
                yield _joined(group, wrapped) if wrapped else group
                wrapped = []
            group = Group(
                bare[bullet.end() :] if bullet else bare, indent, bullet is not None, not last
            )
        last = line
    if group is not None:
        yield _joined(group, wrapped)


def _joined(group: Group, wrapped: list[str]) -> Group:
    group.text = " ".join((group.text, *wrapped))
    return group


def _ends_sentence(line: str, following: str) -> bool:
    """Whether the number that a line begins with belongs to the sentence in the line before: "619
    voix sur", "700. Le Sénat en a 315."."""
    return line != "" and not line.endswith(_BEFORE_ITEM) and not following.startswith(("1.", "1)"))


def clean(groups: Iterable[Group], *, is_numbered: bool = False) -> Iterator[Group]:
    """The groups without what text browsers write into a page: link numbers, names of pictures,
    "(BUTTON)", ^ before what is raised.

    Where the file ends with the list of its links, every number in brackets is a link's.
    """
    numbers = _NUMBER if is_numbered else _LINK_NUMBER
    for group in groups:
        text = group.text
        if "[" in text:
            text = numbers.sub("", text)
            if "[" in text:
                text = _PICTURE.sub(" ", text)
        group.text = text
        for piece in _buttons(group) if "(BUTTON)" in text else (group,):
            text = piece.text.strip()
            if "  " in text:
                text = fold_spaces(text)
            if not text or (len(text) == 1 and text in _BULLETS):
                continue
            piece.text = text
            if "^" in text or ("<" in text and "<sup>" in text):
                piece.text, piece.marks = raised(text)
            yield piece


def _buttons(group: Group) -> Iterator[Group]:
    """What stands before a line's buttons, and each button."""
    before, *labels = _BUTTON.split(group.text)
    yield evolve(group, text=before, is_button=False)
    for label in labels:
        yield evolve(
            group, text=label, is_button=not before.strip() and len(label.strip()) <= _LABEL
        )


def raised(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text with "M^me" and "XIX^e" as they are read.

    >>> raised("le XIX^e siècle")
    ('le XIXe siècle', (Mark(kind='superscript', start=6, end=7, href=None),))
    """
    builder = TextBuilder()
    position = 0
    for found in _RAISED.finditer(text):
        builder.add(text[position : found.start()])
        builder.add(found[1] or found[2] or found[4], "superscript")
        builder.add(found[3] or "")
        position = found.end()
    builder.add(text[position:])
    whole = builder.finish()
    return (whole[0].text, whole[0].marks) if whole else ("", ())


def _is_wrapped(line: str, following: str, width: int, *, is_spaced: bool) -> bool:
    """Whether the text of a line goes on in the following one.

    It does if that one could not begin at its end, if it is nearly full, or if it breaks off before
    a small letter or after a word that no line ends with. Where empty lines part the paragraphs, a
    sentence that ends with its line ends none.
    """
    is_ended = line.endswith(_ENDS)
    if is_ended and is_spaced:
        if _related_line().match_prefix(following):
            return False  # it stands in no paragraph
        is_ended = False
    if (not is_ended and following[0].islower()) or following.split(None, 1)[0] in _HELD:
        return True
    if not is_spaced and wording("dateline").kind_of(line.lstrip()) is not None:
        return False  # it says all that it has to say
    # lynx counts the bytes of what it prints, unless it is told of UTF-8.
    room = width - (len(line) if line.isascii() or not is_spaced else len(line.encode())) - 1
    if len(following) > room and (
        room < 0
        or following.find(" ", 0, room + 1) < 0
        or (room < _LONGEST_UNIT and len(_unit(following)) > room)
    ):
        return True
    if line.rsplit(None, 1)[-1] in _NEVER_LAST:
        return True
    # A related link is a paragraph of its own, though nothing ends it; a nearly full line of prose
    # goes on.
    return (
        not is_ended
        and len(line) > width - _NEARLY
        and (is_spaced or _related_line().match_prefix(line.lstrip()) is None)
    )


@cache
def _related_line() -> Wording:
    """How a related link begins."""
    return wording("badge", "label")


def _unit(line: str) -> str:
    """What a line begins with that cannot be wrapped.

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
    """The column at which the file was wrapped; 0 if it was not.

    Wrapped lines crowd before that column; lines that end where their sentence ends do not crowd
    anywhere.
    """
    middling = [length for length in lengths if 40 < length <= _MAX_WRAP]
    if (
        len(middling) < _FEW
        or len([length for length in lengths if length > _MAX_WRAP]) > len(middling) // 20
    ):
        return 0
    # A few lines may be longer: what cannot be wrapped, and titles.
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
    # A line that stands alone says nothing of where lines are wrapped; and menus, a line for each
    # of their teasers, are set deeper.
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
    return width if any(_crowds(some, columns[indent]) for indent, some in near.items()) else 0


def _crowds(near: list[str], count: int) -> bool:
    """Whether, of so many lines, those near a column are a crowd. Paragraphs of much the same
    length crowd too, but end with a sentence."""
    return (
        len(near) >= _FEW
        and len(near) >= 0.4 * count
        and len([line for line in near if not line.endswith(_ENDS)]) >= 0.5 * len(near)
    )


def _is_spaced(lines: list[str], lengths: list[int], indents: list[int], width: int) -> bool:
    """Whether empty lines part the paragraphs of a wrapped file: the short lines that a sentence
    ends stand before one."""
    nearly = width - width // _SPARE
    margin = Counter(
        [indent for indent, length in zip(indents, lengths, strict=True) if length > nearly]
    ).most_common(1)[0][0]
    parted = [
        not following
        for line, length, indent, following in zip(
            lines, lengths, indents, lengths[1:], strict=False
        )
        if margin < length < nearly and indent == margin and line.endswith(_ENDS)
    ]
    return len(parted) >= _FEW and sum(parted) >= 0.8 * len(parted)


def is_repeated(text: str) -> bool:
    """Whether a text says the same twice or more: a caption, which text browsers print with its
    alternative texts.

    A sentence after it tells that somebody says so: a speech.

    >>> is_repeated("Une vue du port. Une vue du port. JEANNE DURAND / AFP"), is_repeated("Il pleut. Il pleut. Le port est vide.")
    (True, False)
    """
    if len(text) > _LONGEST_CAPTION:
        return False
    if len(text) > _ONE_WORD_TWICE and text.find(text[: text.find(" ") + 2], 1) < 0:
        return False  # what it begins with comes but once
    words = text.split()
    if len(words) < 4:
        return len(words) == 2 and words[0] == words[1]
    first = words[0]
    return words.count(first) > 1 and any(
        word == first
        and words[period : period + 3] == words[: min(3, len(words) - period)]
        and words[:period] == words[period : 2 * period]
        and (not words[-1].endswith(_ENDS) or words[period:] == words[:-period])
        for period, word in enumerate(words[2 : len(words) // 2 + 1], 2)
    )


def is_credited(text: str) -> bool:
    """Whether a text ends as captions do: a sentence, or its beginning, then whose picture it is,
    in capitals, without a full stop.

    >>> is_credited("Une vue du port, le 2 mars. JEANNE DURAND / AFP"), is_credited("Le port, en 2019. Jeanne Durand / AP")
    (True, True)
    >>> is_credited("Il parle à la CGT"), is_credited("UNE COLÈRE ANCIENNE")
    (False, False)
    """
    if text.endswith((".", "!", "?", "…", ":")):
        return False
    words = text[-_CREDIT:].split()
    count = 0
    while count < len(words) and (words[-1 - count].isupper() or words[-1 - count] in _SIGNS):
        count += 1
    before, credit = words[: len(words) - count], words[len(words) - count :]
    if not before or not credit:
        return False
    if (
        "/" in credit[:2]
        and credit[-1].isupper()
        and any(word.endswith(_ENDS) for word in before[-5:])
    ):
        return True
    return before[-1][-1] in '.!?…»"' and (
        "/" in "".join(credit) or len("".join(credit)) > _SHORTEST_CREDIT
    )


def common_indent(groups: list[Group]) -> int:
    """The columns before most paragraphs."""
    counted = Counter(
        group.indent for group in groups if len(group.text) > 150 and not group.is_bullet
    )
    return counted.most_common(1)[0][0] if counted else 0
