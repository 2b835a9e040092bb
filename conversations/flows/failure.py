"""The first failure: it decides, and a person says whether to stop there or to log the rest."""

from dataclasses import replace

from conversations.case import Case
from conversations.screen import Block, Button, Row, Screen, fold, lines, title
from conversations.turn import Focus, Turn
from conversations.walk import go_on
from conversations.words.heading import heading
from conversations.words.verdict import failing_words, outcome_words
from ectrial.record.entries import Kind
from ectrial.wording.speech import Say


def failed_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the outcome and what decided it, and offer to stop or to go on."""
    failing = [failing_words(say, finding, case.facts) for finding in case.verdict.failing]
    blocks = [
        title(heading(say, case)),
        title(outcome_words(say, case.verdict)),
        *lines(*failing),
        Block(say("Stop here, or go on to log every reason?")),
    ]
    rows: list[Row] = [
        (Button(say("Stop here"), "stop"), Button(say("Keep going"), "continue")),
        (Button(say("↩ Undo"), "undo"), Button(say("Protocol text"), "source")),
        (Button(say("⋯ More"), "more"),),
    ]
    return Screen(tuple(blocks), tuple(rows))


def source_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the verbatim text of what fails."""
    texts = [f"{f.criterion.id}\n{f.criterion.verbatim}" for f in case.verdict.failing]
    titles = (title(heading(say, case)), title(say("Protocol text")))
    return Screen((*titles, *map(fold, texts)), ((Button(say("‹ Back"), "failed", "primary"),),))


def stop(case: Case, focus: Focus) -> Turn:
    """Stop at a failure: the verdict stands, the rest is not asked."""
    verdict = case.verdict.as_json()
    entries = [case.entry(Kind.STOPPED)]
    if verdict != case.screening.verdict:
        entries.append(case.entry(Kind.VERDICT_GIVEN, value=verdict))
    return Turn(focus.at("verdict"), tuple(entries))


def keep_going(case: Case, focus: Focus) -> Turn:
    """Go on after a failure; a screening log wants every reason."""
    decided = replace(case.screening, stopped=False, continued=True)
    going = replace(case, screening=decided)
    entries = [case.entry(Kind.CONTINUED)]
    if going.next_question is None and case.screening.verdict != case.verdict.as_json():
        entries.append(case.entry(Kind.VERDICT_GIVEN, value=case.verdict.as_json()))
    return Turn(go_on(going, focus), tuple(entries))
