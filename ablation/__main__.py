"""Runs the knobs: `python -m ablation [check] [folder]`."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import frozen

from ablation.find import all_knobs
from ablation.measure import Bench, own_sources, sources_in


@frozen
class Finding:
    knob: str
    count: int
    names: tuple[str, ...]


_bench: Bench | None = None


def _run(index: int) -> Finding:
    global _bench  # one for each process
    _bench = _bench or Bench(own_sources())
    knob = all_knobs()[index]
    names = list(dict.fromkeys(_bench.changed(knob)))
    return Finding(knob.name, len(names), tuple(names))


def main() -> None:
    knobs = all_knobs()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for finding in pool.imap(_run, range(len(knobs)), chunksize=16):
            print(finding.knob, finding.count, ", ".join(finding.names[:3]), sep="\t")


if __name__ == "__main__":
    main()
