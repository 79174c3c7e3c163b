"""The mutations that `make mutants` tries."""

from __future__ import annotations

from pathlib import Path

import mutants

SOURCE = """\
LIMIT: int = 8
ROWS = (1, 2, 3, "é")


def first(items: list[int]) -> int:
    if items and items[0] < LIMIT:
        return items[0]
    return 0
"""


def test_every_possible_mutation_of_a_module_is_found(tmp_path: Path) -> None:
    """Compare the line, the kind and the changed source of each mutation."""
    path = tmp_path / "module.py"
    path.write_text(SOURCE, "utf-8")
    source = SOURCE.encode()
    broken = {
        (
            mutant.line,
            mutant.kind,
            (source[: mutant.start] + mutant.new.encode() + source[mutant.end :]),
        )
        for mutant in mutants.mutants(path)
    }
    changes = [
        (1, "constant doubled", "= 8", "= 16"),
        (2, "row removed", '(1, 2, 3, "é")', "(2, 3, 'é',)"),
        (2, "row removed", '(1, 2, 3, "é")', "(1, 3, 'é',)"),
        (2, "row removed", '(1, 2, 3, "é")', "(1, 2, 'é',)"),
        (2, "row removed", '(1, 2, 3, "é")', "(1, 2, 3,)"),
        (6, "branch never taken", "items and items[0] < LIMIT", "(False)"),
        (6, "condition left out", "if items and", "if True and"),
        (6, "condition left out", "items[0] < LIMIT", "True"),
        (6, "boundary", "items[0] < LIMIT", "(items[0] <= LIMIT)"),
    ]
    assert broken == {
        (line, kind, SOURCE.replace(old, new).encode()) for line, kind, old, new in changes
    }
