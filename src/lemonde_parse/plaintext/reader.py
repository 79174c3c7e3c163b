"""From a text to lines and claims: what kind of text it is decides how; the wording decides the
rest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, pairwise
from typing import Final

from lemonde_parse.blocks import Embed, ListBlock, Text
from lemonde_parse.content.judgement import is_byline, is_wholly
from lemonde_parse.content.related import BEGINS_HEADLINE, is_label, split_wording, strip_badge
from lemonde_parse.intake.limits import MAX_LINE
from lemonde_parse.layout import Role
from lemonde_parse.metadata.claims import Claim, author_names
from lemonde_parse.plaintext.groups import OBJECT, Group, is_credited, is_repeated, split
from lemonde_parse.plaintext.markdown import is_emphasised, is_markdown, read_markdown
from lemonde_parse.plaintext.pages import (
    POST_TIME,
    is_dump,
    is_printed,
    locate,
    read_printed_line,
    with_labels,
)
from lemonde_parse.reading.lines import Line
from lemonde_parse.wording.matching import is_phrase, may_point_elsewhere, wording
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.whitespace import tidy

_CREDIT = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{2,}|«? ?[A-ZÀ-Ý. ]+ ?»? ?)(?:/[A-ZÀ-Ý«» .]{2,})+(?:(?<= )(?:VIA|POUR|FOR) .{2,40})?|AFP/[A-ZÀ-Ý .-]+"
    r"|[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{3,60} POUR [«\"“]?\s?LE MONDE\s?[»\"”]?"
)
_GLUED_BUTTONS = re.compile(
    r"(?:\s*(?:Ajouter à vos sélections|Lire plus tard|Ajouter aux favoris))+$"
)
# lynx ends a page with the addresses of its links, numbered or not.
_REFERENCES = re.compile(r"\n[^\S\n]*(?:References|Visible links:?)[^\S\n]*\n")
_NUMBERED = re.compile(r"\s*(?:Visible links:?\s+)?\d{1,4}\. ")
# "Un titre, Un éditeur, 288 pages, 20 euros": a book, not an article.
_BOOK = re.compile(r"\b\d+ (?:p\.|pages)|\b\d+(?:,\d+)? (?:€|euros)\b")
# What e-mail sets before each line of what it quotes, once for each time it was sent on.
_QUOTING = re.compile(r"^(?:> ?)+")
_PARAGRAPH: Final = Role.PARAGRAPH
_RELATED: Final = Role.RELATED
_ITEM: Final = "text: item"
_ENDS: Final = tuple(".!?…»")
_NO_HEADING: Final = tuple(".!?…:;,")
_BUTTON_ENDS: Final = ("sélections", "tard", "favoris")
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,160}\]")
_SEPARATORS: Final = " :|>-–—"
"""What parts a label from its headline, one or more."""
# lynx and links write where a page shows another one: "IFRAME: //www.youtube.com/embed/x",
# "IFrame".
_FRAME = re.compile(r"(?:IFRAME:?|IFrame)(?: .{0,400})?|(?:https?:)?//\S{1,400}")
_BEGINS_FRAME: Final = frozenset("Ih/")
# Below an empty line, and above two: so w3m prints a picture's caption.
_SET_APART = re.compile(r"(?<=[^\n]\n\n)[^\n]+(?:\n[^\n]+){0,3}(?=\n\n\n[^\n])")
# "Le Monde | 04.05.2015 à 13h36", in the pages of 2012–18.
_DOTTED = re.compile(r"\b\d{2}\.\d{2}\.\d{4} à ")
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
_SLIDE: Final = 4
"""Lines that a slide show prints below its buttons at most: a caption, a credit, a link to all
pictures."""
_DASHES: Final = ("—", "–", "-")
# "— Jeanne Durand (@jdurand) 12 mars 2015"
_TWEETED = re.compile(r"[—–-]{1,2} ?.{1,60} \(@ ?[\w ]{1,40}\)(?: .{0,40})?")
_FOOTER: Final[tuple[PhraseKind, ...]] = (
    "comments",
    "share",
    "paywall",
    "status",
    "badge",
    "newsletter",
    "promotion",
    "advertisement",
    "boilerplate",
)
"""Known wording after an article."""
_HEAD: Final = 5
"""Lines after the title of a Markdown text among which signature and date stand."""
_BIOS: Final = 5
"""Paragraphs at the end of a text among which it says who the authors are."""
_SHORTEST_CAPTION: Final = 24
"""Characters from which a text that the next one begins with is a caption that is printed twice."""
_BUTTONS_LENGTH: Final = 300
"""Characters that buttons at a line's end may have."""
_PROMOTED: Final = 4
"""Lines before a button that may belong to its box."""
_APART: Final = 200
"""Characters that a caption between empty lines stays below, unless it is the picture's above the
text."""
_CAPTION: Final = 120
"""Characters up to which a line glued to a paragraph may be the caption of a picture below it."""
_SPACED: Final = 10
"""Of that many paragraphs, one may be glued to another where empty lines part them."""
_TIME: Final = 80
"""Characters that the time of a post stays below."""
_SHORT: Final = 90
"""Characters up to which a line between paragraphs may be a heading."""


