"""The verdict on one card: outcome first, then why, what would settle it, and what to mind."""

from conversations.acts import Forward, Go, GoOn, KeepGoing, Undo
from conversations.answer_rows import yes_no_row
from conversations.answers import asked_items
from conversations.case import Case
from conversations.here import Here
from conversations.places import More, OpenQuestions, Review, SubjectCode, Verdict
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    fold,
    lines,
    note,
    shortened,
    title,
)
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.walk import asking
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.phone import folded_to_a_phone
from conversations.words.verdict import (
    advice,
    failing_words,
    investigator_words,
    opens,
    outcome_words,
    stratum_words,
    unasked_words,
    unresolved_words,
    unsettled,
)
from ectrial.trial.next_question import stratum_question
from ectrial.trial.protocol import Question
from ectrial.wording.marks import Mark
from ectrial.wording.speech import Say

OPENABLE = 3


def words(here: Here, place: Verdict) -> tuple[Block, ...]:
    """Show the verdict; long lists are folded until the outcome stays on the phone."""
    say, case = here.say, here.case
    verdict = case.verdict
    unresolved, unasked = unsettled(case)
    question = stratum_question(verdict)
    failing = [failing_words(say, finding, verdict.facts) for finding in verdict.failing]
    told = advice(say, case)
    blocks = [
        title(heading(say, case.id)),
        title(outcome_words(say, verdict)),
        *(lines(stratum_words(say, verdict)) if question is None else ()),
        *lines("\n".join([say("Failing:"), *failing]) if failing else ""),
        *lines("\n".join(unresolved_words(say, verdict, unresolved))),
        *[fold("\n".join(each)) for each in [unasked_words(say, verdict, unasked)] if each],
        *([note("\n".join([say("Please note:"), *told]))] if told else []),
        note(investigator_words(say)),
        *([Block(say.text(question.asks))] if question is not None else []),
    ]
    return folded_to_a_phone(blocks, len(rows(here, place)), here.focus.said)


def rows(here: Here, place: Verdict) -> tuple[Row, ...]:
    """Give the stratum, what is open, the way on, then the text to forward and all answers."""
    say, case = here.say, here.case
    found: list[Row] = []
    if (stratum := stratum_question(case.verdict)) is not None:
        found.append(yes_no_row(say, case, stratum))
    questions = opens(case)
    found += _open_rows(say, case, questions[:OPENABLE])
    if len(questions) > OPENABLE:
        found.append((Button(say("More open questions ›"), Go(OpenQuestions())),))
    seq = case.screening.last_seq
    if case.screening.stopped:
        found.append((Button(say("Keep going"), KeepGoing(case.id, seq)),))
    elif case.next_question is not None:
        found.append((Button(say("Next question ›"), GoOn(case.id), "primary"),))
    forward = Button(say("Text to forward"), Forward(case.id, seq))
    found.append((forward, Button(say("All answers"), Go(Review()))))
    return (*found, _end(say, case))


def typed(here: Here, place: Verdict | OpenQuestions, text: str) -> Turn:
    """Take labs."""
    return type_answer(here, None, text)


def open_words(here: Here, place: OpenQuestions) -> tuple[Block, ...]:
    """Show the open questions that the verdict has no room for."""
    say, case = here.say, here.case
    rest = opens(case)[OPENABLE:]
    if not rest:
        return words(here, Verdict())
    return (
        title(heading(say, case.id)),
        Block(say("More open questions, most decisive first. Tap one to answer it.")),
        *page_note(say, within(place.page, len(rest)), len(rest)),
    )


def open_rows(here: Here, place: OpenQuestions) -> tuple[Row, ...]:
    """Give each of them; the verdict's own buttons when none are left."""
    say, case = here.say, here.case
    rest = opens(case)[OPENABLE:]
    if not rest:
        return rows(here, Verdict())
    page = within(place.page, len(rest))
    return (
        *_open_rows(say, case, rest[page * PAGE : (page + 1) * PAGE]),
        *page_turns(say, page, len(rest), lambda other: Go(OpenQuestions(other))),
        (Button(say("‹ Back"), Go(Verdict()), "primary"),),
    )


def _end(say: Say, case: Case) -> Row:
    end = (Button(say("⋯ More"), Go(More())), Button(say("New ›"), Go(SubjectCode())))
    if case.screening.last_change is None:
        return end
    return (Button(say("↩ Undo"), Undo(case.id, case.screening.last_seq)), *end)


def _open_rows(say: Say, case: Case, questions: tuple[Question, ...]) -> list[Row]:
    return [
        (Button(f"{Mark.OPEN} {_short(say, question)}", Go(asking(case, question))),)
        for question in questions
    ]


def _short(say: Say, question: Question) -> str:
    criterion = f"{question.criterion} " if question.criterion else ""
    return shortened(criterion + say.text(asked_items(question)[0].name), LABEL_WIDTH - 2)
