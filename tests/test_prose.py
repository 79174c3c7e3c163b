"""Prose in any style is kept completely, unless it looks like the text of a web page."""

from __future__ import annotations

import textwrap
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from lemonde_parse import Article, Embed, Figure, parse_text

NAMES: Final = [
    "Emma",
    "M. Lheureux",
    "la veuve Aubain",
    "Jeanne",
    "le curé",
    "l’abbé Roy",
    "Julien",
]
PLACES: Final = ["à Tréval", "sur la lande", "au bord de l’eau", "dans la cour", "chez le notaire"]
VERBS: Final = ["répondit", "murmura", "s’écria", "reprit", "dit", "demanda", "soupira"]
CLAUSES: Final = [
    "le vent tombait", "on attendait la diligence", "rien ne bougeait plus", "il fit dix lieues",
    "la cloche sonnait six heures", "les chiens aboyaient au loin", "elle n’en dit pas davantage",
    "le maire lut la lettre à voix haute", "il ne restait que trois écus", "la neige avait fondu",
]  # fmt: skip
name, place, verb, clause = map(st.sampled_from, (NAMES, PLACES, VERBS, CLAUSES))


def filled(template: str) -> st.SearchStrategy[str]:
    """Return a strategy for sentences with this template."""
    return st.builds(template.format, n=name, p=place, v=verb, c=clause, d=clause, m=name)


SENTENCES: Final = st.one_of(
    *map(
        filled,
        [
            "Ce soir-là, {p}, {c} ; {d}, et {n} se taisait.",
            "« Vous partez donc ? » {v} {n}. « Demain », {v} {m}, car {c}.",
            "— Je n’ai rien vu, {v} {n} ; {c}.",
            "Il y avait {p} une maison basse, que {n} tenait de son père : {c}, {d}.",
            "{n} l’apprit en 1848, au mois de mai ; {c} et {d} !",
            "Était-ce possible ? {n} relut trois fois la page, puis {c}…",
            "À neuf heures et demie, {n} ouvrit la séance : {c}, ainsi que {d}.",
            "Le conseil approuve, par 12 voix contre 3, le compte de {n}.",
            "Lire aussi longtemps fatiguait {n}, et {c}.",
            "On le vit suivre la route {p}, seul, tandis que {c}.",
            "Battez trois œufs, ajoutez 200 g de sucre, puis laissez reposer {p}.",
        ],
    )
)
PARAGRAPHS: Final = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)
VERSES: Final = st.lists(clause, min_size=2, max_size=4, unique=True).map(
    lambda lines: "\n".join(line.capitalize() for line in lines)
)
HEADINGS: Final = st.sampled_from(["I", "II", "CHAPITRE IV", "Le départ", "Ordre du jour", "***"])
LISTS: Final = st.lists(clause, min_size=2, max_size=4, unique=True).map(
    lambda items: "\n".join(f"- {item} ;" for item in items)
)
LETTERS: Final = st.sampled_from(
    ["Cher ami,", "Monsieur le maire,", "Tréval, le 3 mai 1832.", "Votre dévouée Jeanne."]
)

BLOCKS: Final = st.one_of(PARAGRAPHS, PARAGRAPHS, VERSES, HEADINGS, LISTS, LETTERS)


def words(text: str) -> list[str]:
    return [word for word in text.replace("\n", " ").split() if any(map(str.isalnum, word))]


def kept(article: Article) -> list[str]:
    """Return the words of an article: headline, standfirst and body."""
    texts = [article.headline or "", article.description or ""]
    texts += [block.text for block in article.body if not isinstance(block, Figure | Embed)]
    return words("\n".join(texts))


@settings(max_examples=300)
@given(st.lists(BLOCKS, max_size=12, unique=True), PARAGRAPHS)
def test_prose_is_kept(blocks: list[str], last: str) -> None:
    text = "\n\n".join([*(block for block in blocks if block != last), last])
    article = parse_text(text)
    assert [removal.text for removal in article.report.removed if words(removal.text)] == []
    assert kept(article) == words(text)


@settings(max_examples=200)
@given(st.lists(PARAGRAPHS, min_size=3, max_size=9, unique=True), st.sampled_from([60, 72, 80]))
def test_wrapped_prose_is_kept(blocks: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(block, width) for block in blocks)
    article = parse_text(text)
    assert [removal.text for removal in article.report.removed] == []
    assert kept(article) == words("\n\n".join(blocks))


@settings(max_examples=300)
@given(st.lists(SENTENCES, min_size=2, max_size=16, unique=True), VERSES)
def test_prose_below_a_title_and_a_date_is_kept(sentences: list[str], verse: str) -> None:
    """Every sentence is unique, because a sentence repeated below a date is read as a caption."""
    pairs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    text = "\n\n".join([*pairs[:-1], verse, pairs[-1]])
    article = parse_text(f"Le bac de l’île\n\nPublié le 3 mai 2023 à 10h00\n\n{text}")
    assert [removal.text for removal in article.report.removed] == []
    assert kept(article) == words(f"Le bac de l’île {text}")
