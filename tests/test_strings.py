"""Searches for many strings at once."""

from __future__ import annotations

import pytest

from lemonde_parse.layouts import LAYOUTS
from lemonde_parse.strings import Strings

MARKERS = tuple(
    dict.fromkeys(mark.encode() for layout in LAYOUTS for mark in layout.markers if mark)
)


@pytest.mark.parametrize("marker", MARKERS, ids=bytes.decode)
def test_each_marker_is_found_alone_and_within_words(marker: bytes) -> None:
    strings = Strings(MARKERS)
    contained = {other for other in MARKERS if other in marker}
    assert strings.within(marker) == contained
    assert strings.within(b"x-_.=<" + marker + b"<=._-x") == contained


def test_strings_that_overlap_are_all_found() -> None:
    strings = [b"post-body", b"body-text", b"a-body-text-b", b"xx-body"]
    assert Strings(strings).within(b"<p class=post-body-text>") == {b"post-body", b"body-text"}


def test_string_cut_off_at_the_end_is_not_found() -> None:
    strings = [b"post-body", b"post-text", b"post-head"]
    assert Strings(strings).within(b"<p class=post-bod") == set()


def test_empty_string_is_always_found() -> None:
    assert Strings([b"", b"a-text"]).within(b"<p>") == {b""}
