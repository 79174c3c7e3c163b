"""Splits related links into labels, headlines and addresses.

A "pointer" is a line that is only a related link. In plain text, it may have no address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import evolve, frozen

from lemonde_parse.classify.features import has_words
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.wording.matching import (
    fold,
    is_phrase,
    matcher,
    may_begin_label,
    may_contain_badge,
    may_point_elsewhere,
)
from lemonde_parse.wording.phrases import BADGE_STEMS, LABEL_SIGNS
from lemonde_parse.wording.punctuation import SENTENCE_ENDS
from lemonde_parse.wording.whitespace import fold_spaces

_AROUND: Final = LABEL_SIGNS.replace("»", "") + ":|"
"""Characters between label, badge and headline; not "»", since it may end a quoted label."""
_ARROWS: Final = ("→", "►", "▶", "👉")
"""Symbols before a genre that is used as a label: “→ ENTRETIEN.”."""
_LISTED: Final = "»"
"""The character before each link of a list within one paragraph."""
_DASHED = re.compile(r"([^-–—:|.!?]{1,60}) [-–—] (?=\S)")
_DASHES: Final = " \u00a0\u202f>-–—"
_CLOSING: Final = " \u00a0\u202f.…;,)]\"'’!?"
_SEPARATOR = re.compile(r"\s?[:|](?=\s|$)|\s(?:>+|[-–—])(?=\s|$)")
# A label directly before its headline: "Lire aussi Un titre", or "Lire aussiUn titre" if the space
# was lost with the formatting.
_CUT = re.compile(
    r".*?\b(?:aussi|AUSSI|également|encore|also|more)(?=\s+[^\sa-zà-ÿ(:|]|[A-ZÀ-Ý«“])"
)
# A headline does not start with a lower-case letter; the second half of a sentence may
# ("Lire un essai : un devoir ?").
_BEGINS_HEADLINE = re.compile(r"\s*[^\Wa-zà-ÿ]|\s*[«\"“'‘¿¡\[]")
# Words that appear in labels, but rarely at the start of a sentence. After them, a headline may
# start with a lower-case letter.
_LABEL_WORD = re.compile(r"\b(?:aussi|également|encore|notre|nos|also|more|our)\b", re.IGNORECASE)
# "Un titre, Un éditeur, 288 pages, 20 euros": a book, not an article.
_BOOK = re.compile(r"\b\d{1,4} (?:p\.|pages)|\b\d{1,4}(?:,\d{1,2})? (?:€|euros)\b")
# An invitation to other pages of the newspaper, such as "Retrouvez tous nos articles."; even if it
# lost its link, it is rarely prose.
_INVITATION = re.compile(
    r"Re(?:trouvez|vivez) (?:le (?:direct|live|débat) d[eu']|"
    r"(?:tou(?:te)?s )?(?:les|nos) (?:vidéos?|articles|épisodes|débats|podcasts|directs|dossiers|"
    r"reportages|chroniques|infographies|portfolios|temps forts))(?: ?[^.!?:;|]{1,80})?\."
)
_BUTTONS: Final = ("Ajouter à vos sélections", "Lire plus tard", "Ajouter aux favoris")
_SENTENCE_END = re.compile(r"(?<=[^\s»])\s?[.!?…»](?=\s)")
_GLUED: Final = LIMITS.signature + LIMITS.headline
"""Maximum length of a related link on the same line as a paragraph."""
_IN_GLUED: Final = (*BADGE_STEMS, "Il vous reste", "left to read")
"""Words of truncation notices, and of those related links that may end with a full stop."""
_LABEL_WORDS: Final = 8
"""Maximum number of words in a label that is not separated from its headline."""

Target: TypeAlias = "tuple[str, str | None]"
"""A headline and its address."""


@frozen(kw_only=True)
class Pointer:
    """The parts of a line that is only a related link."""

    label: str = ""
    targets: tuple[Target, ...] = ()
    """Empty if the line is only a label, which then applies to the next lines."""
    badge: str = ""
    """The words of a subscriber badge."""
    buttons: str = ""
    """The labels of buttons after the headline."""
    rest: str = ""
    """Any other words."""


def take_apart(line: Line) -> Pointer:
    """Split a related link into its parts, by its links or else by its wording."""
    links = _links(line)
    if not links:
        return unlinked(line.text) or printed(line.text) or _without_links(line)
    before = line.text[: links[0][0]].strip()
    after = line.text[links[-1][1] :].strip(_CLOSING)
    between = (line.text[end:start] for (_, end, _), (start, _, _) in pairwise(links))
    rest = " ".join(filter(has_words, (*between, after)))
    badge = ""
    headlines: list[Target] = []
    for start, end, href in links:
        headline, words = strip_badge(line.text[start:end])
        badge = badge or words
        headlines.append((fold_spaces(headline).strip().lstrip(LABEL_SIGNS), href))
    targets = tuple(headlines)
    if before or after:
        badge = strip_badge(before)[1] or strip_badge(after)[1] or badge
    label = clean_label(before) if before else ""
    if not before:
        # The label may be part of the link.
        inner, headline = split_label(targets[0][0])
        if headline:
            label, targets = clean_label(inner), ((headline, targets[0][1]), *targets[1:])
    return Pointer(label=label, targets=targets, badge=badge, rest=rest.replace(badge, "").strip())


def _without_links(line: Line) -> Pointer:
    bare, badge = strip_badge(line.text)
    label, headline = split_label(bare)
    if headline and (label or badge or line.is_premium):
        return _pointer(label, headline, badge)
    return Pointer(label=clean_label(label), badge=badge, rest=headline)


def is_pointer(line: Line) -> bool:
    """Match a line that is only a related link: a label and its link, or just links."""
    if not _ends_in_link(line):
        return False
    links = _links(line)
    before = line.text[: links[0][0]]
    if strip_badge(before)[0].strip().strip(_AROUND) not in ("", _LISTED):
        return is_labelled_pointer(line)
    # A row of links, but not a sentence that is linked piece by piece.
    between = "".join(line.text[end:start] for (_, end, _), (start, _, _) in pairwise(links))
    return not between.strip(_AROUND + _LISTED + ",")


def is_labelled_pointer(line: Line) -> bool:
    """Match a related link with a label before the link or at the start of the link's text."""
    if not _ends_in_link(line):
        return False
    start, end, _ = _links(line)[0]
    before = line.text[:start].strip()
    if not before.strip(_AROUND):
        return split_label(line.text[start:end])[0] != ""
    return is_label(before) or is_phrase(_plain(before), "target")


