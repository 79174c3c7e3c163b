"""The formats of an Article: each gives its exact content, with any characters in its texts."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Final, get_args

import pytest
import yaml
from attrs import evolve, fields
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    RelatedLink,
    Report,
    SpannedText,
    Table,
    Text,
    TextSpan,
    explain,
    parse,
    parse_text,
)
from lemonde_parse.article import Kind
from lemonde_parse.blocks import MarkKind
from lemonde_parse.wording.whitespace import tidy

HERE: Final = Path(__file__).parent
FOLDERS: Final = sorted(path.parent for path in HERE.glob("pages/*/page.html"))
PAGES: Final = {folder.name: parse((folder / "page.html").read_bytes()) for folder in FOLDERS}
every_page = pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)

# Articles with texts in the library's form: tidy, but otherwise as difficult as possible.

NASTY: Final = "aé1 *_`[]()<>{}!#+-.~|&;:\\\"'=^«»’…/@$€%中\u00a0\u202f\u0301"
texts = st.one_of(
    st.text(NASTY, max_size=14),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["1. Un", "---", "# a #", "a # #", "&amp;", "&#65;", "[a]: b", "<b>x</b>", "***", "  - x", "+", "2)", "===", "]]>", "<!-- a"]),
).map(tidy)  # fmt: skip
words = texts.filter(bool)
maybe = st.none() | words
addresses = st.sampled_from(
    [None, "https://example.org/a", "https://example.org/a_(b)?c=1&copy;=2#d", "/relative page", "javascript:alert(1)", "DATA:text/html,x", " java\nscript:x", "mailto:a@example.org"]
)  # fmt: skip


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """Draw a text with marks on arbitrary stretches."""
    text = draw(words)
    kinds = draw(st.lists(st.sampled_from(get_args(MarkKind)), max_size=4))
    marks = []
    for kind in kinds:
        start = draw(st.integers(0, len(text) - 1))
        href = draw(addresses) if kind == "link" else None
        marks.append(
            Mark(kind=kind, start=start, end=draw(st.integers(start + 1, len(text))), href=href)
        )
    return text, tuple(marks)


cells = marked().map(lambda both: Text(text=both[0], marks=both[1]))
leaves: st.SearchStrategy[Block] = st.one_of(
    marked().map(lambda both: Paragraph(text=both[0], marks=both[1])),
    st.tuples(marked(), st.integers(1, 6)).map(
        lambda both: Heading(text=both[0][0], marks=both[0][1], level=both[1])
    ),
    marked().map(lambda both: Question(text=both[0], marks=both[1])),
    marked().map(lambda both: Quote(text=both[0], marks=both[1])),
    st.builds(
        ListBlock, items=st.lists(cells, min_size=1, max_size=3).map(tuple), ordered=st.booleans()
    ),
    st.builds(
        Table,
        rows=st.lists(
            st.lists(cells, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3
        ).map(tuple),
    ),
    st.builds(Figure, url=addresses, caption=maybe, credit=maybe, alt=maybe),
    st.builds(Embed, provider=maybe, url=addresses, text=maybe),
)
offsets = st.integers(-20 * 60, 20 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.none() | st.datetimes(
    datetime(1000, 1, 1),  # noqa: DTZ001  # hypothesis adds the zone
    datetime(9000, 1, 1),  # noqa: DTZ001
    timezones=offsets,
)


def boxes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    held = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Aside, title=maybe, blocks=held) | st.builds(
        LiveEntry,
        identifier=maybe,
        headline=maybe,
        author=maybe,
        date_published=moments,
        blocks=held,
    )


articles = st.builds(
    Article,
    headline=maybe,
    kicker=maybe,
    description=maybe,
    byline=maybe,
    authors=st.lists(st.builds(Author, name=words, url=addresses), max_size=2).map(tuple),
    agencies=st.lists(words, max_size=1).map(tuple),
    keywords=st.lists(words, max_size=2).map(tuple),
    in_language=st.sampled_from([None, "fr", "fr_FR", "?"]),
    date_published=moments,
    canonical_url=addresses,
    main_image=st.none() | st.builds(Figure, url=addresses, alt=maybe),
    body=st.lists(st.recursive(leaves, boxes, max_leaves=4), max_size=5).map(tuple),
)
quick = settings(max_examples=settings().max_examples // 2)


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, each before the blocks inside it."""
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from every(block.blocks)


