"""Checks that every word that a browser displays in an article is in the Article or a Removal.

html5lib builds the same tree as browsers. The pages consist of random tags, or are test pages in
which tags are inserted, left out or doubled.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from html5_pages import FORMS
from lemonde_parse import LemondeParseError, NotAnArticleError, parse
from lemonde_parse.intake.source import Page

PAGES: Final = sorted((Path(__file__).parent / "pages").glob("*/page.html"))

_NAMES: Final = (
    "p", "p", "p", "div", "div", "span", "b", "i", "em", "a", "h2", "h3", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "caption", "colgroup", "tbody", "thead", "tr", "td", "th", "blockquote", "figure",
    "figcaption", "section", "article", "aside", "main", "header", "footer", "nav", "form", "fieldset",
    "legend", "label", "button", "select", "option", "optgroup", "textarea", "details", "summary",
    "dialog", "address", "pre", "listing", "xmp", "code", "sup", "sub", "small", "font", "center", "nobr",
    "ruby", "rb", "rt", "rp", "rtc", "ins", "del", "map", "object", "video", "audio", "picture", "canvas",
    "iframe", "noscript", "noembed", "noframes", "template", "svg", "math", "mi", "mtext", "mfrac", "g",
    "text", "foreignObject", "desc", "title", "style", "script", "html", "head", "body", "frameset",
    "marquee", "applet", "menu", "menuitem", "hgroup", "search", "time", "u", "tt", "strike", "bogus", "x-y",
)  # fmt: skip
_VOID: Final = (
    "wbr", "source", "track", "embed", "keygen", "param", "br", "hr", "img", "image", "input", "col",
    "area", "link", "meta", "base", "bgsound", "frame", "command", "spacer",
)  # fmt: skip
TOKENS: Final = (
    *(f"<{name}>" for name in (*_NAMES, *_VOID)),
    # The end tags of the elements around the article are missing here, because browsers ignore them
    # inside an unclosed marquee, cell or formula, but libxml2 does not.
    *(f"</{name}>" for name in (*_NAMES, *_VOID) if name not in ("article", "main")),
    *(f"<{name}/>" for name in ("p", "div", "svg", "math", "wbr", "br", "source", "path", "td")),
    "<a href='x'>", "<p class=\"a>b\">", "<div a='", "<!-- ", " -->", "<!-->", "--!>", "]]>",
    "<?xml ?>", "<!DOCTYPE html>", "<", "</", "</>", "&lt;", "&", "&amp", "\n\n", "<br><br>", "\0",
    "<svg><title>", "<svg><foreignObject>", "<math><mi>", "<p hidden>", "<table><tr><td>",
)  # fmt: skip

# Elements whose text browsers do not display, or display only in a form field or a drawing.
_UNSEEN: Final = frozenset(
    ["script", "style", "template", "head", "title", "noscript", "noframes", "noembed", "iframe",
     "object", "applet", "video", "audio", "select", "textarea", "canvas", "desc", "annotation",
     "annotation-xml", "datalist"]
)  # fmt: skip


def word(number: int) -> str:
    return f" mot{number}q "


def visible_words(element: etree._Element, *, is_drawn: bool = False) -> Iterator[str]:
    """Yield the texts that a browser displays in an element, including labels of drawings."""
    tag = etree.QName(element).localname
    if tag in _UNSEEN:
        return
    if tag == "svg":
        is_drawn = True
    elif is_drawn and tag in ("text", "foreignObject"):
        is_drawn = False
    if element.text and not is_drawn:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from visible_words(child, is_drawn=is_drawn)
        if child.tail and not is_drawn:
            yield child.tail


def shown(source: str) -> Counter[str]:
    """Return the words that a browser displays in the first article element."""
    article = tree_of(source).find(".//article[@class='article__content']")
    return words("".join(visible_words(article))) if article is not None else Counter()


def tree_of(source: str) -> etree._Element:
    """Build the tree that a browser builds if scripts are enabled."""
    parser = html5lib.HTMLParser(
        html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False, debug=False
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that XML does not allow
        root: etree._Element = parser.parse(source, scripting=True).getroot()
    return root


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"mot\d+q", text))


def strings(value: object) -> str:
    """Return the texts in a JSON value, joined by spaces."""
    if isinstance(value, dict):
        return " ".join(map(strings, value.values()))
    if isinstance(value, list):
        return " ".join(map(strings, value))
    return value if isinstance(value, str) else ""


def lost(content: str) -> Counter[str]:
    """Return the words that a browser displays but the Article lacks."""
    source = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Le port</title></head><body><main>'
        "<h1>Le port</h1><article class='article__content'><p>Une phrase pour commencer, qui est "
        f"assez longue pour en être une.</p>{content}</article></main></body></html>"
    )
    try:
        article = parse(source)
    except LemondeParseError:
        return Counter()
    return shown(source) - words(strings(article.to_dict()))


def numbered(pieces: list[str | None]) -> str:
    """Replace each None by a unique word."""
    return "".join(word(at) if piece is None else piece for at, piece in enumerate(pieces))


contents = st.lists(st.none() | st.sampled_from(TOKENS), min_size=1, max_size=25).map(numbered)


@given(contents)
def test_words_are_kept_with_tags_in_any_order(content: str) -> None:
    assert lost(content) == Counter()


# Pages of unknown layouts

_IGNORED: Final = tuple(
    f"<{sign}{name}>"
    for name in ("tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col")
    for sign in ("", "/")
)
# Tags that neither hide the rest of the page nor show its source. Each page gets only one of them,
# because two unclosed tags may separate the first paragraph from the others.
_TAGS: Final = tuple(
    f"<{name}>"
    for name in dict.fromkeys((*_NAMES, *_VOID))
    if name not in ("script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title", "noscript",
                    "template", "frameset", "select")
)  # fmt: skip
_PAGES: Final = (
    "<body id='text'><h1>Le port</h1>{}",
    "<body><h1>Le port</h1><div id='text'>{}</div>",
    "<body><nav><a href='/'>Une</a></nav><main id='text'><h1>Le port</h1>{}</main>",
    "<body><article id='text'><h1>Le port</h1>{}</article>",
)


@st.composite
def unknown_pages(draw: st.DrawFn) -> tuple[str, Page]:
    """Draw a page of short and long paragraphs, as a string and as one of the types in FORMS.

    Up to three tags that a browser ignores are inserted, and one that it does not ignore. They are
    inserted inside a paragraph only if the page is a string, since libxml2 would end the paragraph.
    """
    form = draw(st.sampled_from(FORMS))
    count = iter(range(1_000))
    lengths = draw(st.lists(st.sampled_from((8, 12, 30)), min_size=3, max_size=5))
    pieces = []
    for length in lengths:
        sentence = [word(next(count)) for _ in range(length)]
        pieces += ["<p>", *sentence, ", une phrase entière.", "</p>"]
    for token in (
        *draw(st.lists(st.sampled_from(_IGNORED), max_size=3)),
        draw(st.sampled_from(_TAGS)),
    ):
        places = [at for at, piece in enumerate(pieces) if form is str or piece == "<p>"]
        pieces.insert(draw(st.sampled_from(places)), token)
    page = draw(st.sampled_from(_PAGES)).format("".join(pieces))
    source = f"<!DOCTYPE html><html><head><title>Le port</title></head>{page}</body></html>"
    return source, form(source)


@given(unknown_pages())
def test_words_are_kept_on_pages_of_unknown_layouts(pages: tuple[str, Page]) -> None:
    source, page = pages
    text = tree_of(source).find(".//*[@id='text']")
    assert text is not None
    try:
        article = parse(page)
    except NotAnArticleError:  # too short
        return
    assert words("".join(visible_words(text))) - words(strings(article.to_dict())) == Counter()


# Test pages

# Tags that may end an element around the article are excluded, because the browser and the library
# would then place the rest of the article in different elements.
_PAGE_TOKENS: Final = tuple(
    token
    for token in TOKENS
    if token not in ("</div>", "</section>", "<svg><foreignObject>", "<math><mi>")
)
_REGIONS: Final = (
    "//*[@id='articleBody']",
    "//*[contains(concat(' ', @class, ' '), ' article__content ')]",
    "//*[@itemprop='articleBody']",
    "//*[contains(concat(' ', @class, ' '), ' entry-content ')]",
)


def region_words(source: str) -> Counter[str]:
    """Return the words that a browser displays in a page's article."""
    root = tree_of(source)
    for path in _REGIONS:
        found = root.xpath(path)
        if isinstance(found, list) and found and isinstance(found[-1], etree._Element):
            return prose("".join(visible_words(found[-1])))
    return Counter()


