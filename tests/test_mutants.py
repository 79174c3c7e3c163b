"""The mutations that `make mutants` draws from."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import mutants


def test_every_break_of_a_module_is_python_and_changes_it() -> None:
    path = Path("src/lemonde_parse/classify/related.py")
    source = (mutants.ROOT / path).read_bytes()
    unchanged = ast.dump(ast.parse(source))
    breaks = list(mutants.mutants(path))
    for mutant in breaks:
        broken = source[: mutant.start] + mutant.new.encode() + source[mutant.end :]
        assert ast.dump(ast.parse(broken)) != unchanged
    assert {"branch never taken", "condition left out", "boundary"} <= {
        mutant.kind for mutant in breaks
    }


def test_a_table_loses_each_row_in_turn() -> None:
    kinds = Counter(
        mutant.kind for mutant in mutants.mutants(Path("src/lemonde_parse/sites/press.py"))
    )
    assert kinds["row removed"] >= 20
