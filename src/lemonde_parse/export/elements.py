"""Elements and their escaping: what HTML and TEI have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from lemonde_parse.blocks import Mark, MarkKind
from lemonde_parse.export.runs import runs

# https://www.w3.org/TR/xml/#charsets: what no XML document may hold, and HTML calls an error.
_NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def characters(text: str) -> str:
    """Text as it stands between tags; characters that no document may hold are gone."""
    return escape(_NO_CHARACTER.sub("", text), quote=False)


def attribute(text: str) -> str:
    """Text as it stands between the double quotes of an attribute."""
    return escape(_NO_CHARACTER.sub("", text))


def element(name: str, inner: str = "", attributes: Mapping[str, str | None] | None = None) -> str:
    """An element around what is markup already; attributes without value are left out.

    >>> element("p", characters("A & B"), {"class": '"x"', "id": None})
    '<p class="&quot;x&quot;">A &amp; B</p>'
    """
    told = "".join(
        f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items() if value
    )
    return f"<{name}{told}>{inner}</{name}>"


def text_element(
    name: str, text: str | None, attributes: Mapping[str, str | None] | None = None
) -> str:
    """An element around a text; nothing where there is none."""
    return element(name, characters(text), attributes) if text else ""


def formatted(
    text: str, marks: Iterable[Mark], tags: Mapping[MarkKind, tuple[str, str, str]]
) -> str:
    """A text with its marks as elements. `tags` gives for each kind the tag, an attribute and its
    value; {} is the address."""
    parts: list[str] = []
    for run in runs(text, marks):
        if run[0] == "text":
            parts.append(characters(run[1]))
            continue
        tag, name, given = tags[run[1]]
        if run[0] == "close":
            parts.append(f"</{tag}>")
        else:
            told = attribute(given.format(run[2]))
            parts.append(f'<{tag} {name}="{told}">' if name else f"<{tag}>")
    return "".join(parts)
