"""What lines are, once wording and neighbours have had their say.

The walk knows each line's element. Here a paragraph turns out to be a paywall notice, a related
link, a question, a heading, a signature. The rules run in the order in which they are written in
`judge`; each is one function.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal

from lemonde_parse.article import ParseWarning
from lemonde_parse.blocks import ListBlock
from lemonde_parse.content.related import badge_of, is_label, is_pointer, split_unlinked
from lemonde_parse.intake.limits import MAX_LINE, MAX_QUOTE_WORK
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.metadata.bylines import AGENCIES, is_newspaper, looks_like_name, read_byline
from lemonde_parse.reading.lines import Line
from lemonde_parse.wording.matching import begins_as_wording, is_phrase, may_hold_badge, wording
from lemonde_parse.wording.phrases import LABEL_SIGNS, PhraseKind

_TAKEN_OUT: Final[dict[PhraseKind, Role]] = {
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
    "translation": Role.METADATA,
    "reading time": Role.METADATA,
    "dateline": Role.METADATA,
    "byline": Role.BYLINE,
}
"""Wording that takes a line out of the body, and as what."""

# Python looks a member of an Enum up in 0.1 µs, and a page's lines are asked for their roles
# thousands of times.
_PARAGRAPH: Final = Role.PARAGRAPH
_RELATED: Final = Role.RELATED
_QUOTE: Final = Role.QUOTE

_WORDED: Final = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.TITLE})
_LABELS: Final = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.RELATED})
_TEXT: Final = frozenset(
    {Role.PARAGRAPH, Role.HEADING, Role.QUESTION, Role.QUOTE, Role.LIST, Role.TABLE}
)
_FOLLOWS: Final = _TEXT | {Role.ASIDE}
"""What a heading may stand before."""

_HEADING_LENGTH: Final = 120
"""Characters up to which a bold line is a heading; the longest intertitre seen has 92."""
_LONGEST_HEADING: Final = 200
"""Characters from which sentences in the tag of a heading are a paragraph: the first of a text, set
larger (Le Monde 2012–18), where readers' views and archives have left no class to say so. Those
have 268 and more, headings 103 at most.
"""
_CLOSINGS: Final = '»”" \u00a0'
_GENRE_LENGTH: Final = 20
"""Characters up to which the first line may name the text's genre; the longest name has 14."""
_SIGNATURE_LENGTH: Final = 160
_BIOGRAPHY_LENGTH: Final = 40
"""Characters that a line about the author must have: shorter ones are signatures."""
_NAMED_LENGTH: Final = 60
"""Characters up to which a line may name a newspaper or agencies and nothing else."""
_POINTER_LENGTH: Final = 300
"""Characters up to which a line without a link may be a label and a headline."""
_OUTSIDE: Final = 4
"""Characters, such as quotation marks, that may stand before the formatting of a wholly bold line.
"""
_ENDS_SENTENCE: Final = tuple(".!?…:;,")
_ENDS_QUESTION: Final = ("?", "…", "...")
_SIGNS: Final = ("Par ", "By ", "Interview by ", "Text by ", "Column by ")
_INITIALS = re.compile(r"(?:[A-Z]\.[- ]?(?:[a-z]{1,3}\.? )?){2,4}")
_SMALL = re.compile(r"[a-z]")
# Who is taken in by somebody is told in a sentence: without "Propos", a name must follow, and no
# full stop.
_RECORDED = re.compile(
    r"\(?(?:(?:Propos |Entretien |Texte )[Rr]ecueillis? (?:et traduits? )?par .+|[Rr]ecueillis? (?:et traduits? )?par [^\Wa-zà-ÿ].*[^.…])"
)
_WORD = re.compile(r"\w+")


def judge(
    lines: list[Line],
    bold_line: Literal["heading", "paragraph"],
    warnings: list[ParseWarning],
    *,
    authors: Sequence[str] = (),
    is_whole_text: bool = True,
) -> None:
    """Gives every line its final role; boxes are judged within themselves, where nobody signs.
    `authors` are the names of the byline."""
    _by_wording(lines, warnings)
    _badges_in_words(lines)
    if authors:
        _author_bios(lines, tuple(authors))
    _labels_and_links(lines)
    _pull_quotes(lines, warnings)
    if is_whole_text:
        _kicker(lines)
        _signatures(lines)
    _bold_lines(lines, bold_line, is_whole_text=is_whole_text)
    for line in lines:
        if line.lines:
            judge(line.lines, bold_line, warnings, is_whole_text=False)


