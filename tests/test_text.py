"""Visible text: whitespace, invisible characters, and marks on the text."""

from __future__ import annotations

import unicodedata
from typing import Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import Mark, Text
from lemonde_parse.blocks import MarkKind
from lemonde_parse.reading.text_builder import TextBuilder
from lemonde_parse.wording.whitespace import (
    declared,
    fold_spaces,
    is_visible,
    squeeze,
    tidy,
    visible,
)

NBSP, NARROW, SHY = "\u00a0", "\u202f", "\u00ad"


# Whitespace and invisible characters


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("", ""),
        ("mot", "mot"),
        (" ", " "),
        ("  ", " "),
        ("\n\t un \r\n mot \x0c", " un mot "),
        ("un\u2003mot", "un mot"),
        ("un\u2009\u200amot", "un mot"),
        ("un\u3000mot", "un mot"),
        ("un\u2028mot\u2029là", "un mot là"),
        ("un\x85mot", "un mot"),
        ("un\x1c\x1d\x1e\x1fmot", "un mot"),
        (f"« {NBSP}Oui{NBSP} »", f"« {NBSP}Oui{NBSP} »"),
        (f"10{NARROW}000{NBSP}%", f"10{NARROW}000{NBSP}%"),
        (f"{NBSP}{NBSP}", f"{NBSP}{NBSP}"),
        (f"co{SHY}upé", "coupé"),
        ("zéro\u200blarge", "zérolarge"),
        ("sans\u200c\u200dlien", "sanslien"),
        ("\ufeffdébut", "début"),
        ("un\u2060mot", "unmot"),
        ("\u200edroite\u200f \u202agauche\u202c", "droite gauche"),
        ("\u2066isolé\u2069", "isolé"),
        ("cloche\x07 \x00nul", "cloche nul"),
        ("effacé\x7f", "effacé"),
        ("c1\x80\x9f", "c1"),
        ("paire\ud83d isolée", "paire isolée"),
        ("un \u200b mot", "un mot"),
        ("émoji 😀", "émoji 😀"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
    ],
)
def test_squeeze_folds_whitespace_and_drops_invisible_characters(raw: str, seen: str) -> None:
    assert squeeze(raw) == seen


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("", ""),
        (" \n ", ""),
        (f"{NBSP} Deux\tmots {NARROW}", "Deux mots"),
        ("\u200b mot \u200b", "mot"),
        (f"« Oui{NBSP}»", f"« Oui{NBSP}»"),
    ],
)
def test_tidy_strips_both_ends(raw: str, seen: str) -> None:
    assert tidy(raw) == seen


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Rien à lire", "Rien à lire"),
        ("L&#39;&eacute;t&eacute;", "L'été"),
        ("Dix&nbsp;% &amp; plus", f"Dix{NBSP}% & plus"),
        ("&laquo;&nbsp;Oui&nbsp;&raquo;", f"«{NBSP}Oui{NBSP}»"),
        ("R&D", "R&D"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("&nbsp;mot&#10;", "mot"),
        ("&amp;lt;", "&lt;"),
        ("un&shy;mot", "unmot"),
        ("\n Un \n titre ", "Un titre"),
    ],
)
def test_declared_decodes_character_references_once(raw: str, seen: str) -> None:
    assert declared(raw) == seen


@given(st.text())
def test_squeeze_and_tidy_are_idempotent(raw: str) -> None:
    assert squeeze(squeeze(raw)) == squeeze(raw)
    assert tidy(tidy(raw)) == tidy(raw) == squeeze(raw).strip()


@given(st.text(st.sampled_from(f"ab \t\n\x00\x1c\x85\u2003\u2028\ufeff\ud83d{NBSP}{NARROW}{SHY}")))
def test_squeezed_text_has_single_spaces_and_no_invisible_characters(raw: str) -> None:
    seen = squeeze(raw)
    assert "  " not in seen
    assert not [
        c
        for c in seen
        if c not in f" {NBSP}{NARROW}" and (c.isspace() or unicodedata.category(c) in ("Cc", "Cs"))
    ]


