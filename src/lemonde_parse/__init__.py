"""lemonde_parse turns a page of Le Monde into a clean, typed, frozen Article."""

from lemonde_parse._version import __version__
from lemonde_parse.article import Article, Author, ParseWarning, RelatedLink, Removal, Report, Source
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
    InvalidTemplateError,
    LemondeParseError,
    NotAnArticleError,
    PageTooLargeError,
)
from lemonde_parse.explaining import explain
from lemonde_parse.parsing import parse, parse_file, parse_text
from lemonde_parse.template import Role, Template
from lemonde_parse.templates import TEMPLATES
from lemonde_parse.text_spans import SpannedText, TextSpan

__all__ = [
    "TEMPLATES",
    "Article",
    "Aside",
    "Author",
    "Block",
    "Embed",
    "EmptyPageError",
    "Figure",
    "Heading",
    "InvalidDataError",
    "InvalidTemplateError",
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
    "Source",
    "SpannedText",
    "Table",
    "Template",
    "Text",
    "TextSpan",
    "__version__",
    "explain",
    "parse",
    "parse_file",
    "parse_text",
]
