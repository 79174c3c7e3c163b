"""Divides a text into zones: the lines above the article, the article, the lines below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate, dropwhile, groupby
from typing import Final

from attrs import define, field

from lemonde_parse.article import Choice
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.related import printed
from lemonde_parse.classify.rules import COUNTER, POST_TIME
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import looks_like_name
from lemonde_parse.metadata.claims import Claim, values_of
from lemonde_parse.plaintext.choices import choose
from lemonde_parse.plaintext.header import (
    Lines,
    has_header,
    header_lines,
    is_dateline,
    is_main_heading,
    is_moment,
    read_dates,
    read_header,
    read_minutes,
    read_printed_line,
)
from lemonde_parse.plaintext.sentences import closes, is_prose, is_sentence
from lemonde_parse.plaintext.standfirst import (
    below_standfirst,
    choose_standfirst,
    kicker_claims,
    split_kicker,
)
from lemonde_parse.plaintext.unwrap import OBJECT, Piece, common_indent
from lemonde_parse.wording.matching import is_phrase, matcher
from lemonde_parse.wording.phrases import PhraseKind
from lemonde_parse.wording.punctuation import SENTENCE_ENDS, TEXT_ENDS

_REACH: Final = 14
"""Number of lines above a dateline that may be the header. Also the number of lines that are
searched for prose below a possible end of the article, such as "Sur le même sujet"."""
_CLOSE: Final = 12
"""Maximum distance between the first and the last of three sentences at the start of an article."""
_LARGEST: Final = 8
"""A run of sentences cannot be the article if another run is more than this many times as long. The
longest run may be comments; teasers form short runs."""
_LEAST_BOILERPLATE: Final = 6
"""Minimum number of distinct lines of boilerplate in a page; a paste with its buttons has 4."""
_SENTENCES: Final = 3
"""Minimum number of sentences in an article."""
_GAP: Final = 12
"""If this many lines in a row are not sentences, the article ends above them. Lists in articles are
shorter."""
_BOILERPLATE: Final[tuple[PhraseKind, ...]] = (
    "account", "advertisement", "boilerplate", "comments", "end", "home", "network", "newsletter",
    "paywall", "promotion", "share",
)  # fmt: skip
"""Kinds of phrases that are counted to recognise an entire page."""
_CLOSING: Final[tuple[PhraseKind, ...]] = (
    "end",
    "notice",
    "beside",
    "below",
    "comments",
    "newsletter",
    "share",
    "account",
)
"""Kinds of phrases that may be the first line below an article."""
_BOXED: Final = frozenset({"below", "newsletter", "share"})
"""Kinds of `_CLOSING` that also appear between paragraphs."""
_LATE: Final = frozenset({"below", "comments", "newsletter", "share", "account", "signature"})
"""Kinds that mark the end of an article only if at least half of the prose is above them."""
_INSIDE: Final = frozenset({"newsletter", "share", "account"})
"""Kinds of `_LATE` that are often between a title and its text, even if few sentences follow."""
_WINDOW: Final = 8
"""Number of lines below a possible end in which sentences are counted."""
_THIN: Final = 4
"""At most one in four lines just below an article is a sentence."""
_NAMED: Final = 60
"""Number of lines above an article that may name its authors."""
_MOST_ABOVE: Final = 5
"""A date is below the article if the sentences above it outnumber those below by more than this
factor."""
_LONG_MENU: Final = 24
"""Minimum number of lines in a menu without a dateline below it; lists above texts are shorter."""
_FEW: Final = 5
"""At most one in five lines of a menu ends with punctuation."""
_TITLES: Final = 4
"""Number of lines to search for a repeated title at the start of a text."""
_NOTICES: Final = 6
"""Number of lines below a paywall notice that may give the percentage left."""
_LINKS = re.compile(r"\nReferences\n\n\s++(?:Visible links\n\s*+)?+1\. ")
_COPIED: Final[tuple[PhraseKind, ...]] = ("boilerplate", "share", "paywall")
"""Kinds of phrases that may precede the address in a copied text."""
_ADDRESS = re.compile(r"https?://[^\s/]{1,100}/\S{1,1000}")
_BUTTONS: Final = (
    "share",
    "network",
    "metadata",
    "status",
    "badge",
    "newspaper",
)


@define
class Region:
    """The lines of the article, and the claims from the lines around them.

    Mutable, because the region shrinks while its edges are being found.
    """

    pieces: list[Piece]
    begin: int = 0
    """Index of the article's first line among the lines of the text."""
    base: int = 0
    """Indent of the paragraphs, in columns."""
    is_page: bool = False
    """True for an entire page, with menus and footers."""
    dateline: str = ""
    beyond: int | None = None
    """Index in `pieces` of the first line after a pasted article."""
    claims: list[Claim[object]] = field(factory=list)
    choices: list[Choice] = field(factory=list)
    above: list[Piece] = field(factory=list)
    """Lines above the article that were not used for any field."""
    below: list[Piece] = field(factory=list)
    """Lines after the article."""


