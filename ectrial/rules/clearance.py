"""Creatinine clearance estimated by Cockcroft and Gault, if the person asks for it (R09).

CrCl (mL/min) = (140 - age) x weight (kg) x (0.85 if female) / (72 x creatinine mg/dL), with the
actual body weight and exact constants (docs/criteria.md INCL06; 1 mg/dL = 88.4 umol/L).
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Self

from pydantic import ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.quantity import Interval, at_most, point
from ectrial.rules.language import FROZEN, AnyItem, Rule
from ectrial.rules.reach import reachable
from ectrial.rules.upper_limits import fits_beside
from ectrial.truth import UNKNOWN, Truth, negate
from ectrial.vocabulary import RATIO, Item

_UMOL_PER_MG_DL = Fraction("88.4")
_SEX_FACTORS = {"male": Fraction(1), "female": Fraction("0.85")}
_IDEAL_KG = {"male": Fraction(50), "female": Fraction("45.5")}
_KG_PER_CM_OVER_152_4 = Fraction("0.906")
_EDGE = 1


class Body(NamedTuple):
    """The operands of the formula: age in completed years, weight in kg, creatinine in umol/L.

    `sexes` has both sexes while the sex is unknown.
    """

    age: Fraction
    weight: Fraction
    creatinine: Fraction
    sexes: tuple[str, ...]

    def clearance(self, weight: Fraction | None = None) -> Interval:
        """Give the estimate in mL/min; an interval for both sexes while the sex is unknown."""
        kilograms = self.weight if weight is None else weight
        base = (140 - self.age) * kilograms * _UMOL_PER_MG_DL / (72 * self.creatinine)
        estimates = [base * _SEX_FACTORS[sex] for sex in self.sexes]
        return Interval(min(estimates), max(estimates))

    def adjusted_weight(self, height_cm: Fraction) -> Fraction | None:
        """Give IBW + 0.4 x (weight - IBW) in kg above 130 % of the ideal weight IBW, else None."""
        ideals = [
            _IDEAL_KG[sex] + _KG_PER_CM_OVER_152_4 * (height_cm - Fraction("152.4"))
            for sex in self.sexes
        ]
        ideal = min(ideals)
        if self.weight * 10 <= ideal * 13:
            return None
        return ideal + Fraction("0.4") * (self.weight - ideal)


@dataclass(frozen=True, config=FROZEN)
class CockcroftGault(Rule):
    """The estimate is strictly above `above` mL/min; UNKNOWN unless an estimate was asked for."""

    operator = "cockcroft_gault"
    above: Decimal
    method: AnyItem
    clearance: AnyItem
    creatinine: AnyItem
    creatinine_uln: AnyItem
    age: AnyItem
    sex: AnyItem
    weight: AnyItem
    height: AnyItem

    @model_validator(mode="after")
    def _own_limit(self, info: ValidationInfo) -> Self:
        fits_beside(self.creatinine, self.creatinine_uln, info)
        reachable(self.clearance, self.clearance.canonical, self.above)
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        body = self.body(facts)
        if body is None:
            return UNKNOWN
        return negate(at_most(body.clearance(), point(Fraction(self.above))))

    def is_asked(self, facts: Facts) -> bool:
        """Whether an estimate was asked for, because no clearance was measured."""
        return facts.is_stated(self.method.id) and not facts.is_stated(self.clearance.id)

    def body(self, facts: Facts) -> Body | None:
        """Give the operands of the formula, if the estimate was asked for and all are known."""
        if not self.is_asked(facts):
            return None
        age, weight = self._exact(self.age, facts), self._exact(self.weight, facts)
        creatinine = self._creatinine(facts)
        if age is None or not weight or not creatinine:
            return None
        sex = facts.items.get(self.sex.id)
        sexes = (str(sex),) if sex in _SEX_FACTORS else tuple(_SEX_FACTORS)
        return Body(Fraction(age // 1), weight, creatinine, sexes)

    def is_at_the_edge(self, facts: Facts) -> bool:
        """Whether to advise a measured clearance.

        This is so within 1 mL/min of the bound, or if the adjusted weight would give less than it.
        """
        body = self.body(facts)
        if body is None:
            return False
        low, high, *_ = body.clearance()
        ends = (Fraction(low), Fraction(high or low))
        if any(abs(end - Fraction(self.above)) <= _EDGE for end in ends):
            return True
        height = self._exact(self.height, facts)
        adjusted = body.adjusted_weight(height) if height else None
        return adjusted is not None and body.clearance(adjusted).low <= Fraction(self.above)

    def _creatinine(self, facts: Facts) -> Fraction | None:
        quantity = facts.quantity(self.creatinine.id)
        value = self._exact(self.creatinine, facts)
        if quantity is None or value is None or quantity.unit != RATIO:
            return value
        limit = self._exact(self.creatinine_uln, facts)
        return value * limit if limit else None

    def _exact(self, item: Item, facts: Facts) -> Fraction | None:
        quantity = facts.quantity(item.id)
        if quantity is None or quantity.comparator != "=":
            return None
        return Fraction(item.interval(quantity).low)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if not self.is_asked(facts) or self.holds(facts, meets) is not UNKNOWN:
            return
        if self._creatinine(facts) is None:
            yield self.creatinine
        for item in (self.age, self.weight):
            if self._exact(item, facts) is None:
                yield item
        if facts.items.get(self.sex.id) not in _SEX_FACTORS:
            yield self.sex

    def items(self) -> Iterator[Item]:
        yield from (self.method, self.creatinine, self.age, self.weight, self.sex)
