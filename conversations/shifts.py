"""What a person hands over at the end of a shift, who is offered it, and what is new there."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Go
from conversations.focus import Focus, Waiting
from conversations.here import Here
from conversations.needs import SCREENING
from conversations.open_work import open_screenings, open_work
from conversations.places_of_shifts import EndOfShift, OfShifts, ShiftOffer
from conversations.places_outside import Home
from conversations.rights import may
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from conversations.to_do import asked_for
from conversations.turn import Turn, World
from conversations.words.people import person_words
from ectrial.record.shifts import Offer, Outcome, Work


def work_of(world: World, person: int) -> Work:
    """Give what a person has open."""
    records = world.records
    listed = (records.screening(each.id) for each in open_screenings(records, person))
    asked = ((records.screening(each.id), each) for each in records.open_queries(assignee=person))
    queries = ((found.queries[each.item].seq, each) for found, each in asked if found)
    return Work(tuple(each for each in listed if each), tuple(queries))


def offered_work(world: World, offer: Offer) -> Work:
    """Give what is still the giver's of an offer: others may have gone on with some of it."""
    now = work_of(world, offer.giver)
    return Work(
        tuple(each for each in now.screenings if each.first_seq in offer.screenings),
        tuple(each for each in now.queries if each[0] in offer.queries),
    )


def drafts_of(world: World, focus: Focus) -> tuple[Waiting, ...]:
    """Give the reports that were read, not recorded, and wait with a screening; one of each."""
    first = {each.screening: each for each in reversed(focus.waiting)}
    found = ((world.records.screening(id_), each) for id_, each in first.items())
    return tuple(each for screening, each in found if screening and not screening.voided)


def own_offer(world: World) -> Offer | None:
    """Give what the person offers and nobody has answered yet."""
    return world.records.shifts().offers.get(world.actor)


def own_outcome(world: World) -> Outcome | None:
    """Give how the person's last offer ended."""
    return world.records.shifts().outcomes.get(world.actor)


def offers_to(world: World) -> tuple[Offer, ...]:
    """Give what the person is offered, also in place of the absent, the oldest first."""
    asked = asked_for(world.team, world.actor, world.today)
    offers = world.records.shifts().offers
    others = (each for giver, each in offers.items() if giver != world.actor)
    return tuple(sorted((each for each in others if each.to in asked), key=lambda each: each.seq))


def offer_of(world: World, giver: int) -> Offer | None:
    """Give what a colleague offers to the person, if it still waits."""
    return next((each for each in offers_to(world) if each.giver == giver), None)


def offer_rows(here: Here, offers: Iterable[Offer]) -> tuple[Row, ...]:
    """Lead to what colleagues hand over."""
    say, world = here.say, here.world
    names = ((each.giver, person_words(say, world, each.giver)) for each in offers)
    labels = ((giver, say("{name} hands over ›", name=name)) for giver, name in names)
    return tuple(
        (Button(shortened(label, LABEL_WIDTH), Go(ShiftOffer(giver)), "primary"),)
        for giver, label in labels
    )


def shift_rows(here: Here) -> tuple[Row, ...]:
    """Lead from home to what is offered, and to the end of the shift if there is work to hand."""
    world = here.world
    if world.practice and world.can_practise:
        return ()
    rows = offer_rows(here, offers_to(world))
    has_some = open_work(world.records, world.actor) or own_offer(world)
    if not may(world.member, SCREENING) or not (has_some or _has_news(here)):
        return rows
    return (*rows, (Button(here.say("End my shift ›"), Go(EndOfShift())),))


def new_shift_rows(here: Here) -> tuple[Row, ...]:
    """Lead there from any other card once a colleague has offered or answered something."""
    if here.world.to_prove.must or isinstance(here.focus.place, Home | OfShifts):
        return ()
    told = here.focus.shift_told
    rows = offer_rows(here, (each for each in offers_to(here.world) if each.seq > told))
    if not _has_news(here):
        return rows
    return (*rows, (Button(here.say("My shift: news ›"), Go(EndOfShift()), "primary"),))


def _has_news(here: Here) -> bool:
    """Whether a colleague has answered what the person offered, not seen yet."""
    outcome = own_outcome(here.world)
    is_others = outcome is not None and outcome.actor != here.world.actor
    return is_others and outcome is not None and outcome.seq > here.focus.shift_told


def with_shifts_seen(world: World, turn: Turn) -> Turn:
    """Note up to which entry the person has seen offers and answers, once a card shows them."""
    if not isinstance(turn.focus.place, OfShifts):
        return turn
    outcome = own_outcome(world)
    seen = [each.seq for each in offers_to(world)] + ([outcome.seq] if outcome else [])
    told = max(turn.focus.shift_told, *seen, 0)
    return replace(turn, focus=replace(turn.focus, shift_told=told))
