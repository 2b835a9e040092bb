"""What the lists of a record say, read beside whoever writes it, as of one moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ectrial.ledger.lists import Lists
from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.sqlite.driver import in_plain_words
from ectrial.ledger.sqlite.place import Place
from ectrial.ledger.tables.world import must_be
from ectrial.ledger.verify import snapshot

NO_LOCK = -1


def refuse_practice(path: Path, key: str | None) -> None:
    """Refuse a practice record where the real one belongs: MixedWorldsError."""
    with snapshot(path, key) as connection, in_plain_words():
        must_be(connection, "real", path)


@contextmanager
def lists_beside(path: Path, key: str | None, site: str) -> Iterator[Lists]:
    """Open the lists of a site; do not keep them open for long, as the log grows meanwhile."""
    with snapshot(path, key) as connection, in_plain_words():
        # nothing can be written over this connection
        yield Lists(Shared(connection, connection, Place(path, NO_LOCK)), site)
