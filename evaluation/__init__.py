"""Scores `lemonde_parse` on pages whose correct article is known: `make evaluate`.

Modules, in the order of their imports:

- `folding`: texts in normalised form, sentences, hashes.
- `reading`: an Article as rows of normalised texts.
- `truth`: the right rows of a page, as text or hashes; finds the pages whose right rows are known.
- `scoring`: the scores of one page and of many.
- `printed`: the scores of texts that programs print from pages.
- `tables`: scores as text, Markdown and JSON.
- `score`, `publish`, `hash`, `lay_out`: the commands.
"""
