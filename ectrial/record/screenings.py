"""One screening, computed from its entries: its answers, its state, its place in the list."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from ectrial.record.entries import JSON, Order
from ectrial.record.subjects import ScreeningId

UNDO_WITHIN = timedelta(minutes=2)
"""How long an answer may be taken back without a reason."""
RESTORE_WITHIN = timedelta(hours=24)
"""How long the person who voided or cleared a screening may restore it."""

Status = Literal["open", "finished", "voided"]
Stage = Literal["valid", "open", "undetermined", "done"]
"""How far a screening has come: questions remain (open), all are asked without a definite verdict,
or it is finished or voided (done); `valid` is any screening that is not voided."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The present answer to one item, and the entry that gave it.

    `restored`: the answer came back when a mis-tap was taken back. `role` is the person's role at
    the time of the answer.
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
    """The latest answers of one turn, so that they can be taken back: item and earlier value."""

    before: Mapping[str, JSON]
    at_utc: datetime
    actor: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """Who last voided a screening or cleared its answers, and the state before that."""

    at_utc: datetime
    actor: int
    before: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Screening:
    """One episode of a subject, computed from its entries."""

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
    """The changes that may still be taken back, the latest last."""
    last_at: datetime | None = None
    undone_at: datetime | None = None
    set_aside: SetAside | None = None
    """The state that may still be restored: nobody has answered since it was set aside."""
    last_seq: int = 0
    """The number of its latest entry, pinned by buttons that destroy or forward something."""

    @property
    def last_change(self) -> Change | None:
        """The latest answers, if they may still be taken back."""
        return self.changes[-1] if self.changes else None

    @property
    def is_finished(self) -> bool:
        """Whether its last verdict is definite, or it was stopped or voided."""
        if self.voided or self.stopped:
            return True
        return self.verdict is not None and self.verdict["verdict"] != "undetermined"


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list of screenings; `actor` is the last person who recorded something."""

    id: ScreeningId
    opened_at: datetime
    last_at: datetime
    status: Status
    verdict: str | None
    actor: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which screenings of the list are wanted: of a stage, with a part of a code, or both."""

    stage: Stage | None = None
    part: str = ""


EVERY = Wanted()
VALID = Wanted("valid")


def restored(screening: Screening) -> Screening:
    """Give a screening as before it was voided or cleared; later skipped questions stay so."""
    aside = screening.set_aside
    if aside is None:
        return screening
    before = replace(screening, **aside.before, changes=())
    return replace(before, skipped=before.skipped | screening.skipped)
