"""How a layout's rows say which elements they mean: by a `Selector`, or by XPath."""

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
# https://www.w3.org/TR/1999/REC-xpath-19991116/: its functions, node tests, and operators that may
# stand before "(".
_XPATH_FUNCTION: Final = re.compile(
    r"last|position|count|id|local-name|namespace-uri|name|string|concat|starts-with|contains|"
    r"substring-before"
    r"|substring-after|substring|string-length|normalize-space|translate|boolean|not|true|false|"
    r"lang|number|sum"
    r"|floor|ceiling|round|comment|text|processing-instruction|node|and|or|mod|div"
)


@frozen
class Selector:
    """One key of a table: ``tag``, ``.class``, ``.prefix*``, ``.*part*``, ``tag.class``, ``#id``,
    ``#prefix*``; ``…@attribute``.

    For a field also ``…[name=value]``, which tests an attribute, and ``around inner``, an element
    in another.
    """

    source: str
    tag: str | None
    by: Literal["class", "id"] | None
    name: str
    extent: Literal["whole", "prefix", "part"]
    """Which names are meant: this one, those that begin so, those that hold it."""
    attribute: str | None
    """The attribute to read."""
    test: tuple[str, str] | None
    """An attribute and the value that it must have."""
    around: Selector | None
    """What the element must stand in."""

    @classmethod
    @cache  # most rows are shared by many layouts
    def parse(cls, source: str) -> Selector:
        """Raises `InvalidLayoutError` for what is no selector."""
        outer, space, inner = source.partition(" ")
        found = _SELECTOR.fullmatch(inner if space else source)
        around = _SELECTOR.fullmatch(outer) if space else None
        if (
            found is None
            or not (found["tag"] or found["by"])
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
                f"{source!r} is no selector: write tag, .class, .prefix*, .*part*, tag.class, "
                "#id or #prefix*,"
                " for a field also …[name=value], …@attribute, one within another, "
                "or an XPath that begins with / or ("
            )
        by: dict[str | None, Literal["class", "id"] | None] = {".": "class", "#": "id", None: None}
        return cls(
            source,
            found["tag"] and found["tag"].lower(),
            by[found["by"]],
            found["name"] or "",
            "part" if found["part"] else "prefix" if found["star"] else "whole",
            found["attribute"],
            (found["test"], found["value"]) if found["test"] else None,
            cls.parse(outer) if space else None,
        )

    @property
    def is_simple(self) -> bool:
        """Whether tag, class and id alone tell what is meant."""
        return self.test is None and self.around is None

    def matches(self, tag: str, classes: tuple[str, ...], identifier: str | None) -> bool:
        """Whether an element with this tag, these classes and this id is meant; tests of
        attributes, and what is around it, aside."""
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
        """What is to be read of an element that matches: itself, or an attribute; None if it fails
        the test, or has none."""
        if self.test is not None and element.get(self.test[0]) != self.test[1]:
            return None
        return element if self.attribute is None else element.get(self.attribute)

    def read_within(self, element: _Element) -> Iterator[_Element | str]:
        """The same of every element that matches within another."""
        for inner in element.iterdescendants(self.tag or "*"):
            if self.matches(
                str(inner.tag), tuple((inner.get("class") or "").split()), inner.get("id")
            ):
                value = self.read(inner)
                if value is not None:
                    yield value


def is_xpath(source: str) -> bool:
    """Whether a row is written in XPath: no selector begins so."""
    return source.startswith(("/", "("))


@cache
def xpath(expression: str) -> etree.XPath:
    """The expression, compiled once."""
    return etree.XPath(expression, smart_strings=False)


@cache
def attribute_test(expression: str) -> tuple[str, str] | None:
    """Return attribute and value of an XPath that tests only these, ``//*[@name='value']``.

    A loop over the elements takes a quarter of the XPath's time.

    >>> attribute_test("//*[@itemprop='articleBody']")
    ('itemprop', 'articleBody')
    >>> attribute_test("//div[@itemprop='articleBody'][1]") is None
    True
    """
    found = _ATTRIBUTE_TEST.fullmatch(expression)
    return None if found is None else (found["name"], found["value"])


def check_xpath(source: str) -> None:
    """Raises `InvalidLayoutError` for what is no XPath 1.0, or calls what that does not have."""
    try:
        xpath(source)(
            etree.Element("html")
        )  # prefixes are looked up when it is evaluated, functions when they are called
    except etree.XPathError as error:
        raise InvalidLayoutError(f"{source!r} is no XPath: {error}") from error
    if unknown := {
        name
        for name in _XPATH_CALL.findall(_XPATH_STRING.sub("", source))
        if not _XPATH_FUNCTION.fullmatch(name)
    }:
        raise InvalidLayoutError(
            f"{source!r} calls {', '.join(sorted(unknown))}, which XPath 1.0 does not have"
        )
