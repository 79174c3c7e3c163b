"""The rules, in order. The evidence for each rule is in `evidence.toml`, under the rule's name.

To add a rule, write its row here and its evidence there; `make ablate` shows its effect.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify import features as has
from lemonde_parse.classify.engine import AFTER_HEADING, BODY_TEXT, Classifier, Rule, Run
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.related import (
    is_label,
    is_labelled_pointer,
    is_pointer,
    is_title_of_video,
    printed,
    unlinked,
)
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.line import Line
from lemonde_parse.metadata.bylines import (
    is_byline,
    is_recorded,
    is_signature,
    looks_like_name,
    opens_byline,
)
from lemonde_parse.metadata.dates import is_date
from lemonde_parse.reading.rules import BESIDE_PLAYER
from lemonde_parse.sites.agencies import AGENCIES
from lemonde_parse.wording.matching import is_phrase
from lemonde_parse.wording.phrases import NETWORK, PhraseKind
from lemonde_parse.wording.punctuation import SENTENCE_ENDS

P = Role.PARAGRAPH
TITLED: Final = frozenset({P, Role.HEADING, Role.QUOTE, Role.TITLE})

WORDING_RULES: Final[dict[str, PhraseKind]] = {
    f"wording.{kind}": kind for kind in has.WORDING_ROLES
}
"""Names of the rules for known phrases, each with its kind of phrase. If such a rule removes a
line, the report names the phrase instead of the rule."""

_CREDIT = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{2,60}|«? ?[A-ZÀ-Ý. ]{1,60} ?»? ?)(?:/[A-ZÀ-Ý«» .]{2,60}){1,4}"
    r"(?:(?<= )(?:VIA|POUR|FOR) .{2,40})?|AFP/[A-ZÀ-Ý .-]{1,60}"
    r"|[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{3,60} (?:POUR|FOR) [«\"“]?\s?[A-ZÀ-Ý'’\- ]{3,60}[»\"”]?"
)
_CREDITED = re.compile(r"(?:©|\(?[Cc]rédits?(?: photos?)? ?:) ?[^.!?]{2,80}\Z")
_FRAME = re.compile(r"(?:IFRAME|IFrame):?(?: .{0,400})?|(?:https?:)?//\S{1,400}")
_PICTURE_NAME = re.compile(r"\[[^\[\]]{1,160}\]")
POST_TIME = re.compile(
    r"(?:(?:[\w. -]{2,40} )?le \d{1,2} \w{3,9} à |\d{1,2} \w{3,9}[.,]{0,2} \d{4},? (?:à )?)?"
    r"\d{1,2}[h:]\d{2}"
)
POST: Final = "text: post"
"""Name of the rule for the posts of a live blog in a text."""
_TWEETED = re.compile(r"[—–-]{1,2} ?.{1,60} \(@ ?[\w ]{1,40}\)(?: .{0,40})?")
COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
_PROFILES = re.compile(
    rf"(?:[-•] ?)?(?:(?:{NETWORK}|You[Tt]ube|TikTok|Snapchat|Twitch|Dailymotion) ?[:@] ?\S{{3,200}}"
    r"(?: [-•|]? ?|\Z)){1,12}(?:- )?(?:(?:https?://|www\.)\S{3,200})?"
)
_SHORTEST_CAPTION: Final = 24
"""A repeated caption must be longer than this, since "Bora Bora" may be a heading. In the output of
text browsers, a caption that is printed twice on one line may be shorter."""


def _links_elsewhere(run: Run, index: int) -> bool:
    """Match a paragraph that is only a related link, or a heading or quote with a labelled link.

    A heading that is a link without a label stays a heading. An author's linked name is a byline.
    """
    line = run.lines[index]
    points = is_pointer if run.roles[index] is P else is_labelled_pointer
    return points(line) and line.text not in run.authors


def _is_unlinked(run: Run, index: int) -> bool:
    return unlinked(run.lines[index].text) is not None


def _is_title_of_video(run: Run, index: int) -> bool:
    return is_title_of_video(run.lines[index].text)


def _is_printed_pointer(run: Run, index: int) -> bool:
    return printed(run.lines[index].text) is not None


def _next_kept(run: Run, index: int) -> int | None:
    roles = run.roles
    for at in range(index + 1, len(roles)):
        if roles[at] not in REMOVED or run.lines[at].rule == BESIDE_PLAYER:
            return at
    return None


def _is_label_above(run: Run, index: int) -> bool:
    """Match a label if the next line that is kept is a related link or a list of them."""
    after = _next_kept(run, index)
    return (
        after is not None
        and (run.roles[after] is Role.RELATED or _items_point(run.lines[after], is_pointer))
        and is_label(run.lines[index].text)
    )


def _is_list_of_pointers(run: Run, index: int) -> bool:
    before = next((at for at in range(index - 1, -1, -1) if run.roles[at] not in REMOVED), None)
    is_labelled = before is not None and is_label(run.lines[before].text)
    return _items_point(run.lines[index], is_pointer if is_labelled else is_labelled_pointer)


def _items_point(line: Line, points: Callable[[Line], bool]) -> bool:
    block = line.block
    return isinstance(block, ListBlock) and all(
        points(Line(P, item.text, item.marks)) for item in block.items
    )


def _has_headline_below(run: Run, index: int) -> bool:
    return len(_label_and_headline(run, index)) > 1


def _label_and_headline(run: Run, index: int) -> range:
    """Return the span of a label, its badges and a headline, without empty lines between them.

    Without a headline, the span is only the label.
    """
    end = index + 1
    while (
        end < len(run.lines) and run.bits[end] & has.PHRASE["badge"] and run.bits[end] & has.GLUED
    ):
        end += 1
    is_headline = end < len(run.lines) and run.bits[end] & (
        has.GLUED | has.UP_TO_HEADLINE | has.ENDS_STOP
    ) == (has.GLUED | has.UP_TO_HEADLINE)
    return range(index, end + 1) if is_headline else range(index, index + 1)


def _is_frame(run: Run, index: int) -> bool:
    return _FRAME.fullmatch(run.lines[index].text) is not None


def _is_picture_name(run: Run, index: int) -> bool:
    return _PICTURE_NAME.fullmatch(run.lines[index].text) is not None


def _is_post_time(run: Run, index: int) -> bool:
    return POST_TIME.fullmatch(run.lines[index].text) is not None


def _is_doubled(run: Run, index: int) -> bool:
    text = run.lines[index].text
    return (len(text) > _SHORTEST_CAPTION or bool(run.bits[index] & has.IN_DUMP)) and is_doubled(
        text
    )


def _is_credit(run: Run, index: int) -> bool:
    text = run.lines[index].text
    return _CREDIT.fullmatch(text) is not None or ("/" in text and _names_agency(text))


def _names_agency(text: str) -> bool:
    """Match a credit with an agency and other names: "Jeanne Durand / REUTERS", "AFP/Reuters"."""
    names = [name.strip() for name in text.split("/")]
    others = [name for name in names if name.lower() not in AGENCIES]
    return len(others) < len(names) and all(map(looks_like_name, others))


def _is_credited(run: Run, index: int) -> bool:
    return is_credited(run.lines[index].text)


def _is_credited_to_agency(run: Run, index: int) -> bool:
    """Match a caption with an agency in its credit: "… le 2 mars. JEANNE DURAND / AFP"."""
    *_, agency = run.lines[index].text.rpartition("/")
    return agency.strip().lower() in AGENCIES and _is_credited(run, index)


def _is_above_credit(run: Run, index: int) -> bool:
    """Match a caption that is followed by its credit."""
    below = index + 1
    return (
        below < len(run.lines) and run.roles[below] is Role.BOILERPLATE and _is_credit(run, below)
    )


def _is_repeated_below(run: Run, index: int) -> bool:
    """Match a caption that the next line repeats, alone or followed by a credit."""
    text = run.lines[index].text
    if len(text) <= _SHORTEST_CAPTION or index + 1 == len(run.lines):
        return False
    below = run.lines[index + 1].text
    rest = below[len(text) :]
    is_sentence = (
        rest.lstrip()[:1].islower()
        or rest[:1] in (",", ";")
        or (len(rest) > 1 and rest.endswith(SENTENCE_ENDS))
    )
    return below.startswith(text) and not is_sentence


def _with_next(_: Run, index: int) -> range:
    return range(index, index + 2)


def _is_first(_: Run, index: int) -> bool:
    return index == 0


def _is_above_rest(run: Run, index: int) -> bool:
    """Match the first line, or a short line further down."""
    return index == 0 or bool(run.bits[index] & has.UP_TO_LONG_HEADING)


def _is_glued_caption(run: Run, index: int) -> bool:
    """Match a line directly below a long one, with an empty line and another long one after it."""
    if not 0 < index < len(run.lines) - 1:
        return False
    text, before, after = (run.lines[at].text for at in (index, index - 1, index + 1))
    return (
        text[0].isupper()
        and ":" not in text
        and len(before) > LIMITS.short
        and before.endswith((".", "»", "…"))
        and len(after) > LIMITS.short
        and not run.bits[index + 1] & (has.GLUED | has.ITEM)
        and not run.bits[index - 1] & has.ITEM
    )


def _is_counter(run: Run, index: int) -> bool:
    button = has.PHRASE["boilerplate"]
    return (
        0 < index < len(run.lines) - 1
        and bool(run.bits[index - 1] & run.bits[index + 1] & button)
        and COUNTER.fullmatch(run.lines[index].text) is not None
    )


def _slides(run: Run, index: int) -> range:
    """Return the span of a slide show: a caption, and a counter between two buttons.

    If a link to the pictures follows, the span also includes the lines above that link.
    """
    start = index - 1 - bool(run.bits[index - 1] & has.GLUED)
    below = range(index + 2, min(index + 2 + LIMITS.box, len(run.lines)))
    button = has.PHRASE["boilerplate"]
    end = next(
        (at for at in below if run.bits[at] & button and run.lines[at].text.endswith("portfolio")),
        index + 2,
    )
    return range(max(start, 0), end)


_OPENS_BOX: Final = has.PHRASE["newsletter"] | has.PHRASE["promotion"] | has.PHRASE["newspaper"]


def _promotion_box(run: Run, index: int) -> range:
    """Return the span of a promotion box, from its title to its button; without a title, only the
    button."""
    start = next(
        (
            at
            for at in range(index - 1, max(index - 1 - LIMITS.box, -1), -1)
            if run.bits[at] & _OPENS_BOX
        ),
        index,
    )
    # The newspaper's name may precede the box's own title.
    names = has.PHRASE["newspaper"] | has.PHRASE["newsletter"]
    if start > 0 and run.bits[start - 1] & names:
        start -= 1
    return range(start, index + 1)


def _box_of_articles(run: Run, index: int) -> range:
    """Return the span of a box of other articles: its title, and all lines above the next prose.

    If no prose follows, the span is only the title.
    """
    end = index + 1
    while end < len(run.lines) and (
        run.bits[end] & (has.UP_TO_SHORT | has.ITEM) or not run.bits[end] & has.ENDS_STOP
    ):
        end += 1
    return range(index, end) if end < len(run.lines) else range(index, index + 1)


def _is_in_row_of_networks(run: Run, index: int) -> bool:
    """Match the name of a social network next to a share button or another network's name."""
    near = [at for at in (index - 1, index + 1) if 0 <= at < len(run.lines)]
    return any(run.roles[at] is Role.SHARE or run.bits[at] & has.PHRASE["network"] for at in near)


