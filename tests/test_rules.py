"""The rules and their evidence: each rule matches its examples, but not similar prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import pytest

from ablation.examples import Example as AnyExample
from ablation.examples import LimitCase, limit_cases, whole
from lemonde_parse import Article, parse, parse_text
from lemonde_parse.classify import rules
from lemonde_parse.classify.engine import Classifier, Verdict
from lemonde_parse.classify.evidence import Example, evidence
from lemonde_parse.classify.rules import RULES

EVIDENCE: Final = evidence()
EXAMPLES: Final = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, one in EVIDENCE.items()
    for number, example in enumerate(one.examples, 1)
]
NEVER: Final = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, one in EVIDENCE.items()
    for number, example in enumerate(one.never, 1)
]


def read(example: AnyExample) -> Article:
    """Embed an example in a page or text, and parse that."""
    source = whole(example)
    return parse(source) if isinstance(source, bytes) else parse_text(source)


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the names of the rules that decide lines."""
    names: list[str] = []
    classify = Classifier.classify

    def record(self: Classifier, *args: object, **kwargs: object) -> list[Verdict]:
        verdicts: list[Verdict] = classify(self, *args, **kwargs)  # type: ignore[arg-type]
        names.extend(verdict.rule for verdict in verdicts)
        return verdicts

    monkeypatch.setattr(Classifier, "classify", record)
    return names


def shape(article: Article) -> tuple[object, ...]:
    report = article.report
    return article.body, article.related_links, [one.text for one in report.removed]


def words(article: Article) -> list[str]:
    removed = (removal.text for removal in article.report.removed)
    return re.findall(r"\w+", " ".join([article.text, *removed]))


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_rule_has_evidence(name: str) -> None:
    assert name in EVIDENCE


def test_evidence_is_in_the_order_of_the_rules() -> None:
    assert list(EVIDENCE) == [rule.name for rule in RULES]


def test_names_of_rules_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("name", EVIDENCE)
def test_evidence_has_pages_examples_and_similar_prose(name: str) -> None:
    assert EVIDENCE[name].seen
    assert len(EVIDENCE[name].examples) > 1
    assert EVIDENCE[name].never


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_rule_matches_its_example(name: str, example: Example, decided: list[str]) -> None:
    read(example)
    assert name in decided


@pytest.mark.parametrize(("name", "example"), NEVER)
def test_rule_does_not_match_similar_prose(name: str, example: Example, decided: list[str]) -> None:
    read(example)
    assert name not in decided


@pytest.mark.parametrize("name", EVIDENCE)
def test_rule_is_needed_for_an_example(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    examples: Sequence[Example] = EVIDENCE[name].examples
    before = [shape(read(example)) for example in examples]
    others = Classifier([rule for rule in RULES if rule.name != name])
    monkeypatch.setattr(rules, "classifier", lambda: others)
    monkeypatch.setattr("lemonde_parse.parsing.classifier", lambda: others)
    assert [shape(read(example)) for example in examples] != before


@pytest.mark.parametrize("case", limit_cases(), ids=lambda case: case.limit)
def test_limit_separates_its_two_examples(case: LimitCase, decided: list[str]) -> None:
    read(case.leaves)
    assert case.rule not in decided
    read(case.decides)
    assert case.rule in decided
