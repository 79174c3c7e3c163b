"""Makes pages of realistic size from tests/pages, with invented prose in the article and typical
content around it.

Large pages consist mostly of styles in the current layout, and of scripts in the layout of 2012–18.
There are 200 to 1,600 links in menus and lists, and 6 to 21 KB in the article region.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (80, 200, 350)
"""Sizes of the compared pages, in KB."""
LAST: Final = "La toute dernière phrase de l’article reste à sa place, et l’écluse aussi."
"""The last sentence of every generated article."""

_WHO: Final = (
    "La présidente de la coopérative", "Le maire de Valmorin", "Une ancienne batelière",
    "Le syndicat des éclusiers",
    "L’ingénieure chargée du barrage", "Un maraîcher de Combesaine",
    "La préfecture des Trois-Rivières", "Le conseil des riverains",
    "Sa sœur, institutrice à Port-Liseron,", "Le dernier tonnelier du quai",
    "La commission des eaux", "Un voisin, Aurèle Vigneux,",
)  # fmt: skip
_DID: Final = (
    "a fait mesurer", "refuse de vendre", "avait promis de rendre", "conteste depuis toujours",
    "voudrait rouvrir", "a longuement décrit",
    "n’a jamais voulu quitter", "compte rénover", "montre du doigt", "redoute de perdre",
    "a offert de racheter", "surveille nuit et jour",
)  # fmt: skip
_WHAT: Final = (
    "la vieille écluse", "les 43 hectares de la plaine", "le moulin à papier",
    "l’atelier des cordiers", "la digue du 1<sup>er</sup> bief",
    "« le seul pont qui tienne »", "la halle aux grains", "les registres de la paroisse",
    "le canal de dérivation",
    "une maison à quatre étages", "le four de la verrerie", "le chemin de halage",
)  # fmt: skip
_HOW: Final = (
    "malgré l’avis rendu par le tribunal au printemps",
    "avec l’appui de M<sup>me</sup> Delorme-Astier",
    "pour 128 000 euros, payés en trois fois", "au risque de fâcher ceux qui y travaillent",
    "parce que, dit-on ici, <em>« l’eau n’attend pas »</em>",
    "comme son père l’avait fait avant la crue",
    "sans que personne, jusqu’ici, s’en soit ému", "à la veille d’un vote que chacun annonce serré",
)  # fmt: skip


class Prose:
    """Draws invented sentences, which are the same for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # prose, not a secret  # noqa: S311

    def pick(self, words: tuple[str, ...]) -> str:
        """Draw one of these phrases."""
        return words[self._random.randrange(len(words))]

    def number(self) -> int:
        """Draw a number from 1000 to 1999, for a year or an id."""
        return self._random.randrange(1_000, 2_000)

    def title(self) -> str:
        """Draw a title, without markup."""
        return re.sub("<.*?>", "", f"{self.pick(_WHO).rstrip(',')} et {self.pick(_WHAT)}")

    def sentence(self) -> str:
        """Draw a sentence with a year, so that repetitions are rare."""
        return (
            f"{self.pick(_WHO)} {self.pick(_DID)} {self.pick(_WHAT)}, {self.pick(_HOW)}, "
            f"en {self.number()}."
        )

    def paragraph(self) -> str:
        """Draw a paragraph of about 500 characters, including tags."""
        return " ".join(self.sentence() for _ in range(4))


@dataclass(frozen=True)
class Layout:
    """A test page, with patterns for more content in its layout.

    `{text}`, `{title}` and `{number}` are replaced by prose.
    """

    frame: str
    """Name of the test page."""
    body: tuple[str, str]
    """Expressions that match the markup before and after the article's text."""
    blocks: dict[str, str]
    """Patterns of blocks; "link" is inside a paragraph."""
    rhythm: tuple[str, ...]
    """Names of blocks, in the sequence in which they are repeated."""
    menus: tuple[str, ...]
    """An equal part of the menus and lists is inserted before each of these strings."""
    menu_item: str
    """Pattern of an item in a menu or list."""
    context: str
    """The part of `var lmd` before which settings of advertisements are inserted."""
    has_styles: bool
    """True if the page is filled up with styles, otherwise with scripts."""


_CATCHER: Final = """<section class="catcher catcher--favoris"> <div class="catcher__content">\
<span class="catcher__title \
catcher__title--hide">Lire aussi :</span><span class="catcher__desc">  <span class="icon__premium">\
<span class="sr-only">Article \
réservé à nos abonnés</span></span>
    <a href="https://www.lemonde.fr/economie/article/2023/07/04/suite_618{number}_3234.html" \
class="js-article-read-also \
catcher--favoris__link" data-premium="1">{title}</a> </span> </div>
   </section>"""
