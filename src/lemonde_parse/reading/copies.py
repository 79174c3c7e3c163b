"""Detects repeated texts: a teaser next to the full text, or a copy for each screen size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lemonde_parse.journal import Journal
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.reading import rules

_SENTENCE: Final = 40
"""Minimum length of a paragraph for comparison; unrelated texts may share shorter ones."""
_REPEATED: Final = 2
"""Minimum number of repeated paragraphs in one part; a single one may be a refrain."""


def without_copies(parts: list[list[Line]], journal: Journal) -> list[Line]:
    """Return the lines of the content's parts, without copies.

    Each part is first split where its text starts again. A part is a copy if the longest part
    contains all its long paragraphs, the last of which may be cut off. Texts found only in the copy
    are kept, but paragraphs among them, such as "Lire la suite", become boilerplate.
    """
    parts = [piece for part in parts for piece in _pieces(part)]
    if len(parts) == 1:
        return parts[0]
    longest = max(parts, key=_length)
    lines = list(_flat(longest))
    texts = {_folded(line.text) for line in lines if line.block is None}
    blocks: set[object] = {line.block for line in lines if line.block is not None}
    by_start = {text[:_SENTENCE]: text for text in (_folded(line.text) for line in lines[::-1])}
    kept: list[Line] = []
    for part in parts:
        sentences = [line for line in part if _is_sentence(line)]
        cut_off = sentences[-1] if sentences and not _is_in(sentences[-1], texts, blocks) else None
        if (
            part is longest
            or not sentences
            or not all(_is_in(line, texts, blocks) for line in sentences[:-1])
            or (cut_off is not None and not _is_beginning(cut_off.text, by_start))
        ):
            kept += part
            continue
        for line in part:
            if line is not cut_off and not _is_in(line, texts, blocks):
                if line.role is Role.PARAGRAPH:  # "Lire la suite"
                    line = line._replace(role=Role.BOILERPLATE, rule=rules.BESIDE_COPY)
                kept.append(line)
        warn_of_copy(journal)
    return kept


def _pieces(lines: list[Line]) -> Iterator[list[Line]]:
    """Split a part where its text starts again.

    The paragraphs after that point must repeat those before it, until either side runs out. Only
    long paragraphs are compared.
    """
    places = [at for at, line in enumerate(lines) if _is_sentence(line)]
    texts = [_folded(lines[at].text) for at in places]
    begin = first = 0
    while first < len(texts):
        try:
            again = texts.index(texts[first], first + 1)
        except ValueError:
            break
        length = min(again - first, len(texts) - again)
        if length < _REPEATED or texts[first : first + length] != texts[again : again + length]:
            break
        yield lines[begin : places[again]]
        begin, first = places[again], again
    yield lines[begin:]


def warn_of_copy(journal: Journal) -> None:
    """Warn that a part of the page repeats the article and was not read."""
    journal.warn("copy", "the page contains the article's text several times; one copy was read")


def _flat(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, replacing boxes with the lines inside."""
    for line in lines:
        if line.lines is None:
            yield line
        else:
            yield from _flat(line.lines)


def _length(part: list[Line]) -> int:
    return sum(len(line.text) for line in part if line.role is Role.PARAGRAPH)


def _is_sentence(line: Line) -> bool:
    return line.role is Role.PARAGRAPH and len(line.text) >= _SENTENCE


def _folded(text: str) -> str:
    """Replace no-break spaces, which often differ between two copies of a text."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


def _is_beginning(text: str, by_start: Mapping[str, str]) -> bool:
    """Match a text that is the beginning of another one, ignoring dots at its end."""
    stem = _folded(text).rstrip(" .…[]()")
    return len(stem) >= _SENTENCE and by_start.get(stem[:_SENTENCE], "").startswith(stem)


def _is_in(line: Line, texts: set[str], blocks: set[object]) -> bool:
    if line.lines is not None:
        return all(_is_in(inner, texts, blocks) for inner in line.lines)
    return _folded(line.text) in texts if line.block is None else line.block in blocks
