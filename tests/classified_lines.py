"""Lines for tests of single rules, and the rules that decide them."""

from __future__ import annotations

from typing import Final

from lemonde_parse import Mark
from lemonde_parse.classify import features as has
from lemonde_parse.classify.rules import classifier
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line

PROSE: Final = (
    "Rien n’annonçait la grève, dit le maire, et chacun attend que l’autre fasse le premier pas "
    "vers la table."
)
OTHER: Final = (
    "Au café de la Marine, on refait les comptes : deux semaines sans paie, c’est un loyer, et "
    "trois, c’est l’école."
)


def of_length(length: int, end: str = ".") -> str:
    """Return a text of this length that starts with a capital letter."""
    return f"A{'a' * (length - 1 - len(end))}{end}"


def placed(text: str, place: int) -> Line:
    return Line(Role.PARAGRAPH, text, place=place)


def bold(text: str) -> Line:
    return Line(Role.PARAGRAPH, text, (Mark(kind="strong", start=0, end=len(text)),))


def italic(text: str) -> Line:
    return Line(Role.PARAGRAPH, text, (Mark(kind="emphasis", start=0, end=len(text)),))


def decide(
    *lines: Line | str,
    source: has.Source = "dump",
    common: int = 0,
    authors: tuple[str, ...] = (),
) -> list[str]:
    """Return the names of the rules that decide the lines; a text is a paragraph."""
    verdicts = classifier().classify(
        [Line(Role.PARAGRAPH, line) if isinstance(line, str) else line for line in lines],
        source,
        Journal(),
        common=has.TOP | common,
        authors=authors,
    )
    return [verdict.rule for verdict in verdicts]