_NAV_ITEM: Final = """
  <li class="article article--nav">
   <a href="https://www.lemonde.fr/idees/article/suite_600{number}_3232.html">
    <div class="article__kicker">Chronique</div><span class="icon__premium">\
<span class="sr-only">Article réservé à nos \
abonnés</span></span>
    <p class="article__title">{title}</p>
   </a>
  </li>"""
_LIST_ITEM: Final = """
            <li class="liste-item">
                <a href="/planete/article/2014/05/12/suite_441{number}_3244.html" \
class="couleur_rubrique">{title}</a>
                <span class="txt1">{number} partages</span>
            </li>"""

LAYOUTS: Final = {
    "since 2018": Layout(
        frame="2023-editorial",
        body=(r'<article class="article__content[^>]*>', r'<section class="author">'),
        blocks={
            "paragraph": '<p class="article__paragraph ">{text}</p>',
            "heading": '<h2 class="article__sub-title">{title}</h2>',
            "link": '<a href="/economie/article/2023/02/21/suite_616{number}_3234.html">{title}'
            "</a> ou ",
            "related": _CATCHER,
            "removed": '<div class="dfp-slot dfp__slot dfp__inread dfp-unloaded" '
            'data-format="inread_top" aria-hidden="true">Publicité'
            '</div><section class="inread js-services-inread"><p>{title}</p>'
            '<a href="/services/{number}">Découvrir</a></section>',
        },
        rhythm=(
            "paragraph",
            "paragraph",
            "related",
            "paragraph",
            "removed",
            "heading",
            "paragraph",
            "paragraph",
        ),
        menus=("  </ul>\n </li>\n</ul>\n</nav>", "</ul></section>\n</footer>"),
        menu_item=_NAV_ITEM,
        context='"env":"prod"',
        has_styles=True,
    ),
    "2012–18": Layout(
        frame="2014-article",
        body=(r'<div id="articleBody"[^>]*>', r'</div>\s*<div class="bg_gris_moyen signature">'),
        blocks={
            "paragraph": '<p>{text} <a target="_blank" onclick="return false;" class="lien_interne '
            'conjug" href="http://conjugaison.'
            'lemonde.fr/conjugaison/premier-groupe/parer/" title="Conjugaison du verbe '
            'parer">Parer</a> au plus pressé ne suffit pas.</p>',
            "heading": "<p><strong>{title}</strong></p>",
            "link": '<a href="/musiques/article/2014/02/20/suite_437{number}_1654986.html">{title}'
            "</a> ou ",
            "related": '<p class="lire">Lire aussi : '
            '<a href="/culture/article/2013/11/02/suite_350{number}_3246.html">{title}</a></p>',
            "removed": '<div class="dfp_slot" id="inread-{number}">Publicité</div>'
            '<div class="bloc_inscription_newsletter">{title}</div>',
        },
        rhythm=(
            "paragraph",
            "related",
            "paragraph",
            "paragraph",
            "heading",
            "paragraph",
            "removed",
            "paragraph",
        ),
        menus=('<div class="ombrelle', "</ul></aside>", '<div id="footer">'),
        menu_item=_LIST_ITEM,
        context='"application":"www"',
        has_styles=False,
    ),
}


