"""What the entries of one screening add up to: its answers, its state, its place in the list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Literal

from ectrial.record.entries import JSON, Entry, Kind, Order, Reason
from ectrial.record.subjects import ScreeningId

UNDO_WITHIN = timedelta(minutes=2)
"""How long an answer may be taken back without a reason."""

Status = Literal["open", "finished", "voided"]
Stage = Literal["valid", "open", "undetermined", "done"]
"""How far a screening has come: asked about still, asked to its end, or finished or voided; or
any of these, but for the voided ones."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The present answer to one item, and the entry that gave it.

    `restored`: it stood before, and came back when a mis-tap was taken back. `role` is the one in
    which the person answered.
    """

    value: JSON
    seq: int
    at_utc: datetime
    actor: int
    source: str | None = None
    restored: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One turn's latest answers, so that they can be taken back: item and what stood before."""

    before: Mapping[str, JSON]
    at_utc: datetime
    actor: int


@dataclass(frozen=True, slots=True)
class Screening:
    """One subject's episode, folded from its entries."""

    id: ScreeningId
    opened_at: datetime
    protocol_version: str
    protocol_hash: str
    order: Order = "protocol"
    answers: Mapping[str, Answer] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    stopped: bool = False
    continued: bool = False
    voided: bool = False
    verdict: JSON = None
    changes: tuple[Change, ...] = ()
    """What may still be taken back, the latest last."""
    last_at: datetime | None = None
    undone_at: datetime | None = None
    last_seq: int = 0
    """The number of its latest entry: what a button that destroys or forwards was shown for."""

    @property
    def last_change(self) -> Change | None:
        """The latest answers, if they may be taken back."""
        return self.changes[-1] if self.changes else None

    @property
    def is_finished(self) -> bool:
        """Whether its last verdict is definite, or it was stopped; a voided one is finished."""
        if self.voided or self.stopped:
            return True
        return self.verdict is not None and self.verdict["verdict"] != "undetermined"


# Named once: a fold that goes on takes them up in every turn
PARTS = tuple(part.name for part in fields(Screening))


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list of screenings; `actor` is the last to have done something."""

    id: ScreeningId
    opened_at: datetime
    last_at: datetime
    status: Status
    verdict: str | None
    actor: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which screenings of the list are wanted: of a stage, or with a part of a code, or both."""

    stage: Stage | None = None
    part: str = ""


EVERY = Wanted()
VALID = Wanted("valid")


def fold(entries: Iterable[Entry], onto: Screening | None = None) -> Screening | None:
    """Give the state that the entries of one screening add up to; None without an opening one.

    `onto` is what the entries before these added up to.
    """
    state = None if onto is None else _taken_up(onto)
    for entry in entries:
        if entry.said.kind is Kind.OPENED:
            state = _opened(entry)
        elif state is not None:
            if step := _STEPS.get(entry.said.kind):
                step(entry, state)
            state.update(last_at=entry.at_utc, last_seq=entry.seq)
    if state is None:
        return None
    # made at the end: each answer begins a change
    return Screening(**{**state, "changes": tuple(Change(*each) for each in state["changes"])})


def _taken_up(screening: Screening) -> dict[str, Any]:
    """Give a state to go on with that shares nothing with the screening."""
    state = {part: getattr(screening, part) for part in PARTS}
    changes = [(dict(each.before), each.at_utc, each.actor) for each in screening.changes]
    return {**state, "answers": dict(screening.answers), "changes": changes}


def _opened(entry: Entry) -> dict[str, Any]:
    said = entry.said
    if said.screening is None:
        raise ValueError(f"entry {entry.seq} opens no screening")
    return {
        "id": said.screening,
        "opened_at": entry.at_utc,
        "protocol_version": said.protocol_version or "",
        "protocol_hash": said.protocol_hash or "",
        "last_at": entry.at_utc,
        "last_seq": entry.seq,
        "order": "protocol",
        "voided": False,
        **_nothing_said(),
    }


def _nothing_said() -> dict[str, Any]:
    return {
        "answers": {},
        "skipped": frozenset(),
        "stopped": False,
        "continued": False,
        "verdict": None,
        "changes": [],
        "undone_at": None,
    }


def _answered(entry: Entry, state: dict[str, Any]) -> None:
    said = entry.said
    item = said.item or ""
    if said.kind is Kind.ANSWERED and _is_superseded(said.value, state["answers"].get(item)):
        return
    present: Answer | None = state["answers"].pop(item, None)
    is_mis_tap = said.reason is Reason.MIS_TAP
    if said.value is not None:
        state["answers"][item] = Answer(
            said.value, entry.seq, entry.at_utc, entry.actor, said.source, is_mis_tap, entry.role
        )
    before = present.value if present else None
    if is_mis_tap:
        _undone(entry, state)
    else:
        _changed(entry, state, item, before)


def _undone(entry: Entry, state: dict[str, Any]) -> None:
    """Forget the latest change, once for all answers that were taken back with it."""
    if state["undone_at"] != entry.at_utc and state["changes"]:
        state["changes"] = state["changes"][:-1]
    state["undone_at"] = entry.at_utc


def _changed(entry: Entry, state: dict[str, Any], item: str, before: JSON) -> None:
    changes = state["changes"]
    last = changes[-1] if changes else None
    if last is not None and last[1] == entry.at_utc and item not in last[0]:
        last[0][item] = before
        return
    recent = [each for each in changes if entry.at_utc - each[1] <= UNDO_WITHIN]
    state["changes"] = [*recent, ({item: before}, entry.at_utc, entry.actor)]


def _is_superseded(value: JSON, present: Answer | None) -> bool:
    """Whether a number is of an earlier sample than the present answer, which goes on to count.

    Only an answer can be: a correction always replaces. Before version 0.3.0 nothing that had an
    answer was answered again, so that older records keep their meaning.
    """
    new, counting = _day(value), _day(present and present.value)
    return new is not None and counting is not None and new < counting


def _day(value: JSON) -> str | None:
    """Give the ISO day of a number's sample."""
    return value.get("date") if isinstance(value, dict) else None


def _skipped(entry: Entry, state: dict[str, Any]) -> None:
    state["skipped"] |= {entry.said.item or ""}


def _ordered(entry: Entry, state: dict[str, Any]) -> None:
    state["order"] = entry.said.value


def _verdict_given(entry: Entry, state: dict[str, Any]) -> None:
    state["verdict"] = entry.said.value


def _moved(entry: Entry, state: dict[str, Any]) -> None:
    """Go on under another version of the protocol; the answers stay, nothing can be undone."""
    said = entry.said
    state.update(
        protocol_version=said.protocol_version,
        protocol_hash=said.protocol_hash,
        changes=[],
    )


_STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.ANSWERED: _answered,
    Kind.CORRECTED: _answered,
    Kind.SKIPPED: _skipped,
    Kind.ORDERED: _ordered,
    Kind.VERDICT_GIVEN: _verdict_given,
    Kind.STOPPED: lambda _, state: state.update(stopped=True),
    Kind.CONTINUED: lambda _, state: state.update(stopped=False, continued=True),
    Kind.MOVED: _moved,
    Kind.VOIDED: lambda _, state: state.update(voided=True),
    Kind.CLEARED: lambda _, state: state.update(_nothing_said()),
}
"""How each kind of entry changes the state, which is still the fold's own."""
