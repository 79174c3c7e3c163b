"""Reads rich text (.rtf), a few paragraphs at a time, to save memory.

striprtf converts the paragraphs. Parts of the source on which striprtf fails, or takes long, are
removed or replaced first. The format: https://latex2rtf.sourceforge.net/rtfspec_6.html.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

from lemonde_parse.article import ParseWarning
from lemonde_parse.errors import NotAnArticleError
from lemonde_parse.intake.decoding import clean_str

RICH_TEXT: Final = b"{\\rtf"
"""The first bytes of a rich text file."""
_PIECE: Final = 65_536
"""Minimum size, in bytes, of the parts that striprtf converts; the last one may be smaller.

A part ends with a paragraph.
"""
_MAX_FONTS: Final = 1_000
"""Maximum number of fonts with their own encoding; real files have up to 100."""
_DATA: Final = frozenset([b"pict", b"objdata", b"themedata", b"colorschememapping", b"datastore"])
"""Control words of groups with data that is not displayed."""
_TOKEN = re.compile(
    rb"[^\\{}]++|(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,32}+)(?P<number>-?\d{1,10}+)? ?|\\[\s\S]?"
)
_NOTHING: Final = b"{}"
"""Replaces a control word that is left out, so that its neighbours are not joined."""
_BACKSLASH: Final = rb"\'5c"
"""The character code of a backslash, written instead of an escaped one: striprtf would take the
text after an escaped backslash for a control word if it is "pict"."""
_REPLACED: Final = b"\\u65533 "
"""U+FFFD, for a number that is not a character."""


def read_rich_text(source: bytes) -> tuple[bytes, list[ParseWarning]]:
    """Return the text of a file in UTF-8, with an empty line after each line, and warnings.

    Raises `NotAnArticleError` if striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise NotAnArticleError(
            "rich text", "striprtf is missing; install lemonde-parse[rtf]"
        ) from None
    text = io.BytesIO()
    found: dict[ParseWarning, None] = {}
    for piece in _Cutter(source).pieces():
        read: str = rtf_to_text(piece, errors="replace")  # type: ignore[no-untyped-call]
        encoded, warnings = clean_str(read.replace("\n", "\n\n"))
        found |= dict.fromkeys(warnings)
        text.write(encoded)
    return text.getvalue(), list(found)


class _Cutter:
    """The state of a pass over the source, up to the end of its outermost group."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._depth = 0
        self._written: list[bytes] = []
        self._size = 0
        self._code_page = b""
        # The encoding of each font.
        self._fonts: dict[bytes, bytes] = {}
        # The font whose entry in the font table is being read.
        self._font_number = b""
        # Depth of the group being skipped, such as the font table or a picture; 0 if none is.
        self._skipped_depth = 0
        self._is_font_table = False
        # Control words that apply up to the end of the outermost group: \f, the font, and \uc, the
        # length of the substitute after each Unicode character.
        self._lasting: dict[bytes, bytes] = {}

    def pieces(self) -> Iterator[str]:
        """Yield the parts of the source, each with a header, so that it can be converted alone."""
        at = 0
        while at < len(self._source) and (token := _TOKEN.match(self._source, at)) is not None:
            at = token.end()
            word = token["word"]
            if token["brace"] is not None:
                self._brace(token[0])
                if self._depth == 0:
                    break
            elif word == b"bin":
                at += max(int(token["number"] or 0), 0)
                self._write(_NOTHING)
            elif self._skipped_depth:
                if self._is_font_table:
                    self._font(word, token["number"] or b"")
            elif word is None:
                self._write(_BACKSLASH if token[0] == rb"\\" else token[0])
            else:
                self._word(word, token["number"], token[0])
                if word == b"par" and self._depth == 1 and self._size >= _PIECE:
                    yield self._piece()
        yield self._piece()

    def _write(self, part: bytes) -> None:
        self._written.append(part)
        self._size += len(part)

    def _piece(self) -> str:
        written = b"".join(self._written)
        self._written = [b"{\\rtf1", self._code_page, self._font_table()]
        self._written += [b"\\%b%b " % lasting for lasting in self._lasting.items()]
        self._size = 0
        return written.decode("utf-8", "replace")

    def _font_table(self) -> bytes:
        fonts = b"".join(
            b"{\\f%b\\fcharset%b x;}" % font for font in list(self._fonts.items())[:_MAX_FONTS]
        )
        return b"{\\fonttbl%b}" % fonts

    def _brace(self, brace: bytes) -> None:
        self._depth += 1 if brace == b"{" else -1
        if self._skipped_depth:
            if self._depth >= self._skipped_depth:
                return
            if self._is_font_table:
                self._write(self._font_table()[1:-1])
            self._skipped_depth, self._is_font_table = 0, False
        self._write(brace)

    def _font(self, word: bytes | None, number: bytes) -> None:
        """Read a control word of the font table."""
        if word == b"f":
            self._font_number = number
        elif word == b"fcharset" and self._font_number and number.isdigit():
            self._fonts[self._font_number] = number

    def _word(self, word: bytes, number: bytes | None, source: bytes) -> None:
        if word == b"fonttbl" or word in _DATA:
            self._skipped_depth, self._is_font_table = self._depth, word == b"fonttbl"
        elif word == b"fldinst":
            # Skip the address of a link, which striprtf would print.
            self._write(b"\\*")
        elif word == b"u" and number is not None and not -0x8000 <= int(number) <= 0x10FFFF:
            self._write(_REPLACED)
        elif word == b"uc" and number is None:
            self._write(_NOTHING)
        else:
            self._write(source)
            if word == b"ansicpg":
                self._code_page = source
            elif word in (b"f", b"uc") and number is not None and self._depth == 1:
                self._lasting[word] = number
