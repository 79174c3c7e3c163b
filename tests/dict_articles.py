"""Dicts of articles, for the tests of `to_dict` and `from_dict`."""

from __future__ import annotations

from typing import Any

import pytest

from lemonde_parse import (
    Article,
    InvalidDataError,
)

FULL_DICT: dict[str, Any] = {
    "schema_version": 1,
    "kind": "live",
    "genre": "Enquête",
    "url": "https://www.lemonde.fr/a?x=1",
    "canonical_url": "https://www.lemonde.fr/a",
    "identifier": "6187099",
    "headline": "Le port se vide",
    "kicker": "Reportage",
    "description": "Trois jours au bout du quai.",
    "authors": [
        {
            "name": "Ana Gil",
            "url": "https://www.lemonde.fr/signataires/ana-gil/",
            "job_title": "envoyée spéciale",
            "location": "Étel",
        },
        {"name": "Jean Petit", "url": None, "job_title": None, "location": None},
    ],
    "byline": "Par Ana Gil (Étel, envoyée spéciale) et Jean Petit",
    "agencies": ["AFP", "Reuters"],
    "date_published": "2023-08-30T14:52:08+02:00",
    "day_published": "2023-08-30",
    "date_modified": "2023-08-31T07:00:00.250000+00:00",
    "section": "Économie",
    "breadcrumbs": ["Économie", "Pêche"],
    "keywords": ["mer", "ports"],
    "in_language": "fr",
    "publisher": "Le Monde",
    "main_image": {
        "type": "figure",
        "url": "https://img.example/une.jpg",
        "caption": "Le quai.",
        "credit": "ANA GIL",
        "alt": "Un quai",
    },
    "reading_minutes": 4,
    "announced_length": 5120,
    "announced_words": 812,
    "pagination": "4, 5",
    "body": [
        {
            "type": "heading",
            "text": "Au 1er jour",
            "level": 3,
            "marks": [
                {"kind": "superscript", "start": 4, "end": 6, "href": None},
                {"kind": "link", "start": 4, "end": 6, "href": "/j1"},
            ],
        },
        {"type": "paragraph", "text": "Il pleut.", "marks": []},
        {
            "type": "question",
            "text": "Et demain ?",
            "marks": [{"kind": "strong", "start": 0, "end": 11, "href": None}],
        },
        {
            "type": "quote",
            "text": "« Non. »",
            "marks": [{"kind": "emphasis", "start": 2, "end": 6, "href": None}],
        },
        {
            "type": "list",
            "items": [
                {
                    "text": "H2O",
                    "marks": [{"kind": "subscript", "start": 1, "end": 2, "href": None}],
                },
                {"text": "sel", "marks": []},
            ],
            "ordered": True,
        },
        {
            "type": "table",
            "rows": [
                [{"text": "Port", "marks": []}, {"text": "", "marks": []}],
                [{"text": "Étel", "marks": []}],
            ],
        },
        {"type": "figure", "url": None, "caption": None, "credit": None, "alt": None},
        {
            "type": "embed",
            "provider": "youtube",
            "url": "https://www.youtube.com/watch?v=abc",
            "text": "Une vidéo",
        },
        {
            "type": "aside",
            "title": "À savoir",
            "blocks": [
                {
                    "type": "aside",
                    "title": None,
                    "blocks": [{"type": "paragraph", "text": "Dedans.", "marks": []}],
                }
            ],
        },
        {
            "type": "live_entry",
            "identifier": "p1",
            "headline": "Départ",
            "author": "Ana Gil",
            "date_published": "2023-08-30T09:00:00+02:00",
            "blocks": [{"type": "quote", "text": "Oui", "marks": []}],
        },
    ],
    "is_accessible_for_free": False,
    "is_truncated": True,
    "percent_left": 57.09,
    "related_links": [
        {
            "label": "Lire aussi",
            "headline": "Un port",
            "url": "https://www.lemonde.fr/b",
            "is_premium": True,
            "position": 2,
        }
    ],
    "translation_url": "https://www.lemonde.fr/en/a",
    "report": {
        "layout": "lemonde_2018",
        "removed": [
            {"reason": "share", "text": "Partager", "rule": "share.network", "position": 1}
        ],
        "sources": [
            {"field": "headline", "value": "Le port se vide", "origin": "printed", "won": True}
        ],
        "warnings": [{"code": "cut", "message": "rien ne suit"}],
        "block_rules": [],
        "choices": [],
        "parser_version": "0.1.0",
    },
}

PARAGRAPH: dict[str, Any] = {"type": "paragraph", "text": "Il pleut."}


def minimal(**fields: Any) -> dict[str, Any]:
    """Return the data of an article with the required fields and the given ones."""
    return {"schema_version": 1, "body": [], **fields}


def fault(data: Any) -> InvalidDataError:
    """Return the error of `from_dict` for invalid data."""
    with pytest.raises(InvalidDataError) as caught:
        Article.from_dict(data)
    return caught.value
