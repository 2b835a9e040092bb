"""What no rule sees alone, and yet cannot be: it is asked about, and changes no verdict.

How many groups there are and how many things lie in the largest say together how many there may
be in all; and nothing ends before it starts.
"""

from collections.abc import Iterable

from ectrial.facts import Facts
from ectrial.rules.language import Rule
from ectrial.rules.of_things import Groups, MostInGroup
from ectrial.rules.over_things import counted
from ectrial.rules.reversed_things import reversed_things
from ectrial.vocabulary import Item


def impossible(
    rules: Iterable[Rule], items: Iterable[Item], facts: Facts
) -> tuple[tuple[Item, ...], ...]:
    """Give the items whose answers cannot all be true, as often as some cannot."""
    totals = list(rules)
    grouped = [each for each in totals if isinstance(each, Groups)]
    most = [each for each in totals if isinstance(each, MostInGroup)]
    apart = (_apart(one, other, facts) for one in grouped for other in most)
    lists = (each for each in items if reversed_things(each, facts.items.get(each.id)))
    return tuple(filter(None, (*apart, *((each,) for each in lists))))


def _apart(groups: Groups, most: MostInGroup, facts: Facts) -> tuple[Item, ...]:
    """Give the totals that leave no number for all; none if they leave one, or one is not told."""
    of = (groups.things, groups.by), (most.things, most.by)
    told = (groups.total, most.total, groups.number or most.number)
    if of[0] != of[1] or groups.where or most.where:
        return ()
    items = tuple(item for item in told if item is not None and item.id in facts.items)
    if len(items) < len(told):
        return ()
    many, size, every = (counted(item, facts.items[item.id]) for item in items)
    if many.high is not None and size.high is not None and every.low > many.high * size.high:
        return items
    # each other group has one at least
    least = size.low + max(many.low - 1, 0)
    return items if every.high is not None and every.high < least else ()
