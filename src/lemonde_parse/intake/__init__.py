"""From what a caller holds to a safe tree: decoding, the slices that matter, limits."""