def _by_wording(lines: list[Line], warnings: list[ParseWarning]) -> None:
    """Lines that are nothing but known wording, or that only point elsewhere."""
    known = wording(*_TAKEN_OUT)
    for line in lines:
        if line.role not in _WORDED:
            if (
                isinstance(line.block, ListBlock)
                and (kind := _kind_of_items(line.block)) is not None
            ):
                line.role, line.rule, line.text, line.block = (
                    _TAKEN_OUT[kind],
                    f"phrases: {kind}",
                    _joined(line.block),
                    None,
                )
            continue
        text = line.text
        kind = None
        if len(text) <= MAX_LINE:
            kind = known.kind_of(text)
        elif known.may_begin(text) and begins_as_wording(text[:MAX_LINE]):
            told = f"a line of {len(text)} characters that begins as known wording was kept: it is compared up to {MAX_LINE}"
            warnings.append(ParseWarning(code="limit", message=told))
        if kind is not None:
            line.role, line.rule = _TAKEN_OUT[kind], f"phrases: {kind}"
        elif not _has_words(text):
            line.role, line.rule = Role.BOILERPLATE, "text: no words"
        elif (
            line.marks
            and line.role is not Role.TITLE
            and is_pointer(line, needs_label=line.role is not _PARAGRAPH)
        ):
            line.role, line.rule = _RELATED, "phrases: related"
        elif (
            len(text) > _LONGEST_HEADING
            and line.role is Role.HEADING
            and text.rstrip(_CLOSINGS).endswith(".")
        ):
            line.role, line.rule = _PARAGRAPH, "text: sentences set as a heading"


def _kind_of_items(block: ListBlock) -> PhraseKind | None:
    """What a list is whose items are nothing but known wording: a bar of buttons."""
    known = wording(*_TAKEN_OUT)
    kinds = [
        known.kind_of(item.text) if len(item.text) <= MAX_LINE else None for item in block.items
    ]
    return kinds[0] if None not in kinds else None


def _joined(block: ListBlock) -> str:
    return " ".join(item.text for item in block.items)


def _badges_in_words(lines: list[Line]) -> None:
    """Related links whose badge is written out, and those that reposts print without the link:
    "Lire aussi | Un titre"."""
    found: list[tuple[int, str]] = []
    plain = wording("label")
    for index, line in enumerate(lines):
        text, badge = line.text, ""
        if line.role is _RELATED:
            badge = badge_of(line)
        elif (
            line.role is _PARAGRAPH
            and len(text) <= _POINTER_LENGTH
            and (
                plain.may_begin(text)
                or text[:1] in LABEL_SIGNS
                or "|" in text
                or may_hold_badge(text)
            )
            and not _has_link(line)
        ):
            label, headline, badge = split_unlinked(text)
            if headline:
                line.role, line.rule = _RELATED, "phrases: related"
                line.text, line.marks = f"{label} | {headline}", ()
        if badge:
            line.is_premium = True
            found.append((index, badge))
    for index, badge in reversed(found):
        lines.insert(index, Line(Role.BADGE, badge, rule="phrases: badge"))


def _has_link(line: Line) -> bool:
    return any(mark.kind == "link" for mark in line.marks)


def _author_bios(lines: list[Line], authors: tuple[str, ...]) -> None:
    """Who the author is, told in italics before the text or after it: "Claire Vasseur est
    historienne."."""
    paragraphs = [line for line in lines if line.role is _PARAGRAPH]
    for told in (*paragraphs[:2], *paragraphs[-2:]):
        if len(told.text) > _BIOGRAPHY_LENGTH and told.text.lstrip("* ").startswith(authors):
            # Titles of books stand in roman type within italics.
            slanted = sum(mark.end - mark.start for mark in told.marks if mark.kind == "emphasis")
            if slanted > len(told.text) // 2:
                told.role, told.rule = Role.METADATA, "bylines: who the author is"


def _labels_and_links(lines: list[Line]) -> None:
    """A label alone in its line belongs to the links in the lines after it; so does one in a list's
    item to the item's link."""
    before: Line | None = None
    lists: list[tuple[int, list[Line]]] = []
    for index, line in enumerate(lines):
        if line.role in REMOVED:
            continue
        if line.role is _RELATED or isinstance(line.block, ListBlock):
            is_labelled = before is not None and before.role in _LABELS and is_label(before.text)
            items = _pointing_items(line, needs_label=not is_labelled)
            if items:
                lists.append((index, items))
            if before is not None and is_labelled and (items or line.role is _RELATED):
                before.role, before.rule = _RELATED, "phrases: related"
        before = line
    for index, items in reversed(lists):
        lines[index : index + 1] = items