def is_dump(text: str) -> bool:
    """Match an entire page printed by a text browser, by its buttons, lists or numbered links."""
    return (
        text.count("(BUTTON)") > 1
        or text.count("   * ") + text.count("   + ") > 5
        or text.count("\n• ") > 5
        or _LINKS.search(text) is not None
    )


def find_article(pieces: Sequence[Piece], fetched_at: datetime | None, *, is_page: bool) -> Region:
    """Find the article in a text.

    An entire page has menus and footers around the article. A paste has at most a header above its
    dateline. `is_page` is True if the text is certainly an entire page.
    """
    at = _address(pieces)
    address = fields.CANONICAL_URL.claim("printed", None if at is None else pieces[at].text)
    if at is not None:
        pieces = [*pieces[:at], *pieces[at + 1 :]]
    dated = next((at for at, piece in enumerate(pieces) if is_dateline(piece.text)), None)
    head = pieces[:dated]
    sentences = _sentences(pieces)
    dense = _first_close(pieces, sentences)
    if dated is None and dense is not None:
        near = range(max(dense - _REACH, 0), dense)
        dated = _last_moment(pieces, near)
    # Pages ask readers to log in above the article; boxes inside the text may ask again.
    menu = head[:dense]
    is_below_menu = any(is_phrase(piece.text, "account") for piece in menu) or (
        dated is not None and _is_menu(head)
    )
    is_page = (
        is_page
        or (is_below_menu and (dated or dense) is not None)
        or (dense is not None and _is_long_menu(menu))
        or _has_boilerplate(pieces)
    )
    region = Region(list(pieces), is_page=is_page, claims=[address])
    begin = region.begin = _beginning(pieces, dated, dense, sentences, region)
    if begin:
        header_end = begin if dated is None else min(dated, begin)
        region.pieces = list(pieces[begin:])
        above = pieces[max(begin - _NAMED, 0) : begin]
        _cut_end(region, "\n".join(piece.text[: LIMITS.headline] for piece in above))
        region.base = common_indent([*pieces[header_end:begin], *region.pieces])
        header = header_lines(pieces[:header_end])[-_REACH:]
        page = Lines([piece.text for piece in pieces], is_page=region.is_page)
        region.claims += read_header(header, region.base, region.choices, page)
        if header_end < begin:
            region.dateline = pieces[header_end].text
            region.claims += read_dates(region.dateline, fetched_at)
        for piece in region.pieces[:3]:
            if is_phrase(piece.text, "metadata"):
                region.claims += read_minutes(piece.text)
        if region.is_page:
            _cut_tail(region, pieces[begin:])
            region.pieces = _after_buttons(region.pieces)
        _take_glued_standfirst(region)
        if region.is_page:
            _take_standfirst(region, fetched_at)
    else:
        if dated is not None and _is_above(head, pieces[dated + 1 :]):
            region.claims += read_dates(pieces[dated].text, fetched_at)
        _cut_end(region, "")
        if region.is_page and any(is_main_heading(piece.line) for piece in pieces[:1]):
            _cut_tail(region, pieces)
    _take_repeated_title(region)
    _keep_rest(region, pieces)
    return region


