"""HTML5 elements that libxml2 does not know, read as in a browser."""

from __future__ import annotations

import json
import time

import pytest

from html5_pages import FIRST, LAST, page, read, texts
from lemonde_parse import parse
from lemonde_parse.intake.html5 import like_a_browser


@pytest.mark.parametrize("tag", ["wbr", "source", "track", "keygen", "bgsound"])
@pytest.mark.parametrize(
    ("content", "want"),
    [
        ("<{}>", []),
        ("<{} id=x>", []),
        ("<{}/>", []),
        ("<p>Un {}, oui.</p>", ["Un mot, oui."]),
        ("<{}><h2>Un intertitre</h2>", ["Un intertitre"]),
    ],
)
def test_void_elements_do_not_contain_the_following_text(
    tag: str, content: str, want: list[str]
) -> None:
    void = f"m<{tag}>ot" if tag == "wbr" else f"<{tag}>mot"
    assert texts(content.format(void if "Un {}" in content else tag)) == want


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Un m<WBR class='a>b'>ot.</p>",
        "<p>Un m<wbr title=l'eau>ot.</p>",
        "<p>Un m<wbr></wbr>ot.</p>",
        "<p>Un mot.<source src=/son.mp3></p>",
        "<p>Un mot.<source src=/son/></p>",
        '<p>Un mot.<track src="a=b"\n></p>',
    ],
)
def test_void_elements_are_recognised_in_any_notation(markup: str) -> None:
    assert texts(markup) == ["Un mot."]


def test_line_break_opportunity_does_not_split_a_word() -> None:
    article = read(
        "<ul><li>A<wbr>b</li><li>C</li></ul><table><tr><td>D<wbr>e</td><td>F</td></tr></table>"
        "<blockquote><p>G<wbr>h.</p></blockquote><figure><img src=a.jpg><figcaption>I<wbr>j"
        "</figcaption></figure>"
    )
    output = str(article.to_dict()["body"])
    assert all(f"'{word}'" in output for word in ("Ab", "C", "De", "F", "Gh.", "Ij"))


def test_unclosed_player_does_not_contain_the_following_text() -> None:
    article = read("<p>Un <embed src='https://lecteur.example/1'> mot.</p><embed><p>Deux.</p>")
    assert article.text == f"{FIRST}\n\nUn\n\nmot.\n\nDeux.\n\n{LAST}"
    assert [block.url for block in article.body if block.type == "embed"] == [
        "https://lecteur.example/1"
    ]


def test_image_tag_is_read_as_an_img_tag() -> None:
    article = read("<p>Vu <image src=/a.jpg> de loin, dit-il.</p>")
    assert [figure.url for figure in article.figures] == ["/a.jpg"]


@pytest.mark.parametrize(
    "content",
    [
        "<svg><path d='M0'>",
        "<svg><g><svg>",
        "<SVG viewBox='0 0 1 1'><PATH>",
        "<math><mrow>",
        "<colgroup>",
        "<colgroup><col><col>",
    ],
)
def test_unclosed_elements_do_not_contain_the_rest_of_the_page(content: str) -> None:
    assert texts(content) == []
    assert texts(f"{content}<p>Un mot.</p><h2>Un intertitre</h2>") == ["Un mot.", "Un intertitre"]


@pytest.mark.parametrize(
    "content",
    [
        "<svg><g><svg><title>Une icône",
        "<svg><title>Une icône<path>",
        "<svg><style>a{b:c}<path>",
        "<svg><foreignObject>",
    ],
)
def test_unclosed_drawing_does_not_contain_the_following_text(content: str) -> None:
    """Only bytes and strings are tested: in a tree from a parser, the words are already lost."""
    article = parse(page(f"{content}<p>Un mot.</p><h2>Un intertitre</h2>"))
    assert article.text == f"{FIRST}\n\nUn mot.\n\nUn intertitre\n\n{LAST}"


def test_unclosed_drawing_ends_with_its_paragraph() -> None:
    assert like_a_browser(b"<p>Un <svg><path></p>mot<p>Deux")[0] == (
        b"<p>Un <svg><path></svg></p>mot<p>Deux"
    )
    assert texts("<p>Un mot <svg><path></p><p>Deux mots.</p>") == ["Un mot", "Deux mots."]