@given(st.text(), st.text())
def test_squeeze_keeps_every_visible_character_in_order(before: str, after: str) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    assert letters(squeeze(before + " " + after)) == letters(before) + letters(after)


@given(
    st.text(
        st.sampled_from(
            f"ab. \t\n\r\x00\x0b\x1c\x1f\x85\u2003\u2009\u2028\ufeff\ud83d{NBSP}{NARROW}{SHY}"
        )
    )
)
def test_visible_text_only_needs_whitespace_to_be_folded(raw: str) -> None:
    seen = visible(raw)
    lines = [fold_spaces(line.replace("\t", " ").strip()) for line in seen.splitlines()]
    assert [line for line in lines if line] == [
        bare for line in raw.splitlines() if (bare := tidy(line))
    ]
    assert visible(seen) == seen
    if is_visible(raw):
        assert seen == raw


# Texts with marks


def link(start: int, end: int, href: str = "/a") -> Mark:
    return Mark(kind="link", start=start, end=end, href=href)


def strong(start: int, end: int) -> Mark:
    return Mark(kind="strong", start=start, end=end)


def emphasis(start: int, end: int) -> Mark:
    return Mark(kind="emphasis", start=start, end=end)


def test_empty_builder_gives_no_text() -> None:
    builder = TextBuilder()
    assert builder.is_empty
    assert builder.finish() == []


def test_whitespace_alone_gives_no_text() -> None:
    builder = TextBuilder()
    builder.begin("strong")
    builder.add(f" \n{NBSP} ")
    builder.end()
    assert builder.finish() == []


def test_texts_are_joined_without_added_spaces() -> None:
    builder = TextBuilder()
    builder.add("  Deux")
    builder.add("mots ")
    builder.add(" de plus ")
    assert not builder.is_empty
    assert builder.finish() == [Text(text="Deuxmots de plus")]
    assert builder.is_empty


@pytest.mark.parametrize(
    ("stretches", "text", "sup"),
    [
        (("M", "me", " Gil"), "Mme Gil", (1, 3)),
        (("le 1", "er", " mai"), "le 1er mai", (4, 6)),
        (("XIX", "e", " siècle"), "XIXe siècle", (3, 4)),
        (("", "L", "a porte"), "La porte", (0, 1)),
    ],
)
def test_superscripts_and_drop_caps_join_their_word(
    stretches: tuple[str, str, str], text: str, sup: tuple[int, int]
) -> None:
    before, raised, after = stretches
    builder = TextBuilder()
    builder.add(before)
    builder.add(raised, "superscript")
    builder.add(after)
    assert builder.finish() == [
        Text(text=text, marks=(Mark(kind="superscript", start=sup[0], end=sup[1]),))
    ]


def test_begin_and_end_give_the_same_mark_as_add() -> None:
    spread, at_once = TextBuilder(), TextBuilder()
    spread.begin("link", "/a")
    spread.add("Étel")
    spread.end()
    at_once.add("Étel", "link", "/a")
    assert spread.finish() == at_once.finish() == [Text(text="Étel", marks=(link(0, 4),))]


def test_whitespace_at_the_ends_of_a_mark_is_not_marked() -> None:
    builder = TextBuilder()
    builder.add("un")
    builder.add(f" {NBSP}mot ", "strong")
    builder.add("de plus")
    assert builder.finish() == [Text(text=f"un {NBSP}mot de plus", marks=(strong(4, 7),))]


def test_whitespace_alone_is_never_marked() -> None:
    builder = TextBuilder()
    builder.add("un")
    builder.add(" ", "strong")
    builder.add("mot")
    assert builder.finish() == [Text(text="un mot")]


def test_marks_are_stripped_with_the_text() -> None:
    builder = TextBuilder()
    builder.begin("emphasis")
    builder.add(f"{NBSP} tout en italique {NBSP}")
    builder.end()
    assert builder.finish() == [Text(text="tout en italique", marks=(emphasis(0, 16),))]


