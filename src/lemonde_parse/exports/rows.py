"""The rows of an export's record, as a report quotes them."""

from __future__ import annotations

from typing import Final

from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS
from lemonde_parse.exports.record import Grammar, PageExport, TextExport

_PLACES: Final = {
    "above": "what is above the first document",
    "repeated": "a line that says the title or the names again",
}


def place_in_export(rule: str) -> str | None:
    """Name the row of an export's record that a removal's rule quotes; None for any other rule.

    >>> place_in_export("nexis_text: label Length")
    "the label “Length” in the grammar of 'nexis_text' → words"
    >>> place_in_export("factiva_text: publisher")
    "a line of 'factiva_text' by its place → publisher"
    """
    name, _, row = rule.partition(": ")
    exports: tuple[PageExport | TextExport, ...] = (*PAGE_EXPORTS, *TEXT_EXPORTS)
    grammar = next((one.grammar for one in exports if one.name == name), None)
    if grammar is None:
        return None
    if row in _PLACES:
        return f"{_PLACES[row]}, in {name!r}"
    kind, _, key = row.partition(" ")
    if (found := _row(grammar, kind, key)) is not None:
        return f"{found[0]} in the grammar of {name!r} → {found[1]}"
    return f"a line of {name!r} by its place → {row}"


def _row(grammar: Grammar, kind: str, key: str) -> tuple[str, str] | None:
    if kind == "code":
        return f"the code {key}", grammar.codes.get(key, "metadata")
    if kind == "label":
        return f"the label “{key}”", grammar.labels[key].part
    if kind == "line":
        line = grammar.rows[int(key) - 1]
        return f"row {key} of {len(grammar.rows)}, {line.pattern.pattern}", line.part
    return None
