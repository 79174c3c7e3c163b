"""Random articles and checks for the tests of output formats."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from lxml import etree
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
    Table,
    Text,
    parse,
)
from lemonde_parse.blocks import MarkKind
from lemonde_parse.wording.whitespace import tidy

HERE: Final = Path(__file__).parent
FOLDERS: Final = sorted(path.parent for path in HERE.glob("pages/*/page.html"))
PAGES: Final = {folder.name: parse((folder / "page.html").read_bytes()) for folder in FOLDERS}
every_page = pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)

# Random articles. Their whitespace is normalised as in parsed articles, but the characters are chosen
# to break the syntax of the output formats.

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
    """Draw a text with marks on arbitrary parts."""
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
    blocks = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Aside, title=maybe, blocks=blocks) | st.builds(
        LiveEntry,
        identifier=maybe,
        headline=maybe,
        author=maybe,
        date_published=moments,
        blocks=blocks,
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
    """Yield blocks and the blocks inside them, outer blocks first."""
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
    """Yield a line for each text that is not empty."""
    return (formatted(text, (), *all_over) for text in texts if text)


def lines(article: Article) -> list[Formatted]:
    head = [formatted(article.headline)] if article.headline else []
    return head + [line for block in article.body for line in shown(block)]


# Articles of plain prose, which the library's rules do not change

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


def plain_texts(blocks: Iterable[Block]) -> list[str]:
    """Return the texts of blocks, boxes, posts and list items, except figures and embeds."""
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


def types(blocks: Iterable[Block]) -> list[str]:
    return [block.type for block in every(blocks)]


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
"""The elements that `to_tei` may write."""


def tei_all() -> etree.RelaxNG:
    """Return the official TEI schema, reduced to the elements that `to_tei` may write.

    libxml2 takes half a minute to load the complete schema. It also requires values of the type
    anyURI to follow RFC 2396, although any string is valid
    (https://www.w3.org/TR/xmlschema11-2/#anyURI); these values are therefore checked as strings.
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
    ] == []  # in TEI, a space separates several addresses
    named = {f"#{name}" for name in root.xpath("//@xml:id")}
    assert {str(pointer) for pointer in root.xpath("//t:keywords/@scheme", namespaces=TEI)} == named
    return root


# JSON-LD

VOCABULARY: Final = json.loads((HERE / "assets" / "schema_org_terms.json").read_text("utf-8"))


def check_terms(node: object) -> None:
    """Check that every term is from schema.org, belongs to the type of its node or a supertype,
    and has a valid value."""
    if isinstance(node, list):
        for one in node:
            check_terms(one)
    if not isinstance(node, dict):
        return
    types = lineage(node["@type"])
    for term, value in node.items():
        if term.startswith("@"):
            continue
        definition = VOCABULARY["properties"][term]
        assert types & set(definition["domain"]), f"{term} is not a property of {node['@type']}"
        for one in value if isinstance(value, list) else [value]:
            found = lineage(one["@type"]) if isinstance(one, dict) else LITERALS[type(one)]
            assert found & set(definition["range"]), f"{term} does not accept {found}"
        check_terms(value)


LITERALS: Final = {
    str: {"Text", "URL", "DateTime", "Date", "Duration"},
    bool: {"Boolean"},
    int: {"Integer", "Number"},
}


def lineage(kind: str) -> set[str]:
    """Return a type and its supertypes."""
    return {kind}.union(*(lineage(above) for above in VOCABULARY["types"][kind]))


def at(article: Article, path: str) -> str:
    """Return the text at a path such as ``body[2].items[0]``."""
    value: object = article
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = getattr(value, name) if name else value[int(index)]  # type: ignore[index]  # indexes in a path follow tuples
    return value if isinstance(value, str) else value.text  # type: ignore[attr-defined]  # else a block, item or cell
