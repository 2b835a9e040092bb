"""Queries about recorded answers: a monitor raises and closes them, the site answers."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Go
from conversations.case import Case
from conversations.checking import shown_answers
from conversations.here import Here
from conversations.needs import CHECKING, SCREENING
from conversations.places import Question as CardOf
from conversations.places_of_queries import Raising
from conversations.queries import card_of, raised
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.turn import Turn, World
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.queries import Query
from ectrial.record.screenings import Answer
from ectrial.trial.protocol import Question


def is_own(world: World, query: Query) -> bool:
    """Whether the person closes this query: who raised it, or a monitor if that one has left."""
    if query.why != "check" or not may(world.member, CHECKING):
        return False
    return query.opened_by == world.actor or query.opened_by not in world.team.members


def may_speak(world: World, query: Query) -> bool:
    """Whether the person says something about a query; a monitor only about the own."""
    return may(world.member, SCREENING) or is_own(world, query)


def raise_rows(here: Here, question: Question) -> tuple[Row, ...]:
    """Offer a query about the answer of a card, unless one is open."""
    case = here.case
    item = answered(case, question.id)
    queries = (case.screening.queries.get(each.id) for each in question.items)
    if item is None or any(query and query.is_open for query in queries):
        return ()
    place = Raising(question.id, shown_answers(case, question.id))
    return ((Button(here.say("Raise a query ›"), Go(place)),),)


def answered(case: Case, question: str) -> str | None:
    """Give the item that stands for the answers of a card: the first that has one."""
    items = case.trial.question_by_id[question].items
    return next((each.id for each in items if each.id in case.screening.answers), None)


def raise_query(here: Here, question: str, text: str) -> Turn:
    """Record a query about the answer of a card, which rings its owner; return to the card."""
    case, world = here.case, here.world
    item = answered(case, question) or ""
    owner = owner_of(case, item)
    entry = replace(raised(case, item, owner), text=text)
    said = (here.say("The query is raised."),)
    rings = world.team.asked_instead_of(owner, world.today)
    return Turn(here.focus.at(CardOf(question), said=said), (entry,), pushes=(rings,))


def owner_of(case: Case, item: str) -> int:
    """Give who is asked: whoever gave the answer, else who of the team gave another one last."""
    answers = case.screening.answers
    others = sorted(answers.values(), key=_seq, reverse=True)
    for answer in (answers[item], *others):
        member = case.world.team.member(answer.actor, case.world.today)
        if member is not None and may(member, SCREENING):
            return answer.actor
    present = case.world.team.present(case.world.today)
    able = (each for each in present if may(each, SCREENING))
    first = sorted(able, key=lambda each: each.role != "coordinator")
    return first[0].person if first else answers[item].actor


def _seq(answer: Answer) -> int:
    return answer.seq


def corrections(before: Case, after: Case) -> Iterable[NewEntry]:
    """Give the replies that follow from corrected answers: each proposes to close its query."""
    for query in after.screening.queries.values():
        earlier = before.screening.queries.get(query.item)
        if query.why != "check" or not query.is_open or earlier is None:
            continue
        items = card_of(after, query.item)
        if any(_answer(before, item) != _answer(after, item) for item in items):
            yield after.entry(Kind.QUERY_SAID, query.item, {"answer": "changed"})


def _answer(case: Case, item: str) -> int | None:
    answer = case.screening.answers.get(item)
    return None if answer is None else answer.seq


def concerned(world: World, entries: Iterable[NewEntry]) -> tuple[int, ...]:
    """Give whom a reply to such a query concerns: who raised it, or who was asked."""
    found = []
    for entry in entries:
        screening = world.records.screening(entry.screening) if entry.screening else None
        query = screening.queries.get(entry.item or "") if screening else None
        if entry.kind is Kind.QUERY_SAID and query is not None and query.why == "check":
            other = query.assignee if query.opened_by == world.actor else query.opened_by
            found.append(world.team.asked_instead_of(other, world.today))
    return tuple(each for each in found if each != world.actor)
