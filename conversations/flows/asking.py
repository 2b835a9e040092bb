"""The card that sets for all open items together why they are open, who settles them and when."""

from dataclasses import replace
from typing import TypeVar

from conversations.acts import Go
from conversations.acts_of_queries import Ask
from conversations.here import Here
from conversations.places_of_queries import Asking, OpenItems
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked, why_open
from conversations.screen import (
    Block,
    Button,
    Row,
    fold,
    note,
    title,
)
from conversations.turn import Turn
from conversations.who_and_when import (
    as_chosen,
    colleagues,
    coming_days,
    day_example,
    day_off_words,
    not_a_day,
    people_rows,
    working_day_rows,
)
from conversations.words.heading import heading
from conversations.words.queries import WHYS, item_words, why_words
from ectrial.labs.typed_days import read_coming_day
from ectrial.record.queries import Why

WHYS_OFFERED: tuple[Why, ...] = ("pending", "not_done", "unknown")
MOST_LINES = 6
Chosen = TypeVar("Chosen")


def words(here: Here, place: Asking) -> tuple[Block, ...]:
    """Name the open items, each with why it is open."""
    say, case = here.say, here.case
    told = [
        say(
            "{name}: {answer}",
            name=item_words(say, case, item.id),
            answer=why_words(say, place.why or why_open(case, item.id)),
        )
        for item in unasked(case)
    ]
    text = "\n".join(told)
    return (
        title(heading(say, case.id)),
        title(say("Who settles them?")),
        fold(text) if len(told) > MOST_LINES else Block(text),
        *day_off_words(here, place.due),
        note(say("Another day is typed, such as {day}.", day=day_example(here))),
    )


def rows(here: Here, place: Asking) -> tuple[Row, ...]:
    """Offer why, who and when; one tap records what is chosen for all."""
    say, case = here.say, here.case
    items = tuple((each.id, place.why or why_open(case, each.id)) for each in unasked(case))
    chosen = {why for _, why in items}
    whys = tuple(
        Button(
            as_chosen(say(WHYS[why]), is_chosen=chosen == {why}),
            Go(replace(place, why=_else_none(why, place.why))),
        )
        for why in WHYS_OFFERED
    )
    who = _who(here, place)
    record = Ask(case.id, case.screening.last_seq, items, who, place.due)
    known = len(asked(case))
    return (
        whys,
        *people_rows(
            here, who, lambda person: Go(replace(place, who=_else_none(person, place.who))), place
        ),
        *coming_days(here, place.due, lambda day: Go(replace(place, due=day))),
        *working_day_rows(here, place.due, lambda day: Go(replace(place, due=day))),
        (Button(say("Record ({n})", n=len(items)), record, "primary"),),
        *([(Button(say("Open items ({n}) ›", n=known), Go(OpenItems())),)] if known else []),
        (Button(say("‹ Back"), Go(Verdict())),),
    )


def _who(here: Here, place: Asking) -> int:
    """Give who is chosen, while that person is of the team; else the person of this card."""
    able = {each.person for each in colleagues(here.world)}
    return place.who if place.who in able else here.world.actor


def _else_none(tapped: Chosen, before: Chosen | None) -> Chosen | None:
    """Give the choice of a tap; a second tap takes it back."""
    return None if tapped == before else tapped


def typed(here: Here, place: Asking, text: str) -> Turn:
    """Take a typed day."""
    day = read_coming_day(text, here.world.today)
    return here.to(replace(place, due=day)) if day else not_a_day(here, text)
