"""The text of one cell as the answer to an item; what is not certain is a fault, never a guess."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from ectrial.facts import Facts, Judgement, Reported
from ectrial.imports.answers import plain, words_of
from ectrial.imports.faults import quoted
from ectrial.labs.lab_reading import LabReading, Why
from ectrial.labs.quantities import is_same_size
from ectrial.labs.reader import LabReader
from ectrial.labs.truth_of_values import TruthOf
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.trial.facts_file import write_value
from ectrial.vocabulary import RATIO, Item, Vocabulary

LONGEST_CELL = 200
_HAS_A_DAY = re.compile(r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d")
_DAY = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})日?|月)?(?: 00:00:00)?")
_RANGE = re.compile(r"\d\s?[-~–—～至到]\s?\d")
_BETWEEN = re.compile(r"[;；|、\n]")
_WHY: Mapping[Why | None, str] = {
    "look_alike": "the name of another test",
    "specimen": "measured in another fluid than blood",
    "impossible": "outside every possible range",
    "impossible_limit": "its upper limit is impossible",
    "unit": "a unit that it does not have",
    "no_number": "no number",
    "no_result": "no result",
    "below_limit": "below a limit that is not given",
    "name": "it is not clear which test",
    "percent": "a percentage, not a count",
    "mixed_units": "value and limit cannot be in one unit",
    "above_whole": "more than the whole that it is a part of",
}


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says: answers by item, mostly one; or what is wrong with it.

    `rare`: it is possible, but a person has to look at it, as at `other`, a number in another unit
    than its column. `guessed` is the unit of a number that had none.
    """

    answers: Mapping[str, JSON] = field(default_factory=dict)
    fault: str = ""
    rare: str = ""
    guessed: str = ""
    other: str = ""


class CellReader:
    """Reads cells by the items of a trial, as the dialogue reads what is typed on a card."""

    def __init__(self, items: Vocabulary, labs: LabReader, truth_of: TruthOf) -> None:
        self._items, self._labs, self._truth_of = items, labs, truth_of
        self._words = {name: words_of(item) for name, item in items.items()}

    def read(self, name: str, text: str, unit: str = "") -> Read:
        """Read a cell that is not empty; a number without a unit has that of its column."""
        item = self._items[name]
        word = self._words[name].get(plain(text))
        if word is not None and word not in item.options:
            return Read({name: word})
        match item.kind:
            case "quantity":
                return self._number(item, text, unit)
            case "date":
                return _event_day(item, text)
            case "multichoice":
                return self._several(item, text)
            case "list":
                return Read(fault="a list of things is in no column: give a facts file")
            case "boolean" | "choice" | "method" if word is not None:
                return Read({name: word})
            case "boolean" | "choice" | "method":
                options = ", ".join(dict.fromkeys(map(str, item.words)))
                return Read(fault=f"not an answer to {name}: write {options}")
        assert_never(item.kind)

    def knows_unit(self, name: str, unit: str) -> bool:
        """Whether an item has a unit, as a title writes it."""
        readings = self._labs.read(f"1 {unit}", self._truth_of, Facts(), name)
        return bool(readings) and all(each.why != "unit" for each in readings)

    def _several(self, item: Item, text: str) -> Read:
        words = [self._words[item.id].get(plain(each)) for each in _BETWEEN.split(text)]
        if any(word not in item.options for word in words):
            return Read(fault=f"not answers to {item.id}: write {'; '.join(item.options)}")
        return Read({item.id: words})

    def _number(self, item: Item, text: str, unit: str) -> Read:
        if _HAS_A_DAY.search(text):
            return Read(fault="a day beside the number: give it in a column of its own")
        typed = self._labs.with_unit(text, unit, item.id) if unit else text
        found = self._labs.read(typed, self._truth_of, Facts(), item.id)
        expected = {item.id, item.uln}
        if any(each.item not in expected for each in found):
            return Read(fault=f"not only {item.id}: {quoted(text)}")
        answers: dict[str, JSON] = {}
        rare = ""
        for each in found:
            if fault := _fault_of(each, text):
                return Read(fault=fault)
            answers[each.item or ""] = write_value(each.value)  # type: ignore[arg-type] # no fault
            if each.status == "confirm":
                rare = f"rare: {_in_words(each)}"
            if _RANGE.search(text) and item.canonical == "{score}":
                rare = f"{_in_words(each)}, the worse of {quoted(text)}"
        return self._by_unit(Read(answers, rare=rare), item, text, unit, found)

    def _by_unit(
        self, read: Read, item: Item, text: str, unit: str, found: Sequence[LabReading]
    ) -> Read:
        """Tell a unit that neither the cell nor its column names, and one other than the column's.

        Whatever else stands in the cell: what counts is the unit that was read, and who named it.
        """
        values = [each.value for each in found if isinstance(each.value, Quantity)]
        named = self._labs.units_named(text, item.id)
        of_column = self._labs.units_named(f"1 {unit}", item.id) if unit else frozenset()
        if unit and any(each.unit not in named | of_column for each in values):
            return Read(fault=f"{quoted(text)}: is not clear in {unit}: write the number alone")
        first = values[0] if values else None
        if first is None or first.unit in of_column:
            return read
        if first.unit not in named:
            return replace(read, guessed=first.unit)
        same = any(is_same_size(first, first._replace(unit=each), item) for each in of_column)
        is_other = bool(unit) and first.unit != RATIO and not same
        return replace(read, other=f"{first.value} {first.unit}" if is_other else "")


def _fault_of(reading: LabReading, text: str) -> str:
    """Say why a reading cannot be taken; a rare value of one unit can, once it was looked at."""
    is_certain = reading.status == "value" or (
        reading.status == "confirm" and len(reading.choices) <= 1
    )
    if is_certain and isinstance(reading.value, Quantity | Reported | Judgement):
        return ""
    if reading.status in ("ask_unit", "confirm"):
        units = ", ".join(dict.fromkeys(each.unit for each in reading.choices))
        return f"{quoted(text)}: which unit? one of {units}"
    return f"{quoted(text)}: {_WHY.get(reading.why, 'not clear')}"


def _in_words(reading: LabReading) -> str:
    value = reading.value
    sign = value.comparator if isinstance(value, Quantity) and value.comparator != "=" else ""
    return f"{sign}{value.value} {value.unit}" if isinstance(value, Quantity) else ""


def _event_day(item: Item, text: str) -> Read:
    found = _DAY.fullmatch(text.strip())
    parts = [part for part in found.groups() if part] if found else [text.strip()]
    written = "-".join((parts[0], *(f"{int(part):02}" for part in parts[1:])))
    try:
        return Read({item.id: write_value(item.read(written))})
    except ValueError as error:
        return Read(fault=str(error))


def day_in(text: str) -> date | None:
    """Read a whole day with the year first; None for anything else.

    >>> str(day_in("2026年11月2日")), day_in("02/11/2026"), str(day_in("2026-11-02 00:00:00"))
    ('2026-11-02', None, '2026-11-02')
    """
    found = _DAY.fullmatch(text.strip())
    if found is None or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
