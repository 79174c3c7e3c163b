"""Runs of lines: neighbours of a line, positions in the text, limits of comparisons."""

from __future__ import annotations

import pytest

from lemonde_parse import Mark
from lemonde_parse.classify import engine
from lemonde_parse.classify import features as has
from lemonde_parse.classify.engine import _DROPPED, BODY_TEXT, Classifier, Run
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.rules import RULES
from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line

P, REMOVED, FIGURE, POST = Role.PARAGRAPH, Role.SHARE, Role.FIGURE, Role.LIVE_ENTRY


def run(*roles: Role) -> Run:
    return Run([Line(role) for role in roles], [0] * len(roles), (), Journal())


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 1, 4, 0, 2)])
def test_line_is_above_or_below_the_text(order: tuple[int, ...]) -> None:
    lines = run(REMOVED, P, FIGURE, P, REMOVED)
    below = {at for at in order if lines.is_below_text(at)}
    last = {at for at in order if lines.is_last_text(at)}
    assert (below, last - {4}) == ({2, 3, 4}, {3})


def test_text_above_a_line_may_become_longer_but_not_shorter() -> None:
    lines = run(FIGURE, P, P)
    assert not lines.is_below_text(1)
    lines.roles[1] = Role.BYLINE
    assert not lines.is_below_text(2)


@pytest.mark.parametrize(
    ("roles", "last_text", "last_kept"),
    [
        ((P, P, REMOVED), 1, 1),
        ((P, P, FIGURE), 1, 2),
        ((P, POST, REMOVED), None, 1),
        ((P, Role.RELATED, Role.PULL_QUOTE), 0, 0),
        ((P,), 0, 0),
    ],
)
def test_last_line_of_the_text_may_be_above_a_picture(
    roles: tuple[Role, ...], last_text: int | None, last_kept: int
) -> None:
    lines = run(*roles)
    texts = [at for at, role in enumerate(roles) if role in BODY_TEXT]
    last = [at for at in reversed(texts) if lines.is_last_text(at)]
    assert last == ([] if last_text is None else [last_text])
    kept = [at for at, role in enumerate(roles) if role not in _DROPPED]
    assert [at for at in reversed(kept) if lines.is_last_kept(at)] == [last_kept]


@pytest.mark.parametrize(("work", "affordable"), [(3, 3), (2, 2)])
def test_comparison_of_short_lines_is_bounded(
    monkeypatch: pytest.MonkeyPatch, work: int, affordable: int
) -> None:
    copy = "Rien n’annonçait la grève, dit le maire."
    long = f"{copy} {'a' * 300}"
    monkeypatch.setattr(engine, "MAX_QUOTE_WORK", (len(long) + 1) * work)
    journal = Journal()
    texts = [copy, copy, copy, long]
    bits = [has.features(Line(P, text)) for text in texts]
    lines = Run([Line(P, text) for text in texts], bits, (), journal)
    assert lines.quoted == frozenset(range(affordable))
    message = "compared only 2 of 3 short lines with the body"
    assert [one.message for one in journal.warnings] == [message] * (affordable < 3)


def test_cache_of_candidate_rules_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MEMO_LIMIT", 2)
    classifier = Classifier(RULES)
    sizes = []
    for bits in (1, 2, 2, 3, 3, 4):
        classifier._plan(P, bits)
        sizes.append(len(classifier._plans))
    assert sizes == [1, 2, 2, 1, 1, 2]


LONG = "Lire aussi " + "A" * LIMITS.headline
LINKED = Line(P, "Lire aussi", (Mark(kind="link", start=0, end=10, href="/a"),))


@pytest.mark.parametrize(
    ("line", "source", "bits"),
    [
        (Line(P, "Lire aussi Un pont"), "page", has.MAY_POINT),
        (Line(P, "Le pont | Le quai"), "page", has.MAY_POINT),
        (Line(P, "Le pont"), "page", 0),
        (Line(P, LONG), "page", 0),
        (Line(P, LONG), "dump", has.MAY_POINT),
        (LINKED, "page", 0),
        (Line(Role.HEADING, "Lire aussi Un pont"), "page", 0),
        (Line(P, "Ana Gil est historienne."), "page", has.AUTHOR),
        (Line(P, "* Ana Gil est historienne."), "page", has.AUTHOR),
        (Line(P, "Avec Ana Gil"), "page", 0),
    ],
)
def test_line_may_be_a_related_link_or_start_with_an_author(
    line: Line, source: has.Source, bits: int
) -> None:
    (features,) = Classifier(RULES)._features([line], source, Journal(), ("Ana Gil",), 0)
    assert features & (has.MAY_POINT | has.AUTHOR) == bits
