"""The end of a shift: what is handed over and to whom, and the card of who is asked to take it."""

from conversations.acts import Go, GoOn, Open
from conversations.acts_of_shifts import AcceptShift, OfferShift, ReturnShift, WithdrawShift
from conversations.here import Here
from conversations.needs import SCREENING
from conversations.places_of_shifts import EndOfShift, ReturningShift, ShiftOffer
from conversations.places_outside import Home
from conversations.rights import may
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, shortened, title
from conversations.shifts import (
    drafts_of,
    offer_of,
    offer_rows,
    offered_work,
    offers_to,
    own_offer,
    own_outcome,
    work_of,
)
from conversations.turn import World
from conversations.waiting import waiting_of, waiting_words
from conversations.who_and_when import colleagues
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.people import person_words
from conversations.words.queries import owner_words, when_words
from conversations.words.shifts import codes_of, outcome_words, why_words, work_words
from ectrial.record.shifts import RETURN_REASONS, Offer


def words(here: Here, place: EndOfShift) -> tuple[Block, ...]:
    """Name what is open and what stays behind, and ask who takes it; or say who was asked."""
    say, world = here.say, here.world
    outcome = own_outcome(world)
    head = (
        title(say("End my shift")),
        *([Block(outcome_words(say, world, outcome))] if outcome else []),
    )
    if (offer := own_offer(world)) is not None and not place.anew:
        return (*head, *_offered(here, offer))
    work, takers = work_of(world, world.actor), _takers(world)
    asked = say("Who takes it over?") if takers else say("No colleague can take it over today.")
    return (
        *head,
        *work_words(say, work),
        Block(asked if work else say("Nothing of yours is open.")),
        *_left_behind(here),
        *(page_note(say, within(place.page, len(takers)), len(takers)) if work else ()),
    )


def _offered(here: Here, offer: Offer) -> tuple[Block, ...]:
    say, world = here.say, here.world
    name, when = person_words(say, world, offer.to), when_words(world, offer.at_utc)
    return (
        Block(say("{when} Offered to {name}.", when=when, name=name)),
        *work_words(say, offered_work(world, offer)),
        note(say("It stays yours until it is accepted.")),
        *_left_behind(here),
    )


def _left_behind(here: Here) -> tuple[Block, ...]:
    """Name the reports that nobody can take over: what is not recorded is in this chat alone."""
    say, drafts = here.say, drafts_of(here.world, here.focus)
    if not drafts:
        return ()
    codes = codes_of(say, (each.screening for each in drafts))
    told = say("Read, not recorded: {codes}. It stays with you: record or drop it.", codes=codes)
    return (Block(f"⚠️ {told}"),)


def rows(here: Here, place: EndOfShift) -> tuple[Row, ...]:
    """Lead to what stays behind, then offer the work to a colleague, or take the offer back."""
    say, world = here.say, here.world
    above = (*offer_rows(here, offers_to(world)), *_draft_rows(here))
    back: Row = (Button(say("‹ Back"), _back(here), "primary"),)
    offer = own_offer(world)
    if offer is not None and not place.anew:
        again = Button(say("Offer anew ›"), Go(EndOfShift(anew=True)))
        return (*above, (again, Button(say("Take it back"), WithdrawShift(offer.seq))), back)
    takers = _takers(world) if work_of(world, world.actor) else ()
    page = within(place.page, len(takers))
    return (
        *above,
        *[_taker(here, each) for each in takers[page * PAGE : (page + 1) * PAGE]],
        *page_turns(say, page, len(takers), lambda n: Go(EndOfShift(n, place.anew))),
        back,
    )


def _taker(here: Here, person: int) -> Row:
    """Offer exactly what the card names."""
    world, offer = here.world, own_offer(here.world)
    screenings, queries = work_of(world, world.actor).opened
    drafts, before = len(drafts_of(world, here.focus)), offer.seq if offer else None
    name = shortened(_capital(owner_words(here.say, world, person)), LABEL_WIDTH)
    return (Button(name, OfferShift(person, screenings, queries, drafts, before)),)


def _takers(world: World) -> tuple[int, ...]:
    """Give who may take it over: present colleagues, and absent ones whom another covers."""
    found = (each.person for each in colleagues(world))
    team, today, me = world.team, world.today, world.actor
    return tuple(each for each in found if team.asked_instead_of(each, today) != me)


def _draft_rows(here: Here) -> tuple[Row, ...]:
    say, found = here.say, []
    for each in drafts_of(here.world, here.focus):
        screening = here.world.records.screening(each.screening)
        drafts = waiting_of(here.focus, each.screening)
        label = f"{heading(say, each.screening)} · {waiting_words(say, *drafts)}"
        seq = screening.last_seq if screening else 0
        found.append((Button(shortened(label, LABEL_WIDTH), Open(each.screening, seq)),))
    return tuple(found)


def offer_words(here: Here, place: ShiftOffer) -> tuple[Block, ...]:
    """Name what the colleague hands over."""
    say, world = here.say, here.world
    name = person_words(say, world, place.giver)
    head = title(say("{name} hands over", name=name))
    if (offer := offer_of(world, place.giver)) is None:
        return (head, Block(say("This offer does not stand any more.")))
    work, left = offered_work(world, offer), []
    if offer.drafts:
        left = [note(say("Not recorded, stays with {name}: {n}", name=name, n=offer.drafts))]
    told = say("{when} Asks you to take this over:", when=when_words(world, offer.at_utc))
    nothing = Block(say("Nothing of it is open any more."))
    return (head, Block(told), *(work_words(say, work) or (nothing,)), *left)


def offer_place_rows(here: Here, place: ShiftOffer) -> tuple[Row, ...]:
    """Offer to accept it, or to return it with a reason."""
    say, world, giver = here.say, here.world, place.giver
    back: Row = (Button(say("‹ Back"), _back(here), "primary"),)
    if (offer := offer_of(world, giver)) is None:
        return (back,)
    accept = AcceptShift(giver, offer.seq, *offered_work(world, offer).opened)
    may_take = may(world.member, SCREENING)
    return (
        *([(Button(say("Accept"), accept, "primary"),)] if may_take else []),
        (Button(say("Return (why?) ›"), Go(ReturningShift(giver))),),
        back,
    )


def returning_words(here: Here, place: ReturningShift) -> tuple[Block, ...]:
    """Ask why it is returned."""
    say = here.say
    name = person_words(say, here.world, place.giver)
    told = say("Why is it returned? All stays with {name}.", name=name)
    return (title(say("{name} hands over", name=name)), Block(told))


def returning_rows(here: Here, place: ReturningShift) -> tuple[Row, ...]:
    """Offer the reasons."""
    say, giver = here.say, place.giver
    back: Row = (Button(say("‹ Back"), Go(ShiftOffer(giver)), "primary"),)
    if (offer := offer_of(here.world, giver)) is None:
        return (back,)
    reasons = [
        (Button(_capital(why_words(say, why)), ReturnShift(giver, offer.seq, why)),)
        for why in RETURN_REASONS
    ]
    return (*reasons, back)


def _capital(label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}"


def _back(here: Here) -> Go | GoOn:
    screening = here.focus.screening
    return Go(Home()) if screening is None else GoOn(screening)
