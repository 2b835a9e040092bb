"""What a rule over a list of things found, in words, and what it needs."""

from collections.abc import Sequence

from ectrial.facts import Facts, Things
from ectrial.quantity import Quantity
from ectrial.rules.answers import Is
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.language import Rule
from ectrial.rules.largest import Largest
from ectrial.rules.logic import Not
from ectrial.rules.of_things import Count, Each, Groups, MostInGroup, Some
from ectrial.rules.over_things import OverThings, Seen
from ectrial.rules.things_counted import Bounds
from ectrial.rules.times import Within
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item
from ectrial.wording.comparisons import comparison
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say
from ectrial.wording.things import inside
from ectrial.wording.times import needed_span


def over_things_words(say: Say, rule: OverThings, meets: Truth, facts: Facts) -> str:
    """Give what a rule over a list found, and what it needs."""
    value = facts.items.get(rule.things.id)
    listed = value if isinstance(value, Things) else None
    # beside a list that is given, what is told of it is not counted in, but said behind it
    seen = rule.seen(facts if listed is None else Facts({rule.things.id: listed}, days=facts.days))
    name = say.text(rule.things.name)
    if rule.where is not None:
        name = f"{name}, {condition_words(say, rule.where)}"
    if isinstance(rule, Count):
        found, needed = _counted(say, rule, seen), _needed(say, rule, meets)
    elif isinstance(rule, Largest):
        found, needed = _largest(say, rule, seen), _compared(say, rule.compared, meets)
    elif isinstance(rule, Each | Some):
        found, needed = _holding(say, rule, seen), _quantified(say, rule, meets)
    told = say("{name}: {found} (needs {needed})", name=name, found=found, needed=needed)
    if listed is None or listed.complete is TRUE:
        return told
    return say("{line}, list not complete", line=told)


def contradiction_words(say: Say, number: int) -> str:
    """Say of so many answers that they exclude each other."""
    if number > 2:
        return say("these cannot all be true: check the entries")
    return say("these cannot both be true: check the entries")


def told_beside(rule: OverThings, facts: Facts) -> tuple[Item, ...]:
    """Give the items whose answers stand beside what a rule found, as they play a part in it.

    With the list itself among them, they stand alone: nothing was found.
    """
    if clash := rule.clash(facts):
        return clash
    is_listed = isinstance(facts.items.get(rule.things.id), Things)
    if is_listed and rule.settles(facts):
        return ()
    beside = [i for i in rule.items() if i is not rule.things and facts.is_stated(i.id)]
    return tuple(beside) if is_listed or beside else (rule.things,)


def condition_words(say: Say, rule: Rule) -> str:
    """Give what a rule says of one thing."""
    match rule:
        case Is() if rule.item.kind == "boolean":
            name = inside(say.text(rule.item.name))
            return name if rule.answer == "yes" else say("not {name}", name=name)
        case Is() if rule.answer in rule.item.options:
            return say.text(rule.item.options[rule.answer])
        case AtMost() | AtLeast() | Above() | Below():
            return f"{inside(say.text(rule.item.name))} {comparison(say, rule, TRUE)}"
        case Within():
            return f"{inside(say.text(rule.item.name))} {needed_span(say, rule)}"
        case Not():
            return say("not {name}", name=condition_words(say, rule.rule))
    names = dict.fromkeys(say.text(item.name) for item in rule.items())
    return " + ".join(names)


def _counted(say: Say, rule: Count, seen: Seen) -> str:
    number = _bounds(say, rule.bounds(seen))
    match rule:
        case Groups():
            return say(
                "{name}, different ones: {n}", name=inside(say.text(rule.by.name)), n=number
            )
        case MostInGroup():
            return say("most of one {name}: {n}", name=inside(say.text(rule.by.name)), n=number)
    return number


def _bounds(say: Say, bounds: Bounds) -> str:
    low, high = bounds
    if high is None:
        return say("{n} or more", n=low)
    return str(low) if low == high else f"{low}–{high}"


def _needed(say: Say, rule: Count, meets: Truth) -> str:
    low, high = rule.at_least, rule.at_most
    if low is not None and high is not None:
        between = f"{low}–{high}"
        return between if meets is TRUE else say("not {name}", name=between)
    if low is not None:
        return f"≥ {low}" if meets is TRUE else f"< {low}"
    return f"≤ {high}" if meets is TRUE else f"> {high}"


def _compared(say: Say, rule: AtMost | AtLeast | Above | Below, meets: Truth) -> str:
    return comparison(say, rule, meets if meets is not UNKNOWN else TRUE)


def _largest(say: Say, rule: Largest, seen: Seen) -> str:
    """Give the largest known value, and how many things have none."""
    pairs = zip(seen.things, rule.meant(seen.things, seen.days), strict=True)
    meant = [thing for thing, truth in pairs if truth is not FALSE]
    values = [value for thing in meant if isinstance(value := thing.get(rule.of.id), Quantity)]
    name = say.text(rule.of.name)
    if not values:
        return say("{name}: {answer}", name=name, answer="?")
    largest = max(values, key=lambda value: rule.of.interval(value).low)
    told = say("largest {name} {value}", name=inside(name), value=quantity_words(largest))
    unknown = len(meant) - len(values)
    return say("{found}, {n} not known", found=told, n=unknown) if unknown else told


def _holding(say: Say, rule: Each | Some, seen: Seen) -> str:
    truths = _of_each(rule, seen)
    n, total = sum(truth is TRUE for truth in truths), len(truths)
    return say("{name}: {n} of {total}", name=condition_words(say, rule.that), n=n, total=total)


def _of_each(rule: Each | Some, seen: Seen) -> Sequence[Truth]:
    """Give whether the condition holds, for those things that are meant or may be."""
    pairs = zip(
        rule.truths(seen.things, seen.days), rule.meant(seen.things, seen.days), strict=True
    )
    return [truth for truth, meant in pairs if meant is not FALSE]


def _quantified(say: Say, rule: Each | Some, meets: Truth) -> str:
    if isinstance(rule, Each):
        return say("each one") if meets is TRUE else say("not each one")
    return say("at least one") if meets is TRUE else say("none")
