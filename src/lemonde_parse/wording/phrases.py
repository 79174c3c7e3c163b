"""The newspaper's wording, French and English: what a line says it is when the markup does not.

Each row is a `Phrase`: a regular expression for the whole of a folded line (see `wording.fold`),
what such a line is, and what speaks for it. The walk over a page and the reader of plain text use
the same rows. To add one, put it under its kind, with an example and where it was seen;
`tests/test_phrases.py` checks that the example matches.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

PhraseKind = Literal[
    "account",
    "advertisement",
    "badge",
    "beside",
    "site description",
    "button",
    "byline",
    "comments",
    "dateline",
    "end",
    "boilerplate",
    "genre",
    "home",
    "label",
    "newsletter",
    "newspaper",
    "notice",
    "paywall",
    "promotion",
    "reading time",
    "related",
    "share",
    "status",
    "target",
    "translation",
]


@frozen(kw_only=True)
class Phrase:
    """One wording."""

    kind: PhraseKind
    """What a line that says so is."""
    pattern: str
    """A regular expression that the whole folded line matches; accents are optional. No accent
    stands in a [class]."""
    example: str
    """A line that does."""
    seen: str
    """Where and when: page parts, years."""


def _phrases(kind: PhraseKind, *rows: tuple[str, str, str]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(kind=kind, pattern=pattern, example=example, seen=seen)
        for pattern, example, seen in rows
    )


# The grammar of labels before a related link. Verbs and nouns are lists, because editors combine
# them freely.
_VERB: Final = (
    r"(?:\(?(?:Re)?\)?-?[Ll]ire|[Rr]elire|À lire|À (?:re)?(?:voir|écouter|regarder|découvrir)|[Rr]?[Ee]?[Vv]oir|(?:É|é)couter|[Rr]egarder|"
    r"[Ss]uiv(?:re|ez)|[Rr]etrouve[rz]|[Rr]eviv(?:re|ez)|[Dd]écouvr(?:ir|ez)|[Ll]isez|[Cc]onsulte[rz]|[Rr]etour sur|"
    r"[Rr]ead|[Ww]atch|[Ll]isten|[Ss]ee)"
)
_PLAIN: Final = (
    r"(?:Lire|Relire|À lire|Voir|Revoir|À voir|Écouter|Regarder|Suivre|Suivez|Retrouver|Retrouvez|Revivre|Revivez|Découvrir|Découvrez|"
    r"Lisez|Consulter|Consultez|Read|Watch|Listen)"
)
_ADVERB: Final = r"(?: ?(?:aussi|également|encore|also|more|to))*"
_TOO: Final = r"(?:aussi|également|encore|also|more)"
_NOUN: Final = (
    r"(?:éditorial|tribunes?|entretiens?|interviews?|explications?|directs?|lives?|enquêtes?|récits?|"
    r"reportages?|portraits?|décryptages?|analyses?|chroniques?|critiques?|factuels?|faits|témoignages?|"
    r"archives?|réactions?|suite|compte[- ]rendus?|dossiers?|éclairages?|grands? formats?|infographies?|cartes?|"
    r"vidéos?|portfolios?|diaporamas?|podcasts?|épisodes?|séries?|articles?|nécrologies?|"
    r"billets?|vérifications?|fact-checkings?|mise au point|synthèse|point de vue|rencontre|essai|"
    r"story|stories|interview|analysis|editorial|op-ed|column|coverage|explainer|report|review|investigation|live|obituary)"
)
_DETERMINER: Final = r"(?:l'|la |le |les |notre |nos |tous |toutes |un |une |cet |cette |ce |son |sa |our |the |this )"
_TARGET: Final = rf" (?:{_DETERMINER})*(?:grand |grande |premier |première |dernier |dernière |live |full )?{_NOUN}(?: [^|:.!?]{{1,60}})?"
_YEAR: Final = r"(?: ?\((?:archive de )?\d{4}\)| \d{4})?"
RELATED_LABEL: Final = rf"{_VERB}{_ADVERB}(?:{_TARGET})?{_YEAR}"
_TITLED: Final = (
    r"(?:Éditorial|Tribune|Entretien|Interview|Explications|Enquête|Récit|Reportage|Portrait|Décryptage|Analyse|Chronique|Critique|"
    r"Infographie|Carte|Vidéo|Portfolio|Diaporama|Podcast|Quiz|Blog|Compte[- ]rendu|Archive|Témoignages?)"
)

_ISSUE: Final = r"Daté du (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) [^,.]{1,60}(?=$)"
"""Which issue of the printed newspaper; a decree or a manuscript is dated too, in a sentence."""
_SIGN_UP: Final = r"(?:(?:abonn|inscriv)ez-vous|recevez|découvrez|retrouvez|suivez|téléchargez)"
_SUBJECT: Final = r".{0,80}, (?:l'|(?:la|les?|une?|ce|cette|son|sa|ses|on|ils?|elles?|the|an?|his|her|its|their|this|it|s?he|they) )"
"""What sentences that begin with a date go on with: "Publié le 3 mai, le rapport …"."""
_NO_SENTENCE: Final = r"(?!,| (?:[a-z]|à |é|ê))"
"""Not in a sentence that happens to begin so: neither a comma nor a small letter follows."""

_NETWORK: Final = r"(?:Twitter|X|Facebook|Messenger|Whatsapp|WhatsApp|Linkedin|LinkedIn|Bluesky)"
_SHARE_IN_ENGLISH: Final = (
    r"Share(?: on (?:Twitter|X|Facebook|Messenger|Whatsapp|Linkedin))?|Share by email|Copy link"
)
_SHARE: Final = (
    rf"(?:Partager(?: sur {_NETWORK})?|Envoyer par e-mail|Copier le lien|Offrir l'article|Imprimer|Ajouter à vos sélections|"
    rf"Lire plus tard|{_SHARE_IN_ENGLISH})"
)
"""A button of a share bar, where several run together."""

LABEL_SIGNS: Final = " \u00a0\u202f>→›»•·*►▶👉-–—"
"""What editors set around a label."""
RELATED_START: Final = (
    rf"(?:{_VERB}|\(?Pour (?:aller plus|en savoir) |Sur le même |Et aussi|Nos |Notre )"
)
"""What every related line without a badge begins with, signs and capitals aside, whatever follows.
"""

PHRASES: Final[tuple[Phrase, ...]] = (
    *_phrases(
        "related",
        (RELATED_LABEL + r" ?[:|]?", "Lire aussi :", "p.lire 2012–18; span.catcher__title 2018–26"),
        (
            RELATED_LABEL + r" ?[:|]?",
            "Lire aussi l'éditorial du « Monde » |",
            "catchers since 2025",
        ),
        (RELATED_LABEL + r" ?[:|]?", "Lire l'enquête |", "pastes of 2024"),
        (
            RELATED_LABEL + r" ?[:|]?",
            "Lire nos explications :",
            "content of 2015 in the layout of 2022",
        ),
        (RELATED_LABEL + r" ?[:|]?", "Suivre notre direct :", "catchers of 2023"),
        (RELATED_LABEL + r" ?[:|]?", "Écouter aussi", "catcher--inline-podcast, 2022"),
        (RELATED_LABEL + r" ?[:|]?", "A lire aussi :", "other French papers"),
        (RELATED_LABEL + r" ?[:|]?", "Read more", "English edition since 2022"),
        (
            rf"{_VERB}{_ADVERB} (?!{_TOO})(?:[^|:.!?A-Z][^|:.!?]{{0,80}} ?[:|]|[^|:.!?]{{1,80}} ?\|)",
            "Lire les bonnes feuilles :",
            "labels of the editor's own making end in : or |",
        ),
        (
            r"\(?Pour (?:aller plus loin|en savoir plus) ?[:|]?",
            "Pour aller plus loin :",
            "blogs, 2020",
        ),
        (r"Sur le même (?:sujet|thème) ?[:|]?", "Sur le même sujet", "aside.meme_sujet, 2012–18"),
        (r"(?:Nos|Notre) (?:\w+ ){1,3}[:|]", "Notre dossier :", "bold lines of 2015"),
        (r"Et aussi ?[:|]", "Et aussi :", "second links of boxes, 2012–18"),
    ),
    *_phrases(
        # Labels so plain that they need no link: reposts lose it, or the whole box.
        "label",
        (rf"(?:{_PLAIN}|See) {_TOO}{_YEAR} ?[:|]?", "Lire aussi", "reposts"),
        (rf"{_PLAIN}(?: {_TOO})?{_TARGET}{_YEAR} ?[:|]", "Lire l'entretien :", "reposts"),
        (
            rf"{_PLAIN} {_TOO} (?:{_DETERMINER}|sur |dans )[^|:.!?]{{1,60}} ?:",
            "Lire aussi les bonnes feuilles :",
            "reposts",
        ),
        (
            rf"{_PLAIN} [^|:.!?]{{0,80}} ?\|",
            "Lire aussi la lettre |",
            "reposts of pages since 2025",
        ),
        (
            r"Sur le même (?:sujet|thème) ?[:|]?|Pour (?:aller plus loin|en savoir plus) ?:",
            "Sur le même sujet :",
            "reposts",
        ),
    ),
    *_phrases(
        # What is pointed at, without a verb: a label only where a link is all that follows.
        "target",
        (
            rf"(?:L'|Le |La |Les |Notre |Nos ){_NOUN} ?[:|]",
            "Le récit :",
            "p.lire and bold lines, 2012–18",
        ),
        (rf"{_TITLED} ?[:|]", "Portrait :", "the same"),
        (r"En (?:images?|vidéos?|cartes?) ?[:|]", "En images :", "the same"),
    ),
    *_phrases(
        "badge",
        (
            r"Article réservé (?:à nos|aux) abonnés",
            "Article réservé à nos abonnés",
            "span.icon__premium, 2018–26",
        ),
        (r"Réservé (?:à nos|aux) abonnés", "Réservé aux abonnés", "badges of readers' rule sets"),
        (r"Subscribers only", "Subscribers only", "English edition since 2022"),
    ),
    *_phrases(
        "notice",
        (
            r"Il vous reste \d+(?:[.,]\d+)? ?% (?:(?:de cet article|de l'article) à lire|à découvrir)\.?(?: La suite est réservée (?:à nos|aux) abonnés\.?)?(?! [a-z])",
            "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
            'last paragraph of a truncated page, 2019–26; 2012–18 "de l\'article"',
        ),
        (
            r"You have \d+(?:\.\d+)? ?% of this article left to read\.?(?: The (?:rest|following) is (?:reserved )?for subscribers(?: only)?\.?)?(?! [a-z])",
            "You have 57.12% of this article left to read. The rest is for subscribers only.",
            "English edition since 2022",
        ),
        (
            r"La suite est réservée (?:à nos|aux) abonnés(?! [a-z]) ?\.?",
            "La suite est réservée aux abonnés.",
            "section.paywall, 2018–23",
        ),
        (
            r"L'accès à la totalité de l'article est protégé.*",
            "L’accès à la totalité de l’article est protégé",
            "#teaser_article, 2012–18",
        ),
    ),
    *_phrases(
        "status",
        (
            r"Article réservé aux abonnés",
            "Article réservé aux abonnés",
            "p.article__status, .ds-article-status, 2018–26",
        ),
        (r"Subscribers only", "Subscribers only", "the same in the English edition"),
        (
            r"Contenu réservé aux abonnés|Réservé aux abonnés|Abonnés",
            "Contenu réservé aux abonnés",
            "Les Echos, 2023",
        ),
        (r"(?:É|é)dition abonnés?", "édition abonné", "span.ea_article, 2012–18"),
    ),
    *_phrases(
        "paywall",
        (
            r"Déjà abonnée? ?(?:\?.{0,60}|(?:Se connecter|Connectez-vous|Identifiez-vous|au ?journal).{0,40})?",
            "Déjà abonné ? Se connecter",
            "every wall",
        ),
        (r"Envie de lire la suite ?\?.*", "Envie de lire la suite ?", ".lmd-paywall, 2024–25"),
        (
            r"Les articles ?(?:du Monde)? ?en intégralité ?à partir de.*",
            "Les articles en intégralité à partir de 7,99 €/mois",
            "the same",
        ),
        (r"Je m'abonne", "Je m’abonne", ".lmd-paywall__cta"),
        (
            r"(?:S'abonner|Abonnez-vous(?: à partir de .{1,20})?)",
            "Abonnez-vous à partir de 1 €",
            "every wall",
        ),
        (r"Profitez d'une semaine offerte.*", "Profitez d’une semaine offerte", "walls of 2022"),
        (
            r"Subscribe (?:now to read the full story|to continue reading)\.?.*",
            "Subscribe now to read the full story.",
            "English walls, 2025",
        ),
        (
            r"Already a subscriber ?\?(?: (?:Sign|Log) in)?|The rest is for subscribers only\.?",
            "Already a subscriber ? Sign in",
            "English walls, since 2022",
        ),
        (
            r"Your credit card has expired\..*",
            "Your credit card has expired.",
            "suspended accounts, 2025",
        ),
        (
            r"Accéder à tous les contenus du Monde en illimité\.?",
            "Accéder à tous les contenus du Monde en illimité.",
            "walls of 2018",
        ),
        (
            r"(?:S'abonner, c'est soutenir|Soutenez) le journalisme d'investigation.*",
            "Soutenez le journalisme d’investigation",
            "walls of 2018–20",
        ),
        (r"Achetez cet article(?: \d.*)?", "Achetez cet article 2 €", "#teaser_article, 2012–18"),
        (
            r"Cet article est réservé (?:à nos|aux) abonnés\.?",
            "Cet article est réservé aux abonnés.",
            "walls of other papers",
        ),
        (r"Découvrez l'édition abonnés", "Découvrez l’édition abonnés", "#teaser_article, 2012–18"),
        (r"Lecture restreinte", "Lecture restreinte", "#js-capping-old-article, since 2023"),
        (
            r"Votre abonnement n'autorise pas la lecture de cet article",
            "Votre abonnement n’autorise pas la lecture de cet article",
            "the same",
        ),
        (
            r"Pour plus d'informations, merci de contacter notre service commercial\.?",
            "Pour plus d’informations, merci de contacter notre service commercial.",
            "the same",
        ),
        (
            r"(?:Le |La |Le ou la |Le/la |L'abonnée? )titulaire de votre abonnement a mis en pause.*",
            "Le titulaire de votre abonnement a mis en pause son abonnement",
            ".lmd-banners, 2025",
        ),
        (r"Cet article vous est offert.*", "Cet article vous est offert", "gift modal, since 2022"),
        (
            r"Pour lire gratuitement cet article réservé aux abonnés, connectez-vous.*",
            "Pour lire gratuitement cet article réservé aux abonnés, connectez-vous",
            "the same",
        ),
        (
            r"Vous n'êtes pas inscrite? sur Le Monde ?\??.*",
            "Vous n’êtes pas inscrit sur Le Monde ?",
            "the same",
        ),
        (r"Inscrivez-vous gratuitement", "Inscrivez-vous gratuitement", "the same"),
    ),
    *_phrases(
        # What the head of every page asks, and no article.
        "account",
        (
            r"(?:Se connecter ?){1,2}(?:S'abonner.{0,40})?|S'abonner(?: dès .{1,20})?|S'abonner au Monde à partir de .{1,20}",
            "Se connecter S’abonner",
            "menus since 2012",
        ),
        (
            r"(?:Sign in ?){1,2}(?:Subscribe.{0,40})?",
            "Sign in Subscribe",
            "menus of the English edition",
        ),
        (
            r"Le Monde - retour à la une.{0,80}",
            "Le Monde - retour à la une Se connecter",
            "what the logo says to screen readers, since 2018",
        ),
        (
            r"Aller (?:directement )?au contenu(?: principal)?|Skip to (?:main )?content",
            "Aller au contenu principal",
            "first line of blogs",
        ),
    ),
    *_phrases(
        "comments",
        (
            r"L'espace des contributions est réservé aux abonnés.*",
            "L’espace des contributions est réservé aux abonnés.",
            ".article__reactions, since 2020",
        ),
        (
            r"Abonnez-vous pour accéder à cet espace d'échange.*",
            "Abonnez-vous pour accéder à cet espace d’échange et contribuer à la discussion.",
            "the same",
        ),
        (
            r"Voir les contributions|Contribuer(?: Réutiliser ce contenu)?",
            "Voir les contributions",
            "the same",
        ),
        (
            r"Réagissez ou consultez l'ensemble des commentaires",
            "Réagissez ou consultez l’ensemble des commentaires",
            ".article__comments, 2018",
        ),
        (
            r"Les commentaires sont fermés\.?|Comments are closed\.?",
            "Les commentaires sont fermés.",
            "blogs, 2008–19",
        ),
    ),
    *_phrases(
        "share",
        (
            rf"Partage(?:r|z)?(?: cet article| désactivé| sur {_NETWORK})?",
            "Partager sur Facebook",
            "share bars, every era",
        ),
        (
            r"Envoyer par e-mail|Copier le lien|Imprimer",
            "Envoyer par e-mail",
            "share bars, since 2018",
        ),
        (_SHARE_IN_ENGLISH, "Share on Facebook", "English edition"),
        (r"Tweeter|Tweet|Pocket", "Tweeter", "share bars, 2012–18; blogs"),
        (
            r"Suivez Le Monde Afrique(?: .{1,40})?",
            "Suivez Le Monde Afrique sur WhatsApp",
            "Afrique, 2015–18",
        ),
        (
            r"Suivez-nous(?: sur(?: ?:| (?:[A-Z]|les réseaux|notre ).{0,40}))?",
            "Suivez-nous sur WhatsApp",
            "2012–18",
        ),
        (
            r"(?:Ajouter à vos sélections ?){1,2}(?:Pour ajouter l'article .*)?|Ajouter aux favoris|Retirer de vos sélections|Lire plus tard",
            "Ajouter à vos sélections",
            "favourite buttons, 2019–25",
        ),
        (
            r"Pour ajouter l'article à vos sélections.*",
            "Pour ajouter l’article à vos sélections identifiez-vous",
            "the same",
        ),
        (
            r"Vous possédez déjà un compte ?(?:\?(?: ?(?:Se connecter|Connectez|Identifiez).*)?)?|S'inscrire gratuitement|Créer un compte|Se connecter|identifiez-vous",
            "Créer un compte",
            "the same",
        ),
        (
            r"Offrir (?:l'article|cet article|Le Monde)",
            "Offrir l’article",
            "gift buttons, since 2023",
        ),
        (
            r"Vos sélections|Ajouter un article à (?:\"|« )vos sélections(?:\"| ») pour le lire plus tard\..*|Ok, j'ai compris",
            'Ajouter un article à "vos sélections" pour le lire plus tard.',
            "what explains them, 2019–21",
        ),
        (r"Réutiliser ce contenu|Reuse this content", "Réutiliser ce contenu", "since 2024"),
        (
            rf"(?:{_SHARE} ?){{2,12}}",
            "Partager sur FacebookEnvoyer par e-mail",
            "share bars in pastes, since 2018",
        ),
    ),
    *_phrases(
        "newsletter",
        (
            r"(?:Inscrivez-vous|S'inscrire|Recevoir|Recevez nos newsletters|DÉCOUVREZ LA NEWSLETTER|Newsletters?)",
            "S’inscrire",
            "newsletter boxes, every era",
        ),
        (
            rf"Pour ne rien manquer de l'actualité[^,.]{{0,60}}(?:, ?{_SIGN_UP}.*)?\.?",
            "Pour ne rien manquer de l’actualité économique",
            ".catcher--last, 2019",
        ),
        (
            r"Cet article est paru dans (?:notre newsletter(?: ?«[^»]+»)?|« ?[^»]+ ?»).{0,20}(?:(?:Si vous êtes abonné au Monde, v|V)ous pouvez vous (?:y )?inscrire.*)?",
            "Cet article est paru dans notre newsletter « La lettre »",
            "2019",
        ),
        (
            r"Cet article est paru dans (?:notre|la) newsletter «? ?[^»]+ ?»\. Si vous êtes abonnée? .*",
            "Cet article est paru dans notre newsletter « La lettre ». Si vous êtes abonné au Monde, inscrivez-vous.",
            ".catcher--last, 2019",
        ),
        (
            r"Vous pouvez vous (?:y )?inscrire(?: ici)?\.?",
            "Vous pouvez vous inscrire ici",
            "since 2019",
        ),
        (
            r"Ce billet est extrait de l'infolettre.*",
            "Ce billet est extrait de l’infolettre « Une lettre »",
            "since 2022",
        ),
    ),
    *_phrases(
        "promotion",
        (
            r"Le Monde's app|Get the most out of your experience: download the app.*",
            "Get the most out of your experience: download the app to enjoy Le Monde in English",
            "section.inread of the English edition, since 2023",
        ),
        (r"New|Nouveau", "New", "above the app's box in the English edition, since 2023"),
        (r"Services Le Monde", "Services Le Monde", "services carousel"),
        (
            r"Le Monde (?:Guides d'achat|Boutique|Ateliers|Mémorable|Jeux|Application)",
            "Le Monde Guides d’achat",
            "section.inread, services carousel, since 2022",
        ),
        (r"(?:Nos g|G)uides d'achat", "Guides d’achat", "article__siblings, since 2022"),
        (
            rf"Édition du jour|{_ISSUE}|Lire le journal numérique",
            "Daté du jeudi 23 novembre",
            "aside .insert, since 2021",
        ),
        (
            r"Offre spéciale étudiants et enseignants",
            "Offre spéciale étudiants et enseignants",
            "section.inread, 2022",
        ),
        (
            r"Cours en ligne, cours du soir, ateliers(?: : développez.*)?",
            "Cours en ligne, cours du soir, ateliers : développez vos compétences",
            "section.inread, since 2022",
        ),
        (
            r"Accédez à tous nos contenus en illimité à partir de.*",
            "Accédez à tous nos contenus en illimité à partir de 8,49 euros",
            "section.inread, 2022",
        ),
        (
            r"Pour soutenir le travail de toute une rédaction, nous vous proposons de vous abonner.*",
            "Pour soutenir le travail de toute une rédaction, nous vous proposons de vous abonner.",
            ".message--register, since 2021",
        ),
        (
            r"Article sélectionné dans ?(?:la matinale|La Matinale) du.*",
            "Article sélectionné dans la matinale du 07/11/2016",
            ".bandeau_matinale, 2016",
        ),
    ),
    *_phrases(
        "advertisement",
        (
            r"(?:L|l)a suite après (?:cette|la) publicité|LA SUITE APRÈS (?:CETTE|LA) PUBLICITÉ|Passer la publicité|PUBLICITÉ|Advertisement",
            "LA SUITE APRÈS CETTE PUBLICITÉ",
            ".ds-ad-slot-ctn, since 2024; above the slots of other papers",
        ),
        (
            r"Contenus réalisés par les équipes de M Publicité.*|Libé ?\+ est la régie publicitaire de Libération.*|La rédaction de Libération n'a pas participé à la conception.*",
            "Libé+ est la régie publicitaire de Libération.",
            "beside what is paid for",
        ),
        (
            r"Publicité|(?:CONTENUS SPONSORISÉS|Contenus sponsorisés)(?: PAR ?OUTBRAIN| par ?Outbrain)?",
            "Publicité",
            "ad slots",
        ),
    ),
    *_phrases(
        "boilerplate",
        (
            r"La lecture de ce contenu est susceptible d'entraîner.*",
            "La lecture de ce contenu est susceptible d’entraîner un dépôt de cookies",
            "embeds before consent, since 2020",
        ),
        (r"Accepter pour voir le contenu", "Accepter pour voir le contenu", "the same"),
        (
            r"Précédent|Suivant|(?:› ?)?Accéder au portfolio",
            "Précedent",
            "buttons of slide shows, 2012–18",
        ),
        (
            r"auteur",
            "auteur",
            "what text browsers print for the author’s picture of an opinion piece, since 2026",
        ),
        (
            r"Accéder gratuitement en acceptant l'utilisation de vos données.*|Fermer la modale",
            "Accéder gratuitement en acceptant l’utilisation de vos données",
            ".gdpr-lmd-wall, in dumps since 2020",
        ),
        (
            r"Dans la même rubrique|Nos lecteurs ont lu ensuite|Les plus lus|Les abonnés lisent aussi(?: ?(?:…|[.:]).*)?",
            "Dans la même rubrique",
            "article footers",
        ),
        (
            r"En poursuivant votre navigation sur ce site, vous acceptez.*",
            "En poursuivant votre navigation sur ce site, vous acceptez les cookies",
            "2012–18",
        ),
        (
            r"Le Monde utilise des cookies pour vous offrir.*",
            "Le Monde utilise des cookies pour vous offrir une expérience utilisateur de qualité",
            "2018–20",
        ),
        (
            r"(?:(?:Newsletters du monde|Applications Mobiles|Suivez Le Monde|Services partenaires|Suppléments partenaires|Service Codes Promo|Consulter ?le journal)(?: Abonnement)? ?)+",
            "Newsletters du monde",
            "titles within the footer, since 2018",
        ),
        (
            r"Journal d'information en ligne, Le Monde\.fr offre à ses visiteurs.*|Index actualité : .*|S'abonner au Monde à partir de.*",
            "Index actualité : A B C",
            "the footer of 2012–18",
        ),
        # Readers that keep no formatting lose the spaces around the newspaper's name, which is set
        # in italics
        (
            r"(?:Lecture du ?Monde ?en cours sur un autre appareil|Vous pouvez lire ?Le Monde ?sur un seul appareil à la fois).*|Continuer à lire ici",
            "Lecture du Monde en cours sur un autre appareil.",
            "#js-capping, since 2019",
        ),
        (
            r"(?:Parce qu'une autre personne \(ou vous\) est en train de lire|Vous ne pouvez lire ?Le Monde ?que sur ?un seul appareil|Ce message s'affichera sur l'autre appareil).*",
            "Ce message s’affichera sur l’autre appareil.",
            "the same; readers' reposts hold it whole",
        ),
        (
            r"(?:Comment ne plus voir ce message|Que se passera-t-il si vous continuez à lire ici|Vous ignorez qui (?:est l'autre personne|d'autre utilise ce(?:s identifiants| compte))) ?\?.*",
            "Comment ne plus voir ce message ?",
            "its questions",
        ),
        (
            r"Y a-t-il d'autres limites ?\?(?: Non\. Vous pouvez vous connecter avec votre compte.*)?",
            "Y a-t-il d’autres limites ?",
            "the same",
        ),
        (
            r"(?:En cliquant|Sinon, cliquez) sur « ?Continuer à lire ici.*|Si vous (?:utilisez ce compte à plusieurs|êtes bénéficiaire de l'abonnement, connectez-vous).*",
            "En cliquant sur « Continuer à lire ici » et en vous assurant que vous êtes la seule personne à consulter Le Monde avec ce compte.",
            "its answers",
        ),
        (
            r"Nous vous conseillons de ?modifier votre mot de passe\.?|Non\. Vous pouvez vous connecter avec votre compte sur autant d'appareils.*",
            "Nous vous conseillons de modifier votre mot de passe.",
            "the same",
        ),
        (
            r"(?:(?:Ajouter un compte|Découvrir l'offre Famille|Découvrir les offres multicomptes|Pourquoi voyez-vous ce message ?\?) ?)+",
            "Découvrir les offres multicomptes",
            "the same",
        ),
        (r"Exit mobile version", "Exit mobile version", "WordPress AMP reposts"),
        (
            r"Posez votre question|Envoyez votre question|Réagissez|Voir la nouvelle actualité|SUIVEZ LE LIVE DE L'ÉVÉNEMENT",
            "Posez votre question",
            "forms of lives, 2020",
        ),
        (
            r"Abonnez-vous à nos flux RSS|En Continu",
            "Abonnez-vous à nos flux RSS",
            "footers, 2012–18",
        ),
        (r"Plus d'informations à venir\.?", "Plus d’informations à venir.", "breaking news"),
    ),
    *_phrases(
        "button",
        (
            r"S'abonner|S'inscrire|Découvrir|Lire|Voir plus|Je m'inscris|J'en profite|En savoir plus|Download|Subscribe|Sign up|Discover",
            "S’inscrire",
            "last line of boxes within the text",
        ),
    ),
    *_phrases(
        "end",
        (
            rf"(?:L'espace des contributions est réservé aux abonnés|Abonnez-vous pour accéder à cet espace d'échange|Voir les contributions{_NO_SENTENCE}|Contribuer(?=$)).*",
            "L’espace des contributions est réservé aux abonnés",
            "after the text, in dumps",
        ),
        (
            rf"(?:Lecture du Monde en cours|Vous pouvez lire Le Monde sur un seul appareil|Lecture restreinte{_NO_SENTENCE}|Pourquoi voyez-vous ce message).*",
            "Lecture du Monde en cours sur un autre appareil.",
            "the notices after it",
        ),
        (
            rf"(?:(?:Dans la même rubrique|Les plus lus|Édition du jour){_NO_SENTENCE}|{_ISSUE}|Services Le Monde|Réutiliser ce contenu|Reuse this content|Nos guides d'achat|Guides d'achat(?=$)).*",
            "Édition du jour",
            "footers",
        ),
        (
            r"Les Grands formats du Monde",
            "Les Grands formats du Monde",
            "footers of long formats, 2014–17",
        ),
        (
            r"(?:CONTENUS SPONSORISÉS|Contenus sponsorisés|References(?=$)|Réagissez ou consultez).*",
            "References",
            "footers; lynx's list of links",
        ),
        (
            r"(?:Le monde abonnements Profitez du journal|Les (?:rubriques|services) du Monde(?=\.fr|$| Annonces| Le Monde| La boutique)).*",
            "Le monde abonnements Profitez du journal où et quand vous voulez.",
            "footers, 2012–18",
        ),
        (
            r"Catégories ?\S.{0,200}Étiquettes.*",
            "CatégoriesWeb Étiquettesport, grève",
            "footer.entry-footer of blogs",
        ),
        (
            r"\d+ (?:réponses?|commentaires?) sur (?:“|«|\")[^.]{1,200}(?:”|»|\")(?=$)",
            "12 réponses sur “Le port”",
            "comments of blogs",
        ),
    ),
    *_phrases(
        # Headings of what stands after a text, and in the middle of some.
        "beside",
        (r"Sur le même sujet(?=$)", "Sur le même sujet", "aside.meme_sujet, 2012–18"),
        (r"Édition abonnés Contenu exclusif", "Édition abonnés Contenu exclusif", "the same"),
        (
            r"(?:Nos lecteurs ont lu (?:aussi|ensuite)|La rédaction vous conseille|Les sujets associés)(?=$)",
            "La rédaction vous conseille",
            "other papers",
        ),
    ),
    *_phrases(
        "dateline",
        (
            rf"(?:Publié|Mis à jour|Modifié) (?:le|hier|aujourd'hui) (?!{_SUBJECT}).{{4,80}}\d{{1,2}} ?[h:] ?\d{{0,2}}\.?(?:.{{0,60}}\d{{1,2}} ?[h:] ?\d{{0,2}}\.?)?",
            "Publié le 30 août 2023 à 14h52, modifié le 30 août 2023 à 15h54",
            "headers, every era",
        ),
        (
            rf"(?:Published|Updated) (?:on|today|yesterday) (?!{_SUBJECT}).{{4,120}}(?:am|pm)(?: \(Paris\))?",
            "Published on December 27, 2025, at 6:25 pm (Paris)",
            "English edition",
        ),
        (
            r"(?:Publié le )?\d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2}(?: ?• ?Mis à jour le \d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2})?",
            "04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13",
            "p.bloc_signature, 2012–18",
        ),
    ),
    *_phrases(
        "byline",
        (r"Collectif", "Collectif", "tribunes, since 2020"),
        (
            r"(?:Éditorialiste|Journaliste|Correspondante?|Chroniqueuse|Chroniqueur) (?:au|du) « ?Monde ?»",
            "Éditorialiste au « Monde »",
            ".article__author-job, since 2020",
        ),
    ),
    *_phrases(
        "translation",
        (
            r"Read in English|Lire en français",
            "Read in English",
            "a.meta__article-en-fr-url, since 2022",
        ),
    ),
    *_phrases(
        "reading time",
        (
            r"(?:Temps de )?(?:L|l)ecture (?:: |en )?\d+ min\.?|Temps de",
            "Temps de Lecture 4 min.",
            "p.meta__reading-time, since 2018",
        ),
        (r"(?:Time to ?)?\d+ min(?:\.| read)", "2 min read", "English edition"),
    ),
    *_phrases(
        "newspaper",
        (
            r"(?:Par |By )?(?:Le Monde(?:\.fr| Afrique)?|LE MONDE(?:\.FR)?|LEMONDE\.FR|Lemonde\.fr|La rédaction(?: du Monde)?)",
            "Le Monde",
            "generic bylines, every era",
        ),
        (
            r"LE MONDE (?:SCIENCE ET TECHNO|SCIENCE ET MÉDECINE|DES LIVRES|ÉCONOMIE|CULTURE ET IDÉES|TÉLÉVISION|SPORT ET FORME|GÉO ET POLITIQUE|ÉDUCATION|MAGAZINE)|Le Monde (?:des livres|Économie|Magazine)|M le magazine du Monde",
            "LE MONDE SCIENCE ET TECHNO",
            "supplements as #publisher names them, 2012–18",
        ),
        (
            r"(?:Par |By )?(?:(?:Le |La |Les |L')(?:Figaro|Parisien|Temps|Croix|Tribune|Point|Obs|Express|Echos|Vie)|Libération|Mediapart|20 Minutes|Télérama|Courrier international|HuffPost|Le HuffPost|Sud Ouest|Ouest-France|franceinfo|Franceinfo|France ?TV|Madame Figaro|[\w-]+\.(?:fr|com|ch))",
            "Le Parisien",
            "generic bylines of other papers",
        ),
    ),
    *_phrases(
        "genre",
        (
            r"Chroniques?|Tribunes?|Éditorial|Éditoriaux|Analyse|Billet de blog|Idées|Carte blanche|Point de vue",
            "Tribune",
            "h2.article__opinion-type, since 2018",
        ),
        (
            r"Enquête|Reportage|Portrait|Récit|Entretien|Interview|Décryptage|Infographie|Critique|Sélection|Vidéo|Histoire|Disparition|Témoignages?|Factuel|Les faits|Série|Grand format",
            "Enquête",
            "span.article__kicker, since 2018",
        ),
    ),
    *_phrases(
        "site description",
        (
            r"Le Monde\.fr - 1er site d'information.*",
            "Le Monde.fr - 1er site d’information sur l’actualité.",
            "og:description where the page has none",
        ),
        (r"Retrouvez ici .*", "Retrouvez ici une info de la thématique", "the same"),
    ),
    *_phrases(
        "home",
        (
            r"A la une|À la une|Accueil|Le Monde(?:\.fr)?|Home",
            "A la une",
            "first item of the JSON-LD breadcrumb",
        ),
    ),
)

BADGE_STEMS: Final = ("abonn", "Subscriber")
"""One of these stands in every line that holds the words of a badge: what tells at once that there
is none."""
