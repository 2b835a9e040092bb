"""The record as papers read it: as it was at one entry, one screening after the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.tables import listing, paper_rows, world
from ectrial.ledger.tables.entries import after, head, of_kinds
from ectrial.ledger.tables.heads import moment_of_paper, of_paper
from ectrial.ledger.verify import snapshot
from ectrial.papers.log import READ_WITH_A_TURN, TURNS
from ectrial.record.conduct import NOTHING_SAID, Conduct, State, TrialStatus, fold_conduct
from ectrial.record.consent import Consent
from ectrial.record.consent_of_subject import READ_FOR_CONSENT, consent_of_subject
from ectrial.record.entries import Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.linked import Linked
from ectrial.record.periods import Moments
from ectrial.record.redacted import kept_text
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Team
from ectrial.record.team_folding import fold_team_of

Then = tuple[Sequence[Kind], Sequence[Kind]]


@dataclass(frozen=True, slots=True)
class PaperSource:
    """One trial at one site as it stood after entry `upto`; read while its snapshot is open.

    Later entries change nothing of it, so what was made of it once can be made again.
    """

    site: str
    trial: str
    upto: int
    _connection: Connection = field(repr=False)

    @property
    def is_practice(self) -> bool:
        """Whether the record is of practice, as the file itself says."""
        return world.is_practice(self._connection)

    @property
    def head(self) -> str:
        """The hash of the trial's last entry, which covers all entries before it."""
        return of_paper(self._connection, self.trial, self.upto)

    @property
    def head_at(self) -> datetime | None:
        """The moment of that entry, in UTC; None where nothing names the trial."""
        return moment_of_paper(self._connection, self.trial, self.upto)

    def chained(self, between: Moments = (None, None)) -> Iterator[Linked]:
        """Give every entry of the trial that was recorded within a time, with its hashes."""
        return paper_rows.chained(self._connection, self.site, self.trial, self.upto, between)

    def of_no_screening(self, before: datetime) -> Iterator[Entry]:
        """Give what was recorded of the team and the trial before a moment, of no screening."""
        about = self.site, self.trial, self.upto, (None, before)
        for linked in paper_rows.chained(self._connection, *about, has_no_subject=True):
            yield linked.entry

    def count(self, between: Moments = (None, None)) -> int:
        """Count the screenings that were opened within a time."""
        return paper_rows.count(self._connection, self.site, self.trial, self.upto, between)

    def screenings(
        self,
        kinds: Sequence[Kind] | None,
        items: Sequence[str] = (),
        between: Moments = (None, None),
        then: Then = ((), ()),
    ) -> Iterator[tuple[Entry, ...]]:
        """Give for each screening its opening and what else is of these kinds or items, in order.

        Where there is an entry of one of the former kinds of `then`, also the latter are given.
        Only one screening at a time is held, and nothing of its other answers. Without kinds
        everything that was recorded of it is given.
        """
        wanted = _with_opening(kinds)
        for each in paper_rows.openings(
            self._connection, self.site, self.trial, self.upto, between
        ):
            if (id_ := each.said.screening) is not None:
                yield self._entries(id_, wanted, items, then)

    def of_screening(self, id_: ScreeningId) -> tuple[Entry, ...]:
        """Give all that was recorded of one screening."""
        return self._entries(id_, None, (), ((), ()))

    def of_subject(
        self,
        subject: str,
        kinds: Sequence[Kind] | None,
        items: Sequence[str] = (),
        then: Then = ((), ()),
    ) -> Iterator[tuple[Entry, ...]]:
        """Give the same for each screening of one subject, the first episode first."""
        wanted = _with_opening(kinds)
        for id_ in listing.of_subject(self._connection, self.site, self.trial, subject):
            if found := self._entries(id_, wanted, items, then):
                yield found

    def episodes(self, subject: str) -> tuple[ScreeningId, ...]:
        """Name the screenings of a subject, also those that were opened later."""
        return listing.of_subject(self._connection, self.site, self.trial, subject)

    def opened_by(self, seq: int) -> str:
        """Give the code of the subject that an entry opened; RefusedError for other entries."""
        found = after(self._connection, seq - 1, 1)
        about = found[0].said.screening if found and found[0].seq == seq else None
        if about is None or (about.site, about.trial) != (self.site, self.trial):
            raise RefusedError("an entry that opened no screening of this trial")
        return about.subject

    def entry(self, seq: int) -> Entry | None:
        """Give one entry of the trial; None if it has none of that number."""
        found = after(self._connection, seq - 1, 1) if seq <= self.upto else ()
        said = found[0].said if found and found[0].seq == seq else None
        if said is None or said.trial != self.trial:
            return None
        is_elsewhere = said.screening is not None and said.screening.site != self.site
        return None if is_elsewhere else found[0]

    def consent_of(self, subject: str) -> Consent:
        """Give the consent of a subject over all screenings; only what decides it is read."""
        found = map(
            fold, self.of_subject(subject, READ_FOR_CONSENT, then=(TURNS, READ_WITH_A_TURN))
        )
        return consent_of_subject(each for each in found if each is not None)

    def first_of(self, subject: str) -> int | None:
        """Give the entry that opened the first screening of a subject; None if there is none."""
        opened = next(self.of_subject(subject, ()), ())
        return opened[0].seq if opened else None

    def state(self) -> State:
        """Say whether the trial enrolled at the site."""
        return self._conduct().state

    def halt(self) -> TrialStatus | None:
        """Give why nobody was to be enrolled; None if the trial was open."""
        return self._conduct().halt

    def _conduct(self) -> Conduct:
        history = of_kinds(self._connection, (Kind.TRIAL_STATUS,), self.site)
        until = (each for each in history if each.seq <= self.upto)
        return fold_conduct(until).get(self.trial, NOTHING_SAID)

    def names(self) -> Mapping[int, str]:
        """Give the printed names of the people of the trial's team, also of those who left.

        A name that was redacted is empty.
        """
        history = of_kinds(self._connection, (Kind.STAFF_ADDED,), self.site)
        added = (
            each.said for each in history if each.seq <= self.upto and each.said.text is not None
        )
        return {
            int(said.item or 0): kept_text(said.text)
            for said in added
            if said.trial in ("", self.trial)
        }

    def investigators(self) -> tuple[str, ...]:
        """Give the printed names of who leads the trial at the site, as far as they have one."""
        kinds = (Kind.STAFF_ADDED, Kind.STAFF_REMOVED)
        history = of_kinds(self._connection, kinds, self.site)
        until = [each for each in history if each.seq <= self.upto]
        members = fold_team_of(self.trial, until, Team()).members.values()
        named = (kept_text(each.name) for each in members if each.role == "principal")
        return tuple(filter(None, named))

    def _entries(
        self, id_: ScreeningId, kinds: Sequence[Kind] | None, items: Sequence[str], then: Then
    ) -> tuple[Entry, ...]:
        found = paper_rows.entries_of(self._connection, id_, kinds, items, self.upto)
        if kinds is None or not any(each.said.kind in then[0] for each in found):
            return found
        return paper_rows.entries_of(self._connection, id_, (*kinds, *then[1]), items, self.upto)


def _with_opening(kinds: Sequence[Kind] | None) -> tuple[Kind, ...] | None:
    return None if kinds is None else (*{*kinds, Kind.OPENED},)


Papers = Callable[[str, int], AbstractContextManager[PaperSource]]
"""Opens a trial of one record for papers, as it was after an entry; for any thread."""


@contextmanager
def paper_source(
    path: Path, key: str | None, site: str, trial: str, upto: int | None = None
) -> Iterator[PaperSource]:
    """Open a record for papers beside whoever writes it, as it is now or was after an entry."""
    with snapshot(path, key) as connection, in_plain_words():
        last = head(connection)[0]
        yield PaperSource(site, trial, last if upto is None else min(upto, last), connection)
