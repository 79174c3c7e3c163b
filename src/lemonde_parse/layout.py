"""The record of a layout, `Layout`, and the `Role`s it gives to elements.

A layout is data. One look-up reads an element: its tag, classes and id lead to a `Role`, by the
layout's own table first, then by the meaning of the tag in HTML. To add an era or a newspaper, add
a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen

from lemonde_parse.article import Kind, RemovalReason
from lemonde_parse.blocks import MarkKind
from lemonde_parse.errors import InvalidLayoutError
from lemonde_parse.selectors import Selector, check_xpath, is_xpath

if TYPE_CHECKING:
    from lxml.etree import _Element


class Role(Enum):
    """What an element of the article region is."""

    # Roles are looked up for every element. Members are single objects, so that their addresses can
    # be hashed; Enum's own hash is a call in Python. Pyright rejects the signature, and would then
    # report every type with a role as partly unknown.
    if not TYPE_CHECKING:
        __hash__ = object.__hash__

    # Blocks of the body
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUESTION = "question"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    EMBED = "embed"
    ASIDE = "aside"
    LIVE_ENTRY = "live entry"

    # Beside the body
    RELATED = "related"
    PULL_QUOTE = "pull quote"
    """Says again what the body says: removed. What may be one or not is a QUOTE: it is compared
    with the body."""

    # Structure
    CONTAINER = "container"
    """Its children are read as if it were not there."""
    INLINE = "inline"
    """Part of the text around it."""
    BREAK = "break"
    """A line break: a space, two of them split a paragraph."""
    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    CAPTION = "caption"
    """Of a figure."""
    CREDIT = "credit"
    """Of a figure's maker."""
    TITLE = "title"
    """Of a box or a live's post."""
    IGNORE = "ignore"
    """Holds nothing that a reader sees: scripts, styles."""

    # Taken out: the value is the reason that the removal states
    ADVERTISEMENT = "advertisement"
    BADGE = "badge"
    """Marks what stands beside it as reserved to subscribers."""
    BYLINE = "byline"
    COMMENTS = "comments"
    BOILERPLATE = "boilerplate"
    HIDDEN = "hidden"
    METADATA = "metadata"
    NEWSLETTER = "newsletter"
    PAYWALL = "paywall"
    PROMOTION = "promotion"
    SHARE = "share"
    SIGNATURE = "signature"
    """Who signs, printed at the end of the text: read for authors if nothing else names them."""
    STATUS = "status"
    TAGS = "tags"


for _role in Role:
    # Up to Python 3.11 a member of an Enum is looked up by a call, every time; since then it stands
    # in the class, as here.
    type.__setattr__(Role, _role.name, _role)

_REASONS: Final[dict[str, RemovalReason]] = {reason: reason for reason in get_args(RemovalReason)}
REMOVED: Final[Mapping[Role, RemovalReason]] = MappingProxyType(
    {
        role: _REASONS[role.value]
        for role in Role
        if role.value in _REASONS and role not in (Role.PULL_QUOTE, Role.RELATED)
    }
)
"""The roles whose words are taken out of the body, each with the reason that its removals state."""

HTML_ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
        **dict.fromkeys(("ul", "ol", "dl", "menu"), Role.LIST),
        **dict.fromkeys(("figure", "img", "picture"), Role.FIGURE),
        **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), Role.EMBED),
        **dict.fromkeys(("em", "i", "cite", "dfn"), Role.EMPHASIS),
        **dict.fromkeys(("strong", "b"), Role.STRONG),
        **dict.fromkeys(
            ("script", "style", "noscript", "template", "svg", "head", "title", "meta", "link",
             "param", "source", "input", "select", "textarea", "map", "canvas", "math", "wbr",
             "col", "colgroup"),
            Role.IGNORE,
        ),
        **dict.fromkeys(
            ("html", "body", "main", "article", "section", "div", "header", "footer", "nav",
             "center", "form", "fieldset", "details", "address", "li", "dt", "dd", "hr", "hgroup",
             "tbody", "thead", "tfoot", "tr", "td", "th", "caption"),
            Role.CONTAINER,
        ),
        "p": Role.PARAGRAPH,
        "pre": Role.PARAGRAPH,
        "blockquote": Role.QUOTE,
        "q": Role.INLINE,
        "table": Role.TABLE,
        "aside": Role.ASIDE,
        "figcaption": Role.CAPTION,
        "summary": Role.TITLE,
        "sup": Role.SUPERSCRIPT,
        "sub": Role.SUBSCRIPT,
        "a": Role.LINK,
        "br": Role.BREAK,
        "button": Role.BOILERPLATE,
        "dialog": Role.BOILERPLATE,
    }
)  # fmt: skip
"""The roles of tags without a row in the layout; tags that are not listed are part of the text."""

