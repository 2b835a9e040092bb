"""Criteria of all operators of language 3 together: learning more never turns what is settled."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.facts import Facts
from ectrial.item_files import item_of
from ectrial.trial.criterion import Criterion
from tests.ectrial.toy import U

TODAY = date(2026, 11, 30)


def _options(*names: str) -> dict[str, Any]:
    return {name: {"en": name, "zh": name} for name in names}


def _number(unit: str, most: int) -> dict[str, Any]:
    return {"kind": "quantity", "units": {unit: {"base": unit, "hard": [0, most]}}}


YES_NO = {"kind": "boolean"}
LESION: Mapping[str, Mapping[str, Any]] = {
    "organ": {"kind": "choice", "options": _options("liver", "lung", "x"), "several": ["x"]},
    "diameter": _number("cm", 30),
    "proven": YES_NO,
    "seen": {"kind": "date", "absences": ["not_applicable"]},
    "gone": {"kind": "date"},
}


def _named(bodies: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {**body, "name": {"en": name, "zh": name}} for name, body in bodies.items()}


WRITTEN = _named(
    {
        "old": YES_NO,
        "test": {"kind": "choice", "options": _options("a", "b"), "absences": ["not_done"]},
        "sex": {"kind": "choice", "options": _options("male", "female")},
        "age": _number("a", 125),
        "weight": _number("kg", 300),
        "height": _number("cm", 250),
        "creatinine": _number("mg/dL", 100),
        "half_life": _number("d", 1000),
        "dose": {"kind": "date", "absences": ["not_applicable"]},
        "scan": {"kind": "date"},
        "start": {"kind": "date", "future": True},
        "in_all": {**_number("n", 20), "whole": True},
        "most": {**_number("n", 20), "whole": True},
        "size": _number("cm", 30),
        "such": YES_NO,
        "lesions": {"kind": "list", "properties": _named(LESION)},
    }
)
ITEMS = {name: item_of(name, body) for name, body in WRITTEN.items()}
RANGES = {"age": (18, 90), "weight": (40, 90), "height": (140, 190), "creatinine": (1, 3)}
RANGES |= {"half_life": (1, 30), "diameter": (1, 6), "size": (1, 6)}
RANGES |= {"in_all": (1, 5), "most": (1, 4)}
SIGNS = ("at_least", "at_most", "above", "below")
BODY = {"weight": "weight", "height": "height"}
CLEARANCE = {"age": "age", "weight": "weight", "creatinine": "creatinine", "sex": "sex"}


class Author:
    """Writes rules and answers by chance."""

    def __init__(self, chance: Any) -> None:
        self.any, self.upto = chance.choice, chance.randint
        self.named: dict[str, Any] = {}
        self.named["first"] = self.rule(2)
        self.named["second"] = self.rule(2)

    def rule(self, depth: int = 0) -> Any:
        if depth and self.named and not self.upto(0, 9):
            return self.any([*self.named])
        if depth == 3 or self.upto(0, 1):
            return self.any([self.within, self.over_things, self.formula, self.word])()
        inner = [self.rule(depth + 1) for _ in range(3)]
        first, second, third = inner
        return self.any(
            [
                {"all": inner},
                {"any": inner},
                {"not": first},
                {"false_if": first},
                {"implies": {"if": first, "then": second}},
                {"number_of": {"rules": inner, "at_least": self.upto(1, 3)}},
                {"number_of": {"rules": inner, "at_most": self.upto(0, 2)}},
                {"cases": [{"if": first, "then": second}, {"else": third}]},
                {"cases": {"item": "old", "when": {"yes": first}, "otherwise": second}},
                {"cases": {"item": "test", "when": {"a": first, "b": second, "not_done": third}}},
            ]
        )

    def word(self) -> Any:
        test = {"is": {"item": "test", "answer": "a", "not_done": "no"}}
        return self.any([{"is": "old"}, test, {"same_day": ["test", "creatinine", "weight"]}])

    def compared(self, name: str) -> Any:
        unit = next(iter((LESION.get(name) or WRITTEN[name])["units"]))
        return {self.any(SIGNS): {"item": name, "limit": self.upto(1, 5), "unit": unit}}

    def length(self) -> Any:
        plain = {self.any(["days", "weeks"]): self.upto(1, 9)}
        multiple = {"times": self.any(["1", "2.5"]), "of": "half_life"}
        return self.any([plain, {"months": self.upto(1, 3)}, multiple, [plain, multiple]])

    def within(self) -> Any:
        item = self.any(["dose", "scan", "start"])
        anchor = self.any([n for n in ("today", "scan", "start", "screening") if n != item])
        side, end = self.any(["before", "after"]), self.any(["at_least", "at_most"])
        none = {"none": self.any(["yes", "no"])} if item == "dose" else {}
        return {"within": {"item": item, side: anchor, end: self.length(), **none}}

    def formula(self) -> Any:
        limit = self.any(SIGNS)
        of = {**CLEARANCE, "height": "height"}
        weight = self.any(["actual", "ideal", "adjusted"])
        of = CLEARANCE if weight == "actual" else of
        clearance = {"name": "cockcroft_gault", "of": of, "unit": "mL/min", "weight": weight}
        bmi = {"name": "bmi", "of": BODY, "unit": "kg/m2", limit: self.upto(15, 35)}
        area = {"name": "bsa_mosteller", "of": BODY, "unit": "m2", limit: "1.7"}
        return {"formula": self.any([{**clearance, limit: self.upto(30, 120)}, bmi, area])}

    def over_things(self) -> Any:
        meant = self.any([{}, {"where": self.of_thing()}])
        of = {"things": "lesions", **meant, **self.any([{}, {"number": "in_all"}])}
        total = self.any(["total", None])
        told = {} if total is None else {total: "most"}
        size_told, such = ({total: name} if told else {} for name in ("size", "such"))
        of_all = {"things": "lesions", **({"total": "in_all"} if told else {})}
        bound = {self.any(["at_least", "at_most"]): self.upto(1, 3)}
        size = {"of": "diameter", "unit": "cm", self.any(SIGNS): self.upto(1, 5)}
        return self.any(
            [
                {"count": {**of_all, **bound}},
                {"count": {**of, "where": self.of_thing(), **told, **bound}},
                {self.any(["groups", "most_in_group"]): {**of, **told, **bound, "by": "organ"}},
                {self.any(["each", "some"]): {**of, **such, "that": self.of_thing()}},
                {"largest": {**of, **size_told, **size}},
            ]
        )

    def of_thing(self) -> Any:
        organ = {"is": {"item": "organ", "answer": self.any(["liver", "x"])}}
        anchor, side = self.any(["today", "gone"]), self.any(["before", "after"])
        span = {"at_most": {"days": self.upto(1, 60)}}
        seen = {"within": {"item": "seen", side: anchor, **span, "none": "no"}}
        gone = {"not": {"within": {"item": "gone", side: "screening", **span}}}
        return self.any([{"is": "proven"}, organ, self.compared("diameter"), seen, gone])

    def number(self, name: str, near: Any = None) -> Any:
        """A number or a range; beside a range that is known, an exact number within it."""
        low, high = RANGES[name]
        unit = next(iter((LESION.get(name) or WRITTEN[name])["units"]))
        half = 1 if WRITTEN.get(name, {}).get("whole") else 2
        value = Decimal(self.upto(half * low, half * high)) / half
        sign = self.any(["=", "<", "<=", ">", ">="]) if near is None else "="
        if near is not None:
            end = Decimal(near["value"])
            step = Decimal(self.upto(0 if "=" in near["comparator"] else 1, 5)) / half
            least = Decimal(0) if half == 1 else Decimal("0.5")
            value = max(end + (step if ">" in near["comparator"] else -step), least)
        return {"value": str(value), "unit": unit, "comparator": sign}

    def answer(self, name: str) -> Any:
        kind = WRITTEN[name]["kind"]
        if kind == "quantity":
            return self.number(name)
        if kind == "date":
            return self.day(90 if name == "start" else 0)
        if kind == "list":
            things = [self.thing({}) for _ in range(self.upto(0, 3))]
            return {"things": things, "complete": self.any(["yes", "no", "unknown"])}
        return self.any(["yes", "no"] if kind == "boolean" else [*WRITTEN[name]["options"]])

    def day(self, latest: int = 0) -> str:
        return str(TODAY + timedelta(self.upto(-90, latest)))[: self.any([4, 7, 10])]

    def exact(self, known: str, latest: int = 0) -> str:
        """A day of the month or the year that is known."""
        days = (str(TODAY - timedelta(n)) for n in range(-latest, 334))
        return self.any([day for day in days if day.startswith(known)] or [known])

    def thing(self, known: Mapping[str, Any]) -> Any:
        found = {"organ": self.any(["liver", "lung", "x"]), "proven": self.any(["yes", "no"])}
        found["diameter"] = {"value": str(self.upto(1, 6)), "unit": "cm"}
        found |= {name: self.day() for name in ("seen", "gone")}
        known = {n: self.exact(v) if n in ("seen", "gone") else v for n, v in known.items()}
        return {**{n: v for n, v in found.items() if self.upto(0, 1)}, **known}

    def learned(self, name: str, known: Any) -> Any:
        """An answer that says more than the one that is known, and nothing else."""
        kind = WRITTEN[name]["kind"]
        if known is None:
            return self.answer(name)
        if kind == "quantity" and known["comparator"] != "=":
            return self.number(name, known)
        if kind == "date":
            return self.exact(known, 90 if name == "start" else 0)
        if kind == "list":
            things, complete = [*map(self.thing, known["things"])], known["complete"]
            if complete == "yes":
                return {"things": things, "complete": complete}
            more = [self.thing({}) for _ in range(self.upto(1, 2))]
            return {"things": [*things, *more], "complete": self.any(["yes", "no", "unknown"])}
        return known


@pytest.mark.parametrize("category", ["inclusion", "exclusion"])
@given(st.randoms(use_true_random=True))
def test_learning_more_never_turns_what_a_criterion_settled(category: Any, chance: Any) -> None:
    """A number, a day, a lesion, a property of one, or an item that was not known."""
    author = Author(chance)
    written = {"id": f"{category[:4].upper()}01", "category": category, "verbatim": "x"}
    written |= {"title": {"en": "x", "zh": "x"}, "rule": author.rule()}
    written |= author.any([{}, {"applies_to": author.rule(1)}])
    context = {"vocabulary": ITEMS, "language": 3, "rules": author.named}
    criterion = Criterion.model_validate(written, context=context)
    names = [item.id for item in criterion.items]
    answers = {name: author.answer(name) for name in names if author.upto(0, 2)}
    answered = {name: TODAY - timedelta(author.upto(0, 1)) for name in names}
    was = U
    for _ in range(12):
        read = {name: ITEMS[name].read(answer) for name, answer in answers.items()}
        days = {"today": TODAY, "screening": TODAY - timedelta(9)}
        facts = Facts(read, days=days, answered=answered)
        truth = criterion.decides.holds(facts, criterion.favours)

        if criterion.clashing(facts):
            return  # what contradicts settles nothing: one of the answers is not true
        assert was in (U, truth)
        if read.keys().isdisjoint(criterion.unasked.looks_at):
            assert truth is criterion.unasked.truth
        was, learned = truth, author.any(names)
        answers[learned] = author.learned(learned, answers.get(learned))
