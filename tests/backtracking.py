"""Finds regular expressions that need more than linear time on some texts.

An expression is converted to an automaton with a state for each character that it consumes.
Matching needs more than linear time if the same word leads from a state `one` back to `one`, from
`one` to another state `two`, and from `two` back to `two`. If a text repeats the word, the match can
move from `one` to `two` after any repetition, and every such point is tried if the rest of the text
does not match (https://doi.org/10.1007/978-3-642-38631-2_9).

A search may start at any position of the text, so its automaton begins with an extra state that
accepts any character.

Possessive repeats and atomic groups never give up characters, so their loops are never left early.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Set
from functools import cache
from itertools import permutations, product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any, Final, TypeAlias

from attrs import define, field, frozen

Mask: TypeAlias = int
"""A set of characters, with a bit for each of `_LETTERS`."""
Ends: TypeAlias = dict[int, Mask]
"""States, each with the characters that may follow it."""

_LETTERS: Final = [*map(chr, range(0x180)), *"‘’‚“”„–—…€•\u2009\u200b\u2028\u202f\u2060ʼ日😀"]
_ALL: Final = (1 << len(_LETTERS)) - 1
_FREE: Final = 1 << len(_LETTERS)
"""Bit that marks states at which a match may end. Assertions clear it, since they may fail."""
_ANYTHING: Final = _ALL | _FREE
_COPIES: Final = 3
"""Maximum number of copies of a repeated item: ``a{9}`` is converted like ``aaa``."""


@frozen
class _State:
    """A position in the expression that consumes one character."""

    letters: Mask
    groups: frozenset[int]
    """The atomic groups and lookaheads around the state."""


@define
class _Automaton:
    """An expression as states and transitions; the first state precedes a match."""

    states: list[_State] = field(factory=list)
    steps: list[dict[int, Mask]] = field(factory=list)
    """For each state, the next states and the characters that lead there."""
    accepting: set[int] = field(factory=set)
    """States after which the rest of the expression always matches."""
    nested: list[Mask] = field(factory=list)
    """Characters with which both an inner and an outer repeat can continue, as in ``(a+)+``."""

    def add(self, letters: Mask, groups: frozenset[int], after: Ends) -> int:
        state = len(self.states)
        self.states.append(_State(letters, groups))
        self.steps.append({})
        for before, allowed in after.items():
            self.steps[before][state] = letters & allowed
        return state


@define
class _Builder:
    """Builds the automaton of a parsed expression."""

    flags: int
    is_bytes: bool
    made: _Automaton = field(factory=_Automaton)
    groups: int = 0
    bodies: list[tuple[sre_parse.SubPattern, int]] = field(factory=list)
    """The possessive repeats, atomic groups and lookaheads to analyse separately, with their flags."""

    def sequence(self, items: sre_parse.SubPattern, ends: Ends, around: frozenset[int]) -> Ends:
        for code, value in items:
            ends = self.item(code, value, ends, around)
        return ends

    def item(
        self, code: sre._NamedIntConstant, value: Any, ends: Ends, around: frozenset[int]
    ) -> Ends:
        """Add an item after the states `ends`; return the states at which it can end."""
        if (letters := self.letters(code, value)) is not None:
            return {self.made.add(letters, around, ends): _ANYTHING}
        match code, value:
            case sre.SUBPATTERN, (_, flags, removed, inner):
                before, self.flags = self.flags, (self.flags | flags) & ~removed
                ends = self.sequence(inner, ends, around)
                self.flags = before
                return ends
            case sre.BRANCH, (_, branches):
                return _joined(*(self.sequence(one, ends, around) for one in branches))
            case sre.ATOMIC_GROUP, inner:
                return self.sequence(inner, ends, self.inside(inner, around))
            case ((sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT), (least, most, inner)):
                if code is sre.POSSESSIVE_REPEAT:
                    around = self.inside(inner, around)
                return self.repeat(least, most, inner, ends, around)
            case ((sre.ASSERT | sre.ASSERT_NOT), (1, inner)):
                letters = self.letters(*inner[0]) if len(inner) == 1 else None
                if letters is not None:
                    letters = letters & _ALL if code is sre.ASSERT else _ALL & ~letters
                    return {end: allowed & letters for end, allowed in ends.items()}
                self.sequence(
                    inner, ends, self.inside(inner, around)
                )  # its text is matched again by the following items
                return _asserted(ends)
            case ((sre.ASSERT | sre.ASSERT_NOT | sre.AT), _):
                return _asserted(ends)  # look-behinds have a fixed length
            case sre.GROUPREF, _:
                return {self.made.add(_ALL, around, ends): _ANYTHING}
        raise NotImplementedError(f"{code} in an expression")

    def repeat(
        self,
        least: int,
        most: int,
        inner: sre_parse.SubPattern,
        ends: Ends,
        around: frozenset[int],
    ) -> Ends:
        unbounded = most is sre.MAXREPEAT
        copies = max(min(least, _COPIES), 1) if unbounded else min(most, _COPIES)
        passed = ends if least == 0 else {}
        for number in range(copies):
            first, before = len(self.made.states), ends
            ends = self.sequence(inner, ends, around)
            if number + 1 >= min(least, _COPIES):
                passed = _joined(passed, ends)
            if unbounded and number == copies - 1:
                self.close(first, before, ends, around)
        return passed

    def close(self, first: int, before: Ends, ends: Ends, around: frozenset[int]) -> None:
        """Connect the ends of a repeat's body, whose states start at `first`, to its starts."""
        starts = _joined(*(self.made.steps[end] for end in before))
        starts = {state: letters for state, letters in starts.items() if state >= first}
        for end, allowed in ends.items():
            if end >= first:
                steps = self.made.steps[end]
                if self.made.states[end].groups <= around:
                    self.made.nested += [
                        letters & steps[state]
                        for state, letters in starts.items()
                        if state in steps
                    ]
                again = {state: letters & allowed for state, letters in starts.items()}
                self.made.steps[end] = _joined(steps, again)

    def inside(self, inner: sre_parse.SubPattern, around: frozenset[int]) -> frozenset[int]:
        self.groups += 1
        if not around:  # the body of an outer group includes this one
            self.bodies.append((inner, self.flags))
        return around | {self.groups}

    def letters(self, code: sre._NamedIntConstant, value: Any) -> Mask | None:
        """Return the characters that an item matches; None unless it is a single character."""
        match code, value:
            case sre.LITERAL, int(letter):
                return self.ignoring_case(_mask(chr(letter)))
            case sre.NOT_LITERAL, int(letter):
                return _ALL & ~self.ignoring_case(_mask(chr(letter)))
            case sre.ANY, _:
                return _ALL if self.flags & re.DOTALL else _ALL & ~_mask("\n")
            case sre.IN, [(sre.NEGATE, _), *parts]:
                return _ALL & ~self.ignoring_case(self.one_of(parts))
            case sre.IN, [*parts]:
                return self.ignoring_case(self.one_of(parts))
        return None

    def one_of(self, parts: list[Any]) -> Mask:
        letters = 0
        for part in parts:
            match part:
                case sre.LITERAL, int(letter):
                    letters |= _mask(chr(letter))
                case sre.RANGE, (first, last):
                    letters |= _mask(*(one for one in _LETTERS if first <= ord(one) <= last))
                case sre.CATEGORY, category:
                    letters |= _category(category, bool(self.flags & re.ASCII) or self.is_bytes)
        return letters

    def ignoring_case(self, letters: Mask) -> Mask:
        if not self.flags & re.IGNORECASE:
            return letters
        shown = [one for place, one in enumerate(_LETTERS) if letters >> place & 1]
        return letters | _mask(*map(str.lower, shown), *map(str.upper, shown))