def read_text(
    text: str, base: str | None, fetched_at: datetime | None
) -> tuple[str, list[Line], list[Claim]]:
    """What kind of text it is ("markdown", "dump" or "paste"), its lines, and what is printed
    around them."""
    text = _as_written(text)
    is_page = is_dump(text)
    if is_markdown(text) or (not is_page and is_emphasised(text)):
        lines = read_markdown(text, base)
        claims: list[Claim] = []
        page = locate(_groups(lines), fetched_at, is_page=False)
        if page.is_page:
            lines, claims = _lines(page.groups), page.claims
            _by_place(lines, [Group(line.text) for line in lines], 0, is_page=True)
        elif lines and lines[0].role is Role.HEADING and lines[0].level == 1:
            claims.append(Claim("headline", "printed", lines.pop(0).text))
            lines = _after_head(lines, fetched_at, claims)
        return "markdown", _with_beside(lines, _related(lines)), claims
    text, *references = _REFERENCES.split(text, maxsplit=1) if is_page else (text,)
    region = locate(
        split(text),
        fetched_at,
        is_page=is_page,
        is_numbered=bool(references) and _NUMBERED.match(references[0]) is not None,
    )
    is_page = region.is_page
    groups = with_labels(region.groups)
    lines = [
        Line(_PARAGRAPH, group.text, group.marks, _ITEM if group.is_bullet else "text: paragraph")
        for group in groups
    ]
    beside = _related(lines)
    _slides(lines, groups)
    if is_page and any(
        claim.field == "date_published" and _DOTTED.search(claim.text) for claim in region.claims
    ):
        _set_apart(lines, groups, text)
    _by_place(lines, groups, region.base, is_page=is_page)
    _boxes(lines)
    _headings(lines, groups)
    _author_bios(lines, region.claims)
    return (
        "dump" if is_page else "paste",
        _lists(_tweets(_with_beside(lines, beside)) if is_page else _with_beside(lines, beside)),
        region.claims,
    )


def _as_written(text: str) -> str:
    """The text as it was before an e-mail quoted the whole of it, and a Mac's PDF took its accents
    off the letters.

    >>> _as_written("> Deux mots.\\n>\\n> Un e\\u0301te\\u0301.")
    'Deux mots.\\n\\nUn été.'
    """
    if text.startswith(">"):
        lines = text.splitlines()
        if all(line.startswith(">") for line in lines if line):
            text = "\n".join(_QUOTING.sub("", line) for line in lines)
    return unicodedata.normalize("NFC", text) if "\u0301" in text and "é" not in text else text


def _groups(lines: list[Line]) -> Iterator[Group]:
    """The lines of a Markdown text as those of other texts, an item of a list each."""
    for line in lines:
        if isinstance(line.block, ListBlock):
            for number, item in enumerate(line.block.items):
                yield Group(item.text, is_bullet=True, is_after_blank=not number, line=line)
        else:
            yield Group(line.text or OBJECT, line=line)


def _lines(groups: list[Group]) -> list[Line]:
    """The lines of a Markdown text that these groups were made from."""
    return list({id(group.line): group.line for group in groups if group.line is not None}.values())


def _after_head(lines: list[Line], fetched_at: datetime | None, claims: list[Claim]) -> list[Line]:
    """What is left when the lines between a Markdown text's title and its body are read: standfirst
    in italics, signature, date."""
    head = lines[:_HEAD]
    last = next(
        (index for index in reversed(range(len(head))) if is_printed(head[index].text)), None
    )
    if last is None:
        return lines
    rest = []
    for line in head[: last + 1]:
        if line.role is not _PARAGRAPH or not (
            is_printed(line.text) or is_wholly(line, "emphasis")
        ):
            rest.append(line)
        elif is_printed(line.text):
            read_printed_line(line.text, line.marks, fetched_at, claims)
        else:
            claims.append(Claim("description", "printed", line.text))
    return [*rest, *lines[last + 1 :]]


