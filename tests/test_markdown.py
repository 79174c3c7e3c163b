"""Markdown and its front matter: the result of each construct."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone

import pytest

from lemonde_parse import (
    Article,
    Aside,
    Author,
    Block,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Table,
    Text,
    parse,
    parse_text,
)
from lemonde_parse.export.markdown import GENERATOR as WRITTEN
from lemonde_parse.intake.limits import (
    MANY_MARKDOWN_SIGNS,
    MARKDOWN_STRETCH,
    MAX_MARKDOWN_DEPTH,
    MAX_MARKDOWN_SIGNS,
)
from lemonde_parse.plaintext.front_matter import GENERATOR
from lemonde_parse.plaintext.markdown_dialects import to_commonmark
from lemonde_parse.plaintext.note_properties import find_properties

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
        ("![Le cap](/cap.jpg)\n_Le cap, en mars._\n_JEAN MOREL_", Figure(url="/cap.jpg", alt="Le cap", caption="Le cap, en mars.", credit="JEAN MOREL")),
        ('<figure>\n<img src="/cap.jpg" alt="Le cap" />\n</figure>', Figure(url="/cap.jpg", alt="Le cap")),
        ("<!-- aside -->\n> Une lampe brûle.", Aside(blocks=(Paragraph(text="Une lampe brûle."),))),
        ("* * *\n\nUne lampe brûle.", Paragraph(text="Une lampe brûle.")),
        # Obsidian, GitHub
        ("Une ==lampe== brûle.", Paragraph(text="Une lampe brûle.")),
        ("Le [[Port|port]] et le [[Phare#Nuit]].", Paragraph(text="Le port et le Phare.")),
        ("![[cap nord.jpg|300x200]]", Figure(url="cap%20nord.jpg")),
        ("![[cap.jpg|Le cap]]", Figure(url="cap.jpg", alt="Le cap")),
        ("> [!note]- La lampe\n> Une lampe brûle.", Aside(title="La lampe", blocks=(Paragraph(text="Une lampe brûle."),))),
        ("> [!NOTE]\n> Une lampe brûle.", Aside(blocks=(Paragraph(text="Une lampe brûle."),))),
        ("> [!quote]\n> Une voix.", Quote(text="Une voix.")),
        ("> [!cite] Ana Gil\n> Une voix.", Quote(text="Ana Gil Une voix.")),
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
def test_construct_is_one_block(written: str, block: Block) -> None:
    assert body(written) == (block,)


@pytest.mark.parametrize(
    "text",
    [
        "Si a == b == c, ou si a==b, le phare [[sic]] s’éteint [[1]].",
        "Le nom {x} du [quai]{vieux} n’a pas {#de} fin.",
        "Deux~~trois~~ et x^2, y^3 ou ~5~.",
    ],
)
def test_signs_that_are_not_markdown(text: str) -> None:
    assert to_commonmark(text) == text


def test_callout_starts_its_quote() -> None:
    assert body("> Une voix.\n> [!note] Une autre.") == (
        Quote(text="Une voix. [!note] Une autre."),
    )


def test_script_in_markdown_is_hidden() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n<script>\nlet a = 1\n</script>\n\n{LAST}")
    assert [block.text for block in article.paragraphs] == [FIRST, LAST]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("hidden", "let a = 1")
    ]


def test_unsafe_address_in_markdown_is_a_removal() -> None:
    article = parse_text(f"# Le phare\n\nUn [mot](javascript:alert) ici.\n\n{LAST}")
    assert article.body[0] == Paragraph(text="Un mot ici.")
    assert [removal.reason for removal in article.report.removed] == ["unsafe link"]


@pytest.mark.parametrize("start", ["", "Un mot ", "- ", "<p>\n"])
@pytest.mark.parametrize("tag", ["a", "div", "bogus"])
def test_no_break_spaces_in_a_tag_take_little_time(start: str, tag: str) -> None:
    """markdown-it alone would take 2 to the power of 60 steps."""
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
def test_blocks_nested_too_deep_keep_their_words(sign: str) -> None:
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
def test_markdown_with_too_many_signs_is_read_as_text(signs: str) -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n{signs}\n\n{LAST}")
    assert article.text.startswith(f"# Le phare\n\n{FIRST}")
    assert article.text.endswith(LAST)
    assert [warning.code for warning in article.report.warnings] == ["limit", "unidentified"]


@pytest.mark.parametrize(
    "signs",
    [
        f"1. {'a' * MARKDOWN_STRETCH}\n" * MANY_MARKDOWN_SIGNS,
        f"1. {'a' * (MARKDOWN_STRETCH - 5)}\n" * (MANY_MARKDOWN_SIGNS - 10),
    ],
    ids=["many", "dense"],
)
def test_markdown_with_fewer_signs_is_read(signs: str) -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n{signs}\n\n{LAST}")
    assert article.headline == "Le phare"
    assert "limit" not in [warning.code for warning in article.report.warnings]


def test_posts_nested_too_deep_keep_their_words() -> None:
    article = parse_text(f"# Le phare\n\n{FIRST}\n\n" + "<!-- live_entry -->\n" * 40 + LAST)
    assert LAST in article.text
    assert [warning.code for warning in article.report.warnings] == ["limit", "unidentified"]


# Front matter


NIGHT = datetime(2024, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))


def described(front: str) -> Article:
    return parse_text(f"---\ntitle: Le phare\n{front}\n---\n\n{FIRST}\n\n{LAST}")


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("headline: x", "headline", "Le phare"),
        ("description: 'L''été'  ", "description", "L'été"),
        ("description: Un feu # en mer", "description", "Un feu"),
        ("summary: >-\n  Un feu\n  en mer.", "description", "Un feu en mer."),
        ("author: Ana Gil", "authors", (Author(name="Ana Gil"),)),
        ("author: Ana Gil et Jean Petit", "authors", (Author(name="Ana Gil"), Author(name="Jean Petit"))),
        ('authors:\n  - name: Ana Gil\n  - "[[Jean Petit]]"', "authors", (Author(name="Ana Gil"), Author(name="Jean Petit"))),
        ("author: Le Monde", "authors", ()),
        ("tags: [mer, 'feu']", "keywords", ("mer", "feu")),
        ("keywords: mer, feu", "keywords", ("mer", "feu")),
        ("tags:\n- mer\n- feu", "keywords", ("mer", "feu")),
        ("date: 2024-03-02 10:00:00+01:00", "date_published", datetime(2024, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))),
        ("date: 2024-03-02", "day_published", date(2024, 3, 2)),
        ("datePublished: 2024-03-02", "day_published", date(2024, 3, 2)),
        ("lastmod: 2024-03-02", "day_published", None),
        ("source: https://x.example/a", "canonical_url", "https://x.example/a"),
        ("source: Le Monde", "canonical_url", None),
        ("url: javascript:alert(1)", "canonical_url", None),
        ("image: /cap.jpg", "main_image", Figure(url="/cap.jpg")),
        ("kind: live", "kind", "live"),
        ("kind: recipe", "kind", "article"),
        ("reading_minutes: 4", "reading_minutes", 4),
        ("percent_left: 57.09", "percent_left", 57.09),
        ("is_accessible_for_free: False", "is_accessible_for_free", False),
        ("publisher: *anchor", "publisher", None),
        ("site: lemonde.fr", "publisher", "lemonde.fr"),
        ("site: https://www.lemonde.fr", "publisher", None),
        ("subtitle: Un feu", "description", "Un feu"),
        ("creator: Ana Gil", "authors", (Author(name="Ana Gil"),)),
        ("datePublished: 2024-03-02T10:00:00+01:00", "date_published", NIGHT),
        ("publish-date: 2024-03-02T10:00:00+01:00", "date_published", NIGHT),
        ("pubDate: 2024-03-02T10:00:00+01:00", "date_published", NIGHT),
        ("updated_at: 2024-03-02T10:00:00+01:00", "date_modified", NIGHT),
        ("category: Mer", "section", "Mer"),
        ("categories: [mer, feu]", "keywords", ("mer", "feu")),
        ("original_url: https://x.example/a", "canonical_url", "https://x.example/a"),
        ("cover: /cap.jpg", "main_image", Figure(url="/cap.jpg")),
        ("publisher: [[[", "publisher", None),
    ],
)  # fmt: skip
def test_front_matter_fills_the_fields(front: str, field: str, value: object) -> None:
    article = described(front)
    assert getattr(article, field) == value
    assert (article.headline, [block.text for block in article.paragraphs]) == (
        "Le phare",
        [FIRST, LAST],
    )


def test_unknown_entry_is_a_removal() -> None:
    article = described("aliases:\n  - feu\ncssclass: large")
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("metadata", "aliases: - feu"),
        ("metadata", "cssclass: large"),
    ]


def test_unusable_value_is_a_losing_source() -> None:
    (source,) = (one for one in described("date: hier").report.sources if one.origin == "front matter" and one.field == "date_published")  # fmt: skip
    assert (source.value, source.won) == ("hier", False)


def test_printed_title_wins_over_front_matter() -> None:
    article = parse_text(f"---\ntitle: a\n---\n# Le phare\n\n{FIRST}\n\n{LAST}")
    assert article.headline == "Le phare"


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{FIRST}\n\n---\n\n{LAST}",
        f"---\nUne règle : souffler.\n---\n\n{LAST}",
        f"---\ntitle: Le phare\n\n{FIRST}\n\n{LAST}",
    ],
)
def test_dashes_that_are_not_front_matter(text: str) -> None:
    assert LAST in parse_text(text).text
    assert parse_text(text).report.sources == ()


def test_toml_front_matter_fills_the_fields() -> None:
    article = parse_text(
        '+++\ntitle = "Le phare"\ndate = 2024-03-02T10:00:00+01:00\nauthors = ["Ana Gil"]\ndraft = false\nday = 2024-03-02\n'
        '[params]\nsource = "https://x.example/a"\n[taxonomies]\ntags = ["mer", "feu"]\n[extra.inner]\na = [1, {b = "c"}]\n+++\n'
        f"{FIRST}\n\n{LAST}"
    )
    assert (article.headline, article.date_published) == ("Le phare", NIGHT)
    assert (article.authors, article.keywords) == ((Author(name="Ana Gil"),), ("mer", "feu"))
    assert article.canonical_url == "https://x.example/a"
    assert [block.text for block in article.paragraphs] == [FIRST, LAST]
    assert [removal.text for removal in article.report.removed] == [
        "draft: false", "day: 2024-03-02", 'inner: {"a": [1, {"b": "c"}]}'
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("% Le bac\n% Lise Amont; Hugo Tour\n% 14 septembre 2023", "headline", "Le bac"),
        ("% Le bac\n% Lise Amont\n% 14 septembre 2023", "day_published", date(2023, 9, 14)),
        ("% Le bac\n% Lise Amont\n% 14 septembre 2023 à 6h00", "day_published", None),
        ("% Le bac\n  de Brévailles\n% Lise Amont", "headline", "Le bac de Brévailles"),
        ("---\ndate: 14 septembre 2023\n---", "day_published", date(2023, 9, 14)),
        ("---\n- title: Le bac\n  tags:\n    - mer\n---", "keywords", ("mer",)),
        ("---\n- title: Le bac\n  tags:\n    - mer\n---", "headline", "Le bac"),
        ("---\ntitle: Le bac\nlabels: [mer, quai]\n---", "keywords", ("mer", "quai")),
    ],
)
def test_front_matter_of_other_programs(front: str, field: str, value: object) -> None:
    article = parse_text(f"{front}\n\nDeux mots.\n")
    assert getattr(article, field) == value
    assert article.text == "Deux mots."


@pytest.mark.parametrize(
    "text",
    [
        "% de la population vit ici.\n\nDeux mots.",
        "% un\n% deux\n% trois\n% quatre\n\nDeux mots.",
        "- titre: le bac\n- date: hier\n",
    ],
)
def test_lines_that_start_like_other_front_matter(text: str) -> None:
    assert parse_text(text).headline is None


def test_a_dateline_with_a_name_above_the_title() -> None:
    text = f"Publié le 3 mai 2023 par Ana Gil\n\n# Le bac\n\n{FIRST} {LAST}\n\n{LAST}"
    article = parse_text(text)
    assert (article.headline, article.day_published) == ("Le bac", date(2023, 5, 3))
    assert [author.name for author in article.authors] == ["Ana Gil"]
    assert article.report.removed == ()


POCKET = "[View Original](https://getpocket.com/redirect?url=https%3A%2F%2Fa.example%2Fbac)"


ADDRESS = "https://gazette.example/bac"
JOPLIN = (
    "Le bac\n\nDeux mots.\n\nid: 8e8c1a2b3c4d5e6f708192a3b4c5d6e7\nauthor: Lise Amont\n"
    f"source_url: {ADDRESS}\nuser_created_time: 2023-09-15T08:12:33.000Z\ntype_: 1"
)
LOGSEQ = (
    f"title:: Le bac\nauthor:: [[Lise Amont]]\nurl:: {ADDRESS}\ntags:: [[mer]], quai\n\n"
    "- Deux mots.\n"
)
NOTION = f"# Le bac\n\nAuteur: Lise Amont\nURL: {ADDRESS}\nTags: mer, quai\n\nDeux mots.\n"
READWISE = (
    "# Le bac\n\n## Metadata\n- Author: [[Lise Amont]]\n- Full Title: Le bac\n"
    f"- URL: {ADDRESS}\n- Tags: mer, quai\n\nDeux mots.\n"
)
BOLD = (
    f"# Le bac\n\n**Auteur** : Lise Amont\n**Source** : {ADDRESS}\n**Étiquettes :** mer, quai\n\n"
    "Deux mots.\n"
)


@pytest.mark.parametrize(
    "note",
    [JOPLIN, LOGSEQ, NOTION, READWISE, BOLD],
    ids=["joplin", "logseq", "notion", "readwise", "bold"],
)
def test_properties_without_fences(note: str) -> None:
    article = parse_text(note)
    assert (article.headline, article.authors, article.canonical_url, article.text) == (
        "Le bac",
        (Author(name="Lise Amont"),),
        ADDRESS,
        "Deux mots.",
    )
    assert article.date_published is None
    assert article.keywords == (() if note is JOPLIN else ("mer", "quai"))
    removed = [one.text for one in article.report.removed if one.text != "Metadata"]
    if note is JOPLIN:
        assert removed == [
            "id: 8e8c1a2b3c4d5e6f708192a3b4c5d6e7",
            "user_created_time: 2023-09-15T08:12:33.000Z",
            "type_: 1",
        ]
    else:
        assert removed == []


def test_a_note_has_few_properties() -> None:
    few = "\n".join(f"mot {number}: mer" for number in range(38))
    known = f"Auteur: Lise Amont\nURL: {ADDRESS}"
    note = find_properties(f"# Le bac\n\n{known}\n{few}\n\nDeux mots.")
    assert note is not None
    assert note.text == "# Le bac\n\nDeux mots."
    note = find_properties(f"# Le bac\n\n{known}\n{few}\n{few}\n\nDeux mots.")
    assert note is not None
    assert note.text == f"# Le bac\n\n{few}\n{few}\n\nDeux mots."


@pytest.mark.parametrize(
    "text",
    [
        "# Le bac\n\nUn mot: il coule.\nUn autre: il reste.\n\nDeux mots.",
        "# Le bac\n\nDate: hier\nIl coule, et nul ne le dit.\n\nDeux mots.",
        "std:: un mot\nvec:: un autre mot\n\nDeux mots du texte.",
        "Le bac\n\nDeux mots.\n\nid: 12\nIl coule encore.",
    ],
)
def test_lines_with_colons_that_are_not_properties(text: str) -> None:
    assert find_properties(text) is None


LINKS = "[Read on Omnivore](https://omnivore.app/me/bac)\n[Read Original](https://a.example/bac)"


@pytest.mark.parametrize(
    ("above", "address"),
    [
        (f"#Omnivore\n\n{LINKS}", "https://a.example/bac"),
        (f"[[Omnivore]]\n\n{LINKS}", "https://a.example/bac"),
        ("[Read on Omnivore](https://omnivore.app/me/bac)", None),
    ],
)
def test_links_of_a_program_name_the_article_s_own_page(above: str, address: str | None) -> None:
    text = f"# Le bac\n\n{above}\n\n## Highlights\n\nDeux mots.\n\n## Content\n\nTrois mots ici."
    article = parse_text(text)
    assert article.canonical_url == address
    assert article.text == "Deux mots.\n\nTrois mots ici."
    words = " ".join(one.text for one in article.report.removed if one.reason == "metadata")
    assert "Read" in words
    assert words.endswith("Highlights Content")
    assert article.related_links == ()


def test_headings_below_a_pocket_link_are_kept() -> None:
    text = f"# Le bac\n\n{POCKET}\n\n## Highlights\n\nDeux mots.\n\n## Content\n\nTrois mots ici."
    article = parse_text(text)
    assert article.canonical_url == "https://a.example/bac"
    assert article.text == "Highlights\n\nDeux mots.\n\nContent\n\nTrois mots ici."


def test_links_in_the_text_are_not_a_programs() -> None:
    text = "# Le bac\n\nRead Original, dit [le titre](https://a.example/bac).\n\n## Content\n\nTrois mots."
    article = parse_text(text)
    assert article.canonical_url is None
    assert "Content" in article.text


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
def test_obsidian_comments_are_dropped(text: str, shown: str) -> None:
    assert parse_text(f"# Un titre\n\n{text}").text == shown


@pytest.mark.parametrize(
    "front",
    ["title: a", 'title = "a', "a = 1", "a = " + "[" * 5_000, "title.a" + ".a" * 9 + " = 1"],
)
def test_signs_that_are_not_toml_front_matter(front: str) -> None:
    article = parse_text(f"+++\n{front}\n+++\n\n{FIRST}\n\n{LAST}")
    assert article.report.sources == ()
    assert LAST in article.text


def test_exporter_and_reader_agree_on_the_generator() -> None:
    assert WRITTEN == GENERATOR


def test_edited_export_keeps_additions() -> None:
    """Manual changes of the title and of a box are kept."""
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


def test_related_lines_of_an_export_are_text() -> None:
    article = Article(body=(Paragraph(text="Lire aussi | Un titre"), Paragraph(text=FIRST)))
    assert parse_text(article.to_markdown(metadata=True)).body == article.body


@pytest.mark.parametrize("tag", ["<div>\n\n", ""])
def test_markdown_with_tags_is_not_a_page(tag: str) -> None:
    text = f"{tag}# Le phare\n\n{FIRST} <em>Vraiment.</em>\n\n{LAST}"
    assert parse(text) == parse_text(text)
    assert parse(text).report.layout == "text: markdown"


def test_a_link_of_a_program_is_among_the_first_six_lines() -> None:
    def address(above: int) -> str | None:
        lines = [f"{FIRST} {number}" for number in range(above)]
        return parse_text("\n\n".join(["# Le bac", *lines, POCKET, LAST])).canonical_url

    assert address(4) == "https://a.example/bac"
    assert address(5) is None
