"""Claims whose values have the type of their field, and claims that must not type-check: each line
marked "type: ignore" is an error under mypy --strict and pyright. The file is never run.
"""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

from lemonde_parse import Author
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.precedence import decide


def right() -> list[Claim[object]]:
    assert_type(fields.HEADLINE.claim("og", "Un titre"), Claim[str])
    return [
        fields.AUTHORS.claim("printed", (Author(name="Ana Gil"),)),
        fields.DATE_PUBLISHED.claim("og", None, "hier"),
        fields.KIND.claim("address", "live"),
    ]


def wrong() -> None:
    fields.HEADLINE.claim("og", 3)  # type: ignore[arg-type]
    fields.AUTHORS.claim("printed", ("Ana Gil",))  # type: ignore[arg-type]
    fields.DATE_PUBLISHED.claim("og", "2024-05-02")  # type: ignore[arg-type]
    fields.KIND.claim("address", "film")  # type: ignore[arg-type]
    fields.IS_TRUNCATED.claim("ad", True)  # type: ignore[arg-type]


def decided() -> None:
    decision = decide(right())
    assert_type(decision[fields.HEADLINE], str | None)
    assert_type(decision[fields.AUTHORS], tuple[Author, ...] | None)
    assert_type(decision[fields.DATE_PUBLISHED], datetime | None)
