"""Checks that any input of up to 1 MB gives an Article or a LemondeParseError, within 10 seconds
and 1 GB of memory. The Article must round-trip through JSON, and must be writable as Markdown,
HTML, JSON-LD, TEI and text with spans.

python fuzz/fuzz_parse.py [SECONDS] [libFuzzer's own options]

The first byte of an input selects the way in which the rest is passed: see WAYS. The corpus has the
pages, texts and exports of tests/, and the inputs of earlier runs in .fuzz/corpus. To add real
pages, put them into a folder "pages", and set LEMONDE_PARSE_CORPUS to the path of its parent. An
input that breaks a guarantee is written to .fuzz/, and ends the run. At the end, the numbers of
inputs and articles are printed for each way.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
from collections.abc import Callable
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from typing import Final

import atheris
import lxml.html
from bs4 import BeautifulSoup
from lxml import etree

with atheris.instrument_imports(include=["lemonde_parse"]):
    from lemonde_parse import (
        JSON,
        LAYOUTS,
        Article,
        LemondeParseError,
        parse,
        parse_export,
        parse_text,
    )
    from lemonde_parse.wording.phrases import PHRASES

HERE: Final = Path(__file__).resolve().parent
KEPT: Final = HERE.parent / ".fuzz"
MAX_INPUT: Final = 1_000_000
MAX_TREE: Final = 50_000
"""Maximum number of bytes of an input that becomes a tree; for longer ones, the library cannot
guarantee the time that lxml and BeautifulSoup take."""
MAX_SECONDS: Final = 10
MAX_MEGABYTES: Final = 1_024
TAG: Final = re.compile(rb"<[^<>]{1,60}>")
REAL_PAGES: Final = Path(os.environ.get("LEMONDE_PARSE_CORPUS", KEPT)) / "pages"
MAX_SEED: Final = 100_000
"""Maximum size in bytes of a page in the corpus; with longer ones, too few inputs would be
tried."""
PAGES: Final = [
    path.read_bytes()[:MAX_SEED]
    for path in (
        *sorted(HERE.parent.glob("tests/pages/*/page.html")),
        *sorted(REAL_PAGES.glob("*.html")),
    )
]
EXPORTS: Final = [
    path.read_bytes() for path in sorted(HERE.parent.glob("tests/exports/*/export.*"))
]
TEXTS: Final = [path.read_bytes() for path in sorted(HERE.parent.glob("tests/texts/*/page.*"))]
MALFORMED: Final[tuple[JSON, ...]] = (
    None, True, -1, 0, 7, 2**63, 10**400, 1e308, float("nan"), float("inf"), "", " ", "x" * 5_000,
    "\ud800", "\0", "\u202e", "2024-02-30", "2024-02-29", "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59-23:59", "javascript:alert(1)", "http://[", [], [[]], {}, {"type": "x"},
    {"type": "paragraph"}, [None], ["x"],
)  # fmt: skip
"""Values that replace a value in an article's JSON."""


def as_str(raw: bytes) -> str:
    """Decode with a lone surrogate for each byte that is not UTF-8."""
    return raw.decode("utf-8", "surrogateescape")


def as_soup(raw: bytes) -> Article | None:
    """Parse a soup, made with html.parser or lxml; None if making it fails."""
    try:
        soup = BeautifulSoup(raw[:MAX_TREE], "lxml" if len(raw) % 2 else "html.parser")
    except Exception:  # not errors of this library  # noqa: BLE001
        return None
    return parse(soup)


def as_tree(raw: bytes) -> Article | None:
    """Parse a tree of lxml; None if lxml makes none."""
    try:
        tree = lxml.html.document_fromstring(raw[:MAX_TREE])
    except (etree.LxmlError, ValueError):
        return None
    return parse(tree)


def as_export(raw: bytes) -> Article | None:
    """Check all articles of an export; return the last one, or None if the last document is an
    error."""
    last = None
    for last in parse_export(raw):
        if isinstance(last, Article):
            check(last)
    return last if isinstance(last, Article) else None


WAYS: Final[dict[str, Callable[[bytes], Article | None]]] = {
    "bytes": parse,
    "str": lambda raw: parse(as_str(raw)),
    "text": lambda raw: parse_text(as_str(raw)),
    "soup": as_soup,
    "tree": as_tree,
    "markdown": lambda raw: parse_text(as_str(raw)),
    "export": as_export,
    "json": Article.from_json,
}
JSON_WAY: Final = bytes([list(WAYS).index("json")])
JSON_SHARE: Final = 0.05
"""Share of the inputs that become JSON; it is small, because few of these are new to the fuzzer."""
COUNTED: Final = RawArray("L", 2 * len(WAYS))
"""The numbers of refused inputs and of articles for each way. Shared with the process that prints
them."""


def one_input(data: bytes) -> None:
    """Read one input; any error except a refusal ends the run."""
    way = data[0] % len(WAYS) if data else 0
    try:
        article = list(WAYS.values())[way](data[1:])
    except LemondeParseError:
        article = None  # a refusal is an allowed result
    COUNTED[2 * way + (article is not None)] += 1
    if article is not None:
        check(article)