def _is_author_box(run: Run, index: int) -> bool:
    """Match a line of a box about the author.

    A short line must be next to another line of such a box, because "Suivre" may be a heading.
    """
    near = (index - 1, index + 1)
    return len(run.lines[index].text) > LIMITS.genre or any(
        0 <= at < len(run.lines) and run.bits[at] & has.PHRASE["author"] for at in near
    )


def _author_box(run: Run, index: int) -> range:
    """Return the span of a line about the author, and of a name above it."""
    above = index - 1
    is_named = above >= 0 and looks_like_name(run.lines[above].text.partition(" (")[0])
    return range(above if is_named else index, index + 1)


def _is_tweet(run: Run, index: int) -> bool:
    text = run.lines[index].text
    if index == 0 or not text.startswith(("—", "–", "-")) or _TWEETED.fullmatch(text) is None:
        return False
    # Not every program indents quotes. Without indentation, require a year or a short quote.
    return (
        run.roles[index - 1] is Role.QUOTE
        or text[-4:].isdigit()
        or bool(run.bits[index - 1] & has.UP_TO_LONG_HEADING)
    )


def _tweet(run: Run, index: int) -> range:
    start = index
    while start and run.roles[start - 1] is Role.QUOTE:
        start -= 1
    return range(min(start, index - 1), index + 1)


