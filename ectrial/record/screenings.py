"""One screening as its entries add up to it: its answers, its state, its place in the list."""

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
class SetAside:
    """Who voided a screening or cleared its answers last, and the parts that stood before."""

    at_utc: datetime
    actor: int
    before: Mapping[str, Any]


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
    set_aside: SetAside | None = None
    """What may still be restored: nothing was answered since it was set aside."""
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


def restored(screening: Screening) -> Screening:
    """Give a screening as it was before it was voided or cleared; what was skipped since stays."""
    aside = screening.set_aside
    if aside is None:
        return screening
    before = replace(screening, **aside.before, changes=())
    return replace(before, skipped=before.skipped | screening.skipped)