def _ends_in_link(line: Line) -> bool:
    """Match a line that ends with a link. This is cheap, and excludes most links in sentences."""
    for mark in reversed(line.marks):
        if mark.kind == "link":
            return not line.text[mark.end :].strip(_CLOSING)
    return False


def split_pointers(lines: Sequence[Line]) -> list[Line]:
    """Split a related link off the paragraphs that start or end with one."""
    separate: list[Line] = []
    for line in lines:
        if line.marks and line.role is Role.PARAGRAPH:
            separate += _split(line)
        else:
            separate.append(line)
    return separate


def _split(line: Line) -> tuple[Line, ...]:
    """Split a related link off the end or the beginning of a paragraph."""
    at = _pointer_start(line) if _ends_in_link(line) else None
    if at is None and may_begin_label(line.text):
        at = _pointer_end(line)
    if at is None:
        return (line,)
    return _cut(line, 0, at), _cut(line, at, len(line.text))


def split_glued(lines: Sequence[Line]) -> list[Line]:
    """Split off a related link or a truncation notice that a program printed at the end of a
    paragraph."""
    separate: list[Line] = []
    for line in lines:
        at = _glued_start(line.text) if line.role is Role.PARAGRAPH else None
        separate += (line,) if at is None else (_cut(line, 0, at), _cut(line, at, len(line.text)))
    return separate


def _glued_start(text: str) -> int | None:
    """Return the position of a related link or a truncation notice after a sentence of a paragraph.

    Return None if there is neither, or if the entire paragraph is a notice.

    >>> _glued_start("Une phrase. Lire aussi : Article réservé à nos abonnés Un titre")
    11
    >>> _glued_start("Une phrase. Lire aussi longtemps lui plaît.") is None
    True
    >>> _glued_start("Une phrase. Lire aussi longtemps lui plaît ?") is None
    True
    """
    if text.endswith(".") and not any(word in text for word in _IN_GLUED):
        return None  # a quick exit for nearly every paragraph
    for sentence_end in _SENTENCE_END.finditer(text, max(len(text) - _GLUED, 0)):
        rest = text[sentence_end.end() :].lstrip()
        if is_phrase(rest, "notice") or unlinked(rest) is not None:
            return None if is_phrase(text, "notice") else sentence_end.end()
    return None


def _pointer_start(line: Line) -> int | None:
    """Return the position of a label and its link after the sentences of a paragraph, if any."""
    start, end, _ = _links(line)[0]
    nearest = max(start - LIMITS.signature, 0)
    for sentence_end in _SENTENCE_END.finditer(line.text, nearest, start):
        at = sentence_end.end()
        label = line.text[at:start]
        if _is_certain(line, label, line.text[start:end], at):
            return at if is_pointer(_cut(line, at, len(line.text))) else None
    return None


