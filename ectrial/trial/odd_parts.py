"""What looks odd in a protocol that can be used: an author may have meant something else."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ectrial.rules.language import Rule
from ectrial.rules.over_things import OverThings
from ectrial.rules.times import Within
from ectrial.trial.criterion import Criterion
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol
from ectrial.trial.sense import Told, named
from ectrial.trial.slips import part_of_id, rules_of
from ectrial.vocabulary import Item

_NCT = re.compile(r"NCT\d{8}")


def never_so(protocol: Protocol) -> Told:
    """Give what nobody can mean, though it harms no verdict: told to the author alone."""
    if protocol.version in ("", "~", "null"):
        yield ("version",), 'is empty: write version: "1"'
    for number, criterion in enumerate(protocol.criteria):
        if twice := _twice(criterion.part):
            yield ("criteria", number, "part"), f"{twice!r} stands twice: leave one of them out"
        for place, rule in rules_of(number, criterion):
            for name in _never_entered(rule):
                message = f"property {name!r} is optional, so that nobody is asked for it"
                yield place, f"{message}: leave 'optional' out, as this rule reads it"
    seen: set[str] = set()
    for number, factor in enumerate(protocol.factors):
        if factor.item.id in seen:
            message = f"{factor.item.id!r} is a factor already: leave one of the two out"
            yield ("stratification", number, "item"), message
        seen.add(factor.item.id)


def _twice(names: tuple[str, ...]) -> str:
    return next((name for name in names if names.count(name) > 1), "")


def _never_entered(rule: Rule) -> Iterator[str]:
    if isinstance(rule, OverThings):
        read = chain.from_iterable(each.items() for each in rule.of_thing)
        others = (getattr(rule, field, None) for field in ("by", "of"))
        found = [item for item in (*read, *others) if isinstance(item, Item) and item.optional]
        yield from dict.fromkeys(item.id for item in found)


def odd_parts(protocol: Protocol) -> Told:
    """Give what an author should look at again."""
    parts = [part.id for part in protocol.parts]
    for number, criterion in enumerate(protocol.criteria):
        letter = part_of_id(criterion, parts)
        if letter and not criterion.part:
            message = (
                f"the id says part {letter}, but it counts for every part: add part: {letter}"
            )
            yield ("criteria", number), message
        for place, rule in rules_of(number, criterion):
            if isinstance(rule, Within) and rule.after == "today" and not rule.item.future:
                message = f"{rule.item.id} is past, and can only be today: write before: today"
                yield place, f"{message}, or future: true at the item"
    if protocol.study.registry_id.startswith("NCT") and not _NCT.fullmatch(
        protocol.study.registry_id
    ):
        yield ("study", "registry_id"), "an id of ClinicalTrials.gov is NCT and eight digits"
    yield from _ages(protocol)
    yield from _strata(protocol)
    yield from _names(protocol)


def _ages(protocol: Protocol) -> Told:
    read = set(chain.from_iterable(_read(each) for each in protocol.criteria))
    for name in protocol.ages:
        if name not in read:
            yield ("ages", name), f"no criterion reads {name}: leave it out, or write another item"


def _read(criterion: Criterion) -> Iterable[str]:
    return chain.from_iterable(map(named, (criterion.decides, *criterion.contradictions)))


def _strata(protocol: Protocol) -> Told:
    for number, factor in enumerate(protocol.factors):
        place, item = ("stratification", number, "strata"), factor.item
        answers = list(item.options) or ["yes", "no"]
        if missing := [answer for answer in answers if answer not in factor.strata]:
            yield place, f"no stratum for {', '.join(missing)}: it would be 'unknown'; add it"
        strata = list(factor.strata.values())
        if twice := next((each for each in strata if strata.count(each) > 1), ""):
            yield place, f"several answers have the stratum {twice!r}: is that meant?"


def _names(protocol: Protocol) -> Told:
    """Give names in reports by which two items that the trial reads would be meant."""
    first: dict[str, str] = {}
    for item in own_items(protocol).values():
        for name in item.names.takes:
            other = first.setdefault(name, item.id)
            if other != item.id:
                message = f"{name!r} is a name of {other} and of {item.id} (names: takes)"
                yield ("questions",), f"{message}: leave it out at one of them"
