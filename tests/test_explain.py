"""The report that explains how a page was read: its content, and its display in a browser."""

from __future__ import annotations

import html as escaping
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from lxml import html

from lemonde_parse import (
    LAYOUTS,
    Article,
    Aside,
    Author,
    Embed,
    EmptyPageError,
    Figure,
    Layout,
    Paragraph,
    ParseWarning,
    RelatedLink,
    Removal,
    Report,
    Role,
    Source,
    explain,
    parse,
)

FOLDERS: Final = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.html"))
every_page = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def texts_at(report: str, path: str) -> list[str]:
    """Return the texts that an XPath selects in a report."""
    return [
        " ".join(str(element.text_content()).split())
        for element in html.document_fromstring(report).xpath(path)
    ]


def cls(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


@every_page
def test_the_report_shows_every_block_removal_field_and_warning(folder: Path) -> None:
    page = (folder / "page.html").read_bytes()
    article, report = parse(page), explain(page)
    root = html.document_fromstring(report)
    tops = root.xpath(f"//div[{cls('kept')}]/div[{cls('block')}]/p[@class='type']")
    assert [str(top.text_content()) for top in tops] == [
        f"{index} "
        f"{block.type.replace('_', ' ')}{f' {block.level}' if block.type == 'heading' else ''}"
        for index, block in enumerate(article.body)
    ]
    shown = " ".join(str(root.text_content()).split())
    for paragraph in article.paragraphs:
        assert " ".join(paragraph.text.split()) in shown
    rules = texts_at(report, f"//article[{cls('card')}]/p[@class='rule']")
    assert sorted(rules) == sorted(removal.rule for removal in article.report.removed)
    assert len(texts_at(report, f"//article[{cls('card')}]")) == len(article.report.removed) + len(
        article.related_links
    )
    assert len(texts_at(report, "//section[@id='notes']//dd/ul/li")) == len(article.report.warnings)
    assert article.report.layout in texts_at(report, "//section[@id='notes']//code")
    fields = texts_at(report, "//section[@id='fields']//tbody//th")
    assert {source.field for source in article.report.sources} <= set(fields)


@every_page
def test_removals_are_next_to_the_following_block(folder: Path) -> None:
    page = (folder / "page.html").read_bytes()
    article = parse(page)
    rows = html.document_fromstring(explain(page)).xpath(f"//div[{cls('row')}]")
    for index, row in enumerate(rows):
        last = index >= len(article.body)
        wanted = [
            removal.text
            for removal in article.report.removed
            if removal.position == index or (last and removal.position > index)
        ]
        shown = [
            str(text.text_content())
            for text in row.xpath(
                f".//article[{cls('card')} and p[@class='rule']]/p[@class='text']"
            )
        ]
        assert [" ".join(text.split()) for text in shown] == [
            " ".join(text.split()) for text in wanted
        ]


def test_report_shows_text_and_removals_before_fields() -> None:
    page = Path(__file__).parent / "pages" / "2023-premium-truncated" / "page.html"
    report = explain(page.read_bytes())
    assert texts_at(report, "//main/section/h2") == [
        "Article and removed texts",
        "Layout, warnings, completeness",
        "Fields",
        "Rows of the layout without effect",
    ]
    assert texts_at(report, f"//ul[{cls('legend')}]/li") == [
        "1 badge",
        "1 paywall",
        "1 related",
        "1 share",
    ]


@every_page
def test_report_loads_no_resources_and_runs_no_scripts(folder: Path) -> None:
    root = html.document_fromstring(explain((folder / "page.html").read_bytes()))
    assert (
        root.xpath(
            "//script | //img | //iframe | //video | //audio | //object | //embed | //form | "
            "//@src | //@srcset"
        )
        == []
    )
    assert root.xpath("//link/@href") == ["data:,"]
    assert "url(" not in root.xpath("string(//style)")
    assert "@import" not in root.xpath("string(//style)")


def test_report_escapes_the_article() -> None:
    """A browser opens the report, and the page may be malicious, so every field is escaped."""
    bad = "</p></style><script>alert(1)</script><img src=x onerror=alert(1)>"
    article = Article(
        headline=bad,
        in_language='"><script>',
        body=(Paragraph(text=bad), Figure(url="javascript:alert(1)", caption=bad),
        Embed(url="data:text/html,x", text=bad), Aside(title=bad)),
        related_links=(RelatedLink(label=bad, headline=bad, url="javascript:alert(1)"),),
        report=Report(
            layout=bad,
            removed=(Removal(reason="share", text=bad, rule=bad, position=9),),
            sources=(Source(field="headline", value=bad, origin=bad, won=True),
            Source(field="headline", value="x" + bad, origin=bad, won=False)),
            warnings=(ParseWarning(code="cut", message=bad),),
            parser_version=bad,
        ),
    )  # fmt: skip
    root = html.document_fromstring(explain(article))
    assert root.xpath("//script | //img") == []
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
    assert [href for href in root.xpath("//a/@href") if not href.startswith("#")] == []
    assert str(root.text_content()).count("alert(1)") >= 10


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        (
            "lemonde_2018: .catcher--last",
            (r"row \d+ of \d+ in the roles of 'lemonde_2018': \.catcher--last → Role\.NEWSLETTER "
            r"\(the last box, 2019\)"),
        ),
        ("lemonde_2018: .capping*", (r"row \d+ of \d+ in the roles of 'lemonde_2018': "
            r"\.capping\* → Role\.BOILERPLATE")),
        ("lefigaro_2019: .sharedaddy", (r"row \d+ of \d+ in the roles of 'lefigaro_2019': "
            r"\.sharedaddy → Role\.SHARE")),
        ("html: button", r"HTML’s tag button → Role\.BOILERPLATE"),
        ("notice.percent", r"a line like “Il vous reste 57.09% .+” \(last paragraph of truncated pages, 2019–26.+\)"),
    ],
)  # fmt: skip
def test_rule_is_shown_with_its_row(rule: str, place: str) -> None:
    article = Article(
        body=(), report=Report(removed=(Removal(reason="share", text="x", rule=rule),))
    )
    (shown,) = texts_at(explain(article), "//p[@class='place']")
    assert re.fullmatch(place, shown), shown


