"""Answers that no rule alone would refuse: groups, the largest of them, and how many in all."""

from collections import Counter
from decimal import Decimal
from itertools import product

from pydantic import TypeAdapter

from ectrial.facts import Facts
from ectrial.item_files import item_of
from ectrial.quantity import Quantity
from ectrial.rules.held_together import impossible
from ectrial.rules.language import RuleOfCriterion
from ectrial.rules.over_things import OverThings
from tests.ectrial.rules.test_of_things import LESIONS
from tests.ectrial.rules.test_totals import NAME, WHOLE

NAMES = ("organs", "most", "number")
ITEMS = {"lesions": LESIONS, **{n: item_of(n, {**WHOLE, "name": NAME}) for n in NAMES}}
CONTEXT = {"vocabulary": ITEMS, "language": 3}


def rule(operator: str, total: str) -> OverThings:
    of = {"things": "lesions", "by": "organ", "total": total, "number": "number", "at_most": 2}
    return TypeAdapter(RuleOfCriterion).validate_python({operator: of}, context=CONTEXT)


RULES = (rule("groups", "organs"), rule("most_in_group", "most"))
FOUR = (0, 1, 2, 3, 4)
LISTS = [each for n in range(7) for each in product("ABCD", repeat=n)]
SEEN = {(len(set(of)), max(Counter(of).values(), default=0), len(of)) for of in LISTS}


def test_three_totals_are_possible_together_where_a_list_has_them() -> None:
    for totals in product(FOUR, FOUR, range(7)):
        told = zip(NAMES, totals, strict=True)
        facts = Facts({name: Quantity(Decimal(n), "n") for name, n in told})
        if any(each.clash(facts) for each in RULES):
            continue  # two of them are told already

        assert (impossible(RULES, (), facts) == ()) == (totals in SEEN), totals
