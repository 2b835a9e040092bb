"""An investigator's signature under a verdict: asked for, matter by matter taken over, given.

A signature is for exactly one content, known by its hash. A later change never removes it: it
stands as given, for what was signed then (21 CFR 11.50: printed name, time and meaning).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from json import dumps
from typing import Any, Literal, get_args

from ectrial.record.entries import JSON, Entry, Kind, whole
from ectrial.record.subjects import ScreeningId

Meaning = Literal["eligible", "not_eligible"]
"""What is confirmed: that all listed criteria are met, or that the subject is not eligible."""

MEANINGS: tuple[Meaning, ...] = get_args(Meaning)

ReturnReason = Literal["evidence", "answer", "criterion", "other"]
RETURN_REASONS: tuple[ReturnReason, ...] = get_args(ReturnReason)


@dataclass(frozen=True, slots=True)
class Request:
    """The present request for a signature: who is asked, by whom and when."""

    to: int
    by: int
    at_utc: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class ToSign:
    """A request that waits, in whatever screening; `is_anew` after a signature was superseded."""

    id: ScreeningId
    to: int
    by: int
    at_utc: datetime
    seq: int
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A request that the investigator sent back."""

    by: int
    role: str
    why: ReturnReason
    at_utc: datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature with its printed name, time and meaning, and the hash of what was signed.

    `day` is the day of the site on which the content stood so: samples grow old meanwhile.
    `under` are version and hash of the protocol that was signed by; `confirms` is the hash of what
    the record said then of all that is signed.
    """

    seq: int
    at_utc: datetime
    actor: int
    role: str
    name: str
    meaning: Meaning
    hash: str
    day: date
    under: tuple[str, str] = ("", "")
    confirms: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A deviation from the protocol that was already made; it never changes the verdict.

    `of_enrolment`: it is that somebody not eligible was enrolled, and goes if that is taken back.
    """

    seq: int
    at_utc: datetime
    role: str
    day: date
    what: str
    of_enrolment: bool = False


def latest_deviation(found: tuple[Deviation, ...]) -> int:
    """Give the entry of the latest deviation, 0 if there is none."""
    return max((each.seq for each in found), default=0)


OF_REQUESTS = (Kind.SIGNATURE_ASKED, Kind.SIGNED, Kind.SIGNATURE_RETURNED, Kind.VOIDED)
"""The kinds of entries after which a request waits, or does not any more."""


def digest(content: JSON) -> str:
    """Give the hash of what is signed, the same in every process.

    >>> digest({"b": "是", "a": 1}) == digest({"a": 1, "b": "是"})
    True
    """
    written = dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def _one_of(value: JSON, known: tuple[Any, ...]) -> Any:
    if value not in known:
        raise ValueError("no such word of a signature")
    return value


def asked(entry: Entry, state: dict[str, Any]) -> None:
    """Note who is asked to sign; an earlier request is replaced."""
    state["request"] = Request(whole(entry.said.value["to"]), entry.actor, entry.at_utc, entry.seq)
    state["returned"] = None


def with_requests(
    entries: Iterable[Entry], waiting: Mapping[ScreeningId, ToSign]
) -> dict[ScreeningId, ToSign]:
    """Give the requests that wait after these entries, of all screenings, the oldest first."""
    after = dict(waiting)
    for entry in entries:
        id_ = entry.said.screening
        if id_ is None:
            continue
        after.pop(id_, None)
        if entry.said.kind is Kind.SIGNATURE_ASKED:
            value = entry.said.value
            asked_by = (entry.actor, entry.at_utc, entry.seq)
            after[id_] = ToSign(id_, whole(value["to"]), *asked_by, "superseded" in value)
    return after


def taken_over(entry: Entry, state: dict[str, Any]) -> None:
    """Note that a person takes over a matter, such as a reading or an old sample."""
    by = state["taken_over"].get(entry.said.item, frozenset()) | {entry.actor}
    state["taken_over"] = {**state["taken_over"], entry.said.item: by}


def signed(entry: Entry, state: dict[str, Any], confirms: str) -> None:
    """Add a signature of what the record says now; whatever was asked for is done."""
    said = entry.said
    meaning: Meaning = _one_of(said.value["meaning"], MEANINGS)
    under = entry.said.under or (state["protocol_version"], state["protocol_hash"])
    signature = Signature(
        entry.seq,
        entry.at_utc,
        entry.actor,
        entry.role,
        said.text or "",
        meaning,
        said.value["hash"],
        date.fromisoformat(said.value["day"]),
        under,
        confirms,
    )
    state["signatures"] = (*state["signatures"], signature)
    # what was signed is corrected with a reason, and not taken back by a tap
    state["changes"] = []
    state["request"] = None


def returned(entry: Entry, state: dict[str, Any]) -> None:
    """Note that the request came back, and why."""
    why: ReturnReason = _one_of(entry.said.value["why"], RETURN_REASONS)
    state["returned"] = Returned(entry.actor, entry.role, why, entry.at_utc)
    state["request"] = None


def deviated(entry: Entry, state: dict[str, Any]) -> None:
    """Add a deviation, or take one back that an enrolment was, which is not there any more."""
    value, stood = entry.said.value, state["deviations"]
    if "takes_back" in value:
        gone = whole(value["takes_back"])
        state["deviations"] = tuple(d for d in stood if d.seq != gone or not d.of_enrolment)
        return
    day, of_enrolment = date.fromisoformat(value["day"]), value.get("enrolment") is True
    by = (entry.seq, entry.at_utc, entry.role)
    made = Deviation(*by, day, entry.said.text or "", of_enrolment)
    state["deviations"] = (*stood, made)


def nothing_signed() -> Mapping[str, Any]:
    """Give the parts of a screening about which nothing was said yet."""
    return {
        "request": None,
        "returned": None,
        "taken_over": {},
        "signatures": (),
        "deviations": (),
    }


STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.SIGNATURE_ASKED: asked,
    Kind.TAKEN_OVER: taken_over,
    Kind.SIGNATURE_RETURNED: returned,
    Kind.DEVIATION: deviated,
}
