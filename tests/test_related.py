"""Related links inside paragraphs, and below headings such as "Articles liés"."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, Mark, Paragraph, RelatedLink, parse, parse_text


def read(content: str) -> Article:
    return parse(f'<main><article class="article__content">{content}</article></main>')


LINK = '<a href="https://www.lemonde.fr/a.html">Un titre</a>'


def test_related_title_without_a_link_or_separators_is_read() -> None:
    article = read(
        "<p>Le bac part.</p>"
        "<div class='catcher'>Sur le même sujet Un titre Ajouter à vos sélections</div>"
    )
    assert article.related_links == (
        RelatedLink(headline="Un titre", label="Sur le même sujet", position=1),
    )


@pytest.mark.parametrize(
    ("paragraph", "text", "label"),
    [
        (f"Le bac part.<br><strong>Lire aussi : {LINK}</strong>", "Le bac part.", "Lire aussi"),
        (f"Le bac part !<br>Lire aussi : {LINK}.", "Le bac part !", "Lire aussi"),
        (f"« Le bac part »<br>LIRE AUSSI - {LINK}", "« Le bac part »", "LIRE AUSSI"),
        (f"Le bac part. Voir également {LINK}", "Le bac part.", "Voir également"),
        (f"Le bac part. <b>Lire l’enquête {LINK}</b>", "Le bac part.", "Lire l’enquête"),
        (f"<strong>Lire aussi : {LINK}</strong><br>Le bac part.", "Le bac part.", "Lire aussi"),
        (f"Lire aussi : {LINK}<br>« Le bac part. »", "« Le bac part. »", "Lire aussi"),
        (f"Le bac part.<br>→ ENTRETIEN. {LINK}", "Le bac part.", "ENTRETIEN"),
        (f"Le bac part.<br><b>À lire. {LINK}</b>", "Le bac part.", "À lire."),
    ],
)
def test_related_link_at_an_end_of_a_paragraph_is_split_off(
    paragraph: str, text: str, label: str
) -> None:
    article = read(f"<p>{paragraph}</p><p>Deux mots.</p>")
    assert article.text == f"{text}\n\nDeux mots."
    assert [(one.label, one.headline, one.url) for one in article.related_links] == [
        (label, "Un titre", "https://www.lemonde.fr/a.html")
    ]
    assert article.report.removed == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "Le bac part. Lire <a href='/a'>Le Tour du port</a>.",
        "Le bac part. Lire aussi <a href='/a'>son essai</a>.",
        "Le bac part, lire aussi : <a href='/a'>Un titre</a>",
        "Le bac part. Lire aussi : <a href='/a'>Un titre</a> sur le quai.",
        "Lire aussi : <a href='/a'>Un titre</a> est long.",
        "Lire <a href='/a'>Le Tour du port</a> Elle sourit.",
        "Entretien. <a href='/a'>Le Tour du port</a>",
        "Le bac part. Entretien. <a href='/a'>Le Tour du port</a>",
        "Le bac part » <a href='/a'>Le Tour du port</a>",
        "Ailleurs, il pleut : <a href='/a'>Le Tour du port</a>",
        "La rédaction vous conseille » <a href='/a'>Le Tour du port</a> » lundi",
        "La rédaction vous conseille : « Un titre » et « Un autre »",
    ],
)
def test_link_inside_a_sentence_is_text(paragraph: str) -> None:
    article = read(f"<p>{paragraph}</p><p>Deux mots.</p>")
    assert len(article.body) == 2
    assert article.related_links == ()


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Le bac part. Lire aussi : Article réservé à nos abonnés Un titre", "Lire aussi"),
        ("Le bac part ! Lire aussi | Un titre", "Lire aussi"),
        ("« Le bac part » Voir aussi : Un titre", "Voir aussi"),
    ],
)
def test_related_link_at_the_end_of_a_paragraph_in_a_text_is_split_off(
    line: str, label: str
) -> None:
    article = parse_text(f"{line}\n\nDeux mots, dit-elle.")
    assert len(article.body) == 2
    assert [(one.label, one.headline) for one in article.related_links] == [(label, "Un titre")]


@pytest.mark.parametrize(
    "line",
    [
        "Le bac part. Lire aussi longtemps lui plaît.",
        "Le bac part. Lire aussi : un luxe, dit-elle.",
        "Le bac part, lire aussi : Un titre",
        "Le bac part. Un titre",
    ],
)
def test_sentence_that_looks_like_a_related_link_is_not_split_off(line: str) -> None:
    article = parse_text(f"{line}\n\nDeux mots, dit-elle.")
    assert article.text == f"{line}\n\nDeux mots, dit-elle."


def test_notice_at_the_end_of_a_paragraph_in_a_text_is_split_off() -> None:
    notice = "Il vous reste 60.63% de cet article à lire. La suite est réservée aux abonnés."
    article = parse_text(f"Deux mots, dit-elle.\n\nLe bac part. {notice}")
    assert article.text == "Deux mots, dit-elle.\n\nLe bac part."
    assert (article.is_truncated, article.percent_left) == (True, 60.63)
    assert [removal.text for removal in article.report.removed] == [notice]


@pytest.mark.parametrize(("length", "is_split"), [(430, True), (520, False)])
def test_related_link_that_is_split_off_has_a_maximum_length(length: int, is_split: bool) -> None:
    title = "Lire aussi | Un titre " + "long " * ((length - 22) // 5)
    article = parse_text(f"Le bac part. {title.strip()}\n\nDeux mots, dit-elle.")
    assert article.text.startswith("Le bac part.\n\n") is is_split


def test_marks_of_prose_next_to_a_related_link_keep_their_positions() -> None:
    article = read(f"<p><b>Lire aussi : {LINK}</b><br>Le <em>bac</em> part.</p>")
    assert article.body == (
        Paragraph(text="Le bac part.", marks=(Mark(kind="emphasis", start=3, end=6),)),
    )


@pytest.mark.parametrize(
    "heading", ["La rédaction vous conseille :", "La rédaction vous recommande", "Articles liés"]
)
@pytest.mark.parametrize("links", [f"<ul><li>{LINK}</li></ul>", f"<p>{LINK}</p>"])
def test_links_below_a_label_heading_are_related(heading: str, links: str) -> None:
    article = read(f"<p>Le bac part.</p><h3>{heading}</h3>{links}")
    assert article.text == "Le bac part."
    assert [(one.label, one.headline) for one in article.related_links] == [
        (heading.rstrip(" :"), "Un titre")
    ]


def test_list_with_words_next_to_its_links_is_text() -> None:
    article = read(f"<p>Le bac part.</p><h3>Articles liés</h3><ul><li>{LINK} dit tout.</li></ul>")
    assert [block.type for block in article.body] == ["paragraph", "heading", "list"]


@pytest.mark.parametrize(
    ("paragraph", "label", "count"),
    [
        (f"→ ENTRETIEN. {LINK}", "ENTRETIEN", 1),
        (f"→ Analyse : {LINK}", "Analyse", 1),
        (f"À VOIR AUSSI - {LINK}", "À VOIR AUSSI", 1),
        (f"À lire. {LINK}", "À lire.", 1),
        (f"Ailleurs : {LINK}", "Ailleurs", 1),
        (f"» {LINK}", "", 1),
        (f"» {LINK} » {LINK.replace('/a.', '/b.')}", "", 2),
        (f"La rédaction vous conseille :<br>» {LINK}<br>» {LINK.replace('/a.', '/b.')}",
         "La rédaction vous conseille", 2),
    ],
)  # fmt: skip
def test_paragraph_with_a_label_and_a_link_is_a_related_link(
    paragraph: str, label: str, count: int
) -> None:
    article = read(f"<p>Le bac part.</p><p>{paragraph}</p><p>Deux mots.</p>")
    assert article.text == "Le bac part.\n\nDeux mots."
    assert [(one.label, one.headline) for one in article.related_links] == [
        (label, "Un titre")
    ] * count


def test_titles_without_links_after_a_label_are_related() -> None:
    paragraph = "La rédaction vous conseille : » Un titre » Un autre"
    article = read(f"<p>Le bac part.</p><p>{paragraph}</p><p>Deux mots.</p>")
    assert article.text == "Le bac part.\n\nDeux mots."
    assert [(one.label, one.headline, one.url) for one in article.related_links] == [
        ("La rédaction vous conseille", "Un titre", None),
        ("La rédaction vous conseille", "Un autre", None),
    ]


def test_arrows_before_a_linked_headline_are_left_out() -> None:
    article = read('<p>Deux mots.</p><p><a href="/a.html">&gt;&gt; Un titre</a></p><p>La fin.</p>')
    assert article.text == "Deux mots.\n\nLa fin."
    assert [link.headline for link in article.related_links] == ["Un titre"]


def test_quotation_mark_after_a_label_is_left_out() -> None:
    article = read(f"<p>Deux mots.</p><p><b>À lire aussi »</b> {LINK}</p><p>La fin.</p>")
    assert [(link.label, link.headline) for link in article.related_links] == [
        ("À lire aussi", "Un titre")
    ]
