"""Pages for the tests of bad input."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lemonde_parse import (
    Article,
    Aside,
    Block,
    Embed,
    Figure,
    LemondeParseError,
    LiveEntry,
    Paragraph,
    Table,
    parse,
)

HEAD = (
    '<meta charset="utf-8"><title>Le port | Journal</title><meta property="og:title" content="Le '
    'port">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le port", '
    '"author": {"name": "Ana Gil"},'
    ' "datePublished": "2024-05-01T07:00:00+02:00"}</script>'
    '<script>var lmd = {"context": {"article": {"legacyId": 6187099, "nbChar": 120}, '
    '"element": {"restreint": false}}};</script>'
)
BODY = (
    '<p class="article__paragraph">La première phrase de l’article, <em>sans hâte</em>.</p>'
    '<section class="catcher"><span class="catcher__title">Lire aussi :</span> '
    '<a href="/b.html">Un autre port</a></section>'
    '<h2 class="article__sub-title">Au large</h2><ul><li>Un</li><li>Deux</li></ul>'
    '<figure><img src="/c.jpg" alt="Le quai"><figcaption>Le quai. '
    '<span class="article__credit">ANA GIL</span></figcaption></figure>'
    '<blockquote class="twitter-tweet">Un message <a href="https://twitter.com/a/status/1">là</a>'
    "</blockquote>"
    "<table><tr><td>Port</td><td>Étel</td></tr></table><aside><h3>À savoir</h3><p>Il pleut.</p>"
    "</aside>"
    '<p class="article__paragraph">La dernière phrase.</p>'
)


def page(body: str = BODY, head: str = HEAD, after: str = "") -> str:
    """Return a page in Le Monde's current layout."""
    return (
        f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body><nav><a href="/">Une</a></nav>'
        '<main><section class="article">'
        '<header class="article__header"><h1 class="article__title">Le port</h1>'
        '<span class="meta__author">Par Ana Gil</span></header>'
        f'<article class="article__content">{body}</article></section></main>{after}</body></html>'
    )


def read(anything: str | bytes) -> Article | None:
    """Parse a page and check the article; return None if parsing raises a LemondeParseError.

    Any other exception is a bug in the library.
    """
    try:
        article = parse(anything)
    except LemondeParseError:
        return None
    written = article.to_json()
    written.encode()
    json.loads(written, parse_constant=_no_json)
    back = Article.from_json(written)
    assert back == article
    assert back.report == article.report
    assert hash(back) == hash(article)
    assert repr(article)
    for block in _every(article.body):
        if isinstance(block, Paragraph):
            assert block.text
            assert block.text == block.text.strip()
            for mark in block.marks:
                assert 0 <= mark.start < mark.end <= len(block.text)
    assert all(0 <= link.position <= len(article.body) for link in article.related_links)
    assert all(0 <= removal.position <= len(article.body) for removal in article.report.removed)
    return article


def _no_json(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def _every(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from _every(block.blocks)


def codes(article: Article) -> set[str]:
    return {warning.code for warning in article.report.warnings}


WHOLE = parse(page())


# Generated input


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def has_letters_of(text: str, whole: str) -> bool:
    """Return True if `whole` contains the letters and digits of `text` in the same order."""
    rest = iter(letters(whole))
    return all(character in rest for character in letters(text))


def _all_words(article: Article) -> set[str]:
    """Return the texts of body, related links and removals, and each word in them."""
    texts = [article.text]
    for block in _every(article.body):
        if isinstance(block, Figure):
            texts += [block.caption or "", block.credit or "", block.alt or ""]
        elif isinstance(block, Embed):
            texts.append(block.text or "")
        elif isinstance(block, Table):
            texts.append(block.text)
    texts += [f"{link.label} {link.headline}" for link in article.related_links]
    texts += [removal.text for removal in article.report.removed]
    return {word for text in texts for word in text.split()} | set(texts)
