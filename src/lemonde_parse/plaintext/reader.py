"""From a text to lines and claims: what kind of text it is decides how; the wording decides the rest."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import groupby
from typing import Final

from lemonde_parse.blocks import ListBlock, Text
from lemonde_parse.content.related import is_label, split_wording, strip_badge
from lemonde_parse.intake.limits import MAX_LINE
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.phrases import fold, may_point_elsewhere, says, wording
from lemonde_parse.plaintext.groups import Group, is_repeated, split
from lemonde_parse.plaintext.markdown import is_markdown, read_markdown
from lemonde_parse.plaintext.pages import is_dump, locate
from lemonde_parse.reading.lines import Line
from lemonde_parse.template import Role

_CREDIT = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{2,}|«? ?[A-ZÀ-Ý. ]+ ?»?)(?: ?/ ?[A-ZÀ-Ý«» .]{2,})+(?: (?:VIA|POUR|FOR) .{2,40})?|AFP/[A-ZÀ-Ý .-]+"
)
_GLUED_BUTTONS = re.compile(r"(?:\s*(?:Ajouter à vos sélections|Lire plus tard|Ajouter aux favoris))+$")
_STARTS_HEADLINE = re.compile(r"[A-ZÀ-Ý«\"“'‘\d¿¡]")
# lynx ends a page with the addresses of its links.
_REFERENCES = re.compile(r"\n\s*References\s*\n")
# "Un titre, Un éditeur, 288 pages, 20 euros": a book, not an article.
_BOOK = re.compile(r"\b\d+ (?:p\.|pages)|\b\d+(?:,\d+)? (?:€|euros)\b")
_PROMOTED: Final = 4
"""Lines before a button that may belong to its box."""
_SHORT: Final = 90
"""Characters up to which a line between paragraphs may be a heading."""


def read_text(text: str, base: str | None, fetched_at: datetime | None) -> tuple[str, list[Line], list[Claim]]:
    """What kind of text it is ("markdown", "dump" or "paste"), its lines, and what is printed around them."""
    if is_markdown(text):
        lines = read_markdown(text, base)
        for line in lines:
            _as_related(line)
        claims = []
        if lines and lines[0].role is Role.HEADING and lines[0].level == 1:
            claims.append(Claim("headline", "printed", lines.pop(0).text))
        return "markdown", lines, claims
    is_page = is_dump(text)
    if is_page:
        text = _REFERENCES.split(text, maxsplit=1)[0]
    region = locate(split(text), fetched_at, is_page=is_page)
    lines = _boxes([_line(group, region.base if is_page else None) for group in region.groups])
    _headings(lines, region.groups)
    return "dump" if is_page else "paste", _lists(lines), region.claims


def _line(group: Group, base: int | None) -> Line:
    line = Line(Role.PARAGRAPH, group.text, group.marks, "text: paragraph")
    if group.is_bullet:
        line.level = 1  # an item, until lists are put together
    _as_related(line)
    if line.role is Role.PARAGRAPH:
        if base is not None and is_repeated(group.text):
            line.role, line.rule = Role.FURNITURE, "text: caption printed more than once"
        elif base is not None and _CREDIT.fullmatch(group.text):
            line.role, line.rule = Role.FURNITURE, "text: credit"
        elif len(group.text) <= MAX_LINE and wording("notice").expression.match(fold(group.text)):
            line.role, line.rule = Role.PAYWALL, "phrases: notice"
        elif base is not None and base < group.indent <= base + 6 and not group.is_bullet and group.is_after_blank:
            line.role, line.rule = Role.QUOTE, "text: set deeper than the paragraphs"
    return line


def _as_related(line: Line) -> None:
    """A line that only points elsewhere: a label, then a headline; with the badge before or after the label, or none."""
    if line.role is not Role.PARAGRAPH or not may_point_elsewhere(line.text):
        return
    if any(mark.kind == "link" for mark in line.marks) and not _is_labelled_link(line):
        return
    text = _GLUED_BUTTONS.sub("", line.text)
    stripped, is_premium = strip_badge(text)
    if any(mark.kind == "link" for mark in line.marks):
        line.role, line.rule, line.is_premium = Role.RELATED, "phrases: related", is_premium
        return
    bare = " ".join(stripped.split())
    label, headline = split_wording(bare)
    if label and not is_premium and not label.endswith("|") and not _STARTS_HEADLINE.match(headline):
        label = ""  # a headline or a sentence with a colon in it
    if not (label and headline):
        label, headline = _without_separator(bare, is_certain=is_premium)
    if label and headline and (is_premium or not _BOOK.search(headline)):
        line.role, line.rule, line.is_premium = Role.RELATED, "phrases: related", is_premium
        line.text, line.marks = f"{label.rstrip(' :|')} | {headline}", ()


def _is_labelled_link(line: Line) -> bool:
    first = next(mark for mark in line.marks if mark.kind == "link")
    before = line.text[: first.start].strip()
    label, headline = split_wording(strip_badge(line.text[first.start : first.end])[0])
    return (is_label(before) if before else bool(label and headline)) and not line.text[first.end :].strip(" .")


def _without_separator(text: str, *, is_certain: bool) -> tuple[str, str]:
    """Label and headline where nothing parts them ("Lire aussi Un titre"): a label's words, then what begins like a headline.

    A sentence that happens to begin so ends with a full stop, and goes on in small letters.
    """
    words = text.split(" ")
    for count in range(min(len(words) - 1, 8), 0, -1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        if is_label(label) and _STARTS_HEADLINE.match(rest) and (is_certain or (count > 1 and not rest.endswith("."))):
            return label, rest
    return "", text


def _boxes(lines: list[Line]) -> list[Line]:
    """Boxes that advertise within the text: from a line that says so to their button, all is theirs."""
    for index, line in enumerate(lines):
        if line.role is not Role.PARAGRAPH or not says(line.text, "button"):
            continue
        start = next(
            (
                back
                for back in range(index - 1, max(index - 1 - _PROMOTED, -1), -1)
                if says(lines[back].text, "newsletter", "promotion", "newspaper")
            ),
            None,
        )
        # The newspaper's name may stand above the box's own title.
        if start is not None and start > 0 and says(lines[start - 1].text, "newspaper", "newsletter"):
            start -= 1
        for part in lines[start if start is not None else index : index + 1]:
            if part.role is Role.PARAGRAPH:
                part.role, part.rule = Role.PROMOTION, "phrases: button of a box"
    return lines


def _headings(lines: list[Line], groups: list[Group]) -> None:
    """Short lines without closing punctuation between paragraphs; in dumps, those that stand out to the left."""
    text = [index for index, line in enumerate(lines) if line.role is Role.PARAGRAPH]
    for before, index, after in zip(text, text[1:], text[2:], strict=False):
        line = lines[index]
        if line.level == 1 or len(line.text) > _SHORT or line.text.endswith(tuple(".!?…:;,")) or line.text[:1].islower():
            continue
        stands_out = groups[index].indent < groups[before].indent and groups[index].indent < groups[after].indent
        if stands_out or (_is_prose(lines[before]) and _is_prose(lines[after])):
            line.role, line.rule, line.level = Role.HEADING, "text: short line between paragraphs", 2


def _is_prose(line: Line) -> bool:
    return len(line.text) > _SHORT or line.text.endswith(tuple(".!?…»"))


def _lists(lines: list[Line]) -> list[Line]:
    """Items in a row become a list."""
    whole: list[Line] = []
    for is_item, run in groupby(lines, lambda line: line.role is Role.PARAGRAPH and line.level == 1 and line.rule == "text: paragraph"):
        if is_item:
            block = ListBlock(items=tuple(Text(text=line.text, marks=line.marks) for line in run))
            whole.append(Line(Role.LIST, rule="text: items", block=block))
        else:
            whole += run
    return whole
