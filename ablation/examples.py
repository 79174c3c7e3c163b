"""The examples of rules and limits, as complete pages and texts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final, NamedTuple, Protocol

SIDES: Final = ("decides", "leaves")
PAGE: Final = (
    '<html lang="fr"><body><main><h1 class="article__title">Un vote</h1>{byline}'
    '<article class="article__content">{body}</article></main></body></html>'
)
BYLINE: Final = '<p class="meta__author">Par <a href="/signataires/claire/">Claire Vasseur</a></p>'
MENU: Final = "(BUTTON) Menu\n\n(BUTTON) Recherche\n\nLe conseil municipal vote la fin du port\n\n"
DATE: Final = "Publié le 3 mai 2023 à 10h00"
HEADERS: Final = {
    "paste": "",
    "dated": f"Le conseil municipal vote la fin du port\n\n{DATE}\n\n",
    "written": f"Le conseil municipal vote la fin du port\n\nPar Claire Vasseur\n\n{DATE}\n\n",
    "dump": f"{MENU}{DATE}\n\n",
    "glued": f"{MENU}{DATE}\n",
    "dotted": f"{MENU}Le Monde | 04.05.2015 à 13h36\n\n",
}


class Example(Protocol):
    """An example page or text that is evidence for a rule."""

    @property
    def form(self) -> str:
        """The form of the page or text, such as "page" or "paste"."""
        ...

    @property
    def text(self) -> str:
        """The page or text."""
        ...


class Text(NamedTuple):
    """An example page or text that is evidence for a limit."""

    form: str
    text: str


class LimitCase(NamedTuple):
    """The evidence for a limit: the rule that depends on it, a text in which the rule matches a
    line (`decides`), and a text in which it matches none (`leaves`)."""

    limit: str
    rule: str
    decides: Text
    leaves: Text


def limit_cases() -> list[LimitCase]:
    """Return the cases of limits.toml."""
    data = tomllib.loads(Path(__file__).with_name("limits.toml").read_text("utf-8"))
    return [
        LimitCase(name, row["rule"], *(Text(*next(iter(row[side].items()))) for side in SIDES))
        for name, row in data.items()
    ]


def whole(example: Example) -> bytes | str:
    """Return the complete page or text around an example."""
    if example.form in ("page", "signed"):
        byline = BYLINE if example.form == "signed" else ""
        return PAGE.format(byline=byline, body=example.text).encode()
    return HEADERS[example.form] + example.text
