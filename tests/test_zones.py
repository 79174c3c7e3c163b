"""Limits of the zones of a text: what makes a page, where an article begins and ends."""

from __future__ import annotations

import pytest

from dump_lines import BODY, DATE, FULL, HEADLINE, MENU, STANDFIRST, pieces
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.plaintext.unwrap import OBJECT, Piece
from lemonde_parse.plaintext.zones import (
    Region,
    _after_buttons,
    _first_close,
    _may_be_text,
    _sentences,
    beginning_features,
    ending_features,
    find_article,
    has_menu,
    has_text,
    is_dump,
)

SENTENCE = (
    "Le conseil a voté mardi la fermeture du vieux pont, que les habitants empruntaient depuis "
    "plus d’un siècle."
)
LABEL = "Rubrique"
BUTTONS = ("Partager", "Facebook", "Mentions légales", "Newsletters", "Imprimer", "Répondre")


def find(*lines: str | Piece, is_page: bool = False) -> Region:
    return find_article(pieces(*lines), None, is_page=is_page)


def kept(region: Region) -> list[str]:
    return [piece.text for piece in region.pieces]


def texts_of_claims(region: Region) -> set[str]:
    return {claim.text for claim in region.claims if claim.text}


@pytest.mark.parametrize(
    ("line", "least"),
    [("(BUTTON) Partager\n", 2), ("   * Sport\n", 6), ("   + Sport\n", 6), ("\n• Sport", 6)],
)
def test_text_with_many_buttons_or_bullets_is_a_dump(line: str, least: int) -> None:
    assert is_dump(line * least)
    assert not is_dump(line * (least - 1))


def test_bullets_of_two_levels_are_counted_together() -> None:
    assert is_dump("   * Sport\n   + Football\n" * 3)


def test_text_with_numbered_references_is_a_dump_if_they_are_links() -> None:
    assert is_dump("Le pont.\n\nReferences\n\n   1. https://tidelandes.test/pont\n")
    assert not is_dump("Le pont.\n\nReferences\n\n   Un livre sur le pont, Tréval, 1887.\n")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Se connecter"], True),
        ([LABEL] * 15, True),
        ([LABEL] * 14, False),
        ([*[LABEL] * 13, SENTENCE, SENTENCE], True),
        ([*[LABEL] * 12, SENTENCE, SENTENCE, SENTENCE], False),
        (BUTTONS, True),
        (BUTTONS[1:], False),
    ],
)
def test_menu_has_many_labels_or_boilerplate(lines: list[str], expected: bool) -> None:
    assert has_menu(pieces(*lines)) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([*[LABEL] * 9, SENTENCE, SENTENCE, SENTENCE], True),
        ([*[LABEL] * 9, SENTENCE, SENTENCE], False),
        ([LABEL, SENTENCE, SENTENCE], True),
        ([LABEL, SENTENCE], False),
    ],
)
def test_text_has_three_sentences_close_together_or_mostly_sentences(
    lines: list[str],
    expected: bool,
) -> None:
    assert has_text(pieces(*lines)) is expected


@pytest.mark.parametrize(("between", "count", "first"), [(12, 24, 0), (12, 25, 15), (11, 25, 0)])
def test_article_is_at_least_an_eighth_as_long_as_the_longest_run(
    between: int, count: int, first: int
) -> None:
    lines = pieces(*[SENTENCE] * 3, *[LABEL] * between, *[SENTENCE] * count)
    assert _first_close(lines, _sentences(lines)) == first


@pytest.mark.parametrize(("between", "first"), [(5, 0), (6, None)])
def test_first_three_sentences_are_within_twelve_lines(between: int, first: int | None) -> None:
    gap = [LABEL] * between
    lines = pieces(SENTENCE, *gap, SENTENCE, *gap, SENTENCE)
    assert _first_close(lines, _sentences(lines)) == first


