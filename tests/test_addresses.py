"""Resolving of relative addresses; splitting of paragraphs after a bold question."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lemonde_parse import parse
from lemonde_parse.addresses import absolute

# Addresses


@given(
    st.from_regex(r"/?[a-zé./;=-]{0,12}(\?[a-z=/.]{1,6})?(#[a-z]{1,4})?", fullmatch=True),
    st.sampled_from(
        (
            "https://www.lemonde.fr/idees/article/x.html?a#b",
            "http://blog.lemonde.fr",
            "https://lemonde.fr:8080/a/",
            "//lemonde.fr/a",
        )
    ),
)
def test_relative_addresses_are_resolved_as_by_urljoin(address: str, base: str) -> None:
    assume(";" not in address)  # unlike browsers, urljoin drops ";" at the end
    assert absolute(address, base) == urljoin(base, address)


@pytest.mark.parametrize("address", ["http://[", "//[", "/a", "a"])
def test_unresolvable_address_is_unchanged(address: str) -> None:
    assert absolute(address, "https://[") == address


# Bold questions


@pytest.mark.parametrize(
    "question",
    [
        "<b>Le bac part ?</b><br>",
        "<strong>Le bac part ?<br></strong>",
        "<br><b> Le bac part\xa0? </b> <br><br>",
    ],
)
def test_bold_question_and_its_answer_are_two_blocks(question: str) -> None:
    article = parse(f"<main><div class='article__content'><p>{question}Oui.</p></div></main>")
    assert [getattr(block, "text", "") for block in article.body][1:] == ["Oui."]


@pytest.mark.parametrize(
    "beginning",
    ["Le bac part ?<br>", "<b>Le bac</b> part ?<br>", "<b>Le bac part.</b><br>", "<b>Oui ?</b> "],
)
def test_other_bold_text_or_question_stays_in_the_paragraph(beginning: str) -> None:
    article = parse(f"<main><div class='article__content'><p>{beginning}Oui.</p></div></main>")
    assert len(article.body) == 1
