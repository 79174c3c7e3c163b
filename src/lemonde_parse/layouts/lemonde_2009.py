"""Le Monde from about 2005 to 2012.

The layout is based on the extraction rules of reader programs ("rule sets"), and was not checked
against a page.

Until 2009 the text is in `div.ar-txt`, where its first letter may be a picture
(`…/img/let/L.gif`). Since 2009 it has been in `.LM_articleText`, in windows-1252.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role

LAYOUT: Final = Layout(
    name="lemonde_2009",
    rows="own",
    seen="Le Monde from about 2005 to 2012, from rule sets of reader programs",
    sites=("lemonde.fr",),
    markers=("LM_articleText", "ar-txt", "LM_content"),
    content=(".LM_articleText", ".ar-txt", "#LM_content"),
    scope=("#mainContent", "body"),
    roles={
        ".LM_caption": Role.CAPTION,
        ".LM_imageSource": Role.CREDIT,
        ".LM_atome": Role.ASIDE,
        ".pave_meme_sujet_hidden": Role.RELATED,
        ".boxMemeSujet": Role.RELATED,
        ".fenetreBoxesContainer": Role.ASIDE,
        ".LM_tools": Role.SHARE,
        "#toolBox": Role.SHARE,
        ".LM_comments": Role.COMMENTS,
        "#LM_sideBar": Role.PROMOTION,
        "#miniUne": Role.PROMOTION,
        "#appel_temoignage": Role.PROMOTION,
        ".ar-tit": Role.METADATA,
        ".dt": Role.METADATA,
        ".desc": Role.METADATA,
        ".source": Role.METADATA,
    },
    # The article ends at the request for readers' accounts.
    stop_at=("#appel_temoignage",),
    fields={
        "headline": ("#mainTitle", ".ar-tit", "h1"),
        "description": (".desc", ".chapo"),
        "byline": ("a.auteur", ".source"),
        "dates": (".dt", ".source"),
        "breadcrumbs": (".ariane",),
    },
)
