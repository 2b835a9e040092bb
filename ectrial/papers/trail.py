"""The audit trail of one trial: a row for each entry, in the order of the record (E6(R3) 4.2.2).

No row names another trial, a number of a person, or what only its author may read. A sponsor gets
the entries of subjects whose signed consent stands, without what people wrote in own words: that
may name somebody else. `seq` counts the rows: the number of an entry
would tell how much is recorded elsewhere, and its hash names it as well.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter

from ectrial.papers.log import LogWords
from ectrial.papers.sponsor import is_known
from ectrial.papers.table import csv_lines
from ectrial.papers.trail_entries import OF_OTHER_TRIALS, OF_THE_TEAM_ALONE, Told, told_of
from ectrial.papers.trail_subjects import EntryAt, subject_of
from ectrial.papers.trail_things import BEGINNING, Thing, note_of, things_of
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.exports import Recipient
from ectrial.record.folding import fold
from ectrial.record.linked import Linked
from ectrial.record.notes import OF_NOTES
from ectrial.record.screenings import Under
from ectrial.record.subjects import ScreeningId

UNNAMED = "(no printed name)"
HELD = 200
"""Screenings of which the last values are held at a time; of others they are read again."""
TEXTS_OF_A_FORM = (Kind.SIGNED, Kind.PARTICIPATION)
"""Kinds of a screening whose text is nobody's own words: a printed name, the sponsor's number."""
OfScreening = Callable[[ScreeningId], Iterable[Entry]]
"""Gives all that was recorded of a screening."""


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One entry: who recorded what, when, by which way, and what stood there before.

    `tz` is the zone of the site. `via` is telegram, sandbox or cli.
    """

    seq: int
    at_utc: str
    tz: str
    actor_name: str
    actor_role: str
    via: str
    subject: str
    episode: str
    object: str
    field: str
    old: str
    new: str
    reason_code: str
    reason_text: str
    criteria_version: str
    criteria_hash: str
    prev_hash: str
    hash: str
    record_head: str


COLUMNS = tuple(each.name for each in fields(TrailRow))
_CELLS = attrgetter(*COLUMNS)


def or_none(rows: Iterable[TrailRow], words: LogWords) -> Iterator[TrailRow]:
    """Give the rows; where there are none, one that says so, and of which record."""
    found = False
    for row in rows:
        found = True
        yield row
    if not found:
        cells = dict.fromkeys(COLUMNS, "")
        said = {"seq": 0, "tz": str(words.zone), "new": "NONE", "record_head": words.head}
        yield TrailRow(**{**cells, **said})  # type: ignore[arg-type] # seq alone is a number


def trail_csv(rows: Iterable[TrailRow]) -> Iterator[bytes]:
    """Give the head, then a line for each row; no cell runs as a formula."""

    def texts() -> Iterator[tuple[str, ...]]:
        yield COLUMNS
        for row in rows:
            yield tuple(map(str, _CELLS(row)))

    return csv_lines(texts())


@dataclass(slots=True)
class _Case:
    """What rows of a screening need beside their entry: the values that stood last."""

    is_shown: bool
    private: frozenset[int]
    under: Under = ("", "")
    last: dict[Thing, str] = field(default_factory=dict)


