"""Labels around an article, such as "Publié le", which show its language or its newspaper."""

from __future__ import annotations

from typing import Final

from attrs import frozen

ENOUGH: Final = 3
"""Number of labels after which reading stops, if all of them agree."""


@frozen(kw_only=True)
class Label:
    """Words around an article that show its language, or that name the newspaper."""

    name: str
    pattern: str
    """Expression for the beginning of a line, with "{house}" for the name of a newspaper."""
    examples: tuple[str, ...]
    """Lines that match."""
    never: tuple[str, ...]
    """Similar lines that do not match."""
    seen: str
    """Pages and years with the label."""


FRENCH: Final = (
    Label(
        name="date",
        pattern=r"(?:Publié|Mis à jour|Modifié|Posté|Mis en ligne)"
        r" (?:le |à |aujourd'hui|hier|il y a )",
        examples=("Publié le 2 mai 2024 à 08h00", "Mis à jour hier à 09h03"),
        never=("Publié chez Gallimard, le roman a paru.",),
        seen="Most papers, every year",
    ),
    Label(
        name="byline",
        pattern=r"(?:Par|Propos recueillis par|Avec) (?=[A-ZÀ-Ý][^\W\d_]+(?: [A-ZÀ-Ý]|$))"
        r"|{house} avec (?:l')?AFP",
        examples=("Par Lise Amont", "Propos recueillis par Hugo Tour", "Le Monde avec l’AFP"),
        never=("Par ailleurs, le maire",),
        seen="Most papers, every year",
    ),
    Label(
        name="reading time",
        pattern=r"Temps de [lL]ecture|Lecture (?:\d|restreinte)|\d{1,3} min(?:utes)? de lecture",
        examples=("Temps de Lecture 4 min.", "Lecture 3 min.", "5 min de lecture"),
        never=("Lecture pour tous",),
        seen="Le Monde since 2017, Le Figaro, Le Point",
    ),
    Label(
        name="subscription",
        pattern=r"Il vous reste \d|Article réservé|Réservé à nos|(?:S'abonner|Abonnez-vous"
        r"|S'inscrire|Se connecter|Connexion|Identifiez-vous|Créer un compte)\b",
        examples=("Article réservé à nos abonnés", "Se connecter", "S’abonner dès 5,49 €/mois"),
        never=("Subscribers only",),
        seen="Papers with subscribers, since 2012",
    ),
    Label(
        name="related",
        pattern=r"(?:À |A )?(?:Lire|Voir|Écouter|Ecouter|lire|voir)(?: aussi| également)? ?[:|]"
        r"|(?:À lire|A lire|Lire) aussi|Sur le même sujet|Les plus lus",
        examples=("Lire aussi : Le pont", "À lire aussi", "Sur le même sujet"),
        never=("Lire en français",),
        seen="Most papers, every year",
    ),
    Label(
        name="buttons",
        pattern=r"(?:Partager|Imprimer|Rechercher?|Envoyer par|Recommander|Commenter"
        r"|Ajouter aux favoris|Ajouter à vos sélections|Réagir|Recherche)\b",
        examples=("Partager sur Facebook", "Imprimer", "Envoyer par e-mail"),
        never=("Share",),
        seen="Most papers, every year",
    ),
    Label(
        name="footer",
        pattern=r"(?:Mentions légales|Conditions générales|Politique de confidentialité"
        r"|Données personnelles|Gestion des cookies|Qui sommes-nous|Aide \(FAQ\)|Suivez|Suivre)\b",
        examples=("Mentions légales", "Suivez Le Monde"),
        never=("Legal notice",),
        seen="Most papers, every year",
    ),
)
"""Labels of pages in French."""
ENGLISH: Final = (
    Label(
        name="date",
        pattern=r"(?:Published|Updated|Last updated|Modified|Posted) (?:on|at|today|yesterday)\b",
        examples=("Published on May 2, 2024, at 8:00 am (Paris)", "Updated at 9:03 am"),
        never=("Published by Faber, the novel",),
        seen="Le Monde in English, since 2022",
    ),
    Label(
        name="byline",
        pattern=r"(?:By|Interview by) (?=[A-ZÀ-Ý][^\W\d_]+(?: [A-ZÀ-Ý]|$))"
        r"|{house} with AFP",
        examples=("By Lise Amont", "Interview by Hugo Tour", "Le Monde with AFP"),
        never=("By the time they came",),
        seen="Le Monde in English, since 2022",
    ),
    Label(
        name="reading time",
        pattern=r"(?:Time to |Reading time )|\d{1,3} min(?:ute)?s? read",
        examples=("2 min read", "Time to 4 min."),
        never=("2 min de lecture",),
        seen="Le Monde in English, since 2022",
    ),
    Label(
        name="subscription",
        pattern=r"You have \d|Subscribers only|(?:Sign in|Log in|Subscribe|Create an account)\b",
        examples=("You have 57.12% of this article left to read.", "Subscribers only", "Sign in"),
        never=("Se connecter",),
        seen="Le Monde in English, since 2022",
    ),
    Label(
        name="buttons",
        pattern=r"Share (?:on|by|via|this)\b|Share$|Search$|Print$",
        examples=("Share on Facebook", "Share"),
        never=("Share prices fell", "Partager"),
        seen="Le Monde in English, since 2022",
    ),
    Label(
        name="footer",
        pattern=r"(?:Legal notice|Privacy policy|Terms (?:of|and)|Cookie settings|About us"
        r"|Follow)\b",
        examples=("Privacy policy", "Follow Le Monde"),
        never=("Mentions légales",),
        seen="Le Monde in English, since 2022",
    ),
)
"""Labels of pages in English."""
PUBLISHER: Final = (
    Label(
        name="signature",
        pattern=r"(?:Par )?{house} (?:avec|with|et|and) (?:l')?[A-Z]{2}",
        examples=("Le Monde avec AFP", "Le Monde with AFP", "Par Le Parisien avec AFP"),
        never=("Le Monde avec Ana Gil",),
        seen="Le Monde, 20 Minutes and Le Parisien, since 2010",
    ),
    Label(
        name="dateline",
        pattern=r"{house}(?: ?\||,? le) ?\d",
        examples=("LE MONDE | 13.05.2014 à 11h04", "Le Monde le 26 février à 23h28"),
        never=("Le Monde | Culture",),
        seen="Le Monde until 2018, posts of its live blogs until 2021",
    ),
    Label(
        name="menu",
        pattern=r"(?:Suivez|Suivre|SUIVRE|Follow|Contacter|Services|Les services|Partenaires"
        r"|Boutique|Librairie|Dossiers|Informations légales|Déjà abonné au journal|Charte"
        r"|Déjà inscrit sur"
        r"|Vous pouvez lire|Avis de décès dans|Vous n'êtes pas inscrit sur|Découvrir|Expérience"
        r"|(?:La rédaction|L'écosystème|J'accepte de recevoir les newsletters) de) {house}(?!\w)",
        examples=(
            "Suivez Le Monde",
            "Vous pouvez lire Le Monde sur un seul appareil à la fois",
            "SUIVRE L'OBS",
            "J'accepte de recevoir les newsletters de La Tribune",
        ),
        never=("Télérama", "Suivez le monde", "Les lecteurs de La Croix"),
        seen="Menus and footers of Le Monde since 2009, La Croix, La Tribune, L'Obs",
    ),
    Label(
        name="brand",
        pattern=r"{house} (?:Services|Store|Stories|Events|Evènements|évènements|Festival|& Vous"
        r"|numérique|Média|Media|Podcast|in English|Immobilier|Live)\b",
        examples=("Le Point Services", "Le Monde in English", "Le Figaro Store"),
        never=("La Vie des autres", "Le Monde diplomatique"),
        seen="Footers of Le Monde, Le Figaro and Le Point, since 2015",
    ),
    Label(
        name="home",
        pattern=r"{house} - (?:retour à la une|Site)|#(?:[\w ]{0,60} )?{house}(?: ?[:|»-]|$)",
        examples=("Le Monde - retour à la une", "#Le Monde.fr : Économie"),
        never=("Le Monde - Afrique",),
        seen="The logo of Le Monde since 2018; feeds, listed above a page by the browser lynx",
    ),
    Label(
        name="copyright",
        pattern=r"(?:©|\(c\)|Copyright|Tous droits réservés)(?: ?©| ?Copyright)?[ \d-]{0,12}{house}"
        r"(?!\w)",
        examples=(
            "© Le Monde.fr",
            "Copyright © 2014 Le Figaro",
            "Tous droits réservés - Les Echos",
        ),
        never=("© AFP",),
        seen="Footers of Le Monde, 20 Minutes, Le Parisien and Les Échos",
    ),
)
"""Labels that name the newspaper."""
BYLINE: Final = Label(
    name="byline",
    pattern=r"(?:Par )?{house}$",
    examples=("Le Monde", "Par L'Obs"),
    never=("Ana Gil", "Le Monde des autres"),
    seen="Le Monde, Courrier international and L'Obs, every year",
)
"""The newspaper's signature. It is only used in the position of a byline, since menus also list
other papers."""