@pytest.mark.parametrize(
    "tag", ["tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup", "td id=a"]
)
@pytest.mark.parametrize(
    ("content", "want"),
    [
        ("<p>Un {} mot.</p>", ["Un mot."]),
        ("{}<p>Un mot.</p>{}<p>Deux mots.</p>", ["Un mot.", "Deux mots."]),
        ("<ul><li>Un {} mot</li><li>Deux</li></ul>", ["Un mot\nDeux"]),
        ("<table><tr><td>Un mot</table><p>Deux {} mots.</p>", ["Un mot", "Deux mots."]),
    ],
)
def test_table_tags_outside_tables_are_ignored(tag: str, content: str, want: list[str]) -> None:
    article = parse(page(content.replace("{}", f"<{tag}>")))
    assert article.text.split("\n\n")[1:-1] == want


@pytest.mark.parametrize(
    ("content", "want"),
    [
        ("<table>", []),
        ("<table><p>Un mot.</p><p>Deux mots.</p>", ["Un mot.", "Deux mots."]),
        ("<table><tbody><tr><p>Un mot.</p><p>Deux mots.</p>", ["Un mot.", "Deux mots."]),
        ("<p>Un mot.</p><table><p>Deux.</p></table><p>Trois.</p>", ["Un mot.", "Deux.", "Trois."]),
        ("<p>Un mot<table>Deux mots.</table>", ["Un mot", "Deux mots."]),
        ("<table><table><p>Un mot.</p></table><p>Deux mots.</p>", ["Un mot.", "Deux mots."]),
    ],
)
def test_text_of_a_table_without_cells_is_a_paragraph(content: str, want: list[str]) -> None:
    assert texts(content) == want


def test_tables_with_cells_are_unchanged() -> None:
    source = b"<table><tr><th>a<td><table><tbody><tr><td>b</table></table>"
    assert like_a_browser(source) == (source, [])


def test_unclosed_template_is_read_with_a_warning() -> None:
    article = parse(page("<template><p>Un mot.</p>"))
    assert article.text == f"{FIRST}\n\nUn mot.\n\n{LAST}"
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [
        ("cut", "read an unclosed <template> as part of the page"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<noscript>Sans script</noscript><p>Un mot.</p>",
        "<noscript><noscript>Sans script</noscript><p>Un mot.</p></noscript>",
        "<noscript><!-- Sans </noscript><p>Un mot.</p><!-- -->",
        "<noscript><!--> Sans </noscript><p>Un mot.</p>",
        "<noscript><script>'Sans </noscript><p>Un mot.</p><script></script>",
        "<NOSCRIPT a='>'><style>a{}</NOSCRIPT><p>Un mot.</p>",
        "</noscript><p>Un mot.</p><noscript></noscript>",
    ],
)
def test_noscript_ends_at_its_first_end_tag(content: str) -> None:
    """Only bytes and strings are tested; in a tree, some words are already a comment or a script."""
    article = parse(page(content))
    assert article.text == f"{FIRST}\n\nUn mot.\n\n{LAST}"
    assert article.report.warnings == ()


def test_unclosed_noscript_is_read_with_a_warning() -> None:
    article = parse(page("<noscript><p>Un mot.</p><noscript><p>Deux mots.</p>"))
    assert article.text == f"{FIRST}\n\nUn mot.\n\nDeux mots.\n\n{LAST}"
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [
        ("cut", "read an unclosed <noscript> as part of the page"),
    ]


def test_picture_in_a_noscript_is_read() -> None:
    article = read("<figure><noscript><noscript><img src='/a.jpg'></noscript></figure>")
    assert [figure.url for figure in article.figures] == ["/a.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        "<svg><text>{}</text></svg>",
        "<svg><g></g><text>Un {}</text></svg>",
        "<math><mtext>{}</mtext></math>",
    ],
)
def test_cdata_sections_in_a_drawing_are_text(markup: str) -> None:
    """libxml2 treats the CDATA section as a comment, which ends at the first ">"."""
    article = parse(page(f"<p>{markup.format('<![CDATA[2 > 1 <b> ]] ]]>')}</p>"))
    assert "2 > 1 <b> ]]" in article.to_json()


