"""Rich text is passed to striprtf in pieces, without the parts that striprtf cannot read."""

from __future__ import annotations

import tracemalloc
from typing import Final

import pytest
from striprtf.striprtf import rtf_to_text

from lemonde_parse import EmptyPageError, parse
from lemonde_parse.intake import rich_text
from lemonde_parse.intake.rich_text import read_rich_text

HEAD: Final = (
    r"{\rtf1\ansi\ansicpg1252\deff0"
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204{\*\falt Petersburg} Cyr;}}"
)


def text_of(body: str) -> str:
    read, warnings = read_rich_text(f"{HEAD}{body}}}".encode())
    assert warnings == []
    return read.decode()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Un\par deux", "Un\n\ndeux"),
        (r"\'e9t\'e9 {\f1 \'cf\'f0}\'e9", "été Прé"),
        (r"\u233?t\u233? \uc0\u233 t\u233", "été été"),
        (r"\u-10179?\u-8694? oui", "😊 oui"),
        (r"un {\pict\pngblip 00ff\bin4 }}}} 7f}mot", "un mot"),
        (r"un {\object{\*\objdata 0105}}mot", "un mot"),
        (r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt un lien}}', "un lien"),
        (r"{\field{\fldinst HYPERLINK x}{\fldrslt un lien}}", "un lien"),
        (r"\{un\} \\mot\\", "{un} \\mot\\"),
        (r"un \\pict \\bin mot", r"un \pict \bin mot"),
    ],
    ids=[
        "lines",
        "fonts",
        "substitutes",
        "surrogate pair",
        "binary",
        "object",
        "link",
        "unmarked field code",
        "escaped",
        "commands",
    ],
)
def test_text_of_a_rich_text_file_is_read(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\u99999999?un", "\ufffdun"),
        (r"\u-99999?un", "\ufffdun"),
        (r"\uc un", "un"),
        (r"{\pict\bin un}deux", "deux"),
        (r"un \bin99 deux", "un "),
        (r"\u233\bin2 ab99999999999?un", "é99999999999?un"),
        (r"un}deux", "un"),
        (r"{{un", "un"),
        ("un\\", "un}"),
    ],
    ids=["number", "negative", "no number", "no length", "long", "joined", "closed", "open", "cut"],
)
def test_damaged_rich_text_is_read_as_far_as_it_goes(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize("piece", [1, 20, 65_536])
def test_rich_text_read_in_pieces_gives_the_same_text(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        r"\pard\b \'c9conomie\b0\par \f1 \'cf\'f0\par \'cf{\f0 \'cf\par\'cf}\par\f0\uc0 \u233\par "
        r"\u233 t{\uc1 \u233?\par \u233?}\par {\*\bkmkstart un\par deux}trois\par\page quatre\par"
    )
    monkeypatch.setattr(rich_text, "_PIECE", piece)
    whole: str = rtf_to_text(f"{HEAD}{body}}}")  # type: ignore[no-untyped-call]
    assert text_of(body) == whole.replace("\n", "\n\n")


def test_rich_text_takes_little_more_memory_than_its_text() -> None:
    paragraph = rf"\f0\b {'Une suite de mots. ' * 40}\b0\par "
    source = f"{HEAD}{paragraph * 500}}}".encode()
    tracemalloc.start()
    read, _ = read_rich_text(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(read) + 500_000


def test_rich_text_without_words_is_empty() -> None:
    with pytest.raises(EmptyPageError):
        parse(HEAD.encode() + b"{\\pict 00ff}}")
