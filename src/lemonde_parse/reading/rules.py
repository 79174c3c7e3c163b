"""Names of the built-in rules, which apply to elements that match no row of the layout.

For each block and removal, the report gives one of these names, or the row of a layout, as the
reason.
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
CAPTION_ALONE: Final = "html: caption without a figure"
CREDIT_ALONE: Final = "html: credit without a figure"
CREDIT_LABEL: Final = "figures: label of a credit"
PICTURE_OF_LINK: Final = "html: picture of a related link"
PLAYER_OF_LINK: Final = "html: player of a related link"
BESIDE_COPY: Final = "html: beside a copy"
SECOND_TITLE: Final = "html: second h1"
PICTURE: Final = "box: picture"
PLAYER: Final = "box: player"
FORM: Final = "box: form"
DIALOG: Final = "box: dialog"
SHARERS: Final = "box: share links"
LINKS: Final = "box: links"
CARDS: Final = "box: cards"
TAGS: Final = "box: tags"
HEADED: Final = "box: heading"
ACCOUNT: Final = "box: account"
POST: Final = "box: post"
CONSENT: Final = "box: consent"
QUOTED: Final = "html: q between paragraphs"
ABOVE_TITLE: Final = "header: above the title"
BELOW_TITLE: Final = "header: between title and text"
STANDFIRST: Final = "header: standfirst"
DATELINE: Final = "header: dateline"
STOP: Final = "stop_at"
"""Rule that removes everything after the end of the content. Reports put the layout's name before
it: ``"lemonde_2012: stop_at"``."""

RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        LOOSE_TEXT: "Text between blocks, without an element of its own; frequent before 2009 and "
        "in posts of live blogs",
        FIGURE: "A picture with an address, a caption or a credit",
        EMBED: "A player, or a box that a service's script fills",
        HIDDEN: "An element with the attribute hidden or the style display:none",
        REPLACED: "Deleted words (`del`) next to their replacement (`ins`)",
        BESIDE_PLAYER: "Words around a player, such as a consent notice or the text for browsers "
        "that cannot play it; also words in a drawing",
        CAPTION_ALONE: "A caption without a picture before it, or whose picture already has one",
        CREDIT_ALONE: "A credit without a picture before it, or whose picture already has one",
        CREDIT_LABEL: "The label of a credit: “Crédit photo :”",
        PICTURE_OF_LINK: "The thumbnail of a related link",
        BESIDE_COPY: "A short text in a repeated part of the article, such as “Lire la suite”",
        SECOND_TITLE: "An h1 after a paragraph, unless it repeats the title",
        FORM: "An element with an input field, and little prose",
        DIALOG: "A dialog, by its role or `aria-modal`",
        CONSENT: "Buttons or links with a notice about cookies, often in place of a player",
        HEADED: "An element that starts with a known phrase, such as “La rédaction vous conseille”",
        ACCOUNT: "Buttons next to a link to subscribe or log in",
        SHARERS: "Links or buttons that share the page on social networks",
        TAGS: "Short links above or below the text",
        LINKS: "An element with at least half of its text in links",
        CARDS: "Repeated elements, each a linked headline with at most a sentence",
        PICTURE: "A picture and a short text, which is its caption",
        PLAYER: "A player and a short text; the text is removed",
        POST: "A quote whose last link is the address of a post",
        QUOTED: "An inline quote alone between paragraphs",
        ABOVE_TITLE: "Anything above the headline, if the content contains the headline",
        BELOW_TITLE: "A short text between the headline and the first paragraph",
        STANDFIRST: "A text above the first paragraph: the description that the page declares, or "
        "the first text below the headline if it is a heading or has a class of its own",
        DATELINE: "A line with the date of publication above the first paragraph",
        PLAYER_OF_LINK: "A player inside a related link",
    }
)
"""Description of each rule."""
