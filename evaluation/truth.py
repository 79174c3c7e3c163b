"""Reads the correct article of a page, called its truth, as text or hashes.

A truth as text is JSON in the form of `Article.to_dict`. `body` is required unless `raises` is
given. A field without a key is not scored, nor are related links without one. Additional keys are:

- `raises`: name of the error for the page; nothing else is scored.
- `flat`: block types, figures and typography are not compared (for printed texts).
- `must_not_contain`: texts that count as leaked if the body contains them.
- `accepted_FIELD`: list of other right values of a field.
- `optional_figures`: captions, or the last 30 characters of file names; the first figure is
  optional if it has one of them.
- `optional_related`: headlines of optional related links.
- `notes`: ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cattrs
from attrs import field, frozen

from evaluation.folding import Key, fold
from evaluation.reading import FIELDS, Basis, Row, field_key, read
from lemonde_parse import Article

if TYPE_CHECKING:
    from lemonde_parse.article import JSON

FORMAT: Final = 1
"""Version of the format of files with hashes, stored under `hashes`."""
PAGE_ENDINGS: Final = (".html", ".txt", ".md")

_EXTRA: Final = (
    "raises", "flat", "must_not_contain", "optional_figures", "optional_related", "notes",
    *(f"accepted_{name}" for name in FIELDS),
)  # fmt: skip


@frozen(kw_only=True)
class Truth:
    """The right rows of a page, in the form of a `Reading`."""

    salt: str = ""
    """SHA-256 of the page if keys are hashes; otherwise ""."""
    flat: bool = False
    """If True, block types, figures and typography are not compared."""
    raises: str | None = None
    """Name of the error that the page must raise."""
    blocks: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    related: tuple[Row, ...] | None = None
    """None if related links are not scored."""
    fields: dict[str, tuple[str, ...]] = field(factory=dict)
    """The keys of all right values, by field. The first is the value in the truth; the others are
    also accepted."""
    forbidden: tuple[str, ...] = ()
    """Texts that must not occur in the body, each with its length and its key: "10:Publicités"."""
    optional_figures: tuple[str, ...] = ()
    """Keys of captions or file names; the first figure is optional if it has one of them."""
    optional_related: tuple[str, ...] = ()
    """Keys of the headlines of optional related links."""

    @property
    def basis(self) -> Basis:
        """The options for reading an Article, so that it can be compared with this truth."""
        return Basis(flat=self.flat, salt=self.salt)


@frozen(kw_only=True)
class Page:
    """A page and the file with its correct article."""

    name: str
    path: Path
    truth: Path


def find_pages(folder: Path) -> list[Page]:
    """List the pages of a folder that have a truth, sorted by name.

    Two arrangements are supported: `NAME/page.html` with `NAME/expected.json`, and
    `pages/NAME.html` with `truth/NAME.json`; `.txt` and `.md` are accepted like `.html`. Raises
    FileNotFoundError if there is no truth, or if a truth has no page.
    """
    found = [
        *(
            Page(name=path.parent.name, path=_page_at(path.parent / "page"), truth=path)
            for path in folder.glob("*/expected.json")
        ),
        *(
            Page(name=path.stem, path=_page_at(folder / "pages" / path.stem), truth=path)
            for path in folder.glob("truth/*.json")
        ),
    ]
    if not found:
        raise FileNotFoundError(f"{folder} has neither */expected.json nor truth/*.json")
    return sorted(found, key=lambda page: page.name)


def load_truth(path: Path) -> Truth:
    """Read a truth, as text or hashes.

    Raises `InvalidDataError` if a truth as text does not have the form of `Article.to_dict`. For a
    file of hashes, raises ValueError if its format is unknown, and an error of cattrs if it is
    damaged.
    """
    data = json.loads(path.read_text("utf-8"))
    if "hashes" in data:
        return _load_hashes(data)
    return make_truth(data, salt="")


def hash_truth(path: Path, page: bytes) -> Truth:
    """Read a truth as text, and keep only its hashes, salted with the page's SHA-256."""
    return make_truth(json.loads(path.read_text("utf-8")), salt=sha256(page).hexdigest())


