"""Turns the caller's input into a safe tree: decoding, slices, limits."""