def _asserted(ends: Ends) -> Ends:
    return {end: allowed & _ALL for end, allowed in ends.items()}


def _joined(*parts: Ends) -> Ends:
    joined: Ends = {}
    for part in parts:
        for state, letters in part.items():
            joined[state] = joined.get(state, 0) | letters
    return joined


def _mask(*letters: str) -> Mask:
    mask = 0
    for letter in letters:
        if letter in _PLACES:
            mask |= 1 << _PLACES[letter]
    return mask


_PLACES: Final = {letter: place for place, letter in enumerate(_LETTERS)}
_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


@cache
def _category(category: sre._NamedIntConstant, is_ascii: bool) -> Mask:
    matching = re.compile(_CATEGORIES[category], re.ASCII if is_ascii else 0)
    return _mask(*filter(matching.match, _LETTERS))


def _before(items: list[tuple[sre._NamedIntConstant, Any]], builder: _Builder) -> Mask:
    """Return the characters that may precede a match, according to an assertion at its start."""
    match items:
        case [(sre.SUBPATTERN, (_, _, _, inner)), *_]:
            return _before(list(inner), builder)
        case [(sre.BRANCH, (_, branches)), *_]:
            allowed = 0
            for branch in branches:
                allowed |= _before(list(branch), builder)
            return allowed
        case [((sre.ASSERT | sre.ASSERT_NOT) as code, (-1, inner)), *rest]:
            letters = builder.letters(*inner[-1])
            if letters is not None and (len(inner) == 1 or code is sre.ASSERT):
                return (letters if code is sre.ASSERT else ~letters) & _before(rest, builder)
        case [(sre.AT, (sre.AT_BEGINNING | sre.AT_BEGINNING_STRING) as where), *_]:
            lines = builder.flags & re.MULTILINE and where is sre.AT_BEGINNING
            return _mask("\n") if lines else 0
        case [(sre.AT, sre.AT_BOUNDARY), (what, value), *_]:
            while what in {sre.MAX_REPEAT, sre.POSSESSIVE_REPEAT} and value[0]:
                what, value = value[2][0]
            letters = builder.letters(what, value)
            word = _category(sre.CATEGORY_WORD, builder.is_bytes)
            if letters is not None and not letters & ~word:
                return _ALL & ~word
    return _ALL


