"""Answers that are too old in words, and what of a verdict changes by itself, and when."""

from collections.abc import Iterator

from ectrial.trial.ages import Aged
from ectrial.trial.finding import Outcome
from ectrial.trial.verdict import Verdict
from ectrial.wording.event_days import whole_day_words
from ectrial.wording.speech import Say, marked
from ectrial.wording.times import span_words

_OUTCOMES: dict[Outcome, str] = {
    "eligible": marked("eligible"),
    "not_eligible": marked("not eligible"),
    "undetermined": marked("undetermined"),
}


def stale_words(say: Say, aged: Aged) -> str:
    """Say of an answer that it is too old to count, or that nobody knows how old it is."""
    item, limit = say.text(aged.item.name), span_words(say, *aged.limit)
    if aged.day is None:
        return say(
            "{item} has no day, and may be older than {limit}: repeat", item=item, limit=limit
        )
    day = whole_day_words(say, aged.day)
    return say("{item} of {day} is older than {limit}: repeat", item=item, day=day, limit=limit)


def passing_words(say: Say, aged: Aged) -> str:
    """Say of an answer until which day it counts, that one included."""
    if aged.day is None or aged.last is None:
        return stale_words(say, aged)
    return say(
        "{item} of {day} counts until {last}: repeat",
        item=say.text(aged.item.name),
        day=whole_day_words(say, aged.day),
        last=whole_day_words(say, aged.last),
    )


def outcome_words(say: Say, verdict: Verdict) -> str:
    """Name the outcome of a verdict within a sentence."""
    return say(_OUTCOMES[verdict.outcome])


def change_words(say: Say, verdict: Verdict) -> Iterator[str]:
    """Say on which day the verdict will be another by itself, and why; else nothing."""
    if verdict.change is not None:
        yield from turning_words(say, verdict, verdict.change)


def turning_words(say: Say, verdict: Verdict, later: Verdict) -> Iterator[str]:
    """Say on which day a verdict becomes a later one, and why."""
    day = whole_day_words(say, later.today)
    if later.outcome != verdict.outcome:
        yield say("From {day}: {outcome}", day=day, outcome=outcome_words(say, later))
    stale = [each for name, each in later.stale.items() if name not in verdict.stale]
    yield from (passing_words(say, each) for each in stale)
    if not stale:
        pairs = zip(verdict.findings, later.findings, strict=True)
        turned = [was.criterion.id for was, becomes in pairs if was.truth is not becomes.truth]
        yield say("{criteria} will change on {day}", criteria=say.listed(turned), day=day)
