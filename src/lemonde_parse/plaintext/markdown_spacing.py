"""Corrects the spaces around emphasis and links, which html2text and markdownify drop or add.

html2text strips spaces from the first text inside emphasis, and puts a space before and after the
emphasis. markdownify strips no-break spaces at the ends of emphasis and links. Examples of both are
"le _mot_ , dit", "de[mot](…)", "fin.*Suite". In CommonMark, emphasis must not start or end with a
space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import define

from lemonde_parse.classify.features import has_words

# An empty line, or the line break before an item of a list, a heading or a row of a table.
_BETWEEN_BLOCKS = re.compile(r"(\n[^\S\n>]*(?=\n|[*+-] |\d{1,3}[.)] |#{1,6} |\|))")
# A delimiter of emphasis. The other alternatives match text that may contain the same characters:
# an escaped character, code, a tag, the address of a link.
_DELIMITER = re.compile(
    r"\\.|`[^`\n]{0,200}`|<[^<>\n]{0,2000}>"
    r"|\]\((?:[^()\n\\]|\\.|\([^()\n]{0,200}\)){0,2000}\)"
    r"|(\*{1,3}|_{1,3})"
)
# A link directly after a word; a single letter may have lost its apostrophe.
#
# These expressions start with a bracket and look back from it, because a search for a bracket is
# ten times as fast as one for letters.
_GLUED_LINK = re.compile(
    r"\[(?:(?<=[^\W\d_]{2}\[)|(?<=\s[àay]\[))(?=[«“\"]?[^\W_][^\[\]]{0,300}\]\()"
)
_ADDRESS: Final = r"\((?:[^()\s\\]|\\.){1,1000}(?: \"[^\"\n]{0,200}\")?\)"
_GLUED_AFTER = re.compile(rf"\](?:(?<=\w\]){_ADDRESS}(?=[(«])|(?<=[_*]\]){_ADDRESS}(?=[(«\w]))")
# Words and punctuation that lost the space between them together with its formatting, except in
# tags and addresses.
_GLUED = re.compile(
    r"\]\([^()\s]{0,2000}|<[^<>\n]{0,2000}>"
    r"|(?P<opening>«(?<=[^\W\d_]«)|\((?<=[^\W\d_]{3}\()(?=[A-ZÀ-Ý]{2}))"
    r"|(?P<closing>»,?(?=[^\W\d_]))"
)
# "Mme" directly before a name: the space was lost together with the superscript.
_GLUED_TITLE = re.compile(r"M(?<!\wM)(?:<sup>)?(?:me|lle|gr)s?(?:</sup>)?(?=[A-ZÀ-Ý])")
# "s 'il", "l ' idée": an apostrophe separated from its letter.
_TORN = re.compile(r"(?i)(?<![\w'’])([cdjlmnst]|qu) ?(['’]) ?(?=[aeiouyhàâéèêëîïôœ])")
# Quotation marks without spaces, as some papers set them, and with spaces.
_TIGHT = re.compile(r"«[^\W_]|»(?<=[\w.,!?]»)")
_LOOSE = re.compile(r"«\s|»(?<=\s»)")
_NO_SPACE = re.compile(r"(?i)(?:(?:\b[cdjlmnst]|qu)['’]|[“‘])\Z")
# A capital letter separated from the rest of the first word of a sentence.
_INITIAL = re.compile(r"(?:^|[«“\"(.!?] ?)[B-DF-HJ-NP-TV-XZ]\Z")
_BRACKETED = re.compile(r"\[[^\[\]]{4,90}\]\Z")
# An ordinal separated from its number: "XXI e siècle".
_ORDINAL = re.compile(r" e(?<=[IVXL] e)(?=\s)")
_NUMERAL = re.compile(r"\b[IVXL]{1,6}\Z")
_LONGEST_NUMERAL: Final = 8
"""Number of characters before the ending of an ordinal that are searched for its numeral."""
# Strong emphasis around a space that was stripped: "un****mot".
_EMPTY = re.compile(r"\*{4}(?<=[^\s*]\*{4})(?=[^\s*])")

_BRACKET = re.compile(r"\[(?:[^\[\]]{2,300}\]|[^\[\]]?\]\()")
_LEADING = re.compile(r"(?:\.(?!\.)|[,)])+\s*")

_ENDS: Final = tuple(".,:;!?…»”")
"""Characters that are followed by a space, except before other punctuation."""
_CLOSING: Final = tuple(".,)]…’”")
"""Characters that are not preceded by a space."""
_OPENING: Final = tuple("([{'\"’“‘/-–—\u00a0 \n")
"""Opening punctuation, which is not followed by a space, and spaces themselves."""
_FRENCH: Final = tuple(":;!?»")
"""Characters that French typography precedes with a no-break space."""


def space_out(text: str) -> str:
    """Return a Markdown text with the usual spaces around emphasis and links.

    >>> space_out("Elle lit _Le Quai_ , dit-il.*Puis* de[partir](/p)(_« S 'il pleut »_ ).")
    "Elle lit _Le Quai_, dit-il. *Puis* de [partir](/p) (_« S'il pleut »_)."
    """
    has_spaces = " :" in text or "\u00a0:" in text or "\u00a0»" in text
    is_french = has_spaces and len(_LOOSE.findall(text)) >= len(_TIGHT.findall(text))
    text = _EMPTY.sub(" ", text)
    blocks = _BETWEEN_BLOCKS.split(text)
    text = "".join(
        _with_spaces(block, is_french=is_french) if "_" in block or "*" in block else block
        for block in blocks
    )
    if "](" in text:
        text = _GLUED_LINK.sub(" [", text)
        text = _GLUED_AFTER.sub(r"\g<0> ", text)
    text = _GLUED_TITLE.sub(r"\g<0> ", _GLUED.sub(_spaced, text))
    return _ORDINAL.sub(_ordinal, text)


def _spaced(glued: re.Match[str]) -> str:
    """Return punctuation with the space that it lost, before or after it."""
    if glued["opening"]:
        return f" {glued[0]}"
    return f"{glued[0]} " if glued["closing"] else glued[0]


def _ordinal(ending: re.Match[str]) -> str:
    """Return the ending of an ordinal, without the space before it if it follows a numeral."""
    at = ending.start()
    return "e" if _NUMERAL.search(ending.string, max(at - _LONGEST_NUMERAL, 0), at) else ending[0]


@define
class _Delimiter:
    """A delimiter of emphasis, with the text after it.

    Mutable, because the spaces on both sides are corrected in one pass.
    """

    characters: str
    after: str
    opens: bool | None = None
    """True if it opens emphasis, False if it closes it, None if it does neither."""


def _with_spaces(block: str, *, is_french: bool) -> str:
    if block.count("_") > len("__"):
        block = block.replace(" __ ", " ")
    delimiters = _worded([_Delimiter("", ""), *_delimiters(block)], is_french=is_french)
    before = ""
    for left, right in pairwise(delimiters):
        if right.opens:
            left.after, right.after = _opened(before, left.after, right.after, is_french=is_french)
            if right.characters in ("_", "**"):
                right.after = _TORN.sub(r"\1\2", right.after)
        elif right.opens is not None:
            left.after, right.after = _closed(left.after, right.after, is_french=is_french)
        before = left.after
    return "".join(one.characters + one.after for one in delimiters)


def _worded(delimiters: list[_Delimiter], *, is_french: bool) -> list[_Delimiter]:
    """Pair the delimiters, and return them without those around emphasis that contains no words."""
    _pair(delimiters)
    worded = [delimiters[0]]
    number = 1
    while number < len(delimiters):
        delimiter = delimiters[number]
        following = delimiters[number + 1 : number + 2]
        # A delimiter that opens emphasis is never the last.
        if delimiter.opens and following[0].opens is False and not has_words(delimiter.after):
            worded[-1].after = _merged(
                worded[-1].after, delimiter.after, following[0].after, is_french=is_french
            )
            number += 2
        else:
            worded.append(delimiter)
            number += 1
    return worded


def _merged(before: str, inside: str, after: str, *, is_french: bool) -> str:
    """Return the text around emphasis that contains no words, without its delimiters."""
    if not inside.strip():
        is_glued = after.startswith(_CLOSING) or _NO_SPACE.search(before[-10:])
        return before + ("" if is_glued else " ") + after
    before, inside = _opened("", before, inside, is_french=is_french)
    inside, after = _closed(inside, after, is_french=is_french)
    return (before.rstrip() if inside.startswith(_CLOSING) else before) + inside + after


def _delimiters(block: str) -> Iterator[_Delimiter]:
    """Yield the delimiters in a block, after an empty one with the text before them."""
    delimiter, position = "", 0
    for found in _DELIMITER.finditer(block):
        if found[1]:
            yield _Delimiter(delimiter, block[position : found.start()])
            delimiter, position = found[1], found.end()
    yield _Delimiter(delimiter, block[position:])


def _pair(delimiters: list[_Delimiter]) -> None:
    """Decide which delimiters open emphasis and which close it.

    Delimiters of a kind open and close in turn if their number is even; otherwise, they do neither.
    """
    kinds: dict[str, list[_Delimiter]] = {}
    for left, right in pairwise(delimiters):
        before, after = left.after[-1:], right.after[:1]
        if before.isalnum() and after.isalnum() and right.characters[:1] == "_":
            continue  # as in snake_case
        if right.characters == "*" and (before + after).strip() == "":
            continue  # a bullet, or a thematic break
        kinds.setdefault(right.characters, []).append(right)
    for same in kinds.values():
        if len(same) % 2 == 0:
            for number, delimiter in enumerate(same):
                delimiter.opens = number % 2 == 0


def _opened(context: str, before: str, after: str, *, is_french: bool) -> tuple[str, str]:
    """Return the texts before and inside emphasis, with the right spaces between them.

    `context` is the text before both.
    """
    if after[:1].isspace():
        inner, after = after, after.lstrip()
        space = inner[: len(inner) - len(after)]
        if "\n" in space or not (before or context).endswith(_OPENING):
            before += space
    bare = before.rstrip()
    if bare != before:
        leading = _LEADING.match(after) if bare else None
        if leading:
            return bare + leading[0], after[leading.end() :]
        if after[:1].islower() and _INITIAL.search(bare[-3:]):
            return bare[:-1], bare[-1] + after
        is_glued = bare and _NO_SPACE.search(context[-10:] + bare[-10:])
        return (bare if is_glued else before), after
    if after.startswith(_CLOSING):
        return before, after
    if (
        before.endswith(_ENDS)
        or (before.endswith(")") and "](" in before)
        or (before[-1:].isalnum() and after.startswith(("«", "“", "(")))
        or _BRACKETED.search(before[-100:])
    ):
        before += " "
    elif is_french and (
        (before[-1:].isalnum() and after.startswith(_FRENCH)) or before.endswith("«")
    ):
        before += "\u00a0"
    return before, after


def _closed(before: str, after: str, *, is_french: bool) -> tuple[str, str]:
    """Return the texts inside and after emphasis, with the right spaces between them."""
    if before[-1:].isspace():
        inner, before = before, before.rstrip()
        space = inner[len(before) :]
        if "\n" in space or not after.startswith((*_CLOSING, " ", "\u00a0", "\n")):
            after = space + after
    rest = after.lstrip()
    if rest != after:
        if before.endswith("("):
            return before[:-1].rstrip(), " (" + rest
        return before, rest if _follows(rest) else after
    if after[0:1] == "," and after[1:2].isalpha():
        return before, ", " + after[1:]
    if is_french and before.endswith("«"):
        return before, "\u00a0" + after
    if before.endswith(_OPENING):
        return before, after
    if (
        after.startswith(("(", "«", "“"))
        or _BRACKET.match(after)
        or (after[:1].isalnum() and before.endswith((*_ENDS, ")")))
    ):
        after = " " + after
    elif is_french and after.startswith(_FRENCH):
        after = "\u00a0" + after
    return before, after


def _follows(after: str) -> bool:
    """Match a text that must follow emphasis without a space."""
    return after.startswith(_CLOSING) or (after.startswith("-") and after[1:2].isalnum())
