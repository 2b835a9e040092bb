"""Which answers of a screening may be carried over to another trial, and why others may not. Pure.

Only what means the same there: an item of the same id, asked for in the same words, with the same
options and units. Nothing that is not known, too old there, copied from another subject's report,
or found by a procedure that was done for the first trial alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from ectrial.facts import Absence, Judgement
from ectrial.given import given
from ectrial.record.entries import JSON
from ectrial.record.screenings import Answer, Screening
from ectrial.record.sources import Source
from ectrial.trial.impact import not_carried
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol
from ectrial.trial.renaming import answered_as, as_under, written_as
from ectrial.vocabulary import Item

WhyNot = Literal[
    "defined_otherwise", "other_limit", "too_old", "copied", "no_consent", "no_lab", "asked_anew"
]
"""`no_consent`: perhaps found by a procedure of that study, and no recorded consent covers its use
elsewhere. `no_lab`: an upper limit without the lab of its report. `asked_anew`: it came from the
screening that a re-screening repeats."""
NOT_KNOWN = (Absence.UNKNOWN, Absence.PENDING, Absence.NOT_DONE)
_WORDS_ALONE = {"names", "resolve", "example", "bare", "reports", "refused_units", "nullable"}
"""What of an item says how it is typed or found, not what its answer means."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One answer that may be used: the entry that gave it, the day it is true of, its source.

    `by_consent`: a procedure of the study may have found it; it counts while consent covers that.
    """

    value: JSON
    of: int
    day: date
    source: Source | None = None
    by_consent: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a screening offers to another trial, by item; `left` says why the rest is not."""

    answers: Mapping[str, Carried] = field(default_factory=dict)
    left: Mapping[str, WhyNot] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that the answers are true of; None without any."""
        days = [each.day for each in self.answers.values()]
        return (min(days), max(days)) if days else None

    @property
    def pinned(self) -> tuple[tuple[str, int], ...]:
        """Name exactly these answers: each item, and the entry that gave its answer."""
        return tuple((item, each.of) for item, each in self.answers.items())


def may_offer(screening: Screening) -> bool:
    """Whether anything of a screening may be used elsewhere: never after a refusal or voiding."""
    return not screening.voided and not screening.consent.is_refused


def offer(
    screening: Screening,
    under: Protocol,
    there: Protocol,
    known: Mapping[str, JSON],
    today: date,
    day_of: Callable[[datetime], date],
) -> Offer:
    """Give what a screening `under` its protocol offers to a trial in which `known` is answered.

    `day_of` gives the day of a moment at the site. Lapsed answers must be left out before.
    """
    if not may_offer(screening):
        return Offer()
    answers: dict[str, Carried] = {}
    left: dict[str, WhyNot] = {}
    for item in own_items(there).values():
        named = answered_as(item, screening.answers)
        answer = screening.answers.get(named)
        if answer is None or answer.value in NOT_KNOWN or _is_known(known, item.id):
            continue
        day = day_of_answer(screening, named, answer, day_of)
        why = _why_not(screening, under, there, item, named)
        if why is None and _is_too_old(there, item, day, today):
            why = "too_old"
        if why is not None:
            left[item.id] = why
            continue
        value = as_under(there, {named: answer.value})[item.id]
        of_study = _may_be_of_a_study_procedure(screening, under, named, answer)
        answers[item.id] = Carried(value, answer.seq, day, screening.source(named), of_study)
    for limit, lab in there.labs_of_limits.items():
        if limit in answers and lab not in answers:
            del answers[limit]
            left[limit] = "no_lab"
    return Offer(answers, left)


def sound(screening: Screening, under: Protocol) -> dict[str, JSON]:
    """Give the answers that may count outside of their trial, whatever other trials ask for."""
    if not may_offer(screening):
        return {}
    return {
        item: answer.value
        for item, answer in screening.answers.items()
        if answer.value not in NOT_KNOWN and _unsound(screening, under, item, answer) is None
    }


def means_the_same(one: Item, other: Item) -> bool:
    """Whether two items of one id ask for the same thing, in both languages.

    >>> from ectrial.text import Text
    >>> naps = Item(id="naps", kind="boolean", name=Text(en="Naps", zh="午睡"))
    >>> means_the_same(naps, naps.model_copy(update={"resolve": Text(en="Ask", zh="询问")}))
    True
    >>> means_the_same(naps, naps.model_copy(update={"name": Text(en="Long naps", zh="久睡")}))
    False
    """
    return one.model_dump(exclude=_WORDS_ALONE) == other.model_dump(exclude=_WORDS_ALONE)


def _is_known(known: Mapping[str, JSON], item: str) -> bool:
    return known.get(item) not in (None, Absence.UNKNOWN)


def day_of_answer(
    screening: Screening, item: str, answer: Answer, day_of: Callable[[datetime], date]
) -> date:
    """Give the day an answer is true of: its sample's, its origin's, or that of answering."""
    sampled = given(answer.value).day
    origin = screening.origin(item)
    return sampled or (origin.day if origin else day_of(answer.at_utc))


def _why_not(
    screening: Screening,
    under: Protocol,
    there: Protocol,
    item: Item,
    named: str,
) -> WhyNot | None:
    before, answer = under.vocabulary.get(named), screening.answers[named]
    if before is None or not means_the_same(written_as(before, item), item):
        return "defined_otherwise"
    if not_carried(under, there, {named: answer.value}):
        return "other_limit" if answer.value in tuple(Judgement) else "defined_otherwise"
    return _unsound(screening, under, named, answer)


def _is_too_old(there: Protocol, item: Item, day: date, today: date) -> bool:
    """Whether an answer of a day is too old in a trial: by its own age, else as a sample."""
    if (age := there.ages.get(item.id)) is not None:
        last = age.limit.span.after(day)
        return last is None or today > last
    return item.sample and today - day > timedelta(there.sample_days)


def _unsound(screening: Screening, under: Protocol, item: str, answer: Answer) -> WhyNot | None:
    if answer.source is not None:
        return "copied"
    if screening.consent.covers_other_trials:
        return None
    is_of_study = _may_be_of_a_study_procedure(screening, under, item, answer)
    return "no_consent" if is_of_study else None


def _may_be_of_a_study_procedure(
    screening: Screening, under: Protocol, item: str, answer: Answer
) -> bool:
    """Whether only the study may have found it: such a procedure needs a signature before.

    Where the chart or routine care may have told it, it may be the study's own once consent is
    signed, unless the answer says that it was seen in the chart or told by the patient.
    """
    kinds = {way.kind for way in under.ways.get(item, ())}
    if "study_procedure" not in kinds:
        return False
    if kinds == {"study_procedure"}:
        return True
    signed = any(each.is_signed and each.seq < answer.seq for each in screening.consents)
    return signed and screening.source(item) not in ("chart", "patient")
