"""lemonde_parse turns a page of Le Monde into a clean, typed, frozen Article.

The public names are those in `__all__` and in `lemonde_parse.tabular.__all__`. All other modules
are internal, and may change in any release.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lemonde_parse._version import __version__

if TYPE_CHECKING:
    from lemonde_parse.article import (
        JSON,
        Article,
        Author,
        Choice,
        Kind,
        ParseWarning,
        RelatedLink,
        Removal,
        RemovalReason,
        Report,
        Source,
        WarningCode,
        WeightedFeature,
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
        MarkKind,
        Paragraph,
        Question,
        Quote,
        Table,
        Text,
    )
    from lemonde_parse.errors import (
        DocumentError,
        EmptyPageError,
        InvalidDataError,
        InvalidLayoutError,
        LemondeParseError,
        NotAnArticleError,
        NotAnExportError,
        PageTooLargeError,
        RefusalReason,
    )
    from lemonde_parse.explanation import explain
    from lemonde_parse.exports.reading import parse_export
    from lemonde_parse.fingerprint import similarity
    from lemonde_parse.intake.source import Page
    from lemonde_parse.layout import Field, Layout, Role, RoleRow
    from lemonde_parse.layouts import GENERIC, LAYOUTS
    from lemonde_parse.options import ReadOptions, TextOptions
    from lemonde_parse.parsing import parse, parse_file, parse_text
    from lemonde_parse.spans import SpannedText, TextSpan

__all__ = [
    "GENERIC",
    "JSON",
    "LAYOUTS",
    "Article",
    "Aside",
    "Author",
    "Block",
    "Choice",
    "DocumentError",
    "Embed",
    "EmptyPageError",
    "Field",
    "Figure",
    "Heading",
    "InvalidDataError",
    "InvalidLayoutError",
    "Kind",
    "Layout",
    "LemondeParseError",
    "ListBlock",
    "LiveEntry",
    "Mark",
    "MarkKind",
    "NotAnArticleError",
    "NotAnExportError",
    "Page",
    "PageTooLargeError",
    "Paragraph",
    "ParseWarning",
    "Question",
    "Quote",
    "ReadOptions",
    "RefusalReason",
    "RelatedLink",
    "Removal",
    "RemovalReason",
    "Report",
    "Role",
    "RoleRow",
    "Source",
    "SpannedText",
    "Table",
    "Text",
    "TextOptions",
    "TextSpan",
    "WarningCode",
    "WeightedFeature",
    "__version__",
    "explain",
    "parse",
    "parse_export",
    "parse_file",
    "parse_text",
    "similarity",
]

# Modules are imported when one of their names is first used. So programs that only handle articles
# do not load the parser, and the command can be interrupted from the start.
_ROOMS = {
    "JSON": "article",
    "Article": "article",
    "Author": "article",
    "Choice": "article",
    "Kind": "article",
    "ParseWarning": "article",
    "RelatedLink": "article",
    "Removal": "article",
    "RemovalReason": "article",
    "Report": "article",
    "Source": "article",
    "WarningCode": "article",
    "WeightedFeature": "article",
    "Aside": "blocks",
    "Block": "blocks",
    "Embed": "blocks",
    "Figure": "blocks",
    "Heading": "blocks",
    "ListBlock": "blocks",
    "LiveEntry": "blocks",
    "Mark": "blocks",
    "MarkKind": "blocks",
    "Paragraph": "blocks",
    "Question": "blocks",
    "Quote": "blocks",
    "Table": "blocks",
    "Text": "blocks",
    "DocumentError": "errors",
    "EmptyPageError": "errors",
    "InvalidDataError": "errors",
    "InvalidLayoutError": "errors",
    "LemondeParseError": "errors",
    "NotAnArticleError": "errors",
    "NotAnExportError": "errors",
    "PageTooLargeError": "errors",
    "RefusalReason": "errors",
    "SpannedText": "spans",
    "TextSpan": "spans",
    "GENERIC": "layouts",
    "LAYOUTS": "layouts",
    "Field": "layout",
    "Page": "intake.source",
    "Role": "layout",
    "RoleRow": "layout",
    "Layout": "layout",
    "explain": "explanation",
    "ReadOptions": "options",
    "TextOptions": "options",
    "parse": "parsing",
    "parse_export": "exports.reading",
    "parse_file": "parsing",
    "parse_text": "parsing",
    "similarity": "fingerprint",
}


if not TYPE_CHECKING:  # type checkers would accept any name

    def __getattr__(name: str) -> object:
        if name not in _ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