def _with_beside(lines: list[Line], beside: dict[int, list[Line]]) -> list[Line]:
    """The lines, and before each the words that were glued to it."""
    if not beside:
        return lines
    return [line for index, whole in enumerate(lines) for line in (*beside.get(index, ()), whole)]


def _by_place(lines: list[Line], groups: list[Group], base: int | None, *, is_page: bool) -> None:
    """What paragraphs are notices; below a date also captions; in dumps, where the paragraphs begin
    at the column `base`, quotes."""
    notice = wording("notice")
    is_dated = base is not None
    base = base if is_page else None
    captions = _captions(groups, is_page=is_page) if is_dated else set()
    for index, (line, group) in enumerate(zip(lines, groups, strict=True)):
        text = line.text
        if line.role is not _PARAGRAPH or not text:
            continue
        if group.is_beyond:
            if not is_phrase(text, *_FOOTER):
                line.role, line.rule = Role.BOILERPLATE, "text: after the article"
        elif base is not None and text[0] in _BEGINS_FRAME and _FRAME.fullmatch(text):
            line.role, line.rule = Role.BOILERPLATE, "text: a frame's address"
        elif (
            is_dated and (is_page or len(text) > _SHORTEST_CAPTION) and is_repeated(text)
        ):  # "Bora Bora" may be a heading of a paste
            line.role, line.rule = Role.BOILERPLATE, "text: caption printed more than once"
        elif index in captions or (is_dated and is_credited(text)):
            line.role, line.rule = Role.BOILERPLATE, "text: caption"
        elif base is not None and ("/" in text or "LE MONDE" in text) and _CREDIT.fullmatch(text):
            line.role, line.rule = Role.BOILERPLATE, "text: credit"
        elif base is not None and text[0] == "[" and _IN_BRACKETS.fullmatch(text):
            line.role, line.rule = Role.BOILERPLATE, "text: a picture's name"
        elif group.is_button and not is_phrase(text, "share", "paywall", "newsletter", "button"):
            line.role, line.rule = Role.BOILERPLATE, "text: button"
        elif base is not None and len(text) <= _TIME and POST_TIME.fullmatch(text):
            line.role, line.rule = Role.METADATA, "text: time of a post"
        elif notice.may_begin(text) and len(text) <= MAX_LINE and notice.match_prefix(text):
            line.role, line.rule = Role.PAYWALL, "phrases: notice"
        elif (
            base is not None
            and base < group.indent <= base + 6
            and not group.is_bullet
            and group.is_after_blank
        ):
            line.role, line.rule = Role.QUOTE, "text: set deeper than the paragraphs"


def _set_apart(lines: list[Line], groups: list[Group], text: str) -> None:
    """Captions without a credit in the pages of 2012–18: two empty lines follow in w3m, and none
    stands before in lynx.

    A line break within a paragraph looks like the latter: only a short sentence between long
    paragraphs is a caption.
    """
    apart = {tidy(found) for found in _SET_APART.findall(text)}
    prose = [group.is_after_blank for group in groups[1:] if len(group.text) > _SHORT]
    is_spaced = _SPACED * prose.count(False) <= len(prose)
    for index, (line, group) in enumerate(zip(lines, groups, strict=True)):
        if line.role is not _PARAGRAPH or group.is_bullet:
            continue
        if (line.text in apart and (not index or len(line.text) < _APART)) or (
            is_spaced and _is_glued_caption(groups, index)
        ):
            line.role, line.rule = Role.BOILERPLATE, "text: caption set apart"


def _is_glued_caption(groups: list[Group], index: int) -> bool:
    group = groups[index]
    if group.is_after_blank or len(group.text) > _CAPTION or not 0 < index < len(groups) - 1:
        return False
    before, after = groups[index - 1], groups[index + 1]
    return (
        group.text[0].isupper()
        and ":" not in group.text
        and before.indent == group.indent
        and after.is_after_blank
        and before.text.endswith((".", "»", "…"))
        and len(before.text) > _SHORT
        and len(after.text) > _SHORT
        and not (before.is_bullet or after.is_bullet)
    )


