"""Text in formulas, drawings, maps and canvases."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as lxml_html

from html5_pages import page, read, texts
from lemonde_parse import Mark, Paragraph, parse


@pytest.mark.parametrize(
    ("formula", "want"),
    [
        ("<mi>E</mi> <mo>=</mo>\n<mi>m</mi>", "E=m"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></mfrac>", "1/(a+2)"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msqrt><mi>a</mi><mo>+</mo><mn>2</mn></msqrt>", "√(a+2)"),
        ("<msqrt><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></msqrt>", "√(a+2)"),
        ("<mn>3</mn><mspace/><mi>m</mi>", "3 m"),
        ("<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>", "a b"),
        (
            "<semantics><mi>x</mi><annotation>\\x</annotation><annotation-xml><ci>y</ci></annotation-xml></semantics>",
            "x",
        ),
    ],
)
def test_formula_in_a_sentence_becomes_text(formula: str, want: str) -> None:
    assert texts(f"<p>On lit <math>{formula}</math>, dit-elle.</p>") == [
        f"On lit {want}, dit-elle."
    ]


def test_indices_of_a_formula_are_subscripts_and_superscripts() -> None:
    block = read(
        "<p>On lit <math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mi>i</mi></msub>"
        "<msubsup><mi>z</mi><mn>1</mn><mn>2</mn></msubsup></math>.</p>"
    ).body[1]
    assert isinstance(block, Paragraph)
    assert block.text == "On lit x2yiz12."
    assert [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks] == [
        ("superscript", "2"),
        ("subscript", "i"),
        ("subscript", "1"),
        ("superscript", "2"),
    ]
    assert block.marks[0] == Mark(kind="superscript", start=8, end=9)


def test_formula_on_its_own_line_is_a_paragraph() -> None:
    assert texts("<math display='block'><mi>E</mi><mo>=</mo><mi>m</mi></math>") == ["E=m"]
    assert texts("<p>On lit <math display=block><mi>E</mi></math> et la suite.</p>") == [
        "On lit", "E", "et la suite."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<span class='katex-mathml'>", "</span>"),
        ("<span class='MJX_Assistive_MathML'>", "</span>"),
        ("<mjx-assistive-mml>", "</mjx-assistive-mml>"),
    ],
)
def test_hidden_copy_of_a_formula_is_removed(start: str, end: str) -> None:
    article = read(f"<p>On lit {start}<math><mi>x</mi></math>{end}<span>x</span> partout.</p>")
    assert article.paragraphs[1].text == "On lit x partout."
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("x", "html: hidden")
    ]


@pytest.mark.parametrize(
    "around",
    ["{}", "<p>Un mot {} ou deux.</p>", "<ul><li>Un mot {}</li></ul>", "<figure>{}</figure>"],
)
def test_labels_of_a_drawing_are_reported_as_a_removal(around: str) -> None:
    drawing = (
        "<svg><title>Une icône</title><desc>Un axe</desc><metadata>x</metadata>"
        "<g><text>Axe</text><text>des <tspan>ans</tspan></text></g></svg>"
    )
    article = read(around.format(drawing))
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("Axe des ans", "html: svg")
    ]


def test_icon_without_words_is_not_a_removal() -> None:
    assert read("<p>Un <svg><title>Fermer</title><path/></svg> mot.</p>").report.removed == ()


def test_paragraph_in_a_map_is_text() -> None:
    assert texts("<map name=m><area><p>Un mot sur la carte, dit-il.</p></map>") == [
        "Un mot sur la carte, dit-il."
    ]


def test_fallback_text_of_a_canvas_is_reported_as_a_removal() -> None:
    (removal,) = read("<canvas>Sans dessin</canvas>").report.removed
    assert (removal.reason, removal.text) == ("boilerplate", "Sans dessin")


def test_parsing_does_not_change_a_tree_with_a_formula() -> None:
    tree = lxml_html.document_fromstring(page("<p>Un m<wbr>ot, <math><mi>x</mi></math>.</p>"))
    before = etree.tostring(tree)
    parse(tree)
    assert etree.tostring(tree) == before
