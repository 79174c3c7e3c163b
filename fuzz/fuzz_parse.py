"""Any input gives an Article, whose JSON reads as the same Article and which every format can
write, or a LemondeParseError: never any other error, never a hang (10 s), never above 1 GB for
1 MB.

    python fuzz/fuzz_parse.py [SECONDS] [libFuzzer's own options]

An input's first byte says how the rest is passed; see WAYS. It starts from tests/pages, and from
what earlier runs found worth keeping in .fuzz/corpus; what breaks the promise is written to .fuzz/
and ends the run. How many inputs went each way, and how many of them were articles, is printed at
the end.
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
"""Bytes made a tree of before they are passed: what lxml and BeautifulSoup take for longer ones is
not promised here."""
MAX_SECONDS: Final = 10
MAX_MEGABYTES: Final = 1_024
TAG: Final = re.compile(rb"<[^<>]{1,60}>")
PAGES: Final = [path.read_bytes() for path in sorted(HERE.parent.glob("tests/pages/*/page.html"))]
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
"""Values that stand in the place of others in an article's JSON."""


def as_str(raw: bytes) -> str:
    """With a lone surrogate for each byte that is no UTF-8."""
    return raw.decode("utf-8", "surrogateescape")


def as_soup(raw: bytes) -> Article | None:
    """By html.parser or lxml, whose own errors are theirs."""
    try:
        soup = BeautifulSoup(raw[:MAX_TREE], "lxml" if len(raw) % 2 else "html.parser")
    except Exception:  # none of them is this library's  # noqa: BLE001
        return None
    return parse(soup)


def as_tree(raw: bytes) -> Article | None:
    """As lxml makes it, for what it makes one of."""
    try:
        tree = lxml.html.document_fromstring(raw[:MAX_TREE])
    except (etree.LxmlError, ValueError):
        return None
    return parse(tree)


def as_export(raw: bytes) -> Article | None:
    """The last of an export's documents."""
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
"""Share of the inputs that become JSON: little of them is new to the fuzzer, which keeps few."""
COUNTED: Final = RawArray("L", 2 * len(WAYS))
"""For each way the inputs that were refused, and those that were articles. Shared with the process
that prints it."""


def one_input(data: bytes) -> None:
    """One input, read; any error but the promised ones ends the run."""
    way = data[0] % len(WAYS) if data else 0
    try:
        article = list(WAYS.values())[way](data[1:])
    except LemondeParseError:
        article = None  # the other half of the promise
    COUNTED[2 * way + (article is not None)] += 1
    if article is not None:
        check(article)


def check(article: Article) -> None:
    """Every format writes an article, and its JSON reads as the same one."""
    if Article.from_json(article.to_json()) != article:
        raise AssertionError("the article's JSON reads as another article")
    article.to_markdown(metadata=True).encode()
    article.to_html().encode()
    json.dumps(article.to_json_ld(), allow_nan=False)
    article.text_spans(head=True)
    etree.fromstring(article.to_tei().encode())


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the time what libFuzzer makes of it; else a stretch from tag to tag is left out,
    doubled, or taken from another page."""
    chance = random.Random(seed)  # no secret  # noqa: S311
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
    """An article's JSON with one value exchanged for another, left out, or doubled."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        whole = parse(chance.choice(PAGES)).to_dict()
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
    """From where a tag begins to where another does, or the end."""
    start = max(page.find(b"<", chance.randrange(len(page))), 0)
    end = page.find(b"<", start + chance.randrange(1, 4_000))
    return start, end if end >= 0 else len(page)


def write_count() -> None:
    """Write how many inputs were read each way."""
    for refused, articles, way in zip(COUNTED[::2], COUNTED[1::2], WAYS, strict=True):
        sys.stderr.write(f"{way}: {refused + articles} inputs, {articles} articles\n")
    sys.stderr.write(f"in all: {sum(COUNTED)} inputs\n")


def write_seeds(corpus: Path) -> None:
    """The pages of the tests, each way, and their texts."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(PAGES):
        for how, way in enumerate(WAYS):
            (corpus / f"page-{number}-{way}").write_bytes(bytes([how]) + written(page, way))
    for number, text in enumerate((*EXPORTS, *TEXTS)):
        for how, way in enumerate(WAYS):
            if way in ("bytes", "text", "markdown", "export"):
                (corpus / f"text-{number}-{way}").write_bytes(bytes([how]) + text)


def written(page: bytes, way: str) -> bytes:
    """A page as it goes one of the ways."""
    if way == "text":
        return parse(page).text.encode()
    if way == "markdown":
        return parse(page).to_markdown(metadata=True).encode()
    if way == "json":
        return parse(page).to_json().encode()
    return page


def write_words(path: Path) -> None:
    """What the fuzzer may put in: the tags of the tests' pages, the wording table's examples, the
    layouts' selectors."""
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
    """Fuzz for the given number of seconds."""
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
        atheris.Fuzz()  # which ends the process
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the other one is asked to stop, and tells what it did
    _, status = os.wait()
    write_count()
    sys.stderr.flush()
    os._exit(
        os.waitstatus_to_exitcode(status)
    )  # atheris waits without end for what only the other one has


if __name__ == "__main__":
    main()
