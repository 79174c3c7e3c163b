"""Makes tables from the library's records while the pages are built: layouts, roles, phrases.

The directives write Markdown, which is then read like the page around them:

- ``{layouts}``: all layouts, or with ``{layouts} family`` those of a family, with their evidence
  and markers;
- ``{elements} name …``: the elements in the named layouts or families, with role and evidence;
- ``{wording} kind …``: the phrases of the named kinds, with their examples;
- ``{rules}``: the rules for lines; ``{rules} elements``: the rules for elements;
- ``{refusals}``: the signs that a page is not an article, on any site or on a particular one;
- ``{tags}``: the roles of HTML tags;
- ``{limits}``: the limits on time and memory;
- ``{fields}``: the fields of `Article`, with examples and origins;
- ``{typography}``: the characters that plain typography replaces;
- ``{columns}``: the columns of a table of articles.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import ModuleType, NoneType, UnionType
from typing import ClassVar, get_args, get_origin

from docutils import nodes
from field_rows import field_rows
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from lemonde_parse import LAYOUTS, Layout, Role, layouts
from lemonde_parse.classify.evidence import evidence
from lemonde_parse.classify.rules import RULES, WORDING_RULES
from lemonde_parse.intake import limits
from lemonde_parse.layout import HTML_ROLES, REMOVED
from lemonde_parse.reading.rules import RULES as ELEMENT_RULES
from lemonde_parse.sites import SITES
from lemonde_parse.sites.anywhere import REFUSALS
from lemonde_parse.tabular import columns
from lemonde_parse.typography import FOLDS
from lemonde_parse.wording.phrases import KINDS, PHRASES

BODY = (
    Role.PARAGRAPH,
    Role.HEADING,
    Role.QUESTION,
    Role.QUOTE,
    Role.LIST,
    Role.TABLE,
    Role.FIGURE,
    Role.EMBED,
    Role.ASIDE,
    Role.LIVE_ENTRY,
)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules with layouts."""
    return tuple(
        import_module(f"{layouts.__name__}.{found.name}")
        for found in pkgutil.iter_modules(layouts.__path__)
    )


def outcome(role: Role) -> str:
    """Describe the effect of a role."""
    if role in BODY:
        return f"kept: {role.value}"
    if role in REMOVED:
        return f"removed: {role.value}"
    return {
        Role.RELATED: "related link",
        Role.PULL_QUOTE: "removed: pull quote",
        Role.IGNORE: "not read",
    }.get(role, role.value)


