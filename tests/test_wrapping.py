"""Wrapped texts: their width, their paragraphs, and lines that are kept together."""

from __future__ import annotations

import textwrap

import pytest

from dump_lines import BODY, DATE, lines, texts
from lemonde_parse import parse_text
from lemonde_parse.plaintext.unwrap import _is_spaced, _is_wrapped, _unit, unwrap

# Wrapping


@pytest.mark.parametrize("width", [74, 132, 200])
def test_sentence_end_is_not_a_paragraph_end_in_a_text_with_empty_lines(
    width: int,
) -> None:
    """A program that counts bytes wraps lines before they are full, so a sentence at the start of
    the next line is not evidence of a new paragraph."""
    short = "Il pleut.\n\nOn ferme.\n\nOn attend."
    raw = "\n\n".join(lines(paragraph, width) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{short}\n\n{raw}")] == [
        "Il pleut.",
        "On ferme.",
        "On attend.",
        *BODY,
    ]


@pytest.mark.parametrize("sign", ["»", ":", "?", "!", ";", "%", "€"])
def test_line_that_starts_with_punctuation_continues_the_previous_one(sign: str) -> None:
    """The sign is bound to a long word by a no-break space, so the line above is not full."""
    whole = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{whole}\n\nIl a demandé pourquoi on ferme ce port.\n{sign} Personne ne le sait."
    assert [group.text for group in unwrap(raw)][-1] == (
        f"Il a demandé pourquoi on ferme ce port. {sign} Personne ne le sait."
    )


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_date_and_related_link_are_paragraphs_without_empty_lines(width: int, indent: str) -> None:
    related = "Lire aussi : Les marchands quittent la halle de Tréval"
    paragraphs = ["Par Claire Vasseur", DATE, BODY[0], related, *BODY[1:]]
    article = parse_text(
        "\n".join(
            textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)
            for text in paragraphs
        )
    )
    assert texts(article) == list(BODY)
    assert [(link.label, link.headline) for link in article.related_links] == [
        tuple(related.split(" : "))
    ]
    assert article.date_published is not None


@pytest.mark.parametrize(("unspaced", "is_spaced"), [(0, True), (1, True), (2, False)])
def test_text_is_spaced_if_empty_lines_follow_four_in_five_short_sentences(
    unspaced: int, is_spaced: bool
) -> None:
    full = "Le bac ne passe plus, et"
    spaced = ["On attend.", ""] * (5 - unspaced)
    raw = [full, *["On attend."] * unspaced, full, *spaced]
    lengths = list(map(len, raw))
    assert _is_spaced(raw, lengths, [0] * len(raw), len(full)) is is_spaced


@pytest.mark.parametrize(("full", "is_joined"), [(2, False), (3, True)])
def test_width_is_found_from_three_full_lines(full: int, is_joined: bool) -> None:
    """The lines are too long for the rule for short texts to apply."""
    line = "Le bac de Tréval ne passe plus, " + "et on attend sur le quai que le vent tombe " * 2
    raw = [*[f"{line}puis"] * full, "on rentre."]
    joined = [" ".join(raw)] if is_joined else raw
    assert [group.text for group in unwrap("\n".join(raw))] == joined


@pytest.mark.parametrize(("length", "is_wrapped"), [(66, False), (67, True)])
def test_line_with_fewer_than_14_free_columns_continues(length: int, is_wrapped: bool) -> None:
    line = "a" * length
    assert _is_wrapped(line, "Le port", 80, is_spaced=True) is is_wrapped
    assert _is_wrapped(line, "Le port", 80, is_spaced=False) is is_wrapped


def test_width_is_found_despite_a_few_longer_lines() -> None:
    address = "https://www.exemple.fr/" + "a" * 70
    raw = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{address}\n\n{raw}")] == [address, *BODY]


