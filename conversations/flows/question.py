"""The card of one question: progress, question, and big buttons at fixed positions."""

from conversations.acts import Go, GoBack, Next, Skip
from conversations.answer_rows import answer_rows
from conversations.answers import has_several, has_ticks_to_lose
from conversations.case import Case
from conversations.checking import check_rows, shown_answers
from conversations.checks import raise_rows
from conversations.clarifying import clarified_words
from conversations.date_rows import date_words, is_at_a_step
from conversations.here import Here
from conversations.lapses import confirm_rows, lapse_words
from conversations.needs import CHECKING
from conversations.notes import note_rows
from conversations.places import Question, SampleDays
from conversations.places_of_queries import OpenItem, ToDo
from conversations.places_to_look_at import More, Sources
from conversations.progress import position, progress
from conversations.rights import may
from conversations.sample import sample_day
from conversations.screen import Block, Button, Row, fold, note, title
from conversations.sources import sitting_source
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.undoing import undo_rows
from conversations.ways_to_other_trials import offer_here
from conversations.words.days import day_words, days_sampled, sampled_words
from conversations.words.heading import heading
from conversations.words.sources import source_label
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.ages import stale_words
from ectrial.wording.answers import value_words
from ectrial.wording.criteria import criterion_words
from ectrial.wording.speech import Say

BAR = 6


def words(here: Here, place: Question) -> tuple[Block, ...]:
    """Show one question, and the subject that it is about."""
    say, case = here.say, here.case
    question = case.trial.question_by_id[place.id]
    return (
        title(heading(say, case.id)),
        note(_position(say, case, question)),
        title(say.text(question.asks)),
        *_of_these(say, question),
        *_typing(say, case, question),
        *date_words(here, place, question),
        *_ways(say, question),
        *_present(say, case, question),
        *_too_old(say, case, question),
        *[Block(f"⚠️ {told}") for told in lapse_words(say, case, question)],
        *map(fold, clarified_words(say, case, question.criterion)),
        *_hint(say, question),
        *(_source(say, case, question) if place.text else ()),
    )


def rows(here: Here, place: Question) -> tuple[Row, ...]:
    """Give the answers, then the way on, then rarely needed buttons.

    Rows that only some cards have stand above the answers, so the answers never move.
    """
    question = here.case.trial.question_by_id[place.id]
    answers = answer_rows(here, place, question)
    if is_at_a_step(place, question):
        return tuple(answers)
    sample: list[Row] = [(_day_button(here, place, question),)] if _is_sampled(question) else []
    # on the card of a date it stands beside an answer
    undo = () if question.items[0].kind == "date" else undo_rows(here.say, here.case)
    is_check = may(here.world.member, CHECKING)
    checks = (*check_rows(here, question), *raise_rows(here, question)) if is_check else ()
    asked = _open_item(here, question)
    noted = () if has_ticks_to_lose(here.case, place) else note_rows(here, question)
    confirm = confirm_rows(here.say, here.case, question)
    return (
        *undo,
        *asked,
        *noted,
        *sample,
        *confirm,
        *offer_here(here.say, here.case, question),
        *answers,
        *checks,
        *_navigation(here, place, question),
    )


def typed(here: Here, place: Question, text: str) -> Turn:
    """Take the answer, or a report."""
    return type_answer(here, place.id, text)


def _position(say: Say, case: Case, question: Asked) -> str:
    done, total = progress(case)
    filled = BAR * done // total if total else BAR
    bar = "▓" * filled + "░" * (BAR - filled)
    place, among = position(case, question)
    stands = say("{n} of {total}", n=place, total=among)
    return f"{bar} {stands} · {_kind(say, case, question)}"


def _kind(say: Say, case: Case, question: Asked) -> str:
    if question.criterion is None:
        return say("fact") if question.role == "fact" else say("stratification")
    criterion = case.trial.criterion_by_id[question.criterion]
    inclusion = criterion.category == "inclusion"
    kind = say("inclusion") if inclusion else say("exclusion")
    return f"{criterion.id} {kind}"


def _of_these(say: Say, question: Asked) -> list[Block]:
    """Say which answer of a question this card asks for, if its other answers have own cards."""
    if not question.beside or has_several(question):
        return []
    return [title(f"→ {say.text(question.items[0].name)}")]


def _present(say: Say, case: Case, question: Asked) -> list[Block]:
    """Show the recorded answer if there is one and the card is shown again."""
    recorded = [item for item in question.items if item.id in case.facts.items]
    if not recorded:
        return []
    told = [(item, value_words(say, item, case.facts)) for item in recorded]
    answers = dict.fromkeys(answer for _, answer in told)
    if len(answers) > 1 or question.beside:
        answers = dict.fromkeys(
            say("{name}: {answer}", name=say.text(item.name), answer=answer)
            for item, answer in told
        )
    days = days_sampled(case, (item.id for item in recorded))
    told_days = (sampled_words(say, case.world.today, day) for day in days)
    answer = " · ".join((*answers, *told_days, *_days_answered(say, case, recorded)))
    return [note(say("Recorded: {answer}", answer=answer))]


