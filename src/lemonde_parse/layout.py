"""The record of a layout, `Layout`, and the `Role`s that it gives to elements.

A layout is data: its rows map selectors to roles and fields. The first row that matches an
element's tag, classes or id gives the element's role. If none matches, the role follows from the
tag's meaning in HTML. To support another era or newspaper, add a record.
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
    """The function of an element in the article region."""

    # Roles are looked up for every element, and hashing by identity is faster than Enum's own hash,
    # a Python function. Pyright rejects the signature, and would then report every type with a role
    # as partly unknown.
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

    # Next to the body
    RELATED = "related"
    PULL_QUOTE = "pull quote"
    """Repeats the body, and is removed. Use QUOTE for elements that may or may not repeat it:
    quotes are compared with the body."""

    # Structure
    CONTAINER = "container"
    """Replaced by its children."""
    INLINE = "inline"
    """Part of the surrounding text."""
    BREAK = "break"
    """A line break. One becomes a space; two split a paragraph."""
    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    CAPTION = "caption"
    """The caption of a figure."""
    CREDIT = "credit"
    """The credit of a figure."""
    TITLE = "title"
    """The title of a box or of a live blog's post."""
    IGNORE = "ignore"
    """Invisible to readers: scripts, styles."""

    # Removed; the value is the reason for the removal
    ADVERTISEMENT = "advertisement"
    BADGE = "badge"
    """Marks a text or a link as reserved for subscribers."""
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
    """The authors' names at the end of the text, used if nothing else names the authors."""
    STATUS = "status"
    TAGS = "tags"


for _role in Role:
    # Python 3.11 looks up members through a descriptor, which is slow. Later versions store them in
    # the class, as this does.
    type.__setattr__(Role, _role.name, _role)

_REASONS: Final[dict[str, RemovalReason]] = {reason: reason for reason in get_args(RemovalReason)}
REMOVED: Final[Mapping[Role, RemovalReason]] = MappingProxyType(
    {
        role: _REASONS[role.value]
        for role in Role
        if role.value in _REASONS and role not in (Role.PULL_QUOTE, Role.RELATED)
    }
)
"""The roles whose text is removed from the body, each with the reason for the removal."""

HTML_ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
        **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), Role.LIST),
        **dict.fromkeys(("figure", "img", "picture"), Role.FIGURE),
        **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), Role.EMBED),
        **dict.fromkeys(("em", "i", "cite", "dfn"), Role.EMPHASIS),
        **dict.fromkeys(("strong", "b"), Role.STRONG),
        **dict.fromkeys(
            ("script", "style", "noscript", "template", "head", "title", "meta", "link", "param",
             "source", "input", "wbr", "col", "colgroup"),
            Role.IGNORE,
        ),
        **dict.fromkeys(
            ("html", "body", "main", "article", "section", "div", "header", "footer", "nav",
             "center", "form", "fieldset", "details", "address", "li", "dt", "dd", "hr", "hgroup",
             "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "frameset"),
            Role.CONTAINER,
        ),
        "p": Role.PARAGRAPH,
        "pre": Role.PARAGRAPH,
        "listing": Role.PARAGRAPH,
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
        "select": Role.BOILERPLATE,
        "textarea": Role.BOILERPLATE,
        "svg": Role.BOILERPLATE,
        "canvas": Role.BOILERPLATE,
        "dialog": Role.BOILERPLATE,
        # https://amp.dev/documentation/components: AMP's elements for pictures, players and so on
        **dict.fromkeys(("amp-img", "amp-anim"), Role.FIGURE),
        **dict.fromkeys(
            ("amp-apester-media", "amp-audio", "amp-bluesky", "amp-brightcove",
             "amp-connatix-player", "amp-dailymotion", "amp-facebook", "amp-gfycat",
             "amp-google-document-embed", "amp-iframe", "amp-imgur", "amp-instagram",
             "amp-jwplayer", "amp-kaltura-player", "amp-megaphone", "amp-ooyala-player",
             "amp-pinterest", "amp-playbuzz", "amp-powr-player", "amp-reddit",
             "amp-riddle-quiz", "amp-soundcloud", "amp-tiktok", "amp-twitter", "amp-video",
             "amp-video-iframe", "amp-vimeo", "amp-vk", "amp-wistia-player", "amp-youtube"),
            Role.EMBED,
        ),
        **dict.fromkeys(
            ("amp-accordion", "amp-base-carousel", "amp-carousel", "amp-fit-text",
             "amp-image-slider", "amp-inline-gallery", "amp-layout", "amp-lightbox-gallery",
             "amp-live-list", "amp-pan-zoom", "amp-selector", "amp-stream-gallery"),
            Role.CONTAINER,
        ),
        **dict.fromkeys(
            ("amp-ad", "amp-auto-ads", "amp-embed", "amp-fx-flying-carpet", "amp-sticky-ad"),
            Role.ADVERTISEMENT,
        ),
        **dict.fromkeys(
            ("amp-app-banner", "amp-consent", "amp-lightbox", "amp-sidebar",
             "amp-user-notification"),
            Role.BOILERPLATE,
        ),
        "amp-social-share": Role.SHARE,
    }
)  # fmt: skip
"""The roles of tags without a row in the layout. Other tags are part of the surrounding text."""

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
    "address",
    "status",
    "wall",
]
"""Fields that a layout may locate, in printed text or, with ``@attribute``, in an attribute.

``dates`` is a line with one or both dates in words. ``address`` is the link to the article's own
page, in print views and read-it-later programs. ``status`` is a label that says who may read the
article. ``wall`` is a box that only truncated pages have.
"""
FIELDS: Final = frozenset(get_args(Field))

