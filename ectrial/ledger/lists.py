"""What the lists of a site say: its screenings, open items and codes; what waits and is shared."""

from ectrial.ledger.bed_rows import BedRows
from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import codes, entries, listing, queries
from ectrial.ledger.tables.entries import of_screening
from ectrial.ledger.tables.fold_cache import FoldCache
from ectrial.record.carried import Lapse
from ectrial.record.conduct import NOTHING_SAID, OF_CONDUCT, Conduct, fold_conduct
from ectrial.record.entries import Entry
from ectrial.record.lapsing import lapses
from ectrial.record.links import OF_LINKS, Links, fold_links
from ectrial.record.notes import OF_NOTES, Notes, fold_notes
from ectrial.record.queries import OpenQuery
from ectrial.record.referrals import READ_FOR_REFERRALS, Referrals, fold_referrals
from ectrial.record.screenings import EVERY, Listed, Screening, Wanted
from ectrial.record.shares import OF_SHARES, Shares, fold_shares
from ectrial.record.shifts import READ_FOR_SHIFTS, Shifts, fold_shifts
from ectrial.record.signatures import OF_REQUESTS, ToSign, with_requests
from ectrial.record.subjects import ScreeningId


class Lists:
    """Reads the rows that are kept beside the entries, so that no list walks over them all.

    `beds` are the labels of today, which no list has.
    """

    def __init__(self, shared: Shared, site: str) -> None:
        self._shared, self._site, self.beds = shared, site, BedRows(shared)
        waiting: dict[ScreeningId, ToSign] = {}
        self._requests = FoldCache(site, OF_REQUESTS, with_requests, waiting, "signatures")
        self._notes = FoldCache(site, OF_NOTES, fold_notes, Notes(), "notes")
        self._referrals = FoldCache(
            site, READ_FOR_REFERRALS, fold_referrals, Referrals(), "what follows a screening"
        )
        self._shifts = FoldCache(site, READ_FOR_SHIFTS, fold_shifts, Shifts(), "shifts")
        self._links = FoldCache(site, OF_LINKS, fold_links, Links(), "links between trials")
        trials: dict[str, Conduct] = {}
        self._conduct = FoldCache(site, OF_CONDUCT, fold_conduct, trials, "the conduct of trials")
        self._shares = FoldCache(site, OF_SHARES, fold_shares, Shares(), "shares")

    def screenings(
        self, *, limit: int, offset: int = 0, wanted: Wanted = EVERY
    ) -> tuple[Listed, ...]:
        """Give rows of the list of this site's screenings, the latest activity first."""
        with self._shared.reading() as connection:
            return listing.page(connection, self._site, wanted, limit, offset)

    def count_screenings(self, wanted: Wanted = EVERY) -> int:
        """Count the rows of the list of this site's screenings."""
        with self._shared.reading() as connection:
            return listing.count(connection, self._site, wanted)

    def open_queries(
        self, trial: str | None = None, assignee: int | None = None
    ) -> tuple[OpenQuery, ...]:
        """Give this site's open items, of one trial or all, and of one person or all."""
        with self._shared.reading() as connection:
            return queries.open_queries(connection, self._site, trial, assignee)

    def history(self, id: ScreeningId) -> tuple[Entry, ...]:  # noqa: A002 - the record's own word
        """Give the entries of one screening of this site, in order."""
        if id.site != self._site:
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

    def opened_by(self, seq: int) -> ScreeningId | None:
        """Name the screening that an entry opened; None once its answers are redacted."""
        with self._shared.reading() as connection:
            found = entries.after(connection, seq - 1, 1)
        return found[0].said.screening if found and found[0].seq == seq else None

    def alike(self, trial: str, subject: str) -> tuple[str, ...]:
        """Give the unvoided codes of a trial that are easily confused with this code."""
        with self._shared.reading() as connection:
            return codes.alike(connection, self._site, trial, subject)

    def next_subject(self, trial: str, prefix: str, digits: int = 3) -> str:
        """Give the code after the highest with this prefix in a trial, such as S-001."""
        with self._shared.reading() as connection:
            return codes.next_subject(connection, self._site, trial, prefix, digits)
