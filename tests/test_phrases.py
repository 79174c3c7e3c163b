"""The phrase table: each row must match its examples, but not similar prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Final, get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse.classify.features import WORDING_ROLES
from lemonde_parse.classify.related import is_label
from lemonde_parse.wording.matching import (
    Matcher,
    alternatives,
    fold,
    is_phrase,
    matcher,
    may_contain_badge,
    may_point_elsewhere,
    openings,
    phrase_table,
    spelled,
)
from lemonde_parse.wording.phrases import KINDS, PHRASES, Phrase, PhraseKind

TAKEN_OUT: Final = tuple(WORDING_ROLES)
"""Kinds of phrases that remove a line from the body."""
BARE: Final = str.maketrans("àâçéèêîïôùûÀÂÇÉÈÊÎÏÔÙÛ", "aaceeeiiouuAACEEEIIOUU")

every_row = pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.name)
every_example = pytest.mark.parametrize(
    ("row", "example"),
    [
        pytest.param(row, example, id=f"{row.name}: {example}")
        for row in PHRASES
        for example in row.examples
    ],
)


# The table


def test_every_kind_of_phrase_is_defined_and_used() -> None:
    assert tuple(KINDS) == get_args(PhraseKind)
    assert set(KINDS) == {row.kind for row in PHRASES}


def test_names_are_unique_and_plain() -> None:
    names = [row.name for row in PHRASES]
    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+\.[a-z]+(?:-[a-z]+)*", name)] == []


@every_row
def test_row_has_evidence(row: Phrase) -> None:
    assert row.seen.strip()
    assert row.examples
    assert row.never
    assert len(set(row.examples + row.never)) == len(row.examples + row.never)
    assert [
        text for text in row.examples + row.never if text != " ".join(text.split(" ")).strip()
    ] == []


# Examples


def spellings(example: str) -> Iterator[str]:
    """Yield the spellings of a line: on pages, in typed text, and in dumps without accents."""
    yield example
    yield example.replace("'", "’").replace(" ", "\u00a0")
    yield example.replace("'", "ʼ").replace(" ", "\u202f")
    yield fold(example)
    yield fold(example).translate(BARE)


@every_example
def test_example_matches_in_every_spelling(row: Phrase, example: str) -> None:
    for line in spellings(example):
        assert Matcher([row]).phrase_of(line) is row
        phrase = matcher(row.kind).phrase_of(line)
        assert phrase is not None
        assert phrase.kind == row.kind


@every_example
def test_example_with_swapped_case_is_not_recognised(row: Phrase, example: str) -> None:
    assert Matcher([row]).phrase_of(example.title().swapcase()) is None


@every_row
def test_row_is_needed_for_an_example(row: Phrase) -> None:
    with phrase_table(one for one in PHRASES if one is not row):
        assert [example for example in row.examples if not is_phrase(example, row.kind)] != []


@pytest.mark.parametrize(
    ("row", "cut"),
    [
        pytest.param(row, at, id=f"{row.name}: {part}")
        for row in PHRASES
        for parts in [alternatives(row.pattern)]
        for at, part in enumerate(parts)
        if len(parts) > 1
    ],
)
def test_alternative_is_needed_for_an_example(row: Phrase, cut: int) -> None:
    parts = alternatives(row.pattern)
    shorter = evolve(row, pattern="|".join([*parts[:cut], *parts[cut + 1 :]]))
    assert [one for one in row.examples if Matcher([shorter]).phrase_of(one) is None] != []


# How a row is matched


def matching(way: str) -> list[Phrase]:
    return [row for row in PHRASES if row.match == way]


@pytest.mark.parametrize("row", matching("prefix"), ids=lambda row: row.name)
def test_prefix_matches_with_more_text_after_it(row: Phrase) -> None:
    longer = [f"{example} Déjà abonné ? Et la suite." for example in row.examples]
    assert [line for line in longer if Matcher([row]).phrase_of(line)] != []


@pytest.mark.parametrize("row", [*matching("whole"), *matching("search")], ids=lambda row: row.name)
def test_whole_line_does_not_match_with_more_text_around_it(row: Phrase) -> None:
    longer = [example + " jusqu’à demain" * 30 for example in row.examples]
    assert [line for line in longer if not Matcher([row]).phrase_of(line)] != []
    assert Matcher([row]).phrase_of(f"Avant {row.examples[0]}") is None


@pytest.mark.parametrize(
    "row", [row for row in matching("search") if row.kind == "badge"], ids=lambda row: row.name
)
@pytest.mark.parametrize("line", ["{}", "Lire aussi {} Un titre", "Lire aussi {}", "{} Un titre"])
def test_badge_is_found_anywhere_in_a_line(row: Phrase, line: str) -> None:
    for example in row.examples:
        for spelling in spellings(example):
            text = line.format(spelling)
            start = text.index(spelling)
            assert matcher(row.kind).find(text) == (start, start + len(spelling))
            assert may_contain_badge(text)


@pytest.mark.parametrize("row", matching("whole"), ids=lambda row: row.name)
def test_phrase_for_a_whole_line_is_not_searched_for(row: Phrase) -> None:
    assert Matcher([row]).find(row.examples[0]) is None


def test_first_kind_given_wins_if_a_line_matches_two() -> None:
    line = "Article réservé aux abonnés"
    assert matcher("badge", "status").phrase_of(line) is matcher("badge").phrase_of(line)
    assert matcher("status", "badge").phrase_of(line) is matcher("status").phrase_of(line)
    assert matcher("share", "notice").phrase_of(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lire aussi Un titre", "label.also"),
        ("Lire aussi : Un titre", "label.also"),
        ("Article réservé à nos abonnés Lire aussi Un titre", "badge.article"),
        ("Lire, c’est partir", None),
    ],
)
def test_label_or_badge_at_the_start_of_a_line_is_found(line: str, name: str | None) -> None:
    row = matcher("badge", "label").match_prefix(line)
    assert (row.name if row else None) == name


def test_phrase_table_can_be_replaced_temporarily() -> None:
    row = Phrase("share", "wave", "Agiter", examples=("Agiter",), seen="nowhere")
    with phrase_table([row]):
        assert matcher("share").phrase_of("Agiter") is row
        assert not is_phrase("Partager", "share")
        assert not is_phrase("Partager", "notice")
    assert not is_phrase("Agiter", "share")
    assert is_phrase("Partager", "share")


def test_table_is_restored_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), phrase_table([]):
        raise ValueError("no")
    assert is_phrase("Partager", "share")


# Patterns


def repeats(tree: list[tuple[object, object]]) -> Iterator[int]:
    """Yield the upper bound of each repeat in a parsed expression."""
    for operation, argument in tree:
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            yield int(argument[1])  # type: ignore[index]
            yield from repeats(argument[2])  # type: ignore[index]
        elif operation is _constants.SUBPATTERN:
            yield from repeats(argument[-1])  # type: ignore[index]
        elif operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from repeats(argument[1])  # type: ignore[index]
        elif operation is _constants.BRANCH:
            for branch in argument[1]:  # type: ignore[index]
                yield from repeats(branch)


@every_row
def test_repeats_are_bounded(row: Phrase) -> None:
    assert max(repeats(_parser.parse(spelled(row.pattern))), default=0) <= 500


@every_row
def test_pattern_has_no_groups_and_does_not_match_other_text(row: Phrase) -> None:
    assert re.compile(spelled(row.pattern)).groups == 0
    assert Matcher([row]).match_prefix("") is None
    assert Matcher([row]).match_prefix("Deux mots.") is None


@pytest.mark.parametrize(
    "row",
    [row for row in PHRASES if row.kind in TAKEN_OUT],
    ids=lambda row: row.name,
)
def test_first_letters_are_indexed(row: Phrase) -> None:
    """Without an index key, a row would be compared with every line of every page."""
    assert "" not in set(openings(row.pattern))


@every_row
def test_pattern_has_no_range_of_accented_letters(row: Phrase) -> None:
    """`spelled` adds the plain letter after each accented one, which would change the range."""
    classes = re.findall(r"(?<!\\)\[([^\]]*)\]", row.pattern)
    assert [one for one in classes if re.search(r"[^\x00-\x7f]-.|.-[^\x00-\x7f]", one)] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "piece",
    [
        "Lire ",
        "Lire aussi la ",
        "Lire l'",
        "aussi ",
        "Ajouter à vos sélections ",
        "a",
        " ",
        "1",
        "La ",
    ],
)
def test_repeated_words_of_phrases_do_not_match(kind: PhraseKind, piece: str) -> None:
    assert not is_phrase((piece * 2500)[:2500], kind)


# Spellings


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Lire\u00a0l’entretien\u202f:", "Lire l'entretien :"),
        ("l'été", "l'été"),
        ("lʼété", "l'été"),
        ("« Oui »", "« Oui »"),
        ("", ""),
    ],
)
def test_fold_replaces_spaces_and_apostrophes(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_keeps_length_and_is_idempotent(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Réservé aux abonnés", "Reserve aux abonnes"),
        ("Réservé aux abonnés", "Réserve aux abonnés"),
        ("ÉTÉ", "ETÉ"),
        ("L'[^,]", "L’é"),
        ("a[- ]b", "a\u00a0b"),
        (r"\d m", "1\u202fm"),
    ],
)
def test_pattern_matches_without_accents_and_with_typographic_variants(
    pattern: str, text: str
) -> None:
    assert re.fullmatch(spelled(pattern), text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Réservé aux abonnés", "Rèservè aux abonnés"),
        ("Réservé aux abonnés", "réservé aux abonnés"),
        ("Reserve", "Réservé"),
        ("[^ ]", "\u00a0"),
    ],
)
def test_pattern_does_not_match_other_accents_or_case(pattern: str, text: str) -> None:
    assert not re.fullmatch(spelled(pattern), text)


# Labels of related links


@pytest.mark.parametrize(
    "label",
    """
    Lire|Lire :|Lire aussi|Lire aussi :|Lire également :|Lire encore :|A lire|A lire aussi|A lire également :|À lire :|À lire aussi :
    Relire|Relire :|(Re)lire :|Lisez aussi :|Lire (2019) :|Lire l’archive (1998) :|Lire aussi (archive de 2012) :|Lire l’archive de 2012 :
    Lire l’éditorial du « Monde » :|Lire aussi l’éditorial du « Monde »|Lire la tribune :|Lire aussi la tribune|Lire les tribunes :
    Lire l’entretien :|Lire notre entretien :|Lire notre grand entretien :|Lire l’interview d’Ana Gil :|Lire aussi le portrait d’Ana Gil :
    Lire l’enquête :|Lire notre enquête :|Lire aussi notre enquête en cinq volets :|Lire le récit :|Lire notre reportage :|Lire le reportage au Mali :
    Lire nos explications :|Lire l’analyse :|Lire le décryptage :|Lire la chronique :|Lire la critique du film :|Lire les réactions :
    Lire le compte rendu :|Lire le compte-rendu :|Lire la nécrologie :|Lire le point de vue :|Lire la mise au point :|Lire le fact-checking :
    Lire la suite|Lire le premier épisode :|Lire notre dossier :|Lire tous nos articles|Lire cet article :|Lire le billet :
    Voir|Voir :|Voir aussi :|Voir la vidéo :|Voir notre infographie :|Voir les cartes :|Voir le portfolio :|Revoir le direct :|A voir :|A voir aussi
    Écouter|Ecouter :|Écouter aussi|Écouter le podcast :|Écouter notre podcast|A écouter :|Regarder la vidéo :|Regarder aussi :|A regarder :
    Suivre notre direct :|Suivez notre direct :|Suivez le live :|Suivre le direct|Retrouver notre dossier :|Retrouvez l’épisode :
    Revivez le direct :|Revivre notre live :|Découvrir notre enquête :|Découvrez nos portraits :|Consulter l’infographie :|Retour sur :
    Lire les bonnes feuilles :|Lire sur le sujet :|Voir par exemple :
    Pour aller plus loin|Pour aller plus loin :|(Pour aller plus loin :|Pour en savoir plus :|Sur le même sujet|Sur le même thème :
    Notre dossier :|Nos explications :|Notre enquête vidéo :
    Read|Read :|Read more|Read more :|Read also|Read also:|Read the interview|Read our editorial:|Read our live coverage|Read the full story
    See|See also|See also:|Watch|Watch also:|Watch the report|Listen|Listen to|Listen to the story:
    """.strip().replace("\n    ", "|").split("|"),
)  # fmt: skip
@pytest.mark.parametrize("ending", ["{}", "{}\u00a0|", " › {} "], ids=["alone", "bar", "arrow"])
def test_label_of_a_related_link_is_recognised(label: str, ending: str) -> None:
    if label.endswith(":") and "|" in ending:
        label = label.rstrip("\u00a0 :")
    assert is_label(ending.format(label))
    assert is_label(ending.format(label.replace(" :", "\u00a0:").replace("’", "'")))


@pytest.mark.parametrize(
    "label",
    [
        "Article réservé à nos abonnés Lire aussi",
        "Lire aussi Article réservé à nos abonnés",
        "Lire aussi : Article réservé à nos abonnés",
        "Lire aussi | Article réservé à nos abonnés",
        "Read more Subscribers only",
        "Read more Article réservé à nos abonnés",
    ],
)
def test_label_with_a_badge_is_recognised(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("» LIRE AUSSI -", "Lire aussi"),
        ("LIRE AUSSI >>", "Lire aussi"),
        ("A LIRE ÉGALEMENT :", "A lire également :"),
        ("👉 Lire aussi :", "Lire aussi :"),
        ("► Lire l’éditorial du « Monde »", "Lire l’éditorial du « Monde »"),
    ],
)
def test_label_with_symbols_or_in_capitals_is_recognised(label: str, plain: str) -> None:
    assert is_label(label)
    assert is_label(plain)


@pytest.mark.parametrize(
    "row", [row for row in PHRASES if row.kind in ("related", "label")], ids=lambda row: row.name
)
def test_fast_check_accepts_every_label(row: Phrase) -> None:
    for example in row.examples:
        for text in (*spellings(example), example.upper(), f"» {example}"):
            assert may_point_elsewhere(f"{text} Un titre")


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Lire aussi Un titre", True),
        ("» LIRE AUSSI Un titre", True),
        ("Un titre, réservé aux abonnés", True),
        ("Subscribers only A title", True),
        ("Un titre", False),
        ("", False),
    ],
)
def test_fast_check_accepts_only_lines_with_a_label_or_badge(line: str, may: bool) -> None:
    assert may_point_elsewhere(line) == may


def test_long_line_is_not_a_label() -> None:
    assert not is_label("Lire aussi " * 40)


# Prose


@pytest.mark.parametrize(
    ("row", "line"),
    [pytest.param(row, line, id=f"{row.name}: {line}") for row in PHRASES for line in row.never],
)
def test_phrase_does_not_match_similar_prose(row: Phrase, line: str) -> None:
    for text in spellings(line):
        assert Matcher([row]).phrase_of(text) is None
        assert [kind for kind in TAKEN_OUT if is_phrase(text, kind)] == []
    if row.kind in ("related", "label"):
        assert not is_label(line) or line.endswith(("|", ":")) or row.kind == "label"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Lire est un plaisir.",
        "Lire et écrire",
        "Lire des livres",
        "Lire dans le métro",
        "Lire un article de presse demande du temps.",
        "Lisez-moi bien",
        "Voir Venise",
        "Voir Venise…",
        "Voir Venise et mourir",
        "Voir la mer pour la première fois",
        "Voir plus loin",
        "Voir les vidéos de son fils l’a bouleversé.",
        "Écouter les gens, c’est un métier",
        "Regarder ailleurs",
        "Regardez ce ciel",
        "Suivre la route",
        "Retrouver la paix",
        "Retrouvez le calme",
        "Revivre un été",
        "Découvrir un pays",
        "Découvrez le goût du sel",
        "Consulter un médecin",
        "Reading is a pleasure",
        "Watch out",
        "Listen carefully",
        "Seen from here",
        "Liregarder",
        "Le lire",
    ],
)
def test_prose_that_starts_like_a_label_does_not_match(line: str) -> None:
    assert not is_label(line)
    assert not is_phrase(line, *TAKEN_OUT)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_all_spellings_of_a_text_match_alike(text: str) -> None:
    kinds = tuple(KINDS)
    assert is_phrase(text, *kinds) == is_phrase(fold(text), *kinds)
