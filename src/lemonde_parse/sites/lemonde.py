"""Le Monde: lemonde.fr with its English edition, blogs and sub-sites."""

from __future__ import annotations

from typing import Final

from lemonde_parse.site import Assignment, Refusal, ScriptContext, Site

_NAMES: Final = (
    # Generic bylines, every era
    "Le Monde",
    "LE MONDE",
    "Le Monde.fr",
    "LE MONDE.FR",
    "LEMONDE.FR",
    "Lemonde.fr",
    "Le Monde Afrique",
    "La rédaction du Monde",
    # Names of supplements in the element #publisher, 2012–18
    "LE MONDE SCIENCE ET TECHNO",
    "LE MONDE SCIENCE ET MÉDECINE",
    "LE MONDE DES LIVRES",
    "LE MONDE ÉCONOMIE",
    "LE MONDE CULTURE ET IDÉES",
    "LE MONDE TÉLÉVISION",
    "LE MONDE SPORT ET FORME",
    "LE MONDE GÉO ET POLITIQUE",
    "LE MONDE ÉDUCATION",
    "LE MONDE MAGAZINE",
    "Le Monde des livres",
    "Le Monde Économie",
    "Le Monde Magazine",
    "M le magazine du Monde",
    "M, le magazine du Monde",
)

_REFUSALS: Final = (
    Refusal(
        reason="login page",
        where="address",
        pattern=r"/sfuser\b",
        examples=("https://secure.lemonde.fr/sfuser/inscription",),
        never=("https://www.lemonde.fr/blog/passeur/2020/01/01/sfusers/",),
        seen="Since 2018",
    ),
    Refusal(
        reason="search results",
        where="address",
        pattern=r"/archives-du-monde\b",
        examples=("https://www.lemonde.fr/archives-du-monde/01-02-1987/",),
        never=("https://www.lemonde.fr/archives/article/1987/02/01/un-titre_4033000_1819218.html",),
        seen="The lists of a day's articles, since 2018",
    ),
    Refusal(
        reason="home page",
        where="address",
        pattern=r"^[^/]*/en/\Z",
        examples=("https://www.lemonde.fr/en/",),
        never=("https://www.lemonde.fr/en/science/article/2024/02/09/a-title_6215000_10.html",),
        seen="The English edition, since 2022",
    ),
    Refusal(
        reason="section front",
        where="title",
        pattern=r"toute l'actualité sur le monde",
        examples=("Economie : toute l’actualité sur Le Monde.fr.",),
        never=("Le lin : une actualité sur tout le monde",),
        seen="Sections and tags, since 2018",
    ),
    Refusal(
        reason="section front",
        where="address",
        pattern=r"/reactions/\d{4}/",
        examples=(
            "https://www.lemonde.fr/economie/reactions/2018/01/01/un-titre_5200001_3234.html",
        ),
        never=("https://www.lemonde.fr/economie/article/2018/01/01/reactions_5200001_3234.html",),
        seen="Separate pages with readers' reactions to an article, until 2018",
    ),
    # Addresses of sections, tags and authors. Addresses of articles end in a name, a number and
    # ".html"; addresses of blogs have more directories.
    Refusal(
        reason="section front",
        where="address",
        pattern=r"^(?:www\.)?lemonde\.fr/(?:en/)?(?!en/)(?:[\w-]+/){1,2}(?:\d+(?:/|\.html))?\??\Z",
        examples=(
            "https://www.lemonde.fr/economie/",
            "https://lemonde.fr/economie/?page=2",
            "https://www.lemonde.fr/economie/2/",
            "https://www.lemonde.fr/economie-francaise/3.html",
            "https://www.lemonde.fr/en/science/",
            "https://www.lemonde.fr/signataires/ana-gil/",
        ),
        never=(
            "https://www.lemonde.fr/economie/article/2024/02/01/un-titre_6200001_3234.html",
            "https://www.lemonde.fr/blog/passeur/2020/01/01/le-pont/",
            "http://passeur.blog.lemonde.fr/2012/01/01/",
            "https://www.brevanne.fr/le-pont/",
        ),
        seen="Every year",
    ),
)

LEMONDE: Final = Site(
    name="Le Monde",
    domains=("lemonde.fr",),
    names=_NAMES,
    collectives=("Les Décodeurs", "Décodeurs"),
    refusals=_REFUSALS,
    # "/culture/video/2023/…", "/podcasts/article/…", since 2009
    kinds={
        "live": "live",
        "chat": "live",
        "video": "video",
        "podcasts": "audio",
        "portfolio": "gallery",
        "visuel": "interactive",
        "infographie": "interactive",
        "article_interactif": "interactive",
        "panorama": "interactive",
        "blog": "blog",
    },
    # "http://passeur.blog.lemonde.fr/2012/01/01/le-pont/", until 2019
    host_kinds={"blog": "blog"},
    # "https://www.lemonde.fr/politique/article/2023/08/30/un-titre_6187099_823448.html"
    article_address=r"[^?#]*_(\d{5,})_\d+\.html",
    # "lmfr://element/article/6187099?x4=8", "lmfr://en/element/article/6748878"
    app_address=r"lmfr://(?:\w+/)?element/\w+/(\d+)",
    truncation_meta="ad:teaser",
    context=ScriptContext(
        # Only `context` is needed, which comes before the other members of `lmd`.
        assignments=(
            Assignment(name=b"var lmd", member="context"),  # since 2018
            Assignment(name=b"lmd.context"),  # before 2018
        ),
        page_type=("pageType",),
        refused_types={
            "home": "home page",
            "homepage": "home page",
            "une": "home page",
            "rubrique": "section front",
            "section": "section front",
            "tag": "section front",
            "front": "section front",
        },
        kind=(("element", "type"), ("element", "type", "nom")),  # since 2018; before 2018
        kinds={
            "live": "live",
            "direct": "live",
            "video": "video",
            "podcast": "audio",
            "portfolio": "gallery",
            "visuel": "interactive",
            "visuel_interactif": "interactive",
            "infographie": "interactive",
            "blog": "blog",
            "post_blog": "blog",
        },
        # The displayed name: "libelle" before 2018 ("Compte rendu"), "nom" since then ("Factuel").
        genre=(
            ("element", "nature_editoriale", "libelle"),
            ("element", "nature_editoriale", "nom"),
        ),
        identifier=(("article", "legacyId"), ("element", "id")),
        is_restricted=("element", "restreint"),
        is_truncated=("element", "is_a_teaser"),
        announced_length=(("article", "nbChar"), ("element", "nb_signes")),
        published=("article", "firstPublished", "date"),  # "2023-08-30 12:52:08.000000"
        time_zone=("article", "firstPublished", "timezone"),  # "+00:00"
        signatures=("article", "parsedMetadata", "huit", "signatures"),
        signature_name="longName",
        signature_note="origin",
        # {"afp": true, "ap": false}, or an empty list
        agencies=("article", "parsedMetadata", "huit", "agencies"),
    ),
)
