"""Configures the tests, and runs every example in README.md and in the documents in docs/.

Tests run in random order, each with a time limit. The seed of the order is printed;
``--randomly-seed=…`` repeats it. Hypothesis generates the same examples in every run.
``HYPOTHESIS_PROFILE=nightly`` in the environment makes it generate new ones, twenty times as many,
and print how to reproduce a failure.

Tests may run in several processes: ``-n auto``.

Python in fences is run, and its output is compared if it has prompts; the examples in a document
share their variables. Commands in ``console`` fences are run unchanged, and their output is
compared; "..." matches any text. A block that starts with ``# name.py`` is saved under that name,
for commands and imports.

The examples in a document run in a folder of their own. It contains page.html, pages/ with several
pages and a text, and europresse.html, an export, all with invented prose. A document with the
comment ``% requires: names`` is skipped if one of these modules or programs is missing.
"""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sybil import Document, Example, Region, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.typing import Evaluator
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

settings.register_profile(
    "repeatable",
    derandomize=True,
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "nightly",
    settings.get_profile("repeatable"),
    derandomize=False,
    max_examples=4_000,
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

HERE = Path(__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
PAGES = {
    "2023-interview": "portillon",
    "2014-article": "orgue",
    "2016-teaser": "pluie",
    "2025-english-truncated": "lighthouse",
    "2023-live": "crue",
}
FRONT = """<!DOCTYPE html><html><head><title>Économie : toute l’actualité</title>
<script>var lmd = {"context": {"pageType": "rubrique"}};</script></head><body><p>Vingt titres.</p>\
</body></html>"""


def furnish(namespace: dict[str, Any]) -> None:
    """Create the document's folder, and change to it."""
    folder = namespace["folder"] = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    namespace["before"] = Path.cwd()
    work = Path(folder.name)
    (work / "pages").mkdir()
    shutil.copy(HERE / "examples" / "article.html", work / "page.html")
    shutil.copy(HERE / "examples" / "article.html", work / "pages" / "conserverie.html")
    for source, name in PAGES.items():
        shutil.copy(
            HERE / "tests" / "pages" / source / "page.html", work / "pages" / f"{name}.html"
        )
    shutil.copy(
        HERE / "tests" / "texts" / "w3m-100-columns" / "page.txt", work / "pages" / "foret.txt"
    )
    shutil.copy(
        HERE / "tests" / "exports" / "europresse-2018" / "export.html", work / "europresse.html"
    )
    (work / "pages" / "economie.html").write_text(FRONT, "utf-8")
    os.chdir(work)
    sys.path.insert(0, folder.name)


def clear(namespace: dict[str, Any]) -> None:
    """Change back, and remove the folder."""
    os.chdir(namespace["before"])
    sys.path.remove(namespace["folder"].name)
    namespace["folder"].cleanup()


def run_commands(example: Example) -> str | None:
    """Run the lines that start with "$ ", and return the difference between their output and the
    lines below, if any."""
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
    }
    for command, wanted in re.findall(
        r"^\$ (.+)\n((?:(?!\$ ).*\n?)*)", str(example.parsed), re.MULTILINE
    ):
        done = subprocess.run(  # noqa: S602
            command, shell=True, capture_output=True, encoding="utf-8", env=environment, check=False
        )
        got = done.stdout + done.stderr
        if not doctest.OutputChecker().check_output(
            wanted.strip() + "\n", got.strip() + "\n", FLAGS
        ):
            return f"{command}\nshould print\n{wanted}\nand prints\n{got}"
    return None


def python_blocks(document: Document) -> Iterator[Region]:
    """Yield the document's Python examples; one that starts with ``# name.py`` is saved under that
    name when it runs."""
    for region in PythonCodeBlockParser(doctest_optionflags=FLAGS)(document):
        if region.evaluator and (found := re.match(r"# (\w+\.py)\n", str(region.parsed))):
            region.evaluator = partial(save_and_run, found[1], region.evaluator)
        yield region


def save_and_run(name: str, run: Evaluator, example: Example) -> str | None:
    """Save an example, for commands and imports in the same document, and run it."""
    Path(name).write_text(str(example.parsed), "utf-8")
    return run(example)


pytest_collect_file = Sybil(
    parsers=[
        python_blocks,
        CodeBlockParser(language="console", evaluator=run_commands),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=furnish,
    teardown=clear,
).pytest()
collect_ignore = ["docs/conf.py", "docs/_ext"]


def is_missing(name: str) -> bool:
    """Return True unless a module or a program has this name."""
    return importlib.util.find_spec(name) is None and shutil.which(name) is None


class DocumentScheduling(LoadScopeScheduling):  # type: ignore[misc]  # untyped
    """Distributes tests to processes one by one, but the examples in a document together, since
    they share variables."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return path if path.endswith(".md") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> DocumentScheduling:
    """Set the scheduler for ``-n``; pytest-xdist has no ``--dist`` option that does the same."""
    return DocumentScheduling(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the examples last, document by document in order, and skip those that require missing
    packages."""
    examples = sorted(
        (item for item in items if item.path.suffix == ".md"),
        key=lambda item: (item.path, item.reportinfo()[1] or 0),
    )
    items[:] = [*(item for item in items if item.path.suffix != ".md"), *examples]
    for item in examples:
        if found := re.search(r"^% requires: (.+)$", item.path.read_text("utf-8"), re.MULTILINE):
            missing = [name for name in found[1].split(", ") if is_missing(name)]
            if missing:
                item.add_marker(
                    pytest.mark.skip(reason=f"{', '.join(missing)} not installed: make test-tools")
                )
