"""The Article and what stands beside its body. Data only: what fills it is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import field, frozen

from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Paragraph,
    join_texts,
)
from lemonde_parse.typography import plain

if TYPE_CHECKING:
    from lemonde_parse.spans import SpannedText

Kind = Literal["article", "live", "video", "audio", "gallery", "interactive", "blog"]

RemovalReason = Literal[
    "advertisement",
    "badge",
    "byline",
    "comments",
    "boilerplate",
    "hidden",
    "metadata",
    "newsletter",
    "paywall",
    "promotion",
    "pull quote",
    "related",
    "share",
    "signature",
    "status",
    "tags",
    "unsafe link",
]
"""Why a text was taken out of the body."""

WarningCode = Literal[
    "copy", "cut", "empty body", "encoding", "incomplete", "json", "layout", "limit",
    "live entries", "unidentified",
]  # fmt: skip

JSON: TypeAlias = (
    "str | int | float | bool | None | Mapping[str, JSON] | list[JSON] | tuple[JSON, ...]"
)
"""What `json` reads and writes."""

SCHEMA_VERSION: Final = 1
"""Version of what `to_dict` writes; raised when a reader of the older format would misread the
newer."""

MAX_COUNT: Final = 2**63 - 1
"""Largest number that a field may have: databases and tables store no larger ones."""

# A word is a run without white space that holds a letter or a digit: « and – alone are none.
_WORDLIKE = re.compile(r"[^\W_]")


@frozen(kw_only=True)
class Author:
    """A person or a collective that signs the article; never the newspaper itself."""

    name: str
    """Without "Par", town or job: ``"Claire Vasseur"``."""
    url: str | None = None
    """Absolute address of the author's page."""
    job_title: str | None = None
    """As printed: ``"bureau européen"``."""
    location: str | None = None
    """Where the author writes from, as printed: ``"Bruxelles"``."""


@frozen(kw_only=True)
class RelatedLink:
    """A link that stood in the article region to point elsewhere ("Lire aussi")."""

    label: str
    """What invites to follow it, without its ":" or "|" and without the subscriber badge: ``"Lire
    aussi"``; "" if nothing does."""
    headline: str
    """The link's text: the headline of what it leads to."""
    url: str | None = None
    """Absolute where it can be made so; None where the page has no address, as in a text dump."""
    is_premium: bool = False
    """Whether the page marks the target as reserved to subscribers."""
    position: int = 0
    """Index of the top-level block of the body after it; the number of blocks if none follows."""


@frozen(kw_only=True)
class Removal:
    """A text of the article region that is not in the body, and why.

    For a text that is a page printed whole, the lines before the article are one removal, and those
    after it another.
    """

    reason: RemovalReason
    """What it was taken for."""
    text: str
    """The words taken out, as a reader saw them."""
    rule: str
    """The row of a layout or of the wording table, or the rule, that took it:
    ``"lemonde_2018: .inread*"``, ``"text: above the article"``."""
    position: int = 0
    """Index of the top-level block of the body that it stood before."""


@frozen(kw_only=True)
class Source:
    """What one place of the page says of a field, and whether it was believed."""

    field: str
    """The field of `Article`: ``"date_published"``."""
    value: str
    """What was read there, as text."""
    origin: str
    """Where: ``"printed"``, ``"json_ld"``, ``"script"``, ``"meta"``, …: the names of the precedence
    table."""
    won: bool
    """Whether the field has this value."""


@frozen(kw_only=True)
class ParseWarning:
    """Something a careful user should know of how the page was read."""

    code: WarningCode
    """To filter by."""
    message: str
    """What happened, in a sentence."""


@frozen(kw_only=True)
class WeightedFeature:
    """A feature of a line that was considered, and its weight."""

    name: str
    """In words: ``"standfirst below"``."""
    weight: float
    """Negative if the feature is evidence against the line."""


@frozen(kw_only=True)
class Choice:
    """A line that was considered for a place in the article, and its score."""

    question: Literal["headline", "beginning", "end"]
    """The place: the title, the first line of the article, the first line below it."""
    text: str
    """The line."""
    score: float
    """The sum of its features' weights. The highest is chosen; in a whole page, if above 0."""
    features: tuple[WeightedFeature, ...]
    """Each feature of the line with its weight."""
    is_chosen: bool
    """The line that was chosen."""


