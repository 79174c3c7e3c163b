"""No regular expression of the library backtracks without bound."""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import attrs
import pytest

import lemonde_parse
from backtracking import words
from lemonde_parse.invent.known import byline_patterns
from lemonde_parse.invent.page import kept_strings
from lemonde_parse.layouts import LAYOUTS
from lemonde_parse.sites import SITES
from lemonde_parse.sites.labels import BYLINE, ENGLISH, FRENCH, PUBLISHER
from lemonde_parse.strings import Strings
from lemonde_parse.wording.matching import spelled
from lemonde_parse.wording.phrases import PHRASES

Pattern = re.Pattern[str] | re.Pattern[bytes]

PACKAGE: Final = Path(lemonde_parse.__file__).parent
SOURCES: Final = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
        ".__init__"
    ): path.read_text("utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.stem != "__main__"
}
METHODS: Final = frozenset(
    ["match", "fullmatch", "search", "sub", "subn", "findall", "finditer", "split"]
)

ALLOWED: Final = {
    "invent.page._ADDRESS": "a match consumes the whole address, so no other starts inside it",
    "wording.matching._TOKEN": "reads the phrase table, not the pages",
    "wording.matching._PIECE": "reads the phrase table, not the pages",
}
"""Expressions that can backtrack without bound, and why each is harmless."""

LABELS: Final = (*FRENCH, *ENGLISH, *PUBLISHER, BYLINE)
MADE: Final[dict[str, list[str] | list[bytes]]] = {
    "invent.known": [spelled(pattern) for pattern in byline_patterns()],
    "invent.page": [kept_strings().pattern],
    "metadata.meta_tags": [site.article_address for site in SITES if site.article_address],
    "metadata.refusal": [row.pattern for site in SITES for row in site.refusals if row.pattern],
    "plaintext.imprint": [row.pattern.replace("{house}", "(Le Monde|La Vie)") for row in LABELS],
    "strings": [
        one.pattern
        for one in Strings(mark.encode() for layout in LAYOUTS for mark in layout.markers).passes
    ],
    "wording.matching": [spelled(row.pattern) for row in PHRASES],
}
"""Patterns that each module builds from tables, instead of writing them as literals."""


@cache
def uses(source: str) -> Mapping[str, Set[str]]:
    """Return the `re` methods that a source file calls on each name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    called: set[ast.AST] = set()
    for node in ast.walk(parsed(source)):
        match node:
            case ast.Attribute(
                value=(ast.Name() as base) | ast.Subscript(value=ast.Name() as base)
            ) if node.attr in METHODS | {"pattern"}:
                found[base.id] |= {node.attr} & METHODS
                called.add(base)
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in called:
            found[node.id] |= METHODS  # passed on, so any method may be called
    return found


parsed: Final = cache(ast.parse)


def use_of(name: str, module: str) -> frozenset[str]:
    """Return the `re` methods called on a name: in its module if it is private, else anywhere."""
    sources = [SOURCES[module]] if name.startswith("_") else SOURCES.values()
    found = frozenset[str]().union(*(uses(source).get(name, ()) for source in sources))
    return found or METHODS


def patterns_in(value: object) -> Iterator[Pattern]:
    """Yield the expressions in a value, in its items, and in the fields of records."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(patterns_in, value.values()))
    elif isinstance(value, list | tuple | frozenset | set):
        yield from chain.from_iterable(map(patterns_in, value))
    elif attrs.has(type(value)):
        yield from patterns_in(attrs.astuple(value, recurse=False))  # type: ignore[arg-type]


def named() -> Iterator[tuple[str, Pattern, frozenset[str]]]:
    """Yield the module-level expressions with their names and the methods used."""
    for module in SOURCES:
        for name, value in vars(importlib.import_module(module)).items():
            if not name.startswith("__"):
                for number, pattern in enumerate(dict.fromkeys(patterns_in(value))):
                    place = f"{module.removeprefix('lemonde_parse.')}.{name}"
                    yield place + f"[{number}]" * (number > 0), pattern, use_of(name, module)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls to `re` inside functions, with the names of their modules."""
    for module, source in SOURCES.items():
        for function in ast.walk(parsed(source)):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    match node:
                        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)):
                            if attr in METHODS | {"compile"}:
                                yield module.removeprefix("lemonde_parse."), node


def written() -> Iterator[tuple[str, Pattern, frozenset[str]]]:
    """Yield the expressions inside functions, written as literals or built from tables."""
    for module, call in calls():
        assert isinstance(call.func, ast.Attribute)
        use = METHODS if call.func.attr == "compile" else frozenset([call.func.attr])
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant):
            patterns = [ast.literal_eval(pattern)]
        else:
            assert module in MADE, f"{module} matches patterns that are not audited"
            patterns = MADE[module]
        for one in patterns:
            yield f"{module}:{one}", re.compile(one), use


EXPRESSIONS: Final = {place: (pattern, use) for place, pattern, use in chain(named(), written())}


def test_no_expression_backtracks_without_bound() -> None:
    growing = {
        place: found[:3]
        for place, (pattern, use) in EXPRESSIONS.items()
        if (found := words(pattern, use))
    }
    assert {place: found for place, found in growing.items() if place not in ALLOWED} == {}
    assert growing.keys() == ALLOWED.keys()


@pytest.mark.parametrize(
    ("pattern", "method", "found"),
    [
        ("a*b?a*c", "match", ["a"]),
        (".*a.*b", "match", ["aa"]),
        ("(?:ab)*(?:ab)*c", "match", ["ba", "ab"]),
        ("(a+)+b", "match", ["a"]),
        ("(?>(?:a+)+b)", "match", ["a", "a"]),
        ("(?:(?!a*x).)*b", "match", ["a"]),
        (r"\s*(?=\s*x)", "match", [" "]),
        (r"\s+$", "search", [" "]),
        (r"\s++x", "sub", [" "]),
        (r"(?m)^\n*x", "search", ["\n\n"]),
        # These do not backtrack.
        ("a*+a*b", "match", []),
        ("(?>a*)b", "match", []),
        ("(?:a++)+b", "match", []),
        (r"(?:\s+a)*b", "match", []),
        (r"(?<!\s)\s+$", "search", []),
        (r"\ba+x", "search", []),
        (r"^\s*x", "search", []),
        ("a+", "findall", []),
        (r"\s+$", "match", []),
    ],
)
def test_words_that_make_an_expression_backtrack_are_found(
    pattern: str, method: str, found: list[str]
) -> None:
    assert words(re.compile(pattern), frozenset([method])) == found
