"""The evidence for each rule: sources, texts that it must match, and similar texts that it must
not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

Form: TypeAlias = Literal["page", "signed", "paste", "dated", "written", "dump", "glued", "dotted"]
"""Kinds of examples.

Each form puts different lines above the text of an example:

- "page": the HTML of a title; the text is the HTML of the body
- "signed": the same, with a byline of Claire Vasseur below the title
- "paste": nothing; the text is a pasted text
- "dated": a title and a dateline
- "written": a title, a byline and a dateline
- "dump": a menu, a title, a dateline and an empty line, as in a page printed by a text browser
- "glued": the same as "dump", without the empty line
- "dotted": the same as "dump", with a numeric dateline, as in 2012–18
"""


class Example(NamedTuple):
    """An example page or text."""

    form: Form
    text: str


@frozen
class Evidence:
    """The evidence for one rule."""

    seen: str
    """Where such lines were seen: programs, parts of pages, papers, years."""
    examples: tuple[Example, ...]
    """Texts with a line that the rule must match."""
    never: tuple[Example, ...]
    """Similar texts without a line that the rule matches."""


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
