"""Markdown read with `parse_text`."""

from __future__ import annotations

import pytest

from lemonde_parse import (
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    parse_text,
)
from lemonde_parse.plaintext.markdown import read_markdown
from plain_texts import FIRST, SECOND, THIRD, texts

MARKDOWN = """\
# La colère des quais

Le port *s’éveille* avant **la ville**, dit [Jeanne Marol](/marol.html), et la ville ne le sait pas.

[Lire aussi | Les dockers, une aristocratie](https://www.lemonde.fr/a.html)

Lire aussi : [Un port en grève](/b.html)

## Une colère ancienne

- un loyer
- l’école
  des petits

1. d’abord
2. ensuite

> On entend les mouettes.
> C’est mauvais signe.

![Une grue](/grue.jpg "titre")
"""


def test_markdown_is_read_with_its_marks() -> None:
    article = parse_text(MARKDOWN, url="https://www.lemonde.fr/port/")
    assert article.report.layout == "text: markdown"
    assert article.headline == "La colère des quais"
    first = article.body[0]
    assert isinstance(first, Paragraph)
    assert [(mark.kind, first.text[mark.start : mark.end], mark.href) for mark in first.marks] == [
        ("emphasis", "s’éveille", None),
        ("strong", "la ville", None),
        ("link", "Jeanne Marol", "https://www.lemonde.fr/marol.html"),
    ]
    assert article.body[1] == Heading(text="Une colère ancienne", level=2)
    assert [
        ([item.text for item in block.items], block.ordered)
        for block in article.body
        if isinstance(block, ListBlock)
    ] == [
        (["un loyer", "l’école des petits"], False),
        (["d’abord", "ensuite"], True),
    ]
    assert article.body[4] == Quote(text="On entend les mouettes. C’est mauvais signe.")
    assert article.body[5] == Figure(url="https://www.lemonde.fr/grue.jpg", alt="Une grue")
    assert [(link.label, link.headline, link.url) for link in article.related_links] == [
        ("Lire aussi", "Les dockers, une aristocratie", "https://www.lemonde.fr/a.html"),
        ("Lire aussi", "Un port en grève", "https://www.lemonde.fr/b.html"),
    ]


def test_markdown_may_underline_its_headings() -> None:
    article = parse_text(
        f"La colère des quais\n===================\n\n{FIRST}\n\nUne colère\n----------\n\n{SECOND}\n\nDeux mots.\n---\n\n{THIRD}"
    )
    assert (article.report.layout, article.headline) == ("text: markdown", "La colère des quais")
    assert article.body[1] == Heading(text="Une colère", level=2)
    assert texts(article) == [FIRST, "Une colère", SECOND, "Deux mots.", THIRD]


def test_superscripts_and_subscripts_of_markdown_are_marked() -> None:
    first, second = parse_text(
        "# Le port\n\n_M<sup>me</sup> Lantier_, au XX<sup>e</sup> siècle : H<sub>2</sub>O.\n\na </sup> b <sub>c"
    ).body
    assert isinstance(first, Paragraph)
    assert first.text == "Mme Lantier, au XXe siècle : H2O."
    assert [(mark.kind, first.text[mark.start : mark.end]) for mark in first.marks] == [
        ("emphasis", "Mme Lantier"),
        ("superscript", "me"),
        ("superscript", "e"),
        ("subscript", "2"),
    ]
    # As in a browser, an unmatched end tag is dropped, and an unclosed tag formats the rest.
    assert second == Paragraph(text="a b c", marks=(Mark(kind="subscript", start=4, end=5),))


def test_images_of_markdown_may_be_links_or_have_no_address() -> None:
    article = parse_text(
        f"# Le port\n\n[![Une grue](/grue.jpg)](/grue.html)\n\n![Un quai\n]()\n\n{FIRST}",
        url="https://www.lemonde.fr/port/",
    )
    assert article.body == (
        Figure(url="https://www.lemonde.fr/grue.jpg", alt="Une grue"),
        Figure(alt="Un quai"),
        Paragraph(text=FIRST),
    )


@pytest.mark.parametrize(("length", "blocks"), [(100, 2), (101, 3)])
def test_credit_below_a_picture_has_at_most_100_characters(length: int, blocks: int) -> None:
    alt = "Une grue à l’arrêt sur le quai du Levant."
    credit = ("JEAN MOREL / AFP, " * 7)[: length - 1] + "E"
    text = "Le quai du Levant ferme à minuit, et la grue attend le matin pour reprendre."
    article = parse_text(f"# Le port\n\n![{alt}](/grue.jpg)\n\n{alt} {credit}\n\n{text}")
    assert len(article.body) == blocks