# Markdown

RENDERER: Final = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
TAGS: Final = {
    "em": "emphasis",
    "strong": "strong",
    "sup": "superscript",
    "sub": "subscript",
    "a": "link",
}
Formatted = tuple[str, tuple[frozenset[str], ...]]


def rendered(markdown: str) -> list[Formatted]:
    """Return the lines of rendered Markdown, with the formatting of each character."""
    lines: list[Formatted] = []
    for token in RENDERER.parse(markdown):
        assert token.type not in ("code_block", "fence")
        assert token.type != "html_block" or token.content.startswith("<!--")
        if token.type == "inline":
            lines += inline(token.children or [])
    return lines


def inline(tokens: Iterable[Token]) -> Iterator[Formatted]:
    text, kinds, opened = "", list[frozenset[str]](), list[str]()
    for token in tokens:
        tag = re.fullmatch(r"<(/?)(\w+)>", token.content) if token.type == "html_inline" else None
        name = tag[2] if tag else token.tag
        if token.type in ("text", "code_inline"):
            text += token.content
            kinds += [frozenset(opened)] * len(token.content)
        elif token.type == "softbreak":
            if text:
                yield text, tuple(kinds)
            text, kinds = "", []
        elif token.nesting == 1 or (tag and not tag[1]):
            opened.append(TAGS[name])
        elif token.nesting == -1 or tag:
            assert opened.pop() == TAGS[name]
        else:
            assert token.type == "image"
    if text:
        yield text, tuple(kinds)


def formatted(text: str, marks: Iterable[Mark] = (), *all_over: str) -> Formatted:
    kinds = [set(all_over) for _ in text]
    for mark in marks:
        if mark.kind != "link" or (mark.href or "").startswith(("http", "/", "mailto:")):
            for position in range(max(mark.start, 0), min(mark.end, len(text))):
                kinds[position].add(mark.kind)
    return text, tuple(map(frozenset, kinds))


def shown(block: Block) -> Iterator[Formatted]:
    """Yield the visible lines of a block, including captions."""
    yield from own_lines(block)
    if isinstance(block, Aside | LiveEntry):
        for inner in block.blocks:
            yield from shown(inner)


def own_lines(block: Block) -> Iterator[Formatted]:
    """Yield the lines of a block, except those of inner blocks."""
    match block:
        case Paragraph() | Heading() | Quote():
            yield formatted(block.text, block.marks)
        case Question():
            yield formatted(block.text, block.marks, "strong")
        case ListBlock():
            yield from (formatted(item.text, item.marks) for item in block.items)
        case Table():
            cells = itertools.chain.from_iterable(block.rows)
            yield from (formatted(cell.text, cell.marks) for cell in cells)
        case Figure():
            yield from lines_of((block.caption, block.credit), "emphasis")
        case Embed():
            yield from lines_of((block.text,))
            if label := block.provider or tidy(block.url or ""):
                yield formatted(label, [Mark(kind="link", start=0, end=len(label), href=block.url)])
        case Aside():
            yield from lines_of((block.title,), "strong")
        case LiveEntry():
            moment = f"{block.date_published:%Y-%m-%d %H:%M}" if block.date_published else None
            posted = " – ".join(filter(None, (moment, block.author)))
            yield from lines_of((block.headline,))
            yield from lines_of((posted,), "emphasis")


def lines_of(texts: Iterable[str | None], *all_over: str) -> Iterator[Formatted]:
    """Yield a line for each text of a block."""
    return (formatted(text, (), *all_over) for text in texts if text)


def lines(article: Article) -> list[Formatted]:
    head = [formatted(article.headline)] if article.headline else []
    return head + [line for block in article.body for line in shown(block)]


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
def test_markdown_of_a_block(block: Block, written: str) -> None:
    assert document(block) == (written + "\n" if written else "")


