"""Repairs Markdown from html2text, pandoc, markdownify and crawlers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from lemonde_parse.blocks import Embed, Figure
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.plaintext.markdown_dialects import to_commonmark
from lemonde_parse.plaintext.markdown_spacing import space_out
from lemonde_parse.reading.figures import split_credit

# html2text wraps addresses at hyphens, and addresses on some pages contain line breaks.
_WRAPPED_ADDRESS = re.compile(
    r"\]\((?=[a-z/.#])[^\s()]{0,1000}"
    r"(?:[^\S\n]?\n(?:[^\S\n]?\n)?(?: |> ?)?[^\s()>\"][^\s()]{0,1000}){1,12}"
    r"(?=\s{0,4}\)|\s{1,4}\")"
)
# A link's title that contains quotation marks.
_QUOTED_TITLE = re.compile(r"(\]\([^\s()]{1,1000})\s\"[^\n()]{0,300}\"[^\n()\"]{0,300}\"{1,2}\)")
# html2text wraps words at hyphens. Before a conjunction, the hyphen belongs to a prefix: "mi-".
_WRAPPED_WORD = re.compile(r"-\n(?<=[^\W\d_]-\n)(?:> ?)?(?=(?!(?:et|ou|and|or)\b)[^\W\d_])")
# A heading with the lines below it.
_HEADED = re.compile(r"(?m)^#{1,6} [^\n]*\S[^\S\n]*(?:\n[^\s#>|][^\n]*){1,12}")
# An empty line in the alternative text of a picture.
_SPLIT_PICTURE = re.compile(r"(!\[[^\[\]\n]{0,1000})\n{2,4}\]\(")
# pandoc wraps tags, even in headings.
_WRAPPED_TAG = re.compile(r"<(?=[a-zA-Z])[^<>\n]{0,1000}(?:\n[^<>\n]{1,1000}){1,12}>")
_WRAPPING = re.compile(r"\s+(?:> ?)?")
# A data URL; it contains neither a line break nor a closing bracket.
_DATA = re.compile(r"\]\(\s{0,3}<?data:image/[^)\n\[\]]*\)")
_CLOSES_CARD = re.compile(r"^[^\[\]]{0,200}\]\((?:https?:|/)[^\s)]{1,500}\)")
# The words of a byline before the names.
_SIGN = re.compile(r"(?:(?:Propos|Entretien) recueillis? )?[Pp]ar|[Bb]y")
# The last line of a tweet: "— Name (@account) date".
_TWEETED = re.compile(r"[—–-] ?[^—–()]{1,60} \(@ ?[\w ]{1,40}\)(?: .{0,40})?\Z")
_ELIDED: Final = (" l'", " l’", " d'", " d’", " qu'", " qu’")
"""Endings of a paragraph that pandoc split at a tag."""
CAPTION: Final = "markdown: figcaption"
"""Name of the rule for the line with a figure's caption."""
_WIDTH: Final = 78
"""Maximum length of the lines that html2text writes."""
_CARD: Final = 6
"""Maximum number of blocks between the first and last block of a card, which is a single link."""
_CAPTION: Final = 20
"""Minimum length of an alternative text that a caption may repeat."""
_CREDIT: Final = 100
"""Maximum length of a credit after a caption."""


def repair(text: str) -> str:
    """Turn a text into valid CommonMark.

    Convert other dialects, and empty the addresses of inlined pictures. Join wrapped headings,
    tags, addresses and words. Correct the spaces around emphasis and links.
    """
    text = to_commonmark(_DATA.sub("]()", text))
    if "# " in text:
        text = _HEADED.sub(_unwrapped_heading, text)
    if "<" in text:
        text = _WRAPPED_TAG.sub(lambda found: found[0].replace("\n", " "), text)
    if "](" in text:
        text = _SPLIT_PICTURE.sub(r"\1](", text)
        text = _QUOTED_TITLE.sub(r"\1)", text)
        text = _WRAPPED_ADDRESS.sub(lambda found: _WRAPPING.sub("", found[0]), text)
    if "-\n" in text:
        text = _WRAPPED_WORD.sub("-", text)
    return space_out(text)