def _last_moment(pieces: Sequence[Piece], near: range) -> int | None:
    """Return the index of the line with a day and time that is nearest to the text.

    Lines farther away may give the dates of teasers. If several lines are adjacent, return the
    first: the others give the times of updates.
    """
    runs = groupby(near, key=lambda at: is_moment(pieces[at].text))
    return max((next(run) for are_moments, run in runs if are_moments), default=None)


def _address(pieces: Sequence[Piece]) -> int | None:
    """Return the index of the address that was copied with the text; None if there is none.

    The address must be the first line, or the first below boilerplate.
    """
    first = next((at for at, one in enumerate(pieces) if not is_phrase(one.text, *_COPIED)), 0)
    has_text = first + 1 < len(pieces)
    return first if has_text and _ADDRESS.fullmatch(pieces[first].text) else None


def _has_boilerplate(pieces: Sequence[Piece]) -> bool:
    """Match the lines of an entire page, by the amount of boilerplate."""
    known = matcher(*_BOILERPLATE)
    distinct: set[str] = set()
    for piece in pieces:
        text = piece.text
        if len(text) <= LIMITS.heading and known.phrase_of(text):
            distinct.add(text)
            if len(distinct) >= _LEAST_BOILERPLATE:
                return True
    return False


def _keep_rest(region: Region, pieces: Sequence[Piece]) -> None:
    """Store the lines that are neither in the article nor used for a field."""
    kept = set(map(id, region.pieces))
    read = {text for claim in region.claims for text in (claim.text, str(claim.value)) if text}
    bylines = list(values_of(region.claims, fields.BYLINE))  # may join several lines
    rest = region.below if kept else region.above
    for piece in reversed(pieces):
        if id(piece) in kept:
            rest = region.above
        elif piece.text in read:
            read.remove(piece.text)
        elif piece.text != OBJECT and not any(piece.text in byline for byline in bylines):
            rest.append(piece)
    region.above.reverse()
    region.below.reverse()


