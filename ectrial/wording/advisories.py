"""Advisories: warnings beside a verdict, which never change it."""

from collections.abc import Iterator
from typing import NamedTuple

from ectrial.trial.matters import old_samples
from ectrial.trial.over_time import sampled_after
from ectrial.trial.verdict import Verdict
from ectrial.truth import TRUE, UNKNOWN
from ectrial.wording.ages import change_words, stale_words
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say


class Advisory(NamedTuple):
    """A code of docs/facts.md and its message in words."""

    code: str
    message: str


def advise(verdict: Verdict, say: Say) -> list[Advisory]:
    """Give all advisories of a verdict: general ones, the trial's own, then readings used."""
    return [
        *_list_incomplete(verdict, say),
        *_listing_ended(verdict, say),
        *_contradictions(verdict, say),
        *_of_the_trial(verdict, say),
        *_old_samples(verdict, say),
        *_samples_ahead(verdict, say),
        *(Advisory("answer_old", stale_words(say, each)) for each in verdict.stale.values()),
        *(Advisory("will_change", words) for words in change_words(say, verdict)),
        *_at_the_edge(verdict, say),
        *_readings(verdict, say),
    ]


def _listing_ended(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    study = verdict.protocol.study
    if study.end_date and study.is_over(verdict.today):
        message = say(
            "The listing's end date ({date}) has passed: confirm that enrolment is open.",
            date=study.end_date.written,
        )
        yield Advisory("listing_ended", message)


def _list_incomplete(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    if verdict.protocol.incomplete:
        yield Advisory("list_incomplete", incomplete_words(say))


def incomplete_words(say: Say) -> str:
    """Say what is not known of a trial whose list of criteria is incomplete."""
    return say(
        "The list of criteria is incomplete: later criteria are unknown. Confirm them, and that "
        "the trial is open, with the registry or the protocol."
    )


def _contradictions(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    told: dict[str, list[str]] = {}
    for finding in verdict.findings:
        if finding.contradicted:
            names = [say.text(item.name) for item in finding.clashing(verdict.facts)]
            told.setdefault(say.listed(names), []).append(finding.criterion.id)
    for items, criteria in told.items():
        message = say(
            "{criterion}: recorded values contradict each other ({items}).",
            criterion=say.listed(criteria),
            items=items,
        )
        yield Advisory("contradiction", message)


def _of_the_trial(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    for rule in verdict.protocol.advisories:
        if rule.when.holds(verdict.facts, UNKNOWN) is TRUE:
            yield Advisory(rule.code, say.text(rule.tells))


def _old_samples(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    for item in old_samples(verdict):
        yield Advisory("sample_old", old_sample_words(verdict, say, item))


def old_sample_words(verdict: Verdict, say: Say, item: str) -> str:
    """Say of an item that its sample is old, and from which day."""
    return say(
        "{item}: the sample of {date} is older than {days} days.",
        item=say.text(verdict.protocol.vocabulary[item].name),
        date=old_samples(verdict)[item].isoformat(),
        days=verdict.protocol.sample_days,
    )


def _samples_ahead(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    """Tell of samples of a later day than that of the verdict; only an older trial counts them."""
    days = sampled_after(verdict.given, verdict.today)
    for item in () if verdict.is_of_enrolment else days:
        message = say(
            "{item}: the sample of {date} lies ahead: check its day.",
            item=say.text(verdict.protocol.vocabulary[item].name),
            date=days[item].isoformat(),
        )
        yield Advisory("sample_ahead", message)


def _readings(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    for code, tells, when in verdict.protocol.triggers:
        if when.holds(verdict.facts, UNKNOWN) is TRUE:
            yield Advisory(code, say.text(tells))


def _at_the_edge(verdict: Verdict, say: Say) -> Iterator[Advisory]:
    for rule in verdict.protocol.limited:
        if not rule.is_at_the_edge(verdict.facts):
            continue
        if value := verdict.facts.quantity(rule.item.id):
            message = say(
                "{item} {value} is within rounding of its limit: confirm with the report.",
                item=say.text(rule.item.name),
                value=quantity_words(value),
            )
            yield Advisory("at_the_edge", message)
    for estimate in verdict.protocol.estimates:
        if estimate.is_at_the_edge(verdict.facts):
            message = say("The estimated clearance is near its limit: get a measured one.")
            yield Advisory("at_the_edge", message)
