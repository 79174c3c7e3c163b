"""Names of pages, of archives with pages, and of the files to which articles are written."""

from __future__ import annotations

import re
from typing import Final

PAGES: Final = (
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".md", ".rtf", ".docx"
)  # fmt: skip
"""Endings of the pages in a folder, a .zip or a .tar; each may be followed by .gz."""
ZIP: Final = (".zip",)
TAR: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
WARC: Final = (".warc", ".warc.gz")
PARQUET: Final = (".parquet",)
CONTAINERS: Final = (*ZIP, *TAR, *WARC, *PARQUET)
"""Endings of files with many pages."""
_MAX_PART: Final = 120
"""Maximum length, in characters, of a folder or file name made from a URL or a member's path."""
_MAX_BYTES: Final = 200
"""Maximum length of the same name in bytes, without its ending; most file systems allow 255."""
_NOT_IN_NAMES = re.compile(r'[\0-\x1f<>:"\\|?*]')


def is_page_name(name: str) -> bool:
    """Return True for the name of a page, gzipped or not."""
    return name.lower().removesuffix(".gz").endswith(PAGES)


def is_container_name(name: str) -> bool:
    """Return True for the name of a file with many pages."""
    return name.lower().endswith(CONTAINERS)


def stem(name: str) -> str:
    """Return a name without the endings of pages and archives: ``a.html.gz`` becomes ``a``."""
    lower = name.lower()
    for ending in sorted(CONTAINERS, key=len, reverse=True):
        if lower.endswith(ending):
            return name[: -len(ending)] or name
    name = name[:-3] if lower.endswith(".gz") else name
    ending = next((ending for ending in PAGES if name.lower().endswith(ending)), "")
    return name.removesuffix(name[len(name) - len(ending) :]) if ending else name


def member_target(member: str) -> str:
    """Return the path of a member's article, which is always inside the output folder."""
    parts = [
        _NOT_IN_NAMES.sub("_", part)[:_MAX_PART].encode()[:_MAX_BYTES].decode(errors="ignore")
        for part in stem(member).replace("\\", "/").split("/")
        if part.strip(". ")
    ]
    return "/".join(parts) or "page"
