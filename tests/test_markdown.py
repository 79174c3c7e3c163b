"""Markdown: how each construct is read, and the limits."""

from __future__ import annotations

import time

import pytest

from lemonde_parse import (
    Article,
    Aside,
    Block,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    ParseWarning,
    Quote,
    Table,
    Text,
    parse,
    parse_text,
)
from lemonde_parse.intake.limits import (
    MANY_MARKDOWN_SIGNS,
    MARKDOWN_STRETCH,
    MAX_ASIDE_DEPTH,
    MAX_MARKDOWN_DEPTH,
    MAX_MARKDOWN_SIGNS,
)
from lemonde_parse.plaintext.markdown import is_markdown, read_markdown
from lemonde_parse.plaintext.markdown_dialects import to_commonmark

FIRST = "Le phare s’éteint à minuit, et le gardien descend les cent marches."
LAST = "Le lendemain, tout est calme, et la mer est plate."


def body(markdown: str) -> tuple[Block, ...]:
    """Return the blocks between two paragraphs."""
    found = parse_text(f"# Le phare\n\n{FIRST}\n\n{markdown}\n\n{LAST}").body
    assert (found[0], found[-1]) == (Paragraph(text=FIRST), Paragraph(text=LAST))
    return found[1:-1]


def link(start: int, end: int, href: str) -> tuple[Mark, ...]:
    return (Mark(kind="link", start=start, end=end, href=href),)