def test_text_that_asks_to_log_in_is_not_a_page_without_a_date_or_prose() -> None:
    region = find("Se connecter", "Le pont", "La digue", "Le quai")
    assert (region.is_page, region.begin) == (False, 0)
    assert find("Se connecter", DATE, "Le pont").is_page
    assert find("Se connecter", *BODY).is_page


@pytest.mark.parametrize(("labels", "begin"), [(11, 15), (12, 0)])
def test_dateline_of_a_paste_has_at_most_fourteen_lines_above_it(labels: int, begin: int) -> None:
    head = [SENTENCE, *[LABEL] * 6, SENTENCE, *[LABEL] * (labels - 6), SENTENCE]
    region = find(*head, DATE, *BODY)
    assert (region.begin, DATE in texts_of_claims(region)) == (begin, begin > 0)


@pytest.mark.parametrize(("above", "begin"), [(14, 14), (15, 0)])
def test_first_prose_below_the_header_of_a_paste_is_near_its_start(above: int, begin: int) -> None:
    header = [HEADLINE, "Par Lucie Darmont"]
    assert find(*["Le pont"] * (above - 2), *header, *BODY).begin == begin


def test_paste_begins_at_a_standfirst_glued_to_its_kicker() -> None:
    glued = f"Enquête{SENTENCE}"
    assert find("Le pont", glued, *BODY).begin == 1
    assert find("Le pont", SENTENCE, *BODY).begin == 0


def test_article_of_a_page_begins_below_the_last_moment_and_its_changes() -> None:
    day, change = "12/03/2024 à 06h15", "13/03/2024 à 09h40"
    lines = (*MENU, "Se connecter", day, "Un autre titre", day, change, *BODY)
    region = find(*lines)
    assert (region.dateline, region.begin) == (day, len(lines) - len(BODY) - 1)


@pytest.mark.parametrize(("length", "is_cut"), [(LIMITS.name, True), (LIMITS.name + 1, False)])
def test_article_ends_above_a_name_of_limited_length(length: int, is_cut: bool) -> None:
    name = f"Anne-{'Marie-' * 20}"[: length - 8] + "a Dubois"
    lines = [*MENU, "Se connecter", HEADLINE, f"Par {name}", DATE, *BODY, name, "Contact"]
    assert (kept(find(*lines)) == list(BODY)) is is_cut


@pytest.mark.parametrize("other", [True, False])
def test_percentage_below_a_notice_is_kept_if_it_is_that_of_the_notice(other: bool) -> None:
    notice = "La suite est réservée aux abonnés."
    percentage = "La hausse est de 12 %." if other else "Il vous reste 40 % de cet article à lire."
    second = "La suite est réservée aux abonnés du Monde."
    lines = [*MENU, "Se connecter", HEADLINE, DATE, *BODY, notice, second, percentage, "Contact"]
    assert kept(find(*lines)) == [*BODY, notice, *([] if other else [percentage])]


def features(
    kind: str, *below: str | Piece, is_early: bool = False, has_text: bool = True
) -> list[str]:
    return ending_features(
        kind, pieces(*below), is_repeated=False, is_early=is_early, has_text=has_text
    )


ITEM = Piece("Le quai", is_item=True)
LONG = f"{SENTENCE} Personne ne sait encore par où passeront les cars scolaires à la rentrée."


@pytest.mark.parametrize(
    ("kind", "below", "expected"),
    [
        ("signature", ["a" * LIMITS.name], ["no prose below", "few sentences below"]),
        (
            "signature",
            ["a" * (LIMITS.name + 1)],
            ["no prose below", "text next to it", "few sentences below"],
        ),
        ("signature", ["Le théâtre du pont, à Tréval, jusqu’au 4 mai."], []),
        ("signature", [LABEL, LONG], ["prose below"]),
        ("signature", [ITEM, ITEM, LONG, LONG], []),
        ("signature", [ITEM, ITEM, LONG], ["prose below"]),
        ("signature", [ITEM, ITEM, LONG, LABEL], ["prose below", "few sentences below"]),
        ("beside", [LONG], []),
        ("beside", [LABEL, LONG], ["prose below"]),
        ("below", [LABEL, LONG], []),
        ("below", [LABEL], ["no prose below", "few sentences below"]),
        ("comments", [LABEL, LONG], ["prose below"]),
    ],
)
def test_possible_end_has_features_unless_it_is_between_paragraphs(
    kind: str, below: list[str | Piece], expected: list[str]
) -> None:
    assert features(kind, *below) == [f"{kind}, {name}" for name in expected]


