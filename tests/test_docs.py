"""Checks that the documentation is complete and consistent; conftest.py runs its examples."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, get_args

import attrs
import pytest

import lemonde_parse
import lemonde_parse.tabular
from lemonde_parse.article import Kind, RemovalReason, WarningCode
from lemonde_parse.errors import RefusalReason
from lemonde_parse.layout import Field
from lemonde_parse.metadata.claims import Origin

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
REFERENCE: Final = {
    path.stem: path.read_text("utf-8") for path in sorted((DOCS / "reference").glob("*.md"))
}
DOCUMENTED: Final = set(
    re.findall(
        r"^\.\. (?:auto\w+|py:data):: lemonde_parse\.([\w.]+)(?:\(.*)?$",
        "\n".join(REFERENCE.values()),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("name", lemonde_parse.__all__)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    """The reference documents each name as users import it."""
    assert name in DOCUMENTED
    assert hasattr(lemonde_parse, name)


def test_reference_has_no_other_names() -> None:
    """The reference documents only public names."""
    assert {name for name in DOCUMENTED if not name.startswith("Article.")} == {
        *lemonde_parse.__all__,
        *(f"tabular.{name}" for name in lemonde_parse.tabular.__all__),
    }


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", *sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("examples/*.py"))],
    ids=lambda path: path.stem,
)
def test_examples_import_from_public_modules_only(path: Path) -> None:
    public = {
        "lemonde_parse": {*lemonde_parse.__all__, "tabular"},
        "lemonde_parse.tabular": set(lemonde_parse.tabular.__all__),
    }
    text = path.read_text("utf-8")
    for module, names in re.findall(
        r"^[> .]*from (lemonde_parse\S*) import (.+)$", text, re.MULTILINE
    ):
        assert {name.split(" as ")[0].strip("() ") for name in names.split(",")} <= public[module]
    for module in re.findall(r"^[> .]*import (lemonde_parse\S*)", text, re.MULTILINE):
        assert module in public


def test_every_method_of_an_article_is_in_the_reference() -> None:
    """Methods that are left out of the page on Article are on another page."""
    left_out = re.search(r":exclude-members: (.+)", REFERENCE["article"])
    assert left_out is not None
    names = set(left_out[1].split(", "))
    assert {f"Article.{name}" for name in names} == {
        name for name in DOCUMENTED if name.startswith("Article.")
    }
    assert names <= {name for name in vars(lemonde_parse.Article) if not name.startswith("_")}


def test_every_public_field_of_a_layout_is_in_the_reference() -> None:
    """Attributes that are not arguments, such as a layout's cache, are not public."""
    members = re.search(
        r"autoclass:: lemonde_parse\.Layout\n\s+:members: (.+)", REFERENCE["layouts"]
    )
    assert members is not None
    assert members[1].split(", ") == [
        field.name for field in attrs.fields(lemonde_parse.Layout) if field.init
    ]


@pytest.mark.parametrize(
    ("page", "literal"),
    [
        ("article", Kind),
        ("article", RemovalReason),
        ("article", Origin),
        ("errors", RefusalReason),
        ("errors", WarningCode),
        ("layouts", Field),
    ],
)
def test_every_possible_value_of_a_field_is_explained(page: str, literal: object) -> None:
    """Each value is in the first column of a table."""
    described = {
        word
        for cell in re.findall(r"^\| (`\"[^|]+) \|", REFERENCE[page], re.MULTILINE)
        for word in re.findall(r'`"([^"]+)"`', cell)
    }
    assert set(get_args(literal)) <= described


