"""Any input gives `parse` and `parse_text` an Article or a LemondeParseError: never any other error, never a hang (10 s),
never above 1 GB for 1 MB.

    python fuzz/fuzz_parse.py [SECONDS] [libFuzzer's own options]

An input's first byte says how the rest is passed: as bytes, as str with a lone surrogate for each byte that is no UTF-8,
or as such a str to `parse_text`. It starts from tests/pages, and from what earlier runs found worth keeping in
.fuzz/corpus; what breaks the promise is written to .fuzz/ and ends the run.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["lemonde_parse"]):
    import lemonde_parse
    from lemonde_parse.phrases import PHRASES

HERE: Final = Path(__file__).resolve().parent
KEPT: Final = HERE.parent / ".fuzz"
MAX_INPUT: Final = 1_000_000
MAX_SECONDS: Final = 10
MAX_MEGABYTES: Final = 1_024
TAG: Final = re.compile(rb"<[^<>]{1,60}>")


def one_input(data: bytes) -> None:
    """One input, read; any error but the promised ones ends the run."""
    how, rest = data[:1], data[1:]
    page: bytes | str = rest if not how or how[0] % 3 == 0 else rest.decode("utf-8", "surrogateescape")
    try:
        if isinstance(page, str) and how[0] % 3 == 2:
            lemonde_parse.parse_text(page)
        else:
            lemonde_parse.parse(page)
    except lemonde_parse.LemondeParseError:
        pass  # the other half of the promise


def write_seeds(corpus: Path) -> None:
    """The pages of the tests as bytes and str, and their texts."""
    corpus.mkdir(parents=True, exist_ok=True)
    for path in HERE.parent.glob("tests/pages/*/page.html"):
        page = path.read_bytes()
        text = lemonde_parse.parse(page).text.encode()
        for how, content in ((b"\0", page), (b"\1", page), (b"\2", text)):
            (corpus / f"{path.parent.name}-{how[0]}").write_bytes(how + content)


def write_words(path: Path) -> None:
    """What the fuzzer may put in: the tags of the tests' pages, the wording table's examples, the layouts' selectors."""
    words = {tag for page in HERE.parent.glob("tests/pages/*/page.html") for tag in TAG.findall(page.read_bytes())}
    words |= {phrase.example.encode() for phrase in PHRASES}
    selectors = [selector for template in lemonde_parse.TEMPLATES for selector in (*template.roles, *template.content)]
    words |= {re.sub(r"^[\w-]*[.#]|\*$", "", selector).encode() for selector in selectors}
    path.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in sorted(words) if len(word) <= 60))


def main() -> None:
    seconds = sys.argv[1] if sys.argv[1:] and sys.argv[1].isdecimal() else "60"
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    write_seeds(KEPT / "corpus")
    write_words(KEPT / "words")
    atheris.Setup(
        [
            sys.argv[0], str(KEPT / "corpus"), f"-max_total_time={seconds}", f"-max_len={MAX_INPUT}", f"-timeout={MAX_SECONDS}",
            f"-rss_limit_mb={MAX_MEGABYTES}", f"-dict={KEPT / 'words'}", f"-artifact_prefix={KEPT}/", "-print_final_stats=1", *options,
        ],
        one_input,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
