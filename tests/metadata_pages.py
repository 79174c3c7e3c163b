"""Pages for the tests of metadata."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeAlias

from hypothesis import strategies as st

from lemonde_parse import Article, parse
from lemonde_parse.metadata.claims import Claim, Origin
from lemonde_parse.metadata.page_head import Head, read_head

Values: TypeAlias = dict[str, Any]


def head_of(source: str) -> Head:
    return read_head(source.encode())


def values_of(claims: Iterable[Claim[object]], origin: Origin | None = None) -> Values:
    """Return the first value of each field, optionally from only one origin such as JSON-LD."""
    values: Values = {}
    for claim in claims:
        if claim.value is not None and origin in (None, claim.origin):
            values.setdefault(claim.field.name, claim.value)
    return values


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


# Scripts


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


values_of_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["2024-05-01T05:00:00Z", "Ana Gil"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "@id", "url", "@type", "item"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


# Printed fields


def printed(
    header: str = "",
    body: str = "<p>Il pleut sur le quai depuis trois jours.</p>",
    head: str = "",
    **options: Any,
) -> Article:
    """Parse a page with this header and body in Le Monde's current layout."""
    page = (
        f'<html lang="fr"><head>{head}</head><body><main><section class="article"><header class="article__header">{header}</header>'
        f'<article class="article__content">{body}</article></section></main></body></html>'
    )
    return parse(page, **options)
