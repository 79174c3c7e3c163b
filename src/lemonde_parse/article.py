"""The Article and the values around its body: authors, links, removals, report."""

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
"""Reasons for removing a text from the body."""

WarningCode = Literal[
    "copy", "cut", "empty body", "encoding", "incomplete", "json", "layout", "limit",
    "live entries", "unidentified",
]  # fmt: skip

JSON: TypeAlias = (
    "str | int | float | bool | None | Mapping[str, JSON] | list[JSON] | tuple[JSON, ...]"
)
"""Any value that `json` can read and write."""

SCHEMA_VERSION: Final = 1
"""Version of the output of `to_dict`. It changes if older readers would misread the new output."""

MAX_COUNT: Final = 2**63 - 1
"""Largest value of a number field, since databases and tables cannot store larger ones."""

# A word has a letter or a digit, so « and – are not words.
_WORDLIKE = re.compile(r"[^\W_]")


@frozen(kw_only=True)
class Author:
    """A person or a collective that signs the article; never the newspaper itself."""

    name: str
    """Without "Par", place or job: ``"Claire Vasseur"``."""
    url: str | None = None
    """Absolute address of the author's page."""
    job_title: str | None = None
    """As printed: ``"bureau européen"``."""
    location: str | None = None
    """Where the author is writing from, as printed: ``"Bruxelles"``."""


@frozen(kw_only=True)
class RelatedLink:
    """A link in the article region that only points to another page ("Lire aussi")."""

    label: str
    """The invitation before the link, without ":", "|" or the subscriber badge: ``"Lire aussi"``.
    Empty if there is none."""
    headline: str
    """The text of the link, usually the headline of its target."""
    url: str | None = None
    """Absolute where possible; None if the page gives no address, as in a text dump."""
    is_premium: bool = False
    """True if the page marks the target as reserved for subscribers."""
    position: int = 0
    """Index of the next top-level block of the body, or the number of blocks if it is after the
    last."""


@frozen(kw_only=True)
class Removal:
    """A text in the article region that is not in the body, and why.

    In the plain text of an entire page, all lines before the article form one removal, all lines
    after it another, and repeated heads of printed pages a third.
    """

    reason: RemovalReason
    """The kind of text."""
    text: str
    """The removed words, as a reader of the page sees them."""
    rule: str
    """The row of a layout, the phrase or the rule that removed it: ``"lemonde_2018: .inread*"``,
    ``"notice.percent"``, ``"caption.doubled"``. The page *Kept and removed* lists them."""
    position: int = 0
    """Index of the next top-level block of the body, or the number of blocks if it is after the
    last."""


@frozen(kw_only=True)
class Source:
    """A value for a field, from one source in the page, and whether it was used."""

    field: str
    """The field of `Article`: ``"date_published"``."""
    value: str
    """The value found, as text."""
    origin: str
    """The kind of source, as named in the precedence table: ``"printed"``, ``"json_ld"``,
    ``"script"``, ``"meta"``, …"""
    won: bool
    """True if the field has this value."""


@frozen(kw_only=True)
class ParseWarning:
    """Something a careful user should know about how the page was read."""

    code: WarningCode
    """The kind of problem, to filter warnings by."""
    message: str
    """A sentence that says what happened."""


@frozen(kw_only=True)
class WeightedFeature:
    """A feature of a candidate line, and its weight."""

    name: str
    """A description: ``"standfirst below"``."""
    weight: float
    """Negative if the feature is evidence against the line."""


@frozen(kw_only=True)
class Choice:
    """A candidate line for a position in the article, and its score."""

    question: Literal["headline", "beginning", "standfirst", "end"]
    """The position: the title, the first line of the article, the standfirst, or the first line
    below the article."""
    text: str
    """The text of the line."""
    score: float
    """The sum of the weights of its features.

    The line with the highest score is chosen, if its score is above 0. In a text that is not an
    entire page, the title may have any score. The end is the first candidate with a score above 0.
    """
    features: tuple[WeightedFeature, ...]
    """The features of the line, with their weights."""
    is_chosen: bool
    """True if this line was chosen."""


