"""The lengths and distances that rules depend on, each with the distribution it was read from.

Lengths are in characters, distances in lines. Every one is halved and doubled by the ablation run,
and a value that can be changed so without effect is a fault.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """The limits of the rules."""

    genre: int = 20
    """Maximum length of a genre that opens a text; the longest known has 14 ("Billet de blog")."""
    name: int = 80
    """Maximum length of a line that holds a name, a job, a button's label or a post's time."""
    heading: int = 120
    """Maximum length of a bold or capital heading; the longest seen has 92."""
    signature: int = 160
    """Maximum length of a byline, a dateline, and a related link's label; seen: 131 and 71."""
    long_heading: int = 200
    """Minimum length of sentences set as a heading; headings have at most 103, such text 268."""
    headline: int = 300
    """Maximum length of a headline, or of a label with its headline; the longest seen has 214."""
    short: int = 90
    """Maximum length of a heading in text; shorter lines of prose have closing punctuation."""
    prose: int = 140
    """Minimum length of a sentence that is neither a caption nor a headline."""
    biography: int = 40
    """Minimum length of a line about the author; shorter ones are signatures."""
    outside: int = 4
    """Maximum number of characters, such as quotation marks, before the bold of a bold line."""
    box: int = 4
    """Maximum number of lines of a promotion box above its button, and of a slide show below it."""
    ending: int = 5
    """Number of last paragraphs that may describe the author."""


LIMITS: Final = Limits()
