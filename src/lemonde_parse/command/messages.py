"""Prints lines on standard error: one for each error, without control characters."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from typing import NoReturn

from lemonde_parse.errors import LemondeParseError, PageTooLargeError


class PathError(OSError):
    """An error that the command finds in an input or an output, such as a damaged archive, or a
    file that must not be overwritten."""


class CommandError(Exception):
    """An error that ends the command. Its message is printed as one line."""


class ArgumentParser(argparse.ArgumentParser):
    """A parser that escapes control characters of arguments in its messages."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and a message; exit with status 2."""
        super().error(escaped(message))


def error_type(error: LemondeParseError | OSError) -> str:
    """Return the name of an error's class, for rows and the summary; "OSError" for `PathError`."""
    return "OSError" if isinstance(error, PathError) else type(error).__name__


def tell(*lines: str) -> None:
    """Print lines on standard error."""
    # Ignore a closed standard error; the exit status also reports the error.
    with suppress(OSError):
        print("\n".join(map(escaped, lines)), file=sys.stderr)


def escaped(line: str) -> str:
    """Replace unprintable characters with escapes, since terminals interpret some of them."""
    return "".join(
        letter if letter.isprintable() or letter in "\xa0\u202f" else ascii(letter)[1:-1]
        for letter in line
    )


def in_a_line(error: LemondeParseError | OSError) -> str:
    """Return the message of an error as one line."""
    if isinstance(error, PageTooLargeError):
        return (
            f"the page has {error.size} bytes or more, and --max-bytes allows {error.limit}:"
            " pass a larger number to read it"
        )
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(message.split())
