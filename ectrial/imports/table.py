"""The rows of a table as subjects with their answers; every fault is told, all at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ectrial.imports.cells import LONGEST_CELL, CellReader, Read, day_in
from ectrial.imports.columns import Column
from ectrial.imports.destination import CodeOf
from ectrial.imports.faults import Fault, NewSubject, quoted
from ectrial.imports.identity import cell_tells_who
from ectrial.record.entries import JSON
from ectrial.vocabulary import Vocabulary

WHO = "may tell who a patient is: take it out of the file"


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that the file's own form keeps from being read, and why."""

    why: str


Cell = str | Unread
Row = tuple[int, Sequence[Cell]]
"""The number of a row as a spreadsheet shows it, and its cells."""


@dataclass(slots=True)
class Table:
    """What a table says: its subjects, what is wrong with it, and what has to be looked at.

    `units` counts for each column the units of numbers that had none.
    """

    subjects: list[NewSubject] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rare: list[Fault] = field(default_factory=list)
    units: dict[str, Counter[str]] = field(default_factory=dict)


class TableReader:
    """Reads rows by their columns; `today` is the last day that a sample may be of."""

    def __init__(
        self,
        columns: Sequence[Column],
        items: Vocabulary,
        cells: CellReader,
        code_of: CodeOf,
        today: date,
    ) -> None:
        self._columns, self._items, self._cells = columns, items, cells
        self._code_of, self._today = code_of, today
        self._found = Table()
        self._rows: dict[str, int] = {}

    def read(self, rows: Iterable[Row]) -> Table:
        """Read all rows; empty ones are passed over."""
        self._found.faults += self._of_columns()
        for number, cells in rows:
            if any(isinstance(cell, Unread) or cell.strip() for cell in cells):
                self._row(number, cells)
        self._found.faults += self._of_units()
        return self._found

    def _of_columns(self) -> Iterator[Fault]:
        for column in self._columns:
            if column.tells_who:
                yield Fault(column.where, f"its title says that it {WHO}")
            # without titles the first subject would be lost in their place
            is_code = column.means == "subject" and not column.is_known
            if is_code and self._code_of(column.title) and any(map(str.isdigit, column.title)):
                what = "its title is a subject's code: the first row must have the titles"
                yield Fault(f"row 1, column {column.place}", what)
            if column.unit and not self._cells.knows_unit(column.item, column.unit):
                units = ", ".join(self._items[column.item].units)
                what = f"{column.item} has no unit {quoted(column.unit)}; one of {units}"
                yield Fault(column.where, what)

    def _row(self, number: int, cells: Sequence[Cell]) -> None:
        where, code = f"row {number}", ""
        answers: dict[str, JSON] = {}
        places: dict[str, str] = {}
        days: dict[str, date] = {}
        for column, cell in zip(self._columns, cells, strict=False):
            place = f"{where}, {column.where}"
            if (text := self._text(cell, place)) is None:
                continue
            match column.means:
                case "subject":
                    code = self._code(text, place, number)
                case "days" | "day":
                    if day := self._day(text, place):
                        days[column.item] = day
                case "item":
                    read = self._answers(column, text, place)
                    self._refuse_another(answers, places, read, place)
                    answers |= read
                    places |= dict.fromkeys(read, place)
                case "nothing":
                    if cell_tells_who(text):
                        self._faults(place, WHO)
        if not any(map(_names_subject, self._columns, cells)):
            self._faults(where, "has no code of a subject")
        dated = self._dated(answers, days)
        self._not_answers(dated, places)
        self._found.subjects.append(NewSubject(code, dated, where))

    def _refuse_another(
        self,
        answers: Mapping[str, JSON],
        places: Mapping[str, str],
        read: Mapping[str, JSON],
        place: str,
    ) -> None:
        """Tell an upper limit beside a value that is another than that of its own column."""
        for item, value in read.items():
            before = answers.get(item, value)
            if not _is_same(before, value):
                self._faults(place, f"{item} is another than in {places[item]}")

    def _text(self, cell: Cell, place: str) -> str | None:
        """Give the text of a cell; None if it is empty, or cannot be read."""
        if isinstance(cell, Unread):
            self._faults(place, cell.why)
        elif len(cell) > LONGEST_CELL:
            self._faults(place, f"longer than {LONGEST_CELL} characters")
        elif cell.strip():
            return cell.strip()
        return None

    def _code(self, text: str, place: str, number: int) -> str:
        code = self._code_of(text)
        if code is None:
            self._faults(place, "not a code as the site writes them; a name is none")
            return ""
        first = self._rows.setdefault(code, number)
        if first != number:
            self._faults(place, f"{code} stands in row {first} as well")
        return code

    def _day(self, text: str, place: str) -> date | None:
        day = day_in(text)
        if day is None:
            self._faults(place, "not a day: write it as 2026-11-20")
        elif day > self._today:
            self._faults(place, "a day to come")
        return day

    def _answers(self, column: Column, text: str, place: str) -> Mapping[str, JSON]:
        read = self._cells.read(column.item, text, column.unit)
        is_number = self._items[column.item].kind == "quantity"
        if read.fault and cell_tells_who(text, is_beside_labs=is_number):
            read = Read(fault=WHO)
        if read.fault:
            self._faults(place, read.fault)
        if read.rare:
            self._found.rare.append(Fault(place, read.rare))
        if read.other:
            what = f"{read.other}, and the column is in {column.unit}"
            self._found.rare.append(Fault(place, what))
        if read.guessed:
            self._found.units.setdefault(column.place, Counter())[read.guessed] += 1
        return read.answers

    def _dated(self, answers: Mapping[str, JSON], days: Mapping[str, date]) -> dict[str, JSON]:
        """Add the days of samples, those of the row where a sample has no column of its own."""
        told: dict[str, JSON] = {}
        for name, value in answers.items():
            day = days.get(name) or (days.get("") if self._items[name].sample else None)
            has_day = day is not None and isinstance(value, dict)
            told[name] = {**value, "date": day.isoformat()} if has_day and day else value
        return told

    def _not_answers(self, answers: Mapping[str, JSON], places: Mapping[str, str]) -> None:
        """Tell by its place what an item does not take: no fault is first found beyond this."""
        for name, answer in answers.items():
            try:
                self._items[name].read(answer)
            except ValueError as error:
                self._faults(places[name], f"{name}: {error}")

    def _of_units(self) -> Iterator[Fault]:
        """Tell columns whose numbers would be read in several units."""
        for column in self._columns:
            units = self._found.units.get(column.place, Counter())
            if len(units) > 1:
                read = ", ".join(f"{unit} ({count})" for unit, count in units.items())
                how = f'--map "{column.title}={column.item} {next(iter(units))}"'
                yield Fault(column.where, f"numbers without a unit, read as {read}; say {how}")

    def _faults(self, where: str, what: str) -> None:
        self._found.faults.append(Fault(where, what))


def _names_subject(column: Column, cell: Cell) -> bool:
    return column.means == "subject" and bool(isinstance(cell, Unread) or cell.strip())


def _is_same(one: JSON, other: JSON) -> bool:
    """Whether two answers are one; 40.0 is 40."""
    both = (one, other)
    if not all(isinstance(each, dict) and "value" in each for each in both):
        return bool(one == other)
    first, second = ({**each, "value": Decimal(each["value"])} for each in both)
    return bool(first == second)
