"""Rules over lists of things, held to every list that an incomplete one may stand for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts
from ectrial.rules.language import AnyRule, Rule, RuleOfCriterion
from ectrial.trial.facts_file import write_value
from ectrial.truth import Truth, truth_of
from ectrial.vocabulary import Item
from tests.ectrial.toy import T, U
from tests.tables import of_each

LESIONS = Item.model_validate(
    {
        "id": "lesions",
        "kind": "list",
        "name": {"en": "Metastases", "zh": "转移灶"},
        "properties": {
            "organ": {
                "kind": "choice",
                "name": {"en": "Organ", "zh": "器官"},
                "options": {n: {"en": n, "zh": n} for n in ("liver", "lung", "other")},
                "several": ["other"],
            },
            "side": {
                "kind": "choice",
                "name": {"en": "Side", "zh": "侧"},
                "options": {n: {"en": n, "zh": n} for n in ("left", "right")},
            },
            "diameter": {
                "kind": "quantity",
                "name": {"en": "Diameter", "zh": "直径"},
                "units": {
                    "cm": {"base": "cm", "hard": ["0.1", 30]},
                    "mm": {"base": "cm", "factor": "0.1"},
                },
            },
            "proven": {"kind": "boolean", "name": {"en": "Proven", "zh": "病理证实"}},
        },
    }
)
VOCABULARY = {"lesions": LESIONS}
SIZES = ({"value": "4", "unit": "cm"}, {"value": "61", "unit": "mm"})
COMPLETIONS: Mapping[str, tuple[Any, ...]] = {
    "organ": ("liver", "lung", "other 1", "other 2", "other 3", "other 4", "other 5"),
    "side": ("left", "right"),
    "diameter": SIZES,
    "proven": ("yes", "no"),
}
"""What a property may turn out to be; another organ may be any of several."""
MORE = 4
"""Things that may be missing: as many as any bound below."""


def rule(written: Any) -> Rule:
    read: Rule = TypeAdapter(RuleOfCriterion).validate_python(
        written, context={"vocabulary": VOCABULARY, "language": 3}
    )
    return read


def holds(written: Any, raw: Any) -> Truth:
    return rule(written).holds(Facts({"lesions": LESIONS.read(raw)}), T)


def listed(*things: Mapping[str, Any], complete: str = "yes") -> dict[str, Any]:
    return {"things": list(things), "complete": complete}


def lists(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Lists of at most three things that have one property, or do not say it."""
    known = [
        value for value in COMPLETIONS[name] if value not in [f"other {n}" for n in range(2, 6)]
    ]
    answers = ["other" if value == "other 1" else value for value in known]
    thing = st.one_of(
        st.sampled_from(answers).map(lambda value: {name: value}),
        st.just({}),
        st.just({name: "unknown"}),
    )
    return st.builds(
        lambda things, complete: listed(*things, complete=complete),
        st.lists(thing, max_size=3),
        st.sampled_from(["yes", "no", "unknown"]),
    )


def completions(raw: Mapping[str, Any], name: str) -> Iterator[tuple[Any, ...]]:
    """Every complete list of values that a list may stand for."""
    choices = []
    for thing in raw["things"]:
        said = thing.get(name, "unknown")
        if said == "other":
            choices.append([each for each in COMPLETIONS[name] if str(each).startswith("other")])
        else:
            choices.append(list(COMPLETIONS[name]) if said == "unknown" else [said])
    least = 1 if raw["complete"] == "no" else 0
    for more in range(least, (0 if raw["complete"] == "yes" else MORE) + 1):
        for extra in combinations_with_replacement(COMPLETIONS[name], more):
            for known in product(*choices):
                yield (*known, *extra)


def expected(raw: Mapping[str, Any], name: str, judge: Any) -> Truth:
    found = {truth_of(judge(values)) for values in completions(raw, name)}
    return found.pop() if len(found) == 1 else U


BOUNDS = st.integers(1, 3)


