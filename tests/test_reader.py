"""Lines and claims of a text: Markdown around its title, features that lines share, repairs."""

from __future__ import annotations

from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, STANDFIRST
from dump_lines import page as dump
from lemonde_parse import Article, Author, Heading, Mark, Paragraph, ParseWarning, Text
from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify import features as has
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.plaintext.reader import (
    Reading,
    _after_head,
    _as_buttons,
    _below_title,
    _lines,
    _main_heading,
    _menu,
    _pieces,
    _repaired,
    _shared,
    _warn_of_accents,
    read_text,
)
from lemonde_parse.plaintext.unwrap import OBJECT, Piece
from lemonde_parse.plaintext.zones import Region

SENTENCE: Final = "Le bac repart mardi à l’aube, avec un équipage neuf, un moteur réparé et sans le vieux capitaine."
OTHER: Final = "La mairie promet un pont pour l’été, et personne n’en parle plus sur le quai."


def read(*blocks: str) -> Reading:
    return read_text("\n\n".join(blocks), None, None)


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def values(reading: Reading, field: str) -> list[object]:
    return [claim.value for claim in reading.claims if claim.field.name == field]


def paragraph(text: str, *marks: Mark) -> Line:
    return Line(Role.PARAGRAPH, text, marks)


def title(text: str = HEADLINE) -> Line:
    return Line(Role.HEADING, text, level=1)


def linked(text: str) -> Line:
    return paragraph(text, Mark(kind="link", start=0, end=len(text), href="/a.html"))


# Kinds of texts


def test_text_below_front_matter_is_markdown() -> None:
    assert read(f"---\ntitle: Le bac\n---\n{SENTENCE}").source == "markdown"
    assert read(SENTENCE).source == "paste"


@pytest.mark.parametrize(
    ("line", "source"), [("Un quai _noir_.", "dump"), ("[Un quai](/a.html)", "markdown")]
)
def test_underscores_in_a_printed_page_are_not_markdown(line: str, source: str) -> None:
    assert read(dump("   * ", line)).source == source
    assert read(SENTENCE, line).source == "markdown"


def test_first_heading_of_an_export_is_its_title_if_the_front_matter_has_one() -> None:
    body = (Heading(text="Le quai", level=1), Paragraph(text=SENTENCE))
    assert texts(read(Article(body=body).to_markdown(metadata=True))) == ["Le quai", SENTENCE]
    text = Article(headline="Le bac", body=body).to_markdown(metadata=True)
    assert texts(read(text)) == ["Le quai", SENTENCE]
    assert texts(read(text.replace("# Le bac\n\n# Le quai\n\n", ""))) == [SENTENCE]


# Markdown around the title


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ([title(), paragraph(SENTENCE)], 0),
        ([title()], 0),
        ([title(), paragraph(SENTENCE), title("Le quai")], 0),
        ([paragraph("Menu"), title(), paragraph(SENTENCE)], 1),
        ([paragraph("Menu"), title(), paragraph("Le quai")], None),
        ([paragraph("Menu"), title(), title("Le quai"), paragraph(SENTENCE)], None),
        ([*[paragraph(SENTENCE)] * 3, title(), paragraph(SENTENCE)], None),
        ([*[linked(SENTENCE)] * 3, title(), paragraph(SENTENCE)], 3),
        ([paragraph(SENTENCE)], None),
        ([], None),
    ],
)
def test_main_heading_has_no_text_above_it(lines: list[Line], at: int | None) -> None:
    assert _main_heading(lines) == at


def rows(*texts: str, between: str = " ") -> Line:
    """Return a line of links."""
    text = between.join(texts)
    starts = [text.index(words) for words in texts]
    marks = [
        Mark(kind="link", start=start, end=start + len(words), href="/a.html")
        for start, words in zip(starts, texts, strict=True)
    ]
    return paragraph(text, *marks)