@pytest.mark.parametrize(("sentences", "is_thin"), [(2, True), (3, False)])
def test_a_quarter_of_the_lines_below_an_end_may_be_sentences(
    sentences: int, is_thin: bool
) -> None:
    below = [LABEL] * (8 - sentences) + [SENTENCE] * sentences
    names = features("end", *below, SENTENCE, SENTENCE)
    assert ("end, few sentences below" in names) is is_thin
    assert "end, few sentences below" not in features("end", *below, has_text=False)


@pytest.mark.parametrize(
    ("kind", "below_text", "above_text"),
    [
        ("share", False, False),
        ("below", True, False),
        ("comments", True, False),
        ("end", True, True),
    ],
)
def test_line_above_most_of_the_prose_may_end_the_article(
    kind: str, below_text: bool, above_text: bool
) -> None:
    may_end = [
        features(kind, LABEL, is_early=True, has_text=has_text) for has_text in (True, False)
    ]
    assert [names != [] for names in may_end] == [below_text, above_text]


def starts(region: Region) -> list[str]:
    return [choice.text for choice in region.choices if choice.question == "beginning"]


def test_first_prose_above_or_without_a_date_may_start_a_page() -> None:
    menu = [*MENU, "Se connecter"]
    assert starts(find(*menu, HEADLINE, DATE, "Le pont", *BODY)) == [MENU[0], "Le pont"]
    assert starts(find(*menu, HEADLINE, *BODY)) == [MENU[0], BODY[0]]
    assert starts(find(*menu, *BODY, DATE, *BODY)) == [MENU[0], BODY[0], BODY[0]]
    assert starts(find(*menu, *BODY, DATE, LABEL)) == [MENU[0], BODY[0]]


def test_dateline_as_long_as_a_sentence_does_not_start_an_article() -> None:
    names = "Lucie Darmont, Anne Dubois et Paul Vasseur"
    dateline = f"Par {names} {DATE} Temps de lecture 3 min."
    region = find(*MENU, "Se connecter", dateline, "Le pont", *BODY)
    assert (region.dateline, starts(region)) == (dateline, [MENU[0], "Le pont"])


@pytest.mark.parametrize(
    ("at", "dated", "sentences", "expected"),
    [
        (0, None, [4], ["start of a text", "no sentence above"]),
        (5, 4, [5], ["below the dateline of a text", "no sentence above"]),
        (6, 4, [5], ["first sentences of a text", "no sentence below", "most sentences above"]),
        (6, None, [5, 6], ["first sentences of a text"]),
        (7, None, [5, 6, 7], ["first sentences of a text", "most sentences above"]),
    ],
)
def test_start_of_an_article_is_described_by_its_place_and_the_sentences_around_it(
    at: int, dated: int | None, sentences: list[int], expected: list[str]
) -> None:
    assert beginning_features(at, dated, sentences, is_page=False) == expected


@pytest.mark.parametrize(
    ("above", "below", "is_above"), [(1, 0, False), (2, 0, True), (5, 1, False), (6, 1, True)]
)
def test_date_below_nearly_all_sentences_is_below_the_text(
    above: int, below: int, is_above: bool
) -> None:
    region = find(*[LONG] * above, DATE, *[LONG] * below)
    assert region.begin == (0 if is_above else above + 1)
    assert DATE in texts_of_claims(region)