def _describes_author(run: Run, index: int) -> bool:
    return index in run.edges and len(run.lines[index].text) > LIMITS.biography


def _is_sentence_on_author(run: Run, index: int) -> bool:
    text = run.lines[index].text
    return index in run.ending and any(
        text.startswith(f"{name} {verb} ") for name in run.authors for verb in ("est", "is")
    )


# " est …", ", historienne, est …"
_OF_AUTHOR: Final = re.compile(r"(?:, [^,.]*+,)? (?:est|is|joined) ")


def _is_last_on_author(run: Run, index: int) -> bool:
    """Match the last line of the text if an author is its subject."""
    text = run.lines[index].text
    rest = next((text[len(name) :] for name in run.authors if text.startswith(name)), "")
    return _OF_AUTHOR.match(rest) is not None and run.is_last_text(index)


def _is_repeated(run: Run, index: int) -> bool:
    return index in run.repeated


def _is_quoted(run: Run, index: int) -> bool:
    return index in run.quoted


def _is_kicker(run: Run, index: int) -> bool:
    return not run.is_below_text(index) and is_phrase(run.lines[index].text.rstrip("."), "genre")


def _is_byline(run: Run, index: int) -> bool:
    """Match a byline, unless it names the subject of the next paragraph.

    The bare name of an author only matches above the text.
    """
    text = run.lines[index].text
    if text in run.authors:
        return not run.is_below_text(index)
    is_signed = is_recorded(text) or (len(text) <= LIMITS.name and is_byline(text))
    return is_signed and not (run.is_below_text(index) and _is_subject(run, index))


