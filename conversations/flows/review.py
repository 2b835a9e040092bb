"""Check your answers: each with its criterion, who gave it and when; a tap opens its card."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from conversations.acts import Change, Go, GoOn
from conversations.answers import asked_items
from conversations.case import Case
from conversations.here import Here
from conversations.needs import CHECKING
from conversations.notes import notes_at, notes_of
from conversations.places import Report
from conversations.places_of_notes import NoteList
from conversations.places_to_look_at import Review, Verdict
from conversations.rights import may
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    packed,
    shortened,
    title,
)
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.walk import answered_questions, answers_here, asking
from conversations.words.heading import heading
from conversations.words.notes import beside_words
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.parts import parts_words
from conversations.words.people import role_words
from conversations.words.provenance import not_confirmed
from conversations.words.read_back import read_back
from conversations.words.sources import source_words
from ectrial.given import all_given
from ectrial.quantity import Quantity
from ectrial.record.screenings import Answer
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say

HALF_A_ROW = 13  # letters of a button beside another


def words(here: Here, place: Review) -> tuple[Block, ...]:
    """Show one page of answers, each below the person and the day."""
    say, case = here.say, here.case
    questions = answered_questions(case)
    count = len(questions)
    page = within(place.page, count)
    return (
        title(heading(say, case.id)),
        Block(_how(here) if count else say("No answers yet.")),
        *page_note(say, page, count),
        *lines(parts_words(say, case.verdict) if page == 0 else ""),
        *lines(*(_of_the_whole(say, case) if page == 0 else ())),
        *lines("\n".join(f"⚠️ {told}" for told in (not_confirmed(say, case) if page == 0 else ()))),
        *_answers(say, case, questions[page * PAGE : (page + 1) * PAGE]),
    )


def rows(here: Here, place: Review) -> tuple[Row, ...]:
    """Give a short button for each answer of the page, in protocol order."""
    say, case = here.say, here.case
    questions = answered_questions(case)
    page = within(place.page, len(questions))
    end = [Button(say("Verdict"), Go(Verdict()))]
    if case.next_question is not None and answers_here(case):
        end.append(Button(say("Next question ›"), GoOn(case.id)))
    noted = len(notes_of(case.world, case.id))
    shown = questions[page * PAGE : (page + 1) * PAGE]
    jumps = [
        Button(label, Change(question.id, Review(page)))
        for label, question in zip(_labels(say, case, shown), shown, strict=True)
    ]
    return (
        *(_to_confirm(say, case, Review(page)) if page == 0 else ()),
        *packed(jumps),
        *page_turns(say, page, len(questions), lambda other: Go(Review(other))),
        *([(Button(say("Notes ({n}) ›", n=noted), Go(NoteList(review=page))),)] if noted else []),
        tuple(end),
    )


def _to_confirm(say: Say, case: Case, back: Review) -> list[Row]:
    """Lead to each question with an answer that counts no more until it is confirmed."""
    waiting = [
        each
        for each in case.trial.questions
        if any(i.id in case.screening.lapsed and i.id not in case.facts.items for i in each.items)
    ]
    names = _labels(say, case, waiting)
    labels = [shortened(say("Confirm: {answer}", answer=name), LABEL_WIDTH) for name in names]
    return packed(
        [Button(label, Change(q.id, back)) for label, q in zip(labels, waiting, strict=True)]
    )


def _of_the_whole(say: Say, case: Case) -> Iterator[str]:
    """Give the notes about the screening as a whole."""
    found = notes_of(case.world, case.id)
    whole = tuple(each for each in found if each.about.what == "screening")
    yield "\n".join(beside_words(say, case.world, whole))


def _how(here: Here) -> str:
    if may(here.world.member, CHECKING):
        return here.say("Tap an answer to compare it with its source.")
    return here.say("Check your answers. Tap one below to change it.")


def typed(here: Here, place: Review, text: str) -> Turn:
    """Open the question of a typed criterion; take labs, and return to this page."""
    ids = (question for question in here.case.trial.questions if question.criterion)
    asked = next((each for each in ids if each.criterion == text.strip().upper()), None)
    if asked is not None:
        return here.to(asking(here.case, asked), opener=place)
    turn = type_answer(here, None, text)
    if not isinstance(turn.focus.place, Report):
        return turn
    return replace(turn, focus=replace(turn.focus, opener=place))


def _answers(say: Say, case: Case, questions: list[Question]) -> Iterator[Block]:
    """Give the answers, with a line for the person and the day wherever these change."""
    before = ""
    for question in questions:
        item = _latest(case, question)
        answer, origin = case.screening.answers[item], case.screening.origin(item)
        at = _site_time(case, answer)
        # an answer that was used is of the day on which it was given in its own trial
        day = origin.day if origin else at.date()
        by = f"{role_words(say, answer.role)} · {day.isoformat()}"
        if by != before:
            yield note(by)
        before = by
        beside = beside_words(say, case.world, notes_at(case, question))
        yield from lines(
            "\n".join((_answer(say, case, question, "" if origin else f"{at:%H:%M}"), *beside))
        )


def _answer(say: Say, case: Case, question: Question, time: str) -> str:
    """Give the answers of one card with their rules, sampling day and time."""
    recorded = {
        item.id: case.recorded(item.id) for item in question.items if item.id in case.facts.items
    }
    told = [str(line) for line in read_back(say, case, all_given(recorded))]
    days = {
        value.taken.isoformat()
        for item in recorded
        if isinstance(value := case.facts.items[item], Quantity) and value.taken
    }
    sampled = [say("sampled {day}", day=say.listed(sorted(days)))] if days else []
    first = " · ".join([" ".join([question.criterion or "", *told[:1]]).strip(), *sampled])
    seen = _seen(say, case, recorded)
    line = " · ".join([first, *([time] if time else []), *seen])
    return "\n".join([line, *(f"   {more}" for more in told[1:])])


def _seen(say: Say, case: Case, items: Iterable[str]) -> list[str]:
    """Tell where the answers were seen, and whether a monitor has compared all of them."""
    screening = case.screening
    sources = dict.fromkeys(source for item in items if (source := screening.source(item)))
    seen = [source_words(say, source).lower() for source in sources]
    is_verified = all(map(screening.verification, items))
    return [*seen, *([say("verified")] if is_verified else [])]


def _latest(case: Case, question: Question) -> str:
    """Give the item of a question that was answered last."""
    answers = case.screening.answers
    return max(
        (item.id for item in question.items if item.id in answers),
        key=lambda item: answers[item].seq,
    )


def _site_time(case: Case, answer: Answer) -> datetime:
    return answer.at_utc.astimezone(case.world.now.tzinfo)


def _labels(say: Say, case: Case, questions: list[Question]) -> list[str]:
    """Give a short name for each answer; equal names get more words if the row has room."""
    names = [_name(say, case, question) for question in questions]
    short = [shortened(name, HALF_A_ROW) for name in names]
    return [
        shortened(name, LABEL_WIDTH) if short.count(label) > 1 else label
        for name, label in zip(names, short, strict=True)
    ]


def _name(say: Say, case: Case, question: Question) -> str:
    """Name the criterion if one card asks for it, else what the card asks."""
    cards = [each for each in case.trial.questions if each.criterion == question.criterion]
    if question.criterion is not None and len(cards) == 1:
        return question.criterion
    return say.text(asked_items(question)[0].name)
