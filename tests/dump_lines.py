"""A page as text browsers such as lynx print it, for the tests of texts."""

from __future__ import annotations

from typing import Final

from lemonde_parse import Article, Embed, Figure, parse_text
from lemonde_parse.plaintext.unwrap import Piece

HEADLINE: Final = "Au marché couvert de Tréval, les étals ferment un à un"
STANDFIRST: Final = (
    "Depuis l’incendie de l’hiver, la moitié des marchands n’est pas revenue. "
    "La mairie promet un toit neuf pour l’été, sans dire lequel."
)
BODY: Final = (
    (
        "Le poissonnier est parti le premier, un matin de février, "
        "en laissant sa balance sur le marbre. Personne n’y a touché depuis. "
        "« On se dit qu’il reviendra », souffle la fleuriste, qui occupe désormais deux allées à "
        "elle seule et ne s’en réjouit pas."
    ),
    (
        "La halle date de 1887. Ses piliers de fonte ont tenu, sa verrière non : "
        "il a fallu la déposer, vitre après vitre, puis tendre "
        "au-dessus des étals une bâche bleue qui claque au vent. Les clients lèvent les yeux, "
        "pressent le pas et s’en vont."
    ),
    (
        "A la mairie, on assure que les travaux sont financés aux deux tiers. "
        "Le dernier tiers dépend d’un assureur qui discute. Il "
        "faudrait, dit l’adjoint, « un peu de patience et beaucoup de beau temps ». "
        "Les marchands comptent les semaines."
    ),
    (
        "Le samedi, pourtant, la foule revient. Elle achète des œufs, du pain, des nouvelles. "
        "Puis la bâche se gonfle, le bruit couvre "
        "les voix, et chacun rentre avant la pluie."
    ),
)
MENU: Final = (
    "International",
    "Politique",
    "Société",
    "Économie",
    "Culture",
    "Idées",
    "Planète",
    "Sport",
    "Sciences",
    "Pixels",
    "Campus",
)
MORE: Final = ("Météo", "Jeux", "Boutique", "Newsletters", "Recherche")
FULL: Final = "L’espace des contributions est réservé aux abonnés."
DATE: Final = "Publié le 12 mars 2024 à 06h15, modifié le 12 mars 2024 à 09h40"


def lines(text: str, width: int, indent: str = "") -> str:
    """Wrap a text like lynx without UTF-8 support, which counts bytes."""
    whole: list[str] = []
    for word in text.split(" "):
        if whole and len(f"{indent}{whole[-1]} {word}".encode()) <= width:
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return "\n".join(indent + line for line in whole)


def page(
    bullet: str,
    *middle: str,
    width: int = 0,
    after: tuple[str, ...] = (FULL,),
) -> str:
    """Return an entire page: menu, title, standfirst, byline, date, text and footer."""
    menu = [f"{bullet}{name}" for name in MENU]
    blocks = [
        "\n".join(["Navigation", *menu]),
        "\n".join(f"{bullet}{name}" for name in MORE),
        f"{bullet}Société\n{bullet}Commerce",
        HEADLINE,
        STANDFIRST,
        "Par Lucie Darmont",
        DATE,
        "Temps de Lecture 3 min.",
        *middle,
        *BODY,
        *after,
        "Dans la même rubrique",
        "Un tout autre titre",
    ]
    return (
        "\n\n".join(
            lines(block, width) if width and "\n" not in block else block for block in blocks
        )
        + "\n"
    )


def texts(article: Article) -> list[str]:
    return [
        block.text for block in article.body if not isinstance(block, Figure | Embed) and block.text
    ]


def prose(*blocks: str) -> list[str]:
    return texts(parse_text("\n\n".join(blocks)))


def pieces(*lines: str | Piece) -> list[Piece]:
    return [Piece(line) if isinstance(line, str) else line for line in lines]
