"""Includes a Markdown file that may not have been written: figures that are measured, not part of every checkout."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata


class IncludeIfThere(SphinxDirective):
    """``{include-if-there} file.md``: the file beside the page, or nothing."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Called by docutils."""
        file = Path(self.env.doc2path(self.env.docname)).parent / self.arguments[0]
        self.env.note_dependency(str(file))
        if not file.exists():
            return []
        return self.parse_text_to_nodes(file.read_text("utf-8"), allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("include-if-there", IncludeIfThere)
    return {"parallel_read_safe": True}
