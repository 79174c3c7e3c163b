"""Scores `lemonde_parse` on pages with a known right article: `make evaluate`.

Modules, in the order of their imports:

- `folding`: texts in normalised form, sentences, hashes.
- `reading`: an Article as rows of such texts.
- `truth`: the right rows of a page, as text or hashes, and the folders with them.
- `scoring`: the figures of one page and of many.
- `printed`: the figures of texts that programs print of pages.
- `tables`: figures as text and as Markdown.
- `score`, `publish`, `hash`, `lay_out`: the commands.
"""
