"""What a turn may read of the record, and of the versions of its trials."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from ectrial.papers.funnel import Standing
from ectrial.papers.outcomes import Outcome
from ectrial.record.carried import Lapse
from ectrial.record.conduct import Conduct
from ectrial.record.entries import Entry
from ectrial.record.links import Links
from ectrial.record.notes import Notes
from ectrial.record.periods import Moments
from ectrial.record.queries import OpenQuery
from ectrial.record.referrals import Referrals
from ectrial.record.screenings import EVERY, Listed, Screening, Wanted
from ectrial.record.shares import Shares
from ectrial.record.shifts import Shifts
from ectrial.record.signatures import ToSign
from ectrial.record.subjects import ScreeningId
from ectrial.trial.implied import Implications
from ectrial.trial.protocol import Protocol as Trial


class LogRecords(Protocol):
    """The screening log of one trial, by the day on which each screening was opened."""

    def outcomes(self, between: Moments) -> Mapping[Outcome, int]:
        """Count the screenings opened within a time by what came of them."""
        ...

    def persons(self, between: Moments) -> Mapping[Standing, int]:
        """Count the subjects by how the screening stands that was opened last for each."""
        ...

    def count(self, between: Moments, part: str) -> int:
        """Count those with a part of a code."""
        ...

    def page(
        self, between: Moments, part: str, limit: int, offset: int
    ) -> tuple[ScreeningId, ...]:
        """Name some of them, the one opened last first."""
        ...


class Records(Protocol):
    """The read side of the record of one site, as of this turn."""

    @property
    def log(self) -> LogRecords:
        """The screening log."""
        ...

    def screening(self, id: ScreeningId) -> Screening | None:  # noqa: A002 - the record's own word
        """Give one screening."""
        ...

    def episodes(self, trial: str, subject: str) -> tuple[Screening, ...]:
        """Give all screenings of a subject for a trial, oldest first."""
        ...

    def screenings_with(self, trial: str, item: str, limit: int) -> tuple[Screening, ...]:
        """Give the unvoided screenings with a number as answer to an item, latest first."""
        ...

    def screenings(
        self, *, limit: int, offset: int = 0, wanted: Wanted = EVERY
    ) -> tuple[Listed, ...]:
        """Give the screenings of every trial, the latest activity first."""
        ...

    def count_screenings(self, wanted: Wanted = EVERY) -> int:
        """Give the number of screenings."""
        ...

    def open_queries(
        self, trial: str | None = None, assignee: int | None = None
    ) -> tuple[OpenQuery, ...]:
        """Give the open items, of one trial or all, and of one person or all."""
        ...

    def asked_to_sign(self, person: int) -> tuple[ToSign, ...]:
        """Give the requests for a signature that wait for a person, oldest first."""
        ...

    def referrals(self) -> Referrals:
        """Give what waits for the study's contact, what it answered, and who is enrolled."""
        ...

    def repeats(self) -> tuple[ScreeningId, ...]:
        """Name the screenings that repeat a failed one, in the order of their opening."""
        ...

    def history(self, id: ScreeningId) -> Sequence[Entry]:  # noqa: A002 - the record's own word
        """Give the entries of one screening, in order."""
        ...

    def shifts(self) -> Shifts:
        """Give who offers open work to whom, and how the last offers ended."""
        ...

    def notes(self) -> Notes:
        """Give the notes of all screenings; they are read for a person."""
        ...

    def shares(self) -> Shares:
        """Give what is shown to guests, and how it ended."""
        ...

    def links(self) -> Links:
        """Give which subjects of different trials are the same patient, as was said."""
        ...

    def lapses(self, screening: Screening) -> Mapping[str, Lapse]:
        """Give the answers of a screening whose origin in another trial has changed since."""
        ...

    def conduct(self, trial: str) -> Conduct:
        """Give how a trial is run at the site: whether it enrols."""
        ...

    def taken_up(self, trial: str, fingerprint: str, since: int) -> bool:
        """Whether a screening was opened under a version, or moved to it, after an entry."""
        ...

    def opened_by(self, seq: int) -> ScreeningId | None:
        """Name the screening that an entry opened; None if it is not there any more."""
        ...

    def alike(self, trial: str, subject: str) -> tuple[str, ...]:
        """Give the unvoided codes of a trial that are easily confused with this code."""
        ...

    def head(self) -> tuple[int, str]:
        """Give the number and hash of the last entry."""
        ...

    def hash_of_trial(self) -> str:
        """Give the hash of the last entry of the trial, which covers all entries before it."""
        ...

    def next_subject(self, trial: str, prefix: str, digits: int = 3) -> str:
        """Give a subject code that no subject of the trial has."""
        ...


class Versions(Protocol):
    """Every loaded version of every trial."""

    def of(self, trial: str, version: str, fingerprint: str) -> Trial | None:
        """Give the version under which a screening was opened; None if it is not loaded."""
        ...

    def after(self, protocol: Trial) -> Trial | None:
        """Give the newest version of the same trial; None if the protocol is that itself."""
        ...

    @property
    def implications(self) -> Implications:
        """What answers to items of one trial say of items of another."""
        ...
