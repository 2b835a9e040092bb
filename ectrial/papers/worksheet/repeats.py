"""Labs that were measured more than once: each sample, the how-manieth within how many days."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ectrial.facts import Reported, Value
from ectrial.papers.limits import Limits
from ectrial.papers.recorded import value_of
from ectrial.papers.worksheet.leaf import Leaf, Row
from ectrial.quantity import Quantity
from ectrial.record.entries import Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.screenings import Answer, Screening
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
    passed_over = earlier_samples_told_late(leaf.file.entries)
    limits = Limits(leaf.file, leaf.protocol, leaf.screening)
    rows: list[Row] = []
    for item in leaf.protocol.vocabulary.values():
        if item.sample:
            rows += _samples(leaf, item, passed_over.get(item.id, ()), limits)
    return rows


def _samples(
    leaf: Leaf, item: Item, passed_over: Iterable[Answer], limits: Limits
) -> Iterator[Row]:
    present = leaf.screening.answers.get(item.id)
    answers = [
        *passed_over,
        *leaf.screening.earlier.get(item.id, ()),
        *([present] if present else []),
    ]
    by_day: dict[date, tuple[Answer, Value]] = {}
    for answer in answers:
        value = value_of(item, answer)
        if isinstance(value, Quantity | Reported) and value.taken is not None:
            by_day[value.taken] = (answer, value)
    if len(by_day) < 2:
        return
    first = min(by_day)
    for number, day in enumerate(sorted(by_day), start=1):
        answer, value = by_day[day]
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


def earlier_samples_told_late(entries: Iterable[Entry]) -> Mapping[str, list[Answer]]:
    """Give by item the answers of a sample that is older than what was already recorded.

    They never counted, so the screening does not have them. Clearing takes them away as well.
    """
    found: dict[str, list[Answer]] = {}
    state: Screening | None = None
    for entry in entries:
        before, state = state, fold((entry,), onto=state)
        if entry.said.kind in (Kind.CLEARED, Kind.RESTORED, Kind.MOVED):
            found = {}
        if entry.said.kind is not Kind.ANSWERED or before is None or state is None:
            continue
        item, said = entry.said.item or "", entry.said
        if item in before.answers and state.answers.get(item) == before.answers[item]:
            answer = Answer(said.value, entry.seq, entry.at_utc, entry.actor, role=entry.role)
            found.setdefault(item, []).append(answer)
    return found


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
