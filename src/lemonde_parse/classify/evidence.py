"""The evidence for each rule: sources, texts that it must match, and near misses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

Form: TypeAlias = Literal["page", "signed", "paste", "dated", "written", "dump", "glued", "dotted"]
"""Kinds of examples.

"page" is the HTML of a body; "signed" has a byline of Claire Vasseur above it. "paste" is pasted
text; "dated" has a title and a dateline above it, "written" also a byline. The others are pages
printed by a text browser: "dump" has a dateline and an empty line above it, "glued" a dateline
without an empty line, "dotted" a dateline of 2012–18 and an empty line.
"""


class Example(NamedTuple):
    """An example page or text."""

    form: Form
    text: str


@frozen
class Evidence:
    """The evidence for one rule."""

    seen: str
    """Where it was seen: programs, parts of pages, papers, years."""
    examples: tuple[Example, ...]
    """Texts with a line that the rule must match."""
    never: tuple[Example, ...]
    """The nearest texts without such a line."""


@cache
def evidence() -> Mapping[str, Evidence]:
    """Return the evidence for each rule, by rule name.

    >>> evidence()["list.items"].seen
    'items with a bullet or a number, in every program'
    """
    data = tomllib.loads(files(__package__).joinpath("evidence.toml").read_text("utf-8"))
    return {
        name: Evidence(row["seen"], _examples(row["examples"]), _examples(row["never"]))
        for name, row in data.items()
    }


def _examples(rows: list[dict[str, str]]) -> tuple[Example, ...]:
    return tuple(Example(form, row[form]) for row in rows for form in get_args(Form) if form in row)