def base_of(layout: Layout) -> Layout | None:
    """Return the layout whose rows this one includes or overrides, if any."""
    bases = [
        one
        for one in LAYOUTS
        if one.name in ("lemonde_2018", "lemonde_2012", "generic") and one is not layout
    ]
    return next((base for base in bases if set(base.roles) <= set(layout.roles)), None)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Format a Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def code(text: str) -> str:
    """Format as code."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


class Table(SphinxDirective):
    """A directive that generates Markdown."""

    has_content: ClassVar[bool] = False
    optional_arguments: ClassVar[int] = 1
    final_argument_whitespace: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        """Run the directive."""
        for module in modules():
            self.env.note_dependency(module.__file__ or "")
        return self.parse_text_to_nodes(
            "\n".join(self.lines(self.arguments[0].split() if self.arguments else [])),
            allow_section_headings=True,
        )

    def lines(self, arguments: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        raise NotImplementedError


class Layouts(Table):
    """Lists the layouts, or those of a family, in the order in which they are tried.

    The families are ``lemonde``, ``press`` for other papers, and ``any`` for the generic layout.
    """

    def lines(self, arguments: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        yield from table(
            ("Layout", "Pages", "Its source contains"),
            (
                (
                    code(one.name),
                    one.seen or ", ".join(one.sites),
                    ", ".join(code(mark) for mark in one.markers if mark) or "anything",
                )
                for one in LAYOUTS
                if family(one) in (arguments or ("lemonde", "press", "any"))
            ),
        )


def family(layout: Layout) -> str:
    """Return the family of a layout."""
    if layout is layouts.GENERIC:
        return "any"
    return "lemonde" if layout.name.startswith("lemonde_") else "press"


class Elements(Table):
    """Lists the elements of the named layouts or families, with a section for each layout."""

    def lines(self, arguments: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        known = {one.name: one for one in LAYOUTS}
        names = [
            name for name, one in known.items() if family(one) in arguments or name in arguments
        ]
        for name in names:
            one, base = known[name], base_of(known[name])
            yield f"### {name}\n"
            seen = f"{one.seen[0].upper()}{one.seen[1:]}. " if one.seen else ""
            yield f"{seen}The body is {', or else '.join(map(code, one.content))}.\n"
            rows = [
                (code(selector), outcome(row.role), row.seen)
                for selector, row in one.roles.items()
                if base is None or base.roles.get(selector) != row
            ]
            if base:
                yield (
                    f"This layout has the rows of `{base.name}`, and these:\n"
                    if rows
                    else f"This layout has the rows of `{base.name}`, and no others.\n"
                )
            if rows:
                yield from table(("Element", "Result", "Seen"), rows)


class Wording(Table):
    """Lists the phrases of some kinds, with a definition of each kind."""

    def lines(self, arguments: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        for kind in arguments:
            if kind not in KINDS:
                raise self.error(f"no phrases of kind {kind}")
            yield f"**{kind}**: {KINDS[kind]}\n"
            yield from table(
                ("Rule", "Lines that match", "Seen"),
                (
                    (
                        code(row.name),
                        " · ".join(row.examples) + (" …" if row.match == "prefix" else ""),
                        row.seen,
                    )
                    for row in PHRASES
                    if row.kind == kind
                ),
            )


class Rules(Table):
    """Lists the rules for lines, except phrases; with an argument, the rules for elements."""

    def lines(self, arguments: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        if arguments:
            rules = ((code(name), said) for name, said in ELEMENT_RULES.items())
            yield from table(("Rule", "Elements"), rules)
            return
        rows = evidence()
        yield from table(
            ("Rule", "Lines", "Result"),
            (
                (code(rule.name), rows[rule.name].seen, outcome(rule.role))
                for rule in RULES
                if rule.name not in WORDING_RULES
            ),
        )


class Refusals(Table):
    """Lists the signs that a page is not an article."""

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        rows = [
            *(("any", row) for row in REFUSALS),
            *((site.name, row) for site in SITES for row in site.refusals),
        ]
        yield from table(
            ("Site", "Reason", "Part", "Examples", "Not refused", "Seen"),
            (
                (
                    site,
                    row.reason,
                    row.where,
                    ", ".join(map(code, row.examples)),
                    ", ".join(map(code, row.never)),
                    row.seen,
                )
                for site, row in rows
            ),
        )


class Limits(Table):
    """Lists the limits, with their values and reasons."""

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        statements = ast.parse(inspect.getsource(limits)).body
        rows = [
            (statement.target.id, getattr(limits, statement.target.id), str(after.value.value))
            for statement, after in pairwise(statements)
            if isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ]
        yield from table(
            ("Limit", "Value", "Purpose"),
            ((code(name), f"{value:,}", " ".join(said.split())) for name, value, said in rows),
        )


class Fields(Table):
    """Lists the fields of `Article`, with type, example, and origins."""

    def run(self) -> list[nodes.Node]:
        """Run the directive, and add a CSS class that prevents line breaks in names of fields."""
        found = super().run()
        for node in found:
            if isinstance(node, nodes.table):
                node["classes"].append("fields")
        return found

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        yield from table(
            ("Field", "Type", "Example", "Comes from"),
            (
                (
                    f"{{py:attr}}`{name} <lemonde_parse.Article.{name}>`",
                    code(kind),
                    code(value),
                    origins,
                )
                for name, kind, value, origins in field_rows()
            ),
        )


class Typography(Table):
    """Lists the characters that plain typography replaces."""

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        yield from table(
            ("Characters", "Code points", "In `plain_text`"),
            (
                (
                    row.name,
                    ", ".join(f"U+{ord(character):04X}" for character in row.characters),
                    f"U+{ord(row.plain):04X}"
                    + ("" if row.plain.isspace() else f" {code(row.plain)}"),
                )
                for row in FOLDS
            ),
        )


class Columns(Table):
    """Lists the columns of a table of articles."""

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        yield from table(
            ("Column", "Meaning", "Type", "Unit"),
            (
                (code(name), column.meaning, code(cell_type(hint)), column.unit)
                for name, (hint, column) in columns().items()
            ),
        )


def cell_type(hint: object) -> str:
    """Return the Python type of a cell, such as "list[str]"."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind = next(kind for kind in kinds if kind is not NoneType)
    if get_origin(kind) is list:
        return f"list[{cell_type(get_args(kind)[0])}]"
    return str(getattr(kind, "__name__", kind))


class Tags(Table):
    """Lists the roles that HTML tags give to elements without a row in a layout."""

    def lines(self, _: list[str], /) -> Iterator[str]:
        """Return the Markdown."""
        by_role: dict[Role, list[str]] = {}
        for tag, role in HTML_ROLES.items():
            by_role.setdefault(role, []).append(tag)
        yield from table(
            ("Tags", "Result"),
            ((", ".join(map(code, sorted(tags))), outcome(role)) for role, tags in by_role.items()),
        )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives with Sphinx."""
    for name, directive in (
        ("layouts", Layouts),
        ("elements", Elements),
        ("wording", Wording),
        ("rules", Rules),
        ("refusals", Refusals),
        ("tags", Tags),
        ("limits", Limits),
        ("fields", Fields),
        ("typography", Typography),
        ("columns", Columns),
    ):
        app.add_directive(name, directive)
    return {"parallel_read_safe": True}
