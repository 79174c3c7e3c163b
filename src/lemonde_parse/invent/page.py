"""Replaces the prose of a page in its source: text, attributes, addresses, scripts, comments."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

from lemonde_parse.invent.known import markup_words
from lemonde_parse.invent.words import SHORT, WORD, word_key
from lemonde_parse.layouts import LAYOUTS

Replace: TypeAlias = Callable[[str], str]
"""A function that replaces the words of a text."""

_DEPTH: Final = 4
"""Maximum depth of HTML and JSON nested in strings; deeper HTML or JSON is treated as text."""

# https://html.spec.whatwg.org/multipage/parsing.html#tokenization. The quantifiers are possessive,
# so that each character is read once.
_NAME: Final = r"[^\s/>][^\s/>=]*+"
_VALUE: Final = r"\"[^\"]*+\"?+|'[^']*+'?+|[^\"'>\s][^>\s]*+"
_ATTRIBUTE: Final = rf"{_NAME}(?:\s*+=\s*+(?:{_VALUE})?+)?+"
_TOKEN: Final = re.compile(
    rf"""<!--(?P<comment>(?:[^-]++|-(?!->))*+)(?:-->)?+
      | (?P<open><(?P<raw>script|style)(?=[\s/>])(?P<raw_attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>?+)
        (?P<content>(?:[^<]++|<(?!/(?P=raw)))*+)
      | <(?P<tag>/?+[a-z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>?+
      | <[!/?][^>]*+>?+
      | (?P<text>[^<]++|<)""",
    re.IGNORECASE | re.VERBOSE,
)
_ONE_ATTRIBUTE: Final = re.compile(rf"({_NAME})(\s*+=\s*+)?+({_VALUE})?+")

# Tags inside a line. A line ends at any other tag.
_INLINE: Final = frozenset(
    [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
)  # fmt: skip

_STRUCTURE: Final = frozenset(
    [
        "class", "role", "type", "rel", "rev", "itemprop", "itemtype", "itemscope",
        "property", "http-equiv", "charset", "lang", "xml:lang", "dir", "style", "width",
        "height", "tabindex", "for", "method", "target", "datetime", "media", "sizes",
        "loading", "decoding", "xmlns", "version", "align", "valign", "bgcolor", "border",
        "cellpadding", "cellspacing", "colspan", "rowspan", "scope", "start", "aria-hidden",
        "aria-expanded", "aria-live", "aria-level", "crossorigin", "integrity", "nonce",
        "async", "defer", "prefix", "vocab", "typeof", "profile", "fetchpriority",
        "viewbox", "fill", "d", "id", "name",
    ]
)  # fmt: skip
"""Attributes whose values are part of the structure and are kept, unless they are slugs."""
# A quotation mark may end a value too early: content="The "Big Three" …". The words after it look
# like names of attributes, but are prose.
_KNOWN_NAME: Final = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(_STRUCTURE)))}"
    r"|content|href|src|srcset|alt|title|value|action|label|placeholder|summary|cite|poster|abbr|checked|disabled|selected|hidden|defer|controls"
    r"|autoplay|frameborder|allowfullscreen|scrolling|hspace|vspace|clear|language|color|face)\Z"
    r"|(?:data|aria|amp|ng|xml|v|x|item|http)[-:]|on[a-z]{3,15}\Z|[:@#(\[]",
    re.IGNORECASE,
)
"""Names of attributes that are kept, even if they contain unknown words."""
_SLUG: Final = 3
"""Maximum number of words of an identifier. A longer one is assumed to be made from a title, unless
it starts with a word that layouts use."""
_STRUCTURAL_METAS: Final = re.compile(
    r"\A(?:og:(?:type|locale|site_name)|viewport|robots|generator)\Z|:(?:card|content_tier)\Z|_time\Z|date",
    re.IGNORECASE,
)
"""Names of meta tags whose values are kept."""
_STRUCTURAL_KEYS: Final = frozenset(
    [
        "@type", "@context", "type", "pageType", "format", "status", "isAccessibleForFree",
        "inLanguage", "cssSelector", "datePublished", "dateModified", "dateCreated",
        "encodingFormat", "timezone", "date",
    ]
)  # fmt: skip
"""Keys of JSON whose values are kept."""

_ADDRESS: Final = re.compile(
    r"(?:(?:https?|android-app|ios-app|lmfr):)?//[^\s\"'<>()]++|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,255}"
    r"|(?<![\w/%~.-])/?(?:[\w%~.-]++/)++[\w%~.,?=&;#+-]*+",
    re.IGNORECASE,
)
_ENDINGS: Final = frozenset(["html", "shtml", "jpeg", "webp", "json"])
"""File name extensions that are kept, although they are longer than short words."""
_HOST: Final = re.compile(r"(?:[a-z-]+:)?//[^/?#\s\"']*", re.IGNORECASE)
_NO_WORD: Final = re.compile(
    r"&(?:[a-zA-Z]\w{1,30}|#\w{1,8});|#[0-9a-fA-F]{3,8}\b|(?<=\w)\.\w{2,5}\b"
)
"""Character references, colours, and endings of file names."""
_DATA: Final = re.compile(r"(data:[\w/+.-]+;base64,)[\w+/=%\s]+")
_LETTER_ENTITY: Final = re.compile(
    r"&(?:(?:[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil|slash|ring|caron)|(?:oe|OE|ae|AE|sz)lig|shy)|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
_IN_MARKER: Final = re.compile(r"<[^>]*+>?+")
_MARKUP: Final = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_STRING: Final = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*+\"?+|'(?:[^'\\\n]|\\.)*+'?+|`(?:[^`\\]|\\.)*+`?+", re.DOTALL
)
"""A string, closed or not: an unclosed one ends at the end of its line."""
_IS_KEY: Final = re.compile(r"\s*:")
_ESCAPE: Final = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_PRIVATE: Final = 0xE000
_PRIVATE_END: Final = _PRIVATE + 0x80
"""Code points to represent the escapes of a script while its words are replaced."""


def replace_page(source: str, replace: Replace, note_line: Callable[[str], None]) -> str:
    """Replace the prose of a page, keeping its tags.

    `replace` is called with each text, in which entities for letters are decoded. `note_line` is
    called with each line (the text between two tags that are not inline), with each piece of a line
    between two tags, and with each text in an attribute or a script.

    >>> replace_page('<p class="lead">Un <b>mot</b> &eacute;crit', str.upper, lambda line: None)
    '<p class="lead">UN <b>MOT</b> ÉCRIT'
    """
    return _Walk(replace, note_line).html(source, 0)


def replace_text(text: str, replace: Replace, note_line: Callable[[str], None]) -> str:
    """Replace the prose of a text without markup, including the addresses in it.

    `note_line` is called with each line, alone and joined with the next line.
    """
    walk = _Walk(replace, note_line)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        note_line(line)
        note_line(f"{line} {following}")  # a phrase may be wrapped
    return walk.text(text)


class _Walk:
    def __init__(self, replace: Replace, note_line: Callable[[str], None]) -> None:
        self._replace = replace
        self._note_line = note_line

    def html(self, source: str, depth: int) -> str:
        """Replace the prose of HTML."""
        parts: list[str] = []
        line: list[str] = []
        for token in _TOKEN.finditer(source):
            if token["text"] is not None:
                line.append(token["text"])
                self._note(token["text"])
                parts.append(self.text(token["text"]))
            elif token["comment"] is not None:
                parts.append(self._comment(token, depth))
            elif token["raw"] is not None:
                content = token["content"]
                if token["raw"].lower() == "script":
                    content = self._script(content, depth)
                parts.append(self._tag(token["open"], token["raw_attributes"], depth) + content)
            elif token["tag"] is not None:
                if token["tag"].lower().lstrip("/") not in _INLINE:
                    self._note("".join(line))
                    line = []
                parts.append(self._tag(token[0], token["attributes"], depth))
            else:
                parts.append(token[0])
        self._note("".join(line))
        return "".join(parts)

    def text(self, text: str) -> str:
        """Replace the words of a text, and of the addresses in it."""
        text = _LETTER_ENTITY.sub(_decoded_letter, text)

        def words(part: str) -> str:
            return _outside(_NO_WORD, part, str, self._replace)

        def addresses(part: str) -> str:
            return _outside(_ADDRESS, part, self._address, words)

        return _outside(kept_strings(), text, lambda kept: _DATA.sub(r"\1AAAA", kept), addresses)

    def _note(self, text: str) -> None:
        if line := " ".join(html.unescape(text).split()):
            self._note_line(line)

    def _comment(self, token: re.Match[str], depth: int) -> str:
        comment = token["comment"]
        written = (
            self.html(comment, depth + 1)
            if depth < _DEPTH and _MARKUP.search(comment)
            else self.text(comment)
        )
        return token[0].replace(comment, written, 1) if comment else token[0]

    def _tag(self, tag: str, attributes: str, depth: int) -> str:
        if not attributes.strip():
            return tag
        found = _ONE_ATTRIBUTE.findall(attributes)
        values = {name.lower(): _unquoted(value) for name, _, value in found}
        is_kept_meta = "http-equiv" in values or any(
            _STRUCTURAL_METAS.search(values.get(key, ""))
            for key in ("name", "property", "itemprop")
        )

        def written(match: re.Match[str]) -> str:
            name, equals, value = match[1], match[2] or "", match[3] or ""
            if not (_KNOWN_NAME.match(name) or is_markup_token(name)):
                name = self._replace(name)
            if (
                not value
                or (name.lower() in _STRUCTURE and not _is_slug(name.lower(), value))
                or (name.lower() == "content" and is_kept_meta)
            ):
                return f"{name}{equals}{value}"
            quote = value[0] if value[0] in "\"'" else ""
            inner = _unquoted(value)
            new = self._value(inner, quote, depth)
            return f"{name}{equals}{quote}{new}{value[len(quote) + len(inner) :]}"

        start = tag.index(attributes)
        return (
            tag[:start] + _ONE_ATTRIBUTE.sub(written, attributes) + tag[start + len(attributes) :]
        )

    def _value(self, value: str, quote: str, depth: int) -> str:
        """Replace the value of an attribute: JSON, HTML, an address, or text."""
        if is_markup_token(value):
            return value
        plain = html.unescape(value)
        if (
            depth < _DEPTH
            and plain.lstrip()[:1] in ("{", "[")
            and (new := self._json(plain, depth))
        ):
            return (
                html.escape(new, quote=True)
                if quote == '"'
                else new.replace("&", "&amp;").replace("'", "&#39;")
            )
        if depth < _DEPTH and _MARKUP.search(plain):
            return html.escape(self.html(plain, depth + 1))
        self._note(value)
        return self.text(value)

    def _script(self, content: str, depth: int) -> str:
        """Replace the strings of a script, or of JSON; keys are kept."""
        keys: list[str] = [""]

        def written(match: re.Match[str]) -> str:
            literal = match[0]
            if _IS_KEY.match(content, match.end()):
                keys[0] = literal[1:-1]
                return literal
            return self._literal(literal, keys[0], depth)

        return _STRING.sub(written, content)

    def _literal(self, literal: str, key: str, depth: int) -> str:
        """Replace a string of a script, with escapes in the same style."""
        quote = literal[0]
        closing = quote if len(literal) > 1 and literal.endswith(quote) else ""
        inner = literal[1 : len(literal) - len(closing)]
        if key in _STRUCTURAL_KEYS or is_markup_token(inner):
            return literal
        value = _ESCAPE.sub(lambda match: _unescaped(match[0]), inner)
        if depth < _DEPTH and _MARKUP.search(value):
            new = self.html(value, depth + 1)
        else:
            self._note(value)
            new = self.text(value)
        return quote + self._escaped(new, inner, quote) + closing

    @staticmethod
    def _escaped(text: str, like: str, quote: str) -> str:
        """Write the text of a string with the escapes of the string that it replaces."""
        if "\\" not in like:
            return text
        text = "".join(
            f"\\{chr(ord(letter) - _PRIVATE)}" if _PRIVATE <= ord(letter) < _PRIVATE_END else letter
            for letter in text.replace(quote, f"\\{quote}")
        )
        if r"\/" in like:
            text = text.replace("/", r"\/")
        if r"\u" in like:
            text = "".join(one if one.isascii() else json.dumps(one)[1:-1] for one in text)
        return text

    def _json(self, value: str, depth: int) -> str:
        """Replace the strings of JSON; return "" if the value is not JSON."""
        try:
            json.loads(value)
        except (ValueError, RecursionError):
            return ""
        return self._script(value, depth + 1)

    def _address(self, address: str) -> str:
        """Replace the words of an address, except its host, words that layouts and sites use, and
        known endings of file names."""
        host = _HOST.match(address)
        end = host.end() if host else 0
        return address[:end] + WORD.sub(
            lambda match: (
                match[0]
                if word_key(match[0]) in markup_words() or match[0].lower() in _ENDINGS
                else self._replace(match[0])
            ),
            address[end:],
        )


def _outside(pattern: re.Pattern[str], text: str, inside: Replace, outside: Replace) -> str:
    """Replace the matches of a pattern in one way, and the text between them in another."""
    parts, end = [], 0
    for match in pattern.finditer(text):
        parts += [outside(text[end : match.start()]), inside(match[0])]
        end = match.end()
    return "".join(parts) + outside(text[end:])


@cache
def kept_strings() -> re.Pattern[str]:
    """Return the pattern for data URLs and for the markers of layouts."""
    pieces = (
        piece
        for layout in LAYOUTS
        for marker in layout.markers
        for piece in _IN_MARKER.sub("\n", marker).split("\n")
    )
    markers = {piece for piece in pieces if len(piece) > SHORT}
    parts = [_DATA.pattern, *map(re.escape, sorted(markers, key=len, reverse=True))]
    return re.compile("|".join(parts))


def is_markup_token(value: str) -> bool:
    """Return True for a value without spaces that consists of short words and of words that layouts
    and sites use, and for an empty value.

    >>> is_markup_token("article__content"), is_markup_token("Macron"), is_markup_token("12 avril")
    (True, False, False)
    """
    if " " in value.strip() or not value.strip():
        return not value.strip()
    return all(
        word_key(word) in markup_words() or len(word) <= SHORT for word in WORD.findall(value)
    )


def _is_slug(name: str, value: str) -> bool:
    """Return True for an identifier made from a title: ``id="le-bac-reprend-lundi"``.

    Return False if it starts with a word that layouts use, because layouts recognise identifiers by
    their beginning.
    """
    if name not in ("id", "name", "for"):
        return False
    words = WORD.findall(value)
    return len(words) > _SLUG and not (
        len(words[0]) > SHORT and word_key(words[0]) in markup_words()
    )


def _unquoted(value: str) -> str:
    if value[:1] in ("'", '"'):
        return value[1:-1] if len(value) > 1 and value[-1] == value[0] else value[1:]
    return value


def _decoded_letter(match: re.Match[str]) -> str:
    """Decode an entity for a letter or a soft hyphen; leave any other entity unchanged."""
    character = html.unescape(match[0])
    return character if character.isalpha() or character == "\u00ad" else match[0]


def _unescaped(escape: str) -> str:
    r"""Decode an escape of a script: ``\u00e9``, ``\/``, ``\"``.

    A private-use character represents the start of any other escape, so that it is not replaced.
    """
    character = escape[1]
    if len(escape) > len("\\n"):
        letter = bytes.fromhex(escape[2:]).decode("utf-16-be", "replace")
        return letter if letter.isalpha() else chr(_PRIVATE + ord("u")) + escape[2:]
    if character in "/\"'`":
        return character
    return chr(_PRIVATE + ord(character)) if character.isascii() else escape
