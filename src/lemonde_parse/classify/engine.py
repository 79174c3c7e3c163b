"""The engine: an ordered table of rules, applied to lines in passes.

A rule requires some features of a line and forbids others. It may also have a condition on the line
and its neighbours. In each pass, the first rule that matches a line sets its role. Before the first
pass, related links are split off paragraphs. After that, lines do not change: verdicts are separate
records.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify import features as has
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.related import split_glued, split_pointers
from lemonde_parse.classify.repeats import repeats
from lemonde_parse.intake.limits import MAX_QUOTE_WORK, QUOTE_PASSAGE
from lemonde_parse.journal import Journal
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.line import Line

Pass = Literal["alone", "beside", "opening", "closing", "headings"]
"""The passes, in order.

- "alone": each line by itself
- "beside": each line with its neighbours
- "opening": kickers, dates and bylines
- "closing": signatures and other last lines, from the last line upward
- "headings": headings, questions and list items among the remaining paragraphs
"""

_PASSES: Final = get_args(Pass)

_DROPPED: Final = frozenset(REMOVED) | {Role.RELATED, Role.PULL_QUOTE}
"""Roles of lines that are left out of the body."""
BODY_TEXT: Final = frozenset(
    {Role.PARAGRAPH, Role.HEADING, Role.QUESTION, Role.QUOTE, Role.LIST, Role.TABLE}
)
"""Roles of lines that belong to the article's text."""
AFTER_HEADING: Final = BODY_TEXT | {Role.ASIDE}
"""Roles of lines that may follow a heading or a question."""
_QUOTE: Final = has.UP_TO_LONG_HEADING | has.ENDS_STOP
_QUOTED: Final = ' «»“”"\u00a0\u202f'
_SHORTEST_QUOTE: Final = 24
"""Maximum length, without quotation marks, of a line that may repeat the text by chance: "Oui,
monsieur" may be an answer. Such a line is not a pull quote."""
_ASKED: Final = has.BOLD | has.ENDS_QUESTION


class Verdict(NamedTuple):
    """The role of a line, and the rule that gave it."""

    line: Line
    role: Role
    rule: str
    span: int
    """Index of the line that the rule matched; all lines of a span share it. -1 if the rule has no
    span."""
    inner: tuple[Verdict, ...] = ()
    """Verdicts on the lines of a box or of a live blog's post."""