def _is_date(run: Run, index: int) -> bool:
    """Match a date above the text. Between paragraphs, it may be a heading in a chronology."""
    return not run.is_below_text(index) and is_date(run.lines[index].text)


def _is_subject(run: Run, index: int) -> bool:
    """Match the bold name of a newspaper or agency above a paragraph, as in a press review."""
    text = run.lines[index].text
    return (
        bool(run.bits[index] & has.BOLD)
        and (is_phrase(text, "newspaper") or text.lower() in AGENCIES)
        and not opens_byline(text)
        and index + 1 < len(run.lines)
        and run.roles[index + 1] is P
        and not run.bits[index + 1] & has.UP_TO_HEADING
    )


def _is_signature(run: Run, index: int) -> bool:
    """Match a signature in the last line of the text, unless that line answers a question."""
    return (
        run.is_last_text(index)
        and is_signature(run.lines[index].text)
        and not _is_answer(run, index)
    )


def _is_answer(run: Run, index: int) -> bool:
    before = run.before(index, BODY_TEXT)
    return before is not None and (
        run.roles[before] is Role.QUESTION
        or (bool(run.bits[before] & has.BOLD) and has.closing(run.lines[before].text).endswith("?"))
    )


def _precedes_nothing(run: Run, index: int) -> bool:
    """Match a heading with text above it, but no part of the article below it."""
    return run.is_below_text(index) and run.is_last_kept(index)


def _are_profiles(run: Run, index: int) -> bool:
    return _PROFILES.fullmatch(run.lines[index].text) is not None


def _precedes_text(run: Run, index: int) -> bool:
    return run.after(index, AFTER_HEADING) is not None


def _is_asked(run: Run, index: int) -> bool:
    return index in run.questions


_OPENING_DASHES: Final = ("- ", "– ", "— ")
_CLOSING_DASHES: Final = (" -", " –", " —")


def _is_between_dashes(run: Run, index: int) -> bool:
    """Match a line between dashes, as AFP prints the headings of its dispatches."""
    text = run.lines[index].text
    return text.startswith(_OPENING_DASHES) and text.endswith(_CLOSING_DASHES)


def _has_arrows(run: Run, index: int) -> bool:
    return run.lines[index].text.startswith(">>") and _precedes_text(run, index)


def _is_between_prose(run: Run, index: int) -> bool:
    """Match a line between two paragraphs or headings.

    Both must be long or end with punctuation, or the line must be indented less than both.
    """
    before, after = (look(index, _PROSE_ROLES) for look in (run.before, run.after))
    return (
        before is not None
        and after is not None
        and not run.lines[index].text[0].islower()
        and (
            bool(run.bits[index] & has.OUTDENTED)
            or all(
                not run.bits[at] & has.UP_TO_SHORT or run.lines[at].text.endswith(SENTENCE_ENDS)
                for at in (before, after)
            )
        )
    )