@frozen(kw_only=True)
class Report:
    """How the page was read. Not part of an article's equality."""

    layout: str = ""
    """Name of the layout record that was used: ``"lemonde_2018"``."""
    removed: tuple[Removal, ...] = ()
    """What was taken out of the body, in page order."""
    sources: tuple[Source, ...] = ()
    """For every field, who won and who lost."""
    warnings: tuple[ParseWarning, ...] = ()
    """What was cut, limited, or could not be trusted."""
    block_rules: tuple[str, ...] = ()
    """The rule behind each block of the body, in page order, a box before the blocks in it."""
    choices: tuple[Choice, ...] = ()
    """In a text, the lines considered for title, beginning and end, with their scores."""
    parser_version: str = ""
    """Version of this library: ``"1.0.0"``."""


@frozen(kw_only=True, repr=False)
class Article:
    """A page of a newspaper, read.

    Frozen, picklable, hashable, equal by value (the report aside). Fields bear their schema.org
    terms in snake_case.

    >>> from lemonde_parse import Article, Heading, Paragraph
    >>> body = (Heading(text="Une partie"), Paragraph(text="Deux mots."))
    >>> article = Article(headline="Un titre", body=body)
    >>> article
    <Article 'Un titre', 2 blocks, 4 words>
    >>> print(article.text)
    Une partie
    <BLANKLINE>
    Deux mots.
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    kind: Kind = "article"
    """The page's form."""
    genre: str | None = None
    """The editorial genre as the page names it: ``"Tribune"``, ``"Enquête"``, ``"Factuel"``."""
    url: str | None = None
    """The address that was passed to `parse`."""
    canonical_url: str | None = None
    """The address that the page gives itself."""
    identifier: str | None = None
    """The site's own id of the article: ``"6187099"``."""
    headline: str | None = None
    """The title as printed; else as declared."""
    kicker: str | None = None
    """The label printed above or before the standfirst (surtitre): ``"Enquête"``."""
    description: str | None = None
    """The standfirst (chapô) as printed; else as declared, unless that is the site's boilerplate or
    the body's beginning."""
    authors: tuple[Author, ...] = ()
    """Persons and collectives; empty for the newspaper's own and agencies' texts."""
    byline: str | None = None
    """The signature as printed: ``"Par Claire Vasseur (Bruxelles, bureau européen)"``."""
    agencies: tuple[str, ...] = ()
    """News agencies that the byline names: ``("AFP",)``."""
    date_published: datetime | None = None
    """Aware; with the offset that the page gives, else that of Europe/Paris on that day."""
    day_published: date | None = None
    """The day of publication, if the page gives no time beside it, as in exports of press
    databases; None beside `date_published`."""
    date_modified: datetime | None = None
    """Aware, as `date_published`; None if the page tells of no change."""
    section: str | None = None
    """The outermost section (rubrique): ``"International"``."""
    breadcrumbs: tuple[str, ...] = ()
    """The sections from outermost to innermost, without the home page."""
    keywords: tuple[str, ...] = ()
    """The page's tags."""
    in_language: str | None = None
    """As declared, else the language of the page's printed labels; never guessed from the prose:
    ``"fr"``, ``"en"``."""
    publisher: str | None = None
    """As declared, else as printed around the article: ``"Le Monde"``."""
    main_image: Figure | None = None
    """The lead picture that the page declares, which may stand outside the body."""
    reading_minutes: int | None = None
    """The printed reading time, in minutes."""
    announced_length: int | None = None
    """Length of the complete text that the page declares, in characters."""
    announced_words: int | None = None
    """Number of words that a press database gives; how it counts is its own."""
    pagination: str | None = None
    """The printed page or pages, as a press database gives them: ``"14"``, ``"93_T_17"``."""
    body: tuple[Block, ...] = field(kw_only=True)
    """The article, in page order."""
    is_accessible_for_free: bool | None = None
    """Whether the page declares free access; None if it does not say.

    False means "for subscribers", not "cut off here".
    """
    is_truncated: bool = False
    """Whether the page cuts the body off for readers without subscription."""
    percent_left: float | None = None
    """What the notice says is left to read, in percent: ``57.09``."""
    related_links: tuple[RelatedLink, ...] = ()
    """Links out of the article region that only point elsewhere, in page order."""
    translation_url: str | None = None
    """Address of the same article in the other language."""
    report: Report = field(factory=Report, eq=False, kw_only=True)
    """How the page was read: what was removed, who won, what to beware of."""

    def __repr__(self) -> str:
        counts = f"{len(self.body)} blocks, {self.word_count} words"
        return f"<{type(self).__name__} {self.headline!r}, {counts}>"

    @property
    def text(self) -> str:
        """The blocks' texts joined by blank lines: asides and live entries included, captions and
        embeds not."""
        return join_texts(None, self.body)

    @property
    def plain_text(self) -> str:
        """`text` in plain typography, for those who count or compare words: straight quotes and
        apostrophes, plain spaces and hyphens.

        Each character is replaced by one, so that offsets into `text`, those of `text_spans` among
        them, are offsets into `plain_text`. Letters, dashes and "…" stay. Soft hyphens and
        zero-width characters are in neither, since reading a page removes them.

        >>> print(Article(body=(Paragraph(text="« L’été »\u00a0: l’œuvre…"),)).plain_text)
        " L'été " : l'œuvre…
        """
        return plain(self.text)

    @property
    def word_count(self) -> int:
        """How many runs without white space, holding a letter or digit, `text` has."""
        # The first letter tells for most; the length of a list takes half the time of sum().
        runs = self.text.split()
        return len([run for run in runs if run[0].isalnum() or _WORDLIKE.search(run)])

    @property
    def fingerprint(self) -> str | None:
        """A minhash of the words of `text`, in 128 hexadecimal digits, for `similarity`; None
        without words.

        Case, accents, punctuation and typography do not count, so that a page and a dump of it have
        the same fingerprint, or similar ones if words were lost. It is the same on every machine.

        >>> article = Article(body=(Paragraph(text="L’été revient, et le bac avec lui."),))
        >>> article.fingerprint[:24]
        '06cf98612af3bc854e17e0a9'
        """
        from lemonde_parse.fingerprint import fingerprint

        return fingerprint(self.text)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, nested ones included, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Heading))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, nested ones included, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Paragraph))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, nested ones included, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Figure))

    @property
    def completeness(self) -> float | None:
        """Share of `announced_length` that the body holds: about 1.0 when whole; None if the page
        announces none.

        It counts the characters of the top-level paragraphs, headings, questions, quotes and lists,
        as the page's own figure does: boxes and captions are not in it.
        """
        if not self.announced_length:
            return None
        held = sum(
            sum(len(item.text) for item in block.items)
            if isinstance(block, ListBlock)
            else len(block.text)
            for block in self.body
            if not isinstance(block, Figure | Embed | Aside | LiveEntry)
        )
        return held / self.announced_length

    def to_dict(self) -> dict[str, JSON]:
        """The article in JSON's types only: ISO dates, lists, each block with its `type`, and a
        `schema_version`."""
        from lemonde_parse.export.to_dict import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, JSON]) -> Article:
        """The article that `to_dict` gave.

        Raises `InvalidDataError` with the path to the fault, as in ``body[3].text``.
        """
        from lemonde_parse.export.from_dict import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON, not escaped to ASCII; `indent` as for `json.dumps`."""
        from lemonde_parse.export.to_dict import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that `to_json` gave; raises `InvalidDataError` as `from_dict` does, and on
        what is no JSON."""
        from lemonde_parse.export.from_dict import from_json

        return from_json(data)

    @staticmethod
    def json_schema() -> dict[str, JSON]:
        """The JSON Schema (2020-12) of what `to_dict` gives and `from_dict` takes.

        >>> Article.json_schema()["required"]
        ['schema_version', 'body']
        """
        from lemonde_parse.export.json_schema import json_schema

        return json_schema()

    def text_spans(self, *, head: bool = False) -> SpannedText:
        """Return `text` and the position of each block, item, cell and title in it: offsets in code
        points, for stand-off annotation.

        With `head`, headline and standfirst stand before the body, and so in the text given back.

        >>> article = Article(headline="Un titre", body=(Paragraph(text="Deux mots."),))
        >>> article.text_spans().spans
        (TextSpan(start=0, end=10, path='body[0]', type='paragraph'),)
        >>> told = article.text_spans(head=True)
        >>> [(span.path, told.text[span.start : span.end]) for span in told.spans]
        [('headline', 'Un titre'), ('body[0]', 'Deux mots.')]
        """
        from lemonde_parse.export.text_spans import text_spans

        return text_spans(self, head=head)

    def to_markdown(self, *, metadata: bool = False) -> str:
        """Headline and body in CommonMark, with tables as GitHub writes them; with `metadata`, YAML
        front matter before it.

        Every text is escaped, and comes out of a renderer as it went in. Questions are bold; boxes
        are block quotes that start with their title; captions, credits, and the author and time of
        a post, are emphasised; an embed is a quotation with a link. Formatting without a sign in
        CommonMark, such as superscripts, is HTML; other blocks are below a comment that names them.
        With `metadata`, `parse_text` reads the article back.

        >>> from lemonde_parse import Question
        >>> body = (Question(text="Qui ?"), Paragraph(text="1. Elle."))
        >>> print(Article(headline="2 * 3", body=body).to_markdown(), end="")
        # 2 \\* 3
        <BLANKLINE>
        **Qui ?**
        <BLANKLINE>
        1\\. Elle.
        """
        from lemonde_parse.export.markdown import to_markdown

        return to_markdown(self, metadata=metadata)

    def to_html(self) -> str:
        """A fragment of HTML: an ``article`` with a ``header`` and, as schema.org's
        ``articleBody``, the body.

        Everything is escaped; addresses that run something (``javascript:``, ``data:``) are left
        out; players and tweets are links to them. `parse` reads it back.

        >>> article = Article(body=(Paragraph(text="1 < 2"),))
        >>> print(article.to_html(), end="")
        <article itemscope="itemscope" itemtype="https://schema.org/NewsArticle">
        <div itemprop="articleBody">
        <p>1 &lt; 2</p>
        </div>
        </article>
        """
        from lemonde_parse.export.html import to_html

        return to_html(self)

    def _repr_html_(self) -> str:
        """What notebooks show: `to_html`."""
        return self.to_html()

    def to_json_ld(self) -> dict[str, JSON]:
        """The article as schema.org describes one, for ``json.dumps``: a NewsArticle, or what its
        kind and genre make it.

        Whoever writes it into a page's ``script`` escapes "<" there.

        >>> article = Article(genre="Tribune", body=(Paragraph(text="Deux mots."),))
        >>> json_ld = article.to_json_ld()
        >>> json_ld["@type"], json_ld["articleBody"], json_ld["wordCount"]
        ('OpinionNewsArticle', 'Deux mots.', 2)
        """
        from lemonde_parse.export.json_ld import to_json_ld

        return to_json_ld(self)

    def to_tei(self) -> str:
        """The article as a TEI P5 document: a header; front matter with title, standfirst and
        signature; the body.

        Headings open divisions; boxes are ``floatingText``; captions and embeds stand in ``figure``
        and ``note``, so that tools can leave them out. Characters that XML cannot hold are gone.
        Text is UTF-8 when written to a file.

        >>> body = (Heading(text="Une partie"), Paragraph(text="Deux mots."))
        >>> print(Article(body=body).to_tei().partition("<body>")[2])
        <div type="article"><div><head>Une partie</head>
        <p>Deux mots.</p>
        </div>
        </div></body>
        </text>
        </TEI>
        <BLANKLINE>
        """
        from lemonde_parse.export.tei import to_tei

        return to_tei(self)

    def to_iramuteq(self, variables: Mapping[str, str | int | None] | None = None) -> str:
        """The article as a text of an IRaMuTeQ corpus: a line with starred variables, then a line
        for each block, item and row of `plain_text`, without asterisks, underscores and quotation
        marks.

        The variables are ``journal``, ``annee``, ``mois``, ``rubrique`` and ``genre``, if they have
        a value: letters and digits without accents and spaces. `variables` adds others, replaces
        these, or leaves one out by None. Texts that are written one after the other, in UTF-8, are
        a corpus.

        Raises `ValueError` for a variable whose name is not letters and digits without accents.

        >>> body = (Paragraph(text="« L’été * » revient."),)
        >>> article = Article(publisher="Le Monde", section="Planète", body=body)
        >>> print(article.to_iramuteq({"periode": "Après 2014"}), end="")
        **** *journal_lemonde *rubrique_planete *periode_apres2014
        L'été revient.
        """
        from lemonde_parse.export.corpus import to_iramuteq

        return to_iramuteq(self, variables)

    def to_txm_metadata(self) -> dict[str, str]:
        """The article's row in the ``metadata.csv`` of a TXM corpus, without the column ``id``.

        TXM imports it with the TEI of `to_tei`, by its module XTZ + CSV. Every article has the same
        columns.

        >>> row = Article(publisher="Le Monde", day_published=date(2014, 5, 13), body=())
        >>> metadata = row.to_txm_metadata()
        >>> metadata["journal"], metadata["date"], metadata["annee"], metadata["auteur"]
        ('Le Monde', '2014-05-13', '2014', '')
        """
        from lemonde_parse.export.corpus import to_txm_metadata

        return to_txm_metadata(self)


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each block, then those it holds, in page order."""
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from _every(block.blocks)