def check(article: Article) -> None:
    """Write an article in several formats, and compare it with the one read from its JSON."""
    if Article.from_json(article.to_json()) != article:
        raise AssertionError("the article read from its JSON differs from the original")
    article.to_markdown(metadata=True).encode()
    article.to_html().encode()
    json.dumps(article.to_json_ld(), allow_nan=False)
    article.text_spans(head=True)
    etree.fromstring(article.to_tei().encode())


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Mutate an input: change its JSON, or let libFuzzer mutate it, or change a part between tags.

    A part between tags is left out, doubled, or replaced by a part between tags of another page.
    """
    chance = random.Random(seed)  # not a secret  # noqa: S311
    how, page = data[:1], data[1:]
    if chance.random() < JSON_SHARE or (how == JSON_WAY and chance.random() < 0.8):
        return (JSON_WAY + changed_json(page, chance))[:max_size]
    if not page or chance.random() < 0.5:
        return bytes(atheris.Mutate(data, max_size))
    start, end = stretch(page, chance)
    kind = chance.randrange(3)
    if kind == 0:
        put = b""
    elif kind == 1:
        put = page[start:end] * 2
    else:
        other = chance.choice(PAGES)
        begin, stop = stretch(other, chance)
        put = other[begin:stop]
    return (how + page[:start] + put + page[end:])[:max_size]


def changed_json(data: bytes, chance: random.Random) -> bytes:
    """Replace, leave out or double one value in an article's JSON, or in that of a random page if
    `data` is not JSON."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        try:
            whole = parse(chance.choice(PAGES)).to_dict()
        except LemondeParseError:  # a front page
            whole = Article(headline="Un titre", body=()).to_dict()
    at = whole
    while isinstance(at, dict | list) and at:
        key = chance.choice(list(at) if isinstance(at, dict) else range(len(at)))
        inner = at[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.2:
            kind = chance.randrange(4)
            if kind == 0:
                del at[key]
            elif kind == 1 and isinstance(at, list):
                at.append(inner)
            else:
                at[key] = chance.choice(MALFORMED)
            break
        at = inner
    return json.dumps(whole).encode()


def stretch(page: bytes, chance: random.Random) -> tuple[int, int]:
    """Return the offsets of a part, from the start of a tag to a later tag, or to the end."""
    start = max(page.find(b"<", chance.randrange(len(page))), 0)
    end = page.find(b"<", start + chance.randrange(1, 4_000))
    return start, end if end >= 0 else len(page)


def write_count() -> None:
    """Print the numbers of inputs and articles for each way."""
    for refused, articles, way in zip(COUNTED[::2], COUNTED[1::2], WAYS, strict=True):
        sys.stderr.write(f"{way}: {refused + articles} inputs, {articles} articles\n")
    sys.stderr.write(f"in all: {sum(COUNTED)} inputs\n")


def write_seeds(corpus: Path) -> None:
    """Write the pages, once for each way, and the texts and exports of the tests."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(PAGES):
        for how, way in enumerate(WAYS):
            (corpus / f"page-{number}-{way}").write_bytes(bytes([how]) + written(page, way))
    for number, text in enumerate((*EXPORTS, *TEXTS)):
        for how, way in enumerate(WAYS):
            if way in ("bytes", "text", "markdown", "export"):
                (corpus / f"text-{number}-{way}").write_bytes(bytes([how]) + text)


def written(page: bytes, way: str) -> bytes:
    """Return the text, Markdown or JSON of a page's article, if `way` needs one; else the page."""
    try:
        article = parse(page) if way in ("text", "markdown", "json") else None
    except LemondeParseError:
        return page
    if article is None:
        return page
    if way == "text":
        return article.text.encode()
    return (article.to_json() if way == "json" else article.to_markdown(metadata=True)).encode()


def write_words(path: Path) -> None:
    """Write a dictionary for the fuzzer: tags of the pages in the corpus, examples of phrases,
    selectors of layouts."""
    words = {tag for page in PAGES for tag in TAG.findall(page)}
    words |= {example.encode() for phrase in PHRASES for example in phrase.examples}
    selectors = [selector for layout in LAYOUTS for selector in (*layout.roles, *layout.content)]
    words |= {re.sub(r"^[\w-]*[.#]|\*$", "", selector).encode() for selector in selectors}
    path.write_text(
        "".join(
            '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'
            for word in sorted(words)
            if len(word) <= 60
        )
    )


def main() -> None:
    """Fuzz for the given number of seconds (default: 60)."""
    seconds = sys.argv[1] if sys.argv[1:] and sys.argv[1].isdecimal() else "60"
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    write_seeds(KEPT / "corpus")
    write_words(KEPT / "words")
    atheris.Setup(
        [
            sys.argv[0], str(KEPT / "corpus"), f"-max_total_time={seconds}",
            f"-max_len={MAX_INPUT}", f"-timeout={MAX_SECONDS}",
            f"-rss_limit_mb={MAX_MEGABYTES}", f"-dict={KEPT / 'words'}",
            f"-artifact_prefix={KEPT}/", "-print_final_stats=1", *options,
        ],
        one_input,
        custom_mutator=mutated,
    )  # fmt: skip
    if os.fork() == 0:
        atheris.Fuzz()  # this ends the process
    # An interrupt stops the other process, which prints its result.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _, status = os.wait()
    write_count()
    sys.stderr.flush()
    # With a normal exit, atheris would wait forever for data that only the other process has.
    os._exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
