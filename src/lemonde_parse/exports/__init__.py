"""Exports of press databases and of wallabag, a read-it-later program.

An export is a file with one or more documents. Its format is the first in these lists that matches.
"""

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
