"""Dumps of whole pages, as text browsers and converters print them: the article is found in them."""

from __future__ import annotations

import textwrap
from typing import Final

import pytest

from lemonde_parse.plaintext.groups import split

BODY: Final = (
    (
        "Le poissonnier est parti le premier, un matin de février, en laissant sa balance sur le marbre. Personne n’y a touché depuis. "
        "« On se dit qu’il reviendra », souffle la fleuriste, qui occupe désormais deux allées à elle seule et ne s’en réjouit pas."
    ),
    (
        "La halle date de 1887. Ses piliers de fonte ont tenu, sa verrière non : il a fallu la déposer, vitre après vitre, puis tendre "
        "au-dessus des étals une bâche bleue qui claque au vent. Les clients lèvent les yeux, pressent le pas et s’en vont."
    ),
    (
        "A la mairie, on assure que les travaux sont financés aux deux tiers. Le dernier tiers dépend d’un assureur qui discute. Il "
        "faudrait, dit l’adjoint, « un peu de patience et beaucoup de beau temps ». Les marchands comptent les semaines."
    ),
    (
        "Le samedi, pourtant, la foule revient. Elle achète des œufs, du pain, des nouvelles. Puis la bâche se gonfle, le bruit couvre "
        "les voix, et chacun rentre avant la pluie."
    ),
)


def lines(text: str, width: int, indent: str = "") -> str:
    """Wrapped as lynx wraps where nobody told it of UTF-8: it counts bytes."""
    whole: list[str] = []
    for word in text.split(" "):
        if whole and len(f"{indent}{whole[-1]} {word}".encode()) <= width:
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return "\n".join(indent + line for line in whole)


# Wrapping


@pytest.mark.parametrize("width", [74, 132, 200])
def test_a_sentence_that_ends_with_its_line_ends_no_paragraph_where_empty_lines_do(width: int) -> None:
    """A line is wrapped before it is full where bytes were counted, and no word says so when a sentence begins the next one."""
    short = "Il pleut.\n\nOn ferme.\n\nOn attend."
    raw = "\n\n".join(lines(paragraph, width) for paragraph in BODY)
    assert [group.text for group in split(f"{short}\n\n{raw}")] == ["Il pleut.", "On ferme.", "On attend.", *BODY]


def test_a_few_longer_lines_do_not_hide_where_a_file_was_wrapped() -> None:
    address = "https://www.exemple.fr/" + "a" * 70
    raw = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in BODY)
    assert [group.text for group in split(f"{address}\n\n{raw}")] == [address, *BODY]


def test_single_long_lines_do_not_hide_where_a_file_was_wrapped() -> None:
    """What is no longer than its line says nothing of where lines are wrapped."""
    single = "\n\n".join(f"Une légende parmi vingt autres, numéro {number}, sur une seule ligne" for number in range(20, 40))
    raw = "\n\n".join(textwrap.fill(paragraph, 90) for paragraph in BODY)
    assert [group.text for group in split(f"{single}\n\n{raw}")][20:] == list(BODY)
