"""Names what is wrong with settings as they are written, before any of them is read."""

from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream

from bot.monitoring.printable import printable

OURS = "ECTRIAL_"


def unread_lines(env_file: Path, written: str) -> Iterator[str]:
    """Name the lines that the library leaves out in silence, as behind a quote left open.

    Without them the bot would run as practice, or keep its record unencrypted.
    """
    for found in parse_stream(StringIO(written)):
        if found.error or (found.key is not None and found.value is None):
            yield (
                f"{env_file}: line {found.original.line} is no setting:"
                " look for = and for a quote left open"
            )


def unknown(given: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Name the settings that there are none of: a mistyped one would do nothing in silence."""
    for name in sorted(given):
        if name.startswith(OURS) and name not in names.values():
            yield f"{printable(name)}: there is no such setting"


def unseen(given: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Name the settings that would steer a terminal, or begin a line that looks like ours."""
    for name in sorted(names.values()):
        # a tab is escaped where it is printed, and does no more harm
        value = given.get(name, "").replace("\t", " ")
        if printable(value) != value:
            yield f"{name}: must be one line of characters that can be seen"
