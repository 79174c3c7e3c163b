"""Choices by scores, and the sentences that their features count."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from lemonde_parse import Choice, Mark, MarkKind
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.plaintext.choices import choose, weights
from lemonde_parse.plaintext.sentences import closes, is_prose, is_sentence
from lemonde_parse.plaintext.standfirst import below_standfirst, choose_standfirst
from lemonde_parse.plaintext.standfirst import standfirst_features as features_of
from lemonde_parse.plaintext.unwrap import OBJECT, Piece

SENTENCE = "Le conseil a voté la fermeture du pont, et chacun cherche un autre passage."


def test_choice_has_a_score_above_the_least() -> None:
    score = round(weights()["beginning"]["any"], 2)
    choices: list[Choice] = []
    assert choose("beginning", [(7, "Le pont", [])], choices, above=score) is None
    assert choose("beginning", [(7, "Le pont", [])], choices, above=score - 0.01) == 7
    assert [choice.is_chosen for choice in choices] == [False, True]


def of_length(length: int, end: str = ".") -> Piece:
    return Piece(f"{'a' * (length - len(end))}{end}")


@pytest.mark.parametrize(
    ("piece", "kinds"),
    [
        (of_length(LIMITS.biography), ""),
        (of_length(LIMITS.biography + 1), "closes"),
        (of_length(LIMITS.biography + 1, ""), ""),
        (Piece(SENTENCE, is_item=True), ""),
        (of_length(LIMITS.prose, ". a"), ""),
        (of_length(LIMITS.prose + 1, ". a"), "closes"),
        (of_length(LIMITS.prose + 1, ""), ""),
        (of_length(LIMITS.short), "closes"),
        (of_length(LIMITS.short + 1), "closes, is_sentence"),
        (of_length(LIMITS.short + 1, ""), ""),
        (of_length(LIMITS.prose + 1)._replace(is_item=True), ""),
        (Piece(f"{SENTENCE} {SENTENCE}"), "closes"),
        (of_length(LIMITS.prose), "closes, is_sentence"),
        (of_length(LIMITS.prose + 1), "closes, is_sentence, is_prose"),
        (
            Piece(f"En vous inscrivant, vous acceptez nos conditions. {SENTENCE} {SENTENCE}b."),
            "closes, is_sentence",
        ),
    ],
)
def test_sentences_and_prose_have_a_least_length_and_an_end(piece: Piece, kinds: str) -> None:
    matching = [test.__name__ for test in (closes, is_sentence, is_prose) if test(piece)]
    assert ", ".join(matching) == kinds


# Standfirsts


def features(
    *lines: str | Piece,
    at: int = 0,
    titles: frozenset[str] = frozenset(),
    is_dated: bool = False,
) -> list[str]:
    """Return the features of a line as a standfirst; the last line is the next sentence."""
    pieces = [Piece(line) if isinstance(line, str) else line for line in lines]
    return features_of(pieces, at, len(pieces) - 1, 3, titles, is_dated=is_dated)


def marked(role: Role, *kinds: MarkKind) -> Piece:
    marks = tuple(Mark(kind=kind, start=0, end=100) for kind in kinds)
    return HALF._replace(line=Line(role, HALF.text, marks))


TEXT = Piece("a" * 199 + ".", indent=3)
HALF = Piece("a" * 99 + ".", indent=3)
APART = "set apart by its indent"
SHORT = ["short", "much shorter than the next sentences"]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (partial(features, HALF, TEXT), ["short"]),
        (partial(features, HALF._replace(text=HALF.text[1:]), TEXT), SHORT),
        (partial(features, HALF, TEXT, is_dated=True), ["below the dateline", "short"]),
        (partial(features, HALF._replace(indent=2), TEXT), [APART, "short"]),
        (partial(features, HALF._replace(indent=2), TEXT._replace(indent=2)), ["short"]),
        (partial(features, TEXT, TEXT), []),
        (
            partial(features, TEXT._replace(text=f"a{TEXT.text}"), TEXT),
            ["longer than the next sentences"],
        ),
        (partial(features, of_length(LIMITS.prose), of_length(LIMITS.prose)), ["short"]),
        (partial(features, of_length(LIMITS.prose + 1), of_length(LIMITS.prose + 1)), []),
        (partial(features, of_length(LIMITS.headline), of_length(LIMITS.headline)), []),
        (
            partial(features, of_length(LIMITS.headline + 1), of_length(LIMITS.headline + 1)),
            ["longer than a headline"],
        ),
        (partial(features, HALF, "Par Ana Gil", TEXT), ["byline or date below", "short"]),
        (partial(features, HALF, "3 mai 2023 à 10h00", TEXT), ["byline or date below", "short"]),
        (
            partial(features, HALF, "3 mai 2023 à 10h00", TEXT, is_dated=True),
            ["below the dateline", "other line below", "short"],
        ),
        (partial(features, TEXT, HALF, "Par Ana Gil", TEXT, at=1), ["other line below", "short"]),
        (
            partial(features, "Le pont", HALF, "Par Ana Gil", TEXT, at=1),
            ["byline or date below", "short"],
        ),
        (
            partial(features, HALF, "Le pont", TEXT, titles=frozenset({"Le pont"})),
            ["title below", "other line below", "short"],
        ),
        (partial(features, HALF, OBJECT, TEXT), ["other line below", "picture below", "short"]),
        (partial(features, marked(Role.HEADING), TEXT), ["marked as a heading", "short"]),
        (partial(features, marked(Role.PARAGRAPH), TEXT), ["short"]),
        (partial(features, marked(Role.PARAGRAPH, "emphasis"), TEXT), ["emphasised", "short"]),
        (partial(features, marked(Role.PARAGRAPH, "strong"), TEXT), ["bold", "short"]),
        (
            partial(features, "Un quai. JEANNE DURAND / AFP", HALF, TEXT, at=1),
            ["caption above", "short"],
        ),
        (
            partial(features, "Un quai, le soir. Un quai, le soir.", HALF, TEXT, at=1),
            ["caption above", "short"],
        ),
        (partial(features, f"« {SENTENCE} »", TEXT), [APART, *SHORT, "starts with a quote"]),
        (partial(features, f"VIDÉO - {SENTENCE}", TEXT), [APART, *SHORT, "starts with a label"]),
        (
            partial(features, f"{SENTENCE} Explications.", TEXT),
            [APART, *SHORT, "ends with a label"],
        ),
    ],
)
def test_standfirst_is_described_by_its_shape_and_the_lines_around_it(
    read: Callable[[], list[str]], expected: list[str]
) -> None:
    assert read() == expected


def candidates(*lines: str, is_dated: bool) -> list[str]:
    choices: list[Choice] = []
    choose_standfirst(list(map(Piece, lines)), 0, frozenset(), choices, is_dated=is_dated)
    return [choice.text for choice in choices]


def test_lines_below_a_paragraph_or_the_time_of_a_post_are_not_the_standfirst() -> None:
    first, prose, last = (f"{word} {SENTENCE}" for word in ("Un", "b" * 80, "Trois"))
    assert candidates(first, prose, last, last, is_dated=True) == [first, prose]
    assert candidates(first, prose, last, last, is_dated=False) == [first, prose, last]
    for time in ("14h05", "3 mai 2023 à 10h00"):
        assert candidates(first, time, last, last, is_dated=True) == [first]
        assert candidates(first, time, last, last, is_dated=False) == [first, last]
    assert candidates(first, is_dated=True) == []


def test_byline_date_and_title_below_a_standfirst_are_skipped() -> None:
    def below(*lines: str) -> tuple[list[str], int]:
        printed, end = below_standfirst(list(map(Piece, lines)), 0, {"Le pont"})
        return [piece.text for piece in printed], end

    moment = "3 mai 2023 à 10h00"
    assert below(SENTENCE, "Par Ana Gil", moment, "Le pont") == (["Par Ana Gil", moment], 4)
    assert below(SENTENCE, "Un quai", "Par Ana Gil", "Le quai") == (["Par Ana Gil"], 3)
    assert below(SENTENCE, SENTENCE, "Par Ana Gil") == ([], 1)
    assert below(SENTENCE, *["Un quai"] * 4, "Par Ana Gil") == ([], 1)
