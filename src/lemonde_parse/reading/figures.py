"""Reads pictures: the image's address, the caption, and the credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lemonde_parse.addresses import absolute
from lemonde_parse.blocks import Figure
from lemonde_parse.intake.limits import MAX_CREDIT
from lemonde_parse.layout import Entry, Role
from lemonde_parse.line import Line
from lemonde_parse.reading import rules
from lemonde_parse.reading.embeds import SAVED_SOURCES, is_player
from lemonde_parse.reading.visible import is_hidden, visible_text
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_IMAGES: Final = frozenset({"img", "amp-img", "amp-anim"})
_DEPTH: Final = 20
"""Maximum depth of elements that are read individually; deeper ones are part of the caption."""
# File names of placeholders, which are in src until a script loads the picture.
_PLACEHOLDER = re.compile(r"blank|spacer|pixel|placeholder|transparent|loading|1x1", re.IGNORECASE)
_PICTURE_ENDING = re.compile(r"\.(?:gif|png|svg|jpe?g)", re.IGNORECASE)
# A picture stored inside the page, as by SingleFile. SVGs are excluded, because most are icons.
_PICTURE = re.compile(r"\s*data:image/(?!svg)[a-z-]+;base64,", re.IGNORECASE)
_LEAST_PICTURE: Final = 1_000
"""Minimum length of the data URL of a stored picture; placeholders are shorter."""
# https://html.spec.whatwg.org/multipage/images.html#srcset-attributes: an address, which may
# contain commas but does not end with one, and a size.
_CANDIDATE = re.compile(r"([^\s,]\S*+)(?:(?<!,)\s++([^,]*+))?+")
_SIZE = re.compile(r"(\d++(?:\.\d++)?+)[wx]")
_ENDING: Final = r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#][^\s\"]{0,999})?"
_OF_PICTURE = re.compile(rf"(?:https?:)?/[^\s\"]{{1,999}}?{_ENDING}", re.IGNORECASE)
# {"320": "https://…/a.jpg", "640w": "https:\/\/…\/b.jpg"}, ["/a.jpg"]
_IN_JSON = re.compile(
    rf'(?:"(\d{{1,5}})[wx]?"\s{{0,4}}:\s{{0,4}})?"((?:https?:)?\\?/[^\s"]{{1,999}}?{_ENDING})"',
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"(?:©|\(c\)|(?:Crédits?|Credits?|Photos?|Illustrations?) ?(?:photos?)? ?[:©]|[-–—,;|/])\s*+",
    re.IGNORECASE,
)
# "(Crédits : Jeanne Durand)", "— © AFP", "Crédit photo : AFP", "| JEANNE DURAND" at the end of a
# caption.
_CREDIT_AT_END = re.compile(
    r"(?:^|[\s.|·—–-])"
    r"(?P<credit>\((?:©|\(c\)|(?:crédits?|credits?|photos?)(?: photos?)? ?[:©]) ?[^()]{2,80}\)"
    r"|(?:©|crédits?(?: photos?)? ?:|credits? ?:|photos? ?:) ?[^©|()]{2,80}"
    r"|\| ?(?-i:[A-ZÀ-Þ][A-ZÀ-Þ'’ ./&-]{2,60}))\s*\Z",
    re.IGNORECASE,
)
_CREDIT_REACH: Final = 120
"""Maximum length of a credit at the end of a caption."""


def read_figure(
    element: _Element, parts: list[_Element], entries: Mapping[_Element, Entry], base: str | None
) -> tuple[Figure | None, list[Line]]:
    """Read the picture in an element, and the removals from its caption.

    The picture is None if there is no address, caption, credit or image data. `parts` are the
    element and its descendants, including pictures for browsers without scripts.
    """
    words: list[str] = [element.text or ""]
    makers: list[str] = []
    removed: list[Line] = []
    _read_caption(element, entries, words, makers, removed, _DEPTH)
    images = [part for part in parts if part.tag in _IMAGES]
    alt = next((text for image in images if (text := tidy(image.get("alt") or ""))), None)
    caption = tidy("".join(words)) or _first_attribute(parts, _CAPTION_ATTRIBUTES)
    credit = " ".join(makers)
    if credit:
        caption = caption.rstrip(" |·—–")  # a separator before the credit
    if not credit and caption:
        caption, credit = split_credit(caption, alt)
    credit, label_removed = without_label(
        credit or _first_attribute(parts, _CREDIT_ATTRIBUTES) or _title(images)
    )
    removed += label_removed
    address = next(_addresses(images, parts), None)
    if not (address or caption or credit or any(map(_is_put_in, images))):
        return None, removed
    url = absolute(address, base) if address else None
    return Figure(url=url, caption=caption or None, credit=credit or None, alt=alt), removed


def _read_caption(
    element: _Element,
    entries: Mapping[_Element, Entry],
    words: list[str],
    makers: list[str],
    removed: list[Line],
    depth: int,
) -> None:
    """Sort the children of a figure's element into caption, credits and removals."""
    for part in element:
        entry = entries.get(part)
        if entry is not None:  # not a comment
            role = entry.role
            if role is Role.CREDIT:
                makers.append(visible_text(part))
            elif entry.is_removed:
                _take_out(part, role, entry.rule, removed)
            elif role is Role.EMBED and is_player(part):
                _take_out(part, Role.BOILERPLATE, rules.BESIDE_PLAYER, removed)
            elif entry.mark is None and is_hidden(part):
                _take_out(part, Role.HIDDEN, rules.HIDDEN, removed)
            elif role is Role.BREAK:
                words.append(" ")
            elif role is not Role.IGNORE:
                space = "" if entry.is_text else " "
                if depth == 0:
                    words.append(f"{space}{visible_text(part)}{space}")
                else:
                    words.append(space + (part.text or ""))
                    if len(part):
                        _read_caption(part, entries, words, makers, removed, depth - 1)
                    words.append(space)
        if tail := part.tail:
            words.append(tail)


