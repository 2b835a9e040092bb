"""Answers that are asked about before they are recorded: they contradict, or change something."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Go, Record
from conversations.case import Case
from conversations.drafts import Values
from conversations.here import Here
from conversations.places import Hold, Limit, Question
from conversations.report import report_at, type_more
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.words.heading import heading
from conversations.words.quotes import no_text
from ectrial.record.entries import Reason
from ectrial.vocabulary import Item
from ectrial.wording.answers import value_words
from ectrial.wording.proofs import answer_line
from ectrial.wording.speech import Say, marked

REASONS = (
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.NEW_INFORMATION, marked("New information")),
    (Reason.SOURCE_CORRECTED, marked("Source corrected")),
    (Reason.RESULT_REPEATED, marked("Result repeated")),
    (Reason.OTHER, marked("Other reason")),
)


def words(here: Here, place: Hold) -> tuple[Block, ...]:
    """Show the answers that contradict, or what each was and becomes."""
    case = here.case
    told = (
        _contradiction(here.say, case, place.values)
        if place.why == "contradiction"
        else _changes(here.say, case, place.values)
    )
    return (title(heading(here.say, case.id)), *told)


def rows(here: Here, place: Hold) -> tuple[Row, ...]:
    """Give the ways on; reasons are buttons, nothing is typed."""
    say, case = here.say, here.case
    shown = Record(
        case.id,
        case.trial.fingerprint,
        _question(place),
        place.values,
        seq=case.screening.last_seq,
    )
    if place.why == "contradiction":
        anyway = replace(shown, anyway=True)
        return (
            (Button(_again(say, place), Go(place.back)),),
            (Button(say("Record it anyway"), anyway),),
        )
    reasons: list[Row] = [
        (Button(say(label), replace(shown, reason=reason, anyway=place.anyway)),)
        for reason, label in REASONS
    ]
    return (*reasons, (Button(say("‹ Leave it as it was"), Go(place.back)),))


def typed(here: Here, place: Hold, text: str) -> Turn:
    """Take the answers typed anew; while a reason is asked, nothing is typed."""
    if place.why == "reason":
        return here.stay(no_text(here.say))
    if (report := report_at(place)) is not None:
        return type_more(here.at(report), report, text)
    return type_answer(here, _question(place), text)


def _question(place: Hold) -> str | None:
    """Give the question that the answers are to."""
    match place.back:
        case Question(id=question) | Limit(question=question):
            return question
    return None


def _again(say: Say, place: Hold) -> str:
    was_typed = any(value.unit for value in place.values.values())
    return say("‹ Type it again") if was_typed else say("‹ Answer again")


def _contradiction(say: Say, case: Case, values: Values) -> tuple[Block, ...]:
    after = case.after(values)
    told = [str(answer_line(say, item, after.facts)) for item in case.conflicts(after)]
    return (
        *lines(*dict.fromkeys(told)),
        Block(say("These cannot both be true.")),
        note(say("Not recorded yet.")),
    )


def _changes(say: Say, case: Case, values: Values) -> tuple[Block, ...]:
    after = case.after(values)
    # in the order of the vocabulary: values that were kept have lost the order they came in
    changed = sorted(case.changed(values), key=list(case.vocabulary).index)
    changes = [_change_words(say, case.vocabulary[item], case, after) for item in changed]
    told = _told_by_another(say, case, changed)
    return (*lines(*told, *changes), Block(say("Why does it change?")))


def _change_words(say: Say, item: Item, before: Case, after: Case) -> str:
    """Say what an answer was and becomes; the days of the samples where those alone differ."""
    old, new = (value_words(say, item, case.facts) for case in (before, after))
    if old == new:
        old, new = (f"{old} ({_day(case, item)})" for case in (before, after))
    return say("{name}: {old} → {new}", name=say.text(item.name), old=old, new=new)


def _day(case: Case, item: Item) -> str:
    known = case.facts.quantity(item.id)
    return known.taken.isoformat() if known and known.taken else "?"


def _told_by_another(say: Say, case: Case, changed: Iterable[str]) -> list[str]:
    """Say when somebody else gave an answer that is about to change; nobody is named."""
    world = case.world
    told = []
    for item in changed:
        answer = case.screening.answers.get(item)
        if answer is None or answer.actor == world.actor:
            continue
        is_today = answer.at_utc.date() == world.now.date()
        sentence = say(
            "Answered at {time} UTC by another of the team: {answer}.",
            time=f"{answer.at_utc:%H:%M}" if is_today else f"{answer.at_utc:%Y-%m-%d %H:%M}",
            answer=value_words(say, case.vocabulary[item], case.facts),
        )
        told.append(sentence)
    return list(dict.fromkeys(told))
