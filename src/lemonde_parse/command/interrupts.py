"""Handles interrupts while modules are loaded."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let an interrupt end the process at once, as in programs that do not handle it.

    Modules take a fraction of a second to load. Without this, an interrupt in that time would
    print a traceback.
    """
    handler = signal.getsignal(signal.SIGINT)
    # With any other handler, the caller ignores or handles interrupts.
    is_usual = handler is signal.default_int_handler and current_thread() is main_thread()
    if is_usual:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if is_usual:
            signal.signal(signal.SIGINT, handler)
