"""The architecture: allowed imports between packages, public names, lazy loading of modules."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import lemonde_parse
from lemonde_parse.sites import HOUSE_PATTERN, SITES

PACKAGE = Path(lemonde_parse.__file__).parent

# The layers, from lowest to highest. Modules in the same row do not import each other.
ROWS: tuple[tuple[str, ...], ...] = (
    ("_version",),
    ("errors", "fingerprint", "strings", "typography"),
    ("blocks", "spans"),
    ("article",),
    ("addresses", "journal", "selectors", "site"),
    ("sites",),
    ("wording",),
    ("layout",),
    ("layouts", "line"),
    ("intake",),
    ("options",),
    ("reading",),
    ("metadata",),
    ("classify",),
    ("plaintext",),
    ("finish", "recognise"),
    ("exports",),
    ("parsing",),
    ("explanation", "invent", "tabular"),
    ("command",),
    ("__init__", "__main__"),
)
FLOOR = {room: number for number, row in enumerate(ROWS) for room in row}
# The package with the output formats is outside these layers, and may import only these modules.
EXPORT = "export"
EXPORT_IMPORTS = {"article", "blocks", "errors", "export", "sites", "spans", "typography"}
# Modules that import exporters inside functions, so that importing the library stays fast.
LOOK_UPWARD = {"article", "explanation"}

MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "__pycache__" not in path.parts
}


def room_of(module: str) -> str:
    """Return the top-level module or package: ``metadata.dates`` is in ``metadata``."""
    return module.split(".")[0]


def inner_imports(module: str) -> Iterator[tuple[str, bool]]:
    """Yield each library module that a module imports, and whether a function imports it."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    lazy = {
        inside
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inside in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            # The imported name may be a module, or a member of one.
            found = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in found:
            parts = name.split(".")
            if parts[0] == "lemonde_parse":
                yield known_module(parts[1:]), node in lazy


def known_module(parts: list[str]) -> str:
    """Return the longest prefix of a dotted name that is a module; the rest is a member of it."""
    for length in range(len(parts), 0, -1):
        name = ".".join(parts[:length])
        if name in MODULES:
            return name
        if f"{name}.__init__" in MODULES:
            return f"{name}.__init__"
    return "__init__"


def test_every_package_has_a_layer() -> None:
    assert {room_of(module) for module in MODULES} == set(FLOOR) | {EXPORT}


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) != EXPORT])
def test_imports_go_from_upper_to_lower_layers(module: str) -> None:
    here = room_of(module)
    upward = {
        imported
        for imported, is_lazy in inner_imports(module)
        if room_of(imported) != here
        and not (room_of(imported) == EXPORT and here in LOOK_UPWARD and is_lazy)
        and (room_of(imported) == EXPORT or FLOOR[room_of(imported)] >= FLOOR[here])
    }
    assert upward == set()


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) == EXPORT])
def test_exporters_import_only_allowed_modules(module: str) -> None:
    assert {room_of(imported) for imported, _ in inner_imports(module)} <= EXPORT_IMPORTS


def test_only_exporters_are_imported_upward() -> None:
    lazy = {
        (module, room_of(imported))
        for module in MODULES
        for imported, is_lazy in inner_imports(module)
        if is_lazy
    }
    upward = {
        (module, room)
        for module, room in lazy
        if room == EXPORT or FLOOR[room] >= FLOOR[room_of(module)]
    }
    assert {(module, room) for module, room in upward if room_of(module) != room} == {
        (room, EXPORT) for room in LOOK_UPWARD
    }


def test_modules_have_no_import_cycles() -> None:
    graph = {
        module: {imported for imported, is_lazy in inner_imports(module) if not is_lazy} - {module}
        for module in MODULES
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_docstring(module: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[module].read_text("utf-8")))
    assert docstring
    assert docstring[0].isupper() or docstring.startswith(("``", "lemonde_parse"))


@pytest.mark.parametrize("module", [module for module in MODULES if module != "__main__"])
def test_every_module_can_be_imported(module: str) -> None:
    name = (
        "lemonde_parse"
        if module == "__init__"
        else f"lemonde_parse.{module.removesuffix('.__init__')}"
    )
    assert importlib.import_module(name).__name__ == name


# Modules that may name newspapers

KNOWLEDGE = {"layouts", "sites"}, {"wording.phrases"}
"""Packages, and other modules, with tables about newspapers."""
PAPERS = re.compile(
    rf"\b(?:{HOUSE_PATTERN}|lmd\w*|{'|'.join(d for site in SITES for d in site.domains)})\b"
    r"|lemonde(?![_-]?parse)",
    re.IGNORECASE,
)


