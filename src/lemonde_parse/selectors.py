"""How a layout's rows say which elements they mean: by a `Selector`, or by XPath."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from attrs import frozen
from lxml import etree

from lemonde_parse.errors import InvalidTemplateError

_SELECTOR: Final = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*)?(?:(?P<by>[.#])(?P<name>[^\s.#*@\[\]>:]+)(?P<star>\*)?)?(?:@(?P<attribute>[\w:-]+))?"
)
_XPATH_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_XPATH_CALL: Final = re.compile(r"([\w-]+)\s*\(")
# https://www.w3.org/TR/1999/REC-xpath-19991116/: its functions, node tests, and operators that may stand before "(".
_XPATH_FUNCTION: Final = re.compile(
    r"last|position|count|id|local-name|namespace-uri|name|string|concat|starts-with|contains|substring-before"
    r"|substring-after|substring|string-length|normalize-space|translate|boolean|not|true|false|lang|number|sum"
    r"|floor|ceiling|round|comment|text|processing-instruction|node|and|or|mod|div"
)


@frozen
class Selector:
    """One key of a table: ``tag``, ``.class``, ``.prefix*``, ``tag.class``, ``#id``, ``#prefix*``; ``…@attribute``."""

    source: str
    tag: str | None
    by: Literal["class", "id"] | None
    name: str
    is_prefix: bool
    attribute: str | None

    @classmethod
    @cache  # most rows are shared by many layouts
    def parse(cls, source: str) -> Selector:
        """Raises `InvalidTemplateError` for what is no selector."""
        found = _SELECTOR.fullmatch(source)
        if found is None or not (found["tag"] or found["by"]):
            raise InvalidTemplateError(
                f"{source!r} is no selector: write tag, .class, .prefix*, tag.class, #id or #prefix*,"
                " for a field also …@attribute or an XPath that begins with / or ("
            )
        by: dict[str | None, Literal["class", "id"] | None] = {".": "class", "#": "id", None: None}
        return cls(
            source, found["tag"] and found["tag"].lower(), by[found["by"]], found["name"] or "", bool(found["star"]), found["attribute"]
        )

    def matches(self, tag: str, classes: tuple[str, ...], identifier: str | None) -> bool:
        """Whether an element with this tag, these classes and this id is meant."""
        if self.tag is not None and tag != self.tag:
            return False
        if self.by is None:
            return True
        names = classes if self.by == "class" else (identifier,) if identifier else ()
        if self.is_prefix:
            return any(name.startswith(self.name) for name in names)
        return self.name in names


def is_xpath(source: str) -> bool:
    """Whether a row is written in XPath: no selector begins so."""
    return source.startswith(("/", "("))


@cache
def xpath(expression: str) -> etree.XPath:
    """The expression, compiled once."""
    return etree.XPath(expression, smart_strings=False)


def check_xpath(source: str) -> None:
    """Raises `InvalidTemplateError` for what is no XPath 1.0, or calls what that does not have."""
    try:
        xpath(source)(etree.Element("html"))  # prefixes are looked up when it is evaluated, functions when they are called
    except etree.XPathError as error:
        raise InvalidTemplateError(f"{source!r} is no XPath: {error}") from error
    if unknown := {name for name in _XPATH_CALL.findall(_XPATH_STRING.sub("", source)) if not _XPATH_FUNCTION.fullmatch(name)}:
        raise InvalidTemplateError(f"{source!r} calls {', '.join(sorted(unknown))}, which XPath 1.0 does not have")
