"""Punctuation at the end of sentences and other lines."""

from __future__ import annotations

from typing import Final

STOPS: Final = tuple(".!?…")
"""Punctuation that ends a sentence."""
SENTENCE_ENDS: Final = (*STOPS, "»")
"""The last characters of a sentence; some end with a quote."""
TEXT_ENDS: Final = tuple(".,:;")
"""Punctuation that may end a line of text, but neither a title nor a dateline."""