def test_row_number_is_its_position_in_the_table() -> None:
    roles = LAYOUTS[0].roles
    row = list(roles)[4]
    removed = (Removal(reason="share", text="x", rule=f"{LAYOUTS[0].name}: {row}"),)
    (shown,) = texts_at(
        explain(Article(body=(), report=Report(removed=removed))), "//p[@class='place']"
    )
    assert shown.startswith(f"row 5 of {len(roles)} in the roles of '{LAYOUTS[0].name}': {row} →")


def test_rule_without_a_row_is_described_as_code() -> None:
    removed = tuple(
        Removal(reason="byline", text="x", rule=rule)
        for rule in (
            "signature.last",
            "no_such_layout: .x",
            "lemonde_2018: .no-such-class",
            "html: nosuchtag",
            "phrases: nosuchkind",
            "loose",
        )
    )
    places = texts_at(
        explain(Article(body=(), report=Report(removed=removed))), "//p[@class='place']"
    )
    assert places == ["a rule in the library's code, not in a table"] * 6


def test_rows_of_custom_layouts_are_numbered() -> None:
    mine = Layout(
        name="mine",
        markers=("gz",),
        content=(".gz",),
        roles={".a": Role.ASIDE, ".share": Role.SHARE},
        stop_at=(".end",),
    )
    page = '<div class="gz"><p>Deux mots.</p><p class="share">Partager</p></div>'
    for report in (
        explain(page, layout=mine),
        explain(page, layouts=[mine]),
        explain(parse(page, layout=mine), layout=mine),
    ):
        assert texts_at(report, "//p[@class='place']") == [
            "row 2 of 2 in the roles of 'mine': .share → Role.SHARE"
        ]
    removed = (Removal(reason="boilerplate", text="x", rule="mine: stop_at"),)
    report = explain(evolve(parse(page, layout=mine), report=Report(removed=removed)), layout=mine)
    assert texts_at(report, "//p[@class='place']") == ["stop_at of the layout 'mine': .end"]


def test_report_shows_winning_and_losing_sources() -> None:
    article = Article(
        headline="Un titre",
        body=(Paragraph(text="Deux mots."),),
        announced_length=20,
        report=Report(
            sources=(
                Source(field="headline", value="Un titre", origin="printed", won=True),
                Source(field="headline", value="Un titre", origin="json_ld", won=False),
                Source(field="headline", value="Un autre", origin="og", won=False),
                Source(field="kicker", value="", origin="printed", won=False),
            )
        ),
    )
    report = explain(article)
    rows = {row[0]: row[1:] for row in table(report)}
    assert rows["headline"] == ["Un titre", "printed", "json_ld the sameog Un autre"]
    assert rows["kicker"] == ["none", "–", "printed nothing"]
    assert rows["is_truncated"] == ["no", "–", "–"]
    (silent,) = texts_at(report, "//p[@class='silent']")
    assert silent.startswith("Not found on the page: genre, url, canonical_url, ")
    assert "The body has 50% of the 20 characters that the page announces." in " ".join(
        texts_at(report, "//dd")
    )