@pytest.mark.parametrize(("size", "is_cut"), [(400, True), (401, False)])
def test_page_ends_above_a_gap_below_two_thirds_of_its_sentences(size: int, is_cut: bool) -> None:
    text = [f"{'a' * (length - 1)}." for length in (300, 300, 200)]
    lines = [*MENU, "Se connecter", HEADLINE, DATE, *text, *[LABEL] * 12, f"{'a' * (size - 1)}."]
    assert (kept(find(*lines)) == text) is is_cut


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        (LABEL, True),
        ("Posté par Lucie à 14:05", True),
        ("14:05", True),
        ("le 12 mars à 14:05", False),
        ("1/12", False),
    ],
)
def test_lines_with_times_of_posts_or_slides_do_not_end_a_page(line: str, is_cut: bool) -> None:
    lines = [*MENU, "Se connecter", HEADLINE, DATE, *BODY, line, *[LABEL] * 12, SENTENCE]
    assert (kept(find(*lines)) == list(BODY)) is is_cut


def test_start_of_a_page_differs_from_that_of_another_text() -> None:
    assert beginning_features(0, None, [4], is_page=True)[0] == "start of a page"


def test_empty_text_has_an_empty_article() -> None:
    region = find()
    assert (region.pieces, region.above, region.below) == ([], [], [])


def test_address_above_a_text_is_not_part_of_it_unless_it_is_the_whole_text() -> None:
    address = "https://tidelandes.test/pont/2024/03/12/halle.html"
    assert kept(find(address, *BODY)) == list(BODY)
    assert kept(find("Partager", address, *BODY)) == list(BODY)
    assert kept(find("Le pont", address, *BODY)) == ["Le pont", address, *BODY]
    assert kept(find(address)) == [address]


@pytest.mark.parametrize(
    ("length", "is_page"), [(LIMITS.heading, True), (LIMITS.heading + 1, False)]
)
def test_boilerplate_has_a_maximum_length(length: int, is_page: bool) -> None:
    line = f"En vous inscrivant, vous acceptez nos conditions. {'a' * 120}"[:length]
    assert has_menu(pieces(*BUTTONS[1:], line)) is is_page


@pytest.mark.parametrize(("length", "is_page"), [(20, True), (21, False)])
def test_half_the_lines_of_a_menu_have_at_most_twenty_characters(
    length: int, is_page: bool
) -> None:
    menu = ["a" * 12] * 11 + ["a" * length] * 13
    assert find(*menu, *BODY).is_page is is_page


def test_many_short_lines_without_a_text_are_not_a_page() -> None:
    assert not find(*[LABEL] * 30).is_page


def test_pictures_around_an_article_are_not_kept() -> None:
    region = find(*MENU, "Se connecter", OBJECT, HEADLINE, DATE, *BODY, FULL, OBJECT, LABEL)
    assert OBJECT not in {piece.text for piece in [*region.above, *region.below]}
    assert [piece.text for piece in region.below] == [FULL, LABEL]


def test_paste_of_two_paragraphs_ends_below_its_date_and_above_sponsored_links() -> None:
    notice = "La suite est réservée aux abonnés."
    lines = [*BODY[:2], notice, "Contenus sponsorisés", LABEL]
    assert find(HEADLINE, DATE, *lines).beyond == 3
    assert find(*lines).beyond is None


@pytest.mark.parametrize(("length", "beyond"), [(200, 5), (201, None)])
def test_line_below_a_paste_has_a_maximum_length(length: int, beyond: int | None) -> None:
    notice = "La suite est réservée aux abonnés."
    end = f"Contenus sponsorisés {'a' * 200}"[:length]
    assert find(DATE, *BODY, notice, end).beyond == beyond


def end_features(*lines: str) -> list[list[str]]:
    """Return the features of the possible ends in a page."""
    region = find(*MENU, "Se connecter", HEADLINE, DATE, *lines)
    return [
        [feature.name for feature in choice.features[1:]]
        for choice in region.choices
        if choice.question == "end"
    ]