_MARKS: Final[Mapping[Role, MarkKind]] = MappingProxyType(
    {
        Role.EMPHASIS: "emphasis",
        Role.STRONG: "strong",
        Role.SUPERSCRIPT: "superscript",
        Role.SUBSCRIPT: "subscript",
        Role.LINK: "link",
    }
)

_LINES: Final = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUESTION})

Field: TypeAlias = Literal[
    "headline",
    "kicker",
    "description",
    "byline",
    "author_name",
    "author_job",
    "dates",
    "date_published",
    "date_modified",
    "section",
    "breadcrumbs",
    "keywords",
    "reading_minutes",
    "translation_url",
    "status",
    "wall",
]
"""Fields that a layout may locate: texts of the printed page, or, with ``@attribute``, of an
attribute.

``dates`` is a line that holds one or both dates in words; ``status`` a label that says who may read
the article; ``wall`` a box that only pages that are cut off have.
"""
FIELDS: Final = frozenset(get_args(Field))

_EQUALS_REACH: Final = 8
"""Bytes before an attribute's value in which its "=" stands."""
_MEMO_LIMIT: Final = 4096
"""How many kinds of elements a layout remembers; a page with more unique classes than that costs
time, not memory."""


@frozen
class RoleRow:
    """A row of `Layout.roles` with its evidence.

    >>> RoleRow(Role.RELATED, "p with one link, 2012–18").seen
    'p with one link, 2012–18'
    """

    role: Role
    """Role of the elements that the row's selector matches."""
    seen: str = ""
    """Elements and years with evidence for the row."""


def _with_evidence(roles: Mapping[str, Role | RoleRow]) -> Mapping[str, RoleRow]:
    """Return rows, also for roles without evidence."""
    return {
        selector: row if isinstance(row, RoleRow) else RoleRow(row)
        for selector, row in roles.items()
    }


@frozen
class Entry:
    """The rows of a layout for one kind of element."""

    role: Role
    rule: str
    """The row that says so, as removals quote it."""
    is_removed: bool
    """Whether its words are taken out."""
    mark: MarkKind | None
    """The formatting that it means."""
    is_text: bool
    """Whether it is but text, formatted or not, as long as no element stands in it."""
    is_line: bool
    """Whether it is one line of the body, as long as nothing but text stands in it."""
    fields: tuple[tuple[Field, Selector], ...]
    """The fields that it holds, or that stand in it, each by the row that says so."""
    content: int | None
    """Its rank among the layout's content selectors."""
    is_found: bool
    """Whether it is content or holds a field."""
    premium: tuple[str | None, ...]
    """The attributes whose value would mark a related link as reserved; None if the element itself
    does."""
    is_scope: bool
    stops: bool


