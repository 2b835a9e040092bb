"""The way through a screening: the next place and the previous one."""

from conversations.case import Case
from conversations.drafts import Values
from conversations.places import Limit, Place, Question
from conversations.places_outside import Home
from conversations.places_to_look_at import Failed, Verdict
from ectrial.given import given
from ectrial.trial.next_question import in_order
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import RATIO


def next_place(case: Case) -> Question | Limit | Failed | Verdict:
    """Give the next question; the verdict when there is none or the screening was stopped.

    A failure comes first, until somebody has decided to stop or to continue. A person who answers
    nothing, such as a monitor, looks at the verdict.
    """
    if not answers_here(case):
        return Verdict()
    if case.is_undecided:
        return Failed()
    upcoming = case.next_question
    if upcoming is None or case.screening.stopped:
        return Verdict()
    return asking(case, upcoming)


def asking(case: Case, question: Asked) -> Question | Limit:
    """Give the place of a question; if its value lacks the upper limit, the place of the limit."""
    value = without_limit(case, question) if answers_here(case) else {}
    return Limit(question.id, value, is_recorded=True) if value else Question(question.id)


def answers_here(case: Case) -> bool:
    """Whether the person answers questions, and does not only look at the answers."""
    return "screen" in case.world.member.tasks


def without_limit(case: Case, question: Asked) -> Values:
    """Give the recorded number of a question whose upper limit is missing; else nothing."""
    for item in question.items:
        raw = case.recorded(item.id)
        if item.uln and case.recorded(item.uln) is None and isinstance(raw, dict):
            value = given(raw)
            if value.unit != RATIO:
                return {item.id: value}
    return {}


def place_before(case: Case, question: str) -> Place:
    """Give the previous question that was answered or skipped; home if there is none."""
    questions = list(in_order(case.trial, case.screening.order))
    names = [each.id for each in questions]
    place = names.index(question) if question in names else len(names)
    for earlier in reversed(questions[:place]):
        answered = any(item.id in case.facts.items for item in earlier.items)
        if answered or earlier.id in case.screening.skipped:
            return asking(case, earlier)
    return Home()


def answered_questions(case: Case) -> list[Asked]:
    """Give the questions with a recorded answer; the stratum comes last."""
    trial = case.trial
    stratum = [question for question in trial.questions if question.role == "stratum"]
    return [
        question
        for question in (*in_order(trial, "protocol"), *stratum)
        if any(item.id in case.facts.items for item in question.items)
    ]
