"""A `Line`: one piece of the page, such as a paragraph or a figure, before it is classified."""

from __future__ import annotations

from typing import NamedTuple

from lemonde_parse.blocks import Block, Mark
from lemonde_parse.layout import Role


class Line(NamedTuple):
    """A piece of a page or a text, in reading order.

    A named tuple, because a page has hundreds of lines, and a frozen attrs class takes three times
    as long to create.
    """

    role: Role
    """The role from the element alone, without its context."""
    text: str = ""
    """The visible text."""
    marks: tuple[Mark, ...] = ()
    """Formatting over `text`."""
    rule: str = ""
    """The row of a layout, the phrase or the rule that gives the role."""
    level: int = 2
    """Level of a heading."""
    block: Block | None = None
    """The block itself, for a figure, embed, list or table."""
    lines: tuple[Line, ...] | None = None
    """The lines inside an aside or live entry."""
    identifier: str | None = None
    """The page's own id for a live entry."""
    is_loose: bool = False
    """True if the text is directly between blocks, without an element of its own."""
    is_premium: bool = False
    """True if the target of a related link is reserved for subscribers."""
    place: int = 0
    """Positional features in a text, as bits of `classify.features`."""