def _slides(lines: list[Line], groups: list[Group]) -> None:
    """Slide shows: all captions in a paragraph, buttons with a counter between them, the first
    caption again, a link to the pictures."""
    for index in range(1, len(lines) - 1):
        counter = lines[index].text
        if not (
            "/" in counter
            and _COUNTER.fullmatch(counter)
            and all(is_phrase(lines[at].text, "boilerplate") for at in (index - 1, index + 1))
        ):
            continue
        start = index - 1 - (not groups[index - 1].is_after_blank)
        below = range(index + 2, min(index + 2 + _SLIDE, len(lines)))
        end = next(
            (
                at
                for at in below
                if lines[at].text.endswith("portfolio") and is_phrase(lines[at].text, "boilerplate")
            ),
            index + 2,
        )
        for line in lines[max(start, 0) : end]:
            if line.role is _PARAGRAPH:
                line.role, line.rule = Role.BOILERPLATE, "text: slide show"


def _tweets(lines: list[Line]) -> list[Line]:
    """The lines, each tweet one: a quotation, below it a dash and who wrote it."""
    if not any(line.text.startswith(_DASHES) for line in lines):
        return lines
    whole: list[Line] = []
    for line in lines:
        start = len(whole)
        if line.text.startswith(_DASHES) and _TWEETED.fullmatch(line.text):
            while start and whole[start - 1].role is Role.QUOTE:
                start -= 1
        if start < len(whole):
            text = " ".join(part.text for part in (*whole[start:], line))
            line = Line(
                Role.EMBED, rule="text: a tweet", block=Embed(provider="twitter", text=text)
            )
        whole[start:] = [line]
    return whole


def _captions(groups: list[Group], *, is_page: bool) -> set[int]:
    """Which paragraphs are captions: those that stand twice in a row, and one glued to the date
    where the others stand apart."""
    found = set()
    for index, (group, after) in enumerate(pairwise(groups)):
        if (
            len(group.text) > _SHORTEST_CAPTION
            and after.text.startswith(group.text)
            and not _goes_on(after.text[len(group.text) :])
        ):
            found |= {index, index + 1}
    prose = [group.is_after_blank for group in groups[1:] if len(group.text) > _SHORT]
    if (
        is_page
        and groups
        and not groups[0].is_after_blank
        and not groups[0].line
        and len(prose) > 1
        and all(prose)
    ):
        found.add(0)
    return found


def _goes_on(rest: str) -> bool:
    """Whether what follows a text that stands above, too, makes a sentence of it; after a caption
    stands its credit, or nothing."""
    return (
        rest.lstrip()[:1].islower()
        or rest[:1] in (",", ";")
        or (len(rest) > 1 and rest.endswith(_ENDS))
    )


def _related(lines: list[Line]) -> dict[int, list[Line]]:
    """Finds the lines that only point elsewhere; gives back, by their places, what else stood in
    them: the words of badge and buttons."""
    beside = {}
    for index, line in enumerate(lines):
        if (
            line.role is _PARAGRAPH
            and may_point_elsewhere(line.text)
            and (glued := _as_related(line))
        ):
            beside[index] = glued
    return beside


def _as_related(line: Line) -> list[Line]:
    """A line that only points elsewhere: a label, then a headline; with the badge before or after
    the label, or none.

    Gives back what else stood in the line: the words of the badge, and of buttons.
    """
    is_linked = any(mark.kind == "link" for mark in line.marks)
    if (is_linked and not _is_labelled_link(line)) or is_phrase(line.text, "boilerplate"):
        return []
    is_glued = line.text.endswith(_BUTTON_ENDS)
    buttons = (
        _GLUED_BUTTONS.search(line.text, max(len(line.text) - _BUTTONS_LENGTH, 0))
        if is_glued
        else None
    )
    stripped, badge = strip_badge(line.text[: buttons.start()] if buttons else line.text)
    if is_linked:
        line.role, line.rule, line.is_premium = _RELATED, "phrases: related", bool(badge)
        return []
    bare = " ".join(stripped.split())
    label, headline = split_wording(bare)
    if label and not badge and not label.endswith("|") and not BEGINS_HEADLINE.match(headline):
        label = ""  # a headline or a sentence with a colon in it
    if not (label and headline):
        label, headline = _without_separator(bare, is_certain=bool(badge))
    if not (label and headline) or (not badge and _BOOK.search(headline)):
        return []
    line.role, line.rule, line.is_premium = _RELATED, "phrases: related", bool(badge)
    line.text, line.marks = f"{label.rstrip(_SEPARATORS)} | {headline.lstrip(_SEPARATORS)}", ()
    beside: list[Line] = []
    if badge:
        beside.append(Line(Role.BADGE, badge, rule="phrases: badge"))
    if buttons:
        beside.append(Line(Role.SHARE, buttons[0].strip(), rule="phrases: share"))
    return beside


