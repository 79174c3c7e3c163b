"""Pages for the tests of saved pages."""

from __future__ import annotations

from lemonde_parse import (
    Article,
)


def _page(inside: str) -> str:
    return (
        '<main><h1 class="article__title">Le vent du large</h1>'
        f'<article class="article__content">{inside}</article></main>'
    )


def _removed(article: Article) -> list[tuple[str, str]]:
    return [(removal.reason, removal.text) for removal in article.report.removed]


HEAD = (
    '<html lang="fr"><head><title>Le vent</title><link rel="canonical" '
    'href="https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"/></head>'
)


TEXT = "<p>Le vent s’est levé.</p><section><p>La mer aussi.</p></section><p>La nuit vient.</p>"
BODY = f"{HEAD}<body><div>{_page(TEXT)}</div></body></html>"


LONG = "Le vent s’est levé sur la côte avant l’aube, et les bateaux sont restés au port. " * 3


TODAY = _page("<p class=article__paragraph>Deux mots.</p>").replace(
    "<h1", '<span class="meta__date">Publié aujourd’hui à 06h00</span><h1', 1
)