@pytest.mark.parametrize(
    ("written", "block"),
    [
        ("Le [port](/Port_(Nice)) ferme.", Paragraph(text="Le port ferme.", marks=link(3, 7, "/Port_(Nice)"))),
        ("Le [port][1] ferme.\n\n[1]: /port", Paragraph(text="Le port ferme.", marks=link(3, 7, "/port"))),
        ("Trois&nbsp;francs &amp; plus.", Paragraph(text="Trois\u00a0francs & plus.")),
        ("Un \\*astérisque\\* reste.", Paragraph(text="Un *astérisque* reste.")),
        ("Le texte ~~barré~~ reste.", Paragraph(text="Le texte barré reste.")),
        ("Une ligne\\\ncoupée en deux.", Paragraph(text="Une ligne coupée en deux.")),
        ("```\n# pas un titre\n```", Paragraph(text="# pas un titre")),
        ("    Un texte en retrait reste du texte.", Paragraph(text="Un texte en retrait reste du texte.")),
        ("Une lampe <!-- cachée --> brûle<br>à l’étage.", Paragraph(text="Une lampe brûle à l’étage.")),
        ('<div class="a">\n\nUne lampe <span class="b">brûle</span>.\n\n</div>', Paragraph(text="Une lampe brûle.")),
        ("Le [port]() ferme.", Paragraph(text="Le port ferme.")),
        ('Le <a href="/port"\nclass="x">port</a> ferme.', Paragraph(text="Le port ferme.", marks=link(3, 7, "/port"))),
        ("Le [port](/le-\nvieux-port) ferme.", Paragraph(text="Le port ferme.", marks=link(3, 7, "/le-vieux-port"))),
        ("::: {.note}\nUne lampe brûle.\n:::", Paragraph(text="Une lampe brûle.")),
        ("## La lampe", Heading(text="La lampe", level=2)),
        ("<h3>La lampe</h3>", Heading(text="La lampe", level=3)),
        ("- un\n  - deux\n- trois", ListBlock(items=(Text(text="un"), Text(text="deux"), Text(text="trois")))),
        ("3) un\n4) deux", ListBlock(items=(Text(text="un"), Text(text="deux")), ordered=True)),
        ("> Une voix.\n>\n> Une autre.", Quote(text="Une voix. Une autre.")),
        ("> > Une voix.", Quote(text="Une voix.")),
        ("| Lieu | Feu |\n| --- | --- |\n| Cap | *rouge* |", Table(rows=((Text(text="Lieu"), Text(text="Feu")), (Text(text="Cap"), Text(text="rouge", marks=(Mark(kind="emphasis", start=0, end=5),)))))),
        ("|   |   |\n| --- | --- |\n| Cap | rouge |", Table(rows=((Text(text="Cap"), Text(text="rouge")),))),
        ("| Une lampe brûle. |\n| --- |", Paragraph(text="Une lampe brûle.")),
        ("![Le cap](/cap.jpg)\n_Le cap, en mars._", Figure(url="/cap.jpg", alt="Le cap", caption="Le cap, en mars.")),
        ("![Le cap](/cap.jpg)\n_Le cap,\nen mars._", Figure(url="/cap.jpg", alt="Le cap", caption="Le cap, en mars.")),
        ("![Le cap](/cap.jpg)\n_Le cap, en mars._\n_JEAN MOREL_", Figure(url="/cap.jpg", alt="Le cap", caption="Le cap, en mars.", credit="JEAN MOREL")),
        ('<figure>\n<img src="/cap.jpg" alt="Le cap" />\n</figure>', Figure(url="/cap.jpg", alt="Le cap")),
        ('<img src="data:image/gif;base64,R0" alt="Le cap" />', Figure(alt="Le cap")),
        ("- Une lampe<p>brûle.</p>", ListBlock(items=(Text(text="Une lampe brûle."),))),
        ("<dd>Une lampe brûle.</dd>", Paragraph(text="Une lampe brûle.")),
        ("<em>Une <em>lampe</em> brûle</em> ici.", Paragraph(text="Une lampe brûle ici.", marks=(Mark(kind="emphasis", start=0, end=15),))),
        ("Le cap\n*dort.*", Paragraph(text="Le cap dort.", marks=(Mark(kind="emphasis", start=7, end=12),))),
        ("Deux mots.\n---", Paragraph(text="Deux mots.")),
        ("- ## La lampe", Heading(text="La lampe", level=2)),
        ("- ## La lampe\n\n  Une nuit.", ListBlock(items=(Text(text="La lampe Une nuit."),))),
        ('> <!-- table {"widths": [1]} -->\n> | Cap |\n> | --- |', Quote(text="Cap")),
        ("Le signe <! reste.", Paragraph(text="Le signe <! reste.")),
        ("> | Cap | rouge |\n> | --- | --- |", Quote(text="Cap rouge")),
        ("> - un\n> - deux", Quote(text="un deux")),
        ("- Une lampe.\n\n  <!-- aside -->\n  > Elle brûle.", ListBlock(items=(Text(text="Une lampe. Elle brûle."),))),
        ("<!-- aside -->\n> Un.\n>\n> ---\n>\n> Deux.", Aside(blocks=(Paragraph(text="Un."), Paragraph(text="Deux.")))),
        ("<!-- aside -->\n> Une lampe brûle.", Aside(blocks=(Paragraph(text="Une lampe brûle."),))),
        ("* * *\n\nUne lampe brûle.", Paragraph(text="Une lampe brûle.")),
        # Obsidian, GitHub
        ("Une ==lampe== brûle.", Paragraph(text="Une lampe brûle.")),
        ("Le [[Port|port]] et le [[Phare#Nuit]].", Paragraph(text="Le port et le Phare.")),
        ("![[cap nord.jpg|300x200]]", Figure(url="cap%20nord.jpg")),
        ("![[cap.jpg|Le cap]]", Figure(url="cap.jpg", alt="Le cap")),
        ("![[cap.jpg]]", Figure(url="cap.jpg")),
        ("Voir ![[Le port]] et ![[quai]].", Paragraph(text="Voir Le port et quai.")),
        ("Voir [[#Nuit]].", Paragraph(text="Voir Nuit.")),
        ("Le [[quai|vieux quai]] et [[cap.jpg|le cap]].", Paragraph(text="Le vieux quai et le cap.")),
        ("> [!note]- La lampe\n> Une lampe brûle.", Aside(title="La lampe", blocks=(Paragraph(text="Une lampe brûle."),))),
        ("> [!NOTE]\n> Une lampe brûle.", Aside(blocks=(Paragraph(text="Une lampe brûle."),))),
        ("> [!quote]\n> Une voix.", Quote(text="Une voix.")),
        ("> [!cite] Ana Gil\n> Une voix.", Quote(text="Ana Gil Une voix.")),
        ("> [!cite] Une voix.", Quote(text="Une voix.")),
        # pandoc
        ("## La lampe {#lampe .nuit}", Heading(text="La lampe", level=2)),
        ("Une [lampe]{.underline} [brûle](/l){.a target=\"_blank\"}.", Paragraph(text="Une lampe brûle.", marks=link(10, 15, "/l"))),
        ("![Le cap](/cap.jpg){width=\"3\"\nheight=10}", Figure(url="/cap.jpg", alt="Le cap")),
        ("Une [[lampe]{.a} [brûle](/l){.b}]{.c key=\"x \\\"y\\\"\"}.", Paragraph(text="Une lampe brûle.", marks=link(10, 15, "/l"))),
        ("## La [lampe](/l){.a\n.b} {#lampe-.-nuit}", Heading(text="La lampe", level=2, marks=link(3, 8, "/l"))),
        ("- ::: {.a}\n  un\n  :::\n- deux", ListBlock(items=(Text(text="un"), Text(text="deux")))),
        ("::: a ::::\nUne lampe brûle.\n:::", Paragraph(text="Une lampe brûle.")),
        ("[]{#a}Une lampe brûle.", Paragraph(text="Une lampe brûle.")),
        ('![Le cap](/cap.jpg "POUR "LE PHARE"")', Figure(url="/cap.jpg", alt="Le cap")),
        ("Le XIX^e^ siècle.", Paragraph(text="Le XIXe siècle.", marks=(Mark(kind="superscript", start=6, end=7),))),
        ("Le CO~2~ monte.", Paragraph(text="Le CO2 monte.", marks=(Mark(kind="subscript", start=5, end=6),))),
    ],
)  # fmt: skip
def test_construct_becomes_one_block(written: str, block: Block) -> None:
    assert body(written) == (block,)


