"""What the lists of a site say: its screenings, open items and codes; what waits and is shared."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ectrial.ledger.bed_rows import BedRows
from ectrial.ledger.log_lists import LogLists
from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import codes, entries, heads, listing, protocols, queries
from ectrial.ledger.tables.entries import of_screening
from ectrial.ledger.tables.fold_cache import FoldCache
from ectrial.ledger.tables.screening_cache import ScreeningCache
from ectrial.record.carried import Lapse
from ectrial.record.conduct import NOTHING_SAID, OF_CONDUCT, Conduct, fold_conduct
from ectrial.record.entries import Entry
from ectrial.record.lapsing import lapses
from ectrial.record.links import OF_LINKS, Links, fold_links
from ectrial.record.notes import OF_NOTES, Notes, fold_notes
from ectrial.record.queries import OpenQuery
from ectrial.record.referrals import READ_FOR_REFERRALS, Referrals, fold_referrals
from ectrial.record.repeats import OF_REPEATS, fold_repeats
from ectrial.record.screenings import EVERY, Listed, Screening, Wanted
from ectrial.record.shares import OF_SHARES, Shares, fold_shares
from ectrial.record.shifts import READ_FOR_SHIFTS, Shifts, fold_shifts
from ectrial.record.signatures import OF_REQUESTS, ToSign, with_requests
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Team
from ectrial.record.team_folding import OF_THE_TEAM, fold_team, fold_team_of

State = TypeVar("State")


def of_trial(
    trial: str, fold: Callable[[Iterable[Entry], State], State]
) -> Callable[[Iterable[Entry], State], State]:
    """Give the fold of the entries of one trial; without a trial, of all."""
    if not trial:
        return fold
    return lambda entries, onto: fold((e for e in entries if e.said.trial == trial), onto)


class Lists:
    """Reads the rows that are kept beside the entries, so that no list walks over them all.

    `beds` are the labels of today, which no list has. With a `trial` the lists are of it alone.
    """

    def __init__(
        self, shared: Shared, site: str, trial: str = "", cache: ScreeningCache | None = None
    ) -> None:
        self._shared, self._site, self.beds = shared, site, BedRows(shared)
        self._trial, self._cache = trial, cache or ScreeningCache()
        self._of_trials: dict[str, Lists] = {}
        self.log = LogLists(shared, site, trial)
        self._teams = FoldCache(site, OF_THE_TEAM, self._folded_team, Team(), "the team")
        waiting: dict[ScreeningId, ToSign] = {}
        requests = of_trial(trial, with_requests)
        self._requests = FoldCache(site, OF_REQUESTS, requests, waiting, "signatures")
        self._notes = FoldCache(site, OF_NOTES, of_trial(trial, fold_notes), Notes(), "notes")
        self._referrals = FoldCache(
            site,
            READ_FOR_REFERRALS,
            of_trial(trial, fold_referrals),
            Referrals(),
            "what follows a screening",
        )
        shifts = of_trial(trial, fold_shifts)
        self._shifts = FoldCache(site, READ_FOR_SHIFTS, shifts, Shifts(), "shifts")
        # a link is of two trials
        self._links = FoldCache(site, OF_LINKS, fold_links, Links(), "links between trials")
        trials: dict[str, Conduct] = {}
        self._conduct = FoldCache(
            site, OF_CONDUCT, of_trial(trial, fold_conduct), trials, "the conduct of trials"
        )
        none: tuple[ScreeningId, ...] = ()
        repeats = of_trial(trial, fold_repeats)
        self._repeats = FoldCache(site, OF_REPEATS, repeats, none, "re-screenings")
        self._shares = FoldCache(site, OF_SHARES, of_trial(trial, fold_shares), Shares(), "shares")

    def of(self, trial: str) -> "Lists":
        """Give what the record says of one trial: nothing of another is read through it."""
        if trial not in self._of_trials:
            self._of_trials[trial] = Lists(self._shared, self._site, trial, self._cache)
        return self._of_trials[trial]

    def team(self) -> Team:
        """Give the team as the last entries about it say; without a trial, of all together."""
        with self._shared.reading() as connection:
            return self._teams.state(connection)

    def _folded_team(self, entries: Iterable[Entry], onto: Team) -> Team:
        if not self._trial:
            return fold_team(entries, onto)
        return fold_team_of(self._trial, entries, onto)

    def screening(self, id: ScreeningId) -> Screening | None:  # noqa: A002 - the record's own word
        """Give one screening of this site, computed from its entries."""
        if not self._is_here(id):
            return None
        with self._shared.reading() as connection:
            return self._cache.screening(connection, id)

    def episodes(self, trial: str, subject: str) -> tuple[Screening, ...]:
        """Give every screening of one subject in a trial, the first episode first."""
        with self._shared.reading() as connection:
            ids = listing.of_subject(connection, self._site, trial, subject)
        return self._of(ids)

    def _of(self, ids: Sequence[ScreeningId]) -> tuple[Screening, ...]:
        return tuple(each for each in map(self.screening, ids) if each is not None)

    def screenings_with(self, trial: str, item: str, limit: int) -> tuple[Screening, ...]:
        """Give the screenings whose answer to an item is a number, the latest number first."""
        found: list[Screening] = []
        offset = 0
        while len(found) < limit:
            with self._shared.reading() as connection:
                ids = entries.latest_numbers(connection, self._site, trial, item, limit, offset)
            if not ids:
                break
            # what was cleared may have been restored: only the whole screening tells
            found += [each for each in self._of(ids) if item in each.answers]
            offset += limit
        return tuple(found[:limit])

    def screenings(
        self, *, limit: int, offset: int = 0, wanted: Wanted = EVERY
    ) -> tuple[Listed, ...]:
        """Give rows of the list of this site's screenings, the latest activity first."""
        with self._shared.reading() as connection:
            return listing.page(connection, self._site, self._trial, wanted, limit, offset)

    def count_screenings(self, wanted: Wanted = EVERY) -> int:
        """Count the rows of the list of this site's screenings."""
        with self._shared.reading() as connection:
            return listing.count(connection, self._site, self._trial, wanted)

    def open_queries(
        self, trial: str | None = None, assignee: int | None = None
    ) -> tuple[OpenQuery, ...]:
        """Give this site's open items, of one trial or all, and of one person or all."""
        with self._shared.reading() as connection:
            return queries.open_queries(
                connection, self._site, trial or self._trial or None, assignee
            )

    def history(self, id: ScreeningId) -> tuple[Entry, ...]:  # noqa: A002 - the record's own word
        """Give the entries of one screening of this site, in order."""
        if not self._is_here(id):
            return ()
        with self._shared.reading() as connection:
            return of_screening(connection, id)

    def asked_to_sign(self, person: int) -> tuple[ToSign, ...]:
        """Give the requests for a signature that wait for a person at this site, oldest first."""
        with self._shared.reading() as connection:
            waiting = self._requests.state(connection)
        return tuple(each for each in waiting.values() if each.to == person)

    def notes(self) -> Notes:
        """Give this site's notes, of all screenings; they are read for a person."""
        with self._shared.reading() as connection:
            return self._notes.state(connection)

    def referrals(self) -> Referrals:
        """Give what waits for the study's contact at this site, and who is enrolled."""
        with self._shared.reading() as connection:
            return self._referrals.state(connection)

    def repeats(self) -> tuple[ScreeningId, ...]:
        """Name the screenings of this site that repeat a failed one."""
        with self._shared.reading() as connection:
            return self._repeats.state(connection)

    def shifts(self) -> Shifts:
        """Give who offers open work to whom, as the last entries about it say."""
        with self._shared.reading() as connection:
            return self._shifts.state(connection)

    def shares(self) -> Shares:
        """Give what is shown to guests, and how it ended, as the last entries about it say."""
        with self._shared.reading() as connection:
            return self._shares.state(connection)

    def links(self) -> Links:
        """Give which subjects of different trials are the same patient, as was said."""
        with self._shared.reading() as connection:
            return self._links.state(connection)

    def lapses(self, screening: Screening) -> dict[str, Lapse]:
        """Give the answers of a screening whose origin in another trial has changed since."""
        if not screening.carried:
            return {}
        return lapses(screening, self._history_of, self.links().are_linked)

    def _history_of(self, seq: int) -> tuple[Entry, ...]:
        """Give the entries of the screening, of whatever trial, that holds an entry."""
        with self._shared.reading() as connection:
            found = entries.after(connection, seq - 1, 1)
            id_ = found[0].said.screening if found and found[0].seq == seq else None
            return of_screening(connection, id_) if id_ else ()

    def conduct(self, trial: str) -> Conduct:
        """Give how a trial is run at this site: whether it enrols."""
        with self._shared.reading() as connection:
            return self._conduct.state(connection).get(trial, NOTHING_SAID)

    def opened_under(self, trial: str) -> tuple[str, str] | None:
        """Give version and hash of the protocol of the trial's latest opening at this site."""
        with self._shared.reading() as connection:
            return entries.opened_under(connection, self._site, trial)

    def taken_up(self, trial: str, fingerprint: str, since: int) -> bool:
        """Whether a screening was opened under a version, or moved to it, after an entry."""
        with self._shared.reading() as connection:
            return protocols.taken_up(connection, self._site, trial, fingerprint, since)

    def opened_by(self, seq: int) -> ScreeningId | None:
        """Name the screening that an entry opened; None once its answers are redacted."""
        with self._shared.reading() as connection:
            found = entries.after(connection, seq - 1, 1)
        about = found[0].said.screening if found and found[0].seq == seq else None
        return about if about and self._trial in ("", about.trial) else None

    def alike(self, trial: str, subject: str) -> tuple[str, ...]:
        """Give the unvoided codes of a trial that are easily confused with this code."""
        with self._shared.reading() as connection:
            return codes.alike(connection, self._site, trial, subject)

    def next_subject(self, trial: str, prefix: str, digits: int = 3) -> str:
        """Give the code after the highest with this prefix in a trial, such as S-001."""
        with self._shared.reading() as connection:
            return codes.next_subject(connection, self._site, trial, prefix, digits)

    def head(self) -> entries.Head:
        """Give the number and hash of the last entry, to be noted outside the record."""
        with self._shared.reading() as connection:
            return entries.head(connection)

    def hash_of_trial(self) -> str:
        """Give the hash of the trial's last entry; without a trial, of the last of all."""
        with self._shared.reading() as connection:
            if not self._trial:
                return entries.head(connection)[1]
            return heads.of_trial(connection, self._trial)

    def _is_here(self, about: ScreeningId) -> bool:
        return about.site == self._site and self._trial in ("", about.trial)
