"""Punctuation that ends a sentence or a line."""

from __future__ import annotations

from typing import Final

STOPS: Final = tuple(".!?…")
"""Punctuation that ends a sentence."""
SENTENCE_ENDS: Final = (*STOPS, "»")
"""Last character of a sentence: its punctuation, or a closing quotation mark."""
TEXT_ENDS: Final = tuple(".,:;")
"""Punctuation that may end a line of text, but neither a title nor a dateline."""
