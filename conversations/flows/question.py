"""The card of one question: where we are, what is asked, and big buttons that never move."""

from conversations.case import Case
from conversations.flows.answers import answer_rows, has_scale
from conversations.sample import day_button
from conversations.screen import Block, Button, Row, Screen, fold, note, title
from conversations.turn import Focus
from conversations.words.heading import heading
from ectrial.trial.next_question import in_order, outstanding
from ectrial.trial.protocol import Question
from ectrial.wording.proofs import value_words
from ectrial.wording.speech import Say

BAR = 6


def question_card(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    """Show one question and where it stands."""
    blocks = [
        title(heading(say, case)),
        note(_where(say, case, question)),
        Block(say.text(question.asks)),
        *_typing(say, case, question),
        *_buttons(say, case, question),
        *_present(say, case, question),
        *_hint(say, question),
        *_source(say, case, focus, question),
    ]
    return Screen(tuple(blocks), question_rows(say, case, focus, question))


def question_rows(say: Say, case: Case, focus: Focus, question: Question) -> tuple[Row, ...]:
    """Give the buttons alone."""
    answers = answer_rows(say, case, focus, question)
    return (*answers, *_navigation(say, case, focus, question))


def progress(case: Case) -> tuple[int, int]:
    """Give how many questions are done and how many there are for this subject, as known now."""
    skipped = case.screening.skipped
    open_now = outstanding(case.verdict, case.screening.order)
    still_open = {question.id for question in open_now}
    known = case.facts.items.keys()
    answered = [
        question
        for question in in_order(case.world.trial, case.screening.order)
        if question.id not in still_open and not known.isdisjoint(question.item_ids)
    ]
    waiting = [question for question in open_now if question.id not in skipped]
    done = len(answered) + len(open_now) - len(waiting)
    return done, done + len(waiting)


def _where(say: Say, case: Case, question: Question) -> str:
    done, total = progress(case)
    filled = BAR * done // total if total else BAR
    bar = "▓" * filled + "░" * (BAR - filled)
    position = say("{n} of {total}", n=min(done + 1, total), total=total)
    return f"{bar} {position} · {_kind(say, case, question)}"


def _kind(say: Say, case: Case, question: Question) -> str:
    if question.criterion is None:
        return say("fact") if question.role == "fact" else say("stratification")
    criterion = case.world.trial.criterion_by_id[question.criterion]
    inclusion = criterion.category == "inclusion"
    kind = say("inclusion") if inclusion else say("exclusion")
    return f"{criterion.id} {kind}"


def _present(say: Say, case: Case, question: Question) -> list[Block]:
    """Give the recorded answer, when the card is shown again for an answer that exists."""
    recorded = [item for item in question.items if item.id in case.facts.items]
    if not recorded:
        return []
    words = [(item, value_words(say, item, case.facts)) for item in recorded]
    answers = dict.fromkeys(answer for _, answer in words)
    if len(answers) > 1:
        answers = dict.fromkeys(
            say("{name}: {answer}", name=say.text(item.name), answer=answer)
            for item, answer in words
        )
    answer = " · ".join(answers)
    return [note(say("Recorded: {answer}", answer=answer))]


def _typing(say: Say, case: Case, question: Question) -> list[Block]:
    """Say how a fact without buttons of its own is typed, and what an estimate needs it for."""
    item = question.items[0]
    if question.role != "fact" or item.kind != "quantity" or item.example is None:
        return []
    told = [say("Type the number, such as {example}.", example=say.text(item.example))]
    estimates = case.world.trial.estimates
    if not question.always and any(item in estimate.items() for estimate in estimates):
        told.append(say("Needed to estimate the clearance."))
    return [note("\n".join(told))]


def _buttons(say: Say, case: Case, question: Question) -> list[Block]:
    """Say what Yes and No mean where a number is asked, which they do not answer by themselves."""
    if question.items[0].kind != "quantity" or has_scale(question):
        return []
    criterion = case.world.trial.criterion_by_id.get(question.criterion or "")
    excludes = criterion is not None and criterion.category == "exclusion"
    told = (
        say("No number at hand? Yes = it excludes, No = it does not.")
        if excludes
        else say("No number at hand? Yes = meets it, No = does not.")
    )
    pasted = say("Several labs at once: paste the report.")
    return [note(f"{told}\n{pasted}" if _is_sampled(question) else told)]


def _hint(say: Say, question: Question) -> list[Block]:
    return [note(say.text(question.hint))] if question.hint is not None else []


def _source(say: Say, case: Case, focus: Focus, question: Question) -> list[Block]:
    if not focus.draft.get("text") or question.criterion is None:
        return []
    trial = case.world.trial
    criterion = trial.criterion_by_id[question.criterion]
    readings = [trial.reading_by_code[code] for code in criterion.readings]
    told = [f"{r.code} {say.text(r.tells)}" for r in readings if r.tells is not None]
    restored = ", ".join(criterion.restored)
    lost = [say("Superscript restored by us: {what}", what=restored)] if restored else []
    return [fold(criterion.verbatim), *[note(line) for line in (*lost, *told)]]


def _navigation(say: Say, case: Case, focus: Focus, question: Question) -> list[Row]:
    answered = any(item.id in case.facts.items for item in question.items)
    moves = [Button(say("‹ Back"), "back")]
    moves.append(Button(say("Next ›") if answered else say("Skip ›"), "skip"))
    if case.screening.last_change is not None:
        moves.append(Button(say("↩ Undo"), "undo"))
    about = [Button(say("⋯ More"), "more")]
    if question.criterion is not None:
        about.insert(0, Button(say("Protocol text"), "text"))
    sample = [(day_button(say, case, focus),)] if _is_sampled(question) else []
    return [*sample, tuple(moves), tuple(about)]


def _is_sampled(question: Question) -> bool:
    return any(item.sample for item in question.items)
