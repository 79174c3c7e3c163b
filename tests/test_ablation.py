"""`make ablate`: finding knobs (rows of tables, rules and limits), editing them, checking the report.

A knob is silent if its edit changes no page, text or example.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from ablation.__main__ import faults
from ablation.find import all_knobs, rows_of, turns
from ablation.knobs import Knob

TABLE: Final = """
_BOXES = {".box": Role.RELATED, **dict.fromkeys((".ad", ".pub"), Role.ADVERTISEMENT)}
_IN_MAIN = (("<main", "</main>"),)
MINE = Layout(
    name="mine",
    markers=("story",),
    content=(".story, .film", "//article"),
    kind="live",
    roles={".cite": RoleRow(Role.QUOTE, "p, 2019"), **_BOXES},
    fields={"headline": ("h1.title", "h1"), "byline": (".by",)},
    slices=(("<article", "<footer", "</body>"),),
)
"""


def found() -> dict[str, Knob]:
    return {knob.name: knob for knob in rows_of(ast.parse(TABLE), "layouts.paper")}


def without(name: str) -> str:
    """Return the source of the table after the edit of a knob."""
    written = []
    module = ModuleType("paper")
    knob = found()[name]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ablation.knobs._execute", lambda tree, _: written.append(ast.unparse(tree)))
        knob.edit.run(module)
    return written[0]


def test_every_row_is_a_knob() -> None:
    assert list(found()) == [
        "paper: _BOXES roles .box",
        "paper: _BOXES roles .ad",
        "paper: _BOXES roles .pub",
        "paper: _IN_MAIN slices <main",
        "paper: mine content .story, .film",
        "paper: mine content .story, .film: .story",
        "paper: mine content .story, .film: .film",
        "paper: mine content //article",
        "paper: mine kind",
        "paper: mine roles .cite",
        "paper: mine headline h1.title",
        "paper: mine headline h1",
        "paper: mine byline .by",
        "paper: mine slices <article",
        "paper: mine slices <article … <footer",
        "paper: mine slices <article … </body>",
    ]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("_BOXES roles .pub", "('.ad', '.pub')", "('.ad',)"),
        ("mine content .story, .film: .story", "'.story, .film'", "'.film'"),
        ("mine kind", " kind='live',", ""),
        ("mine headline h1.title", "('h1.title', 'h1')", "('h1',)"),
        ("mine byline .by", ", 'byline': ('.by',)", ""),
        ("mine slices <article … <footer", "'<footer', ", ""),
    ],
)
def test_knob_removes_only_its_own_row(name: str, before: str, after: str) -> None:
    plain = ast.unparse(ast.parse(TABLE))
    assert before in plain
    assert without(f"paper: {name}") == plain.replace(before, after)


def test_limits_are_halved_and_doubled() -> None:
    assert dict(turns(90)) == {"halved": 45, "doubled": 180}
    assert dict(turns(0.8)) == {"halved": 0.4, "doubled": 1.6}
    assert not list(turns(True))
    assert not list(turns("90"))


def test_every_table_has_knobs() -> None:
    files = {knob.name.partition(":")[0] for knob in all_knobs()}
    assert files >= {"lemonde_2018", "press", "generic", "fields", "phrases", "rules", "limits"}


def test_check_reports_missing_and_outdated_reasons_for_silent_knobs() -> None:
    reported = {"used": 2, "idle": 0, "excused": 0, "changed": 1}
    assert faults({"new"}, ["excused", "changed"], reported) == [
        "changes nothing: new",
        "silent in report.tsv, but not in silent.tsv: idle",
        "in silent.tsv, but not silent in report.tsv: changed",
    ]


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("roles .article__question", "2023-interview"),
        ("rules: wording.badge", "wording.badge example 1, wording.badge example 2"),
    ],
)
def test_run_shows_the_effects_of_a_row_and_a_rule(part: str, names: str) -> None:
    """The command runs in a separate process, because it changes the modules of the library."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ablation", "--knob", part],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert names in done.stdout
