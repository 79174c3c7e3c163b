"""The data model: guarantees of an Article and its parts."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import FunctionType
from typing import Any

import attrs
import pytest

import lemonde_parse
from lemonde_parse import (
    LAYOUTS,
    Article,
    Aside,
    Author,
    Choice,
    DocumentError,
    Embed,
    EmptyPageError,
    Figure,
    Heading,
    InvalidDataError,
    InvalidLayoutError,
    Layout,
    LemondeParseError,
    ListBlock,
    LiveEntry,
    Mark,
    NotAnArticleError,
    NotAnExportError,
    PageTooLargeError,
    Paragraph,
    ParseWarning,
    Question,
    Quote,
    RelatedLink,
    Removal,
    Report,
    Role,
    RoleRow,
    Source,
    SpannedText,
    Table,
    Text,
    TextSpan,
    WeightedFeature,
)
from model_samples import NESTED, PARIS

FEATURE = WeightedFeature(name="standfirst below", weight=2.03)
MARK = Mark(kind="link", start=0, end=3, href="https://www.lemonde.fr/quai/")
TEXT = Text(text="Les marées", marks=(MARK,))

# An instance of every public data class, and a change that makes another instance differ.
SPAN = TextSpan(start=0, end=10, path="body[0]", type="paragraph")
SAMPLES: tuple[tuple[attrs.AttrsInstance, dict[str, object]], ...] = (
    (SPAN, {"end": 9}),
    (SpannedText(text="Les marées", spans=(SPAN,)), {"spans": ()}),
    (MARK, {"end": 2}),
    (TEXT, {"text": "Les marées basses"}),
    (Paragraph(text="Les marées", marks=(MARK,)), {"marks": ()}),
    (Heading(text="Au large", level=3), {"level": 2}),
    (Question(text="Et demain ?"), {"text": "Et hier ?"}),
    (Quote(text="« Nous verrons. »"), {"text": "« Nous avons vu. »"}),
    (ListBlock(items=(TEXT, Text(text="Les vents")), ordered=True), {"ordered": False}),
    (
        Table(
            rows=((Text(text="Port"), Text(text="Bateaux")), (Text(text="Étel"), Text(text="12")))
        ),
        {"rows": ()},
    ),
    (
        Figure(
            url="https://img.example/a.jpg", caption="Le quai.", credit="ANA GIL", alt="Un quai"
        ),
        {"alt": None},
    ),
    (
        Embed(provider="youtube", url="https://www.youtube.com/watch?v=abc", text="Une vidéo"),
        {"provider": "vimeo"},
    ),
    (Aside(title="À savoir", blocks=(Paragraph(text="Deux mots."),)), {"title": None}),
    (
        LiveEntry(
            identifier="post-1",
            headline="Le départ",
            author="Ana Gil",
            date_published=datetime(2024, 5, 1, 9, 30, tzinfo=PARIS),
            blocks=(Paragraph(text="Ils sont partis."),),
        ),
        {"identifier": "post-2"},
    ),
    (FEATURE, {"weight": -1.0}),
    (
        Choice(
            question="headline", text="Un titre", score=2.03, features=(FEATURE,), is_chosen=True
        ),
        {"is_chosen": False},
    ),
    (
        Author(
            name="Ana Gil",
            url="https://www.lemonde.fr/signataires/ana-gil/",
            job_title="envoyée spéciale",
            location="Étel",
        ),
        {"url": None},
    ),
    (
        RelatedLink(
            label="Lire aussi",
            headline="Un autre port",
            url="https://www.lemonde.fr/b",
            is_premium=True,
            position=4,
        ),
        {"position": 5},
    ),
    (
        Removal(reason="share", text="Partager", rule="lemonde_2018: .share-btns", position=1),
        {"reason": "badge"},
    ),
    (Source(field="headline", value="Un titre", origin="printed", won=True), {"won": False}),
    (ParseWarning(code="cut", message="rien ne suit"), {"code": "limit"}),
    (RoleRow(Role.RELATED, "p, 2012–18"), {"seen": ""}),
    (Report(layout="lemonde_2018", parser_version="0.1.0"), {"layout": "lemonde_2012"}),
    (Article(headline="Un titre", body=(Paragraph(text="Deux mots."),)), {"headline": None}),
)

ERRORS: tuple[tuple[LemondeParseError, dict[str, object]], ...] = (
    (LemondeParseError("rien à lire"), {}),
    (EmptyPageError("la page est vide"), {}),
    (
        NotAnArticleError("home page", "its address is '/'"),
        {"reason": "home page", "detail": "its address is '/'"},
    ),
    (PageTooLargeError(30, 20), {"size": 30, "limit": 20}),
    (
        InvalidDataError("body[3].text", "expected str"),
        {"path": "body[3].text", "detail": "expected str"},
    ),
    (InvalidLayoutError("no Role"), {}),
    (NotAnExportError("it is a page"), {}),
    (
        DocumentError(3, "it is empty", "Deux mots"),
        {"number": 3, "detail": "it is empty", "text": "Deux mots"},
    ),
)


def name_of(sample: object) -> str:
    return type(sample).__name__


each_sample = pytest.mark.parametrize("sample", [sample for sample, _ in SAMPLES], ids=name_of)


def test_every_public_data_class_has_a_sample() -> None:
    public = {getattr(lemonde_parse, name) for name in lemonde_parse.__all__}
    wanted = {kind for kind in public if isinstance(kind, type) and attrs.has(kind)} - {Layout}
    assert {type(sample) for sample, _ in SAMPLES} == wanted


def test_every_public_error_has_a_sample() -> None:
    public = {getattr(lemonde_parse, name) for name in lemonde_parse.__all__}
    assert {type(error) for error, _ in ERRORS} == {
        kind for kind in public if isinstance(kind, type) and issubclass(kind, Exception)
    }


@each_sample
def test_fields_cannot_be_set_or_deleted(sample: attrs.AttrsInstance) -> None:
    for field in attrs.fields(type(sample)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(sample, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(sample, field.name)


@each_sample
def test_other_attributes_cannot_be_set(sample: attrs.AttrsInstance) -> None:
    assert not hasattr(sample, "__dict__")
    with pytest.raises(AttributeError):
        sample.note = "x"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "sample",
    [
        sample for sample, _ in SAMPLES if not isinstance(sample, RoleRow)
    ],  # the tables write RoleRow without keywords
    ids=name_of,
)
def test_fields_are_keyword_only(sample: Any) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        type(sample)("x")


@pytest.mark.parametrize(
    ("sample", "change"), SAMPLES, ids=[name_of(sample) for sample, _ in SAMPLES]
)
def test_equal_values_have_equal_hashes(sample: Any, change: dict[str, object]) -> None:
    twin, other = attrs.evolve(sample), attrs.evolve(sample, **change)
    assert twin is not sample
    assert twin == sample
    assert hash(twin) == hash(sample)
    assert other != sample
    assert len({sample, twin, other}) == 2


@each_sample
def test_pickled_data_is_equal_to_the_original(sample: attrs.AttrsInstance) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(sample, protocol))  # our own bytes  # noqa: S301
        assert back == sample
        assert attrs.asdict(back) == attrs.asdict(sample)


@each_sample
def test_collections_are_stored_as_tuples(sample: attrs.AttrsInstance) -> None:
    for field in attrs.fields(type(sample)):
        assert not isinstance(getattr(sample, field.name), list | dict | set)


@pytest.mark.parametrize(
    ("error", "attributes"), ERRORS, ids=[name_of(error) for error, _ in ERRORS]
)
def test_errors_keep_message_and_attributes_when_pickled(
    error: LemondeParseError, attributes: dict[str, object]
) -> None:
    back = pickle.loads(pickle.dumps(error))  # our own bytes  # noqa: S301
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert {name: getattr(back, name) for name in attributes} == attributes


@pytest.mark.parametrize("error", [error for error, _ in ERRORS], ids=name_of)
def test_errors_are_value_errors_with_a_common_base_class(error: LemondeParseError) -> None:
    assert isinstance(error, LemondeParseError)
    assert isinstance(error, ValueError)


def test_errors_have_clear_messages() -> None:
    assert (
        str(NotAnArticleError("a path", "'a.html' is a path"))
        == "not an article (a path): 'a.html' is a path"
    )
    assert (
        str(PageTooLargeError(30, 20))
        == "the page has at least 30 bytes, and max_bytes is 20; pass a larger max_bytes to read it"
    )
    assert str(InvalidDataError("body[3].text", "expected str")) == "body[3].text: expected str"
    assert str(InvalidDataError("", "invalid JSON")) == "invalid JSON"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_layouts_can_be_pickled(layout: Layout) -> None:
    back = pickle.loads(pickle.dumps(layout))  # our own bytes  # noqa: S301
    assert (back.name, dict(back.roles), dict(back.fields)) == (
        layout.name,
        dict(layout.roles),
        dict(layout.fields),
    )


@pytest.mark.parametrize("role", Role)
def test_roles_are_the_same_object_after_pickling(role: Role) -> None:
    assert pickle.loads(pickle.dumps(role)) is role  # our own bytes  # noqa: S301


def test_report_does_not_affect_equality() -> None:
    plain = Article(body=(Paragraph(text="Un mot."),))
    reported = attrs.evolve(
        plain,
        report=Report(
            layout="lemonde_2018", warnings=(ParseWarning(code="cut", message="rien ne suit"),)
        ),
    )
    assert plain == reported
    assert hash(plain) == hash(reported)
    assert plain.report != reported.report


def test_only_the_body_has_no_default() -> None:
    assert [field.name for field in attrs.fields(Article) if field.default is attrs.NOTHING] == [
        "body"
    ]
    with pytest.raises(TypeError, match="body"):
        Article()  # type: ignore[call-arg]


def test_article_with_only_a_body_has_defaults() -> None:
    article = Article(body=())
    values = {field.name: getattr(article, field.name) for field in attrs.fields(Article)}
    assert {name for name, value in values.items() if value is not None} == {
        "kind", "authors", "agencies", "breadcrumbs", "keywords", "body", "is_truncated", "related_links", "report",
    }  # fmt: skip
    assert (article.kind, article.is_truncated, article.report) == ("article", False, Report())
    assert (
        article.text,
        article.word_count,
        article.headings,
        article.paragraphs,
        article.figures,
    ) == ("", 0, (), (), ())


def test_the_repr_of_an_article_fits_on_a_line() -> None:
    assert repr(NESTED) == "<Article None, 9 blocks, 19 words>"
    assert repr(Article(headline="L’été", body=())) == "<Article 'L’été', 0 blocks, 0 words>"


def test_the_repr_of_a_block_shows_its_fields() -> None:
    assert repr(Heading(text="Au large")) == "Heading(text='Au large', level=2, marks=())"


def public_fields() -> Iterator[tuple[str, str, bool]]:
    """Yield the class and the name of every public field, with True if a docstring follows it."""
    package = Path(lemonde_parse.__file__).parent
    for module in sorted(package.rglob("*.py")):
        for kind in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(kind, ast.ClassDef) or kind.name not in lemonde_parse.__all__:
                continue
            for statement, following in zip(kind.body, [*kind.body[1:], None], strict=True):
                if not isinstance(statement, ast.AnnAssign) or not isinstance(
                    statement.target, ast.Name
                ):
                    continue
                if statement.target.id.startswith("_") or "ClassVar" in ast.unparse(
                    statement.annotation
                ):
                    continue
                is_documented = (
                    isinstance(following, ast.Expr)
                    and isinstance(following.value, ast.Constant)
                    and isinstance(following.value.value, str)
                    and bool(following.value.value.strip())
                )
                yield kind.name, statement.target.id, is_documented


def test_every_public_field_has_a_docstring() -> None:
    fields = list(public_fields())
    assert {kind for kind, _, _ in fields} == {type(sample).__name__ for sample, _ in SAMPLES} | {
        "Layout",
        "ReadOptions",
        "TextOptions",
    }
    assert len(fields) > 90
    assert [f"{kind}.{field}" for kind, field, is_documented in fields if not is_documented] == []


@pytest.mark.parametrize("name", lemonde_parse.__all__)
def test_every_public_class_and_function_has_a_docstring(name: str) -> None:
    public = getattr(lemonde_parse, name)
    if isinstance(public, type | FunctionType):  # the others are type aliases
        assert (public.__doc__ or "").strip()