def _is_labelled_link(line: Line) -> bool:
    first = next(mark for mark in line.marks if mark.kind == "link")
    before = line.text[: first.start].strip()
    label, headline = split_wording(strip_badge(line.text[first.start : first.end])[0])
    return (is_label(before) if before else bool(label and headline)) and not line.text[
        first.end :
    ].strip(" .")


def _without_separator(text: str, *, is_certain: bool) -> tuple[str, str]:
    """Label and headline where nothing parts them ("Lire aussi Un titre"): a label's words, then
    what begins like a headline.

    A sentence that happens to begin so ends with a full stop, and goes on in small letters.
    """
    if text.endswith(".") and not is_certain:
        return "", text
    words = text.split(" ")
    for count in range(min(len(words) - 1, 8), 0, -1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        if BEGINS_HEADLINE.match(rest) and (is_certain or count > 1) and is_label(label):
            return label, rest
    return "", text


def _boxes(lines: list[Line]) -> None:
    """Boxes that advertise within the text: from a line that says so to their button, all is
    theirs."""
    button = wording("button")
    for index, line in enumerate(lines):
        if (
            not button.may_begin(line.text)
            or line.role is not _PARAGRAPH
            or len(line.text) > MAX_LINE
            or button.kind_of(line.text) is None
        ):
            continue
        start = next(
            (
                back
                for back in range(index - 1, max(index - 1 - _PROMOTED, -1), -1)
                if is_phrase(lines[back].text, "newsletter", "promotion", "newspaper")
            ),
            None,
        )
        # The newspaper's name may stand above the box's own title.
        if (
            start is not None
            and start > 0
            and is_phrase(lines[start - 1].text, "newspaper", "newsletter")
        ):
            start -= 1
        for part in lines[start if start is not None else index : index + 1]:
            if part.role is _PARAGRAPH:
                part.role, part.rule = Role.PROMOTION, "phrases: button of a box"


def _author_bios(lines: list[Line], claims: list[Claim]) -> None:
    """Who the authors are, told after the text: "Claire Vasseur est historienne."."""
    beginnings = tuple(f"{name} {verb} " for name in author_names(claims) for verb in ("est", "is"))
    if not beginnings:
        return
    for line in [line for line in lines if line.role is _PARAGRAPH][-_BIOS:]:
        if line.text.startswith(beginnings):
            line.role, line.rule = Role.METADATA, "bylines: who the author is"


def _headings(lines: list[Line], groups: list[Group]) -> None:
    """Short lines without closing punctuation between paragraphs; in dumps, those that stand out to
    the left."""
    text = [index for index, line in enumerate(lines) if line.role is _PARAGRAPH]
    for before, index, after in zip(text, text[1:], text[2:], strict=False):
        line = lines[index]
        if (
            len(line.text) > _SHORT
            or line.rule == _ITEM
            or line.text.endswith(_NO_HEADING)
            or line.text[:1].islower()
        ):
            continue
        stands_out = (
            groups[index].indent < groups[before].indent
            and groups[index].indent < groups[after].indent
        )
        if (stands_out or (_is_prose(lines[before]) and _is_prose(lines[after]))) and not is_byline(
            line.text
        ):
            line.role, line.rule = Role.HEADING, "text: short line between paragraphs"


def _is_prose(line: Line) -> bool:
    return len(line.text) > _SHORT or line.text.endswith(_ENDS)


def _lists(lines: list[Line]) -> list[Line]:
    """Items in a row become a list."""
    whole: list[Line] = []
    for is_item, run in groupby(lines, _is_item):
        if is_item:
            block = ListBlock(items=tuple(Text(text=line.text, marks=line.marks) for line in run))
            whole.append(Line(Role.LIST, rule="text: items", block=block))
        else:
            whole += run
    return whole


def _is_item(line: Line) -> bool:
    return line.role is _PARAGRAPH and line.rule == _ITEM
