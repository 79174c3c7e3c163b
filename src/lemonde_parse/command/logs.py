"""The command's log, which only ``-v`` shows. The library itself logs nothing."""

from __future__ import annotations

import logging
from contextlib import ExitStack

from lemonde_parse.command.console import Console


def log_to(shown: Console, stack: ExitStack) -> logging.Logger:
    """Return the command's logger; until the stack is closed, it writes to a console."""
    log = logging.getLogger("lemonde_parse.command")
    handler = _Handler(shown)
    stack.callback(log.setLevel, log.level)
    stack.callback(log.removeHandler, handler)
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    return log


class _Handler(logging.Handler):
    """Shows the command's log on a console."""

    def __init__(self, shown: Console) -> None:
        super().__init__(logging.INFO)
        self.shown = shown

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record's message."""
        self.shown.tell(record.getMessage())
