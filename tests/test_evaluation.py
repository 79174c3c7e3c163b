"""The scores of `make evaluate`, for tiny articles.

A truth is the correct reading of a page, stored as texts or as hashes.
"""

from __future__ import annotations

import re
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.folding import fold, fold_flat, keyed, split_sentences
from evaluation.reading import Basis, read
from evaluation.scoring import Score, common_length, f1, score_article, total
from evaluation.tables import grouped, page_table
from evaluation.truth import (
    make_truth,
)
from evaluation_articles import TRUTH, article
from lemonde_parse import InvalidDataError

SALT: Final = "5a" * 32


def scored(right: dict[str, Any] | None = None, **changes: Any) -> Score:
    """Score an article with these changes; check that texts and hashes give the same score."""
    data = TRUTH if right is None else right
    by_text = score_article(article(**changes), make_truth(data, salt=""))
    by_hash = score_article(article(**changes), make_truth(data, salt=SALT))
    assert attrs.evolve(by_text, differences=()) == attrs.evolve(by_hash, differences=())
    return by_text


def body_without(*places: int) -> list[dict[str, Any]]:
    return [block for place, block in enumerate(TRUTH["body"]) if place not in places]


def body_with(place: int, **changes: Any) -> list[dict[str, Any]]:
    return [
        {**block, **changes} if at == place else block for at, block in enumerate(TRUTH["body"])
    ]


def as_paragraph(place: int) -> list[dict[str, Any]]:
    text = TRUTH["body"][place]["text"]
    return [
        {"type": "paragraph", "text": text} if at == place else block
        for at, block in enumerate(TRUTH["body"])
    ]


# One page


def test_correct_article_gets_a_perfect_score() -> None:
    assert scored() == Score(
        name="", layout="", blocks_f1=1.0, exact=True, words=18, words_read=18, related_f1=1.0,
        figures_f1=1.0, fields=4,
    )  # fmt: skip
    assert scored().perfect


def test_words_of_a_missing_paragraph_are_lost() -> None:
    result = scored(body=body_without(1))
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 8 / 9, 8, 0)
    assert result.differences == ("body - paragraph | 5:Il pleut sur le quai. | 3:Le bac attend.",)


def test_words_of_an_extra_paragraph_are_leaked() -> None:
    leak = {"type": "paragraph", "text": "Déjà abonné ? Abonnez-vous ici."}
    result = scored(body=[*TRUTH["body"], leak])
    assert (result.exact, result.blocks_f1, result.leaks) == (False, 10 / 11, 1)
    assert (result.lost, result.leaked, result.words_read) == (0, 5, 23)


def test_wrong_type_loses_no_words() -> None:
    result = scored(body=as_paragraph(2))
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 0.8, 0, 0)


def test_wrong_heading_level_is_wrong_type() -> None:
    assert scored(body=body_with(2, level=3)).blocks_f1 == 0.8


def test_wrong_list_kind_is_wrong_type() -> None:
    assert scored(body=body_with(3, ordered=True)).blocks_f1 == 0.6


def test_moved_block_is_one_error() -> None:
    first, *rest = body_without(0)
    result = scored(body=[TRUTH["body"][0], *rest, first])
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 0.8, 0, 0)


def test_joined_paragraphs_lose_no_words() -> None:
    joined = "Il pleut sur le quai. Le bac attend. La nuit tombe."
    result = scored(body=[*body_with(1, text=joined)[:4]])
    assert (result.blocks_f1, result.lost, result.leaked) == (6 / 9, 0, 0)


def test_wrong_word_loses_its_sentence() -> None:
    result = scored(body=body_with(1, text="Il pleut sur le quai. Le bac repart."))
    assert (result.blocks_f1, result.lost, result.leaked) == (0.8, 3, 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "Le pont"),
        ("authors", []),
        ("date_published", "2024-05-01T07:01:00+02:00"),
        ("is_truncated", True),
    ],
)
def test_wrong_field_is_named(name: str, value: Any) -> None:
    result = scored(**{name: value})
    assert (result.exact, result.perfect, result.wrong, result.fields) == (True, False, (name,), 4)


def test_same_instant_with_another_offset_is_right() -> None:
    assert scored(date_published="2024-05-01T05:00:30+00:00").perfect


def test_field_missing_from_the_truth_is_not_scored() -> None:
    assert scored(section="Culture").perfect


