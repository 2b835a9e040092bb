"""How lengths of time are written in a rule, and which days lie that long after another.

`{days: 42}`, `{weeks: 12}`, `{months: 6}`, `{years: 1}`, or a multiple of an item that is a length
of time, `{times: 5, of: half_life}`; the longest of several is a list of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, InstanceOf, ValidationInfo

from ectrial.event_days import Span
from ectrial.facts import Facts
from ectrial.nearest import unknown
from ectrial.quantity import Interval
from ectrial.rules.language import known_item
from ectrial.vocabulary import Item

UNITS: Mapping[str, Span] = {
    "days": Span(days=1),
    "weeks": Span(days=7),
    "months": Span(months=1),
    "years": Span(months=12),
}
_ONE_DAY = timedelta(days=1)
FURTHEST = Fraction(36525)
"""A span has at most so many days, a century: longer ones are slips."""
HOW = "write {days: 42}, {weeks: 12}, {months: 6} or {years: 1}"


class Written(NamedTuple):
    """A span as the file writes it: a number of a unit; its length is the same for all."""

    number: int
    unit: str

    @property
    def span(self) -> Span:
        """The span in days, or in months."""
        one = UNITS[self.unit]
        return Span(one.days * self.number, one.months * self.number)


class Multiple(NamedTuple):
    """So many times a length of time that is an item, such as a half-life."""

    times: Fraction
    item: Item

    def days(self, facts: Facts) -> Interval | None:
        """Give the days that it may have; None while the item has no number."""
        quantity = facts.quantity(self.item.id)
        day = self.item.units["d"]
        if quantity is None or self.item.units[quantity.unit].base != day.base:
            return None
        factor = self.times / day.factor
        return self.item.interval(quantity).times(factor)


class Length(NamedTuple):
    """The longest of some spans."""

    spans: tuple[Written | Multiple, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items whose number it needs."""
        return tuple(each.item for each in self.spans if isinstance(each, Multiple))

    def reached(self, day: date, facts: Facts) -> tuple[date, date | None]:
        """Give the first day on which it may have passed, and the first on which it surely has.

        The second is None while nobody knows how long it is.
        """
        return self._ends(day, facts, up=True)

    def left(self, day: date, facts: Facts) -> tuple[date, date | None]:
        """Give the last day that surely lies within it, and the last that may; None: any may."""
        return self._ends(day, facts, up=False)

    def turns(self, days: Iterable[date], facts: Facts) -> Iterator[date]:
        """Give every day at which a comparison over this length may turn, if one of them moves on.

        That is where it ends from one of these days, and the day from which it ends at one. Each
        span is asked alone, as the number of another may be too old to count.
        """
        lengths = [Length((each,)) for each in self.spans]
        for get in [get for each in lengths for get in (each.reached, each.left)]:
            for part in (0, 1):

                def ends(day: date, get: Any = get, part: int = part) -> date | None:
                    return get(day, facts)[part]  # type: ignore[no-any-return] # one of the two

                for day in days:
                    yield from filter(None, (ends(day), *_from_which(ends, day)))

    def _ends(self, day: date, facts: Facts, *, up: bool) -> tuple[date, date | None]:
        low, high, is_open = day, day, False
        for each in self.spans:
            if isinstance(each, Written):
                end = each.span.after(day)
                low, high = max(low, end), max(high, end)
                continue
            days = each.days(facts)
            if days is None or days.high is None or days.high > FURTHEST:
                is_open = True
            least = min(Fraction(days.low), FURTHEST) if days else Fraction(0)
            most = Fraction(days.high) if days and days.high and not is_open else least
            low = max(low, Span(_whole(least, up=up)).after(day))
            high = max(high, Span(_whole(most, up=up)).after(day))
        return low, None if is_open else high


def _from_which(ends: Callable[[date], date | None], end: date) -> Iterator[date]:
    """Give the first days from which a length ends at a day or later, and later than it.

    The end never goes back while the day goes on, so halving finds them.
    """
    for more in (0, 1):
        low, high = end - timedelta(days=int(FURTHEST) + 366), end + _ONE_DAY
        wanted = end + timedelta(days=more)
        while low < high:
            middle = low + (high - low) // 2
            middle_end = ends(middle)
            if middle_end is None or middle_end >= wanted:
                high = middle
            else:
                low = middle + _ONE_DAY
        yield low


def _whole(days: Fraction, *, up: bool) -> int:
    """Days pass whole: 12.5 have passed after 13, and are left until 12."""
    return -(-days // 1) if up else days // 1


def _length(written: Any, info: ValidationInfo) -> Any:
    if isinstance(written, Length):
        return written
    several = written if isinstance(written, list) else [written]
    if not several:
        raise ValueError(f"a span of time is missing: {HOW}")
    return Length(tuple(_span(each, info) for each in several))


def _span(written: Any, info: ValidationInfo) -> Written | Multiple:
    if isinstance(written, dict) and written.keys() & {"times", "of"}:
        return _multiple(written, info)
    return written_span(written)


def written_span(written: Any) -> Written:
    """Read a span of one unit; ValueError says how it is written."""
    if not isinstance(written, dict) or not written:
        raise ValueError(f"a span of time needs its unit: {HOW}")
    if len(written) > 1:
        raise ValueError(f"a span of time has one unit, not {len(written)}: {HOW}")
    unit, number = next(iter(written.items()))
    if unit not in UNITS:
        raise ValueError(f"{unknown('unit of time', unit, UNITS)}; {HOW}")
    return Written(_number(number, unit), str(unit))


def _number(written: Any, unit: str) -> int:
    text = str(written)
    if text.startswith("-"):
        raise ValueError(f"{unit} must be 0 or more: write it without a sign, such as {unit}: 12")
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{unit} is not a whole number: write it in digits, such as {unit}: 12")
    one = UNITS[unit]
    if len(text) > len(str(FURTHEST)) or int(text) * (one.days + one.months * 31) > FURTHEST:
        raise ValueError(f"{text} {unit} are more than a century: write a shorter span")
    return int(text)


def _multiple(written: Mapping[str, Any], info: ValidationInfo) -> Multiple:
    if written.keys() != {"times", "of"}:
        raise ValueError("a multiple is written {times: 5, of: half_life}")
    item = known_item(written["of"], info)
    if "d" not in item.units:
        raise ValueError(f"{item.id} is no length of time with the unit 'd': {HOW}")
    try:
        times = Fraction(str(written["times"]))
    except (ValueError, ZeroDivisionError):
        raise ValueError('times is not a number: write it in digits, such as "1.5"') from None
    if times <= 0:
        raise ValueError("times must be greater than 0")
    return Multiple(times, item)


AnyLength = Annotated[InstanceOf[Length], BeforeValidator(_length)]
