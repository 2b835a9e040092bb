"""The walk through one screening: answer, skip, back, undo, first failure, stop or keep going."""

from dataclasses import replace
from datetime import timedelta

from conversations.case import Case
from conversations.flows.number import STAYS, type_answer
from conversations.flows.report import type_on_report
from conversations.limits import limit_tap, wanted_for
from conversations.recording import answer_tap, asked_again, follow
from conversations.sample import ask_day, type_day
from conversations.screen import Button, Row, Screen, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from ectrial.record.entries import Kind, Order, Reason
from ectrial.trial.next_question import in_order
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say

UNDO_WITHIN = timedelta(minutes=2)
TAKES_LABS = frozenset(
    {"question", "which", "contradiction", "failed", "verdict", "open", "review"}
)


def question_of(case: Case, focus: Focus) -> Question | None:
    """Give the question that the card shows."""
    return case.world.trial.question_by_id.get(focus.question or "")


def go_on(case: Case, focus: Focus) -> Focus:
    """Go to the next question; to the verdict when there is none or it was stopped.

    A failure waits until somebody has said to stop or to keep going.
    """
    if case.is_undecided:
        return focus.at("failed", screening=case.screening.id)
    upcoming = case.next_question
    if upcoming is None or case.screening.stopped:
        return focus.at("verdict", screening=case.screening.id)
    return focus.at("question", screening=case.screening.id, question=upcoming.id)


def question_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn:
    """Take a tap on a question card."""
    question = question_of(case, focus)
    if question is None:
        return Turn(go_on(case, focus))
    match act:
        case "text":
            shown = not focus.draft.get("text", False)
            return Turn(replace(focus, draft={**focus.draft, "text": shown}))
        case "back":
            return Turn(_back(case, focus, question))
        case "skip":
            return _skip(say, case, focus, question)
        case "day":
            return Turn(ask_day(focus))
        case "again":
            return Turn(replace(focus, draft={**focus.kept(*STAYS), "anew": True}, said=()))
        case "nolimit" | "samelimit" if values := wanted_for(case, focus, question):
            return limit_tap(say, case, focus, values, act)
    return answer_tap(say, case, focus, question, act)


def typed(say: Say, case: Case, focus: Focus, text: str) -> Turn:
    """Take text typed during a screening: the answer to the card, labs of a report, or a day."""
    match focus.view:
        case "day":
            return type_day(say, case, focus, text)
        case "report":
            return type_on_report(say, case, focus, text)
        case "contradiction" if "lines" in focus.draft:
            return type_on_report(say, case, asked_again(focus), text)
        case view if view in TAKES_LABS:
            return type_answer(say, case, focus, question_of(case, focus), text)
    return Turn(replace(focus, said=(say("Please use the buttons: no free text is kept here."),)))


def undo(say: Say, case: Case, focus: Focus) -> Turn:
    """Take back the last answers within two minutes, as a correction with the reason mis-tap."""
    change = case.screening.last_change
    if change is None or change.actor != case.world.actor:
        return Turn(focus, toast=say("Nothing of yours to undo."))
    if case.world.now - change.at_utc > UNDO_WITHIN:
        return Turn(focus, toast=say("Two minutes have passed: change it in /review."))
    entries = case.recording(change.before, Reason.MIS_TAP)
    after = case.after(change.before)
    question = case.world.trial.question_of.get(next(iter(change.before)))
    said = (say("Taken back."),)
    asked = focus.at("question", question=question.id if question else None)
    turn = follow(say, case, after, entries, asked, said)
    if question is None or question.role == "stratum":
        return replace(turn, toast=said[0])
    there = focus.at("question", screening=case.screening.id, question=question.id, said=said)
    return replace(turn, focus=there, toast=said[0])


def order_tap(case: Case, focus: Focus) -> Turn:
    """Change between protocol order and quick order; what is answered stays."""
    order: Order = "protocol" if case.screening.order == "quick" else "quick"
    changed = replace(case, screening=replace(case.screening, order=order))
    return Turn(go_on(changed, focus), (case.entry(Kind.ORDERED, value=order),))


def more_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show what is seldom needed."""
    quick = case.screening.order == "quick"
    order = say("Protocol order") if quick else say("Quick order (excludes soonest)")
    rows: list[Row] = [
        (Button(say("‹ Back"), "resume", "primary"),),
        (Button(say("Verdict so far"), "verdict"), Button(say("All answers"), "review")),
        (Button(order, "order"),),
        (Button(say("Screenings"), "list"), Button(say("The trial"), "trial")),
        (Button(say("Clear my responses"), "clear", "danger"),),
        (Button(say("Void this screening"), "void", "danger"),),
    ]
    return Screen((title(heading(say, case)),), tuple(rows))


def _skip(say: Say, case: Case, focus: Focus, question: Question) -> Turn:
    """Leave a question for later; one that has an answer keeps it."""
    entries = []
    screening = case.screening
    if not any(item.id in screening.answers for item in question.items):
        if question.id not in screening.skipped:
            entries.append(case.entry(Kind.SKIPPED, question.id))
        screening = replace(screening, skipped=screening.skipped | {question.id})
    skipped = replace(case, screening=screening)
    turn = follow(say, case, skipped, entries, replace(focus, draft={}), ())
    return replace(turn, focus=go_on(skipped, focus))


def _back(case: Case, focus: Focus, question: Question) -> Focus:
    """Go to the question before this one that was answered or skipped."""
    if focus.draft.get("ticks") is not None or "uln_of" in focus.draft:
        return replace(focus, draft=focus.kept("review", "page"), said=())
    if focus.draft.get("review"):
        return focus.at("review", draft={"page": focus.draft.get("page", 0)})
    questions = list(in_order(case.world.trial, case.screening.order))
    place = questions.index(question) if question in questions else len(questions)
    for earlier in reversed(questions[:place]):
        answered = any(item.id in case.facts.items for item in earlier.items)
        if answered or earlier.id in case.screening.skipped:
            return focus.at("question", question=earlier.id)
    return focus.at("home")
