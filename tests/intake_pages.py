"""Helper for the tests of intake."""

from __future__ import annotations

from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.source import Page, take


def source(page: Page, max_bytes: int = MAX_BYTES) -> bytes:
    return take(page, encoding=None, max_bytes=max_bytes).html
