"""The walk over a page's content: `stop_at`, and the rules of the walk itself."""

from __future__ import annotations

import pytest

from lemonde_parse import GENERIC, Article, Layout, ParseWarning, Role, parse

GAZETTE = Layout(
    name="gazette",
    markers=("story",),
    content=(".story",),
    roles={".box": Role.ASIDE, ".offer": Role.PROMOTION},
    stop_at=(".end", ".offer"),
)


def read(content: str) -> Article:
    return parse(f'<main><div class="story">{content}</div></main>', layout=GAZETTE)


def removals(article: Article) -> list[tuple[str, str, str]]:
    return [(one.reason, one.text, one.rule) for one in article.report.removed]


AFTER = "gazette: stop_at"
STOP = '<p class="end">Témoignez.</p>'


@pytest.mark.parametrize(
    ("content", "text", "removed"),
    [
        pytest.param(
            f"<p>Il pleut.</p>{STOP}",
            "Il pleut.",
            ["Témoignez."],
            id="nothing after",
        ),
        pytest.param(
            f"<p>Il pleut.</p>{STOP} Écrivez-nous.",
            "Il pleut.",
            ["Témoignez.", "Écrivez-nous."],
            id="text right after",
        ),
        pytest.param(
            f"<p>Il pleut.</p>{STOP}<p>Un.</p> deux <ul><li>Trois</li><li>Quatre</li></ul>",
            "Il pleut.",
            ["Témoignez.", "Un. deux Trois Quatre"],
            id="siblings after",
        ),
        pytest.param(
            f"<div><section><div><p>Il pleut.</p>{STOP} un</div> deux <p>Trois</p></section>"
            "<p>Quatre</p></div> cinq<p>Six</p>",
            "Il pleut.",
            ["Témoignez.", "un deux Trois Quatre cinq Six"],
            id="nested deep",
        ),
        pytest.param(
            f"<p>Il pleut {STOP.replace('p', 'span')} sur le port.</p><p>Un.</p>",
            "Il pleut",
            ["Témoignez.", "sur le port. Un."],
            id="inside a paragraph",
        ),
        pytest.param(
            f"<ul><li>Un</li><li>Deux {STOP} trois</li><li>Quatre</li></ul><p>Cinq.</p>",
            "Un\nDeux",
            ["Témoignez.", "trois Quatre Cinq."],
            id="inside a list",
        ),
        pytest.param(
            f"<table><tr><td>Un</td><td>Deux {STOP} trois</td><td>Quatre</td></tr>"
            "<tr><td>Cinq</td></tr></table><p>Six.</p>",
            "Un\tDeux",
            ["Témoignez.", "trois Quatre Cinq Six."],
            id="inside a table",
        ),
        pytest.param(
            f'<div class="box"><p>Un.</p>{STOP} deux <p>Trois.</p></div><p>Quatre.</p>',
            "Un.",
            ["Témoignez.", "deux Trois. Quatre."],
            id="inside an aside",
        ),
        pytest.param(
            f"<p>Il pleut.</p>{STOP}<!-- un --> deux <script>trois</script><p hidden>Quatre</p>",
            "Il pleut.",
            ["Témoignez.", "deux Quatre"],
            id="comments and scripts after",
        ),
        pytest.param(
            f"<p>Il pleut.</p>{STOP}<p>Un.</p>{STOP} deux",
            "Il pleut.",
            ["Témoignez.", "Un. Témoignez. deux"],
            id="another end after",
        ),
    ],
)
def test_content_after_a_stop_is_removed(content: str, text: str, removed: list[str]) -> None:
    article = read(content)
    assert article.text == text
    assert removals(article) == [("boilerplate", one, AFTER) for one in removed]


def test_stop_element_with_a_removed_role_is_removed_for_that_role() -> None:
    article = read('<p>Il pleut.</p><div class="offer">Abonnez-vous</div> un <p>Deux.</p>')
    assert article.text == "Il pleut."
    assert removals(article) == [
        ("promotion", "Abonnez-vous", "gazette: .offer"),
        ("boilerplate", "un Deux.", AFTER),
    ]


def test_text_after_the_content_element_is_not_a_removal() -> None:
    page = f'<main><div class="story"><p>Il pleut.</p>{STOP} un</div> deux <p>Trois</p></main>'
    assert [one.text for one in parse(page, layout=GAZETTE).report.removed] == ["Témoignez.", "un"]


# The walk's own rules


def test_picture_of_a_letter_becomes_the_letter() -> None:
    article = read('<p><img src="/let/i.gif" alt=" I ">l pleut.</p>')
    assert (article.text, article.figures) == ("Il pleut.", ())


@pytest.mark.parametrize("alt", ["", "Il", "1", "…"])
def test_picture_that_is_not_a_letter_is_a_figure(alt: str) -> None:
    article = read(f'<p><img src="/il.gif" alt="{alt}">l pleut.</p>')
    assert (article.text, len(article.figures)) == ("l pleut.", 1)


