"""What the acts about the end of a shift record, and whom they concern."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import acts_of_shifts as acts
from conversations.acts import Act
from conversations.here import Here
from conversations.places_of_shifts import EndOfShift, ShiftOffer
from conversations.places_outside import Home
from conversations.queries import handed_over
from conversations.shifts import offer_of, offered_work
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from conversations.words.shifts import work_words
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.screenings import Screening


def offer(here: Here, act: acts.OfferShift) -> Turn:
    """Record what is offered to whom; the phone of that person, or of the cover, may ring."""
    value = {
        "screenings": list(act.screenings),
        "queries": list(act.queries),
        "drafts": act.drafts,
    }
    rings = here.world.team.asked_instead_of(act.to, here.world.today)
    entry = _entry(here, Kind.SHIFT_OFFERED, act.to, value)
    return Turn(here.focus.at(EndOfShift()), (entry,), pushes=(rings,))


def withdraw(here: Here, act: acts.WithdrawShift) -> Turn:
    """Take an offer back: it is returned by the giver."""
    value = {"offer": act.offer, "why": "withdrawn"}
    entry = _entry(here, Kind.SHIFT_RETURNED, here.world.actor, value)
    return Turn(here.focus.at(EndOfShift()), (entry,))


def accept(here: Here, act: acts.AcceptShift) -> Turn:
    """Take over the screenings and the open items that are still the giver's."""
    say, world = here.say, here.world
    found = offer_of(world, act.giver)
    if found is None:
        return Turn(here.focus, toast=moved_on(say))
    work = offered_work(world, found)
    entries = (
        _entry(here, Kind.SHIFT_ACCEPTED, act.giver, {"offer": act.offer}),
        *(_taken_over(each, act.giver) for each in work.screenings),
        *handed_over(world, [query for _, query in work.queries], world.actor),
    )
    said = (say("Taken over."), *(each.text for each in work_words(say, work)))
    return Turn(here.focus.at(Home(), said=said), entries, pushes=(act.giver,))


def return_offer(here: Here, act: acts.ReturnShift) -> Turn:
    """Leave all with the giver, and tell why."""
    value = {"offer": act.offer, "why": act.why}
    entry = _entry(here, Kind.SHIFT_RETURNED, act.giver, value)
    said = (here.say("Recorded."),)
    return Turn(here.focus.at(ShiftOffer(act.giver), said=said), (entry,), pushes=(act.giver,))


def _entry(here: Here, kind: Kind, person: int, value: JSON) -> NewEntry:
    return NewEntry(kind, here.world.trial.id, item=str(person), value=value)


def _taken_over(screening: Screening, giver: int) -> NewEntry:
    """Say in the screening itself whose it is from now on: whoever recorded last."""
    return NewEntry(
        Kind.SHIFT_ACCEPTED,
        screening.id.trial,
        screening=screening.id,
        item=str(giver),
        protocol_version=screening.protocol_version,
        protocol_hash=screening.protocol_hash,
    )


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.OfferShift: offer,
    acts.WithdrawShift: withdraw,
    acts.AcceptShift: accept,
    acts.ReturnShift: return_offer,
}