def make_page(layout: Layout, kilobytes: int) -> bytes:
    """Make a page of about this size (within 2 %). The article region takes up 6 KB on a page of
    80 KB, and 21 KB on a page of 350 KB."""
    prose = Prose(kilobytes)
    html = with_blocks(
        layout, article_blocks(layout, prose, 6_000 + (kilobytes - 80) * 16_000 // 270)
    )
    html = html.replace(
        layout.context, f'"advertising":{{"slots":[{advertising(prose)}]}},{layout.context}', 1
    )
    left = kilobytes * 1_024 - len(html.encode())
    menus = min(left * 2 // 5, 50_000)
    scripts = min(left - menus, 30_000) if layout.has_styles else left - menus
    for before in layout.menus:
        html = before_mark(
            html,
            before,
            filled(lambda: written(layout.menu_item, prose), menus // len(layout.menus)),
        )
    for before in ("<title>", "</head>", "</body>"):
        html = before_mark(html, before, filled(lambda: script(prose), scripts // 3))
    if layout.has_styles:
        classes = tuple(
            sorted(set(re.findall(r"[\w-]{4,}", " ".join(re.findall(r'class="([^"]*)"', html)))))
        )
        rules = filled(
            lambda: style(prose, classes),
            kilobytes * 1_024 - len(html.encode()) - len("<style></style>"),
        )
        html = before_mark(html, "</head>", f"<style>{rules}</style>")
    return html.encode()


def grown_page(layout: Layout, kind: str, count: int) -> bytes:
    """Make a small page with `count` blocks of a kind between its first and last paragraphs. Links
    are put into one paragraph."""
    prose = Prose(count)
    first, last = (written(layout.blocks["paragraph"], prose) for _ in range(2))
    more = [written(layout.blocks[kind], prose) for _ in range(count)]
    if kind == "link":
        more = [f"<p>Voyez {''.join(more)}rien.</p>"]
    return with_blocks(layout, [first, *more, last]).encode()


def grown_text(kind: str, count: int) -> str:
    """Make a text with a number of paragraphs, or with a number of related lines between two
    paragraphs."""
    prose = Prose(count)
    lines = [
        re.sub("<.*?>", "", prose.paragraph()) for _ in range(count if kind == "paragraph" else 2)
    ]
    if kind == "related":
        lines[1:1] = [
            f"Lire aussi | Article réservé à nos abonnés {prose.title()}" for _ in range(count)
        ]
    return "\n\n".join(lines)


def small_pages() -> list[bytes]:
    """Return the test pages: all layouts, with a mean size of about 4 KB."""
    return [path.read_bytes() for path in sorted(ROOT.glob("tests/pages/*/page.html"))]


def unseen(page: bytes, number: int) -> bytes:
    """Add a comment to the end of a page, so that it is in no cache."""
    return b"%b<!-- %d -->" % (page, number)


def with_blocks(layout: Layout, blocks: list[str]) -> str:
    """Replace the text in a layout's frame with other blocks."""
    frame = (ROOT / "tests" / "pages" / layout.frame / "page.html").read_text("utf-8")
    start, end = (re.search(mark, frame) for mark in layout.body)
    if start is None or end is None:
        raise ValueError(f"{layout.frame} has no article between the marks")
    return "\n".join((frame[: start.end()], *blocks, frame[end.start() :]))


def article_blocks(layout: Layout, prose: Prose, size: int) -> list[str]:
    """Draw blocks up to a number of bytes, in the layout's sequence, then a paragraph with
    `LAST`."""
    kinds = cycle(layout.rhythm)
    return [
        filled(lambda: written(layout.blocks[next(kinds)], prose) + "\n", size),
        f"<p>{LAST}</p>",
    ]


def written(pattern: str, prose: Prose) -> str:
    """Fill a pattern with prose."""
    return pattern.format(text=prose.paragraph(), title=prose.title(), number=prose.number())


def advertising(prose: Prose) -> str:
    """Draw 3 KB of settings as in `var lmd`."""
    slot = (
        '{{"name":"inread_{0}","formats":[[300,250],[640,{0}]],"targeting":{{"page":"article",'
        '"zone":"{0}"}},"lazy":true}}'
    )
    return ",".join(slot.format(prose.number()) for _ in range(30))


def script(prose: Prose) -> str:
    """Draw a script like real ones: short, dense, with markup in strings and "<" as an operator."""
    number = prose.number()
    lines = (
        f'(function(w,d){{var e=d.querySelector(".js-slot-{number}");if(e&&e.offsetTop'
        f"<{number}){{e.innerHTML="
        f'\'<div class="friend"><a href="/s/{number}">…<\\/a><\\/div>\';'
        f"w.lmdQueue.push({{slot:{number}}});}}}})(window,document);"
    )
    return f"<script>{lines * (1 + number % 5)}</script>\n"


def style(prose: Prose, classes: tuple[str, ...]) -> str:
    """Draw a minified rule for a class of the page."""
    number = prose.number() % 40
    return (
        f".{prose.pick(classes)}>.{prose.pick(classes)}--{number}{{display:flex;margin:0 "
        f"{number}px 1.6rem;color:#2a303b;"
        f'font:500 1.{number}rem/1.4 "Marr Sans",Helvetica,sans-serif}}'
    )


def filled(make: Callable[[], str], size: int) -> str:
    """Join pieces up to a number of bytes."""
    pieces: list[str] = []
    while (piece := make()) and (size := size - len(piece.encode())) >= 0:
        pieces.append(piece)
    return "".join(pieces)


def before_mark(html: str, mark: str, more: str) -> str:
    """Insert a text before the first occurrence of another one."""
    before, found, after = html.partition(mark)
    if not found:
        raise ValueError(f"no {mark} on the page")
    return before + more + found + after