def test_width_is_found_despite_single_long_lines() -> None:
    """Lines that are too short to be wrapped are not evidence of the width."""
    single = "\n\n".join(
        f"Une légende parmi vingt autres, numéro {number}, sur une seule ligne"
        for number in range(20, 40)
    )
    raw = "\n\n".join(textwrap.fill(paragraph, 90) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{single}\n\n{raw}")][20:] == list(BODY)


def test_width_is_found_despite_teasers_in_a_menu() -> None:
    teasers = [
        f"       Une légende parmi vingt autres dans le menu, numéro {number}, "
        f"{'et son titre, ' * 5}fin"
        for number in range(20, 60)
    ]
    raw = "\n\n".join(
        textwrap.fill(
            f"{first} {second}",
            190,
            initial_indent="   ",
            subsequent_indent="   ",
            break_on_hyphens=False,
        )
        for first, second in zip(BODY, BODY, strict=True)
    )
    assert [group.text for group in unwrap("\n".join(teasers) + f"\n\n{raw}")][40:] == [
        f"{text} {text}" for text in BODY
    ]


def test_related_link_below_a_full_line_is_not_joined() -> None:
    """lynx prints no empty line before a related link, and a sentence may end exactly at the
    width."""
    short = "Il pleut.\n\nOn ferme.\n\nOn attend."
    full = "La halle a rouvert samedi, et les marchands sont tous revenus, ou peu s’en faut."
    link = "Article réservé à nos abonnés Lire aussi La halle, un chantier sans fin"
    raw = "\n\n".join(
        [short, *(textwrap.fill(paragraph, 80) for paragraph in BODY), f"{full}\n{link}"]
    )
    assert [group.text for group in unwrap(raw)][-2:] == [full, link]


def test_no_break_space_is_not_a_possible_line_break() -> None:
    """The line above has room for the first word, but not for both."""
    above = "Les volontaires du camp se sont levés avant le jour et chantent"
    raw = "\n\n".join(
        [
            *(textwrap.fill(paragraph, 72) for paragraph in BODY),
            f"{above}\nLa\u00a0Marseillaise sur la place d’armes.",
        ]
    )
    assert [group.text for group in unwrap(raw)][
        -1
    ] == f"{above} La\u00a0Marseillaise sur la place d’armes."


def test_line_that_starts_with_a_link_number_and_a_quotation_mark_is_joined() -> None:
    """A line cannot break between « and its word, so the quotation mark moves to the next line with
    the word."""
    above = "Certains élus de la région rêvent déjà, depuis leur banc,"
    raw = "\n\n".join(
        [
            *(textwrap.fill(paragraph, 72) for paragraph in BODY),
            f"{above}\n[12]« d’inaugurations », dit l’adjoint.",
        ]
    )
    assert [group.text for group in unwrap(raw)][
        -1
    ] == f"{above} [12]« d’inaugurations », dit l’adjoint."


@pytest.mark.parametrize(
    ("above", "below", "are_items"),
    [
        (
            "Le conseil compte trente-neuf sièges, et les marchands n’en ont que",
            "12. La halle n’y a pas de voix.",
            False,
        ),
        ("Les marchands demandent trois choses :", "2. Un toit.", True),
        ("Les étals", "1. Le poisson.", True),
    ],
)
def test_number_with_a_full_stop_is_an_item_unless_it_ends_a_sentence(
    above: str, below: str, are_items: bool
) -> None:
    raw = "\n\n".join([*(textwrap.fill(paragraph, 72) for paragraph in BODY), f"{above}\n{below}"])
    last = list(unwrap(raw))[-1]
    assert (last.is_item, last.text) == (
        (True, below[3:]) if are_items else (False, f"{above} {below}")
    )


@pytest.mark.parametrize(("verses", "is_joined"), [(5, True), (6, False)])
def test_width_needs_two_in_five_lines_near_it(verses: int, is_joined: bool) -> None:
    wrapped = (
        "Le marché reprend lundi, et avec lui les habitudes de la place, les cageots",
        "et le café de sept heures, que la mairie voudrait voir fermer avant midi",
        "pour laisser passer les bateaux qui attendent sur le quai depuis la nuit et",
        "Fin.",
    )
    poem = [f"Vers {n}, où la mer appelle le port et le port ne répond rien" for n in range(verses)]
    texts = [piece.text for piece in unwrap("\n".join([*wrapped, "", *poem]))]
    assert texts[:-verses] == ([" ".join(wrapped)] if is_joined else list(wrapped))


@pytest.mark.parametrize(("stops", "is_joined"), [(2, True), (3, False)])
def test_width_needs_half_of_the_lines_near_it_to_end_mid_sentence(
    stops: int, is_joined: bool
) -> None:
    lines = [
        f"Le marché reprend lundi, et avec lui les habitudes de la place, n° {n}" for n in range(4)
    ]
    lines = [line + "." if n < stops else line for n, line in enumerate(lines)]
    lines[0] = lines[0].replace("la place", "la grande place")
    pieces = list(unwrap("\n".join([*lines, "Fin."])))
    assert (len(pieces) < 5) is is_joined


# Short articles


def test_short_text_is_unwrapped_if_no_first_word_fits_on_the_line_above() -> None:
    wrapped = (
        "Le marché reprend lundi, et avec lui les habitudes de la place, les\n"
        "cageots et le café de sept heures."
    )
    assert [piece.text for piece in unwrap(wrapped)] == [wrapped.replace("\n", " ")]
    fits = (
        "Le marché reprend lundi, et avec lui les habitudes de la place,\n"
        "les cageots et le café de sept heures, comme avant l’hiver et ses pluies."
    )
    assert len(list(unwrap(fits))) == 2


@pytest.mark.parametrize(("count", "is_joined"), [(58, True), (59, False)])
def test_few_full_lines_give_the_width_of_a_text_of_at_most_60_lines(
    count: int, is_joined: bool
) -> None:
    wrapped = (
        "Le marché reprend lundi, et avec lui les habitudes de la place, les\n"
        "cageots et le café de sept heures."
    )
    pieces = list(unwrap("\n".join([wrapped, *["Il pleut."] * count])))
    assert (pieces[0].text == wrapped.replace("\n", " ")) is is_joined


@pytest.mark.parametrize(
    "text",
    [
        "Sur la place du marché, l’hiver, un marchand de chansons\nattend que la pluie cesse",
        "Le marché reprend lundi, et avec lui les habitudes de la place.\nLes cageots reviennent.",
        f"{'Le marché reprend, ' * 6}et avec lui les habitudes de la place\net les cageots aussi.",
    ],
    ids=["narrow", "sentences", "wide"],
)
def test_lines_that_are_not_wrapped_stay_separate(text: str) -> None:
    assert [piece.text for piece in unwrap(text)] == text.splitlines()


@pytest.mark.parametrize(("count", "unit"), [(4, "5 6 7 8 mots"), (5, "5 6 7 8 9")])
def test_at_most_five_words_are_kept_together(count: int, unit: str) -> None:
    numbers = " ".join(map(str, range(5, 5 + count)))
    assert _unit(f"{numbers} mots de la fin") == unit
