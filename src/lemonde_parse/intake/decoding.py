"""Decodes bytes, with the same result on every machine.

The order is that of the WHATWG encoding sniffing algorithm: byte order mark, the caller's encoding,
the page's declaration. The algorithm's final guess is replaced by a choice between UTF-8 and
windows-1252, and bytes that contradict the declaration take precedence over it. No library detects
the encoding, since the result would depend on its version.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import Final

from lemonde_parse.article import ParseWarning

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML_IN_UTF16: Final = {
    "<?x".encode("utf-16-le"): "utf-16-le",
    "<?x".encode("utf-16-be"): "utf-16-be",
}

# The standard scans the first 1,024 bytes:
# https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding.
# That is not enough: browsers start again at a later declaration, and archives write comments
# before the head of saved pages.
_SNIFFED_BYTES: Final = 4_096
_STRETCH: Final = 8_192
"""Number of bytes validated as UTF-8 at a time."""
_DECODED: Final = 262_144
"""Number of bytes of windows-1252 decoded at a time."""

# One step of the prescan: a comment, a script with its content, or a tag with its attributes, which
# may contain ">" in their values. Quantifiers are possessive, and an unclosed step extends to the
# end of the source, so that each byte is read once.
_GAP: Final = r"[\t\n\f\r /]*+"
_NAME: Final = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_EQUALS: Final = r"[\t\n\f\r ]*+=[\t\n\f\r ]*+"
_VALUE: Final = r"\"[^\"]*+\"?+|'[^']*+'?+|[^\"'>\t\n\f\r ][^>\t\n\f\r ]*+"
_STEP = re.compile(
    rf"""<(?:
        !(?=--)[^-]*+(?:-(?!->)[^-]*+)*+(?:-->)?+
      | (?P<raw>script|style|title)(?=[\t\n\f\r />])[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+
      | (?:(?P<meta>meta)(?=[\t\n\f\r /])|/?+[a-z][^\t\n\f\r />]*+)
        (?:{_GAP}{_NAME}(?:{_EQUALS}(?:{_VALUE})?+)?+)*+{_GAP}(?P<end>>)?
      | [!/?][^>]*+
    )""".encode(),
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(f"({_NAME})(?:{_EQUALS}({_VALUE})?)?".encode())
# https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements
_IN_CONTENT = re.compile(
    rb"charset[\t\n\f\r ]*+=[\t\n\f\r ]*+"
    rb"(?:\"([^\"]*+)\"|'([^']*+)'|([^\"'\t\n\f\r ;][^\t\n\f\r ;]*+)|)",
    re.IGNORECASE | re.DOTALL,
)
# https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing
_IN_XML = re.compile(rb"<\?xml[^>]*?encoding[\0-\x20]*=[\0-\x20]*([\"'])([^\"'\0-\x20>]*)\1")

# The labels of https://encoding.spec.whatwg.org/#names-and-labels, by Python codec. Other labels in
# a page are ignored: browsers do not know Python's other codecs, and some of these codecs cannot
# decode a page.
_LABELS: Final = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "utf-16-be": "unicodefffe utf-16be",
    "windows-1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
    "iso8859-1 iso88591 iso_8859-1"
    " iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
    "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "cp866": "866 cp866 csibm866 ibm866",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "iso8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 "
    "l2 latin2",
    "iso8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 "
    "l3 latin3",
    "iso8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 "
    "l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
    "iso_8859-5:1988",
    "iso8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
    "iso-8859-6-e iso-8859-6-i iso-ir-127"
    " iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
    "iso88597 iso_8859-7 iso_8859-7:1987"
    " sun_eu_greek",
    "iso8859-8": "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e "
    "iso-8859-8-i iso-ir-138 iso8859-8 iso88598"
    " iso_8859-8 iso_8859-8:1988 logical visual",
    "iso8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac-roman": "csmacintosh mac macintosh x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 "
    "x-gbk",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso2022_jp": "csiso2022jp iso-2022-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
    "ksc_5601 windows-949",
}
_CODECS: Final = {label: name for name, labels in _LABELS.items() for label in labels.split()}

# A well-formed sequence of two to four bytes,
# https://www.unicode.org/versions/latest/core-spec/chapter-3/ table 3-7
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|"
    rb"\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_BROKEN_A = re.compile(rb"\xc3(?=[ \r\n])")
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def to_utf8(raw: bytes, encoding: str | None) -> tuple[bytes, list[ParseWarning]]:
    """Return the page in UTF-8 without byte order mark, and warnings.

    Warnings report bytes that could not be decoded, repairs, and wrong declarations. `encoding`
    overrides the page's declaration, but not a byte order mark. Raises `LookupError` for an unknown
    codec.
    """
    wanted = codec(encoding) if encoding is not None else None
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], name)
    if wanted is not None:
        return _decoded(raw, wanted)
    declared = _declared(raw)
    if declared in (None, "utf-8", "windows-1252") or (not raw.isascii() and _is_utf8(raw)):
        return _utf8_or_1252(raw, declared)
    return _decoded(raw, declared)


def clean_str(text: str) -> tuple[bytes, list[ParseWarning]]:
    """Encode a str as UTF-8 without byte order mark; replace lone surrogates, with a warning."""
    try:
        return text.removeprefix("\ufeff").encode(), []
    except UnicodeEncodeError:
        # Two surrogates that form a pair are one character.
        whole, count = _SURROGATES.subn(
            "\ufffd", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        )
        message = f"replaced {count} lone surrogate{'' if count == 1 else 's'}"
        warnings = [ParseWarning(code="encoding", message=message)] if count else []
        return whole.removeprefix("\ufeff").encode(), warnings


def codec(label: str) -> str:
    """Return Python's codec for a label, as defined for the web: iso-8859-1 means windows-1252.

    >>> codec("ISO-8859-1")
    'windows-1252'
    """
    label = label.strip().lower()
    if label in _CODECS:
        return _CODECS[label]
    # codecs.lookup does not accept null characters. These three codecs cannot decode a page.
    if "\0" in label or label in ("idna", "punycode", "undefined"):
        raise LookupError(f"unknown encoding: {label!r}")
    name = codecs.lookup(label).name
    # Python also knows other labels of these two codecs, such as "646" and "latin-1".
    return "windows-1252" if name in ("ascii", "iso8859-1") else name


def _declared(raw: bytes) -> str | None:
    """Return the declared codec; None if it is missing or unknown.

    A source that starts with "<?x" in UTF-16 is declared as UTF-16. Other codecs are declared by
    the first `<meta>` with a known label, or by the XML declaration.
    """
    if (name := _XML_IN_UTF16.get(raw[:6])) is not None:
        return name
    name = _in_metas(raw, _SNIFFED_BYTES)
    if name is None and len(raw) > _SNIFFED_BYTES:
        end = max(0, raw.find(b"</head"), raw.find(b"</HEAD"))
        # Most pages that declare no encoding at the start do not declare one later.
        if b"charset" in raw[:end].lower():
            name = _in_metas(raw, end)
    if name is None and (found := _IN_XML.match(raw, 0, _SNIFFED_BYTES)):
        name = _meant(found[2])
    return name


def _in_metas(raw: bytes, end: int) -> str | None:
    for step in _STEP.finditer(raw, 0, end):
        if (
            step["meta"]
            and step["end"]
            and (name := _in_meta(raw[step.end("meta") : step.end()])) is not None
        ):
            return name
    return None


def _in_meta(attributes: bytes) -> str | None:
    """Return the encoding that a `<meta>` declares; the first of repeated attributes counts."""
    values: dict[bytes, bytes] = {}
    for name, value in _ATTRIBUTE.findall(attributes):
        values.setdefault(name.lower(), value[1:-1] if value[:1] in (b'"', b"'") else value)
    label = values.get(b"charset")
    if label is None and values.get(b"http-equiv", b"").lower() == b"content-type":
        found = _IN_CONTENT.search(values.get(b"content", b""))
        label = found[found.lastindex] if found and found.lastindex else None
    return None if label is None else _meant(label)


def _meant(label: bytes) -> str | None:
    """Return the codec for a label; None for an unknown one.

    A label of UTF-16 means UTF-8, since a page in UTF-16 would not have a label in single bytes.
    """
    name = _CODECS.get(label.strip(b"\t\n\f\r ").lower().decode("latin-1"))
    return "utf-8" if name in ("utf-16-le", "utf-16-be") else name


def _utf8_or_1252(raw: bytes, declared: str | None) -> tuple[bytes, list[ParseWarning]]:
    """Decode as UTF-8 or as windows-1252.

    The bytes decide: text in windows-1252 is rarely valid UTF-8 by chance.
    """
    if not _is_utf8(raw):
        # lynx reads the second byte of "à" as a no-break space, and replaces it with a space or a
        # line feed.
        mended = _BROKEN_A.sub("à".encode(), raw)
        if mended != raw and _is_utf8(mended):
            return mended, [
                ParseWarning(
                    code="encoding", message='repaired a broken "à", as left by text browsers'
                )
            ]
        valid = sum(1 for _ in _MULTIBYTE.finditer(raw))
        broken = sum(1 for _ in _HIGH.finditer(_MULTIBYTE.sub(b"", raw)))
        if valid > broken:
            return _decoded(raw, "utf-8")
        page, warnings = _decoded(raw, "windows-1252")
        if declared == "utf-8":
            warnings.append(
                ParseWarning(
                    code="encoding",
                    message="the page declares UTF-8, but is windows-1252; read as windows-1252",
                )
            )
        return page, warnings
    if declared not in (None, "utf-8") and not raw.isascii():
        return raw, [
            ParseWarning(
                code="encoding",
                message=f"the page declares {declared}, but is UTF-8; read as UTF-8",
            )
        ]
    return raw, []


def _is_utf8(raw: bytes) -> bool:
    """Return True for valid UTF-8.

    The bytes are decoded in short stretches, to save memory and to skip stretches in ASCII.
    """
    start, size = 0, len(raw)
    while start < size:
        stretch = raw[start : start + _STRETCH]
        start += _STRETCH
        if not stretch.isascii():
            try:
                _, used = codecs.utf_8_decode(stretch, "strict", start >= size)
            except UnicodeDecodeError:
                return False
            # The next stretch starts with the character that is cut off here.
            start += used - len(stretch)
    return True


def _decoded(raw: bytes, name: str) -> tuple[bytes, list[ParseWarning]]:
    if name == "windows-1252":
        # WHATWG maps the five bytes that Python's codec does not define to the C1 controls with the
        # same numbers.
        text = io.BytesIO()  # in stretches, to avoid keeping the decoded page in memory as well
        for start in range(0, len(raw), _DECODED):
            stretch = raw[start : start + _DECODED]
            text.write(stretch.decode("windows-1252", "lemonde_parse.c1").encode())
        return text.getvalue(), []
    decoded = raw.decode(name, "replace")
    replaced = (
        decoded.count("\ufffd") - raw.count("\ufffd".encode())
        if name == "utf-8"
        else decoded.count("\ufffd")
    )
    page, warnings = clean_str(decoded)
    if replaced > 0:
        places = f"{replaced} place{'' if replaced == 1 else 's'}"
        message = f"replaced bytes that are not valid {name} in {places}"
        warnings.append(ParseWarning(code="encoding", message=message))
    return page, warnings


def _c1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("lemonde_parse.c1", _c1)
