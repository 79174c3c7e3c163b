"""Fits the weights that choose headline, standfirst, beginning and end of an article in a text.

python -m weights.fit PRINTED PAGES [--write [CHOICE ...]]

The examples are pages that programs such as text browsers printed as text or Markdown. PRINTED has
a folder for each program, with NAME.txt or NAME.md (optionally gzipped) for each page in PAGES;
PAGES/../truth/NAME.json is the correct article of the page, as text; pages without this file are
skipped. The test texts are further examples.

For each choice, the weights maximise the probability of the right candidate, in a softmax over all
candidates and the option to choose none; an L2 penalty keeps the weights of rare features small.
Prints the share of right choices on all examples, and, by cross-validation, on pages and on
programs that were left out of the fit. `--write` writes the weights of the named choices, or of all
choices, to `weights.json`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args

import lemonde_parse
from lemonde_parse.article import Choice
from lemonde_parse.plaintext import choices, header, reader, standfirst, zones
from lemonde_parse.plaintext.choices import Candidate, Question
from lemonde_parse.plaintext.unwrap import Piece

WEIGHTS: Final = Path(choices.__file__).with_name("weights.json")
_PENALTY: Final = 0.005
_ROUNDS: Final = 300
_FOLDS: Final = 5
_OWN: Final = 40
"""Weight of each test text in the fit. It is high because PRINTED contains no pasted texts."""
TEXTS: Final = Path(__file__).parents[1] / "tests" / "texts"
_CERTAIN: Final = 25
"""Maximum length of a line that must match an entire block of the body; a longer line may match
part of a block."""
_PLAIN: Final = str.maketrans({"’": "'", "–": "-", "—": "-", "“": '"', "”": '"', "^": None})


class Example(NamedTuple):
    """A choice, with the position of the right candidate; None if no candidate is right."""

    question: Question
    features: tuple[tuple[str, ...], ...]
    right: int | None
    page: str
    program: str


def plain(text: str) -> str:
    """Return a text for comparison, without typography and Markdown."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return " ".join(re.sub(r"[*_`\\#]", "", text).split()).casefold()


def texts(blocks: Iterable[dict[str, object]]) -> Iterable[str]:
    """Yield the texts of the blocks of an article, as `to_dict` gives them."""
    for block in blocks:
        inner = block.get("blocks")
        if isinstance(inner, list):
            yield from texts(inner)
        items = block.get("items")
        if isinstance(items, list):
            yield from (item if isinstance(item, str) else item["text"] for item in items)
        if isinstance(text := block.get("text"), str):
            yield text


class Met(NamedTuple):
    """A choice that the library made while it read a text."""

    question: Question
    candidates: list[Candidate]
    pieces: Sequence[Piece]


def read_examples(printed: Path, pages: Path) -> list[Example]:
    """Return the choices that the library makes in the printed pages and the test texts."""
    examples: list[Example] = []
    for file in sorted(printed.glob("*/*")):
        name = re.sub(r"\.(txt|md)(\.gz)?$", "", file.name)
        truth = pages.parent / "truth" / f"{name}.json"
        article = json.loads(truth.read_text("utf-8")) if truth.exists() else {}
        if "body" not in article:
            continue
        raw = file.read_bytes()
        text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8", "replace")
        examples += _examples(text, article, name, file.parent.name)
    for folder in sorted(TEXTS.glob("*")):
        text = next(folder.glob("page.*")).read_text("utf-8")
        article = json.loads((folder / "expected.json").read_text("utf-8"))
        examples += _examples(text, article, folder.name, "own") * _OWN
    return examples


def _examples(text: str, article: Mapping[str, Any], page: str, program: str) -> list[Example]:
    """Return the choices in a text. Once a line is the right end of the article, leave out the
    candidates for the end below it."""
    body = "\n".join(["", *map(plain, texts(article["body"])), ""])
    examples = []
    has_end = False
    for met in _meet(text):
        if met.question == "end" and has_end:
            continue
        right = _right(met, article, body)
        has_end = has_end or (met.question == "end" and right is not None)
        features = tuple(tuple(one[2]) for one in met.candidates)
        examples.append(Example(met.question, features, right, page, program))
    return examples


def _meet(text: str) -> list[Met]:
    """Parse a text, and return each choice with its candidates."""
    met: list[Met] = []
    pieces: list[Piece] = []

    def find_article(found: Sequence[Piece], *given: Any, **named: Any) -> zones.Region:
        pieces[:] = found
        return zones.find_article(found, *given, **named)

    def choose(
        question: Question,
        candidates: Sequence[Candidate],
        made: list[Choice],
        above: float = 0.0,
    ) -> int | None:
        chosen = choices.choose(question, candidates, made, above)
        met.append(Met(question, list(candidates), list(pieces)))
        # Choosing no end makes the library go on to the candidates below.
        return None if question == "end" else chosen

    for module, name, replacement in (
        (reader, "find_article", find_article),
        (zones, "choose", choose),
        (header, "choose", choose),
        (standfirst, "choose", choose),
    ):
        setattr(module, name, replacement)
    try:
        lemonde_parse.parse_text(text)
    except lemonde_parse.LemondeParseError:
        return []
    finally:
        setattr(reader, "find_article", zones.find_article)  # noqa: B010
        for module in (zones, header, standfirst):
            setattr(module, "choose", choices.choose)  # noqa: B010
    return met


def _right(met: Met, article: Mapping[str, Any], body: str) -> int | None:
    """Return the position of the right candidate; None if no candidate is right."""
    headline, description = (plain(article.get(key) or "") for key in ("headline", "description"))
    if met.question == "standfirst":
        # The description that a page declares may be cut off, or longer than the printed one.
        texts = [plain(one[1]) for one in met.candidates]
        shown = [at for at, text in enumerate(texts) if _are_one(text, description)]
        return next((at for at in reversed(shown) if not _is_in(texts[at], body)), None)
    if met.question == "headline":
        titles = (at for at, one in enumerate(met.candidates) if plain(one[1]) == headline)
        return next(titles, None)
    is_body = [_is_in(piece.text, body) for piece in met.pieces]
    if met.question == "beginning":
        first = is_body.index(True) if True in is_body else 0
        costs = [5 * sum(is_body[:at]) + abs(first - at) for at, *_ in met.candidates]
        return costs.index(min(costs))
    # An end has one candidate: a line that may be the first below the article. It is right if no
    # line below it is in the body.
    ((index, _, _),) = met.candidates
    return None if any(is_body[index + 1 :]) else 0


def _are_one(text: str, other: str) -> bool:
    """Return True if two texts have the same start, which is too long to be a coincidence."""
    return text[:_CERTAIN] == other[:_CERTAIN] if min(len(text), len(other)) > _CERTAIN else False


def _is_in(text: str, body: str) -> bool:
    text = plain(text)
    return f"\n{text}\n" in body or (len(text) > _CERTAIN and text in body)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights by gradient ascent."""
    weights: dict[str, float] = defaultdict(float)
    size = len(examples) or 1
    for turn in range(_ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for example in examples:
            for at, probability in enumerate(_probabilities(example, weights)):
                error = (at == example.right) - probability
                for name in ("any", *example.features[at]):
                    slope[name] += error
        step = 4.0 / (1 + turn / 50)
        for name, value in slope.items():
            weights[name] += step * (value / size - _PENALTY / 10 * weights[name])
    return {name: round(value, 2) for name, value in sorted(weights.items())}


def _probabilities(example: Example, weights: Mapping[str, float]) -> list[float]:
    scores = [score(features, weights) for features in example.features]
    most = max((0.0, *scores))
    powers = [math.exp(score - most) for score in scores]
    total = sum(powers) + math.exp(-most)
    return [power / total for power in powers]


def score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the features' weights."""
    return sum(weights.get(name, 0.0) for name in ("any", *features))


def share_right(examples: Sequence[Example], weights: Mapping[str, float]) -> float:
    """Return the share of right choices with these weights."""
    right = 0
    for example in examples:
        scores = [score(features, weights) for features in example.features]
        best = max(scores, default=0.0)
        right += (scores.index(best) if best > 0 else None) == example.right
    return right / (len(examples) or 1)


def folds(examples: Sequence[Example], key: Callable[[Example], str]) -> float:
    """Return the share of right choices on examples that were left out of the fit.

    `key` returns the page or the program of an example. Examples with the same key are left out
    together, in one of five rounds.
    """
    names = sorted({key(example) for example in examples})
    shares = []
    for fold in range(_FOLDS):
        out = set(names[fold::_FOLDS])
        weights = fit([example for example in examples if key(example) not in out])
        left = [example for example in examples if key(example) in out]
        shares.append((len(left), share_right(left, weights)))
    return sum(count * share for count, share in shares) / (sum(count for count, _ in shares) or 1)


def main() -> None:
    """Fit, print the figures, and write the weights on request."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("printed", type=Path)
    ask.add_argument("pages", type=Path)
    ask.add_argument("--write", nargs="*", choices=get_args(Question), metavar="CHOICE")
    given = ask.parse_args()
    examples = read_examples(given.printed, given.pages)
    fitted: dict[Question, dict[str, float]] = {}
    for question in get_args(Question):
        some = [example for example in examples if example.question == question]
        fitted[question] = fit(some)
        print(
            f"{question}: {len(some)} choices; share of right ones: with the current weights "
            f"{share_right(some, choices.weights()[question]):.3f}, with weights fitted to all "
            f"{share_right(some, fitted[question]):.3f}, on pages left out of the fit "
            f"{folds(some, lambda one: one.page):.3f}, on programs left out of the fit "
            f"{folds(some, lambda one: one.program):.3f}"
        )
    if given.write is not None:
        chosen = given.write or fitted
        written = {
            question: weights if question in chosen else choices.weights()[question]
            for question, weights in fitted.items()
        }
        WEIGHTS.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
