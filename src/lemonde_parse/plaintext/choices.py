"""Chooses between candidates for an article's title, first line, standfirst and end.

A candidate's score is the sum of the weights of its features, plus a constant. `weights/fit.py`
fits the weights to pages printed as text by various programs. The report lists the scores of all
candidates.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from lemonde_parse.article import Choice, WeightedFeature

Question: TypeAlias = Literal["headline", "beginning", "standfirst", "end"]
Candidate: TypeAlias = "tuple[int, str, list[str]]"
"""Index of a line, its text, and the names of its features."""


@cache
def weights() -> dict[Question, dict[str, float]]:
    """Return the weight of each feature, by question."""
    data: dict[Question, dict[str, float]] = json.loads(
        files(__package__).joinpath("weights.json").read_text("utf-8")
    )
    return data


def choose(
    question: Question,
    candidates: Sequence[Candidate],
    choices: list[Choice],
    above: float = 0.0,
) -> int | None:
    """Return the index of the candidate with the highest score; None if no score exceeds `above`.

    If scores are equal, the first candidate wins. All candidates are added to `choices`.
    """
    known = weights()[question]
    scored = []
    for index, text, features in candidates:
        parts = tuple(
            WeightedFeature(name=name, weight=known.get(name, 0.0)) for name in ("any", *features)
        )
        scored.append((round(sum(part.weight for part in parts), 2), index, text, parts))
    best = max(scored, key=lambda one: (one[0], -one[1]), default=None)
    chosen = best[1] if best is not None and best[0] > above else None
    choices += [
        Choice(
            question=question,
            text=text,
            score=score,
            features=parts,
            is_chosen=index == chosen,
        )
        for score, index, text, parts in scored
    ]
    return chosen
