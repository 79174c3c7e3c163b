"""Limits on pages: the result up to each limit and beyond it, and the warnings."""

from __future__ import annotations

from typing import Final

import pytest
from lxml.etree import _Element

from lemonde_parse import Article, Aside, Embed, parse, parse_text
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.intake.limits import (
    MAX_ADDRESS,
    MAX_ASIDE_DEPTH,
    MAX_BYLINE,
    MAX_CREDIT,
    MAX_DATE,
    MAX_FIELD_NESTING,
    MAX_LINE,
    MAX_NAME,
    MAX_NAMES,
)
from lemonde_parse.metadata.printed import Printed
from lemonde_parse.reading import walk
from lemonde_parse.reading.embeds import read_embeds

ONE_PAGE: Final = (
    '<main><h1 class="article__title">Le '
    'port</h1>{}<article class="article__content"><p>Une phrase.</p>{}<p>Fin.</p></article></main>'
)


def limited(article: Article) -> list[str]:
    """Return the messages of "limit" warnings; the only other warning allowed is "unidentified"."""
    assert {warning.code for warning in article.report.warnings} <= {"limit", "unidentified"}
    return [warning.message for warning in article.report.warnings if warning.code == "limit"]


def depth(article: Article) -> int:
    """Return the nesting depth of boxes."""
    count, blocks = 0, article.body
    while inner := [block for block in blocks if isinstance(block, Aside)]:
        count, blocks = count + 1, inner[0].blocks
    return count


def boxes(number: int) -> Article:
    return parse(ONE_PAGE.format("", "<aside>" * number + "<p>Au fond.</p>" + "</aside>" * number))


def test_boxes_nested_more_than_eight_deep_give_a_warning() -> None:
    assert (depth(boxes(MAX_ASIDE_DEPTH)), limited(boxes(MAX_ASIDE_DEPTH))) == (8, [])
    article = boxes(MAX_ASIDE_DEPTH + 3)
    assert depth(article) == 8
    assert article.text == "Une phrase.\n\nAu fond.\n\nFin."
    assert limited(article) == ["read 3 boxes, nested in 8 others, as part of the outer box"]


@pytest.mark.parametrize(
    ("depth", "count", "read"),
    [(9, 2, None), (10, 1, "1 block"), (10, 2, "2 blocks")],
)
def test_markdown_nested_ten_deep_gives_a_warning(depth: int, count: int, read: str | None) -> None:
    sentence = "Le phare s’éteint à minuit, et le gardien descend les cent marches."
    quotes = [f"{'> ' * depth}Il dort."] * count
    article = parse_text(
        "\n\n".join(["# Le phare", sentence, *(f"{one}\n\n{sentence}" for one in quotes)])
    )
    assert article.text.count("Il dort.") == count
    rest = "of Markdown as part of the outer block; the limits are 10 nested blocks, 8 nested boxes"
    assert limited(article) == ([f"read {read} {rest}"] if read else [])


NAMES: Final = [f"Ana{chr(97 + number // 26)}{chr(97 + number % 26)} Gil" for number in range(200)]


def signed(names: list[str], head: str = "") -> Article:
    return parse(
        head + ONE_PAGE.format(f'<span class="meta__author">Par {", ".join(names)}</span>', "")
    )


def test_names_are_read_from_the_start_of_a_long_byline() -> None:
    article = signed(NAMES)
    assert article.byline == "Par " + ", ".join(NAMES)
    assert len(article.authors) == 90  # "Par " and 90 names of 9 characters, each with ", "
    assert [author.name for author in article.authors] == NAMES[:90]
    assert limited(article) == [
        f"searched only 1000 of {len(article.byline)} characters of a byline for names"
    ]
    assert limited(signed(NAMES[:90])) == []
    assert MAX_BYLINE == 1_000


