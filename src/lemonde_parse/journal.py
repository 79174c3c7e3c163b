"""Collects the warnings of a parse."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from lemonde_parse.article import ParseWarning, WarningCode


@define
class Journal:
    """Collects warnings, without duplicates.

    >>> journal = Journal()
    >>> journal.warn("cut", "the page breaks off")
    >>> journal.warn("cut", "the page breaks off")
    >>> journal.warnings
    (ParseWarning(code='cut', message='the page breaks off'),)
    """

    _warnings: dict[ParseWarning, None] = field(factory=dict, init=False)

    def warn(self, code: WarningCode, message: str) -> None:
        """Add a warning."""
        self.extend([ParseWarning(code=code, message=message)])

    def extend(self, warnings: Iterable[ParseWarning]) -> None:
        """Add several warnings."""
        for warning in warnings:
            self._warnings[warning] = None

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The warnings, in the order in which they were added."""
        return tuple(self._warnings)