@pytest.mark.parametrize(
    "text",
    [
        "Si a == b == c, ou si a==b, le phare [[sic]] s’éteint [[1]].",
        "Le nom {x} du [quai]{vieux} n’a pas {#de} fin.",
        "Deux~~trois~~ et x^2, y^3 ou ~5~.",
    ],
)
def test_symbols_that_are_not_markdown_are_unchanged(text: str) -> None:
    assert to_commonmark(text) == text


def test_callout_is_recognised_only_at_the_start_of_a_quote() -> None:
    assert body("> Une voix.\n> [!note] Une autre.") == (
        Quote(text="Une voix. [!note] Une autre."),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Le phare", True),
        ("Le phare\n========", True),
        ("Le phare\n</div>", True),
        ("![Le cap](cap.jpg)", True),
        ("Le prélude en do # majeur.", False),
        ("Le phare\n\n===", False),
        ("Le signe </div> ferme un bloc.", False),
    ],
)
def test_headings_tags_and_pictures_mark_a_text_as_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


@pytest.mark.parametrize("below", ["Le cap dort.", "_Le cap_ dort _ici._"])
def test_line_without_italics_below_a_picture_is_text(below: str) -> None:
    figure, text = body(f"![Le cap](/cap.jpg)\n{below}")
    assert figure == Figure(url="/cap.jpg", alt="Le cap")
    assert isinstance(text, Paragraph)
    assert text.text == below.replace("_", "")


def test_picture_inside_a_paragraph_splits_it() -> None:
    assert body("Une lampe ![Le cap](/cap.jpg) brûle.") == (
        Paragraph(text="Une lampe"),
        Figure(url="/cap.jpg", alt="Le cap"),
        Paragraph(text="brûle."),
    )


