"""Checks that no text is lost or invented, on pages generated from layouts and in printed texts.

A generated page consists of a layout's content element with random nested elements: some that the
layout's selectors match, and common elements of HTML. Each word is unique, so that it can be counted.
"""

from __future__ import annotations

import gzip
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lemonde_parse import LAYOUTS, Article, Layout, LemondeParseError, Role, parse, parse_text

_SELECTOR: Final = re.compile(
    r"(?P<tag>[a-z][\w-]*)?(?:(?P<by>[.#])(?P<name>[^*@]+)(?P<star>\*)?)?"
)
_TAGS: Final = (
    "p", "p", "p", "div", "section", "span", "strong", "em", "a", "h2", "h3", "ul", "ol", "li",
    "blockquote", "figure", "figcaption",
    "aside", "table", "tr", "td", "dl", "dt", "dd", "sup", "cite", "article", "header", "footer",
    "nav", "form", "address", "details",
)  # fmt: skip
_ATTRIBUTES: Final = {"a": " href='/ailleurs.html'", "iframe": " src='https://lecteur.example/1'"}
_SHAPES: Final = (
    "{}", "{} ", " {} {} {} {} {} {} {} {} {}. ", " {}, {} {} ! ", "{} {} {} ? ",
    " Lire aussi : {} {} ", "« {} {} {} »", "<br>{}<br><br>{}",
    " Par {} {} ", " Propos recueillis par {} {} ", "{} (AFP) ",
    " Publié le 12 mars 2024 à 14h05 {} ", " | {} {} ", "Le Monde avec AFP {}",
    "Article réservé à nos abonnés {}", "Il vous reste 35 % de cet article à lire. {}",
    "Le reste est réservé aux abonnés. {}", "&nbsp;{}",
)  # fmt: skip
_SHAPED: Final = st.tuples(st.sampled_from(_SHAPES), st.sampled_from(["mot{}", "Mot{}", "MOT{}"]))


def element(selector: str) -> tuple[str, str]:
    """Return tag and attributes of an element that a selector matches."""
    found = _SELECTOR.match(selector)
    assert found is not None
    tag = found["tag"] or "div"
    name = f"{found['name']}{'x' if found['star'] else ''}"
    return tag, (
        f" {'class' if found['by'] == '.' else 'id'}='{name}'" if found["by"] else ""
    ) + _ATTRIBUTES.get(tag, "")


def elements(layout: Layout) -> list[tuple[str, str]]:
    """Return elements that the layout's selectors match, and common elements, unless ignored."""
    named = [
        *layout.roles,
        *(selector for sources in layout.fields.values() for selector in sources),
        *_TAGS,
    ]
    made = [element(selector) for selector in named if not selector.startswith(("/", "("))]
    return [
        one
        for one in made
        if layout.entry(etree.fromstring(f"<{one[0]}{one[1]}/>")).role is not Role.IGNORE
    ]


def holder(layout: Layout) -> tuple[str, str]:
    """Return the element in which the layout expects the body."""
    first = next((row for row in layout.content if not row.startswith(("/", "("))), "article")
    return element(first.partition(",")[0])


def contents(layout: Layout) -> st.SearchStrategy[str]:
    """Draw the markup of a body, with numbered words."""
    known = elements(layout)
    leaf = _SHAPED.map(lambda shaped: shaped[0].replace("{}", shaped[1]))
    node = st.recursive(
        leaf,
        lambda inner: st.tuples(st.sampled_from(known), st.lists(inner, max_size=4)).map(written),
        max_leaves=12,
    )
    return st.lists(node, min_size=1, max_size=6).map(lambda nodes: numbered("".join(nodes)))


def written(made: tuple[tuple[str, str], list[str]]) -> str:
    (tag, attributes), inner = made
    return f"<{tag}{attributes}>{''.join(inner)}</{tag}>"


def numbered(markup: str) -> str:
    """Replace each "{}" by a different number."""
    pieces = markup.split("{}")
    return "".join(f"{piece}{number}" for number, piece in enumerate(pieces[:-1])) + pieces[-1]


