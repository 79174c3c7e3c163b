"""Articles as TEI."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from lxml import etree

from generated_articles import TEI, TEI_ALL, articles, every_page, plain_texts, quick, tei
from lemonde_parse import (
    Article,
    Author,
    Heading,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Report,
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<p>Deux", "<p page='1'>Deux"),
        ("<p>Deux", "<p><b/>Deux"),
        ("</titleStmt>", "</titleStmt><p/>"),
        ('<div type="article">', '<div type="an article">'),
        ('quantity="2"', 'quantity="two"'),
        ('target="/a"', 'target=""'),
    ],
)
def test_reduced_schema_of_tei_is_strict(right: str, wrong: str) -> None:
    """The reduced schema must still reject invalid documents."""
    mark = Mark(kind="link", start=5, end=9, href="/a")
    written = Article(headline="Un", body=(Paragraph(text="Deux mots.", marks=(mark,)),)).to_tei()
    assert TEI_ALL.validate(etree.fromstring(written.encode()))
    assert right in written
    assert not TEI_ALL.validate(etree.fromstring(written.replace(right, wrong).encode()))


def tei_texts(root: etree._Element) -> list[str]:
    """Return the texts of the body, except notes, figures, and the authors and times of posts."""
    found = []
    inside = ("t:p", "t:head", "t:quote", "t:item", "t:table")
    path = " | ".join(
        f"//t:body//{name}[not(ancestor::t:figure or ancestor::t:note)]" for name in inside
    )
    for element in root.xpath(path, namespaces=TEI):
        rows = element.xpath("t:row", namespaces=TEI)
        if rows:
            found.append(
                "\n".join("\t".join("".join(cell.itertext()) for cell in row) for row in rows)
            )
        else:
            found.append("".join(element.itertext()))
    return found


@quick
@given(articles)
def test_tei_is_valid_and_contains_every_text(article: Article) -> None:
    assert tei_texts(tei(article)) == [legal(text) for text in plain_texts(article.body)]


def legal(text: str) -> str:
    """Return a text without U+FFFE and U+FFFF, which XML does not allow."""
    return re.sub("[\ufffe\uffff]", "", text)


@every_page
def test_tei_of_every_page_is_valid_and_contains_every_text(article: Article) -> None:
    root = tei(article)
    assert tei_texts(root) == plain_texts(article.body)
    assert root.findtext(".//t:titleStmt/t:title", namespaces=TEI) == article.headline
    assert root.xpath("string(//t:measure/@quantity)", namespaces=TEI) == str(article.word_count)
    assert [
        element.text for element in root.xpath("//t:titleStmt/t:author[not(@role)]", namespaces=TEI)
    ] == [a.name for a in article.authors]


def test_headings_open_divisions_in_tei() -> None:
    """Divisions nest by heading level; the text after a post is in a separate division."""
    body = (
        Paragraph(text="a"),
        Heading(text="B", level=2),
        Paragraph(text="b"),
        Heading(text="C", level=3),
        Heading(text="D", level=2),
        LiveEntry(identifier="7", headline="E", author="F", blocks=(Paragraph(text="e"),)),
        Question(text="g"),
    )
    inner = Article(body=body).to_tei().partition('<div type="article">')[2].partition("</body>")[0]
    assert inner.replace("\n", "") == (
        "<p>a</p>"
        "<div><head>B</head><p>b</p><div><head>C</head></div></div>"
        '<div><head>D</head><div type="liveEntry" n="7"><head>E</head><byline>F</byline><p>e</p></div><div><p rend="question">g</p></div></div>'
        "</div>"
    )


def test_tei_header_has_the_metadata() -> None:
    article = Article(
        headline="Un titre",
        authors=(Author(name="Claire Vasseur"),),
        agencies=("AFP",),
        publisher="Le Monde",
        section="International",
        breadcrumbs=("International", "Europe"),
        keywords=("mer",),
        genre="Enquête",
        identifier="6187099",
        description="Un chapô.",
        canonical_url="https://x.example/a b",
        in_language="fr_FR",
        date_published=datetime(2024, 5, 1, 7, tzinfo=timezone(timedelta(hours=2))),
        is_accessible_for_free=False,
        is_truncated=True,
        body=(Paragraph(text="Deux mots."),),
        report=Report(parser_version="0.1.0.dev0"),
    )
    header = article.to_tei().partition("<teiHeader>")[2].partition("</teiHeader>")[0]
    tei(article)
    assert header == """
<fileDesc>
<titleStmt><title level="a" type="main">Un titre</title><author>Claire Vasseur</author><author role="agency">AFP</author></titleStmt>
<extent><measure unit="words" quantity="2">2</measure></extent>
<publicationStmt><p>Made from a page of the publisher, to whom the text belongs.</p></publicationStmt>
<sourceDesc><bibl><title level="a">Un titre</title><author>Claire Vasseur</author><author role="agency">AFP</author><title level="j">Le Monde</title><publisher>Le Monde</publisher><date type="published" when="2024-05-01T07:00:00+02:00">2024-05-01T07:00:00+02:00</date><biblScope unit="section">International</biblScope><idno type="article">6187099</idno><ref target="https://x.example/a%20b">https://x.example/a%20b</ref></bibl></sourceDesc>
</fileDesc>
<encodingDesc><appInfo><application ident="lemonde_parse" version="0.1.0"><label>lemonde_parse</label></application></appInfo><classDecl><taxonomy xml:id="genre"><bibl>The genre, as named by the page</bibl></taxonomy><taxonomy xml:id="section"><bibl>The newspaper’s sections, from the outermost to the innermost</bibl></taxonomy><taxonomy xml:id="keywords"><bibl>The page’s tags</bibl></taxonomy><taxonomy xml:id="access"><bibl>Access to the page: free, or for subscribers</bibl></taxonomy><taxonomy xml:id="state"><bibl>State of the article, if the page cuts it off</bibl></taxonomy></classDecl></encodingDesc>
<profileDesc>
<creation><date when="2024-05-01T07:00:00+02:00">2024-05-01T07:00:00+02:00</date></creation>
<abstract><p>Un chapô.</p></abstract>
<langUsage><language ident="fr-FR">fr-FR</language></langUsage>
<textClass><keywords scheme="#genre"><term>Enquête</term></keywords><keywords scheme="#section"><term>International</term><term>Europe</term></keywords><keywords scheme="#keywords"><term>mer</term></keywords><keywords scheme="#access"><term>reserved</term></keywords><keywords scheme="#state"><term>truncated</term></keywords></textClass>
</profileDesc>
"""  # fmt: skip
