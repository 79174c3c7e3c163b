"""Fails if the type of a public name is unknown or ambiguous.

Reads the output of ``pyright --verifytypes lemonde_parse --outputjson``. Internal modules are
ignored.
"""

from __future__ import annotations

import json
import sys

import lemonde_parse


def main() -> None:
    """Read the output of pyright, and exit with a message if a type is not known."""
    things = {name: getattr(lemonde_parse, name) for name in lemonde_parse.__all__}
    homes = [
        f"{thing.__module__}.{thing.__qualname__}"
        for thing in things.values()
        if hasattr(thing, "__qualname__")
    ]
    public = tuple(
        f"{name}."
        for name in (*(f"lemonde_parse.{name}" for name in things), *homes, "lemonde_parse.tabular")
    )
    listed = json.load(sys.stdin)["typeCompleteness"]["symbols"]
    symbols = [symbol for symbol in listed if f"{symbol['name']}.".startswith(public)]
    if len(symbols) < len(public):
        sys.exit(f"pyright saw {len(symbols)} public symbols: the package was not found")
    if doubtful := [symbol["name"] for symbol in symbols if not symbol["isTypeKnown"]]:
        sys.exit(f"not fully typed: {', '.join(doubtful)}")
    print(f"{len(symbols)} public symbols, every type known")


if __name__ == "__main__":
    main()