_EQUALS_REACH: Final = 8
"""Maximum distance in bytes from an attribute's "=" to its value."""
_MEMO_LIMIT: Final = 4096
"""Maximum number of cached kinds of elements; a larger cache saves no time on real pages."""


@frozen
class RoleRow:
    """A row of `Layout.roles` with its evidence.

    >>> RoleRow(Role.RELATED, "p with one link, 2012–18").seen
    'p with one link, 2012–18'
    """

    role: Role
    """Role of the elements that the row's selector matches."""
    seen: str = ""
    """Elements and years for which there is evidence."""


def _with_evidence(roles: Mapping[str, Role | RoleRow]) -> Mapping[str, RoleRow]:
    """Convert roles without evidence to rows."""
    return {
        selector: row if isinstance(row, RoleRow) else RoleRow(row)
        for selector, row in roles.items()
    }


@frozen
class Entry:
    """The result of a layout's rows for one kind of element: a tag with a class and an id."""

    role: Role
    rule: str
    """The row that gives the role; quoted by removals."""
    is_removed: bool
    """True if the element's text is removed from the body."""
    mark: MarkKind | None
    """The formatting of the element's text."""
    is_text: bool
    """True for plain or formatted text, provided that it contains no other elements."""
    is_line: bool
    """True if the element is one line of the body, provided that it contains only text."""
    fields: tuple[tuple[Field, Selector], ...]
    """The fields located in or inside the element, each with the selector of its row."""
    content: int | None
    """Rank among the layout's content selectors."""
    is_found: bool
    """True if the element is content or has a field."""
    premium: tuple[str | None, ...]
    """Attributes that mark a related link as reserved. An item is None if the element itself is the
    mark."""
    is_scope: bool
    """True if the element matches a selector of `Layout.scope`."""
    stops: bool
    """True if the element matches a selector of `Layout.stop_at`."""


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

    An unknown role or field, a string in place of a tuple, or a selector that does not compile
    raises `InvalidLayoutError`.
    """

    name: str
    """Unique name, used in the report."""
    markers: tuple[str, ...] = field()
    """Try this layout if the source contains any of these: a class, an address."""
    sites: tuple[str, ...] = field(default=())
    """Domains of the pages in this layout; empty if any site may use it.

    The layout is not tried on a page that declares an address on another domain.
    """
    content: tuple[str, ...] = field()
    """Selectors of the elements that contain the body, best first.

    The first item that matches an element with text is used.

    ``"a, b"`` takes all matches of both, in page order. XPath starts with / or (.
    """
    roles: Mapping[str, RoleRow] = field(factory=dict, converter=_with_evidence)
    """Maps each selector to a role, or to a `RoleRow` with evidence; stored as `RoleRow`.

    If several rows match, the first wins. Without a row, the element's role follows from its tag.
    """
    scope: tuple[str, ...] = field(default=("main", "article"))
    """Selectors of the element around the content that also contains the printed fields.

    The outermost match around the content is used; without a match, the entire page, including
    menus.
    """
    slices: tuple[tuple[str, ...], ...] = ()
    """Slices of the source that contain scope and fields: each an opening string, then closing
    strings.

    A slice starts at the first occurrence of the opening string, and ends at the last occurrence of
    the last closing string. If another closing string occurs before that, the slice ends there. If
    the opening string may be in a comment, a script or an attribute, the entire page is read.
    """
    finds_densest: bool = False
    """If True and no selector of `content` matches an element with text, the body is located by the
    density of prose."""
    finds_boxes: bool = False
    """If True, boxes such as forms, lists of links and buttons are recognised by their content, and
    removed. An element with more than twice as much prose as the content replaces it."""
    premium: tuple[str, ...] = field(default=())
    """Selectors of elements that mark related links as reserved for subscribers.

    With ``…@attribute``, the attribute is the mark, unless it is missing, "", "0" or "false".
    """
    stop_at: tuple[str, ...] = field(default=())
    """Selectors of elements that end the content."""
    bold_line: Literal["heading", "paragraph"] = "heading"
    """Block type of a short bold paragraph without closing punctuation."""
    fields: Mapping[Field, tuple[str, ...]] = field(factory=dict)
    """Selectors of printed fields, or XPath that starts with / or (.

    Selectors of fields may also be ``…@attribute``, ``…[name=value]`` and ``around inner``. XPath
    that starts with / searches the entire page, not only the scope. XPath takes ten times as long
    as a selector.
    """
    language: Literal["page", "text"] = "page"
    """The element whose lang attribute gives the language. Use "text" for read-it-later programs,
    whose user interface may be in another language."""
    kind: Kind = "article"
    """Kind of the articles in this layout, unless the page declares another."""
    rows: Literal["shared", "own"] = "shared"
    """The rows added after the layout's own: “shared” adds those that most newspapers share, and
    removes boxes by their content; “own” adds none."""
    seen: str = ""
    """Pages and years with evidence for the layout."""
    _rows: tuple[tuple[Selector, Role], ...] = field(init=False, repr=False)
    _field_rows: tuple[tuple[Selector, Field], ...] = field(init=False, repr=False)
    _content_rows: tuple[tuple[Selector, ...], ...] = field(init=False, repr=False)
    _scope_rows: tuple[Selector, ...] = field(init=False, repr=False)
    _stop_rows: tuple[Selector, ...] = field(init=False, repr=False)
    _premium_rows: tuple[Selector, ...] = field(init=False, repr=False)
    known: dict[tuple[str, str | None, str | None], Entry] = field(
        init=False, repr=False, factory=dict
    )
    """Cache of `entry` by tag, class attribute and id, for loops in which a call is too slow."""
    xpaths: tuple[tuple[Field, str], ...] = field(init=False, repr=False)
    """The fields with an XPath, one pair for each expression."""
    content_xpaths: tuple[tuple[int, str], ...] = field(init=False, repr=False)
    """The rows of `content` that are an XPath, with their ranks."""

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
                f"layout {self.name!r}: unknown field {', '.join(map(repr, sorted(unknown)))};"
                f" known fields: {', '.join(sorted(FIELDS))}"
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
    def _check_tuple(self, attribute: Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
        # A string is also a sequence; each letter would become a marker or a selector.
        if isinstance(value, str):
            raise InvalidLayoutError(
                f"layout {self.name!r}: {attribute.name} takes a tuple of strings,"
                f" not the string {value!r}"
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
                () if is_xpath(row) else self._selectors(map(str.strip, row.split(",")))
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
        """Return False if no selector of `content` can match the source of a page.

        A quick search for class names and ids, before a tree is built. Always True if the content
        is selected by XPath, by tag alone, or as the densest element.
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
        """Look up an element by its tag, class and id; the result is cached."""
        key = (str(element.tag), element.get("class"), element.get("id"))
        entry = self.known.get(key)
        if entry is None:
            if len(self.known) >= _MEMO_LIMIT:
                self.known.clear()
            entry = self.known[key] = self._look_up(*key)
        return entry

    def _look_up(self, tag: str, class_attribute: str | None, identifier: str | None) -> Entry:
        classes = tuple((class_attribute or "").split())

        def is_match(selector: Selector) -> bool:
            return selector.matches(tag, classes, identifier)

        row = next(
            ((role, selector.source) for selector, role in self._rows if is_match(selector)), None
        )
        role, source = row or (HTML_ROLES.get(tag, Role.INLINE), tag)
        fields = tuple(
            (name, selector)
            for selector, name in self._field_rows
            if is_match(selector.around or selector)
        )
        content = next(
            (rank for rank, row in enumerate(self._content_rows) if any(map(is_match, row))), None
        )
        premium = tuple(selector.attribute for selector in self._premium_rows if is_match(selector))
        stops = any(map(is_match, self._stop_rows))
        return Entry(
            role=role,
            is_removed=role in REMOVED,
            mark=_MARKS.get(role),
            is_text=(role in _MARKS or role is Role.INLINE) and not stops and tag != "del",
            is_line=role in _LINES and not stops,
            rule=f"{self.name if row else 'html'}: {source}",
            fields=fields,
            content=content,
            is_found=bool(fields) or content is not None,
            premium=premium,
            is_scope=any(map(is_match, self._scope_rows)),
            stops=stops,
        )


def _is_value(name: bytes, html: bytes) -> bool:
    """Return True if an attribute's value starts with the name.

    The name may also occur elsewhere: "articleBody" is an id on some pages, but a key in JSON-LD.
    """
    at = html.find(name)
    while at >= 0:
        if html[max(at - _EQUALS_REACH, 0) : at].rstrip(b"\"' \t\r\n").endswith(b"="):
            return True
        at = html.find(name, at + len(name))
    return False
