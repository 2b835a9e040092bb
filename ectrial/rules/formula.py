"""The operator `formula`: an exact result of a formula, compared with one limit.

An operand that is known as a range (`<44`), or a sex that is not known, gives a range of results.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, Self, get_args

from pydantic import Field, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.nearest import instead_of, unknown
from ectrial.quantity import Interval, Number
from ectrial.rules.formulas import BASES, FORMULAS, UP, Formula, Sex, Weight
from ectrial.rules.language import FROZEN, AnyItem, Rule
from ectrial.rules.radicals import Root, Roots
from ectrial.truth import UNKNOWN, Truth, all_of, any_of, negate
from ectrial.vocabulary import Item

_SEX = "sex"
_SEXES: tuple[Sex, ...] = ("male", "female")
Sign = Literal["at_least", "at_most", "above", "below"]
_BELOW_ALL = Root(Fraction(-1))
_COMPARISONS: tuple[Sign, ...] = get_args(Sign)


class _End(NamedTuple):
    """One end of what an operand may be; no value is without bound."""

    value: Fraction | None
    is_open: bool


@dataclass(frozen=True, config=FROZEN)
class Computed(Rule):
    """The result of a formula reaches a limit in `unit`; UNKNOWN without all of its operands.

    `weight` chooses the weight of cockcroft_gault: actual, adjusted or ideal, which is never more
    than the actual one and needs the height. A multiple of an upper limit is no number for it.
    """

    operator = "formula"
    language = 3
    name: str
    of: Mapping[str, AnyItem]
    unit: str = "1"
    weight: Weight = "actual"
    at_least: Decimal | None = Field(default=None, ge=0)
    at_most: Decimal | None = Field(default=None, ge=0)
    above: Decimal | None = Field(default=None, ge=0)
    below: Decimal | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _fits(self, info: ValidationInfo) -> Self:
        if self.name not in FORMULAS:
            raise ValueError(unknown("formula", self.name, FORMULAS))
        units = [each.unit for each in FORMULAS[self.name]]
        if self.unit not in units:
            near = instead_of(self.unit, units)
            raise ValueError(f"{self.unit!r} is no unit of {self.name}{near}")
        given = [each for each in _COMPARISONS if getattr(self, each) is not None]
        if len(given) != 1:
            raise ValueError(f"give one limit: {' or '.join(_COMPARISONS)}")
        if self.weight != "actual" and self.name != "cockcroft_gault":
            raise ValueError(f"{self.name} has no choice of weight: leave it out")
        _operands_fit(self.name, self.operands, self.of)
        return self

    @property
    def formula(self) -> Formula:
        """The formula with a result in this unit."""
        return next(each for each in FORMULAS[self.name] if each.unit == self.unit)

    @property
    def operands(self) -> tuple[str, ...]:
        """The names of the operands that it needs, the sex last."""
        names = list(self.formula.operands)
        if self.weight != "actual":
            names.append("height")
        return (*names, *([_SEX] if self.formula.needs_sex else []))

    @property
    def sign(self) -> Sign:
        """The comparison that stands in the rule."""
        return next(each for each in _COMPARISONS if getattr(self, each) is not None)

    @property
    def limit(self) -> Fraction:
        """The limit of the comparison, in the unit of the result."""
        return Fraction(getattr(self, self.sign))

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        truths = [self._compare(each) for each in self.results(facts)]
        if not truths:
            return UNKNOWN
        worst, best = all_of(truths), any_of(truths)
        return worst if worst is best else UNKNOWN

    def _compare(self, result: Roots) -> Truth:
        match self.sign:
            case "at_most":
                return result.at_most(self.limit)
            case "above":
                return negate(result.at_most(self.limit))
            case "below":
                return result.below(self.limit)
            case _:
                return negate(result.below(self.limit))

    def results(self, facts: Facts) -> tuple[Roots, ...]:
        """Give what the result may be, for each sex that the subject may have; perhaps nothing."""
        ranges = {name: self._range(name, facts) for name in self.operands if name != _SEX}
        if any(each is None for each in ranges.values()):
            return ()
        known = {name: each for name, each in ranges.items() if each is not None}
        found = [self._result(known, sex) for sex in self._sexes(facts)]
        return tuple(each for each in found if each is not None) if None not in found else ()

    def _sexes(self, facts: Facts) -> tuple[Sex, ...]:
        if not self.formula.needs_sex:
            return _SEXES[:1]
        answer = facts.items.get(self.of[_SEX].id)
        return tuple(sex for sex in _SEXES if sex == answer) or _SEXES

    def _result(self, ranges: Mapping[str, Interval], sex: Sex) -> Roots | None:
        low, high = (self._end(ranges, sex, upper=upper) for upper in (False, True))
        if low is None or low[0] is None or high is None:
            return None
        return Roots(low[0], high[0], low[1], high[1])

    def _end(
        self, ranges: Mapping[str, Interval], sex: Sex, *, upper: bool
    ) -> tuple[Root | None, bool] | None:
        """Give the lowest or highest result; a root of None is without bound, None meaningless."""
        ends = {name: self._end_of(name, each, upper=upper) for name, each in ranges.items()}
        values = {name: end.value for name, end in ends.items() if end.value is not None}
        grows = {name: self._grows(name) for name in ranges}
        if any(values.get(name) == 0 and not grows[name] for name in ranges) or (
            upper and any(name not in values and grows[name] for name in ranges)
        ):
            return (None, True)
        # where it grows down without bound, only whether it means anything is left to be asked
        assumed = dict.fromkeys(ranges, Fraction(1))
        root = self.formula.compute({**assumed, **values}, sex, self.weight)
        if root is not None and len(values) < len(ranges):
            return (_BELOW_ALL, True)
        return None if root is None else (root, self._leaves_out(root, ends))

    def _leaves_out(self, root: Root, ends: Mapping[str, _End]) -> bool:
        """Whether no operands give the end itself: one is never at its end, and each one counts.

        Nothing counts beside a factor of 0; of two weights only the lesser does.
        """
        is_open = any(end.is_open for end in ends.values())
        return is_open and root.power != 0 and self.weight == "actual"

    def _end_of(self, name: str, values: Interval, *, upper: bool) -> _End:
        if name == "age":
            return _End(_years(values, youngest=upper), is_open=False)
        if self._grows(name) is upper:
            return _End(_exact(values.high), values.high_open)
        return _End(_exact(values.low), values.low_open)

    def _grows(self, name: str) -> bool:
        return self.formula.operands.get(name, UP) == UP

    def _range(self, name: str, facts: Facts) -> Interval | None:
        """Give what an operand may be, in the unit that formulas compute with."""
        item = self.of[name]
        quantity = facts.quantity(item.id)
        if quantity is None:
            return None
        base = item.units[quantity.unit].base
        factor = BASES[name].get(base) if name in BASES else Fraction(1)
        if factor is None or (name not in BASES and base != self._base(facts)):
            return None
        return item.interval(quantity).times(factor)

    def _base(self, facts: Facts) -> str | None:
        """Give the base unit that both numbers of a ratio have, if it is one and a unit."""
        quantities = [(item, facts.quantity(item.id)) for item in self.of.values()]
        bases = {item.units[each.unit].base for item, each in quantities if each is not None}
        return bases.pop() if len(bases) == 1 and bases != {"xULN"} else None

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield from self.missing(facts)

    def missing(self, facts: Facts) -> Iterator[Item]:
        """Give the operands that are not known exactly."""
        for name in self.operands:
            item, quantity = self.of[name], facts.quantity(self.of[name].id)
            if name == _SEX:
                if facts.items.get(item.id) not in _SEXES:
                    yield item
            elif quantity is None or quantity.comparator != "=" or not self._range(name, facts):
                yield item

    def items(self) -> Iterator[Item]:
        for name in self.operands:
            yield self.of[name]


def _exact(value: Number | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _years(age: Interval, *, youngest: bool) -> Fraction | None:
    """Give the least or the greatest number of completed years; below 65 that is 64."""
    if youngest:
        return Fraction(Fraction(age.low) // 1)
    if age.high is None:
        return None
    return Fraction(-(-Fraction(age.high) // 1) - 1 if age.high_open else Fraction(age.high) // 1)


def _operands_fit(name: str, operands: tuple[str, ...], of: Mapping[str, Item]) -> None:
    """Refuse operands that are missing, foreign, or in no unit that the formula knows."""
    if missing := [each for each in operands if each not in of]:
        raise ValueError(f"{name} needs {missing[0]}: add it to of, such as {missing[0]}: an item")
    if foreign := [each for each in of if each not in operands]:
        raise ValueError(f"{name} does not use {foreign[0]}{instead_of(foreign[0], operands)}")
    for each, item in of.items():
        bases = {unit.base for unit in item.units.values()}
        if each == _SEX:
            if not set(_SEXES) <= set(item.options):
                raise ValueError(f"{item.id} has no options male and female: it is no sex")
        elif not bases:
            raise ValueError(f"{item.id} is no number: {name} computes with one as {each}")
        elif each in BASES and not bases & BASES[each].keys():
            known = ", ".join(BASES[each])
            raise ValueError(f"{item.id} is in no unit of {each}: write an item in {known}")