def test_data_of_a_picture_is_dropped_without_a_removal() -> None:
    article = parse_text(f'# Le phare\n\n<img src="data:image/gif;base64,R0">\n\n{FIRST}')
    assert article.body == (Figure(), Paragraph(text=FIRST))
    assert article.report.removed == ()


def test_dashes_below_an_invisible_line_are_dropped() -> None:
    assert read_markdown("&nbsp;\n---", None, []) == []


def test_line_in_italics_is_not_a_caption_below_an_empty_line() -> None:
    assert body("![Le cap](/cap.jpg)\n\\\n*Le cap dort.*") == (
        Figure(url="/cap.jpg", alt="Le cap"),
        Paragraph(text="Le cap dort.", marks=(Mark(kind="emphasis", start=0, end=12),)),
    )


def test_script_in_markdown_is_hidden() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n<script>\nlet a = 1\n</script>\n\n{LAST}")
    assert [block.text for block in article.paragraphs] == [FIRST, LAST]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("hidden", "let a = 1")
    ]


def test_bullet_between_paragraphs_of_markdown_is_reported_as_a_removal() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n•\n\n{LAST}")
    assert [block.text for block in article.paragraphs] == [FIRST, LAST]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("boilerplate", "•")
    ]


def test_unsafe_address_in_markdown_is_reported_as_a_removal() -> None:
    article = parse_text(f"# Le phare\n\nUn [mot](javascript:alert) ici.\n\n{LAST}")
    assert article.body[0] == Paragraph(text="Un mot ici.")
    assert [removal.reason for removal in article.report.removed] == ["unsafe link"]


@pytest.mark.parametrize("start", ["", "Un mot ", "- ", "<p>\n"])
@pytest.mark.parametrize("tag", ["a", "div", "bogus"])
def test_no_break_spaces_in_a_tag_take_little_time(start: str, tag: str) -> None:
    """markdown-it alone would take 2^60 steps."""
    tag += " b=c\u00a0d" * 60
    begin = time.process_time()
    article = parse_text(f'# Le phare\n\n{FIRST}\n\n{start}<{tag} " fin >\n\n{LAST}')
    assert LAST in article.text
    assert time.process_time() - begin < 1


def test_no_break_spaces_in_the_values_of_a_tag_are_read() -> None:
    article = parse_text(
        f"# Le phare\n\n{FIRST}\n\n<img src=/a.jpg alt='Prix\u00a0: 3\u00a0€' title=a\u00a0b>\n\n{LAST}"
    )
    assert [(figure.url, figure.alt) for figure in article.figures] == [
        ("/a.jpg", "Prix\u00a0: 3\u00a0€")
    ]


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_too_deeply_nested_blocks_keep_their_words(sign: str) -> None:
    article = parse_text(f"# Le phare\n\n{sign * (MAX_MARKDOWN_DEPTH + 5)}Une lampe.\n\n{LAST}")
    assert "Une lampe." in article.text
    assert [warning.code for warning in article.report.warnings] == ["limit", "unidentified"]


@pytest.mark.parametrize(
    "signs",
    [
        f"{'[' + 'a' * MARKDOWN_STRETCH}" * MAX_MARKDOWN_SIGNS,
        f"1. {'a' * (MARKDOWN_STRETCH - 5)}\n" * MANY_MARKDOWN_SIGNS,
    ],
    ids=["many", "dense"],
)
def test_markdown_with_too_many_symbols_is_read_as_text(signs: str) -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n{signs}\n\n{LAST}")
    assert article.text.startswith(f"# Le phare\n\n{FIRST}")
    assert article.text.endswith(LAST)
    assert [warning.code for warning in article.report.warnings] == ["limit", "unidentified"]


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["limit"])])
def test_number_of_symbols_is_limited(more: int, codes: list[str]) -> None:
    warnings = list[ParseWarning]()
    read_markdown("[a" * (MANY_MARKDOWN_SIGNS + more), None, warnings)
    assert [warning.code for warning in warnings] == codes


