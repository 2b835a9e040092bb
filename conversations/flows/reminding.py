"""The card that sets a reminder for oneself: of one open item, or of the whole list."""

from datetime import UTC, timedelta

from conversations.acts import Go
from conversations.acts_of_queries import Remind
from conversations.coming_days import no_moment_to_come
from conversations.here import Here
from conversations.places_of_queries import OpenItem, Reminding, RemindingOfAll, ToDo
from conversations.reminding import OF_ALL, about, offered, remind
from conversations.screen import Block, Button, Row, note, packed, title
from conversations.turn import Turn
from conversations.words.days import short_day
from conversations.words.heading import heading
from conversations.words.moments import moment_words
from conversations.words.queries import query_words
from conversations.words.quotes import moved_on
from ectrial.labs.typed_moments import AFTERNOON, read_coming_moment


def words(here: Here, place: Reminding) -> tuple[Block, ...]:
    """Name the item and the reminder that is set."""
    say, case = here.say, here.case
    query = case.screening.queries[place.item]
    told = Block(query_words(say, case, query))
    return (title(heading(say, case.id)), told, *_asks(here, about(query)))


def all_words(here: Here, place: RemindingOfAll) -> tuple[Block, ...]:
    """Name the reminder of the list that is set."""
    return (title(here.say("To do")), *_asks(here, OF_ALL))


def _asks(here: Here, matter: str) -> tuple[Block, ...]:
    say, known = here.say, here.world.reminders.get(matter)
    when = moment_words(say, here.world, known) if known else ""
    return (
        Block(say("When shall I remind you?")),
        *([Block(say("⏰ {when}", when=when))] if known else []),
        note(say("Another time is typed, such as {moment}.", moment=_example(here))),
    )


def rows(here: Here, place: Reminding) -> tuple[Row, ...]:
    """Offer the next times; nothing of an item that is closed."""
    query, back = here.case.screening.queries[place.item], OpenItem(place.item, place.back)
    times = _times(here, about(query), back) if query.is_open else ()
    return (*times, (Button(here.say("‹ Back"), Go(back), "primary"),))


def all_rows(here: Here, place: RemindingOfAll) -> tuple[Row, ...]:
    """Offer the next times."""
    times = _times(here, OF_ALL, place.back)
    return (*times, (Button(here.say("‹ Back"), Go(place.back), "primary"),))


def _times(here: Here, matter: str, back: OpenItem | ToDo) -> tuple[Row, ...]:
    say = here.say
    times = [Button(say(label), Remind(matter, at, back)) for label, at in offered(here.world)]
    if matter in here.world.reminders:
        times.append(Button(say("No reminder"), Remind(matter, None, back)))
    return tuple(packed(times))


def typed(here: Here, place: Reminding, text: str) -> Turn:
    """Take a typed time."""
    query = here.case.screening.queries[place.item]
    if not query.is_open:
        return here.stay(moved_on(here.say))
    return _typed(here, about(query), OpenItem(place.item, place.back), text)


def all_typed(here: Here, place: RemindingOfAll, text: str) -> Turn:
    """Take a typed time."""
    return _typed(here, OF_ALL, place.back, text)


def _typed(here: Here, matter: str, back: OpenItem | ToDo, text: str) -> Turn:
    world = here.world
    at = read_coming_moment(text, world.now, world.hours.digest)
    if at is None:
        return here.stay(no_moment_to_come(here, text, world.hours.digest, _example(here)))
    return remind(here, Remind(matter, at.astimezone(UTC), back))


def _example(here: Here) -> str:
    """Give a moment to come, as a person may type it."""
    today = here.world.today
    return f"{short_day(here.say, today, today + timedelta(days=2))} {AFTERNOON:%H:%M}"
