"""The card of a date: by three taps at most, or typed; the month or the year alone will do.

What is chosen so far is the card's draft: a year, or a month of it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from conversations import answers
from conversations.acts import Go, Record
from conversations.here import Here
from conversations.places import Question
from conversations.screen import CHOSEN, Block, Button, Row, note
from ectrial.event_days import EventDay, on, read_event_day
from ectrial.facts import Absence, Value
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words, month_words
from ectrial.wording.speech import Say

YEARS = 8
YEARS_AHEAD = 2
IN_A_ROW = 4
DAYS_IN_A_ROW = 7
RECENT_MONTHS = 3


def chosen(place: Question) -> EventDay | None:
    """Give the year or the month that is chosen so far."""
    return read_event_day(place.ticks[0]) if place.ticks else None


def date_words(here: Here, place: Question, question: Asked) -> list[Block]:
    """Ask for the part that is not chosen yet; say how it is typed."""
    if question.items[0].kind != "date":
        return []
    say, so_far = here.say, chosen(place)
    if so_far is None:
        return [note(say("Or type it: 14 Mar 2025, Mar 2025 or 2025."))]
    told = event_day_words(say, so_far)
    if so_far.month is None:
        return [note(say("{year}: which month?", year=told))]
    return [note(say("{month}: which day?", month=told))]


def date_rows(here: Here, place: Question, question: Asked, presets: list[Row]) -> list[Row]:
    """Offer recent days, months and years, then months of the year, or days of the month."""
    so_far = chosen(place)
    if so_far is None:
        return [*_first(here, question), *presets, *_without(here, question)]
    if so_far.month is None:
        months = [EventDay(so_far.year, month) for month in range(1, 13)]
        rows = _rows([_part(here, question, month) for month in months], IN_A_ROW)
    else:
        numbers = range(so_far.first.day, so_far.last.day + 1)
        days = [EventDay(so_far.year, so_far.month, number) for number in numbers]
        rows = _rows([_day(here, question, day) for day in days], DAYS_IN_A_ROW)
    only = here.say("Only {day}", day=event_day_words(here.say, so_far))
    return [*rows, (_records(here, question, so_far, only), _other(here, question, so_far))]


def _first(here: Here, question: Asked) -> Iterator[Row]:
    """Give three days near today, the months before, and the years."""
    today, item = here.world.today, question.items[0]
    near = (0, 1, 2) if item.future else (0, -1, -2)
    days = [on(today + timedelta(days=away)) for away in near]
    yield tuple(_records(here, question, day, _near(here.say, today, day)) for day in days)
    months = [on(today)._replace(day=None)]
    for _ in range(RECENT_MONTHS - 1):
        other = months[-1].last + timedelta(days=1) if item.future else months[-1].first
        months.append(on(other - timedelta(days=0 if item.future else 1))._replace(day=None))
    yield from _rows([_part(here, question, month) for month in months], IN_A_ROW)
    last = today.year + (YEARS_AHEAD if item.future else 0)
    years = [EventDay(last - n) for n in range(YEARS_AHEAD + 1 if item.future else YEARS)]
    yield from _rows([_part(here, question, year) for year in years], IN_A_ROW)


def _near(say: Say, today: date, day: EventDay) -> str:
    match (day.first - today).days:
        case 0:
            return say("Today")
        case -1:
            return say("Yesterday")
        case 1:
            return say("Tomorrow")
    if say.language == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {month_words(say, day)}"


def _part(here: Here, question: Asked, part: EventDay) -> Button | None:
    """Give the button that chooses a year or a month, and goes on; none if it lies ahead."""
    if not _can_be(here, question.items[0], part):
        return None
    label = str(part.year) if part.month is None else month_words(here.say, part)
    recorded = here.case.verdict.given.items.get(question.items[0].id)
    known = 1 if part.month is None else 2
    is_chosen = isinstance(recorded, EventDay) and recorded[:known] == part[:known]
    act = Go(Question(question.id, (part.written,)))
    return Button(f"{CHOSEN if is_chosen else ''}{label}", act)


def _day(here: Here, question: Asked, day: EventDay) -> Button | None:
    can_be = _can_be(here, question.items[0], day)
    return _records(here, question, day, str(day.day)) if can_be else None


def _can_be(here: Here, item: Item, part: EventDay) -> bool:
    return item.future or part.first <= here.world.today


def _records(here: Here, question: Asked, value: Value, label: str) -> Button:
    """Give a button that records the answer; the recorded one is marked."""
    case, item = here.case, question.items[0].id
    values = answers.as_given({item: value})
    mark = CHOSEN if case.verdict.given.items.get(item) == value else ""
    return Button(mark + label, Record(case.id, case.trial.fingerprint, question.id, values))


def _other(here: Here, question: Asked, so_far: EventDay) -> Button:
    if so_far.month is None:
        return Button(here.say("‹ Other year"), Go(Question(question.id)))
    year = EventDay(so_far.year).written
    return Button(here.say("‹ Other month"), Go(Question(question.id, (year,))))


def _without(here: Here, question: Asked) -> Iterator[Row]:
    say, item = here.say, question.items[0]
    never = Absence.NOT_APPLICABLE
    none = [_records(here, question, never, say("There was none"))]
    label = say.text(question.unknown_label) if question.unknown_label else say("Not sure")
    yield (
        *(none if never in item.absences else []),
        _records(here, question, Absence.UNKNOWN, label),
    )


def _rows(perhaps: list[Button | None], in_a_row: int) -> list[Row]:
    buttons = [button for button in perhaps if button]
    return [tuple(buttons[n : n + in_a_row]) for n in range(0, len(buttons), in_a_row)]