def _take_out(element: _Element, role: Role, rule: str, removed: list[Line]) -> None:
    if text := visible_text(element):
        removed.append(Line(role, text, rule=rule))


def _is_placeholder(address: str) -> bool:
    if address.startswith(("data:", "about:")):
        return True
    name = address.rsplit("/", 1)[-1]
    word = _PLACEHOLDER.search(name)
    return word is not None and _PICTURE_ENDING.search(name, word.end()) is not None


def _is_put_in(image: _Element) -> bool:
    """Return True if the page contains the picture's data."""
    address = image.get("src") or ""
    return len(address) >= _LEAST_PICTURE and _PICTURE.match(address) is not None


def _addresses(images: list[_Element], parts: list[_Element]) -> Iterator[str]:
    """Yield addresses of the picture, best first: the displayed one, those that scripts load, and
    those of other sizes."""
    for attribute in ("src", *SAVED_SOURCES, "data-src", "data-original", "data-lazy-src"):
        for image in images:
            address = (image.get(attribute) or "").strip()
            if address and not _is_placeholder(address):
                yield address
    for element in (*images, *(part for part in parts if part.tag == "source")):
        for attribute in ("srcset", "data-srcset", "data-lazy-srcset"):
            value = element.get(attribute)
            if value:
                yield from _of_sizes(value)
    for element in images:
        for name, value in element.items():
            if str(name).startswith("data-"):
                is_set = str(name).endswith("set")
                yield from _of_sizes(str(value)) if is_set else _of_data(str(value))
    for image in images:  # pages of apps have an attribute for each width: src_350, src_700
        widths = [
            (int(name[4:]), str(value))
            for name, value in image.items()
            if name.startswith("src_") and name[4:].isdecimal() and value
        ]
        if widths:
            yield max(widths)[1]


def _of_sizes(value: str) -> Iterator[str]:
    """Yield the address for the largest size in a srcset, or the first one if it has no sizes."""
    if value.lstrip().startswith(("{", "[")):
        yield from _of_data(value)
        return
    sizes = [
        (float(size[1]), candidate)
        for candidate, described in _CANDIDATE.findall(value)
        if (size := _SIZE.match(described))
    ]
    if sizes:
        yield max(sizes, key=itemgetter(0))[1]
    elif (first := value.replace(",", " ").split()) and not _is_placeholder(value.strip()):
        yield first[0]


