"""Labs that were measured more than once: each sample, the how-manieth within how many days."""

from collections.abc import Iterable, Iterator
from datetime import date

from ectrial.facts import Reported, Value
from ectrial.papers.limits import Limits
from ectrial.papers.recorded import value_of
from ectrial.papers.samples import Samples
from ectrial.papers.worksheet.leaf import Leaf, Row
from ectrial.quantity import Quantity
from ectrial.record.screenings import Answer
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import Item
from ectrial.wording.answers import value_words
from ectrial.wording.numbers import quantity_words
from ectrial.wording.proofs import evidence_line
from ectrial.wording.speech import Say

_OTHER_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def repeats(leaf: Leaf) -> list[Row]:
    """Give a row for each sample of each lab that has several, the oldest first."""
    samples = Samples(leaf.screening)
    limits = Limits(leaf.file.entries, leaf.protocol, leaf.screening)
    rows: list[Row] = []
    for item in leaf.protocol.vocabulary.values():
        if item.sample:
            rows += _samples(leaf, item, samples.of(item.id), limits)
    return rows


def _samples(leaf: Leaf, item: Item, answers: Iterable[Answer], limits: Limits) -> Iterator[Row]:
    present = leaf.screening.answers.get(item.id)
    found: list[tuple[date, int, Answer, Value]] = []
    for answer in answers:
        value = value_of(item, answer)
        if isinstance(value, Quantity | Reported) and value.taken is not None:
            found.append((value.taken, answer.seq, answer, value))
    if len(found) < 2:
        return
    found.sort(key=lambda each: each[:2])
    first = found[0][0]
    for number, (day, _, answer, value) in enumerate(found, start=1):
        limit = limits.of(item, answer)
        told = _proofs(leaf, item, value, limit) or [_value_words(leaf, item, value)]
        yield {
            "which": which_words(leaf.say, item, number, (day - first).days),
            "value": " · ".join((*told, *_limit_words(leaf, limit))),
            "day": day.isoformat(),
            "who": f"{leaf.person(answer.actor, answer.role)} {leaf.at(answer.at_utc)}",
            "counts": leaf.say("counts") if answer is present else "",
        }


def which_words(say: Say, item: Item, number: int, days: int) -> str:
    """Say which sample of a lab it is, such as "2nd WBC in 14 days"."""
    name = say.text(item.name)
    if number == 1:
        return say("1st {name}", name=name)
    if days == 0:
        return say("{nth} {name} on one day", nth=ordinal(say, number), name=name)
    if days == 1:
        return say("{nth} {name} in 1 day", nth=ordinal(say, number), name=name)
    return say("{nth} {name} in {days} days", nth=ordinal(say, number), name=name, days=days)


def ordinal(say: Say, number: int) -> str:
    """Give a number as which of several; in Chinese the sentence around it says that.

    >>> from ectrial.wording.speech import speech
    >>> [ordinal(speech("en"), number) for number in (2, 3, 4, 11, 22)]
    ['2nd', '3rd', '4th', '11th', '22nd']
    """
    if say.language == "zh":
        return str(number)
    ending = "th" if number % 100 in _TEENS else _OTHER_ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _value_words(leaf: Leaf, item: Item, value: Value) -> str:
    if isinstance(value, Quantity):
        return quantity_words(value)
    return value_words(leaf.say, item, leaf.facts.with_items({item.id: value}))


def _limit_words(leaf: Leaf, limit: Quantity | None) -> Iterator[str]:
    if limit is not None:
        yield leaf.say("ULN {value}", value=quantity_words(limit))


def _proofs(leaf: Leaf, item: Item, value: Value, limit: Quantity | None) -> list[str]:
    """Give how a sample compares with each limit of a criterion that this lab alone decides."""
    beside = {item.uln: limit} if item.uln and limit else {}
    facts = leaf.facts.with_items({item.id: value, **beside})
    found = [
        evidence_line(leaf.say, evidence, facts)
        for criterion in leaf.protocol.criteria
        for each in criterion.leaves
        if each.part == "decides" and each.items - beside.keys() == {item.id}
        if (evidence := each.evidence(facts)).truth is not UNKNOWN
    ]
    return [str(line) for line in dict.fromkeys(found)]
