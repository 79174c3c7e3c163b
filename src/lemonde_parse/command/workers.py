"""Reads pages in worker processes, and returns the results in the order of the pages.

A worker reads batches of pages from its standard input and answers on its standard output. It ends
when its input ends, so it does not outlive the command, even if the command is killed. If a worker
dies while reading several pages, they are read again, one by one. If it dies while reading one
page, that page is reported as an error.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import Final, cast

from attrs import define, field

from lemonde_parse.command.inputs import Input
from lemonde_parse.command.messages import CommandError, PathError
from lemonde_parse.command.reading import Reading, Result, failed
from lemonde_parse.command.request import Request

_BATCH: Final = 16
"""Maximum number of pages in a batch."""
_BATCH_BYTES: Final = 1_000_000
"""Size in bytes at which a batch is complete."""
_AHEAD: Final = 4
"""Maximum number of batches per worker that are being read or wait to be read."""
_PATIENCE: Final = 5
"""Seconds to wait for a worker to end after it closed its output."""


class WorkerError(Exception):
    """A worker process died; the message says how."""


def read_in_workers(
    pages: Iterable[Input], request: Request, tell: Callable[[str], None]
) -> Generator[Result]:
    """Read pages in the requested number of processes; yield the results in order.

    `tell` is called with a message for each worker process that died.
    """
    pool = _Pool(request, tell)
    threads = ThreadPoolExecutor(request.jobs)
    try:
        waiting: deque[Future[list[Result]]] = deque()
        for batch in _batches(pages):
            waiting.append(threads.submit(pool.read, batch))
            if len(waiting) >= _AHEAD * request.jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.stop()
        threads.shutdown(cancel_futures=True)
        pool.close()


def _batches(pages: Iterable[Input]) -> Iterator[list[Input]]:
    batch: list[Input] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += page.size
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@define
class _Worker:
    """A process that reads pages."""

    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls) -> _Worker:
        """Start a process, without waiting until it is ready."""
        # Let the worker import the same modules as this process; without -P, it could import
        # modules of the current folder instead.
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109
        process = subprocess.Popen(  # this Python, this module
            [sys.executable, "-P", "-m", "lemonde_parse.command.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        return cls(process)

    def prepare(self, request: Request) -> None:
        """Wait until the process is ready; raises `CommandError` if it does not start."""
        try:
            self.ask(request)
        except WorkerError as error:
            raise CommandError(f"--jobs: a worker process cannot be started: it {error}") from None

    def ask(self, message: Request | list[Input]) -> object:
        """Send a message and return the answer; raises `WorkerError` if the process dies."""
        stdin, stdout = self.process.stdin, self.process.stdout
        try:
            if stdin is None or stdout is None:
                raise EOFError
            pickle.dump(message, stdin, pickle.HIGHEST_PROTOCOL)
            stdin.flush()
            return pickle.load(stdout)  # from our own process  # noqa: S301
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            raise WorkerError(self._end()) from None

    def _end(self) -> str:
        try:
            status = self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        if status >= 0:
            return f"ended with status {status}"
        names = {one.value: one.name for one in signal.Signals}
        return f"was ended by signal {names.get(-status, -status)}"

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()


@define
class _Pool:
    """The workers; each reads one batch at a time."""

    request: Request
    tell: Callable[[str], None]
    _idle: list[_Worker] = field(factory=list)
    _workers: list[_Worker] = field(factory=list)
    _is_stopped: bool = False
    _lock: Lock = field(factory=Lock)

    def read(self, batch: list[Input]) -> list[Result]:
        """Read pages in a worker. If it dies, read them again one by one; if it dies on a single
        page, return an error for that page."""
        try:
            return self._read(batch)
        except WorkerError as error:
            if self._is_stopped:
                raise CancelledError from None
            if len(batch) == 1:
                return [(batch[0], self._lost(batch[0], error))]
            self.tell(f"a worker process {error}: reading its {len(batch)} pages again")
        return [result for page in batch for result in self.read([page])]

    def stop(self) -> None:
        """Kill the workers; the batches that they are reading fail."""
        with self._lock:
            self._is_stopped = True
            for worker in self._workers:
                worker.process.kill()

    def close(self) -> None:
        """Close the workers, once no batch is being read."""
        for worker in self._workers:
            worker.close()

    def _read(self, batch: list[Input]) -> list[Result]:
        worker = self._take()
        readings = cast("list[Reading]", worker.ask(batch))
        with self._lock:
            self._idle.append(worker)
        return list(zip(batch, readings, strict=True))

    def _take(self) -> _Worker:
        with self._lock:
            if self._is_stopped:
                raise CancelledError
            if self._idle:
                return self._idle.pop()
            worker = _Worker.start()
            self._workers.append(worker)
        worker.prepare(self.request)  # takes a third of a second; other workers start meanwhile
        return worker

    def _lost(self, page: Input, error: WorkerError) -> Reading:
        message = f"the worker process that read it {error}"
        return Reading([failed(page.source, page.target, PathError(message), self.request)], "")
