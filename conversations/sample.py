"""The day of a sample: today unless said otherwise, kept with each number measured in it."""

from datetime import date, timedelta

from conversations.case import Case
from conversations.drafts import Values
from conversations.focus import Focus, SaidDay
from conversations.here import Here
from ectrial.given import given
from ectrial.wording.speech import Say

SAME_SITTING = timedelta(hours=12)


def sample_day(case: Case, focus: Focus) -> date:
    """Give the day that numbers typed now will bear: as said or recorded in the same sitting.

    An earlier sitting says nothing about today's sample.
    """
    now = case.world.now
    said = focus.sitting
    if said and said.screening == case.id and now - said.at < SAME_SITTING:
        return said.day
    dated = [
        (answer.seq, day)
        for answer in case.screening.answers.values()
        if (day := given(answer.value).day)
        and not answer.restored
        and now - answer.at_utc < SAME_SITTING
    ]
    return max(dated)[1] if dated else case.world.today


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
