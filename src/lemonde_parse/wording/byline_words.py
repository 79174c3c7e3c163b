"""The words of bylines, French and English: before, between and after names.

`lemonde_parse.metadata.bylines` uses these tables. Most patterns are written as in `phrases`:
accents are optional, and a space or an apostrophe matches every variant. They ignore case, except
within ``(?-i:…)``. `RECORDED`, `LINE_INTRODUCTIONS`, `CALLINGS`, `ASIDE`, `IN` and `TOWN` match
text as written.
"""

from __future__ import annotations

from typing import Final

# Written as escapes, because `spelled` adds the plain letter to an accented one.
_CAPITAL: Final = r"(?-i:[A-Z\xC0-\xDE])"

# Nouns for contributions. Writers and photographers count as authors.
_WRITING: Final = (
    "textes?|text|reportages?|enquêtes?|récits?|entretien|articles?|chronique|analyse|tribune|"
    "critique|dossier|propos|infographies?|vidéos?|story|column|words"
)
_PICTURES: Final = "photos?|photographies?|photography|pictures"
_OTHER_WORK: Final = (
    "illustrations?|dessins?|traductions?|translations?|adaptations?|montage|cartographie|"
    "graphisme|réalisation|production|édition"
)
_NOUN: Final = f"(?:{_WRITING}|{_PICTURES}|{_OTHER_WORK})"
_ARTICLE: Final = "(?:une? |la |le |l'|notre |an? )?"
_OF: Final = r"(?: ?:| (?:de|du|des|par|by|of)\b| d'(?=\w))"
_WORK_OF: Final = rf"(?: ?(?:,|et|and|&) {_NOUN})?{_OF}"
# Participles before "par" and "by".
_SIGNED: Final = (
    "recueilli|rédigé|écrit|réalisé|mené|signé|préparé|conduit|publié|posté|proposé|coordonné|"
    "présenté|mis en forme"
)
_DERIVED: Final = "traduit|adapté|illustré|dessiné|édité|relu|mis à jour|mis en images?|monté"
_PARTICIPLE: Final = f"(?:{_SIGNED}|{_DERIVED})(?:e|s|es)?"
_ENGLISH_SIGNED: Final = "written|reported|reporting|interview|posted|published|compiled"
_ENGLISH_DERIVED: Final = "translated|translation|adapted|illustrated|edited|editing|updated"
_FROM: Final = r"(?: (?:de l'|du |from (?:the )?)[^\W\d_]{1,20}(?: \([^()]{1,30}\))?)?"

_TALK: Final = (
    "(?:entretien|interview|conversation|rencontre|dialogue|discussion|débat|échange|meeting|q&a)"
)

AUTHOR_INTRODUCTIONS: Final[tuple[str, ...]] = (
    rf"(?:{_ARTICLE}{_NOUN} )?(?:{_SIGNED})(?:e|s|es)?(?: (?:et|&) {_PARTICIPLE}){{0,2}} par\b",
    r"(?:articles?|textes?|propos|entretien) (?:rédigé|recueilli)s?\b ?:?",
    rf"(?:{_ENGLISH_SIGNED})(?: and (?:{_ENGLISH_SIGNED}|{_ENGLISH_DERIVED}))? by\b",
    rf"{_ARTICLE}(?:interview by\b|(?:{_WRITING}){_WORK_OF})",
    rf"textes?(?= {_CAPITAL}|\Z)",
    r"as told to\b",
    r"par\b|by\b",
)
"""Words before the name of an author: "Par", "Propos recueillis par", "Reportage de"."""

RECORDED: Final = r"[Rr]ecueillis? (?:et traduits? )?par"

LINE_INTRODUCTIONS: Final[tuple[str, ...]] = (
    "Par", "By", f"(?:Propos |Entretien |Texte )?{RECORDED}", "Reportage de", "Textes? de",
    "(?:Interview|Text|Column|Story|Reporting) by", "Written by",
)  # fmt: skip
"""Introductions that make a line a byline if a name follows."""

PHOTOGRAPHER_INTRODUCTIONS: Final[tuple[str, ...]] = (
    rf"{_ARTICLE}(?:{_PICTURES}){_WORK_OF}",
    rf"(?:{_PICTURES})(?= {_CAPITAL}|\Z)",
)
"""Words before the name of a photographer, who counts as an author. A photographer's agency may
follow after "/"."""

OTHER_INTRODUCTIONS: Final[tuple[str, ...]] = (
    rf"(?:{_NOUN} )?(?:{_DERIVED})(?:e|s|es)?{_FROM} par\b",
    rf"(?:{_ENGLISH_DERIVED}){_FROM} by\b",
    rf"{_ARTICLE}(?:{_OTHER_WORK}){_WORK_OF}",
    rf"(?:{_OTHER_WORK})(?= {_CAPITAL}|\Z)",
    # The person interviewed, not the interviewer
    rf"{_ARTICLE}(?:grand |exclusive )?{_TALK}(?: exclusi(?:f|ve))? (?:avec|entre|with|between)\b",
    r"(?:in |une? )?conversation with\b",
    rf"{_ARTICLE}(?:interview|portrait)(?: (?:de|du)\b| d'(?=\w))",
    r"propos (?:de\b|d'(?=\w))(?=.{0,80} recueillis)",
)
"""Words before the name of a person other than the author: a translator, an illustrator, the person
interviewed."""

ALSO: Final[tuple[str, ...]] = (r"et\b", r"and\b", "&", r"ainsi que\b", r"as well as\b")
"""Words before another name."""

_HELP: Final = "(?:la (?:collaboration|participation|contribution)|l'aide|le concours)"