_PROSE_ROLES: Final = frozenset({P, Role.HEADING})


def _items(run: Run, index: int) -> range:
    end = index
    while end < len(run.lines) and run.bits[end] & has.ITEM:
        end += 1
    return range(index, end)


def is_credited(text: str) -> bool:
    """Match a caption that ends with a credit and not with a full stop.

    The credit follows a sentence and ends in capitals, or it follows "©" or "Crédits :".

    >>> is_credited("Une vue du port, le 2 mars. JEANNE DURAND / AFP")
    True
    >>> is_credited("Une vue du port. — © Jeanne Durand"), is_credited("Le port (Crédits : DR)")
    (True, True)
    >>> is_credited("Il parle à la CGT"), is_credited("UNE COLÈRE ANCIENNE")
    (False, False)
    """
    if text.endswith(has.ENDS):
        return False
    if "©" in text or "rédit" in text:
        return _CREDITED.search(text, max(len(text) - LIMITS.heading, 0)) is not None
    words = text[-LIMITS.heading :].split()
    count = 0
    while count < len(words) and (words[-1 - count].isupper() or words[-1 - count] in "/«»©"):
        count += 1
    before, credit = words[: len(words) - count], words[len(words) - count :]
    if not before or not credit:
        return False
    if (
        "/" in credit[:2]
        and credit[-1].isupper()
        and any(word.endswith(SENTENCE_ENDS) for word in before[-5:])
    ):
        return True
    return before[-1][-1] in '.!?…»")' and (
        "/" in "".join(credit) or len("".join(credit)) > _ABBREVIATION
    )


_ABBREVIATION: Final = 6
"""Maximum length of an abbreviation; longer words in capitals at the end of a line are a credit."""

_BOXED: Final = frozenset({P, Role.NEWSLETTER, Role.PROMOTION, Role.SHARE, Role.PAYWALL})

