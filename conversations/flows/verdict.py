"""The verdict on one card: outcome first, then why, what would settle it, and what to mind."""

from collections.abc import Iterable

from conversations.case import Case
from conversations.recording import asked_items
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    Screen,
    fold,
    height,
    lines,
    note,
    shortened,
    title,
)
from conversations.turn import Focus
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_shown, page_turns
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
from ectrial.wording.speech import Say

OPENABLE = 3
PHONE, LINE, ROW, FOLDED = 630, 21, 46, 3  # what a phone shows, in its pixels; lines of a fold


def verdict_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the verdict with buttons that open what is unresolved."""
    verdict = case.verdict
    unresolved, unasked = unsettled(case)
    question = stratum_question(verdict)
    failing = [failing_words(say, finding, verdict.facts) for finding in verdict.failing]
    told = advice(say, case)
    blocks = [
        title(heading(say, case)),
        title(outcome_words(say, verdict)),
        *(lines(stratum_words(say, verdict)) if question is None else ()),
        *lines("\n".join([say("Failing:"), *failing]) if failing else ""),
        *lines("\n".join(unresolved_words(say, verdict, unresolved))),
        *[fold("\n".join(each)) for each in [unasked_words(say, verdict, unasked)] if each],
        *([note("\n".join([say("Please note:"), *told]))] if told else []),
        note(investigator_words(say)),
        *([Block(say.text(question.asks))] if question is not None else []),
    ]
    rows = verdict_rows(say, case)
    return Screen(tuple(_on_a_phone(blocks, rows, focus.said)), tuple(rows))


def open_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the open questions that the verdict has no room for; the verdict when none are left."""
    rest = opens(case)[OPENABLE:]
    if not rest:
        return verdict_card(say, case, focus)
    page = page_shown(focus, len(rest))
    first = page * PAGE
    blocks = (
        title(heading(say, case)),
        Block(say("More open questions, most decisive first. Tap one to answer it.")),
        *page_note(say, page, len(rest)),
    )
    rows = (
        *_open_rows(say, rest[first : first + PAGE], OPENABLE + first),
        *page_turns(say, page, len(rest)),
        (Button(say("‹ Back"), "verdict", "primary"),),
    )
    return Screen(blocks, rows)


def _on_a_phone(blocks: list[Block], rows: list[Row], said: Iterable[str]) -> list[Block]:
    """Fold lists, the last first, until the outcome at the top stays on the phone."""
    room = (PHONE - ROW * len(rows)) // LINE - sum(map(height, said))
    kept, heights = list(blocks), [height(block.text) for block in blocks]
    for place in reversed(range(len(kept))):
        if lines_of(kept, heights) <= room:
            break
        if "\n" in kept[place].text:
            kept[place] = fold(kept[place].text)
    return kept


def lines_of(blocks: Iterable[Block], heights: Iterable[int]) -> int:
    """Give how many lines blocks take, with the gaps between looks; a fold takes few."""
    taken, before = 0, ""
    for block, lines_high in zip(blocks, heights, strict=True):
        is_fold = block.look == "fold"
        taken += min(lines_high, FOLDED) if is_fold else lines_high
        taken += bool(before) and block.look != before and "fold" not in (block.look, before)
        before = block.look
    return taken


def verdict_rows(say: Say, case: Case) -> list[Row]:
    """Give the buttons alone."""
    rows: list[Row] = []
    if stratum_question(case.verdict) is not None:
        yes, no, unsure = say("Yes"), say("No"), say("Not sure")
        rows.append((Button(yes, "sy"), Button(no, "sn"), Button(unsure, "su")))
    questions = opens(case)
    rows += _open_rows(say, questions[:OPENABLE], 0)
    if len(questions) > OPENABLE:
        rows.append((Button(say("More open questions ›"), "open"),))
    if case.screening.stopped:
        rows.append((Button(say("Keep going"), "continue"),))
    elif case.next_question is not None:
        rows.append((Button(say("Next question ›"), "next", "primary"),))
    rows.append((Button(say("Text to forward"), "forward"), Button(say("All answers"), "review")))
    end = [Button(say("⋯ More"), "more"), Button(say("New ›"), "new")]
    if case.screening.last_change is not None:
        end.insert(0, Button(say("↩ Undo"), "undo"))
    return [*rows, tuple(end)]


def _open_rows(say: Say, questions: tuple[Question, ...], first: int) -> list[Row]:
    return [
        (Button(f"? {_short(say, question)}", f"q{n}"),)
        for n, question in enumerate(questions, start=first)
    ]


def _short(say: Say, question: Question) -> str:
    criterion = f"{question.criterion} " if question.criterion else ""
    return shortened(criterion + say.text(asked_items(question)[0].name), LABEL_WIDTH - 2)