@frozen(kw_only=True, eq=False, repr=False)
class Layout:
    """The record of one layout.

    >>> weekly = Layout(
    ...     name="my_weekly",
    ...     markers=("story-text",),
    ...     content=(".story-text",),
    ...     roles={".see-also": Role.RELATED, ".ad*": Role.ADVERTISEMENT},
    ...     fields={"headline": ("h1",), "byline": (".signature",)},
    ... )
    >>> from lxml import etree
    >>> weekly.entry(etree.Element("div", {"class": "see-also small"})).role
    <Role.RELATED: 'related'>

    A record is checked when it is made: an unknown role or field, or a selector that does not
    compile, is an `InvalidLayoutError`.
    """

    name: str
    """Unique; the report names it."""
    markers: tuple[str, ...] = field()
    """Try this layout if the source contains any of these: a class, an address."""
    sites: tuple[str, ...] = field(default=())
    """Domains of its pages: the layout is not tried on a page that declares an address elsewhere.
    Empty for any page."""
    content: tuple[str, ...] = field()
    """Selectors of what holds the body, the best first; the first that is on the page counts.

    ``"a, b"`` takes all of both, in page order; XPath begins with / or (.
    """
    roles: Mapping[str, RoleRow] = field(factory=dict, converter=_with_evidence)
    """Selector to role, or to a `RoleRow`, which adds its evidence; stored as `RoleRow`.

    If several rows match, the first wins; an element without a row has the role of its tag in HTML.
    """
    scope: tuple[str, ...] = field(default=("main", "article"))
    """Selectors of the element around the content in which fields are looked for; the outermost
    around it counts.

    Where none is around it, the whole page is looked at, menus and all.
    """
    slices: tuple[tuple[str, ...], ...] = ()
    """Parts of the source that hold scope and fields: what each begins with, and one or more
    strings it ends before.

    From the first opening up to the last occurrence of the last closing, or up to that of an
    earlier closing before it; a page where that is in doubt is read whole.
    """
    finds_densest: bool = False
    """If True, and no selector of `content` matches, the body is the element with the most text in
    paragraphs of its own."""
    premium: tuple[str, ...] = field(default=())
    """Selectors of what marks a related link's target as reserved; ``…@attribute`` where that
    attribute, set and not "0", does."""
    stop_at: tuple[str, ...] = field(default=())
    """Selectors of elements from which on nothing is content."""
    bold_line: Literal["heading", "paragraph"] = "heading"
    """What a short bold paragraph without closing punctuation is."""
    fields: Mapping[Field, tuple[str, ...]] = field(factory=dict)
    """Where fields are printed: selectors, or XPath beginning with / or (.

    Selectors may here also be ``…@attribute``, ``…[name=value]`` and ``around inner``. XPath looks
    at the whole page, and costs ten times as much as a selector.
    """
    kind: Kind = "article"
    """What pages of this layout are, where nothing on the page says it."""
    seen: str = ""
    """Pages and years that the layout was read from."""
    _rows: tuple[tuple[Selector, Role], ...] = field(init=False, repr=False)
    _field_rows: tuple[tuple[Selector, Field], ...] = field(init=False, repr=False)
    _content_rows: tuple[tuple[Selector, ...], ...] = field(init=False, repr=False)
    _scope_rows: tuple[Selector, ...] = field(init=False, repr=False)
    _stop_rows: tuple[Selector, ...] = field(init=False, repr=False)
    _premium_rows: tuple[Selector, ...] = field(init=False, repr=False)
    known: dict[tuple[str, str | None, str | None], Entry] = field(
        init=False, repr=False, factory=dict
    )
    """What `entry` found out so far, by tag, class attribute and id: for loops that cannot afford
    the call."""
    xpaths: tuple[tuple[Field, str], ...] = field(init=False, repr=False)
    """The fields that are looked for by XPath."""
    content_xpaths: tuple[tuple[int, str], ...] = field(init=False, repr=False)
    """The rows of `content` that are XPath, with their ranks."""

    @roles.validator
    def _check_roles(self, _: object, roles: Mapping[str, RoleRow]) -> None:
        for selector, row in roles.items():
            if not isinstance(row.role, Role):
                raise InvalidLayoutError(
                    f"layout {self.name!r}: {selector!r} has the role {row.role!r}, not a Role"
                )

    @fields.validator
    def _check_fields(self, _: object, fields: Mapping[Field, tuple[str, ...]]) -> None:
        if unknown := set(fields) - FIELDS:
            raise InvalidLayoutError(
                f"layout {self.name!r}: no field {', '.join(map(repr, sorted(unknown)))};"
                f" there are: {', '.join(sorted(FIELDS))}"
            )
        for name, sources in fields.items():
            if isinstance(sources, str):
                raise InvalidLayoutError(
                    f"layout {self.name!r}: field {name!r} takes a tuple of selectors,"
                    f" not the string {sources!r}"
                )
            for source in filter(is_xpath, sources):
                self._check_xpath(source, f"field {name!r}")

    @markers.validator
    @sites.validator
    @content.validator
    @scope.validator
    @premium.validator
    @stop_at.validator
    def _check_tuple(self, attribute: Attribute[tuple[str, ...]], given: tuple[str, ...]) -> None:
        # A string is a sequence too, and each of its letters would be a marker or a selector.
        if isinstance(given, str):
            raise InvalidLayoutError(
                f"layout {self.name!r}: {attribute.name} takes a tuple of strings,"
                f" not the string {given!r}"
            )

    @content.validator
    def _check_content(self, _: object, content: tuple[str, ...]) -> None:
        for source in filter(is_xpath, content):
            self._check_xpath(source, "content")

    def _check_xpath(self, source: str, where: str) -> None:
        try:
            check_xpath(source)
        except InvalidLayoutError as error:
            raise InvalidLayoutError(f"layout {self.name!r}: {where}: {error}") from None

    def _field_selector(self, source: str) -> Selector:
        try:
            return Selector.parse(source)
        except InvalidLayoutError as error:
            raise InvalidLayoutError(f"layout {self.name!r}: {error}") from None

    def _selector(self, source: str) -> Selector:
        selector = self._field_selector(source)
        if not selector.is_simple:
            raise InvalidLayoutError(
                f"layout {self.name!r}: {source!r}: only the selectors of fields may have"
                " [name=value] or an element around them"
            )
        return selector

    def _selectors(self, sources: Iterable[str]) -> tuple[Selector, ...]:
        return tuple(map(self._selector, sources))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name!r}>"

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        put(
            self,
            "_rows",
            tuple((self._selector(source), row.role) for source, row in self.roles.items()),
        )
        put(
            self,
            "_field_rows",
            tuple(
                (self._field_selector(s), name)
                for name, sources in self.fields.items()
                for s in sources
                if not is_xpath(s)
            ),
        )
        put(
            self,
            "xpaths",
            tuple(
                (name, s) for name, sources in self.fields.items() for s in sources if is_xpath(s)
            ),
        )
        put(
            self,
            "_content_rows",
            tuple(
                () if is_xpath(row) else self._selectors(part.strip() for part in row.split(","))
                for row in self.content
            ),
        )
        put(
            self,
            "content_xpaths",
            tuple((rank, row) for rank, row in enumerate(self.content) if is_xpath(row)),
        )
        put(self, "_scope_rows", self._selectors(self.scope))
        put(self, "_stop_rows", self._selectors(self.stop_at))
        put(self, "_premium_rows", self._selectors(self.premium))

    def may_have_content(self, html: bytes) -> bool:
        """Whether the names that its content goes by stand in a page's source as they would in an
        element.

        A cheap look before a tree is made. True where it cannot be told: by XPath, by tag alone,
        for the densest element.
        """
        if self.finds_densest or self.content_xpaths:
            return True
        return any(
            selector.by is None
            or (
                selector.name.encode() in html
                if selector.by == "class"
                else _is_value(selector.name.encode(), html)
            )
            for row in self._content_rows
            for selector in row
        )

    def entry(self, element: _Element) -> Entry:
        """What this layout says of an element, by its tag, class and id; remembered for the next
        one like it."""
        key = (str(element.tag), element.get("class"), element.get("id"))
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _MEMO_LIMIT:
                self.known.clear()
            found = self.known[key] = self._look_up(*key)
        return found

    def _look_up(self, tag: str, class_attribute: str | None, identifier: str | None) -> Entry:
        classes = tuple((class_attribute or "").split())

        def hit(selector: Selector) -> bool:
            return selector.matches(tag, classes, identifier)

        row = next(
            ((role, selector.source) for selector, role in self._rows if hit(selector)), None
        )
        role, source = row or (HTML_ROLES.get(tag, Role.INLINE), tag)
        fields = tuple(
            (name, selector)
            for selector, name in self._field_rows
            if hit(selector.around or selector)
        )
        content = next(
            (rank for rank, row in enumerate(self._content_rows) if any(map(hit, row))), None
        )
        premium = tuple(selector.attribute for selector in self._premium_rows if hit(selector))
        stops = any(map(hit, self._stop_rows))
        return Entry(
            role=role,
            is_removed=role in REMOVED,
            mark=_MARKS.get(role),
            is_text=(role in _MARKS or role is Role.INLINE) and not stops,
            is_line=role in _LINES and not stops,
            rule=f"{self.name if row else 'html'}: {source}",
            fields=fields,
            content=content,
            is_found=bool(fields) or content is not None,
            premium=premium,
            is_scope=any(map(hit, self._scope_rows)),
            stops=stops,
        )


def _is_value(name: bytes, html: bytes) -> bool:
    """Whether an attribute's value begins with a name: "articleBody" is an id, but also a key of
    JSON-LD."""
    at = html.find(name)
    while at >= 0:
        if html[max(at - _EQUALS_REACH, 0) : at].rstrip(b"\"' \t\r\n").endswith(b"="):
            return True
        at = html.find(name, at + len(name))
    return False
