"""Setting answers aside: voiding a screening, or clearing its answers. Nothing is erased."""

from dataclasses import replace

from conversations.case import Case, make_case
from conversations.screen import Block, Button, Row, Screen, note, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from ectrial.record.entries import Kind, Reason
from ectrial.wording.speech import Say, marked

REASONS = (
    (Reason.WRONG_SUBJECT, marked("Wrong subject")),
    (Reason.DUPLICATE, marked("Duplicate")),
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.OTHER, marked("Other reason")),
)


def clear_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Ask before the responses of this screening are cleared."""
    blocks = (
        title(heading(say, case)),
        Block(say("Clear my responses?")),
        Block(say("Every question of this screening is asked again.")),
        note(say("What was answered stays in the record.")),
    )
    rows: tuple[Row, ...] = (
        (Button(say("Keep them"), "resume", "primary"),),
        (Button(say("Clear my responses"), "clear.yes", "danger"),),
    )
    return Screen(blocks, rows)


def void_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Ask why a screening is voided."""
    blocks = (
        title(heading(say, case)),
        Block(say("Void this screening? Choose why.")),
        note(say("It counts no more and cannot be reopened. It stays in the record.")),
    )
    rows: list[Row] = [(Button(say("Keep it"), "resume", "primary"),)]
    rows += [(Button(say(label), f"v{n}", "danger"),) for n, (_, label) in enumerate(REASONS)]
    return Screen(blocks, tuple(rows))


def clear(say: Say, case: Case, focus: Focus) -> Turn:
    """Record the clearing and begin again."""
    fresh = replace(case.screening, answers={}, skipped=frozenset())
    upcoming = make_case(case.world, fresh).next_question
    question = upcoming.id if upcoming is not None else None
    said = (say("Responses cleared; they stay in the record."),)
    there = focus.at("question", question=question, said=said)
    return Turn(there, (case.entry(Kind.CLEARED),))


def void_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Record the voiding with its reason."""
    if not (act.startswith("v") and act[1:].isdigit() and int(act[1:]) < len(REASONS)):
        return None
    entry = replace(case.entry(Kind.VOIDED), reason=REASONS[int(act[1:])][0])
    said = (say("{subject}: this screening is voided.", subject=case.screening.subject),)
    return Turn(focus.at("home", screening=None, said=said), (entry,))
