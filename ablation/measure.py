"""What changes when a knob is taken away or turned."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs
from attrs import frozen

from ablation.knobs import LAYOUTS, LIBRARY, Knob, load

TESTS: Final = Path(__file__).parents[1] / "tests"
RULES: Final = frozenset({"rule", "rules"})
"""Keys of a dict whose values name rules."""


@frozen
class Source:
    """A page or text."""

    name: str
    page: bytes | str


@frozen
class Result:
    """Digests of what was read."""

    whole: str
    """Of the article and its report."""
    bare: str
    """Of the same without the names of rules."""
    layout: str = ""


def own_sources() -> list[Source]:
    """Return the project's own pages and texts."""
    pages = sorted(TESTS.glob("pages/*/page.html"))
    texts = sorted(TESTS.glob("texts/*/page.*"))
    return [
        *(Source(path.parent.name, path.read_bytes()) for path in pages),
        *(Source(path.parent.name, path.read_text("utf-8")) for path in texts),
    ]


def sources_in(folder: Path) -> list[Source]:
    """Return the pages of a folder, named by their files."""
    return [Source(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.html"))]


class Bench:
    """Reads all sources and examples with a knob, and compares them with what is read without."""

    def __init__(self, sources: list[Source]) -> None:
        self._sources = sources
        self._library = load(LIBRARY, None)
        self._is_plain = True
        self._examples = list(_examples())
        self._plain = dict(self._all())
        layouts = self._layouts(None)
        self._layouts_before = {layout.name: described(layout) for layout in layouts}
        self._by_layouts = {
            source.name: self._read(source, layouts=layouts)
            for source in sources
            if self._plain[source.name].layout in self._layouts_before
        }
        self._slices = {layout.name: layout.slices for layout in layouts}

    def changed(self, knob: Knob) -> Iterator[str]:
        """Yield the names of the pages, texts and examples that are read otherwise.

        A name in brackets: nothing changes but the name of a rule.
        """
        if knob.module.startswith(LAYOUTS):
            yield from self._by_layout(knob)
            return
        self._is_plain = False
        try:
            self._library = load(LIBRARY, knob)
        except Exception as error:  # noqa: BLE001: whatever the edit breaks
            yield f"does not load: {type(error).__name__}"
            return
        for name, result in self._all():
            yield from _compared(name, self._plain[name], result)

    def _by_layout(self, knob: Knob) -> Iterator[str]:
        """Read the pages of the layouts that have the row; the rest of the library stays."""
        if not self._is_plain:
            self._library = load(LIBRARY, None)
            self._is_plain = True
        try:
            layouts = self._layouts(knob)
        except Exception as error:  # noqa: BLE001
            yield f"does not load: {type(error).__name__}"
            return
        altered = {
            layout.name: layout.slices
            for layout in layouts
            if described(layout) != self._layouts_before[layout.name]
        }
        for source in self._sources:
            before = self._by_layouts.get(source.name)
            if before is None or before.layout not in altered:
                continue
            yield from _compared(source.name, before, self._read(source, layouts=layouts))
            slices = altered[before.layout]
            if slices != self._slices[before.layout]:
                # Slices make reading faster, and change nothing else.
                if self._cut(source, slices) != self._cut(source, self._slices[before.layout]):
                    yield source.name

    def _layouts(self, knob: Knob | None) -> Any:
        return load(LAYOUTS, knob).LAYOUTS

    def _cut(self, source: Source, slices: Any) -> bytes | None:
        cut = importlib.import_module(f"{LIBRARY}.intake.slices").cut
        part: bytes | None = cut(source.page, slices)[0]
        return part

    def _all(self) -> Iterator[tuple[str, Result]]:
        for name, run in self._examples:
            yield name, _digests(run())
        for source in self._sources:
            yield source.name, self._read(source)

    def _read(self, source: Source, **arguments: Any) -> Result:
        library = self._library
        try:
            if isinstance(source.page, str):
                article = library.parse_text(source.page)
            else:
                article = library.parse(source.page, **arguments)
        except Exception as error:  # noqa: BLE001: a refusal, or what breaks without the knob
            return _digests(type(error).__name__)
        return _digests(article.to_dict(), article.report.layout)


def described(layout: Any) -> list[object]:
    """Return all that a layout says, in its order."""
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
    """Return a value in JSON's types without the names of rules."""
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in RULES}
    return [_bare(item) for item in value] if isinstance(value, list | tuple) else value


# Examples


def _examples() -> Iterator[tuple[str, Any]]:
    """Yield the examples of phrases and rules: a name, and a function that judges it."""
    for phrase in _module("wording.phrases").PHRASES:
        texts = getattr(phrase, "examples", None) or (phrase.example,)
        for text in texts:
            yield f"{phrase.kind}: {text}", lambda text=text, kind=phrase.kind: _wording(text, kind)


def _wording(text: str, kind: str) -> list[object]:
    known = _module("wording.matching").wording(kind)
    return [known.kind_of(text), known.match_prefix(text)]


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{LIBRARY}.{name}")