def test_features_of_an_end_count_the_lines_above_and_below_it() -> None:
    label = "Et aussi"
    assert end_features(*[SENTENCE] * 3, label, LABEL) == [
        ["below, no prose below", "below, few sentences below"]
    ]
    assert end_features(*[SENTENCE] * 2, label, LABEL) == [["below, no prose below"]]
    assert end_features(SENTENCE, label, SENTENCE) == [["below, no prose below"]]
    assert end_features(SENTENCE, label, f"{SENTENCE}.") == []
    assert end_features(*[SENTENCE] * 3, label, LABEL, label)[:1] == [
        ["below, no prose below", "below, repeated", "below, few sentences below"]
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a" * 91, True),
        ("a" * 90, False),
        (f"Lire aussi : Article réservé à nos abonnés {HEADLINE}", False),
        (f"Lire aussi {HEADLINE} Ajouter à vos sélections", False),
    ],
)
def test_long_line_below_an_article_may_be_text_unless_it_is_a_related_link(
    line: str, expected: bool
) -> None:
    assert len(line) >= 90
    assert _may_be_text(Piece(line)) is expected


def test_list_items_between_date_and_text_are_buttons_unless_they_end_like_sentences() -> None:
    head = [*MENU, "Se connecter", HEADLINE, DATE]
    sentence = Piece("Le quai ouvre lundi.", is_item=True)
    assert kept(find(*head, ITEM, "Partager", *BODY)) == list(BODY)
    assert kept(find(*head, sentence, ITEM, *BODY)) == [sentence.text, ITEM.text, *BODY]
    assert _after_buttons(pieces("Partager", LABEL)) == pieces(LABEL)
    assert _after_buttons(pieces("Partager")) == []


def test_repeated_line_below_a_headline_is_text() -> None:
    title = "Une halle et ses marchands sous la bâche bleue"
    assert kept(find(title, title, *BODY)) == list(BODY)
    assert kept(find(HEADLINE, DATE, title, title, *BODY)) == [title, title, *BODY]


def test_first_paragraph_glued_to_a_kicker_is_text_below_a_standfirst() -> None:
    glued = f"Enquête{SENTENCE}"
    head = [*MENU, "Se connecter", HEADLINE]
    assert kept(find(*head, DATE, glued, *BODY)) == list(BODY)
    assert kept(find(*head, STANDFIRST, DATE, glued, *BODY)) == [glued, *BODY]


def test_header_of_a_paste_is_read_if_its_date_is_below_the_text() -> None:
    region = find(HEADLINE, "Par Lucie Darmont", *BODY, DATE)
    assert (kept(region), starts(region)) == ([*BODY, DATE], [HEADLINE, BODY[0]])


def test_end_of_a_page_without_a_date_or_title_is_kept() -> None:
    assert kept(find(*BODY, *[LABEL] * 12, is_page=True))[-1] == LABEL


def test_end_of_a_page_is_cut_off_below_a_title_without_long_sentences() -> None:
    short = f"{SENTENCE[:70]}."
    text = [*[short] * 3, *[LABEL] * 12]
    title = Piece(HEADLINE, line=Line(Role.HEADING, HEADLINE, level=1))
    other = Piece(HEADLINE, line=Line(Role.PARAGRAPH, HEADLINE))
    assert kept(find(title, *text, is_page=True)) == [HEADLINE, *[short] * 3]
    assert kept(find(title, *text)) == [HEADLINE, *text]
    assert kept(find(other, *text, is_page=True)) == [HEADLINE, *text]
    assert kept(find(HEADLINE, *text, is_page=True)) == [HEADLINE, *text]


@pytest.mark.parametrize(("between", "is_kept"), [(5, True), (6, False)])
def test_percentage_left_is_in_the_six_lines_below_a_notice(between: int, is_kept: bool) -> None:
    notice = "La suite est réservée aux abonnés."
    percentage = "Il vous reste 40 % de cet article à lire."
    lines = [*MENU, "Se connecter", HEADLINE, DATE, *BODY, notice, *[LABEL] * between, percentage]
    assert (percentage in kept(find(*lines))) is is_kept
