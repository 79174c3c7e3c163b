"""The figures of `make evaluate`, for tiny articles and made-up repositories."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import hash as hashing
from evaluation import lay_out, publish, score
from evaluation.folding import fold, fold_flat, keyed, split_sentences
from evaluation.manifest import TRUTHS, Origin, extract, load_manifest
from evaluation.printed import right_articles, score_printed, score_text, total_printed
from evaluation.reading import FIELDS, Basis, read
from evaluation.scoring import Score, common_length, f1, score_article, score_page, total
from evaluation.tables import as_json, grouped, mean_of_programs, page_table
from evaluation.truth import (
    Page,
    Truth,
    dump_truth,
    find_pages,
    hash_truth,
    load_truth,
    make_truth,
)
from lemonde_parse import Article, InvalidDataError

CORPUS: Final = os.environ.get("LEMONDE_PARSE_CORPUS")
REAL_PAGES: Final = find_pages(Path(CORPUS)) if CORPUS else []
SALT: Final = "5a" * 32

TRUTH: Final[dict[str, Any]] = {
    "headline": "Le quai",
    "authors": [{"name": "Aurèle Vigneux"}],
    "date_published": "2024-05-01T07:00:00+02:00",
    "is_truncated": False,
    "body": [
        {"type": "figure", "caption": "Le bac.", "credit": "J. Brun", "url": "https://x.example/a.jpg"},
        {"type": "paragraph", "text": "Il pleut sur le quai. Le bac attend."},
        {"type": "heading", "text": "Un long chemin", "level": 2},
        {"type": "list", "items": ["Une rame", "Deux ancres"]},
        {"type": "paragraph", "text": "La nuit tombe."},
    ],
    "related_links": [{"label": "Lire aussi :", "headline": "La mer", "url": "https://x.example/mer?a"}],
    "must_not_contain": ["Abonnez-vous"],
}  # fmt: skip


def article(**changes: Any) -> Article:
    """Return the right article, with other values for some fields."""
    data = {name: value for name, value in TRUTH.items() if name != "must_not_contain"}
    body: list[Any] = [dict(block) for block in changes.pop("body", TRUTH["body"])]
    for block in body:
        if block["type"] == "list":
            block["items"] = [{"text": item} for item in block["items"]]
    return Article.from_dict({**data, **changes, "body": body, "schema_version": 1})


def scored(right: dict[str, Any] | None = None, **changes: Any) -> Score:
    """Score a changed article; hashes must give the same result as texts."""
    data = TRUTH if right is None else right
    by_text = score_article(article(**changes), make_truth(data, salt=""))
    by_hash = score_article(article(**changes), make_truth(data, salt=SALT))
    assert attrs.evolve(by_text, differences=()) == attrs.evolve(by_hash, differences=())
    return by_text


def body_without(*places: int) -> list[dict[str, Any]]:
    return [block for place, block in enumerate(TRUTH["body"]) if place not in places]


def body_with(place: int, **changes: Any) -> list[dict[str, Any]]:
    return [
        {**block, **changes} if at == place else block for at, block in enumerate(TRUTH["body"])
    ]


def as_paragraph(place: int) -> list[dict[str, Any]]:
    text = TRUTH["body"][place]["text"]
    return [
        {"type": "paragraph", "text": text} if at == place else block
        for at, block in enumerate(TRUTH["body"])
    ]


# One page


def test_right_article_is_perfect() -> None:
    assert scored() == Score(
        name="", layout="", blocks_f1=1.0, exact=True, words=18, words_read=18, related_f1=1.0,
        figures_f1=1.0, fields=4,
    )  # fmt: skip
    assert scored().perfect


def test_missing_paragraph_is_lost() -> None:
    result = scored(body=body_without(1))
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 8 / 9, 8, 0)
    assert result.differences == ("body - paragraph | 5:Il pleut sur le quai. | 3:Le bac attend.",)


def test_extra_paragraph_leaks() -> None:
    leak = {"type": "paragraph", "text": "Déjà abonné ? Abonnez-vous ici."}
    result = scored(body=[*TRUTH["body"], leak])
    assert (result.exact, result.blocks_f1, result.leaks) == (False, 10 / 11, 1)
    assert (result.lost, result.leaked, result.words_read) == (0, 5, 23)


def test_wrong_type_loses_no_words() -> None:
    result = scored(body=as_paragraph(2))
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 0.8, 0, 0)


def test_wrong_heading_level_is_wrong_type() -> None:
    assert scored(body=body_with(2, level=3)).blocks_f1 == 0.8


def test_wrong_list_kind_is_wrong_type() -> None:
    assert scored(body=body_with(3, ordered=True)).blocks_f1 == 0.6


def test_reordered_blocks_count_once() -> None:
    first, *rest = body_without(0)
    result = scored(body=[TRUTH["body"][0], *rest, first])
    assert (result.exact, result.blocks_f1, result.lost, result.leaked) == (False, 0.8, 0, 0)


def test_joined_paragraphs_lose_no_words() -> None:
    joined = "Il pleut sur le quai. Le bac attend. La nuit tombe."
    result = scored(body=[*body_with(1, text=joined)[:4]])
    assert (result.blocks_f1, result.lost, result.leaked) == (6 / 9, 0, 0)


def test_wrong_word_loses_its_sentence() -> None:
    result = scored(body=body_with(1, text="Il pleut sur le quai. Le bac repart."))
    assert (result.blocks_f1, result.lost, result.leaked) == (0.8, 3, 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "Le pont"),
        ("authors", []),
        ("date_published", "2024-05-01T07:01:00+02:00"),
        ("is_truncated", True),
    ],
)
def test_wrong_field_is_named(name: str, value: Any) -> None:
    result = scored(**{name: value})
    assert (result.exact, result.perfect, result.wrong, result.fields) == (True, False, (name,), 4)


def test_same_instant_with_another_offset_is_right() -> None:
    assert scored(date_published="2024-05-01T05:00:30+00:00").perfect


def test_field_missing_from_the_truth_is_not_scored() -> None:
    assert scored(section="Culture").perfect


def test_accepted_value_is_right() -> None:
    right = {**TRUTH, "accepted_headline": ["Le pont", None], "accepted_authors": [["Nour Brun"]]}
    assert scored(right, headline="Le pont", authors=[{"name": "Nour Brun"}]).perfect
    assert scored(right, headline=None).perfect
    assert scored(right, headline="La digue").wrong == ("headline",)


def test_related_links_match_in_any_order() -> None:
    link = TRUTH["related_links"][0]
    other = {"label": "", "headline": "Le vent", "url": None}
    right = {**TRUTH, "related_links": [link, other]}
    same = {"label": "LIRE AUSSI", "headline": "La mer", "url": "http://x.example/mer/"}
    assert scored(right, related_links=[other, same]).perfect
    assert scored(right, related_links=[link]).related_f1 == 2 / 3
    assert scored(right, related_links=[{**link, "is_premium": True}]).related_f1 == 0


def test_related_links_are_not_scored_without_truth() -> None:
    right = {name: value for name, value in TRUTH.items() if name != "related_links"}
    assert scored(right).perfect


def test_optional_related_link_may_be_there_or_not() -> None:
    right = {**TRUTH, "optional_related": ["Le vent"]}
    links = [*TRUTH["related_links"], {"label": "Voir", "headline": "Le vent"}]
    assert scored(right, related_links=links).perfect
    assert scored(right).perfect
    assert scored(related_links=links).related_f1 == 2 / 3


def test_figures_compare_by_caption_credit_and_file() -> None:
    same = body_with(0, credit="J. BRUN", url="https://y.example/664/a.jpg?w=2")
    assert scored(body=same).perfect
    assert scored(body=body_with(0, caption="La barge.")).figures_f1 == 0
    assert scored(body=[*TRUTH["body"], TRUTH["body"][0]]).figures_f1 == 2 / 3


def test_optional_first_figure_may_be_there_or_not() -> None:
    lead = {"type": "figure", "caption": "Le phare.", "url": "https://x.example/b.jpg"}
    right = {**TRUTH, "optional_figures": ["b.jpg"]}
    assert scored(right, body=[lead, *TRUTH["body"]]).perfect
    assert scored(right).perfect
    assert scored(right, body=[*TRUTH["body"], lead]).figures_f1 == 2 / 3


def test_embeds_compare_by_service() -> None:
    embed = {"type": "embed", "provider": "youtube"}
    right = {**TRUTH, "body": [*TRUTH["body"], embed]}
    assert scored(right, body=[*TRUTH["body"], {**embed, "url": "https://y.example/1"}]).perfect
    assert scored(right).figures_f1 == 2 / 3


def test_nested_blocks_are_compared() -> None:
    box = {"type": "aside", "title": "Repères", "blocks": [TRUTH["body"][1], TRUTH["body"][0]]}
    live = {
        "type": "live_entry",
        "headline": "Crue",
        "date_published": "2024-05-01T07:00:00+02:00",
        "blocks": [{"type": "table", "rows": [[{"text": "Lundi"}, {"text": "3 m"}]]}],
    }
    reading = read(article(body=[box, live]), Basis())
    assert reading.blocks == (
        ("aside title", "1:Repères"),
        ("paragraph", "5:Il pleut sur le quai.", "3:Le bac attend."),
        ("live entry", "0:28575660"),
        ("live headline", "1:Crue"),
        ("table row", "3:Lundi 3 m"),
    )
    assert reading.figures == (("figure", "Le bac.", "j. brun", "a.jpg"),)


def test_flat_truth_ignores_types_figures_and_signs() -> None:
    right = {**TRUTH, "flat": True, "body": body_with(1, text="Il pleut – sur l’eau…")}
    printed = [{"type": "paragraph", "text": "Il pleut -- sur l'eau..."}, *as_paragraph(2)[2:]]
    result = scored(right, body=printed)
    assert (result.exact, result.perfect) == (True, True)


def test_leak_is_found_inside_words_and_across_blocks() -> None:
    right = {
        **TRUTH,
        "must_not_contain": ["uai. Le", "attend. Un long", "attend.Un", "attend.  Un"],
    }
    assert scored(right).leaks == 3


def test_unknown_key_in_a_truth_is_an_error() -> None:
    with pytest.raises(InvalidDataError, match="must_not_contian"):
        make_truth({**TRUTH, "must_not_contian": []}, salt="")


# Many pages


def test_totals_weigh_words_and_pages() -> None:
    totals = total([scored(), scored(body=body_without(1), headline="Le pont")])
    assert (totals.pages, totals.perfect, totals.exact) == (2, 1, 1)
    assert (totals.blocks_f1, totals.lost, totals.leaked) == ((1 + 8 / 9) / 2, 8 / 36, 0)
    assert totals.fields == 7 / 8


def test_groups_are_sorted_and_tabled() -> None:
    scores = [attrs.evolve(scored(), layout=layout) for layout in ("b", "a", "b")]
    rows = grouped(scores, lambda result: result.layout)
    assert [(name, row.pages) for name, row in rows.items()] == [("a", 1), ("b", 2)]
    assert page_table("layout", rows).splitlines()[2:] == [
        "| a | 1 | 1 | 1 | 1.000 | 0 | 0.0 % | 0.0 % | 1.000 | 1.000 | 100.0 % |",
        "| b | 2 | 2 | 2 | 1.000 | 0 | 0.0 % | 0.0 % | 1.000 | 1.000 | 100.0 % |",
    ]


def test_score_without_words() -> None:
    totals = total([Score(name="refused", blocks_f1=1.0, exact=True)])
    assert (totals.lost, totals.leaked, totals.fields) == (0, 0, 1)


# Properties

TEXTS = st.text(alphabet="abÉ’ .!?…\u00a0\u200b-^", max_size=30)
BLOCKS = st.one_of(
    st.builds(lambda text: {"type": "paragraph", "text": text}, TEXTS),
    st.builds(lambda text: {"type": "heading", "text": text, "level": 3}, TEXTS),
    st.builds(lambda texts: {"type": "list", "items": texts}, st.lists(TEXTS, max_size=3)),
    st.builds(lambda text: {"type": "figure", "caption": text, "credit": text}, TEXTS),
)
BODIES = st.lists(BLOCKS, max_size=6)
DATA = st.builds(
    lambda body, headline, leaks, flat: {
        "body": body,
        "headline": headline,
        "must_not_contain": leaks,
        "flat": flat,
    },
    BODIES,
    st.none() | TEXTS,
    st.lists(TEXTS, max_size=2),
    st.booleans(),
)
ITEMS = st.lists(st.integers(0, 4), max_size=20)


@given(DATA)
def test_page_against_itself_is_perfect_unless_it_leaks(data: dict[str, Any]) -> None:
    right = article(body=data["body"], headline=data["headline"])
    result = score_article(right, make_truth({**data, "must_not_contain": []}, salt=""))
    assert result.perfect
    assert (result.blocks_f1, result.lost, result.leaked) == (1, 0, 0)


@given(DATA, BODIES, st.none() | TEXTS)
def test_hashes_score_as_texts_do(
    data: dict[str, Any], body: list[dict[str, Any]], headline: str | None
) -> None:
    scored(data, body=body, headline=headline)


@given(ITEMS, ITEMS)
def test_f1_is_symmetric(first: list[int], second: list[int]) -> None:
    there = f1(common_length(first, second), first, second)
    assert there == f1(common_length(second, first), second, first)
    assert 0 <= there <= 1
    assert (there == 1) == (first == second)


@given(ITEMS, ITEMS)
def test_common_length_is_the_length_of_the_longest_subsequence(
    first: list[int], second: list[int]
) -> None:
    lengths = [0] * (len(second) + 1)
    for item in first:
        before = lengths[:]
        for place, other in enumerate(second):
            lengths[place + 1] = (
                before[place] + 1 if item == other else max(before[place + 1], lengths[place])
            )
    assert common_length(first, second) == lengths[-1]


@given(TEXTS)
def test_folding_is_idempotent_and_sentences_join_again(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert " ".join(split_sentences(fold(text))) == fold(text)
    assert len(fold_flat(text).split()) <= len(fold(text).replace("^", " ").split())


def test_hash_is_salted() -> None:
    assert keyed(SALT)("Le quai") != keyed("5b" * 32)("Le quai")
    assert re.fullmatch("[0-9a-f]{16}", keyed(SALT)("Le quai"))


# Folders

HTML: Final = (
    "<html><head><title>Le quai</title></head><body><main><h1 class='article__title'>Le quai</h1>"
    "<article class='article__content'><p class='article__paragraph'>Il pleut sur le quai.</p>"
    "<p class='article__paragraph'>Le bac attend la marée, et la marée attend le bac.</p>"
    "</article></main></body></html>"
)
RIGHT: Final[dict[str, Any]] = {
    "headline": "Le quai",
    "body": [
        {"type": "paragraph", "text": "Il pleut sur le quai."},
        {"type": "paragraph", "text": "Le bac attend la marée, et la marée attend le bac."},
    ],
}


def make_corpus(folder: Path, right: dict[str, Any] | None = None) -> Path:
    """Create a folder with one page and its truth."""
    for name, text in (
        ("pages/quai.html", HTML),
        ("truth/quai.json", json.dumps(RIGHT if right is None else right)),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_test_pages_are_perfect(capsys: pytest.CaptureFixture[str]) -> None:
    assert score.main(["--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["totals"]["perfect"] == figures["totals"]["pages"] == len(figures["pages"])
    assert set(figures["by_source"]) == {"page", "dump", "paste", "markdown"}
    assert figures["totals"]["fields"] == 1


def test_page_is_scored_from_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {**RIGHT, "headline": "Le pont"}
    assert score.main([str(make_corpus(tmp_path, wrong)), "--diff"]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert " ".join(first.split()) == (
        "quai exact F1 1.000 leaks 0 lost 0/16 leaked 0/16 related 1.000 figures 1.000 fields 0/1"
        " wrong: headline"
    )
    assert second == '    headline: "Le quai" instead of "Le pont"'


def test_generic_layout_can_be_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    score.main([str(make_corpus(tmp_path)), "--generic", "--json"])
    assert list(json.loads(capsys.readouterr().out)["by_layout"]) == ["generic"]


def test_refused_page_must_get_its_error(tmp_path: Path) -> None:
    (page,) = find_pages(make_corpus(tmp_path, {"raises": "EmptyPageError"}))
    assert score_page(page).error == "should raise EmptyPageError"
    page.path.write_text(" ", "utf-8")
    assert score_page(page).perfect
    page.truth.write_text(json.dumps({"raises": "NotAnArticleError"}), "utf-8")
    assert score_page(page).error.startswith("EmptyPageError: ")
    page.truth.write_text(json.dumps(RIGHT), "utf-8")
    result = score_page(page)
    assert (result.lost, result.words, result.wrong) == (16, 16, ("headline",))
    assert not result.perfect


def test_folder_without_truths_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="neither"):
        find_pages(tmp_path)
    make_corpus(tmp_path)
    (tmp_path / "pages" / "quai.html").unlink()
    with pytest.raises(FileNotFoundError, match="no page"):
        find_pages(tmp_path)


# Hashes


def test_hashes_are_written_for_pages_of_the_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, manifest = make_corpus(tmp_path / "corpus"), tmp_path / "manifest.tsv"
    page = sha256(HTML.encode()).hexdigest()
    header = "sha256\trepository\tcommit\tpath\tpart\n"
    manifest.write_text(f"{header}{page}\ta/b\tHEAD\tx.html\t\n", "utf-8")
    arguments = [str(corpus), "--manifest", str(manifest), "--out", str(tmp_path / "out")]
    assert hashing.main(arguments) == 0
    path = tmp_path / "out" / f"{page[:12]}.json"
    text = path.read_text("utf-8")
    assert "quai" not in text
    assert load_truth(path) == hash_truth(corpus / "truth" / "quai.json", HTML.encode())
    assert score_page(Page(name="quai", path=corpus / "pages" / "quai.html", truth=path)).perfect
    manifest.write_text(f"{header}{'0' * 64}\ta/b\tHEAD\tx.html\t\n", "utf-8")
    assert hashing.main(arguments) == 1
    assert "1 pages left out" in capsys.readouterr().out


def test_damaged_hashes_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"hashes": 2}), "utf-8")
    with pytest.raises(ValueError, match="format 2"):
        load_truth(path)


def test_every_page_of_the_manifest_has_a_truth() -> None:
    names = [origin.name for origin in load_manifest()]
    assert sorted(names) == sorted(path.stem for path in TRUTHS.glob("*.json"))
    assert len(set(names)) == len(names)


def test_manifest_rows_are_complete() -> None:
    for origin in load_manifest():
        assert re.fullmatch("[0-9a-f]{64}", origin.sha256)
        assert re.fullmatch(r"[\w.-]+/[\w.-]+", origin.repository)
        assert re.fullmatch("[0-9a-f]{40}|HEAD", origin.commit)
        assert re.fullmatch(r"|json:[\w/]+|quoted:\w+", origin.part)


@pytest.mark.parametrize("path", sorted(TRUTHS.glob("*.json")), ids=lambda path: path.stem)
def test_truths_contain_no_text(path: Path) -> None:
    truth = load_truth(path)
    assert truth.salt.startswith(path.stem)
    assert dump_truth(truth) == path.read_text("utf-8")
    key, counted = re.compile("[0-9a-f]{16}|"), re.compile("[0-9]+:[0-9a-f]{16}")
    for kind, *sentences in truth.blocks:
        assert re.fullmatch("[a-z]+( [a-z]+| [1-6])?", kind)
        assert all(map(counted.fullmatch, sentences))
    for kind, *parts in truth.figures:
        assert kind in {"figure", "embed"}
        assert all(map(key.fullmatch, parts))
    for *parts, premium in truth.related or ():
        assert premium in {"premium", ""}
        assert all(map(key.fullmatch, parts))
    assert truth.fields.keys() <= FIELDS.keys()
    optional = (*truth.optional_figures, *truth.optional_related)
    assert all(map(key.fullmatch, (*optional, *(k for row in truth.fields.values() for k in row))))
    assert all(map(counted.fullmatch, truth.forbidden))
    assert truth.raises in {None, "NotAnArticleError"}


@pytest.mark.skipif(not CORPUS, reason="LEMONDE_PARSE_CORPUS names no folder with real pages")
def test_hashes_of_real_pages_score_as_their_texts_do(tmp_path: Path) -> None:
    for page in REAL_PAGES:
        hashed = attrs.evolve(page, truth=tmp_path / f"{page.name}.json")
        hashed.truth.write_text(dump_truth(hash_truth(page.truth, page.path.read_bytes())), "utf-8")
        by_text, by_hash = score_page(page), score_page(hashed)
        assert attrs.evolve(by_text, differences=()) == attrs.evolve(by_hash, differences=())


@pytest.mark.skipif(not CORPUS, reason="LEMONDE_PARSE_CORPUS names no folder with real pages")
def test_carried_hashes_are_those_of_the_real_truths() -> None:
    pages = {sha256(page.path.read_bytes()).hexdigest(): page for page in REAL_PAGES}
    for origin in load_manifest():
        if page := pages.get(origin.sha256):
            carried = load_truth(TRUTHS / f"{origin.name}.json")
            assert carried == hash_truth(page.truth, page.path.read_bytes())


# Laying out

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    """Run git without the user's settings."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b.example",  # noqa: S607
         "-c", "core.autocrlf=false", *arguments],
        capture_output=True, text=True, check=True, env={**os.environ, **settings},
    )  # fmt: skip
    return done.stdout.strip()


