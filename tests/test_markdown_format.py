"""Articles as Markdown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import given

from generated_articles import RENDERER, articles, every_page, lines, quick, rendered
from lemonde_parse import (
    Article,
    Aside,
    Author,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
)


@quick
@given(articles)
def test_rendered_markdown_has_the_same_text_and_formatting(
    article: Article,
) -> None:
    assert rendered(article.to_markdown()) == lines(article)


@every_page
def test_rendered_markdown_of_every_page_has_the_same_text(article: Article) -> None:
    assert rendered(article.to_markdown()) == lines(article)


def document(*body: Block, headline: str | None = None) -> str:
    return Article(headline=headline, body=body).to_markdown()


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph(text="Deux mots."), "Deux mots."),
        (Paragraph(text="Le 1er mai", marks=(Mark(kind="superscript", start=4, end=6),)), "Le 1<sup>er</sup> mai"),
        (Paragraph(text="un mot gras", marks=(Mark(kind="strong", start=3, end=11),)), "un **mot gras**"),
        (Paragraph(text="un mot", marks=(Mark(kind="emphasis", start=3, end=6),)), "un _mot_"),
        (Paragraph(text="demi-mot", marks=(Mark(kind="emphasis", start=6, end=7),)), "demi-m*o*t"),
        (Paragraph(text="a«b»c", marks=(Mark(kind="strong", start=1, end=4),)), "a<strong>«b»</strong>c"),
        (Paragraph(text="Oh !là", marks=(Mark(kind="link", start=4, end=6, href="/a_(b)"),)), r"Oh \![là](/a_\(b\))"),
        (Paragraph(text="ici", marks=(Mark(kind="link", start=0, end=3, href="javascript:x"),)), "ici"),
        (Paragraph(text="1. * [a]: <b> & &amp; | `c`"), r"1\. \* \[a\]: \<b\> & \&amp; \| \`c\`"),
        (Paragraph(text="- Oui, 3 - 1 #MeToo"), r"\- Oui, 3 - 1 #MeToo"),
        (Heading(text="En C #", level=3), r"### En C \#"),
        (Paragraph(text="Qui ?", marks=(Mark(kind="strong", start=0, end=5),)), "__Qui ?__"),
        (Question(text="Qui ?"), "**Qui ?**"),
        (Quote(text="« Oui »"), "> « Oui »"),
        (ListBlock(items=(Text(text="un"), Text(text="deux"))), "- un\n- deux"),
        (ListBlock(items=(Text(text="un"), Text(text="deux")), ordered=True), "1. un\n2. deux"),
        (Table(rows=((Text(text="a|b"), Text(text="c")), (Text(text="d"),))), '<!-- table {"widths": [2, 1]} -->\n| a\\|b | c |\n| --- | --- |\n| d |  |'),
        (Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP", alt="Un [port]"), "![Un \\[port\\]](https://x.example/i.jpg)\n_Le port._\n_AFP_"),
        (Figure(url="https://x.example/i.jpg", credit="AFP"), '<!-- figure {"has": "credit"} -->\n![](https://x.example/i.jpg)\n_AFP_'),
        (Figure(url="data:image/png,x", caption="Le port."), "![]()\n_Le port._"),
        (Figure(), "![]()"),
        (Embed(provider="twitter", url="https://x.example/1", text="Bonjour"), '<!-- embed {"provider": "twitter", "url": "https://x.example/1", "has": "text"} -->\n> Bonjour\n>\n> [twitter](https://x.example/1)'),
        (Aside(title="À savoir", blocks=(Paragraph(text="Un."), Paragraph(text="Deux."))), '<!-- aside {"title": "À savoir"} -->\n> **À savoir**\n>\n> Un.\n>\n> Deux.'),
        (
            LiveEntry(headline="Un fait", author="A. B.", date_published=datetime(2024, 5, 1, 7, 5, tzinfo=UTC), blocks=(Quote(text="Oui"),)),
            '<!-- live_entry {"headline": "Un fait", "author": "A. B.", "date_published": "2024-05-01T07:05:00+00:00"} -->\n### Un fait\n\n_2024-05-01 07:05 – A. B._\n\n> Oui',
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_block_is_written_as_markdown(block: Block, written: str) -> None:
    assert document(block) == (written + "\n" if written else "")


def test_adjacent_lists_stay_separate_in_markdown() -> None:
    one, two = ListBlock(items=(Text(text="un"),)), ListBlock(items=(Text(text="deux"),))
    assert document(one, two, one) == "- un\n\n* deux\n\n- un\n"
    assert RENDERER.render(document(one, two, one)).count("<ul>") == 3


def test_posts_of_a_live_blog_are_separated_in_markdown() -> None:
    posts = [LiveEntry(headline=title, blocks=(Paragraph(text="Un mot."),)) for title in ("A", "B")]
    assert document(*posts) == (
        '<!-- live_entry {"headline": "A"} -->\n### A\n\nUn mot.\n\n---\n\n'
        '<!-- live_entry {"headline": "B"} -->\n### B\n\nUn mot.\n'
    )


def test_front_matter_is_yaml() -> None:
    """The front matter has all fields with a value, and no others."""
    article = Article(
        headline='Un "titre" : le bon\x85',
        description="- Un chapô\u2028# pas un commentaire",
        authors=(Author(name="Claire Vasseur"),),
        date_published=datetime(2024, 5, 1, 7, tzinfo=UTC),
        keywords=("mer", "null"),
        in_language="fr",
        canonical_url="https://x.example/a",
        is_accessible_for_free=False,
        body=(Paragraph(text="Deux mots."),),
    )
    _, front, body = article.to_markdown(metadata=True).split("---\n", 2)
    assert body == '\n# Un "titre" : le bon \n\nDeux mots.\n'.replace("bon ", "bon")
    assert yaml.safe_load(front) == {
        "title": 'Un "titre" : le bon\x85',
        "description": "- Un chapô\u2028# pas un commentaire",
        "author": ["Claire Vasseur"],
        "date": "2024-05-01T07:00:00+00:00",
        "kind": "article",
        "keywords": ["mer", "null"],
        "lang": "fr",
        "url": "https://x.example/a",
        "is_accessible_for_free": False,
        "is_truncated": False,
        "generator": "lemonde_parse",
    }


@quick
@given(articles)
def test_front_matter_is_yaml_for_any_article(article: Article) -> None:
    head = (
        article.to_markdown(metadata=True)
        .removesuffix(article.to_markdown())
        .removeprefix("---\n")
        .rstrip("-\n")
    )
    front_matter = yaml.safe_load(head + "\n")
    assert front_matter.get("title") == article.headline
    assert front_matter.get("keywords", []) == list(article.keywords)


def test_markdown_of_an_empty_article_is_empty() -> None:
    assert Article(body=()).to_markdown() == ""