@pytest.mark.parametrize(
    ("stretches", "marks"),
    [
        ([("a", "strong", None), ("b", "strong", None)], (strong(0, 2),)),
        ([("a", "link", "/a"), ("b", "link", "/a")], (link(0, 2),)),
        ([("a", "link", "/a"), ("b", "link", "/b")], (link(0, 1), link(1, 2, "/b"))),
        ([("a", "strong", None), ("b", "emphasis", None)], (strong(0, 1), emphasis(1, 2))),
        (
            [("a", "strong", None), ("b", None, None), ("c", "strong", None)],
            (strong(0, 1), strong(2, 3)),
        ),
        ([("a ", "strong", None), ("b", "strong", None)], (strong(0, 3),)),
        ([("a", "strong", None), ("", "strong", None), ("b", "strong", None)], (strong(0, 2),)),
    ],
)
def test_equal_neighbouring_marks_are_merged(
    stretches: list[tuple[str, MarkKind | None, str | None]], marks: tuple[Mark, ...]
) -> None:
    builder = TextBuilder()
    for stretch in stretches:
        builder.add(*stretch)
    (text,) = builder.finish()
    assert text.marks == marks


def test_nested_equal_marks_are_merged() -> None:
    builder = TextBuilder()
    builder.begin("strong")
    builder.add("un ")
    builder.begin("strong")
    builder.add("mot")
    builder.end()
    builder.add(" ici")
    builder.end()
    assert builder.finish() == [Text(text="un mot ici", marks=(strong(0, 10),))]


def test_marks_are_sorted_by_start_then_end() -> None:
    builder = TextBuilder()
    builder.begin("strong")
    builder.begin("emphasis")
    builder.add("a")
    builder.end()
    builder.add("b", "link", "/a")
    builder.end()
    builder.add("c", "emphasis")
    assert builder.finish() == [
        Text(text="abc", marks=(emphasis(0, 1), strong(0, 2), link(1, 2), emphasis(2, 3)))
    ]


def test_a_line_break_is_a_space() -> None:
    builder = TextBuilder()
    builder.add("Un")
    builder.line_break()
    builder.add("mot")
    assert builder.finish() == [Text(text="Un mot")]


@pytest.mark.parametrize("between", ["", " ", "\n  "])
def test_two_line_breaks_start_a_new_text(between: str) -> None:
    builder = TextBuilder()
    builder.add("Un")
    builder.line_break()
    builder.add(between)
    builder.line_break()
    builder.add("mot")
    assert builder.finish() == [Text(text="Un"), Text(text="mot")]


def test_line_breaks_with_words_between_them_are_spaces() -> None:
    builder = TextBuilder()
    builder.add("Un")
    builder.line_break()
    builder.add("deux")
    builder.line_break()
    builder.add("trois")
    assert builder.finish() == [Text(text="Un deux trois")]


def test_more_line_breaks_leave_no_empty_text() -> None:
    builder = TextBuilder()
    builder.line_break()
    builder.line_break()
    builder.add("Un")
    for _ in range(7):
        builder.line_break()
    builder.add("mot")
    builder.line_break()
    builder.line_break()
    assert builder.finish() == [Text(text="Un"), Text(text="mot")]


def test_builder_may_keep_line_breaks_in_one_text() -> None:
    builder = TextBuilder()
    builder.splits = False
    builder.add("Un")
    builder.line_break()
    builder.line_break()
    builder.add("mot")
    assert builder.finish() == [Text(text="Un mot")]


def test_marks_continue_after_a_split() -> None:
    builder = TextBuilder()
    builder.begin("link", "/a")
    builder.begin("strong")
    builder.add("Un")
    builder.line_break()
    builder.line_break()
    builder.add("mot")
    builder.end()
    builder.add(" ici")
    builder.end()
    assert builder.finish() == [
        Text(text="Un", marks=(link(0, 2), strong(0, 2))),
        Text(text="mot ici", marks=(strong(0, 3), link(0, 7))),
    ]


