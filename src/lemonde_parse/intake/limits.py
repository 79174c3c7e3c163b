"""What bounds the work on hostile input: each limit with what it protects from."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 20_000_000
"""Default of `max_bytes`: the largest real page seen has 0.5 MB; 20 MB is read in about a second.
"""

MAX_DEPTH: Final = 256
"""Where libxml2 would cut a page, which it does at 2,048 nested elements, those deeper than this
are unwrapped: their text stays, at this depth. Real pages reach 40.
"""

MAX_ATTRIBUTES: Final = 1_000
"""Attributes on one tag. libxml2's time grows with their square and more: 4,000 take 0.05 s, 20,000
3 s, 40,000 31 s."""

SUSPECT_EQUALS: Final = 4_000
"""Tags are counted one by one only where that many "=" stand, since fewer cannot make a tag that
takes long…"""

SUSPECT_STRETCH: Final = 16_000
"""…or where as many bytes hold no ">": attributes without values need no "="."""

MAX_ASIDE_DEPTH: Final = 8
"""Boxes within boxes; deeper ones are read as part of the box around them. Real pages nest one."""

MAX_MARKDOWN_DEPTH: Final = 10
"""Maximum depth of nested blocks of Markdown; deeper ones are read as one paragraph.

A list and its item count as two. markdown-it's time grows with the depth times the length."""

MAX_MARKDOWN_SIGNS: Final = 50_000
"""Lines, brackets and other signs of a text that is read as Markdown; a text with more is read as
plain text. markdown-it takes up to 0.02 ms for each; the largest real page has 17,000."""

MAX_JSON_BYTES: Final = 2_000_000
"""A JSON-LD or context script longer than this is not read. The longest real one, a live's with 100
posts, has 0.2 MB."""

MAX_METADATA_SCRIPTS: Final = 64
"""JSON-LD scripts read on one page; real pages have 1 to 4."""

MAX_LINE: Final = 250
"""Characters up to which a line is compared with the wording table; the longest wording seen has
180."""

MAX_BYLINE: Final = 1_000
"""Characters of a printed byline that are read for names."""

MAX_QUOTE_WORK: Final = 20_000_000
"""Characters searched on a page to find pull quotes, each quote in the whole body: 40 quotes in
500,000 characters are beyond any real page.
"""

MAX_FIELD_NESTING: Final = 8
"""Elements that hold a field within others that hold the same; deeper ones are not read by
themselves: those around them hold their words. Real pages nest three, a wall in walls; two thousand
would be read two thousand times.
"""
