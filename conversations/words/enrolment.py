"""What is said of a verdict once its subject is enrolled: its day, and what it would be now.

The day has its year, as these sentences are forwarded.
"""

from conversations.case import Case
from conversations.words.verdict import outcome_name
from ectrial.trial.enrolled import enrolled_on
from ectrial.wording.event_days import whole_day_words
from ectrial.wording.speech import Say


def would_be_lines(say: Say, case: Case) -> list[str]:
    """Say that a verdict is as of the enrolment, and what was recorded since makes of it."""
    day, said, now = enrolled_on(case.screening), case.screening.enrolment, case.would_be
    if day is None or said is None:
        return []
    told = [say("Enrolled on {day}: verdict as of that day", day=whole_day_words(say, day))]
    before = case.verdict.entering(said.part).outcome
    if now is not None and (outcome := now.entering(said.part).outcome) != before:
        name = outcome_name(say, outcome)
        told.append(say("By what was recorded since, it would now be: {now}", now=name))
    return told