def test_report_shows_the_text_a_value_was_read_from() -> None:
    """The report omits texts that only repeat the value, and repeated claims of the same origin."""
    article = Article(
        authors=(Author(name="Claire Vasseur"),),
        keywords=("mer", "ports"),
        is_truncated=True,
        percent_left=35.2,
        body=(),
        report=Report(
            sources=(
                Source(field="authors", value="Par Claire Vasseur", origin="printed", won=True),
                Source(field="keywords", value="mer, ports", origin="json_ld", won=True),
                Source(field="keywords", value="mer", origin="og", won=False),
                Source(field="keywords", value="mer", origin="og", won=False),
                Source(
                    field="is_truncated", value="Il reste 35,2 % à lire", origin="notice", won=True
                ),
                Source(
                    field="percent_left", value="Il reste 35,2 % à lire", origin="notice", won=True
                ),
            )
        ),
    )
    rows = {row[0]: row[1:] for row in table(explain(article))}
    assert rows["authors"] == ["name Claire Vasseur", "printed Par Claire Vasseur", "–"]
    assert rows["keywords"] == ["merports", "json_ld", "og mer"]
    assert rows["is_truncated"] == ["yes", "notice Il reste 35,2 % à lire", "–"]
    assert rows["percent_left"] == ["35.2", "notice Il reste 35,2 % à lire", "–"]


def table(report: str) -> list[list[str]]:
    rows = html.document_fromstring(report).xpath("//section[@id='fields']//tbody/tr")
    return [[" ".join(str(cell.text_content()).split()) for cell in row] for row in rows]


def test_long_removals_are_keyboard_accessible() -> None:
    removed = tuple(
        Removal(reason="comments", text="x" * length, rule="loose") for length in (300, 301)
    )
    report = explain(Article(body=(), report=Report(removed=removed)))
    assert [len(text) for text in texts_at(report, "//p[@class='text' and @tabindex='0']")] == [301]


def test_report_says_that_the_body_is_empty() -> None:
    assert texts_at(explain(Article(body=())), "//p[@class='end']") == ["The body is empty."]


def test_explain_of_an_empty_page_is_an_error() -> None:
    with pytest.raises(EmptyPageError):
        explain(b"")


# In a browser

CHROMIUM: Final = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
BUSY: Final = ("2014-article", "2023-live", "2023-premium-truncated", "lefigaro")


@pytest.mark.skipif(
    CHROMIUM is None,
    reason="needs chromium",
)
def test_report_is_displayed_without_problems_in_a_browser(tmp_path: Path) -> None:
    """On a wide screen and on a phone, nothing is wider than the window, the console is empty, and
    the keyboard can reach links and scrollable parts."""
    long = "x" * 400
    hard = Article(
        headline=long,
        canonical_url=f"https://x.example/{long}",
        body=(Paragraph(text=long), Figure(url=f"https://x.example/{long}")),
        report=Report(
            removed=(Removal(reason="share", text=long, rule=long),),
            sources=(Source(field="headline", value=long, origin=long, won=False),),
        ),
    )
    reports = [
        explain((Path(__file__).parent / "pages" / name / "page.html").read_bytes())
        for name in BUSY
    ] + [explain(hard)]
    frames = "".join(
        f'<iframe style="width:{width}px;height:600px" srcdoc="{escaping.escape(report)}"></iframe>'
        for report in reports
        for width in (1280, 390)
    )
    measure = """<script>onload = () => {
        const sizes = [...document.querySelectorAll("iframe")].map(frame => {
            const root = frame.contentDocument.documentElement;
            const focusable = frame.contentDocument.querySelectorAll("a[href], [tabindex='0']");
            return [root.scrollWidth - root.clientWidth, root.clientWidth, focusable.length > 4];
        });
        document.title = JSON.stringify(sizes);
    }</script>"""
    page = tmp_path / "frames.html"
    page.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><style>iframe {{ border: '
        f"0 }}</style>{frames}{measure}",
        "utf-8",
    )
    done = subprocess.run(  # the installed browser  # noqa: S603
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
         "--disable-background-networking", "--enable-logging=stderr",
         f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    assert title, done.stderr[-500:]
    measured = json.loads(escaping.unescape(title[1]))
    assert [overflow for overflow, _, _ in measured] == [0] * len(measured)
    assert {width for _, width, _ in measured} <= {
        1280,
        1265,
        390,
        375,
    }  # with or without a scroll bar
    assert all(reachable for _, _, reachable in measured)
    assert "CONSOLE" not in done.stderr
