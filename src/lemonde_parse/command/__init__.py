"""The command ``lemonde-parse``: converts pages to articles, and prints a line for each error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from lemonde_parse.command.interrupts import ending_at_once
from lemonde_parse.command.messages import CommandError, in_a_line, tell
from lemonde_parse.command.streams import close_output, prepare_streams

__all__ = ["main"]

_INTERRUPTED = 130
"""Exit status after Ctrl-C, as in shells."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process, and return the exit status.

    The status is 0 without errors, 3 if all errors are refusals of pages that are not articles, 1
    after any other error, and 130 after an interrupt. ``report-bug`` returns 0 if it has written a
    page, even one that is not an article, and otherwise 1. Invalid arguments raise `SystemExit`
    with the status 2.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    try:
        match given[:1]:
            case ["explain"]:
                status = _explain(given[1:])
            case ["report-bug"]:
                status = _report_bug(given[1:])
            case _:
                status = _convert(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The program that reads the output has closed it, as `head` does.
        close_output()
        return 1
    except OSError as error:
        # For example, the disk is full.
        tell(f"lemonde-parse: the output cannot be written: {in_a_line(error)}")
        close_output()
        return 1
    except CommandError as error:
        tell(f"lemonde-parse: {error}")
        return 1
    except KeyboardInterrupt:
        tell("lemonde-parse: interrupted")
        return _INTERRUPTED
    return status


def _convert(arguments: Sequence[str]) -> int:
    with ending_at_once():
        from lemonde_parse.command.request import UsageError, read_request, usage_error

    try:
        request = read_request(arguments)
        with ending_at_once():
            from lemonde_parse.command.convert import convert
        return convert(request)
    except UsageError as error:
        usage_error(error)


def _explain(arguments: Sequence[str]) -> int:
    with ending_at_once():
        from lemonde_parse.command import explain
    return explain.run(arguments)


def _report_bug(arguments: Sequence[str]) -> int:
    with ending_at_once():
        from lemonde_parse.command import report_bug
    return report_bug.run(arguments)
