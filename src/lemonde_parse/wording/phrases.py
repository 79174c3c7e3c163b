"""The phrases of newspapers, French and English: lines that are recognised by their words.

Each row is a `Phrase`, used for pages and plain text alike. To add one, write it under its kind,
with examples, similar prose that must not match, and its sources. `tests/test_phrases.py`
checks every example, every `never` and every alternative of the pattern.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import field, frozen

from lemonde_parse.sites import HOUSE_NAMES, HOUSE_PATTERN

PhraseKind = Literal[
    "account",
    "advertisement",
    "author",
    "badge",
    "below",
    "beside",
    "boilerplate",
    "button",
    "byline",
    "comments",
    "dateline",
    "description",
    "end",
    "genre",
    "home",
    "label",
    "metadata",
    "network",
    "newsletter",
    "newspaper",
    "notice",
    "paywall",
    "promotion",
    "related",
    "share",
    "status",
    "target",
]

KINDS: Final[dict[PhraseKind, str]] = {
    "account": "An invitation to log in or another line of a page's menu; in a text, it shows that "
    "the text is an entire page.",
    "advertisement": "A line above or next to an advertisement, or the name of a sponsor.",
    "author": "A line of the box about the author, which is below the article.",
    "badge": "A mark next to a link to an article for subscribers.",
    "below": "The title of tags, lists or forms below an article, if no prose follows it.",
    "beside": "The heading of a box that may be below an article or between its paragraphs.",
    "boilerplate": "Any other line of the site, such as a notice about cookies or shared accounts.",
    "button": "A button on its own line, such as the last line of an advertising box.",
    "byline": "A byline without a name: a job title, or “Collectif”.",
    "comments": "A line of the comments section, or an invitation to comment.",
    "dateline": "The line with the date of publication or of a change.",
    "description": "A description of the newspaper, used in metadata instead of the article's own.",
    "end": "A line that only appears below an article; in a text, the article may end above it.",
    "genre": "The name of a genre, printed as the kicker above a headline.",
    "home": "The front page, as the first item of a breadcrumb.",
    "label": "The label of a related link, recognised even without a link: “Lire aussi :”.",
    "metadata": "A fact about the page: reading time, a link to a translation, address, copyright.",
    "network": "A social network or “E-mail” as a share button; in prose, an ordinary word.",
    "newsletter": "An invitation to subscribe to a newsletter, or a note that a text is from one.",
    "newspaper": "A newspaper's name, domain or newsroom, or a supplement, as in a byline without "
    "authors.",
    "notice": "A note that the text is cut off here, which shows that the article is truncated.",
    "paywall": "Any other line of a paywall; it does not show that the article is truncated.",
    "promotion": "The title or text of a box that advertises the newspaper's own products.",
    "related": "A label before a link to another article; without a link, it might be prose.",
    "share": "A button to share, save, print or gift the article, or an explanation of one.",
    "status": "A label above the text for articles that only subscribers can read.",
    "target": "A label without a verb, such as “Portrait :”, with only a link after it.",
}
"""Descriptions of the lines that each kind of phrase matches."""

Match = Literal["whole", "prefix", "search"]
"""How a phrase matches a line: as the whole line, as its start, or anywhere in it. A phrase found
inside a longer line is cut out of it."""


@frozen
class Phrase:
    """A row of the table: the words of a line, with all their variants."""

    kind: PhraseKind
    slug: str
    """A short name, unique within the kind."""
    pattern: str
    """A regular expression without capturing groups or unbounded repeats. Accents are optional; a
    space or an apostrophe matches every variant."""
    examples: tuple[str, ...] = field(kw_only=True)
    """Lines that match: at least one for each alternative of the pattern."""
    never: tuple[str, ...] = field(kw_only=True, default=())
    """Similar prose that must not match."""
    seen: str = field(kw_only=True)
    """Where the line was seen: parts of pages, papers, years."""
    match: Match = field(kw_only=True, default="whole")

    @property
    def name(self) -> str:
        """The kind and the slug, ``"paywall.subscriber"``; the `rule` of a removal."""
        return f"{self.kind}.{self.slug}"


# The grammar of labels: editors combine verbs and nouns freely.
_VERB: Final = (
    r"(?:\(?(?:Re)?\)?-?[Ll]ire|[Rr]elire|À lire|À (?:re)?(?:voir|écouter|regarder|découvrir)|"
    r"[Rr]?[Ee]?[Vv]oir|(?:É|é)couter|[Rr]egarder|[Ss]uiv(?:re|ez)|[Rr]etrouve[rz]|"
    r"[Rr]eviv(?:re|ez)|[Dd]écouvr(?:ir|ez)|[Ll]isez|[Cc]onsulte[rz]|[Rr]etour sur|"
    r"[Rr]ead|[Ww]atch|[Ll]isten|[Ss]ee)"
)
_PLAIN: Final = (
    r"(?:Lire|Relire|À lire|Voir|Revoir|À voir|Écouter|Regarder|Suivre|Suivez|Retrouver|Retrouvez|"
    r"Revivre|Revivez|Découvrir|Découvrez|Lisez|Consulter|Consultez|Read|Watch|Listen)"
)
_ADVERB: Final = r"(?: ?(?:aussi|également|encore|also|more|to)){0,3}"
_TOO: Final = r"(?:aussi|également|encore|also|more)"
_NOUN: Final = (
    r"(?:éditorial|tribunes?|entretiens?|interviews?|explications?|directs?|lives?|enquêtes?|"
    r"récits?|reportages?|portraits?|décryptages?|analyses?|chroniques?|critiques?|factuels?|"
    r"faits|témoignages?|archives?|réactions?|suite|compte[- ]rendus?|dossiers?|éclairages?|"
    r"grands? formats?|infographies?|cartes?|vidéos?|portfolios?|diaporamas?|podcasts?|"
    r"épisodes?|séries?|articles?|nécrologies?|billets?|vérifications?|fact-checkings?|"
    r"mise au point|synthèse|point de vue|rencontre|essai|"
    r"story|stories|interview|analysis|editorial|op-ed|column|coverage|explainer|report|review|"
    r"investigation|live|obituary)"
)
_DETERMINER: Final = (
    r"(?:l'|la |le |les |notre |nos |tous |toutes |un |une |cet |cette |ce |son |sa |"
    r"our |the |this )"
)
_TARGET: Final = (
    rf" (?:{_DETERMINER}){{0,3}}"
    r"(?:grand |grande |premier |première |dernier |dernière |live |full )?"
    rf"{_NOUN}(?: [^|:.!?]{{1,60}})?"
)
_YEAR: Final = r"(?: ?\((?:archive de )?\d{4}\)| \d{4})?"
RELATED_LABEL: Final = rf"{_VERB}{_ADVERB}(?:{_TARGET})?{_YEAR}"
_TITLED: Final = (
    r"(?:Éditorial|Tribune|Entretien|Interview|Explications|Enquête|Récit|Reportage|Portrait|"
    r"Décryptage|Analyse|Chronique|Critique|Infographie|Carte|Vidéo|Portfolio|Diaporama|Podcast|"
    r"Quiz|Blog|Compte[- ]rendu|Archive|Témoignages?)"
)


_ISSUE: Final = r"Daté du (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) [^,.]{1,60}\Z"
"""An issue of the printed newspaper; in prose, "daté" may describe a manuscript or a decree."""
_SIGN_UP: Final = r"(?:(?:abonn|inscriv)ez-vous|recevez|découvrez|retrouvez|suivez|téléchargez)"
# "Publié le 3 mai, le rapport …": a sentence that starts with a date, up to its subject.
_SUBJECT: Final = (
    r".{0,80}, (?:l'|(?:la|les?|une?|ce|cette|son|sa|ses|on|ils?|elles?|"
    r"the|an?|his|her|its|their|this|it|s?he|they) )"
)
_NO_SENTENCE: Final = r"(?!,| (?:[a-z]|à |é|ê))"
"""Not followed by a comma or a lower-case letter."""
# The rest of a line that starts with a notice: its end, a button, or the text of the paywall.
_WALL: Final = (
    r"(?=\Z|[A-Z]| (?:Déjà|Se connecter|S'abonner|S'inscrire|Abonnez|Je m'abonne|Inscri|Identifi|"
    r"Connect|Profitez|Accéd|Découvr|Soutenez|Test|Offre|Choisi|Envie|Il vous reste|Les articles|"
    r"À partir|Pour (?:lire|accéder|continuer|poursuivre)|Vous (?:avez|êtes|pouvez)|Already|"
    r"Subscribe))"
)

NETWORK: Final = (
    r"(?:Twitter|X|Facebook|Messenger|Whats[Aa]pp|Linked[Ii]n|Bluesky|Pinterest|Flipboard|"
    r"Google ?\+|Instagram|Telegram|Threads|Reddit)"
)
"""Names of social networks on buttons and in profiles."""
_SHARE: Final = (
    rf"(?:Partager(?: sur {NETWORK})?|Envoyer par e-mail|Copier le lien|Offrir l'article|Imprimer|"
    rf"Ajouter à vos sélections|Lire plus tard|Share(?: on {NETWORK})?|Share by email|Copy link)"
)
"""One button of a share bar, for patterns that match several buttons on one line."""

LABEL_SIGNS: Final = " \u00a0\u202f>→›»•·*►▶👉-–—"
"""The characters that editors put around a label."""
LABEL_BEGINNING: Final = (
    rf"(?:{_VERB}|\(?Pour (?:aller plus|en savoir) |Sur le même |Et aussi|Nos |Notre |"
    r"La rédaction vous |Ailleurs)"
)
"""The start of every label, after any `LABEL_SIGNS`."""
BADGE_STEMS: Final = ("abonn", "Subscriber")
"""Every line with a badge contains one of these."""

_PAPER_NAME: Final = r"(?:L[ea]s? |L')[A-ZÉÈÎ][\w'-]{1,20}(?: [\w'-]{1,20}){0,3}(?:\.(?:fr|com))?"
_FULL_DAY: Final = (
    r"(?:[a-z]{5,8} )?\d{1,2}(?:er)?(?: [a-zéû]{3,9} \d{4}|[./-]\d{2}[./-](?:\d{4}|\d{2}))"
)

PHRASES: Final[tuple[Phrase, ...]] = (
    # related
    Phrase(
        "related",
        "verb",
        RELATED_LABEL + r" ?[:|]?",
        examples=(
            "Lire aussi :",
            "Lire aussi l'éditorial du « Monde » |",
            "Lire l'enquête |",
            "Lire nos explications :",
            "Suivre notre direct :",
            "Écouter aussi",
            "A lire aussi :",
            "Lire l’archive (1998) :",
            "Read more",
        ),
        never=(
            "Lire est un plaisir",
            "Lire, c’est partir",
            "Lire le journal",
            "Lire aussi vite que possible",
            "Lire l’entretien suffit à comprendre, dit-elle.",
            "Lire la tribune ? Elle n’y songe pas.",
            "A lire d’urgence",
            "Relire Proust",
            "Voir la mer",
            "Suivez mon regard",
            "Retour sur terre",
            "Read the room",
            "See you soon",
        ),
        seen="p.lire 2012–18; span.catcher__title since 2018; pastes; other French papers; the "
        "English edition",
    ),
    Phrase(
        "related",
        "own-words",
        rf"{_VERB}{_ADVERB} (?!{_TOO}|ci-)"
        r"(?:[^|:.!?A-Z][^|:.!?]{0,80} ?[:|]|[^|:.!?]{1,80} ?\|)",
        examples=("Lire les bonnes feuilles :", "Lire Proust aujourd’hui |"),
        never=(
            "Lire les bonnes feuilles",
            "Lire Proust :",
            "Lire d’abord. Écrire ensuite :",
            "Retrouvez ci-dessous la date du vote :",
        ),
        seen="labels in an editor's own words, 2018–26",
    ),
    Phrase(
        "related",
        "also-a-genre",
        rf"(?:{_PLAIN}|See) {_TOO}\. {_TITLED}\.?",
        examples=("Lire aussi. Portrait.", "Voir aussi. Vidéo"),
        never=("Lire. Portrait.", "Lire aussi. Portraits."),
        seen="long-form articles, 2019",
    ),
    Phrase(
        "related",
        "further",
        r"\(?Pour (?:aller plus loin|en savoir plus) ?[:|]?",
        examples=("Pour aller plus loin :", "(Pour en savoir plus :"),
        never=(
            "Pour aller plus loin, il faut un bateau.",
            "Pour en savoir plus, elle a appelé le maire.",
        ),
        seen="blogs, 2020",
    ),
    Phrase(
        "related",
        "same-subject",
        r"Sur le même (?:sujet|thème) ?[:|]?",
        examples=("Sur le même sujet", "Sur le même thème :"),
        never=("Sur le même bateau", "Sur le même sujet, elle se tait."),
        seen="aside.meme_sujet, 2012–18",
    ),
    Phrase(
        "related",
        "our",
        r"(?:Nos|Notre) (?:\w{1,30} ){1,3}[:|]",
        examples=("Notre dossier :", "Nos grandes enquêtes |"),
        never=("Nos amis", "Notre père", "Notre dossier"),
        seen="bold lines of 2015",
    ),
    Phrase(
        "related",
        "and-also",
        r"Et aussi ?[:|]",
        examples=("Et aussi :", "Et aussi |"),
        never=("Et aussi le silence",),
        seen="second links in boxes, 2012–18",
    ),
    Phrase(
        "related",
        "full-stop",
        rf"{_PLAIN}(?: {_TOO})?\.",
        examples=("À lire.", "Lire aussi.", "A voir également."),
        never=("Lire. Écrire.", "À lire d’abord.", "Lire longtemps."),
        seen="at the ends of paragraphs and on separate lines, other papers, 2013–22",
    ),
    Phrase(
        "related",
        "elsewhere",
        r"(?:À lire )?[Aa]illeurs(?: sur le [Ww]eb)? ?:",
        examples=("Ailleurs :", "À lire ailleurs :", "Ailleurs sur le Web :"),
        never=("Ailleurs", "Ailleurs, il pleut :", "Ailleurs en Europe :"),
        seen="other papers, 2013–19",
    ),
    # label
    Phrase(
        "label",
        "also",
        rf"(?:{_PLAIN}|See) {_TOO}{_YEAR} ?[:|]?",
        examples=("Lire aussi", "Voir également :", "See also", "Lire aussi (archive de 2012) :"),
        never=("Lire aussi longtemps lui plaît.", "Lire aussi vite que possible", "Seen also"),
        seen="reposts",
    ),
    Phrase(
        "label",
        "noun",
        rf"{_PLAIN}(?: {_TOO})?{_TARGET}{_YEAR} ?[:|]",
        examples=("Lire l'entretien :", "Voir aussi notre infographie |"),
        never=("Lire l’entretien", "Lire l’entretien suffit à comprendre, dit-elle."),
        seen="reposts",
    ),
    Phrase(
        "label",
        "also-own-words",
        rf"{_PLAIN} {_TOO} (?:{_DETERMINER}|sur |dans )[^|:.!?]{{1,60}} ?:",
        examples=("Lire aussi les bonnes feuilles :", "Lire aussi sur le port :"),
        never=("Lire les bonnes feuilles :", "Lire aussi vite que possible :"),
        seen="reposts",
    ),
    Phrase(
        "label",
        "bar",
        rf"{_PLAIN} [^|:.!?]{{0,80}} ?\|",
        examples=("Lire aussi la lettre |", "Écouter le vent |"),
        never=("Écouter le vent",),
        seen="reposts of pages since 2025",
    ),
    Phrase(
        "label",
        "same-subject",
        r"Sur le même (?:sujet|thème) ?[:|]?|Pour (?:aller plus loin|en savoir plus) ?:",
        examples=("Sur le même sujet :", "Pour aller plus loin :"),
        never=(
            "Sur le même bateau",
            "Pour aller plus loin",
            "Pour aller plus loin, il faut un bateau.",
        ),
        seen="reposts",
    ),
    # target
    Phrase(
        "target",
        "noun",
        rf"(?:L'|Le |La |Les |Notre |Nos ){_NOUN} ?[:|]",
        examples=("Le récit :", "Nos analyses |"),
        never=("Le récit", "Le bateau :"),
        seen="p.lire and bold lines, 2012–18",
    ),
    Phrase(
        "target",
        "genre",
        rf"{_TITLED} ?[:|]",
        examples=("Portrait :", "Compte rendu |"),
        never=("Portrait", "Portrait robot :"),
        seen="p.lire and bold lines, 2012–18",
    ),
    Phrase(
        "target",
        "medium",
        r"En (?:images?|vidéos?|cartes?) ?[:|]",
        examples=("En images :", "En vidéo |"),
        never=("En images", "En mer :"),
        seen="p.lire and bold lines, 2012–18",
    ),
    # badge
    Phrase(
        "badge",
        "article",
        r"Article réservé (?:à nos|aux) abonnés",
        match="search",
        examples=("Article réservé à nos abonnés", "Article réservé aux abonnés"),
        never=("Un article réservé aux abonnés", "Article réservé aux abonnés du gaz"),
        seen="span.icon__premium, 2018–26",
    ),
    Phrase(
        "badge",
        "reserved",
        r"Réservé (?:à nos|aux) abonnés",
        match="search",
        examples=("Réservé aux abonnés", "Réservé à nos abonnés"),
        never=("Le parking est réservé aux abonnés",),
        seen="badges in the rule sets of reader programs",
    ),
    Phrase(
        "badge",
        "english",
        r"Subscribers only",
        match="search",
        examples=("Subscribers only",),
        never=("Subscribers only came on Monday.",),
        seen="English edition since 2022",
    ),
    # status
    Phrase(
        "status",
        "article",
        r"Article réservé aux abonnés",
        examples=("Article réservé aux abonnés",),
        never=("Article réservé aux abonnés du gaz", "Un article réservé aux abonnés"),
        seen="p.article__status, .ds-article-status, 2018–26",
    ),
    Phrase(
        "status",
        "english",
        r"Subscribers only",
        examples=("Subscribers only",),
        never=("Subscribers only came on Monday.",),
        seen="p.article__status of the English edition, since 2022",
    ),
    Phrase(
        "status",
        "content",
        r"Contenu réservé aux abonnés|Réservé aux abonnés|Abonnés?",
        examples=("Contenu réservé aux abonnés", "Réservé aux abonnés", "Abonnés", "Abonné"),
        never=("Abonnés et lecteurs", "Abonné au gaz", "Le parking est réservé aux abonnés"),
        seen="Les Echos, 2023; Le Nouvel Obs, 2025",
    ),
    Phrase(
        "status",
        "edition",
        r"Édition abonnés?|édition abonnés?",
        examples=("édition abonné", "Édition abonnés"),
        never=("Une édition pour abonnés",),
        seen="span.ea_article, 2012–18",
    ),
    # notice
    Phrase(
        "notice",
        "ask",
        r"Vous (?:voulez|souhaitez) lire la suite(?: de cet article)? ?\?",
        examples=(
            "Vous voulez lire la suite de cet article ?",
            "Vous souhaitez lire la suite ?",
        ),
        never=(
            "Vous voulez lire la suite ? Nous aussi.",
            "Vous voulez lire la suite de ce roman ?",
        ),
        seen="L’Obs, 2025",
    ),
    Phrase(
        "notice",
        "percent",
        r"Il vous reste \d{1,500}(?:[.,]\d{1,20})? ?% "
        r"(?:(?:de cet article|de l'article) à lire|à découvrir)\.?"
        r"(?: La suite est réservée (?:à nos|aux) abonnés\.?)?(?! [a-z])",
        match="prefix",
        examples=(
            "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
            "Il vous reste 57,09 % de cet article à lire",
            "Il vous reste 68% de l'article à lire",
            "Il vous reste 5\u00a0% de l’article à lire.",
            "Il vous reste 12 % à découvrir.",
            (
                "Il vous reste 57% de cet article à lire. "
                "La suite est réservée aux abonnés.Se connecter"
            ),
        ),
        never=(
            "Il vous reste du temps.",
            "Il vous reste 57 % des voix à compter.",
            "Il vous reste 20 % à découvrir de cette île, dit le marin.",
        ),
        seen='last paragraph of truncated pages, 2019–26; with "de l\'article", 2012–18',
    ),
    Phrase(
        "notice",
        "percent-english",
        r"You have \d{1,500}(?:\.\d{1,20})? ?% of this article left to read\.?"
        r"(?: The (?:rest|following) is (?:reserved )?for subscribers(?: only)?\.?)?(?! [a-z])",
        match="prefix",
        examples=(
            "You have 57.12% of this article left to read. The rest is for subscribers only.",
            "You have 5% of this article left to read.",
        ),
        never=(
            "You have 5% of this article left to read to the class.",
            "You have 5% of this book left.",
        ),
        seen="English edition since 2022",
    ),
    Phrase(
        "notice",
        "reserved",
        rf"La suite est réservée (?:à nos|aux) abonnés ?\.?{_WALL}",
        match="prefix",
        examples=(
            "La suite est réservée aux abonnés.",
            "La suite est réservée à nos abonnés",
            "La suite est réservée aux abonnés. Déjà abonné ?",
        ),
        never=(
            "La suite est réservée aux adultes.",
            "La suite est réservée aux abonnés du théâtre, prévient l’affiche.",
            "La suite est réservée aux abonnés. C’est écrit sur la porte du théâtre.",
        ),
        seen="section.paywall, 2018–23",
    ),
    Phrase(
        "notice",
        "protected",
        r"L'accès à la totalité de l'article est protégé",
        match="prefix",
        examples=(
            "L’accès à la totalité de l’article est protégé",
            "L’accès à la totalité de l’article est protégé Déjà abonné ? Identifiez-vous",
        ),
        never=("L’accès à la totalité du site est protégé par un mur.",),
        seen="#teaser_article, 2012–18",
    ),
    # paywall
    Phrase(
        "paywall",
        "reserved-content",
        r"Ce (?:contenu|service) est réservé aux (?:abonnés|inscrits)\.?",
        examples=(
            "Ce contenu est réservé aux inscrits",
            "Ce service est réservé aux abonnés.",
            "Ce contenu est réservé aux abonnés",
        ),
        never=("Ce service est réservé aux abonnés du gaz.",),
        seen="Les Échos, Le Point, 2016–23",
    ),
    Phrase(
        "paywall",
        "subscriber",
        r"Déjà abonnée? ?"
        r"(?:\?.{0,60}|(?:Se connecter|Connectez-vous|Identifiez-vous|au ?journal).{0,40})?",
        examples=("Déjà abonné ? Se connecter", "Déjà abonnée ?", "Déjà abonné au journal"),
        never=("Déjà abonné au gaz", "Déjà, il pleut.", "Déjà abonnés, ils hésitent."),
        seen="every paywall",
    ),
    Phrase(
        "paywall",
        "continue",
        r"Envie de lire la suite ?\?",
        match="prefix",
        examples=("Envie de lire la suite ?", "Envie de lire la suite ? Abonnez-vous"),
        never=("Envie de lire, de sortir", "Envie de lire la suite, il reprit le livre."),
        seen=".lmd-paywall, 2024–25",
    ),
    Phrase(
        "paywall",
        "price",
        r"Les articles ?(?:du Monde)? ?en intégralité ?à partir de",
        match="prefix",
        examples=(
            "Les articles en intégralité à partir de 7,99 €/mois",
            "Les articles du Monde en intégralité à partir de 5,99 €",
        ),
        never=("Les articles en intégralité sont rares.",),
        seen=".lmd-paywall, 2024–25",
    ),
    Phrase(
        "paywall",
        "call",
        r"Je m'abonne|S'abonner|Abonnez-vous(?: à partir de .{1,20})?",
        examples=("Je m’abonne", "S’abonner", "Abonnez-vous à partir de 1 €", "Abonnez-vous"),
        never=("Je m’abonne à tout", "S’abonner à la vie", "Abonnez-vous à ce qui vous plaît."),
        seen="every paywall; .lmd-paywall__cta",
    ),
    Phrase(
        "paywall",
        "free-week",
        r"Profitez d'une semaine offerte",
        match="prefix",
        examples=(
            "Profitez d’une semaine offerte",
            "Profitez d’une semaine offerte et accédez à tous nos contenus",
        ),
        never=("Profitez d’une semaine de pluie pour lire.",),
        seen="paywalls of 2022",
    ),
    Phrase(
        "paywall",
        "english",
        r"Subscribe (?:now to read the full story|to continue reading)",
        match="prefix",
        examples=("Subscribe now to read the full story.", "Subscribe to continue reading"),
        never=("Subscribe to nothing, he says.",),
        seen="English paywalls, 2025",
    ),
    Phrase(
        "paywall",
        "subscriber-english",
        r"Already a subscriber ?\?(?: (?:Sign|Log) in)?|The rest is for subscribers only\.?",
        examples=("Already a subscriber ? Sign in", "The rest is for subscribers only."),
        never=("Already a subscriber, she pays.", "The rest is for subscribers only to guess."),
        seen="English paywalls, since 2022",
    ),
    Phrase(
        "paywall",
        "card-expired",
        r"Your credit card has expired\.",
        match="prefix",
        examples=(
            "Your credit card has expired.",
            "Your credit card has expired. Update your payment information.",
        ),
        never=("Your credit card has expired, he said.",),
        seen="suspended accounts, 2025",
    ),
    Phrase(
        "paywall",
        "all-contents",
        r"Accéder à tous les contenus du Monde en illimité\.?",
        examples=("Accéder à tous les contenus du Monde en illimité.",),
        never=("Accéder à tous les contenus du Monde en illimité ne suffit pas.",),
        seen="paywalls of 2018",
    ),
    Phrase(
        "paywall",
        "support",
        r"(?:S'abonner, c'est soutenir|Soutenez) le journalisme d'investigation",
        match="prefix",
        examples=(
            "Soutenez le journalisme d’investigation",
            (
                "S’abonner, c’est soutenir le journalisme d’investigation "
                "et une rédaction indépendante."
            ),
        ),
        never=("Soutenez le journalisme local", "S’abonner, c’est soutenir un club."),
        seen="paywalls of 2018–20",
    ),
    Phrase(
        "paywall",
        "buy",
        r"Achetez cet article(?: \d[\d,.]{0,6} ?(?:€|euros?).{0,120})?",
        examples=("Achetez cet article", "Achetez cet article 2 €"),
        never=("Achetez cet article de cuir", "Achetez cet article 2 fois"),
        seen="#teaser_article, 2012–18",
    ),
    Phrase(
        "paywall",
        "article-reserved",
        r"Cet article est réservé (?:à nos|aux) abonnés\.?",
        examples=("Cet article est réservé aux abonnés.", "Cet article est réservé à nos abonnés"),
        never=("Cet article est réservé aux abonnés du musée.",),
        seen="paywalls of other papers",
    ),
    Phrase(
        "paywall",
        "edition",
        r"Découvrez l'édition abonnés",
        examples=("Découvrez l’édition abonnés",),
        never=("Découvrez l’édition abonnés de la revue, en deux volumes.",),
        seen="#teaser_article, 2012–18",
    ),
    Phrase(
        "paywall",
        "restricted",
        r"Lecture restreinte",
        examples=("Lecture restreinte",),
        never=("Lecture restreinte, liberté surveillée.",),
        seen="#js-capping-old-article, since 2023",
    ),
    Phrase(
        "paywall",
        "not-included",
        r"Votre abonnement n'autorise pas la lecture de cet article",
        examples=("Votre abonnement n’autorise pas la lecture de cet article",),
        never=("Votre abonnement n’autorise pas la lecture de cet article à voix haute.",),
        seen="#js-capping-old-article, since 2023",
    ),
    Phrase(
        "paywall",
        "sales",
        r"Pour plus d'informations, merci de contacter notre service commercial\.?",
        examples=("Pour plus d’informations, merci de contacter notre service commercial.",),
        never=("Pour plus d’informations, merci de contacter la mairie.",),
        seen="#js-capping-old-article, since 2023",
    ),
    Phrase(
        "paywall",
        "paused",
        r"(?:Le |La |Le ou la |Le/la |L'abonnée? )titulaire de votre abonnement a mis en pause",
        match="prefix",
        examples=(
            "Le titulaire de votre abonnement a mis en pause son abonnement",
            "La titulaire de votre abonnement a mis en pause l’abonnement pendant 1 mois",
        ),
        never=("Le titulaire de votre chaire a mis en pause ses cours.",),
        seen=".lmd-banners, 2025",
    ),
    Phrase(
        "paywall",
        "gift",
        r"Cet article vous est offert(?! [a-z])",
        match="prefix",
        examples=(
            "Cet article vous est offert",
            (
                "Cet article vous est offert "
                "Pour lire gratuitement cet article réservé aux abonnés, connectez-vous"
            ),
        ),
        never=("Cet article vous est offert en trois coloris.", "Cet article vous est dû."),
        seen="gift modal, since 2022",
    ),
    Phrase(
        "paywall",
        "gift-login",
        r"Pour lire gratuitement cet article réservé aux abonnés, connectez-vous",
        match="prefix",
        examples=("Pour lire gratuitement cet article réservé aux abonnés, connectez-vous",),
        never=("Pour lire gratuitement cet article, elle va au café.",),
        seen="gift modal, since 2022",
    ),
    Phrase(
        "paywall",
        "not-registered",
        r"Vous n'êtes pas inscrite? sur Le Monde ?\?",
        match="prefix",
        examples=(
            "Vous n’êtes pas inscrit sur Le Monde ?",
            "Vous n’êtes pas inscrite sur Le Monde ? Inscrivez-vous gratuitement",
        ),
        never=("Vous n’êtes pas inscrit sur les listes ?",),
        seen="gift modal, since 2022",
    ),
    Phrase(
        "paywall",
        "register",
        r"Inscrivez-vous gratuitement",
        examples=("Inscrivez-vous gratuitement",),
        never=("Inscrivez-vous gratuitement au club de voile.",),
        seen="gift modal, since 2022",
    ),
    # account
    Phrase(
        "account",
        "login",
        r"(?:Se connecter ?){1,2}(?:S'abonner.{0,40})?|S'abonner(?: dès .{1,20})?|"
        r"S'abonner au Monde à partir de .{1,20}",
        examples=(
            "Se connecter S’abonner",
            "Se connecter",
            "S’abonner dès 1 €",
            "S’abonner au Monde à partir de 1 €",
        ),
        never=("Se connecter au réseau", "S’abonner à la vie"),
        seen="menus since 2012",
    ),
    Phrase(
        "account",
        "login-english",
        r"(?:Sign in ?){1,2}(?:Subscribe.{0,40})?",
        examples=("Sign in Subscribe", "Sign in"),
        never=("Sign in the sand",),
        seen="menus of the English edition",
    ),
    Phrase(
        "account",
        "logo",
        r"Le Monde - retour à la une.{0,80}",
        examples=("Le Monde - retour à la une", "Le Monde - retour à la une Se connecter"),
        never=("Le Monde à la une",),
        seen="the logo's label for screen readers, since 2018",
    ),
    Phrase(
        "account",
        "skip",
        r"Aller (?:directement )?au contenu(?: principal)?|Skip to (?:main )?content",
        examples=("Aller au contenu principal", "Skip to content"),
        never=("Aller au contenu des choses", "Skip to content yourself"),
        seen="first line of blogs",
    ),
    Phrase(
        "metadata",
        "print-address",
        r"(?:Adresse de (?:cet |l')article|"
        r"URL (?:de (?:cet |l')article|source)|URL to article|Source URL|"
        r"Article (?:imprimé (?:depuis|à partir de)|printed from) [^:]{1,60}) ?: ?https?://\S{1,300}",
        examples=(
            "Adresse de cet article : https://gazette.example/bac",
            "URL de l’article : https://gazette.example/bac",
            "URL source: https://gazette.example/bac",
            "URL to article: https://gazette.example/bac",
            "Source URL: https://gazette.example/bac",
            "Article imprimé à partir de La Vigie : https://vigie.example",
            "Article printed from La Vigie: https://vigie.example",
        ),
        never=(
            "Adresse de cet article : la même que celle de la veille.",
            "L’adresse de l’article : https://gazette.example/bac a changé trois fois.",
        ),
        seen="print views: Drupal’s Print, WP-Print, papers’ own",
    ),
    Phrase(
        "metadata",
        "print-issue",
        r"Article paru (?:dans (?:l'édition|[A-ZÉÈÎ][\w' -]{2,40}?(?:, édition)?),? (?:daté )?"
        rf"(?:du|le) |le ){_FULL_DAY}\.?|ARTICLE PARU DANS L'ÉDITION DU {_FULL_DAY}\.?",
        examples=(
            "Article paru dans l'édition du 15.09.05",
            "ARTICLE PARU DANS L'EDITION DU 15.09.05",
            "Article paru dans l’édition du jeudi 15 septembre 2005.",
            "Article paru dans La Gazette du 1er septembre 2005",
            "Article paru dans La Gazette, édition du 15/09/2005",
            "Article paru dans Sud et Ouest du 3 mai 2005",
            "Article paru le 15 septembre 2005",
        ),
        never=(
            "Article paru dans l’édition du matin",
            "Un article paru dans La Gazette du 15 septembre 2005 disait le contraire.",
            "Article paru dans La Gazette du 15 septembre 2005 et démenti le lendemain.",
        ),
        seen="print views of Le Monde, 2003–09, and of other papers",
    ),
    Phrase(
        "boilerplate",
        "all-rights",
        r"(?:©|Copyright)[^.!?]{1,80}[.,] "
        r"(?:All rights reserved|Tous droits(?: [^.!?]{1,60})? réservés)\b",
        match="prefix",
        examples=(
            "Copyright 2013 La Vigie. All rights reserved. This material may not be published.",
            "© 2013 La Vigie, Tous droits de reproduction réservés.",
            "© La Vigie. Tous droits réservés",
        ),
        never=(
            "Copyright et droits voisins, dit-il, sont tous réservés.",
            "Tous droits réservés, c’est le titre du livre.",
        ),
        seen="last lines of agency texts, every year",
    ),
    Phrase(
        "metadata",
        "copyright",
        rf"(?:© ?|Copyright (?:© )?)(?:\d{{4}} )?{_PAPER_NAME}"
        r"(?:,? (?:\d{4}|tous droits réservés))?\.?",
        examples=(
            "© La Gazette",
            "©Le Monde.fr",
            "© 2005 Les Échos, tous droits réservés.",
            "Copyright © L’Écho 2012",
        ),
        never=(
            "© La Gazette / Lise Amont",
            "© Lise Amont",
            "© La Gazette veille sur ses droits, et le dit en bas de page.",
        ),
        seen="last line of print views, 2000–15",
    ),
    Phrase(
        "metadata",
        "video",
        r"Durée ?: ?\d{1,2}(?::\d{2}){1,2}(?: {1,2}\|)?|Consultez la chaîne \w{1,30}",
        examples=("Durée : 02:05", "Durée : 1:02:05 |", "Consultez la chaîne Vidéos"),
        never=("Durée : deux heures", "Consultez la chaîne de montagnes à l’horizon."),
        seen="video pages, 2016",
    ),
    # comments
    Phrase(
        "comments",
        "space",
        r"L'espace des contributions est réservé aux abonnés",
        match="prefix",
        examples=(
            "L’espace des contributions est réservé aux abonnés.",
            "L’espace des contributions est réservé aux abonnés. Abonnez-vous pour y accéder",
        ),
        never=("L’espace des contributions est réservé aux élèves.",),
        seen=".article__reactions, since 2020",
    ),
    Phrase(
        "comments",
        "join",
        r"Abonnez-vous pour accéder à cet espace d'échange",
        match="prefix",
        examples=(
            "Abonnez-vous pour accéder à cet espace d’échange et contribuer à la discussion.",
            "Abonnez-vous pour accéder à cet espace d’échange",
        ),
        never=("Abonnez-vous pour accéder à la piscine.",),
        seen=".article__reactions, since 2020",
    ),
    Phrase(
        "comments",
        "buttons",
        r"Voir les contributions|Contribuer(?: Réutiliser ce contenu)?",
        examples=("Voir les contributions", "Contribuer", "Contribuer Réutiliser ce contenu"),
        never=(
            "Voir les contributions de chacun permet de mesurer le chemin.",
            "Contribuer à la fête",
        ),
        seen=".article__reactions, since 2020",
    ),
    Phrase(
        "comments",
        "title",
        r"Commentaires?|\d{1,5} (?:[Cc]ommentaires?|contributions?|réactions?)|Commentez|"
        r"(?:Voir (?:tous )?|Tous )les commentaires(?: \(\d{1,5}\))?",
        examples=(
            "Commentaires",
            "10 Commentaires",
            "1 commentaire",
            "0 contribution",
            "3 réactions",
            "Commentez",
            "Voir les commentaires",
            "Voir tous les commentaires",
            "Tous les commentaires (12)",
        ),
        never=("Commentaires acides", "3 réactions en chaîne", "Tous les commentaires se valent."),
        seen="titles of comment sections in other papers, 2010–25",
    ),
    Phrase(
        "comments",
        "all",
        r"Réagissez ou consultez l'ensemble des commentaires",
        examples=("Réagissez ou consultez l’ensemble des commentaires",),
        never=("Réagissez ou consultez l’ensemble des commentaires de texte.",),
        seen=".article__comments, 2018",
    ),
    Phrase(
        "comments",
        "closed",
        r"Les commentaires sont fermés\.?|Comments are closed\.?",
        examples=("Les commentaires sont fermés.", "Comments are closed."),
        never=("Les commentaires sont fermés à la nuance.", "Comments are closed to no one."),
        seen="blogs, 2008–19",
    ),
    Phrase(
        "comments",
        "actions",
        r"Commenter(?: Réagir)?|Signaler(?: un abus| ce contenu(?: comme inapproprié)?)?|"
        r"Répondre|Réagir|(?:Aucun|\d{1,5}) commentaires?",
        examples=(
            "Commenter",
            "Commenter Réagir",
            "Signaler un abus",
            "Signaler ce contenu comme inapproprié",
            "Répondre",
            "Réagir",
            "12 commentaires",
        ),
        never=(
            "Commenter et réagir",
            "Répondre à tous",
            "Signaler sa présence",
            "Signaler ce contenu comme inapproprié à la police",
            "Aucun commentaire n’est venu.",
        ),
        seen="comments of 8 papers, 2005–25; blogs of Le Monde, 2012–18",
    ),
    # share
    Phrase(
        "share",
        "network",
        rf"(?:\d{{1,6}} )?Partage(?:r|z)?(?: cet article| désactivé| sur {NETWORK}| ?:)?",
        examples=(
            "Partager sur Facebook",
            "Partager sur Google+",
            "Partager :",
            "0 Partager",
            "Partage désactivé",
            "Partagez cet article",
        ),
        never=("Partager le pain", "Partage des eaux", "Partager sur la place"),
        seen="share bars, every era",
    ),
    Phrase(
        "share",
        "send",
        r"(?:Partage désactivé )?Envoyer par (?:e-mail|mail|Mail)|Copier le lien|Lien copié|"
        r"(?:Imprimer|imprimer)(?: Fermer(?: la fenêtre)?)?",
        examples=(
            "Imprimer Fermer",
            "Imprimer Fermer la fenêtre",
            "Envoyer par e-mail",
            "Envoyer par Mail",
            "Partage désactivé Envoyer par e-mail",
            "Copier le lien",
            "Lien copié",
            "Imprimer",
            "imprimer",
        ),
        never=(
            "Envoyer par e-mail ses vœux",
            "Copier le lien social",
            "Imprimer des livres",
            "Imprimer, fermer",
        ),
        seen="share bars, since 2018; other papers; print views",
    ),
    Phrase(
        "share",
        "tools",
        r"(?:Imprime[rz]|Envoye[rz]|Recommande[rz]|Cite[rz]|Classe[rz]|Sauvegarde[rz]|Enregistre[rz]|"
        r"Commente[rz]|Réagi(?:r|ssez) à) (?:l'|cet )article"
        r"(?: (?:par (?:e-mail|mail)|sur votre blog|à un ami))?|"
        r"(?:Augmente[rz]|Diminue[rz]|Agrandi(?:r|ssez)|Rédui(?:re|sez)) la taille "
        r"(?:du texte|des caractères)|Retourne[rz] en haut de (?:la )?page|Haut de page",
        examples=(
            "Imprimez cet article",
            "Envoyez cet article par e-mail",
            "Envoyer l’article à un ami",
            "Recommandez cet article",
            "Citez cet article sur votre blog",
            "Classez cet article",
            "Sauvegarder l’article",
            "Enregistrer cet article",
            "Commenter cet article",
            "Réagissez à cet article",
            "Augmentez la taille du texte",
            "Diminuer la taille des caractères",
            "Agrandir la taille du texte",
            "Réduire la taille du texte",
            "Retournez en haut de la page",
            "Haut de page",
        ),
        never=(
            "Réagissez à cet article de foi",
            "Citez cet article de la Constitution",
            "Réduire la taille des caractères de plomb",
            "Retourner en haut de la pagerie",
            "Haut de page tournée",
        ),
        seen="tools next to articles of Le Monde, 2005–09; 20 Minutes, 2016–22",
    ),
    Phrase(
        "share",
        "page",
        r"Partager (?:: )?(?:cette page|l'article) sur les réseaux sociaux|"
        r"Le lien vers la page a été copié|Recommander",
        examples=(
            "Partager cette page sur les réseaux sociaux",
            "Partager : l’article sur les réseaux sociaux",
            "Le lien vers la page a été copié",
            "Recommander",
        ),
        never=("Recommander un livre", "Partager cette page sur les réseaux, c’est peu."),
        seen="share bars: franceinfo, Mediapart, Le Figaro, Ouest-France, 2013–25",
    ),
    Phrase(
        "share",
        "counts",
        r"\d{1,6} (?:partages?|recommandés?)|\d{1,6} commentaires? \d{1,6} partages?",
        examples=("12 partages", "1 recommandé", "4 commentaires 31 partages"),
        never=("12 partages difficiles", "1 recommandé par jour"),
        seen="above articles: Mediapart, 20 Minutes, 2010–18",
    ),
    Phrase(
        "share",
        "favourite",
        r"Ajouter à mes favoris|L'article a été ajouté à vos favoris|Favori|Alerter|Google News|"
        r"Réagir ?Enregistrer ?Partager",
        examples=(
            "Ajouter à mes favoris",
            "L’article a été ajouté à vos favoris",
            "Favori",
            "Alerter",
            "Google News",
            "RéagirEnregistrerPartager",
        ),
        never=("Favori des sondages", "Alerter les pompiers", "Ajouter à mes favoris ce lieu"),
        seen="above articles: Le Point, Mediapart, Libération, 2015–25",
    ),
    Phrase(
        "share",
        "english",
        rf"Share(?: on {NETWORK})?|Share by email|Copy link",
        examples=("Share on Facebook", "Share", "Share by email", "Copy link"),
        never=("Share the bread", "Share by share", "Copy link by link"),
        seen="English edition",
    ),
    Phrase(
        "share",
        "tweet",
        r"Tweeter|Tweet|Pocket",
        examples=("Tweeter", "Tweet", "Pocket"),
        never=("Tweeter la nuit", "Tweet après tweet", "Pocket money"),
        seen="share bars, 2012–18; blogs",
    ),
    Phrase(
        "share",
        "follow-africa",
        r"Suivez Le Monde Afrique(?: .{1,40})?",
        examples=("Suivez Le Monde Afrique sur WhatsApp", "Suivez Le Monde Afrique"),
        never=("Suivez le monde, Afrique comprise",),
        seen="pages of Le Monde Afrique, 2015–18",
    ),
    Phrase(
        "share",
        "follow",
        r"Suivez[- ]nous(?: sur(?: ?:| (?:[A-Z]|les réseaux|notre ).{0,40}))?|"
        rf"Suivez notre page {NETWORK}",
        examples=(
            "Suivez notre page Facebook",
            "Suivez-nous sur WhatsApp",
            "Suivez-nous",
            "Suivez nous sur :",
        ),
        never=("Suivez-nous sur la lande.", "Suivez-nous, dit-il.", "Suivez notre page de près"),
        seen="share links, 2012–18",
    ),
    Phrase(
        "share",
        "save",
        r"(?:Ajouter à vos sélections ?){1,2}(?:Pour ajouter l'article .{0,200})?|"
        r"Ajouter aux favoris|Retirer de vos sélections|Lire plus tard",
        examples=(
            "Ajouter à vos sélections",
            (
                "Ajouter à vos sélections Ajouter à vos sélections "
                "Pour ajouter l’article à vos sélections identifiez-vous"
            ),
            "Ajouter aux favoris",
            "Retirer de vos sélections",
            "Lire plus tard",
        ),
        never=(
            "Ajouter à vos sélections du sel",
            "Ajouter aux favoris un outsider",
            "Lire plus tard encore",
        ),
        seen="favourite buttons, 2019–25",
    ),
    Phrase(
        "share",
        "save-login",
        r"Pour ajouter l'article à vos sélections",
        match="prefix",
        examples=(
            "Pour ajouter l’article à vos sélections identifiez-vous",
            "Pour ajouter l’article à vos sélections identifiez-vous Créer un compte",
        ),
        never=("Pour ajouter l’article défini, on accorde.",),
        seen="favourite buttons, 2019–25",
    ),
    Phrase(
        "share",
        "login",
        r"Vous possédez déjà un compte ?(?:\?(?: ?(?:Se connecter|Connectez|Identifiez).{0,60})?)?|"
        r"S'inscrire gratuitement|Créer un compte|Se connecter|identifiez-vous",
        examples=(
            "Vous possédez déjà un compte ? Se connecter",
            "S’inscrire gratuitement",
            "Créer un compte",
            "Se connecter",
            "identifiez-vous",
        ),
        never=(
            "Vous possédez déjà un compte épargne ? C’est gratuit.",
            "S’inscrire gratuitement au club",
            "Créer un compte courant",
            "Se connecter au réseau",
        ),
        seen="favourite buttons, 2019–25",
    ),
    Phrase(
        "share",
        "gift",
        r"Offrir (?:l'article|cet article|Le Monde)",
        examples=("Offrir l’article", "Offrir Le Monde"),
        never=("Offrir l’article de la mort", "Offrir le monde"),
        seen="gift buttons, since 2023",
    ),
    Phrase(
        "share",
        "save-help",
        r"Vos sélections|Ok, j'ai compris|"
        r"Ajouter un article à (?:\"|« )vos sélections(?:\"| ») pour le lire plus tard\..{0,160}",
        examples=(
            "Vos sélections",
            'Ajouter un article à "vos sélections" pour le lire plus tard.',
            "Ok, j’ai compris",
        ),
        never=("Vos sélections de vins", "Ok, j’ai compris la leçon."),
        seen="explanations of the favourite buttons, 2019–21",
    ),
    Phrase(
        "share",
        "reuse",
        r"Réutiliser ce contenu|Reuse this content",
        examples=("Réutiliser ce contenu", "Reuse this content"),
        never=("Réutiliser ce contenu demande un accord.", "Reuse this content wisely"),
        seen="links for the reuse of articles, since 2024",
    ),
    Phrase(
        "share",
        "glued",
        rf"(?:{_SHARE} ?){{2,12}}",
        examples=(
            "Partager sur FacebookEnvoyer par e-mail",
            "Share on X Copy link",
            "Imprimer Offrir l’article Lire plus tard",
        ),
        never=("Partager, imprimer, envoyer", "Imprimer des livres"),
        seen="share bars in pastes, since 2018",
    ),
    # newsletter
    Phrase(
        "newsletter",
        "call",
        r"Inscrivez-vous|S'inscrire|Recevoir|Recevez nos newsletters|DÉCOUVREZ LA NEWSLETTER|"
        r"Newsletters?",
        examples=(
            "Inscrivez-vous",
            "S’inscrire",
            "Recevoir",
            "Recevez nos newsletters",
            "DÉCOUVREZ LA NEWSLETTER",
            "Newsletter",
        ),
        never=(
            "Inscrivez-vous au bal",
            "S’inscrire à l’université",
            "Recevoir des amis",
            "Newsletter du club",
        ),
        seen="newsletter boxes, every era",
    ),
    Phrase(
        "newsletter",
        "daily",
        r"Tous les (?:jours|matins|soirs|(?:lun|mar|mercre|jeu|vendre|same)dis)"
        r"(?: à \d{1,2} ?h(?:\d{2})?|, recevez .{1,150})|"
        r"Recevez l'information analysée et décryptée par la rédaction.{0,40}|"
        r"Pour découvrir toutes nos autres newsletters, .{1,100}",
        examples=(
            "Tous les soirs à 18h",
            "Tous les vendredis à 16 h",
            "Tous les jours, recevez l’actualité du port par newsletter.",
            "Recevez l’information analysée et décryptée par la rédaction du Phare.",
            "Pour découvrir toutes nos autres newsletters, rendez-vous ici : Mon compte",
        ),
        never=("Tous les soirs à 18h, il ferme le phare.", "Tous les jours, il recevait."),
        seen="newsletter boxes: Le Point, franceinfo, 2015–25",
    ),
    Phrase(
        "newsletter",
        "miss-nothing",
        rf"Pour ne rien manquer de l'actualité[^,.]{{0,60}}(?:, ?{_SIGN_UP}.{{0,150}})?\.?",
        examples=(
            "Pour ne rien manquer de l’actualité économique",
            "Pour ne rien manquer de l’actualité africaine, abonnez-vous à la lettre.",
        ),
        never=("Pour ne rien manquer de l’actualité, il a trois radios.",),
        seen=".catcher--last, 2019",
    ),
    Phrase(
        "newsletter",
        "published-in",
        r"Cet article est paru dans "
        r"(?:(?:notre|la) newsletter(?: ?«? ?[^».]{1,60} ?»)?|« ?[^»]{1,60} ?»)(?:.{0,20}|"
        r".{0,20}(?:Si vous êtes abonnée? |Vous pouvez vous (?:y )?inscrire).{0,150})",
        examples=(
            "Cet article est paru dans notre newsletter « La lettre »",
            "Cet article est paru dans « La lettre ». Vous pouvez vous y inscrire ici.",
            (
                "Cet article est paru dans la newsletter « La lettre ». "
                "Si vous êtes abonné au Monde, inscrivez-vous."
            ),
        ),
        never=(
            "Cet article est paru dans une revue, qui le dit « décisif ».",
            "Cet article est paru dans « La Vigie » alors que personne ne l’attendait.",
        ),
        seen=".catcher--last, 2019",
    ),
    Phrase(
        "newsletter",
        "sign-up-here",
        r"Vous pouvez vous (?:y )?inscrire(?: ici)?\.?",
        examples=("Vous pouvez vous inscrire ici", "Vous pouvez vous y inscrire."),
        never=("Vous pouvez vous inscrire au bal.",),
        seen="notes on newsletters, since 2019",
    ),
    Phrase(
        "newsletter",
        "any-paper",
        r"(?:S'(?:abonner|inscrire)|(?:Abonn|Inscriv)ez-vous(?: gratuitement)?|"
        r"Je m'(?:abonne|inscris)|Recevez|Découvrez) (?:à |gratuitement )?"
        r"(?:la|notre|nos|les|cette) (?:newsletters?|infolettres?|lettres? d'information)"
        r"(?: [^.,;!?]{1,60})?[.!]?|"
        r"L'essentiel de l'actu(?:alité)?(?: [^.!?]{1,60})?, "
        r"(?:tous|chaque|dans) [^.!?]{1,60}[.!]?",
        examples=(
            "S’abonner à la newsletter",
            "S’inscrire à nos newsletters",
            "Abonnez-vous gratuitement à notre newsletter du matin !",
            "Inscrivez-vous à notre infolettre",
            "Je m’abonne à cette lettre d’information",
            "Je m’inscris à la newsletter",
            "Recevez gratuitement notre newsletter",
            "Découvrez nos newsletters",
            "L’essentiel de l’actualité, chaque soir",
            "L’essentiel de l’actu du port, dans votre boîte",
        ),
        never=(
            "Abonnez-vous à la newsletter du maire, dit-il, et lisez-la.",
            "Recevez les marins",
            "L’essentiel de l’actualité tient en une phrase.",
        ),
        seen="boxes of RTL, Numerama and Le Figaro, 2015–25",
    ),
    Phrase(
        "newsletter",
        "extract",
        r"Ce billet est extrait de l'infolettre",
        match="prefix",
        examples=(
            "Ce billet est extrait de l’infolettre « Une lettre »",
            "Ce billet est extrait de l’infolettre",
        ),
        never=("Ce billet est extrait de la liasse.",),
        seen="texts from newsletters, since 2022",
    ),
    Phrase(
        "newsletter",
        "terms",
        r"En vous (?:inscrivant|abonnant)(?: à (?:ce service|cette newsletter))?, vous acceptez|"
        r"Conformément à la loi [^.]{0,80}, vous (?:bénéficiez|disposez) d'un droit d'accès|"
        r"France Télévisions utilise votre adresse e-?mail|"
        r"Inscrivez-vous aux newsletters d[ue'] ?[^.,!?]{1,40} et recevez|"
        r"Votre (?:adresse e-?mail n'est pas valide|inscription (?:a|à) bien été prise en compte)|"
        r"Veuillez renseigner votre adresse e-?mail",
        match="prefix",
        examples=(
            "En vous inscrivant, vous acceptez nos conditions.",
            "En vous abonnant à cette newsletter, vous acceptez nos conditions.",
            "En vous inscrivant à ce service, vous acceptez que votre adresse soit gardée.",
            "Conformément à la loi de 1978, vous bénéficiez d’un droit d’accès à ces données.",
            "Conformément à la loi modifiée, vous disposez d’un droit d’accès.",
            "France Télévisions utilise votre adresse e-mail afin de vous écrire.",
            "Inscrivez-vous aux newsletters du Phare et recevez nos récits par email.",
            "Votre adresse email n’est pas valide",
            "Votre inscription a bien été prise en compte avec l’adresse email :",
            "Votre inscription à bien été prise en compte",
            "Veuillez renseigner votre adresse email",
        ),
        never=(
            "En vous inscrivant au bal, vous acceptez de danser.",
            "Conformément à la loi de 1978, la mairie garde ces données un an.",
            "France Télévisions utilise votre redevance.",
            "Votre inscription au bal est prise en compte.",
            "Inscrivez-vous aux cours du Phare et recevez un livre.",
        ),
        seen="forms: HuffPost, L’Obs, Les Echos, regional pages of franceinfo, 2016–25",
    ),
    # promotion
    Phrase(
        "promotion",
        "app",
        r"Le Monde's app\Z|Get the most out of your experience: download the app",
        match="prefix",
        examples=(
            "Le Monde’s app",
            "Get the most out of your experience: download the app to enjoy Le Monde in English",
        ),
        never=("Le Monde’s app is new.", "Get the most out of your experience."),
        seen="section.inread of the English edition, since 2023",
    ),
    Phrase(
        "promotion",
        "new",
        r"New|Nouveau",
        examples=("New", "Nouveau"),
        never=("New York", "Nouveau départ"),
        seen="above the app's box in the English edition, since 2023",
    ),
    Phrase(
        "promotion",
        "services",
        r"Services Le Monde|"
        r"Le Monde (?:Guides d'achat|Boutique|Ateliers|Mémorable|Jeux|Application)",
        examples=("Services Le Monde", "Le Monde Guides d’achat", "Le Monde Jeux"),
        never=("Services, le monde d’après", "Le Monde Boutique ouvre à Lyon"),
        seen="section.inread and the carousel of services, since 2022",
    ),
    Phrase(
        "promotion",
        "guides",
        r"(?:Nos g|G)uides d'achat",
        examples=("Guides d’achat", "Nos guides d’achat"),
        never=("Guides d’achat et pièges",),
        seen="article__siblings, since 2022",
    ),
    Phrase(
        "promotion",
        "issue",
        rf"Édition du jour|{_ISSUE}|Lire le journal numérique",
        examples=("Édition du jour", "Daté du jeudi 23 novembre", "Lire le journal numérique"),
        never=(
            "Édition du jour et de la nuit",
            "Daté du 12 mars, le décret est muet.",
            "Daté du lundi 3 mars, le courrier n’est jamais parti.",
            "Lire le journal numérique prend une heure.",
        ),
        seen="aside .insert, since 2021",
    ),
    Phrase(
        "promotion",
        "students",
        r"Offre spéciale étudiants et enseignants",
        examples=("Offre spéciale étudiants et enseignants",),
        never=("Offre spéciale étudiants et enseignants au théâtre, ce soir.",),
        seen="section.inread, 2022",
    ),
    Phrase(
        "promotion",
        "courses",
        r"Cours en ligne, cours du soir, ateliers(?: : développez.{0,160})?",
        examples=(
            "Cours en ligne, cours du soir, ateliers",
            "Cours en ligne, cours du soir, ateliers : développez vos compétences",
        ),
        never=("Cours en ligne, cours du soir, ateliers de quartier : tout est plein.",),
        seen="section.inread, since 2022",
    ),
    Phrase(
        "promotion",
        "unlimited",
        r"Accédez à tous nos contenus en illimité à partir de",
        match="prefix",
        examples=("Accédez à tous nos contenus en illimité à partir de 8,49 euros",),
        never=("Accédez à tous nos contenus en illimité, promet l’affiche.",),
        seen="section.inread, 2022",
    ),
    Phrase(
        "promotion",
        "newsroom",
        r"Pour soutenir le travail de toute une rédaction, nous vous proposons de vous abonner",
        match="prefix",
        examples=(
            "Pour soutenir le travail de toute une rédaction, nous vous proposons de vous abonner.",
            (
                "Pour soutenir le travail de toute une rédaction, nous vous "
                "proposons de vous abonner. "
                "Pourquoi voyez-vous ce message ?"
            ),
        ),
        never=("Pour soutenir le travail de toute une rédaction, ils défilent.",),
        seen=".message--register, since 2021",
    ),
    Phrase(
        "promotion",
        "morning",
        r"Article sélectionné dans ?[Ll]a [Mm]atinale du",
        match="prefix",
        examples=(
            "Article sélectionné dans la matinale du 07/11/2016",
            "Article sélectionné dans La Matinale du 07/11/2016 Découvrir l’application",
        ),
        never=("Article sélectionné dans la presse du soir.",),
        seen=".bandeau_matinale, 2016",
    ),
    # advertisement
    Phrase(
        "advertisement",
        "continues",
        r"La suite après (?:cette|la) publicité|la suite après (?:cette|la) publicité|"
        r"LA SUITE APRÈS (?:CETTE|LA) PUBLICITÉ|"
        r"Passer la publicité|Publicité|PUBLICITÉ|Advertisement",
        examples=(
            "La suite après la publicité",
            "la suite après cette publicité",
            "LA SUITE APRÈS CETTE PUBLICITÉ",
            "Passer la publicité",
            "Publicité",
            "PUBLICITÉ",
            "Advertisement",
        ),
        never=(
            "La suite après la publicité, dit la voix.",
            "Passer la publicité en boucle",
            "Publicité mensongère",
            "Advertisement for myself",
        ),
        seen=".ds-ad-slot-ctn, since 2024; ad slots of every era",
    ),
    Phrase(
        "advertisement",
        "paid-for",
        r"Contenus réalisés par les équipes de M Publicité|"
        r"Libé ?\+ est la régie publicitaire de Libération|"
        r"La rédaction de Libération n'a pas participé à la conception",
        match="prefix",
        examples=(
            "Contenus réalisés par les équipes de M Publicité",
            "Libé+ est la régie publicitaire de Libération.",
            "La rédaction de Libération n’a pas participé à la conception de ce contenu.",
        ),
        never=(
            "Contenus réalisés par les élèves",
            "La rédaction de Libération n’a pas participé à la grève.",
        ),
        seen="next to sponsored content",
    ),
    Phrase(
        "advertisement",
        "sponsored",
        r"(?:CONTENUS SPONSORISÉS|Contenus sponsorisés)(?: PAR ?OUTBRAIN| par ?Outbrain)?",
        examples=("Contenus sponsorisés", "CONTENUS SPONSORISÉS PAROUTBRAIN"),
        never=("Contenus sponsorisés par la ville",),
        seen="ad slots",
    ),
    # boilerplate
    Phrase(
        "boilerplate",
        "embed-cookies",
        r"La lecture de ce contenu est susceptible d'entraîner",
        match="prefix",
        examples=("La lecture de ce contenu est susceptible d’entraîner un dépôt de cookies",),
        never=("La lecture de ce contenu est susceptible de lasser.",),
        seen="embeds before consent, since 2020",
    ),
    Phrase(
        "boilerplate",
        "tags",
        r"(?:Mots?[ -]clés?|Tags|(?:Sujets|Thèmes) associés) ?:",
        examples=("Mots-clés :", "Mot clé :", "Tags:", "Sujets associés :", "Thèmes associés :"),
        never=("Mots-clés : la mer", "Sujets associés"),
        seen="labels above lists of tags: 20 Minutes, Le Figaro, 2013–18",
    ),
    Phrase(
        "boilerplate",
        "hover",
        r"(?:Survolez|Passez (?:la souris|le curseur|le doigt) sur) [^.!?]{1,80} pour "
        r"(?:voir|afficher|découvrir|connaître|lire|obtenir|en savoir) ",
        match="prefix",
        examples=(
            "Survolez les villes pour voir les résultats.",
            "Survolez la carte pour afficher les noms. Plus un cercle est grand, plus il pleut.",
            "Passez la souris sur une ville pour connaître le vote.",
            "Passez le curseur sur la courbe pour découvrir les années.",
            "Passez le doigt sur un port pour lire son histoire.",
            "Survolez les points pour obtenir les chiffres.",
            "Survolez les noms pour en savoir plus.",
        ),
        never=("Survolez la ville en ballon, pour voir.", "Survolez la ville pour le plaisir."),
        seen="infographics of Les Décodeurs, 2014–18",
    ),
    Phrase(
        "boilerplate",
        "embed-refused",
        r"Vous ne pouvez pas visionner ce contenu car|"
        r"Vous avez refusé les cookies associés aux contenus|"
        r"Vous utilisez un bloqueur de publicité\. Nous vous conseillons|"
        r"Si vous n'êtes dans aucun de ces deux cas, contactez",
        match="prefix",
        examples=(
            "Vous ne pouvez pas visionner ce contenu car :",
            "Vous avez refusé les cookies associés aux contenus issus de tiers.",
            "Vous utilisez un bloqueur de publicité. Nous vous conseillons de le désactiver.",
            "Si vous n’êtes dans aucun de ces deux cas, contactez-nous à aide@example.fr.",
        ),
        never=(
            "Vous ne pouvez pas visionner ce film.",
            "Vous avez refusé les cookies de votre tante.",
            "Vous utilisez un bloqueur de publicité, dit-il.",
            "Si vous n’êtes dans aucun de ces deux cas, tant pis.",
        ),
        seen="players without cookies: HuffPost, 2014–22",
    ),
    Phrase(
        "boilerplate",
        "blog-of-reader",
        r"Le Club est l'espace de libre expression des abonnés|"
        r"Ce blog est personnel, la rédaction n'est pas",
        match="prefix",
        examples=(
            "Le Club est l’espace de libre expression des abonnés de Mediapart.",
            "Ce blog est personnel, la rédaction n’est pas à l’origine de ses contenus.",
        ),
        never=("Le Club est l’espace de tous.", "Ce blog est personnel, dit-elle."),
        seen="blogs of Mediapart’s readers, 2016–25",
    ),
    Phrase(
        "boilerplate",
        "embed-accept",
        r"Accepter pour voir le contenu",
        examples=("Accepter pour voir le contenu",),
        never=("Accepter pour voir le contenu de la boîte",),
        seen="embeds before consent, since 2020",
    ),
    Phrase(
        "boilerplate",
        "embed-blocked",
        r"L'accès à ce contenu a été bloqué|En cliquant sur « ?J'ACCEPTE|"
        r"Plus d'informations sur la page Politique de gestion des cookies|"
        r"(?:Ce contenu|Cette vidéo) (?:est|a été) bloquée? (?:car|afin)",
        match="prefix",
        examples=(
            "L’accès à ce contenu a été bloqué afin de respecter votre choix de consentement",
            "En cliquant sur « J’ACCEPTE », vous acceptez le dépôt de cookies",
            "Plus d’informations sur la page Politique de gestion des cookies.",
            "Ce contenu est bloqué car vous n’avez pas accepté les traceurs.",
            "Cette vidéo est bloquée car elle dépose des cookies.",
        ),
        never=(
            "L’accès à ce chemin a été bloqué.",
            "En cliquant sur « J’aime », il se trompe.",
            "Cette vidéo est bloquée en Chine.",
        ),
        seen="embeds before consent, other papers, since 2020",
    ),
    Phrase(
        "boilerplate",
        "link-line",
        r"Link: [\w-]{2,30}",
        examples=("Link: canonical", "Link: apple-touch-icon"),
        never=("Link: a story",),
        seen="links in the head of a page, as lynx prints them above its text",
    ),
    Phrase(
        "boilerplate",
        "slide-show",
        r"Précédent|Suivant|(?:› |›)?Accéder au portfolio",
        examples=("Précédent", "Suivant", "› Accéder au portfolio"),
        never=("Précédent historique", "Suivant la route", "Accéder au portfolio d’un peintre"),
        seen="buttons of slide shows, 2012–18",
    ),
    Phrase(
        "boilerplate",
        "author-picture",
        r"auteur",
        examples=("auteur",),
        never=("Auteur", "auteur de théâtre"),
        seen="the author's picture in opinion pieces, as text browsers print it, since 2026",
    ),
    Phrase(
        "boilerplate",
        "consent-wall",
        r"Accéder gratuitement en acceptant l'utilisation de vos données|Fermer la modale\Z",
        match="prefix",
        examples=(
            "Accéder gratuitement en acceptant l’utilisation de vos données",
            "Fermer la modale",
        ),
        never=("Accéder gratuitement au musée", "Fermer la modale, puis la porte."),
        seen=".gdpr-lmd-wall, in dumps since 2020",
    ),
    Phrase(
        "boilerplate",
        "more-articles",
        r"Dans la même rubrique|Nos lecteurs ont lu ensuite|Les plus lus|"
        r"Les abonnés lisent aussi(?: ?(?:…|[.:]).{0,160})?",
        examples=(
            "Dans la même rubrique",
            "Nos lecteurs ont lu ensuite",
            "Les plus lus",
            "Les abonnés lisent aussi…",
        ),
        never=(
            "Dans la même rubrique, le journal avait publié un portrait flatteur.",
            "Nos lecteurs ont lu ensuite ce roman.",
            "Les plus lus de ces romans sont aussi les plus courts.",
            "Les abonnés lisent aussi davantage la presse étrangère.",
        ),
        seen="article footers",
    ),
    Phrase(
        "boilerplate",
        "cookies",
        r"En poursuivant votre navigation sur ce site, vous acceptez|"
        r"Le Monde utilise des cookies pour vous offrir",
        match="prefix",
        examples=(
            "En poursuivant votre navigation sur ce site, vous acceptez les cookies",
            "Le Monde utilise des cookies pour vous offrir une expérience utilisateur de qualité",
        ),
        never=(
            "En poursuivant votre navigation, vous verrez l’île.",
            "Le Monde utilise des cookies depuis dix ans.",
        ),
        seen="cookie notices, 2012–20",
    ),
    Phrase(
        "boilerplate",
        "legal",
        r"Mentions légales|CG[UV](?: et mentions légales)?|Politique de confidentialité|"
        r"Données personnelles|(?:Gestion des|Gérer (?:les|mes)|Paramétrer les) cookies|"
        r"Conditions générales (?:de vente|d'utilisation)|Charte déontologique|Annonces légales",
        examples=(
            "Mentions légales",
            "CGV",
            "CGU et mentions légales",
            "Politique de confidentialité",
            "Données personnelles",
            "Gestion des cookies",
            "Conditions générales de vente",
            "Charte déontologique",
            "Annonces légales",
        ),
        never=("Mentions légales obligatoires", "Données personnelles : la fuite", "CGV, CGU"),
        seen="footers of 18 papers, 2005–25",
    ),
    Phrase(
        "boilerplate",
        "site",
        r"Plan du site|Qui sommes-nous ?\?|Nous contacter|Applications mobiles|Mon compte|"
        r"Se déconnecter|Mes (?:newsletters|commentaires)|Devenir annonceur|Codes promo|"
        r"Programme TV",
        examples=(
            "Plan du site",
            "Qui sommes-nous ?",
            "Nous contacter",
            "Applications mobiles",
            "Mon compte",
            "Se déconnecter",
            "Mes newsletters",
            "Devenir annonceur",
            "Codes promo",
            "Programme TV",
        ),
        never=("Qui sommes-nous pour juger ?", "Nous contacter suffit.", "Mon compte est bon"),
        seen="menus and footers of 12 papers, 2005–25",
    ),
    Phrase(
        "boilerplate",
        "footer-titles",
        r"(?:(?:Newsletters du monde|Applications Mobiles|Suivez Le Monde|Services partenaires|"
        r"Suppléments partenaires|Service Codes Promo|Consulter ?le journal)(?: Abonnement)? ?)"
        r"{1,12}",
        examples=("Newsletters du monde", "Suivez Le Monde Consulter le journal Abonnement"),
        never=("Newsletters du monde entier", "Suivez le monde", "Consulter le journal de bord"),
        seen="titles within the footer, since 2018",
    ),
    Phrase(
        "boilerplate",
        "footer",
        r"Journal d'information en ligne, Le Monde\.fr offre à ses visiteurs|Index actualité : |"
        r"S'abonner au Monde à partir de",
        match="prefix",
        examples=(
            "Journal d’information en ligne, Le Monde.fr offre à ses visiteurs un panorama",
            "Index actualité : A B C",
            "S’abonner au Monde à partir de 1 €",
        ),
        never=(
            "Journal d’information en ligne, il offre peu.",
            "Index actualité",
            "S’abonner au Monde",
        ),
        seen="the footer of 2012–18",
    ),
    # The newspaper's name is in italics. Programs that drop formatting also drop the spaces around
    # the name.
    Phrase(
        "boilerplate",
        "one-device",
        r"Lecture du ?Monde ?en cours sur un autre appareil|"
        r"Vous pouvez lire ?Le Monde ?sur un seul appareil à la fois|Continuer à lire ici\Z",
        match="prefix",
        examples=(
            "Lecture du Monde en cours sur un autre appareil.",
            "Vous pouvez lireLe Mondesur un seul appareil à la fois",
            "Continuer à lire ici",
        ),
        never=(
            "Lecture du Monde en cours d’histoire",
            "Vous pouvez lire Le Monde sur un banc.",
            "Continuer à lire ici, c’est s’obstiner.",
        ),
        seen="#js-capping, since 2019",
    ),
    Phrase(
        "boilerplate",
        "one-device-reason",
        r"Parce qu'une autre personne \(ou vous\) est en train de lire|"
        r"Vous ne pouvez lire ?Le Monde ?que sur ?un seul appareil|"
        r"Ce message s'affichera sur l'autre appareil",
        match="prefix",
        examples=(
            "Parce qu’une autre personne (ou vous) est en train de lire Le Monde avec ce compte",
            "Vous ne pouvez lire Le Monde que sur un seul appareil à la fois",
            "Ce message s’affichera sur l’autre appareil.",
        ),
        never=(
            "Parce qu’une autre personne est en train de lire, il se tait.",
            "Vous ne pouvez lire Le Monde que le soir.",
            "Ce message s’affichera sur l’autre mur.",
        ),
        seen="#js-capping, since 2019; all sentences appear in readers' reposts",
    ),
    Phrase(
        "boilerplate",
        "one-device-questions",
        r"(?:Comment ne plus voir ce message|Que se passera-t-il si vous continuez à lire ici|"
        r"Vous ignorez qui (?:est l'autre personne|d'autre utilise ce(?:s identifiants| compte))"
        r") ?\?",
        match="prefix",
        examples=(
            "Comment ne plus voir ce message ?",
            "Que se passera-t-il si vous continuez à lire ici ?",
            (
                "Vous ignorez qui est l’autre personne ? "
                "Nous vous conseillons de modifier votre mot de passe."
            ),
        ),
        never=("Comment ne plus voir ce mur ?", "Vous ignorez qui est l’autre homme ?"),
        seen="#js-capping, since 2019",
    ),
    Phrase(
        "boilerplate",
        "one-device-limits",
        r"Y a-t-il d'autres limites ?\?"
        r"(?: Non\. Vous pouvez vous connecter avec votre compte.{0,200})?",
        examples=(
            "Y a-t-il d’autres limites ?",
            (
                "Y a-t-il d’autres limites ? Non. Vous pouvez vous connecter avec votre compte "
                "sur autant d’appareils que vous le souhaitez."
            ),
        ),
        never=("Y a-t-il d’autres limites ? Oui, la mer.",),
        seen="#js-capping, since 2019",
    ),
    Phrase(
        "boilerplate",
        "one-device-answers",
        r"(?:En cliquant|Sinon, cliquez) sur « ?Continuer à lire ici|"
        r"Si vous (?:utilisez ce compte à plusieurs|"
        r"êtes bénéficiaire de l'abonnement, connectez-vous)|"
        r"Nous vous conseillons de ?modifier votre mot de passe\.?\Z|"
        r"Non\. Vous pouvez vous connecter avec votre compte sur autant d'appareils",
        match="prefix",
        examples=(
            (
                "En cliquant sur « Continuer à lire ici » et en vous assurant que vous êtes la "
                "seule personne à consulter Le Monde avec ce compte."
            ),
            "Si vous utilisez ce compte à plusieurs, créez un compte pour votre proche.",
            "Nous vous conseillons de modifier votre mot de passe.",
            (
                "Non. Vous pouvez vous connecter avec votre compte "
                "sur autant d’appareils que vous le souhaitez."
            ),
        ),
        never=(
            "En cliquant sur « Continuer », il a tout perdu.",
            "Si vous utilisez ce couteau à plusieurs, lavez-le.",
            "Nous vous conseillons de modifier votre mot de passe, dit le guide.",
            "Non. Vous pouvez vous asseoir.",
        ),
        seen="#js-capping, since 2019",
    ),
    Phrase(
        "boilerplate",
        "one-device-buttons",
        r"(?:(?:Ajouter un compte|Découvrir l'offre Famille|Découvrir les offres multicomptes|"
        r"Pourquoi voyez-vous ce message ?\?) ?){1,6}",
        examples=(
            "Découvrir les offres multicomptes",
            "Pourquoi voyez-vous ce message ? Ajouter un compte",
        ),
        never=("Ajouter un compte rendu", "Pourquoi voyez-vous ce message ici ?"),
        seen="#js-capping, since 2019",
    ),
    Phrase(
        "boilerplate",
        "amp",
        r"Exit mobile version",
        examples=("Exit mobile version",),
        never=("Exit mobile version two",),
        seen="WordPress AMP reposts",
    ),
    Phrase(
        "boilerplate",
        "live-form",
        r"Posez votre question|Envoyez votre question|Réagissez|Voir la nouvelle actualité|"
        r"SUIVEZ LE LIVE DE L'ÉVÉNEMENT",
        examples=(
            "Posez votre question",
            "Envoyez votre question",
            "Réagissez",
            "Voir la nouvelle actualité",
            "SUIVEZ LE LIVE DE L’ÉVÉNEMENT",
        ),
        never=(
            "Posez votre question au maire",
            "Réagissez vite",
            "Voir la nouvelle actualité du port",
        ),
        seen="forms of live blogs, 2020",
    ),
    Phrase(
        "boilerplate",
        "feeds",
        r"Abonnez-vous à nos flux RSS|En Continu",
        examples=("Abonnez-vous à nos flux RSS", "En Continu"),
        never=("Abonnez-vous à nos flux RSS, dit l’affiche.", "En continu depuis mardi"),
        seen="footers, 2012–18",
    ),
    Phrase(
        "boilerplate",
        "breaking",
        r"Plus d'informations à venir\.?",
        examples=("Plus d’informations à venir.",),
        never=("Plus d’informations à venir demain",),
        seen="articles on breaking news",
    ),
    # button
    Phrase(
        "button",
        "site",
        r"Masquer ce message|Je découvre (?:les|nos) offres?",
        examples=("Masquer ce message", "Je découvre les offres", "Je découvre nos offres"),
        never=("Masquer ce message aux élèves", "Je découvre les offres du marché."),
        seen="boxes for subscribers: L'Obs, Les Echos, 2014–25",
    ),
    Phrase(
        "button",
        "call",
        r"S'abonner|S'inscrire|Découvrir|Lire|Voir plus|Je m'inscris|J'en profite|En savoir plus|"
        r"Download|Subscribe|Sign up|Discover",
        examples=(
            "S’abonner",
            "S’inscrire",
            "Découvrir",
            "Lire",
            "Voir plus",
            "Je m’inscris",
            "J’en profite",
            "En savoir plus",
            "Download",
            "Subscribe",
            "Sign up",
            "Discover",
        ),
        never=(
            "Découvrir un pays",
            "Lire est un plaisir",
            "Voir plus loin",
            "J’en profite, dit-il.",
        ),
        seen="last line of boxes within the text",
    ),
    # below
    Phrase(
        "below",
        "tags",
        r"(?:Mots?[ -]clés?|Tags?|Sujets?|Thèmes?|Thématiques?|Dossiers?)"
        r"(?: (?:associée?s?|liée?s?|de l'article))?(?: ?:(?: [^.!?]{1,300})?)?|[Pp]lus :",
        examples=(
            "Mots-clés :",
            "Mot clé",
            "Mots clés de l’article",
            "Tags : port, grève, Tréval",
            "Sujets associés",
            "Thème lié",
            "Thématiques associées",
            "Thématique liée",
            "Dossiers liés",
            "Sujet associé",
            "Dossier : grève",
            "plus :",
            "Plus :",
        ),
        never=("Dossiers en souffrance", "Sujets : tous les habitants. Le roi seul décide."),
        seen="tags: La 1ère, 20 Minutes, franceinfo, HuffPost, Madame Figaro, 2013–25",
    ),
    Phrase(
        "below",
        "lists",
        r"Et aussi|Dans la rubrique(?: [^.!?,]{1,40})?|Ses derniers articles|"
        r"Prolongez votre lecture autour de ce sujet|Vous lisez actuellement : .{1,200}|"
        r"La rédaction(?: (?:du|de) [^.!?]{1,30})? vous (?:conseille|recommande) ?:?",
        examples=(
            "Et aussi",
            "Dans la rubrique",
            "Dans la rubrique Voyage",
            "Ses derniers articles",
            "Prolongez votre lecture autour de ce sujet",
            "Vous lisez actuellement : Un pont à Tréval",
            "La rédaction du Point vous conseille",
            "La rédaction vous conseille :",
            "La rédaction vous recommande",
            "La rédaction de Voiles vous conseille",
        ),
        never=(
            "Et aussi du pain",
            "Dans la rubrique, tout change.",
            "La rédaction du Point vous conseille de partir.",
        ),
        seen="lists: La Croix, Le Parisien, L’Obs, Le Figaro, Le Point, franceinfo, 2016–25",
    ),
    Phrase(
        "below",
        "forms",
        r"(?:Envoyer|Proposer|Suggérer) une correction|Signaler (?:une erreur|un contenu abusif)|"
        r"(?:Agrandir|Réduire|Augmenter|Diminuer) (?:le texte|la taille du texte)|"
        r"Newsletter [\w-]{1,20}(?: [\w-]{1,20}){0,2}|Votre (?:adresse )?e-?mail",
        examples=(
            "Envoyer une correction",
            "Proposer une correction",
            "Suggérer une correction",
            "Signaler une erreur",
            "Signaler un contenu abusif",
            "Agrandir le texte",
            "Réduire le texte",
            "Augmenter la taille du texte",
            "Diminuer la taille du texte",
            "Newsletter week-end",
            "Votre adresse e-mail",
            "Votre email",
        ),
        never=("Signaler une erreur de calcul", "Agrandir le texte, c’est tout."),
        seen="forms below articles: HuffPost, Le Point, franceinfo, 2014–23",
    ),
    Phrase(
        "below",
        "author",
        r"L'auteure?(?: du blog)?|Le blog|(?:À|A) propos de l'auteure?",
        examples=(
            "L’auteur",
            "L’auteure du blog",
            "Le blog",
            "À propos de l’auteur",
            "A propos de l’auteure",
        ),
        never=("L’auteur du crime", "Le blog de bord"),
        seen="boxes about the authors of blogs, 2016–25",
    ),
    # end
    Phrase(
        "end",
        "comments",
        r"L'espace des contributions est réservé aux abonnés|"
        r"Abonnez-vous pour accéder à cet espace d'échange|"
        rf"Voir les contributions{_NO_SENTENCE}|Contribuer\Z",
        match="prefix",
        examples=(
            "L’espace des contributions est réservé aux abonnés",
            "Abonnez-vous pour accéder à cet espace d’échange et contribuer à la discussion.",
            "Voir les contributions Lecture du Monde",
            "Contribuer",
        ),
        never=(
            "L’espace des contributions est réservé aux élèves.",
            "Abonnez-vous pour accéder à la piscine.",
            "Voir les contributions de chacun permet de mesurer le chemin.",
            "Contribuer à la fête",
        ),
        seen="after the text, in dumps",
    ),
    Phrase(
        "end",
        "one-device",
        r"Lecture du Monde en cours|Vous pouvez lire Le Monde sur un seul appareil|"
        rf"Lecture restreinte{_NO_SENTENCE}|Pourquoi voyez-vous ce message",
        match="prefix",
        examples=(
            "Lecture du Monde en cours sur un autre appareil.",
            "Vous pouvez lire Le Monde sur un seul appareil à la fois",
            "Lecture restreinte Votre abonnement n’autorise pas la lecture de cet article",
            "Pourquoi voyez-vous ce message ?",
        ),
        never=(
            "Lecture du Monde le matin",
            "Vous pouvez lire Le Monde sur un banc.",
            "Lecture restreinte, liberté surveillée.",
            "Pourquoi voyez-vous ce mur ?",
        ),
        seen="the notices after the text, since 2019",
    ),
    Phrase(
        "end",
        "footer",
        rf"(?:Dans la même rubrique|Les plus lus|Édition du jour){_NO_SENTENCE}|{_ISSUE}|"
        r"Services Le Monde|Réutiliser ce contenu|Reuse this content|(?:Nos g|G)uides d'achat\Z",
        match="prefix",
        examples=(
            "Édition du jour",
            "Les plus lus 1 Un titre",
            "Dans la même rubrique Édition du jour",
            "Daté du lundi 3 mars",
            "Services Le Monde ▾",
            "Réutiliser ce contenu",
            "Reuse this content",
            "Nos guides d’achat",
        ),
        never=(
            "Dans la même rubrique, le journal avait publié un portrait flatteur.",
            "Les plus lus de ces romans sont aussi les plus courts.",
            "Édition du jour et de la nuit",
            "Daté du XIIe siècle, le manuscrit dormait dans une malle.",
            "Daté du lundi 3 mars, le courrier n’est jamais parti.",
            "Guides d’achat et pièges",
        ),
        seen="footers",
    ),
    Phrase(
        "end",
        "long-formats",
        r"Les Grands formats du Monde",
        match="prefix",
        examples=("Les Grands formats du Monde", "Les Grands formats du Monde Chargement en cours"),
        never=("Les grands formats du monde entier sont lourds.",),
        seen="footers of long-form articles, 2014–17",
    ),
    Phrase(
        "end",
        "lists",
        r"CONTENUS SPONSORISÉS|Contenus sponsorisés|References\Z|Réagissez ou consultez",
        match="prefix",
        examples=(
            "CONTENUS SPONSORISÉS PAROUTBRAIN",
            "Contenus sponsorisés",
            "References",
            "Réagissez ou consultez l’ensemble des commentaires",
        ),
        never=("Contenus et sponsors", "References are due.", "Réagissez, dit-elle."),
        seen="footers; lynx's list of links",
    ),
    Phrase(
        "end",
        "subscriptions",
        r"Le monde abonnements Profitez du journal|"
        r"Les (?:rubriques|services) du Monde(?=\.fr|\Z| Annonces| Le Monde| La boutique)",
        match="prefix",
        examples=(
            "Le monde abonnements Profitez du journal où et quand vous voulez.",
            "Les services du Monde La boutique du Monde",
            "Les rubriques du Monde.fr",
        ),
        never=("Le monde abonnements en hausse", "Les services du Monde emploient cent personnes."),
        seen="footers, 2012–18",
    ),
    Phrase(
        "end",
        "blog-footer",
        r"Catégories ?\S.{0,200}Étiquettes|(?:Catégories|Étiquettes)(?=[A-Za-z])",
        match="prefix",
        examples=(
            "CatégoriesWeb Étiquettesport, grève",
            "Catégories Culture Étiquettes port",
            "CatégoriesNon classé",
            "Étiquettesport, grève",
        ),
        never=("Catégories de métiers", "Étiquettes de bouteilles"),
        seen="footer.entry-footer of blogs",
    ),
    Phrase(
        "end",
        "blog-comments",
        r"\d{1,5} (?:réponses?|commentaires?) (?:sur|à) (?:“|«|\")[^.]{1,200}(?:”|»|\")|"
        r"\d{1,5} commentaires? à [^.]{1,200}",
        examples=(
            "12 réponses sur “Le port”",
            "1 commentaire sur « Le port »",
            "17 commentaires à Le port : une ville partagée",
        ),
        never=(
            "12 réponses sur « vingt » étaient justes.",
            "12 réponses sur vingt",
            "17 commentaires à la radio ont suffi.",
        ),
        seen="comments of blogs",
    ),
    Phrase(
        "end",
        "blog-entry",
        r"Cette entrée a été publiée dans |Laisser un commentaire(?: Annuler la réponse\.?)?\Z|"
        r"(?:Rédiger|Déposer|Poster|Publier) un commentaire\Z",
        match="prefix",
        examples=(
            "Cette entrée a été publiée dans Actualité. Vous pouvez la mettre en favoris",
            "Laisser un commentaire",
            "Laisser un commentaire Annuler la réponse.",
            "Rédiger un commentaire",
        ),
        never=("Cette entrée a été murée.", "Laisser un commentaire en marge suffit."),
        seen="comments of blogs, 2012–19; La Tribune, 2023",
    ),
    Phrase(
        "boilerplate",
        "copied",
        r"Vous pouvez partager un article en cliquant sur les icônes de partage .{1,60}|"
        r"La reproduction totale (?:ou partielle )?d'un article, sans l'autorisation .{1,60} est "
        r"(?:strictement )?interdite\.?|"
        r"Pour plus d'informations, consultez nos conditions générales de vente\.?|"
        r"Pour toute demande d'autorisation, contactez [\w.-]{1,40}@[\w.-]{1,40}|"
        r"En tant qu'abonné, vous pouvez offrir jusqu'à \w{1,10} articles? par mois .{1,120}",
        examples=(
            "Vous pouvez partager un article en cliquant sur les icônes de partage en haut.",
            "La reproduction totale d’un article, sans l’autorisation d’Ana, est interdite.",
            "Pour plus d’informations, consultez nos conditions générales de vente.",
            "Pour toute demande d’autorisation, contactez droits@gazette.example.",
            "En tant qu’abonné, vous pouvez offrir jusqu’à cinq articles par mois à un proche.",
        ),
        never=(
            "Vous pouvez partager un article de loi en deux alinéas.",
            "La reproduction totale ou partielle d’un tableau de maître est un délit.",
            "Pour plus d’informations, le maire a écrit à la préfète.",
            "En tant qu’abonné, il pouvait offrir un bouquet.",
        ),
        seen="added above text copied from Le Monde, since 2021",
    ),
    # beside
    Phrase(
        "beside",
        "same-subject",
        r"Sur le même sujet",
        examples=("Sur le même sujet",),
        never=("Sur le même sujet, elle se tait.",),
        seen="aside.meme_sujet, 2012–18",
    ),
    Phrase(
        "beside",
        "subscribers",
        r"Édition abonnés Contenu exclusif",
        match="prefix",
        examples=("Édition abonnés Contenu exclusif", "Édition abonnés Contenu exclusif Un titre"),
        never=("Édition abonnés du jour",),
        seen="aside.meme_sujet, 2012–18",
    ),
    Phrase(
        "beside",
        "other-papers",
        r"Nos lecteurs ont lu (?:aussi|ensuite)|La rédaction vous (?:conseille|recommande)|"
        r"Les sujets associés|(?:(?:L|l)es )?[Aa]rticles les plus (?:lus|partagés)|"
        r"(?:L|l)es plus partagés|"
        r"(?:L|l)es derniers articles de la thématique|Derniers articles(?: publiés)?|À découvrir|"
        r"(?:Tous|tous) les articles(?: de la thématique)?|Nos [Vv]idéos|Sur ce sujet|"
        r"Articles (?:liés|associés|recommandés)|À la une(?: en ce moment)?|"
        r"Continuez votre lecture",
        examples=(
            "Continuez votre lecture",
            "Nos lecteurs ont lu aussi",
            "La rédaction vous conseille",
            "La rédaction vous recommande",
            "Les sujets associés",
            "Les articles les plus partagés",
            "les plus partagés",
            "les derniers articles de la thématique",
            "Derniers articles publiés",
            "tous les articles",
            "Nos Vidéos",
            "Sur ce sujet",
            "Articles liés",
            "À la une",
            "À découvrir",
        ),
        never=(
            "Nos lecteurs ont lu aussi ce roman.",
            "La rédaction vous conseille la patience.",
            "Les sujets associés au trône",
            "Tous les articles de la loi",
            "Sur ce sujet, elle se tait.",
        ),
        seen="boxes of articles of other papers, 2016–25; Le Monde Festival, 2015–17",
    ),
    # network
    Phrase(
        "network",
        "name",
        rf"{NETWORK}|Delicious|Tumblr|Digg|Viadeo|Skype|TikTok|Mastodon|[Ee]-mail|[Mm]ail|facebook|"
        r"twitter|linkedin|whatsapp|copy url",
        examples=(
            "Facebook",
            "X",
            "WhatsApp",
            "Mail",
            "E-mail",
            "Pinterest",
            "Google +",
            "Telegram",
            "facebook",
            "twitter",
            "linkedin",
            "whatsapp",
            "copy url",
            "Delicious",
            "Tumblr",
            "Digg",
            "Viadeo",
            "Skype",
            "TikTok",
            "Mastodon",
        ),
        never=("Facebook ferme", "Le Mail", "X ou Y"),
        seen="share bars of blogs and other papers, 2008–25, as text browsers print them",
    ),
    # author
    Phrase(
        "author",
        "page",
        r"Aller sur la page de ce journaliste|Journaliste au Monde(?:\.fr)?(?= Suivre\b|\Z)",
        match="search",
        examples=(
            "Aller sur la page de ce journaliste",
            "Journaliste au Monde",
            "Journaliste au Monde.fr",
        ),
        never=("Journaliste au Monde diplomatique", "Il veut aller sur la page de ce journal"),
        seen="below the author's name, at the end of pages of 2012–18",
    ),
    Phrase(
        "author",
        "box",
        r"Journaliste (?:au Monde(?:\.fr)?|aux Décodeurs)(?: Suivre)?"
        r"(?: Aller sur la page de ce journaliste)?(?: Suivre ce journaliste sur \w{1,20})?|"
        r"Suivre(?: Aller sur la page de ce journaliste)?|Suivre ce journaliste sur \w{1,20}",
        examples=(
            "Journaliste au Monde",
            "Journaliste aux Décodeurs Suivre",
            (
                "Journaliste au Monde.fr Suivre Aller sur la page de ce journaliste "
                "Suivre ce journaliste sur twitter"
            ),
            "Suivre",
            "Suivre Aller sur la page de ce journaliste",
            "Suivre ce journaliste sur Twitter",
        ),
        never=(
            "Journaliste au Monde diplomatique",
            "Suivre la route",
            "Suivre ce journaliste sur le port",
        ),
        seen="boxes about the author, in text that BeautifulSoup or a browser extracts from pages",
    ),
    # dateline
    Phrase(
        "dateline",
        "published",
        rf"(?:Publié|Mis à jour|Modifié) (?:le|hier|aujourd'hui) (?!{_SUBJECT}).{{2,80}}"
        r"\d{1,2} ?[h:] ?\d{0,2}\.?(?:.{0,60}\d{1,2} ?[h:] ?\d{0,2}\.?)?",
        examples=(
            "Publié le 30 août 2023 à 14h52, modifié le 30 août 2023 à 15h54",
            "Mis à jour hier à 18 h 05",
            "Modifié le 3 mai 2015 à 9:30",
        ),
        never=(
            "Publié le 12 mars, le décret prend effet à 18 h.",
            "Publié le 12 mars, il prend effet aussitôt.",
        ),
        seen="headers, every era",
    ),
    Phrase(
        "dateline",
        "paper-and-day",
        rf"(?:LE MONDE|LEMONDE\.FR)(?: avec [A-Z]{{2,10}})? ?\| ?{_FULL_DAY}"
        r"(?: ?(?:\||à) ?\d{1,2}h\d{2})?",
        examples=(
            "LE MONDE | 14.09.05 | 13h52",
            "LEMONDE.FR avec AFP | 14.09.2005 à 13h52",
        ),
        never=("LE MONDE | 14.09.05, un mercredi comme les autres", "LE MONDE | 14 septembre"),
        seen="Le Monde’s print views, 2003–09",
    ),
    Phrase(
        "dateline",
        "published-english",
        rf"(?:Published|Updated) (?:on|today|yesterday) (?!{_SUBJECT}).{{4,120}}(?:am|pm)"
        r"(?: \(Paris\))?",
        examples=(
            "Published on December 27, 2025, at 6:25 pm (Paris)",
            "Updated yesterday at 9:30 am",
        ),
        never=("Published on Monday, the report went unread until 6 pm",),
        seen="English edition",
    ),
    Phrase(
        "dateline",
        "figures",
        r"(?:Publié le )?\d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2}"
        r"(?: ?• ?Mis à jour le \d{2}\.\d{2}\.\d{4} à \d{1,2}h\d{2})?",
        examples=(
            "04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13",
            "Publié le 04.05.2015 à 13h36",
        ),
        never=("Le 04.05.2015 à 13h36, la cloche sonna.",),
        seen="p.bloc_signature, 2012–18",
    ),
    # byline
    Phrase(
        "byline",
        "collective",
        r"Collectif",
        examples=("Collectif",),
        never=("Collectif de riverains", "collectif"),
        seen="tribunes, since 2020",
    ),
    Phrase(
        "byline",
        "job",
        r"(?:Éditorialiste|Journaliste|Correspondante?|Chroniqueuse|Chroniqueur)"
        r" (?:au|du) « ?Monde ?»",
        examples=("Éditorialiste au « Monde »", "Chroniqueuse du « Monde »"),
        never=("Journaliste au Monde", "Journaliste au « Monde » depuis dix ans, elle hésite."),
        seen=".article__author-job, since 2020",
    ),
    # metadata
    Phrase(
        "metadata",
        "translation",
        r"Read in English|Lire en français",
        examples=("Read in English", "Lire en français"),
        never=("Read in French", "Lire en anglais", "Lire en français demande du temps."),
        seen="a.meta__article-en-fr-url, since 2022",
    ),
    Phrase(
        "metadata",
        "reading-time",
        r"(?:Temps de )?(?:L|l)ecture (?:: |en )?\d{1,3} min(?:\.|utes?)?|Temps de|"
        r"\d{1,3} min(?:\.|utes?)? de lecture",
        examples=(
            "Temps de Lecture 4 min.",
            "Lecture 12 min",
            "Temps de lecture : 7 minutes",
            "Temps de",
            "4 minutes de lecture",
            "1 min de lecture",
        ),
        never=("Lecture publique", "Temps de chien", "Lecture 12 minutes par jour"),
        seen="p.meta__reading-time, since 2018; Le Temps, 2017",
    ),
    Phrase(
        "metadata",
        "reading-time-english",
        r"(?:Time to ?)?\d{1,3} min(?:\.| read)",
        examples=("2 min read", "Time to 1 min."),
        never=("4 min", "2 min reading aloud"),
        seen="English edition",
    ),
    # newspaper
    Phrase(
        "newspaper",
        "house",
        rf"(?:Par |By )?(?:{HOUSE_PATTERN})",
        examples=(*HOUSE_NAMES, "Par Le Monde", "By Le Monde"),
        never=(
            "Le Monde entier",
            "Le Monde avec AFP",
            "LE MONDE DES ABEILLES",
            "Ana Gil",
            "Libération de la parole",
            "Le Parisien de passage",
        ),
        seen="bylines without authors, every era: the names in the records of `sites`",
    ),
    Phrase(
        "newspaper",
        "desk",
        r"(?:Par |By )?La rédaction",
        examples=("La rédaction", "Par La rédaction"),
        never=("La rédaction vous conseille",),
        seen="bylines without authors, any paper",
    ),
    Phrase(
        "newspaper",
        "domain",
        r"(?:Par |By )?[\w-]{1,40}\.(?:fr|com|ch)",
        examples=("journal.fr", "Par mon-journal.com"),
        never=("Mon journal.fr", "fin.Un"),
        seen="bylines without authors, other papers",
    ),
    # genre
    Phrase(
        "genre",
        "opinion",
        r"Chroniques?|Tribunes?|Opinion|Éditorial|Éditoriaux|Analyse|Billet de blog|Idées|"
        r"Carte blanche|Point de vue",
        examples=(
            "Chronique",
            "Tribune",
            "Opinion",
            "Éditorial",
            "Éditoriaux",
            "Analyse",
            "Billet de blog",
            "Idées",
            "Carte blanche",
            "Point de vue",
        ),
        never=("Tribune nord", "Idées noires", "Analyse de sang", "Carte blanche au maire"),
        seen="h2.article__opinion-type, since 2018",
    ),
    Phrase(
        "genre",
        "news",
        r"Enquête|Reportage|Portrait|Récit|Entretien|Interview|Décryptage|Infographie|Critique|"
        r"Sélection|Vidéo|Histoire|Disparition|Témoignages?|Factuel|Les faits|Série|Grand format|"
        r"Document",
        examples=(
            "Enquête",
            "Document",
            "Reportage",
            "Portrait",
            "Récit",
            "Entretien",
            "Interview",
            "Décryptage",
            "Infographie",
            "Critique",
            "Sélection",
            "Vidéo",
            "Histoire",
            "Disparition",
            "Témoignages",
            "Factuel",
            "Les faits",
            "Série",
            "Grand format",
        ),
        never=(
            "enquête",
            "Une enquête",
            "Portrait de famille",
            "Les faits sont têtus.",
            "Série noire",
        ),
        seen="span.article__kicker, since 2018",
    ),
    # description
    Phrase(
        "description",
        "site",
        r"(?:.{1,40}\. )?Le Monde\.fr - 1er site d'(?:information|actualité|info)|Retrouvez ici ",
        match="prefix",
        examples=(
            "Le Monde.fr - 1er site d’information sur l’actualité.",
            "TRIBUNE. Le Monde.fr - 1er site d'information.",
            "Le Monde.fr - 1er site d'actualité",
            "Le Monde.fr - 1er site d'info",
            "Retrouvez ici une info de la thématique",
        ),
        never=("Le Monde.fr publie un site.", "Retrouvez le calme", "Le pont. Le Monde.fr y est."),
        seen="og:description of pages without a description of their own",
    ),
    # home
    Phrase(
        "home",
        "crumb",
        r"(?:Actualités )?(?:À|à) la une|(?:Page d'|Retour à l')?(?:Accueil|accueil)|Actualités?|"
        r"Le Monde(?:\.fr)?|Home(?: page)?|News",
        examples=(
            "A la une",
            "À la une",
            "Actualités à la une",
            "Accueil",
            "Page d’accueil",
            "Retour à l’accueil",
            "Actualité",
            "Le Monde.fr",
            "Le Monde",
            "Home",
            "Home page",
            "News",
        ),
        never=(
            "A la une du journal",
            "Accueil des enfants",
            "Actualité littéraire",
            "Le Monde entier",
            "Home made",
            "News of the river",
        ),
        seen="first item of the breadcrumb, printed or in JSON-LD, of any paper",
    ),
)