def make_clone(folder: Path, files: dict[str, bytes]) -> str:
    """Create a repository with one commit, and return its hash; the files change after the
    commit."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Add pages")
    commit = git(folder, "rev-parse", "HEAD")
    for name in files:
        (folder / name).write_bytes(b"changed")
    git(folder, "commit", "-qam", "Change pages")
    return commit


def make_manifest(folder: Path, rows: list[Origin]) -> list[str]:
    """Return options that name a manifest with these rows, and a truth for each."""
    lines = ["sha256\trepository\tcommit\tpath\tpart"]
    truths = folder / "truths"
    truths.mkdir()
    for row in rows:
        lines.append("\t".join((row.sha256, row.repository, row.commit, row.path, row.part)))
        truth = make_truth(RIGHT, salt=row.sha256)
        (truths / f"{row.name}.json").write_text(dump_truth(truth), "utf-8")
    (folder / "manifest.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return ["--manifest", str(folder / "manifest.tsv"), "--truths", str(truths)]


def origin(page: bytes, commit: str, path: str, part: str = "") -> Origin:
    digest = sha256(page).hexdigest()
    return Origin(sha256=digest, repository="ann/pages", commit=commit, path=path, part=part)


@needs_git
def test_pages_are_laid_out_from_a_commit_and_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [HTML.encode() + b"<!-- %d -->" % number for number in range(4)]
    commit = make_clone(
        tmp_path / "clones" / "ann" / "pages",
        {
            "été/a.html": pages[0],
            "b.html.gz": gzip.compress(pages[1]),
            "c.json": json.dumps([{"raw": {"content": pages[2].decode()}}]).encode(),
            "d.py": b'a = 1\nhtml = """' + pages[3] + b'"""\n',
        },
    )
    rows = [
        origin(pages[0], commit, "été/a.html"),
        origin(pages[1], commit, "b.html.gz"),
        origin(pages[2], commit, "c.json", "json:0/raw/content"),
        origin(pages[3], commit, "d.py", "quoted:html"),
    ]
    options = make_manifest(tmp_path, rows)
    out = tmp_path / "out"
    assert lay_out.main([str(tmp_path / "clones"), str(out), *options]) == 0
    assert capsys.readouterr().out == f"4 of 4 pages in {out}\n"
    laid_out = find_pages(out)
    assert {page.path.read_bytes() for page in laid_out} == set(pages)
    assert all(score_page(page).perfect for page in laid_out)


@needs_git
def test_missing_pages_are_named_with_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clones = tmp_path / "clones"
    commit = make_clone(clones / "ann" / "pages", {"a.html": b"another page"})
    rows = [
        origin(b"1", "0" * 40, "a.html"),
        origin(b"2", commit, "a.html"),
        origin(b"3", commit, "a.html", "quoted:html"),
        attrs.evolve(origin(b"4", commit, "a.html"), repository="bob/none"),
        attrs.evolve(origin(b"5", commit, "b.html"), repository="bob/none"),
    ]
    options = make_manifest(tmp_path, rows)
    assert lay_out.main([str(clones), str(tmp_path / "out"), *options]) == 1
    head, *missing, title, clone, fetch = sorted_commands(capsys.readouterr().out)
    assert head == f"0 of 5 pages in {tmp_path / 'out'}"
    assert [line.split(": ")[0].split()[1] for line in missing] == [row.name for row in rows]
    assert missing[1].endswith("ann/pages: a.html has another SHA-256")
    assert missing[2].endswith("ann/pages: no quoted:html in a.html")
    assert missing[3].endswith("bob/none is not cloned")
    assert title == "These commands may bring what is missing:"
    assert clone.startswith("git clone https://github.com/bob/none ")
    assert fetch.endswith(f" fetch origin {'0' * 40}")
    assert not list((tmp_path / "out" / "pages").iterdir())


def sorted_commands(printed: str) -> list[str]:
    """Return the printed lines, with the last two, the commands, sorted."""
    lines = printed.splitlines()
    return [*lines[:-2], *sorted(lines[-2:], key=lambda line: "fetch" in line)]


@pytest.mark.parametrize(
    "part", ["json:1/raw", "json:0/other", "json:0/raw/content", "quoted:html"]
)
def test_page_that_is_not_in_its_file_is_an_error(part: str) -> None:
    with pytest.raises(ValueError, match=part):
        extract(b'[{"raw": "text"}]', origin(b"", "HEAD", "a.json", part))


# Printed texts


def test_printed_text_is_scored_by_words_in_order() -> None:
    right = article(headline="Le quai", body=RIGHT["body"])
    result = score_text("\n\n".join(block["text"] for block in RIGHT["body"]), right)
    assert (result.blocks_f1, result.lost, result.leaked, result.truncation) == (1, 0, 0, True)


def test_empty_text_loses_all_and_leaks_nothing() -> None:
    result = score_text(" ", article())
    assert (result.blocks_f1, result.lost, result.leaked, result.headline) == (0, 1, 0, False)


@pytest.mark.parametrize("right", [RIGHT, None], ids=["texts", "hashes"])
def test_printed_folder_is_scored_by_program(
    tmp_path: Path, right: dict[str, Any] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = make_corpus(tmp_path, right)
    if right is None:
        page = HTML.encode()
        hashes = dump_truth(hash_truth(corpus / "truth" / "quai.json", page))
        (corpus / "truth" / "quai.json").write_text(hashes, "utf-8")
    text = "\n\n".join(block["text"] for block in RIGHT["body"])
    printed = tmp_path / "printed"
    for program in ("lynx", "w3m"):
        (printed / program).mkdir(parents=True)
    (printed / "lynx" / "quai.txt").write_text(text, "utf-8")
    (printed / "w3m" / "quai.md.gz").write_bytes(gzip.compress(text.encode()))
    (printed / "w3m" / "other.txt").write_text(text, "utf-8")
    scores = score_printed(printed, right_articles(find_pages(corpus)))
    assert {program: len(texts) for program, texts in scores.items()} == {"lynx": 1, "w3m": 1}
    totals = mean_of_programs([total_printed(texts) for texts in scores.values()])
    assert (totals.pages, totals.exact, totals.blocks_f1, totals.lost) == (2, 2, 1, 0)
    assert score.main([str(corpus), "--printed", str(printed), "--markdown"]) == 0
    assert "| lynx | 1 | 1 | 1.000 | 0.0 % |" in capsys.readouterr().out


def test_inexact_page_is_not_a_truth_for_texts(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path, {**RIGHT, "body": [{"type": "paragraph", "text": "Autre."}]})
    hashes = dump_truth(hash_truth(corpus / "truth" / "quai.json", HTML.encode()))
    (corpus / "truth" / "quai.json").write_text(hashes, "utf-8")
    assert right_articles(find_pages(corpus)) == {}


# The published page


def test_tables_are_written_between_the_marks(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(f"Before\n\n{publish.BEGIN}\nold\n{publish.END}\n\nAfter\n", "utf-8")
    arguments = [str(make_corpus(tmp_path / "corpus")), "--document", str(document)]
    assert publish.main(arguments) == 0
    text = document.read_text("utf-8")
    assert text.startswith(f"Before\n\n{publish.BEGIN}\n\nMeasured on ")
    assert text.endswith(f" |\n\n{publish.END}\n\nAfter\n")
    assert "| real pages | 1 | 1 | 1 | 1.000 |" in text
    assert "old" not in text


def test_document_without_marks_is_an_error(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("Nothing", "utf-8")
    with pytest.raises(ValueError, match="measured figures"):
        publish.main([str(make_corpus(tmp_path / "corpus")), "--document", str(document)])
    assert document.read_text("utf-8") == "Nothing"


def test_json_of_nothing() -> None:
    assert as_json([], {})["totals"] is None
    assert Truth().basis == Basis()
