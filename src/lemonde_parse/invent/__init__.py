"""Pages with invented prose: the structure of a page, to be shown without publishing it."""