RULES: Final[tuple[Rule, ...]] = (
    # Single lines
    *(
        Rule(
            name=name,
            role=has.WORDING_ROLES[kind],
            needs=has.PHRASE[kind],
            takes=TITLED | {Role.LIST},
        )
        for name, kind in WORDING_RULES.items()
    ),
    Rule(name="no-words", role=Role.BOILERPLATE, needs=has.NO_WORDS, takes=TITLED),
    Rule(
        name="after-article",
        role=Role.BOILERPLATE,
        needs=has.BEYOND,
        takes=TITLED | {Role.LIST, Role.FIGURE},
    ),
    Rule(
        name="related.link",
        role=Role.RELATED,
        needs=has.LINK,
        takes=frozenset({P, Role.HEADING, Role.QUOTE}),
        when=_links_elsewhere,
    ),
    Rule(
        name="related.unlinked",
        role=Role.RELATED,
        needs=has.UP_TO_HEADLINE | has.MAY_POINT,
        lacks=has.LINK,
        when=_is_unlinked,
    ),
    Rule(
        name="related.video",
        role=Role.BOILERPLATE,
        needs=has.IN_PAGE | has.UP_TO_HEADLINE | has.MAY_POINT,
        lacks=has.LINK,
        when=_is_title_of_video,
    ),
    Rule(
        name="related.printed",
        role=Role.RELATED,
        needs=has.MAY_POINT,
        lacks=has.LINK,
        among=has.TEXT,
        when=_is_printed_pointer,
    ),
    Rule(
        name="heading.sentences",
        role=P,
        needs=has.ENDS_STOP,
        lacks=has.UP_TO_LONG_HEADING,
        takes=frozenset({Role.HEADING}),
    ),
    Rule(name="profiles", role=Role.SHARE, lacks=has.ENDS_STOP, when=_are_profiles),
    Rule(name="frame", role=Role.BOILERPLATE, needs=has.IN_DUMP, when=_is_frame),
    Rule(name="picture.name", role=Role.BOILERPLATE, needs=has.IN_DUMP, when=_is_picture_name),
    Rule(name="caption.doubled", role=Role.BOILERPLATE, needs=has.DATED, when=_is_doubled),
    Rule(name="caption.credited", role=Role.BOILERPLATE, needs=has.DATED, when=_is_credited),
    Rule(
        name="caption.agency",
        role=Role.BOILERPLATE,
        needs=has.UP_TO_HEADLINE,
        among=has.TEXT,
        when=_is_credited_to_agency,
    ),
    Rule(
        name="credit",
        role=Role.BOILERPLATE,
        needs=has.DATED | has.UP_TO_SIGNATURE,
        among=has.TEXT,
        when=_is_credit,
    ),
    Rule(
        name="credit.first",
        role=Role.BOILERPLATE,
        needs=has.IN_DUMP | has.DATED | has.CAPITALS | has.UP_TO_NAME,
        when=_is_first,
    ),
    Rule(name="button", role=Role.BOILERPLATE, needs=has.BUTTON, lacks=has.PHRASE["button"]),
    Rule(
        name="post.time",
        role=Role.METADATA,
        needs=has.IN_DUMP | has.UP_TO_NAME,
        when=_is_post_time,
    ),
    Rule(name="quote.deeper", role=Role.QUOTE, needs=has.IN_DUMP | has.DEEPER, lacks=has.ITEM),
    # Lines in their context
    Rule(
        name="related.lines",
        role=Role.RELATED,
        stage="beside",
        needs=has.PHRASE["label"],
        among=has.TEXT,
        takes=frozenset({P, Role.RELATED, Role.BADGE}),
        when=_has_headline_below,
        span=_label_and_headline,
    ),
    Rule(
        name="related.label",
        role=Role.RELATED,
        stage="beside",
        needs=has.UP_TO_SIGNATURE,
        takes=frozenset({P, Role.HEADING, Role.QUOTE}),
        when=_is_label_above,
    ),
    Rule(
        name="related.list",
        role=Role.RELATED,
        stage="beside",
        needs=has.LIST,
        takes=frozenset({Role.LIST}),
        when=_is_list_of_pointers,
    ),
    Rule(
        name="slides",
        role=Role.BOILERPLATE,
        takes=frozenset({P, Role.BOILERPLATE}),
        stage="beside",
        needs=has.IN_DUMP | has.UP_TO_GENRE,
        when=_is_counter,
        span=_slides,
    ),
    Rule(
        name="caption.above",
        role=Role.BOILERPLATE,
        stage="beside",
        needs=has.DATED | has.UP_TO_LONG_HEADING,
        lacks=has.ITEM,
        among=has.TEXT,
        when=_is_above_credit,
    ),
    Rule(
        name="caption.twice",
        role=Role.BOILERPLATE,
        stage="beside",
        needs=has.DATED,
        when=_is_repeated_below,
        span=_with_next,
    ),
    Rule(
        name="caption.first",
        role=Role.BOILERPLATE,
        stage="beside",
        needs=has.IN_DUMP | has.DATED | has.GLUED | has.SPACED,
        when=_is_first,
    ),
    Rule(
        name="caption.apart",
        role=Role.BOILERPLATE,
        stage="beside",
        needs=has.IN_DUMP | has.DOTTED | has.APART,
        lacks=has.ITEM,
        when=_is_above_rest,
    ),
    Rule(
        name="caption.glued",
        role=Role.BOILERPLATE,
        stage="beside",
        needs=has.IN_DUMP | has.DOTTED | has.GLUED | has.SPACED | has.UP_TO_HEADING,
        lacks=has.ITEM,
        when=_is_glued_caption,
    ),
    Rule(
        name="box.button",
        role=Role.PROMOTION,
        takes=_BOXED,
        stage="beside",
        needs=has.PHRASE["button"],
        among=has.TEXT,
        span=_promotion_box,
    ),
    Rule(
        name="share.networks",
        role=Role.SHARE,
        takes=TITLED,
        stage="beside",
        needs=has.PHRASE["network"],
        when=_is_in_row_of_networks,
    ),
    Rule(
        name="author.box",
        role=Role.METADATA,
        takes=frozenset({P, Role.BYLINE}),
        stage="beside",
        needs=has.PHRASE["author"],
        when=_is_author_box,
        span=_author_box,
    ),
    Rule(
        name="box.articles",
        role=Role.PROMOTION,
        takes=TITLED,
        stage="beside",
        needs=has.IN_DUMP | has.PHRASE["beside"],
        span=_box_of_articles,
    ),
    Rule(
        name="tweet",
        role=Role.EMBED,
        stage="beside",
        among=has.TEXT,
        takes=frozenset({P, Role.QUOTE}),
        when=_is_tweet,
        span=_tweet,
    ),
    Rule(
        name="biography.italic",
        role=Role.METADATA,
        stage="beside",
        needs=has.AUTHOR | has.ITALIC,
        when=_describes_author,
    ),
    Rule(
        name="biography.sentence",
        role=Role.METADATA,
        stage="beside",
        needs=has.AUTHOR,
        among=has.TEXT,
        when=_is_sentence_on_author,
    ),
    Rule(
        name="quote.repeated",
        role=Role.PULL_QUOTE,
        stage="beside",
        takes=frozenset({Role.QUOTE}),
        when=_is_repeated,
    ),
    Rule(
        name="loose.repeated",
        role=Role.PULL_QUOTE,
        stage="beside",
        needs=has.LOOSE,
        when=_is_repeated,
    ),
    Rule(
        name="paragraph.repeated",
        role=Role.PULL_QUOTE,
        stage="beside",
        # Without a full stop, the line may be a heading that quotes the text.
        needs=has.DATED | has.UP_TO_LONG_HEADING | has.ENDS_STOP,
        lacks=has.ITEM,
        among=has.TEXT,
        when=_is_quoted,
    ),
    # Lines above and below the text
    Rule(
        name="kicker.alone",
        role=Role.METADATA,
        stage="opening",
        needs=has.TOP | has.UP_TO_GENRE,
        when=_is_kicker,
    ),
    Rule(
        name="date.alone",
        role=Role.METADATA,
        stage="opening",
        needs=has.TOP | has.UP_TO_NAME,
        lacks=has.BOLD,
        when=_is_date,
    ),
    Rule(
        name="byline.alone",
        role=Role.BYLINE,
        stage="opening",
        needs=has.TOP | has.UP_TO_SIGNATURE,
        when=_is_byline,
    ),
    Rule(
        name="biography.last",
        role=Role.METADATA,
        stage="closing",
        needs=has.TOP | has.AUTHOR,
        when=_is_last_on_author,
    ),
    Rule(
        name="signature.last",
        role=Role.SIGNATURE,
        stage="closing",
        needs=has.TOP | has.UP_TO_SIGNATURE,
        when=_is_signature,
    ),
    Rule(
        name="heading.last",
        role=Role.BOILERPLATE,
        stage="closing",
        needs=has.TOP | has.IN_PAGE,
        takes=frozenset({Role.HEADING}),
        when=_precedes_nothing,
    ),
    # Lines between the paragraphs
    Rule(
        name="heading.loose",
        role=Role.HEADING,
        stage="headings",
        needs=has.TOP | has.LOOSE | has.UP_TO_HEADING,
        lacks=has.ENDS_SENTENCE,
        when=_precedes_text,
    ),
    Rule(
        name="question.bold",
        role=Role.QUESTION,
        stage="headings",
        needs=has.BOLD | has.ENDS_QUESTION,
        when=_is_asked,
    ),
    Rule(
        name="heading.arrows",
        role=Role.HEADING,
        stage="headings",
        needs=has.BOLD,
        when=_has_arrows,
    ),
    Rule(
        name="heading.dashes",
        role=Role.HEADING,
        stage="headings",
        needs=has.UP_TO_HEADING,
        lacks=has.IN_MARKDOWN,
        when=_is_between_dashes,
    ),
    Rule(
        name="heading.capitals",
        role=Role.HEADING,
        stage="headings",
        needs=has.CAPITALS,
        lacks=has.ENDS_STOP | has.ENDS_OPEN,
        when=_precedes_text,
    ),
    Rule(
        name="heading.bold",
        role=Role.HEADING,
        stage="headings",
        needs=has.BOLD_HEADINGS | has.BOLD | has.UP_TO_HEADING,
        lacks=has.ENDS_SENTENCE,
        when=_precedes_text,
    ),
    Rule(
        name="heading.between",
        role=Role.HEADING,
        stage="headings",
        needs=has.UP_TO_SHORT,
        among=has.IN_DUMP | has.IN_PASTE,
        lacks=has.ENDS_SENTENCE | has.ITEM | has.IN_MARKDOWN,
        when=_is_between_prose,
    ),
    Rule(
        name="list.items",
        role=Role.LIST,
        stage="headings",
        needs=has.ITEM,
        among=has.IN_DUMP | has.IN_PASTE,
        lacks=has.IN_MARKDOWN,
        span=_items,
    ),
)


@cache
def classifier() -> Classifier:
    """Return the classifier of all rules."""
    return Classifier(RULES)
