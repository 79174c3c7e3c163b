"""The scores of one page, and of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from evaluation.reading import Reading, Row, read, word_count
from evaluation.truth import Page, Truth, load_truth
from lemonde_parse import Article, Layout, LemondeParseError, parse_file

REFUSED: Final = "refused"
"""Written instead of a layout for a page that raised an error, or should have raised one."""
NO_PAPER: Final = "no address"
"""Written instead of a newspaper for a page without an address, such as a text."""
TEXT_LAYOUT: Final = "text: "
"""Prefix of the layout of a text; its source follows: "text: dump"."""


@frozen(kw_only=True)
class Score:
    """The scores of a page."""

    name: str
    layout: str = REFUSED
    """Name of the layout, as in `Report.layout`."""
    source: str = "page"
    """"page" for HTML; "dump", "paste" or "markdown" for a text."""
    paper: str = NO_PAPER
    """Last two labels of the host in the page's address, such as "lemonde.fr"."""
    blocks_f1: float = 0.0
    exact: bool = False
    """True if every block has the right type, text and position."""
    leaks: int = 0
    """Number of forbidden texts in the parsed body."""
    words: int = 0
    """Number of words in the correct body."""
    lost: int = 0
    """Number of words in sentences of the correct body that are missing from the parsed body."""
    words_read: int = 0
    """Number of words in the parsed body."""
    leaked: int = 0
    """Number of words in sentences of the parsed body that are missing from the correct body."""
    related_f1: float = 0.0
    figures_f1: float = 0.0
    fields: int = 0
    """Number of scored fields."""
    wrong: tuple[str, ...] = ()
    """Names of the scored fields that are wrong."""
    error: str = ""
    """The reason why the page has no scores; otherwise ""."""
    differences: tuple[str, ...] = ()
    """Missing rows ("body - …"), surplus rows ("body + …") and wrong fields ("headline: …")."""

    @property
    def perfect(self) -> bool:
        """True if blocks, figures, related links and fields are right and nothing leaks."""
        return (
            self.exact
            and not self.leaks
            and not self.wrong
            and self.related_f1 == 1
            and self.figures_f1 == 1
        )


@frozen(kw_only=True)
class Totals:
    """The scores of several pages. F1 scores are means over pages; shares are of all words or
    fields."""

    pages: int
    perfect: int
    exact: int
    blocks_f1: float
    leaks: int
    lost: float
    """Lost words, as a share of the words in the correct bodies."""
    leaked: float
    """Leaked words, as a share of the words in the parsed bodies."""
    related_f1: float
    figures_f1: float
    fields: float
    """Share of the scored fields that are right."""


def score_page(page: Page, layout: Layout | None = None) -> Score:
    """Parse a page from its file alone, without an address, and score it.

    `layout` forces a layout. Errors other than `LemondeParseError` are not caught, because the
    library guarantees not to raise them.
    """
    truth = load_truth(page.truth)
    try:
        article = parse_file(page.path, layout=layout)
    except LemondeParseError as error:
        names = [kind.__name__ for kind in type(error).__mro__]
        if truth.raises in names:
            return Score(name=page.name, blocks_f1=1.0, exact=True, related_f1=1.0, figures_f1=1.0)
        return _failed(page.name, truth, f"{type(error).__name__}: {error}")
    if truth.raises:
        return _failed(page.name, truth, f"should raise {truth.raises}")
    return score_article(article, truth, page.name)


def score_article(article: Article, truth: Truth, name: str = "") -> Score:
    """Score an Article."""
    reading = read(article, truth.basis)
    figures = _without_optional_figure(reading.figures, truth)
    right_related = truth.related or ()
    related = () if truth.related is None else _without_optional_related(reading.related, truth)
    right_sentences, sentences = _sentences(truth.blocks), _sentences(reading.blocks)
    return Score(
        name=name,
        layout=article.report.layout,
        source=source_of(article.report.layout),
        paper=paper_of(article.canonical_url),
        blocks_f1=f1(common_length(truth.blocks, reading.blocks), truth.blocks, reading.blocks),
        exact=truth.blocks == reading.blocks,
        leaks=_leaks(reading, truth),
        words=word_count(right_sentences.elements()),
        lost=word_count((right_sentences - sentences).elements()),
        words_read=word_count(sentences.elements()),
        leaked=word_count((sentences - right_sentences).elements()),
        related_f1=f1((Counter(right_related) & Counter(related)).total(), right_related, related),
        figures_f1=f1(common_length(truth.figures, figures), truth.figures, figures),
        fields=len(truth.fields),
        wrong=tuple(
            name for name, right in truth.fields.items() if reading.fields[name] not in right
        ),
        differences=(
            *_differences("body", truth.blocks, reading.blocks),
            *_differences("related", sorted(right_related), sorted(related)),
            *_differences("figures", truth.figures, figures),
            *(
                f"{name}: {reading.fields[name]} instead of {right[0]}"
                for name, right in truth.fields.items()
                if reading.fields[name] not in right
            ),
        ),
    )