def test_cdata_section_outside_a_drawing_is_a_comment() -> None:
    assert texts("<p>Un <svg></svg><![CDATA[a]]> mot</p>") == ["Un mot"]


@pytest.mark.parametrize("tag", ["object", "select", "textarea", "video", "canvas"])
@pytest.mark.parametrize("around", ["{}", "<p>Un {} mot</p>", "<ul><li>Un {} mot</li></ul>"])
def test_fallback_text_of_players_and_fields_is_reported_as_a_removal(
    tag: str, around: str
) -> None:
    inner = "<option>Trois" if tag == "select" else "Trois"
    article = read(around.format(f"<{tag}>{inner}</{tag}>"))
    assert [removal.text for removal in article.report.removed] == ["Trois"]


def test_annotation_outside_a_formula_is_text() -> None:
    assert texts("<p>Un <annotation>mot</annotation> ou <annotation-xml>deux") == ["Un mot ou deux"]


def test_closed_template_is_ignored() -> None:
    article = parse(page("<template><p>Un<template>mot</template></p></template>"))
    assert article.text == f"{FIRST}\n\n{LAST}"
    assert "cut" not in [warning.code for warning in article.report.warnings]


@pytest.mark.parametrize(
    "source",
    [
        "<script>'<wbr>'</script><!-- <svg> --><style><svg></style><textarea><wbr></textarea>",
        "<svg><path/></svg><svg/><p>a",
        "<svg><foreignObject><div><p>a</p></div></foreignObject></svg>",
        "<!--><p>a<!-- <wbr> --!>",
        "<wbr",
    ],
)
def test_markup_that_libxml2_reads_correctly_is_unchanged(source: str) -> None:
    assert like_a_browser(source.encode()) == (source.encode(), [])


@pytest.mark.parametrize(
    "content",
    [
        *(
            unit * (60_000 // len(unit))
            for unit in (
                "<wbr", "<wbr>", "<svg", "<svg>", "<svg><p>", "<svg><foreignObject>", "<template>",
                "<colgroup>", '<source ="', "<!--", "<svg><![CDATA[", "<select>", "<math><mfrac>",
                "<h1>a</h1>", "<del>a</del><ins>b</ins>", "<embed>x</embed>",
                "<noscript>", "<noscript><!--", "<noscript></noscript>", "<noscript><script>",
                "<svg><![CDATA[]]></svg>", "<noscript><p></noscript><svg><![CDATA[",
                "<td>", "<tr>", "<table>", "<table><tr>", "<table></table>", "<td></td>", "</td><wbr>",
            )
        ),
        "<svg>" * 1_000 + "<g></g>" * 20_000,
        "<math>" * 1_000 + "<mi>x</mi>" * 10_000,
        "<p>Un mot.</p>" + "<h1>" * 1_000 + "mot " * 50_000,
        "<svg>" * 1_000 + "<text>mot</text>" * 10_000,
        "<template><p>x</p></template>" * 20_000,
    ],
    ids=lambda content: content[-12:],
)  # fmt: skip
def test_many_and_deep_elements_take_little_time(content: str) -> None:
    start = time.process_time()
    parse(page(content))
    assert time.process_time() - start < 3


# Replaced words, and emoji


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        ("Il a <del>trois</del><ins>quatre</ins> roues.", "Il a quatre roues."),
        ("Il a <ins>quatre</ins> <del>trois</del> roues.", "Il a quatre roues."),
        ("Il a <del>troi</del>\n<ins>quatre</ins> roue<del>x</del><ins>s</ins>.",
         "Il a quatre roues."),
        ("Il a <em><del>trois <b>ou</b></del><ins>quatre</ins></em> roues.", "Il a quatre roues."),
    ],
)  # fmt: skip
def test_deleted_words_next_to_their_replacement_are_removed(sentence: str, want: str) -> None:
    article = read(f"<p>{sentence}</p>")
    assert article.paragraphs[1].text == want
    assert {removal.rule for removal in article.report.removed} == {"html: replaced"}
    assert article.report.removed[0].text[:4] == "troi"


