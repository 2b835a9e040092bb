"""The day of a sample: today unless said otherwise, kept with each number measured in it."""

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

from conversations.case import Case
from conversations.drafts import Values
from conversations.focus import Focus, SaidDay
from conversations.here import Here
from ectrial.wording.speech import Say

SAME_SITTING = timedelta(hours=12)
OLDEST = timedelta(days=366)
_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    # without its year `11.2` could be a value, and `5/11` either of two days
    r"|(?P<month_alone>\d{1,2})\s*[-月]\s*(?P<day_alone>\d{1,2})\s*日?"
)


def sample_day(case: Case, focus: Focus) -> date:
    """Give the day that numbers typed now will bear: as said or recorded in the same sitting.

    An earlier sitting says nothing about today's sample.
    """
    now = case.world.now
    said = focus.sitting
    if said and said.screening == case.id and now - said.at < SAME_SITTING:
        return said.day
    dated = [
        (answer.seq, answer.value["date"])
        for answer in case.screening.answers.values()
        if isinstance(answer.value, dict)
        and "date" in answer.value
        and not answer.restored
        and now - answer.at_utc < SAME_SITTING
    ]
    return date.fromisoformat(max(dated)[1]) if dated else case.world.today


def said_day(here: Here, day: date) -> SaidDay:
    """Keep a day for the sitting with the open screening."""
    return SaidDay(here.case.id, day, here.world.now)


def dated(here: Here, values: Values) -> Values:
    """Put the day beside each number that was measured in a sample; one with a day keeps it."""
    day, vocabulary = sample_day(here.case, here.focus), here.case.vocabulary
    return {
        item: replace(value, day=value.day or day)
        if vocabulary[item].sample and value.unit
        else value
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


def read_day(text: str, today: date) -> date | None:
    """Read a day of the last year, with or without its year; None for anything else.

    >>> today = date(2026, 1, 5)
    >>> [str(read_day(text, today)) for text in ("2025/12/30", "12月30日", "1-6", "5/11")]
    ['2025-12-30', '2025-12-30', '2025-01-06', 'None']
    """
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    years = [int(found["year"])] if found["year"] else [today.year, today.year - 1]
    month, number = found["month"] or found["month_alone"], found["day"] or found["day_alone"]
    for year in years:
        try:
            day = date(year, int(month), int(number))
        except ValueError:
            continue
        if is_recent(day, today):
            return day
    return None


def is_recent(day: date, today: date) -> bool:
    """Whether a sample may be of that day: within the last year, and not ahead."""
    return today - OLDEST <= day <= today
