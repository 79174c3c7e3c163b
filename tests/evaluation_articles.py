"""A labelled article for the tests of the evaluation."""

from __future__ import annotations

from typing import Any, Final

from lemonde_parse import Article

TRUTH: Final[dict[str, Any]] = {
    "headline": "Le quai",
    "authors": [{"name": "Aurèle Vigneux"}],
    "date_published": "2024-05-01T07:00:00+02:00",
    "is_truncated": False,
    "body": [
        {"type": "figure", "caption": "Le bac.", "credit": "J. Brun", "url": "https://x.example/a.jpg"},
        {"type": "paragraph", "text": "Il pleut sur le quai. Le bac attend."},
        {"type": "heading", "text": "Un long chemin", "level": 2},
        {"type": "list", "items": ["Une rame", "Deux ancres"]},
        {"type": "paragraph", "text": "La nuit tombe."},
    ],
    "related_links": [{"label": "Lire aussi :", "headline": "La mer", "url": "https://x.example/mer?a"}],
    "must_not_contain": ["Abonnez-vous"],
}  # fmt: skip


def article(**changes: Any) -> Article:
    """Return the article that TRUTH describes, with these fields changed."""
    data = {name: value for name, value in TRUTH.items() if name != "must_not_contain"}
    body: list[Any] = [dict(block) for block in changes.pop("body", TRUTH["body"])]
    for block in body:
        if block["type"] == "list":
            block["items"] = [{"text": item} for item in block["items"]]
    return Article.from_dict({**data, **changes, "body": body, "schema_version": 1})
