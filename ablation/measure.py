"""Measures the effects of removing a row or changing a limit."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs
from attrs import frozen

from ablation.examples import limit_cases, whole
from ablation.knobs import LAYOUTS, LIBRARY, Knob, load

TESTS: Final = Path(__file__).parents[1] / "tests"
RULES: Final = frozenset({"rule", "rules"})
"""Keys of a dict whose values are names of rules."""


@frozen
class Source:
    """A page or text."""

    name: str
    page: bytes | str


@frozen
class Result:
    """Digests of the result of reading a page or text, or of matching a phrase."""

    whole: str
    """Digest of the article and its report."""
    bare: str
    """Digest of the article and its report, without the names of rules."""
    layout: str = ""


def own_sources() -> list[Source]:
    """Return the pages and texts of tests/, and the examples of rules and limits."""
    pages = sorted(TESTS.glob("pages/*/page.html"))
    texts = sorted(TESTS.glob("texts/*/page.*"))
    return [
        *rule_examples(),
        *limit_examples(),
        *(Source(path.parent.name, path.read_bytes()) for path in pages),
        *(Source(path.parent.name, path.read_text("utf-8")) for path in texts),
    ]


def rule_examples() -> Iterator[Source]:
    """Yield the examples of each rule, and similar prose that must not match."""
    for name, evidence in _module("classify.evidence").evidence().items():
        for kind, examples in (("example", evidence.examples), ("never", evidence.never)):
            for number, example in enumerate(examples, 1):
                yield Source(f"{name} {kind} {number}", whole(example))


def limit_examples() -> Iterator[Source]:
    """Yield the two example texts of each limit."""
    for case in limit_cases():
        yield Source(f"{case.limit} decides", whole(case.decides))
        yield Source(f"{case.limit} leaves", whole(case.leaves))


def sources_in(folder: Path) -> list[Source]:
    """Return the pages of a folder and its subfolders, named after their files."""
    return [Source(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.html"))]


class Bench:
    """Reads all sources and examples with a knob, and compares the results with the results without
    the knob."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.name: source for source in sources}
        self._library = load(LIBRARY, None)
        self._is_plain = True
        self._phrases = {name: (kind, text) for name, kind, text in phrase_examples()}
        names = (*self._phrases, *self._sources)
        self._plain = {name: self._result(name) for name in names}
        layouts = load(LAYOUTS, None).LAYOUTS
        self._layouts = {layout.name: layout for layout in layouts}
        self._by_layouts = {
            name: self._read(source, layouts=layouts)
            for name, source in self._sources.items()
            if self._plain[name].layout in self._layouts
        }

    def changed(self, knob: Knob, likely: Sequence[str] = ()) -> Iterator[str]:
        """Yield the names of the pages, texts and examples that a knob changes, likely ones first.

        A name in brackets means that only the name of a rule changes.
        """
        of_layout = knob.module.startswith(LAYOUTS)
        if of_layout and not self._is_plain:
            self._library = load(LIBRARY, None)
        self._is_plain = of_layout
        try:
            loaded = load(LAYOUTS if of_layout else LIBRARY, knob)
        except Exception as error:  # noqa: BLE001  # an edit may cause any error
            yield f"does not load: {type(error).__name__}"
            return
        first = dict.fromkeys(name.strip("()") for name in likely)
        if of_layout:
            names = [name for name in (*first, *self._by_layouts) if name in self._by_layouts]
            yield from self._by_layout(loaded.LAYOUTS, dict.fromkeys(names))
            return
        self._library = loaded
        own = knob.name.partition(": ")[2]
        first |= dict.fromkeys(name for name in self._plain if name.startswith(own))
        for name in {name: None for name in (*first, *self._plain) if name in self._plain}:
            yield from _compared(name, self._plain[name], self._result(name))

    def _by_layout(self, layouts: Any, names: Iterable[str]) -> Iterator[str]:
        """Yield the names of pages that are read differently with the layouts that a knob
        changes."""
        altered = {
            layout.name: layout
            for layout in layouts
            if described(layout) != described(self._layouts[layout.name])
        }
        for name in names:
            before = self._by_layouts[name]
            layout = altered.get(before.layout)
            if layout is None:
                continue
            source = self._sources[name]
            if layout.slices != self._layouts[layout.name].slices:
                # Slices only make reading faster, so compare them instead of the articles.
                if _cut(source, layout) != _cut(source, self._layouts[layout.name]):
                    yield name
            else:
                yield from _compared(name, before, self._read(source, layouts=layouts))

    def _result(self, name: str) -> Result:
        if name in self._sources:
            return self._read(self._sources[name])
        kind, text = self._phrases[name]
        return _digests(_module("wording.matching").is_phrase(text, kind))

    def _read(self, source: Source, **arguments: Any) -> Result:
        library = self._library
        parse = library.parse_text if isinstance(source.page, str) else library.parse
        try:
            article = parse(source.page, **arguments)
        except Exception as error:  # noqa: BLE001  # a refusal, or an error caused by the knob
            return _digests(type(error).__name__)
        return _digests(article.to_dict(), article.report.layout)


def _cut(source: Source, layout: Any) -> bytes | None:
    part: bytes | None = _module("intake.slices").cut(source.page, layout.slices)[0]
    return part


def described(layout: Any) -> list[object]:
    """Return all arguments of a layout, in order."""
    values = [getattr(layout, one.name) for one in attrs.fields(type(layout)) if one.init]
    return [list(value.items()) if hasattr(value, "items") else value for value in values]


def _compared(name: str, before: Result, after: Result) -> Iterator[str]:
    if before.bare != after.bare:
        yield name
    elif before.whole != after.whole:
        yield f"({name})"


def _digests(value: Any, layout: str = "") -> Result:
    return Result(_digest(value), _digest(_bare(value)), layout)


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _bare(value: Any) -> Any:
    """Return a value as JSON types, without the names of rules."""
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in RULES}
    return [_bare(item) for item in value] if isinstance(value, list | tuple) else value


def phrase_examples() -> list[tuple[str, str, str]]:
    """Return the name, kind and text of the examples of every phrase, and of similar prose that
    must not match."""
    return [
        (f"{phrase.name}: {text}", phrase.kind, text)
        for phrase in _module("wording.phrases").PHRASES
        for text in (*phrase.examples, *phrase.never)
    ]


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{LIBRARY}.{name}")
