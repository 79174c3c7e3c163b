"""Lines and the records around them cannot be changed after they are made."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from lemonde_parse.classify.engine import Verdict
from lemonde_parse.exports.lines import DocumentLine
from lemonde_parse.exports.parts import AssignedLine
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata import fields
from lemonde_parse.plaintext.unwrap import Piece

LINE = Line(Role.PARAGRAPH, "Le bac part à midi.")
RECORDS = (
    LINE,
    Verdict(LINE, Role.PARAGRAPH, "text: paragraph", -1),
    Piece("Le bac part à midi."),
    DocumentLine(LINE),
    AssignedLine("body", LINE, LINE.text, LINE.text),
    fields.HEADLINE,
)


def field_names(record: object) -> Iterator[str]:
    kind = type(record)
    if attrs.has(kind):
        yield from (field.name for field in attrs.fields(kind))
    else:
        yield from getattr(record, "_fields", ())


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_fields_of_a_record_cannot_be_set(record: object) -> None:
    names = list(field_names(record))
    assert names
    for name in names:
        with pytest.raises(AttributeError):
            setattr(record, name, getattr(record, name))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_has_no_other_attributes(record: object) -> None:
    with pytest.raises(AttributeError):
        record.note = "x"  # type: ignore[attr-defined]


def test_a_box_with_its_lines_is_hashable() -> None:
    box = Line(Role.ASIDE, rule="mine: aside", lines=(LINE,))
    assert {box, box._replace(rule="mine: aside")} == {box}
