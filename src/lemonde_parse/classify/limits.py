"""The lengths and distances that rules depend on, with the observed values.

Lengths are in characters, distances in lines. `make ablate` halves and doubles each of them. Remove
a limit if that has no effect.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """The limits of the rules."""

    genre: int = 20
    """Maximum length of a genre above a text; the longest known has 14 ("Billet de blog")."""
    name: int = 80
    """Maximum length of a line with a name, a job title, a button's label or the time of a post."""
    heading: int = 120
    """Maximum length of a bold or capital heading; the longest seen has 92."""
    signature: int = 160
    """Maximum length of a byline or dateline (seen: 131), and of a related link's label (71)."""
    long_heading: int = 200
    """Minimum length of prose marked up as a heading (seen: 268); headings have up to 103."""
    headline: int = 300
    """Maximum length of a headline, alone or after its label; the longest seen has 214."""
    short: int = 90
    """Maximum length of a heading in a text; prose lines up to this length end with punctuation."""
    prose: int = 140
    """Minimum length of a sentence that is neither a caption nor a headline."""
    biography: int = 40
    """Minimum length of a line about the author; shorter ones are signatures."""
    outside: int = 4
    """Maximum number of characters, such as quotation marks, before the bold of a bold line."""
    box: int = 4
    """Maximum number of lines above a promotion box's button, or below a slide show's counter."""
    ending: int = 5
    """Number of paragraphs at the end that may describe the author."""


LIMITS: Final = Limits()