def test_adjacent_lists_stay_separate_in_markdown() -> None:
    one, two = ListBlock(items=(Text(text="un"),)), ListBlock(items=(Text(text="deux"),))
    assert document(one, two, one) == "- un\n\n* deux\n\n- un\n"
    assert RENDERER.render(document(one, two, one)).count("<ul>") == 3


def test_posts_of_a_live_are_separated_in_markdown() -> None:
    posts = [LiveEntry(headline=title, blocks=(Paragraph(text="Un mot."),)) for title in ("A", "B")]
    assert document(*posts) == (
        '<!-- live_entry {"headline": "A"} -->\n### A\n\nUn mot.\n\n---\n\n'
        '<!-- live_entry {"headline": "B"} -->\n### B\n\nUn mot.\n'
    )


def test_front_matter_is_yaml() -> None:
    """Includes all fields with a value, and no others."""
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
def test_front_matter_of_any_fields_is_yaml(article: Article) -> None:
    head = (
        article.to_markdown(metadata=True)
        .removesuffix(article.to_markdown())
        .removeprefix("---\n")
        .rstrip("-\n")
    )
    told = yaml.safe_load(head + "\n")
    assert told.get("title") == article.headline
    assert told.get("keywords", []) == list(article.keywords)


def test_markdown_of_an_empty_article_is_empty() -> None:
    assert Article(body=()).to_markdown() == ""


# Articles of plain prose that no rule changes

SENTENCES: Final = (
    "La barque rentre au port avant la pluie.",
    "Trois voisins attendent déjà sur le quai, les mains vides.",
    "On range les filets, puis on compte les caisses.",
    "Le vieux phare s’éteint un peu après minuit.",
    "Personne ne parle du marché de samedi.",
    "Une lampe brûle encore à l’étage de la capitainerie.",
)
prose = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join)
plain: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text=prose),
    st.builds(
        lambda text: Paragraph(
            text=text,
            marks=(Mark(kind="strong", start=0, end=text.index(" ")), Mark(kind="link", start=text.index(" ") + 1, end=len(text) - 1, href="https://x.example/a_b")),
        ),
        prose,
    ),
    st.builds(Heading, text=st.sampled_from(["Au port", "Après la pluie"]), level=st.integers(2, 4)),
    st.builds(ListBlock, items=st.lists(st.builds(Text, text=prose), min_size=2, max_size=3).map(tuple), ordered=st.booleans()),
)  # fmt: skip
closing = Paragraph(text="Le lendemain, tout est calme, et la mer est plate.")
prose_articles = st.lists(plain, min_size=2, max_size=5).map(
    lambda blocks: Article(headline="Un soir au port", body=(closing, *blocks, closing))
)


def plain_texts(blocks: Iterable[Block]) -> list[str]:
    """Yield the texts of an article one by one, including those of boxes, posts and items."""
    found: list[str] = []
    for block in every(blocks):
        match block:
            case Aside():
                found += [block.title] if block.title else []
            case LiveEntry():
                found += [block.headline] if block.headline else []
            case ListBlock():
                found += [item.text for item in block.items]
            case Figure() | Embed():
                continue
            case _:
                found.append(block.text)
    return found


@quick
@given(prose_articles)
def test_the_library_reads_its_own_html_and_markdown(article: Article) -> None:
    for back in (parse(article.to_html()), parse_text(article.to_markdown())):
        assert back.headline == article.headline
        assert plain_texts(back.body) == plain_texts(article.body)
        assert [paragraph.marks for paragraph in back.paragraphs] == [
            paragraph.marks for paragraph in article.paragraphs
        ]
        assert back.report.removed == () or {removal.reason for removal in back.report.removed} == {
            "metadata"
        }


@every_page
def test_the_library_reads_its_own_html_of_every_page(article: Article) -> None:
    back = parse(article.to_html())
    assert back.report.layout == "generic"
    assert plain_texts(back.body) == plain_texts(article.body)
    assert back.headline == article.headline


