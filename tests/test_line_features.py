"""Features of single lines: length, closing punctuation, letters, formatting and wording."""

from __future__ import annotations

import pytest

from classified_lines import of_length
from lemonde_parse import Mark, MarkKind
from lemonde_parse.classify import features as has
from lemonde_parse.classify.features import _LEAST_CAPITALS
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.intake.limits import MAX_LINE
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line

ENDS = has.ENDS_STOP | has.ENDS_QUESTION | has.ENDS_OPEN | has.ENDS_SENTENCE


def line(text: str, *marks: tuple[MarkKind, int, int]) -> Line:
    return Line(
        Role.PARAGRAPH,
        text,
        tuple(Mark(kind=kind, start=start, end=end) for kind, start, end in marks),
    )


@pytest.mark.parametrize(
    ("limit", "bit"),
    [
        (LIMITS.genre, has.UP_TO_GENRE),
        (LIMITS.name, has.UP_TO_NAME),
        (LIMITS.short, has.UP_TO_SHORT),
        (LIMITS.heading, has.UP_TO_HEADING),
        (LIMITS.signature, has.UP_TO_SIGNATURE),
        (LIMITS.long_heading, has.UP_TO_LONG_HEADING),
        (LIMITS.headline, has.UP_TO_HEADLINE),
    ],
)
def test_line_is_as_long_as_a_limit_or_longer(limit: int, bit: int) -> None:
    has.length_bits.cache_clear()
    assert has.features(line("a" * limit)) & bit
    assert not has.features(line("a" * (limit + 1))) & bit


@pytest.mark.parametrize(
    ("end", "bits"),
    [
        (".", has.ENDS_STOP | has.ENDS_SENTENCE),
        ("…", has.ENDS_QUESTION | has.ENDS_SENTENCE),
        ("...", has.ENDS_STOP | has.ENDS_QUESTION | has.ENDS_SENTENCE),
        ("!", has.ENDS_SENTENCE),
        (":", has.ENDS_OPEN | has.ENDS_SENTENCE),
        (". »", has.ENDS_STOP),
        (" ?\u00a0»", has.ENDS_QUESTION),
        ("... »", has.ENDS_STOP | has.ENDS_QUESTION),
        (',"', has.ENDS_OPEN),
        (" ! »", 0),
        (" »", 0),
        (")", 0),
        ("", 0),
    ],
)
def test_closing_punctuation_may_be_quoted(end: str, bits: int) -> None:
    assert has.features(line(f"« Il pleut{end}")) & ENDS == bits


@pytest.mark.parametrize(
    ("text", "closed"),
    [("« Il pleut. »", "« Il pleut."), ("Il pleut", "Il pleut"), ("»", ""), ("", "")],
)
def test_quotation_marks_are_stripped_from_the_end(text: str, closed: str) -> None:
    assert has.closing(text) == closed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A" * LIMITS.heading, True),
        ("A" * (LIMITS.heading + 1), False),
        ("À L’EST", True),
        ("A" * _LEAST_CAPITALS, True),
        ("A" * (_LEAST_CAPITALS - 1), False),
        ("A B C", False),
        ("LE PONt", False),
        ("1 2 3 4", False),
    ],
)
def test_heading_in_capitals_has_a_limited_length(text: str, expected: bool) -> None:
    assert bool(has.features(line(text)) & has.CAPITALS) is expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Une colère", [(0, 10)], True),
        ("« Une colère »", [(2, 12)], True),
        ("« « Une colère » »", [(4, 14)], True),
        ("« « « Une colère", [(6, 16)], False),
        ("« Une » – « colère »", [(2, 5), (12, 18)], True),
        ("« Une » et « colère »", [(2, 5), (13, 19)], False),
        ("Une colère", [(0, 9)], False),
        ("Une colère", [(1, 10)], False),
        ("Une colère", [], False),
        ("– – –", [], False),
    ],
)
def test_bold_line_is_bold_on_every_letter(
    text: str, marks: list[tuple[int, int]], expected: bool
) -> None:
    strong = line(text, *(("strong", start, end) for start, end in marks))
    assert has.is_wholly(strong, "strong") is expected
    assert not has.is_wholly(strong, "emphasis")
    assert bool(has.features(strong) & has.BOLD) is expected


@pytest.mark.parametrize(("end", "expected"), [(5, False), (6, True)])
def test_italic_line_is_more_than_half_in_italics(end: int, expected: bool) -> None:
    assert bool(has.features(line("Une colère", ("emphasis", 0, end))) & has.ITALIC) is expected


@pytest.mark.parametrize(("excess", "kind"), [(0, has.PHRASE["comments"]), (1, 0)])
def test_line_that_starts_with_a_phrase_has_a_maximum_length(excess: int, kind: int) -> None:
    text = "L’espace des contributions est réservé aux abonnés"
    text += " " + of_length(MAX_LINE - len(text) - 1 + excess)
    journal = Journal()
    assert has.wording_reader("page", journal)(text) == kind
    assert [warning.code for warning in journal.warnings] == ["limit"] * excess


@pytest.mark.parametrize(("excess", "kind"), [(0, has.PHRASE["beside"]), (1, 0)])
def test_title_of_a_box_has_a_maximum_length(excess: int, kind: int) -> None:
    text = "Édition abonnés Contenu exclusif "
    text += of_length(LIMITS.name - len(text) + excess, "")
    assert has.wording_reader("dump", Journal())(text) == kind
    assert has.wording_reader("page", Journal())(text) == 0
