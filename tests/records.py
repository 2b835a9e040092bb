"""A record in memory with the promises of the ledger's read side, for pure dialogue tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from conversations.router import advance, show
from conversations.screen import Screen
from conversations.turn import Commanded, Event, Focus, Tapped, Turn, Typed, World
from ectrial.protocol import PROTOCOLS, Protocol, load_protocol
from ectrial.record import Entry, Listed, NewEntry, Screening, Status, fold
from ectrial.text import Language
from ectrial.vocabulary import load_vocabulary

TRIAL = load_protocol(PROTOCOLS / "ec-crt-003.yaml", load_vocabulary())
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class MemoryRecords:
    """Entries in a list, folded again for every question, as the ledger does."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def append(self, said: tuple[NewEntry, ...], actor: int, at: datetime) -> None:
        for new in said:
            seq = len(self.entries) + 1
            self.entries.append(Entry(seq, at, actor, "coordinator", "telegram", new))

    def screening(self, id: str) -> Screening | None:  # noqa: A002 - the record's own word
        return fold(entry for entry in self.entries if entry.said.screening == id)

    def episodes(self, subject: str) -> tuple[Screening, ...]:
        return tuple(s for s in self._all() if s.subject == subject)

    def screenings(self, *, limit: int, offset: int = 0) -> tuple[Listed, ...]:
        newest = sorted(self._all(), key=lambda s: s.last_at or s.opened_at, reverse=True)
        return tuple(_listed(s) for s in newest[offset : offset + limit])

    def count_screenings(self) -> int:
        return len(self._all())

    def next_subject(self, prefix: str) -> str:
        codes = {screening.subject for screening in self._all()}
        return next(c for n in range(1, 10**5) if (c := f"{prefix}-{n:03}") not in codes)

    def _all(self) -> list[Screening]:
        ids = dict.fromkeys(e.said.screening for e in self.entries if e.said.screening)
        return [s for id_ in ids if (s := self.screening(id_)) is not None]


def _listed(s: Screening) -> Listed:
    status: Status = "voided" if s.voided else "finished" if s.is_finished else "open"
    verdict = s.verdict["verdict"] if s.verdict else None
    last = s.last_at or s.opened_at
    return Listed(s.id, s.subject, s.episode, s.opened_at, last, status, verdict)


class Dialogue:
    """One person's chat with the pure dialogue; every turn goes through JSON-like state only."""

    def __init__(
        self, records: MemoryRecords | None = None, *, language: Language = "en", actor: int = 7
    ) -> None:
        self.records = records or MemoryRecords()
        self.focus = Focus()
        self.language: Language = language
        self.actor = actor
        self.now = START
        self.round = 0
        self.turns = 0
        self.last = Turn(self.focus)
        self.trial: Protocol = TRIAL

    @property
    def world(self) -> World:
        today: date = self.now.date()
        return World(
            self.trial, self.records, self.now, today, self.actor, self.language, self.round
        )

    def does(self, event: Event) -> Screen:
        self.last = advance(self.world, self.focus, event)
        self.records.append(self.last.entries, self.actor, self.now)
        self.focus = self.last.focus
        self.language = self.last.language or self.language
        self.round += 1
        self.turns += 1
        self.now += timedelta(seconds=5)
        return self.card

    @property
    def card(self) -> Screen:
        return show(self.world, self.focus)

    def says(self, text: str) -> Screen:
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            return self.does(Commanded(name, rest))
        return self.does(Typed(text))

    def taps(self, label: str) -> Screen:
        for button in (button for row in self.card.rows for button in row):
            if button.label in (label, f"• {label}"):
                return self.does(Tapped(self.round, button.act))
        raise AssertionError(f"no button {label!r} among {self.labels()}")

    def labels(self) -> list[str]:
        return [button.label for row in self.card.rows for button in row]

    def text(self) -> str:
        return "\n".join(block.text for block in self.card.blocks)

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)


__all__ = ["START", "TRIAL", "Dialogue", "MemoryRecords", "replace"]
