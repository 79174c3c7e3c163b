"""Errors for texts that are not articles, and warnings for texts that may not be."""

from __future__ import annotations

from typing import Final

import pytest

from lemonde_parse import NotAnArticleError, parse_text
from lemonde_parse.plaintext.identify import is_prose

PROSE: Final = "Le bac ne passe plus depuis lundi, et les enfants de l’île apprennent à la maison."
MORE: Final = "La mairie promet un pont de bateaux pour la semaine prochaine, si le vent tombe."

NO_ARTICLES: Final = {
    "accounts": "root:x:0:0:root:/root:/bin/sh\nmail:x:8:8:mail:/var/mail:/sbin/nologin\n" * 6,
    "table": "rang;nom;ville;montant\n1;Gil;Tréval;12,50\n2;Roy;Brévanne;8,00\n3;Olmet;Nice;4,10\n",
    "addresses": (
        "Mme Claire Vasseur\n12 rue du Port\n75002 Paris\n\nM. Luc Roy\n3, place du Marché\n"
        "69001 Lyon\n\nDr Anne Olmet\n8 bis, quai de la Fosse\n44000 Nantes\n"
    ),
    "chat": "[12:03] ana: salut\n[12:04] luc: ça va ?\n[12:05] ana: oui et toi\n[12:05] luc: bof\n",
    "script": (
        "const fs = require('fs');\nfunction main(argv) {\n  const text = fs.read(argv[2]);\n"
        "  for (const line of text.split('x')) {\n    console.log(line);\n  }\n}\nmain();\n"
    ),
    "rules": "all: build\n\nbuild: $(OBJ)\n\t$(CC) -o $@ $^\n\nclean:\n\trm -f $(OBJ)\n",
    "log": "2026-11-29 15:26:25,101 INFO started\n2026-11-29 15:26:28,994 ERROR timeout\n" * 3,
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_text_without_sentences_is_not_an_article(name: str) -> None:
    with pytest.raises(NotAnArticleError) as caught:
        parse_text(NO_ARTICLES[name])
    assert caught.value.reason == "no sentences"


def teasers(count: int) -> str:
    """Return a text of several teasers, each followed by its date. The first date is read as the
    date of the text itself."""
    dates = (f"Publié le {day:02} mars 2021 à 12h14" for day in range(1, count + 1))
    return "\n\n".join(f"Un pont à Tréval\n\n{PROSE}\n\n{date}" for date in dates)


def test_list_of_articles_is_refused() -> None:
    assert parse_text(teasers(5)).word_count > 0
    with pytest.raises(NotAnArticleError) as caught:
        parse_text(teasers(6))
    assert caught.value.reason == "section front"
    assert str(caught.value) == (
        "not an article (section front): it has 5 datelines; "
        "split a text of several articles into one text per article"
    )


POEM: Final = (
    "Le vent du port se lève\nEt claque dans la toile\nLa mer au loin achève\nLes voiles\n"
)
RECIPE: Final = (
    "Gâteau au citron\n\nPour 6 personnes\n\n200 g de farine\n\n150 g de sucre\n\n3 œufs\n\n"
    "Mélanger la farine et le sucre\n\nAjouter les œufs un à un\n\nVerser dans un moule beurré\n\n"
    "Cuire 40 minutes à 180 degrés\n"
)


@pytest.mark.parametrize(
    "text", [POEM, RECIPE, "Un titre", "Un titre\n\nUn autre", f"{PROSE}\n\n{MORE}", "12:03"]
)
def test_prose_verse_and_short_texts_are_read_with_a_warning(text: str) -> None:
    article = parse_text(text)
    assert [warning.code for warning in article.report.warnings] == ["unidentified"]
    assert article.text.split() == text.split()


def test_text_of_fewer_than_three_lines_is_never_refused() -> None:
    line = "44000 Nantes 12"
    assert parse_text(f"{line}\n\n{line}").word_count == 6
    with pytest.raises(NotAnArticleError):
        parse_text(f"{line}\n\n{line}\n\n{line}")


def test_text_with_one_long_sentence_is_never_refused() -> None:
    table = "44000 Nantes 12\n\n" * 40
    assert parse_text(f"{PROSE}\n\n{table}").word_count > 120
    with pytest.raises(NotAnArticleError):
        parse_text(f"Le bac ne passe plus.\n\n{table}")


def test_text_with_a_dateline_is_never_refused() -> None:
    table = "44000 Nantes 12\n\n" * 4
    text = f"Les chiffres\n\nPublié le 3 mai 2023 à 10h00\n\n{table}"
    assert parse_text(text).word_count == 12


@pytest.mark.parametrize(
    "line",
    ["Par Claire Vasseur", "Publié le 3 mai 2023 à 10h00", "Lire aussi | Un titre"],
)
def test_text_with_a_field_or_a_known_phrase_has_no_warning(line: str) -> None:
    article = parse_text(f"Le bac de l’île\n\n{line}\n\n{PROSE}\n\n{MORE}")
    assert article.report.warnings == ()


def test_text_with_only_a_markdown_heading_has_a_warning() -> None:
    article = parse_text(f"# Le bac de l’île\n\n{PROSE}\n\n{MORE}")
    assert [warning.code for warning in article.report.warnings] == ["unidentified"]
    assert article.headline == "Le bac de l’île"


def test_markdown_written_by_the_library_has_no_warning() -> None:
    article = parse_text(f"# Le bac de l’île\n\n{PROSE}\n\n{MORE}")
    again = parse_text(article.to_markdown(metadata=True))
    assert again.report.warnings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le vent se lève", True),
        ("Vent debout", False),  # two words
        ("Mme Claire Vasseur", False),  # a name
        ("Lu Mme Claire Roy", False),  # only one lower-case word of four
        ("le port de Claire Roy", True),
        ("LE VENT SE LEVE AU PORT", True),
        ("PARIS NICE LYON BREST CAEN", False),  # five words in capitals
        ("rue du Port, 12", False),  # contains a number
        ("Vingt-trois bacs.", True),
        ("x = f(a[1], b[2]) + c[3].", False),  # less than four fifths are letters
        ("Il est 12 h 30, au port.", False),  # less than four fifths are letters
        ("Il est midi, 12 h, au port d’ici.", True),
    ],
)
def test_sentences_and_lines_of_verse_are_prose(text: str, expected: bool) -> None:
    assert is_prose(text) is expected


def test_one_line_of_words_among_numbers_is_not_an_article() -> None:
    figures = "44000 Nantes 12\n\n" * 4
    with pytest.raises(NotAnArticleError):
        parse_text(f"le port de Tréval\n\n{figures}")
    assert parse_text(f"le port de Tréval\n\nla ville de Nantes\n\n{figures}").word_count == 20
