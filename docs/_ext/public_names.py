"""Links names of internal modules to the public names of the package, and shortens signatures."""

from __future__ import annotations

import re
from typing import Final

import attrs
from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

import lemonde_parse

MAX_FIELDS: Final = 12
"""Maximum number of fields in a signature; records with more fields have a table."""
_ALIAS = re.compile(r"TypeAliasForwardRef\('([\w.]+)'\)")
"""Sphinx's notation for an alias inside another type."""


def at_the_top(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: TextElement
) -> Element | None:
    """Link ``lemonde_parse.article.Article``, or ``Article`` in a docstring, to
    ``lemonde_parse.Article``."""
    target = str(node.get("reftarget", ""))
    name = target.removeprefix("lemonde_parse.").split(".")
    first = next(
        (number for number, part in enumerate(name) if part in lemonde_parse.__all__), None
    )
    if node.get("refdomain") != "py" or first is None:
        return None
    public = ".".join(["lemonde_parse", *name[first:]])
    if public == target:
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(env, str(node["refdoc"]), app.builder, "obj", public, node, contnode)


def short_signature(
    _app: Sphinx,
    kind: str,
    _name: str,
    thing: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str, str | None] | None:
    """Shorten signatures.

    In signatures of functions, the default of `layouts` becomes LAYOUTS, and aliases keep their
    names. Signatures of records have only names and defaults, since each field below has its type.
    For a record with many fields, the signature is "…".
    """
    layouts = repr(lemonde_parse.LAYOUTS)
    if kind in ("function", "method") and signature:
        short = _ALIAS.sub(r"\1", signature.replace(layouts, "LAYOUTS"))
        return short, returns and _ALIAS.sub(r"\1", returns)
    if kind != "class" or not isinstance(thing, type) or not attrs.has(thing):
        return None
    fields = [field for field in attrs.fields(thing) if field.init]
    if len(fields) > MAX_FIELDS:
        return "(*, …)", None
    return f"(*, {', '.join(field.name + default(field) for field in fields)})", None


def default(field: attrs.Attribute[object]) -> str:
    """Format the default of a field; a factory is shown by its name."""
    if field.default is attrs.NOTHING:
        return ""
    factory = getattr(field.default, "factory", None)
    if factory is not None:
        return "={}" if factory is dict else f"={factory.__name__}()"
    return f"={field.default!r}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handlers with Sphinx."""
    app.connect("autodoc-process-signature", short_signature)
    app.connect("missing-reference", at_the_top)
    return {"parallel_read_safe": True}