@given(lists("organ"), st.sampled_from(["at_least", "at_most"]), BOUNDS)
def test_a_count_is_settled_exactly_if_every_completion_agrees(
    raw: dict[str, Any], sign: str, bound: int
) -> None:
    def judge(values: tuple[Any, ...]) -> bool:
        return len(values) >= bound if sign == "at_least" else len(values) <= bound

    assert holds({"count": {"things": "lesions", sign: bound}}, raw) is expected(
        raw, "organ", judge
    )


@given(lists("organ"), st.sampled_from(["at_least", "at_most"]), BOUNDS)
def test_so_is_a_count_of_those_that_are_meant(raw: dict[str, Any], sign: str, bound: int) -> None:
    def judge(values: tuple[Any, ...]) -> bool:
        n = values.count("liver")
        return n >= bound if sign == "at_least" else n <= bound

    where = {"is": {"item": "organ", "answer": "liver"}}
    written = {"count": {"things": "lesions", "where": where, sign: bound}}

    assert holds(written, raw) is expected(raw, "organ", judge)


@given(
    st.sampled_from(["organ", "side"]).flatmap(lambda n: st.tuples(st.just(n), lists(n))), BOUNDS
)
@example(("side", listed({}, {}, {}, complete="no")), 2)
@example(("organ", listed({"organ": "other"}, {"organ": "other"})), 1)
def test_so_are_groups_and_the_most_in_one(named: tuple[str, dict[str, Any]], bound: int) -> None:
    by, raw = named

    for operator, measure in (
        ("groups", lambda values: len(set(values))),
        ("most_in_group", lambda values: max(Counter(values).values(), default=0)),
    ):
        for sign in ("at_least", "at_most"):
            written = {operator: {"things": "lesions", "by": by, sign: bound}}

            def judge(values: tuple[Any, ...], measure: Any = measure, sign: str = sign) -> bool:
                n = measure(values)
                return n >= bound if sign == "at_least" else n <= bound

            assert holds(written, raw) is expected(raw, by, judge), written


@given(lists("diameter"), st.sampled_from(["at_most", "below", "at_least", "above"]))
def test_so_is_the_largest(raw: dict[str, Any], sign: str) -> None:
    def judge(values: tuple[Any, ...]) -> bool:
        large = SIZES[1] in values
        return large if sign in ("at_least", "above") else not large

    written = {"largest": {"things": "lesions", "of": "diameter", sign: "5", "unit": "cm"}}

    assert holds(written, raw) is expected(raw, "diameter", judge)


@given(lists("proven"))
def test_so_are_some_and_each(raw: dict[str, Any]) -> None:
    that = {"is": "proven"}

    some = holds({"some": {"things": "lesions", "that": that}}, raw)
    each = holds({"each": {"things": "lesions", "that": that}}, raw)

    assert some is expected(raw, "proven", lambda values: "yes" in values)
    assert each is expected(raw, "proven", lambda values: "no" not in values)


OPERATORS = [
    {"count": {"things": "lesions", "at_most": 2}},
    {"count": {"things": "lesions", "where": {"is": "proven"}, "at_least": 2}},
    {"groups": {"things": "lesions", "by": "organ", "at_most": 2}},
    {"groups": {"things": "lesions", "by": "side", "where": {"is": "proven"}, "at_least": 2}},
    {"most_in_group": {"things": "lesions", "by": "organ", "at_most": 1, "at_least": 1}},
    {
        "each": {
            "things": "lesions",
            "where": {"is": "proven"},
            "that": {"is": {"item": "organ", "answer": "liver"}},
        }
    },
    {
        "some": {
            "things": "lesions",
            "that": {"all": [{"is": "proven"}, {"is": {"item": "side", "answer": "left"}}]},
        }
    },
    {"largest": {"things": "lesions", "of": "diameter", "below": "6.1", "unit": "cm"}},
]
VALUES = {
    "organ": ["liver", "lung", "other"],
    "side": ["left", "right"],
    "diameter": list(SIZES),
    "proven": ["yes", "no"],
}
THINGS = st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in VALUES.items()})