def words(pattern: re.Pattern[str] | re.Pattern[bytes], use: frozenset[str]) -> list[str]:
    """Return words whose repetition makes an expression backtrack.

    `use` contains the names of the methods called on the expression, such as "search".
    """
    parsed = sre_parse.parse(pattern.pattern, pattern.flags)
    is_bytes = isinstance(pattern.pattern, bytes)
    return _growing(
        parsed,
        parsed.state.flags,
        is_bytes,
        searches=bool(use - {"match", "fullmatch"}),
        can_fail="fullmatch" in use,
    )


def _growing(
    parsed: sre_parse.SubPattern, flags: int, is_bytes: bool, *, searches: bool, can_fail: bool
) -> list[str]:
    builder = _Builder(flags, is_bytes)
    made, none = builder.made, frozenset[int]()
    first = made.add(_ALL, none, {})
    if searches:
        made.steps[first][first] = _ALL
    items = list(parsed)
    # Each branch of an expression may have its own look-behind.
    for branch in items[0][1][1] if len(items) == 1 and items[0][0] is sre.BRANCH else [parsed]:
        before = _before(list(branch), builder) if searches else _ALL
        start = first if before == _ALL else made.add(before, none, {first: _ALL})
        ends = builder.sequence(branch, {start: _ANYTHING}, none)
        made.accepting |= {end for end, allowed in ends.items() if allowed & _FREE}
    found = [_letter(letters) for letters in made.nested if letters]
    found += _pairs(made, can_fail)
    for body, body_flags in builder.bodies:
        found += _growing(body, body_flags, is_bytes, searches=False, can_fail=True)
    return found


def _pairs(made: _Automaton, can_fail: bool) -> Iterator[str]:
    count = len(made.states)
    reach = [_reachable(made, state) for state in range(count)]
    loops = [state for state in range(count) if state in reach[state]]
    for one, two in permutations(loops, 2):
        if two not in reach[one] or (two in made.accepting and not can_fail):
            continue  # a match may end at `two`, whatever follows
        if made.states[one].groups:
            continue  # never left early; its content is analysed separately
        # A search resumes after a match, and skips the positions inside it.
        passed = made.accepting if one == 0 and not can_fail else frozenset[int]()
        word = _word(made, reach, one, two, passed)
        if word:
            yield word


def _reachable(made: _Automaton, start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for step in made.steps[waiting.pop()].keys() - seen:
            seen.add(step)
            waiting.append(step)
    return seen


def _word(made: _Automaton, reach: list[set[int]], one: int, two: int, without: Set[int]) -> str:
    """Return a word that leads from `one` to `one`, from `one` to `two`, and from `two` to `two`.

    Return "" if there is none.
    """
    found: dict[tuple[int, int, int], str] = {(one, one, two): ""}
    waiting = deque(found)
    while waiting:
        place = waiting.popleft()
        for first, second, third in product(*(made.steps[state] for state in place)):
            following = (first, second, third)
            letters = _ALL
            for before, state in zip(place, following, strict=True):
                letters &= made.steps[before][state]
            if (
                letters
                and following not in found
                and one in reach[first]
                and (second == two or two in reach[second])
                and two in reach[third]
                and not {second, third} & without
            ):
                found[following] = found[place] + _letter(letters)
                if following == (one, two, two):
                    return found[following]
                waiting.append(following)
    return ""


def _letter(letters: Mask) -> str:
    """Return a character of a set, preferably a common one."""
    usual = next((one for one in "a 0" if letters & _mask(one)), None)
    return usual or _LETTERS[(letters & -letters).bit_length() - 1]