# Reading its own Markdown

ADDRESSES: Final = {"authors", "canonical_url", "main_image"}
"""Reduce fields to what can be read back: safe addresses, and the main image's address."""
NOT_WRITTEN: Final = {"url", "body", "related_links", "report"}


def metadata(article: Article) -> dict[str, object]:
    """Return all fields except those that Markdown does not keep."""
    return {
        field.name: getattr(article, field.name)
        for field in fields(Article)
        if field.name not in NOT_WRITTEN
    }


def types(blocks: Iterable[Block]) -> list[str]:
    return [block.type for block in every(blocks)]


def as_written(block: Block) -> Block:
    if isinstance(block, Aside | LiveEntry):
        return evolve(block, blocks=tuple(map(as_written, block.blocks)))
    if isinstance(block, Question):
        return evolve(block, marks=tuple(mark for mark in block.marks if mark.kind != "strong"))
    if isinstance(block, Paragraph):
        marks = [mark for mark in block.marks if not (mark.href or "").startswith("lmfr:")]
        return evolve(block, marks=tuple(marks))
    return block


def check_round_trip(article: Article) -> None:
    back = parse_text(article.to_markdown(metadata=True))
    assert types(back.body) == types(article.body)
    assert plain_texts(back.body) == plain_texts(article.body)
    assert back.related_links == ()
    assert metadata(back) == metadata(article)


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_markdown_of_a_page_is_read_back(article: Article) -> None:
    check_round_trip(article)


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_blocks_of_a_page_are_read_back_unchanged(article: Article) -> None:
    """Ignore the bold of questions, which is not a mark, and links of unknown schemes."""
    back = parse_text(article.to_markdown(metadata=True))
    assert back.body == tuple(map(as_written, article.body))


@quick
@given(articles)
def test_markdown_of_any_article_is_read_back(article: Article) -> None:
    """Return texts with the formatting of every character, except for whitespace at the ends of a
    mark."""
    back = parse_text(article.to_markdown(metadata=True))
    assert types(back.body) == types(article.body)
    assert plain_texts(back.body) == plain_texts(article.body)
    for block, written in zip(every(back.body), every(article.body), strict=True):
        if not isinstance(block, Aside | LiveEntry | Embed):
            assert without_spaces(shown(block)) == without_spaces(shown(written))
    assert back.related_links == ()
    assert {name: value for name, value in metadata(back).items() if name not in ADDRESSES} == {
        name: value for name, value in metadata(article).items() if name not in ADDRESSES
    }


def without_spaces(formatted_lines: Iterable[Formatted]) -> list[Formatted]:
    return [
        (text, tuple(kinds[at] for at, letter in enumerate(text) if not letter.isspace()))
        for text, kinds in formatted_lines
    ]


# HTML


@quick
@given(articles)
@example(
    Article(
        body=(Paragraph(text="</p><script>alert(1)</script>"),),
        headline="<img src=x onerror=alert(1)>",
        in_language='"><script>',
    )
)
def test_html_shows_every_text_and_runs_nothing(article: Article) -> None:
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
    """Yield the texts of the blocks in a body, with cells joined by tabs and rows by line ends."""
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


