"""Text as readers see it, and the newspapers' own wording: the table of phrases and its matcher."""
