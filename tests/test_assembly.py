"""Assembly of classified lines into blocks, related links and removals."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest

from lemonde_parse import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    RelatedLink,
    Text,
)
from lemonde_parse.classify.assemble import Content, assemble
from lemonde_parse.classify.engine import Verdict
from lemonde_parse.classify.rules import POST
from lemonde_parse.intake.limits import MAX_CREDIT, MAX_DATE, MAX_NAME
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line

TIME: Final = datetime(2020, 2, 26, 22, 10, tzinfo=UTC)
BADGE: Final = "Article réservé à nos abonnés"


def verdict(
    role: Role,
    text: str = "",
    rule: str = "",
    *,
    span: int = -1,
    block: Block | None = None,
    identifier: str | None = None,
    inner: tuple[Verdict, ...] = (),
) -> Verdict:
    line = Line(role, text, block=block, identifier=identifier)
    return Verdict(line, role, rule, span, inner)


def build(*verdicts: Verdict, updates: dict[str, datetime] | None = None) -> Content:
    return assemble(verdicts, updates or {}, Journal())


def warnings(content: Content) -> list[str]:
    return [warning.message for warning in content.journal.warnings]


def removed(content: Content) -> list[tuple[str, str]]:
    return [(removal.reason, removal.text) for removal in content.removed]


# Spans


def test_lines_of_a_span_are_one_block() -> None:
    content = build(
        verdict(Role.LIST, "Le bac", "list.items", span=0),
        verdict(Role.LIST, "Le pont", "list.items", span=0),
        verdict(Role.LIST, "Le quai", "list.items", span=2),
        verdict(Role.EMBED, "Il pleut.", "tweet", span=4),
        verdict(Role.EMBED, "— Ana Gil", "tweet", span=4),
    )
    assert content.body == [
        ListBlock(items=(Text(text="Le bac"), Text(text="Le pont"))),
        ListBlock(items=(Text(text="Le quai"),)),
        Embed(provider="twitter", text="Il pleut. — Ana Gil"),
    ]
    assert content.rules == ["list.items", "list.items", "tweet"]


def test_lines_without_a_span_are_separate() -> None:
    listed = ListBlock(items=(Text(text="Le quai"),))
    content = build(
        verdict(Role.LIST, "Le bac", "list.items", span=0),
        verdict(Role.LIST, block=listed),
        verdict(Role.LIST, block=listed),
        verdict(Role.EMBED, block=Embed(provider="x")),
        verdict(Role.EMBED, block=Embed(provider="y")),
        verdict(Role.RELATED, "Lire aussi | Un titre", "related.printed"),
        verdict(Role.RELATED, "Lire aussi | Un autre", "related.printed"),
    )
    bac = ListBlock(items=(Text(text="Le bac"),))
    assert content.body == [bac, listed, listed, Embed(provider="x"), Embed(provider="y")]
    assert [link.headline for link in content.related] == ["Un titre", "Un autre"]


def test_label_with_a_headline_below_it_is_a_related_link() -> None:
    lines = [("Lire aussi :", 0), (BADGE, 0), ("Un titre", 0), ("Voir aussi :", 3)]
    content = build(
        *(verdict(Role.RELATED, text, "related.lines", span=span) for text, span in lines)
    )
    assert content.related == [
        RelatedLink(label="Lire aussi", headline="Un titre", is_premium=True, position=0)
    ]
    assert removed(content) == [("badge", BADGE), ("related", "Voir aussi :")]


# Related links


def test_label_belongs_to_the_next_links() -> None:
    link = Line(Role.RELATED, "Un titre", (Mark(kind="link", start=0, end=8, href="/a"),))
    content = build(
        verdict(Role.RELATED, "Lire aussi :"),
        verdict(Role.RELATED, "Deux mots"),
        Verdict(link, Role.RELATED, "", -1),
        verdict(Role.PARAGRAPH, "Il pleut."),
        Verdict(link, Role.RELATED, "", -1),
    )
    assert content.related == [
        RelatedLink(label="Lire aussi", headline="Un titre", url="/a", position=0),
        RelatedLink(label="", headline="Un titre", url="/a", position=1),
    ]
    assert removed(content) == [("related", "Lire aussi :"), ("related", "Deux mots")]


# Removals


@pytest.mark.parametrize(
    ("items", "rule"),
    [
        (("Imprimer",), "share.send"),
        (("Imprimer", "Envoyer par e-mail"), "share.glued"),
        (("Partager sur Facebook", "Offrir cet article à un proche"), "share.network"),
        (("Ici", "Envoyer par e-mail"), "wording.share"),
    ],
)
def test_removed_list_names_the_phrase_that_it_matches_or_starts_with(
    items: tuple[str, ...], rule: str
) -> None:
    block = ListBlock(items=tuple(Text(text=item) for item in items))
    content = build(verdict(Role.SHARE, rule="wording.share", block=block))
    assert [(one.text, one.rule) for one in content.removed] == [(" ".join(items), rule)]


def test_signature_claims_the_authors_that_it_names() -> None:
    content = build(verdict(Role.SIGNATURE, "Claire Vasseur"), verdict(Role.BYLINE, "Le Monde"))
    values = [(claim.field.name, claim.value) for claim in content.claims]
    assert [name for name, _ in values] == ["byline", "authors", "byline", "authors"]
    assert values[0] == ("byline", "Claire Vasseur")
    assert values[3] == ("authors", None)


NOTICE: Final = "Il vous reste 20 % de cet article à lire."


@pytest.mark.parametrize(
    ("role", "text", "claims"),
    [
        (Role.PAYWALL, NOTICE, [("is_truncated", True), ("percent_left", 20.0)]),
        (Role.PAYWALL, "Il vous reste quelques lignes de cet article à lire.", []),
        (Role.PAYWALL, "Déjà abonné ? Se connecter", []),
        (Role.PROMOTION, NOTICE, []),
    ],
)
def test_notice_claims_that_the_text_is_cut(
    role: Role, text: str, claims: list[tuple[str, object]]
) -> None:
    content = build(verdict(role, text))
    assert [(claim.field.name, claim.value) for claim in content.claims] == claims


# Boxes and posts


def test_box_in_a_page_is_kept_without_content() -> None:
    aside, entry = Aside(), LiveEntry(date_published=TIME)
    content = build(
        verdict(Role.ASIDE, rule="page", block=aside),
        verdict(Role.LIVE_ENTRY, rule="page", block=entry),
        verdict(Role.LIVE_ENTRY, rule=POST, block=entry),
        verdict(Role.ASIDE, rule="heading"),
    )
    assert content.body == [aside, entry]
    assert content.rules == ["page", "page"]


@pytest.mark.parametrize(
    "entry", [LiveEntry(headline="Un but", date_published=TIME), LiveEntry(author="Ana Gil")]
)
def test_post_in_a_text_is_kept_for_its_fields(entry: LiveEntry) -> None:
    assert build(verdict(Role.LIVE_ENTRY, rule=POST, block=entry)).body == [entry]


def test_box_needs_text_below_its_title() -> None:
    title, text = verdict(Role.HEADING, "Un titre", "title"), verdict(Role.PARAGRAPH, "Un mot.")
    content = build(
        verdict(Role.ASIDE, rule="box", inner=(title, text)),
        verdict(Role.ASIDE, rule="box", inner=(title,)),
        verdict(Role.ASIDE, rule="box", inner=(text, text)),
    )
    paragraph = Paragraph(text="Un mot.")
    assert content.body == [
        Aside(title="Un titre", blocks=(paragraph,)),
        Aside(blocks=(Heading(text="Un titre", level=2),)),
        Aside(blocks=(paragraph, paragraph)),
    ]
    assert content.rules == ["box", "", "box", "title", "box", "", ""]


@pytest.mark.parametrize(("excess", "is_kept"), [(0, True), (1, False)])
def test_id_of_a_post_has_a_maximum_length(excess: int, is_kept: bool) -> None:
    identifier = "a" * (MAX_NAME + excess)
    content = build(
        verdict(Role.LIVE_ENTRY, identifier=identifier), updates={identifier: TIME, "b": TIME}
    )
    assert content.body == [
        LiveEntry(identifier=identifier, date_published=TIME) if is_kept else LiveEntry()
    ]
    assert sorted(content.updates) == (["b"] if is_kept else [identifier, "b"])
    assert len(warnings(content)) == 2 - is_kept


def test_post_without_an_id_has_the_first_printed_date() -> None:
    lines = ("Un mot", "Publié le 26 février 2020 à 22h10", "Publié le 27 février 2020 à 8h00")
    inner = tuple(verdict(Role.METADATA, text) for text in lines)
    content = build(verdict(Role.LIVE_ENTRY, inner=inner))
    moment = datetime.fromisoformat("2020-02-26T22:10:00+01:00")
    assert content.body == [LiveEntry(date_published=moment)]


@pytest.mark.parametrize(("excess", "is_read"), [(0, True), (1, False)])
def test_date_of_a_post_has_a_maximum_length(excess: int, is_read: bool) -> None:
    date = "Publié le 26 février 2020 à 22h10"
    date += " " * (MAX_DATE - len(date) + excess)
    content = build(verdict(Role.LIVE_ENTRY, inner=(verdict(Role.METADATA, date),)))
    moment = datetime.fromisoformat("2020-02-26T22:10:00+01:00") if is_read else None
    assert content.body == [LiveEntry(date_published=moment)]
    assert warnings(content) == [
        f"ignored the date of a post of {MAX_DATE + 1} characters; the limit is {MAX_DATE}"
    ] * (not is_read)


def test_author_and_headline_of_a_post_are_not_the_page_s() -> None:
    inner = (
        verdict(Role.BYLINE, "Le Monde"),
        verdict(Role.BYLINE, "Ana Gil"),
        verdict(Role.TITLE, "Un but"),
        verdict(Role.TITLE, "Un autre"),
    )
    content = build(verdict(Role.LIVE_ENTRY, inner=inner))
    assert content.body == [
        LiveEntry(headline="Un but", author="Ana Gil", blocks=(Heading(text="Un autre", level=2),))
    ]
    assert content.claims == []


@pytest.mark.parametrize("excess", [0, 1])
def test_long_names_are_reported(excess: int) -> None:
    name, credit = "a" * (MAX_NAME + excess), "a" * (MAX_CREDIT + excess)
    content = build(
        verdict(Role.EMBED, block=Embed(provider=name)),
        verdict(Role.EMBED, block=Embed()),
        verdict(Role.FIGURE, block=Figure(credit=credit)),
        verdict(Role.FIGURE, block=Figure()),
    )
    provider = None if excess else name
    assert content.body == [Embed(provider=provider), Embed(), Figure(credit=credit), Figure()]
    assert warnings(content) == [
        f"ignored the name of a service of {MAX_NAME + 1} characters; the limit is {MAX_NAME}",
        f"did not clean a credit of {MAX_CREDIT + 1} characters; the limit is {MAX_CREDIT}",
    ] * (excess)
