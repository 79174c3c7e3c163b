"""The evidence of the rules: sources, texts to match, and the nearest texts not to match."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

Form: TypeAlias = Literal["page", "signed", "paste", "dated", "written", "dump", "glued", "dotted"]
"""Kinds of examples: the HTML of a body, alone or below the byline of Claire Vasseur; a pasted
text, alone, below a title and a dateline, or below a byline too; the body of a page that a text
browser printed, below its dateline, glued to it, or below one of 2012–18."""


class Example(NamedTuple):
    """A page or a text."""

    form: Form
    text: str


@frozen
class Evidence:
    """The evidence of one rule."""

    seen: str
    """Sources: programs, page parts, papers, years."""
    examples: tuple[Example, ...]
    """Texts with a line that the rule decides."""
    never: tuple[Example, ...]
    """The nearest texts with no such line."""


@cache
def evidence() -> Mapping[str, Evidence]:
    """Return the evidence of each rule by its name.

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
