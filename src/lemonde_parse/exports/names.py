"""Reorders names that have the surname first, as in library catalogues."""

from __future__ import annotations

import re

_SEMICOLON = re.compile(r"\s?;\s?")
# A one-word surname, perhaps with particles, then a comma and a first name. "Ana Gil, Jean Petit"
# does not match, because it names two people.
_INVERTED = re.compile(
    r"(?P<family>(?:(?:d'|d’|de|du|des|le|la|van|von|der)\s?){0,2}[A-ZÀ-Þ][^\s,;]{1,40})"
    r",\s?(?P<given>[A-ZÀ-Þ][^\s,;]{0,30})"
)


def in_order(names: str) -> str:
    """Put names in the usual order if all of them have the surname first.

    >>> in_order("des Noues, Paule; Petit, Jean-Luc"), in_order("Ana Gil, Jean Petit")
    ('Paule des Noues; Jean-Luc Petit', 'Ana Gil, Jean Petit')
    """
    entries = [_INVERTED.fullmatch(entry) for entry in _SEMICOLON.split(names)]
    if not all(entries):
        return names
    return "; ".join(f"{entry['given']} {entry['family']}" for entry in entries if entry)
