"""The lengths and distances that rules depend on, with the observed values.

Lengths are in characters, distances in lines. `make ablate` halves and doubles each limit. If
neither change affects an example, remove the limit.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """The limits of the rules."""

    genre: int = 20
    """Maximum length of a genre above a text; the longest known has 14 ("Billet de blog").

    Also the maximum length of a line like "Suivre", which may be a button in a box about the author
    or a heading.
    """
    name: int = 80
    """Maximum length of a line with a name, a job title, a date or time, a credit or a button."""
    heading: int = 120
    """Maximum length of a heading in bold or in capitals; the longest seen has 92."""
    signature: int = 160
    """Maximum length of a byline or dateline (longest seen: 131), or of a related link's label
    (longest seen: 71)."""
    long_heading: int = 200
    """Maximum length of a heading (longest seen: 103). Longer lines are prose, even if marked up as
    headings (shortest seen: 268).

    Also the maximum length of a paragraph that may be a pull quote, and of a dateline in a text.
    """
    headline: int = 300
    """Maximum length of a headline, alone or after its label; the longest seen has 214."""
    short: int = 90
    """Maximum length of a heading in a text; shorter prose ends with punctuation."""
    prose: int = 140
    """Maximum length of most captions and headlines; longer sentences are prose."""
    biography: int = 40
    """Maximum length of a button or a short signature; longer lines may be sentences."""
    outside: int = 4
    """Maximum number of characters without formatting, such as quotation marks, at the start of a
    line that is in bold or italics."""
    box: int = 4
    """Maximum number of lines above a promotion box's button, or below a slide show's counter."""
    ending: int = 5
    """Number of paragraphs at the end that may describe the author."""


LIMITS: Final = Limits()
