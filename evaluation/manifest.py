"""Reads manifest.tsv, which has a row with the origin of each real page.

Columns:

- `sha256`: SHA-256 of the page's bytes; its first 12 digits name the page and its truth (the file
  with the correct article).
- `repository`: owner and name of the repository on GitHub.
- `commit`: a commit's hash, or HEAD if it is unknown; the SHA-256 identifies the page.
- `path`: path of the file in the repository; if it ends in .gz, the file is decompressed.
- `part`: position of the page inside the file. If empty, the page is the entire file.
  `json:0/content` is the string at these keys and indices; `quoted:html` is the string between the
  triple quotes of `html = ...` in a Python file.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import frozen

MANIFEST: Final = Path(__file__).with_name("manifest.tsv")
TRUTHS: Final = Path(__file__).with_name("truths")
NAME_LENGTH: Final = 12


@frozen(kw_only=True)
class Origin:
    """The origin of a page."""

    sha256: str
    repository: str
    commit: str
    path: str
    part: str

    @property
    def name(self) -> str:
        """The page's name: the first 12 digits of its SHA-256."""
        return self.sha256[:NAME_LENGTH]

    @property
    def ending(self) -> str:
        """Suffix of the page's file: ".txt" for texts, otherwise ".html"."""
        return ".txt" if self.path.endswith(".txt") else ".html"


def load_manifest(path: Path = MANIFEST) -> list[Origin]:
    """Read a manifest."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [Origin(**row) for row in csv.DictReader(stream, delimiter="\t")]


def page_name(page: bytes) -> str:
    """Return the name of a page, from its bytes."""
    return sha256(page).hexdigest()[:NAME_LENGTH]


def extract(file: bytes, origin: Origin) -> bytes:
    """Extract the page from the bytes of its file; raise ValueError if they do not contain it."""
    if origin.path.endswith(".gz"):
        file = gzip.decompress(file)
    if not origin.part:
        return file
    kind, _, place = origin.part.partition(":")
    try:
        return {"json": _json_string, "quoted": _quoted}[kind](file, place)
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"no {origin.part} in {origin.path}") from error


def _json_string(file: bytes, place: str) -> bytes:
    value = json.loads(file)
    for step in place.split("/"):
        value = value[int(step) if isinstance(value, list) else step]
    return bytes(value.encode())


def _quoted(file: bytes, place: str) -> bytes:
    pattern = rb'\b%b\s*=\s*"""(.*?)"""' % re.escape(place.encode())
    found = re.search(pattern, file, re.DOTALL)
    if found is None:
        raise LookupError(place)
    return found[1]