class Trail:
    """Computes rows one after the other, in constant memory.

    `stands` says of a code whether the consent of the subject stands over all screenings. `before`
    is what was recorded of no screening before the first row. By `entry_at` is found whose paper
    was given out: to a sponsor it is told of subjects whose consent stands.
    """

    def __init__(
        self,
        of: OfScreening,
        words: LogWords,
        recipient: Recipient,
        held: int = HELD,
        stands: Callable[[str], bool] = bool,
        before: Iterable[Entry] = (),
        entry_at: EntryAt = lambda _: None,
    ) -> None:
        self._of, self._words, self._recipient, self._held = of, words, recipient, held
        self._stands, self._entry_at = stands, entry_at
        self._cases: OrderedDict[ScreeningId, _Case] = OrderedDict()
        self._without = _Case(recipient == "site", frozenset())
        for each in before:
            self._taken(each, self._without)

    def rows(self, entries: Iterable[Linked]) -> Iterator[TrailRow]:
        """Give a row for each entry that the recipient may see."""
        number = 0
        for linked in entries:
            case = self._case(linked.entry)
            if (taken := self._taken(linked.entry, case)) is not None:
                number += 1
                yield self._row(number, linked, case, *taken)

    def _taken(self, entry: Entry, case: _Case) -> tuple[Told, str] | None:
        """Tell an entry, and what stood there before; None if the reader may not know of it.

        What comes before the first row of a screening goes this way too, so that nothing stands
        as an old value that would not be told as a new one.
        """
        if not self._is_shown(entry, case):
            return None
        told = self._told(entry)
        return told, _noted(entry, told, case)

    def _is_shown(self, entry: Entry, case: _Case) -> bool:
        kind = entry.said.kind
        if kind in OF_OTHER_TRIALS or not (case.is_shown or self._is_paper_of_known(entry)):
            return False
        if kind in OF_NOTES and note_of(entry) in case.private:
            return False
        return self._recipient == "site" or kind not in OF_THE_TEAM_ALONE

    def _is_paper_of_known(self, entry: Entry) -> bool:
        subject = subject_of(entry, self._entry_at) if entry.said.kind is Kind.EXPORTED else ""
        return bool(subject) and self._stands(subject)

    def _row(self, number: int, linked: Linked, case: _Case, told: Told, before: str) -> TrailRow:
        entry, said = linked.entry, linked.entry.said
        return TrailRow(
            number,
            entry.at_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            str(self._words.zone),
            self._words.names.get(entry.actor, ""),
            entry.role,
            entry.via,
            subject_of(entry, self._entry_at),
            str(said.screening.episode) if said.screening else "",
            told.object,
            told.field,
            before,
            told.new,
            said.reason.upper() if said.reason else "",
            told.reason,
            *_under(said, case),
            linked.prev_hash,
            linked.hash,
            self._words.head,
        )

    def _told(self, entry: Entry) -> Told:
        """Tell what an entry says; of own words a sponsor reads nothing."""
        if self._recipient == "sponsor" and entry.said.kind not in TEXTS_OF_A_FORM:
            entry = replace(entry, said=replace(entry.said, text=None))
        return told_of(entry, self._person)

    def _person(self, number: int) -> str:
        return self._words.names.get(number) or UNNAMED

    def _case(self, entry: Entry) -> _Case:
        id_ = entry.said.screening
        if id_ is None:
            return self._without
        if (held := self._cases.get(id_)) is not None:
            self._cases.move_to_end(id_)
            return held
        found = tuple(self._of(id_))
        is_shown = self._recipient == "site" or self._is_known(found)
        case = _Case(is_shown, _private(found))
        for each in found:
            if each.seq < entry.seq:
                self._taken(each, case)
        self._cases[id_] = case
        if len(self._cases) > self._held:
            self._cases.popitem(last=False)
        return case

    def _is_known(self, entries: tuple[Entry, ...]) -> bool:
        screening = fold(entries)
        if screening is None or not screening.consent.is_signed:
            return False
        stands = self._stands(screening.id.subject)
        return is_known(is_signed=True, is_voided=screening.voided, stands=stands)


_UNDER = (Kind.OPENED, Kind.MOVED)
"""Kinds from which on a screening is under the version that they name."""
_BY_ITS_OWN = (Kind.VERDICT_GIVEN, Kind.SIGNED)
"""Kinds that are of the version that they name themselves."""


def _under(said: NewEntry, case: _Case) -> Under:
    """Give version and hash of the protocol of a row: its own, or that of its screening."""
    if said.screening is None:
        return said.protocol_version or "", said.protocol_hash or ""
    return (said.under if said.kind in _BY_ITS_OWN else None) or case.under


def _noted(entry: Entry, told: Told, case: _Case) -> str:
    """Note what an entry says; give what was said there before."""
    said = entry.said
    if said.screening is not None and said.protocol_version and said.kind in _UNDER:
        case.under = said.protocol_version, said.protocol_hash or ""
    things = things_of(entry, told)
    stood = () if said.kind in BEGINNING else (case.last.get(each, "") for each in things)
    before = "; ".join(dict.fromkeys(filter(None, stood)))
    case.last.update(dict.fromkeys(things, told.new))
    return before


def _private(entries: tuple[Entry, ...]) -> frozenset[int]:
    """Give the notes that are their author's alone at the end; nobody else knows of them."""
    readers: dict[int, str] = {}
    for entry in entries:
        value = entry.said.value
        if entry.said.kind in (Kind.NOTE_WRITTEN, Kind.NOTE_READERS) and value:
            readers[note_of(entry)] = value.get("readers", "author")
    return frozenset(note for note, by in readers.items() if by == "author")
