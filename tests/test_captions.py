"""Captions, credits and slide shows between the paragraphs of a text."""

from __future__ import annotations

import pytest

from classified_lines import OTHER, PROSE, decide, of_length, placed
from lemonde_parse.classify import features as has
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.rules import _ABBREVIATION, _SHORTEST_CAPTION, is_credited

DOTTED = has.DATED | has.DOTTED | has.SPACED


@pytest.mark.parametrize(
    ("caption", "excess", "rules"),
    [
        ("Le bac va. Le bac va. AP", 0, ["", "", ""]),
        ("Le bac va. Le bac va. AFP", 1, ["", "caption.doubled", ""]),
    ],
)
def test_caption_printed_twice_on_a_line_has_a_minimum_length(
    caption: str, excess: int, rules: list[str]
) -> None:
    assert len(caption) == _SHORTEST_CAPTION + excess
    assert decide(PROSE, caption, OTHER, source="markdown", common=has.DATED) == rules


@pytest.mark.parametrize(("source", "rule"), [("dump", "caption.doubled"), ("markdown", "")])
def test_caption_printed_twice_by_a_text_browser_may_be_short(
    source: has.Source, rule: str
) -> None:
    assert decide(PROSE, "Bora Bora", OTHER, source=source, common=has.DATED) == ["", rule, ""]


@pytest.mark.parametrize(("excess", "rule"), [(0, ""), (1, "caption.twice")])
def test_caption_printed_on_two_lines_has_a_minimum_length(excess: int, rule: str) -> None:
    caption = of_length(_SHORTEST_CAPTION + excess, "")
    lines = (PROSE, caption, f"{caption} JEANNE DURAND", OTHER)
    assert decide(*lines, source="markdown", common=has.DATED) == ["", rule, rule, ""]


@pytest.mark.parametrize(
    ("below", "rule"),
    [
        ("", "caption.twice"),
        (" JEANNE DURAND", "caption.twice"),
        ("e", ""),
        (", dit-elle", ""),
        ("; elle sourit", ""),
        (" Elle sourit.", ""),
        (".", "caption.twice"),
    ],
)
def test_caption_is_not_repeated_at_the_start_of_a_sentence(below: str, rule: str) -> None:
    caption = "Le vieux pont de Tréval, le 2 mars"
    lines = (PROSE, caption, f"{caption}{below}", OTHER)
    assert decide(*lines, source="markdown", common=has.DATED) == ["", rule, rule, ""]


def test_last_line_is_not_repeated_below() -> None:
    assert decide(PROSE, "Le vieux pont de Tréval, le 2 mars", source="markdown") == ["", ""]


def test_caption_set_apart_above_the_text_may_be_long() -> None:
    caption = placed(of_length(LIMITS.long_heading + 1), has.APART)
    assert decide(caption, PROSE, OTHER, common=DOTTED) == ["caption.apart", "", ""]
    assert decide(PROSE, caption, OTHER, common=DOTTED) == ["", "", ""]


LONG = of_length(LIMITS.short + 1)
GLUED = placed("Le port de Tréval, le 2 mars.", has.GLUED)


@pytest.mark.parametrize(
    ("above", "below", "rule"),
    [
        (LONG, LONG, "caption.glued"),
        (of_length(LIMITS.short), LONG, ""),
        (LONG, of_length(LIMITS.short), ""),
        (of_length(LIMITS.short + 1, "…"), LONG, "caption.glued"),
        (of_length(LIMITS.short + 1, ","), LONG, ""),
        (LONG, placed(LONG, has.GLUED), ""),
        (placed(LONG, has.ITEM), LONG, ""),
    ],
)
def test_caption_glued_to_a_paragraph_is_between_long_lines(
    above: str, below: str, rule: str
) -> None:
    assert decide(above, GLUED, below, OTHER, common=DOTTED)[1] == rule


def test_line_glued_to_a_paragraph_above_an_item_is_not_a_caption() -> None:
    assert decide(LONG, GLUED, placed(LONG, has.ITEM), common=DOTTED) == ["", "", "list.items"]


@pytest.mark.parametrize(("text", "rule"), [("AFP / Reuters", "credit"), ("AFP", "byline.alone")])
def test_credit_to_an_agency_has_a_slash(text: str, rule: str) -> None:
    assert decide(PROSE, text, OTHER, common=has.DATED)[1] == rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port, le 2 mars. JEANNE DURAND / AFP", True),
        ("Le port, vu du quai. Elle en rit JEANNE / AFP", True),
        ("Le port, vu du quai. Elle en rit JEANNE / «", False),
        ("Le port, vu du quai. Elle en rit, puis se tait JEANNE / AFP", False),
        (f"Le port, le 2 mars. {'A' * _ABBREVIATION}", False),
        (f"Le port, le 2 mars. {'A' * (_ABBREVIATION + 1)}", True),
        ("Le port, le 2 mars A/B", False),
        ("Le port (A/B", False),
        ("Le port, le 2 mars. A/B", True),
        ("JEANNE DURAND / AFP", False),
        ("Le port, le 2 mars", False),
        ("Le port, le 2 mars. JEANNE DURAND / AFP.", False),
        ("Le port, le 2 mars. — © Jeanne Durand", True),
        ("Le port (Crédits : DR)", True),
        ("Le port, à crédit", False),
    ],
)
def test_credit_in_capitals_follows_a_sentence(text: str, expected: bool) -> None:
    assert is_credited(text) is expected
