"""Paragraphs for the tests of texts without markup."""

from __future__ import annotations

from lemonde_parse import (
    Article,
    Figure,
)

FIRST = (
    "Le port s’éveille avant la ville, et la ville ne le sait pas. Sur le quai du Levant, les grues tournent depuis quatre heures, "
    "et les hommes qui les mènent ont déjà bu leur troisième café."
)
SECOND = (
    "Rien n’annonçait la grève. La direction parle d’un mouvement « incompréhensible », les dockers d’une « colère ancienne », "
    "et chacun attend que l’autre fasse le premier pas vers la table."
)
THIRD = (
    "Au café de la Marine, on refait les comptes. Deux semaines sans paie, c’est un loyer ; trois, c’est l’école des petits. "
    "Personne ne dit encore le mot de reprise, mais tout le monde y pense."
)


def texts(article: Article) -> list[str]:
    return [block.text for block in article.body if not isinstance(block, Figure) and block.text]
