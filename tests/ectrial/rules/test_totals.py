"""A list and what is told beside it, held to every complete list that fits all of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts, Judgement
from ectrial.item_files import item_of
from ectrial.rules.language import RuleOfCriterion
from ectrial.rules.over_things import OverThings
from ectrial.truth import Truth, truth_of
from tests.ectrial.rules.test_of_things import LESIONS, listed
from tests.ectrial.toy import F, T, U
from tests.tables import of_each

NAME = {"en": "x", "zh": "x"}
WHOLE = {"kind": "quantity", "whole": True, "units": {"n": {"base": "n"}}}
SIZE = {"kind": "quantity", "name": NAME, "units": {"cm": {"base": "cm"}, "mm": {"base": "mm"}}}
ITEMS = {
    "lesions": LESIONS,
    "number": item_of("number", {**WHOLE, "name": {"en": "In all", "zh": "x"}}),
    "most": item_of("most", {**WHOLE, "name": NAME}),
    "size": item_of("size", {**SIZE, "units": dict(LESIONS.properties["diameter"].units)}),
    "any": item_of("any", {"kind": "boolean", "name": NAME}),
}
MORE = 4
"""Things that may be missing: more than any number below."""
ORGANS = ("liver", "lung", "other 1", "other 2", "other 3", "other 4")
DOMAINS: Mapping[str, Sequence[Any]] = {
    "organ": ORGANS,
    "side": ("left", "right"),
    "diameter": (Decimal(4), Decimal("6.1")),
    "proven": ("yes", "no"),
}
WRITTEN = {
    Decimal(4): {"value": "40", "unit": "mm"},
    Decimal("6.1"): {"value": "6.1", "unit": "cm"},
}
Thing = Mapping[str, Any]
Measure = Callable[[Sequence[Thing]], Any]
SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": lambda value, end: bool(value == end),
    "<": lambda value, end: bool(value < end),
    ">": lambda value, end: bool(value > end),
    "<=": lambda value, end: bool(value <= end),
    ">=": lambda value, end: bool(value >= end),
}
NUMBERS = st.one_of(
    st.builds(lambda n, sign: (Decimal(n), sign), st.integers(0, 3), st.sampled_from([*SIGNS])),
    st.just((Decimal(2), "=")),
).filter(lambda told: told not in [(Decimal(3), ">"), (Decimal(0), "<")])
SIZES = st.sampled_from([(Decimal(4), "="), (Decimal("6.1"), "="), (Decimal(5), "<")])
SIZES |= st.sampled_from([(Decimal(4), ">="), (Decimal(5), ">"), (Decimal("6.1"), "<=")])


def rule(written: Any) -> OverThings:
    return TypeAdapter[OverThings](RuleOfCriterion).validate_python(
        written, context={"vocabulary": ITEMS, "language": 3}
    )


def things(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    """Lists of at most two things, each with some of these properties."""
    known = {
        name: st.sampled_from([*dict.fromkeys(map(_answer, DOMAINS[name]))]) for name in names
    }
    thing = st.fixed_dictionaries({}, optional=known)
    complete = st.sampled_from(["yes", "no", "unknown"])
    return st.builds(
        lambda e, c: {"things": e, "complete": c}, st.lists(thing, max_size=2), complete
    )


def _answer(value: Any) -> Any:
    return "other" if str(value).startswith("other") else value


def completions(raw: Mapping[str, Any], *names: str) -> Iterator[Sequence[Thing]]:
    """Every complete list of things that a list may stand for."""
    domain = [dict(zip(names, each, strict=True)) for each in product(*map(DOMAINS.get, names))]
    of_listed = [
        [whole for whole in domain if all(_answer(whole[n]) == v for n, v in thing.items())]
        for thing in raw["things"]
    ]
    least = 1 if raw["complete"] == "no" else 0
    for more in range(least, (0 if raw["complete"] == "yes" else MORE) + 1):
        for beside in combinations_with_replacement(domain, more):
            for known in product(*of_listed):
                yield (*known, *beside)


def expected(
    raw: Mapping[str, Any],
    names: Sequence[str],
    measure: Measure,
    judge: Callable[[Any], bool],
    told: Mapping[str, Any],
) -> tuple[Truth, bool]:
    """Give the truth of all completions that fit, and whether none does."""
    found = {
        truth_of(judge(measure(whole)))
        for whole in completions(raw, *names)
        if _fits(len(whole), told.get("number")) and _fits(measure(whole), told.get("total"))
    }
    return (next(iter(found)) if len(found) == 1 else U), not found


def _fits(value: Any, told: Any) -> bool:
    return told is None or (
        value == told if isinstance(told, bool) else SIGNS[told[1]](value, told[0])
    )


def seen(
    written: Any, raw: Mapping[str, Any], told: Mapping[str, Any], total: str
) -> tuple[Truth, bool]:
    """Give the truth of a rule, and whether it tells a contradiction."""
    read = rule(written)
    listed = [
        {n: WRITTEN[v] if isinstance(v, Decimal) else v for n, v in thing.items()}
        for thing in raw["things"]
    ]
    answers: dict[str, Any] = {"lesions": {**raw, "things": listed}}
    of = {"number": told.get("number"), total: told.get("total")}
    if total == "number":
        of = {"number": told.get("number") or told.get("total")}
    for name, value in of.items():
        if isinstance(value, bool):
            answers[name] = "yes" if value else "no"
        elif value is not None:
            unit = next(iter(ITEMS[name].units))
            answers[name] = {"value": str(value[0]), "unit": unit, "comparator": value[1]}
    facts = Facts({name: ITEMS[name].read(value) for name, value in answers.items()})
    return read.holds(facts, T), bool(read.clash(facts))


BESIDE = st.fixed_dictionaries({}, optional={"number": NUMBERS, "total": NUMBERS})
BOUNDS = st.tuples(st.sampled_from(["at_least", "at_most"]), st.integers(1, 3))


def _within(bound: tuple[str, int]) -> Callable[[Any], bool]:
    sign, limit = bound
    return lambda n: bool(n >= limit if sign == "at_least" else n <= limit)


@given(things("organ"), NUMBERS, BOUNDS)
@example({"things": [{}, {}], "complete": "unknown"}, (Decimal(1), "="), ("at_most", 3))
@example({"things": [{}], "complete": "yes"}, (Decimal(0), "="), ("at_most", 3))
def test_a_count_and_its_total_say_what_every_list_that_fits_both_says(
    raw: dict[str, Any], total: Any, bound: tuple[str, int]
) -> None:
    written = {"count": {"things": "lesions", "total": "number", bound[0]: bound[1]}}

    is_so = expected(raw, ["organ"], len, _within(bound), {"total": total})

    assert seen(written, raw, {"total": total}, "number") == is_so


@given(things("organ"), BESIDE, BOUNDS)
def test_so_does_a_count_of_those_that_are_meant(
    raw: dict[str, Any], beside: dict[str, Any], bound: tuple[str, int]
) -> None:
    where = {"is": {"item": "organ", "answer": "liver"}}
    of = {"things": "lesions", "where": where, "total": "most", "number": "number"}
    written = {"count": {**of, bound[0]: bound[1]}}

    def measure(whole: Sequence[Thing]) -> int:
        return sum(thing["organ"] == "liver" for thing in whole)

    is_so = expected(raw, ["organ"], measure, _within(bound), beside)

    assert seen(written, raw, beside, "most") == is_so


@pytest.mark.parametrize("by", ["organ", "side"])
@given(st.data(), BESIDE, BOUNDS)
def test_so_do_groups_and_the_most_in_one(
    by: str, data: st.DataObject, beside: dict[str, Any], bound: tuple[str, int]
) -> None:
    raw = data.draw(things(by))
    measures: Mapping[str, Measure] = {
        "groups": lambda whole: len({thing[by] for thing in whole}),
        "most_in_group": lambda whole: max(Counter(t[by] for t in whole).values(), default=0),
    }

    for operator, measure in measures.items():
        of = {"things": "lesions", "by": by, "total": "most", "number": "number"}
        written = {operator: {**of, bound[0]: bound[1]}}
        is_so = expected(raw, [by], measure, _within(bound), beside)
        assert seen(written, raw, beside, "most") == is_so, written


@given(
    things("diameter", "proven"),
    st.fixed_dictionaries({}, optional={"number": NUMBERS, "total": SIZES}),
    st.sampled_from(["at_most", "below", "at_least", "above"]),
    st.booleans(),
)
@example(
    {"things": [{"diameter": Decimal("6.1")}], "complete": "unknown"},
    {"total": (Decimal(4), "=")},
    "at_most",
    False,
)
def test_so_does_the_largest(
    raw: dict[str, Any], beside: dict[str, Any], sign: str, is_of_proven: bool
) -> None:
    where = {"where": {"is": "proven"}} if is_of_proven else {}
    of = {"things": "lesions", "of": "diameter", "unit": "cm", **where}
    written = {"largest": {**of, "total": "size", "number": "number", sign: "5"}}

    def measure(whole: Sequence[Thing]) -> Decimal:
        sizes = [t["diameter"] for t in whole if t["proven"] == "yes" or not is_of_proven]
        return max(sizes, default=Decimal(0))

    def judge(size: Decimal) -> bool:
        return size > 5 if sign in ("at_least", "above") else size < 5

    is_so = expected(raw, ["diameter", "proven"], measure, judge, beside)

    assert seen(written, raw, beside, "size") == is_so


@pytest.mark.parametrize("operator", ["some", "each"])
@given(
    things("proven"),
    st.fixed_dictionaries({}, optional={"number": NUMBERS, "total": st.booleans()}),
)
def test_so_do_some_and_each(operator: str, raw: dict[str, Any], beside: dict[str, Any]) -> None:
    of = {"things": "lesions", "that": {"is": "proven"}, "total": "any", "number": "number"}
    quantified: Any = any if operator == "some" else all

    def measure(whole: Sequence[Thing]) -> bool:
        return bool(quantified(thing["proven"] == "yes" for thing in whole))

    is_so = expected(raw, ["proven"], measure, bool, beside)

    assert seen({operator: of}, raw, beside, "any") == is_so


EACH = {"things": "lesions", "total": "most", "number": "number", "at_most": 3}


@of_each(
    ("answers", "names"),
    [
        ({"lesions": listed({}, {}, complete="unknown"), "number": 1}, ["lesions", "number"]),
        ({"lesions": listed({}, complete="no"), "number": 1}, ["lesions", "number"]),
        ({"lesions": listed(), "number": 1}, ["lesions", "number"]),
        ({"number": 2, "most": 3}, ["most", "number"]),
        ({"number": 0, "most": 1}, ["most", "number"]),
        (
            {"lesions": listed(*[{"organ": "liver"}] * 2, complete="no"), "most": 1},
            ["lesions", "most"],
        ),
        # one lesion in each of two organs, and there are two: no organ has two of them
        (
            {
                "lesions": listed({"organ": "liver"}, {"organ": "lung"}, complete="unknown"),
                "number": 2,
                "most": 2,
            },
            ["lesions", "most", "number"],
        ),
        ({"lesions": listed({"organ": "liver"}, complete="no"), "number": 2, "most": 2}, []),
    ],
)
def test_the_fewest_answers_that_contradict_each_other_are_named(
    answers: dict[str, Any], names: list[str]
) -> None:
    read = rule({"most_in_group": {**EACH, "by": "organ"}})
    whole = {
        n: {"value": str(v), "unit": "n"} if isinstance(v, int) else v for n, v in answers.items()
    }
    facts = Facts({name: ITEMS[name].read(value) for name, value in whole.items()})

    assert [item.id for item in read.clash(facts)] == names


def test_a_judgement_in_place_of_the_total_stands_until_the_list_settles_it() -> None:
    read = rule({"most_in_group": {**EACH, "by": "organ"}})
    open_list = LESIONS.read(listed({"organ": "liver"}, complete="unknown"))
    four = LESIONS.read(listed(*[{"organ": "liver"}] * 4))
    judged = {"most": Judgement.MEETS}

    assert read.holds(Facts({**judged, "lesions": open_list}), T) is T
    assert read.holds(Facts({**judged, "lesions": four}), T) is F
    assert not read.clash(Facts({**judged, "lesions": four}))


@of_each(
    ("written", "says"),
    [
        (
            {"count": {"things": "lesions", "total": "size", "at_most": 4}},
            "size is no whole number",
        ),
        (
            {"count": {"things": "lesions", "total": "most", "number": "number", "at_most": 4}},
            "it is what is counted here: write it as total",
        ),
        (
            {"groups": {"things": "lesions", "by": "organ", "number": "any", "at_most": 2}},
            "number: any is no whole number",
        ),
        (
            {"some": {"things": "lesions", "that": {"is": "proven"}, "total": "most"}},
            "total: most is no yes or no",
        ),
        (
            {
                "largest": {
                    "things": "lesions",
                    "of": "diameter",
                    "at_most": 5,
                    "unit": "cm",
                    "total": "number",
                }
            },
            "total: number has no unit cm as diameter has",
        ),
        ({"count": {"things": "lesions", "total": "mots", "at_most": 4}}, "mots"),
    ],
)
def test_what_cannot_be_told_in_place_of_a_list_is_refused(written: Any, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        rule(written)