@pytest.mark.parametrize(
    "signs",
    [
        f"{'[' + 'a' * MARKDOWN_STRETCH}" * MANY_MARKDOWN_SIGNS,
        "[a" * (MANY_MARKDOWN_SIGNS - 100),
    ],
    ids=["many", "dense"],
)
def test_markdown_with_fewer_symbols_is_read(signs: str) -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n{signs}\n\n{LAST}")
    assert article.headline == "Le phare"
    assert "limit" not in [warning.code for warning in article.report.warnings]


def test_box_in_too_many_boxes_is_a_quote() -> None:
    markdown = "Une lampe."
    for _ in range(MAX_ASIDE_DEPTH + 1):
        markdown = "<!-- aside -->\n" + "\n".join(f"> {line}" for line in markdown.split("\n"))
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n{markdown}\n\n{LAST}")
    assert article.report.warnings[0].message == (
        "read 1 block of Markdown as part of the outer block; the limits are "
        f"{MAX_MARKDOWN_DEPTH} nested blocks, {MAX_ASIDE_DEPTH} nested boxes"
    )
    blocks = article.body[1:-1]
    for _ in range(MAX_ASIDE_DEPTH):
        (box,) = blocks
        assert isinstance(box, Aside)
        blocks = box.blocks
    assert blocks == (Quote(text="Une lampe."),)


def test_too_deeply_nested_posts_keep_their_words() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n" + "<!-- live_entry -->\n" * 40 + LAST)
    assert LAST in article.text
    assert [warning.code for warning in article.report.warnings] == ["limit", "unidentified"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Le bac %%à vérifier%% reprend.", "Le bac reprend."),
        ("Le bac reprend. ^bloc-1", "Le bac reprend."),
        ("Le bac reprend. ^bloc1 %%à vérifier%%", "Le bac reprend."),
        ("Le bac reprend. ^123456", "Le bac reprend."),
        ("Le bac reprend. ^qui", "Le bac reprend."),
        ("Il mesure 10 m ^2", "Il mesure 10 m ^2"),
        ("Il mesure 10 m ^12345", "Il mesure 10 m ^12345"),
        ("On écrit x ^ab", "On écrit x ^ab"),
        ("Il a pris 5 %% et 6 %% de plus.", "Il a pris 5 %% et 6 %% de plus."),
        ("Deux à la puissance ^ deux", "Deux à la puissance ^ deux"),
    ],
)
def test_obsidian_comments_and_block_identifiers_are_dropped(text: str, shown: str) -> None:
    assert parse_text(f"# Un titre\n\n{text}").text == shown


def test_changes_made_to_exported_markdown_are_read() -> None:
    """Change the headline of the article and the title of a box."""
    article = Article(
        headline="Le phare",
        body=(Paragraph(text=FIRST), Aside(title="À voir", blocks=(Paragraph(text=LAST),))),
    )
    written = article.to_markdown(metadata=True)
    back = parse_text(written.replace("# Le phare", "# Le cap").replace("**À voir**", "**À lire**"))
    assert back.headline == "Le cap"
    assert back.body == (
        Paragraph(text=FIRST),
        Aside(title="À lire", blocks=(Paragraph(text=LAST),)),
    )


def test_related_lines_in_exported_markdown_are_text() -> None:
    article = Article(body=(Paragraph(text="Lire aussi | Un titre"), Paragraph(text=FIRST)))
    assert parse_text(article.to_markdown(metadata=True)).body == article.body


@pytest.mark.parametrize("tag", ["<div>\n\n", ""])
def test_markdown_with_html_tags_is_read_as_markdown(tag: str) -> None:
    text = f"{tag}# Le phare\n\n{FIRST} <em>Vraiment.</em>\n\n{LAST}"
    assert parse(text) == parse_text(text)
    assert parse(text).report.layout == "text: markdown"
