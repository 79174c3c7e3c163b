"""Layout of text exports from wallabag, a read-it-later program."""

from __future__ import annotations

import re
from typing import Final

from lemonde_parse.exports.record import Grammar, LineRow, TextExport

_BAR: Final = "=" * 100
_TITLE: Final = re.compile(rf"^{_BAR}\n\n[^\n]+\n\n{_BAR}$", re.MULTILINE)

TEXT: Final = TextExport(
    name="wallabag_text",
    seen="wallabag 2, 2016 and later: each entry starts with its title, between two lines of “=”",
    signs=(_BAR,),
    marks=(_TITLE,),
    begin=_TITLE,
    grammar=Grammar(
        rows=(
            LineRow("boilerplate", re.compile(rf"{_BAR}$"), frozenset({"lead"}), then="body"),
            LineRow("metadata", re.compile(rf"{_BAR}$"), frozenset({"header"})),
            LineRow(
                "headline",
                re.compile(r"."),
                frozenset({"header"}),
                then="lead",
                is_below_anchor=True,
            ),
        ),
        anchor="metadata",
    ),
)
