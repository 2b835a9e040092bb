"""The newest migrations, applied after those of `migrations` in this order."""

from collections.abc import Callable

from sqlite_utils import Database

from ectrial.ledger.tables.deletions import TABLE as DELETIONS
from ectrial.ledger.tables.passcodes import TABLE as PASSCODES


def messages_to_delete(db: Database) -> None:
    """Create the messages that are to be deleted from chats: by number, never by what they say."""
    db.execute(DELETIONS)


def screenings_may_be_shared(db: Database) -> None:
    """Create what the passcodes of shares are checked against, outside of the entries."""
    db.execute(PASSCODES)


LATER: tuple[Callable[[Database], None], ...] = (messages_to_delete, screenings_may_be_shared)
