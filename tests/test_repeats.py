"""Repeated words: pull quotes that repeat the body, and captions printed twice."""

from __future__ import annotations

import pytest

from lemonde_parse.classify.repeats import _LONGEST_CAPTION, _may_contain, is_doubled, repeats

QUOTE = "un pont deux bacs trois"  # five words


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("un pont deux bacs trois", True),
        ("trois bacs deux pont un", True),
        ("un pont deux bacs", True),
        ("un pont deux deux deux", False),
        ("un pont deux", False),
        ("un pont et puis deux ou même trois", True),
        ("un pont et puis ou bien dix mille trois", False),
        (f"un {'mot ' * 8}pont deux bacs", False),
        (f"un {'mot ' * 7}pont deux bacs", True),
        (f"un {'mot ' * 8}pont deux bacs trois", True),
        (f"un un un un {'mot ' * 8}pont deux bacs", False),
        (f"un un un un {'mot ' * 7}pont deux bacs", True),
        (f"un mot un {'mot ' * 7}pont deux bacs", True),
    ],
)
def test_quote_has_four_fifths_of_its_words_close_together(passage: str, expected: bool) -> None:
    assert repeats(QUOTE, [passage]) is expected


def test_quote_repeats_one_passage() -> None:
    assert not repeats(QUOTE, ["un pont deux", "deux bacs trois"])
    assert repeats(QUOTE, ["", "un pont deux", "pont deux bacs trois"])


def test_quote_of_single_letters_may_repeat_a_passage_of_minimum_length() -> None:
    assert repeats("a b c d e", ["a b c d"])


def test_text_without_words_repeats_nothing() -> None:
    assert not repeats("« … »", ["Un pont.", ""])


@pytest.mark.parametrize(
    ("words", "may_miss", "expected"),
    [(["pont"], 0, True), (["bac"], 0, False), (["bac"], 1, True), (["bac", "quai"], 1, False)],
)
def test_text_lacks_a_limited_number_of_words(
    words: list[str], may_miss: float, expected: bool
) -> None:
    assert _may_contain("le pont", words, may_miss) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port Le port", True),
        ("Le port. Le port. JEANNE DURAND / AFP", True),
        ("Le port. Le port. Le port.", True),
        ("Le port. Le port. Il est vide.", False),
        ("Le port de Tréval Le port de Brévanne", False),
        ("Port Port", True),
        ("Port Quai", False),
        ("Port Port Port", False),
        ("Port", False),
        ("Le port", False),
        ("", False),
        (f"{'P' * 40} {'P' * 40}", True),
        (f"{'P' * 40} {'Q' * 40}", False),
    ],
)
def test_caption_is_printed_twice(text: str, expected: bool) -> None:
    assert is_doubled(text) is expected


@pytest.mark.parametrize(("excess", "expected"), [(0, True), (1, False)])
def test_caption_printed_twice_has_a_maximum_length(excess: int, expected: bool) -> None:
    text = "Le port. Le port. " + "A" * (_LONGEST_CAPTION - 18 + excess)
    assert is_doubled(text) is expected
