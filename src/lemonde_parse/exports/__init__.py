"""Exports of press databases and of wallabag: files with one or more documents. The
descriptions of their formats are listed in the order in which they are tried."""

from __future__ import annotations

from typing import Final

from lemonde_parse.exports import europresse, factiva, lexisnexis, wallabag
from lemonde_parse.exports.record import PageExport, TextExport

PAGE_EXPORTS: Final[tuple[PageExport, ...]] = (
    europresse.POPUP,
    europresse.ARTICLES,
    factiva.TABLE,
    factiva.PAGE,
    lexisnexis.PAGE,
    lexisnexis.COUNTED,
    lexisnexis.CLOSED,
)
TEXT_EXPORTS: Final[tuple[TextExport, ...]] = (
    europresse.TEXT,
    factiva.CODED,
    factiva.TEXT,
    lexisnexis.NUMBERED,
    lexisnexis.NEXIS_COUNTED,
    lexisnexis.NEXIS,
    wallabag.TEXT,
)