def expected_article(path: Path) -> Article | None:
    """Return the Article of a truth as text; None if the page must raise an error or only hashes
    are known."""
    data = json.loads(path.read_text("utf-8"))
    return None if "hashes" in data or "raises" in data else _article(data)


def make_truth(data: Mapping[str, JSON], *, salt: str) -> Truth:
    """Make a truth from JSON, with hashes if there is a salt."""
    raises = data.get("raises")
    if isinstance(raises, str):
        return Truth(salt=salt, raises=raises)
    basis = Basis(flat=bool(data.get("flat")), salt=salt)
    key = basis.key
    article = _article(data)
    reading = read(article, basis)
    return Truth(
        salt=salt,
        flat=basis.flat,
        blocks=reading.blocks,
        figures=reading.figures,
        related=reading.related if "related_links" in data else None,
        fields={
            name: tuple(
                dict.fromkeys(
                    field_key(accepted, name, basis)
                    for accepted in (article, *_accepted(data, name))
                )
            )
            for name in FIELDS
            if name in data
        },
        forbidden=tuple(
            f"{len(text)}:{key(text)}"
            for text in dict.fromkeys(map(basis.fold, _strings(data, "must_not_contain")))
            if text
        ),
        optional_figures=_keys(data, "optional_figures", key),
        optional_related=_keys(data, "optional_related", key),
    )


def dump_truth(truth: Truth) -> str:
    """Format a truth of hashes as JSON, with a line for each row."""
    rows = {"hashes": FORMAT, **cattrs.unstructure(truth)}
    return (
        "{\n" + ",\n".join(f" {json.dumps(name)}: {_lines(rows[name])}" for name in rows) + "\n}\n"
    )


def _lines(value: JSON) -> str:
    """Format JSON with a line for each item of a list or an object."""
    if isinstance(value, Mapping) and value:
        items = [f"{json.dumps(name)}: {json.dumps(item)}" for name, item in value.items()]
        return "{\n  " + ",\n  ".join(items) + "\n }"
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return "[\n  " + ",\n  ".join(map(json.dumps, value)) + "\n ]"
    return json.dumps(value)


def _load_hashes(data: Mapping[str, JSON]) -> Truth:
    if data["hashes"] != FORMAT:
        raise ValueError(f"hashes of format {data['hashes']!r}; this program reads {FORMAT}")
    rest = {name: value for name, value in data.items() if name != "hashes"}
    return cattrs.Converter(forbid_extra_keys=True).structure(rest, Truth)


def _article(data: Mapping[str, JSON]) -> Article:
    known = {name: value for name, value in data.items() if name not in _EXTRA}
    body = [_with_item_texts(block) for block in _items(data["body"])]
    return Article.from_dict({**known, "schema_version": 1, "body": body})


def _accepted(data: Mapping[str, JSON], name: str) -> Iterator[Article]:
    """Yield an Article for each other accepted value of a field; authors are given by name."""
    for value in _items(data.get(f"accepted_{name}", [])):
        right: JSON = [{"name": author} for author in _items(value)] if name == "authors" else value
        yield Article.from_dict({"schema_version": 1, "body": [], name: right})


def _with_item_texts(block: JSON) -> JSON:
    """Turn list items that are plain strings into objects with a `text`."""
    if not isinstance(block, Mapping):
        return block
    changed = dict(block)
    if block.get("type") == "list":
        changed["items"] = [
            {"text": item} if isinstance(item, str) else item for item in _items(block["items"])
        ]
    if "blocks" in block:
        changed["blocks"] = [_with_item_texts(inner) for inner in _items(block["blocks"])]
    return changed


def _items(value: JSON) -> list[JSON]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, got {value!r}")
    return value


def _strings(data: Mapping[str, JSON], name: str) -> list[str]:
    return [str(item) for item in _items(data.get(name, []))]


def _keys(data: Mapping[str, JSON], name: str, key: Key) -> tuple[str, ...]:
    return tuple(key(fold(text)) for text in _strings(data, name))


def _page_at(stem: Path) -> Path:
    for ending in PAGE_ENDINGS:
        path = stem.with_name(stem.name + ending)
        if path.exists():
            return path
    raise FileNotFoundError(f"no page at {stem}, with any of {', '.join(PAGE_ENDINGS)}")
