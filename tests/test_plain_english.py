"""The checker of the project's own English."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain_english.__main__ import files, habits_in, main
from plain_english.habits import HABITS, Habit
from plain_english.texts import Passage, passages

EVERY_HABIT = pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)


def passages_of(folder: Path, name: str, source: str) -> list[Passage]:
    path = folder / name
    path.write_text(source, "utf-8")
    return list(passages(path))


@EVERY_HABIT
def test_habit_is_found_in_its_example(habit: Habit) -> None:
    assert habit.pattern.search(habit.example)


@EVERY_HABIT
def test_habit_is_not_found_in_its_counterexample(habit: Habit) -> None:
    assert habit.pattern.search(habit.never) is None


def test_names_of_habits_are_unique() -> None:
    assert len({habit.name for habit in HABITS}) == len(HABITS)


def test_comments_and_docstrings_are_read(tmp_path: Path) -> None:
    source = '# One\n# comment.\nx = 1  # Another one.\n"""Of an attribute.\n\n>>> x\n1\n"""\n'
    assert passages_of(tmp_path, "module.py", source) == [
        (1, "One\ncomment."),
        (3, "Another one."),
        (4, "Of an attribute.\n\n\n\n"),
    ]


def test_directives_are_ignored(tmp_path: Path) -> None:
    assert passages_of(tmp_path, "module.py", "x = 1  # noqa: F821\ny = 2  # type: ignore\n") == []


def test_paragraphs_items_headings_and_cells_are_read(tmp_path: Path) -> None:
    source = "# Title\n\nTwo\nlines.\n\n- One item.\n- Another.\n\n| cell | other |\n"
    assert passages_of(tmp_path, "page.md", source) == [
        (1, "Title"),
        (3, "Two\nlines."),
        (6, "One item."),
        (7, "Another."),
        (9, "cell"),
        (9, "other"),
    ]


def test_code_and_block_quotes_are_ignored(tmp_path: Path) -> None:
    source = "Before.\n\n```python\nwhat is read\n```\n\n> A page's text.\n\nAfter.\n"
    assert passages_of(tmp_path, "page.md", source) == [(1, "Before."), (9, "After.")]


@pytest.mark.parametrize(
    "quotation",
    ["`is none`", "``is none``", '"is none"', "“is none”", "«\xa0is none\xa0»", "https://is.none/"],
)
def test_quotations_are_blanked_out(tmp_path: Path, quotation: str) -> None:
    assert passages_of(tmp_path, "page.md", f"It {quotation} here.") == [(1, "It … here.")]


def test_message_names_place_habit_and_better_wording(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("A line.\n\nA menu\nis no\narticle.\n")
    assert list(habits_in(path)) == [
        f"{path}:4: is no: “is no article”; write is not a, has no, without"
    ]


def test_exit_status_is_1_if_there_are_habits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plain.md").write_text("A menu is not an article.\n")
    assert main([str(tmp_path)]) == 0
    (tmp_path / "other.md").write_text("A menu is no article.\n")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_only_python_and_markdown_files_outside_builds_are_read(tmp_path: Path) -> None:
    for name in ("a.py", "b.md", "c.txt", "_build/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in files([tmp_path])] == ["a.py", "b.md"]