def test_value_accepted_by_the_truth_is_right() -> None:
    right = {**TRUTH, "accepted_headline": ["Le pont", None], "accepted_authors": [["Nour Brun"]]}
    assert scored(right, headline="Le pont", authors=[{"name": "Nour Brun"}]).perfect
    assert scored(right, headline=None).perfect
    assert scored(right, headline="La digue").wrong == ("headline",)


def test_related_links_match_in_any_order() -> None:
    link = TRUTH["related_links"][0]
    other = {"label": "", "headline": "Le vent", "url": None}
    right = {**TRUTH, "related_links": [link, other]}
    same = {"label": "LIRE AUSSI", "headline": "La mer", "url": "http://x.example/mer/"}
    assert scored(right, related_links=[other, same]).perfect
    assert scored(right, related_links=[link]).related_f1 == 2 / 3
    assert scored(right, related_links=[{**link, "is_premium": True}]).related_f1 == 0


def test_related_links_are_not_scored_without_truth() -> None:
    right = {name: value for name, value in TRUTH.items() if name != "related_links"}
    assert scored(right).perfect


def test_optional_related_link_may_be_missing() -> None:
    right = {**TRUTH, "optional_related": ["Le vent"]}
    links = [*TRUTH["related_links"], {"label": "Voir", "headline": "Le vent"}]
    assert scored(right, related_links=links).perfect
    assert scored(right).perfect
    assert scored(related_links=links).related_f1 == 2 / 3


def test_figures_are_compared_by_caption_credit_and_file() -> None:
    same = body_with(0, credit="J. BRUN", url="https://y.example/664/a.jpg?w=2")
    assert scored(body=same).perfect
    assert scored(body=body_with(0, caption="La barge.")).figures_f1 == 0
    assert scored(body=[*TRUTH["body"], TRUTH["body"][0]]).figures_f1 == 2 / 3


def test_optional_first_figure_may_be_missing() -> None:
    lead = {"type": "figure", "caption": "Le phare.", "url": "https://x.example/b.jpg"}
    right = {**TRUTH, "optional_figures": ["b.jpg"]}
    assert scored(right, body=[lead, *TRUTH["body"]]).perfect
    assert scored(right).perfect
    assert scored(right, body=[*TRUTH["body"], lead]).figures_f1 == 2 / 3


def test_embeds_are_compared_by_service() -> None:
    embed = {"type": "embed", "provider": "youtube"}
    right = {**TRUTH, "body": [*TRUTH["body"], embed]}
    assert scored(right, body=[*TRUTH["body"], {**embed, "url": "https://y.example/1"}]).perfect
    assert scored(right).figures_f1 == 2 / 3


def test_nested_blocks_are_compared() -> None:
    box = {"type": "aside", "title": "Repères", "blocks": [TRUTH["body"][1], TRUTH["body"][0]]}
    live = {
        "type": "live_entry",
        "headline": "Crue",
        "date_published": "2024-05-01T07:00:00+02:00",
        "blocks": [{"type": "table", "rows": [[{"text": "Lundi"}, {"text": "3 m"}]]}],
    }
    reading = read(article(body=[box, live]), Basis())
    assert reading.blocks == (
        ("aside title", "1:Repères"),
        ("paragraph", "5:Il pleut sur le quai.", "3:Le bac attend."),
        ("live entry", "0:28575660"),
        ("live headline", "1:Crue"),
        ("table row", "3:Lundi 3 m"),
    )
    assert reading.figures == (("figure", "Le bac.", "j. brun", "a.jpg"),)


def test_flat_truth_ignores_types_figures_and_typography() -> None:
    right = {**TRUTH, "flat": True, "body": body_with(1, text="Il pleut – sur l’eau…")}
    printed = [{"type": "paragraph", "text": "Il pleut -- sur l'eau..."}, *as_paragraph(2)[2:]]
    result = scored(right, body=printed)
    assert (result.exact, result.perfect) == (True, True)


def test_leak_is_found_inside_words_and_across_blocks() -> None:
    right = {
        **TRUTH,
        "must_not_contain": ["uai. Le", "attend. Un long", "attend.Un", "attend.  Un"],
    }
    assert scored(right).leaks == 3


