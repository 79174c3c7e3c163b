"""Finds out which of many strings occur in a page's source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

_ANCHORS: Final = b"-_.=<"
"""Bytes that are in many class names and addresses, but in few words of a text."""
_LEAST: Final = 2
"""Minimum number of bytes after the anchor. One is not enough, because "__" is frequent."""
_FEW: Final = 3
"""Minimum number of strings for which one pass is faster than a search for each string."""


class Strings:
    """Strings that are searched for together.

    An anchor is a byte that several strings contain, such as "-". A single pass over the source
    finds all strings with the same anchor.
    """

    def __init__(self, strings: Iterable[bytes]) -> None:
        by_anchor: defaultdict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
        for string in strings:
            last = len(string) - _LEAST
            at = next((at for at in map(string.find, _ANCHORS) if 0 < at < last), 0)
            by_anchor[string[at : at + 1] if at else b""].append((at, string))
        self._alone: list[bytes] = []
        """Strings that are searched for individually."""
        # The strings by the bytes around their anchor, each with the offset of the anchor.
        self._around: defaultdict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
        self.passes: list[re.Pattern[bytes]] = []
        """One expression for each anchor."""
        for anchor, group in by_anchor.items():
            if not anchor or len(group) < _FEW:
                self._alone += (string for _, string in group)
                continue
            self.passes.append(_pass(anchor, (string[at + 1 :] for at, string in group)))
            for at, string in group:
                self._around[string[at - 1 : at + 2]].append((at, string))

    def within(self, source: bytes) -> frozenset[bytes]:
        """Return the strings that a source contains.

        >>> strings = Strings([b"article-body", b"lagazette.example", b"texte"])
        >>> sorted(strings.within(b"<p class=texte><a href=//www.lagazette.example/>"))
        [b'lagazette.example', b'texte']
        """
        found = {string for string in self._alone if string in source}
        around = self._around.get
        for one in self.passes:
            for match in one.finditer(source):
                start = match.start()
                for at, string in around(source[start - 1 : start + 2], ()):
                    if source.startswith(string, start - at):
                        found.add(string)
        return frozenset(found)


def _pass(anchor: bytes, ends: Iterable[bytes]) -> re.Pattern[bytes]:
    """Return an expression for an anchor, followed by one of the given ends.

    The ends are grouped by their first byte, so that few are tried. The expression does not consume
    them, because strings may overlap.
    """
    rests: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for end in ends:
        rests[end[:1]].append(re.escape(end[1:]))
    groups = (b"%b(?:%b)" % (re.escape(first), b"|".join(row)) for first, row in rests.items())
    return re.compile(b"%b(?=%b)" % (re.escape(anchor), b"|".join(groups)))
