"""Whatever is read as the rule of a criterion is monotone: learning more reverses nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts
from ectrial.rules.language import Rule, RuleOfCriterion
from tests.ectrial.toy import ITEMS, SLEEP, F, T, U, facts
from tests.tables import of_each

TRUTHS = st.sampled_from(["true", "false", "unknown"])
WORDS = {name: sorted(item.words) for name, item in ITEMS.items()}
PASSING = ("unknown", "pending")
DATES = st.one_of(
    st.dates(date(2026, 9, 1), date(2026, 12, 31)).map(date.isoformat),
    st.sampled_from(["2026", "2026-10", "2026-11", "not_applicable"]),
)
NUMBERS = {
    "half_life": "h",
    "sleep": "h",
    "calm": "{score}",
    "marker": "mg/L",
    "marker_uln": "mg/L",
    "load": "mg/L",
}
LIMITS = st.integers(0, 10).map(str)
COMPARED = ("at_least", "at_most", "above", "below")


def on_a_day(**raw: Any) -> Facts:
    return replace(facts(**raw), days={"today": date(2026, 11, 30)})


def read(written: Any) -> Rule:
    rule: Rule = TypeAdapter(RuleOfCriterion).validate_python(
        written, context={"vocabulary": ITEMS}
    )
    return rule


def asks_word(operator: str) -> st.SearchStrategy[Any]:
    of_item = st.sampled_from(["snores", "naps", "shift", "bed", "load"]).flatmap(
        lambda name: st.fixed_dictionaries(
            {"item": st.just(name), "answer": st.sampled_from(WORDS[name])}
        )
    )
    return of_item.map(lambda operands: {operator: operands})


def compares(operator: str, name: str) -> st.SearchStrategy[Any]:
    return LIMITS.map(
        lambda limit: {operator: {"item": name, "limit": limit, "unit": NUMBERS[name]}}
    )


def lists(answer: str) -> st.SearchStrategy[Any]:
    table = st.fixed_dictionaries({"rain": TRUTHS, "traffic": TRUTHS, "unsure": TRUTHS})
    return table.map(
        lambda truths: {
            "any_listed": {
                "item": "noises",
                "truths": truths,
                "complete_when": {"snores": answer},
            }
        }
    )


def lies(name: str) -> st.SearchStrategy[Any]:
    days = st.integers(1, 60).map(lambda days: {"days": days})
    several = st.tuples(days, st.just({"times": 200, "of": "half_life"})).map(list)
    return st.fixed_dictionaries(
        {
            "item": st.just(name),
            "before": st.sampled_from(["today", "new_job", "screening"]),
            "at_least": st.one_of(days, several),
        },
        optional={"none": st.sampled_from(["yes", "no"])},
    ).map(lambda operands: {"within": operands})


CHOICES = [
    ("snores", ("yes", "no")),
    ("shift", ("day", "night")),
    ("naps", ("yes", "no", "not_applicable")),
]

LEAVES = st.one_of(
    lies("holiday"),
    lies("move"),
    asks_word("is"),
    asks_word("stated"),
    st.sampled_from(sorted(ITEMS)).map(lambda name: {"given": name}),
    st.fixed_dictionaries({"day": TRUTHS, "night": TRUTHS}).map(
        lambda truths: {"maps": {"item": "shift", "truths": truths}}
    ),
    st.sampled_from(WORDS["snores"]).flatmap(lists),
    *(compares(operator, name) for operator in COMPARED for name in ("sleep", "calm", "load")),
    st.sampled_from(COMPARED).map(
        lambda operator: {operator: {"item": "marker", "other": "marker_uln", "times": "2"}}
    ),
)


def joined(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=3)
    one = st.sampled_from(["not", "false_if", "unknown"])
    return st.one_of(
        st.tuples(st.sampled_from(["all", "any", "first_known"]), several).map(_written),
        st.tuples(one, inner).map(_written),
        st.tuples(inner, inner).map(_by_unit),
        st.tuples(inner, inner).map(lambda rules: {"implies": {"if": rules[0], "then": rules[1]}}),
        st.tuples(inner, inner, inner, inner).map(_in_turn),
        st.tuples(st.sampled_from(CHOICES), inner, inner).map(_by_item),
    )


def _written(parts: tuple[str, Any]) -> Any:
    return {parts[0]: parts[1]}


def _in_turn(rules: tuple[Any, ...]) -> Any:
    first, second, third, last = rules
    branches = [{"if": first, "then": second}, {"if": third, "then": last}, {"else": first}]
    return {"cases": branches}


def _by_item(parts: tuple[tuple[str, tuple[str, ...]], Any, Any]) -> Any:
    (name, answers), one, other = parts
    when = dict(zip(answers, (one, other, one), strict=False))
    return {"cases": {"item": name, "when": when}}


def _by_unit(rules: tuple[Any, Any]) -> Any:
    return {
        "by_unit": {
            "results": ["load"],
            "at_least": {"mg/L": 10, "{count}/L": 500},
            "otherwise": rules[0],
            "judged_if": rules[1],
        }
    }


RULES = st.recursive(LEAVES, joined, max_leaves=6)


def answers(name: str) -> st.SearchStrategy[Any]:
    item = ITEMS[name]
    if item.kind == "date":
        return DATES.filter(lambda day: day != "not_applicable" or name == "holiday")
    if item.kind == "multichoice":
        return st.lists(st.sampled_from(sorted(item.options)), unique=True)
    if name in NUMBERS:
        signs = st.sampled_from(["=", "<", ">="])
        values = st.builds(
            lambda value, sign: {"value": value, "unit": NUMBERS[name], "comparator": sign},
            st.integers(1, 10).map(str),
            signs,
        )
        return st.one_of(values, st.sampled_from(["meets", "fails"]))
    return st.sampled_from([word for word in WORDS[name] if word not in PASSING])


def replaced(written: Any) -> frozenset[str]:
    """The items whose result takes the place of what stood in for it, as docs/criteria.md says."""
    ((operator, operands),) = written.items()
    names: set[str] = set()
    if operator == "first_known":
        names |= {item.id for each in operands[:-1] for item in read(each).items()}
    if operator == "by_unit":
        names |= set(operands["results"])
    return frozenset(names).union(*map(replaced, _inner(operands)))


def _inner(operands: Any) -> Iterable[Any]:
    if isinstance(operands, list):
        return [
            rule for each in operands for rule in ([each] if _is_rule(each) else each.values())
        ]
    if isinstance(operands, Mapping) and "then" in operands:
        return operands.values()
    if isinstance(operands, Mapping) and "when" in operands:
        return operands["when"].values()
    if isinstance(operands, Mapping) and "otherwise" in operands:
        return [operands["otherwise"], operands["judged_if"]]
    return [operands] if _is_rule(operands) else []


def _is_rule(written: Any) -> bool:
    return isinstance(written, Mapping) and written.keys() <= Rule.operators.keys()


def loads(written: Any) -> bool:
    try:
        read(written)
    except ValidationError:
        return False
    return True


@st.composite
def lessons(draw: st.DrawFn) -> tuple[Any, dict[str, Any], str, Any]:
    """A rule that is read, a subject, and one item that was not known and is learned."""
    written = draw(RULES.filter(loads))
    reads = sorted({item.id for item in read(written).items()})
    before = draw(st.fixed_dictionaries({}, optional={name: answers(name) for name in ITEMS}))
    learned = draw(st.sampled_from(reads))
    before.pop(learned, None)
    if "unknown" in WORDS[learned] and draw(st.booleans()):
        before[learned] = "unknown"
    return written, before, learned, draw(answers(learned))


@given(lessons())
def test_learning_more_reverses_nothing_that_a_criterion_settled(
    lesson: tuple[Any, dict[str, Any], str, Any],
) -> None:
    written, before, learned, answer = lesson
    assume(learned not in replaced(written))
    # not_applicable counts as no until the subject turns out to be one to whom it applies
    assume(learned != "shift" or before.get("naps") != "not_applicable")
    rule = read(written)

    for meets in (T, F):
        was = rule.holds(on_a_day(**before), meets)
        becomes = rule.holds(on_a_day(**{**before, learned: answer}), meets)
        assert was in (U, becomes)


REVERSIBLE = [
    {"unknown": {"is": "snores"}},
    {"stated": {"item": "snores", "answer": "yes"}},
    {"given": "sleep"},
    {"is": {"item": "snores", "answer": "unknown"}},
]


@of_each("written", REVERSIBLE)
@of_each(
    "around",
    [
        lambda rule: rule,
        lambda rule: {"all": [{"is": "naps"}, rule]},
        lambda rule: {"not": {"any": [rule]}},
        lambda rule: {"false_if": rule},
        lambda rule: _by_unit(({"is": "snores"}, rule)),
    ],
)
def test_what_an_answer_reverses_is_refused_at_any_depth_of_a_criterion(
    written: Any, around: Any
) -> None:
    with pytest.raises(ValidationError, match="a later answer could turn its truth round"):
        read(around(written))


def test_what_an_answer_reverses_stays_allowed_beside_the_criteria() -> None:
    (contradiction,) = SLEEP.criteria[2].contradictions

    assert {type(rule).operator for rule in contradiction.rules} == {"stated", "given"}  # type: ignore[attr-defined] # it joins
    assert SLEEP.triggers