def total(scores: Sequence[Score]) -> Totals:
    """Combine the scores of at least one page."""
    count = len(scores)
    fields = sum(score.fields for score in scores)
    return Totals(
        pages=count,
        perfect=sum(score.perfect for score in scores),
        exact=sum(score.exact for score in scores),
        blocks_f1=sum(score.blocks_f1 for score in scores) / count,
        leaks=sum(score.leaks for score in scores),
        lost=share(sum(score.lost for score in scores), sum(score.words for score in scores)),
        leaked=share(
            sum(score.leaked for score in scores), sum(score.words_read for score in scores)
        ),
        related_f1=sum(score.related_f1 for score in scores) / count,
        figures_f1=sum(score.figures_f1 for score in scores) / count,
        fields=1 - share(sum(len(score.wrong) for score in scores), fields),
    )


def f1(matched: int, right: Sequence[object], read: Sequence[object]) -> float:
    """Return the F1 score: twice the number of matching rows, divided by the rows of both sides; 1
    if both are empty.

    >>> f1(1, ["a", "b"], ["a"])
    0.6666666666666666
    """
    return 2 * matched / (len(right) + len(read)) if right or read else 1.0


def share(part: int, whole: int) -> float:
    """Divide a part by a whole; 0 if the whole is 0."""
    return part / whole if whole else 0.0


def common_length(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    """Return the length of the longest common subsequence: the items that match in the same order.

    The algorithm takes one step per item of `second`, with a bit for each item of `first`: see
    Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).

    >>> common_length("abcd", "xbad")
    2
    """
    places: dict[Hashable, int] = {}
    for place, item in enumerate(first):
        places[item] = places.get(item, 0) | 1 << place
    full = (1 << len(first)) - 1
    row = full
    for item in second:
        matches = row & places.get(item, 0)
        row = (row + matches | row - matches) & full
    return len(first) - row.bit_count()


def source_of(layout: str) -> str:
    """Return the source of a page, from the name of its layout.

    >>> source_of("text: dump"), source_of("lemonde_2018")
    ('dump', 'page')
    """
    return layout.removeprefix(TEXT_LAYOUT) if layout.startswith(TEXT_LAYOUT) else "page"


def paper_of(address: str | None) -> str:
    """Return the domain of a page's newspaper, from the page's address.

    >>> paper_of("http://weil.blog.lemonde.fr/2016/02/05/"), paper_of(None)
    ('lemonde.fr', 'no address')
    """
    host = urlsplit(address or "").hostname
    return ".".join(host.split(".")[-2:]) if host else NO_PAPER


def _failed(name: str, truth: Truth, error: str) -> Score:
    words = word_count(_sentences(truth.blocks).elements())
    return Score(
        name=name,
        error=error,
        words=words,
        lost=words,
        fields=len(truth.fields),
        wrong=tuple(truth.fields),
    )


def _sentences(blocks: Iterable[Row]) -> Counter[str]:
    return Counter(sentence for _, *sentences in blocks for sentence in sentences)


def _leaks(reading: Reading, truth: Truth) -> int:
    """Count the forbidden texts that occur anywhere in the body."""
    key, body, found = truth.basis.key, reading.text, 0
    wanted: dict[int, set[str]] = {}
    for forbidden in truth.forbidden:
        length, _, text = forbidden.partition(":")
        wanted.setdefault(int(length), set()).add(text)
    for size, texts in wanted.items():
        windows = {key(body[start : start + size]) for start in range(len(body) - size + 1)}
        found += len(texts & windows)
    return found


def _without_optional_figure(figures: tuple[Row, ...], truth: Truth) -> tuple[Row, ...]:
    """Drop the first figure if it is optional and not in the truth, such as a lead picture outside
    the article."""
    if figures and figures[0] not in truth.figures[:1] and figures[0][0] == "figure":
        _, caption, _, name = figures[0]
        if caption in truth.optional_figures or name in truth.optional_figures:
            return figures[1:]
    return figures


def _without_optional_related(related: tuple[Row, ...], truth: Truth) -> tuple[Row, ...]:
    return tuple(
        row
        for row in related
        if row[1] not in truth.optional_related or row in (truth.related or ())
    )


def _differences(part: str, right: Sequence[Row], read: Sequence[Row]) -> Iterator[str]:
    matcher = SequenceMatcher(a=right, b=read, autojunk=False)
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation != "equal":
            yield from (f"{part} - {' | '.join(row)}" for row in right[start:end])
            yield from (f"{part} + {' | '.join(row)}" for row in read[other_start:other_end])
