"""Command that writes truths (correct articles) as hashes, for the pages of the manifest."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.manifest import MANIFEST, TRUTHS, load_manifest, page_name
from evaluation.truth import dump_truth, find_pages, hash_truth


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a file for each page, and return the exit status: 1 if a page of the manifest has no
    truth."""
    options = _parser().parse_args(arguments)
    missing = {origin.name for origin in load_manifest(options.manifest)}
    options.out.mkdir(parents=True, exist_ok=True)
    left_out = 0
    for page in find_pages(options.folder):
        source = page.path.read_bytes()
        name = page_name(source)
        if name not in missing:
            left_out += 1
            continue
        missing.remove(name)
        (options.out / f"{name}.json").write_text(
            dump_truth(hash_truth(page.truth, source)), "utf-8"
        )
    print(f"{len(list(options.out.glob('*.json')))} truths in {options.out}")
    print(f"{left_out} pages left out: not in {options.manifest.name}")
    print(f"{len(missing)} pages without a truth", *sorted(missing))
    return 1 if missing else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.hash", description=__doc__)
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="pages, with truths that contain the texts"
    )
    parser.add_argument("--manifest", type=Path, default=MANIFEST, metavar="FILE")
    parser.add_argument("--out", type=Path, default=TRUTHS, metavar="FOLDER")
    return parser


if __name__ == "__main__":
    sys.exit(main())