class Run:
    """Consecutive lines with their verdicts so far.

    Mutable: the classifier changes `roles`, `rules` and `spans`, but not the lines.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        bits: list[int],
        authors: tuple[str, ...],
        journal: Journal,
    ) -> None:
        self.lines = lines
        self.bits = bits
        """Features of each line."""
        self.authors = authors
        """Names in the byline."""
        self.journal = journal
        self.roles = [line.role for line in lines]
        self.rules = [line.rule for line in lines]
        self.spans = [-1] * len(lines)
        self._first = 0
        self._last = self._kept = len(lines) - 1

    def is_below_text(self, index: int) -> bool:
        """Match a line with text above it."""
        # A line outside the text never becomes a part of it later.
        above = range(self._first, index)
        text = (at for at in above if self.roles[at] in BODY_TEXT)
        self._first = next(text, max(self._first, index))
        return self._first < index

    def is_last_text(self, index: int) -> bool:
        """Match the last line of text, if no live post follows."""
        ends = BODY_TEXT | {Role.LIVE_ENTRY}
        below = range(self._last, index, -1)
        self._last = next((at for at in below if self.roles[at] in ends), min(self._last, index))
        return self._last == index

    def is_last_kept(self, index: int) -> bool:
        """Match the last line that stays in the article, such as text, a picture or a player."""
        below = range(self._kept, index, -1)
        kept = (at for at in below if self.roles[at] not in _DROPPED)
        self._kept = next(kept, min(self._kept, index))
        return self._kept == index

    def before(self, index: int, roles: Container[Role]) -> int | None:
        """Return the index of the nearest line above `index` with one of the roles, if any."""
        own = self.roles
        for at in range(index - 1, -1, -1):
            if own[at] in roles:
                return at
        return None

    def after(self, index: int, roles: Container[Role]) -> int | None:
        """Return the index of the nearest line below `index` with one of the roles, if any."""
        own = self.roles
        for at in range(index + 1, len(own)):
            if own[at] in roles:
                return at
        return None

    def _paragraphs(self) -> list[int]:
        return [at for at, role in enumerate(self.roles) if role is Role.PARAGRAPH]

    @cached_property
    def edges(self) -> frozenset[int]:
        """Indexes of the first two and the last two paragraphs."""
        paragraphs = self._paragraphs()
        return frozenset((*paragraphs[:2], *paragraphs[-2:]))

    @cached_property
    def ending(self) -> frozenset[int]:
        """Indexes of the last paragraphs, which may describe the authors."""
        return frozenset(self._paragraphs()[-LIMITS.ending :])

    @cached_property
    def repeated(self) -> frozenset[int]:
        """Indexes of quotes and of lines with `LOOSE` that repeat part of a paragraph."""
        paragraphs = self._paragraphs()
        loose = {at for at in paragraphs if self.bits[at] & has.LOOSE}
        quotes = [at for at, role in enumerate(self.roles) if role is Role.QUOTE or at in loose]
        passages = [self.lines[at].text.casefold() for at in paragraphs if at not in loose]
        affordable = MAX_QUOTE_WORK // (sum(len(text) + QUOTE_PASSAGE for text in passages) or 1)
        if quotes[affordable:]:
            message = f"compared only {affordable} of {len(quotes)} quotes with the body"
            self.journal.warn("limit", message)
        return frozenset(
            at for at in quotes[:affordable] if repeats(self.lines[at].text.casefold(), passages)
        )

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Indexes of short paragraphs with a full stop that a longer one contains verbatim."""
        paragraphs = self._paragraphs()
        short = [at for at in paragraphs if self.bits[at] & _QUOTE == _QUOTE]
        longer = [at for at in paragraphs if not self.bits[at] & has.UP_TO_LONG_HEADING]
        passages = "\n".join(self.lines[at].text for at in longer).casefold()
        affordable = MAX_QUOTE_WORK // (len(passages) + 1)
        if short[affordable:]:
            message = f"compared only {affordable} of {len(short)} short lines with the body"
            self.journal.warn("limit", message)
        quotes = ((at, self.lines[at].text.strip(_QUOTED).casefold()) for at in short[:affordable])
        return frozenset(
            at for at, quote in quotes if len(quote) > _SHORTEST_QUOTE and quote in passages
        )

    @cached_property
    def questions(self) -> frozenset[int]:
        """Indexes of bold questions, each followed by an answer that is not bold.

        Empty if there is only one, unless the page has other lines marked up as questions.
        """
        found = {
            at
            for at, bits in enumerate(self.bits)
            if bits & _ASKED == _ASKED
            and self.roles[at] is Role.PARAGRAPH
            and (answer := self.after(at, AFTER_HEADING)) is not None
            and self.roles[answer] is Role.PARAGRAPH
            and not self.bits[answer] & has.BOLD
        }
        is_interview = len(found) > 1 or Role.QUESTION in self.roles
        return frozenset(found) if is_interview else frozenset()


Condition: TypeAlias = Callable[[Run, int], bool]
Extent: TypeAlias = Callable[[Run, int], Iterable[int]]

_ONLY_PARAGRAPHS: Final = frozenset({Role.PARAGRAPH})


@frozen(kw_only=True, eq=False)
class Rule:
    """A row of the table of rules. `evidence.toml` has its evidence, under the same name."""

    name: str
    role: Role
    """The role given to a matching line."""
    stage: Pass = "alone"
    needs: int = 0
    """Features that a line must have."""
    lacks: int = 0
    """Features that a line must not have."""
    among: int = 0
    """A line must have at least one of these features; 0 for any line."""
    when: Condition | None = None
    """A further condition on the line and its neighbours."""
    takes: frozenset[Role] = _ONLY_PARAGRAPHS
    """Roles of the lines that the rule may change."""
    span: Extent | None = None
    """Returns the indexes of the lines that get the role, except lines whose current role is not in
    `takes`. If None, only the matched line gets the role."""

    def may_match(self, role: Role, bits: int) -> bool:
        """Match a role and features, without testing the condition `when`."""
        return (
            role in self.takes
            and bits & self.needs == self.needs
            and not bits & self.lacks
            and (not self.among or bool(bits & self.among))
        )


