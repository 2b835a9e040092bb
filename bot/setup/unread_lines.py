"""Names the lines of `.env` that the library leaves out in silence."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream


def unread_lines(env_file: Path, written: str) -> Iterator[str]:
    """Name lines such as those behind a quote left open.

    Without them the bot would run as practice, or keep its record unencrypted.
    """
    for found in parse_stream(StringIO(written)):
        if found.error or (found.key is not None and found.value is None):
            yield (
                f"{env_file}: line {found.original.line} is no setting:"
                " look for = and for a quote left open"
            )
