"""Invented pages, which keep the structure of a real page but replace its words."""

from __future__ import annotations

import json
import os
from html import escape
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import new_page
import write_pages
from lemonde_parse import EmptyPageError, LemondeParseError, command, parse
from lemonde_parse.invent import invented
from lemonde_parse.invent.invented import Invented, invent, invent_page
from lemonde_parse.invent.known import keys_of, markup_words, needed_words, wording_words
from lemonde_parse.invent.page import replace_page
from lemonde_parse.invent.words import WORD, Inventor

HERE: Final = Path(__file__).parent
PAGES: Final = [*sorted(HERE.glob("pages/*/page.html")), *sorted(HERE.glob("texts/*/page.*"))]
CORPUS: Final = os.environ.get("LEMONDE_PARSE_CORPUS")
REAL_PAGES: Final = sorted(Path(CORPUS, "pages").glob("*.*")) if CORPUS else []
LONG: Final = 5
"""Words with at least this many letters must not survive."""

every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)


def invented_text(html: str) -> str:
    return invent_page(html.encode(), "needed").decode()


def long_words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text) if len(word) >= LONG}


@every_page
def test_invented_page_is_read_like_the_original(path: Path) -> None:
    """Compare the layouts, types of blocks, related links, and removals for each reason."""
    assert invent(path.read_bytes()).differences == ()


@every_page
def test_invented_page_has_no_long_word_of_the_prose_except_known_phrases(path: Path) -> None:
    page = path.read_bytes()
    article, invented = parse(page), parse(invent_page(page, "needed"))
    prose = long_words(f"{article.headline} {article.description} {article.text}")
    kept = prose & long_words(f"{invented.headline} {invented.description} {invented.text}")
    assert {word for word in kept if not keys_of([word]) <= wording_words()} == set()


@every_page
def test_invented_source_has_no_long_word_of_the_prose_except_markup(path: Path) -> None:
    """The source includes attributes, addresses, JSON and comments."""
    page = path.read_bytes()
    kept = keys_of(long_words(parse(page).text)) & keys_of(
        long_words(invent_page(page, "needed").decode())
    )
    assert kept - wording_words() - markup_words() - STRUCTURE.get(path.parent.name, set()) == set()


STRUCTURE: Final = {
    "2020-blog": {"lauzes"},
    "2020-news-lists-as-headings": {"haute"},
    "2023-editorial": {"forets"},
    "2023-film-review": {"cinema"},
    "2025-english-truncated": {"first"},
}
"""Words of the prose that also appear in names of classes or hosts on the page."""


def test_the_same_page_gives_the_same_invented_page() -> None:
    page = (HERE / "pages" / "2023-interview" / "page.html").read_bytes()
    assert invent_page(page, "needed") == invent_page(page, "needed")


def test_invented_words_depend_on_the_page() -> None:
    """Otherwise, one list of replacements would recover the words of every page."""
    assert invented_text("<p>Des barques.") != invented_text("<p>Des barques. ")


def test_words_keep_their_length_capitals_and_punctuation() -> None:
    inventor = Inventor(b"", kept=frozenset(), taken=frozenset())
    text = "« L’ÉCLUSIER de Port-Liseron, dit-elle, paie\u00a012\u202f000 € ! »"
    replaced = inventor.replace(text)
    assert [letter.isupper() for letter in replaced] == [letter.isupper() for letter in text]
    assert [letter for letter in replaced if not letter.isalpha()] == [
        letter for letter in text if not letter.isalpha()
    ]
    assert long_words(replaced) & long_words(text) == set()


def test_spellings_of_a_word_have_the_same_replacement() -> None:
    inventor = Inventor(b"", kept=frozenset(), taken=frozenset())
    first, *others = inventor.replace("ecluse ÉCLUSE Écluse éc\u00adluse écluses").split()
    plain = [word.lower() for word in others]
    assert plain[0] == plain[1] == plain[2].replace("\u00ad", "")
    assert plain[3].startswith(plain[0][:4])
    assert [len(first), len(others[2])] == [6, 7]


