"""What rules demand of one number at once, to find demands that no value meets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ectrial.quantity import Number
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.language import Rule
from ectrial.rules.logic import All, AnyOf, Not
from ectrial.rules.ranges import Between
from ectrial.truth import FALSE, TRUE, Truth, negate


class Demand(NamedTuple):
    """One end of what a number may be, as the comparison `kind` with it; `number` as written."""

    item: str
    base: str
    kind: type[AtLeast] | type[AtMost] | type[Above] | type[Below]
    end: Number
    number: str

    def __str__(self) -> str:
        return f"{self.kind.symbol} {self.number}"


_LOW, _STRICT = (AtLeast, Above), (Above, Below)
_OPPOSITE: Mapping[type[Rule], Any] = {
    AtLeast: Below,
    Below: AtLeast,
    AtMost: Above,
    Above: AtMost,
}


def demanded(rule: Rule, truth: Truth) -> Iterator[Demand]:
    """Give what must be so for a rule to have this truth, and not what is one way to it."""
    match rule:
        case Not():
            yield from demanded(rule.rule, negate(truth))
        case All() if truth is TRUE:
            for each in rule.rules:
                yield from demanded(each, TRUE)
        case AnyOf() if truth is FALSE:
            for each in rule.rules:
                yield from demanded(each, FALSE)
        case Between() if truth is TRUE:
            name, base, unit = rule.item.id, rule.item.units[rule.unit].base, rule.unit
            low, high = rule.ends
            yield Demand(name, base, AtLeast, low.low, f"{rule.low} {unit}")
            yield Demand(name, base, AtMost, high.low, f"{rule.high} {unit}")
        case AtLeast() | AtMost() | Above() | Below() if rule.limit is not None:
            kind = type(rule) if truth is TRUE else _OPPOSITE[type(rule)]
            base, number = rule.item.units[rule.unit or ""].base, f"{rule.limit} {rule.unit}"
            yield Demand(rule.item.id, base, kind, rule.bounds[0].low, number)


def clash(demands: Iterable[Demand]) -> tuple[Demand, Demand] | None:
    """Give two demands that no value meets both, the later one last; None if there are none."""
    before: list[Demand] = []
    for demand in demands:
        for other in before:
            if _exclude(demand, other) or _exclude(other, demand):
                return other, demand
        before.append(demand)
    return None


def _exclude(low: Demand, high: Demand) -> bool:
    if (low.item, low.base) != (high.item, high.base):
        return False
    if low.kind not in _LOW or high.kind in _LOW:
        return False
    strict = low.kind in _STRICT or high.kind in _STRICT
    return low.end > high.end or (strict and low.end == high.end)
