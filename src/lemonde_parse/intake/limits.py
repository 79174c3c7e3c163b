"""Limits on the work that hostile input can cause, each with its reason."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 20_000_000
"""Default of `max_bytes`. The largest real page is 0.5 MB long; 20 MB take about a second to
read."""

MAX_GZIP_MEMBERS: Final = 1_000
"""Maximum number of members in a gzip file. Most files have one; bgzip splits 20 MB into 320."""

MAX_DEPTH: Final = 256
"""Maximum depth of elements; deeper ones are unwrapped, which keeps their text.

In a page that is too deep, elements that format words or group other elements are already unwrapped
if they are deeper than half of this limit. Real pages reach 40. The limit is also libxml2's own
default. With `huge_tree`, the time of libxml2 grows with depth times length, and libxml2 cuts a
page at a depth of 2,048.
"""

MAX_ATTRIBUTES: Final = 4_000
"""Maximum number of attributes of a tag; further ones are dropped.

Real tags have up to 60. libxml2 takes quadratic time or more: 4,000 take 0.02 s, and 40,000 took
older versions 31 s. Only pages with more "=" than this, or with a long stretch without ">", are
searched for such tags.
"""

SUSPECT_STRETCH: Final = 8_000
"""Length, in bytes, of a stretch without ">" that may be a tag with too many attributes.

Attributes without values need no "=", so the number of "=" does not reveal such a tag.
"""

MAX_ASIDE_DEPTH: Final = 8
"""Maximum depth of nested boxes; deeper ones are read as part of the outer box.

Real pages reach 1.
"""

MAX_MARKDOWN_DEPTH: Final = 10
"""Maximum depth of nested blocks of Markdown; deeper ones are read as one paragraph.

A list and its item count as two. markdown-it's time grows with the depth times the length.
"""

MAX_MARKDOWN_SIGNS: Final = 50_000
"""Maximum number of lines, brackets and other characters of Markdown, called signs, in a text.

A text with more is read as plain text. markdown-it takes up to 0.02 ms for each sign; the largest
real page has 17,000.
"""

MANY_MARKDOWN_SIGNS: Final = 10_000
"""Maximum number of signs in a text with fewer than `MARKDOWN_STRETCH` characters for each sign."""

MARKDOWN_STRETCH: Final = 8
"""Minimum number of characters for each sign in a text with more than `MANY_MARKDOWN_SIGNS`.

Real pages with many signs have at least 9. Lines such as "1. a" have fewer, and take 5 to 8 seconds
per megabyte.
"""

MAX_JSON_BYTES: Final = 2_000_000
"""Maximum size of a JSON-LD or context script in bytes; larger ones are not read.

The largest real script, of a live blog with 100 posts, is 0.2 MB long.
"""

MAX_METADATA_SCRIPTS: Final = 64
"""Maximum number of JSON-LD scripts read on a page; real pages have 1 to 4."""

MAX_LINE: Final = 250
"""Maximum length of a line that is matched against the phrase table; the longest phrase has 180."""

MAX_BYLINE: Final = 1_000
"""Number of characters of a printed byline that are searched for names."""

MAX_ADDRESS: Final = 8_000
"""Maximum length of an address; longer ones are dropped.

RFC 9110, 4.1 recommends that servers accept 8,000 octets; real ones have up to 300.
"""

MAX_NAME: Final = 500
"""Maximum length of a name or identifier, such as that of a section, a newspaper or a service.

Longer ones are ignored; real ones have up to 144.
"""

MAX_NAMES: Final = 20_000
"""Maximum total length of the names in a list: authors with their addresses and jobs, agencies,
keywords, the breadcrumb.

Further names are dropped; real lists have up to 300.
"""

MAX_DATE: Final = 1_000
"""Maximum length of a text with a date; real ones have up to 80."""

MAX_CREDIT: Final = 1_000
"""Maximum length of a credit that is cleaned of labels and repeated names.

Longer ones are kept as printed; real ones have up to 60.
"""

MAX_QUOTE_WORK: Final = 20_000_000
"""Maximum number of characters searched on a page for pull quotes, counting the entire body once
for each quote.

Real pages have fewer than 40 quotes and 500,000 characters.
"""

QUOTE_PASSAGE: Final = 100
"""Number of characters added for each passage searched, for the fixed cost of a comparison."""

MAX_FIELD_NESTING: Final = 4
"""Maximum depth of nested elements of a field; deeper elements are only read as text of the outer
ones.

Real pages reach 3, with paywalls. Without a limit, 2,000 nested elements would be read 2,000 times.
"""
