"""Reads the article's text in JSON-LD, for pages that do not display it."""

from __future__ import annotations

import html
import re

from lemonde_parse.intake import tree
from lemonde_parse.layout import Role
from lemonde_parse.layouts import GENERIC
from lemonde_parse.line import Line
from lemonde_parse.reading.locate import PageMap
from lemonde_parse.reading.walk import walk
from lemonde_parse.wording.whitespace import tidy

_MARKUP = re.compile(r"</(?:p|h[1-6]|li|div)\s*>|<br\s*/?>", re.IGNORECASE)
RULE = "json_ld: articleBody"


def read_article_body(text: str, base: str | None) -> list[Line]:
    """Split a text into lines: at its line breaks, or by element if it is HTML.

    >>> [line.text for line in read_article_body("Deux mots.\\n\\nTrois mots &amp; un.", None)]
    ['Deux mots.', 'Trois mots & un.']
    """
    if _MARKUP.search(text) is None:
        paragraphs = map(tidy, html.unescape(text).splitlines())
        return [Line(Role.PARAGRAPH, words, rule=RULE) for words in paragraphs if words]
    root, _ = tree.build(text.encode())
    if root is None:
        return []
    entries = {element: GENERIC.entry(element) for element in root.iter("*")}
    return walk(root, PageMap([root], GENERIC, entries, root), base)
