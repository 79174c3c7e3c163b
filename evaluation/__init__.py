"""Scores `lemonde_parse` on pages with a known right article: `make evaluate`.

Modules, in the order of their imports:

- `folding`: texts in the form that is compared, sentences, hashes.
- `reading`: an Article as rows of such texts.
- `truth`: the right rows of a page, in text or as hashes, and the folders that hold them.
- `scoring`: the figures of one page and of many.
- `printed`: the same for text that programs print of pages.
- `tables`: figures as text and as Markdown.
- `score`, `publish`, `hash`, `lay_out`: the commands.
"""
