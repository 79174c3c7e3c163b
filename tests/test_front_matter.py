"""Article fields read from front matter and from the properties of notes."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from lemonde_parse import (
    Article,
    Author,
    Figure,
    parse_text,
)
from lemonde_parse.export.markdown import GENERATOR as WRITTEN
from lemonde_parse.plaintext.front_matter import _FIELDS, GENERATOR
from lemonde_parse.plaintext.note_properties import find_properties

FIRST = "Le phare s’éteint à minuit, et le gardien descend les cent marches."
LAST = "Le lendemain, tout est calme, et la mer est plate."


NIGHT = datetime(2024, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))


def described(front: str) -> Article:
    return parse_text(f"---\ntitle: Le phare\n{front}\n---\n\n{FIRST}\n\n{LAST}")


@pytest.mark.parametrize(("length", "headline"), [(99_996, "Le phare"), (99_997, None)])
def test_front_matter_has_a_maximum_length(length: int, headline: str | None) -> None:
    """The limit of 100,000 characters includes the closing "---" and its line break."""
    comment = "# ".ljust(length - len("title: Le phare\n"), "a")
    assert described(comment).headline == headline


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
        ("reading_minutes: four", "reading_minutes", None),
        ("reading_minutes: 1234567890", "reading_minutes", None),
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
        ("site: [Le Quai, La Mer]", "publisher", None),
        ("tags:\n  mer\n  feu", "keywords", ()),
        ('tags: {"mer": "feu"}', "keywords", ()),
        ("tags: []", "keywords", ()),
        ('tags: [""]', "keywords", ()),
        ("tags: [mer, feu", "keywords", ()),
        ('kicker: ""', "kicker", None),
        ("kicker: 'L", "kicker", None),
        ("kicker: '", "kicker", None),
        ("author: Hergé", "authors", (Author(name="Hergé"),)),
        ('author: {"name": "Ana Gil"}', "authors", (Author(name="Ana Gil"),)),
        ("author: []", "authors", ()),
        ('authors: [null, "Le Monde", "Ana Gil"]', "authors", (Author(name="Ana Gil"),)),
        ("date: 2 mars 2024 à 10h00", "date_published", NIGHT),
        ("date: [2024-03-02]", "day_published", None),
        ("source: Le Monde", "publisher", "Le Monde"),
    ],
)  # fmt: skip
def test_front_matter_sets_the_fields(front: str, field: str, value: object) -> None:
    article = described(front)
    assert getattr(article, field) == value
    assert (article.headline, [block.text for block in article.paragraphs]) == (
        "Le phare",
        [FIRST, LAST],
    )


def test_unknown_entry_is_reported_as_a_removal() -> None:
    article = described("aliases:\n  - feu\ncssclass: large")
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("metadata", "aliases: - feu"),
        ("metadata", "cssclass: large"),
    ]


@pytest.mark.parametrize(
    ("key", "value", "field"), [("date", "hier", "date_published"), ("tags", "[]", "keywords")]
)
def test_unusable_value_is_reported_as_unused(key: str, value: str, field: str) -> None:
    (source,) = (
        source
        for source in described(f"{key}: {value}").report.sources
        if (source.origin, source.field) == ("front matter", field)
    )
    assert (source.value, source.won) == (value, False)


def test_items_of_a_list_are_reported_without_brackets() -> None:
    sources = described("tags: [mer, feu]").report.sources
    assert [source.value for source in sources if source.field == "keywords"] == ["mer, feu"]


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
def test_other_text_between_dashes_is_not_front_matter(text: str) -> None:
    article = parse_text(text)
    assert LAST in article.text
    assert article.report.sources == ()
    assert "metadata" not in [removal.reason for removal in article.report.removed]


def test_toml_front_matter_sets_the_fields() -> None:
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
def test_front_matter_of_other_programs_sets_the_fields(
    front: str, field: str, value: object
) -> None:
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
def test_lines_that_only_start_like_front_matter_are_text(text: str) -> None:
    assert parse_text(text).headline is None


def test_dateline_with_an_author_above_the_title_is_read() -> None:
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
def test_properties_without_fences_set_the_fields(note: str) -> None:
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


def test_properties_have_a_maximum_number_of_lines() -> None:
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
        "Le bac\n\n- Author: Lise Amont\n- Tags: mer\n\nDeux mots.",
        "# Le bac\nLe quai\n\n- Author: Lise Amont\n- Tags: mer\n\nDeux mots.",
        "# Le bac\n\nAuteur: Lise Amont\nUn mot: il coule.\n\nDeux mots.",
        "Le bac\n\nDeux mots.\ntype_: 1",
        "Titre : Le bac\nAuteur : Lise Amont",
    ],
)
def test_other_lines_with_colons_are_not_properties(text: str) -> None:
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
def test_link_of_a_read_later_app_gives_the_canonical_address(
    above: str, address: str | None
) -> None:
    text = f"# Le bac\n\n{above}\n\n## Highlights\n\nDeux mots.\n\n## Content\n\nTrois mots ici."
    article = parse_text(text)
    assert article.canonical_url == address
    assert article.text == "Deux mots.\n\nTrois mots ici."
    words = " ".join(one.text for one in article.report.removed if one.reason == "metadata")
    assert "Read" in words
    assert words.endswith("Highlights Content")
    assert article.related_links == ()


def test_other_lines_of_an_omnivore_file_are_text() -> None:
    """A tag is only dropped in the first six lines."""
    lines = ["Deux mots.", "Content", "Le quai", FIRST, "#Omnivore", LAST]
    above = [f"# Le bac\n\n{LINKS}", "Deux mots.", "Content", "## Le quai"]
    article = parse_text("\n\n".join([*above, *lines[3:]]))
    assert article.text == "\n\n".join(lines)


def test_links_of_omnivore_may_be_on_separate_lines() -> None:
    own, original = LINKS.split("\n")
    article = parse_text(f"# Le bac\n\n{own}\n\n{original}\n\n## Highlights\n\nDeux mots.")
    assert article.canonical_url == "https://a.example/bac"
    assert article.text == "Deux mots."


def test_headings_below_a_pocket_link_are_kept() -> None:
    text = f"# Le bac\n\n{POCKET}\n\n## Highlights\n\nDeux mots.\n\n## Content\n\nTrois mots ici."
    article = parse_text(text)
    assert article.canonical_url == "https://a.example/bac"
    assert article.text == "Highlights\n\nDeux mots.\n\nContent\n\nTrois mots ici."


def test_read_later_link_inside_a_paragraph_is_text() -> None:
    for words in ("Read Original, dit [le titre]", "Dans [Read Original]"):
        article = parse_text(
            f"# Le bac\n\n{words}(https://a.example/bac).\n\n## Content\n\nTrois mots."
        )
        assert article.canonical_url is None
        assert "Content" in article.text


@pytest.mark.parametrize(
    "front",
    ["title: a", 'title = "a', "a = 1", "a = " + "[" * 5_000, "a.title" + ".a" * 9 + " = 1"],
)
def test_other_text_between_plus_signs_is_not_front_matter(front: str) -> None:
    article = parse_text(f"+++\n{front}\n+++\n\n{FIRST}\n\n{LAST}")
    assert article.report.sources == ()
    assert LAST in article.text


def test_exporter_and_reader_use_the_same_generator_name() -> None:
    assert WRITTEN == GENERATOR


def test_read_later_link_is_recognised_only_in_the_first_six_lines() -> None:
    def address(above: int) -> str | None:
        lines = [f"{FIRST} {number}" for number in range(above)]
        return parse_text("\n\n".join(["# Le bac", *lines, POCKET, LAST])).canonical_url

    assert address(4) == "https://a.example/bac"
    assert address(5) is None


NAMES = {
    "headline": ("Un feu", "title headline titre full_title"),
    "kicker": ("Récit", "kicker"),
    "description": ("Un feu", "description summary excerpt abstract subtitle sous_titre"),
    "byline": ("Par Ana Gil", "byline"),
    "authors": ("Ana Gil", "authors author creator auteur auteurs autrice par"),
    "agencies": ("AFP", "agencies"),
    "date_published": (
        "2024-03-02 10:00:00+01:00",
        (
            "date published date_published published_at published_time publish_date pub_date "
            "pubdate date_de_publication publié_le"
        ),
    ),
    "date_modified": (
        "2024-03-02 10:00:00+01:00",
        "lastmod updated modified date_modified updated_at modified_time",
    ),
    "publisher": (
        "Le Monde",
        "publisher site site_name website publication newspaper journal paru_dans published_in",
    ),
    "section": ("Mer", "section category rubrique"),
    "breadcrumbs": ("Mer, Ports", "breadcrumbs"),
    "genre": ("enquête", "genre"),
    "kind": ("live", "kind"),
    "keywords": ("mer, feu", "keywords tags labels étiquettes categories"),
    "in_language": ("fr", "lang language"),
    "canonical_url": (
        "https://x.example/a",
        "url canonical_url source link lien source_url original_url page_url",
    ),
    "identifier": ("1234", "identifier"),
    "main_image": ("/cap.jpg", "image cover thumbnail banner"),
    "reading_minutes": ("4", "reading_minutes"),
    "announced_length": ("400", "announced_length"),
    "announced_words": ("80", "announced_words"),
    "pagination": ("1/2", "pagination page pages"),
    "translation_url": ("https://x.example/en", "translation_url"),
    "is_accessible_for_free": ("true", "is_accessible_for_free"),
    "is_truncated": ("true", "is_truncated"),
    "percent_left": ("57.09", "percent_left"),
}
"""A sample value for each field, and the names that programs give to that field."""


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [(name, field, value) for field, (value, names) in NAMES.items() for name in names.split()],
)
def test_every_name_of_a_field_is_recognised(name: str, field: str, value: str) -> None:
    article = parse_text(f"---\ncreated: 1\n{name}: {value}\n---\n\n{FIRST}\n\n{LAST}")
    assert [
        source.won
        for source in article.report.sources
        if (source.field, source.origin) == (field, "front matter")
    ] == [True]


def test_list_of_field_names_is_complete() -> None:
    assert {name for _, names in NAMES.values() for name in names.split()} == set(_FIELDS)
