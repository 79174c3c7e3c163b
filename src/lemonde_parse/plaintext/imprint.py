"""Reads the language and publisher of a text from labels around the article, such as "Publié le".

Long lines are ignored, since an article in French may quote English. If there are no labels, the
language is unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from attrs import define
from attrs import field as attr_field

from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import ArticleField, Claim
from lemonde_parse.sites import SITES, host_of, site_at
from lemonde_parse.sites.labels import BYLINE, ENGLISH, ENOUGH, FRENCH, PUBLISHER, Label
from lemonde_parse.wording.matching import fold


@define
class _Votes:
    """The labels in a text that show the value of a field, each with the value that it shows.

    Mutable, because the labels are counted one by one.
    """

    field: ArticleField[str]
    values: dict[str, str] = attr_field(factory=dict)

    @property
    def is_open(self) -> bool:
        """False once enough labels have been read and all agree, so that reading can stop."""
        return len(self.values) < ENOUGH or len(set(self.values.values())) > 1

    def claims(self) -> Iterator[Claim[object]]:
        """Yield a claim with the value that most labels show, and the first of these labels.

        Yield nothing if another value has at least half as many labels.
        """
        counted = Counter(self.values.values()).most_common(2)
        if counted and (len(counted) == 1 or 2 * counted[1][1] < counted[0][1]):
            value = counted[0][0]
            label = next(text for text, one in self.values.items() if one == value)
            yield self.field.claim("printed", value, label)


def language_claims(lines: Iterable[str]) -> Iterator[Claim[object]]:
    """Yield a claim for the language, from the labels among the lines of a text.

    The lines nearest to the article must come first. Each label counts once.
    """
    languages = _Votes(fields.IN_LANGUAGE)
    for text in _labels(lines):
        if found := _language().match(text):
            languages.values[text] = "fr" if found["fr"] is not None else "en"
            if not languages.is_open:
                break
    return languages.claims()


def publisher_claims(
    addresses: Iterable[str], bylines: Iterable[str], lines: Iterable[str]
) -> Iterator[Claim[object]]:
    """Yield a claim for the publisher, from a text's addresses, bylines and labels."""
    publishers = _Votes(fields.PUBLISHER)
    for address in addresses:
        host = host_of(address).removeprefix("www.")
        # Subdomains can be blogs with their own publishers.
        if (site := site_at(host)) is not None and host in site.domains:
            publishers.values[address] = site.name
    for text in map(fold, bylines):
        if found := _byline().match(text):
            publishers.values[text] = _papers()[found[1]]
    for text in takewhile(lambda _: publishers.is_open, _labels(lines)):
        if found := _publisher().match(text):
            publishers.values[text] = _papers()[next(filter(None, found.groups()))]
    return publishers.claims()


def _labels(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that are short enough for labels, with plain spaces and apostrophes."""
    return (fold(line) for line in lines if len(line) <= LIMITS.signature)


@cache
def _papers() -> dict[str, str]:
    """Map the names of newspapers, also in capitals and with "E" for "É", to their usual names."""
    return {
        fold(spelling): site.name
        for site in reversed(SITES)
        for name in site.names
        for plain in (name, name.replace("É", "E"))
        for spelling in (plain, plain.upper())
    }


@cache
def _language() -> re.Pattern[str]:
    french, english = _with_papers(FRENCH), _with_papers(ENGLISH)
    return re.compile(f"(?P<fr>{french})|(?P<en>{english})")


@cache
def _publisher() -> re.Pattern[str]:
    return re.compile(_with_papers(PUBLISHER))


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(_with_papers([BYLINE]))


def _with_papers(labels: Iterable[Label]) -> str:
    """Return a pattern for all labels, with a group around each newspaper's name."""
    names = sorted(_papers(), key=len, reverse=True)
    # Most lines are rejected at their first letter.
    initials = "".join(sorted({name[0] for name in names}))
    house = f"(?=[{initials}])({'|'.join(map(re.escape, names))})"
    return "|".join(label.pattern.replace("{house}", house) for label in labels)
