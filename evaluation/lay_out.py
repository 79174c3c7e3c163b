"""Command that collects the pages of manifest.tsv from clones of the repositories with the pages.

It downloads nothing, but prints the commands to fetch missing pages. Each page is checked against
the first 12 digits of its SHA-256, and written to pages/. The hashes of its correct article are
copied to truth/, so that the folder can be scored.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from evaluation.manifest import MANIFEST, TRUTHS, Origin, extract, load_manifest, page_name

GITHUB: Final = "https://github.com"


@frozen
class MissingError(Exception):
    """A page that is not in its clone, and the command that may fetch it."""

    reason: str
    command: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Collect the pages, and return the exit status: 1 if a page is missing."""
    options = _parser().parse_args(arguments)
    origins = load_manifest(options.manifest)
    for folder in ("pages", "truth"):
        (options.out / folder).mkdir(parents=True, exist_ok=True)
    missing: dict[str, MissingError] = {}
    for origin in origins:
        try:
            page = fetch(origin, options.clones)
        except MissingError as error:
            missing[origin.name] = error
            continue
        (options.out / "pages" / f"{origin.name}{origin.ending}").write_bytes(page)
        truth = f"{origin.name}.json"
        shutil.copyfile(options.truths / truth, options.out / "truth" / truth)
    print(f"{len(origins) - len(missing)} of {len(origins)} pages in {options.out}")
    for name, fault in missing.items():
        print(f"missing {name}: {fault.reason}")
    commands = dict.fromkeys(fault.command for fault in missing.values() if fault.command)
    if commands:
        print("These commands may fetch the missing pages:", *commands, sep="\n")
    return 1 if missing else 0


def fetch(origin: Origin, clones: Path) -> bytes:
    """Extract a page from a clone in CLONES/OWNER/NAME, or raise `MissingError`."""
    clone = clones / origin.repository
    if not clone.is_dir():
        address = f"{GITHUB}/{origin.repository}"
        raise MissingError(
            f"{origin.repository} is not cloned", shlex.join(("git", "clone", address, str(clone)))
        )
    file = subprocess.run(  # noqa: S603  # arguments from the manifest, no shell
        ["git", "-C", str(clone), "cat-file", "blob", f"{origin.commit}:{origin.path}"],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if file.returncode:
        message = file.stderr.decode("utf-8", "replace").strip()
        raise MissingError(
            f"{origin.repository}: {message}",
            shlex.join(("git", "-C", str(clone), "fetch", "origin", origin.commit)),
        )
    try:
        page = extract(file.stdout, origin)
    except ValueError as error:
        raise MissingError(f"{origin.repository}: {error}") from error
    if page_name(page) != origin.name:
        raise MissingError(f"{origin.repository}: {origin.path} has a different SHA-256")
    return page


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.lay_out", description=__doc__)
    parser.add_argument(
        "clones",
        type=Path,
        metavar="CLONES",
        help="the folder with the clones: CLONES/OWNER/NAME for each repository",
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder for pages/ and truth/")
    parser.add_argument("--manifest", type=Path, default=MANIFEST, metavar="FILE")
    parser.add_argument("--truths", type=Path, default=TRUTHS, metavar="FOLDER")
    return parser


if __name__ == "__main__":
    sys.exit(main())
