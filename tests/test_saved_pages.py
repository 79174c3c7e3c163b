"""The same page as browsers, archives, extensions and programs leave it: what it says stays what it was."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, Paragraph, parse


def _page(inside: str) -> str:
    return f'<main><h1 class="article__title">Le vent du large</h1><article class="article__content">{inside}</article></main>'


def _removed(article: Article) -> list[tuple[str, str]]:
    return [(removal.reason, removal.text) for removal in article.report.removed]


@pytest.mark.parametrize("hiding", ["hidden", 'style="display: none !important;"'])
@pytest.mark.parametrize("inside", ["Publicité bloquée", "Publicité <em>bloquée</em>"])
def test_words_hidden_within_a_text_are_no_text(hiding: str, inside: str) -> None:
    article = parse(_page(f"<p>Le vent s’est levé.<span {hiding}>{inside}</span> La mer <em>aussi</em>.</p><span {hiding}>{inside}</span>"))
    assert article.text == "Le vent s’est levé. La mer aussi."
    assert _removed(article) == [("hidden", "Publicité bloquée")] * 2
