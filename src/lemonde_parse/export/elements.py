"""Escapes text and writes elements, for HTML and TEI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from lemonde_parse.blocks import Mark, MarkKind
from lemonde_parse.export.runs import runs

# Characters that XML forbids (https://www.w3.org/TR/xml/#charsets). In HTML, they are parse errors.
_NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def characters(text: str) -> str:
    """Escape text between tags, and drop characters that XML forbids."""
    return escape(_NO_CHARACTER.sub("", text), quote=False)


def attribute(text: str) -> str:
    """Escape the value of an attribute in double quotes, and drop characters that XML forbids."""
    return escape(_NO_CHARACTER.sub("", text))


def element(name: str, inner: str = "", attributes: Mapping[str, str | None] | None = None) -> str:
    """Write an element around markup. Attributes that are None or empty are left out.

    >>> element("p", characters("A & B"), {"class": '"x"', "id": None})
    '<p class="&quot;x&quot;">A &amp; B</p>'
    """
    written = "".join(
        f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items() if value
    )
    return f"<{name}{written}>{inner}</{name}>"


def text_element(
    name: str, text: str | None, attributes: Mapping[str, str | None] | None = None
) -> str:
    """Write an element around a text; return "" without a text."""
    return element(name, characters(text), attributes) if text else ""


def formatted(
    text: str, marks: Iterable[Mark], tags: Mapping[MarkKind, tuple[str, str, str]]
) -> str:
    """Write a text with its marks as elements.

    For each kind of mark, `tags` has a tag, an attribute and the attribute's value. In the value,
    {} is replaced by the address of a link. For a tag without attributes, the attribute is "".
    """
    parts: list[str] = []
    for run in runs(text, marks):
        if run[0] == "text":
            parts.append(characters(run[1]))
            continue
        tag, name, template = tags[run[1]]
        if run[0] == "close":
            parts.append(f"</{tag}>")
        else:
            value = attribute(template.format(run[2]))
            parts.append(f'<{tag} {name}="{value}">' if name else f"<{tag}>")
    return "".join(parts)
