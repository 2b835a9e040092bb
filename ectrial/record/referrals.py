"""Verdicts sent to the study's contact, who accepts each or returns it with a reason.

A referral holds the hash of the answers that it was sent with, so that the contact sees if they
have changed since. No code and no name stands in it: its entry is one of the screening.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal, get_args

from ectrial.record.entries import Entry, Kind, whole
from ectrial.record.participation import DECIDED, participation_of
from ectrial.record.signatures import digest
from ectrial.record.subjects import ScreeningId

ReturnWhy = Literal["incomplete", "criterion", "no_place", "other"]
RETURN_WHYS: tuple[ReturnWhy, ...] = get_args(ReturnWhy)
Sent = Literal["eligible", "not_eligible", "undetermined"]
"""The outcome of the verdict that was sent."""
MOST_NEWS = 9
"""Answers that a sender is led to, the latest; the others stand on the cards of their subjects."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Who accepted a referral, or returned it; `why` is None if it was accepted."""

    by: int
    role: str
    at_utc: datetime
    seq: int
    why: ReturnWhy | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """A verdict that was sent to the study's contact, and the answer to it, if there is one."""

    to: int
    by: int
    role: str
    at_utc: datetime
    seq: int
    verdict: Sent
    hash: str
    answered: Answered | None = None


@dataclass(frozen=True, slots=True)
class Referred:
    """A referral of whatever screening: it waits for `to`, or its answer is news for `by`."""

    id: ScreeningId
    to: int
    by: int
    at_utc: datetime
    seq: int
    is_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Referrals:
    """What waits for a contact, what is news by its sender, and who is enrolled as what number.

    What was accepted is the contact's until it is decided whether the subject is enrolled. What is
    `settled` by that waits no more, and is as before if the decision is taken back.
    """

    waiting: Mapping[ScreeningId, Referred] = field(default_factory=dict)
    accepted: Mapping[ScreeningId, Referred] = field(default_factory=dict)
    settled: Mapping[ScreeningId, Referred] = field(default_factory=dict)
    news: Mapping[int, tuple[Referred, ...]] = field(default_factory=dict)
    enrolled: Mapping[ScreeningId, str] = field(default_factory=dict)


def sent_hash(protocol: str, answers: Mapping[str, Any]) -> str:
    """Give the hash of the answers of a screening, and of the protocol that reads them."""
    return digest([protocol, dict(answers)])


def referred(entry: Entry, state: dict[str, Any]) -> None:
    """Note to whom the verdict was sent; an earlier referral is replaced."""
    state["referral"] = _referral(entry)


def answered(entry: Entry, state: dict[str, Any]) -> None:
    """Note the answer to the present referral; one to an earlier referral changes nothing."""
    answer, of = _answer(entry), whole(entry.said.value["referral"])
    sent: Referral | None = state["referral"]
    if sent is not None and sent.seq == of:
        state["referral"] = replace(sent, answered=answer)


def _referral(entry: Entry) -> Referral:
    value = entry.said.value
    if value["verdict"] not in get_args(Sent) or not isinstance(value["hash"], str):
        raise ValueError("no verdict that was sent")
    sent = (entry.actor, entry.role, entry.at_utc, entry.seq)
    return Referral(whole(value["to"]), *sent, value["verdict"], value["hash"])


def _answer(entry: Entry) -> Answered:
    why = entry.said.value["why"] if entry.said.kind is Kind.REFERRAL_RETURNED else None
    if entry.said.kind is Kind.REFERRAL_RETURNED and why not in RETURN_WHYS:
        raise ValueError("no reason for returning a verdict")
    return Answered(entry.actor, entry.role, entry.at_utc, entry.seq, why)


def fold_referrals(entries: Iterable[Entry], onto: Referrals | None = None) -> Referrals:
    """Give the referrals of all screenings after these entries; `onto` stood before them."""
    before = onto or Referrals()
    now = _Parts(
        dict(before.waiting),
        dict(before.accepted),
        dict(before.settled),
        dict(before.news),
        dict(before.enrolled),
    )
    for entry in entries:
        step, id_ = _STEPS.get(entry.said.kind), entry.said.screening
        if step is not None and id_ is not None:
            step(now, id_, entry)
    return Referrals(now.waiting, now.accepted, now.settled, now.news, now.enrolled)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the referrals while they are computed."""

    waiting: dict[ScreeningId, Referred]
    accepted: dict[ScreeningId, Referred]
    settled: dict[ScreeningId, Referred]
    news: dict[int, tuple[Referred, ...]]
    enrolled: dict[ScreeningId, str]


def _wait(now: _Parts, id_: ScreeningId, entry: Entry) -> None:
    sent = _referral(entry)
    for part in (now.waiting, now.accepted, now.settled):
        part.pop(id_, None)
    now.waiting[id_] = Referred(id_, sent.to, sent.by, sent.at_utc, sent.seq)


def _tell(now: _Parts, id_: ScreeningId, entry: Entry) -> None:
    answer, sent = _answer(entry), now.waiting.get(id_)
    if sent is None or sent.seq != whole(entry.said.value["referral"]):
        return
    del now.waiting[id_]
    told = replace(sent, at_utc=answer.at_utc, seq=answer.seq, is_accepted=answer.why is None)
    if told.is_accepted:
        now.accepted[id_] = told
    now.news[sent.by] = (*now.news.get(sent.by, ()), told)[-MOST_NEWS:]


def _decide(now: _Parts, id_: ScreeningId, entry: Entry) -> None:
    """Leave nothing to the contact of a subject who is enrolled, or is not to be."""
    said = participation_of(entry)
    if said.what not in DECIDED:
        return
    now.enrolled.pop(id_, None)
    if said.what == "enrolled":
        now.enrolled[id_] = said.number
    if said.what == "undecided":
        if before := now.settled.pop(id_, None):
            (now.accepted if before.is_accepted else now.waiting)[id_] = before
        return
    for part in (now.waiting, now.accepted):
        if (before := part.pop(id_, None)) is not None:
            now.settled[id_] = before


_STEPS: Mapping[Kind, Callable[[_Parts, ScreeningId, Entry], None]] = {
    Kind.REFERRED: _wait,
    Kind.REFERRAL_ACCEPTED: _tell,
    Kind.REFERRAL_RETURNED: _tell,
    Kind.PARTICIPATION: _decide,
}
OF_REFERRALS = (Kind.REFERRED, Kind.REFERRAL_ACCEPTED, Kind.REFERRAL_RETURNED)
READ_FOR_REFERRALS = tuple(_STEPS)
"""The kinds of entries from which the referrals of a site are computed."""
