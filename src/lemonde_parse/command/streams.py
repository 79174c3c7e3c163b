"""Handles standard streams that the caller has closed or no longer reads."""

from __future__ import annotations

import io
import os
import sys


def prepare_streams() -> None:
    """Open missing streams, and write UTF-8 to standard output."""
    _open_missing()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # The default encoding of a pipe may lack letters of the page. A lone surrogate, which a URL
        # may contain, is escaped as in JSON.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_output() -> None:
    """Discard the output that Python would otherwise write at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_missing() -> None:
    """Open a standard stream that the caller closed, because another file would otherwise get its
    descriptor.

    Reading standard input, or writing to standard output, still raises `OSError` if the caller
    closed it. Text for a closed standard error is discarded.
    """
    for name, mode in (("stdin", "w"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # The descriptor stays open until the process ends. With closefd=True, Python would warn
            # that the file was never closed.
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", closefd=False))
