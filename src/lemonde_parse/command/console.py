"""Standard error during a run: a progress bar, and lines above it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NoReturn

from attrs import define

from lemonde_parse.command.messages import escaped, tell
from lemonde_parse.command.summary import Summary

if TYPE_CHECKING:
    from tqdm import tqdm

MANY: Final = 20
"""Minimum number of pages for a progress bar and a summary."""


@define
class Console:
    """Standard error during a run."""

    bar: tqdm[NoReturn] | None = None

    def tell(self, line: str) -> None:
        """Print a line, above the bar if there is one."""
        if self.bar is None:
            tell(f"lemonde-parse: {line}")
        else:
            self.bar.write(escaped(f"lemonde-parse: {line}"), file=sys.stderr)

    def advance(self, summary: Summary) -> None:
        """Show that a page is done."""
        if self.bar is not None:
            outcomes = summary.outcomes
            self.bar.set_postfix(
                refused=outcomes["refused"], errors=outcomes["error"], refresh=False
            )
            self.bar.update()

    def skip(self) -> None:
        """Show that a page was read by an earlier run."""
        if self.bar is not None:
            self.bar.update()

    def close(self) -> None:
        """End the bar."""
        if self.bar is not None:
            self.bar.close()


def console(count: Callable[[], int | None], *, is_shown: bool) -> Console:
    """Return a console, with a bar if there are many pages.

    A bar also needs `is_shown`, a terminal as standard error, and tqdm (the extra ``cli``).
    """
    if not (is_shown and sys.stderr.isatty()):
        return Console()
    try:
        from tqdm import tqdm
    except ImportError:
        return Console()
    total = count()
    if total is not None and total < MANY:
        return Console()
    return Console(tqdm(total=total, unit=" pages", file=sys.stderr))
