"""From a tree to lines: which elements hold the article and its fields, and one walk over each."""
