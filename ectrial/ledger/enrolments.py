"""Who is enrolled with an authenticator app, and the check of a code against the record."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import secrets
from ectrial.ledger.tables.rows import Author, instant
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import Enrolment, LostPhone, Proved, ToProve, judged, to_prove

Append = Callable[[Sequence[NewEntry], Author], object]

# An act is noted to the minute, so that a screening in one go writes few rows
NOTED_TO = timedelta(minutes=1)
LETTING_IN_AGAIN = (Kind.PHONE_FOUND, Kind.STAFF_ADDED, Kind.ADMIN_ADDED)
"""Entries that let somebody in again whose phone was lost and who has no app to prove by."""


class Enrolments:
    """Reads and checks; an entry *enrolled*, appended by anybody, makes the enrolment."""

    def __init__(self, shared: Shared, clock: Callable[[], datetime], append: Append) -> None:
        self._shared, self._clock, self._append = shared, clock, append

    def of(self, person: int) -> Enrolment | None:
        """Give the enrolment of a person; None for a person who was never enrolled."""
        with self._shared.reading() as connection:
            return secrets.load(connection, person)

    def check(
        self,
        person: int,
        code: str,
        pepper: bytes,
        author: Author,
        trial: str,
        typed_at: datetime | None = None,
    ) -> Proved:
        """Judge a code, count it, and record *proved* or *locked*, all or nothing.

        Within `Ledger.together` the try is counted in the commit of the turn. An update must not
        be checked twice: a second delivery would count again.
        """
        if not pepper:
            return Proved(ok=False, why="no_pepper")
        with self._shared.together():
            before = self.of(person)
            if before is None:
                return Proved(ok=False, why="not_enrolled")
            after, proved = judged(before, pepper, code, self._clock(), typed_at)
            if after != before:
                with self._shared.writing() as connection:
                    secrets.save(connection, after)
            if proved.ok or proved.locks:
                kind = Kind.PROVED if proved.ok else Kind.LOCKED
                self._append([NewEntry(kind, trial, item=str(person))], author)
        return proved

    def to_prove(self, person: int, *, has_pepper: bool) -> ToProve:
        """Say whether a person has to prove who they are, and can."""
        with self._shared.reading() as connection:
            enrolment = secrets.load(connection, person)
            is_lost = self.lost_phone(person, has_pepper=has_pepper) is not None
        return to_prove(enrolment, self._clock(), has_pepper=has_pepper, is_lost=is_lost)

    def lost_phone(self, person: int, *, has_pepper: bool) -> LostPhone | None:
        """Give the last report that a person's phone is lost, of whatever trial; None if over."""
        with self._shared.reading() as connection:
            lost = secrets.last_of(connection, person, Kind.PHONE_LOST)
            if not lost:
                return None
            needs_code = has_pepper and secrets.load(connection, person) is not None
            ends = (Kind.PROVED,) if needs_code else (Kind.PROVED, *LETTING_IN_AGAIN)
            is_over = lost <= secrets.last_of(connection, person, *ends)
        return None if is_over else LostPhone(lost, needs_code)

    def note_seen(self, person: int) -> None:
        """Note an act of a person who was let through; nothing of a person not enrolled."""
        now = self._clock()
        with self._shared.writing() as connection:
            secrets.note_seen(connection, person, instant(now), instant(now - NOTED_TO))
