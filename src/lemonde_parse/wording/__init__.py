"""Matches the words of newspapers: bylines, known phrases, punctuation and whitespace."""
