"""Pages saved from the reader view of a browser."""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout
from lemonde_parse.layouts.generic import PRESS_ROLES

FIREFOX: Final = Layout(
    name="reader_firefox",
    seen="Firefox since 2015: about:reader, saved as a page; the text keeps few of its classes",
    markers=("moz-reader-content",),
    content=(".moz-reader-content",),
    scope=(".container",),
    roles=PRESS_ROLES,
    fields={"headline": (".reader-title",), "byline": (".reader-credits",)},
)