def test_too_deeply_nested_boxes_are_flattened_with_a_warning() -> None:
    content = '<div class="box">' * 10 + "<p>Il pleut.</p>" + "</div>" * 10
    article = read(content)
    assert article.text == "Il pleut."
    assert article.report.warnings == (
        ParseWarning(
            code="limit",
            message="read 2 boxes, nested in 8 others, as part of the outer box",
        ),
    )


@pytest.mark.parametrize(
    ("candidates", "url"),
    [
        ("/petite.jpg 100w, /grande.jpg 1200w", "/grande.jpg"),
        ("/petite.jpg 100w,/grande.jpg 1200w", "/grande.jpg"),
        ("/1,2/petite.jpg 1x, /1,2/grande.jpg 2.5x", "/1,2/grande.jpg"),
        ("/petite.jpg, /grande.jpg 2x", "/grande.jpg"),
        ("/petite.jpg, /grande.jpg", "/petite.jpg"),
    ],
)
def test_figure_has_the_largest_picture_of_a_srcset(candidates: str, url: str) -> None:
    page = (
        f'<main><h1>Un titre</h1><article class="article__content"><p>Une phrase.</p><figure>'
        f'<img srcset="{candidates}"></figure><p>Fin.</p></article></main>'
    )
    (figure,) = parse(page).figures
    assert figure.url == url


SENTENCE = "Le vent du nord a plié les roseaux du quai."
READ_ON = "gazette ends the article before most of its text; the rest was read too"


@pytest.mark.parametrize(
    ("above", "below", "is_end"),
    [
        (4, f"<p>{SENTENCE}</p>" * 3, True),
        (2, f"<p>{SENTENCE}</p>" * 3, False),
        (1, f"<p>{SENTENCE}</p>" * 2, True),
        (20, f"<div><p>{SENTENCE}</p></div>" * 11, True),
        (20, f"<div><p>{SENTENCE}</p></div>" * 12, False),
        (1, f"<p>{SENTENCE}</p><a href='/a'>Un titre</a>" * 12, True),
        (1, f"<div class='offer'>{f'<p>{SENTENCE}</p>' * 12}</div>", True),
    ],
)
def test_stop_above_most_of_the_article_is_ignored(above: int, below: str, is_end: bool) -> None:
    article = read(f"{f'<p>{SENTENCE}</p>' * above}<div>{STOP}</div>{below}<p>Fin.</p>")
    warned = [one.message for one in article.report.warnings if one.code == "layout"]
    assert warned == ([] if is_end else [READ_ON])
    assert article.text.endswith("Fin.") is not is_end
    assert all(one.rule != AFTER for one in article.report.removed) is not is_end


@pytest.mark.parametrize(
    ("attribute", "url"),
    [
        ("data-frz-src='/port.jpg'", "/port.jpg"),
        ("data-any='//img.example/port.webp?w=640'", "//img.example/port.webp?w=640"),
        ("src='/pixel.gif' data-original-set='/petite.jpg 300w, /port.jpg 600w'", "/port.jpg"),
        ('data-srcset=\'{"320": "/petite.jpg", "640w": "\\/le\\/port.jpg"}\'', "/le/port.jpg"),
        ('srcset=\'{"320": "/petite.jpg", "1640": "/port.jpg"}\'', "/port.jpg"),
        ("data-all='[\"/port.png\"]'", "/port.png"),
        ("data-page='/le-port.html' data-width='640'", None),
        ("data-page='Le port vu du quai.jpg'", None),
        ('data-all=\'{"page": "/le-port"}\'', None),
    ],
)
def test_address_of_a_lazily_loaded_picture_is_read(attribute: str, url: str | None) -> None:
    page = (
        f'<main><h1>Un titre</h1><article class="article__content"><p>Une phrase.</p><figure>'
        f"<img {attribute}><figcaption>Le port.</figcaption></figure><p>Fin.</p></article></main>"
    )
    (figure,) = parse(page).figures
    assert figure.url == url


def test_dash_between_caption_and_credit_is_dropped() -> None:
    page = (
        '<main><article class="article__content"><p>Il pleut.</p><figure><img src="/a.jpg">'
        '<figcaption>Le port. — <span class="article__credit">Ana Gil/AFP</span></figcaption></figure>'
        "</article></main>"
    )
    (figure,) = parse(page).figures
    assert (figure.caption, figure.credit) == ("Le port.", "Ana Gil/AFP")


@pytest.mark.parametrize(
    ("caption", "credit", "label"),
    [
        ("Le quai. (Crédits : AFP)", "AFP", ["Crédits :"]),
        ("Le quai. © AFP", "AFP", []),
        ("Le quai. | JEANNE DURAND", "JEANNE DURAND", []),
    ],
)
def test_credit_in_a_caption_outside_the_figure_loses_its_label(
    caption: str, credit: str, label: list[str]
) -> None:
    article = parse(
        '<main><article class="article__content"><p>Il pleut.</p><img src="/a.jpg">'
        f'<p class="article__legend">{caption}</p><p>Fin.</p></article></main>'
    )
    (figure,) = article.figures
    assert (figure.caption, figure.credit) == ("Le quai.", credit)
    assert [removal.text for removal in article.report.removed] == label