def test_html_of_an_article() -> None:
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
    assert article.to_html() == article._repr_html_() == """\
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


# TEI

TEI: Final = {"t": "http://www.tei-c.org/ns/1.0"}
TEI_ELEMENTS: Final = frozenset(
    re.findall(
        r"\w+",
        """TEI argument abstract appInfo application author bibl biblScope body byline cell classDecl creation date dateline div docTitle
        encodingDesc extent figDesc figure fileDesc floatingText front graphic head hi idno item keywords label langUsage language list
        measure note p profileDesc publicationStmt publisher quote ref row sourceDesc table taxonomy teiHeader term text textClass
        title titlePart titleStmt""",
    )
)
"""The elements that may be written."""


def tei_all() -> etree.RelaxNG:
    """Return TEI's own schema, reduced to the elements that are written; it takes libxml2 half a
    minute to read all of it.

    Addresses must follow RFC 2396 in it, although anyURI is any string
    (https://www.w3.org/TR/xmlschema11-2/#anyURI).
    """
    space = "{http://relaxng.org/ns/structure/1.0}"
    grammar = etree.fromstring(gzip.decompress((HERE / "assets" / "tei_all.rng.gz").read_bytes()))
    for element in list(grammar.iter(f"{space}element")):
        above = element.getparent()
        if above is not None and element.get("name") not in TEI_ELEMENTS:
            above.replace(element, etree.Element(f"{space}notAllowed"))
    for data in grammar.iter(f"{space}data"):
        if data.get("type") == "anyURI":
            data.set("type", "string")
    return etree.RelaxNG(grammar)


TEI_ALL: Final = tei_all()


def tei(article: Article) -> etree._Element:
    root = etree.fromstring(article.to_tei().encode())
    TEI_ALL.assertValid(root)
    assert [
        address for address in root.xpath("//@target | //@url") if re.search(r"\s", address)
    ] == []  # several elements, to TEI
    named = {f"#{name}" for name in root.xpath("//@xml:id")}
    assert {str(pointer) for pointer in root.xpath("//t:keywords/@scheme", namespaces=TEI)} == named
    return root


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
def test_teis_own_schema_is_strict(right: str, wrong: str) -> None:
    """Otherwise, validity would not mean anything."""
    mark = Mark(kind="link", start=5, end=9, href="/a")
    written = Article(headline="Un", body=(Paragraph(text="Deux mots.", marks=(mark,)),)).to_tei()
    assert TEI_ALL.validate(etree.fromstring(written.encode()))
    assert right in written
    assert not TEI_ALL.validate(etree.fromstring(written.replace(right, wrong).encode()))


def tei_texts(root: etree._Element) -> list[str]:
    """Return the text of the body, without notes, figures and the authors and times of posts."""
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
    """Return a text without the two characters that XML cannot contain but texts can."""
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
    """Divisions nest by heading level; the text after a live's post is in a separate division."""
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
<encodingDesc><appInfo><application ident="lemonde_parse" version="0.1.0"><label>lemonde_parse</label></application></appInfo><classDecl><taxonomy xml:id="genre"><bibl>The genre as the page names it</bibl></taxonomy><taxonomy xml:id="section"><bibl>The newspaper’s sections, from the outermost to the innermost</bibl></taxonomy><taxonomy xml:id="keywords"><bibl>The page’s tags</bibl></taxonomy><taxonomy xml:id="access"><bibl>Whether the page is free or reserved to subscribers</bibl></taxonomy><taxonomy xml:id="state"><bibl>Whether the page cuts the article off</bibl></taxonomy></classDecl></encodingDesc>
<profileDesc>
<creation><date when="2024-05-01T07:00:00+02:00">2024-05-01T07:00:00+02:00</date></creation>
<abstract><p>Un chapô.</p></abstract>
<langUsage><language ident="fr-FR">fr-FR</language></langUsage>
<textClass><keywords scheme="#genre"><term>Enquête</term></keywords><keywords scheme="#section"><term>International</term><term>Europe</term></keywords><keywords scheme="#keywords"><term>mer</term></keywords><keywords scheme="#access"><term>reserved</term></keywords><keywords scheme="#state"><term>truncated</term></keywords></textClass>
</profileDesc>
"""  # fmt: skip


# Articles made by hand, with texts that are not tidy and marks out of place

wild = st.text(max_size=12) | st.sampled_from(
    ["a\n\n# b", "    code", "a  \nb", "\t- x", "\x00\x0b\ud800", "a\r\n---", "\u2028"]
)
wild_marks = st.lists(
    st.builds(
        Mark,
        kind=st.sampled_from(get_args(MarkKind)),
        start=st.integers(-3, 14),
        end=st.integers(-3, 20),
        href=st.none() | wild,
    ),
    max_size=4,
).map(tuple)
wild_cells = st.builds(Text, text=wild, marks=wild_marks)
wild_leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text=wild, marks=wild_marks),
    st.builds(Heading, text=wild, level=st.integers(-1, 9), marks=wild_marks),
    st.builds(Question, text=wild),
    st.builds(Quote, text=wild),
    st.builds(ListBlock, items=st.lists(wild_cells, max_size=2).map(tuple)),
    st.builds(
        Table, rows=st.lists(st.lists(wild_cells, max_size=2).map(tuple), max_size=2).map(tuple)
    ),
    st.builds(Figure, url=st.none() | wild, caption=st.none() | wild, alt=st.none() | wild),
    st.builds(Embed, provider=st.none() | wild, url=st.none() | wild, text=st.none() | wild),
)
wild_articles = st.builds(
    Article,
    headline=st.none() | wild,
    url=st.none() | wild,
    genre=st.none() | wild,
    in_language=st.none() | wild,
    keywords=st.lists(wild, max_size=2).map(tuple),
    body=st.lists(st.recursive(wild_leaves, boxes, max_leaves=4), max_size=4).map(tuple),
    report=st.builds(Report, parser_version=wild),
)


@quick
@given(wild_articles)
def test_every_format_writes_any_article(article: Article) -> None:
    """Well-formed, with the structure of the article only, and without active content."""
    shown = len(rendered(article.to_markdown()))
    assert shown <= len(lines(article)) + sum(
        isinstance(block, Figure) for block in every(article.body)
    )
    tei(article)
    root = html.fragment_fromstring(article.to_html())
    assert not root.xpath("//script | //@onerror")
    headings = sum(isinstance(block, Heading) for block in every(article.body))
    assert len(root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")) >= headings
    check_terms(article.to_json_ld())
    assert article.text_spans().text == article.text
    assert explain(article).endswith("</html>\n")


# JSON-LD

VOCABULARY: Final = json.loads((HERE / "assets" / "schema_org_terms.json").read_text("utf-8"))


def check_terms(node: object) -> None:
    """Every term is schema.org's, belongs to the type of its node or a supertype, and has a valid
    value."""
    if isinstance(node, list):
        for one in node:
            check_terms(one)
    if not isinstance(node, dict):
        return
    types = lineage(node["@type"])
    for term, value in node.items():
        if term.startswith("@"):
            continue
        told = VOCABULARY["properties"][term]
        assert types & set(told["domain"]), f"{term} is no property of {node['@type']}"
        for one in value if isinstance(value, list) else [value]:
            found = lineage(one["@type"]) if isinstance(one, dict) else LITERALS[type(one)]
            assert found & set(told["range"]), f"{term} takes no {found}"
        check_terms(value)


LITERALS: Final = {
    str: {"Text", "URL", "DateTime", "Date", "Duration"},
    bool: {"Boolean"},
    int: {"Integer", "Number"},
}


def lineage(kind: str) -> set[str]:
    """Return a type and its supertypes."""
    return {kind}.union(*(lineage(above) for above in VOCABULARY["types"][kind]))


@quick
@given(
    articles,
    st.sampled_from(get_args(Kind)),
    st.sampled_from([None, "Tribune", "Critique", "Inconnu"]),
)
def test_json_ld_uses_schema_org_terms(article: Article, kind: Kind, genre: str | None) -> None:
    told = evolve(article, kind=kind, genre=genre).to_json_ld()
    assert json.loads(json.dumps(told)) == told
    assert told["@context"] == "https://schema.org"
    check_terms(told)


@every_page
def test_json_ld_of_every_page_uses_schema_org_terms(article: Article) -> None:
    told = article.to_json_ld()
    check_terms(told)
    assert told["articleBody"] == article.text
    assert told.get("headline") == article.headline


@pytest.mark.parametrize(
    ("kind", "genre", "wanted"),
    [
        ("article", None, "NewsArticle"),
        ("article", "Portrait", "NewsArticle"),
        ("article", "Tribune", "OpinionNewsArticle"),
        ("article", "Éditorial", "OpinionNewsArticle"),
        ("article", "EDITORIAL", "OpinionNewsArticle"),
        ("article", "Critique", "ReviewNewsArticle"),
        ("article", "Analyse", "AnalysisNewsArticle"),
        ("article", "Décryptage", "BackgroundNewsArticle"),
        ("article", "Enquête", "ReportageNewsArticle"),
        ("video", "Vidéo", "NewsArticle"),
        ("live", "Factuel", "LiveBlogPosting"),
        ("blog", "Tribune", "BlogPosting"),
    ],
)
def test_json_ld_type_follows_kind_and_genre(kind: str, genre: str | None, wanted: str) -> None:
    assert (
        Article.from_dict(
            {"schema_version": 1, "body": [], "kind": kind, "genre": genre}
        ).to_json_ld()["@type"]
        == wanted
    )


def test_json_ld_of_an_article() -> None:
    article = Article(
        headline="Un titre",
        authors=(Author(name="Claire Vasseur", url="https://x.example/cv", job_title="reporter", location="Bruxelles"), Author(name="Collectif des ports")),
        agencies=("AFP",),
        publisher="Le Monde",
        section="International",
        keywords=("mer",),
        identifier="6187099",
        canonical_url="https://x.example/a",
        in_language="fr",
        date_published=datetime(2024, 5, 1, 7, tzinfo=UTC),
        reading_minutes=4,
        is_accessible_for_free=False,
        main_image=Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP"),
        related_links=(RelatedLink(label="Lire aussi", headline="Un autre", url="https://x.example/b"),),
        body=(Paragraph(text="Deux mots."), Figure(url="javascript:x"), Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP")),
    )  # fmt: skip
    assert article.to_json_ld() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://x.example/a",
        "url": "https://x.example/a",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://x.example/a", "relatedLink": ["https://x.example/b"]},
        "identifier": "6187099",
        "headline": "Un titre",
        "articleSection": "International",
        "keywords": ["mer"],
        "inLanguage": "fr",
        "author": [
            {"@type": "Person", "name": "Claire Vasseur", "url": "https://x.example/cv", "jobTitle": "reporter", "workLocation": {"@type": "Place", "name": "Bruxelles"}},
            {"@type": "Organization", "name": "Collectif des ports"},
        ],
        "sourceOrganization": [{"@type": "Organization", "name": "AFP"}],
        "publisher": {"@type": "Organization", "name": "Le Monde"},
        "datePublished": "2024-05-01T07:00:00+00:00",
        "isAccessibleForFree": False,
        "timeRequired": "PT4M",
        "image": [{"@type": "ImageObject", "url": "https://x.example/i.jpg", "caption": "Le port.", "creditText": "AFP"}],
        "articleBody": "Deux mots.",
        "wordCount": 2,
    }  # fmt: skip


def test_posts_of_a_live_are_its_updates_in_json_ld() -> None:
    post = LiveEntry(
        identifier="7",
        headline="Un fait",
        author="C. D.",
        date_published=datetime(2024, 5, 1, tzinfo=UTC),
        blocks=(Paragraph(text="Un mot."),),
    )
    told = Article(
        kind="live", canonical_url="https://x.example/l", body=(Paragraph(text="Zéro."), post)
    ).to_json_ld()
    assert told["liveBlogUpdate"] == [
        {
            "@type": "BlogPosting",
            "@id": "https://x.example/l#7",
            "identifier": "7",
            "headline": "Un fait",
            "author": {"@type": "Person", "name": "C. D."},
            "datePublished": "2024-05-01T00:00:00+00:00",
            "articleBody": "Un fait\n\nUn mot.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"agencies": ["AFP"], "publisher": "Le Monde"}, "AFP"),
        ({"publisher": "Le Monde"}, "Le Monde"),
    ],
)
def test_json_ld_author_of_unsigned_articles_is_agency_or_publisher(
    fields: dict[str, object], author: str
) -> None:
    told = Article.from_dict({"schema_version": 1, "body": [], **fields}).to_json_ld()  # type: ignore[dict-item]  # JSON, all of it
    assert told["author"] == [{"@type": "Organization", "name": author}]


@pytest.mark.parametrize(
    ("name", "schema_type"),
    [
        ("Collectif des ports", "Organization"),
        ("Le service Économie", "Organization"),
        ("L’équipe du phare", "Organization"),
        ("Les Décodeurs", "Organization"),
        ("Le Monde Afrique", "Organization"),
        ("Libération", "Organization"),
        ("AFP", "Organization"),
        ("l’AFP", "Organization"),
        ("Keystone-ATS", "Organization"),
        ("Efe Kaya", "Person"),
        ("Ana Gil", "Person"),
        ("Agnès Lemonde", "Person"),
    ],
)
def test_authors_are_persons_or_organizations_in_json_ld(name: str, schema_type: str) -> None:
    article = Article(authors=(Author(name=name),), body=())
    assert article.to_json_ld()["author"] == [{"@type": schema_type, "name": name}]


# Offsets into the text


@quick
@given(articles)
def test_spans_locate_blocks_in_the_text(article: Article) -> None:
    bare = article.text_spans()
    assert bare.text == article.text
    for head in (False, True):
        told = article.text_spans(head=head)
        for span in told.spans:
            assert told.text[span.start : span.end] == at(article, span.path)
        assert [span.start for span in told.spans] == sorted(span.start for span in told.spans)
        paths = [span.path for span in told.spans]
        assert len(set(paths)) == len(paths)
        assert told.text.endswith(bare.text)
        plain = told.plain()
        assert plain.spans == told.spans
        assert len(plain.text) == len(told.text)
    assert bare.plain().text == article.plain_text
    wanted = [
        block.type
        for block in every(article.body)
        if not isinstance(block, Figure | Embed) and block.text
    ]
    assert [
        span.type for span in bare.spans if span.type not in ("item", "cell", "title", "headline")
    ] == wanted


def at(article: Article, path: str) -> str:
    """Return the text at a path."""
    value: object = article
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = getattr(value, name) if name else value[int(index)]  # type: ignore[index]  # a path says what is a tuple
    return value if isinstance(value, str) else value.text  # type: ignore[attr-defined]  # else a block, item or cell


def test_spans_of_an_article() -> None:
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
    told = article.text_spans(head=True)
    assert (
        told.text == "L’été\n\nUn chapô.\n\nDeux mots.\n\nun\ndeux\n\nÀ savoir\n\n«\u00a0Oui\u00a0»"
    )
    assert [(span.path, span.type, span.start, span.end) for span in told.spans] == [
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
    assert told.plain() == SpannedText(
        text='L\'été\n\nUn chapô.\n\nDeux mots.\n\nun\ndeux\n\nÀ savoir\n\n" Oui "',
        spans=told.spans,
    )


@every_page
def test_spans_of_every_page_locate_its_blocks(article: Article) -> None:
    told = article.text_spans()
    tops = [span for span in told.spans if re.fullmatch(r"body\[\d+\]", span.path)]
    assert "\n\n".join(told.text[span.start : span.end] for span in tops) == article.text
    assert all(isinstance(span, TextSpan) for span in told.spans)


@pytest.mark.parametrize(
    "character", ["\x00", "\x01", "\x0b", "\x1f", "\t", "\n", "\ud800", "\uffff", " "]
)
@pytest.mark.parametrize(
    "form",
    [
        "{}javascript:alert(1)",
        "java{}script:alert(1)",
        "javascript{}:alert(1)",
        "{0} {0}javascript:alert(1)",
    ],
)
def test_invalid_characters_do_not_hide_unsafe_addresses(form: str, character: str) -> None:
    """They are dropped when an address is written, and the rest is what runs; check that."""
    address = form.format(character)
    article = Article(
        body=(
            Paragraph(text="ici", marks=(Mark(kind="link", start=0, end=3, href=address),)),
            Figure(url=address),
            Embed(provider="x", url=address),
        ),
        related_links=(RelatedLink(label="", headline="Un titre", url=address),),
    )
    for written in (
        article.to_html(),
        article.to_markdown(),
        article.to_tei(),
        json.dumps(article.to_json_ld()),
    ):
        assert "javascript:" not in written
