"""Selects elements by a row of a layout, which is a `Selector` or an XPath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen
from lxml import etree

from lemonde_parse.errors import InvalidLayoutError

if TYPE_CHECKING:
    from lxml.etree import _Element

_SELECTOR: Final = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*)?(?:(?P<by>[.#])(?P<part>\*(?=[^*]*\*))?(?P<name>[^\s.#*@\[\]>:]+)(?P"
    r"<star>\*)?)?"
    r"(?:\[(?P<test>[\w:-]+)=(?P<value>[^\s\[\]=\"']+)\])?(?:@(?P<attribute>[\w:-]+))?"
)
_ATTRIBUTE_TEST: Final = re.compile(
    r"//\*\[@(?P<name>[\w-]+)=(?P<quote>['\"])(?P<value>[^'\"]*)(?P=quote)\]"
)
_XPATH_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_XPATH_CALL: Final = re.compile(r"(?<![\w-])([\w-]++)\s*+\(")
# Functions, node tests and operators of https://www.w3.org/TR/1999/REC-xpath-19991116/ that may
# precede "(".
_XPATH_FUNCTION: Final = re.compile(
    r"last|position|count|id|local-name|namespace-uri|name|string|concat|starts-with|contains|"
    r"substring-before"
    r"|substring-after|substring|string-length|normalize-space|translate|boolean|not|true|false|"
    r"lang|number|sum"
    r"|floor|ceiling|round|comment|text|processing-instruction|node|and|or|mod|div"
)


@frozen
class Selector:
    """A parsed selector: ``tag``, ``.class``, ``.prefix*``, ``.*part*`` or ``tag.class``, the same
    with ``#`` for ids, or any of these with ``@attribute`` at the end.

    Selectors of fields may also test an attribute, as in ``…[name=value]``, or match an element
    inside another, as in ``around inner``.
    """

    source: str
    tag: str | None
    by: Literal["class", "id"] | None
    name: str
    extent: Literal["whole", "prefix", "part"]
    """How names match: entirely, by their start, or anywhere."""
    attribute: str | None
    """The attribute that `read` returns instead of the element."""
    test: tuple[str, str] | None
    """An attribute and its required value."""
    around: Selector | None
    """The selector of an element around this one."""

    @classmethod
    @cache  # most rows are shared by many layouts
    def parse(cls, source: str) -> Selector:
        """Parse a selector. Raises `InvalidLayoutError` if it is invalid."""
        outer, space, inner = source.partition(" ")
        match = _SELECTOR.fullmatch(inner if space else source)
        around = _SELECTOR.fullmatch(outer) if space else None
        if (
            match is None
            or not (match["tag"] or match["by"])
            or (
                space
                and (
                    around is None
                    or not (around["tag"] or around["by"])
                    or around["test"]
                    or around["attribute"]
                )
            )
        ):
            raise InvalidLayoutError(
                f"{source!r} is not a selector: write tag, .class, .prefix*, .*part*, tag.class, "
                "#id, #prefix*,"
                " or an XPath that starts with / or (;"
                " for a field also …[name=value], …@attribute, or one selector inside another"
            )
        by: dict[str | None, Literal["class", "id"] | None] = {".": "class", "#": "id", None: None}
        return cls(
            source,
            match["tag"] and match["tag"].lower(),
            by[match["by"]],
            match["name"] or "",
            "part" if match["part"] else "prefix" if match["star"] else "whole",
            match["attribute"],
            (match["test"], match["value"]) if match["test"] else None,
            cls.parse(outer) if space else None,
        )

    @property
    def is_simple(self) -> bool:
        """True if the selector tests only tag, class and id."""
        return self.test is None and self.around is None

    def matches(self, tag: str, classes: tuple[str, ...], identifier: str | None) -> bool:
        """Match an element by tag, classes and id. Attribute tests and `around` are ignored."""
        if self.tag is not None and tag != self.tag:
            return False
        if self.by is None:
            return True
        names = classes if self.by == "class" else (identifier,) if identifier else ()
        if self.extent == "whole":
            return self.name in names
        if self.extent == "prefix":
            return any(name.startswith(self.name) for name in names)
        return any(self.name in name for name in names)

    def read(self, element: _Element) -> _Element | str | None:
        """Return a matching element, or its attribute; None if the test fails or there is no such
        attribute."""
        if self.test is not None and element.get(self.test[0]) != self.test[1]:
            return None
        return element if self.attribute is None else element.get(self.attribute)

    def read_within(self, element: _Element) -> Iterator[_Element | str]:
        """Yield the results of `read` for all matches inside an element."""
        for inner in element.iterdescendants(self.tag or "*"):
            if self.matches(
                str(inner.tag), tuple((inner.get("class") or "").split()), inner.get("id")
            ):
                value = self.read(inner)
                if value is not None:
                    yield value


def is_xpath(source: str) -> bool:
    """Match a row that is an XPath: it starts with / or (, and selectors do not."""
    return source.startswith(("/", "("))


@cache
def xpath(expression: str) -> etree.XPath:
    """Compile an expression, once."""
    return etree.XPath(expression, smart_strings=False)


@cache
def attribute_test(expression: str) -> tuple[str, str] | None:
    """Return the attribute and value of an XPath of the form ``//*[@name='value']``, else None.

    `with_attribute` finds the same elements in a fifth of the time.

    >>> attribute_test("//*[@itemprop='articleBody']")
    ('itemprop', 'articleBody')
    >>> attribute_test("//div[@itemprop='articleBody'][1]") is None
    True
    """
    found = _ATTRIBUTE_TEST.fullmatch(expression)
    return None if found is None else (found["name"], found["value"])


def with_attribute(root: _Element, name: str) -> Iterator[tuple[_Element, str]]:
    """Yield the root and its descendants that have an attribute, each with the attribute's value.

    >>> from lxml import html
    >>> [(part.tag, value) for part, value in with_attribute(html.fromstring("<p id=a>"), "id")]
    [('p', 'a')]
    """
    # Getting the elements in the same XPath, with one more step, would take quadratic time.
    for value in _attribute(name)(root):
        yield value.getparent(), value


@cache
def _attribute(name: str) -> etree.XPath:
    return etree.XPath(f"descendant-or-self::*/@{name}", smart_strings=True)


def check_xpath(source: str) -> None:
    """Raise `InvalidLayoutError` if the source is not XPath 1.0 or calls unknown functions."""
    try:
        # Evaluate it, because unknown prefixes and functions are only noticed then.
        xpath(source)(etree.Element("html"))
    except etree.XPathError as error:
        raise InvalidLayoutError(f"{source!r} is not an XPath: {error}") from error
    if unknown := {
        name
        for name in _XPATH_CALL.findall(_XPATH_STRING.sub("", source))
        if not _XPATH_FUNCTION.fullmatch(name)
    }:
        raise InvalidLayoutError(
            f"{source!r} calls {', '.join(sorted(unknown))}, which is not a function of XPath 1.0"
        )
