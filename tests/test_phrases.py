"""The wording table: each row speaks for itself, labels are known in all their forms, and prose is
left alone."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lemonde_parse.classify.related import is_label
from lemonde_parse.wording.matching import expression, fold, is_phrase, may_point_elsewhere, wording
from lemonde_parse.wording.phrases import BADGE_STEMS, PHRASES, Phrase, PhraseKind

KINDS: tuple[PhraseKind, ...] = get_args(PhraseKind)


# The table


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
def test_the_example_of_a_row_matches_its_own_pattern(phrase: Phrase) -> None:
    assert re.fullmatch(expression(phrase.pattern), fold(phrase.example))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
def test_the_example_of_a_row_says_its_kind(phrase: Phrase) -> None:
    assert is_phrase(phrase.example, phrase.kind)
    assert wording(phrase.kind).kind_of(phrase.example) == phrase.kind


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
def test_the_example_of_a_row_is_known_with_a_typewriters_signs(phrase: Phrase) -> None:
    """Dumps hold plain spaces and straight apostrophes, and sometimes no accents."""
    typed = phrase.example.replace("’", "'").replace("\u00a0", " ")
    assert is_phrase(typed, phrase.kind)
    bare = typed.translate(str.maketrans("àâçéèêîïôùûÀÂÇÉÈÊÎÏÔÙÛ", "aaceeeiiouuAACEEEIIOUU"))
    assert is_phrase(bare, phrase.kind)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
def test_a_row_tells_where_it_was_seen(phrase: Phrase) -> None:
    assert phrase.seen.strip()
    assert phrase.example == phrase.example.strip()


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
def test_no_accent_stands_in_a_class(phrase: Phrase) -> None:
    """An accent is made optional by a class of its own, and classes do not nest."""
    for held in re.findall(r"(?<!\\)\[([^\]]*)\]", phrase.pattern):
        assert held.isascii() or held == "^»"


def test_every_kind_has_a_row() -> None:
    assert set(KINDS) == {phrase.kind for phrase in PHRASES}


def test_examples_are_of_no_other_row() -> None:
    examples = [(phrase.kind, phrase.example) for phrase in PHRASES]
    assert len(set(examples)) == len(examples)


# Folding


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
def test_fold_makes_spaces_and_apostrophes_plain(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_the_length_and_is_idempotent(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text", ["Réservé aux abonnés", "Reserve aux abonnes", "Réserve aux abonnés"]
)
def test_accents_are_optional(text: str) -> None:
    assert re.fullmatch(expression("Réservé aux abonnés"), text)


@pytest.mark.parametrize("text", ["Rèservè aux abonnés", "réservé aux abonnés"])
def test_other_accents_and_other_capitals_are_other_words(text: str) -> None:
    assert not re.fullmatch(expression("Réservé aux abonnés"), text)


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
def test_what_stands_before_a_related_link_is_a_label(label: str, ending: str) -> None:
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
def test_a_subscriber_badge_is_no_part_of_a_label(label: str) -> None:
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
def test_signs_and_capitals_make_no_other_label(label: str, plain: str) -> None:
    assert is_label(label)
    assert is_label(plain)


PROSE = (
    "Lire est un plaisir",
    "Lire est un plaisir.",
    "Lire, c’est partir",
    "Lire et écrire",
    "Lire des livres",
    "Lire le journal",
    "Lire dans le métro",
    "Lire aussi longtemps lui plaît.",
    "Lire aussi vite que possible",
    "Lire un article de presse demande du temps.",
    "Lire l’entretien suffit à comprendre, dit-elle.",
    "Lire la tribune ? Elle n’y songe pas.",
    "Lire Proust :",
    "A lire d’urgence",
    "Relire Proust",
    "Lisez-moi bien",
    "Voir",
    "Voir Venise",
    "Voir Venise…",
    "Voir Venise et mourir",
    "Voir la mer",
    "Voir la mer pour la première fois",
    "Voir plus loin",
    "Voir les vidéos de son fils l’a bouleversé.",
    "Écouter le vent",
    "Écouter les gens, c’est un métier",
    "Regarder ailleurs",
    "Regardez ce ciel",
    "Suivre la route",
    "Suivez mon regard",
    "Retrouver la paix",
    "Retrouvez le calme",
    "Revivre un été",
    "Découvrir un pays",
    "Découvrez le goût du sel",
    "Consulter un médecin",
    "Retour sur terre",
    "Pour aller plus loin, il faut un bateau.",
    "Pour en savoir plus, elle a appelé le maire.",
    "Sur le même bateau",
    "Nos amis",
    "Notre dossier",
    "Notre père",
    "Read the room",
    "Reading is a pleasure",
    "See you soon",
    "Watch out",
    "Listen carefully",
    "Seen from here",
    "Liregarder",
    "Le lire",
    "",
)


@pytest.mark.parametrize(
    "sentence", [sentence for sentence in PROSE if sentence not in ("Voir", "Lire Proust :")]
)
def test_prose_that_begins_like_a_label_is_none(sentence: str) -> None:
    assert not is_label(sentence)


@pytest.mark.parametrize("sentence", [sentence for sentence in PROSE if sentence])
def test_prose_is_of_no_kind_that_is_taken_out(sentence: str) -> None:
    taken: tuple[PhraseKind, ...] = (
        "advertisement", "badge", "comments", "boilerplate", "newsletter", "notice", "paywall", "promotion", "share", "status",
    )  # fmt: skip
    assert wording(*taken).kind_of(sentence) is None


def test_a_long_line_is_no_label() -> None:
    assert not is_label("Lire aussi " * 40)


# The other kinds


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "notice",
            [
                "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
                "Il vous reste 57,09 % de cet article à lire",
                "Il vous reste 68% de l'article à lire",
                "Il vous reste 5\u00a0% de l’article à lire.",
                "La suite est réservée à nos abonnés.",
                "You have 57.12% of this article left to read. The rest is for subscribers only.",
                "You have 5% of this article left to read.",
            ],
        ),
        ("badge", ["Article réservé à nos abonnés", "Article réservé aux abonnés", "Réservé aux abonnés", "Subscribers only"]),
        ("status", ["Article réservé aux abonnés", "Subscribers only"]),
        ("paywall", ["Déjà abonné ?", "Déjà abonnée ? Se connecter", "Je m’abonne", "S’abonner", "Achetez cet article 2 €"]),
        ("share", ["Partager", "Partager sur Facebook", "Envoyer par e-mail", "Copier le lien", "Tweeter", "Lire plus tard", "Offrir l’article"]),
        ("newsletter", ["S’inscrire", "Newsletter", "Inscrivez-vous"]),
        ("advertisement", ["Publicité", "Contenus sponsorisés par Outbrain"]),
        ("translation", ["Read in English", "Lire en français"]),
        ("reading time", ["Temps de Lecture 4 min.", "Lecture 12 min", "2 min read", "Time to 1 min."]),
        ("newspaper", ["Le Monde", "Par Le Monde", "LE MONDE", "Le Monde.fr", "Libération", "Par Le Figaro", "journal.fr"]),
        ("genre", ["Tribune", "Enquête", "Éditorial", "Editorial", "Chronique", "Grand format"]),
        ("home", ["A la une", "À la une", "Accueil", "Home", "Le Monde.fr"]),
        ("site description", ["Retrouvez ici une info de la thématique"]),
    ],
)  # fmt: skip
def test_wording_of_every_kind(kind: PhraseKind, lines: list[str]) -> None:
    assert [line for line in lines if not is_phrase(line, kind)] == []


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "dateline",
            [
                "Publié le 12 mars, le décret prend effet à 18 h.",
                "Published on Monday, the report went unread until 6 pm",
            ],
        ),
        (
            "notice",
            [
                "Il vous reste du temps.",
                "Il vous reste 57 % des voix à compter.",
                "La suite est réservée aux adultes.",
            ],
        ),
        ("paywall", ["S’abonner à la vie", "Déjà, il pleut."]),
        (
            "share",
            [
                "Partager le pain",
                "Imprimer des livres",
                "Tweet après tweet",
                "Suivez-nous sur la lande.",
                "Vous possédez déjà un compte épargne ? C’est gratuit.",
            ],
        ),
        ("newsletter", ["S’inscrire à l’université", "Recevoir des amis"]),
        (
            "newsletter",
            [
                "Cet article est paru dans une revue, qui le dit « décisif ».",
                "Pour ne rien manquer de l’actualité, il a trois radios.",
            ],
        ),
        (
            "promotion",
            [
                "Daté du 12 mars, le décret est muet.",
                "Cours en ligne, cours du soir, ateliers de quartier : tout est plein.",
            ],
        ),
        ("boilerplate", ["Les abonnés lisent aussi davantage la presse étrangère."]),
        ("advertisement", ["Publicité mensongère"]),
        (
            "newspaper",
            ["Le Monde entier", "Le Monde avec AFP", "Ana Gil", "Libération de la parole"],
        ),
        ("genre", ["Tribune nord", "enquête", "Une enquête"]),
        ("reading time", ["Lecture publique", "4 min"]),
        ("home", ["Accueil des enfants"]),
        ("translation", ["Read in French", "Lire en anglais"]),
    ],
)
def test_what_only_begins_so_is_none(kind: PhraseKind, lines: list[str]) -> None:
    assert [line for line in lines if is_phrase(line, kind)] == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("end", "Daté du XIIe siècle, le manuscrit dormait dans une malle."),
        ("end", "Daté du lundi 3 mars, le courrier n’est jamais parti."),
        ("end", "Les plus lus de ces romans sont aussi les plus courts."),
        ("end", "Dans la même rubrique, le journal avait publié un portrait flatteur."),
        ("end", "Voir les contributions de chacun permet de mesurer le chemin."),
        ("end", "12 réponses sur « vingt » étaient justes."),
        ("end", "Lecture restreinte, liberté surveillée."),
        ("notice", "La suite est réservée aux abonnés du théâtre, prévient l’affiche."),
        ("notice", "Il vous reste 20 % à découvrir de cette île, dit le marin."),
    ],
)
def test_a_sentence_that_begins_so_ends_no_text(kind: PhraseKind, line: str) -> None:
    assert wording(kind).match_prefix(line) is None


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("end", "Daté du lundi 3 mars"),
        ("end", "Les plus lus 1 Un titre"),
        ("end", "Dans la même rubrique"),
        ("end", "Dans la même rubrique Édition du jour"),
        ("notice", "La suite est réservée aux abonnés. Déjà abonné ?"),
        (
            "notice",
            "Il vous reste 57% de cet article à lire. La suite est réservée aux abonnés.Se connecter",
        ),
    ],
)
def test_more_may_follow_in_the_line_that_ends_a_text(kind: PhraseKind, line: str) -> None:
    assert wording(kind).match_prefix(line) == kind


def test_the_first_kind_asked_for_is_told() -> None:
    line = "Article réservé aux abonnés"
    assert wording("badge", "status").kind_of(line) == "badge"
    assert wording("status", "badge").kind_of(line) == "status"
    assert wording("share", "notice").kind_of(line) is None


def test_the_expression_of_several_kinds_knows_them_all() -> None:
    known = wording("share", "badge").expression
    assert known.fullmatch("Partager")
    assert known.fullmatch("Subscribers only")
    assert not known.fullmatch("Publicité")


@pytest.mark.parametrize("kind", sorted({phrase.kind for phrase in PHRASES}))
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
def test_no_row_of_beginnings_is_wording(kind: PhraseKind, piece: str) -> None:
    """Lines of up to 250 characters are compared, thousands on a page."""
    line = (piece * 250)[:250]
    assert not is_phrase(line * 10, kind)


@pytest.mark.parametrize(
    "phrase",
    [phrase for phrase in PHRASES if phrase.kind == "badge"],
    ids=lambda phrase: phrase.example,
)
def test_every_badge_holds_a_stem_that_tells_lines_without_one(phrase: Phrase) -> None:
    """A row for a new badge needs its stem, or the badge would not be looked for."""
    assert any(stem in phrase.example for stem in BADGE_STEMS)


@pytest.mark.parametrize(
    "phrase",
    [phrase for phrase in PHRASES if phrase.kind in ("related", "badge")],
    ids=lambda phrase: phrase.example,
)
def test_the_cheap_look_lets_every_related_line_through(phrase: Phrase) -> None:
    """A row for a new label needs its first words, or lines that begin so would not be looked at."""
    assert may_point_elsewhere(f"{phrase.example} Un titre")


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind}: {phrase.example}")
@pytest.mark.parametrize("spelled", ["{}", "{} "], ids=["alone", "and more"])
def test_the_look_at_its_first_letters_lets_every_wording_through(
    phrase: Phrase, spelled: str
) -> None:
    known = wording(phrase.kind)
    bare = phrase.example.translate(
        str.maketrans("àâçéèêîïôùûÀÂÇÉÈÊÎÏÔÙÛ", "aaceeeiiouuAACEEEIIOUU")
    )
    for text in (phrase.example, bare, fold(phrase.example), phrase.example.replace(" ", "\u00a0")):
        assert known.may_begin(spelled.format(text))


@pytest.mark.parametrize(
    "kind", sorted({phrase.kind for phrase in PHRASES} - {"newspaper", "related", "target"})
)
def test_every_row_tells_what_its_lines_begin_with(kind: PhraseKind) -> None:
    """A row that may begin with anything would have every line of every page compared with all rows
    of its kind."""
    assert not wording(kind).may_begin("Deux mots.")
