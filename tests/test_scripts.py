"""The scripts of a page: JSON-LD, and data that a site assigns to a script variable."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from lemonde_parse import Author, ParseWarning
from lemonde_parse.journal import Journal
from lemonde_parse.metadata import page_context
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.page_head import read_head
from lemonde_parse.metadata.precedence import decide
from lemonde_parse.metadata.scripts import assigned_object, at_path, json_ld_nodes
from lemonde_parse.sites.lemonde import LEMONDE
from metadata_pages import script, values_of, values_of_json


def nodes_of(source: str) -> tuple[list[dict[str, Any]], list[ParseWarning]]:
    page, journal = source.encode(), Journal()
    return json_ld_nodes(page, read_head(page), journal), list(journal.warnings)


ONE, TWO = {"a": 1}, {"b": 2}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ('{"a": 1}', [ONE]),
        (' \n{"a": 1};\n', [ONE]),
        ('[{"a": 1}, {"b": 2}]', [ONE, TWO]),
        ('[{"a": 1}, 3, null, "x"]', [ONE]),
        ('{"@context": "https://schema.org", "@graph": [{"a": 1}, "x", {"b": 2}]}', [ONE, TWO]),
        ('[{"@graph": [{"a": 1}]}, {"b": 2}]', [ONE, TWO]),
        ('{"@graph": {"a": 1}}', [{"@graph": {"a": 1}}]),
        ('{"a": "deux\nlignes"}', [{"a": "deux\nlignes"}]),
        ('{"a": 1} // fin', [ONE]),
        ("null", []),
        ('"x"', []),
        ("[]", []),
    ],
)
@pytest.mark.parametrize("place", ["<head>{}</head><body></body>", "<head></head><body>{}</body>"])
def test_objects_of_json_ld_are_read(place: str, text: str, nodes: list[dict[str, Any]]) -> None:
    assert nodes_of(place.format(script(text))) == (nodes, [])


def test_scripts_are_read_in_page_order() -> None:
    page = f"<head>{script(json.dumps(ONE))}</head><body>{script(json.dumps(TWO))}</body>"
    assert nodes_of(page) == ([ONE, TWO], [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1,,}', "ignored invalid JSON-LD: "),
        ("", "ignored invalid JSON-LD: "),
        ("{{ données }}", "ignored invalid JSON-LD: "),
        ('{"a": ' + "9" * 5_000 + "}", "ignored invalid JSON-LD: "),
        ("[" * 100_000, "ignored JSON-LD: it is nested too deeply"),
        ('{"a":' * 100_000, "ignored JSON-LD: it is nested too deeply"),
    ],
    ids=lambda text: text[:12],
)
def test_broken_json_ld_is_a_warning_and_the_rest_is_read(text: str, message: str) -> None:
    nodes, warnings = nodes_of("<head>" + script(text) + script('{"a": 1}') + "</head>")
    assert nodes == [ONE]
    assert [warning.code for warning in warnings] == ["json"]
    assert warnings[0].message.startswith(message)


def test_json_ld_of_more_than_two_megabytes_is_not_read() -> None:
    nodes, warnings = nodes_of("<head>" + script('["' + "a" * 2_000_000 + '"]') + "</head>")
    assert nodes == []
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("limit", "ignored JSON-LD of 2000004 bytes; the limit is 2000000")
    ]


def test_number_of_scripts_is_limited() -> None:
    nodes, _ = nodes_of("<head></head>" + script('{"a": 1}') * 500)
    assert 0 < len(nodes) < 500


@pytest.mark.parametrize(
    "page",
    [
        "<head><!-- {} --></head>",
        "<head></head><body><!-- {} --></body>",
        "<head></head><body><p>application/ld+json</p></body>",
        "<head></head><body><script>var x = 'application/ld+json {{\"a\": 1}}'</script></body>",
        "<head></head><body><p title='application/ld+json'>{{\"a\": 1}}</p></body>",
    ],
)
def test_text_similar_to_a_script_is_not_read(page: str) -> None:
    assert nodes_of(page.format(script('{"a": 1}'))) == ([], [])


@pytest.mark.parametrize(
    "tag",
    [
        "<script type='application/ld+json'>{}</script>",
        '<script id="x" type="application/ld+json" data-y="z">{}</script>',
        '<script data-x="a>b" type="application/ld+json">{}</script>',
        '<script type="application/ld+json" data-x="a>b">{}</script>',
        '<SCRIPT TYPE="application/ld+json">{}</SCRIPT>',
        '<script type="application/ld+json">{}',
    ],
)
@pytest.mark.parametrize("before", ["<head>", "<head></head><body>"])
def test_script_in_any_notation_is_read_once(before: str, tag: str) -> None:
    assert nodes_of(before + tag.format('{"a": 1}')) == ([ONE], [])


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        ({"a": {"b": 1}}, ("a", "b"), 1),
        ({"a": {"b": 1}}, ("a",), {"b": 1}),
        ({"a": {"b": 1}}, ("a", "c"), None),
        ({"a": [1]}, ("a", "b"), None),
        (None, ("a",), None),
        ("x", ("a",), None),
    ],
)
def test_value_at_a_path_of_keys_is_found(value: Any, path: tuple[str, ...], found: object) -> None:
    assert at_path(value, *path) == found


# The context: data that a site assigns to a script variable


def context_of(source: str) -> tuple[dict[str, Any] | None, list[ParseWarning]]:
    journal = Journal()
    page = source.encode()
    context = page_context.page_context(page, read_head(page), journal)
    return context.node if context is not None else None, list(journal.warnings)


def context_claims(node: dict[str, Any]) -> list[Claim[object]]:
    record = LEMONDE.context
    assert record is not None
    return list(page_context.claims(page_context.PageContext(record, node)))


@pytest.mark.parametrize(
    "source",
    [
        '<script>var lmd = {"context": {"element": {}}, "x": 1};</script>',
        '<script>\nvar lmd={"context":{"element":{}}};var y = 2;</script>',
        '<script>lmd.context = {"element": {}};</script>',
        '<script>lmd.context={"element":{}}</script>',
        '<script>var lmd = lmd || {};\nlmd.context={"element":{}}</script>',
        '<script>if (lmd.context) {}\nlmd.context={"element":{}}</script>',
        '<script>var lmd = {"context": {"element": {}}}',
    ],
)
def test_the_context_is_found_in_any_form(source: str) -> None:
    assert context_of(source) == ({"element": {}}, [])


@pytest.mark.parametrize("form", ["var lmd = {{'context': {}}}", "lmd.context = {}"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "<head></head>",
        "<head><title>Un titre</title></head><body>" + "x" * 40_000,
        "var </head>",
        "lmd</head>",
    ],
)
def test_context_is_found_anywhere(form: str, before: str) -> None:
    assert context_of(before + form.replace("'", '"').format('{"element": {}}')) == (
        {"element": {}},
        [],
    )


@pytest.mark.parametrize(
    ("head", "body", "context"),
    [
        ('var lmd = {"context": {"a": 1}}', "", {"a": 1}),
        ("", 'lmd.context = {"a": 1}', {"a": 1}),
        (
            '<link rel="canonical" href="https://www.lemonde.fr/a.html">',
            'lmd.context = {"a": 1}',
            {"a": 1},
        ),
        ('<link rel="canonical" href="/a.html">', 'lmd.context = {"a": 1}', {"a": 1}),
        ('<link rel="canonical" href="https://a.example/">lmd.context = {"a": 1}', "", {"a": 1}),
        ('<link rel="canonical" href="https://a.example/">', 'lmd.context = {"a": 1}', None),
        ('<meta property="og:url" content="https://a.example/">', 'lmd.context = {"a": 1}', None),
    ],
)
def test_context_outside_the_head_is_only_read_on_pages_of_the_site(
    head: str, body: str, context: object
) -> None:
    assert context_of(f"<head>{head}</head><body>{body}</body>") == (context, [])


def test_broken_context_gives_one_warning() -> None:
    for before in ("", "<head></head>", "<head></head>" + "x" * 40_000):
        context, warnings = context_of(before + "lmd.context = {a: 1}</script>")
        assert (context, len(warnings)) == (None, 1)


@pytest.mark.parametrize(
    "source",
    ["", "<p>var lmd</p>", "<script>var lmd = 3</script>", '<script>var lmd = {"x": 1}</script>'],
)
def test_a_page_without_context_has_none(source: str) -> None:
    assert context_of(source) == (None, [])


def test_a_broken_context_is_a_warning() -> None:
    context, warnings = context_of("<script>var lmd = {context: 1}</script>")
    assert context is None
    assert [warning.code for warning in warnings] == ["json"]


@pytest.mark.parametrize(
    ("text", "found", "is_broken"),
    [
        ('{"a": 1, "b" : {"c": 2}, "d": 3}', {"c": 2}, False),
        ('{ "b":{"c":2}}', {"c": 2}, False),
        ('{"a": {"b": {"c": 3}}, "b": {"c": 2}}', {"c": 2}, False),
        ('{"b": {"c": 2}, broken', {"c": 2}, False),
        ('{"a": broken, "b": {"c": 2}}', None, True),
        ('{"a" "b": {"c": 2}}', None, True),
        ('{1: 2, "b": {"c": 2}}', None, True),
        ('{"a": 1}', None, False),
        ('{"b": 2}', None, False),
        ("{}", None, False),
        ('{"b": ' + "[" * 100_000, None, True),
    ],
    ids=lambda text: str(text)[:24],
)
def test_single_member_of_an_object_is_read(text: str, found: object, is_broken: bool) -> None:
    journal = Journal()
    page = f"<script>var x = {text}</script>".encode()
    assert assigned_object(page, b"var x", journal, member="b") == found
    assert [warning.code for warning in journal.warnings] == ["json"] * is_broken


def test_object_is_found_by_the_name_of_its_variable() -> None:
    journal = Journal()
    assert assigned_object(b'<script>a = 1; page = {"b": [1]};</script>', b"page", journal) == {
        "b": [1]
    }
    assert assigned_object(b"<script>page = [1]</script>", b"page", journal) is None
    assert journal.warnings == ()


TODAY: dict[str, Any] = {
    "element": {
        "type": "Live",
        "nature_editoriale": {"nom": "Enquête"},
        "restreint": True,
        "is_a_teaser": True,
        "id": 3259607,
    },
    "article": {
        "legacyId": 6187099,
        "nbChar": 5120,
        "firstPublished": {"date": "2023-08-30 12:52:08.000000", "timezone": "+00:00"},
        "parsedMetadata": {
            "huit": {
                "signatures": [
                    {"longName": "Ana Gil", "origin": "Bruxelles, bureau européen"},
                    {"longName": "Jean Petit", "origin": ""},
                ],
                "agencies": {"afp": True, "ap": False, "xyz": True},
            }
        },
    },
}
BEFORE: dict[str, Any] = {
    "element": {
        "id": 4627362,
        "type": {"nom": "portfolio"},
        "nature_editoriale": {"libelle": "Compte rendu", "nom": "cr"},
        "restreint": False,
        "nb_signes": 900,
    },
}


def test_context_of_pages_since_2018_is_read() -> None:
    assert values_of(context_claims(TODAY)) == {
        "kind": "live",
        "genre": "Enquête",
        "identifier": "6187099",
        "is_accessible_for_free": False,
        "is_truncated": True,
        "announced_length": 5120,
        "date_published": datetime(2023, 8, 30, 12, 52, 8, tzinfo=UTC),
        "authors": (
            Author(name="Ana Gil", job_title="bureau européen", location="Bruxelles"),
            Author(name="Jean Petit"),
        ),
        "agencies": ("AFP", "XYZ"),
    }


def test_context_of_pages_before_2018_is_read() -> None:
    assert values_of(context_claims(BEFORE)) == {
        "kind": "gallery",
        "genre": "Compte rendu",
        "identifier": "4627362",
        "is_accessible_for_free": True,
        "announced_length": 900,
    }


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"element": None, "article": []},
        {
            "element": {
                "type": "Article",
                "id": True,
                "restreint": "oui",
                "is_a_teaser": 1,
                "nb_signes": 0,
            }
        },
        {
            "article": {
                "legacyId": "12",
                "nbChar": -1,
                "firstPublished": {"date": "hier"},
                "parsedMetadata": {"huit": {"agencies": []}},
            }
        },
        {
            "article": {
                "parsedMetadata": {
                    "huit": {
                        "signatures": [{"longName": ""}, 3, {"longName": None}],
                        "agencies": {"afp": "yes"},
                    }
                }
            }
        },
    ],
)
def test_context_with_wrong_types_is_ignored(context: dict[str, Any]) -> None:
    assert values_of(context_claims(context)) == {}


@given(values_of_json, values_of_json, values_of_json)
def test_any_context_is_read_without_an_error(element: Any, article: Any, signature: Any) -> None:
    huit = {
        "signatures": [signature, {"longName": signature, "origin": element}],
        "agencies": element,
    }
    for node in (
        article,
        {
            "parsedMetadata": {"huit": huit},
            "firstPublished": article,
            "legacyId": signature,
            "nbChar": element,
        },
    ):
        decide(context_claims({"element": element, "article": node}))
