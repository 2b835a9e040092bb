"""What is told of a rule once, for all subjects of whom nothing it looks at is known."""

import pytest

from ectrial.facts import Facts
from ectrial.rules.language import Rule
from ectrial.rules.unasked import unasked
from ectrial.trial.criterion import Criterion
from ectrial.truth import Truth, truth_of
from ectrial.vocabulary import Item
from tests.ectrial.toy import ITEMS, SLEEP, F, T, facts


class Walking(Rule):
    """A rule that depends on facts it does not name."""

    operator = "_"

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return truth_of("age" in list(facts.items))


class Counting(Rule):
    operator = "_"

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return truth_of(len(facts.items) > 0)


@pytest.mark.parametrize("rule", [Walking(), Counting()])
def test_a_rule_that_does_not_look_facts_up_by_name_is_refused(rule: Rule) -> None:
    with pytest.raises(TypeError, match=r"^a rule looks facts up by name$"):
        unasked(rule, Truth.TRUE)


class Repeating(Rule):
    """Holds as its criterion would be met, and names two items, one of them twice."""

    operator = "_"

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        assert facts.items.get("snores") is None
        return meets

    def open_items(self, facts: Facts, meets: Truth) -> list[Item]:
        assert meets in (T, F)
        assert "sleep" not in facts.items
        return [ITEMS["sleep"], ITEMS["snores"], ITEMS["sleep"]]


@pytest.mark.parametrize("meets", [T, F])
def test_what_a_rule_says_of_nothing_is_kept_with_what_it_looked_up(meets: Truth) -> None:
    said = unasked(Repeating(), meets)

    assert said.truth is meets
    assert said.open_items == (ITEMS["sleep"], ITEMS["snores"])
    assert said.looks_at == {"sleep", "snores"}


@pytest.mark.parametrize("criterion", SLEEP.criteria, ids=lambda criterion: criterion.id)
def test_a_rule_says_the_same_while_what_it_looks_at_is_unknown(criterion: Criterion) -> None:
    said = unasked(criterion.rule, criterion.favours)
    others = [name for name in ITEMS if name not in said.looks_at]
    known = facts(**dict.fromkeys(others, "unknown"))

    open_items = criterion.rule.open_items(known, criterion.favours)
    assert said.truth is criterion.rule.holds(known, criterion.favours)
    assert {item.id for item in said.open_items} == {item.id for item in open_items}