def _unwrapped_heading(found: re.Match[str]) -> str:
    """Join a wrapped heading.

    html2text breaks a heading before a word that does not fit, and where the page has a line break.
    pandoc breaks it inside tags and links.
    """
    heading, *lines = found[0].split("\n")
    last = heading
    while lines:
        word = lines[0].split(None, 1)[0]
        room = _WIDTH - len(last) - 1
        is_full = (len(last) <= _WIDTH or " " not in last) and len(word.split("-")[0]) > room
        is_open = heading.rfind("<") > heading.rfind(">") or (
            heading.count("<a ") > heading.count("</a>")
        )
        if not is_full and not is_open and not last.endswith("  "):
            break
        last = lines.pop(0)
        is_word = heading.endswith("-") and heading[-2:-1].isalnum()
        heading = heading.rstrip() + ("" if is_word else " ") + last
    return "\n".join([heading, *lines])


def join_parts(lines: list[Line]) -> list[Line]:
    """Merge lines that belong together: captions into figures, a byline into one line. Also turn
    cards into promotions, and tweets into embeds."""
    return list(map(_tweet, _captioned(_signed(_without_cards(lines)))))


def _tweet(line: Line) -> Line:
    """Turn a quote into an embed if its last line is that of a tweet."""
    if line.role is not Role.QUOTE or not _TWEETED.search(line.text):
        return line
    url = next((mark.href for mark in reversed(line.marks) if mark.kind == "link"), None)
    block = Embed(provider="twitter", url=url, text=line.text)
    return Line(Role.EMBED, rule="markdown: tweet", block=block)


def _signed(lines: Iterable[Line]) -> Iterator[Line]:
    """Join a line that is "Par" to the name below it, and a line that ends in "l'" to the next."""
    sign: Line | None = None
    for line in lines:
        if sign is not None:
            is_elided = sign.text.endswith(_ELIDED)
            if line.role is Role.PARAGRAPH and (is_elided or len(line.text) <= LIMITS.signature):
                line = _joined(sign, line, "" if is_elided else " ")
            else:
                yield sign
            sign = None
        if line.role is Role.PARAGRAPH and (
            line.text.endswith(_ELIDED) or _SIGN.fullmatch(line.text)
        ):
            sign = line
        else:
            yield line
    if sign is not None:
        yield sign


def _joined(first: Line, second: Line, space: str) -> Line:
    """Join two lines, and shift the marks of the second."""
    shift = len(first.text) + len(space)
    marks = [evolve(mark, start=mark.start + shift, end=mark.end + shift) for mark in second.marks]
    return first._replace(text=f"{first.text}{space}{second.text}", marks=(*first.marks, *marks))


def _captioned(lines: Iterable[Line]) -> Iterator[Line]:
    """Merge captions into their figures.

    A caption is a `figcaption`, or repeats the alternative text of the picture above it. In the
    second case, a credit may follow.
    """
    picture: tuple[Line, Figure] | None = None
    for line in lines:
        if picture is not None:
            above, figure = picture
            caption = _caption(line, figure)
            yield above._replace(block=caption or figure)
            picture = None
            if caption is not None:
                continue
        if isinstance(line.block, Figure):
            picture = line, line.block
        else:
            yield line
    if picture is not None:
        yield picture[0]


def _caption(line: Line, figure: Figure) -> Figure | None:
    """Return the figure with a line as its caption; None if the line is not its caption."""
    alt, text = " ".join((figure.alt or "").split()), " ".join(line.text.split())
    if line.role is not Role.PARAGRAPH or figure.caption:
        return None
    credit = text.removeprefix(alt).strip()
    is_repeated = (
        len(alt) >= _CAPTION
        and text.startswith(alt)
        and len(credit) <= _CREDIT
        and not credit[:1].islower()
    )
    if is_repeated:
        caption, credit = split_credit(text, alt)
        return evolve(figure, caption=caption, credit=credit or None)
    return evolve(figure, caption=text) if line.rule == CAPTION else None


def _without_cards(lines: list[Line]) -> list[Line]:
    """Turn the paragraphs and headings of cards into promotions.

    A card is a link around several blocks, with its brackets in the first and in the last block.
    """
    lines = list(lines)
    start: int | None = None
    for index, line in enumerate(lines):
        if line.text.startswith("[") and "]" not in line.text:
            start = index
        elif start is not None and _CLOSES_CARD.search(line.text):
            for at in range(start, index + 1):
                if lines[at].role in (Role.PARAGRAPH, Role.HEADING):
                    rule = "markdown: link around several blocks"
                    lines[at] = lines[at]._replace(role=Role.PROMOTION, rule=rule)
            start = None
        elif start is not None and index - start > _CARD:
            start = None
    return lines
