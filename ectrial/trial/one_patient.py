"""What all screenings of one patient say of an item: agreed on, or unknown. Pure.

Of answers of different days the latest counts, of a lab with the limit of its own report, and of
a number and a judgement of one day the number. Answers of one day that differ otherwise contradict
each other: none is chosen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from ectrial.facts import Absence, Judgement, Value
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.carrying import NOT_KNOWN, Carried, Offer, day_of_answer, means_the_same, sound
from ectrial.trial.carrying import offer as offered
from ectrial.trial.implied import Contradiction
from ectrial.trial.present_names import present_names
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item

DayOf = Callable[[datetime], date]


class Screened(NamedTuple):
    """A screening of the patient, under its own protocol."""

    screening: Screening
    under: Protocol


@dataclass(frozen=True, slots=True)
class Agreed:
    """The answers that count, by item, and those that contradict each other.

    `used` are those that count in a trial and were given in another.
    """

    answers: Mapping[str, JSON]
    contradictions: tuple[Contradiction, ...] = ()
    used: Mapping[str, Carried] = field(default_factory=dict)


class _Said(NamedTuple):
    """An answer of one screening, with the day it is true of and what it means there."""

    of: ScreeningId
    value: JSON
    day: date
    item: Item
    used: Carried | None = None


def agreed(screenings: Sequence[Screened], day_of: DayOf) -> Agreed:
    """Give what the screenings say together, as far as it may count outside of their trials.

    What one says under a former id of an item of another is that item's answer, and known by
    either id.
    """
    said: dict[str, list[_Said]] = {}
    former: dict[str, tuple[str, JSON]] = {}
    names = present_names(under.vocabulary for _, under in screenings)
    for screening, under in screenings:
        for name, value in sound(screening, under).items():
            item = under.vocabulary.get(name)
            if item is None:
                continue
            day = day_of_answer(screening, name, screening.answers[name], day_of)
            now, written, renamed = names.of(item, value)
            said.setdefault(now, []).append(_Said(screening.id, renamed, day, written))
            if now != name:
                former[name] = now, value
    # asked in other words, an answer neither agrees nor contradicts
    alike = {
        name: each
        for name, each in said.items()
        if all(means_the_same(each[0].item, other.item) for other in each[1:])
    }
    found = _agreed(alike)
    also = {old: value for old, (now, value) in former.items() if now in found.answers}
    return replace(found, answers={**also, **found.answers})


def agreed_there(
    there: Protocol,
    others: Sequence[Screened],
    own: Screening | None,
    today: date,
    day_of: DayOf,
) -> tuple[Agreed, Offer]:
    """Give what counts in a trial: its own answers, and what other screenings offer it.

    The offer holds what counts there and is not known there.
    """
    offers = [offered(each, under, there, {}, today, day_of) for each, under in others]
    known = {} if own is None else own.answers
    said = {} if own is None else dict(_own(own, there, day_of))
    for (screening, _), each in zip(others, offers, strict=True):
        for name, carried in each.answers.items():
            item = there.vocabulary[name]
            told = _Said(screening.id, carried.value, carried.day, item, carried)
            said.setdefault(name, []).append(told)
    found = _agreed(_of_one_report(said, there))
    # that it was not done, or not known, there says no more than what another screening knows
    rest = {name: answer.value for name, answer in known.items() if name not in said}
    unknown = (None, Absence.UNKNOWN)
    new = {n: c for n, c in found.used.items() if n not in known or known[n].value in unknown}
    left = {name: why for each in offers for name, why in each.left.items() if name not in new}
    return replace(found, answers={**rest, **found.answers}), Offer(new, left)


def _own(own: Screening, there: Protocol, day_of: DayOf) -> Iterator[tuple[str, list[_Said]]]:
    """Give what is known in the trial itself."""
    for name, answer in own.answers.items():
        if answer.value not in (None, *NOT_KNOWN) and name in there.vocabulary:
            day = day_of_answer(own, name, answer, day_of)
            yield name, [_Said(own.id, answer.value, day, there.vocabulary[name])]


def _of_one_report(
    said: Mapping[str, Sequence[_Said]], there: Protocol
) -> Mapping[str, Sequence[_Said]]:
    """Leave out limits of screenings whose number does not count: each is of its own report."""
    kept = dict(said)
    for limit, lab in there.labs_of_limits.items():
        if limit in kept and lab in kept:
            sources = {each.of for each in _counting(kept[lab])}
            kept[limit] = [each for each in kept[limit] if each.of in sources]
            if not kept[limit]:
                del kept[limit]
    return kept


def _agreed(said: Mapping[str, Sequence[_Said]]) -> Agreed:
    answers: dict[str, JSON] = {}
    used: dict[str, Carried] = {}
    clashes: list[Contradiction] = []
    for name, every in said.items():
        counting = list(_counting(every))
        first = counting[0]
        other = next((each for each in counting[1:] if not _same(first, each)), None)
        if other is None:
            answers[name] = first.value
            used |= {name: first.used} if first.used is not None else {}
        else:
            clashes.append(Contradiction(name, (first.value, other.value), ((), ())))
    return Agreed(answers, tuple(clashes), used)


def _counting(said: Sequence[_Said]) -> Iterator[_Said]:
    """Leave out answers of earlier days, and judgements where there is a number."""
    latest = max(each.day for each in said)
    said = [each for each in said if each.day == latest]
    numbers = [each for each in said if each.value not in tuple(Judgement)]
    yield from numbers or said


def _same(one: _Said, other: _Said) -> bool:
    """Whether two answers to an item say the same, also in different units."""
    if one.value == other.value:
        return True
    try:
        return _meant(one.item, one.value) == _meant(other.item, other.value)
    except ValueError:
        return False  # one that its own version cannot read


def _meant(item: Item, value: JSON) -> object:
    read: Value = item.read(value)
    if not isinstance(read, Quantity):
        return read
    return item.units[read.unit].base, item.interval(read)
