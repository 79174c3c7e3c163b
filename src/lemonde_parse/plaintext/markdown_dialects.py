"""Converts syntax of Obsidian, GitHub and pandoc to CommonMark and HTML."""

from __future__ import annotations

import json
import re
from typing import Final

# The first line of a callout, "> [!note]- Title", and the start of its next line.
_CALLOUT = re.compile(
    r"(?:\A|(?<=\n\n))> ?\[!(\w{1,30})(?:\|[^\[\]\n]{0,100})?\][+-]?[^\S\n]*"
    r"([^\n]*)(\n> ?(?=[^\s>]))?"
)
_QUOTES: Final = frozenset({"quote", "cite"})
"""Callouts that are quotations."""
# "![[picture.png|300]]", "[[Note#Part|words]]"; but not a link in brackets.
_WIKI = re.compile(r"(!?)\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,300}))?\]\](?!\()")
_PICTURE = re.compile(r"(?i)\.(?:avif|bmp|gif|jpe?g|png|svg|webp)\Z")
# "%%a comment%%", and " ^name" at the end of a block, which are only visible in Obsidian's editor.
# Names that Obsidian generates are six hexadecimal digits. "10 m ^2" and "x ^n" are powers.
_COMMENT = re.compile(r"(?<![\w%])%%(?=[^\s%])[^%\n]{0,1000}%%(?![\w%])")
_BLOCK_NAME = re.compile(r"(?m)(?<=\S) \^(?:\d{6}|(?=[\d-]*+[a-zA-Z])[a-zA-Z0-9-]{3,40})[^\S\n]*$")
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]{1,1000})(?<=[^\s=])==(?![=\w])")
# pandoc's attributes after a heading, a link, a picture or words in brackets.
_ATTRIBUTE: Final = (
    r"(?:[.#][^\s{}]{1,2000}|[\w:-]{1,50}=(?:\"(?:[^\"\\]|\\.){0,2000}\"|[^\s\"{}]{1,100}))"
)
_ATTRIBUTES: Final = rf"\{{{_ATTRIBUTE}(?:\s{{1,12}}(?:> )?{_ATTRIBUTE}){{0,20}}\s?\}}"
_BEHIND = re.compile(rf"(?<=[)\]]){_ATTRIBUTES}")
_HEADED = re.compile(rf"(?m)^(#{{1,6}} [^\n]*?) {_ATTRIBUTES}$")
_SPAN = re.compile(rf"(?<![!\\])\[((?:[^\[\]]|\[[^\[\]]{{0,1000}}\]){{0,2000}})\]{_ATTRIBUTES}")
_SPANS: Final = 6
"""Maximum depth of nested spans."""
# The fences of pandoc's divs, also inside lists and quotes.
_FENCE = re.compile(
    r"(?m)^([ >]{0,100}(?:(?:[-*+]|\d{1,3}\.) {1,3})?):{3,60}"
    rf"(?: *(?:{_ATTRIBUTES}|\{{\}}|[\w.-]{{1,100}}))?(?: *:{{3,60}})? *$"
)
# "XIX^e^", "CO~2~"
_RAISED = re.compile(r"([\^~])(?<=\w[\^~])(\w{1,8})\1(?![\^~])")


def to_commonmark(text: str) -> str:
    """Rewrite syntax of Obsidian, GitHub and pandoc.

    Callouts become boxes or quotes, embedded pictures become pictures, other wiki links and
    highlights become plain text. Superscripts and subscripts become HTML. Obsidian's comments and
    block names, and pandoc's attributes and fences, are removed.

    >>> to_commonmark("## Le ==quai== {#quai}\\n\\n![[quai.png|300]] du XIX^e^ [[Port|port]]")
    '## Le quai\\n\\n![](<quai.png>) du XIX<sup>e</sup> port'
    """
    if "[!" in text:
        text = _CALLOUT.sub(_box, text)
    if "[[" in text:
        text = _WIKI.sub(_words, text)
    if "%%" in text:
        text = _COMMENT.sub("", text)
    if " ^" in text:
        text = _BLOCK_NAME.sub("", text)
    if "==" in text:
        text = _HIGHLIGHT.sub(r"\1", text)
    if ":::" in text:
        text = _FENCE.sub(r"\1", text)
    if "{" in text:
        for _ in range(_SPANS):
            text, count = _SPAN.subn(r"\1", text)
            if not count:
                break
        text = _HEADED.sub(r"\1", _BEHIND.sub("", text))
    if "^" in text or "~" in text:
        text = _RAISED.sub(_script, text)
    return text


def _box(found: re.Match[str]) -> str:
    kind, title, following = found[1].lower(), found[2].strip(), found[3] or ""
    if kind in _QUOTES:
        return f"> {title}{following}" if title else "> " + following.lstrip("\n> ")
    name = "<!-- aside" + (f" {json.dumps({'title': title})}" if title else "") + " -->\n"
    return f"{name}> {title}\n>{following}" if title else f"{name}> " + following.lstrip("\n> ")


def _words(found: re.Match[str]) -> str:
    embeds, name, alias = found[1] == "!", found[2], found[3]
    if embeds and _PICTURE.search(name):
        alt = "" if alias is None or _SIZE.fullmatch(alias) else alias
        return f"![{alt}](<{name}>)"
    if not (embeds or alias or not name.isalpha() or name[0].isupper()) or name.isdecimal():
        return found[0]  # "[[sic]]", "[[1]]"
    return alias or name.partition("#")[0] or name.strip("#^")


def _script(found: re.Match[str]) -> str:
    tag = "sup" if found[1] == "^" else "sub"
    return f"<{tag}>{found[2]}</{tag}>"
