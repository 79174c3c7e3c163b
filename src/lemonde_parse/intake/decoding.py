"""From bytes to text, the same way on every machine.

The order is that of the WHATWG encoding sniffing algorithm (byte order mark, what the transport says, what the page
says), with one rule in place of its last guess, and one exception: bytes that prove the declaration wrong win.
No detector is asked: its answer would depend on which one is installed.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from lemonde_parse.article import ParseWarning

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding looks at the first
# 1,024 bytes. Saved pages carry archives' comments before the head, hence more here.
_SNIFFED_BYTES: Final = 4_096
_STRETCH: Final = 2_048
_META = re.compile(rb"<meta\b[^<>]*?\bcharset\s*=\s*[\"']?\s*([a-z0-9_:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([a-z0-9_:.-]+)", re.IGNORECASE)
# Python's names of those that https://encoding.spec.whatwg.org/#names-and-labels has. Python knows others, which no
# browser reads, and some of which read no page at all.
_OF_THE_WEB = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp(?:125\d|866|874)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gbk|gb2312|gb18030|big5"
    r"|euc_jp|iso2022_jp|shift_jis|euc_kr|windows-1252"
)

# https://encoding.spec.whatwg.org/#names-and-labels: these labels mean windows-1252, whatever they say.
_WINDOWS_1252: Final = frozenset(
    [
        "ansi_x3.4-1968",
        "ascii",
        "cp1252",
        "cp819",
        "csisolatin1",
        "ibm819",
        "iso-8859-1",
        "iso-ir-100",
        "iso8859-1",
        "iso88591",
        "iso_8859-1",
        "iso_8859-1:1987",
        "l1",
        "latin1",
        "latin-1",
        "us-ascii",
        "windows-1252",
        "x-cp1252",
    ]
)

# A well-formed sequence of two to four bytes, https://www.unicode.org/versions/latest/core-spec/chapter-3/ table 3-7.
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_BROKEN_A = re.compile(rb"\xc3(?=[ \r\n])")
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def to_utf8(raw: bytes, encoding: str | None) -> tuple[bytes, list[ParseWarning]]:
    """The page in UTF-8 without byte order mark, and a warning if a byte could not be read or a declaration not believed.

    `encoding` overrides what the page declares, but not a byte order mark. Raises `LookupError` if there is no such codec.
    """
    wanted = codec(encoding) if encoding is not None else None
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], name)
    if wanted is not None:
        return _decoded(raw, wanted)
    declared = _declared(raw)
    if declared in (None, "utf-8", "windows-1252") or declared.startswith("utf-16") or (not raw.isascii() and _is_utf8(raw)):
        return _utf8_or_1252(raw, declared)
    return _decoded(raw, declared)


def clean_str(text: str) -> tuple[bytes, list[ParseWarning]]:
    """A str as UTF-8, lone surrogates replaced (no encoder takes them, and lxml stops at the first)."""
    try:
        return text.removeprefix("\ufeff").encode(), []
    except UnicodeEncodeError:
        # Two that make a pair are one character.
        whole, count = _SURROGATES.subn("\ufffd", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"))
        return whole.removeprefix("\ufeff").encode(), [_warned("lone surrogates were replaced by U+FFFD", count)]


def codec(label: str) -> str:
    """Python's codec for a label as the web means it: iso-8859-1 is windows-1252.

    >>> codec("ISO-8859-1")
    'windows-1252'
    """
    label = label.strip().lower()
    if "\0" in label or label in ("idna", "punycode", "undefined"):  # Python's, but they read no page
        raise LookupError(f"unknown encoding: {label!r}")
    return "windows-1252" if label in _WINDOWS_1252 else codecs.lookup(label).name


def _declared(raw: bytes) -> str | None:
    head = raw[:_SNIFFED_BYTES]
    if b"charset" not in head.lower() and len(raw) > _SNIFFED_BYTES:
        head = raw[: max(_SNIFFED_BYTES, raw.find(b"</head>") + 1)]
    found = _META.search(head) or _XML.match(head.lstrip())
    if found is None:
        return None
    try:
        name = codec(found[1].decode("ascii"))
    except LookupError:
        return None
    return name if _OF_THE_WEB.fullmatch(name) else None


def _utf8_or_1252(raw: bytes, declared: str | None) -> tuple[bytes, list[ParseWarning]]:
    """Bytes prove what they are: text in windows-1252 is hardly ever well-formed UTF-8, and the reverse never."""
    if not _is_utf8(raw):
        # lynx takes the second byte of "à" for a no-break space, and writes a space or a line feed in its place.
        mended = _BROKEN_A.sub("à".encode(), raw)
        if mended != raw and _is_utf8(mended):
            return mended, [ParseWarning(code="encoding", message='a broken "à" was mended, as text browsers leave it')]
        valid = sum(1 for _ in _MULTIBYTE.finditer(raw))
        broken = sum(1 for _ in _HIGH.finditer(_MULTIBYTE.sub(b"", raw)))
        if valid > broken:
            return _decoded(raw, "utf-8")
        page, warnings = _decoded(raw, "windows-1252")
        if declared == "utf-8":
            warnings.append(ParseWarning(code="encoding", message="the page declares UTF-8 and is windows-1252: read as that"))
        return page, warnings
    if declared not in (None, "utf-8") and not declared.startswith("utf-16") and not raw.isascii():
        return raw, [ParseWarning(code="encoding", message=f"the page declares {declared} and is UTF-8: read as that")]
    return raw, []


def _is_utf8(raw: bytes) -> bool:
    """Whether every byte is. In stretches, because those in ASCII alone, such as scripts and styles, cost next to nothing."""
    start = 0
    while start < len(raw):
        end = start + _STRETCH
        while end < len(raw) and raw[end] & 0xC0 == 0x80 and end > start + _STRETCH - 3:  # within a character
            end -= 1
        stretch = raw[start:end]
        if not stretch.isascii():
            try:
                stretch.decode()
            except UnicodeDecodeError:
                return False
        start = end
    return True


def _decoded(raw: bytes, name: str) -> tuple[bytes, list[ParseWarning]]:
    if name == "windows-1252":
        # WHATWG maps the five bytes that Python's codec refuses to the C1 controls of the same number.
        text = raw.decode("windows-1252", "lemonde_parse.c1")
        return text.encode(), []
    text = raw.decode(name, "replace")
    replaced = text.count("\ufffd") - raw.count("\ufffd".encode()) if name == "utf-8" else text.count("\ufffd")
    page, warnings = clean_str(text)
    if replaced > 0:
        warnings.append(_warned(f"bytes that are no {name} were replaced by U+FFFD", replaced))
    return page, warnings


def _warned(what: str, count: int) -> ParseWarning:
    return ParseWarning(code="encoding", message=f"{what}: {count} times")


def _c1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("lemonde_parse.c1", _c1)
