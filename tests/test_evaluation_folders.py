"""Evaluation of folders of pages, hashed truths, printed texts, and the page with the results.

A truth is the correct reading of a page, stored as texts or as hashes.
"""

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

from evaluation import hash as hashing
from evaluation import lay_out, publish, score
from evaluation.manifest import TRUTHS, Origin, extract, load_manifest
from evaluation.printed import right_articles, score_printed, score_text, total_printed
from evaluation.reading import FIELDS, Basis
from evaluation.scoring import score_page
from evaluation.tables import as_json, mean_of_programs
from evaluation.truth import (
    Page,
    Truth,
    dump_truth,
    find_pages,
    hash_truth,
    load_truth,
    make_truth,
)
from evaluation_articles import article

CORPUS: Final = os.environ.get("LEMONDE_PARSE_CORPUS")
REAL_PAGES: Final = find_pages(Path(CORPUS)) if CORPUS else []


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


def test_test_pages_get_a_perfect_score(capsys: pytest.CaptureFixture[str]) -> None:
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


def test_refused_page_must_raise_the_expected_error(tmp_path: Path) -> None:
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


def test_hashes_in_an_unknown_format_are_an_error(tmp_path: Path) -> None:
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


@pytest.mark.skipif(not CORPUS, reason="needs a folder of real pages in LEMONDE_PARSE_CORPUS")
def test_hashes_of_real_pages_give_the_same_score_as_texts(tmp_path: Path) -> None:
    for page in REAL_PAGES:
        hashed = attrs.evolve(page, truth=tmp_path / f"{page.name}.json")
        hashed.truth.write_text(dump_truth(hash_truth(page.truth, page.path.read_bytes())), "utf-8")
        by_text, by_hash = score_page(page), score_page(hashed)
        assert attrs.evolve(by_text, differences=()) == attrs.evolve(by_hash, differences=())


@pytest.mark.skipif(not CORPUS, reason="needs a folder of real pages in LEMONDE_PARSE_CORPUS")
def test_stored_hashes_match_the_truths_of_real_pages() -> None:
    pages = {sha256(page.path.read_bytes()).hexdigest(): page for page in REAL_PAGES}
    for origin in load_manifest():
        if page := pages.get(origin.sha256):
            carried = load_truth(TRUTHS / f"{origin.name}.json")
            assert carried == hash_truth(page.truth, page.path.read_bytes())


# Collecting pages from repositories

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
    """Create a repository with these files; return the commit. A later commit changes the files."""
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
    """Write a manifest with these rows, and a truth for each; return the options that name them."""
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
def test_pages_are_collected_from_a_commit_and_scored(
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
def test_missing_pages_are_listed_with_commands_to_get_them(
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
    assert missing[1].endswith("ann/pages: a.html has a different SHA-256")
    assert missing[2].endswith("ann/pages: no quoted:html in a.html")
    assert missing[3].endswith("bob/none is not cloned")
    assert title == "These commands may fetch the missing pages:"
    assert clone.startswith("git clone https://github.com/bob/none ")
    assert fetch.endswith(f" fetch origin {'0' * 40}")
    assert not list((tmp_path / "out" / "pages").iterdir())


def sorted_commands(printed: str) -> list[str]:
    """Return the printed lines, with the two commands at the end sorted: clone, then fetch."""
    lines = printed.splitlines()
    return [*lines[:-2], *sorted(lines[-2:], key=lambda line: "fetch" in line)]


@pytest.mark.parametrize(
    "part", ["json:1/raw", "json:0/other", "json:0/raw/content", "quoted:html"]
)
def test_page_missing_from_its_file_is_an_error(part: str) -> None:
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


def test_page_that_differs_from_its_hashes_has_no_right_article(tmp_path: Path) -> None:
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


def test_json_without_pages_has_no_totals() -> None:
    assert as_json([], {})["totals"] is None
    assert Truth().basis == Basis()
