"""Text from BeautifulSoup's `get_text`: restoring the blocks of the page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import parse, parse_text
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.plaintext.text_nodes import (
    _breaks_off,
    _is_broken,
    _is_source,
    _unindented,
    restore_blocks,
)

# A line too long for verse, then a sentence that is broken before a comma.
ENOUGH = f"{'Le port de Tréval rouvre ce matin. ' * 5}Le maire\n, lui, n’y croit pas."
JOINED = ENOUGH.replace("\n", "")
DEEP = " " * 8
LONG = (
    "Le port rouvre ce matin, et la mairie en a profité pour repeindre le quai, de la digue au bac"
)


def blocks(*nodes: str) -> list[str]:
    """Return the blocks of these text nodes, without those of `ENOUGH` before them."""
    return restore_blocks("\n".join([ENOUGH, *nodes])).splitlines()[1:]


def test_sentences_broken_at_inline_elements_are_joined() -> None:
    assert restore_blocks(ENOUGH) == JOINED
    assert blocks("Le ministre", "Jean Petit", "a dit", "« non »", ", puis", "oui", ".") == [
        "Le ministre Jean Petit a dit « non », puis oui."
    ]


@pytest.mark.parametrize(
    ("nodes", "joined"),
    [
        (("Le 1", "er", "juillet, il rouvre."), "Le 1er juillet, il rouvre."),
        (("Selon M", "me", "Petit, il rouvre."), "Selon Mme Petit, il rouvre."),
        (("Au XIX", "e", "siècle, il ferme."), "Au XIXe siècle, il ferme."),
        (("In the 19", "th", "century."), "In the 19th century."),
        (("L", "e port rouvre."), "Le port rouvre."),
        (("Le 12", "mars", "il rouvre."), "Le 12 mars il rouvre."),
        (("Il salue l’", "Union des pêcheurs", "."), "Il salue l’Union des pêcheurs."),
        (("Un livre d’", "Ana Gil", "(1958)."), "Un livre d’Ana Gil (1958)."),
        (("Il rêve d", "’un pont", "."), "Il rêve d’un pont."),
        (("Il rêve d", "'un pont", "."), "Il rêve d'un pont."),
        (("Il parle de", '"colère"', 'et de "', "honte", '".'), 'Il parle de "colère" et de "honte".'),
        (("Ils disent", "« Oui ! »", "sans rire."), "Ils disent « Oui ! » sans rire."),
        (("Ana Gil :", "Nous rouvrons. Enfin."), "Ana Gil : Nous rouvrons. Enfin."),
        (("« Il rouvre. Le", "Tréval.", "Nous aussi. »"), "« Il rouvre. Le Tréval. Nous aussi. »"),
        (("Il l’admet.", "« C’est long", ", dit-il. »"), "Il l’admet. « C’est long, dit-il. »"),
        (("Par", "Ana Gil"), "Par Ana Gil"),
    ],
)  # fmt: skip
def test_nodes_of_one_block_are_joined(nodes: tuple[str, ...], joined: str) -> None:
    assert blocks(*nodes) == [joined]


@pytest.mark.parametrize(
    "nodes",
    [
        ("Il rouvre.", "Les pêcheurs attendent."),
        ("Une ville partagée", "Les pêcheurs attendent."),
        ("Une ville partagée", "« Nous attendons. »"),
        ("Il l’admet.", "« C’est long. »"),
        ("Voici ce qu’il a répondu hier à la question :", "Nous rouvrons. Enfin."),
        ("Voir le port", "Lire aussi Un autre titre"),
        ("12 réponses sur “Le port”", "marin d’eau douce dit"),
        (f"« Une marque ouverte {'et rien ' * 250}.", "Les pêcheurs attendent."),
    ],
)
def test_nodes_of_separate_blocks_are_not_joined(nodes: tuple[str, ...]) -> None:
    assert blocks(*nodes)[-1] == nodes[-1]


@pytest.mark.parametrize(("length", "is_joined"), [(60, True), (61, False)])
def test_name_in_a_link_has_at_most_60_characters(length: int, is_joined: bool) -> None:
    name = ("Jean Petit de " * 5)[: length - 1] + "X"
    nodes = ("Le ministre", name, "a dit non.")
    assert (blocks(*nodes) == [" ".join(nodes)]) is is_joined


def test_heading_before_a_broken_sentence_is_not_joined() -> None:
    assert blocks("Une ville partagée", "Les pêcheurs attendent depuis", "mars.") == [
        "Une ville partagée",
        "Les pêcheurs attendent depuis mars.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Prenez\nbeurre\nfarine\nsucre\nsel.\n" + "Mélangez le tout avec soin. " * 8,
        "Sur la mer,\net plus loin,\nun navire\npasse encore,\nlent.",
        f"{'Une phrase entière. ' * 9}\n\nLe maire\n, lui, n’y croit pas.",
        "def rouvre(port):\n        return port\n",
    ],
    ids=["list", "verse", "empty lines", "code"],
)
def test_other_texts_are_unchanged(text: str) -> None:
    assert restore_blocks(text) == text


def test_lines_of_the_source_are_joined() -> None:
    text = (
        "Le port de Tréval\n                rouvre, dit\n                Ana Gil. Elle\n"
        "                attend.\n\nUne ville partagée\nLes pêcheurs\n                attendent.\nElle\n"
        "                aussi."
    )
    assert restore_blocks(text).splitlines() == [
        "Le port de Tréval rouvre, dit Ana Gil. Elle attend.",
        "",
        "Une ville partagée",
        "Les pêcheurs attendent.",
        "Elle aussi.",
    ]


def test_page_on_one_line_is_divided_at_runs_of_spaces() -> None:
    menu = "   ".join(f"Rubrique {number}" for number in range(21))
    prose = "Le port rouvre, dit le maire. " * 50
    text = f"{menu}   Un titre  {prose}  Il parle de  Nice. {' ' * 40}{prose}{prose}"
    assert restore_blocks(text).splitlines()[21:] == [
        "Un titre", prose.strip(), "Il parle de Nice.", f"{prose}{prose}".strip()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gaps", "length", "is_divided"), [(20, 2_000, True), (20, 1_999, False), (19, 2_000, False)]
)
def test_short_line_or_line_with_few_gaps_is_not_divided(
    gaps: int, length: int, is_divided: bool
) -> None:
    text = "   ".join(["Mot"] * (gaps + 1))
    text += " " + "m" * (length - len(text) - 1)
    assert (len(restore_blocks(text).splitlines()) > 1) is is_divided


PAGE = """<html><body><article><h1>Un port qui rouvre</h1>
<p>Le maire de <a href="/t">Tréval</a>, <em>Jean Petit</em>, a promis que le port rouvrirait avant
l’été, malgré les travaux qui restent à faire sur les quais.</p>
<h2>Une ville partagée</h2>
<p>Les pêcheurs attendent depuis le 1<sup>er</sup> mars : <em>« Nous avons tout perdu »</em>, dit l’un
d’eux, qui a vendu son bateau à un voisin et ne sait pas ce qu’il fera ensuite de ses filets.</p>
<p>La préfecture, elle, se tait. Elle dit seulement que les travaux avancent, et que les quais seront
rendus aux pêcheurs « dès que possible », sans plus de précision sur la date ni sur le prix.</p>
</article></body></html>"""


def test_text_of_a_soup_gives_the_same_article_as_the_page() -> None:
    text = BeautifulSoup(PAGE.replace("\n", " "), "lxml").get_text("\n", strip=True)
    read, page = (
        [(type(block), getattr(block, "text", "")) for block in article.body]
        for article in (parse_text(text), parse(PAGE))
    )
    assert read[-4:] == page


@given(st.lists(st.text("Aa,. «»\"'(1", min_size=1).filter(str.strip), max_size=30))
def test_restoring_blocks_loses_only_spaces(nodes: list[str]) -> None:
    text = "\n".join([ENOUGH, *nodes])
    assert "".join(restore_blocks(text).split()) == "".join(text.split())


def test_byline_is_a_block_with_all_its_names() -> None:
    text = "« Tordu », « drôle » : les lecteurs"
    assert blocks("Par", "Ana Gil", text, "sourient.") == ["Par Ana Gil", f"{text} sourient."]
    assert blocks("Par", "Ana Gil", "et", "Luc Roy", "(à Nice)") == [
        "Par Ana Gil et Luc Roy (à Nice)"
    ]
    assert blocks("Porté par", "le vent, il", "Rentre", "au port.") == [
        "Porté par le vent, il Rentre au port."
    ]


@pytest.mark.parametrize("line", ["Article réservé aux abonnés", "Journaliste au Monde", "Suivre"])
def test_phrase_is_a_separate_block(line: str) -> None:
    text = "« Tordu », « drôle » : les lecteurs"
    assert blocks(line, text, "sourient.") == [line, f"{text} sourient."]


# Limits and signs of continuation


@pytest.mark.parametrize(("length", "is_joined"), [(LIMITS.short, False), (LIMITS.short + 1, True)])
def test_text_nodes_are_joined_if_one_is_longer_than_a_heading(
    length: int, *, is_joined: bool
) -> None:
    text = f"{'a' * length}\n, dit-il."
    assert restore_blocks(text) == (text.replace("\n", "") if is_joined else text)


@pytest.mark.parametrize(("length", "is_broken"), [(59, False), (60, True)])
def test_broken_sentences_have_a_long_line_among_them(length: int, *, is_broken: bool) -> None:
    assert _is_broken(["L" * length, "port", "et", "quai"]) is is_broken
    assert not _is_broken(["L" * length, "port", "et"])


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        ("Le quai", "et le port", True),
        ("Le quai.", "et le port", False),
        ("Le quai. ", "et le port", False),
        ("Le quai", "’été", True),
        ("Le quai", "Et le port", False),
        ("Le quai.", ", dit-il", True),
    ],
)
def test_sentence_breaks_off_before_a_lower_case_letter_or_a_comma(
    above: str, line: str, *, expected: bool
) -> None:
    assert _breaks_off(above, line) is expected


def test_deeply_indented_lines_are_joined_if_several_break_off() -> None:
    broken = f"Le port\n{DEEP}rouvre.\n\n"
    whole = f"Le port.\n{DEEP}Il rouvre.\n\n"
    joined = "Le port rouvre."
    assert restore_blocks(broken * 3).splitlines() == [joined, "", joined, "", joined]
    assert restore_blocks(broken * 2 + whole) == broken * 2 + whole
    assert restore_blocks(broken * 3 + whole).splitlines()[-1:] == ["Le port. Il rouvre."]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Le port", f"{DEEP}rouvre", True),
        ("Le port", f"{DEEP[1:]}rouvre", False),
        (" Le port", f"{DEEP}rouvre", False),
        ("", f"{DEEP}rouvre", False),
    ],
)
def test_source_has_three_deeply_indented_continuations(
    above: str, below: str, *, expected: bool
) -> None:
    assert _is_source([above, below] * 3) is expected
    assert not _is_source([above, below] * 2)


def test_indented_lines_are_joined_to_the_line_above() -> None:
    assert list(_unindented(["Le port", DEEP, "Le quai"], DEEP)) == ["Le port", "", "Le quai"]
    assert list(_unindented(["Le port.", f"{DEEP}Fin"], DEEP)) == ["Le port. Fin"]
    lines = [" Le port", " rouvre.", " Fin"]
    assert list(_unindented(lines, " ")) == ["Le port rouvre.", "Fin"]


def test_indented_line_below_a_sentence_is_a_block() -> None:
    text = f"{LONG}\n, dit-il.\n Le quai\n rouvre"
    assert restore_blocks(text) == f"{LONG}, dit-il.\nLe quai rouvre"


@pytest.mark.parametrize(
    ("start", "node", "is_joined"),
    [
        (f"Par {'a' * (LIMITS.heading - 5)}d", "et dit.", True),
        ("Suivre", "et dit.", False),
        ("Suivre", ", dit-il.", False),
    ],
)
def test_known_phrase_is_a_block_of_its_own(start: str, node: str, *, is_joined: bool) -> None:
    assert (blocks(start, node) == [f"{start} {node}"]) is is_joined


def test_byline_ends_before_a_capital_letter_or_a_quotation_mark() -> None:
    for text in ("Nous rouvrons,", "« Nous rouvrons », dit-il", '"Nous rouvrons", dit-il'):
        assert blocks("Par", "Ana Gil", text, "et voilà.")[0] == "Par Ana Gil"
    assert blocks("Par", "Ana Gil", "et Luc Roy")[0] == "Par Ana Gil et Luc Roy"
    assert blocks("Par", "Ana Gil", "Luc Roy", "et dit.") == ["Par Ana Gil", "Luc Roy et dit."]


@pytest.mark.parametrize(
    ("length", "is_byline"), [(LIMITS.heading, True), (LIMITS.heading + 1, False)]
)
def test_byline_has_a_maximum_length(length: int, *, is_byline: bool) -> None:
    byline = f"Par Ana G{'a' * (length - 9)}"
    found = blocks("Par", byline[4:], "« Nous rouvrons », dit-il", "et voilà.")
    assert (found[0] == byline) is is_byline


@pytest.mark.parametrize(("length", "is_joined"), [(2_000, True), (2_001, False)])
def test_quotation_without_an_end_is_cut(length: int, *, is_joined: bool) -> None:
    start = f"« L{'e' * (length - 5)}x."
    assert (len(blocks(start, "Le quai.")) == 1) is is_joined


@pytest.mark.parametrize(
    ("nodes", "is_joined"),
    [
        (("L" * 60, "« oui. »"), True),
        (("L" * 59, "« oui. »"), False),
        (("L" * 20, "« oui »", "et non."), True),
        (("L" * 20, "(oui)."), True),
        (("L" * 39 + ":", "Le quai."), True),
        (("L" * 40 + ":", "Le quai."), False),
        (("L" * 40 + ":", "Le quai", "et non."), True),
        (("L" * 40 + ":", "Q" * 60, "et non."), True),
        (("L" * 40 + ":", "Q" * 61, "et non."), False),
        (("Le ministre", "Ana Gil", "et lui."), True),
        (("Le ministre", "Ana Gil", "Et lui."), False),
        (("Le ministre", "Ana rit", "et lui."), False),
        (("Le livre de", "Ana Gil", "« oui", "et non »."), True),
        (("Le quai,", "Le port ouvre."), True),
        (("Ana Gil :", "Lire aussi Le bac"), False),
    ],
)
def test_node_continues_the_block(nodes: tuple[str, ...], *, is_joined: bool) -> None:
    assert blocks(*nodes)[0] == (" ".join(nodes) if is_joined else nodes[0])


@pytest.mark.parametrize(
    ("nodes", "joined"),
    [
        (("Le quai de", "er"), "Le quai de er"),
        (("Au 1", "er"), "Au 1er"),
        (('Il dit "', "oui", '", puis'), 'Il dit "oui", puis'),
        (('Il dit "non et', "oui", '", puis'), 'Il dit "non et oui", puis'),
        (("L", "e port"), "Le port"),
        (("l", "e port"), "l e port"),
        (("La", "mer et"), "La mer et"),
        (("L", "« oui »", "et non"), "L « oui » et non"),
    ],
)
def test_space_between_nodes_is_restored(nodes: tuple[str, ...], joined: str) -> None:
    assert blocks(*nodes) == [joined]
