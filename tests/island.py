"""The article text for tests of boxes and headers on pages of unknown layouts."""

from __future__ import annotations

from typing import Final

PROSE: Final = (
    "Le vent du nord a plié les roseaux du quai pendant trois jours, et personne n’a pris la mer.",
    "« Nous attendons la marée haute », raconte la patronne du bac, qui n’avait jamais vu cela.",
    "Le conseil municipal a voté une aide pour les pêcheurs, dont la moitié sera versée en mai.",
    "Plusieurs habitants ont proposé de rebâtir la digue en bois, comme au temps du vieux phare.",
    "À la capitainerie, on se souvient des hivers où la glace bloquait le chenal et les barques.",
    "La réunion publique aura lieu jeudi dans la salle des fêtes, à côté du marché couvert neuf.",
    "Les écoles rouvriront lundi, a précisé le rectorat, qui compte encore les chemins inondés.",
    "Le phare, lui, n’a pas cessé de tourner, et son gardien de compter les bateaux qui rentrent.",
)
PARAGRAPHS: Final = tuple(f"<p>{text}</p>" for text in PROSE)
TEXT: Final = "".join(PARAGRAPHS)
LINK: Final = '<a href="/pont">Le pont neuf attendra encore un an</a>'
