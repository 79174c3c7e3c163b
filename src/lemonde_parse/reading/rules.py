"""Names of the rules that the walk applies to elements without a row in the layout.

Reports quote them for removals and blocks, like rows of layouts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LOOSE_TEXT: Final = "html: loose text"
FIGURE: Final = "html: figure"
EMBED: Final = "html: embed"
HIDDEN: Final = "html: hidden"
REPLACED: Final = "html: replaced"
BESIDE_PLAYER: Final = "html: beside a player"
CAPTION_ALONE: Final = "html: caption of no figure"
CREDIT_ALONE: Final = "html: credit of no figure"
CREDIT_LABEL: Final = "figures: label of a credit"
PICTURE_OF_LINK: Final = "html: picture of a related link"
PLAYER_OF_LINK: Final = "html: player of a related link"
BESIDE_COPY: Final = "html: beside a copy"
SECOND_TITLE: Final = "html: second h1"
STOP: Final = "stop_at"
"""Rule of removals after the content's end; the layout's name and a colon precede it."""

RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        LOOSE_TEXT: "Text between blocks, in no element of its own; frequent before 2009 and in "
        "posts of lives",
        FIGURE: "A picture that has an address, a caption or a credit",
        EMBED: "A player, or a box that a service's script fills",
        HIDDEN: "An element with the attribute hidden or the style display:none",
        REPLACED: "Deleted words (`del`) beside those that replace them (`ins`)",
        BESIDE_PLAYER: "Words around a player: consent notices, and the text for browsers that "
        "cannot play it",
        CAPTION_ALONE: "A caption without a picture before it that lacks one",
        CREDIT_ALONE: "A credit without a picture before it that lacks one",
        CREDIT_LABEL: "The label of a credit: “Crédit photo :”",
        PICTURE_OF_LINK: "The thumbnail of a related link",
        BESIDE_COPY: "A short text in a part of the page that repeats the article: “Lire la suite”",
        SECOND_TITLE: "An h1 after a paragraph, if another is the title and says something else",
        PLAYER_OF_LINK: "A player that announces another page",
    }
)
"""What each rule applies to."""
