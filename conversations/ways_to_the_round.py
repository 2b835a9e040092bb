"""The buttons that lead to today's ward round: from home, and from other cards of its subjects."""

from conversations.acts_of_ward_rounds import GoOnRound, Visit
from conversations.answers import has_ticks_to_lose
from conversations.case import Case
from conversations.here import Here
from conversations.needs import SCREENING
from conversations.places import Question
from conversations.places_of_consent import ConsentCard
from conversations.places_of_queries import OpenItem, OpenItems
from conversations.places_of_ward_rounds import AtStop
from conversations.places_to_look_at import Failed, Review, Unreadable, Verdict
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.walking import own_open_count, round_today
from conversations.ward_round_words import position_words

SEVERAL = 2  # open screenings of a person, from which on a round is offered
LEADS_BACK = (Question, Failed, Verdict, Review, OpenItems, OpenItem, ConsentCard, Unreadable)
"""Cards of a screening from which one button leads back to its stop; no draft is left there."""


def back_to_the_stop(here: Here) -> tuple[Row, ...]:
    """Lead from another card of a subject on the round back to the stop; once it has begun."""
    place, walked = here.focus.place, round_today(here.world, here.focus)
    stop = walked.stop(here.focus.screening) if walked and walked.at else None
    if walked is None or stop is None or not isinstance(place, LEADS_BACK):
        return ()
    if isinstance(here.focus.opener, AtStop) or not may(here.world.member, SCREENING):
        return ()
    is_asked = isinstance(place, Question) and isinstance(here.found, Case)
    if is_asked and isinstance(place, Question) and has_ticks_to_lose(here.case, place):
        return ()
    label = f"‹ {position_words(here.say, walked, stop)}"
    return ((Button(label, Visit(stop.screening)),),)


def home_buttons(here: Here) -> Row:
    """Lead from home to the round of today, or to a new one for who has several subjects open."""
    walked = round_today(here.world, here.focus)
    stop = walked.stop(walked.at) if walked else None
    if walked and stop:
        return (Button(f"{position_words(here.say, walked, stop)} ›", GoOnRound()),)
    if walked is None and own_open_count(here.world) < SEVERAL:
        return ()
    return (Button(here.say("Today's round ›"), GoOnRound()),)
