"""The choice of the title among the lines above the date of a text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, STANDFIRST
from lemonde_parse import parse_text

MARKDOWN: Final = "**Un** mot et [un](/a) lien."


@pytest.mark.parametrize(
    ("above", "candidate", "features"),
    [
        (
            (HEADLINE,),
            HEADLINE,
            {
                "first line",
                "first line of a text",
                "last line",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
                "last line, longer than a section's name",
            },
        ),
        (
            ("Récit", HEADLINE, STANDFIRST, "Par Ana Gil"),
            HEADLINE,
            {
                "first line of a text",
                "last line but one",
                "standfirst below",
                "genre above",
                "title of the document",
                "only a byline or standfirst below",
                "byline below",
                "first line longer than a section's name",
            },
        ),
        (
            ("Ana Gil", HEADLINE, "Récit", "Jeanne Durand, autrice"),
            HEADLINE,
            {
                "last line but one",
                "below a name",
                "genre below",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
            },
        ),
        (
            (HEADLINE, "Le Monde"),
            HEADLINE,
            {
                "first line",
                "first line of a text",
                "last line",
                "title of the document",
                "only a byline or standfirst below",
                "byline below",
                "name below",
                "first line longer than a section's name",
                "last line, longer than a section's name",
            },
        ),
        (
            (HEADLINE, "Le Monde", "Un quai", HEADLINE),
            HEADLINE,
            {
                "first line",
                "first line of a text",
                "printed again",
                "title of the document",
                "byline below",
                "name below",
                "first line longer than a section's name",
            },
        ),
        (
            ("Recherche", "Le bac"),
            "Le bac",
            {
                "first line of a text",
                "last line",
                "as short as a section's name",
                "only a byline or standfirst below",
                "short, below the search box",
            },
        ),
        (
            ("- Un quai\n- Un bac", HEADLINE, "- Un pont\n- Un port"),
            HEADLINE,
            {
                "first line of a text",
                "last line",
                "title of the document",
                "first line longer than a section's name",
                "last line, longer than a section's name",
                "list above",
                "list below",
            },
        ),
        (
            ("## " + HEADLINE, MARKDOWN),
            HEADLINE,
            {
                "marked as a heading",
                "first line",
                "first line of a text",
                "last line but one",
                "standfirst below",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
            },
        ),
        (
            ("# Le port", "# " + HEADLINE, MARKDOWN),
            HEADLINE,
            {
                "marked as the main heading",
                "last line but one",
                "standfirst below",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
            },
        ),
        (
            ("Le port", "Le quai", "Le bac", HEADLINE),
            HEADLINE,
            {
                "last line",
                "only a byline or standfirst below",
                "below a menu",
                "first line longer than a section's name",
                "last line, longer than a section's name",
            },
        ),
        (
            (HEADLINE, "Ana Gil"),
            "Ana Gil",
            {
                "last line",
                "as short as a section's name",
                "a name",
                "only a byline or standfirst below",
            },
        ),
        (
            (HEADLINE, "Ana Gil, autrice"),
            "Ana Gil, autrice",
            {
                "last line",
                "as short as a section's name",
                "a name with a job",
                "only a byline or standfirst below",
            },
        ),
        (
            (HEADLINE, STANDFIRST),
            STANDFIRST,
            {
                "last line",
                "standfirst",
                "title of the document",
                "only a byline or standfirst below",
                "last line, longer than a section's name",
            },
        ),
        (
            (STANDFIRST, STANDFIRST),
            STANDFIRST,
            {
                "first line",
                "first line of a text",
                "last line but one",
                "standfirst below",
                "standfirst",
                "as long as a standfirst, and printed again",
                "printed again",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
            },
        ),
        (
            (HEADLINE, "et le bac"),
            HEADLINE,
            {
                "first line",
                "first line of a text",
                "last line but one",
                "title of the document",
                "first line longer than a section's name",
                "continues below",
            },
        ),
        (
            ("Le bac de Tréval, et son marin", HEADLINE),
            HEADLINE,
            {
                "last line",
                "title of the document",
                "only a byline or standfirst below",
                "first line longer than a section's name",
                "last line, longer than a section's name",
            },
        ),
        (
            (HEADLINE, "et le bac"),
            "et le bac",
            {
                "last line",
                "as short as a section's name",
                "only a byline or standfirst below",
                "starts with a lower-case letter",
            },
        ),
    ],
)
def test_title_candidate_has_the_expected_features(
    above: Sequence[str], candidate: str, features: Collection[str]
) -> None:
    article = parse_text("\n\n".join([*above, DATE, *BODY]))
    first = next(
        choice
        for choice in article.report.choices
        if choice.question == "headline" and choice.text == candidate
    )
    assert {feature.name for feature in first.features} == {"any", *features}


def test_list_items_dates_times_and_credits_are_not_candidates() -> None:
    above = (
        "14h05",
        "- Un quai\n- Un bac",
        HEADLINE,
        "Crédits : Ana Gil",
        "© Le Phare",
        "Publié le 3 mai 2023 à 10h00,",
    )
    choices = parse_text("\n\n".join([*above, DATE, *BODY])).report.choices
    assert [one.text for one in choices if one.question == "headline"] == [HEADLINE]
