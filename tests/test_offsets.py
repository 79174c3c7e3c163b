"""Offsets into the text of an article."""

from __future__ import annotations

import re

from hypothesis import given

from generated_articles import articles, at, every, every_page, quick
from lemonde_parse import (
    Article,
    Aside,
    Embed,
    Figure,
    ListBlock,
    Paragraph,
    Quote,
    SpannedText,
    Text,
    TextSpan,
)


@quick
@given(articles)
def test_spans_locate_blocks_in_the_text(article: Article) -> None:
    bare = article.text_spans()
    assert bare.text == article.text
    for head in (False, True):
        spanned = article.text_spans(head=head)
        for span in spanned.spans:
            assert spanned.text[span.start : span.end] == at(article, span.path)
        assert [span.start for span in spanned.spans] == sorted(
            span.start for span in spanned.spans
        )
        paths = [span.path for span in spanned.spans]
        assert len(set(paths)) == len(paths)
        assert spanned.text.endswith(bare.text)
        plain = spanned.plain()
        assert plain.spans == spanned.spans
        assert len(plain.text) == len(spanned.text)
    assert bare.plain().text == article.plain_text
    wanted = [
        block.type
        for block in every(article.body)
        if not isinstance(block, Figure | Embed) and block.text
    ]
    assert [
        span.type for span in bare.spans if span.type not in ("item", "cell", "title", "headline")
    ] == wanted


def test_spans_have_type_path_and_offsets() -> None:
    article = Article(
        headline="L’été",
        description="Un chapô.",
        body=(
            Paragraph(text="Deux mots."),
            Figure(caption="Le port."),
            ListBlock(items=(Text(text="un"), Text(text="deux"))),
            Aside(title="À savoir", blocks=(Quote(text="«\u00a0Oui\u00a0»"),)),
        ),
    )
    spanned = article.text_spans(head=True)
    assert (
        spanned.text
        == "L’été\n\nUn chapô.\n\nDeux mots.\n\nun\ndeux\n\nÀ savoir\n\n«\u00a0Oui\u00a0»"
    )
    assert [(span.path, span.type, span.start, span.end) for span in spanned.spans] == [
        ("headline", "headline", 0, 5),
        ("description", "description", 7, 16),
        ("body[0]", "paragraph", 18, 28),
        ("body[2]", "list", 30, 37),
        ("body[2].items[0]", "item", 30, 32),
        ("body[2].items[1]", "item", 33, 37),
        ("body[3]", "aside", 39, 56),
        ("body[3].title", "title", 39, 47),
        ("body[3].blocks[0]", "quote", 49, 56),
    ]
    assert spanned.plain() == SpannedText(
        text='L\'été\n\nUn chapô.\n\nDeux mots.\n\nun\ndeux\n\nÀ savoir\n\n" Oui "',
        spans=spanned.spans,
    )


@every_page
def test_spans_of_every_page_locate_its_blocks(article: Article) -> None:
    spanned = article.text_spans()
    tops = [span for span in spanned.spans if re.fullmatch(r"body\[\d+\]", span.path)]
    assert "\n\n".join(spanned.text[span.start : span.end] for span in tops) == article.text
    assert all(isinstance(span, TextSpan) for span in spanned.spans)
