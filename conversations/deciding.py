"""The questions that decide a verdict: first those that make it fail, then the open ones."""

from typing import NamedTuple

from conversations.acts import Change
from conversations.answers import asked_items
from conversations.case import Case
from conversations.places import Opener
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from conversations.words.verdict import failing_items, opens
from ectrial.trial.protocol import Question
from ectrial.vocabulary import Item
from ectrial.wording.marks import Mark
from ectrial.wording.speech import Say


class Deciding(NamedTuple):
    """A question, the criterion that it decides, and the item that its button names."""

    mark: Mark
    criterion: str
    question: Question
    item: Item


def deciding(case: Case) -> list[Deciding]:
    """Give the failing questions before the open ones, each question once."""
    found = failing(case)
    known = {each.question.id for each in found}
    for question in opens(case):
        if question.id not in known:
            criterion, item = question.criterion or "", asked_items(question)[0]
            found.append(Deciding(Mark.OPEN, criterion, question, item))
    return found


def failing(case: Case) -> list[Deciding]:
    """Give the questions whose answers make a criterion fail, in protocol order."""
    found: dict[str, Deciding] = {}
    for finding in case.verdict.failing:
        for item in failing_items(finding, case.verdict.facts):
            question = case.trial.question_of.get(item.id)
            if question is None:
                continue  # known from the opening, such as the age: no card can correct it
            each = Deciding(Mark.NOT_MET, finding.criterion.id, question, item)
            found.setdefault(question.id, each)
    return list(found.values())


def opening_row(say: Say, back: Opener, each: Deciding) -> Row:
    """Give the button that opens a question; from there the person returns to this card."""
    words = f"{each.criterion} {say.text(each.item.name)}".strip()
    label = f"{each.mark} {shortened(words, LABEL_WIDTH - 2)}"
    return (Button(label, Change(each.question.id, back)),)
