"""The last step: makes the article and its report from content and claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from attrs import evolve

from lemonde_parse._version import __version__
from lemonde_parse.article import Article, Choice, ParseWarning, Report
from lemonde_parse.blocks import Embed, Figure, Paragraph
from lemonde_parse.classify.assemble import Content
from lemonde_parse.intake.limits import MAX_BYLINE
from lemonde_parse.journal import Journal
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.agreement import agree, with_addresses
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.precedence import Decision, decide
from lemonde_parse.wording.matching import is_phrase

_COMPLETE: Final = 0.9
"""Completeness required of an untruncated page, to avoid a warning; complete pages have 0.96 or
more."""
_ANNOUNCED_SINCE: Final = 2016
"""First year of publication with a correct announced length."""
_EXCERPT: Final = 3
"""Minimum number of words that a declared standfirst must share with the body to be an excerpt."""


def finish(
    content: Content,
    claims: Iterable[Claim[object]],
    journal: Journal,
    *,
    url: str | None,
    layout: str,
    choices: Sequence[Choice] = (),
) -> Article:
    """Choose the values of the fields, and return the article with its report.

    `url` is the address from the caller; `layout` and `choices` are for the report.
    """
    claims = agree([*_usable(claims, content), *content.claims], url)
    decision = decide(claims)
    journal.extend(_unread_names(decision))
    journal.extend(_too_long(claim) for claim in claims if claim.full_length)
    report = Report(
        layout=layout,
        removed=tuple(content.removed),
        sources=decision.sources,
        warnings=journal.warnings,
        block_rules=tuple(content.rules),
        choices=tuple(choices),
        parser_version=__version__,
    )
    article = Article(
        kind=decision[fields.KIND] or "article",
        genre=decision[fields.GENRE],
        url=url,
        canonical_url=decision[fields.CANONICAL_URL],
        identifier=decision[fields.IDENTIFIER],
        headline=decision[fields.HEADLINE],
        kicker=decision[fields.KICKER],
        description=decision[fields.DESCRIPTION],
        authors=with_addresses(decision[fields.AUTHORS] or (), claims),
        byline=decision[fields.BYLINE],
        agencies=decision[fields.AGENCIES] or (),
        date_published=decision[fields.DATE_PUBLISHED],
        day_published=decision[fields.DAY_PUBLISHED],
        date_modified=decision[fields.DATE_MODIFIED],
        section=decision[fields.SECTION],
        breadcrumbs=decision[fields.BREADCRUMBS] or (),
        keywords=decision[fields.KEYWORDS] or (),
        in_language=decision[fields.IN_LANGUAGE],
        publisher=decision[fields.PUBLISHER],
        main_image=decision[fields.MAIN_IMAGE],
        reading_minutes=decision[fields.READING_MINUTES],
        announced_length=decision[fields.ANNOUNCED_LENGTH],
        announced_words=decision[fields.ANNOUNCED_WORDS],
        pagination=decision[fields.PAGINATION],
        body=tuple(content.body),
        is_accessible_for_free=decision[fields.IS_ACCESSIBLE_FOR_FREE],
        is_truncated=decision[fields.IS_TRUNCATED] or False,
        percent_left=decision[fields.PERCENT_LEFT],
        related_links=tuple(content.related),
        translation_url=decision[fields.TRANSLATION_URL],
        report=report,
    )
    missing = _empty(article) or _incomplete(article)
    if missing is None:
        return article
    return evolve(article, report=evolve(report, warnings=(*report.warnings, missing)))


def _usable(claims: Iterable[Claim[object]], content: Content) -> list[Claim[object]]:
    """Set declared standfirsts to None if they describe the site or repeat the beginning of the
    body."""
    claims = list(claims)
    stated = [claim for claim in claims if claim.field is fields.DESCRIPTION and claim.value]
    if not stated or stated[0].origin == "printed":  # a printed standfirst wins anyway
        return claims
    paragraphs = [block.text for block in content.body if isinstance(block, Paragraph)]
    return [
        fields.DESCRIPTION.claim(claim.origin, None, claim.value)
        if claim.field is fields.DESCRIPTION
        and isinstance(claim.value, str)
        and _is_boilerplate(claim.value, paragraphs)
        else claim
        for claim in claims
    ]


def _is_boilerplate(description: str, paragraphs: Sequence[str]) -> bool:
    # WordPress makes an excerpt from the first 55 words of the body, followed by the markup of a
    # "read on" link. The last word of the excerpt may be cut off.
    excerpt = _words(description.partition("<")[0])[:-1]
    beginning = islice(chain.from_iterable(map(_words, paragraphs)), len(excerpt))
    return is_phrase(description, "description") or (
        len(excerpt) >= _EXCERPT and excerpt == list(beginning)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _unread_names(decision: Decision) -> Iterator[ParseWarning]:
    """Warn of bylines that are too long to be searched entirely, unless the unsearched rest
    contains the name of a known author."""
    long = _long_bylines(decision, fields.AUTHORS.name)
    long = long or _long_bylines(decision, fields.BYLINE.name)
    names = [author.name.split() for author in decision[fields.AUTHORS] or ()] if long else []
    for byline in long:
        words = set(re.findall(r"[^\s,;]+", byline[MAX_BYLINE:]))
        if not any(words.issuperset(name) for name in names):
            message = (
                f"searched only {MAX_BYLINE} of {len(byline)} characters of a byline for names"
            )
            yield ParseWarning(code="limit", message=message)


def _long_bylines(decision: Decision, field: str) -> list[str]:
    """Return the values of a field that are too long to be searched for names."""
    return [
        source.value
        for source in decision.sources
        if source.field == field and len(source.value) > MAX_BYLINE
    ]


def _too_long(claim: Claim[object]) -> ParseWarning:
    name, longest = claim.field.name, claim.field.longest
    message = f"cut {name} of {claim.full_length} characters to {longest}"
    if claim.value is None:
        message = f"ignored {name} of {claim.full_length} characters; the limit is {longest}"
    return ParseWarning(code="limit", message=message)


def _empty(article: Article) -> ParseWarning | None:
    """Warn if a page of the kind "article" has no text. Pages of other kinds, such as videos, may
    have none."""
    if article.kind != "article" or any(
        not isinstance(block, Figure | Embed) for block in article.body
    ):
        return None
    return ParseWarning(
        code="empty body", message="the page has the layout of an article, but no text"
    )


def _incomplete(article: Article) -> ParseWarning | None:
    """Warn if the body is shorter than announced, although the page is not truncated."""
    share = article.completeness
    if share is None or article.is_truncated or article.kind != "article" or share >= _COMPLETE:
        return None
    if article.date_published is not None and article.date_published.year < _ANNOUNCED_SINCE:
        return None
    message = (
        f"the body has {share:.0%} of the {article.announced_length} characters that the page "
        "announces"
    )
    return ParseWarning(code="incomplete", message=message)