@pytest.mark.parametrize(("length", "blocks"), [(20, 2), (19, 3)])
def test_alternative_text_that_a_caption_repeats_has_at_least_20_characters(
    length: int, blocks: int
) -> None:
    alt = "Une grue au Levant, X"[: length - 1] + "X"
    text = "Le quai du Levant ferme à minuit, et la grue attend le matin pour reprendre."
    article = parse_text(f"# Le port\n\n![{alt}](/grue.jpg)\n\n{alt}\n\n{text}")
    assert len(article.body) == blocks


def test_heading_that_is_a_date_stays_a_heading() -> None:
    text = "Le quai du Levant ferme à minuit, et la grue attend le matin pour reprendre."
    article = parse_text(f"# Le port\n\n## 2 mars 2021\n\n{text}\n\n{text}")
    assert article.body[0] == Heading(text="2 mars 2021", level=2)
    assert article.date_published is article.day_published is None


def test_caption_that_repeats_the_alternative_text_is_not_a_paragraph() -> None:
    alt = "Une grue à l’arrêt sur le quai du Levant."
    given = f"# Le port\n\n![{alt}](/grue.jpg)\n\n{alt} JEAN MOREL / AFP\n\n![{alt}](/2.jpg) {alt}\n\n![{alt}](/3.jpg)\n\n{alt[:-1]} rouille.\n\n{alt}"
    assert parse_text(given).body == (
        Figure(url="/grue.jpg", caption=alt, credit="JEAN MOREL / AFP", alt=alt),
        Figure(url="/2.jpg", caption=alt, alt=alt),
        Figure(url="/3.jpg", alt=alt),
        Paragraph(text=f"{alt[:-1]} rouille."),
        Paragraph(text=alt),
    )


@pytest.mark.parametrize(("caption", "sign"), [("\n_Le quai dort._", ""), ("", "## ")])
def test_line_is_not_the_caption_of_a_picture_with_a_caption_or_if_it_is_a_heading(
    caption: str, sign: str
) -> None:
    alt = "Une grue à l’arrêt sur le quai"
    lines = read_markdown(f"![{alt}](/grue.jpg){caption}\n\n{sign}{alt}", None, [])
    assert lines[1].text == alt


def test_credit_in_the_alternative_text_and_the_caption_is_read() -> None:
    alt = "Une grue à l’arrêt sur le quai. © Jean Morel"
    (line,) = read_markdown(f"![{alt}](/grue.jpg)\n\n{alt}", None, [])
    assert line.block == Figure(
        url="/grue.jpg", alt=alt, caption="Une grue à l’arrêt sur le quai.", credit="© Jean Morel"
    )


def test_sentence_that_starts_with_the_alternative_text_is_a_paragraph() -> None:
    alt = "Une grue à l’arrêt sur le quai"
    text = f"{alt} rouille, et la nuit tombe."
    assert parse_text(f"# Le port\n\n![{alt}](/grue.jpg)\n\n{text}").body == (
        Figure(url="/grue.jpg", alt=alt),
        Paragraph(text=text),
    )


def test_text_with_formatted_words_is_read_as_markdown() -> None:
    article = parse_text(
        f"{FIRST}\n\n**Il vous reste 50% de cet article à lire. La suite est réservée aux abonnés.**"
    )
    assert (texts(article), article.percent_left) == ([FIRST], 50)
    assert texts(parse_text(f"{FIRST}\n\n« _Deux mots_ », dit-elle.")) == [
        FIRST,
        "« Deux mots », dit-elle.",
    ]
    assert texts(parse_text(f"{FIRST}\n\nP**n de m**e, dit-il.")) == [
        FIRST,
        "P**n de m**e, dit-il.",
    ]


def test_comments_of_a_blog_in_markdown_are_removed() -> None:
    """Two footer lines end a text without a menu; lists and quotes below them are removed too."""
    footer = (
        "Cette entrée a été publiée dans Actualité. Vous pouvez la mettre en favoris",
        "### 17 commentaires à _Le bac_",
        "1. Le bac passe mal.\n2. Il passe bien.",
        "> Le bac, dites-vous ?",
        "Un pont vaut mieux, et de loin.",
    )
    body = [FIRST, SECOND, THIRD]
    article = parse_text("\n\n".join(["# Le bac", *body, *footer]))
    assert article.text == "\n\n".join(body)
    assert len(parse_text("\n\n".join(["# Le bac", *body, *footer[2:]])).body) == 6


def test_text_after_a_heading_in_html_is_a_paragraph() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\nUn mot.<h2>Le quai</h2>La nuit tombe.")
    kinds = [type(block).__name__ for block in article.body]
    assert kinds == ["Paragraph", "Paragraph", "Heading", "Paragraph"]
    assert article.text.split("\n\n") == [FIRST, "Un mot.", "Le quai", "La nuit tombe."]
