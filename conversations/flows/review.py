"""Every answer of a screening, each a tap away from being changed with a reason."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from conversations.case import Case
from conversations.recording import asked_again, asked_items, record
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    Screen,
    lines,
    shortened,
    title,
    width,
)
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from conversations.words.pages import PAGE, TURNS, page_note, page_shown, page_turns
from ectrial.record.entries import Reason
from ectrial.trial.next_question import in_order
from ectrial.trial.protocol import Question
from ectrial.vocabulary import Item
from ectrial.wording.proofs import value_words
from ectrial.wording.speech import Say, marked

COLON = 2

REASONS = (
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.NEW_INFORMATION, marked("New information")),
    (Reason.SOURCE_CORRECTED, marked("Source corrected")),
    (Reason.RESULT_REPEATED, marked("Result repeated")),
    (Reason.OTHER, marked("Other reason")),
)


def review_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show one page of answers, in protocol order."""
    questions = answered(case)
    page = page_shown(focus, len(questions))
    shown = questions[page * PAGE : (page + 1) * PAGE]
    blocks = [
        title(heading(say, case)),
        Block(say("Tap an answer to change it.") if questions else say("No answers yet.")),
        *page_note(say, page, len(questions)),
    ]
    rows: list[Row] = [
        (Button(_label(say, case, question), f"r{page * PAGE + n}"),)
        for n, question in enumerate(shown)
    ]
    rows += page_turns(say, page, len(questions))
    end = [Button(say("Verdict"), "verdict")]
    if case.next_question is not None:
        end.append(Button(say("Next question ›"), "next"))
    rows.append(tuple(end))
    return Screen(tuple(blocks), tuple(rows))


def answered(case: Case) -> list[Question]:
    """Give the questions with a recorded answer, the stratum last."""
    trial = case.world.trial
    stratum = [question for question in trial.questions if question.role == "stratum"]
    return [
        question
        for question in (*in_order(trial, "protocol"), *stratum)
        if any(item.id in case.facts.items for item in question.items)
    ]


def review_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Take a tap on the review card; None for one that it does not have."""
    questions = answered(case)
    page = page_shown(focus, len(questions))
    if act in TURNS:
        return Turn(replace(focus, draft={"page": page + TURNS[act]}, said=()))
    if act.startswith("r") and act[1:].isdigit() and int(act[1:]) < len(questions):
        question = questions[int(act[1:])]
        draft = {"review": True, "page": page}
        return Turn(focus.at("question", question=question.id, draft=draft))
    return None


def reason_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Ask why a known answer changes; reasons are buttons, nothing is typed."""
    vocabulary = case.world.trial.vocabulary
    after = case.after(focus.draft["values"])
    # in the order of the vocabulary: a draft that was kept has lost the order it was typed in
    changed = sorted(case.changed(focus.draft["values"]), key=list(vocabulary).index)
    changes = [_change_words(say, vocabulary[item], case, after) for item in changed]
    told = _told_by_another(say, case, changed)
    ask = Block(say("Why does it change?"))
    blocks = [title(heading(say, case)), *lines(*told, *changes), ask]
    rows: list[Row] = [(Button(say(label), f"w{n}"),) for n, (_, label) in enumerate(REASONS)]
    rows.append((Button(say("‹ Leave it as it was"), "keep"),))
    return Screen(tuple(blocks), tuple(rows))


def _change_words(say: Say, item: Item, before: Case, after: Case) -> str:
    """Say what an answer was and becomes; the days of the samples where those alone differ."""
    old, new = (value_words(say, item, case.facts) for case in (before, after))
    if old == new:
        old, new = (f"{old} ({_day(case, item)})" for case in (before, after))
    return say("{name}: {old} → {new}", name=say.text(item.name), old=old, new=new)


def _day(case: Case, item: Item) -> str:
    known = case.facts.quantity(item.id)
    return known.taken.isoformat() if known and known.taken else "?"


def reason_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Record the change with its reason, or leave things as they were."""
    asked = asked_again(focus)
    if act == "keep":
        return Turn(asked)
    if act.startswith("w") and act[1:].isdigit() and int(act[1:]) < len(REASONS):
        values: dict[str, Any] = focus.draft["values"]
        return record(say, case, asked, values, REASONS[int(act[1:])][0])
    return None


def _told_by_another(say: Say, case: Case, changed: Iterable[str]) -> list[str]:
    """Say when somebody else gave an answer that is about to change; nobody is named."""
    world, vocabulary = case.world, case.world.trial.vocabulary
    told = []
    for item in changed:
        given = case.screening.answers.get(item)
        if given is None or given.actor == world.actor:
            continue
        is_today = given.at_utc.date() == world.now.date()
        sentence = say(
            "Answered at {time} UTC by another of the team: {answer}.",
            time=f"{given.at_utc:%H:%M}" if is_today else f"{given.at_utc:%Y-%m-%d %H:%M}",
            answer=value_words(say, vocabulary[item], case.facts),
        )
        told.append(sentence)
    return list(dict.fromkeys(told))


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