def _pointing_items(line: Line, *, needs_label: bool) -> list[Line]:
    """A list's items as lines if each only points elsewhere; else none."""
    if not isinstance(line.block, ListBlock):
        return []
    items = [Line(_RELATED, item.text, item.marks, "phrases: related") for item in line.block.items]
    return items if all(is_pointer(item, needs_label=needs_label) for item in items) else []


def _pull_quotes(lines: list[Line], warnings: list[ParseWarning]) -> None:
    """A quote-like block, or loose text, four fifths of whose words stand in one passage repeats
    it; else it is what it seems."""
    quotes = [
        line for line in lines if line.role is _QUOTE or (line.is_loose and line.role is _PARAGRAPH)
    ]
    if not quotes:
        return
    passages = [
        line.text.casefold() for line in lines if line.role is _PARAGRAPH and not line.is_loose
    ]
    if not passages:
        return
    affordable = MAX_QUOTE_WORK // (sum(map(len, passages)) or 1)
    if len(quotes) > affordable:
        warnings.append(
            ParseWarning(
                code="limit",
                message=f"only {affordable} of {len(quotes)} quotes were compared with the body",
            )
        )
    for line in quotes[:affordable]:
        if repeats(line.text.casefold(), passages):
            line.role, line.rule = Role.PULL_QUOTE, line.rule + ", repeated in the body"


def repeats(quote: str, passages: Sequence[str]) -> bool:
    """Whether four fifths of a quote's words stand in a stretch, of twice their number, of one
    passage.

    >>> repeats("ses ambitions provoquent la méfiance", ["partout ses ambitions provoquent ainsi la méfiance de tous"])
    True
    """
    words = _WORD.findall(quote)
    if not words:
        return False
    enough = 0.8 * len(words)
    # Long words are the rare ones: where they are missing, the search ends soon; and most often the
    # body has none of them.
    rarest = sorted(words, key=len, reverse=True)
    may_miss = len(words) - enough
    passages = [
        text for text in passages if len(text) >= 2 * enough - 1
    ]  # a letter and a space for each word, at the least
    if not _may_hold("\n".join(passages), rarest, may_miss):
        return False
    return any(
        _may_hold(text, rarest, may_miss) and _stands_in(text, words, enough) for text in passages
    )


def _stands_in(text: str, words: Sequence[str], enough: float) -> bool:
    """Whether enough of the words stand in a stretch of a text, of twice their number."""
    wanted, width = Counter(words), 2 * len(words)
    passage = _WORD.findall(text)
    held = dict.fromkeys(words, 0)
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
    """Whether no more than so many of the words are missing from a text; the cheap test before the
    exact one."""
    missing = 0
    for word in words:
        if word not in text:
            missing += 1
            if missing > may_miss:
                return False
    return True


def _kicker(lines: list[Line]) -> None:
    """The genre's name alone before the text: "Tribune"."""
    first = next((line for line in lines if line.role in _TEXT), None)
    if (
        first is not None
        and first.role is _PARAGRAPH
        and len(first.text) <= _GENRE_LENGTH
        and is_phrase(first.text.rstrip("."), "genre")
    ):
        first.role, first.rule = Role.METADATA, "phrases: genre"


def _signatures(lines: list[Line]) -> None:
    """Who signs: explicit forms wherever they stand alone, names only at the end of the text."""
    is_below_text = False
    for index, line in enumerate(lines):
        is_signed = (
            line.role is _PARAGRAPH and len(line.text) <= _SIGNATURE_LENGTH and is_byline(line.text)
        )
        if is_signed and not (is_below_text and _is_told_of(line, lines[index + 1 : index + 2])):
            line.role, line.rule = Role.BYLINE, "bylines: alone in its line"
        is_below_text = is_below_text or line.role in _TEXT
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.role is _PARAGRAPH:
            if not (len(line.text) <= _SIGNATURE_LENGTH and _is_signature(line.text)) or _is_answer(
                lines, index
            ):
                return
            line.role, line.rule = Role.SIGNATURE, "bylines: at the end"
        elif line.role in _TEXT or line.role is Role.LIVE_ENTRY:
            return


def _is_told_of(line: Line, following: list[Line]) -> bool:
    """Whether a name in bold between paragraphs is what the next one tells of: another newspaper,
    in a review of the press."""
    return (
        (is_newspaper(line.text) or line.text.lower() in AGENCIES)
        and not (line.text.startswith(_SIGNS) or "monde" in line.text.lower())
        and is_wholly(line, "strong")
        and any(
            after.role is _PARAGRAPH and len(after.text) > _HEADING_LENGTH for after in following
        )
    )