def test_every_tool_with_a_page_is_installed_by_make() -> None:
    """Packages required by a page are in the group that `make test-tools` installs."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    installed = {
        re.split(r"[\[<>=;]", requirement)[0].strip().replace("-", "_")
        for requirement in groups["tools"]
    }
    required = {
        name
        for path in DOCS.glob("how-to/*.md")
        for found in re.findall(r"^% requires: (.+)$", path.read_text("utf-8"), re.MULTILINE)
        for name in found.split(", ")
    }
    assert required - {"java"} <= installed


def test_the_version_is_the_same_everywhere() -> None:
    """The package, the changelog's newest heading and the citation file have the same version."""
    newest = re.search(
        r"^## \[(\d[^\]]*)\] - (\d{4}-\d\d-\d\d)$",
        (ROOT / "CHANGELOG.md").read_text("utf-8"),
        re.MULTILINE,
    )
    cited = dict(
        re.findall(
            r"^(version|date-released): \"?([^\"\n]+)",
            (ROOT / "CITATION.cff").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    assert newest is not None
    assert (newest[1], newest[2]) == (cited["version"], cited["date-released"])
    assert newest[1] == lemonde_parse.__version__


def test_readme_links_to_existing_pages() -> None:
    """Links are absolute, because PyPI displays the README. The package metadata and the citation
    file have the same links."""
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"\]\((?!https://)[^)]*\)", readme) == []
    names = dict(re.findall(r"^\[([^\]]+)\]: (\S+)$", readme, re.MULTILINE))
    for address in names.values():
        page, on_site = re.subn(f"^{urls['Documentation']}(?:en/stable/)?", "", address)
        raw = urls["Source"].replace("github.com", "raw.githubusercontent.com")
        path, in_repository = re.subn(f"^(?:{urls['Source']}/blob|{raw})/main/", "", address)
        assert on_site or in_repository, address
        assert (
            ROOT / path if in_repository else DOCS / f"{page.removesuffix('.html') or 'index'}.md"
        ).is_file(), address
    assert {used for _, used in re.findall(r"\[([^\]]+)\]\[([^\]]+)\]", readme)} <= set(names)
    assert f'repository-code: "{urls["Source"]}"\nurl: "{urls["Documentation"]}"\n' in (
        ROOT / "CITATION.cff"
    ).read_text("utf-8")


def test_table_of_fields_has_a_row_for_each_field_of_an_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test also compares some cells of the table."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    field_rows: Callable[[], Iterable[tuple[str, str, str, str]]] = importlib.import_module(
        "field_rows"
    ).field_rows
    rows = {row[0]: row[1:] for row in field_rows()}
    assert list(rows) == [field.name for field in attrs.fields(lemonde_parse.Article)]
    assert rows["percent_left"] == ("float | None", "35.2", "`notice`, `wall`, `front matter`")
    assert rows["date_published"][:2] == ("datetime | None", "2023-09-14T06:00:12+02:00")
    assert rows["pagination"][1] == "'7'"
    assert [name for name, row in rows.items() if row[1] in ("None", "()", "False")] == [
        "is_accessible_for_free"
    ]


FIGURES: Final = re.compile(r"<!-- measured figures, from here… -->\n\n(.+?)\n\n<!--", re.DOTALL)


def test_front_pages_show_the_same_measured_figures() -> None:
    """The README and the first page of the docs have the same table. Its figures are also on the
    pages about comparison and performance."""
    tables = [
        found[1]
        for path in (ROOT / "README.md", DOCS / "index.md")
        if (found := FIGURES.search(path.read_text("utf-8")))
    ]
    assert len(tables) == 2
    assert tables[0] == tables[1]
    documents = "".join(
        (DOCS / "explanation" / name).read_text("utf-8")
        for name in ("compared.md", "performance.md")
    )
    shown = set(re.findall(r"\| ([\d.]+(?:×| %| of \d+))", tables[0]))
    assert len(shown) >= 20
    assert [cell for cell in sorted(shown) if f"| {cell}" not in documents] == []


@pytest.mark.parametrize(
    "word",
    ["csv", "iramuteq", "txm", "europresse", "sentence", "resume", "warc", "concordance", "truncated",
     "paywall"],
)  # fmt: skip
def test_common_search_words_occur_in_the_docs(word: str) -> None:
    """Readers find a page by such a word, since the search of the docs covers prose and code."""
    pages = [path for path in DOCS.rglob("*.md") if word in path.read_text("utf-8").casefold()]
    assert pages != []
