"""Parts of related links: label, headlines, badge and buttons."""

from __future__ import annotations

import pytest

from lemonde_parse import Mark, MarkKind
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.related import (
    Pointer,
    _cut,
    _glued_start,
    _plain,
    clean_label,
    is_label,
    is_labelled_pointer,
    is_pointer,
    is_title_of_video,
    printed,
    split_label,
    split_pointers,
    take_apart,
    unlinked,
)
from lemonde_parse.layout import Role
from lemonde_parse.line import Line

BADGE = "Article réservé à nos abonnés"
A, B = "https://tidelandes.test/a", "https://tidelandes.test/b"


def line(text: str, role: Role = Role.PARAGRAPH) -> Line:
    """Return a line whose parts in square brackets are links to A, and in braces to B.

    Parts between asterisks are bold, and those between underscores in italics.
    """
    formats: dict[str, MarkKind] = {"*": "strong", "_": "emphasis"}
    opened: dict[str, int] = {}
    plain, marks = "", []
    for sign in text:
        if sign in "[{" or (sign in formats and sign not in opened):
            opened[sign] = len(plain)
        elif sign in formats:
            marks.append(Mark(kind=formats[sign], start=opened.pop(sign), end=len(plain)))
        elif sign in "]}":
            start, href = opened.pop("[{"["]}".index(sign)]), A if sign == "]" else B
            marks.append(Mark(kind="link", start=start, end=len(plain), href=href))
        else:
            plain += sign
    return Line(role, plain, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        (f"[{BADGE} Un titre]", Pointer(targets=(("Un titre", A),), badge=BADGE)),
        (
            f"[{BADGE} Un titre] {{Un autre}}",
            Pointer(targets=(("Un titre", A), ("Un autre", B)), badge=BADGE),
        ),
        (
            f"[Un titre] {{{BADGE} Un autre}}",
            Pointer(targets=(("Un titre", A), ("Un autre", B)), badge=BADGE),
        ),
        (f"[Un titre] {BADGE}", Pointer(targets=(("Un titre", A),), badge=BADGE)),
        (
            f"Lire aussi : {BADGE} [Un titre]",
            Pointer(label="Lire aussi", targets=(("Un titre", A),), badge=BADGE),
        ),
        (
            f"Lire aussi : [{BADGE} Un titre]",
            Pointer(label="Lire aussi", targets=(("Un titre", A),), badge=BADGE),
        ),
        ("[Lire aussi : Un titre]", Pointer(label="Lire aussi", targets=(("Un titre", A),))),
        ("[Lire aussi]", Pointer(targets=(("Lire aussi", A),))),
        ("[Un ][titre]", Pointer(targets=(("Un titre", A),))),
        ("[Un] [titre]", Pointer(targets=(("Un titre", A),))),
        ("[Un titre]{Un autre}", Pointer(targets=(("Un titre", A), ("Un autre", B)))),
        (
            "[Un titre] et [Un autre]",
            Pointer(targets=(("Un titre", A), ("Un autre", A)), rest="et"),
        ),
        ("Lire aussi : un pont", Pointer(label="Lire aussi", targets=(("un pont", None),))),
        (
            "Lire aussi : Un livre, 20 euros.",
            Pointer(label="Lire aussi", targets=(("Un livre, 20 euros.", None),)),
        ),
        (f"{BADGE} un pont", Pointer(targets=(("un pont", None),), badge=BADGE)),
        ("Un pont", Pointer(rest="Un pont")),
        ("Lire aussi", Pointer(label="Lire aussi")),
        (BADGE, Pointer(badge=BADGE)),
    ],
)
def test_related_link_has_parts(text: str, pointer: Pointer) -> None:
    assert take_apart(line(text, Role.RELATED)) == pointer


def test_headline_for_subscribers_needs_no_label() -> None:
    premium = Line(Role.RELATED, "Un pont", is_premium=True)
    assert take_apart(premium) == Pointer(targets=(("Un pont", None),))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[Un titre]", "pointer"),
        ("[Lire aussi : Un titre]", "pointer, labelled"),
        (": [Lire aussi : Un titre]", "pointer, labelled"),
        (": [Un titre]", "pointer"),
        ("Lire aussi : [Un titre]", "pointer, labelled"),
        ("Portrait : [Un titre]", "pointer, labelled"),
        ("Le quai : [Un titre]", ""),
        (f"{BADGE} [Un titre]", "pointer"),
        ("» [Un titre] » {Un autre}", "pointer"),
        ("[Un titre] et {Un autre}", ""),
        ("[Un titre], elle sourit", ""),
        ("Un titre", ""),
    ],
)
def test_related_link_is_a_label_and_links(text: str, kinds: str) -> None:
    tests = {"pointer": is_pointer, "labelled": is_labelled_pointer}
    assert ", ".join(name for name, test in tests.items() if test(line(text))) == kinds


