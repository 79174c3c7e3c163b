"""Counts the outcomes of a run, and writes its summary."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from lemonde_parse.command.reading import Item, Outcome

_GENERIC: Final = "generic"
"""Name of the layout that reads pages of unknown layouts."""
_REFUSED: Final = 3
_ERROR: Final = 1


@define
class Summary:
    """The counts of a run."""

    outcomes: Counter[Outcome] = field(factory=Counter)
    refusals: Counter[str] = field(factory=Counter)
    errors: Counter[str] = field(factory=Counter)
    left_out: Counter[str] = field(factory=Counter)
    layouts: Counter[str] = field(factory=Counter)
    warnings: Counter[str] = field(factory=Counter)
    removals: Counter[str] = field(factory=Counter)
    earlier: int = 0
    """Number of pages that earlier runs read."""
    status: int = 0
    """Exit status: 1 after an error, 3 if all errors were refusals, otherwise 0."""
    begun: float = field(factory=time.monotonic)

    @property
    def pages(self) -> int:
        """Number of pages in this run so far; each document of an export counts as one."""
        return self.outcomes.total()

    @property
    def rate(self) -> float:
        """Number of pages per second so far."""
        return self.pages / self._seconds

    @property
    def _seconds(self) -> float:
        return max(time.monotonic() - self.begun, 0.001)

    def count(self, item: Item) -> None:
        """Add an item."""
        self.outcomes[item.outcome] += 1
        if item.outcome == "refused":
            self.refusals[item.reason] += 1
        elif item.outcome == "error":
            self.errors[item.reason] += 1
        elif item.outcome == "left out":
            self.left_out[item.reason] += 1
        if item.layout:
            self.layouts[item.layout] += 1
        self.warnings.update(item.warnings)
        for reason, number in item.removals.items():
            self.removals[reason] += number
        self.add_status(status_of(item))

    def add_status(self, status: int) -> None:
        """Update the exit status after an error or a refusal."""
        self.status = worse(self.status, status)

    def named_outcomes(self) -> Counter[str]:
        """Return the number of pages for each outcome, by the name that the summary shows."""
        return Counter({_NAMES.get(key, key): number for key, number in self.outcomes.items()})

    def tables(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """Return the counts by table, such as refusals by reason, the highest first."""
        return {
            "refused": ranked(self.refusals),
            "errors": ranked(self.errors),
            "left out": ranked(self.left_out),
            "layouts": ranked(self.layouts),
            "warnings": ranked(self.warnings),
            "removals": ranked(self.removals),
        }

    def lines(self) -> Iterator[str]:
        """Yield the lines of the summary."""
        parts = [f"{self.outcomes['read']:,} read"]
        parts += [
            f"{self.outcomes[outcome]:,} {name}"
            for outcome, name in _NAMES.items()
            if self.outcomes[outcome]
        ]
        if self.earlier:
            parts.append(f"{self.earlier:,} done before")
        yield f"{', '.join(parts)}; {self._seconds:.1f} s, {self.rate:,.0f} pages a second"
        for name, counts in self.tables().items():
            if counts:
                yield f"  {name}: {', '.join(f'{key} {n:,}' for key, n in counts)}"
        if unknown := self.layouts[_GENERIC]:
            yield f"  unknown layouts: {unknown:,} pages read with the generic layout"


_NAMES: Final[dict[Outcome, str]] = {
    "refused": "refused",
    "error": "not read",
    "left out": "left out",
}


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the counts, the highest first; equal counts are sorted by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def status_of(item: Item) -> int:
    """Return the exit status of a run with only this item."""
    if not item.message:
        return 0
    return _REFUSED if item.outcome == "refused" else _ERROR


def worse(first: int, second: int) -> int:
    """Return the worse of two exit statuses. An error is worse than a refusal."""
    return _ERROR if _ERROR in (first, second) else max(first, second)
