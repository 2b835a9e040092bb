"""How far a screening is, and the number of a question in the whole order."""

from conversations.case import Case
from ectrial.trial.next_question import in_order, outstanding
from ectrial.trial.protocol import Question


def position(case: Case, question: Question) -> tuple[int, int]:
    """Give the number of a question and the total; answers change neither of them."""
    names = [each.id for each in in_order(case.trial, case.screening.order)]
    place = names.index(question.id) + 1 if question.id in names else len(names)
    return place, len(names)


def progress(case: Case) -> tuple[int, int]:
    """Give how many questions are done and how many there are for this subject."""
    skipped = case.screening.skipped
    open_now = outstanding(case.verdict, case.screening.order)
    still_open = {question.id for question in open_now}
    known = case.facts.items.keys()
    answered = [
        question
        for question in in_order(case.trial, case.screening.order)
        if question.id not in still_open and not known.isdisjoint(question.item_ids)
    ]
    waiting = [question for question in open_now if question.id not in skipped]
    done = len(answered) + len(open_now) - len(waiting)
    return done, done + len(waiting)
