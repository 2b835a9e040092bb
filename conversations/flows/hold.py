"""The card that asks before contradicting or changed answers are recorded."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Go, Record
from conversations.case import Case
from conversations.changes import day_of
from conversations.conflicts import conflicts
from conversations.drafts import Values
from conversations.here import Here
from conversations.places import Hold, Limit, Question
from conversations.places_of_lists import ListDraft
from conversations.report import type_more
from conversations.report_at import report_at
from conversations.sampling import moved_to, same_day
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.words.days import short_day
from conversations.words.heading import heading
from conversations.words.people import role_words
from conversations.words.quotes import no_text
from ectrial.record.entries import Reason
from ectrial.rules.reversed_things import reversed_things
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
    """Show the contradicting answers, or the old and the new value of each changed answer."""
    case = here.case
    told = (
        _contradiction(here.say, case, place.values)
        if place.why == "contradiction"
        else _changes(here.say, case, place)
    )
    return (title(heading(here.say, case.id)), *told)


def rows(here: Here, place: Hold) -> tuple[Row, ...]:
    """Offer to go back, or to record; reasons for a change are buttons and are never typed."""
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
    corrects = place.why == "day"
    reasons: list[Row] = [
        (
            Button(
                say(label),
                replace(shown, reason=reason, corrects=corrects, anyway=place.anyway),
            ),
        )
        for reason, label in REASONS
    ]
    return (
        *_all_of_the_day(here, place),
        *reasons,
        (Button(say("‹ Leave it as it was"), Go(place.back)),),
    )


def typed(here: Here, place: Hold, text: str) -> Turn:
    """Take answers that are typed again; refuse text while the card asks for a reason."""
    if place.why != "contradiction":
        return here.stay(no_text(here.say))
    if (report := report_at(place)) is not None:
        return type_more(here.at(report), report, text)
    return type_answer(here, _question(place), text)


def _all_of_the_day(here: Here, place: Hold) -> tuple[Row, ...]:
    """Offer to change the day of all labs that have the same wrong day."""
    of = tuple(place.values)
    every = same_day(here, of)
    days = [value.day for value in place.values.values() if value.day]
    if place.why != "day" or len(every) == len(of) or not days:
        return ()
    moved = Hold(dict(moved_to(here, every, days[0])), "day", place.back)
    return ((Button(here.say("All {n} labs of that day", n=len(every)), Go(moved)),),)


def _question(place: Hold) -> str | None:
    """Give the id of the question that the answers belong to."""
    match place.back:
        case Question(id=question) | Limit(question=question) | ListDraft(question=question):
            return question
    return None


def _again(say: Say, place: Hold) -> str:
    was_typed = any(value.unit for value in place.values.values())
    return say("‹ Type it again") if was_typed else say("‹ Answer again")


def _contradiction(say: Say, case: Case, values: Values) -> tuple[Block, ...]:
    after = case.after(values)
    found = conflicts(case, after)
    told = [str(answer_line(say, item, after.facts)) for item in found]
    both, every = say("These cannot both be true."), say("These cannot all be true.")
    odd = [line for item in found for line in _reversed(say, item, after)]
    return (
        *lines(*dict.fromkeys(told)),
        *lines("\n".join(odd)),
        *([Block(every if len(told) > 2 else both)] if len(told) > 1 or not odd else []),
        note(say("Not recorded yet.")),
    )


def _reversed(say: Say, item: Item, after: Case) -> list[str]:
    """Say which things of a list end before they start."""
    odd = reversed_things(item, after.facts.items.get(item.id))
    return [say("Number {n} ends before it starts.", n=number) for number in odd]


def _changes(say: Say, case: Case, place: Hold) -> tuple[Block, ...]:
    is_of_day = place.why == "day"
    if is_of_day:
        values = case.changed(place.values, corrects=True)
    else:
        values = case.replaced(place.values)
        case = case.of_samples(values)
    after = case.after(values, corrects=is_of_day)
    # the order of typing is lost once a draft has been stored, so use the vocabulary's order
    changed = sorted(values, key=list(case.vocabulary).index)
    changes = [_change_words(say, case.vocabulary[item], case, after) for item in changed]
    told = _told_by_another(say, case, changed)
    return (*lines(*told, *changes), Block(say("Why does it change?")))


def _change_words(say: Say, item: Item, before: Case, after: Case) -> str:
    """Say the old and the new value of an answer, with the days of the samples if they differ."""
    old, new = (value_words(say, item, case.facts) for case in (before, after))
    was, becomes = (day_of(case.recorded(item.id)) for case in (before, after))
    if was and becomes and was != becomes:
        today = before.world.today
        old = f"{old} ({short_day(say, today, was)})"
        new = f"{new} ({short_day(say, today, becomes)})"
    return say("{name}: {old} → {new}", name=say.text(item.name), old=old, new=new)


def _told_by_another(say: Say, case: Case, changed: Iterable[str]) -> list[str]:
    """Say when another person gave an answer that is about to change: by role, never by name."""
    world = case.world
    told = []
    for item in changed:
        answer = case.screening.answers.get(item)
        if answer is None or answer.actor == world.actor:
            continue
        at, origin = world.at_site(answer.at_utc), case.screening.origin(item)
        time = f"{at:%H:%M}" if at.date() == world.today else f"{at:%Y-%m-%d %H:%M}"
        sentence = say(
            "Answered at {time} by another person ({role}): {answer}.",
            time=origin.day.isoformat() if origin else time,
            role=role_words(say, answer.role),
            answer=value_words(say, case.vocabulary[item], case.facts),
        )
        told.append(sentence)
    return list(dict.fromkeys(told))
