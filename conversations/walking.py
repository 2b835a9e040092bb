"""Where a person is on today's ward round, who is still to be visited, and what was seen there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, get_args

from conversations.case import Case, NotAssessed
from conversations.focus import Focus
from conversations.places import Place, WithoutScreening
from conversations.places_of_ward_rounds import (
    AtABed,
    AtStop,
    BedAsked,
    EndOfRound,
    GoneStop,
    OrderStops,
)
from conversations.places_outside import Home
from conversations.turn import Turn, World
from conversations.ward_rounds import Stop, WardRound
from ectrial.record.entries import Entry, Kind
from ectrial.record.screenings import Wanted
from ectrial.record.subjects import ScreeningId

WITHOUT_SCREENING = get_args(WithoutScreening)
MOST_OFFERED = 200
UNFINISHED = Wanted("unfinished")
Gone = Literal["voided", "withdrawn", "declined", "closed", "taken_over"]
"""Why nothing is to be done at a stop."""


def round_today(world: World, focus: Focus) -> WardRound | None:
    """Give the round, if it is of today by the clock of the site."""
    kept = focus.ward_round
    return kept if kept is not None and kept.day == world.today else None


def offered(world: World) -> tuple[ScreeningId, ...]:
    """Give the unfinished screenings, the person's own before those of others."""
    listed = world.records.screenings(limit=MOST_OFFERED, wanted=UNFINISHED)
    own_first = sorted(listed, key=lambda each: each.actor != world.actor)
    return tuple(each.id for each in own_first)


def own_open(world: World) -> tuple[ScreeningId, ...]:
    """Give the unfinished screenings in which the person recorded last."""
    wanted = replace(UNFINISHED, by=world.actor)
    return tuple(each.id for each in world.records.screenings(limit=MOST_OFFERED, wanted=wanted))


def own_open_count(world: World) -> int:
    """Count the unfinished screenings in which the person recorded last."""
    return world.records.count_screenings(replace(UNFINISHED, by=world.actor))


def stop_at(world: World, id_: ScreeningId) -> Stop | None:
    """Make a stop: new to the person is what others recorded since they recorded last.

    None if the screening was voided. A person who has recorded nothing there begins now.
    """
    screening = world.records.screening(id_)
    if screening is None or screening.voided:
        return None
    own = [each for each in world.records.history(id_) if each.actor == world.actor]
    last = screening.last_seq
    seen, since = (own[-1].seq, own[-1].at_utc) if own else (last, world.now)
    return Stop(id_, last, seen, since, seen, since)


def with_picked(world: World, focus: Focus, ids: Iterable[ScreeningId]) -> Focus:
    """Put subjects on today's round, which begins with the first of them."""
    kept = round_today(world, focus) or WardRound(world.today)
    stops = (stop_at(world, each) for each in ids if kept.index(each) is None)
    return replace(focus, ward_round=kept.with_stops(each for each in stops if each))


def new_entries(world: World, stop: Stop) -> tuple[Entry, ...]:
    """Give what others recorded since the person was at the stop."""
    found = world.records.history(stop.screening)
    return tuple(each for each in found if each.seq > stop.seen and each.actor != world.actor)


def taken_over_by(world: World, stop: Stop) -> Entry | None:
    """Give the entry by which a colleague has taken the screening over since it was picked."""
    found = [
        each
        for each in world.records.history(stop.screening)
        if each.said.kind is Kind.SHIFT_ACCEPTED and each.seq > stop.picked
    ]
    return found[-1] if found and found[-1].actor != world.actor else None


def gone(world: World, stop: Stop) -> Gone | None:
    """Say why nothing is to be done at a stop; None if there may be something."""
    screening = world.records.screening(stop.screening)
    if screening is None or screening.voided:
        return "voided"
    if screening.consent.state in ("withdrawn", "declined"):
        return "withdrawn" if screening.consent.state == "withdrawn" else "declined"
    if screening.is_finished:
        return "closed"
    return "taken_over" if taken_over_by(world, stop) else None


def next_of(world: World, walked: WardRound, here: ScreeningId) -> Stop | None:
    """Give the next stop at which something may be done."""
    index = walked.index(here)
    following = walked.stops if index is None else walked.stops[index + 1 :]
    return next((each for each in following if gone(world, each) is None), None)


def before(walked: WardRound, here: ScreeningId) -> Stop | None:
    """Give the stop before, whatever became of it."""
    index = walked.index(here)
    return walked.stops[index - 1] if index else None


def skipped_between(
    walked: WardRound, left: ScreeningId | None, there: ScreeningId | None
) -> tuple[Stop, ...]:
    """Give the stops between the one left and a later one; to None, all that follow."""
    start, end = walked.index(left), walked.index(there)
    if start is None or (there is not None and end is None):
        return ()
    return walked.stops[start + 1 : end]


def off_the_round(world: World, focus: Focus, found: Case | NotAssessed | None) -> Place | None:
    """Give where a person goes whose place on the round does not hold any more."""
    place, walked = focus.place, round_today(world, focus)
    if walked is None:
        return Home() if isinstance(place, OrderStops | GoneStop | EndOfRound) else None
    if isinstance(place, BedAsked) and world.beds is None:
        return AtStop()
    if isinstance(place, AtABed) and found is None and walked.stop(focus.screening):
        return GoneStop(focus.screening) if focus.screening else None
    return None


def may_stand(world: World, focus: Focus) -> bool:
    """Whether the open screening is still on today's round, for a place that shows its stop."""
    walked = round_today(world, focus)
    is_on_it = walked is not None and walked.index(focus.screening) is not None
    return is_on_it or not isinstance(focus.place, AtABed)


def _is_outside(focus: Focus) -> bool:
    return isinstance(focus.place, WITHOUT_SCREENING)


def with_ward_round_kept(world: World, left: Focus, turn: Turn) -> Turn:
    """Keep where the person is on the round; forget a round of yesterday.

    A subject who is opened on the way comes behind the present stop.
    """
    focus = turn.focus
    if focus.ward_round is None:
        return turn
    walked = round_today(world, focus)
    if walked is None:
        return replace(turn, focus=replace(focus, ward_round=None))
    id_ = focus.screening
    is_opened = any(each.kind is Kind.OPENED for each in turn.entries)
    if is_opened and id_ is not None and walked.at is not None and not walked.is_over:
        upto = world.records.head()[0] + len(turn.entries)
        fresh = Stop(id_, upto, upto, world.now, upto, world.now)
        walked = replace(walked.with_stops([fresh], behind=walked.at), at=id_)
    elif isinstance(focus.place, AtStop) and (stop := walked.stop(id_)) is not None:
        screening = world.records.screening(stop.screening)
        upto = screening.last_seq if screening else 0
        has_stayed = walked.at == id_ == left.screening and not _is_outside(left)
        walked = walked.at_stop(stop.visited(upto, world.now, is_anew=not has_stayed))
    elif isinstance(focus.place, GoneStop) and walked.stop(focus.place.screening):
        walked = replace(walked, at=focus.place.screening, is_over=False)
    elif isinstance(focus.place, EndOfRound):
        walked = replace(walked, is_over=True)
    return replace(turn, focus=replace(focus, ward_round=walked))
