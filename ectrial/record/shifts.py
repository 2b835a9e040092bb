"""Ends of shifts: a person's open work, offered to a colleague who accepts or returns it.

An offer names screenings and open items by the numbers of the entries that opened them: no code
stands in its value, and nothing changes in a screening that is only offered.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeVar, cast, get_args

from ectrial.record.entries import Entry, Kind, whole
from ectrial.record.queries import OpenQuery
from ectrial.record.screenings import Screening

ReturnReason = Literal["no_time", "off_duty", "unclear", "other"]
RETURN_REASONS: tuple[ReturnReason, ...] = get_args(ReturnReason)
Ending = Literal["accepted", "withdrawn"] | ReturnReason
"""How an offer ended: accepted, taken back by the giver, or returned for a reason."""
Part = TypeVar("Part")
ENDINGS: tuple[Ending, ...] = ("accepted", "withdrawn", *RETURN_REASONS)


@dataclass(frozen=True, slots=True)
class Work:
    """Open screenings, and open items with the entry that opened each."""

    screenings: tuple[Screening, ...]
    queries: tuple[tuple[int, OpenQuery], ...]

    def __bool__(self) -> bool:
        return bool(self.screenings or self.queries)

    @property
    def opened(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Name the screenings and the open items by the entries that opened them."""
        screenings = sorted(each.first_seq for each in self.screenings)
        return tuple(screenings), tuple(sorted(seq for seq, _ in self.queries))


@dataclass(frozen=True, slots=True)
class Offer:
    """Open work that a person offers to a colleague.

    `screenings` and `queries` are the entries that opened them, `drafts` counts the reports that
    were read and not recorded: they stay with the giver.
    """

    seq: int
    giver: int
    to: int
    at_utc: datetime
    screenings: tuple[int, ...]
    queries: tuple[int, ...]
    drafts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a person's last offer ended, and who ended it."""

    seq: int
    actor: int
    role: str
    at_utc: datetime
    ending: Ending


@dataclass(frozen=True, slots=True)
class Shifts:
    """The offers that wait for an answer, and how the last one ended, each by its giver."""

    offers: Mapping[int, Offer] = field(default_factory=dict)
    outcomes: Mapping[int, Outcome] = field(default_factory=dict)


def fold_shifts(entries: Iterable[Entry], onto: Shifts | None = None) -> Shifts:
    """Give the shifts after these entries; `onto` is what stood before them."""
    shifts = onto or Shifts()
    for entry in entries:
        if (step := _STEPS.get(entry.said.kind)) is not None:
            shifts = step(shifts, entry)
    return shifts


def _offered(shifts: Shifts, entry: Entry) -> Shifts:
    """Begin an offer, which replaces an earlier one of the same person."""
    value, giver = entry.said.value, entry.actor
    offer = Offer(
        entry.seq,
        giver,
        int(entry.said.item or 0),
        entry.at_utc,
        tuple(map(whole, value["screenings"])),
        tuple(map(whole, value["queries"])),
        whole(value["drafts"]),
    )
    return Shifts({**shifts.offers, giver: offer}, _without(shifts.outcomes, giver))


def _ended(shifts: Shifts, entry: Entry) -> Shifts:
    said, giver = entry.said, int(entry.said.item or 0)
    if said.value is None:
        return shifts  # of one screening: whose it is from now on
    ending = "accepted" if said.kind is Kind.SHIFT_ACCEPTED else said.value["why"]
    if ending not in ENDINGS:
        raise ValueError("no such end of an offer")
    outcome = Outcome(entry.seq, entry.actor, entry.role, entry.at_utc, cast("Ending", ending))
    return Shifts(_without(shifts.offers, giver), {**shifts.outcomes, giver: outcome})


def _left(shifts: Shifts, entry: Entry) -> Shifts:
    """Drop what a removed person offers or was offered: who takes the work was named with it."""
    person = int(entry.said.item or 0)
    kept = {n: each for n, each in shifts.offers.items() if person not in (n, each.to)}
    return replace(shifts, offers=kept)


def _without(known: Mapping[int, Part], number: int) -> dict[int, Part]:
    return {each: known[each] for each in known if each != number}


_STEPS: Mapping[Kind, Callable[[Shifts, Entry], Shifts]] = {
    Kind.SHIFT_OFFERED: _offered,
    Kind.SHIFT_ACCEPTED: _ended,
    Kind.SHIFT_RETURNED: _ended,
    Kind.STAFF_REMOVED: _left,
}
OF_SHIFTS = (Kind.SHIFT_OFFERED, Kind.SHIFT_ACCEPTED, Kind.SHIFT_RETURNED)
READ_FOR_SHIFTS = tuple(_STEPS)
"""The kinds of entries from which the shifts are computed."""
