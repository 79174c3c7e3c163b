"""Signs of pages that are not articles, on any site: errors, consent walls, logins, searches,
lists."""

from __future__ import annotations

from typing import Final

from lemonde_parse.site import Refusal

SERVERS: Final = ("Cloudflare",)
"""Services that respond instead of the site, with their own name in the title."""

REFUSALS: Final[tuple[Refusal, ...]] = (
    Refusal(
        reason="error page",
        where="title",
        pattern=r"\b(?:404|403|410|500|502|503)\b|introuvable|not found|n'existe (?:pas|plus)|"
        r"acc[eè]s refus|access denied|erreur",
        examples=(
            "Oups, 404",
            "Cette page est introuvable",
            "The page was not found",
            "Ce contenu n’existe plus",
            "Votre accès refusé",
            "Une erreur est survenue",
        ),
        never=("2404 pas sur la jetée", "Un objet trouvé au port", "Errements d’un phare"),
        seen="Servers and content systems, every year",
    ),
    Refusal(
        reason="error page",
        where="address",
        pattern=r"/(?:404|erreur|error)\b",
        examples=("https://lavigie.example/404", "https://lavigie.example/erreur.html?page=8"),
        never=("https://lavigie.example/40412", "https://lavigie.example/errors-of-youth.html"),
        seen="Pages to which errors redirect",
    ),
    Refusal(
        reason="error page",
        where="whole title",
        pattern=r"(?:(?:erreur|error) ?)?(?:40[034]|410|50[0234])"
        r"(?: (?:forbidden|not found|gone|bad gateway|service unavailable))?|"
        r"page (?:non trouvée|introuvable|not found)|not found|access denied|acc[eè]s refusé|"
        r"just a moment\W*|captcha|attention required!|"
        r"(?:service|site) (?:momentanément |temporairement )?(?:indisponible|unavailable)|"
        r"internet archive wayback machine",
        examples=(
            "404",
            "Erreur 404",
            "403 Forbidden",
            "Page non trouvée",
            "Access denied",
            "Just a moment...",
            "Captcha",
            "Attention Required! | Cloudflare",
            "Service temporairement indisponible",
            "Internet Archive Wayback Machine",
        ),
        never=(
            "Just a moment of peace",
            "Le captcha, une histoire",
            "Le service des marées est indisponible",
        ),
        seen="Servers' own pages, Cloudflare's checks, captures missing from an archive",
    ),
    Refusal(
        reason="consent wall",
        where="title",
        pattern=r"cookies|consent|votre accord|paramètres de confidentialit|privacy",
        examples=(
            "Gérer vos cookies",
            "Votre consentement",
            "Nous demandons votre accord",
            "Vos paramètres de confidentialité",
            "Privacy settings",
        ),
        never=("Un accord sur la pêche", "La privatisation du port"),
        seen="Since 2018",
    ),
    Refusal(
        reason="consent wall",
        where="address",
        pattern=r"/(?:consent|cookies?-wall|privacy)",
        examples=("https://lavigie.example/consent/", "https://lavigie.example/cookie-wall"),
        never=("https://lavigie.example/le-consent.html", "https://lavigie.example/cookies.html"),
        seen="Since 2018",
    ),
    Refusal(
        reason="consent wall",
        where="source",
        pattern="cookie-wall",
        examples=('<div id="cookie-wall"></div>',),
        never=('<div id="cookie"></div>',),
        seen="Since 2018",
    ),
    Refusal(
        reason="login page",
        where="title",
        pattern=r"se connecter|connexion|identifi|log ?in|sign ?in|mon compte",
        examples=(
            "Se connecter ou créer un profil",
            "Identifiez-vous",
            "Log in to read on",
            "Sign in",
            "Mon compte et mes alertes",
        ),
        never=("Le port déconnecté", "Les comptes du port", "Un signe du phare"),
        seen="Every year",
    ),
    Refusal(
        reason="login page",
        where="address",
        pattern=r"/(?:connexion|login|signin|account)(?![\w-])",
        examples=("https://lavigie.example/login?next=/", "https://lavigie.example/account/"),
        never=(
            "https://lavigie.example/accounts-of-a-flood.html",
            "https://lavigie.example/la-connexion.html",
            "https://lavigie.example/connexion-perdue-au-phare.html",
        ),
        seen="Every year",
    ),
    Refusal(
        reason="login page",
        where="source",
        pattern=r"<(?i:input\s[^<>]*?\btype\s*+=\s*+[\"']?password\b)",
        examples=('<input type="password">', "<INPUT name=p type=password>"),
        never=(
            '<input type="email">',
            '<style>input[type="password"]{margin:0}</style>',
            "<script>form = '<input type=\"password\">'</script>",
            '<!-- <input type="password"> -->',
        ),
        seen="Every year",
    ),
    Refusal(
        reason="login page",
        where="whole title",
        pattern=r"(?:se connecter|connexion|identification|log ?in|sign ?in|mon compte)",
        examples=("Connexion", "Mon compte"),
        never=("Connexions", "Mon conte"),
        seen="Every year",
    ),
    Refusal(
        reason="search results",
        where="title",
        pattern=r"recherche|r[ée]sultats|search",
        examples=("Recherche : lin", "Vos résultats", "Search: flax"),
        never=("Des chercheurs au port", "Le résultat du scrutin"),
        seen="Every year",
    ),
    Refusal(
        reason="search results",
        where="address",
        pattern=r"/(?:recherche|search)\b",
        examples=("https://lavigie.example/recherche/?q=lin", "https://lavigie.example/search"),
        never=(
            "https://lavigie.example/searching-for-the-otter",
            "https://lavigie.example/researches",
        ),
        seen="Every year",
    ),
    Refusal(
        reason="search results",
        where="whole title",
        pattern=r"recherche|search|"
        r"(?:résultats? de (?:la |votre )?recherche|search results)(?: .{1,80})?",
        examples=("Recherche", "Résultats de la recherche pour « lin »", "Search results"),
        never=("Chercher", "Le résultat de l’enquête"),
        seen="Every year",
    ),
    Refusal(
        reason="unknown layout",
        where="source",
        pattern='<body id="viewsource"',
        examples=('<body id="viewsource">',),
        never=('<body id="view">',),
        seen="The source of a page as displayed by Firefox, saved",
    ),
    Refusal(
        reason="home page",
        where="address",
        pattern=r"^[^/?]*/?\Z",
        examples=("https://lavigie.example/", "https://lavigie.example"),
        # WordPress may number its articles in the query.
        never=("https://lavigie.example/?p=8812", "https://lavigie.example/le-pont/"),
        seen="Every year",
    ),
    Refusal(
        reason="section front",
        where="types",
        pattern=r"^(?:ItemList|CollectionPage|SearchResultsPage)\Z",
        examples=("ItemList", "CollectionPage", "SearchResultsPage"),
        never=("WebPage", "BreadcrumbList"),
        seen="https://schema.org/CollectionPage and similar types, since 2018",
    ),
)
