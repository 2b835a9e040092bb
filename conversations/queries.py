"""Which items of a screening are open, and the entries that ask somebody to settle them."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from conversations.answers import asked_items
from conversations.asking_allowed import may_be_asked
from conversations.case import Case
from conversations.turn import World
from conversations.words.verdict import opens
from ectrial.facts import Absence
from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.queries import OpenQuery, Query, Why
from ectrial.trial.protocol import Question
from ectrial.vocabulary import Item

AS_ANSWERED: dict[object, Why] = {Absence.NOT_DONE: "not_done", Absence.UNKNOWN: "unknown"}
"""Why an item is open, by what was answered; a skipped one waits for its result."""


def needed(case: Case) -> frozenset[str]:
    """Give the items that can still settle the verdict, or a part; none once all is settled."""
    if case.screening.voided or not case.verdict.is_open:
        return frozenset()
    return frozenset(item.id for items in case.verdict.open_items.values() for item in items)


def is_open(case: Case, item: str) -> bool:
    """Whether the verdict still needs an answer of the card that asks for this item."""
    wanted = needed(case)
    return any(each in wanted and not case.facts.is_stated(each) for each in card_of(case, item))


def card_of(case: Case, item: str) -> tuple[str, ...]:
    """Give the items of the card that asks for this item; one query stands for them all."""
    question = case.trial.question_of.get(item)
    return (item,) if question is None else tuple(each.id for each in question.items)


def open_items(case: Case) -> list[Item]:
    """Give the first open item of each card that was shown, most decisive first."""
    wanted = needed(case)
    found = [_first_open(case, question, wanted) for question in opens(case)]
    return [item for item in found if item is not None]


def _first_open(case: Case, question: Question, wanted: Container[str]) -> Item | None:
    """Give the item that stands for a card; a limit is asked for only beside its value."""
    names = {item.id for item in asked_items(question)}
    for item in question.items:
        is_limit = any(each.uln == item.id for each in question.items)
        is_wanted = item.id in wanted and not case.facts.is_stated(item.id)
        if is_wanted and (item.id in names or is_limit) and may_be_asked(case, item.id):
            return item
    return None


def unasked(case: Case) -> list[Item]:
    """Give the open items of cards that nobody was asked to settle."""
    taken = {each for query in asked(case) for each in card_of(case, query.item)}
    return [item for item in open_items(case) if item.id not in taken]


def asked(case: Case) -> list[Query]:
    """Give the open queries of a screening, the nearest day first."""
    found = [query for query in case.screening.queries.values() if query.is_open]
    return sorted(found, key=lambda query: (query.due is None, query.due, query.seq))


def in_the_way(case: Case) -> list[Query]:
    """Give the open queries that hold up a signature: not those of a part left open alone."""
    if case.verdict.outcome != "eligible":
        return asked(case)
    return [each for each in asked(case) if each.why == "check" or not is_open(case, each.item)]


def why_open(case: Case, item: str) -> Why:
    """Give why an item is open, as it was answered."""
    return AS_ANSWERED.get(case.facts.items.get(item), "pending")


def opening(
    case: Case,
    items: Iterable[str],
    why: Why | None,
    assignee: int,
    due: date | None = None,
    text: str = "",
) -> tuple[NewEntry, ...]:
    """Give the entries that ask a person to settle items; without a reason, as each was answered.

    Items that nobody may be asked about are left out.
    """
    may = [item for item in items if may_be_asked(case, item)]
    return tuple(
        replace(
            case.entry(
                Kind.QUERY_OPENED, item, _value(why or why_open(case, item), assignee, due)
            ),
            text=text or None,
        )
        for item in may
    )


def raised(case: Case, item: str, assignee: int) -> NewEntry:
    """Give the entry that asks a person to check a recorded answer."""
    return case.entry(Kind.QUERY_OPENED, item, _value("check", assignee, None))


def postponing(case: Case, item: str, due: date | None, reason: Reason) -> NewEntry:
    """Give the entry that sets a new day for an open item."""
    entry = case.entry(Kind.QUERY_CHANGED, item, {"due": due and due.isoformat()})
    return replace(entry, reason=reason)


def _value(why: Why, assignee: int, due: date | None) -> JSON:
    return {"why": why, "assignee": assignee, "due": due and due.isoformat()}


def handed_over(world: World, queries: Iterable[OpenQuery], assignee: int) -> tuple[NewEntry, ...]:
    """Give the entries that hand open items of any screenings to another person."""
    found = ((each, world.records.screening(each.id)) for each in queries)
    return tuple(
        NewEntry(
            Kind.QUERY_CHANGED,
            each.id.trial,
            screening=each.id,
            item=each.item,
            value={"assignee": assignee},
            protocol_version=screening.protocol_version,
            protocol_hash=screening.protocol_hash,
        )
        for each, screening in found
        if screening is not None
    )
