"""Articles with untidy texts, written in every format."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generated_articles import boxes, check_terms, every, lines, quick, rendered, tei
from lemonde_parse import (
    Article,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Question,
    Quote,
    RelatedLink,
    Report,
    Table,
    Text,
    explain,
)
from lemonde_parse.blocks import MarkKind

# Articles that `parse` would not return, with untidy texts and misplaced marks

wild = st.text(max_size=12) | st.sampled_from(
    ["a\n\n# b", "    code", "a  \nb", "\t- x", "\x00\x0b\ud800", "a\r\n---", "\u2028"]
)
wild_marks = st.lists(
    st.builds(
        Mark,
        kind=st.sampled_from(get_args(MarkKind)),
        start=st.integers(-3, 14),
        end=st.integers(-3, 20),
        href=st.none() | wild,
    ),
    max_size=4,
).map(tuple)
wild_cells = st.builds(Text, text=wild, marks=wild_marks)
wild_leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text=wild, marks=wild_marks),
    st.builds(Heading, text=wild, level=st.integers(-1, 9), marks=wild_marks),
    st.builds(Question, text=wild),
    st.builds(Quote, text=wild),
    st.builds(ListBlock, items=st.lists(wild_cells, max_size=2).map(tuple)),
    st.builds(
        Table, rows=st.lists(st.lists(wild_cells, max_size=2).map(tuple), max_size=2).map(tuple)
    ),
    st.builds(Figure, url=st.none() | wild, caption=st.none() | wild, alt=st.none() | wild),
    st.builds(Embed, provider=st.none() | wild, url=st.none() | wild, text=st.none() | wild),
)
wild_articles = st.builds(
    Article,
    headline=st.none() | wild,
    url=st.none() | wild,
    genre=st.none() | wild,
    in_language=st.none() | wild,
    keywords=st.lists(wild, max_size=2).map(tuple),
    body=st.lists(st.recursive(wild_leaves, boxes, max_leaves=4), max_size=4).map(tuple),
    report=st.builds(Report, parser_version=wild),
)


@quick
@given(wild_articles)
def test_every_format_writes_any_article(article: Article) -> None:
    """The output is well-formed, adds no structure of its own, and has no active content."""
    shown = len(rendered(article.to_markdown()))
    assert shown <= len(lines(article)) + sum(
        isinstance(block, Figure) for block in every(article.body)
    )
    tei(article)
    root = html.fragment_fromstring(article.to_html())
    assert not root.xpath("//script | //@onerror")
    headings = sum(isinstance(block, Heading) for block in every(article.body))
    assert len(root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")) >= headings
    check_terms(article.to_json_ld())
    assert article.text_spans().text == article.text
    assert explain(article).endswith("</html>\n")


@pytest.mark.parametrize(
    "character", ["\x00", "\x01", "\x0b", "\x1f", "\t", "\n", "\ud800", "\uffff", " "]
)
@pytest.mark.parametrize(
    "form",
    [
        "{}javascript:alert(1)",
        "java{}script:alert(1)",
        "javascript{}:alert(1)",
        "{0} {0}javascript:alert(1)",
    ],
)
def test_invalid_characters_do_not_hide_unsafe_addresses(form: str, character: str) -> None:
    """The formats drop these characters from addresses, so the rest of the address must be safe."""
    address = form.format(character)
    article = Article(
        body=(
            Paragraph(text="ici", marks=(Mark(kind="link", start=0, end=3, href=address),)),
            Figure(url=address),
            Embed(provider="x", url=address),
        ),
        related_links=(RelatedLink(label="", headline="Un titre", url=address),),
    )
    for written in (
        article.to_html(),
        article.to_markdown(),
        article.to_tei(),
        json.dumps(article.to_json_ld()),
    ):
        assert "javascript:" not in written
