"""Elements that a layout removes, such as advertisement slots, but that contain text or a player."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, Embed, Layout, ParseWarning, Role, parse

SHEET = Layout(
    name="sheet",
    markers=("story",),
    content=(".story",),
    roles={
        ".slot": Role.ADVERTISEMENT,
        ".inread": Role.PROMOTION,
        ".wall": Role.PAYWALL,
        ".below": Role.BOILERPLATE,
        ".letters": Role.COMMENTS,
        ".news": Role.NEWSLETTER,
    },
)
SENTENCE = "Le vent du nord a plié les roseaux du quai."
LONG = f"{SENTENCE} {SENTENCE}"
WARNING = "read 1 element that the layout removes: paragraphs of the article are inside"


def read(content: str) -> Article:
    return parse(f'<main><div class="story">{content}</div></main>', layout=SHEET)


def kept(content: str) -> bool:
    """Return True if a warning says that an element was read although the layout removes it."""
    article = read(content)
    warned = [one.message for one in article.report.warnings if one.code == "layout"]
    assert warned in ([], [WARNING])
    return bool(warned)


def test_paragraphs_in_a_slot_are_read_with_a_warning() -> None:
    article = read(
        '<p class="t">Avant.</p><div class="slot"><p class="t">Dedans.</p><h2>Un titre</h2>'
        '<p class="t">Encore.</p></div><p class="t">Après.</p>'
    )
    assert [block.type for block in article.body] == [
        "paragraph", "paragraph", "heading", "paragraph", "paragraph",
    ]  # fmt: skip
    assert article.text == "Avant.\n\nDedans.\n\nUn titre\n\nEncore.\n\nAprès."
    assert article.report.warnings == (ParseWarning(code="layout", message=WARNING),)


def test_advertisement_label_in_a_slot_with_text_is_removed() -> None:
    article = read(
        '<p class="t">Avant.</p><div class="slot"><p>Publicité</p><p class="t">Dedans.</p></div>'
    )
    assert article.text == "Avant.\n\nDedans."
    assert [(one.reason, one.text) for one in article.report.removed] == [
        ("advertisement", "Publicité")
    ]


@pytest.mark.parametrize("name", ["slot", "inread"])
@pytest.mark.parametrize(
    ("inside", "is_kept"),
    [
        ('<p class="t">Dedans.</p>', True),
        ('<p class="t"><a href="/a">Dedans.</a></p>', False),
        (f'<p class="other">{SENTENCE}</p><p>{SENTENCE}</p>', False),
        ('<p class="t"></p>', False),
        ("Dedans.", False),
    ],
)
def test_paragraph_in_a_slot_is_kept_if_its_neighbour_has_the_same_class(
    name: str, inside: str, is_kept: bool
) -> None:
    assert kept(f'<p class="t">Avant.</p><div class="{name}">{inside}</div>') is is_kept
    assert kept(f'<div class="{name}">{inside}</div><p class="t">Après.</p>') is is_kept


@pytest.mark.parametrize(
    ("inside", "is_kept"),
    [
        (f"<p>{SENTENCE}</p><p>{SENTENCE}</p>", True),
        (f"<p>{SENTENCE}</p>", False),
        (f"<p>{SENTENCE}</p><p>{SENTENCE[:38]}.</p>", False),
        (f"<p>{SENTENCE[-40:]}</p><p>{SENTENCE}</p>", True),
        (f"<p>{SENTENCE}</p><p>{SENTENCE[:-1]}</p>", False),
        (f"<p>{SENTENCE}</p><p>{SENTENCE}</p><a href='/a'>Une offre</a>", False),
    ],
)
def test_text_without_a_class_in_a_slot_is_kept_if_it_has_two_sentences(
    inside: str, is_kept: bool
) -> None:
    assert kept(f'<p>Avant.</p><div class="slot">{inside}</div>') is is_kept


@pytest.mark.parametrize(("count", "is_kept"), [(7, True), (8, False)])
def test_text_in_a_slot_is_kept_only_near_a_paragraph(count: int, is_kept: bool) -> None:
    between = "<hr>" * count
    slot = '<div class="slot"><p class="t">Dedans.</p></div>'
    assert kept(f'<p class="t">Avant.</p>{between}{slot}') is is_kept
    assert kept(f'{slot}{between}<p class="t">Avant.</p>') is is_kept


@pytest.mark.parametrize("name", ["slot", "inread", "wall", "below"])
def test_element_around_most_of_the_text_is_not_removed(name: str) -> None:
    wall = f'<div class="{name}">{f"<p>{SENTENCE}</p>" * 3}</div>'
    assert kept(f'<p class="t">{LONG}</p>{wall}')
    assert not kept(f'<p class="t">{LONG}</p><p class="t">{SENTENCE}</p>{wall}')
    assert not kept(f'<p class="t">Avant.</p>{wall.replace(f"<p>{SENTENCE}</p>", "", 1)}')


@pytest.mark.parametrize(("count", "warnings"), [(2, 0), (3, 1)])
def test_paywall_class_on_most_paragraphs_is_ignored(count: int, warnings: int) -> None:
    walls = "".join(f'<p class="wall">{SENTENCE[:-1]}, {at} fois.</p>' for at in range(count))
    article = read(f"<p>{LONG}</p>{walls}")
    assert len(article.body) == 1 + warnings * count
    assert [one.code for one in article.report.warnings].count("layout") == warnings


def test_paragraphs_with_a_link_each_are_teasers() -> None:
    teaser = f"<a href='/a'>Un titre</a><p>{SENTENCE}</p>"
    assert not kept(f'<p>Avant.</p><div class="below">{teaser * 12}</div>')


@pytest.mark.parametrize(("count", "is_kept"), [(11, False), (12, True)])
def test_paywall_element_with_a_dozen_paragraphs_is_read(count: int, is_kept: bool) -> None:
    wall = f'<div class="wall">{f"<p>{SENTENCE}</p>" * count}</div>'
    assert kept(f"<p>{LONG * 20}</p>{wall}") is is_kept


@pytest.mark.parametrize("name", ["letters", "news"])
def test_comments_and_newsletters_are_removed_even_if_they_are_prose(name: str) -> None:
    assert not kept(f'<p>Avant.</p><div class="{name}">{f"<p>{SENTENCE}</p>" * 12}</div>')


def test_text_in_hidden_slots_is_removed() -> None:
    slot = '<div class="slot" hidden><p class="t">Dedans.</p></div>'
    assert not kept(f'<p class="t">Avant.</p>{slot}')


def test_slot_inside_a_slot_with_text_is_removed() -> None:
    inner = '<div class="slot">Une offre</div>'
    article = read(
        f'<p class="t">Avant.</p><div class="slot">{inner}<p class="t">Dedans.</p></div>'
    )
    assert article.text == "Avant.\n\nDedans."
    assert [(one.reason, one.text) for one in article.report.removed] == [
        ("advertisement", "Une offre")
    ]


def test_player_in_a_paywall_without_a_notice_is_an_embed() -> None:
    player = '<iframe src="https://datawrapper.dwcdn.net/AbCdE/1/"></iframe>'
    article = read(f'<p>Avant.</p><div class="wall"><div>{player}</div></div><p>Après.</p>')
    assert [block.type for block in article.body] == ["paragraph", "embed", "paragraph"]
    assert article.body[1] == Embed(
        provider="datawrapper", url="https://datawrapper.dwcdn.net/AbCdE/1/"
    )


def test_player_in_a_paywall_with_a_notice_is_removed() -> None:
    player = '<iframe src="https://lecteur.example/1"></iframe>'
    words = "Il vous reste 70 % de cet article à lire."
    article = read(f'<p>Avant.</p><div class="wall">{player}<p>{words}</p></div>')
    assert [block.type for block in article.body] == ["paragraph"]
    assert [(one.reason, one.text) for one in article.report.removed] == [("paywall", words)]


def test_paragraphs_with_a_paywall_class_are_counted_on_the_whole_page() -> None:
    walls = [f'<p class="wall">{SENTENCE[:-1]}, {at} fois.</p>' for at in range(3)]
    parts = "".join(f'<div class="story">{wall}</div>' for wall in walls)
    page = f'<main><div class="story"><p>{LONG}</p></div>{parts}</main>'
    assert len(parse(page, layout=SHEET).body) == 1 + len(walls)