@st.composite
def lessons(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A list, and the same after one learned a property, a thing, or that there are no more."""
    things = draw(st.lists(THINGS, max_size=4))
    complete = draw(st.sampled_from(["no", "unknown", "yes"]))
    before = listed(*things, complete=complete)
    open_ones = [(n, p) for n, thing in enumerate(things) for p in VALUES if p not in thing]
    if complete == "yes" and not open_ones:
        return before, before
    if open_ones and (complete == "yes" or draw(st.booleans())):
        n, name = draw(st.sampled_from(open_ones))
        learned = {**things[n], name: draw(st.sampled_from(VALUES[name]))}
        return before, listed(*things[:n], learned, *things[n + 1 :], complete=complete)
    if complete == "unknown" and draw(st.booleans()):
        return before, listed(*things, complete=draw(st.sampled_from(["no", "yes"])))
    after = draw(st.sampled_from(["no", "unknown", "yes"]))
    return before, listed(*things, draw(THINGS), complete=after)


@given(lessons(), st.sampled_from(OPERATORS), st.booleans())
def test_learning_more_of_a_list_never_turns_what_is_settled(
    lesson: tuple[dict[str, Any], dict[str, Any]], written: Any, is_negated: bool
) -> None:
    written = {"not": written} if is_negated else written
    before, after = (holds(written, raw) for raw in lesson)

    assert before in (U, after)


@given(st.lists(THINGS, max_size=4), st.sampled_from(["no", "unknown", "yes"]))
def test_a_list_reads_back_as_it_is_written(things: list[dict[str, Any]], complete: str) -> None:
    value = LESIONS.read(listed(*things, complete=complete))

    assert LESIONS.read(write_value(value)) == value


@of_each(
    ("raw", "says"),
    [
        ({"things": "two"}, "a list of at most"),
        ({"things": [{"size": 1}]}, "thing 1: unknown property 'size'"),
        ({"things": [{}, {"organ": "toe"}]}, "thing 2: organ: not an answer to it: 'toe'"),
        ({"things": [{"diameter": "meets"}]}, "thing 1: diameter: not an answer"),
        ({"things": [{"diameter": {"value": "31", "unit": "cm"}}]}, "outside the possible range"),
        ({"things": [], "complete": "maybe"}, "complete: yes, no or unknown"),
        ({"things": [], "note": "x"}, "unknown field 'note'"),
        ([{"organ": "liver"}], "not an answer to it"),
    ],
)
def test_what_is_no_list_is_refused_with_its_thing(raw: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        LESIONS.read(raw)


@of_each(
    ("written", "says"),
    [
        ({"count": {"things": "lesions"}}, "give at_least, at_most or both"),
        ({"count": {"things": "lesions", "at_least": 0}}, "leave the rule out"),
        ({"count": {"things": "lesions", "at_least": 3, "at_most": 2}}, "no number is at least 3"),
        ({"groups": {"things": "lesions", "by": "organs", "at_most": 2}}, "organ"),
        (
            {"groups": {"things": "lesions", "by": "proven", "at_most": 2}},
            "has no options to group",
        ),
        ({"largest": {"things": "lesions", "of": "diameter", "unit": "kg", "at_most": 5}}, "kg"),
        ({"largest": {"things": "lesions", "of": "diameter", "unit": "cm"}}, "give one of"),
        ({"some": {"things": "lesions", "that": {"is": "lesions"}}}, "lesions"),
        ({"some": {"things": "lesions", "that": {"unknown": {"is": "proven"}}}}, "may not stand"),
    ],
)
def test_a_rule_over_a_list_that_makes_no_sense_is_refused(written: Any, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        rule(written)


def test_rules_over_lists_came_with_language_3() -> None:
    with pytest.raises(ValidationError, match="needs 'language: 3'"):
        TypeAdapter(AnyRule).validate_python(
            {"count": {"things": "lesions", "at_most": 1}},
            context={"vocabulary": VOCABULARY, "language": 2},
        )
