"""Reads the citations that people add to copied texts: "Le Monde, 2 février 2021, p. 12"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lemonde_parse.sites import HOUSE_NAMES, site_at
from lemonde_parse.wording.byline_words import WEEKDAY

_DAY: Final = (
    rf"(?:(?:{WEEKDAY}) )?(?P<day>\d{{1,2}}(?:er)? [^\W\d_]{{3,9}}\.? \d{{4}}"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
_CITED = re.compile(
    r"(?P<paper>[^\W\d_][^\n,;:()«»\"“”]{1,59}?)"
    r"(?:,? (?:n[o°]\.? ?\d{1,3}(?: ?\d{3})?|édition|daté|en date|du|le){1,3})?[ ]?[ ,;(–—-]{1,3}"
    rf"(?:(?:édition |daté |en date )?(?:du |le ))?{_DAY}\)?"
    r"(?:,? \(?p(?:p|age|ages)?\.? ?(?P<page>[A-Z]?\d{1,4}(?:[-–,] ?\d{1,4})?)\)?)?\.?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?P<author>[^\W\d_][^\n«»\"“”:]{2,120}?),? "
    r"[«\"“]\s?(?P<title>[^\n«»\"“”]{3,300}?)\s?[»\"”],? (?:in |dans )?"
)


class Citation(NamedTuple):
    """The fields of a citation, each as written; page, author and title are "" if missing."""

    paper: str
    day: str
    page: str
    author: str = ""
    title: str = ""

    @property
    def is_of_known_paper(self) -> bool:
        """True if `paper` is the name or the domain of a newspaper that the library knows."""
        return self.paper in HOUSE_NAMES or site_at(self.paper.lower()) is not None


def read_citation(text: str) -> Citation | None:
    """Read a citation that names a newspaper and a day; None for any other text.

    >>> read_citation("Le Monde, mardi 2 février 2021, p. 12")
    Citation(paper='Le Monde', day='2 février 2021', page='12', author='', title='')
    >>> read_citation("Lise Amont, « Le bac », Le Monde, 2 février 2021.")[3:]
    ('Lise Amont', 'Le bac')
    >>> read_citation("Le port rouvre, le 2 février 2021, après la grève.") is None
    True
    """
    text = text.replace("\xa0", " ").strip()
    before = _REFERENCE.match(text)
    found = _CITED.fullmatch(text, before.end() if before else 0)
    if found is None:
        return None
    author, title = (before["author"], before["title"]) if before else ("", "")
    return Citation(found["paper"].strip(), found["day"], found["page"] or "", author, title)