def page(layout: Layout, content: str) -> str:
    tag, attributes = holder(layout)
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le port</title></head>'
        "<body><main>"
        f"<h1>Un titre</h1><{tag}{attributes}><p>Une phrase pour commencer, "
        f"qui est assez longue pour en être une.</p>{content}"
        f"<p>Une phrase pour finir, qui est assez longue pour en être une.</p></{tag}></main>"
        "</body></html>"
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"mot\d+", text.casefold()))


def strings(value: object) -> str:
    """Return the texts in a JSON value, joined by spaces."""
    if isinstance(value, dict):
        return " ".join(map(strings, value.values()))
    if isinstance(value, list):
        return " ".join(map(strings, value))
    return value if isinstance(value, str) else ""


def read(source: str, layout: Layout) -> Article | None:
    try:
        return parse(source, layout=layout)
    except LemondeParseError:
        return None


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@settings(max_examples=settings().max_examples // 8)
@given(data=st.data())
def test_words_of_pages_generated_from_layouts_are_accounted_for(
    layout: Layout, data: st.DataObject
) -> None:
    """Each word is in the body, the metadata, a figure, an embed, a related link or a Removal; and
    at most once in the body."""
    content = data.draw(contents(layout))
    article = read(page(layout, content), layout)
    assert article is not None, "a page with a body was refused"
    output = words(strings(article.to_dict()))
    assert words(content) - output == Counter(), "lost"
    assert words(article.text) - words(content) == Counter(), "invented"


def by_role(layout: Layout) -> dict[Role, tuple[str, str]]:
    """Return an element for each role of the layout."""
    return {
        layout.entry(etree.fromstring(f"<{tag}{attributes}/>")).role: (tag, attributes)
        for tag, attributes in elements(layout)
    }


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_nested_roles_lose_no_words(layout: Layout) -> None:
    """Test every pair of roles, including unlikely ones: a tweet in a list, a credit in a heading."""
    known = by_role(layout)
    for outer, around in known.items():
        content = numbered(
            "".join(written((around, [written((inner, ["mot{}"]))])) for inner in known.values())
        )
        article = read(page(layout, content), layout)
        assert article is not None
        assert words(content) - words(strings(article.to_dict())) == Counter(), (
            f"lost in {outer.value}"
        )
        assert words(article.text) - words(content) == Counter(), f"invented in {outer.value}"


_CORPUS = os.environ.get("LEMONDE_PARSE_CORPUS", "")
_PLAIN: Final = ("browser-page", "inscriptis", "lynx", "pandoc-plain", "soup-lines", "soup-plain")
"""Programs that print pages without the addresses of links."""
_MARKS: Final = re.compile(
    r"\(BUTTON\)|\[[^\[\]]*\.(?:png|jpe?g|gif|svg|webp)\]|\[[\da-f-]+\]|\[INLINE\]|References"
)
"""Marks that text browsers print for buttons and pictures."""
_ANY_WORD: Final = re.compile(r"[^\W\d_a-zà-ÿ]?[a-zà-ÿ]{3,}")
"""A word of several letters. A capital starts a new word, since a label may be joined to a headline,
as in "aussiUn"."""


def printed() -> Iterator[Path]:
    yield from sorted((Path(__file__).parent / "texts").glob("*/page.txt"))
    for program in _PLAIN:
        yield from sorted(Path(_CORPUS, "printed", program).glob("*"))[::6] if _CORPUS else ()


@pytest.mark.parametrize(
    "file", list(printed()), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_words_of_texts_are_accounted_for(file: Path) -> None:
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8", "replace")
    try:
        article = parse_text(text)
    except LemondeParseError:
        pytest.skip("no article")
    given = Counter(_ANY_WORD.findall(_MARKS.sub(" ", text)))
    lost = given - Counter(_ANY_WORD.findall(strings(article.to_dict())))
    # The expression splits words with a soft hyphen or a superscript, but the library joins them.
    assert sum(lost.values()) <= 2, lost


@pytest.mark.skipif(not _CORPUS, reason="needs a folder of real pages in LEMONDE_PARSE_CORPUS")
def test_corpus_has_printed_pages() -> None:
    assert len(list(printed())) > 50
