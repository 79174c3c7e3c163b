"""What lines are, once wording and neighbours have had their say.

The walk knows each line's element. Here a paragraph turns out to be a paywall notice, a related link, a question, a
heading, a signature. The rules run in the order in which they are written in `judge`; each is one function.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from lemonde_parse.article import ParseWarning
from lemonde_parse.content.related import badge_of, is_label, is_pointer, split_unlinked
from lemonde_parse.intake.limits import MAX_LINE, MAX_QUOTE_WORK
from lemonde_parse.metadata.bylines import is_newspaper, looks_like_name, read_byline
from lemonde_parse.phrases import PhraseKind, kind_of
from lemonde_parse.reading.lines import Line
from lemonde_parse.template import Role

_TAKEN_OUT: Final[dict[PhraseKind, Role]] = {
    "notice": Role.PAYWALL,
    "paywall": Role.PAYWALL,
    "status": Role.STATUS,
    "badge": Role.BADGE,
    "comments": Role.COMMENTS,
    "share": Role.SHARE,
    "newsletter": Role.NEWSLETTER,
    "promotion": Role.PROMOTION,
    "advertisement": Role.ADVERTISEMENT,
    "furniture": Role.FURNITURE,
    "translation": Role.METADATA,
    "reading time": Role.METADATA,
    "dateline": Role.METADATA,
}
"""Wording that takes a line out of the body, and as what."""
_TAKEN_OUT_KINDS: Final = tuple(_TAKEN_OUT)

_WORDED: Final = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.TITLE})
_TEXT: Final = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUESTION, Role.QUOTE, Role.LIST, Role.TABLE})

_HEADING_LENGTH: Final = 120
"""Characters up to which a bold line is a heading; the longest intertitre seen has 92."""
_SIGNATURE_LENGTH: Final = 160
_POINTER_LENGTH: Final = 300
"""Characters up to which a line without a link may be a label and a headline."""
_ENDS_SENTENCE: Final = tuple(".!?…:;,")
_ENDS_QUESTION: Final = ("?", "…", "...")
_INITIALS = re.compile(r"(?:[A-Z]\.[- ]?(?:[a-z]{1,3}\.? )?){2,4}")
_RECORDED = re.compile(r"\(?(?:Propos |Entretien |Texte )?[Rr]ecueillis? (?:et traduits? )?par .+")
_WORD = re.compile(r"\w+")


def judge(
    lines: list[Line],
    bold_line: Literal["heading", "paragraph"],
    warnings: list[ParseWarning],
    *,
    authors: Sequence[str] = (),
    is_whole_text: bool = True,
) -> None:
    """Gives every line its final role; boxes are judged within themselves, where nobody signs. `authors` are the names of the byline."""
    for line in lines:
        if line.role in _WORDED:
            _by_wording(line)
    _badges_in_words(lines)
    _author_bios(lines, authors)
    _labels_and_links(lines)
    _pull_quotes(lines, warnings)
    if is_whole_text:
        _signatures(lines)
    _bold_lines(lines, bold_line, is_whole_text=is_whole_text)
    for line in lines:
        if line.lines:
            judge(line.lines, bold_line, warnings, is_whole_text=False)


def _by_wording(line: Line) -> None:
    """A line that is nothing but known wording, or that only points elsewhere."""
    kind = kind_of(line.text, _TAKEN_OUT_KINDS) if len(line.text) <= MAX_LINE else None
    if kind is not None:
        line.role, line.rule = _TAKEN_OUT[kind], f"phrases: {kind}"
    elif not any(map(str.isalnum, line.text)):
        line.role, line.rule = Role.FURNITURE, "text: no words"
    elif line.role is Role.PARAGRAPH and is_pointer(line):
        line.role, line.rule = Role.RELATED, "phrases: related"


def _badges_in_words(lines: list[Line]) -> None:
    """Related links whose badge is written out, and those that reposts print without the link: "Lire aussi | Un titre"."""
    whole: list[Line] = []
    for line in lines:
        badge = ""
        if line.role is Role.PARAGRAPH and len(line.text) <= _POINTER_LENGTH and not any(mark.kind == "link" for mark in line.marks):
            label, headline, badge = split_unlinked(line.text)
            if headline:
                line.role, line.rule = Role.RELATED, "phrases: related"
                line.text, line.marks = f"{label} | {headline}", ()
        elif line.role is Role.RELATED:
            badge = badge_of(line)
        if badge:
            line.is_premium = True
            whole.append(Line(Role.BADGE, badge, rule="phrases: badge"))
        whole.append(line)
    lines[:] = whole


def _author_bios(lines: list[Line], authors: Sequence[str]) -> None:
    """Who the author is, told in italics before the text or after it: "Claire Vasseur est historienne."."""
    if not authors:
        return
    paragraphs = [line for line in lines if line.role is Role.PARAGRAPH]
    for line in dict.fromkeys(map(id, (*paragraphs[:2], *paragraphs[-2:]))):
        told = next(part for part in paragraphs if id(part) == line)
        begins = told.text.lstrip("* ").startswith(tuple(authors))
        # Titles of books stand in roman type within italics.
        slanted = sum(mark.end - mark.start for mark in told.marks if mark.kind == "emphasis")
        if begins and slanted > len(told.text) // 2 and len(told.text) > _SIGNATURE_LENGTH // 4:
            told.role, told.rule = Role.METADATA, "bylines: who the author is"


def _labels_and_links(lines: list[Line]) -> None:
    """A label alone in its line belongs to the links in the lines after it."""
    for line, following in pairwise(lines):
        if following.role is Role.RELATED and line.role is Role.PARAGRAPH and is_label(line.text):
            line.role, line.rule = Role.RELATED, "phrases: related"


def _pull_quotes(lines: list[Line], warnings: list[ParseWarning]) -> None:
    """A quote-like block, or loose text, four fifths of whose words stand in one passage repeats it; else it is what it seems."""
    quotes = [line for line in lines if line.role is Role.QUOTE or (line.is_loose and line.role is Role.PARAGRAPH)]
    if not quotes:
        return
    passages = [line.text.casefold() for line in lines if line.role is Role.PARAGRAPH and not line.is_loose]
    cost = sum(map(len, passages)) or 1
    affordable = MAX_QUOTE_WORK // cost
    if len(quotes) > affordable:
        warnings.append(ParseWarning(code="limit", message=f"only {affordable} of {len(quotes)} quotes were compared with the body"))
    for number, line in enumerate(quotes):
        if number < affordable and repeats(line.text.casefold(), passages):
            line.role, line.rule = Role.PULL_QUOTE, line.rule + ", repeated in the body"


def repeats(quote: str, passages: Sequence[str]) -> bool:
    """Whether four fifths of a quote's words stand in a stretch, of twice their number, of one passage.

    >>> repeats("ses ambitions provoquent la méfiance", ["partout ses ambitions provoquent ainsi la méfiance de tous"])
    True
    """
    words = _WORD.findall(quote)
    if not words:
        return False
    wanted, width, enough = Counter(words), 2 * len(words), 0.8 * len(words)
    may_miss = len(words) - enough
    for text in passages:
        if not _may_hold(text, words, may_miss):
            continue
        passage = _WORD.findall(text)
        held: Counter[str] = Counter()
        matched = 0
        for index, word in enumerate(passage):
            if word in wanted:
                held[word] += 1
                matched += held[word] <= wanted[word]
                if matched >= enough:
                    return True
            if index >= width:
                gone = passage[index - width]
                if gone in wanted:
                    matched -= held[gone] <= wanted[gone]
                    held[gone] -= 1
    return False


def _may_hold(text: str, words: Sequence[str], may_miss: float) -> bool:
    """Whether no more than so many of the words are missing from a text; the cheap test before the exact one."""
    missing = 0
    for word in words:
        if word not in text:
            missing += 1
            if missing > may_miss:
                return False
    return True


def _signatures(lines: list[Line]) -> None:
    """Who signs: explicit forms wherever they stand alone, names only at the end of the text."""
    for line in lines:
        if line.role is Role.PARAGRAPH and len(line.text) <= _SIGNATURE_LENGTH and _is_explicit_byline(line.text):
            line.role, line.rule = Role.BYLINE, "bylines: alone in its line"
    for line in reversed(lines):
        if line.role is Role.PARAGRAPH:
            if not (len(line.text) <= _SIGNATURE_LENGTH and _is_signature(line.text)):
                return
            line.role, line.rule = Role.SIGNATURE, "bylines: at the end"
        elif line.role in _TEXT or line.role is Role.LIVE_ENTRY:
            return


def _is_explicit_byline(text: str) -> bool:
    if is_newspaper(text) or _RECORDED.fullmatch(text):
        return True
    told = read_byline(text)
    return bool(told.agencies) and not told.authors and len(text) <= 60


def _is_signature(text: str) -> bool:
    bare = text.strip(" ()*—–-")
    if looks_like_name(bare) or _INITIALS.fullmatch(bare):
        return True
    told = read_byline(bare)
    # "Claire Vasseur (Rome, correspondante)", "Par Jean Petit et Ana Gil": names, and no sentence.
    return bool(told.authors) and not bare.endswith(_ENDS_SENTENCE) and all(looks_like_name(author.name) for author in told.authors) and (
        "(" in bare or bare.startswith(("Par ", "By "))
    )  # fmt: skip


def _bold_lines(lines: list[Line], bold_line: Literal["heading", "paragraph"], *, is_whole_text: bool) -> None:
    """Wholly bold paragraphs: questions of an interview, headings, or just bold. Short lines in capitals are headings."""
    bold = {id(line) for line in lines if line.role is Role.PARAGRAPH and is_wholly(line, "strong")}
    asked = [
        line
        for line, after in _with_next_text(lines)
        if id(line) in bold
        and line.text.rstrip('»" \u00a0').endswith(_ENDS_QUESTION)
        and after is not None
        and after.role is Role.PARAGRAPH
        and id(after) not in bold
    ]
    is_interview = len(asked) >= 2 or any(line.role is Role.QUESTION for line in lines)
    for line, after in _with_next_text(lines):
        if line.role is not Role.PARAGRAPH:
            continue
        is_followed = after is not None
        if line.is_loose and is_whole_text:
            if is_followed and len(line.text) <= _HEADING_LENGTH and not line.text.endswith(_ENDS_SENTENCE):
                line.role, line.rule = Role.HEADING, "loose text: heading"
        elif id(line) in bold and is_interview and line in asked:
            line.role, line.rule = Role.QUESTION, "bold line: question"
        elif id(line) in bold and is_followed and line.text.startswith(">>"):
            line.role, line.rule = Role.HEADING, "bold line after >>"
        elif is_followed and len(line.text) <= _HEADING_LENGTH and _is_capitals(line.text):
            line.role, line.rule = Role.HEADING, "capitals"
        elif (
            id(line) in bold
            and is_followed
            and bold_line == "heading"
            and len(line.text) <= _HEADING_LENGTH
            and not line.text.endswith(_ENDS_SENTENCE)
        ):
            line.role, line.rule = Role.HEADING, "bold line: heading"


def is_wholly(line: Line, kind: Literal["strong", "emphasis"]) -> bool:
    """Whether every letter and digit of a line is so formatted; straight quotes and stops may stand outside."""
    marks = [mark for mark in line.marks if mark.kind == kind]
    if not marks or marks[0].start > 4:
        return False
    outside = [line.text[: marks[0].start]]
    outside += [line.text[mark.end : after.start] for mark, after in zip(marks, marks[1:], strict=False)]
    outside.append(line.text[marks[-1].end :])
    return not any(character.isalnum() for text in outside for character in text)


def _is_capitals(text: str) -> bool:
    """Whether a line is set in capitals: at least two words' worth of letters, none small."""
    letters = sum(map(str.isalpha, text))
    return letters >= 4 and text.upper() == text and not text.endswith((".", ",", ";", ":"))


def _with_next_text(lines: list[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the next one that belongs to the body, headings aside from figures and the like."""
    following: Line | None = None
    pairs: list[tuple[Line, Line | None]] = []
    for line in reversed(lines):
        pairs.append((line, following))
        if line.role in _TEXT or line.role is Role.ASIDE:
            following = line
    return reversed(pairs)