def test_merged_mark_ends_with_the_outermost_mark() -> None:
    builder = TextBuilder()
    for kind in ("strong", "emphasis", "strong", "strong", "emphasis"):
        builder.begin(kind)
    builder.add("un")
    for _ in range(3):
        builder.end()
    builder.add(" deux")
    builder.end()
    builder.add(" trois")
    assert builder.finish() == [Text(text="un deux trois", marks=(emphasis(0, 7), strong(0, 13)))]
    builder.add("quatre")
    builder.end()
    builder.add(" cinq")
    assert not builder.is_marking
    assert builder.finish() == [Text(text="quatre cinq", marks=(strong(0, 6),))]


def test_open_marks_continue_in_the_next_text() -> None:
    builder = TextBuilder()
    builder.begin("emphasis")
    builder.add("Un")
    assert builder.finish() == [Text(text="Un", marks=(emphasis(0, 2),))]
    builder.add("mot")
    builder.end()
    assert builder.finish() == [Text(text="mot", marks=(emphasis(0, 3),))]


def test_two_requested_spaces_are_one() -> None:
    builder = TextBuilder()
    builder.space()
    builder.add("Un")
    builder.space()
    builder.space()
    builder.add("mot")
    builder.space()
    assert builder.finish() == [Text(text="Un mot")]


Step: TypeAlias = tuple[Literal["add", "space", "break", "begin", "end"], str, MarkKind | None]
raw_texts = st.text(st.sampled_from(f"ab. \n\u2003\u200b{NBSP}{SHY}"), max_size=5)
kinds: st.SearchStrategy[MarkKind] = st.sampled_from(("strong", "emphasis", "link"))
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(st.just("add"), raw_texts, st.none() | kinds),
        st.tuples(st.just("begin"), st.sampled_from(("/a", "/b")), kinds),
        st.sampled_from([("space", "", None), ("break", "", None), ("end", "", None)]),
    ),
    max_size=15,
)


def built(made: list[Step], *, splits: bool) -> list[Text]:
    """Run steps on a builder. Skip an end without an open mark, and close all marks at the end."""
    builder = TextBuilder()
    builder.splits = splits
    depth = 0
    for step, text, kind in made:
        if step == "add":
            builder.add(text, kind, "/a" if kind == "link" else None)
        elif step == "space":
            builder.space()
        elif step == "break":
            builder.line_break()
        elif step == "begin" and kind is not None:
            builder.begin(kind, text if kind == "link" else None)
            depth += 1
        elif step == "end" and depth:
            builder.end()
            depth -= 1
    for _ in range(depth):
        builder.end()
    return builder.finish()


@given(steps, st.booleans())
def test_built_texts_have_valid_marks(made: list[Step], splits: bool) -> None:
    for text in built(made, splits=splits):
        assert text.text
        assert text.text == tidy(text.text)
        assert list(text.marks) == sorted(text.marks, key=lambda mark: (mark.start, mark.end))
        for mark in text.marks:
            assert 0 <= mark.start < mark.end <= len(text.text)
            assert text.text[mark.start : mark.end].strip() == text.text[mark.start : mark.end]
            assert (mark.href is not None) == (mark.kind == "link")
        for number, mark in enumerate(text.marks):
            alike = [
                other
                for other in text.marks[number + 1 :]
                if (other.kind, other.href) == (mark.kind, mark.href)
            ]
            assert all(other.start > mark.end for other in alike)


@given(steps, st.booleans())
def test_letters_are_kept_in_order(made: list[Step], splits: bool) -> None:
    added = "".join(c for step, text, _ in made if step == "add" for c in text if c in "ab.")
    assert (
        "".join(c for text in built(made, splits=splits) for c in text.text if c in "ab.") == added
    )


@given(steps)
def test_builder_without_splitting_gives_at_most_one_text(made: list[Step]) -> None:
    assert len(built(made, splits=False)) <= 1