def _of_data(value: str) -> Iterator[str]:
    """Yield the address in an attribute, or that of the largest picture in the attribute's JSON."""
    value = value.strip()
    if value.startswith(("{", "[")):
        sizes = [(int(size or 0), address) for size, address in _IN_JSON.findall(value)]
        if sizes:
            yield max(sizes, key=itemgetter(0))[1].replace("\\/", "/")
    elif _OF_PICTURE.fullmatch(value) and not _is_placeholder(value):
        yield value


# Attributes for figures whose caption or credit has no element: data-slide-* on slides,
# data-caption and data-copyright on pictures (tests/pages/2016-slide-show).
_CAPTION_ATTRIBUTES: Final = ("data-caption", "data-slide-description")
_CREDIT_ATTRIBUTES: Final = ("data-copyright", "data-slide-source", "data-credit", "data-credits")


def _first_attribute(parts: list[_Element], names: tuple[str, ...]) -> str:
    for part in parts:
        for name in names:
            if (value := part.get(name)) and (text := tidy(value)):
                return text
    return ""


def _title(images: list[_Element]) -> str:
    """Return the first picture's title, which is a credit; "" if it is long, or repeats the
    alternative text."""
    title = tidy(images[0].get("title") or "") if images else ""
    return title if title and len(title) <= 80 and title != tidy(images[0].get("alt") or "") else ""


def without_label(credit: str) -> tuple[str, list[Line]]:
    """Return a clean credit, and the removal of its label, such as "Crédits :", if it has one."""
    label = credit[: _label_end(credit)].strip()
    is_word = any(map(str.isalpha, label))
    removed = [Line(Role.BOILERPLATE, label, rule=rules.CREDIT_LABEL)] if is_word else []
    return clean_credit(credit), removed


def clean_credit(credit: str) -> str:
    """Remove the label and repeated names from a credit, unless it is too long.

    >>> clean_credit("© JEANNE DURAND / AFP"), clean_credit("Crédits : AFP / Reuters / REUTERS")
    ('JEANNE DURAND / AFP', 'AFP / Reuters')
    """
    if len(credit) > MAX_CREDIT:
        return credit
    named = credit[_label_end(credit) :].strip()
    makers = [maker.strip() for maker in named.split("/")]
    once: dict[str, str] = {}
    for maker in makers:
        once.setdefault(maker.casefold(), maker)
    return " / ".join(once.values()) if len(once) < len(makers) else named


def _label_end(credit: str) -> int:
    end = 0
    if len(credit) > MAX_CREDIT:
        return end
    while (label := _CREDIT_LABEL.match(credit, end)) is not None:
        end = label.end()
    return end


def split_credit(caption: str, alt: str | None) -> tuple[str, str]:
    """Split a credit without an element of its own from the end of a caption.

    A credit follows the alternative text, starts with a label, or is in capitals after a bar.
    Return the caption and the credit, which keeps its label or bar unless it follows the
    alternative text.

    >>> split_credit("Une vue du port. JEANNE DURAND / AFP", "Une vue du port.")
    ('Une vue du port.', 'JEANNE DURAND / AFP')
    >>> split_credit("Une vue du port. (Crédits : AFP)", None)
    ('Une vue du port.', 'Crédits : AFP')
    """
    if alt:
        start, folded = " ".join(alt.split()), " ".join(caption.split())
        if folded.startswith(start) and 0 < len(folded) - len(start) <= 100:
            # Find the end of the alternative text in the caption with its original spaces.
            position = 0
            for word in start.split():
                position = caption.index(word, position) + len(word)
            return caption[:position].strip(), clean_credit(caption[position:].strip())
    match = _CREDIT_AT_END.search(caption, max(len(caption) - _CREDIT_REACH, 0))
    if match is None:
        return caption, ""
    return caption[: match.start("credit")].rstrip(" |·—–-"), match["credit"].strip("()")
