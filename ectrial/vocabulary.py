"""The vocabulary: items that a subject is asked about, with units, ranges and names."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ectrial.event_days import read_event_day
from ectrial.facts import Absence, Choices, Facts, Judgement, Value
from ectrial.item_names import Name, Names, UnitBand
from ectrial.json_values import LARGEST, is_usable, read_decimal, read_reported, with_extras
from ectrial.nearest import instead_of
from ectrial.options import Option, refuse_confused
from ectrial.quantity import Interval, Quantity, Unit
from ectrial.text import Text
from ectrial.things import read_things

RATIO = "xULN"
_VALUE_AND_UNIT = 2
_OF_THINGS = ("boolean", "choice", "quantity", "date")
_OF_ITEMS = {"formerly", "asked_when", "applies_when", "uln"}
"""What speaks of an item among others, and would do nothing at a property."""
ItemKind = Literal["boolean", "choice", "multichoice", "quantity", "method", "date", "list"]


class Item(BaseModel):
    """One fact that can be known about a subject, and how its answer is written.

    `options` are the answers of a choice. `whole`: only whole numbers, as for scores and cycles.
    `uln` is the item with the upper limit of normal. `optional`: recorded if reported, but never
    asked for. `applies_when`: items and answers that contradict `not_applicable`. `asked_when`:
    items and the answers without which nobody is asked for it, nor told it is open. `nullable`:
    null in a facts file means "not asked". `yes` and `no` are the answers that these two buttons
    give, such as positive and negative. `bare`: the units of numbers typed without one.
    `refused_units`, as typed, show that another thing was measured. `sample`: measured in a
    sample, whose day is kept with the number. `example` shows how to type its number. `resolve`
    says where an open answer is found. `reports` are results given as a word. `future`: a date
    that may lie ahead. `properties` are those of each thing of a list. `several` are options of a
    property that may stand for several groups, such as another organ. `offers` are numbers of
    buttons, in the first unit of a property. `formerly` are ids that it had in earlier versions:
    what is recorded under one of them is read as its answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    id: str = Field(min_length=1)
    kind: ItemKind
    name: Text
    formerly: tuple[str, ...] = ()
    options: Mapping[Name, Option] = {}
    units: Mapping[Name, Unit] = {}
    whole: bool = False
    uln: str | None = None
    optional: bool = False
    sample: bool = False
    absences: tuple[Absence, ...] = (Absence.UNKNOWN,)
    applies_when: Mapping[str, str] = {}
    asked_when: Mapping[str, str] = {}
    nullable: bool = False
    yes: str = "yes"
    no: str = "no"
    bare: tuple[UnitBand, ...] = ()
    names: Names = Names()
    refused_units: tuple[Name, ...] = ()
    resolve: Text | None = None
    reports: Mapping[Literal["not_detected"], Text] = {}
    example: Text | None = None
    future: bool = False
    properties: Mapping[str, "Item"] = {}
    several: tuple[str, ...] = ()
    offers: tuple[Decimal, ...] = ()

    @field_validator("properties", mode="before")
    @classmethod
    def _named(cls, written: Any) -> Any:
        """Give each property its name as its id."""
        if not isinstance(written, dict):
            return written
        return {n: {"id": n, **b} if isinstance(b, dict) else b for n, b in written.items()}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind in ("choice", "multichoice", "method") and not self.options:
            raise ValueError("a choice needs options: {name: {en: …, zh: …}, …}")
        if (self.kind == "list") != bool(self.properties):
            raise ValueError("a list has properties: {organ: {kind: choice, …}, …}, others none")
        if odd := [n for n, each in self.properties.items() if each.kind not in _OF_THINGS]:
            raise ValueError(f"property {odd[0]!r} must be one of {', '.join(_OF_THINGS)}")
        if self.kind == "quantity" and not self.units:
            raise ValueError("a quantity needs units: {mg/L: {base: mg/L, hard: [0, 100]}}")
        if self.future and self.kind != "date":
            raise ValueError("'future' belongs to a date: leave it out, or write kind: date")
        for code, unit in self.units.items():
            if unit.base not in self.units:
                said = f"the base {unit.base!r} of {code!r} is not among the units"
                raise ValueError(f"{said}{instead_of(unit.base, self.units)}")
        bare_units = {unit for bare in self.bare for unit in (bare.unit, *bare.others)}
        if foreign := sorted(bare_units - set(self.units)):
            said = f"a bare number has no unit {foreign[0]!r}"
            raise ValueError(f"{said}{instead_of(foreign[0], self.units)}")
        return self

    @model_validator(mode="after")
    def _names_its_own_answers(self) -> Self:
        buttons = self.model_fields_set & {"yes", "no"} if self.options else ()
        for field, each in [(name, getattr(self, name)) for name in sorted(buttons)]:
            if each not in self.options:
                said = f"{field}: not one of its options: {each!r}"
                raise ValueError(f"{said}{instead_of(each, self.options)}")
        if foreign := [option for option in self.several if option not in self.options]:
            said = f"several: not one of its options: {foreign[0]!r}"
            raise ValueError(f"{said}{instead_of(foreign[0], self.options)}")
        return self

    @model_validator(mode="after")
    def _known_by_its_ids(self) -> Self:
        refuse_confused(self.id, self.formerly, self.options)
        for name, each in self.properties.items():
            odd = _OF_ITEMS & each.model_fields_set or {"formerly" for _ in each.renamed}
            for field in sorted(odd):
                raise ValueError(f"property {name!r}: {field!r} belongs to an item: leave it out")
        return self

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def canonical(self) -> str:
        """The unit in which the item's limits are written: the first unit of its list."""
        return next(iter(self.units))

    def interval(self, quantity: Quantity) -> Interval:
        """All values, in the base of its unit, that a quantity of this item may stand for."""
        return self.units[quantity.unit].interval(quantity, whole=self.whole)

    def interval_in(self, facts: Facts, quantity: Quantity) -> Interval:
        """Give the interval of `quantity`, which must be these facts' number; computed once."""
        known = facts.intervals.get(self.id)
        if known is None:
            known = facts.intervals[self.id] = self.interval(quantity)
        return known

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The option that each former id of an option stands for."""
        return {old: new for new, each in self.options.items() for old in each.formerly}

    @cached_property
    def words(self) -> Mapping[str, Value]:
        """The value of each word that is an answer to the item."""
        words: dict[str, Value] = {str(absence): absence for absence in self.absences}
        if self.kind == "quantity":
            words |= {str(judgement): judgement for judgement in Judgement}
        elif self.kind not in ("multichoice", "date", "list"):
            words |= {option: option for option in self.options or ("yes", "no")}
        return words

    def read(self, raw: object) -> Value:
        """Read an answer of a facts file or of the record; ValueError says what is wrong."""
        if isinstance(raw, str) and (word := self.words.get(raw)) is not None:
            return word
        if isinstance(raw, dict) and self.kind == "quantity" and "result" not in raw:
            return self._read_quantity(raw)
        if isinstance(raw, str) and raw in self.renamed and self.kind != "multichoice":
            return self.renamed[raw]
        if self.kind == "date":
            return read_event_day(raw)
        if self.kind == "list" and isinstance(raw, dict):
            return read_things(raw, {name: each.read for name, each in self.properties.items()})
        if isinstance(raw, dict) and "result" in raw:
            return read_reported(raw, self.reports)
        if isinstance(raw, list) and self.kind == "multichoice":
            return self._read_list(raw)
        raise ValueError(f"not an answer to it: {raw!r}")

    def answer_of_preset(self, raw: object) -> Value:
        """Read what a button sets; ValueError says also how it is written."""
        try:
            return self.read(raw)
        except ValueError as error:
            number = f'{{value: 1, unit: "{self.canonical}"}}' if self.units else ""
            form = number or ", ".join(self.options or self.words)
            raise ValueError(f"a preset sets {self.id}: {error}; write {form}") from None

    def _read_list(self, ticked: list[Any]) -> Choices:
        now = self.renamed
        named = [now.get(each, each) if isinstance(each, str) else each for each in ticked]
        for option in named:
            if not isinstance(option, str) or option not in self.options:
                raise ValueError(f"not one of its options: {option!r}")
        return Choices(named)

    @cached_property
    def _range_alone(self) -> Mapping[str, tuple[Decimal, Decimal]]:
        """Hard ranges by unit, if no other check is needed: not for whole numbers and log10."""
        units = {} if self.whole else self.units
        return {code: unit.hard for code, unit in units.items() if unit.hard and not unit.log10}

    def _read_quantity(self, raw: dict[str, Any]) -> Quantity:
        code, number = raw.get("unit"), raw.get("value")
        if not isinstance(code, str) or code not in self.units:
            raise ValueError(f"unknown unit {code!r}")
        if len(raw) == _VALUE_AND_UNIT and (bounds := self._range_alone.get(code)) is not None:
            exact = Decimal(number) if type(number) is int else number
            if isinstance(exact, Decimal) and bounds[0] <= exact <= bounds[1] and is_usable(exact):
                return Quantity(exact, code)
        unit = self.units[code]
        value = read_decimal(raw.get("value"), places=2 if unit.log10 else 0)
        quantity = Quantity(value, code)
        if len(raw) != _VALUE_AND_UNIT:
            quantity = with_extras(quantity, raw)
        if self.whole and value != value.to_integral_value():
            raise ValueError(f"{value} {code} is no whole number")
        if not self.is_possible(quantity):
            raise ValueError(f"{value} {code} is outside the possible range")
        return quantity

    def is_possible(self, quantity: Quantity) -> bool:
        """Whether the number is in its hard range (docs/criteria.md §2.2), and whole if needed."""
        value = quantity.value
        if self.whole and value != value.to_integral_value():
            return False
        if quantity.comparator == "<" and not value:
            return False
        unit = self.units[quantity.unit]
        if unit.log10 and value > LARGEST.adjusted():
            return False  # checked first, as computing its power could take forever
        own = unit.hard
        return own[0] <= value <= own[1] if own else self._inside("hard", quantity)

    def is_plausible(self, quantity: Quantity) -> bool:
        """Whether the number lies in its soft range; otherwise the coordinator must confirm it."""
        return self._inside("soft", quantity)

    def _inside(self, which: Literal["soft", "hard"], quantity: Quantity) -> bool:
        unit = self.units[quantity.unit]
        own = unit.hard if which == "hard" else unit.soft
        if own is not None:
            return own[0] <= quantity.value <= own[1]
        base = self.units[unit.base]
        limits = base.hard if which == "hard" else base.soft
        if limits is None:
            return True
        exact = unit.interval(quantity._replace(comparator="="))
        return exact.low <= limits[1] and limits[0] <= (exact.high or exact.low)


Vocabulary = Mapping[str, Item]