DRAWN = Layout(
    name="drawn",
    markers=("story",),
    content=(".story",),
    roles={".chart": Role.EMBED},
)


@pytest.mark.parametrize(
    ("shapes", "length", "is_removed"), [(20, 400, True), (19, 400, False), (20, 401, False)]
)
def test_words_around_a_drawing_are_removed(shapes: int, length: int, is_removed: bool) -> None:
    legend = "Survolez. ".ljust(length, "x")
    drawing = f"<div class='chart'><svg>{'<path/>' * shapes}</svg><p>{legend}</p></div>"
    label = "Retrouvez les dates :"
    link = '<p>Lire aussi : <a href="/a">Un titre</a></p>'
    page = f'<main><div class="story"><p>Il pleut.</p><p>{label}</p>{drawing}{link}</div></main>'
    article = parse(page, layout=DRAWN)
    assert article.text == (f"Il pleut.\n\n{label}" + ("" if is_removed else f"\n\n{legend}"))
    assert [(one.text, one.rule) for one in article.report.removed] == (
        [(legend, "html: beside a player")] if is_removed else []
    )


def test_words_around_many_icons_are_kept() -> None:
    icons = "<svg><path/></svg>" * 20
    page = f'<main><div class="story"><div class="chart">{icons}<p>Un mot.</p></div></div></main>'
    assert parse(page, layout=DRAWN).text == "Un mot."


TABLE = "<table><tr><td>Bac</td><td>30 km</td></tr></table>"


def test_table_in_a_figure_is_a_table_and_its_caption_a_paragraph() -> None:
    article = read(f"<figure>{TABLE}<figcaption>Les bacs du fleuve.</figcaption></figure>")
    assert [block.type for block in article.body] == ["table", "paragraph"]
    assert article.text == "Bac\t30 km\n\nLes bacs du fleuve."


def test_table_around_the_picture_of_a_figure_is_not_a_table() -> None:
    picture = "<table><tr><td><img src='/a.jpg'></td></tr></table>"
    article = read(f"<figure>{picture}<figcaption>Le bac.</figcaption></figure>")
    assert [block.type for block in article.body] == ["figure"]


def test_footer_of_a_quote_is_part_of_the_quote() -> None:
    quote = "<blockquote><p>Le bac part.</p><footer><cite>Ana Gil</cite></footer></blockquote>"
    page = f"<div itemprop='articleBody'><p>Deux mots.</p>{quote}<footer>Fin</footer></div>"
    article = parse(page, layout=GENERIC)
    assert [(block.type, getattr(block, "text", "")) for block in article.body] == [
        ("paragraph", "Deux mots."),
        ("quote", "Le bac part. Ana Gil"),
    ]
    assert removals(article) == [("boilerplate", "Fin", "generic: footer")]


@pytest.mark.parametrize(
    ("inside", "count"),
    [("<h2>Un titre</h2><p>Un mot.</p><p>Un autre.</p>", 5), ("<h2>Un titre</h2>", 4)],
)
def test_title_of_a_box_has_no_block_rule(inside: str, count: int) -> None:
    box = f'<aside class="article__box">{inside}</aside>'
    article = read(f"<p>Il pleut.</p>{box}<p>Il vente.</p>")
    assert len(article.report.block_rules) == count


LOCKED = Layout(
    name="locked",
    markers=("story",),
    content=(".story",),
    roles={".box": Role.ASIDE, ".par": Role.PARAGRAPH},
    premium=(".lock",),
)
LINKED = 'Lire aussi : <a href="/bac">Le bac part</a>'
PICTURE = '<figure><img src="/quai.jpg" alt="Le quai"></figure>'
LOCK = '<span class="lock"></span>'


@pytest.mark.parametrize(
    ("inside", "is_premium"),
    [
        pytest.param(LINKED, [False], id="no sign"),
        pytest.param(f"{LINKED}{LOCK}", [True], id="after the link"),
        pytest.param(f"{PICTURE}{LOCK}{LINKED}", [True], id="between picture and link"),
        pytest.param(f"{LINKED}{PICTURE}{LOCK}", [True], id="after a picture below the link"),
        pytest.param(f"{LINKED}{PICTURE}{LOCK}{LINKED}", [True, True], id="between two links"),
        pytest.param(f'{LINKED}<aside class="box">{LOCK}</aside>', [False], id="in an inner box"),
    ],
)
def test_sign_for_subscribers_marks_the_link_of_its_paragraph(
    inside: str, is_premium: list[bool]
) -> None:
    page = f'<div class="story"><p>Il pleut.</p><div class="par">{inside}</div></div>'
    links = parse(page, layout=LOCKED).related_links
    assert [link.is_premium for link in links] == is_premium
