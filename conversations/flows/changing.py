"""The cards that change who settles one open item, or until when; a new day has a reason."""

from dataclasses import replace
from datetime import date

from conversations.acts import Act, Go
from conversations.acts_of_queries import Postpone, Reassign
from conversations.here import Here
from conversations.places_of_queries import Changing, OpenItem
from conversations.queries import postponing
from conversations.screen import Block, Button, Row, title
from conversations.turn import Turn
from conversations.who_and_when import (
    coming_days,
    day_off_words,
    not_a_day,
    people_rows,
    working_day_rows,
)
from conversations.words.heading import heading
from conversations.words.queries import REASONS, due_words, query_words
from ectrial.labs.typed_days import read_coming_day
from ectrial.record.entries import Reason


def words(here: Here, place: Changing) -> tuple[Block, ...]:
    """Show the item as it is, and what is asked."""
    say, case = here.say, here.case
    query = case.screening.queries[place.item]
    match place.what:
        case "who":
            asks = say("Who settles it?")
        case "due":
            asks = say("Until when? A day may also be typed.")
        case _ if place.day is None:
            asks = say("No day any more. Why?")
        case _:
            day = due_words(say, here.world.today, place.day or here.world.today)
            asks = say("New day: {day}. Why?", day=day)
    told = (title(heading(say, case.id)), Block(query_words(say, case, query)), Block(asks))
    return (*told, *day_off_words(here, place.day))


def rows(here: Here, place: Changing) -> tuple[Row, ...]:
    """Offer people, days, or the reasons for a new day."""
    say, case = here.say, here.case
    query = case.screening.queries[place.item]
    found: tuple[Row, ...]
    match place.what:
        case "who":
            found = people_rows(here, query.assignee, lambda person: _with(here, place, person))
        case "due":
            found = coming_days(here, query.due, lambda day: _to(here, place, day))
        case _:
            found = (
                *working_day_rows(here, place.day, lambda day: Go(replace(place, day=day))),
                *((Button(say(REASONS[why]), _new(here, place, why)),) for why in REASONS),
            )
    leave = Button(say("‹ Back"), Go(OpenItem(place.item, place.back)), "primary")
    # what is chosen already changes nothing, so it is not offered
    left = (tuple(each for each in row if each.act != leave.act) for row in found)
    return (*filter(None, left), (leave,))


def typed(here: Here, place: Changing, text: str) -> Turn:
    """Take a typed day; if another one stood there, its reason is asked next."""
    day = read_coming_day(text, here.world.today) if place.what == "due" else None
    if day is None:
        return not_a_day(here, text)
    if here.case.screening.queries[place.item].due is not None:
        return here.to(replace(place, what="why", day=day))
    entry = postponing(here.case, place.item, day, Reason.NEW_INFORMATION)
    return Turn(here.focus.at(OpenItem(place.item, place.back)), (entry,))


def _with(here: Here, place: Changing, person: int) -> Act:
    case = here.case
    if person == case.screening.queries[place.item].assignee:
        return Go(OpenItem(place.item, place.back))
    return Reassign(case.id, case.screening.last_seq, place.item, person, place.back)


def _to(here: Here, place: Changing, day: date | None) -> Act:
    """Ask why a day changes; leave it if it is the same, and take the first day at once."""
    query = here.case.screening.queries[place.item]
    if day == query.due:
        return Go(OpenItem(place.item, place.back))
    if query.due is None:
        return _new(here, replace(place, what="why", day=day), Reason.NEW_INFORMATION)
    return Go(replace(place, what="why", day=day))


def _new(here: Here, place: Changing, why: Reason) -> Postpone:
    case = here.case
    return Postpone(case.id, case.screening.last_seq, place.item, place.day, why, place.back)
