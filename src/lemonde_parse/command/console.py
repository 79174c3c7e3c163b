"""Standard error during a run: a progress bar, and lines above it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, NoReturn

from attrs import define

from lemonde_parse.command.inputs import Input, Inputs
from lemonde_parse.command.messages import escaped, tell
from lemonde_parse.command.summary import Summary

if TYPE_CHECKING:
    from tqdm import tqdm

MANY: Final = 20
"""Minimum number of pages for a bar that counts them and, by default, for a summary."""
_BYTES: Final = "{l_bar}{bar}| [{elapsed}<{remaining}{postfix}]"
"""Format of a bar that counts bytes; the postfix shows the number of pages so far."""


@define
class Console:
    """Standard error during a run."""

    bar: tqdm[NoReturn] | None = None
    counts_bytes: bool = False
    """True if the bar counts bytes, since the number of pages is unknown."""

    def tell(self, first: str, *lines: str) -> None:
        """Print lines, above the bar if there is one."""
        first = f"lemonde-parse: {first}"
        if self.bar is None:
            tell(first, *lines)
        else:
            self.bar.write("\n".join(map(escaped, (first, *lines))), file=sys.stderr)

    def advance(self, page: Input, summary: Summary) -> None:
        """Advance the bar by a page that was read now or in an earlier run."""
        if self.bar is None:
            return
        outcomes = summary.outcomes
        sums = f"refused={outcomes['refused']}, errors={outcomes['error']}"
        if self.counts_bytes:
            done = f"{summary.pages + summary.earlier:,} pages, {summary.rate:,.0f} pages/s"
            self.bar.set_postfix_str(f"{done}, {sums}", refresh=False)
            self.bar.update(max(page.position - self.bar.n, 0))
        else:
            self.bar.set_postfix_str(sums, refresh=False)
            self.bar.update()

    def close(self) -> None:
        """Close the bar."""
        if self.bar is not None:
            self.bar.close()


def console(inputs: Inputs, *, is_shown: bool) -> Console:
    """Return a console, with a bar if there are many pages.

    If an archive must be read to count its pages, the bar counts bytes, and appears for any number
    of pages. There is a bar only with `is_shown`, on a terminal, and with tqdm (the extra ``cli``).
    """
    if not (is_shown and sys.stderr.isatty()):
        return Console()
    try:
        from tqdm import tqdm
    except ImportError:
        return Console()
    total = inputs.count()
    if total is None:
        return Console(tqdm(total=inputs.size(), bar_format=_BYTES, file=sys.stderr), True)
    if total < MANY:
        return Console()
    return Console(tqdm(total=total, unit=" pages", file=sys.stderr))