def _is_answer(lines: list[Line], index: int) -> bool:
    """Whether a question in bold stands before a line: then a name is what was asked for."""
    before = next((lines[at] for at in range(index - 1, -1, -1) if lines[at].role in _TEXT), None)
    return before is not None and (
        before.role is Role.QUESTION
        or (before.text.rstrip(_CLOSINGS).endswith("?") and is_wholly(before, "strong"))
    )


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, wherever it stands.

    >>> is_byline("Propos recueillis par Claire Vasseur"), is_byline("Le Monde avec AFP"), is_byline("Claire Vasseur")
    (True, True, False)
    """
    if "ecueilli" in text and _RECORDED.fullmatch(text):
        return True
    if len(text) > _NAMED_LENGTH:
        return False
    if is_newspaper(text):
        return True
    told = read_byline(text)
    if not told.authors:
        return bool(told.agencies)
    return (
        text.startswith(_SIGNS)
        and not text.endswith(_ENDS_SENTENCE)
        and all(looks_like_name(one.name) for one in told.authors)
    )


def _is_signature(text: str) -> bool:
    bare = text.strip(" ()*—–-")
    if looks_like_name(bare) or _INITIALS.fullmatch(bare):
        return True
    told = read_byline(bare)
    # "Claire Vasseur (Rome, correspondante)", "Par Jean Petit et Ana Gil": names, and no sentence.
    return bool(told.authors) and not bare.endswith(_ENDS_SENTENCE) and all(looks_like_name(author.name) for author in told.authors) and (
        "(" in bare or bare.startswith(("Par ", "By "))
    )  # fmt: skip


def _bold_lines(
    lines: list[Line], bold_line: Literal["heading", "paragraph"], *, is_whole_text: bool
) -> None:
    """Wholly bold paragraphs: questions of an interview, headings, or just bold. Short lines in
    capitals are headings."""
    bold = {
        id(line)
        for line in lines
        if line.marks
        and line.marks[0].start <= _OUTSIDE
        and line.role is _PARAGRAPH
        and is_wholly(line, "strong")
    }
    candidates = [
        index
        for index, line in enumerate(lines)
        if line.role is _PARAGRAPH
        and (
            line.is_loose
            or id(line) in bold
            or (len(line.text) <= _HEADING_LENGTH and _is_capitals(line.text))
        )
    ]
    if not candidates:
        return
    following = _next_texts(lines)
    asked = {
        index
        for index in candidates
        if id(lines[index]) in bold
        and lines[index].text.rstrip(_CLOSINGS).endswith(_ENDS_QUESTION)
        and (after := following[index]) is not None
        and after.role is _PARAGRAPH
        and id(after) not in bold
    }
    is_interview = len(asked) >= 2 or any(line.role is Role.QUESTION for line in lines)
    for index in candidates:
        line = lines[index]
        if following[index] is None:
            continue
        is_short = len(line.text) <= _HEADING_LENGTH
        if line.is_loose and is_whole_text:
            if is_short and not line.text.endswith(_ENDS_SENTENCE):
                line.role, line.rule = Role.HEADING, "loose text: heading"
        elif is_interview and index in asked:
            line.role, line.rule = Role.QUESTION, "bold line: question"
        elif id(line) in bold and line.text.startswith(">>"):
            line.role, line.rule = Role.HEADING, "bold line after >>"
        elif is_short and _is_capitals(line.text):
            line.role, line.rule = Role.HEADING, "capitals"
        elif (
            is_short
            and id(line) in bold
            and bold_line == "heading"
            and not line.text.endswith(_ENDS_SENTENCE)
        ):
            line.role, line.rule = Role.HEADING, "bold line: heading"


def is_wholly(line: Line, kind: Literal["strong", "emphasis"]) -> bool:
    """Whether every letter and digit of a line is so formatted; straight quotes and stops may stand
    outside."""
    text, position = line.text, 0
    is_marked = False
    for mark in line.marks:
        if mark.kind == kind:
            if (mark.start > _OUTSIDE and not is_marked) or _has_words(text[position : mark.start]):
                return False
            is_marked, position = True, mark.end
    return is_marked and not _has_words(text[position:])


def _has_words(text: str) -> bool:
    return text[:1].isalnum() or any(map(str.isalnum, text))


def _is_capitals(text: str) -> bool:
    """Whether a line is set in capitals: at least two words' worth of letters, none small."""
    if _SMALL.search(text) or text.upper() != text or text.endswith((".", ",", ";", ":")):
        return False
    return sum(map(str.isalpha, text)) >= 4


def _next_texts(lines: list[Line]) -> list[Line | None]:
    """For each line the next one that belongs to the body, headings aside from figures and the
    like."""
    found: list[Line | None] = []
    following: Line | None = None
    for line in reversed(lines):
        found.append(following)
        if line.role in _FOLLOWS:
            following = line
    found.reverse()
    return found
