"""Markdown as converters write it: spaces around emphasis and links, wrapped lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Author,
    Embed,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Quote,
    RelatedLink,
    parse_text,
)
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.plaintext.markdown import read_markdown
from lemonde_parse.plaintext.markdown_repair import _CARD, _WIDTH, repair
from lemonde_parse.plaintext.markdown_spacing import space_out

FIRST = "Le phare s’éteint à minuit, et le gardien descend les cent marches."


def read(markdown: str) -> str:
    """Return the text of a Markdown paragraph."""
    last = parse_text(f"# Le phare\n\n{FIRST}\n\n{markdown}").body[-1]
    assert isinstance(last, Paragraph)
    return last.text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        # html2text
        ("« _Le quai_ », dit-il.", "« Le quai », dit-il."),
        ("«\u00a0Oui\u00a0», dit _Le Quai_; non.", "«\u00a0Oui\u00a0», dit Le Quai\u00a0; non."),
        ("Il lit **_Le Quai_** ce soir.", "Il lit Le Quai ce soir."),
        ("Il lit _Le Quai_ , puis _La Mer_ .", "Il lit Le Quai, puis La Mer."),
        ("Il lit l’ _Almanach_ du port.", "Il lit l’Almanach du port."),
        ("Le “ _quai_ ” ferme.", "Le “quai” ferme."),
        ("Le port,_La Mer_ et le quai.", "Le port, La Mer et le quai."),
        ("Le quai ferme._« On attend »_ , dit-il.", "Le quai ferme. « On attend », dit-il."),
        ("Le quai _. On attend la nuit_.", "Le quai. On attend la nuit."),
        ("Il vend _La Mer_(1999) au port.", "Il vend La Mer (1999) au port."),
        ("Il lit _La Mer _puis dort.", "Il lit La Mer puis dort."),
        ("Il lit _La Mer _, puis dort.", "Il lit La Mer, puis dort."),
        ("Le _vice_ -amiral dort.", "Le vice-amiral dort."),
        ("_« S 'il pleut, on attend »_.", "« S'il pleut, on attend »."),
        ("Le quai l_ _’_ _oublie.", "Le quai l’oublie."),
        ("_« On attend de[partir](/p) »_.", "« On attend de partir »."),
        ("_« On se met à[partir](/p) »_.", "« On se met à partir »."),
        ("La nuit : _«_ S _ans quai, on attend »_.", "La nuit : « Sans quai, on attend »."),
        ("Le mérite du __ « quai ouvert » _._", "Le mérite du « quai ouvert »."),
        ("Le quai _»_ , dit-il, ferme.", "Le quai », dit-il, ferme."),
        ("Au XIX e siècle, le quai ferme.", "Au XIXe siècle, le quai ferme."),
        ("Au XVIII e siècle, le quai ferme.", "Au XVIIIe siècle, le quai ferme."),
        ("Un DIXI e siècle, le quai ferme.", "Un DIXI e siècle, le quai ferme."),
        ("Le port****(PMA) ferme.", "Le port (PMA) ferme."),
        ("Le quai [du port]_ferme_.", "Le quai [du port] ferme."),
        ("_« On attend (_ le quai _) la nuit »_.", "« On attend (le quai) la nuit »."),
        ("_Les quais_[du port] ferment.", "Les quais [du port] ferment."),
        ('**"L \'URGENCE"** du quai.', '"L\'URGENCE" du quai.'),
        ("Le quai ferme.  \n**  \nOn attend.**  \nLà.", "On attend. Là."),
        ("On lit [_La Mer_](/m)le soir.", "On lit La Mer le soir."),
        ("Le ***quai*****\u00a0ferme**.", "Le quai\u00a0ferme."),
        ("Le quai _…_ et la mer.", "Le quai… et la mer."),
        ("Le quai_ ferme ce soir_.", "Le quai ferme ce soir."),
        ("Le bac (_ La Mer_) dort.", "Le bac (La Mer) dort."),
        ("Le bac dort : _ Le bac_.", "Le bac dort : Le bac."),
        ("Il lit [le bac](/b)_La Mer_ ce soir.", "Il lit le bac La Mer ce soir."),
        ("Il lit le soir _La Mer _", "Il lit le soir La Mer"),
        ("Il lit _La Mer _ ce soir.", "Il lit La Mer ce soir."),
        ("Il ouvre bac_1 et lit _La Mer_ , puis dort.", "Il ouvre bac_1 et lit La Mer, puis dort."),
        # markdownify
        ("Il dit : *« On attend ».*Puis il dort.", "Il dit : « On attend ». Puis il dort."),
        ("Il dit : «*On attend*», puis dort.", "Il dit : «\u00a0On attend\u00a0», puis dort."),
        ("Il dit : *« On attend*» puis dort.", "Il dit : « On attend\u00a0» puis dort."),
        ("Il dit*« On attend »* et dort.", "Il dit « On attend » et dort."),
        ("Un prix : le quai*: la mer*, le cap.", "Un prix : le quai\u00a0: la mer, le cap."),
        (
            "Un prix : *le cap dit «*On attend\u00a0».",
            "Un prix : le cap dit «\u00a0On attend\u00a0».",
        ),
        ("Le quai\u00a0: il lit *Le Quai*: non.", "Le quai\u00a0: il lit Le Quai\u00a0: non."),
        ("Il dit « Oui »puis dort.", "Il dit « Oui » puis dort."),
        ("Les *quai*s et *La Mer* , puis le cap.", "Les quais et La Mer, puis le cap."),
        ("Il compte 2 * 3 et *La Mer* , puis dort.", "Il compte 2 * 3 et La Mer, puis dort."),
        ("Un prix : *Le Quai*: la mer.", "Un prix : Le Quai\u00a0: la mer."),
        ("Le port ferme.*(…)* Le quai rouvre.", "Le port ferme. (…) Le quai rouvre."),
        ("M<sup>me</sup>Binot dort.", "Mme Binot dort."),
        ("Mme Sarel et MmeBinot, Mlle Orain.", "Mme Sarel et Mme Binot, Mlle Orain."),
        ("La commission du port(PMA), *sic*,dort.", "La commission du port (PMA), sic, dort."),
        ("La [commission](/c)(PMA) dort.", "La commission (PMA) dort."),
        ("Le nom du« quai » ferme.", "Le nom du « quai » ferme."),
    ],
)
def test_spaces_lost_or_added_by_a_converter_are_corrected(printed: str, text: str) -> None:
    assert read(printed) == text


@pytest.mark.parametrize(
    "text",
    [
        "L’*Almanach* d’_Ouessant_, **le** (*petit*), se vend.",
        "Un nom_en_trois parts, deux@la_mer.example, 3*4*5 et *args.",
        "Le *ca*pitaine et le **quai**.",
        "* * *",
        "* un\n* *deux*\n* trois",
        "Les étudiants’ _work_ continue.",
        "Voir `a_b _c_` et <i class='_x_'>x</i> et [x](/a_b_ \"_c_ ,\").",
        "La vitamine C _bis_ et M. _Le Quai_.",
        "Un signe _ouvert reste.",
        "L’ordre : **un**, ***deux***, __trois__.",
        "[s]*on* quai",
        "Mme X, MMe, une Mmette",
        "Il dit : «*On attend*», puis : «Qui ?» «*Moi*».",
        "sic,dort",
        "Le [quai](/q)s et le [port](/p)uaire",
        "Il dit : pré*historique* du port.",
        "La lettre *d* ouvre le mot.",
        "He reads *Le Quai*: no.",
        "Le _quai_ - un port.",
        "Il lit *l’*« Almanach » et *l’*(autre).",
        "Le quai…*… fin*, et le port, [du nord]*, puis* la nuit.",
        "Les étudiant(e)*s* du port.",
        "Un prix : (*: la mer*).",
        "Il dit : «Qui ?», puis *répond «*Moi».",
        "Il lit *l’* *Almanach*.",
        "V _Le Quai_ ferme.",
        "Il manque __ mots.",
    ],
)
def test_spaces_of_other_text_are_unchanged(text: str) -> None:
    assert space_out(text) == text


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("des porte-\nconteneurs", "des porte-conteneurs"),
        ("> des porte-\n> conteneurs", "> des porte-conteneurs"),
        ("[le quai](/le-\nport/ \"Le\nquai\")", "[le quai](/le-port/ \"Le\nquai\")"),
        ("[le quai](https://a.example/le\nport_1.html)", "[le quai](https://a.example/leport_1.html)"),
        ("[le quai](/le\n\nport.html) ferme", "[le quai](/leport.html) ferme"),
        ("![Le quai\n\n](/q.jpg)", "![Le quai](/q.jpg)"),
        (
            "# Un phare éteint, une lampe allumée, un gardien endormi, la mer calme, et\ncent marches",
            "# Un phare éteint, une lampe allumée, un gardien endormi, la mer calme, et cent marches",
        ),
        (
            "## Un phare éteint, une lampe allumée, une mer très calme et [la tour](/tour\n\"La tour\") dort",
            "## Un phare éteint, une lampe allumée, une mer très calme et [la tour](/tour \"La tour\") dort",
        ),
        ("## Le phare et <a\nhref=\"/m\">la\nmer</a> calme\nsuite", "## Le phare et <a href=\"/m\">la mer</a> calme\nsuite"),
        ("# Un phare éteint, une lampe allumée, un gardien endormi, la mer plate\nquelques bacs", "# Un phare éteint, une lampe allumée, un gardien endormi, la mer plate quelques bacs"),
        ("## Le phare  \net la mer", "## Le phare et la mer"),
        (
            "# Un phare éteint, une lampe allumée, un gardien endormi, la mer, trois porte-\nconteneurs",
            "# Un phare éteint, une lampe allumée, un gardien endormi, la mer, trois porte-conteneurs",
        ),
        (
            "# Un phare éteint, une lampe allumée, un gardien endormi, une mer calme -\ntoujours",
            "# Un phare éteint, une lampe allumée, un gardien endormi, une mer calme - toujours",
        ),
        (
            f"# Le phare de la pointe,\nhttps://phare.example/{'a' * _WIDTH}\nest éteint",
            f"# Le phare de la pointe, https://phare.example/{'a' * _WIDTH} est éteint",
        ),
        ('Le <img alt="quai\n- la mer" src="/q.jpg"> dort', 'Le <img alt="quai - la mer" src="/q.jpg"> dort'),
    ],
)  # fmt: skip
def test_wrapped_line_is_joined(printed: str, repaired: str) -> None:
    assert repair(printed) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "la mi-\net la fin",
        "le quai -\nvieux",
        "le quai (voir [la carte](/c)\nou la mer)",
        "# Le phare\nUn gardien descend.",
        "# Un phare éteint, une lampe allumée, un gardien endormi, une mer calme\n\nsept marches",
        "# Un phare éteint, une lampe allumée, un gardien endormi, la mer plate\nbateaux",
        "# Un phare éteint, une lampe allumée, un gardien endormi, la mer plate, et la lune en mars\nbateaux",
        "![Le quai](/q.jpg)\n\n[La mer](/m)",
    ],
)
def test_line_that_is_not_wrapped_stays_separate(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(("length", "sign"), [(_WIDTH, " "), (_WIDTH + 1, "\n")])
def test_line_above_a_wrapped_line_of_a_heading_is_at_most_as_long_as_the_width(
    length: int, sign: str
) -> None:
    line = ("# " + "quai " * _WIDTH)[: length - 1] + "s"
    assert repair(f"{line}\nferme") == f"{line}{sign}ferme"


def test_two_line_breaks_at_the_end_of_emphasis_separate_paragraphs() -> None:
    assert parse_text(f"# Le phare\n\n{FIRST}\n\n**Le quai.  \n**  \nOn attend.").body == (
        Paragraph(text=FIRST),
        Paragraph(text="Le quai.", marks=(Mark(kind="strong", start=0, end=8),)),
        Paragraph(text="On attend."),
    )


@given(
    st.lists(
        st.sampled_from(["mot", " ", "_", "*", "**", "«", "»", ".", ",", "[a](/b)", "’", "\n"])
    )
)
def test_words_are_kept_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    spaced = space_out(text)
    kept = [sign for sign in spaced if sign not in " \u00a0\n*_"]
    assert kept == [sign for sign in text if sign not in " \n*_"]


def test_link_after_a_subscriber_badge_is_a_related_link() -> None:
    article = parse_text(
        f"# Le phare\n\n{FIRST}\n\nArticle réservé à nos abonnés [La lampe](/l)\n\n{FIRST}"
    )
    assert article.related_links == (
        RelatedLink(label="", headline="La lampe", url="/l", is_premium=True, position=1),
    )


LINKS = "[Accueil](/) [Mer](/mer) [Port](/port)"
SECOND = "La mer est calme, et les cent marches attendent le gardien qui dort encore dans la tour."


@pytest.mark.parametrize("level", ["# Le phare", "Le phare\n========"])
def test_only_the_main_heading_is_the_title(level: str) -> None:
    article = parse_text(
        f"{LINKS}\n\nLe quai\n\n{level}\n\n{FIRST} {SECOND}\n\n## La lampe\n\n{SECOND}"
    )
    assert article.headline == "Le phare"
    assert article.body == (
        Paragraph(text=f"{FIRST} {SECOND}"), Heading(text="La lampe", level=2), Paragraph(text=SECOND)
    )  # fmt: skip
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("Accueil\nPort\nLe quai", "text: above the article")
    ]
    assert article.breadcrumbs == ("Mer", "Port", "Le quai")


def test_title_of_a_page_in_markdown_may_be_far_above_its_text() -> None:
    menu = "\n".join(f"  * [Rubrique {number}](/{number})" for number in range(20))
    lines = "\n\n".join(f"Partage {number}" for number in range(20))
    article = parse_text(
        f"[Se connecter](/c)\n\n{menu}\n\n# L’orgueil\n\n{lines}\n\n"
        + "\n\n".join([f"{FIRST} {SECOND}"] * 4)
    )
    assert article.headline == "L’orgueil"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} {SECOND}\n\n# La lampe\n\n{SECOND}",
        f"# Le phare\n\n{SECOND}\n\n# La lampe\n\n{SECOND}",
        "# La lampe\n\nLa mer",
    ],
)
def test_main_heading_of_a_section_loses_no_words(text: str) -> None:
    words = text.replace("#", "").split()
    article = parse_text(text)
    assert f"{article.headline or ''} {article.text}".split() == words


@pytest.mark.parametrize("sign", ["Par", "Propos recueillis par", "By"])
def test_byline_word_and_name_on_separate_lines_are_joined(sign: str) -> None:
    article = parse_text(
        f"# Le phare\n\n{sign}\n\n[Claire Vasseur](/vasseur)\n\n{FIRST} {SECOND}\n\n{SECOND}"
    )
    assert article.byline == f"{sign} Claire Vasseur"
    assert article.authors == (Author(name="Claire Vasseur", url="/vasseur"),)


def test_byline_word_without_a_name_is_text() -> None:
    assert read("By\n\n" + f"{FIRST} {SECOND} " * 2) == f"{FIRST} {SECOND} {FIRST} {SECOND}"
    assert read("Par") == "Par"
    lines = read_markdown("Par\n\n## La lampe", None, [])
    assert [(line.role, line.text) for line in lines] == [
        (Role.PARAGRAPH, "Par"),
        (Role.HEADING, "La lampe"),
    ]
    lines = read_markdown("## Par\n\nClaire Vasseur", None, [])
    assert [(line.role, line.text) for line in lines] == [
        (Role.HEADING, "Par"),
        (Role.PARAGRAPH, "Claire Vasseur"),
    ]


@pytest.mark.parametrize(
    ("length", "is_joined"), [(LIMITS.signature, True), (LIMITS.signature + 1, False)]
)
def test_line_below_a_byline_word_is_at_most_as_long_as_a_signature(
    length: int, is_joined: bool
) -> None:
    names = ("Claire Vasseur, " * length)[: length - 1] + "X"
    lines = [line.text for line in read_markdown(f"Par\n\n{names}", None, [])]
    assert lines == ([f"Par {names}"] if is_joined else ["Par", names])


@pytest.mark.parametrize("alt", ["", "Le cap"])
def test_caption_of_a_figure_in_html_is_read(alt: str) -> None:
    article = parse_text(
        f'<figure>\n<img src="/cap.jpg" alt="{alt}" />\n<figcaption>Le cap, en\nmars.</figcaption>\n'
        f"</figure>\n\n{FIRST}\n\n{SECOND}"
    )
    assert article.report.layout == "text: markdown"
    assert article.body[0] == Figure(url="/cap.jpg", alt=alt or None, caption="Le cap, en mars.")


def test_tweet_in_a_quote_is_an_embed() -> None:
    article = parse_text(
        f"# Le phare\n\n{FIRST}\n\n> Le phare est éteint.\n>\n> — Claire (@clairev) [2 mars](https://twitter.com/a/1)"
        f"\n\n{SECOND}\n\n> La mer est calme.\n>\n> — Claire (Vasseur)"
        f"\n\n{SECOND}\n\n> Le compte (@clairev) dort, et la mer est calme.\n\n{SECOND}"
    )
    text = "Le phare est éteint. — Claire (@clairev) 2 mars"
    assert article.body[1:] == (
        Embed(provider="twitter", url="https://twitter.com/a/1", text=text),
        Paragraph(text=SECOND),
        Quote(text="La mer est calme. — Claire (Vasseur)"),
        Paragraph(text=SECOND),
        Quote(text="Le compte (@clairev) dort, et la mer est calme."),
        Paragraph(text=SECOND),
    )


def test_paragraph_that_ends_like_a_tweet_is_text() -> None:
    text = f"{FIRST} — Claire (@clairev) 2 mars"
    assert [line.role for line in read_markdown(text, None, [])] == [Role.PARAGRAPH]


@pytest.mark.parametrize(
    ("lines", "kicker", "standfirst"),
    [
        (f"### {SECOND}", None, SECOND),
        (f"RécitDeux phares. {SECOND}", "Récit", f"Deux phares. {SECOND}"),
        (f"DocumentDeux phares. {SECOND}", "Document", f"Deux phares. {SECOND}"),
        (f"{SECOND}\n\n- Partager\n- Envoyer par e-mail", None, SECOND),
        (f"{SECOND}\n\n- Partage désactivé Envoyer\n- Partage désactivé", None, SECOND),
    ],
)
def test_standfirst_below_the_title_is_read(
    lines: str, kicker: str | None, standfirst: str
) -> None:
    article = parse_text(f"# Le phare\n\n{lines}\n\n{FIRST}\n\n{SECOND}")
    assert (article.kicker, article.description) == (kicker, standfirst)
    assert article.body == (Paragraph(text=FIRST), Paragraph(text=SECOND))


@pytest.mark.parametrize(
    ("emphasis", "description", "body"),
    [("*", SECOND, ()), ("", None, (Paragraph(text=SECOND),))],
)
def test_line_in_italics_is_the_standfirst_of_an_article_without_text(
    emphasis: str, description: str | None, body: tuple[Paragraph, ...]
) -> None:
    article = parse_text(f"# Le phare\n\n{emphasis}{SECOND}{emphasis}\n\nPar Claire Vasseur")
    assert (article.description, article.byline) == (description, "Par Claire Vasseur")
    assert article.body == body


def test_last_paragraph_of_a_page_may_end_without_a_full_stop() -> None:
    menu = "\n".join(f"- [Rubrique {number}](/{number})" for number in range(20))
    last = f"{SECOND} {FIRST} Le quai ferme à minuit"
    article = parse_text(
        f"[Se connecter](/c)\n\n{menu}\n\n# Le phare\n\n{FIRST} {SECOND}\n\n{SECOND} {FIRST}"
        f"\n\n{FIRST} {FIRST}\n\n{last}\n\n" + "\n\n".join(menu.splitlines())
    )
    assert article.body[-1] == Paragraph(text=last)


def test_heading_below_the_date_is_text() -> None:
    article = parse_text(
        f"# Le phare\n\nPublié le 3 mai 2023 à 10h00\n\n## {SECOND}\n\n{FIRST}\n\n{FIRST} {SECOND}"
    )
    assert article.description is None
    assert article.body[0] == Heading(text=SECOND, level=2)


def test_end_of_a_link_card_without_its_start_is_text() -> None:
    text = "Le bac](https://www.port.example/bac) part à midi."
    assert parse_text(f"# Le phare\n\n{FIRST}\n\n{text}\n\n{SECOND}").body == (
        Paragraph(text=FIRST),
        Paragraph(text=text),
        Paragraph(text=SECOND),
    )


@pytest.mark.parametrize(
    ("between", "role"), [(_CARD, Role.PROMOTION), (_CARD + 1, Role.PARAGRAPH)]
)
def test_card_has_a_limited_number_of_blocks(between: int, role: Role) -> None:
    """A card is a link around several blocks."""
    lines = ["[Le bac", *["Le quai"] * between, "Le cap](https://www.port.example/bac)"]
    found = read_markdown("\n\n".join(lines), None, [])
    assert [line.role for line in found] == [role] * len(lines)


def test_card_does_not_start_with_words_in_brackets() -> None:
    found = read_markdown("[Photo] Le bac\n\nLe cap](https://www.port.example/bac)", None, [])
    assert [line.role for line in found] == [Role.PARAGRAPH, Role.PARAGRAPH]


def test_elided_article_and_noun_on_separate_lines_are_joined() -> None:
    assert read("Le quai de l'\n\nUnion ferme.") == "Le quai de l'Union ferme."
    assert read("Le quai de l'") == "Le quai de l'"
    assert (
        read(f"Le quai de l'\n\nUnion. {FIRST} {SECOND}") == f"Le quai de l'Union. {FIRST} {SECOND}"
    )


@pytest.mark.parametrize("lines", ["## La lampe", f"{SECOND}\n\n- Partager le pain\n- Dormir"])
def test_other_first_lines_are_not_a_standfirst(lines: str) -> None:
    article = parse_text(f"# Le phare\n\n{lines}\n\n{FIRST}\n\n{SECOND}")
    assert article.description is None


def test_kicker_author_and_standfirst_between_title_and_date_are_read() -> None:
    article = parse_text(
        f"# Le phare\n\n## [Chronique](/c)\n\n![auteur](/v.jpg)\n\nClaire Vasseur\n\nÉditorialiste\n\n{SECOND}"
        f"\n\nPublié le 3 mai 2023 à 10h00\n\n{FIRST}\n\n{SECOND}"
    )
    assert (article.kicker, article.description) == ("Chronique", SECOND)
    assert article.authors == (Author(name="Claire Vasseur", job_title="Éditorialiste"),)
    assert article.body == (Paragraph(text=FIRST), Paragraph(text=SECOND))