def test_unknown_key_in_a_truth_is_an_error() -> None:
    with pytest.raises(InvalidDataError, match="must_not_contian"):
        make_truth({**TRUTH, "must_not_contian": []}, salt="")


# Many pages


def test_totals_add_up_words_and_average_pages() -> None:
    totals = total([scored(), scored(body=body_without(1), headline="Le pont")])
    assert (totals.pages, totals.perfect, totals.exact) == (2, 1, 1)
    assert (totals.blocks_f1, totals.lost, totals.leaked) == ((1 + 8 / 9) / 2, 8 / 36, 0)
    assert totals.fields == 7 / 8


def test_groups_are_sorted_rows_of_a_table() -> None:
    scores = [attrs.evolve(scored(), layout=layout) for layout in ("b", "a", "b")]
    rows = grouped(scores, lambda result: result.layout)
    assert [(name, row.pages) for name, row in rows.items()] == [("a", 1), ("b", 2)]
    assert page_table("layout", rows).splitlines()[2:] == [
        "| a | 1 | 1 | 1 | 1.000 | 0 | 0.0 % | 0.0 % | 1.000 | 1.000 | 100.0 % |",
        "| b | 2 | 2 | 2 | 1.000 | 0 | 0.0 % | 0.0 % | 1.000 | 1.000 | 100.0 % |",
    ]


def test_article_without_words_is_scored() -> None:
    totals = total([Score(name="refused", blocks_f1=1.0, exact=True)])
    assert (totals.lost, totals.leaked, totals.fields) == (0, 0, 1)


# Properties

TEXTS = st.text(alphabet="abÉ’ .!?…\u00a0\u200b-^", max_size=30)
BLOCKS = st.one_of(
    st.builds(lambda text: {"type": "paragraph", "text": text}, TEXTS),
    st.builds(lambda text: {"type": "heading", "text": text, "level": 3}, TEXTS),
    st.builds(lambda texts: {"type": "list", "items": texts}, st.lists(TEXTS, max_size=3)),
    st.builds(lambda text: {"type": "figure", "caption": text, "credit": text}, TEXTS),
)
BODIES = st.lists(BLOCKS, max_size=6)
DATA = st.builds(
    lambda body, headline, leaks, flat: {
        "body": body,
        "headline": headline,
        "must_not_contain": leaks,
        "flat": flat,
    },
    BODIES,
    st.none() | TEXTS,
    st.lists(TEXTS, max_size=2),
    st.booleans(),
)
ITEMS = st.lists(st.integers(0, 4), max_size=20)


@given(DATA)
def test_page_scored_against_itself_is_perfect(data: dict[str, Any]) -> None:
    right = article(body=data["body"], headline=data["headline"])
    result = score_article(right, make_truth({**data, "must_not_contain": []}, salt=""))
    assert result.perfect
    assert (result.blocks_f1, result.lost, result.leaked) == (1, 0, 0)


@given(DATA, BODIES, st.none() | TEXTS)
def test_hashes_give_the_same_score_as_texts(
    data: dict[str, Any], body: list[dict[str, Any]], headline: str | None
) -> None:
    scored(data, body=body, headline=headline)


@given(ITEMS, ITEMS)
def test_f1_is_symmetric(first: list[int], second: list[int]) -> None:
    there = f1(common_length(first, second), first, second)
    assert there == f1(common_length(second, first), second, first)
    assert 0 <= there <= 1
    assert (there == 1) == (first == second)


@given(ITEMS, ITEMS)
def test_common_length_is_that_of_the_longest_common_subsequence(
    first: list[int], second: list[int]
) -> None:
    lengths = [0] * (len(second) + 1)
    for item in first:
        before = lengths[:]
        for place, other in enumerate(second):
            lengths[place + 1] = (
                before[place] + 1 if item == other else max(before[place + 1], lengths[place])
            )
    assert common_length(first, second) == lengths[-1]


@given(TEXTS)
def test_folding_is_idempotent_and_keeps_all_sentences(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert " ".join(split_sentences(fold(text))) == fold(text)
    assert len(fold_flat(text).split()) <= len(fold(text).replace("^", " ").split())


def test_hash_is_salted() -> None:
    assert keyed(SALT)("Le quai") != keyed("5b" * 32)("Le quai")
    assert re.fullmatch("[0-9a-f]{16}", keyed(SALT)("Le quai"))
