"""Reads a page that a browser saved as a message, with its pictures in one file (.mhtml)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from attrs import frozen

_MAX_NESTED: Final = 8
"""Maximum number of multipart parts, which limits the depth of nested ones; browsers write one."""
_MULTIPART = re.compile(rb"^content-type:\s{0,9}multipart/", re.IGNORECASE | re.MULTILINE)


@frozen
class SavedMessage:
    """The page in a message."""

    html: bytes
    encoding: str | None
    address: str | None
    """The page's address, as written by the browser."""
    saved_at: datetime | None
    """The time at which the browser saved the page."""


def read_message(source: bytes) -> SavedMessage | None:
    """Return the page in a message saved by a browser (https://www.rfc-editor.org/rfc/rfc2557).

    Return None for other messages, and for messages with more multipart parts than browsers write.
    """
    if len(_MULTIPART.findall(source)) > _MAX_NESTED:
        return None
    message = message_from_bytes(source.lstrip(), policy=policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        return None
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    if not (address or _header(message, "From").startswith(("<Saved by", "Saved by"))):
        return None
    html = page.get_payload(decode=True)
    if not isinstance(html, bytes):
        return None
    return SavedMessage(html, page.get_content_charset(), address or None, _date(message))


def _header(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip()


def _date(message: Message) -> datetime | None:
    try:
        moment = parsedate_to_datetime(_header(message, "Date"))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
