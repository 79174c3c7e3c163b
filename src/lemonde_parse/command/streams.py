"""Standard streams that the caller closed, or stops reading."""

from __future__ import annotations

import io
import os
import sys


def prepare_streams() -> None:
    """Open missing streams, and write UTF-8 to standard output."""
    _open_missing()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe's own encoding may lack the page's letters. Half a surrogate, in an address, is
        # written as JSON has it.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_output() -> None:
    """Discard what Python would still write to standard output when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_missing() -> None:
    """Open a standard stream that the caller closed, so that no file is opened in its place.

    Reading or writing it is an `OSError`; errors go nowhere.
    """
    for name, mode in (("stdin", "w"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Until the end: Python warns of a file that it closes itself, but of no descriptor.
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", closefd=False))