@pytest.mark.parametrize(("excess", "expected"), [(0, True), (1, False)])
def test_label_has_a_maximum_length(excess: int, expected: bool) -> None:
    spaces = " " * (LIMITS.signature - len("Lire aussi:") + excess)
    assert is_label(f"Lire aussi:{spaces}") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("→ ENTRETIEN.", True),
        ("👉 Portrait -", True),
        ("ENTRETIEN.", False),
        ("→ LE QUAI.", False),
        ("Les sujets associés :", True),
        ("La rédaction vous conseille »", True),
    ],
)
def test_genre_is_a_label_after_an_arrow(text: str, expected: bool) -> None:
    assert is_label(text) is expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lire aussi", ("Lire aussi", "")),
        ("Lire aussi | Un titre", ("Lire aussi |", "Un titre")),
        ("Lire aussi Un titre", ("Lire aussi", "Un titre")),
        ("Lire aussiUn titre", ("Lire aussi", "Un titre")),
        ("Voir la mer aussi Un titre", ("", "Voir la mer aussi Un titre")),
        ("Un quai | Un titre", ("", "Un quai | Un titre")),
    ],
)
def test_headline_follows_its_label(text: str, parts: tuple[str, str]) -> None:
    assert split_label(text) == parts


def pointer(label: str, headline: str, badge: str = "") -> Pointer:
    return Pointer(label=label, targets=((headline, None),), badge=badge)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Lire aussi {BADGE} Un titre", pointer("Lire aussi", "Un titre", BADGE)),
        (f"{BADGE} Lire aussi | Un titre", pointer("Lire aussi", "Un titre", BADGE)),
        (f"Lire aussi {BADGE}", None),
        (f"Le quai {BADGE} Un titre", None),
        (f"{BADGE} Un titre", None),
        ("Lire aussi | un pont", pointer("Lire aussi", "un pont")),
        ("Lire aussi |", None),
        ("Le quai | Un titre", None),
        ("Lire aussi : un pont", pointer("Lire aussi", "un pont")),
        ("Lire l’entretien : Un pont", pointer("Lire l’entretien", "Un pont")),
        ("Lire l’entretien : un pont", None),
        ("Lire l’entretien : Un pont.", None),
        ("Lire l’entretien :", None),
        (
            "La rédaction vous conseille : » Un titre » Un autre",
            Pointer(
                label="La rédaction vous conseille",
                targets=(("Un titre", None), ("Un autre", None)),
            ),
        ),
        ("Elle écrit : » Un titre » Un autre", None),
    ],
)
def test_related_link_without_an_address_has_a_certain_label(
    text: str, expected: Pointer | None
) -> None:
    assert unlinked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lire aussi Un titre", pointer("Lire aussi", "Un titre")),
        ("Lire aussi | un pont", pointer("Lire aussi", "un pont")),
        ("Lire aussi : un pont", None),
        ("Lire aussi", None),
        (f"Lire {BADGE} Un titre", pointer("Lire", "Un titre", BADGE)),
        ("Lire Un titre", None),
        ("Lire aussi |", None),
        (f"Lire aussi {BADGE}", None),
        (f"Lire aussi : {BADGE} un pont", pointer("Lire aussi", "un pont", BADGE)),
        ("Lire notre enquête Il pleut", pointer("Lire notre enquête", "Il pleut")),
        ("Lire notre enquête Il pleut.", None),
        (
            f"Lire notre enquête {BADGE} Il pleut.",
            pointer("Lire notre enquête", "Il pleut.", BADGE),
        ),
        (f"Voir aussi {BADGE} Il pleut.", pointer("Voir aussi", "Il pleut.", BADGE)),
        ("Lire Il pleut.", None),
        ("Lire aussi Un titre, 288 pages, 20 euros", None),
        (
            f"Lire aussi {BADGE} Un titre à 20 euros",
            pointer("Lire aussi", "Un titre à 20 euros", BADGE),
        ),
        ("Retrouvez toutes nos vidéos.", pointer("", "Retrouvez toutes nos vidéos.")),
        ("Retrouvez votre calme.", None),
        ("Un titre", None),
    ],
)
def test_printed_related_link_may_lack_its_separator(text: str, expected: Pointer | None) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lire aussi : [Un titre] Elle sourit.", ["Lire aussi : Un titre", "Elle sourit."]),
        ("→ ENTRETIEN. [Un titre] Elle sourit.", ["→ ENTRETIEN. Un titre Elle sourit."]),
        ("*Lire l’enquête [Un titre]* Elle rit.", ["Lire l’enquête Un titre", "Elle rit."]),
        ("Lire l’enquête [Un titre] Elle rit.", ["Lire l’enquête Un titre Elle rit."]),
        ("Lire aussi : [Un titre] Elle rit", ["Lire aussi : Un titre Elle rit"]),
        ("Lire aussi : [Un titre]Elle rit.", ["Lire aussi : Un titreElle rit."]),
        (
            "Lire aussi _notre récit_ : [Un titre] Oui.",
            ["Lire aussi notre récit : Un titre", "Oui."],
        ),
        ("Lire est bon. Lire aussi : [Un titre]", ["Lire est bon.", "Lire aussi : Un titre"]),
        ("_Lire l’enquête [Un titre]_ Elle rit.", ["Lire l’enquête Un titre Elle rit."]),
        ("→ Lire un quai. [Un titre] Elle sourit.", ["→ Lire un quai. Un titre Elle sourit."]),
        ("*Lire le quai [Un titre]* Elle rit.", ["Lire le quai Un titre Elle rit."]),
        ("*Lire l’enquête* [Un titre] Elle rit.", ["Lire l’enquête Un titre Elle rit."]),
        ("*Lire* l’enquête *[Un titre]* Elle rit.", ["Lire l’enquête Un titre Elle rit."]),
        ("Elle rit. *Lire l’enquête [Un titre]*", ["Elle rit.", "Lire l’enquête Un titre"]),
        ("Elle rit. Lire *l’enquête [Un titre]*", ["Elle rit. Lire l’enquête Un titre"]),
        ("*Elle rit. Lire l’enquête [Un titre]*", ["Elle rit. Lire l’enquête Un titre"]),
        ("Elle rit. *Lire l’enquête* [Un titre]", ["Elle rit. Lire l’enquête Un titre"]),
        ("Elle rit. *Lire le quai [Un titre]*", ["Elle rit. Lire le quai Un titre"]),
    ],
)
def test_label_next_to_prose_is_certain_by_its_wording_or_in_bold_with_its_link(
    text: str, parts: list[str]
) -> None:
    assert [part.text for part in split_pointers([line(text)])] == parts