@frozen(kw_only=True)
class Report:
    """How the page was read. It is ignored when articles are compared."""

    layout: str = ""
    """Name of the layout used: ``"lemonde_2018"``. For an article that was read without a layout,
    the kind of source: ``"text: paste"``, ``"json_ld"``."""
    removed: tuple[Removal, ...] = ()
    """The texts removed from the body, in page order."""
    sources: tuple[Source, ...] = ()
    """Every value found for each field, used or not."""
    warnings: tuple[ParseWarning, ...] = ()
    """Problems with the page: anything cut, limited or unreliable."""
    block_rules: tuple[str, ...] = ()
    """The rule that made each block of the body, in page order. The rule of a box comes before
    those of the blocks inside it."""
    choices: tuple[Choice, ...] = ()
    """In a plain text, the candidate lines for title, beginning, standfirst and end, with their
    scores."""
    parser_version: str = ""
    """Version of this library: ``"1.0.0"``."""


@frozen(kw_only=True, repr=False)
class Article:
    """An article read from a page.

    Articles are frozen, picklable and hashable. They are compared by value, ignoring the report.
    Many fields are named after schema.org's terms, in snake_case. A printed value is displayed to
    readers; a declared value is in the page's metadata.

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
    """The form of the page."""
    genre: str | None = None
    """The editorial genre, as named by the page: ``"Tribune"``, ``"Enquête"``, ``"Factuel"``."""
    url: str | None = None
    """The address passed to `parse`."""
    canonical_url: str | None = None
    """The address that the page gives as its own."""
    identifier: str | None = None
    """The id of the article on its site or in a press database: ``"6187099"``."""
    headline: str | None = None
    """The title as printed, else as declared."""
    kicker: str | None = None
    """The label printed above the title, or above or before the standfirst (surtitre):
    ``"Enquête"``."""
    description: str | None = None
    """The standfirst (chapô) as printed, else as declared. A declared one is ignored if it is the
    site's boilerplate or the beginning of the body."""
    authors: tuple[Author, ...] = ()
    """People and collectives. Empty for texts by the newspaper itself or by an agency."""
    byline: str | None = None
    """The signature as printed: ``"Par Claire Vasseur (Bruxelles, bureau européen)"``."""
    agencies: tuple[str, ...] = ()
    """News agencies named in the byline, else in the page's data: ``("AFP",)``."""
    date_published: datetime | None = None
    """Timezone-aware. If the page gives no offset, that of Europe/Paris is used."""
    day_published: date | None = None
    """The day of publication, if the page gives no time, as in exports of press databases. None if
    `date_published` is set."""
    date_modified: datetime | None = None
    """Timezone-aware, like `date_published`. None if the page mentions no change."""
    section: str | None = None
    """The outermost section (rubrique): ``"International"``."""
    breadcrumbs: tuple[str, ...] = ()
    """The sections from outermost to innermost, without the home page."""
    keywords: tuple[str, ...] = ()
    """The page's tags."""
    in_language: str | None = None
    """The language as declared, else as shown by the address or by printed labels: ``"fr"``,
    ``"en"``. It is never guessed from the prose."""
    publisher: str | None = None
    """As declared, else as printed around the article: ``"Le Monde"``."""
    main_image: Figure | None = None
    """The main picture that the page declares. It may also be in the body."""
    reading_minutes: int | None = None
    """The printed reading time, in minutes."""
    announced_length: int | None = None
    """Length of the complete text in characters, as declared by the page."""
    announced_words: int | None = None
    """Number of words according to a press database, which has its own way of counting."""
    pagination: str | None = None
    """The printed page or pages according to a press database: ``"14"``, ``"93_T_17"``."""
    body: tuple[Block, ...] = field(kw_only=True)
    """The blocks of the article, in page order."""
    is_accessible_for_free: bool | None = None
    """True if the page declares free access; None if it does not say.

    False means "for subscribers"; `is_truncated` says whether this copy is cut off.
    """
    is_truncated: bool = False
    """True if the page cuts the body off for readers without a subscription."""
    percent_left: float | None = None
    """Percentage of the article left to read, according to the paywall notice: ``57.09``."""
    related_links: tuple[RelatedLink, ...] = ()
    """Links in the article region that only point to other pages, in page order."""
    translation_url: str | None = None
    """Address of a translation of the article."""
    report: Report = field(factory=Report, eq=False, kw_only=True)
    """How the page was read: removed texts, competing values, warnings."""

    def __repr__(self) -> str:
        counts = f"{len(self.body)} blocks, {self.word_count} words"
        return f"<{type(self).__name__} {self.headline!r}, {counts}>"

    @property
    def text(self) -> str:
        """The texts of the blocks, joined by blank lines. Asides and live entries are included;
        captions and embeds are not."""
        return join_texts(None, self.body)

    @property
    def plain_text(self) -> str:
        """`text` in plain typography, for counting and comparing words: straight quotes and
        apostrophes, plain spaces and hyphens.

        Each character is replaced by exactly one, so offsets into `text`, including those of
        `text_spans`, are valid here too. Letters, dashes and "…" stay. Soft hyphens and zero-width
        characters are in neither text, because reading a page removes them.

        >>> print(Article(body=(Paragraph(text="« L’été »\u00a0: l’œuvre…"),)).plain_text)
        " L'été " : l'œuvre…
        """
        return plain(self.text)

    @property
    def word_count(self) -> int:
        """Number of words in `text`: runs without whitespace that contain a letter or a digit."""
        # The first character decides for most runs. sum() takes twice as long as len() of a list.
        runs = self.text.split()
        return len([run for run in runs if run[0].isalnum() or _WORDLIKE.search(run)])

    @property
    def fingerprint(self) -> str | None:
        """A minhash of the words of `text`, in 128 hexadecimal digits, for use with `similarity`.
        None if there are no words.

        Case, accents, punctuation and typography are ignored, so a page and a text dump of it have
        the same fingerprint, or similar ones if words were lost. It is the same on every machine.

        >>> article = Article(body=(Paragraph(text="L’été revient, et le bac avec lui."),))
        >>> article.fingerprint[:24]
        '06cf98612af3bc854e17e0a9'
        """
        from lemonde_parse.fingerprint import fingerprint

        return fingerprint(self.text)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, including nested ones, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Heading))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, including nested ones, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Paragraph))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, including nested ones, in page order."""
        return tuple(block for block in _every(self.body) if isinstance(block, Figure))

    @property
    def completeness(self) -> float | None:
        """Length of the body as a share of `announced_length`: about 1.0 for a complete article.
        None if the page announces no length.

        Like the announced length, it counts the characters of top-level paragraphs, headings,
        questions, quotes, lists and tables, but not those of boxes, live entries and captions.
        """
        if not self.announced_length:
            return None
        length = sum(
            sum(len(item.text) for item in block.items)
            if isinstance(block, ListBlock)
            else len(block.text)
            for block in self.body
            if not isinstance(block, Figure | Embed | Aside | LiveEntry)
        )
        return length / self.announced_length

    def to_dict(self) -> dict[str, JSON]:
        """Return the article in JSON types only: ISO dates, lists, blocks with a `type`, and a
        `schema_version`."""
        from lemonde_parse.export.to_dict import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, JSON]) -> Article:
        """Return the article from the output of `to_dict`.

        Raises `InvalidDataError` with the path to the fault, as in ``body[3].text``.
        """
        from lemonde_parse.export.from_dict import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON, not escaped to ASCII. `indent` is the same as in
        `json.dumps`."""
        from lemonde_parse.export.to_dict import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """Return the article from the output of `to_json`.

        Raises `InvalidDataError` if `data` is not JSON, or not an article.
        """
        from lemonde_parse.export.from_dict import from_json

        return from_json(data)

    @staticmethod
    def json_schema() -> dict[str, JSON]:
        """Return the JSON Schema (2020-12) of the format of `to_dict` and `from_dict`.

        >>> Article.json_schema()["required"]
        ['schema_version', 'body']
        """
        from lemonde_parse.export.json_schema import json_schema

        return json_schema()

    def text_spans(self, *, head: bool = False) -> SpannedText:
        """Return `text` with the position of each block, item, cell and title, for stand-off
        annotation.

        Positions are offsets in code points. With `head`, the text starts with the headline and the
        standfirst.

        >>> article = Article(headline="Un titre", body=(Paragraph(text="Deux mots."),))
        >>> article.text_spans().spans
        (TextSpan(start=0, end=10, path='body[0]', type='paragraph'),)
        >>> spanned = article.text_spans(head=True)
        >>> [(span.path, spanned.text[span.start : span.end]) for span in spanned.spans]
        [('headline', 'Un titre'), ('body[0]', 'Deux mots.')]
        """
        from lemonde_parse.export.text_spans import text_spans

        return text_spans(self, head=head)

    def to_markdown(self, *, metadata: bool = False) -> str:
        """Return the headline and body in CommonMark, with GitHub's tables.

        With `metadata`, YAML front matter comes first, and `parse_text` can read the article back.

        Every text is escaped, so that it is rendered unchanged. Questions are bold. Boxes are block
        quotes that start with their title. Captions, credits, and the author and time of a post are
        emphasised. An embed is a block quote of its text and a link. Formatting that CommonMark
        lacks, such as superscripts, is HTML. Blocks that CommonMark lacks, such as boxes, embeds
        and posts, follow a comment that names them.

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
        """Return an HTML fragment: an ``article`` with a ``header`` and the body as schema.org's
        ``articleBody``.

        All text is escaped. Addresses that run code (``javascript:``, ``data:``) are left out. An
        embed becomes its text and a link. `parse` can read the result.

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
        """Return the HTML for notebooks: a line on the state of the article, and `to_html` without
        links and pictures."""
        from lemonde_parse.export.notebook import to_notebook

        return to_notebook(self)

    def to_json_ld(self) -> dict[str, JSON]:
        """Return the article in schema.org terms, for ``json.dumps``.

        The type is NewsArticle, or another type for some kinds and genres. To put the JSON into a
        ``script`` element, escape "<" in it.

        >>> article = Article(genre="Tribune", body=(Paragraph(text="Deux mots."),))
        >>> json_ld = article.to_json_ld()
        >>> json_ld["@type"], json_ld["articleBody"], json_ld["wordCount"]
        ('OpinionNewsArticle', 'Deux mots.', 2)
        """
        from lemonde_parse.export.json_ld import to_json_ld

        return to_json_ld(self)

    def to_tei(self) -> str:
        """Return the article as a TEI P5 document, to be encoded in UTF-8.

        It has a header, front matter with title, standfirst and signature, and the body. Headings
        open divisions. Boxes are ``floatingText``. Captions and embeds are in ``figure`` and
        ``note``, so that tools can leave them out. Characters that XML does not allow are removed.

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
        """Return the article as a text of an IRaMuTeQ corpus.

        A line of starred variables is followed by a line for each block, item and row of
        `plain_text`, without asterisks, underscores and double quotation marks.

        The variables are ``journal``, ``annee``, ``mois``, ``rubrique`` and ``genre``, if they have
        a value. Values are reduced to lower-case letters without accents, digits and hyphens. Use
        `variables` to add others, to replace these, or to leave one out with None. A corpus is a
        UTF-8 file of such texts, one after the other.

        Raises `ValueError` if the name of a variable has characters other than unaccented letters
        and digits, or does not start with a letter.

        >>> body = (Paragraph(text="« L’été * » revient."),)
        >>> article = Article(publisher="Le Monde", section="Planète", body=body)
        >>> print(article.to_iramuteq({"periode": "Après 2014"}), end="")
        **** *journal_lemonde *rubrique_planete *periode_apres2014
        L'été revient.
        """
        from lemonde_parse.export.corpus import to_iramuteq

        return to_iramuteq(self, variables)

    def to_txm_metadata(self) -> dict[str, str]:
        """Return the article's row in the ``metadata.csv`` of a TXM corpus, without the column
        ``id``.

        TXM imports it together with the TEI of `to_tei`, using its module XTZ + CSV. Every article
        has the same columns.

        >>> row = Article(publisher="Le Monde", day_published=date(2014, 5, 13), body=())
        >>> metadata = row.to_txm_metadata()
        >>> metadata["journal"], metadata["date"], metadata["annee"], metadata["auteur"]
        ('Le Monde', '2014-05-13', '2014', '')
        """
        from lemonde_parse.export.corpus import to_txm_metadata

        return to_txm_metadata(self)


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield each block, followed by the blocks inside it, in page order."""
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from _every(block.blocks)
