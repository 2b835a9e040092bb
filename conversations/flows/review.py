"""Every answer of a screening, each a tap away from being changed with a reason."""

from dataclasses import replace

from conversations.acts import Change, Go, GoOn
from conversations.answers import asked_items
from conversations.case import Case
from conversations.here import Here
from conversations.places import Report, Review, Verdict
from conversations.screen import LABEL_WIDTH, Block, Button, Row, shortened, title, width
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within
from ectrial.trial.next_question import in_order
from ectrial.trial.protocol import Question
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say

COLON = 2


def words(here: Here, place: Review) -> tuple[Block, ...]:
    """Say what a tap does, and which page this is."""
    say, case = here.say, here.case
    count = len(answered(case))
    return (
        title(heading(say, case.id)),
        Block(say("Tap an answer to change it.") if count else say("No answers yet.")),
        *page_note(say, within(place.page, count), count),
    )


def rows(here: Here, place: Review) -> tuple[Row, ...]:
    """Give one page of answers, in protocol order."""
    say, case = here.say, here.case
    questions = answered(case)
    page = within(place.page, len(questions))
    end = [Button(say("Verdict"), Go(Verdict()))]
    if case.next_question is not None:
        end.append(Button(say("Next question ›"), GoOn(case.id)))
    return (
        *[
            (Button(_label(say, case, question), Change(question.id, page)),)
            for question in questions[page * PAGE : (page + 1) * PAGE]
        ],
        *page_turns(say, page, len(questions), lambda other: Go(Review(other))),
        tuple(end),
    )


def typed(here: Here, place: Review, text: str) -> Turn:
    """Take labs, and come back to this page."""
    turn = type_answer(here, None, text)
    if not isinstance(turn.focus.place, Report):
        return turn
    return replace(turn, focus=replace(turn.focus, review=place.page))


def answered(case: Case) -> list[Question]:
    """Give the questions with a recorded answer, the stratum last."""
    trial = case.trial
    stratum = [question for question in trial.questions if question.role == "stratum"]
    return [
        question
        for question in (*in_order(trial, "protocol"), *stratum)
        if any(item.id in case.facts.items for item in question.items)
    ]


def _label(say: Say, case: Case, question: Question) -> str:
    recorded = case.facts.items
    items = [item for item in asked_items(question) if item.id in recorded]
    items = items or [item for item in question.items if item.id in recorded]
    if len(items) > 1:  # of several that were asked together, those that apply
        items = [item for item in items if recorded[item.id] == item.yes] or items
    answer = " / ".join(dict.fromkeys(value_words(say, item, case.facts) for item in items))
    names = " + ".join(say.text(item.name) for item in items if recorded[item.id] == item.yes)
    name = names or say.text(items[0].name)
    room = LABEL_WIDTH - COLON
    answer = shortened(answer, max(room // 2, room - width(name)))
    name = shortened(name, room - width(answer))
    return say("{name}: {answer}", name=name, answer=answer)