def test_row_of_links_is_a_menu() -> None:
    names = ["Monde", "Sport", "Voile"]
    assert _menu(rows(*names)) == _menu(rows(*names, between=" | ")) == names
    assert _menu(rows(*names[:2])) == []
    assert _menu(rows(*names, between=" et ")) == []
    assert _menu(rows(*names)._replace(role=Role.HEADING)) == []
    emphasis = [Mark(kind="emphasis", start=0, end=5)] * 3
    assert _menu(paragraph("Monde", *emphasis)) == []


def test_each_item_of_a_list_or_menu_is_a_piece() -> None:
    items = Line(Role.LIST, block=ListBlock(items=(Text(text="Un"), Text(text="Deux"))))
    menu = rows("Monde", "Sport", "Voile")
    figure = Line(Role.FIGURE)
    plain = paragraph(SENTENCE)
    assert _pieces([items, menu, figure, plain]) == [
        Piece("Un", is_item=True, line=items),
        Piece("Deux", is_item=True, is_glued=True, line=items),
        Piece("Monde", is_item=True, line=menu),
        Piece("Sport", is_item=True, is_glued=True, line=menu),
        Piece("Voile", is_item=True, is_glued=True, line=menu),
        Piece(OBJECT, line=figure),
        Piece(SENTENCE, line=plain),
    ]


@pytest.mark.parametrize(
    ("item", "role"),
    [
        ("Partager sur Facebook", Role.SHARE),
        (f"Partager {'a' * LIMITS.name}"[: LIMITS.name], Role.SHARE),
        (f"Partager {'a' * LIMITS.name}"[: LIMITS.name + 1], Role.LIST),
        ("Un quai", Role.LIST),
    ],
)
def test_list_of_share_buttons_is_a_share_bar(item: str, role: Role) -> None:
    items = (Text(text="Partager"), Text(text=item))
    assert _as_buttons(Line(Role.LIST, block=ListBlock(items=items))).role is role


SHARE: Final = Line(Role.SHARE, "Partager")
SUBTITLE: Final = Line(Role.HEADING, SENTENCE)


@pytest.mark.parametrize(
    ("lines", "is_dated", "standfirst"),
    [
        ([paragraph(SENTENCE), SHARE], True, SENTENCE),
        ([paragraph(SENTENCE)], True, None),
        ([paragraph(SENTENCE), paragraph(OTHER), SHARE], True, None),
        ([SUBTITLE, SHARE], True, None),
        ([SUBTITLE, paragraph(OTHER)], False, SENTENCE),
        ([SUBTITLE, paragraph(OTHER)], True, None),
        ([Line(Role.HEADING, "Le quai"), paragraph(OTHER)], False, None),
        ([paragraph(f"Enquête{SENTENCE}"), paragraph(OTHER)], True, SENTENCE),
        ([], True, None),
    ],
)
def test_standfirst_below_the_title_is_taken_out_of_the_text(
    lines: list[Line], *, is_dated: bool, standfirst: str | None
) -> None:
    claims = list[Claim[object]]()
    rest = _below_title(lines, claims, is_dated=is_dated)
    found = [claim.value for claim in claims if claim.field is fields.DESCRIPTION]
    assert (rest, found) == ((lines[1:], [standfirst]) if standfirst else (lines, []))


def test_second_standfirst_is_text() -> None:
    claims: list[Claim[object]] = [fields.DESCRIPTION.claim("printed", OTHER)]
    lines = [paragraph(SENTENCE), SHARE]
    assert _below_title(lines, claims, is_dated=True) == lines


def after_head(*lines: Line) -> tuple[list[str], list[object]]:
    """Return the texts of the remaining lines, and the values of the claims."""
    claims = list[Claim[object]]()
    rest = _after_head(list(lines), None, claims)
    return [line.text for line in rest], [claim.value for claim in claims if claim.value]


BYLINE: Final = paragraph("Par Ana Gil")
SIGNED: Final = ["Par Ana Gil", (Author(name="Ana Gil"),)]
FIGURE: Final = Line(Role.FIGURE)


def italic(text: str) -> Line:
    return paragraph(text, Mark(kind="emphasis", start=0, end=len(text)))


