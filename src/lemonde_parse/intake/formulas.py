"""Writes MathML formulas on one line, in reading order: "a/b", "x" with a superscript 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

# Classes and elements of copies for screen readers, which KaTeX and MathJax put next to the drawn
# formula (https://katex.org/docs/options,
# https://docs.mathjax.org/en/latest/options/accessibility.html).
_COPIES: Final = ("katex-mathml", "MJX_Assistive_MathML", "mjx-assistive-mml")


def write_in_line(formula: _Element) -> None:
    """Change a `<math>` so that its text is the formula.

    A copy for screen readers is hidden, and a formula on a line of its own becomes a paragraph.
    https://w3c.github.io/mathml-core/: whitespace between elements is ignored, and the position of
    a child makes it a base, an index or a numerator.
    """
    holder = formula.getparent()
    if holder is not None and (holder.tag in _COPIES or holder.get("class") in _COPIES):
        holder.set("hidden", "")
    for part in formula.iter("*"):
        if len(part) and not (part.text or "").strip():
            part.text = None
        if part is not formula and not (part.tail or "").strip():
            part.tail = None
        if (write := _WRITERS.get(str(part.tag))) is not None:
            write(part)
    if formula.get("display") == "block":
        formula.tag = "p"


def _fraction(part: _Element) -> None:
    for child in part:
        if len(child) > 1:
            child.text, child[-1].tail = "(", ")"
    if len(part):
        part[0].tail = "/"


def _root(part: _Element) -> None:
    part.text = "√"
    if len(part) > 1 or (len(part) and len(part[0]) > 1):
        part.text, part[-1].tail = "√(", ")"


def _scripts(*tags: str) -> Callable[[_Element], None]:
    def write(part: _Element) -> None:
        for child, tag in zip(part[1:], tags, strict=False):
            child.tag = tag

    return write


def _leave_out(part: _Element) -> None:
    part.clear(keep_tail=True)


def _space(part: _Element) -> None:
    if part.getnext() is not None:
        part.tail = " "


_WRITERS: Final[dict[str, Callable[[_Element], None]]] = {
    "mfrac": _fraction,
    "msqrt": _root,
    "msup": _scripts("sup"),
    "msub": _scripts("sub"),
    "msubsup": _scripts("sub", "sup"),
    "annotation": _leave_out,
    "annotation-xml": _leave_out,
    "mtd": _space,
    "mtr": _space,
    "mspace": _space,
}