def prose(text: str) -> Counter[str]:
    return Counter(
        re.findall(r"[^\W\d_]{4,}", re.sub("[\u00ad\u200b-\u200f]", "", text.casefold()))
    )


def missing(source: str, of: Counter[str]) -> Counter[str]:
    """Return the words in `of` that a browser displays but the Article lacks."""
    try:
        article = parse(source)
    except LemondeParseError:
        return Counter()
    return (region_words(source) - prose(strings(article.to_dict()))) & of


def own_words(source: str) -> Counter[str]:
    """Return the words of the article that occur only once on the page."""
    everywhere = prose(source)
    return Counter({name: 1 for name in region_words(source) if everywhere[name] == 1})


@st.composite
def changed_pages(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a test page, and the same page with tags inserted, left out or doubled in its text."""
    page = draw(st.sampled_from(PAGES)).read_text()
    tags = [found.span() for found in re.finditer(r"<[/a-z][^<>]*>", page)]
    first, last = page.find("<p"), page.rfind("</p>")
    inside = [span for span in tags if first <= span[0] <= last] or tags
    changed = page
    # From last to first, so that positions stay valid.
    for start, end in sorted(draw(st.sets(st.sampled_from(inside), min_size=1, max_size=4)))[::-1]:
        token = draw(st.sampled_from(("", page[start:end] * 2, *_PAGE_TOKENS)))
        changed = changed[:start] + token + changed[end if not token else start :]
    return page, changed


@settings(max_examples=settings().max_examples // 4)
@given(changed_pages())
def test_words_are_kept_on_changed_test_pages(pages: tuple[str, str]) -> None:
    page, changed = pages
    words_of_page = own_words(page)
    assert missing(changed, words_of_page) - missing(page, words_of_page) == Counter()