def test_related_link_stays_in_a_heading() -> None:
    heading = line("Elle rit. Lire aussi : [Un titre]", Role.HEADING)
    assert split_pointers([heading]) == [heading]


def test_stretch_of_a_line_has_the_marks_inside_it() -> None:
    marked = line("*Un *quai* vide* [et] {clos}")
    assert _cut(marked, 3, 7) == Line(Role.PARAGRAPH, "quai")
    assert _cut(marked, 7, 15) == Line(
        Role.PARAGRAPH,
        "vide et",
        (Mark(kind="strong", start=0, end=4), Mark(kind="link", start=5, end=7, href=A)),
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Elle rit. Lire aussi | Un titre", 9),
        ("Elle rit. Il vous reste 20 % de cet article à lire.", 9),
        ("Il vous reste 20 % de cet article à lire. La suite est réservée aux abonnés.", None),
        ("Elle rit. Lire aussi | Un titre.", None),
        (f"Elle rit. Lire aussi {BADGE} Un titre.", 9),
        ("Elle rit. Un quai | Un titre", None),
        ("Elle rit. Lire aussi longtemps lui plaît ?", None),
        (f"Elle rit. {BADGE} Lire aussi | Un titre", 9),
        ("Elle rit. Un titre", None),
    ],
)
def test_related_link_is_glued_to_a_sentence(text: str, start: int | None) -> None:
    assert _glued_start(text) == start


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Lire l’éditorial du « Monde » |", "Lire l’éditorial du « Monde »"),
        ("Lire aussi » :", "Lire aussi"),
        ("(Pour en savoir plus :", "Pour en savoir plus"),
        ("(Lire aussi)", "(Lire aussi)"),
        ("LIRE AUSSI.", "LIRE AUSSI"),
        ("Lire aussi.", "Lire aussi."),
    ],
)
def test_signs_around_a_label_are_dropped(text: str, label: str) -> None:
    assert clean_label(text) == label


def test_quotation_mark_at_the_end_of_a_label_stays_if_it_closes_a_name() -> None:
    assert _plain("» LIRE AUSSI »") == "Lire aussi"
    assert _plain("Lire l’éditorial du « Monde » -") == "Lire l’éditorial du « Monde »"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À voir aussi – Un port en grève", True),
        ("À voir aussi – un port en grève", False),
        ("À voir aussi – Un port en grève.", False),
        ("Au quai aussi – Un port en grève", False),
        ("À voir aussi", False),
    ],
)
def test_title_of_a_video_follows_a_label_and_a_dash(text: str, expected: bool) -> None:
    assert is_title_of_video(text) is expected
