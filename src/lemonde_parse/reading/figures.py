"""Pictures: which address is the image's, and what of a caption is the credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lemonde_parse.reading.visible import absolute
from lemonde_parse.text_rules import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

# What stands in src until a script has loaded the picture.
_PLACEHOLDER = re.compile(r"(?:blank|spacer|pixel|placeholder|transparent|loading|1x1)[^/]*\.(?:gif|png|svg|jpe?g)", re.IGNORECASE)
_CANDIDATE = re.compile(r"(\S+)\s+(\d+(?:\.\d+)?)[wx]")
_CREDIT_LABEL = re.compile(r"^(?:©|\(c\)|(?:Crédits?|Credits?|Photos?|Illustrations?) ?(?:photos?)? ?[:©]|[-–—,;|/])\s*", re.IGNORECASE)


def image_address(parts: list[_Element], base: str | None) -> str | None:
    """The address of the picture, absolute where it can be made so; None if the page holds only its place.

    `parts` are a figure's elements, itself included; the pictures for readers without scripts are among them.
    """
    address = next(_addresses(parts), None)
    return absolute(address, base) if address else None


def _is_placeholder(address: str) -> bool:
    return address.startswith(("data:", "about:")) or _PLACEHOLDER.search(address.rsplit("/", 1)[-1]) is not None


def _images(parts: list[_Element]) -> list[_Element]:
    return [part for part in parts if part.tag == "img"]


def _addresses(parts: list[_Element]) -> Iterator[str]:
    """Addresses from the likeliest on: what is shown, what a script would show, what readers without scripts see, other sizes."""
    found = _images(parts)
    for attribute in ("src", "data-src", "data-original", "data-lazy-src"):
        for image in found:
            address = (image.get(attribute) or "").strip()
            if address and not _is_placeholder(address):
                yield address
    for element in (*found, *(part for part in parts if part.tag == "source")):
        for attribute in ("srcset", "data-srcset", "data-lazy-srcset"):
            value = element.get(attribute)
            if value:
                sizes = _CANDIDATE.findall(value)
                if sizes:
                    yield max(sizes, key=lambda size: float(size[1]))[0]
                elif (first := value.replace(",", " ").split()) and not _is_placeholder(value.strip()):
                    yield first[0]


# Attributes that hold a caption or a credit where no element does: figcaption and slides of 2012–18.
_CAPTION_ATTRIBUTES: Final = ("data-caption", "data-slide-description")
_CREDIT_ATTRIBUTES: Final = ("data-copyright", "data-slide-source", "data-credit", "data-credits")


def attribute_caption(parts: list[_Element]) -> str:
    """The caption that an attribute in the figure holds."""
    return _first_attribute(parts, _CAPTION_ATTRIBUTES)


def attribute_credit(parts: list[_Element]) -> str:
    """The credit that an attribute in the figure holds; last of all, the picture's title, which is none if it repeats the alt."""
    told = _first_attribute(parts, _CREDIT_ATTRIBUTES)
    if told:
        return told
    image = next(iter(_images(parts)), None)
    title = tidy(image.get("title") or "") if image is not None else ""
    return title if image is not None and title != tidy(image.get("alt") or "") and len(title) <= 80 else ""


def _first_attribute(parts: list[_Element], names: tuple[str, ...]) -> str:
    return next((text for part in parts for name in names if (told := part.get(name)) and (text := tidy(told))), "")


def image_alt(parts: list[_Element]) -> str | None:
    """The alternative text of the first picture that has one."""
    return next((alt for image in _images(parts) if (alt := tidy(image.get("alt") or ""))), None)


def clean_credit(credit: str) -> str:
    """A credit without its label.

    >>> clean_credit("© JEANNE DURAND / AFP"), clean_credit("Crédits : AFP")
    ('JEANNE DURAND / AFP', 'AFP')
    """
    while (stripped := _CREDIT_LABEL.sub("", credit, count=1)) != credit:
        credit = stripped
    return credit.strip()


def split_credit(caption: str, alt: str | None) -> tuple[str, str]:
    """Caption and credit of a caption that holds both without markup; the alternative text shows the cut.

    >>> split_credit("Une vue du port. JEANNE DURAND / AFP", "Une vue du port.")
    ('Une vue du port.', 'JEANNE DURAND / AFP')
    """
    if alt:
        begun, rest = " ".join(alt.split()), " ".join(caption.split())
        if rest.startswith(begun) and 0 < len(rest) - len(begun) <= 100:
            # The cut in the caption as written: as many words on, whatever spaces stand between.
            position = 0
            for word in begun.split():
                position = caption.index(word, position) + len(word)
            return caption[:position].strip(), clean_credit(caption[position:].strip())
    return caption, ""
