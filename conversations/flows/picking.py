"""The list of a ward round: a tap puts a code on it or takes it off; and the order of the beds."""

from conversations.acts import Go
from conversations.acts_of_ward_rounds import MoveUp, Pick, ShowPicks, Unpick, Visit
from conversations.beds import bed_words
from conversations.here import Here
from conversations.places_of_ward_rounds import OrderStops, PickStops
from conversations.places_outside import Home
from conversations.screen import (
    CHOSEN,
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    packed,
    shortened,
    title,
    width,
)
from conversations.turn import Turn
from conversations.walking import offered, own_open, round_today
from conversations.ward_round_steps import with_codes
from conversations.ward_round_words import position_words
from conversations.ward_rounds import WardRound
from conversations.words.heading import heading, sex_and_age
from conversations.words.pages import page_note, page_turns
from conversations.words.phone import folded_to_a_phone
from ectrial.record.subjects import ScreeningId, by_code

HALF_A_ROW = 13  # letters of a button beside another


def words(here: Here, place: PickStops) -> tuple[Block, ...]:
    """Show what is on the round, in the order of the beds."""
    say, walked = here.say, _round(here)
    blocks = [
        title(say("Today's round ({n})", n=len(walked.stops))),
        *lines("\n".join(here.focus.said)),
        *([Block(_listed(here, walked))] if walked.stops else []),
        Block(say("Tap codes in the order of the beds; again takes one off.")),
        *page_note(say, place.page, len(offered(here.world))),
        note(say("Codes may be typed, several at once. Kept until midnight.")),
    ]
    return folded_to_a_phone(blocks, len(rows(here, place)), last=2)


def rows(here: Here, place: PickStops) -> tuple[Row, ...]:
    """Give the codes of the page, all of the person's own at once, the order, and the start."""
    say, walked = here.say, _round(here)
    count = len(offered(here.world))
    codes = [_code(here, walked, id_) for id_ in place.shown]
    names = [_named(here, id_) for id_ in place.shown]
    # by the code alone, so that no button moves when one is tapped
    beside = 2 if all(width(each) <= HALF_A_ROW for each in names) else 1
    found = (each for each in own_open(here.world) if walked.index(each) is None)
    own = tuple(sorted(found, key=by_code))
    mine = [Button(say("Add all mine ({n})", n=len(own)), Pick(own))] if len(own) > 1 else []
    order = [Button(say("Order ›"), Go(OrderStops()))] if len(walked.stops) > 1 else []
    return (
        *packed([*mine, *order]),
        *(tuple(codes[n : n + beside]) for n in range(0, len(codes), beside)),
        *page_turns(say, place.page, count, ShowPicks),
        (Button(say("‹ Back"), Go(Home())), *_start(here, walked)),
    )


def typed(here: Here, place: PickStops, text: str) -> Turn:
    """Put the subjects of typed codes on the round."""
    return with_codes(here, text)


def order_words(here: Here, place: OrderStops) -> tuple[Block, ...]:
    """Say what a tap does."""
    say, walked = here.say, _round(here)
    return (
        title(say("Today's round ({n})", n=len(walked.stops))),
        Block(say("A tap moves a code up by one.")),
    )


def order_rows(here: Here, place: OrderStops) -> tuple[Row, ...]:
    """Give each code in its place, and the way back to the list."""
    walked = _round(here)
    codes = [
        Button(f"{n}. {heading(here.say, each.screening)}{up}", MoveUp(each.screening))
        for n, each in enumerate(walked.stops, start=1)
        for up in (" ↑" if n > 1 else "",)
    ]
    return (*packed(codes), (Button(here.say("‹ Back"), ShowPicks()), *_start(here, walked)))


def _start(here: Here, walked: WardRound) -> Row:
    """Lead to the first bed, or to where the person is."""
    say = here.say
    stop = walked.stop(walked.at) or next(iter(walked.stops), None)
    if stop is None:
        return ()
    is_begun = walked.at is not None
    label = f"{position_words(say, walked, stop)} ›" if is_begun else say("Begin ›")
    return (Button(label, Visit(stop.screening), "primary"),)


def _code(here: Here, walked: WardRound, id_: ScreeningId) -> Button:
    index = walked.index(id_)
    if index is None:
        return Button(shortened(_named(here, id_), LABEL_WIDTH), Pick((id_,)))
    label = f"{CHOSEN}{index + 1}. {heading(here.say, id_)}"
    return Button(shortened(label, LABEL_WIDTH), Unpick(id_))


def _named(here: Here, id_: ScreeningId) -> str:
    """Give the code with sex and age, as far as these are known."""
    screening = here.world.records.screening(id_)
    who = sex_and_age(here.say, screening.answers) if screening else ""
    return " · ".join(filter(None, (heading(here.say, id_), who)))


def _listed(here: Here, walked: WardRound) -> str:
    told = (
        (each.screening, bed_words(here.say, here.world, each.screening)) for each in walked.stops
    )
    names = (" · ".join(filter(None, (_named(here, id_), bed))) for id_, bed in told)
    return "\n".join(f"{n}. {name}" for n, name in enumerate(names, start=1))


def _round(here: Here) -> WardRound:
    return round_today(here.world, here.focus) or WardRound(here.world.today)
