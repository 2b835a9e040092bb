"""The day of a sample: today unless said otherwise, kept with each number measured in it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from conversations.case import Case
from conversations.drafts import Values
from conversations.focus import Focus, SaidDay
from conversations.here import Here
from conversations.turn import Turn, World
from ectrial.given import given
from ectrial.record.entries import Reason
from ectrial.record.screenings import Answer
from ectrial.wording.speech import Say

SAME_SITTING = timedelta(hours=12)


def sample_day(case: Case, focus: Focus) -> date:
    """Give the day that numbers typed now will bear: as said or recorded in the same sitting.

    An earlier sitting says nothing about today's sample.
    """
    return _day_of(case.world, focus, case.screening.answers.values())


def day_to_tell(here: Here, turn: Turn) -> date | None:
    """Give the day that the card after a turn gives for samples; None where nothing is open."""
    focus = turn.focus
    if focus.screening is None:
        return None
    screening = here.world.records.screening(focus.screening)
    changed = {entry.item for entry in turn.entries}
    kept = screening.answers.items() if screening else ()
    answers = [answer for item, answer in kept if item not in changed]
    given_now = [given(e.value).day for e in turn.entries if e.reason is not Reason.MIS_TAP]
    return _day_of(here.world, focus, answers, [day for day in given_now if day])


def tells_another_day(here: Here) -> bool:
    """Whether numbers would bear another day than the card gives: at midnight, after others."""
    told = here.focus.told_day
    return told is not None and told != sample_day(here.case, here.focus)


def _day_of(
    world: World, focus: Focus, answers: Iterable[Answer], given_now: Sequence[date] = ()
) -> date:
    said = focus.sitting
    if said and said.screening == focus.screening and world.now - said.at < SAME_SITTING:
        return said.day
    if given_now:
        return given_now[-1]
    dated = [
        (answer.seq, day)
        for answer in answers
        if (day := given(answer.value).day)
        and not answer.restored
        and world.now - answer.at_utc < SAME_SITTING
    ]
    return max(dated)[1] if dated else world.today


def said_day(here: Here, day: date) -> SaidDay:
    """Keep a day for the sitting with the open screening."""
    return SaidDay(here.case.id, day, here.world.now)


def dated(here: Here, values: Values) -> Values:
    """Put the day beside each number that was measured in a sample; one with a day keeps it."""
    day, vocabulary = sample_day(here.case, here.focus), here.case.vocabulary
    return {
        item: value.sampled_on(day) if vocabulary[item].sample else value
        for item, value in values.items()
    }


def day_words(say: Say, case: Case, day: date) -> str:
    """Give a day as it is spoken of."""
    match (case.world.today - day).days:
        case 0:
            return say("today")
        case 1:
            return say("yesterday")
    return day.isoformat()