def test_word_of_the_page_is_not_used_as_a_replacement() -> None:
    inventor = Inventor(b"", kept=frozenset(), taken=frozenset())
    word = inventor.replace("barque")
    assert Inventor(b"", kept=frozenset(), taken=frozenset({word})).replace("barque") != word


def test_letters_of_other_alphabets_stay_in_their_alphabet() -> None:
    inventor = Inventor(b"", kept=frozenset(), taken=frozenset())
    replaced = inventor.replace("Москва")
    assert replaced != "Москва"
    assert all("\u0400" <= letter <= "\u04ff" for letter in replaced)


def test_known_words_are_kept_only_inside_known_phrases() -> None:
    assert needed_words(["Article réservé à nos abonnés"]) == {
        "article", "reserve", "a", "nos", "abonnes",
    }  # fmt: skip
    assert needed_words(["Les abonnés " + "de la régie " * 30]) == set()


def test_attributes_with_prose_are_replaced_and_markup_is_kept() -> None:
    page = (
        '<figure class="article__media" data-caption="Des barques à quai"><img alt="Des barques"'
        ' width="300" src="https://img.lemde.fr/2023/barques-quai_12.jpg" title=Barques></figure>'
    )
    written = invented_text(page)
    assert 'class="article__media"' in written
    assert 'width="300"' in written
    assert "https://img.lemde.fr/2023/" in written
    assert "_12.jpg" in written
    assert "arque" not in written


def test_prose_in_names_of_attributes_and_in_identifiers_is_replaced() -> None:
    """After an unescaped quotation mark, prose looks like attribute names."""
    written = invented_text(
        '<meta content="Une "barque noire" est à quai"><h2 id="la-barque-noire-est-a-quai">Texte</h2>'
        '<p id="barque" data-noire="1" onclick="x()" hidden>'
    )
    assert "arque n" not in written
    assert 'oire"' not in written
    assert "arque-" not in written
    assert '<p id="barque" data-noire="1" onclick="x()" hidden>' in written


def test_json_ld_keeps_its_keys_types_and_dates() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Les barques à quai",
        "datePublished": "2023-09-14T06:00:12+02:00",
        "author": [{"@type": "Person", "name": "Zoé Barque"}],
    }
    page = f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Les barques</h1>'
    written = invented_text(page)
    start = written.index("{")
    read = json.loads(written[start : written.index("</script>")])
    assert {name: read[name] for name in ("@type", "datePublished")} == {
        name: data[name] for name in ("@type", "datePublished")
    }
    assert read["author"][0]["@type"] == "Person"
    assert read["headline"].split()[1] == written.partition("<h1>")[2].split()[1][:-5]
    assert "arque" not in written


def test_strings_in_scripts_are_replaced_but_keep_their_escapes() -> None:
    written = invented_text(
        r"""<script>var t = {"title": "La barque \u00e0 quai d\u00e9truite",
        'html': '<b>barque<\/b>\nnoire', key: `barque`};</script><p>Texte"""
    )
    assert "arque" not in written
    assert r"La " in written
    assert r"<\/b>\n" in written
    assert r"\u00e0 " in written
    assert "'html'" in written


def test_entities_are_kept_unless_they_are_letters() -> None:
    lines: list[str] = []
    written = replace_page("<p>d&eacute;j&agrave;&nbsp;l&rsquo;eau", str.upper, lines.append)
    assert written == "<p>DÉJÀ&nbsp;L&rsquo;EAU"
    assert lines == ["déjà l’eau", "déjà l’eau"]


def test_words_in_comments_are_replaced_and_markup_is_kept() -> None:
    written = invented_text('<p>Texte<!-- barque --><!--[if IE]><p class="lead">barque</p>-->')
    assert "arque" not in written
    assert '<!--[if IE]><p class="lead">' in written


def test_images_in_data_addresses_are_replaced() -> None:
    written = invented_text('<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==">')
    assert written == '<img src="data:image/png;base64,AAAA">'