@pytest.mark.parametrize(
    "sentence",
    [
        "Il a <del>trois</del> roues.",
        "Il a <del>trois</del> <em>roues</em>.",
        "Il a <ins>trois</ins> roues.",
        "Il a <del>trois</del>, <ins>roues</ins>.",
        "Il a <ins>trois</ins>, <del>roues</del>.",
        "Il a <s>trois</s> <ins>roues</ins>.",
        "Il a <abbr title='une douzaine'>trois</abbr> roues.",
    ],
)
def test_other_deleted_and_inserted_words_are_text(sentence: str) -> None:
    article = read(f"<p>{sentence}</p>")
    assert article.paragraphs[1].text.replace(",", "") == "Il a trois roues."
    assert article.report.removed == ()


@pytest.mark.parametrize(
    "picture",
    [
        "<img class='emoji' alt='🚢' src='https://s.w.org/images/core/emoji/1f6a2.png'>",
        "<img class='Emoji Emoji--forText' alt='🚢'>",
        "<img alt=' 🚢 ' src='https://static.example/images/emoji.php/v9/1f6a2.png'>",
        "<img class='wp-smiley' alt='🚢' src='a.gif'>",
        "<img alt='🚢' src='/wp-includes/images/smilies/icon_boat.gif'>",
    ],
)
@pytest.mark.parametrize(
    "around", ["<p>Le {} bac</p>", "<h2>Le {} bac</h2>", "<ul><li>Le {} bac</li></ul>"]
)
def test_picture_of_an_emoji_becomes_the_emoji(picture: str, around: str) -> None:
    assert texts(around.format(picture)) == ["Le 🚢 bac"]


@pytest.mark.parametrize(
    "picture",
    [
        "<img alt='🚢' src='bac.jpg'>",
        "<img class='emoji' src='1f6a2.png'>",
        "<img class='emoji' alt='Vingt-et-une lettres.' src='1f6a2.png'>",
        f"<img alt='🚢' src='/{'a' * 200}/emoji.png'>",
    ],
)
def test_pictures_that_are_not_emoji_are_figures(picture: str) -> None:
    article = read(f"<p>Le {picture} bac</p>")
    assert [block.type for block in article.body[1:-1]] == ["paragraph", "figure", "paragraph"]


def test_picture_of_an_emoji_in_a_post_becomes_the_emoji() -> None:
    article = read(
        "<blockquote class='twitter-tweet'>Le <img class='Emoji' alt='🚢'> bac</blockquote>"
    )
    assert [block.text for block in article.body if block.type == "embed"] == ["Le 🚢 bac"]


# Headings of level 1


def test_h1_after_text_is_a_heading() -> None:
    article = parse(
        f"<main><h1>Le moulin</h1><div itemprop='articleBody'><p>{FIRST}</p><h1>Le moulin</h1>"
        f"<h1>La meule</h1><p>{LAST}</p></div></main>"
    )
    assert [(heading.text, heading.level) for heading in article.headings] == [("La meule", 1)]
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("Le moulin", "generic: h1")
    ]


def test_h1_before_the_text_is_not_a_heading() -> None:
    article = parse(
        "<main><h1>Le moulin</h1><div itemprop='articleBody'><h1>La meule</h1>"
        f"<p>{FIRST}</p><p>{LAST}</p></div></main>"
    )
    assert article.headings == ()
    assert [removal.text for removal in article.report.removed] == ["La meule"]


def test_first_h1_of_a_page_is_its_title_even_inside_the_text() -> None:
    article = parse(
        f"<main><div itemprop='articleBody'><p>{FIRST}</p><h1>Le moulin</h1><p>{LAST}</p></div>"
        "</main>"
    )
    assert (article.headline, article.headings) == ("Le moulin", ())


def test_heading_of_level_1_is_read_back_from_html() -> None:
    article = parse(page("<h1>La meule</h1>"))
    assert parse(article.to_html()).headings == article.headings != ()


# Invisible characters in addresses and names