class Classifier:
    """A table of rules, indexed by role and features."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._stages = [tuple(rule for rule in rules if rule.stage == stage) for stage in _PASSES]
        self._worded = frozenset(role for rule in self._stages[0] for role in rule.takes)
        """Roles of lines that are compared with the phrase table."""
        self._plans: dict[tuple[Role, int], _Plan] = {}

    def classify(
        self,
        lines: Sequence[Line],
        source: has.Source,
        journal: Journal,
        *,
        authors: tuple[str, ...] = (),
        common: int = has.TOP,
    ) -> list[Verdict]:
        """Return a verdict for each line, after splitting related links off paragraphs.

        The lines of a box are classified separately. `authors` are the names in the byline.
        `common` are the features that all lines share, such as TOP, DATED or BOLD_HEADINGS.
        """
        lines = split_pointers(lines if source == "page" else split_glued(lines))
        bits = self._features(lines, source, journal, authors, common | has.IN[source])
        run = Run(lines, bits, authors, journal)
        plans = list(map(self._plan, run.roles, bits))
        for number, stage in enumerate(_PASSES):
            # Most lines are prose, which no rule can match.
            order = [index for index, plan in enumerate(plans) if plan]
            for index in reversed(order) if stage == "closing" else order:
                if plan := plans[index]:
                    self._apply(run, plans, index, plan[number])
        verdicts = list(map(Verdict, lines, run.roles, run.rules, run.spans))
        for index, line in enumerate(lines):
            if line.lines:
                inner = self.classify(line.lines, source, journal, common=common & ~has.TOP)
                verdicts[index] = verdicts[index]._replace(inner=tuple(inner))
        return verdicts

    def _apply(self, run: Run, plans: list[_Plan], index: int, rules: tuple[Rule, ...]) -> None:
        """Apply the first rule whose condition the line meets."""
        for rule in rules:
            if rule.when is None or rule.when(run, index):
                for at in rule.span(run, index) if rule.span is not None else (index,):
                    if run.roles[at] in rule.takes:
                        run.roles[at], run.rules[at] = rule.role, rule.name
                        run.spans[at] = index if rule.span is not None else -1
                        plans[at] = self._plan(rule.role, run.bits[at])
                return

    def _plan(self, role: Role, bits: int) -> _Plan:
        """Return the rules of each pass that may match a role and features; empty if none may."""
        plan = self._plans.get((role, bits))
        if plan is None:
            if len(self._plans) >= _MEMO_LIMIT:
                self._plans.clear()
            stages = tuple(
                tuple(rule for rule in stage if rule.may_match(role, bits))
                for stage in self._stages
            )
            plan = self._plans[role, bits] = stages if any(stages) else ()
        return plan

    def _features(
        self,
        lines: Sequence[Line],
        source: has.Source,
        journal: Journal,
        authors: tuple[str, ...],
        common: int,
    ) -> list[int]:
        wording_bits = has.wording_reader(source, journal)
        is_text = source != "page"
        bits_by_line = []
        for line in lines:
            bits = has.features(line) | line.place | common
            if isinstance(line.block, ListBlock):
                # A list of known phrases, such as a row of buttons, gets its first item's features.
                items = [wording_bits(item.text) for item in line.block.items]
                bits |= items[0] if all(items) else 0
            elif line.role in self._worded:
                bits |= wording_bits(line.text)
                if (
                    line.role is Role.PARAGRAPH
                    and not bits & has.LINK
                    and (is_text or bits & has.UP_TO_HEADLINE)
                    and has.may_point(line.text)
                ):
                    bits |= has.MAY_POINT
                if line.text.lstrip("* ").startswith(authors):
                    bits |= has.AUTHOR
            bits_by_line.append(bits)
        return bits_by_line


_Plan: TypeAlias = tuple[tuple[Rule, ...], ...]
_MEMO_LIMIT: Final = 4096
"""Maximum number of cached combinations of role and features; a full cache is emptied."""
