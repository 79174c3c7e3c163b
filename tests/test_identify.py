"""Errors for texts that are not articles, and warnings for texts that may not be."""

from __future__ import annotations

from typing import Final

import pytest

from lemonde_parse import NotAnArticleError, Text, parse_text
from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify.engine import Classifier, Verdict
from lemonde_parse.classify.features import Source
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import ArticleField
from lemonde_parse.plaintext.identify import check_is_article, is_prose
from lemonde_parse.plaintext.reader import Reading

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
        ("Le port de Nice", True),  # two of four
        ("Le vent tombe", True),
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


# Limits


def outcome(*texts: str, reading: Reading | None = None) -> list[str]:
    """Return the reason why these lines are rejected, or the codes of the warnings."""
    reading = reading or Reading("paste", [], [], [])
    verdicts = [Verdict(Line(Role.PARAGRAPH, text), Role.PARAGRAPH, "", -1) for text in texts]
    journal = Journal()
    try:
        check_is_article(reading, verdicts, journal)
    except NotAnArticleError as error:
        return [error.reason]
    return [warning.code for warning in journal.warnings]


DATELINE: Final = "Publié le 3 mai 2023 à 10h00"
ADDRESS: Final = "44000 Nantes 12"
OWN: Final = Reading("markdown", [], [], [], classifier=Classifier(()))


def line(length: int, end: str = ".") -> str:
    """Return two words in exactly `length` characters."""
    return f"le {'a' * (length - 3 - len(end))}{end}"


def claimed(source: Source, field: ArticleField[str], value: str | None) -> Reading:
    return Reading(source, [], [field.claim("printed", value)], [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([ADDRESS] * 3, ["no sentences"]),
        ([ADDRESS] * 2, ["unidentified"]),
        (["1" * LIMITS.headline], ["unidentified"]),
        (["1" * (LIMITS.headline + 1)], ["no sentences"]),
        ([ADDRESS, ADDRESS, line(LIMITS.biography + 1)], ["unidentified"]),
        ([*[ADDRESS] * 9, line(LIMITS.biography + 1)], ["unidentified"]),
        ([*[ADDRESS] * 9, line(LIMITS.biography)], ["no sentences"]),
        ([*[ADDRESS] * 9, line(LIMITS.biography + 1, "")], ["no sentences"]),
        (["1" * 89, "1", *[line(7)] * 5], ["unidentified"]),
        (["1" * 90, "1", *[line(7)] * 5], ["no sentences"]),
        ([], []),
    ],
)
def test_text_of_several_lines_has_some_prose(lines: list[str], expected: list[str]) -> None:
    assert outcome(*lines) == expected


def test_text_written_by_the_library_is_never_rejected() -> None:
    assert outcome(*[ADDRESS] * 3, reading=OWN) == []
    assert outcome(*[DATELINE] * 5, PROSE, reading=OWN) == []
    assert outcome(*[DATELINE] * 5, PROSE) == ["section front"]
    assert outcome(*[DATELINE] * 4, PROSE) == ["unidentified"]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (claimed("paste", fields.HEADLINE, "Le bac"), []),
        (claimed("markdown", fields.HEADLINE, "Le bac"), ["unidentified"]),
        (claimed("markdown", fields.BYLINE, "Par Ana Gil"), []),
        (claimed("paste", fields.BYLINE, None), ["unidentified"]),
        (claimed("dump", fields.BYLINE, None), []),
        (OWN, []),
    ],
)
def test_text_is_identified_by_a_field_or_as_a_page(reading: Reading, expected: list[str]) -> None:
    assert outcome(PROSE, reading=reading) == expected


def outcome_of(*lines: tuple[str, Role]) -> list[str]:
    journal = Journal()
    verdicts = [Verdict(Line(Role.PARAGRAPH, text), role, "", -1) for text, role in lines]
    check_is_article(Reading("paste", [], [], []), verdicts, journal)
    return [warning.code for warning in journal.warnings]


@pytest.mark.parametrize(
    ("role", "expected"),
    [(Role.PARAGRAPH, ["unidentified"]), (Role.RELATED, []), (Role.METADATA, [])],
)
def test_text_is_identified_by_a_line_of_another_role(role: Role, expected: list[str]) -> None:
    assert outcome_of((PROSE, Role.PARAGRAPH), (PROSE, role)) == expected


def test_only_lines_of_the_body_count() -> None:
    line = (ADDRESS, Role.PARAGRAPH)
    assert outcome_of(line, line, (ADDRESS, Role.METADATA)) == []
    with pytest.raises(NotAnArticleError, match="no sentences"):
        outcome_of(line, line, line)


def test_signed_text_is_not_rejected() -> None:
    signed = claimed("paste", fields.BYLINE, "Par Ana Gil")
    assert outcome(*[ADDRESS] * 3, reading=signed) == []
    unsigned = claimed("paste", fields.BYLINE, None)
    assert outcome(*[ADDRESS] * 3, reading=unsigned) == ["no sentences"]
    titled = claimed("paste", fields.HEADLINE, "Le bac")
    assert outcome(*[ADDRESS] * 3, reading=titled) == ["no sentences"]


def test_items_of_a_list_are_separate_lines() -> None:
    items = (Text(text=ADDRESS), Text(text=ADDRESS))
    block = Line(Role.LIST, block=ListBlock(items=items))
    verdicts = [
        Verdict(block, Role.LIST, "", -1),
        Verdict(Line(Role.PARAGRAPH, ADDRESS), Role.PARAGRAPH, "", -1),
    ]
    with pytest.raises(NotAnArticleError, match="no sentences"):
        check_is_article(Reading("paste", [], [], []), verdicts, Journal())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut.", True),
        ("Pluie.", False),
        ("Il pleut,", False),
        ("12 pluies.", False),
        ("Il pleut 12 fois.", True),
        ("abc abc 1.", True),
        ("abc ab 12.", False),
        (f"1 {line(LIMITS.prose - 2, '. a')}", False),
        (f"1 {line(LIMITS.prose - 1, '. a')}", True),
        (f"1 {line(LIMITS.prose - 1, '')}", False),
        ("1 m. et 2 m", False),
    ],
)
def test_sentence_has_several_words_and_mostly_letters(text: str, *, expected: bool) -> None:
    assert is_prose(text) is expected