TOGETHER_WITH: Final[tuple[str, ...]] = (
    r"en (?:collaboration|partenariat|association) avec\b",
    r"in (?:collaboration|partnership|association) with\b",
    rf"avec {_HELP} (?:de\b|du\b|d'(?=\w))",
    r"with (?:additional )?(?:reporting|contributions?|help) (?:by|from)\b",
    r"avec\b",
    r"with\b",
)
"""Words before the name of an agency or a contributor."""

AGENCY_WORDS: Final = frozenset(
    ["l'", "la", "les", "de", "d'", "des", "the", "agence", "agences", "agency", "agencies",
     "presse", "press", "news", "dépêche", "dépêches", "source", "sources", "via", ":", "avec",
     "with"]
)  # fmt: skip
"""Words around the names of agencies."""

NO_NAMES: Final = frozenset(
    ["est", "sont", "a", "ont", "était", "sera", "is", "are", "has", "was", "qui", "dont",
     "who", "ce", "cet", "cette", "ces", "this", "paru", "parue"]
)  # fmt: skip
"""Words that occur in sentences, but not in names."""

PARTICLES: Final = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "van", "von", "der", "den", "di", "da", "del",
     "della", "el", "al", "bin", "ben", "ibn", "y", "e", "dos", "das", "ter", "ten", "zu"]
)  # fmt: skip
"""Words in names that are not capitalised."""

CORRESPONDENT: Final = (
    r"envoyée?s? spécia(?:le?s?|ux)|correspondante?s?|correspondance|special correspondent"
)
"""The job of a correspondent."""

JOBS: Final[tuple[str, ...]] = (
    "éditorialiste", "journaliste", "chroniqueu", "rédact", "correspond", "envoyée?s? spécia",
    "pigiste", "reporter", "photographe", "grand reporter", r"chef(?:fe)?\b", "directeur",
    "directrice", r"blog\b", r"service\b", "profess", "maître de", "maîtresse de", "historien",
    "sociolog", "économiste", "écrivain", "avocat", "philosophe", "médecin", r"ancien",
    "président", "cherche", "bureau", "critique", r"prix\b", "romanci", "ministr", "déput",
    "sénat", "enseign", "cinéast", "réalisat", "universit", "politologue", "psycholog",
    "psychiatre", "anthropolog", "essayiste", "membre", "auteure?", "autrice", "spécialiste",
    "fondat", "cofondat", "docteur", r"editor\b", "editorial", "columnist", r"staff\b",
    r"special\b", r"senior\b", r"limited partner", r"head of\b", "global head", r"chief\b",
    r"partner\b", "contribut", "writer", "lecturer", "analyst", r"political\b", r"deputy\b",
    "freelance",
)  # fmt: skip
"""Beginnings of job titles, ignoring case."""

CALLINGS: Final = r"\w{1,20}(?:logue|iste|graphe)s?"
"""Pattern of other jobs after a name."""

GROUPS: Final = frozenset(["Collectif", "Service", "Les", "Un"])
"""First words in the names of groups, which may sign together with people; they are not towns."""

DESK: Final = r"service\b"
"""Start of a desk's name. After a person's name it is a job; alone, it is an author."""

NEWSROOM: Final = (
    r"(?:la |notre )?rédaction(?: (?:de |du |des |d'|numérique|web|en ligne).{0,60}| ?)"
)
"""The newsroom as a whole, which does not count as an author."""

ASIDE: Final = r"(?:dans|sur|pour|chez|on|for) "
"""Start of a phrase after a name, such as "dans l’émission", that is neither a job nor a town."""

IN: Final = "à|au|aux|en|dans|depuis|in|at|from"
"""Words before a place."""

# A town's name is one word, or two words if the first is in this list.
TOWN: Final = (
    r"(?:(?:New|La|Le|Les|Los|Las|San|Santa|São|Sao|Buenos|Tel|Hong|Addis|Abou|Abu|Kuala|Phnom|Port|Cape|Mexico|Ho-Chi-Minh)\s)?"
    r"[^\W\d_a-zà-ÿ][a-zà-ÿ][\w’'-]+"
)

_MONTH: Final = (
    r"(?:janv?|jan|févr?|feb|mars?|avr|apr|mai|may|juin|juil|jun|jul|août|aug|sept?|oct|nov|déc|dec)"
    r"[a-zéû]{0,7}\.?"
)
WEEKDAY: Final = (
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
"""Names of days, in lower case."""
_TIME: Final = r"\d{1,2} ?[h:] ?(?:\d\d(?::\d\d)?)?(?: ?[ap]\.?m\b\.?)?(?!\w)(?: \(paris\))?"
_DAY: Final = (
    rf"(?:{WEEKDAY},? )?(?:\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}},? \d{{4}}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|aujourd'hui|hier|today|yesterday)(?!\w)"
)
_DATED: Final = (
    "(?:(?:publi|post|modifi|actualis)ée?|mise? (?:à jour|en ligne)|"
    "published|posted|updated|modified)"
)
BESIDE_NAMES: Final[tuple[str, ...]] = (
    r"https?://\S{1,200}|www\.\S{1,200}|[^\s()@]{1,64}@[^\s()]{1,100}|@\w{1,40}",
    rf"(?:(?:le|du|on|à|at) )?(?:{_DAY}|{_TIME})",
    rf"{_DATED}(?: (?:le|on|à|at)\b| ?:)?(?!\w)",
    r"(?:temps de )?lecture ?:? ?\d{1,3} ?min\w{0,4}\.?|\d{1,3} min(?:utes)? (?:read|de lecture)\b",
)
"""Addresses, dates and reading times on the same line as a byline."""
