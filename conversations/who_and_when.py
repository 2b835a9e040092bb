"""The buttons that choose who settles an open item, and until when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from conversations.acts import Act, Go
from conversations.coming_days import past_day
from conversations.here import Here
from conversations.places_of_queries import Asking
from conversations.screen import CHOSEN, LABEL_WIDTH, Block, Button, Row, packed, shortened
from conversations.turn import Turn, World
from conversations.words.days import short_day
from conversations.words.queries import owner_words
from ectrial.record.team import Member
from ectrial.wording.speech import marked
from ectrial.working_days import Day, is_working_day, next_working_day

COMING: tuple[tuple[int, str], ...] = (
    (0, marked("Today")),
    (1, marked("Tomorrow")),
    (3, marked("In 3 days")),
    (7, marked("Next week")),
)
MOST_SHOWN = 5


def not_a_day(here: Here, text: str) -> Turn:
    """Say that the day is past, or how a day is typed."""
    say = here.say
    return here.stay(
        past_day(say, text, here.world.today)
        or say("I could not read a day from today on. Type it like {day}.", day=day_example(here))
    )


def people_rows(
    here: Here, chosen: int, to: Callable[[int], Act], place: Asking | None = None
) -> tuple[Row, ...]:
    """Offer the person, then the colleagues who may settle items; of many, first a few."""
    world = here.world
    others = [each.person for each in colleagues(world)]
    few = others if place is None or place.everybody else others[:MOST_SHOWN]
    if chosen not in (world.actor, *few):
        few = [*few, chosen]
    buttons = [Button(_name(here, each, chosen), to(each)) for each in (world.actor, *few)]
    if place is not None and len(few) < len(others):
        buttons.append(Button(here.say("More people ›"), Go(replace(place, everybody=True))))
    return tuple(packed(buttons))


def colleagues(world: World) -> list[Member]:
    """Give the colleagues present today who may settle items, those of the same role first."""
    found = [
        each
        for each in world.team.present(world.today)
        if each.person != world.actor and "screen" in each.tasks
    ]
    return sorted(found, key=lambda each: each.role != world.member.role)


def coming_days(
    here: Here, chosen: date | None, to: Callable[[date | None], Act]
) -> tuple[Row, ...]:
    """Offer no day and the next days; a typed day stands beside them."""
    say, today = here.say, here.world.today
    offered = {today + timedelta(days=after): say(label) for after, label in COMING}
    if chosen is not None:
        offered.setdefault(chosen, short_day(say, today, chosen))
    none = Button(as_chosen(say("No day"), is_chosen=chosen is None), to(None))
    days = [
        Button(as_chosen(label, is_chosen=day == chosen), to(day))
        for day, label in offered.items()
    ]
    return (none, *days[:2]), tuple(days[2:])


def day_off_words(here: Here, day: date | None) -> tuple[Block, ...]:
    """Say that a day to come is no working day at the site."""
    say, found = here.say, _next_working(here, day)
    if found is None or day is None:
        return ()
    told = [say("{day} is no working day.", day=short_day(say, here.world.today, day))]
    if here.world.hours.country and not found.is_official:
        told.append(say("No official calendar of {year} yet.", year=found.day.year))
    return (Block("\n".join(told)),)


def working_day_rows(here: Here, day: date | None, to: Callable[[date], Act]) -> tuple[Row, ...]:
    """Offer the next working day in place of one on which nobody works."""
    say, found = here.say, _next_working(here, day)
    if found is None:
        return ()
    label = say("Take {day} ›", day=short_day(say, here.world.today, found.day))
    return ((Button(label, to(found.day)),),)


def _next_working(here: Here, day: date | None) -> Day | None:
    """Give the working day after a day to come that is none."""
    country = here.world.hours.country
    if day is None or day < here.world.today or is_working_day(day, country):
        return None
    return next_working_day(day, country)


def _name(here: Here, person: int, chosen: int) -> str:
    name = as_chosen(owner_words(here.say, here.world, person), is_chosen=person == chosen)
    return shortened(name, LABEL_WIDTH)


def as_chosen(label: str, *, is_chosen: bool) -> str:
    """Give a label with a capital, and marked if it is the choice so far."""
    return f"{CHOSEN if is_chosen else ''}{label[:1].upper()}{label[1:]}"


def day_example(here: Here) -> str:
    """Give a day to come, as a person may type it."""
    return short_day(here.say, here.world.today, here.world.today + timedelta(days=10))