def test_hosts_and_sections_of_known_sites_are_kept_in_addresses() -> None:
    written = invented_text(
        '<a href="https://www.lemonde.fr/idees/article/2023/09/14/la-barque_6189302_3232.html">x</a>'
    )
    assert written.startswith('<a href="https://www.lemonde.fr/')
    assert "/article/2023/09/14/la-" in written
    assert written.endswith('_6189302_3232.html">x</a>')
    assert "barque" not in written


def test_page_in_another_encoding_becomes_utf8() -> None:
    page = '<meta charset="iso-8859-1"><p>Des écluses fermées'.encode("latin-1")
    written = invent_page(page, "needed")
    assert b'<meta charset="utf-8">' in written
    assert len(written.decode()) == len(page) + len("utf-8") - len("iso-8859-1")


LABELLED: Final = """<main><h1 class="article__title">Les barques</h1><article class="article__content">
<p>Elles partent.</p><p>Lire aussi <a href="/quai">Le quai</a></p></article></main>"""


@pytest.mark.parametrize(
    ("other", "differences"),
    [
        (LABELLED.replace("partent", "restent"), ()),
        (LABELLED.replace("Lire aussi", "Lire"), ()),
        (
            LABELLED.replace("Lire aussi ", "Un quai, "),
            ("2 blocks instead of 1", "0 related links instead of 1"),
        ),
        (LABELLED.replace("<p>Elles", "<h2>Elles"), ("other types of blocks",)),
        (
            LABELLED.replace("</article>", "<p>Partager</p></article>"),
            ("1 removals with the reason share instead of 0",),
        ),
        (
            "<title>Un titre</title>",
            (
                "NotAnArticleError instead of lemonde_2018",
                "0 blocks instead of 1",
                "0 related links instead of 1",
            ),
        ),
    ],
)
def test_differences_are_named(
    other: str, differences: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replace the invented page with another one, so that there are differences."""
    monkeypatch.setattr(invented, "invent_page", lambda *_: other.encode())
    assert invent(LABELLED.encode()).differences == differences


def test_more_known_words_are_kept_if_the_page_is_read_differently(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = {"needed": "<p>Une phrase.</p>", "known": LABELLED}
    monkeypatch.setattr(invented, "invent_page", lambda _, keep, __: pages[keep].encode())
    assert invent(LABELLED.encode()) == Invented(LABELLED.encode(), ())


def test_json_and_html_in_attributes_are_replaced_and_remain_valid() -> None:
    data = {"title": "La barque « noire » d’Arles 🚣", "@type": "Figure"}
    page = (
        f"<p data-a='{escape(json.dumps(data))}' data-b=\"{escape(json.dumps(data))}\""
        ' data-c="{barque" data-d="<b class=\'barque\'>barque</b>">Texte'
    )
    attributes = html.fragment_fromstring(invented_text(page)).attrib
    for name in ("data-a", "data-b"):
        read = json.loads(str(attributes[name]))
        assert read["@type"] == "Figure"
        assert read["title"].endswith(" 🚣")
        assert "arque" not in read["title"]
    assert "arque" not in str(attributes["data-c"])
    assert str(attributes["data-d"]).startswith("<b class='barque'>")


@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.text(max_size=20)),
    st.booleans(),
)
def test_invented_json_has_the_same_keys(data: dict[str, str], is_ascii: bool) -> None:
    lines: list[str] = []
    written = replace_page(
        f"<script>{json.dumps(data, ensure_ascii=is_ascii).replace('<', ' ')}</script>",
        str.swapcase,
        lines.append,
    )
    read = json.loads(written[len("<script>") : -len("</script>")])
    assert list(read) == [key.replace("<", " ") for key in data]


def test_an_empty_page_is_an_error() -> None:
    with pytest.raises(EmptyPageError):
        invent(b"")


def test_new_test_page_has_invented_prose_and_the_expected_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run `make page` in a temporary folder."""
    monkeypatch.setattr(write_pages, "PAGES", tmp_path)
    source = HERE / "pages" / "2023-interview" / "page.html"
    assert new_page.main("interview", source) == 0
    article = parse((tmp_path / "interview" / "page.html").read_bytes())
    written = json.loads((tmp_path / "interview" / "expected.json").read_text("utf-8"))
    removed = json.loads((tmp_path / "interview" / "removed.json").read_text("utf-8"))
    assert written["headline"] == article.headline != parse(source.read_bytes()).headline
    assert [row[0] for row in removed] == [row.reason for row in article.report.removed]
    assert new_page.main("interview", source) == 1
    assert "exists: choose another name" in capsys.readouterr().err


def test_bug_report_has_an_invented_page_and_a_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The description that `lemonde-parse report-bug` prints has no words of the page either."""
    monkeypatch.chdir(tmp_path)
    source = HERE.parent / "examples" / "article.html"
    assert command.main(["report-bug", str(source)]) == 0
    article = parse((tmp_path / "article-invented.html").read_bytes())
    printed = capsys.readouterr()
    assert printed.out.splitlines()[1:] == [
        "layout: lemonde_2018",
        f"headline: {article.headline}",
        "blocks: 1 figure, 3 paragraph, 1 quote, 1 heading",
        "removed: 1 badge, 1 share, 1 paywall",
        "related links: 2",
        "warnings: none",
    ]
    assert article.headline != parse(source.read_bytes()).headline
    assert printed.err.startswith("lemonde-parse: wrote article-invented.html. Look through it")


def test_bug_report_keeps_the_file_type_and_names_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    source = HERE / "texts" / "paste-opinion" / "page.txt"
    assert command.main(["report-bug", str(source)]) == 0
    assert (tmp_path / "page-invented.txt").exists()
    Path("front.html").write_text(
        "<title>Économie : toute l’actualité</title><p>Vingt titres.</p>"
        '<script>var lmd = {"context": {"pageType": "rubrique"}};</script>',
        "utf-8",
    )
    capsys.readouterr()
    assert command.main(["report-bug", "front.html"]) == 0
    assert "error: NotAnArticleError: not an article (section front)" in capsys.readouterr().out


def exit_status(arguments: list[str]) -> object:
    try:
        return command.main(arguments)
    except SystemExit as error:
        return error.code


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["missing.html"], 1),
        (["."], 1),
        (["page.html", "--out", "page.html"], 2),
        (["page.html", "--out", "."], 2),
    ],
)
def test_bug_report_that_fails_prints_one_error_line(
    arguments: list[str],
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text("<p>Deux mots.", "utf-8")
    assert exit_status(["report-bug", *arguments]) == status
    assert capsys.readouterr().err.splitlines()[-1].startswith("lemonde-parse")
    assert Path("page.html").read_text("utf-8") == "<p>Deux mots."


@given(
    st.lists(
        st.sampled_from(
            [
                "<p ", " class=", '"', "'", ">", "<!--", "-->", "<script>", "</script>", "{", "}", ":",
                "é", "mot", "&eacute", ";", "\\", "\\u00e9", "//", "/", "`", " ", "\n", "<", "data:",
                "\u00ad", "ß", "İ", "&#233;", "&#xd800;", "=",
            ]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_source_keeps_its_paragraph_tags_or_is_refused(parts: list[str]) -> None:
    """The number of `<p ` in the source stays the same."""
    page = "<!DOCTYPE html><p>" + "".join(parts)
    try:
        written = invent_page(page.encode(), "needed").decode()
    except LemondeParseError:
        return
    assert written.count("<p ") == page.count("<p ")


@pytest.mark.parametrize("path", REAL_PAGES, ids=lambda path: path.stem[:40])
def test_real_page_is_read_like_its_invented_page(path: Path) -> None:
    """Test the pages of the folder that LEMONDE_PARSE_CORPUS names."""
    assert invent(path.read_bytes()).differences == ()
