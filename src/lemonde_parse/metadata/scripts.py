"""Reads JSON from scripts, with limits. Broken JSON gives a warning, not an error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, TypeAlias

from lemonde_parse.article import JSON
from lemonde_parse.intake.limits import MAX_JSON_BYTES, MAX_METADATA_SCRIPTS
from lemonde_parse.journal import Journal
from lemonde_parse.metadata.page_head import Head, script_bounds

Node: TypeAlias = dict[str, JSON]

_DECODER: Final = json.JSONDecoder(strict=False)  # pages have raw line feeds in strings
_HALF_PAIR = re.compile(rb"\\u[dD]")
_OPENING, _COLON, _COMMA = (
    re.compile(r"\{\s*(?!\})"),
    re.compile(r"\s*:\s*"),
    re.compile(r"\s*,\s*"),
)
# Comments that hide a script from old parsers: "<!--//--><![CDATA[//><!--" by Drupal.
_WRAPPER = re.compile(r"(?:<!--|-->|<!\[CDATA\[|/[/*]|\*/|>|\s++){1,16}+")
_STRING_OR_COMMA = re.compile(r"(\"(?:[^\"\\]++|\\.)*+\"?+)|,(?=\s*[}\]])", re.DOTALL)
_LD: Final = b"application/ld+json"
_COMMENT_REACH: Final = 1_000
"""Number of bytes before a script that are searched for the start of a comment."""


def json_ld_nodes(page: bytes, head: Head, journal: Journal) -> list[Node]:
    """Return the top-level objects in a page's JSON-LD scripts, `MAX_METADATA_SCRIPTS` at most.

    If a script has a list or an @graph, return the objects in that instead.
    """
    nodes: list[Node] = []
    scripts = chain(head.scripts, _ld_scripts(page, head.end))
    for raw in islice(scripts, MAX_METADATA_SCRIPTS):
        value = _read(raw.strip().removesuffix(b";"), "JSON-LD", journal)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                nodes += (
                    [node for node in graph if isinstance(node, dict)]
                    if isinstance(graph, list)
                    else [item]
                )
    if next(scripts, None) is not None:
        journal.warn("limit", f"read only the first {MAX_METADATA_SCRIPTS} JSON-LD scripts")
    return nodes


def assigned_object(
    page: bytes,
    name: bytes,
    journal: Journal,
    start: int = 0,
    stop: int | None = None,
    member: str | None = None,
) -> Node | None:
    """Return the first object literal that a script assigns to a name, if that object is JSON.

    Only names that start between `start` and `stop` are considered. With `member`, return only the
    object under that key of the assigned object.
    """
    last = len(page) if stop is None else stop + len(name) - 1
    at = page.find(name, start, last)
    while at >= 0:
        rest = page[at + len(name) : at + len(name) + 40].lstrip()
        if rest.startswith(b"=") and rest[1:].lstrip().startswith(b"{"):
            begin = page.index(b"{", at)
            end = page.find(b"</script", begin)
            value = _read(
                page[begin : end if end >= 0 else len(page)], name.decode(), journal, member
            )
            return value if isinstance(value, dict) else None
        at = page.find(name, at + len(name), last)
    return None


def at_path(node: JSON, *path: str) -> JSON:
    """Return the value at a path of keys; None if there is none."""
    for key in path:
        if not isinstance(node, dict):
            return None
        node = node.get(key)
    return node


def _ld_scripts(page: bytes, start: int) -> Iterator[bytes]:
    """Yield the contents of JSON-LD scripts after `start`, except in comments and other scripts."""
    at = page.find(_LD, start)
    while at >= 0:
        tag = page.rfind(b"<", start, at)
        end = at
        if tag >= 0 and page[tag : tag + 7].lower() == b"<script":
            before = page[max(tag - _COMMENT_REACH, start) : tag]
            begin, end, _ = script_bounds(page, tag)
            if begin > at and before.rfind(b"<!--") <= before.rfind(b"-->"):
                yield page[begin:end]
        at = page.find(_LD, max(at + len(_LD), end))


def _read(raw: bytes, what: str, journal: Journal, member: str | None = None) -> JSON:
    if len(raw) > MAX_JSON_BYTES:
        journal.warn("limit", f"ignored {what} of {len(raw)} bytes; the limit is {MAX_JSON_BYTES}")
        return None
    try:
        text = raw.decode("utf-8", "replace").lstrip()
        if (wrapper := _WRAPPER.match(text)) is not None:
            text = text[wrapper.end() :]
        value = _decode(text, what, journal, member)
        if b"\\" in raw and _HALF_PAIR.search(raw):  # a search for one byte is ten times as fast
            # JSON can contain a lone surrogate, but no output can.
            written = json.dumps(value, ensure_ascii=False)
            value = json.loads(
                written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            )
    except RecursionError:
        journal.warn("json", f"ignored {what}: it is nested too deeply")
        return None
    except ValueError as error:
        journal.warn("json", f"ignored invalid {what}: {error}")
        return None
    return value


def _decode(text: str, what: str, journal: Journal, member: str | None) -> JSON:
    """Decode a value.

    JavaScript allows a comma before a closing bracket. Such commas are ignored, with a warning.
    """
    try:
        value: JSON = _DECODER.raw_decode(text)[0] if member is None else _member(text, member)
    except ValueError:
        repaired = _STRING_OR_COMMA.sub(lambda match: match[1] or "", text)
        if len(repaired) == len(text):
            raise
        value = _DECODER.raw_decode(repaired)[0] if member is None else _member(repaired, member)
        journal.warn("json", f"ignored commas before a closing bracket in {what}")
    return value


def _member(text: str, wanted: str) -> JSON:
    """Return the value of a key in the object at the start of a text; None if the key is
    missing."""
    between = _OPENING.match(text)
    while between is not None:
        key, at = _DECODER.raw_decode(text, between.end())
        colon = _COLON.match(text, at)
        if colon is None or not isinstance(key, str):
            raise json.JSONDecodeError("Expecting a name and a colon", text, at)
        value, at = _DECODER.raw_decode(text, colon.end())
        if key == wanted:
            return value  # type: ignore[no-any-return]  # raw_decode returns JSON
        between = _COMMA.match(text, at)
    return None