def test_long_byline_without_names_is_searched_up_to_a_limit() -> None:
    signature = "la rédaction du port et des quais " * 40
    article = parse(ONE_PAGE.format(f'<span class="meta__author">{signature}</span>', ""))
    assert article.byline == signature.strip()
    assert article.authors == ()
    assert limited(article) == [
        f"searched only 1000 of {len(article.byline)} characters of a byline for names"
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<link href="{}" rel="canonical"/>',
        '<link rel="canonical" href="{}">',
        "<!-- saved from url=(0014){} -->",
        "<!--\n Page saved with SingleFile \n url: {} \n saved date: x\n-->",
    ],
    ids=["link, address first", "link", "Chrome", "SingleFile"],
)
def test_page_address_is_read_up_to_the_limit(head: str) -> None:
    def read(address: str) -> Article:
        return parse(head.format(address) + ONE_PAGE.format("", ""))

    longest = "https://www.lemonde.fr/".ljust(MAX_ADDRESS, "a")
    assert (read(longest).canonical_url, limited(read(longest))) == (longest, [])
    assert read(longest + "a").canonical_url is None
    assert limited(read(longest + "a")) == [
        f"ignored canonical_url of {MAX_ADDRESS + 1} characters; the limit is {MAX_ADDRESS}"
    ]


def test_many_short_bylines_are_all_read() -> None:
    people = ",".join(f'{{"name": "{name}"}}' for name in NAMES)
    article = parse(
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": '
        f"[{people}]}}</script>" + ONE_PAGE.format("", "")
    )
    assert [author.name for author in article.authors] == NAMES
    assert limited(article) == []


@pytest.mark.parametrize(
    "beginning",
    [
        "Envie de lire la suite ? ",
        "Il vous reste 50 % de cet article à lire. La suite est réservée aux abonnés. ",
    ],
)
def test_line_too_long_for_a_phrase_is_kept_with_a_warning(beginning: str) -> None:
    """A line of up to 250 characters is removed."""
    phrase = "Envie de lire la suite ? "
    short = parse(ONE_PAGE.format("", f"<p>{phrase}{'mot ' * 50}</p>"))
    assert (short.text, limited(short)) == ("Une phrase.\n\nFin.", [])
    line = f"{beginning}{'mot ' * 80}".strip()
    article = parse(ONE_PAGE.format("", f"<p>{line}</p>"))
    assert article.text == f"Une phrase.\n\n{line}\n\nFin."
    messages = [
        (f"kept a line of {len(line)} characters that starts with a known phrase; the limit is 250")
    ]
    assert limited(article) == messages
    assert limited(parse_text(f"Une phrase entière.\n\n{line}\n\nUne autre phrase.")) == messages
    assert MAX_LINE == 250


def test_long_lines_without_a_phrase_give_no_warning() -> None:
    line = "Envie de lire, de sortir, de rire, " * 20 + "de tout."
    article = parse(ONE_PAGE.format("", f"<p>{line}</p>"))
    assert article.text == f"Une phrase.\n\n{line}\n\nFin."
    assert limited(article) == []


def test_printed_date_is_read_anywhere_in_its_line() -> None:
    words = "Une longue phrase qui ne dit rien du jour. " * 10
    dated = (
        f'<span class="meta__date">{words} Publié le 3 mai 2021 à 10h00 {words} Mis à jour le '
        "4 mai 2021 à 11h00</span>"
    )
    article = parse(ONE_PAGE.format(dated, ""))
    assert article.date_published is not None
    assert article.date_modified is not None
    assert (article.date_published.isoformat(), article.date_modified.isoformat()) == (
        "2021-05-03T10:00:00+02:00",
        "2021-05-04T11:00:00+02:00",
    )
    assert limited(article) == []


