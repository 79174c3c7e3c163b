"""Points annotations at the pages of public names: what is written in a room of the package is documented at its top."""

from __future__ import annotations

from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

import lemonde_parse


def at_the_top(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: TextElement) -> Element | None:
    """``lemonde_parse.article.Article``, or bare ``Article`` in a docstring, is ``lemonde_parse.Article``."""
    target = str(node.get("reftarget", ""))
    name = target.removeprefix("lemonde_parse.").split(".")
    first = next((number for number, part in enumerate(name) if part in lemonde_parse.__all__), None)
    if node.get("refdomain") != "py" or first is None:
        return None
    public = ".".join(["lemonde_parse", *name[first:]])
    if public == target:
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(env, str(node["refdoc"]), app.builder, "obj", public, node, contnode)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.connect("missing-reference", at_the_top)
    return {"parallel_read_safe": True}
