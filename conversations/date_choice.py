"""The buttons of a date: a recent day, or year, month and day by three taps.

What a button does with the day is said by the card: it is recorded, or told of a thing of a list.
There are five rows at most, so that the question and the step stay in view on a small phone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.acts import Act
from conversations.screen import CHOSEN, Button, Row, width
from ectrial.event_days import EARLIEST, EventDay, on, read_event_day
from ectrial.facts import Absence, Value
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


@dataclass(frozen=True)
class DateChoice:
    """One date that is chosen part by part.

    `draft` is what is chosen so far: a year, a month, or the latest of older years. `says` is the
    act that gives the answer, `goes` the one that keeps a draft and goes on. `known` is marked;
    `unsure` is the label of not knowing.
    """

    say: Say
    today: date
    item: Item
    draft: str
    unsure: str
    says: Callable[[Value], Act]
    goes: Callable[[str], Act]
    known: Value | None = None

    def rows(self, presets: list[Row], beside: tuple[Button, ...] = ()) -> list[Row]:
        """Offer recent days and years, then months of the year, or days of the month.

        `beside` are buttons that stand in the first row of the first step.
        """
        so_far, latest = chosen(self.draft), _latest(self.draft)
        if latest is not None:
            return self._older_years(latest)
        if so_far is None:
            return [*self._first(beside), *presets, self._years()]
        if so_far.month is None:
            months = [EventDay(so_far.year, month) for month in range(1, 13)]
            rows = _rows([self._part(month) for month in months], MONTHS_IN_A_ROW)
        else:
            numbers = range(so_far.first.day, so_far.last.day + 1)
            days = [EventDay(so_far.year, so_far.month, number) for number in numbers]
            rows = _rows([self._day(day) for day in days], DAYS_IN_A_ROW)
        only = self.say("Only {day}", day=event_day_words(self.say, so_far))
        return [*rows, (self._answer(so_far, only), self._other(so_far))]

    def _first(self, beside: tuple[Button, ...]) -> Iterator[Row]:
        """Give what has no day, beside what may be taken back, then days near today."""
        unsure = self._answer(Absence.UNKNOWN, self.unsure)
        none = self._answer(Absence.NOT_APPLICABLE, self.say("There was none"))
        has_none = Absence.NOT_APPLICABLE in self.item.absences
        if above := (*([none] if has_none else []), *beside):
            yield above
        is_short = width(self.unsure) <= A_THIRD
        if not is_short:
            yield (unsure,)
        away = (0, 1) if self.item.future else (0, -1)
        near = [on(self.today + timedelta(days=each)) for each in away]
        yield (
            *(self._answer(day, _near(self.say, self.today, day)) for day in near),
            *([unsure] if is_short else []),
        )

    def _years(self) -> Row:
        """Give the last years, and the way to those before."""
        ahead = YEARS_AHEAD if self.item.future else 0
        last = self.today.year + ahead
        years = [EventDay(last - n) for n in range(max(YEARS, ahead + 1))]
        parts = [self._part(year) for year in years]
        return (*filter(None, parts), self._up_to(years[-1].year - 1))

    def _older_years(self, latest: int) -> list[Row]:
        years = [EventDay(latest - n) for n in range(OLDER_YEARS) if latest - n >= EARLIEST]
        parts = [self._part(year) for year in years]
        before = years[-1].year - 1 if years else EARLIEST
        more = [self._up_to(before)] if before >= EARLIEST else []
        back = Button(self.say("‹ Other year"), self.goes(""))
        return [*_rows([*parts, *more], YEARS_IN_A_ROW), (back,)]

    def _up_to(self, latest: int) -> Button:
        return Button(f"‹ {latest}", self.goes(f"{_UP_TO}{latest}"))

    def _part(self, part: EventDay) -> Button | None:
        """Give the button that chooses a year or a month, and goes on; none if it lies ahead."""
        if not self._can_be(part):
            return None
        label = str(part.year) if part.month is None else month_words(self.say, part)
        count = 1 if part.month is None else 2
        is_chosen = isinstance(self.known, EventDay) and self.known[:count] == part[:count]
        return Button(f"{MARK if is_chosen else ''}{label}", self.goes(part.written))

    def _day(self, day: EventDay) -> Button | None:
        return self._answer(day, str(day.day), MARK) if self._can_be(day) else None

    def _can_be(self, part: EventDay) -> bool:
        return self.item.future or part.first <= self.today

    def _answer(self, value: Value, label: str, chosen_by: str = CHOSEN) -> Button:
        """Give a button that says the answer; the known one is marked."""
        mark = chosen_by if self.known == value else ""
        return Button(mark + label, self.says(value))

    def _other(self, so_far: EventDay) -> Button:
        if so_far.month is None:
            return Button(self.say("‹ Other year"), self.goes(""))
        return Button(self.say("‹ Other month"), self.goes(EventDay(so_far.year).written))


def chosen(draft: str) -> EventDay | None:
    """Give the year or the month that is chosen so far."""
    return read_event_day(draft) if draft and _latest(draft) is None else None


def date_notes(say: Say, draft: str) -> str:
    """Ask for the part that is not chosen yet; say how it is typed."""
    so_far = chosen(draft)
    if _latest(draft) is not None:
        return say("Which year?")
    if so_far is None:
        return say("Or type it: 14 Mar 2025, Mar 2025 or 2025.")
    told = event_day_words(say, so_far)
    if so_far.month is None:
        return say("{year}: which month?", year=told)
    return say("{month}: which day?", month=told)


def _latest(draft: str) -> int | None:
    """Give the latest of the older years that the card offers."""
    return int(draft.removeprefix(_UP_TO)) if draft.startswith(_UP_TO) else None


def _near(say: Say, today: date, day: EventDay) -> str:
    match (day.first - today).days:
        case 0:
            return say("Today")
        case -1:
            return say("Yesterday")
    return say("Tomorrow")


def _rows(perhaps: list[Button | None], in_a_row: int) -> list[Row]:
    buttons = [button for button in perhaps if button]
    return [tuple(buttons[n : n + in_a_row]) for n in range(0, len(buttons), in_a_row)]
