"""lemonde_parse turns a page of Le Monde into a clean, typed, frozen Article."""

from importlib import import_module
from typing import TYPE_CHECKING

from lemonde_parse._version import __version__
from lemonde_parse.article import (
    Article,
    Author,
    ParseWarning,
    RelatedLink,
    Removal,
    Report,
    Source,
)
from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
)
from lemonde_parse.errors import (
    EmptyPageError,
    InvalidDataError,
    InvalidLayoutError,
    LemondeParseError,
    NotAnArticleError,
    PageTooLargeError,
)
from lemonde_parse.spans import SpannedText, TextSpan

if TYPE_CHECKING:
    from lemonde_parse.explanation import explain
    from lemonde_parse.layout import Layout, Role, RoleRow
    from lemonde_parse.layouts import LAYOUTS
    from lemonde_parse.parsing import parse, parse_file, parse_text

__all__ = [
    "LAYOUTS",
    "Article",
    "Aside",
    "Author",
    "Block",
    "Embed",
    "EmptyPageError",
    "Figure",
    "Heading",
    "InvalidDataError",
    "InvalidLayoutError",
    "Layout",
    "LemondeParseError",
    "ListBlock",
    "LiveEntry",
    "Mark",
    "NotAnArticleError",
    "PageTooLargeError",
    "Paragraph",
    "ParseWarning",
    "Question",
    "Quote",
    "RelatedLink",
    "Removal",
    "Report",
    "Role",
    "RoleRow",
    "Source",
    "SpannedText",
    "Table",
    "Text",
    "TextSpan",
    "__version__",
    "explain",
    "parse",
    "parse_file",
    "parse_text",
]

# What reads pages is loaded when it is first named: whoever only reads or makes articles does
# without it.
_READING = {
    "LAYOUTS": "layouts",
    "Role": "layout",
    "RoleRow": "layout",
    "Layout": "layout",
    "explain": "explanation",
    "parse": "parsing",
    "parse_file": "parsing",
    "parse_text": "parsing",
}


if not TYPE_CHECKING:  # to type checkers, any name would then be there

    def __getattr__(name: str) -> object:
        if name not in _READING:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_READING[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
