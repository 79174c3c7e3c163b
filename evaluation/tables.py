"""Formats scores as text, Markdown tables and JSON.

Scores are never rounded in the library's favour: F1 and shares of right values are rounded down,
shares of lost and leaked words are rounded up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from evaluation.printed import PrintedScore, PrintedTotals, total_printed
from evaluation.scoring import Score, Totals, total

if TYPE_CHECKING:
    from lemonde_parse.article import JSON

GROUPS: Final[dict[str, Callable[[Score], str]]] = {
    "source": lambda score: score.source,
    "paper": lambda score: score.paper,
    "layout": lambda score: score.layout,
}
"""The ways to group pages."""

_PAGE_COLUMNS: Final = (
    "pages", "perfect", "exact", "block F1", "leaks", "words lost", "words leaked",
    "related F1", "figures F1", "fields right",
)  # fmt: skip
_PRINTED_COLUMNS: Final = (
    "pages", "exact", "block F1", "words lost", "words leaked", "headline right",
    "truncation right",
)  # fmt: skip
_GRAIN: Final = 1e-9
"""Tolerance for floating-point sums, in units of the last decimal shown."""


def score_line(score: Score) -> str:
    """Format the scores of a page on one line."""
    name = f"{score.name[:44]:44}"
    if score.error:
        return f"{name} failed   {score.error[:120]}"
    state = "perfect" if score.perfect else "exact" if score.exact else "-"
    wrong = f"  wrong: {', '.join(score.wrong)}" if score.wrong else ""
    return (
        f"{name} {state:7}  F1 {decimal(score.blocks_f1)}  leaks {score.leaks}"
        f"  lost {score.lost}/{score.words}  leaked {score.leaked}/{score.words_read}"
        f"  related {decimal(score.related_f1)}  figures {decimal(score.figures_f1)}"
        f"  fields {score.fields - len(score.wrong)}/{score.fields}{wrong}"
    )


def grouped(scores: Iterable[Score], group: Callable[[Score], str]) -> dict[str, Totals]:
    """Combine the scores of each group, with the groups in alphabetical order."""
    groups: defaultdict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[group(score)].append(score)
    return {name: total(groups[name]) for name in sorted(groups)}


def page_table(title: str, rows: Mapping[str, Totals]) -> str:
    """Make a Markdown table with a row for each group of pages."""
    return table((title, *_PAGE_COLUMNS), [(name, *_page_cells(rows[name])) for name in rows])


def printed_table(scores: Mapping[str, Sequence[PrintedScore]]) -> str:
    """Make a Markdown table with a row for each program, and a last row with their mean."""
    rows = {program: total_printed(scores[program]) for program in scores}
    lines = [(program, *_printed_cells(rows[program])) for program in rows]
    if rows:
        lines.append(("*mean*", *_printed_cells(mean_of_programs(list(rows.values())))))
    return table(("program", *_PRINTED_COLUMNS), lines)


def mean_of_programs(programs: Sequence[PrintedTotals]) -> PrintedTotals:
    """Average the scores of programs with equal weight; add up pages and exact pages."""

    def mean(figure: Callable[[PrintedTotals], float]) -> float:
        return sum(map(figure, programs)) / len(programs)

    return PrintedTotals(
        pages=sum(program.pages for program in programs),
        exact=sum(program.exact for program in programs),
        blocks_f1=mean(lambda program: program.blocks_f1),
        lost=mean(lambda program: program.lost),
        leaked=mean(lambda program: program.leaked),
        headline=mean(lambda program: program.headline),
        truncation=mean(lambda program: program.truncation),
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make a Markdown table: the first column aligned to the left, the others to the right.

    >>> print(table(("layout", "pages"), [("generic", "3")]))
    | layout | pages |
    | --- | ---: |
    | generic | 3 |
    """
    rule = ("---", *("---:" for _ in header[1:]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def as_json(
    scores: Sequence[Score], printed: Mapping[str, Sequence[PrintedScore]]
) -> dict[str, JSON]:
    """Return all scores as dicts, lists and numbers, for JSON."""
    return {
        "totals": attrs.asdict(total(scores)) if scores else None,
        **{
            f"by_{name}": {key: attrs.asdict(row) for key, row in grouped(scores, group).items()}
            for name, group in GROUPS.items()
        },
        "pages": [{**attrs.asdict(score), "perfect": score.perfect} for score in scores],
        "printed": {
            program: {
                **attrs.asdict(total_printed(texts)),
                "texts": [attrs.asdict(text) for text in texts],
            }
            for program, texts in printed.items()
        },
    }


def decimal(value: float) -> str:
    """Format a score from 0 to 1 (more is better): three decimals, rounded down.

    >>> decimal(0.99996), decimal(0.57)
    ('0.999', '0.570')
    """
    return f"{math.floor(value * 1000 + _GRAIN) / 1000:.3f}"


def percent(value: float) -> str:
    """Format a share (less is better): one decimal, rounded up.

    >>> percent(0.00001), percent(0.25), percent(0)
    ('0.1 %', '25.0 %', '0.0 %')
    """
    return f"{math.ceil(value * 1000 - _GRAIN) / 10:.1f} %"


def percent_right(value: float) -> str:
    """Format a share (more is better): one decimal, rounded down.

    >>> percent_right(0.99999)
    '99.9 %'
    """
    return f"{math.floor(value * 1000 + _GRAIN) / 10:.1f} %"


def _page_cells(row: Totals) -> tuple[str, ...]:
    return (
        str(row.pages),
        str(row.perfect),
        str(row.exact),
        decimal(row.blocks_f1),
        str(row.leaks),
        percent(row.lost),
        percent(row.leaked),
        decimal(row.related_f1),
        decimal(row.figures_f1),
        percent_right(row.fields),
    )


def _printed_cells(row: PrintedTotals) -> tuple[str, ...]:
    return (
        str(row.pages),
        str(row.exact),
        decimal(row.blocks_f1),
        percent(row.lost),
        percent(row.leaked),
        percent_right(row.headline),
        percent_right(row.truncation),
    )