def _pointer_end(line: Line) -> int | None:
    """Return the end of a label and its link before the sentences of a paragraph, if any."""
    links = _links(line)
    if not links:
        return None
    start, end, _ = links[0]
    label, rest = line.text[:start], line.text[end:]
    is_prose = rest[:1] == " " and rest.endswith(SENTENCE_ENDS) and _BEGINS_HEADLINE.match(rest)
    if is_prose and _is_certain(line, label, line.text[start:end], 0):
        return end
    return None


def _is_certain(line: Line, label: str, headline: str, at: int) -> bool:
    """Match a label that cannot be part of the prose next to it.

    The headline after it must not start with a lower-case letter. The label must use words that
    only labels have, start with an arrow, or be bold together with the headline.
    """
    if _BEGINS_HEADLINE.match(headline) is None:
        return False
    if is_phrase(_plain(label.strip()), "label") or (_has_arrow(label) and is_label(label)):
        return True
    end = at + len(label) + len(headline)
    at += len(label) - len(label.lstrip())
    return is_label(label) and any(
        mark.kind == "strong" and mark.start == at and mark.end >= end for mark in line.marks
    )


def _cut(line: Line, start: int, end: int) -> Line:
    """Return a stretch of a line with its formatting, without surrounding whitespace."""
    start += len(line.text[start:end]) - len(line.text[start:end].lstrip())
    end = start + len(line.text[start:end].rstrip())
    marks = tuple(
        evolve(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in line.marks
        if mark.start < end and mark.end > start
    )
    return line._replace(text=line.text[start:end], marks=marks)


def is_label(text: str) -> bool:
    """Match the label of a related link.

    >>> is_label("Lire aussi l’éditorial du « Monde » |"), is_label("Voir la mer")
    (True, False)
    """
    if len(text) > LIMITS.signature:
        return False
    plain = _plain(text)
    return (
        is_phrase(plain, "related")
        or is_phrase(plain.rstrip(_AROUND + _LISTED), "beside")
        or (_has_arrow(text) and is_phrase(plain.rstrip(".:" + _DASHES), "genre"))
    )


def _has_arrow(text: str) -> bool:
    return text.lstrip().startswith(_ARROWS)


def clean_label(text: str) -> str:
    """Strip the badge, the symbols around the label, and an unclosed bracket before it.

    A label in capitals also loses its full stop.
    """
    label = strip_badge(text)[0].lstrip(LABEL_SIGNS).strip(_AROUND)
    if label.count(_LISTED) > label.count("«"):
        label = label.rstrip(_LISTED).rstrip(_AROUND)
    if label.isupper():
        label = label.rstrip(".")
    return label.lstrip("([") if label.count("(") > label.count(")") else label


def strip_badge(text: str) -> tuple[str, str]:
    """Return a text without its first subscriber badge, and the words of that badge, or "".

    >>> strip_badge("Lire aussi Article réservé à nos abonnés Un titre")
    ('Lire aussi  Un titre', 'Article réservé à nos abonnés')
    """
    span = matcher("badge").find(text) if may_contain_badge(text) else None
    if span is None:
        return text, ""
    start, end = span
    return text[:start] + text[end:], text[start:end]


def split_label(text: str) -> tuple[str, str]:
    """Split a text into its label and headline; ("", text) if it does not start with a label.

    >>> split_label("Lire aussi | Un titre")
    ('Lire aussi |', 'Un titre')
    """
    if is_label(text):
        return text.strip(), ""
    if may_point_elsewhere(text):
        for separator in _SEPARATOR.finditer(text[: LIMITS.signature]):
            label = text[: separator.end()].strip()
            if is_label(label):
                return label, text[separator.end() :].strip()
        cut = _CUT.match(text)
        if cut is not None and is_label(cut[0]):
            return cut[0].strip(), text[cut.end() :].strip()
    return "", text.strip()


def unlinked(text: str) -> Pointer | None:
    """Return the parts of a related link that lost its address; None if in doubt.

    A label followed by "|" or a badge is enough. If a colon follows, the label must use words that
    only labels have, and the headline must not end with a full stop.

    >>> pointer = unlinked("Lire aussi | Article réservé à nos abonnés Un titre")
    >>> pointer.label, pointer.targets, pointer.badge
    ('Lire aussi', (('Un titre', None),), 'Article réservé à nos abonnés')
    """
    text, buttons = _strip_buttons(text)
    bare, badge = strip_badge(text)
    if badge:
        at = text.index(badge)
        before, after = text[:at], text[at + len(badge) :].strip(_AROUND)
        label, headline = (before, after) if before.strip() else split_label(after)
        is_certain = bool(headline) and is_label(label)
    else:
        label, _, headline = bare.partition("|")
        is_certain = bool(headline.strip()) and is_label(label)
        if not is_certain:
            label, colon, headline = bare.partition(":")
            if headline.lstrip().startswith(_LISTED) and is_phrase(label.strip(), "beside"):
                return _list_of(label, headline)
            begins = _BEGINS_HEADLINE.match(headline) or _LABEL_WORD.search(label)
            is_certain = (
                bool(headline.strip() and begins)
                and not bare.endswith(".")
                and is_phrase(_plain(label + colon), "label")
            )
    return _pointer(label, headline, badge, buttons) if is_certain else None


def is_title_of_video(text: str) -> bool:
    """Match the title above a video on another subject: a label, a dash, a headline.

    >>> is_title_of_video("À VOIR AUSSI - Un titre"), is_title_of_video("Voir - c’est croire")
    (True, False)
    """
    dashed = _DASHED.match(text)
    return (
        dashed is not None
        and not text.endswith(".")
        and _BEGINS_HEADLINE.match(text[dashed.end() :]) is not None
        and is_phrase(_plain(dashed[1]), "label")
    )


def _list_of(label: str, headlines: str) -> Pointer:
    """Return the parts of a list such as "La rédaction vous conseille : » Un titre » Un autre"."""
    targets = tuple((one.strip(), None) for one in headlines.split(_LISTED) if one.strip())
    return Pointer(label=clean_label(label), targets=targets)


def printed(text: str) -> Pointer | None:
    """Return the parts of a related link in plain text; None for other texts.

    Its separators may be missing, and the labels of buttons may follow its headline.

    >>> pointer = printed("Lire aussi Un titre Ajouter à vos sélections")
    >>> pointer.targets, pointer.buttons
    ((('Un titre', None),), 'Ajouter à vos sélections')
    """
    text, buttons = _strip_buttons(text)
    bare, badge = strip_badge(text)
    bare = " ".join(bare.split())
    label, headline = split_label(bare)
    if not badge and not label.endswith("|") and not _BEGINS_HEADLINE.match(headline):
        label = ""  # a headline or a sentence with a colon in it
    if not (label and headline):
        label, headline = _without_separator(bare, badge)
    if not label and not _INVITATION.fullmatch(fold(headline)):
        return None
    if not badge and _BOOK.search(headline):
        return None
    return _pointer(label, headline, badge, buttons)


def _strip_buttons(text: str) -> tuple[str, str]:
    """Return a text without the labels of buttons at its end, and those labels."""
    bare = end = text[-LIMITS.headline :]
    while bare.endswith(_BUTTONS):
        button = next(filter(bare.endswith, _BUTTONS))
        bare = bare.removesuffix(button).rstrip()
    buttons = end[len(bare) :]
    return text.removesuffix(buttons), buttons.strip()


def _pointer(label: str, headline: str, badge: str = "", buttons: str = "") -> Pointer:
    target = (headline.strip().lstrip(_AROUND), None)
    return Pointer(label=clean_label(label), targets=(target,), badge=badge, buttons=buttons)


def _without_separator(text: str, badge: str) -> tuple[str, str]:
    """Split a text such as "Lire aussi Un titre" into label and headline.

    Return ("", text) if there is no label. A sentence may start like a label, but it then continues
    with a lower-case letter or ends with a full stop.
    """
    if text.endswith(".") and not badge:
        return "", text
    words = text.split(" ")
    for count in range(min(len(words) - 1, _LABEL_WORDS), 0, -1):
        label, rest = " ".join(words[:count]), " ".join(words[count:])
        if _BEGINS_HEADLINE.match(rest) and (badge or count > 1) and is_label(label):
            return label, rest
    return "", text


def _plain(text: str) -> str:
    """Return a label in the form that the phrase table matches: without badge, arrows and dashes.

    A label in capitals is returned in lower case, with an initial capital.

    >>> _plain("» LIRE AUSSI -"), _plain("Lire aussi l’éditorial du « Monde » |")
    ('Lire aussi', 'Lire aussi l’éditorial du « Monde » |')
    >>> _plain("À lire aussi »")
    'À lire aussi'
    """
    text = strip_badge(text)[0].strip().lstrip(LABEL_SIGNS)
    text = text.rstrip(_DASHES if "«" in text else _DASHES + _LISTED)
    return text.rstrip(".").capitalize() if text.isupper() else text


def _links(line: Line) -> list[tuple[int, int, str | None]]:
    """Return the links with their positions; adjacent links to the same address are merged."""
    links: list[tuple[int, int, str | None]] = []
    for mark in line.marks:
        if mark.kind == "link":
            if (
                links
                and links[-1][2] == mark.href
                and not line.text[links[-1][1] : mark.start].strip()
            ):
                links[-1] = (links[-1][0], mark.end, mark.href)
            else:
                links.append((mark.start, mark.end, mark.href))
    return links
