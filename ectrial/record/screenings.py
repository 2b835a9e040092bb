"""One screening, computed from its entries: its answers, its state, its place in the list."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from ectrial.record.appointments import Appointment
from ectrial.record.carried import Lapse, Origin
from ectrial.record.consent import NOT_ASKED, Consent
from ectrial.record.entries import JSON, Order
from ectrial.record.participation import Participation
from ectrial.record.queries import Query
from ectrial.record.referrals import Referral
from ectrial.record.repeats import Repeat
from ectrial.record.signatures import Deviation, Request, Returned, Signature
from ectrial.record.sources import Source, Sourced, Verified
from ectrial.record.subjects import ScreeningId

Under = tuple[str, str]
"""Version and hash of a protocol."""
UNDO_WITHIN = timedelta(minutes=2)
"""How long an answer may be taken back without a reason."""
RESTORE_WITHIN = timedelta(hours=24)
"""How long the person who voided or cleared a screening may restore it."""

Status = Literal["open", "finished", "voided"]
Stage = Literal["valid", "unfinished", "open", "undetermined", "done"]
"""How far a screening has come: questions remain (open), all are asked without a definite verdict
(with open ones: unfinished), or it is finished or voided (done); `valid` is all but the voided."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The present answer to one item, and the entry that gave it.

    `restored`: the answer came back when a mis-tap was taken back. `role` is the person's role at
    the time of the answer. `limit` is the upper limit of normal of a sample that was told late.
    """

    value: JSON
    seq: int
    at_utc: datetime
    actor: int
    source: str | None = None
    restored: bool = False
    role: str = ""
    limit: JSON = None


def source_of(answer: Answer, said: Sourced | None) -> Source | None:
    """Give where an answer was seen: that is said with it or later; one given since was not."""
    return said.source if said is not None and answer.seq < said.seq else None


@dataclass(frozen=True, slots=True)
class Change:
    """The latest answers of one turn, so that they can be taken back: item and earlier value."""

    before: Mapping[str, JSON]
    at_utc: datetime
    actor: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """Who last voided a screening or cleared its answers, and the parts that stood before.

    `is_own`: only the person's own answers were cleared. `answered_since`: newer answers stand
    there now. Of own answers those come back that have no newer one; all answers come back whole,
    and the newer ones are set aside in their turn.
    """

    at_utc: datetime
    actor: int
    before: Mapping[str, Any]
    is_own: bool = False
    answered_since: bool = False

    def restored_onto(self, now: Mapping[str, Any]) -> dict[str, Any]:
        """Give the parts of the screening once it is restored; `now` are its present parts."""
        if self.is_own and self.answered_since:
            answers = {**self.before["answers"], **now["answers"]}
            return {"answers": answers, "set_aside": self.before["set_aside"]}
        parts = dict(self.before)
        if "answers" in parts:
            parts |= {"answers": dict(parts["answers"])}
            parts |= {"skipped": parts["skipped"] | now["skipped"]}
        return parts


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
    verdict_under: Under | None = None
    """Version and hash of the protocol by which that verdict was given, as its entry says."""
    changes: tuple[Change, ...] = ()
    """The changes that may still be taken back, the latest last."""
    last_at: datetime | None = None
    undone_at: datetime | None = None
    set_aside: SetAside | None = None
    """What may still be restored."""
    sources: Mapping[str, Sourced] = field(default_factory=dict)
    verified: Mapping[str, Verified] = field(default_factory=dict)
    request: Request | None = None
    returned: Returned | None = None
    taken_over: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Who has taken over which matter before signing."""
    signatures: tuple[Signature, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    first_seq: int = 0
    """The number of the entry that opened it, by which other entries may name it."""
    last_seq: int = 0
    """The number of its latest entry, pinned by buttons that destroy or forward something."""
    consents: tuple[Consent, ...] = ()
    """The states of consent that stood one after the other, the present one last."""
    referral: Referral | None = None
    appointment: Appointment | None = None
    approach: Participation | None = None
    carried: Mapping[str, Origin] = field(default_factory=dict)
    lapsed: Mapping[str, Lapse] = field(default_factory=dict)
    """The answers that count as not given since their origin in another trial changed."""
    enrolment: Participation | None = None
    """Whether the subject was enrolled, or is not to be; clearing and voiding leave it."""
    repeats: Repeat | None = None
    """The failed screening of the subject that this one repeats."""

    @property
    def under(self) -> Under:
        """The protocol that the screening is under: who has moved it goes on by the newer one."""
        return self.protocol_version, self.protocol_hash

    @property
    def judged_under(self) -> Under:
        """The protocol that the recorded verdict is by; without a verdict, that it is under."""
        return self.verdict_under or self.under

    @property
    def consent(self) -> Consent:
        """The present state of consent; clearing and voiding leave it."""
        return self.consents[-1] if self.consents else NOT_ASKED

    @property
    def signed_consent(self) -> Consent | None:
        """The consent signed last, also after it was withdrawn."""
        signed = [each for each in self.consents if each.is_signed]
        return signed[-1] if signed else None

    def source(self, item: str) -> Source | None:
        """Give where the present answer to an item was seen; None if that was not said."""
        answer = self.answers.get(item)
        return source_of(answer, self.sources.get(item)) if answer else None

    def origin(self, item: str) -> Origin | None:
        """Give what the present answer to an item was carried over from; None if it was not."""
        answer, origin = self.answers.get(item), self.carried.get(item)
        return origin if answer and origin and answer.seq < origin.seq else None

    def verification(self, item: str) -> Verified | None:
        """Give who compared the present answer to an item with its source."""
        answer, mark = self.answers.get(item), self.verified.get(item)
        return mark if answer and mark and answer.seq == mark.answer else None

    queries: Mapping[str, Query] = field(default_factory=dict)
    """The latest query of each item that was asked of somebody."""
    earlier: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    """The numbers of earlier samples, by item and day: a later one replaced them, or was there."""
    enrolled_with: Mapping[str, Answer] = field(default_factory=dict)
    """The answers that counted when the subject was enrolled: none of a later sample."""

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
    """Which screenings of the list are wanted: of a stage, with a part of a code, or both.

    `by`: those in which this person recorded last.
    """

    stage: Stage | None = None
    part: str = ""
    by: int | None = None


EVERY = Wanted()
VALID = Wanted("valid")


def restored(screening: Screening) -> Screening:
    """Give the screening as it is once it is restored."""
    aside = screening.set_aside
    if aside is None:
        return screening
    now = {part.name: getattr(screening, part.name) for part in fields(screening)}
    return replace(screening, **aside.restored_onto(now), changes=())
