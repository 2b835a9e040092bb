"""Answers that a person may take back without a reason: the person's own latest ones."""

from conversations.acts import Undo, key
from conversations.answers import counted
from conversations.case import Case
from conversations.restoring import restore_row
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from ectrial.facts import Judgement
from ectrial.record.screenings import UNDO_WITHIN, Change
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say

HALF_WIDTH = 15  # letters of a button that has half of a row


def undo_rows(say: Say, case: Case) -> tuple[Row, ...]:
    """Offer to take back the latest answers, in a separate row."""
    return tuple((button,) for button in undo_buttons(say, case))


def undo_buttons(say: Say, case: Case, width: int = LABEL_WIDTH) -> Row:
    """Offer to take back the person's latest answers, or to restore cleared answers."""
    last = own_change(case)
    if last is None or is_late(case, last):
        return restore_row(say, case.world, case.screening)
    label = say("↩ Undo {what}", what=change_words(say, case, last))
    return (Button(shortened(label, width), Undo(case.id, case.screening.last_seq)),)


def own_change(case: Case) -> Change | None:
    """Give the latest answers, unless another person gave them."""
    last = case.screening.last_change
    return last if last is not None and last.actor == case.world.actor else None


def is_late(case: Case, change: Change) -> bool:
    """Whether the time is over in which answers may be taken back."""
    return case.world.now - change.at_utc > UNDO_WITHIN


def late_undo(case: Case, tapped: str) -> Undo | None:
    """Give the act of a tapped key if the phone still shows *Undo* though its time is over."""
    last, act = own_change(case), Undo(case.id, case.screening.last_seq)
    is_it = last is not None and is_late(case, last) and key(act) == tapped
    return act if is_it else None


def change_words(say: Say, case: Case, change: Change) -> str:
    """Name an answer with its value; if there are several, their number."""
    items = [item for item in case.vocabulary if item in change.before]
    n = counted(case.trial, items) if items else 0
    limits = {item.uln for item in case.vocabulary.values()}
    answers = [i for i in items if i not in limits and case.vocabulary[i].kind != "method"]
    if n > 1 or not items:
        return say("{n} answers", n=n)
    if len(answers) > 1:
        told = say("{n} answers", n=len(answers))
        # sex and age may be known from the opening, and asked by no question of the trial
        known = (case.trial.question_of.get(each) for each in answers)
        criterion = next((each.criterion for each in known if each and each.criterion), "")
        return f"{criterion} · {told}" if criterion else told
    item = case.vocabulary[items[0]]
    name = say.text(item.name)
    if isinstance(case.facts.items.get(item.id), Judgement):
        return say("{name}, no number", name=name)
    return f"{name} {value_words(say, item, case.facts)}"