@pytest.mark.parametrize(
    ("lines", "rest", "values"),
    [
        ([paragraph(SENTENCE), paragraph(OTHER)], [SENTENCE, OTHER], []),
        ([BYLINE, paragraph(OTHER)], [OTHER], SIGNED),
        ([paragraph(SENTENCE), BYLINE, paragraph(OTHER)], [OTHER], [SENTENCE, *SIGNED]),
        ([FIGURE, paragraph(SENTENCE), BYLINE, paragraph(OTHER)], ["", OTHER], [SENTENCE, *SIGNED]),
        ([BYLINE, paragraph(SENTENCE), BYLINE, paragraph(OTHER)], [OTHER], [*SIGNED, SENTENCE, *SIGNED]),
        ([paragraph(SENTENCE), BYLINE], [SENTENCE], SIGNED),
        ([paragraph(SENTENCE), BYLINE, FIGURE], [SENTENCE, ""], SIGNED),
        ([paragraph(SENTENCE), paragraph(OTHER), BYLINE, paragraph(OTHER)], [SENTENCE, OTHER, OTHER], SIGNED),
        ([italic(SENTENCE), paragraph(OTHER), BYLINE], [OTHER], [SENTENCE, *SIGNED]),
        ([*[paragraph(OTHER)] * 4, BYLINE], [OTHER] * 4, SIGNED),
        ([*[paragraph(OTHER)] * 5, BYLINE], [*[OTHER] * 5, "Par Ana Gil"], []),
    ],
)  # fmt: skip
def test_byline_and_standfirst_in_the_first_lines_are_taken_out_of_the_text(
    lines: list[Line], rest: list[str], values: list[object]
) -> None:
    assert after_head(*lines) == (rest, values)


TRAIL: Final = "- [Sport](/a)"
MENU: Final = "[Mentions légales](/a) [Newsletters](/b) [Répondre](/c)"


def test_markdown_of_a_page_is_cut_above_and_below_the_article() -> None:
    page = read(
        "[Se connecter](/b)", TRAIL, "![Une grue](/g.jpg)", f"# {HEADLINE}", STANDFIRST, DATE, *BODY,
        "[Contact](/c)", MENU,
    )  # fmt: skip
    assert (page.above, page.below) == ("Se connecter", "Newsletters\nRépondre")
    assert page.features == has.TOP | has.DATED | has.SPACED | has.IN_DUMP


def test_markdown_of_a_page_without_a_main_heading_is_cut_above_the_article() -> None:
    page = read("[Se connecter](/b)", f"## {HEADLINE}", DATE, *BODY)
    assert (texts(page), page.above) == ([*BODY], "Se connecter")
    assert values(page, "headline") == [HEADLINE]


def test_byline_below_the_date_of_markdown_is_not_text() -> None:
    reading = read(f"# {HEADLINE}", DATE, "Par Ana Gil", *BODY)
    assert (texts(reading), values(reading, "byline")) == ([*BODY], ["Par Ana Gil"])


def test_picture_above_the_title_of_markdown_is_kept_and_is_not_a_section() -> None:
    reading = read("![Une grue](/g.jpg)", f"# {HEADLINE}", *BODY)
    assert texts(reading) == ["", *BODY]
    assert [claim.field.name for claim in reading.claims] == ["headline"]


@pytest.mark.parametrize(
    ("title", "kept"), [(f"# {HEADLINE}", []), (f"## {HEADLINE}", [HEADLINE, STANDFIRST, DATE])]
)
def test_lines_above_the_date_of_markdown_are_text_unless_it_has_a_title(
    title: str, kept: list[str]
) -> None:
    reading = read(title, STANDFIRST, DATE, *BODY)
    assert texts(reading) == [*kept, *BODY]
    assert reading.features == has.TOP | (0 if kept else has.DATED | has.SPACED)
    assert values(reading, "headline") == ([] if kept else [HEADLINE])


# Features that lines share


