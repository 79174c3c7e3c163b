"""Pages for the tests of classification."""

from __future__ import annotations

from lemonde_parse import Article, parse

BEFORE = "Le conseil municipal a voté lundi le budget de la ville, après une séance de sept heures."
AFTER = "La maire reviendra devant les élus avant l’été, avec le calendrier des travaux du port."
HREF = "https://www.lemonde.fr/politique/article/2021/03/04/un-titre_1_2.html"
LINK = f'<a href="{HREF}">Un titre</a>'


def page(*blocks: str) -> Article:
    """Parse a page with these blocks in Le Monde's current layout."""
    return parse(
        '<html lang="fr"><body><main><section id="habillagepub" class="article">'
        '<h1 class="article__title">Un vote</h1>'
        f'<article class="article__content">{"".join(blocks)}</article></section></main></body>'
        "</html>"
    )


def between(block: str) -> tuple[list[str], list[tuple[str, str, str | None]]]:
    """Parse a block between two paragraphs; return the texts and related links read from it."""
    article = page(f"<p>{BEFORE}</p>", block, f"<p>{AFTER}</p>")
    assert article.paragraphs[0].text == BEFORE
    assert article.paragraphs[-1].text == AFTER
    left = [str(getattr(block, "text", block.type)) for block in article.body[1:-1]]
    return left, [(link.label, link.headline, link.url) for link in article.related_links]