def _days_answered(say: Say, case: Case, recorded: list[Item]) -> list[str]:
    """Give the days of answers that were used: each was given in its own trial, earlier."""
    found = (case.screening.origin(item.id) for item in recorded if not item.sample)
    days = sorted({origin.day for origin in found if origin})
    return [
        say("answered {day}", day=day_words(say, case.world.today, day)) for day in reversed(days)
    ]


def _too_old(say: Say, case: Case, question: Asked) -> list[Block]:
    """Say which answer is asked again because it has become too old to count."""
    stale = case.verdict.stale
    return [note(stale_words(say, stale[i.id])) for i in question.items if i.id in stale]


def _typing(say: Say, case: Case, question: Asked) -> list[Block]:
    """Say how an answer without buttons is typed, and which estimate needs this answer."""
    item = question.items[0]
    if question.role != "fact" or item.kind != "quantity" or item.example is None:
        return []
    told = [say("Type the number, such as {example}.", example=say.text(item.example))]
    estimates = case.trial.estimates
    if not question.always and any(item in estimate.items() for estimate in estimates):
        told.append(say("Needed to estimate the clearance."))
    return [note("\n".join(told))]


def _ways(say: Say, question: Asked) -> list[Block]:
    """Say how a card of several items is answered, or that a report may be pasted."""
    if has_several(question):
        return [note(say("Tap an item: ☑ yes, again ? not sure, again ☒ no."))]
    if _is_sampled(question):
        return [note(say("Several labs at once: paste the report."))]
    return []


def _hint(say: Say, question: Asked) -> list[Block]:
    return [note(say.text(question.hint))] if question.hint is not None else []


def _source(say: Say, case: Case, question: Asked) -> list[Block]:
    if question.criterion is None:
        return []
    criterion = case.trial.criterion_by_id[question.criterion]
    readings = [case.trial.reading_by_code[code] for code in criterion.readings]
    told = [f"{r.code} {say.text(r.tells)}" for r in readings if r.tells is not None]
    restored = say.listed(criterion.restored)
    lost = [say("Superscript restored by us: {what}", what=restored)] if restored else []
    return [fold(criterion_words(say, criterion)), *[note(line) for line in (*lost, *told)]]


def _navigation(here: Here, place: Question, question: Asked) -> list[Row]:
    say, case = here.say, here.case
    if has_ticks_to_lose(case, place):
        return [(Button(say("‹ Untick all"), Go(Question(place.id))),)]
    answered = any(item.id in case.facts.items for item in question.items)
    moves = [
        Button(say("‹ Back"), GoBack(place.id)),
        Button(say("Next ›"), Next(case.id, place.id))
        if answered
        else Button(say("Skip ›"), Skip(case.id, place.id)),
    ]
    source = source_label(say, sitting_source(case, here.focus))
    sources = Sources(place.id, shown_answers(case, place.id))
    about = [Button(source, Go(sources)), Button(say("⋯ More"), Go(More()))]
    if question.criterion is not None:
        shown = Question(place.id, place.ticks, text=not place.text)
        about.insert(0, Button(say("Protocol"), Go(shown)))
    return [tuple(moves), tuple(about)]


def _open_item(here: Here, question: Asked) -> list[Row]:
    """Lead to what was said about an item that somebody was asked to settle."""
    queries, opener = here.case.screening.queries, here.focus.opener
    open_ones = [i.id for i in question.items if i.id in queries and queries[i.id].is_open]
    back = opener if isinstance(opener, ToDo) else None
    return [(Button(here.say("Who? ›"), Go(OpenItem(item, back))),) for item in open_ones[:1]]


def _day_button(here: Here, place: Question, question: Asked) -> Button:
    """Show the day of the recorded sample, or the day said; a tap leads to other days."""
    say, case = here.say, here.case
    recorded = days_sampled(case, question.item_ids)
    of = tuple(item for items in recorded.values() for item in items)
    day = next(iter(recorded), None) or sample_day(case, here.focus)
    if day is None:
        return Button(say("Sample: which day?"), Go(SampleDays(place)))
    shown = day_words(say, case.world.today, day)
    return Button(say("Sample: {day}", day=shown), Go(SampleDays(place, of=of)))


def _is_sampled(question: Asked) -> bool:
    return any(item.sample for item in question.items)
