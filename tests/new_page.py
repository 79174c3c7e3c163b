"""Makes a test page from a saved page: `make page NAME=2024-obituary PAGE=saved.html`.

``python tests/new_page.py NAME PAGE`` writes tests/pages/NAME/page.html, or tests/texts/NAME/page.txt
for a text. The new page has the structure of the saved one, but invented prose. `write_pages.py` then
writes what the library reads from it, for comparison with the page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import write_pages
from lemonde_parse.intake.source import read_page, take
from lemonde_parse.invent.invented import invent

ARGUMENTS: Final = 3


def main(name: str, source: Path) -> int:
    """Write the files of a new page, and return the exit status."""
    page = read_page(source)
    has_markup = take(page, encoding=None, max_bytes=len(page)).has_markup
    folder = (write_pages.PAGES if has_markup else write_pages.TEXTS) / name
    if folder.exists():
        print(f"{folder} exists: choose another name, or delete it", file=sys.stderr)
        return 1
    invented = invent(page)
    folder.mkdir(parents=True)
    file = folder / ("page.html" if has_markup else "page.txt")
    file.write_bytes(invented.page)
    write_pages.main([name])
    print(f"Wrote {folder}. Compare expected.json and removed.json with the page, line by line.")
    print("Delete what the case does not need: scripts, styles, menus.")
    for difference in invented.differences:
        print(f"Read differently from the original page: {difference}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != ARGUMENTS or not all(sys.argv[1:]):
        sys.exit("usage: make page NAME=name PAGE=saved.html")
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