LONG: Final = Piece("a" * (LIMITS.short + 1))


def glued(*pieces: Piece) -> list[Piece]:
    return [piece._replace(is_glued=True) for piece in pieces]


@pytest.mark.parametrize(
    ("pieces", "is_spaced"),
    [
        ([LONG] * 3, True),
        ([LONG] * 2, False),
        ([LONG], False),
        ([LONG, *[Piece("a" * LIMITS.short)] * 2], False),
        ([*[LONG] * 10, *glued(LONG)], True),
        ([*[LONG] * 9, *glued(LONG)], False),
        ([*[LONG] * 9, *glued(Piece("a" * LIMITS.short))], True),
    ],
)
def test_nine_in_ten_paragraphs_of_a_spaced_text_have_a_gap_above(
    pieces: list[Piece], *, is_spaced: bool
) -> None:
    assert _shared(Region(pieces)) == has.TOP | (has.SPACED if is_spaced else 0)


def test_lines_below_a_date_share_features_that_depend_on_it() -> None:
    assert _shared(Region([], begin=1, dateline=DATE)) == has.TOP | has.DATED
    dotted = Region([], begin=1, dateline="12.03.2024 à 06h15")
    assert _shared(dotted) == has.TOP | has.DATED | has.DOTTED


@pytest.mark.parametrize(
    ("pieces", "places"),
    [
        ([Piece("Un")], [0]),
        ([Piece("Un", is_item=True, is_button=True)], [has.ITEM | has.BUTTON]),
        ([Piece("Un", indent=4), Piece("Deux", indent=5)], [has.DEEPER, has.DEEPER]),
        ([Piece("Un", indent=3), Piece("Deux", indent=9), Piece("Trois", indent=10)], [0, has.DEEPER, 0]),
        (glued(Piece("Un", indent=4)), [has.GLUED]),
        ([Piece("Un", is_apart=True)], [has.APART]),
        ([Piece("Un", indent=3), Piece("Deux", indent=2), Piece("Trois", indent=3)], [0, has.OUTDENTED, 0]),
        ([Piece("Un", indent=3), Piece("Deux", indent=2), Piece("Trois", indent=2)], [0, 0, 0]),
        ([Piece("Un", indent=2), Piece("Deux", indent=2), Piece("Trois", indent=3)], [0, 0, 0]),
    ],
)  # fmt: skip
def test_place_of_a_line_is_described_by_its_indent_and_gaps(
    pieces: list[Piece], places: list[int]
) -> None:
    assert [line.place for line in _lines(Region(pieces, base=3))] == places


def test_lines_after_the_end_of_a_pasted_article_are_marked() -> None:
    lines = _lines(Region([Piece("Un"), Piece("Deux")], beyond=1))
    assert [line.place for line in lines] == [0, has.BEYOND]


# Repairs


@pytest.mark.parametrize(
    ("text", "is_repaired"),
    [
        ("Ã©" * 3, True),
        ("Ã©" * 2, False),
        ("Ã©" * 3 + "é", True),
        ("Ã©" * 3 + "éé", False),
    ],
)
def test_accents_are_repaired_if_most_are_misread(text: str, *, is_repaired: bool) -> None:
    warnings: list[ParseWarning] = []
    assert _repaired(text, warnings) == (text.replace("Ã©", "é") if is_repaired else text)
    assert len(warnings) == is_repaired


@pytest.mark.parametrize(
    ("words", "accents", "codes"),
    [(12, 5, ["encoding"]), (12, 6, []), (11, 0, [])],
)
def test_french_text_with_few_accents_has_a_warning(
    words: int, accents: int, codes: list[str]
) -> None:
    warnings: list[ParseWarning] = []
    _warn_of_accents(" le " * words + "é" * accents, warnings)
    assert [warning.code for warning in warnings] == codes


def test_letter_with_a_byte_that_windows_leaves_undefined_is_repaired() -> None:
    assert _repaired("Ã© Ã© Ã© Ã\x81 Å“", []) == "é é é Á œ"
