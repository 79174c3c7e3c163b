"""The table of habits that make English hard to read, with patterns that find them.

To add one, add a row with a text that the pattern must match, and a similar text that it must not.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Habit(NamedTuple):
    """A row of the table."""

    name: str
    pattern: re.Pattern[str]
    instead: str
    """A better wording."""
    example: str
    """A text that must match."""
    never: str
    """A similar text that must not match."""


def _habit(name: str, pattern: str, instead: str, *, example: str, never: str) -> Habit:
    return Habit(name, re.compile(pattern), instead, example, never)


HABITS: Final = (
    _habit(
        "clause as a title",
        r"^(?:What|Whether|Who|Whom|Whose)\b(?![^.]*\?)",
        "a noun phrase, or a verb in the imperative",
        example="What lines are, once all rules have matched.",
        never="What is a layout? A record.",
    ),
    _habit(
        "what as a noun",
        r"\b[wW]hat (?:is|are|was|were|stands?|follows?|precedes|remains|comes|goes|begins|ends"
        r"|others|they|readers|browsers)\b(?![^.]*\?)",
        "the noun that is meant",
        example="Keep what follows the label.",
        never="They ask what happened. Is this what is wanted?",
    ),
    _habit(
        "whoever",
        r"\b(?:[Ww]hoever|[Ww]homever)\b",
        "callers, readers, users",
        example="Whoever counts words uses this.",
        never="Users who count words use this.",
    ),
    _habit(
        "whatever",
        r"\b[Ww]hatever (?:its|the|their|they|it)\b",
        "any, regardless of",
        example="A layout is tried whatever its paper.",
        never="A layout is tried regardless of its paper.",
    ),
    _habit(
        "is no",
        r"(?<![Tt]here )\b(?:is|are|was|were) "
        r"(?:no (?!longer\b|more\b|less\b|different\b)[a-z]+|none\b)",
        "is not a, has no, without",
        example="A menu is no article.",
        never="There is no article, and the page is no longer online.",
    ),
    _habit(
        "but for",
        r"(?<!, )\bbut for\b|\b(?:nothing|all|any|none) but\b",
        "except, only",
        example="All text but for captions.",
        never="Not for captions, but for text.",
    ),
    _habit(
        "aside, behind its noun",
        r"\b(?!(?:sets?|puts?|setting|putting|an?|the|each|every|one|any|no|or|and|of|in)\b)[a-z]+"
        r" aside(?=[,.;)]|$)",
        "except, ignoring",
        example="Equal lines, spaces aside, are merged.",
        never="An aside, a list and a figure.",
    ),
    _habit(
        "stand",
        r"\b(?:stands|stood|standing|stand)\b(?!-| for\b| out\b)",
        "be, follow, precede; or leave it out",
        example="The date stands above the text.",
        never="A stand-off mark, where ® stands for a trade mark.",
    ),
    _habit(
        "hold",
        r"\b(?:holds|held|holding|hold)\b(?! for\b| of\b| together\b)",
        "contain, have, store",
        example="The element that holds the text.",
        never="The rule holds for all pages.",
    ),
    _habit(
        "told",
        r"\b(?:told|untold)\b|\btells? \w+ by\b",
        "distinguish, recognise, report",
        example="Boxes are told by their class.",
        never="The class tells which box it is.",
    ),
    _habit(
        "asked and looked for",
        r"\b(?:is|are|was|were|be|been) "
        r"(?:asked|wanted|looked (?:for|at)|known by|begun|parted)\b",
        "check, search, recognise, start, split",
        example="The table is asked for the row.",
        never="The reader asks for the row.",
    ),
    _habit(
        "at hand",
        r"\bat hand\b",
        "available, current; or name the thing",
        example="The page at hand.",
        never="Written by hand.",
    ),
    _habit(
        "the same for",
        r"(?:^|[.:;] )The same(?= (?:for|of|as|with|in)\b|,)",
        "say it again, so that the sentence can be read alone",
        example="The same for photographers.",
        never="The same table is used for photographers.",
    ),
    _habit(
        "up to which",
        r"\b(?:up to|below|above|within|from|among) which\b",
        "maximum, minimum",
        example="Characters up to which a line is a title.",
        never="The limits, which are in characters.",
    ),
    _habit(
        "fronted",
        r"(?:^|[.;] )(?:Of|Beside|Behind|Within) [^.;:]{2,40}[:,] ",
        "start with the subject; use if or when",
        example="Of several rows, the first wins.",
        never="The first of several rows wins. Of course.",
    ),
    _habit(
        "so, for this form",
        r"\b(?:which|that|who) so\b"
        r"|\bso (?:begins?|begun|formatted|marked|written|printed|named|held)\b",
        "in this form, such",
        example="Lines that begin so, and words so formatted.",
        never="Lines so short that they may be labels.",
    ),
    _habit(
        "hardly",
        r"\bhardly an?\b",
        "few, little",
        example="A text with hardly an accent.",
        never="A text with few accents, hardly readable.",
    ),
    _habit(
        "have a say",
        r"\b(?:have|has|had) (?:its|their|a) say\b",
        "are applied, decide",
        example="Once the neighbours had their say.",
        never="Once the neighbours are known.",
    ),
    _habit(
        "behind, for after",
        r"\bbehind (?:an?|each|every|its|their) (?:name|title|date|label|link|heading|word)s?\b",
        "after",
        example="The job behind a name.",
        never="The element behind the menu.",
    ),
    _habit(
        "furniture",
        r"\bfurniture\b",
        "boilerplate",
        example="Menus and other furniture.",
        never="Menus and other boilerplate.",
    ),
    _habit(
        "white space",
        r"\b[Ww]hite space\b",
        "whitespace",
        example="White space is folded.",
        never="Whitespace is folded.",
    ),
)
