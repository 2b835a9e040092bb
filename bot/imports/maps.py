"""Which column is which item, as a person said: `TITLE=item`, one by one or in a file."""

from collections.abc import Iterable
from pathlib import Path

from ectrial import given_file


class MapError(ValueError):
    """A mapping that cannot be read; the message says where."""


def mapping(said: Iterable[str], file: Path | None) -> dict[str, str]:
    """Give what is said of columns, by title or letter; MapError if something is not."""
    found: dict[str, str] = {}
    for where, line in (*_of_file(file), *(("--map", each) for each in said)):
        title, sign, item = line.rpartition("=")
        if not sign or not title.strip() or not item.strip():
            raise MapError(f"{where}: write TITLE=item, such as 白细胞=wbc 10*9/L")
        found[title.strip()] = item.strip()
    return found


def _of_file(file: Path | None) -> list[tuple[str, str]]:
    if file is None:
        return []
    lines = [line.strip() for line in given_file.text(file, 2**20).splitlines()]
    return [
        (f"{file.name}: line {number}", line)
        for number, line in enumerate(lines, start=1)
        if line and not line.startswith("#")
    ]
