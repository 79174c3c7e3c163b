"""Related links: what of a line is the label, what the headline, and where it leads."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from lemonde_parse.article import RelatedLink
from lemonde_parse.reading.lines import Line
from lemonde_parse.wording.matching import (
    fold,
    is_phrase,
    may_hold_badge,
    may_point_elsewhere,
    wording,
)
from lemonde_parse.wording.phrases import LABEL_SIGNS

_AROUND: Final = LABEL_SIGNS.replace("»", "") + ":|"
"""What parts label, badge and headline; a label may end in a quotation."""
_DASHES: Final = " \u00a0\u202f>-–—"
_CLOSING: Final = " \u00a0\u202f.…;,)]\"'’!?"
_SEPARATOR = re.compile(r"\s?[:|](?=\s|$)|\s(?:>+|[-–—])(?=\s|$)")
_CUT = re.compile(
    r".*?\b(?:aussi|AUSSI|également|encore|also|more)(?=\s+[^\sa-zà-ÿ(:|]|[A-ZÀ-Ý«“])"
)
"""A label that nothing parts from its headline: "Lire aussi Un titre", or not even a space where
formatting is lost."""
BEGINS_HEADLINE = re.compile(r"\s*[^\Wa-zà-ÿ]|\s*[«\"“'‘¿¡\[]")
"""What a headline begins with: no small letter, which goes on with a sentence ("Lire un essai : un
devoir ?")."""
_LABEL_WORD = re.compile(r"\b(?:aussi|également|encore|notre|nos|also|more|our)\b", re.IGNORECASE)
"""What the label of no such sentence holds: after it, a headline may begin with a small letter."""

_LABEL_LENGTH: Final = 160
"""Characters up to which a text may be a label; the longest seen, with the badge's words, has 71.
"""


@frozen
class Pointer:
    """A line that only points elsewhere, taken apart."""

    label: str
    targets: tuple[tuple[str, str | None], ...]
    """Headline and address of each; none if the line is but a label for the lines that follow."""
    rest: str
    """What stands beside label and targets."""


def take_apart(line: Line) -> Pointer:
    """A line known to be a related link, by its links or, without any, by its wording."""
    links = _links(line)
    if not links:
        label, headline = split_wording(line.text)
        if label or not headline:
            return Pointer(clean_label(label), ((headline, None),) if headline else (), "")
        return (
            Pointer("", ((headline, None),), "") if line.is_premium else Pointer("", (), headline)
        )
    before = line.text[: links[0][0]].strip()
    after = line.text[links[-1][1] :].strip(_CLOSING)
    targets = tuple((line.text[start:end].strip(), href) for start, end, href in links)
    if not before:
        # The label may stand in the link itself.
        label, headline = split_wording(targets[0][0])
        if label and headline:
            return Pointer(clean_label(label), ((headline, targets[0][1]), *targets[1:]), after)
    return Pointer(clean_label(before), targets, after)


def is_pointer(line: Line, *, needs_label: bool = False) -> bool:
    """Whether a line only points elsewhere: by wording before its link, or, unless that is needed,
    because nothing but a link is left."""
    for mark in reversed(line.marks):
        if mark.kind == "link":
            if line.text[mark.end :].strip(_CLOSING):
                return False  # most links stand in sentences
            break
    else:
        return False
    links = _links(line)
    start, end, _ = links[0]
    before = line.text[:start].strip()
    if needs_label and not before.strip(_AROUND):
        return split_wording(line.text[start:end])[0] != ""
    between = "".join(
        line.text[end:start] for (_, end, _), (start, _, _) in zip(links, links[1:], strict=False)
    )
    if not before.strip(_AROUND):
        # One link, or a row of them: but not a sentence that is linked piece by piece.
        return not between.strip(_AROUND + ",")
    return is_label(before) or (
        len(before) <= _LABEL_LENGTH and is_phrase(_plain(before), "target")
    )


def is_label(text: str) -> bool:
    """Whether a text is what stands before a related link: "Lire aussi :".

    >>> is_label("Lire aussi l’éditorial du « Monde » |"), is_label("Voir la mer")
    (True, False)
    """
    if len(text) > _LABEL_LENGTH:
        return False
    return is_phrase(_plain(text), "related")


def _plain(text: str) -> str:
    """A label as the wording has it: no badge, no signs around it, no capitals for their own sake.

    >>> _plain("» LIRE AUSSI -"), _plain("Lire aussi l’éditorial du « Monde » |")
    ('Lire aussi', 'Lire aussi l’éditorial du « Monde » |')
    """
    text = strip_badge(text)[0].strip().lstrip(LABEL_SIGNS).rstrip(_DASHES)
    return text.rstrip(".").capitalize() if text.isupper() else text


def clean_label(text: str) -> str:
    """A label without its separator and badge."""
    label = strip_badge(text)[0].lstrip(LABEL_SIGNS).strip(_AROUND)
    if label.isupper():
        label = label.rstrip(".")
    return label.lstrip("([") if label.count("(") > label.count(")") else label


def strip_badge(text: str) -> tuple[str, str]:
    """A text without the words of a subscriber badge, and those words; "" if it has none.

    >>> strip_badge("Lire aussi Article réservé à nos abonnés Un titre")
    ('Lire aussi  Un titre', 'Article réservé à nos abonnés')
    """
    found = _find_badge(text)
    if found is None:
        return text, ""
    return text[: found.start()] + text[found.end() :], text[found.start() : found.end()]


def split_wording(text: str) -> tuple[str, str]:
    """Label and headline of a line without markup; ("", text) if no wording tells them apart.

    >>> split_wording("Lire aussi | Un titre")
    ('Lire aussi |', 'Un titre')
    """
    if may_point_elsewhere(text):
        for separator in _SEPARATOR.finditer(text[:_LABEL_LENGTH]):
            label = text[: separator.end()].strip()
            if is_label(label):
                return label, text[separator.end() :].strip()
        if is_label(text):
            return text.strip(), ""
        cut = _CUT.match(text)
        if cut is not None and is_label(cut[0]):
            return cut[0].strip(), text[cut.end() :].strip()
    return "", text.strip()


def split_unlinked(text: str) -> tuple[str, str, str]:
    """Label, headline and badge of a line that has lost its link; ("", "", "") for any other.

    A bar or a badge makes it certain; a colon only after a plain label, and before what is no
    sentence.

    >>> split_unlinked("Lire aussi | Article réservé à nos abonnés Un titre")
    ('Lire aussi', 'Un titre', 'Article réservé à nos abonnés')
    """
    found = _find_badge(text)
    if found is None:
        label, bar, headline = text.partition("|")
        if bar and headline.strip() and is_label(label):
            return clean_label(label), headline.strip(), ""
        label, colon, headline = text.partition(":")
        is_headline = BEGINS_HEADLINE.match(headline) or (
            headline.strip() and _LABEL_WORD.search(label)
        )
        if is_headline and not text.endswith(".") and is_phrase(_plain(label + colon), "label"):
            return clean_label(label), headline.strip(), ""
        return "", "", ""
    before, after = text[: found.start()], text[found.end() :].strip(_AROUND)
    if before.strip():
        label, headline = before, after
    else:
        label, headline = split_wording(after)
    return (
        (clean_label(label), headline, text[found.start() : found.end()])
        if headline and is_label(label)
        else ("", "", "")
    )


def badge_of(line: Line) -> str:
    """The words of a badge that stand beside the links of a related line."""
    if not may_hold_badge(line.text):
        return ""
    links = _links(line)
    if not links:
        return ""
    for beside in (line.text[: links[0][0]], line.text[links[-1][1] :]):
        if found := _find_badge(beside):
            return beside[found.start() : found.end()]
    return ""


def to_links(line: Line, pointer: Pointer, position: int) -> list[RelatedLink]:
    """The related links of a line."""
    return [
        RelatedLink(
            label=pointer.label,
            headline=headline,
            url=href,
            is_premium=line.is_premium,
            position=position,
        )
        for headline, href in pointer.targets
        if headline
    ]


def _links(line: Line) -> list[tuple[int, int, str | None]]:
    """Stretches of links; pieces of one link that only white space parts are one."""
    found: list[tuple[int, int, str | None]] = []
    for mark in line.marks:
        if mark.kind == "link":
            if (
                found
                and found[-1][2] == mark.href
                and not line.text[found[-1][1] : mark.start].strip()
            ):
                found[-1] = (found[-1][0], mark.end, mark.href)
            else:
                found.append((mark.start, mark.end, mark.href))
    return found


def _find_badge(text: str) -> re.Match[str] | None:
    """Where the words of a badge stand in a text; positions are those of the text, because folding
    keeps its length."""
    return wording("badge").expression.search(fold(text)) if may_hold_badge(text) else None
