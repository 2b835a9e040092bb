"""Entries and a clock for the tests of the ledger."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import JSON, Kind, NewEntry, Via
from ectrial.record.subjects import ScreeningId, named
from tests.blank_record import blank

KEY = "0123456789abcdef" * 4
SITE = "CRT-01"
TRIAL = "EC-CRT-003"
NURSE = Author(actor=7_001, role="coordinator")


class Clock:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def open_ledger(
    path: Path, *, via: Via = "telegram", clock: Clock | None = None, key: str | None = None
) -> Ledger:
    """Open the record, a blank one where nothing is."""
    if not any(path.parent.glob(f"{path.name}*")):
        blank(path, "practice" if via == "sandbox" else "real", key)
    return open_or_make(path, via=via, clock=clock, key=key)


def open_or_make(
    path: Path, *, via: Via = "telegram", clock: Clock | None = None, key: str | None = None
) -> Ledger:
    """Have the record made where there is none, as a start of practice does."""
    return Ledger.open(path, site=SITE, via=via, clock=clock or Clock(), key=key)


def called(name: str, trial: str = TRIAL) -> ScreeningId:
    """Give the screening of that name, such as S-001/1."""
    found = named(name, SITE, trial)
    assert found is not None, name
    return found


def opened(subject: str = "S-001", episode: int = 1, trial: str = TRIAL) -> NewEntry:
    return NewEntry(
        kind=Kind.OPENED,
        trial=trial,
        screening=ScreeningId(SITE, trial, subject, episode),
        protocol_version="1.0",
        protocol_hash="ab" * 32,
    )


def said(kind: Kind, item: str | None = None, value: JSON = None, of: str = "S-001/1") -> NewEntry:
    return NewEntry(kind=kind, trial=TRIAL, screening=called(of), item=item, value=value)


def answered(item: str, value: JSON, of: str = "S-001/1") -> NewEntry:
    return said(Kind.ANSWERED, item, value, of)
