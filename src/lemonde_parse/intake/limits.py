"""Limits on the work that hostile input can cause, each with its reason."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 20_000_000
"""Default of `max_bytes`. The largest real page has 0.5 MB; 20 MB take about a second."""

MAX_GZIP_MEMBERS: Final = 1_000
"""Maximum number of members of a gzip. Most have one; bgzip makes 320 of 20 MB."""

MAX_DEPTH: Final = 256
"""Maximum depth of elements; deeper ones are unwrapped, which keeps their text.

Real pages reach 40. It is also libxml2's own default; with `huge_tree`, its time grows with depth
times length, and it cuts a page at 2,048.
"""

MAX_ATTRIBUTES: Final = 4_000
"""Maximum number of attributes of a tag; those beyond are left out.

Real tags have up to 60. libxml2's time grows with the square of their number or faster: 4,000 take
0.02 s, and 40,000 took older versions 31 s. Only pages with more "=" than this, or with a long
stretch without ">", are read for tags with more.
"""

SUSPECT_STRETCH: Final = 8_000
"""Number of bytes without ">" from which attributes are counted on pages with fewer "=".

Attributes without values need no "=".
"""

MAX_ASIDE_DEPTH: Final = 8
"""Maximum depth of nested boxes; deeper ones are read as part of the outer box.

Real pages nest one.
"""

MAX_MARKDOWN_DEPTH: Final = 10
"""Maximum depth of nested blocks of Markdown; deeper ones are read as one paragraph.

A list and its item count as two. markdown-it's time grows with the depth times the length.
"""

MAX_MARKDOWN_SIGNS: Final = 50_000
"""Maximum number of lines, brackets and other signs of a text in Markdown.

A text with more is read as plain text. markdown-it takes up to 0.02 ms for each sign; the largest
real page has 17,000.
"""

MAX_JSON_BYTES: Final = 2_000_000
"""Maximum size of a JSON-LD or context script in bytes; larger ones are not read.

The largest real script, of a live with 100 posts, has 0.2 MB.
"""

MAX_METADATA_SCRIPTS: Final = 64
"""Maximum number of JSON-LD scripts read on a page; real pages have 1 to 4."""

MAX_LINE: Final = 250
"""Maximum length of a line that is matched against the phrase table; the longest phrase has 180."""

MAX_BYLINE: Final = 1_000
"""Number of characters of a printed byline in which names are searched."""

MAX_ADDRESS: Final = 8_000
"""Maximum length of an address; longer ones are left out.

RFC 9110, 4.1 recommends that servers accept as many; real ones have up to 300.
"""

MAX_NAME: Final = 500
"""Maximum length of a name or identifier, of a section, a newspaper, a language or a service.

Longer ones give no value; real ones have up to 144.
"""

MAX_NAMES: Final = 20_000
"""Maximum length of all names of one list: authors with their addresses and jobs, agencies,
keywords, the breadcrumb.

Names beyond it are left out; real lists have up to 300.
"""

MAX_DATE: Final = 1_000
"""Maximum length of words that give a date; real ones have up to 80."""

MAX_CREDIT: Final = 1_000
"""Maximum length of a credit; labels and repeated names are removed from shorter ones.

Longer ones are kept as printed; real ones have up to 60.
"""

MAX_QUOTE_WORK: Final = 20_000_000
"""Maximum number of characters searched on a page for pull quotes, each in the complete body.

Real pages stay below 40 quotes in 500,000 characters.
"""

QUOTE_PASSAGE: Final = 100
"""Characters that a passage counts beside its own, for what a comparison with any costs."""

MAX_FIELD_NESTING: Final = 8
"""Maximum depth of nested elements of one field; deeper ones are only read as text of the outer.

Real pages nest three walls. Without a limit, 2,000 nested elements would be read 2,000 times.
"""