def test_invisible_characters_in_addresses_are_encoded() -> None:
    article = read(
        "<p>Un <a href='https://lavigie.example/a\u202eb\u200f c'>lien</a>, dit-elle.</p>"
        "<div class='js_player' data-provider='You\u202etube' data-id='1\u202e2'></div>"
        "<blockquote class='twitter-tweet' cite='https://lavigie.example/\u202e'>Mot</blockquote>"
        "<div class='twitter-tweet' data-tweet-id='1\u2066'>Mot</div>"
    )
    assert [mark.href for mark in article.paragraphs[1].marks] == [
        "https://lavigie.example/a%E2%80%AEb%E2%80%8F%20c"
    ]
    assert [(block.provider, block.url) for block in article.body if block.type == "embed"] == [
        ("youtube", "https://www.youtube.com/watch?v=1%E2%80%AE2"),
        ("twitter", "https://lavigie.example/%E2%80%AE"),
        ("twitter", "https://twitter.com/i/status/1%E2%81%A6"),
    ]


def test_invisible_characters_do_not_hide_unsafe_addresses() -> None:
    article = parse(page("<p>Un <a href='data:a\x1b[31m\u202e&#x2028;b'>lien</a>, dit-elle.</p>"))
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("unsafe link", "data:a[31m b")
    ]


def test_language_is_cleaned_like_text() -> None:
    assert (
        parse(page("").replace("<html>", "<html lang=' fr\u202e&#45;FR'>")).in_language == "fr-FR"
    )


MARKS = "\u202e\u2066\u200f\x1b[31m\x07\x85\u2028\x9b\ufeff\u200b\u00ad"


@pytest.mark.parametrize(
    "marks", [MARKS, "".join(f"&#{ord(mark)};" for mark in MARKS)], ids=["plain", "references"]
)
def test_fields_have_no_invisible_characters(marks: str) -> None:
    names = ("og:title", "og:description", "og:site_name", "og:locale", "article:section",
             "article:tag", "article:author", "keywords", "author", "date")  # fmt: skip
    metas = "".join(f'<meta property="{name}" content="a{marks}b">' for name in names)
    node = {
        "@type": ["NewsArticle", f"x{MARKS}"],
        "datePublished": f"2024-01-01T00:00:00Z{MARKS}",
        "author": [{"name": f"Ana {MARKS}Gil", "url": f"https://lavigie.example/{MARKS}"}],
        "image": f"https://lavigie.example/{MARKS}.jpg",
        "inLanguage": f"f{MARKS}r",
        "publisher": {"name": f"p{MARKS}"},
        "keywords": [f"k{MARKS}"],
    }
    script = {
        "context": {
            "article": {
                "firstPublished": {"date": f"2024-01-01 00:00:00{MARKS}"},
                "parsedMetadata": {
                    "huit": {
                        "signatures": [{"longName": f"Ana{MARKS} Gil", "origin": MARKS}],
                        "agencies": {f"x{MARKS}": True},
                    }
                },
            },
            "element": {"type": f"t{MARKS}", "nature_editoriale": {"libelle": f"g{MARKS}"}},
        }
    }
    article = parse(
        page(
            f'<figure><img src="/a{marks}.jpg" alt="a{marks}"><figcaption>c{marks}<span '
            f'class="article__credit">d{marks}</span></figcaption></figure><amp-youtube '
            f'data-videoid="a{marks}b"></amp-youtube><iframe src="//a.fr/{marks}"></iframe>'
            f'<p>Lire aussi : <a href="/a{marks}">Un ti{marks}tre</a></p>',
            f'{metas}<script type="application/ld+json">{json.dumps(node)}</script>'
            f"<script>var lmd = {json.dumps(script)}</script>"
            f'<link rel="canonical" href="https://lavigie.example/a{marks}b">',
        )
    )
    forms = (
        json.dumps(article.to_dict(), ensure_ascii=False),
        article.to_markdown(metadata=True),
        article.to_html(),
        article.to_tei(),
    )
    assert [sign for form in forms for sign in MARKS if not sign.isascii() and sign in form] == []
    assert [form for form in forms if "\x1b" in form or "\x07" in form] == []
    assert "\\u001b" not in forms[0]