def strings(module: str) -> Iterator[str]:
    """Yield the strings and bytes of a module, except its docstrings."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    docstrings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in docstrings:
            value = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
            if isinstance(value, str):
                yield value


@pytest.mark.parametrize("module", MODULES)
def test_only_modules_with_tables_name_newspapers(module: str) -> None:
    rooms, modules = KNOWLEDGE
    if room_of(module) not in rooms and module not in modules:
        assert [text for text in strings(module) if PAPERS.search(text)] == []


# Public names


def test_the_public_names_are_sorted_and_unique() -> None:
    names = lemonde_parse.__all__
    assert len(set(names)) == len(names)
    # Constants, then classes, then functions, as ruff requires.
    groups = [
        [n for n in names if n.isupper()],
        [n for n in names if not n.isupper() and n[0].isupper()],
        [n for n in names if not n[0].isupper()],
    ]
    assert names == [name for group in groups for name in sorted(group)]


@pytest.mark.parametrize("name", lemonde_parse.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(lemonde_parse, name) is not None


def test_star_import_gives_the_public_names() -> None:
    space: dict[str, object] = {}
    exec("from lemonde_parse import *", space)  # not allowed in a function  # noqa: S102
    assert set(lemonde_parse.__all__) <= set(space)


def test_names_imported_by_the_package_are_public() -> None:
    tree = ast.parse(MODULES["__init__"].read_text("utf-8"))
    imports = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("lemonde_parse")
    ]
    assert {alias.asname or alias.name for node in imports for alias in node.names} == set(
        lemonde_parse.__all__
    )


def test_unknown_name_raises_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'lemonde_parse' has no attribute 'parse_url'"):
        lemonde_parse.parse_url  # type: ignore[attr-defined]  # noqa: B018


def test_dir_lists_public_names_before_they_are_loaded() -> None:
    assert set(lemonde_parse.__all__) <= set(dir(lemonde_parse))


def test_package_is_marked_as_typed() -> None:
    assert (PACKAGE / "py.typed").exists()


# Lazy loading

SLOW = (
    "lxml.etree",
    "lemonde_parse.parsing",
    "bs4",
    "cattrs",
    "markdown_it",
    "lxml.html",
    "zoneinfo",
    "gzip",
    "argparse",
)
PAGE = (
    '<html><head><meta property="article:published_time" content="2024-05-01T07:00:00+02:00"></head><body><main>'
    '<span class="meta__date">Publié le 1er mai 2024 à 07h00</span><article class="article__content"><p>Il pleut.</p></article></main></body></html>'
)


def loaded_after(statement: str) -> set[str]:
    """Return the slow modules that a new Python process has loaded after a statement."""
    program = f"import sys\n{statement}\nprint(*[name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_is_lazy() -> None:
    assert (
        loaded_after("import lemonde_parse") & {"bs4", "cattrs", "lxml.html", "zoneinfo"} == set()
    )


def test_using_an_article_does_not_load_the_parser() -> None:
    assert (
        loaded_after(
            "from lemonde_parse import Article, Paragraph\nArticle(body=(Paragraph(text='Oui.'),)).to_json()"
        )
        == set()
    )


def test_page_with_a_declared_date_loads_no_slow_modules() -> None:
    loaded = loaded_after(f"import lemonde_parse\nlemonde_parse.parse({PAGE!r}).to_json()")
    assert loaded & {"bs4", "cattrs", "lxml.html", "zoneinfo"} == set()


def test_printed_date_loads_the_time_zones() -> None:
    page = PAGE.replace("article:published_time", "other")
    assert "zoneinfo" in loaded_after(f"import lemonde_parse\nlemonde_parse.parse({page!r})")


def test_only_markdown_loads_the_markdown_parser() -> None:
    read = "import lemonde_parse\nlemonde_parse.parse_text({!r})"
    assert "markdown_it" not in loaded_after(read.format("Il pleut.\n\nIl pleut encore."))
    assert "markdown_it" in loaded_after(read.format("# Le temps\n\nIl pleut."))


def test_from_json_loads_cattrs_when_called() -> None:
    assert "cattrs" in loaded_after(
        'import lemonde_parse\nlemonde_parse.Article.from_json(\'{"schema_version": 1, "body": []}\')'
    )
