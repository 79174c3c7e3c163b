"""The program of a worker process: reads the batches of pages that the module `workers` sends."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import cast

from attrs import evolve

from lemonde_parse.command.inputs import Input
from lemonde_parse.command.reading import Reading, read
from lemonde_parse.command.request import Request


def serve() -> None:
    """Read batches from standard input until it ends, and write the answers to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command decides what Ctrl-C does
    # Nothing else may be printed between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    parent = os.getppid()
    try:
        request = cast("Request", pickle.load(sys.stdin.buffer))  # written by the command  # noqa: S301
        message: object = None
        while True:
            pickle.dump(message, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            batch = cast("list[Input]", pickle.load(sys.stdin.buffer))  # noqa: S301
            readings: list[Reading] = []
            for page in batch:
                if os.getppid() != parent:  # the command was killed
                    os._exit(1)
                reading = read(page, request)
                readings.append(evolve(reading, items=list(reading.items)))
            message = readings
    except (EOFError, OSError):
        return


if __name__ == "__main__":
    serve()
