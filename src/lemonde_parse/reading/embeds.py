"""Reads the service and address of players, quoted posts and other embeds."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lemonde_parse.addresses import absolute, is_beside
from lemonde_parse.blocks import Embed
from lemonde_parse.layout import HTML_ROLES, Role
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

# Classes of blockquotes that a service's script replaces.
_BOXES: Final = {
    "twitter-tweet": "twitter",
    "twitter-video": "twitter",
    "instagram-media": "instagram",
    "tiktok-embed": "tiktok",
    "bluesky-embed": "bluesky",
    "fb-post": "facebook",
    "fb-video": "facebook",
    "reddit-card": "reddit",
    "imgur-embed-pub": "imgur",
}
_SERVICES: Final = frozenset(_BOXES.values())
_LARGEST_POST: Final = 100
"""Maximum number of elements in a post without a class."""
# Addresses for embeds that only give the service and an id.
_PLAYED: Final = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "vimeo": "https://vimeo.com/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "imgur": "https://imgur.com/{}",
}
# AMP's players (https://amp.dev/documentation/components): the service, the attribute with the id,
# and the address made from the id.
_AMP: Final = {
    "amp-apester-media": ("apester", "data-apester-media-id", None),
    "amp-bluesky": ("bluesky", "data-src", "{}"),
    "amp-brightcove": ("brightcove", "data-video-id", None),
    "amp-dailymotion": ("dailymotion", "data-videoid", _PLAYED["dailymotion"]),
    "amp-connatix-player": ("connatix", "data-player-id", None),
    "amp-facebook": ("facebook", "data-href", "{}"),
    "amp-gfycat": ("gfycat", "data-gfyid", "https://gfycat.com/{}"),
    "amp-imgur": ("imgur", "data-imgur-id", _PLAYED["imgur"]),
    "amp-instagram": ("instagram", "data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-jwplayer": ("jwplayer", "data-media-id", None),
    "amp-kaltura-player": ("kaltura", "data-entryid", None),
    "amp-megaphone": ("megaphone", "data-episode", None),
    "amp-ooyala-player": ("ooyala", "data-embedcode", None),
    "amp-pinterest": ("pinterest", "data-url", "{}"),
    "amp-playbuzz": ("playbuzz", "src", "{}"),
    "amp-powr-player": ("powr", "data-video", None),
    "amp-reddit": ("reddit", "data-src", "{}"),
    "amp-riddle-quiz": ("riddle", "data-riddle-id", None),
    "amp-soundcloud": ("soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "amp-tiktok": ("tiktok", "data-src", None),
    "amp-twitter": ("twitter", "data-tweetid", _PLAYED["twitter"]),
    "amp-vimeo": ("vimeo", "data-videoid", _PLAYED["vimeo"]),
    "amp-vk": ("vk", "data-hash", None),
    "amp-wistia-player": ("wistia", "data-media-hashed-id", None),
    "amp-youtube": ("youtube", "data-videoid", _PLAYED["youtube"]),
}
# Names in domains that differ from the name of the service.
_ALIASES: Final = {
    "youtu": "youtube",
    "youtube-nocookie": "youtube",
    "x": "twitter",
    "dai": "dailymotion",
    "fb": "facebook",
    "digiteka": "ultimedia",
    "dwcdn": "datawrapper",
}
# Services whose frames contain advertisements, on pages saved from a browser
# (https://developers.google.com/publisher-tag/guides/render-creatives-safeframe).
_ADVERTISERS: Final = frozenset({"googlesyndication", "doubleclick", "rubiconproject"})
_TWO_LABELS: Final = frozenset({"co", "com", "org", "net", "gouv", "asso"})
_STATUS = re.compile(r"https?://[^/]+/[^/]+/(?:status|p|video|post|posts|reel)/[^/?#]+")

SAVED_SOURCES: Final = ("data-savepage-src", "data-sf-original-src")
"""Attributes with the original address in pages saved by Save Page WE or SingleFile."""

PLAYERS: Final = frozenset(tag for tag, role in HTML_ROLES.items() if role is Role.EMBED)
"""Elements that play media or embed other content.