def test_nested_fields_are_read_a_limited_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Found by fuzzing: two thousand nested elements, each read with all those inside it, took
    seconds."""
    read: list[_Element | str] = []
    read_one = Printed._read

    def counted(self: Printed, item: _Element | str) -> str:
        read.append(item)
        return read_one(self, item)

    monkeypatch.setattr(Printed, "_read", counted)
    nested = '<div class="article__desc"><img src="/a.jpg">' * 200 + "</div>" * 200
    article = parse(
        f'<main>{nested}<p class="article__desc">Un chapô.</p><article class="article__content">'
        "<p>Deux mots.</p></article></main>"
    )
    assert article.description == "Un chapô."
    assert (
        sum(not isinstance(item, str) and item.get("class") == "article__desc" for item in read)
        == MAX_FIELD_NESTING + 1
    )


def test_author_has_the_address_of_the_innermost_unclosed_link() -> None:
    """Found by fuzzing: each unclosed link contains all following words, and comparing hundreds of
    such links with a name took seconds."""
    links = "".join(f'<a href="/signataires/{number}">' for number in range(200))
    page = (
        f'<main><h1>Un titre</h1><p><span class="meta__author">Par {links}Jeanne Orvel</a></span>'
        "</p>"
        '<article class="article__content"><p>Deux mots.</p></article></main>'
    )
    (author,) = parse(page, url="https://www.lemonde.fr/").authors
    assert (author.name, author.url) == ("Jeanne Orvel", "https://www.lemonde.fr/signataires/199")


def test_link_ends_at_the_start_of_another() -> None:
    """Found by profiling: each nested link marked the entire text again."""
    words = "Un <a href='/1'>début <b>et <a href='/2'>une</a> suite</b>, puis</a> une fin."
    article = parse(ONE_PAGE.format("", f"<p>{words}</p>"))
    paragraph = article.paragraphs[1]
    assert [
        (mark.kind, mark.href, paragraph.text[mark.start : mark.end]) for mark in paragraph.marks
    ] == [("link", "/1", "début et"), ("strong", None, "et une suite"), ("link", "/2", "une")]


def test_boxes_are_searched_for_players_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched = []

    def counted(parts: list[_Element], base: str | None) -> list[Embed]:
        searched.append(len(parts))
        return read_embeds(parts, base)

    monkeypatch.setattr(walk, "read_embeds", counted)
    box = '<div class="multimedia-embed">'
    article = parse(ONE_PAGE.format("", f"{box * 50}Deux mots.{'</div>' * 50}{box}Un mot.</div>"))
    assert article.text == "Une phrase.\n\nDeux mots.\n\nUn mot.\n\nFin."
    assert searched == [50, 1]


def test_comparison_of_quotes_is_bounded() -> None:
    quotes = "<blockquote>Un mot.</blockquote>" * 450
    article = parse(ONE_PAGE.format("", quotes + "<p>Une phrase.</p>" * 500))
    message = "compared only 358 of 450 quotes with the body"
    assert limited(article) == [message]


def test_all_labels_before_a_credit_are_removed() -> None:
    picture = '<figure><img src="/a.jpg" data-copyright="{}"></figure>'
    for labels in ("© ", "Crédits : ", "© Photo : ", "-,©" * 300):
        (figure,) = parse(ONE_PAGE.format("", picture.format(f"{labels}AFP"))).figures
        assert figure.credit == "AFP"


ADDRESS: Final = "https://www.example.org/" + "a" * (8_000 - 24)
FIELDS: Final[tuple[tuple[str, str, str, int], ...]] = (
    # Field, markup, longest value accepted, and the limit
    ("canonical_url", '<link rel="canonical" href="{}">', ADDRESS, MAX_ADDRESS),
    ("main_image", '<meta property="og:image" content="{}">', ADDRESS, MAX_ADDRESS),
    ("publisher", '<meta property="og:site_name" content="{}">', "b" * 500, MAX_NAME),
    ("section", '<meta property="article:section" content="{}">', "b" * 500, MAX_NAME),
    ("in_language", '<meta property="og:locale" content="{}">', "b" * 500, MAX_NAME),
    ("keywords", '<meta name="keywords" content="{}">', "b" * 20_000, MAX_NAMES),
    (
        "breadcrumbs",
        '<a class="breadcrumb__parent">Port</a><a class="breadcrumb__parent">{}</a>',
        "b" * 19_996,
        MAX_NAMES,
    ),
)


@pytest.mark.parametrize(
    ("field", "markup", "value", "longest"), FIELDS, ids=[f[0] for f in FIELDS]
)
def test_too_long_field_is_ignored(field: str, markup: str, value: str, longest: int) -> None:
    def read(value: str) -> tuple[bool, list[str]]:
        own = markup.format(value)
        article = parse(own + ONE_PAGE.format("", ""))
        messages = [
            warning.message for warning in article.report.warnings if warning.code == "limit"
        ]
        return value in str(getattr(article, field)), messages

    assert read(value) == (True, [])
    (message,) = read(f"{value}b")[1]
    assert f" {field} of {longest + 1} characters" in message
    assert message.endswith(str(longest))
    assert not read(f"{value}b")[0]


def test_too_long_printed_date_is_ignored() -> None:
    def dated(length: int) -> Article:
        date = f"Publié le 3 mai 2021 à 10h00 {'b' * length}"
        return parse(ONE_PAGE.format(f'<span class="meta__date">{date}</span>', ""))

    article = dated(971)
    assert (article.date_published is not None, limited(article)) == (True, [])
    article = dated(972)
    assert (article.date_published, limited(article)) == (
        None,
        ["ignored date_published of 1001 characters; the limit is 1000"],
    )


def test_keywords_are_read_up_to_a_limit() -> None:
    words = ",".join(f"{number:04}" for number in range(6_000))
    article = parse(f'<meta name="keywords" content="{words}">' + ONE_PAGE.format("", ""))
    assert len(article.keywords) == 5_000
    assert limited(article) == [f"cut keywords of 24000 characters to {MAX_NAMES}"]


def test_limits_of_fields_apply_to_front_matter() -> None:
    body = "Une phrase entière.\n\nUne autre phrase."
    article = parse_text(f"---\ntitle: Le port\nidentifier: {'7' * 501}\n---\n\n{body}")
    assert article.identifier is None
    assert limited(article) == ["ignored identifier of 501 characters; the limit is 500"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Un <a href="{}">lien</a> et des mots.</p>',
        '<p><a href="{}">Un lien seul</a></p>',
        '<ul><li>Un <a href="{}">lien</a> et des mots.</li></ul>',
        '<table><tr><td>Un <a href="{}">lien</a>.</td><td>Une case.</td></tr></table>',
        '<figure><img src="{}"><figcaption>Le port.</figcaption></figure>',
        '<iframe src="{}"></iframe>',
    ],
)
def test_too_long_address_is_dropped(markup: str) -> None:
    article = parse(ONE_PAGE.format("", markup.format(ADDRESS)))
    assert ADDRESS in article.to_json()
    assert limited(article) == []
    article = parse(ONE_PAGE.format("", markup.format(ADDRESS + "a")))
    assert ADDRESS not in article.to_json()
    assert article.text.startswith("Une phrase.")
    assert limited(article) == ["ignored an address of 8001 characters; the limit is 8000"]


def test_names_in_blocks_have_limits() -> None:
    credit = (
        "<figure><img src='/a.jpg'><figcaption class='article__credit'>{}</figcaption></figure>"
    )
    provider = "<div class='multimedia-embed' data-provider='{}' data-id='7'></div>"
    for markup, sign, longest, problem in (
        (credit, "© ", MAX_CREDIT // 2, "did not clean a credit of 1001 characters"),
        (provider, "b", MAX_NAME, "ignored the name of a service of 501 characters"),
    ):
        assert limited(parse(ONE_PAGE.format("", markup.format(sign * longest)))) == []
        (message,) = limited(parse(ONE_PAGE.format("", markup.format(sign * (longest + 1)))))
        assert message == f"{problem}; the limit is {longest * len(sign)}"


def test_the_id_of_a_post_has_a_limit() -> None:
    def live(identifier: str, date: str) -> Article:
        post = (
            f'<section class="post post__live-container" id="{identifier}">'
            f'<span class="date">{date}</span><p>Un texte.</p></section>'
        )
        return parse(f'<main><div id="post-container"><h1>Le port</h1>{post}</div></main>')

    assert limited(live("7" * 500, "Publié le 3 mai 2021 à 10h00")) == []
    assert limited(live("7" * 501, "Publié le 3 mai 2021 à 10h00")) == [
        "ignored the id of a post of 501 characters; the limit is 500"
    ]


def test_limits_of_fields_have_their_documented_values() -> None:
    assert (MAX_ADDRESS, MAX_NAME, MAX_NAMES) == (8_000, 500, 20_000)
    assert (MAX_DATE, MAX_CREDIT) == (1_000, 1_000)


@pytest.mark.parametrize(("length", "is_found"), [(1_999, True), (2_001, False)])
def test_captions_of_at_most_2000_characters_are_compared(length: int, is_found: bool) -> None:
    caption = ("Une vue du port de Tréval " * 40)[: length // 2]
    doubled = f"{caption} {caption}"
    assert (len(doubled), is_doubled(doubled)) == (length, is_found)


def test_thousands_of_combining_accents_take_little_time() -> None:
    text = "Une e\u0301te\u0301 au port, et une phrase qui finit."
    assert parse_text(text).text == "Une été au port, et une phrase qui finit."
    assert parse_text(f"L’été. {text}").text == "L’été. Une été au port, et une phrase qui finit."
    many = "e" + "\u0301\u0327" * 20_000
    assert parse_text(f"{text}\n\n{many}").text.startswith("Une été au port")
