"""Elements of AMP pages: pictures, players, advertisements."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, Embed, Figure, Paragraph, parse
from lemonde_parse.layout import HTML_ROLES, Role

PAGE = (
    "<html amp><body><main><article class='article__content'><p>Deux mots.</p>{}"
    "<p>Trois mots ici.</p></article></main></body></html>"
)


def read(element: str) -> Article:
    return parse(PAGE.format(element))


@pytest.mark.parametrize(
    ("element", "provider", "url"),
    [
        (
            "<amp-youtube data-videoid='abc'></amp-youtube>",
            "youtube",
            "https://www.youtube.com/watch?v=abc",
        ),
        (
            "<amp-dailymotion data-videoid='x2'></amp-dailymotion>",
            "dailymotion",
            "https://www.dailymotion.com/video/x2",
        ),
        ("<amp-vimeo data-videoid='7'></amp-vimeo>", "vimeo", "https://vimeo.com/7"),
        (
            "<amp-twitter data-tweetid='12'></amp-twitter>",
            "twitter",
            "https://twitter.com/i/status/12",
        ),
        (
            "<amp-instagram data-shortcode='Cab'></amp-instagram>",
            "instagram",
            "https://www.instagram.com/p/Cab/",
        ),
        (
            "<amp-facebook data-href='https://www.facebook.com/a/posts/1'></amp-facebook>",
            "facebook",
            "https://www.facebook.com/a/posts/1",
        ),
        ("<amp-imgur data-imgur-id='f4'></amp-imgur>", "imgur", "https://imgur.com/f4"),
        (
            "<amp-reddit data-src='https://r.example/1'></amp-reddit>",
            "reddit",
            "https://r.example/1",
        ),
        (
            "<amp-soundcloud data-trackid='89'></amp-soundcloud>",
            "soundcloud",
            "https://api.soundcloud.com/tracks/89",
        ),
        (
            "<amp-pinterest data-url='https://p.example/1'></amp-pinterest>",
            "pinterest",
            "https://p.example/1",
        ),
        (
            "<amp-bluesky data-src='https://bsky.example/1'></amp-bluesky>",
            "bluesky",
            "https://bsky.example/1",
        ),
        ("<amp-tiktok data-src='69'></amp-tiktok>", "tiktok", None),
        ("<amp-brightcove data-video-id='ref:1'></amp-brightcove>", "brightcove", None),
        ("<amp-jwplayer data-media-id='m'></amp-jwplayer>", "jwplayer", None),
        ("<amp-youtube></amp-youtube>", "youtube", None),
        ("<amp-apester-media data-apester-media-id='5'></amp-apester-media>", "apester", None),
        ("<amp-connatix-player data-player-id='f'></amp-connatix-player>", "connatix", None),
        ("<amp-gfycat data-gfyid='Blue'></amp-gfycat>", "gfycat", "https://gfycat.com/Blue"),
        ("<amp-kaltura-player data-entryid='1_3'></amp-kaltura-player>", "kaltura", None),
        ("<amp-megaphone data-episode='D1'></amp-megaphone>", "megaphone", None),
        ("<amp-ooyala-player data-embedcode='x'></amp-ooyala-player>", "ooyala", None),
        (
            "<amp-playbuzz src='https://p.example/1'></amp-playbuzz>",
            "playbuzz",
            "https://p.example/1",
        ),
        ("<amp-powr-player data-video='a'></amp-powr-player>", "powr", None),
        ("<amp-riddle-quiz data-riddle-id='25'></amp-riddle-quiz>", "riddle", None),
        ("<amp-vk data-hash='Y'></amp-vk>", "vk", None),
        ("<amp-wistia-player data-media-hashed-id='u8'></amp-wistia-player>", "wistia", None),
        (
            "<amp-google-document-embed src='https://docs.example.org/a.pdf'></amp-google-document-embed>",
            "example",
            "https://docs.example.org/a.pdf",
        ),
        (
            "<amp-iframe src='https://cartes.example.org/a'></amp-iframe>",
            "example",
            "https://cartes.example.org/a",
        ),
        (
            "<amp-video><source src='https://v.example.org/a.mp4'></amp-video>",
            "example",
            "https://v.example.org/a.mp4",
        ),
        (
            "<amp-audio src='https://a.example.org/a.mp3'></amp-audio>",
            "example",
            "https://a.example.org/a.mp3",
        ),
        (
            "<amp-video-iframe src='https://v.example.org/p'></amp-video-iframe>",
            "example",
            "https://v.example.org/p",
        ),
    ],
)
def test_player_is_an_embed(element: str, provider: str, url: str | None) -> None:
    first, embed, last = read(element).body
    assert (first, last) == (Paragraph(text="Deux mots."), Paragraph(text="Trois mots ici."))
    assert embed == Embed(provider=provider, url=url)


def test_every_player_has_a_test() -> None:
    tested = "".join(
        str(value)
        for mark in test_player_is_an_embed.pytestmark  # type: ignore[attr-defined]
        for value in mark.args[1]
    )
    players = [tag for tag, role in HTML_ROLES.items() if tag[:4] == "amp-" and role is Role.EMBED]
    assert [tag for tag in players if f"<{tag}" not in tested] == []


def test_social_media_post_keeps_its_text() -> None:
    element = (
        "<amp-twitter data-tweetid='12'><blockquote placeholder>Un mot.</blockquote></amp-twitter>"
    )
    assert read(element).body[1] == Embed(
        provider="twitter", url="https://twitter.com/i/status/12", text="Un mot."
    )


@pytest.mark.parametrize("tag", ["amp-img", "amp-anim"])
def test_picture_is_a_figure(tag: str) -> None:
    assert read(f"<{tag} src='https://i.example/a.jpg' alt='Un quai'></{tag}>").body[1] == Figure(
        url="https://i.example/a.jpg", alt="Un quai"
    )


@pytest.mark.parametrize(
    "tag", [tag for tag, role in HTML_ROLES.items() if tag[:4] == "amp-" and role is Role.CONTAINER]
)
def test_text_of_a_container_is_a_separate_paragraph(tag: str) -> None:
    article = read(f"Avant.<{tag}>Un mot.</{tag}>")
    assert article.text == "Deux mots.\n\nAvant.\n\nUn mot.\n\nTrois mots ici."


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("amp-ad", "advertisement"),
        ("amp-embed", "advertisement"),
        ("amp-sticky-ad", "advertisement"),
        ("amp-auto-ads", "advertisement"),
        ("amp-fx-flying-carpet", "advertisement"),
        ("amp-app-banner", "boilerplate"),
        ("amp-consent", "boilerplate"),
        ("amp-lightbox", "boilerplate"),
        ("amp-sidebar", "boilerplate"),
        ("amp-user-notification", "boilerplate"),
        ("amp-social-share", "share"),
    ],
)
def test_advertisements_and_controls_are_reported_as_removals(tag: str, reason: str) -> None:
    article = read(f"<{tag}><div>Un mot.</div></{tag}>")
    assert article.text == "Deux mots.\n\nTrois mots ici."
    assert [(one.reason, one.text) for one in article.report.removed] == [(reason, "Un mot.")]
