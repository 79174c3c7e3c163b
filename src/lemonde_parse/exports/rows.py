"""Describes the rows of an export's grammar, for reports."""

from __future__ import annotations

from typing import Final, get_args

from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS
from lemonde_parse.exports.record import Grammar, PageExport, Part, TextExport

_PLACES: Final = {
    "above": "the text above the first document",
    "repeated": "a line that repeats the title or the names",
}


def place_in_export(rule: str) -> str | None:
    """Describe the row or position behind a removal from an export; None for other rules.

    >>> place_in_export("nexis_text: label Length")
    "the label “Length” in the grammar of 'nexis_text' → words"
    >>> place_in_export("factiva_text: publisher")
    "a line of 'factiva_text' recognised by its position → publisher"
    """
    name, _, row = rule.partition(": ")
    exports: tuple[PageExport | TextExport, ...] = (*PAGE_EXPORTS, *TEXT_EXPORTS)
    grammar = next((one.grammar for one in exports if one.name == name), None)
    if grammar is None:
        return None
    if row in _PLACES:
        return f"{_PLACES[row]}, in {name!r}"
    if (described := _row(grammar, row)) is not None:
        return f"{described[0]} in the grammar of {name!r} → {described[1]}"
    if row in get_args(Part):
        return f"a line of {name!r} recognised by its position → {row}"
    return None


def _row(grammar: Grammar, row: str) -> tuple[str, str] | None:
    """Return the description and the part of a row; None if this release has no such row."""
    kind, _, key = row.partition(" ")
    if kind == "code":
        return f"the code {key}", grammar.codes.get(key, "metadata")
    if kind == "label" and key in grammar.labels:
        return f"the label “{key}”", grammar.labels[key].part
    for number, line in enumerate(grammar.rows, 1):
        if row == f"line {number}":
            return f"row {key} of {len(grammar.rows)}, {line.pattern.pattern}", line.part
    return None
