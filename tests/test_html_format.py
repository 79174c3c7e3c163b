"""Articles as HTML."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import example, given
from lxml import html

from generated_articles import articles, plain_texts, quick
from lemonde_parse import (
    Article,
    Aside,
    Embed,
    Figure,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    RelatedLink,
    Table,
    Text,
)


@quick
@given(articles)
@example(
    Article(
        body=(Paragraph(text="</p><script>alert(1)</script>"),),
        headline="<img src=x onerror=alert(1)>",
        in_language='"><script>',
    )
)
def test_html_contains_every_text_and_no_scripts(article: Article) -> None:
    root = html.fragment_fromstring(article.to_html())
    body = root.xpath(".//div[@itemprop='articleBody']")[0]
    assert texts_of(body) == plain_texts(article.body)
    allowed = {"article", "header", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "figure", "figcaption",
               "img", "a", "em", "strong", "sup", "sub", "span", "table", "tr", "td", "tbody", "aside", "section", "time"}  # fmt: skip
    assert {str(element.tag) for element in root.iter()} <= allowed
    for element in root.iter():
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        for name in ("href", "src"):
            assert not re.match(r"(?i)\s*(?:java|data)", element.get(name, ""))


def texts_of(body: html.HtmlElement) -> list[str]:
    """Return the texts of the blocks in a body, with cells joined by tabs and rows by newlines."""
    found = []
    for element in body.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "table"):
        if element.get("class") == "byline" or element.xpath(
            "ancestor::table | ancestor::div[@class='oembed'] | ancestor::blockquote[@class]"
        ):
            continue
        if element.tag == "table":
            rows = element.iter("tr")
            found.append(
                "\n".join(
                    "\t".join(str(cell.text_content()) for cell in row.iter("td")) for row in rows
                )
            )
        else:
            found.append(str(element.text_content()))
    return found


def test_html_of_an_article_has_its_fields_and_blocks() -> None:
    article = Article(
        headline="Un titre",
        kicker="Enquête",
        description="Un chapô.",
        byline="Par A. B.",
        in_language="fr",
        date_published=datetime(2024, 5, 1, 7, tzinfo=UTC),
        body=(
            Paragraph(text="Le 1er mai", marks=(Mark(kind="superscript", start=4, end=6), Mark(kind="link", start=7, end=10, href="/a?b=1&c=2"))),
            Question(text="Qui ?"),
            Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP", alt='"Un" port'),
            Embed(provider="twitter", url="https://x.example/1", text="Bonjour"),
            Embed(provider="youtube", url="https://x.example/2"),
            Aside(title="À savoir", blocks=(ListBlock(items=(Text(text="un"),), ordered=True),)),
            LiveEntry(identifier="p1", headline="Un fait", author="C.", date_published=datetime(2024, 5, 1, 7, 5, tzinfo=UTC), blocks=(Quote(text="Oui"),)),
        ),
    )  # fmt: skip
    assert article.to_html() == """\
<article itemscope="itemscope" itemtype="https://schema.org/NewsArticle" lang="fr">
<header>
<p class="kicker">Enquête</p>
<h1 itemprop="headline">Un titre</h1>
<p class="standfirst" itemprop="description">Un chapô.</p>
<p class="byline">Par A. B.</p>
<time itemprop="datePublished" datetime="2024-05-01T07:00:00+00:00">2024-05-01 07:00</time>
</header>
<div itemprop="articleBody">
<p>Le 1<sup>er</sup> <a href="/a?b=1&amp;c=2">mai</a></p>
<p class="question"><strong>Qui ?</strong></p>
<figure>
<img src="https://x.example/i.jpg" alt="&quot;Un&quot; port" loading="lazy">
<figcaption>Le port. <span class="credit">AFP</span></figcaption>
</figure>
<blockquote class="twitter-tweet" cite="https://x.example/1">
<p>Bonjour</p>
<p><a href="https://x.example/1">twitter</a></p>
</blockquote>
<div class="oembed" data-provider="youtube">
<p><a href="https://x.example/2">youtube</a></p>
</div>
<aside>
<h3>À savoir</h3>
<ol>
<li>un</li>
</ol>
</aside>
<section class="live-entry" id="p1">
<h3>Un fait</h3>
<p class="byline"><time datetime="2024-05-01T07:05:00+00:00">2024-05-01 07:05</time> C.</p>
<blockquote><p>Oui</p></blockquote>
</section>
</div>
</article>
"""  # fmt: skip


def test_notebooks_show_a_summary_and_no_links() -> None:
    link = Mark(kind="link", start=0, end=2, href="https://x.example/")
    strong = Mark(kind="strong", start=0, end=2)
    text = Text(text="un", marks=(link, strong))
    article = Article(
        is_truncated=True,
        percent_left=62.5,
        related_links=(RelatedLink(label="Lire aussi", headline="Un titre"),),
        body=(
            Paragraph(text="un", marks=(link, strong)),
            ListBlock(items=(text,)),
            Table(rows=((text,),)),
            Figure(url="https://x.example/i.jpg", caption="Le port."),
            Embed(provider="twitter", url="https://x.example/1", text="Bonjour"),
            Aside(blocks=(Quote(text="un", marks=(link,)),)),
        ),
    )
    shown = article._repr_html_()
    assert shown.startswith(
        "<p>truncated, 62.5 % left to read; 6 blocks; 1 related link</p>\n<article "
    )
    assert shown.count("<strong>un</strong>") == 3
    assert "x.example" not in shown
    assert Article(body=())._repr_html_().startswith("<p>0 blocks; 0 related links</p>\n")
