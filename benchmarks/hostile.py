"""Checks that the time for hostile pages is proportional to their size: `make bench-hostile`.

python benchmarks/hostile.py [SHAPE ...]

A shape is a page or text that repeats a piece, and may make the library read the same text again
and again. Each shape is read in several sizes. Prints Markdown, and exits with 1 if the processor
time grows faster than the size to the power of `MAX_EXPONENT`, or exceeds `MAX_SECONDS` per
megabyte. Times up to `LEAST` are too short to judge.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from lemonde_parse import LemondeParseError, parse, parse_text

SIZES: Final = (20_000, 40_000, 80_000)
"""Number of characters of each shape."""
TURNS: Final = 3
MAX_EXPONENT: Final = 1.3
"""Maximum exponent: 1 is linear, 2 is quadratic."""
MAX_SECONDS: Final = 5.0
"""Maximum seconds of processor time per megabyte."""
LEAST: Final = 0.05
"""A shape always passes if its largest size takes at most this time, in seconds."""

SENTENCE: Final = "Une phrase assez longue pour que le paragraphe compte comme du texte. "
TEXT: Final = f"# Un titre\n\n{SENTENCE}\n\n"


def page(body: str = "", *, head: str = "", after: str = "") -> str:
    """Make a page in the layout of 2018."""
    return (
        f"<html><head><title>Un titre</title>{head}</head><body><main>"
        '<h1 class="article__title">Un titre</h1><article class="article__content">'
        f"<p>{SENTENCE}</p>{body}<p>Fin.</p></article></main></body>{after}</html>"
    )


def filled(start: str, repeated: str, end: str = "") -> Callable[[int], str]:
    """Make a page with a repeated piece in its body."""
    return lambda size: page(start + repeated * (size // len(repeated)) + end)


def text(start: str, repeated: str, end: str = "") -> Callable[[int], str]:
    """Make a text from a repeated piece."""
    return lambda size: start + repeated * (size // len(repeated)) + end


def nested(opening: str, inner: str, depth: int) -> Callable[[int], str]:
    """Make a page with a repeated piece inside nested elements that are not closed."""
    return lambda size: page(opening * depth + inner * max(1, size // len(inner)))


PAGES: Final[dict[str, Callable[[int], str]]] = {
    "comments after the body": lambda size: page(after="<!---->" * (size // 7) + "<p>x</p>"),
    "spaces in an address": filled('<p><a href="/a', " ", 'b">x</a></p>'),
    "line breaks in an address": filled('<p><a href="/a', " \n", 'b">x</a></p>'),
    "sizes of pictures": filled('<figure><img srcset="', "/a,b ", '"></figure>'),
    "digits in a size": filled('<figure><img srcset="/a ', "1", '"></figure>'),
    "words of placeholders": filled('<figure><img src="/', "spacer", '"></figure>'),
    "labels of a credit": filled('<figure><img src="/a.jpg" data-credit="', "© - ", 'b"></figure>'),
    "unsafe links": lambda size: page(
        "<p>" + "".join(f'<a href="data:{number}">x</a> ' for number in range(size // 25)) + "</p>"
    ),
    "buttons": filled("<p>Lire aussi ", "Lire plus tard", " x Lire plus tard</p>"),
    "prices": filled("<p>Lire aussi : un livre, ", "1", " euro</p>"),
    "quotes beside paragraphs": lambda size: page(
        "<blockquote>mot</blockquote>" * (size // 56) + "<p>mot</p>" * (size // 20)
    ),
    "templates": filled("", "<template><p>x</p></template>"),
    "elements with a style": lambda size: (
        f"<html><body>{f'<p style=a>{SENTENCE}</p>' * (size // 85)}</body></html>"
    ),
    "spaces in a title": lambda size: page(head=f"<title>Un titre{' ' * size}|</title>"),
    "an unclosed string in JSON": lambda size: page(
        head='<script type="application/ld+json">{"a": "' + '\\"' * (size // 2) + "</script>"
    ),
    "nested links": nested('<a href="/a"><b>', "mot<br><br>", 900),
    "nested boxes": nested('<div class="multimedia-embed">', "<i>mot</i> ", 900),
    "nested contents": nested('<article class="article__content">', "<i></i>", 900),
}
TEXTS: Final[dict[str, Callable[[int], str]]] = {
    "accents": text("Une phrase e", "\u0301\u0327", " finit.\n"),
    "spaces in a link": text(f"{TEXT}[a](", " ", "x\n"),
    "spaces in a tag": text(f"{TEXT}<a", " b=c\u00a0d", ' " >\n'),
    "spaces in a tag of a line": text(f"{TEXT}Un <a", " b=c\u00a0d", ' " >\n'),
    "list items of one letter": text(TEXT, "1. a\n"),
    "empty lines": text(f"{TEXT}a", "\n ", "b\n"),
    "dots in an address": text("---\nurl: ", ".", f"\n---\n{TEXT}"),
    "keys in TOML": text("+++\na", ". ", f"\n+++\n{TEXT}"),
    "spaces in an item": text("---\ntags:\n", " ", f"x\n---\n{TEXT}"),
}


def measure(read: Callable[[str], object], source: str) -> float:
    """Return the shortest of several times, in seconds of processor time."""
    shortest = math.inf
    for turn in range(TURNS):
        unseen = f"{source}<!-- {turn} -->" if read is parse else f"{source}\n{turn}"
        start = time.process_time()
        with suppress(LemondeParseError):  # a refusal is also a result
            read(unseen)
        shortest = min(shortest, time.process_time() - start)
    return shortest


def row(name: str, read: Callable[[str], object], make: Callable[[int], str]) -> bool:
    """Print the row of a shape, and return True if it is within the limits."""
    times = [measure(read, make(size)) for size in SIZES]
    exponent = math.log(times[-1] / times[-2]) / math.log(SIZES[-1] / SIZES[-2])
    seconds = times[-1] / SIZES[-1] * 1e6
    print(f"| {name} | {times[0]:.3f} s | {times[-1]:.3f} s | {exponent:.2f} | {seconds:.1f} s |")
    return times[-1] <= LEAST or (exponent <= MAX_EXPONENT and seconds <= MAX_SECONDS)


def main() -> None:
    """Measure the shapes, and print a table."""
    wanted = sys.argv[1:]
    print("| shape | smallest | largest | exponent | per megabyte |")
    print("| --- | ---: | ---: | ---: | ---: |")
    kept = [
        row(name, read, make)
        for read, shapes in ((parse, PAGES), (parse_text, TEXTS))
        for name, make in shapes.items()
        if not wanted or name in wanted
    ]
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
