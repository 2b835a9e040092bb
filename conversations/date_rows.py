"""The card of a date: by three taps at most, or typed; the month or the year alone will do.

What is chosen so far is the card's draft: a year, or a month of it. There are five rows at most,
so that the question and the step stay in view on a small phone.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from conversations import answers
from conversations.acts import Go, Record
from conversations.here import Here
from conversations.places import Question
from conversations.screen import CHOSEN, LABEL_WIDTH, Block, Button, Row, note, width
from conversations.undoing import HALF_WIDTH, undo_buttons
from ectrial.event_days import EARLIEST, EventDay, on, read_event_day
from ectrial.facts import Absence, Value
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words, month_words
from ectrial.wording.speech import Say

YEARS = 4
YEARS_AHEAD = 2
OLDER_YEARS = 14
YEARS_IN_A_ROW = 5
MONTHS_IN_A_ROW = 6
DAYS_IN_A_ROW = 8
A_THIRD = 9
MARK = CHOSEN.strip()  # of the many small buttons
_UP_TO = "<="
"""Before a year in the draft: that year and those before it are offered."""


def chosen(place: Question) -> EventDay | None:
    """Give the year or the month that is chosen so far."""
    if not place.ticks or _latest(place) is not None:
        return None
    return read_event_day(place.ticks[0])


def is_at_a_step(place: Question, question: Asked) -> bool:
    """Whether the card shows older years, the months of a year, or the days of a month."""
    return question.items[0].kind == "date" and bool(place.ticks)


def _latest(place: Question) -> int | None:
    """Give the latest of the older years that the card offers."""
    tick = place.ticks[0] if place.ticks else ""
    return int(tick.removeprefix(_UP_TO)) if tick.startswith(_UP_TO) else None


def date_words(here: Here, place: Question, question: Asked) -> list[Block]:
    """Ask for the part that is not chosen yet; say how it is typed."""
    if question.items[0].kind != "date":
        return []
    say, so_far = here.say, chosen(place)
    if _latest(place) is not None:
        return [note(say("Which year?"))]
    if so_far is None:
        return [note(say("Or type it: 14 Mar 2025, Mar 2025 or 2025."))]
    told = event_day_words(say, so_far)
    if so_far.month is None:
        return [note(say("{year}: which month?", year=told))]
    return [note(say("{month}: which day?", month=told))]


def date_rows(here: Here, place: Question, question: Asked, presets: list[Row]) -> list[Row]:
    """Offer recent days and years, then months of the year, or days of the month."""
    so_far, latest = chosen(place), _latest(place)
    if latest is not None:
        return _older_years(here, question, latest)
    if so_far is None:
        return [*_first(here, question), *presets, _years(here, question)]
    if so_far.month is None:
        months = [EventDay(so_far.year, month) for month in range(1, 13)]
        rows = _rows([_part(here, question, month) for month in months], MONTHS_IN_A_ROW)
    else:
        numbers = range(so_far.first.day, so_far.last.day + 1)
        days = [EventDay(so_far.year, so_far.month, number) for number in numbers]
        rows = _rows([_day(here, question, day) for day in days], DAYS_IN_A_ROW)
    only = here.say("Only {day}", day=event_day_words(here.say, so_far))
    return [*rows, (_records(here, question, so_far, only), _other(here, question, so_far))]


def _first(here: Here, question: Asked) -> Iterator[Row]:
    """Give what has no day, beside what may be taken back, then days near today."""
    say, today, item = here.say, here.world.today, question.items[0]
    label = say.text(question.unknown_label) if question.unknown_label else say("Not sure")
    unsure = _records(here, question, Absence.UNKNOWN, label)
    none = _records(here, question, Absence.NOT_APPLICABLE, say("There was none"))
    has_none = Absence.NOT_APPLICABLE in item.absences
    undo = undo_buttons(say, here.case, HALF_WIDTH if has_none else LABEL_WIDTH)
    if above := (*([none] if has_none else []), *undo):
        yield above
    is_short = width(label) <= A_THIRD
    if not is_short:
        yield (unsure,)
    near = [on(today + timedelta(days=away)) for away in ((0, 1) if item.future else (0, -1))]
    yield (
        *(_records(here, question, day, _near(say, today, day)) for day in near),
        *([unsure] if is_short else []),
    )


def _years(here: Here, question: Asked) -> Row:
    """Give the last years, and the way to those before."""
    ahead = YEARS_AHEAD if question.items[0].future else 0
    last = here.world.today.year + ahead
    years = [EventDay(last - n) for n in range(max(YEARS, ahead + 1))]
    parts = [_part(here, question, year) for year in years]
    return (*filter(None, parts), _up_to(here, question, years[-1].year - 1))


def _older_years(here: Here, question: Asked, latest: int) -> list[Row]:
    years = [EventDay(latest - n) for n in range(OLDER_YEARS) if latest - n >= EARLIEST]
    parts = [_part(here, question, year) for year in years]
    before = years[-1].year - 1 if years else EARLIEST
    more = [_up_to(here, question, before)] if before >= EARLIEST else []
    back = Button(here.say("‹ Other year"), Go(Question(question.id)))
    return [*_rows([*parts, *more], YEARS_IN_A_ROW), (back,)]


def _up_to(here: Here, question: Asked, latest: int) -> Button:
    return Button(f"‹ {latest}", Go(Question(question.id, (f"{_UP_TO}{latest}",))))


def _near(say: Say, today: date, day: EventDay) -> str:
    match (day.first - today).days:
        case 0:
            return say("Today")
        case -1:
            return say("Yesterday")
    return say("Tomorrow")


def _part(here: Here, question: Asked, part: EventDay) -> Button | None:
    """Give the button that chooses a year or a month, and goes on; none if it lies ahead."""
    if not _can_be(here, question.items[0], part):
        return None
    label = str(part.year) if part.month is None else month_words(here.say, part)
    recorded = here.case.verdict.given.items.get(question.items[0].id)
    known = 1 if part.month is None else 2
    is_chosen = isinstance(recorded, EventDay) and recorded[:known] == part[:known]
    act = Go(Question(question.id, (part.written,)))
    return Button(f"{MARK if is_chosen else ''}{label}", act)


def _day(here: Here, question: Asked, day: EventDay) -> Button | None:
    can_be = _can_be(here, question.items[0], day)
    return _records(here, question, day, str(day.day), MARK) if can_be else None


def _can_be(here: Here, item: Item, part: EventDay) -> bool:
    return item.future or part.first <= here.world.today


def _records(
    here: Here, question: Asked, value: Value, label: str, chosen_by: str = CHOSEN
) -> Button:
    """Give a button that records the answer; the recorded one is marked."""
    case, item = here.case, question.items[0].id
    values = answers.as_given({item: value})
    mark = chosen_by if case.verdict.given.items.get(item) == value else ""
    return Button(mark + label, Record(case.id, case.trial.fingerprint, question.id, values))


def _other(here: Here, question: Asked, so_far: EventDay) -> Button:
    if so_far.month is None:
        return Button(here.say("‹ Other year"), Go(Question(question.id)))
    year = EventDay(so_far.year).written
    return Button(here.say("‹ Other month"), Go(Question(question.id, (year,))))


def _rows(perhaps: list[Button | None], in_a_row: int) -> list[Row]:
    buttons = [button for button in perhaps if button]
    return [tuple(buttons[n : n + in_a_row]) for n in range(0, len(buttons), in_a_row)]