The text inside most of them is for browsers that cannot display them.
"""
_BOX_TAGS: Final = PLAYERS | {"blockquote"}


def provider_of(address: str) -> str | None:
    """Return the name of the service at an address, from its domain.

    >>> provider_of("//www.youtube.com/embed/abc"), provider_of("https://players.brightcove.net/1/2")
    ('youtube', 'brightcove')
    """
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    labels = (host or "").split(".")
    if len(labels) < 2:
        return None
    name = labels[-3] if len(labels) > 2 and labels[-2] in _TWO_LABELS else labels[-2]
    return _ALIASES.get(name, name) or None


def is_player(element: _Element) -> bool:
    """Return True if an element plays or embeds external content."""
    return element.tag in PLAYERS or bool(read_embeds(list(element.iter("*")), None))


def read_embeds(parts: list[_Element], base: str | None) -> list[Embed]:
    """Return the players and quoted posts among an element and its descendants, in page order."""
    embeds = []
    skipped: _Element | None = None
    for part in parts:
        if (
            part.tag not in _BOX_TAGS
            and part.get("data-provider") is None
            and part.get("data-tweet-id") is None
        ):
            continue
        if skipped is not None and any(around is skipped for around in part.iterancestors()):
            continue
        embed = _read(part, base)
        if embed is not None:
            embeds.append(embed)
            skipped = part
    return embeds


def _read(element: _Element, base: str | None) -> Embed | None:
    provider, identifier = element.get("data-provider"), element.get("data-id")
    if provider:
        service = tidy(provider).lower()
        service = _ALIASES.get(service, service)
        known = _PLAYED.get(service)
        return Embed(
            provider=service,
            url=absolute(known.format(identifier.strip()), None) if known and identifier else None,
        )
    tweet = element.get("data-tweet-id")
    if tweet:
        return Embed(
            provider="twitter",
            url=absolute(_PLAYED["twitter"].format(tweet.strip()), None),
            text=visible_text(element) or None,
        )
    if (player := _AMP.get(str(element.tag))) is not None:
        return _read_amp(element, *player)
    if element.tag in PLAYERS:
        source = next(
            (child.get("src") for child in element.iter("source") if child.get("src")), None
        )
        address = next(
            (
                value
                for name in (*SAVED_SOURCES, "src", "data-src", "data-lazy-src", "data")
                if (value := element.get(name)) and not value.startswith("about:")
            ),
            source,
        )
        if not address:
            return None
        resolved = absolute(address, base)
        provider = None if is_beside(address) else provider_of(resolved)
        return Embed(provider=provider, url=resolved) if provider not in _ADVERTISERS else None
    classes = (element.get("class") or "").split()
    box = next((_BOXES[name] for name in classes if name in _BOXES), None)
    box = box or _service_of_post(element)
    if box is None:
        return None
    links = [absolute(link.get("href") or "", base) for link in element.iter("a")]
    posted = [link for link in links if _STATUS.match(link)]
    url = (
        element.get("data-instgrm-permalink")
        or element.get("cite")
        or (posted[-1] if posted else None)
    )
    if url is None and box in _PLAYED and element.get("data-id"):
        url = _PLAYED[box].format(element.get("data-id"))
    url = absolute(url, base) if url else None
    return Embed(provider=box, url=url, text=visible_text(element) or None)


def _service_of_post(element: _Element) -> str | None:
    """Return the service of a quoted post without a class, from the address at the post's end."""
    parts = list(islice(element.iter("*"), _LARGEST_POST + 1))
    links = [part.get("href") or "" for part in parts if part.tag == "a"]
    return service_of_post(links[-1]) if links and len(parts) <= _LARGEST_POST else None


def service_of_post(address: str) -> str | None:
    """Return the service of a post's address; None for other addresses.

    >>> service_of_post("https://x.com/jeanne/status/12"), service_of_post("https://x.com/jeanne")
    ('twitter', None)
    """
    service = provider_of(address) if _STATUS.match(address) else None
    return service if service in _SERVICES else None


def _read_amp(element: _Element, service: str, attribute: str, address: str | None) -> Embed:
    """Read an AMP player. The text inside a post is displayed until the service responds."""
    name = (element.get(attribute) or "").strip()
    return Embed(
        provider=service,
        url=absolute(address.format(name), None) if address and name else None,
        text=(visible_text(element) or None) if service in _BOXES.values() else None,
    )
