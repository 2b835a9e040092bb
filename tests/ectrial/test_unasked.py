"""What is told of a rule once, for all subjects of whom nothing it looks at is known."""

import pytest

from ectrial.facts import Facts
from ectrial.rules.language import Rule
from ectrial.rules.unasked import unasked
from ectrial.truth import Truth, truth_of


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
    with pytest.raises(TypeError, match="looks facts up by name"):
        unasked(rule, Truth.TRUE)
