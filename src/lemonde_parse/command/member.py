"""A page in a file with many pages, and the messages for damaged files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from lemonde_parse.command.inputs import no_options
from lemonde_parse.command.messages import PathError, in_a_line

if TYPE_CHECKING:
    from lemonde_parse.errors import LemondeParseError
    from lemonde_parse.options import ReadOptions


@frozen
class Member:
    """A page in a container."""

    name: str
    content: bytes | LemondeParseError | OSError
    """Bytes of the page, or the error."""
    position: int
    """Approximate offset, in bytes, of the end of the page in the container."""
    options: ReadOptions = field(factory=no_options)


def damage(error: Exception, count: int = 0) -> str:
    """Return the message for a damaged file or member, after `count` pages were read."""
    if isinstance(error, PathError) or (isinstance(error, OSError) and error.errno):
        return in_a_line(error)
    if isinstance(error, MemoryError):
        return "a member does not fit into memory"
    if not count:
        return f"damaged, or not what its name says ({reason(error)}): copy the file again"
    pages = f"{count:,} page{'' if count == 1 else 's'}"
    what = f"damaged or cut off after {pages} ({reason(error)})"
    return f"{what}: copy the file again to read the rest"


def reason(error: Exception) -> str:
    """Return the message of an error as one line, or its class if it has no message."""
    return " ".join(str(error).split()) or type(error).__name__
