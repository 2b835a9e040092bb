"""Answers that were carried over from another trial: each names the entry that it came from.

It is an answer like any other, with the day that it is true of beside it. Once what it came from
is corrected or set aside, nobody has confirmed it any more, and it counts as not answered until a
person says so again. That is computed from the entries of its origin; the next entry of the
screening notes it, so that a verdict can be computed again from the screening alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, get_args

from ectrial.record.entries import JSON, Entry, Kind, whole

WhyLapsed = Literal["corrected", "cleared", "voided", "unlinked", "consent", "lapsed", "gone"]
"""`consent`: what the study found is covered by the consent recorded there no more. `gone`: its
origin was taken out of the record, nobody knows when. `lapsed`: what it came from was carried over
itself, and counts as not answered there."""
WHYS_LAPSED: tuple[WhyLapsed, ...] = get_args(WhyLapsed)
OF_CARRYING = (Kind.CARRIED, Kind.LAPSED)


@dataclass(frozen=True, slots=True)
class Origin:
    """What an answer came from, said with entry `seq`: the entry `of`, true of a day.

    `by_consent`: it counts as long as the consent recorded there covers its use in other trials.
    """

    seq: int
    of: int
    day: date
    by_consent: bool = False


@dataclass(frozen=True, slots=True)
class Lapse:
    """An answer, given with entry `answer`, that counts as not given since its origin changed."""

    value: JSON
    answer: int
    why: WhyLapsed
    at_utc: datetime
    origin: Origin


def origin_value(of: int, day: date, *, by_consent: bool = False) -> dict[str, JSON]:
    """Give the value of the entry that says where an answer came from."""
    value: dict[str, JSON] = {"of": of, "day": day.isoformat()}
    return {**value, "by_consent": True} if by_consent else value


def origin_of(entry: Entry) -> Origin:
    """Read where an answer came from; ValueError, KeyError or TypeError if that makes no sense."""
    value = entry.said.value
    of, day = whole(value["of"]), date.fromisoformat(value["day"])
    if value != origin_value(of, day, by_consent=value.get("by_consent") is True):
        raise ValueError("an origin that says more, or less")
    return Origin(entry.seq, of, day, "by_consent" in value)


def lapse_value(lapse: Lapse) -> dict[str, JSON]:
    """Give the value of the entry that notes a lapse."""
    return {"answer": lapse.answer, "why": lapse.why, "at": lapse.at_utc.isoformat()}


def _carried(entry: Entry, state: dict[str, Any]) -> None:
    said, origin = entry.said, origin_of(entry)
    if not said.item:
        raise ValueError("an origin of no item")
    state["carried"] = {**state["carried"], said.item: origin}


def _lapsed(entry: Entry, state: dict[str, Any]) -> None:
    """Take the answer out, if it is still the one whose origin changed."""
    said = entry.said
    why, answer = said.value["why"], whole(said.value["answer"])
    at = datetime.fromisoformat(said.value["at"])
    if not said.item or why not in WHYS_LAPSED or at.tzinfo is None:
        raise ValueError("a lapse of no item, or without a reason")
    present = state["answers"].get(said.item)
    origin = state["carried"].get(said.item)
    if present is not None and present.seq == answer and origin is not None:
        del state["answers"][said.item]
        lapse = Lapse(present.value, answer, why, at, origin)
        state["lapsed"] = {**state["lapsed"], said.item: lapse}


STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.CARRIED: _carried,
    Kind.LAPSED: _lapsed,
}
