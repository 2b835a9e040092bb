"""What a person can do about a record that is not there or cannot be read."""

from pathlib import Path

from bot.setup.settings import Settings
from ectrial.ledger.copies.restore import set_asides
from ectrial.ledger.copies.rotation import copies
from ectrial.ledger.creating import remains
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite.files import is_held
from ectrial.ledger.sqlite.place import SECTION

HELD = (
    "A running bot holds its lock, and still has the record open: do not stop that bot, put the"
    " file back " + SECTION
)


def way_back(settings: Settings, *, is_practice: bool) -> str:
    """Say what to do about an unreadable record: usually, which backup to restore."""
    if is_practice:
        return f"It is only practice: move {settings.practice_database} away and start anew."
    newest = _newest_backup(settings)
    if not newest:
        return f"There is no backup in {settings.copies}."
    return f"If ECTRIAL_DATABASE_KEY is as it was, go back to {newest}"


def way_to_a_record(settings: Settings) -> str:
    """Say what to do if there is no record: a bot has it open, the disk, a backup, or a first."""
    if is_held(settings.database):
        return HELD
    left = _left(settings)
    if not left:
        return (
            "Look first whether the path is right and its disk is there. If there never was a"
            " record, make it, once:\n    ectrial init"
        )
    words = f"There was one: it has left {_named(left)}. Look first whether its disk is there."
    newest = _newest_backup(settings)
    return f"{words}\nIf it is lost, go back to {newest}" if newest else words


def refusal_beside_remains(settings: Settings) -> str:
    """Say why no record is made beside what another has left; empty if nothing is left."""
    if is_held(settings.database):
        return HELD
    left = _left(settings)
    if not left:
        return ""
    newest = _newest_backup(settings)
    lost = f"If it is lost, go back to {newest}\n" if newest else ""
    return (
        f"No record is made: an earlier one has left {_named(left)}.\n{lost}"
        "For a new one all the same, move these away first: its copies would be taken for its own."
    )


def _left(settings: Settings) -> tuple[Path, ...]:
    return remains(settings.database, settings.copies)


def _named(left: tuple[Path, ...]) -> str:
    first, *others = left
    return f"{first} and {len(others)} more" if others else str(first)


def _newest_backup(settings: Settings) -> str:
    """Name the newest backup, or else the newest record set aside, and how to restore it."""
    try:
        newest = next(iter(copies(settings.database, settings.copies)), None)
        aside = next(iter(set_asides(settings.database)), None)
    except LedgerError as error:
        return f"a backup; they cannot be listed: {error}"
    if newest is not None:
        made = f"{newest.made:%Y-%m-%d %H:%M} UTC"
        return f"the newest backup, of {made}:\n    ectrial restore {newest.path}"
    return f"the record that was set aside:\n    ectrial restore {aside}" if aside else ""