def _is_above(head: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Match a text with nearly all of its sentences above the dateline."""
    above, below = (sum(map(is_sentence, pieces)) for pieces in (head, rest))
    return above > max(1, _MOST_ABOVE * below)


def has_menu(pieces: Sequence[Piece]) -> bool:
    """Match lines that include the menu of a page."""
    return (
        any(is_phrase(piece.text, "account") for piece in pieces)
        or _is_menu(pieces)
        or _has_boilerplate(pieces)
    )


def has_text(pieces: Sequence[Piece]) -> bool:
    """Match lines with three sentences close together, or lines that are mostly sentences."""
    sentences = _sentences(pieces)
    return _first_close(pieces, sentences) is not None or 2 * len(sentences) > len(pieces)


def _is_menu(head: Sequence[Piece]) -> bool:
    """Match a menu above a dateline: many lines, few sentences."""
    return len(head) > _REACH and 5 * sum(map(is_sentence, head)) < len(head)


def _is_long_menu(head: Sequence[Piece]) -> bool:
    """Match a menu without a dateline below it: many lines, mostly very short, with hardly any
    punctuation."""
    texts = [piece.text for piece in head if piece.text != OBJECT]
    if len(texts) < _LONG_MENU:
        return False
    lengths = sorted(map(len, texts))
    closed = sum(text.endswith((*SENTENCE_ENDS, *TEXT_ENDS)) for text in texts)
    return lengths[len(texts) // 2] <= LIMITS.genre and _FEW * closed <= len(texts)


def _sentences(pieces: Sequence[Piece]) -> list[int]:
    """Return the indexes of the sentences without extra indentation."""
    base = common_indent(pieces)
    return [at for at, piece in enumerate(pieces) if is_sentence(piece) and piece.indent <= base]


def _first_close(pieces: Sequence[Piece], sentences: Sequence[int]) -> int | None:
    """Return the index of the first of three sentences close together; None if there are none.

    They must belong to a large run of sentences. Teasers and comments form separate runs.
    """
    runs: list[list[int]] = []
    for at in sentences:
        if not runs or at - runs[-1][-1] > _GAP:
            runs.append([])
        runs[-1].append(at)
    sizes = [sum(len(pieces[at].text) for at in run) for run in runs]
    least = max(sizes, default=0) / _LARGEST
    for run, size in zip(runs, sizes, strict=True):
        if size >= least:
            pairs = zip(run, run[2:], strict=False)
            first = next((first for first, third in pairs if third - first <= _CLOSE), None)
            if first is not None:
                return first
    return None


def _beginning(
    pieces: Sequence[Piece],
    dated: int | None,
    dense: int | None,
    sentences: Sequence[int],
    region: Region,
) -> int:
    """Return the index of the article's first line.

    Candidates are the first line of the text, the line below the dateline, and the first of three
    sentences close together.
    """
    # Only an entire page may have prose above its article.
    candidates = [0]
    is_below = dated is not None and _is_above(pieces[:dated], pieces[dated + 1 :])
    if dated is not None and not is_below and (region.is_page or dated <= _REACH):
        candidates.append(dated + 1)
    has_top = region.is_page or (
        dense is not None
        and dense <= _REACH
        and (has_header(pieces[:dense]) or split_kicker(pieces[dense].text) is not None)
    )
    if dense and has_top and (dated is None or dense < dated):
        candidates.append(dense)
    chosen = choose(
        "beginning",
        [
            (
                at,
                pieces[at].text if at < len(pieces) else "",
                beginning_features(at, dated, sentences, is_page=region.is_page),
            )
            for at in candidates
        ],
        region.choices,
    )
    return 0 if chosen is None else chosen


def beginning_features(
    at: int, dated: int | None, sentences: Sequence[int], *, is_page: bool
) -> list[str]:
    """Return the names of the features of a possible first line."""
    above = bisect_left(sentences, at)
    where = "page" if is_page else "text"
    if at == 0:
        place = f"start of a {where}"
    elif dated is not None and at == dated + 1:
        place = f"below the dateline of a {where}"
    else:
        place = f"first sentences of a {where}"
    features = {
        "no sentence below": len(sentences) == above,
        "no sentence above": above == 0,
        "most sentences above": 2 * above > len(sentences),
    }
    return [place, *(name for name, holds in features.items() if holds)]


def _closing_kind(text: str, head: str) -> str | None:
    """Return the kind of a line that may be the first below an article; None for other lines.

    `head` contains the lines above the article, which may give the names of its authors.
    """
    phrase = matcher(*_CLOSING).phrase_of(text)
    if phrase is not None:
        return phrase.kind
    if matcher("author").find(text):
        return "author"
    is_author = len(text) <= LIMITS.name and looks_like_name(text) and text in head
    return "signature" if is_author else None


def _cut_end(region: Region, head: str) -> None:
    """Cut off the lines below the article; in a paste, only note where they start.

    `head` contains the lines above the article.
    """
    pieces = region.pieces
    if not region.is_page:
        ends = [
            at
            for at, piece in enumerate(pieces)
            if len(piece.text) <= LIMITS.long_heading and is_phrase(piece.text, "end")
        ]
        above = pieces[: ends[0]] if ends else []
        is_below_text = region.begin or sum(map(is_sentence, above)) >= _SENTENCES
        is_below_notice = any(is_phrase(piece.text, "notice") for piece in above)
        if is_below_text and (is_below_notice or len({pieces[at].text for at in ends}) > 1):
            region.beyond = ends[0]
        return
    sentences = [len(piece.text) if is_sentence(piece) else 0 for piece in pieces]
    sizes = [0, *accumulate(sentences)]
    numbers = [0, *accumulate(map(bool, sentences))]
    counts = Counter(piece.text for piece in pieces)
    start = region.begin  # the report numbers candidates by their line in the entire text
    for at, piece in enumerate(pieces):
        kind = _closing_kind(piece.text, head)
        if kind is None:
            continue
        below = pieces[at + 1 : at + 1 + _REACH]
        features = ending_features(
            kind,
            below,
            is_repeated=counts[piece.text] > 1,
            is_early=2 * sizes[at] < sizes[-1],
            has_text=numbers[at] >= _SENTENCES,
        )
        if not features:
            continue
        chosen = choose("end", [(start + at, piece.text, features)], region.choices)
        if chosen is None:
            continue
        if kind == "notice":
            rest = pieces[at + 1 : at + 1 + _NOTICES]
            region.pieces = pieces[: at + 1]
            if "%" not in piece.text:
                region.pieces += [
                    other for other in rest if "%" in other.text and is_phrase(other.text, "notice")
                ][:1]
        else:
            region.pieces = pieces[:at]
        return


def _is_thin(below: Sequence[Piece]) -> bool:
    """Match the lines below an article: few of the first are sentences, and the article does
    not continue below a list."""
    near = below[:_WINDOW]
    return not _continues(below) and _THIN * sum(map(closes, near)) <= len(near)


def _continues(below: Sequence[Piece]) -> bool:
    """Match a list with two paragraphs just below it. Teasers would have a title between them."""
    near = list(dropwhile(lambda piece: piece.is_item, below[:_WINDOW]))[:2]
    return len(near) > 1 and all(map(is_prose, near))


def _may_close(kind: str, below: Sequence[Piece]) -> bool:
    """Match a line that may be the first below an article, judging by the lines after it."""
    following = below[:1]
    if kind == "beside":
        return not any(map(is_prose, following))  # a box title is not directly above prose
    if kind == "signature":  # the address of a theatre or the title of a book may follow
        is_above_name = all(len(one.text) <= LIMITS.name and not closes(one) for one in following)
        return is_above_name and not _continues(below)
    return kind not in _BOXED or not any(map(is_prose, below))


def _cut_tail(region: Region, whole: Sequence[Piece]) -> None:
    """Cut off the end of a page: many lines without a sentence, and everything after them.

    Truncation notices stay. `whole` are the lines from the beginning of the article to the end of
    the page.
    """
    pieces = region.pieces
    ends = [at for at, piece in enumerate(pieces) if closes(piece)]
    sizes = list(accumulate(len(pieces[at].text) for at in ends))
    rest = range(len(pieces), len(whole))
    beyond = next((at for at in rest if closes(whole[at])), len(whole))
    for number, (last, size) in enumerate(zip(ends, sizes, strict=True), 1):
        gap = pieces[last + 1 : ends[number] if number < len(ends) else len(pieces)]
        if number == len(ends) and not any(map(_may_be_text, gap[:1])):
            gap = list(whole[last + 1 : beyond])  # include the lines that `_cut_end` cut off
        if _is_gap(gap) and number >= _SENTENCES and size >= 2 * (sizes[-1] - size):
            notices = (piece for piece in pieces[last + 1 :] if is_phrase(piece.text, "notice"))
            region.pieces = [*pieces[: last + 1], *notices]
            return


def _may_be_text(piece: Piece) -> bool:
    """Match a long line that is not a related link; it may be text, such as a film's credits."""
    text = piece.text
    return len(text) > LIMITS.short and printed(text) is None


def _is_gap(pieces: Sequence[Piece]) -> bool:
    """Match a long run of lines, unless it contains the time of a live blog's post.

    A run with a slide show's counter among its first lines does not match either.
    """
    texts = [piece.text for piece in pieces if piece.text != OBJECT]
    is_live = any(" à " in text and POST_TIME.fullmatch(text) for text in texts)
    has_slides = any(map(COUNTER.fullmatch, texts[: LIMITS.box]))
    return len(texts) >= _GAP and not is_live and not has_slides


def ending_features(
    kind: str, below: Sequence[Piece], *, is_repeated: bool, is_early: bool, has_text: bool
) -> list[str]:
    """Return the names of the features of a line that may be the first below the article.

    `below` are the lines after it. `is_repeated` is True for one of several lines with the same
    text: these may be the titles of boxes inside the article. `is_early` is True if most of the
    prose is below the line, `has_text` if enough sentences for an article are above it. A line that
    is probably inside the article, or above it, has no features.
    """
    is_near_text = not _may_close(kind, below)
    is_thin = has_text and _is_thin(below)
    may_be_inside = is_near_text or (kind in _LATE and is_early)
    if may_be_inside and (kind in _INSIDE or not is_thin):
        return []
    features = {
        f"{kind}, {'prose' if any(map(is_prose, below)) else 'no prose'} below": True,
        f"{kind}, text next to it": is_near_text,
        f"{kind}, repeated": is_repeated,
        f"{kind}, most prose below": is_early,
        f"{kind}, few sentences below": is_thin,
    }
    return [name for name, holds in features.items() if holds]


def _after_buttons(pieces: list[Piece]) -> list[Piece]:
    """Skip buttons, labels and list items between the date and the text."""
    for at, piece in enumerate(pieces):
        if not (
            (piece.is_item and not piece.text.endswith(SENTENCE_ENDS))
            or is_phrase(piece.text, *_BUTTONS)
        ):
            return pieces[at:]
    return []


def _take_repeated_title(region: Region) -> None:
    """Remove the title of a text that starts with it twice, and store it as the headline.

    The first copy is the title of the page. A line between the copies is the standfirst.
    """
    pieces = region.pieces
    if not pieces or any(claim.field is fields.HEADLINE for claim in region.claims):
        return
    title = pieces[0].text
    copies = [at for at, piece in enumerate(pieces[:_TITLES]) if piece.text == title]
    is_title = LIMITS.biography < len(title) <= LIMITS.headline and not title.endswith(TEXT_ENDS)
    if len(copies) == 1 or not is_title or not any(map(is_sentence, pieces[copies[-1] + 1 :])):
        return
    region.claims.append(fields.HEADLINE.claim("printed", title))
    region.claims += [
        fields.DESCRIPTION.claim("printed", piece.text)
        for piece in pieces[: copies[-1]]
        if piece.text != title
    ][:1]
    region.pieces = pieces[copies[-1] + 1 :]


def _take_glued_standfirst(region: Region) -> None:
    """Remove a standfirst from the body if its kicker is on the same line; store both as claims."""
    has_standfirst = any(claim.field is fields.DESCRIPTION for claim in region.claims)
    if not region.pieces or has_standfirst:
        return
    glued = split_kicker(region.pieces[0].text)
    if glued:
        region.claims += kicker_claims(*glued)
        del region.pieces[0]


def _take_standfirst(region: Region, fetched_at: datetime | None) -> None:
    """Remove the standfirst, and the lines above it, from the body, and store it as a claim."""
    claims = region.claims
    if next(values_of(claims, fields.DESCRIPTION), None):
        return
    titles = set(values_of(claims, fields.HEADLINE))
    at = choose_standfirst(
        region.pieces, region.base, titles, region.choices, is_dated=region.dateline != ""
    )
    if at is None:
        return
    printed, end = below_standfirst(region.pieces, at, titles)
    claims.append(fields.DESCRIPTION.claim("printed", region.pieces[at].text))
    for piece in printed:
        claims += read_printed_line(piece.text, (), fetched_at)
    region.pieces = region.pieces[end:]
