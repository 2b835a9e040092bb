"""A list of things as a draft: what is asked of a thing next, and where an answer leads."""

from dataclasses import replace

from conversations.case import Case
from conversations.places_of_lists import ListDraft
from ectrial.facts import Things, Value
from ectrial.record.entries import JSON
from ectrial.things import MOST
from ectrial.trial.facts_file import write_value
from ectrial.trial.protocol import Question
from ectrial.truth import UNKNOWN, Truth
from ectrial.vocabulary import Item


def recorded_list(case: Case, question: Question) -> Things:
    """Give the recorded list of a question; an empty one, perhaps not complete, if none is."""
    value = case.facts.items.get(question.items[0].id)
    return value if isinstance(value, Things) else Things()


def draft_of_list(case: Case, question: Question) -> ListDraft:
    """Give a draft with the things that are recorded."""
    item = question.items[0]
    answer = case.screening.answers.get(item.id)
    things = write_value(recorded_list(case, question))["things"]
    return ListDraft(question.id, answer.seq if answer else 0, tuple(things))


def has_things_to_lose(case: Case, draft: ListDraft) -> bool:
    """Whether the draft says more or other than is recorded: leaving it would lose that."""
    before = draft_of_list(case, case.trial.question_by_id[draft.question]).things
    at_hand = draft.things[draft.at] if draft.at < len(draft.things) else {}
    said = draft.thing or {}
    return draft.things != before or any(at_hand.get(name) != said[name] for name in said)


def one_more(draft: ListDraft) -> ListDraft:
    """Begin with another thing."""
    return replace(draft, at=len(draft.things), thing={})


def is_draft_possible(case: Case, draft: ListDraft) -> bool:
    """Whether the version asks for this list, can read the draft, and nobody has changed it."""
    question = case.trial.question_by_id.get(draft.question)
    if question is None or question.items[0].kind != "list":
        return False
    answer = case.screening.answers.get(question.items[0].id)
    things = [*draft.things, *([draft.thing] if draft.thing is not None else [])]
    asked = lacking(question.items[0], draft)
    try:
        question.items[0].read({"things": things})
        for each in draft.choices:
            asked.read(each) if asked else None
    except ValueError:
        return False
    is_as_before = draft.since == (answer.seq if answer else 0)
    return is_as_before and 0 <= draft.at <= len(draft.things) <= MOST


def lacking(item: Item, draft: ListDraft) -> Item | None:
    """Give the property that is asked next of the thing at hand; None once all are said."""
    said = draft.thing or {}
    asked = (each for each in item.properties.values() if not each.optional)
    return next((each for each in asked if each.id not in said), None)


def with_property(item: Item, draft: ListDraft, name: str, value: JSON) -> ListDraft:
    """Say one property; the thing joins the list once nothing more is asked of it."""
    thing = {**(draft.thing or {}), name: value}
    going = replace(draft, thing={n: thing[n] for n in item.properties if n in thing})
    going = replace(going, part="", choices=())
    if lacking(item, going) is not None:
        return going
    things = (*draft.things[: draft.at], thing, *draft.things[draft.at + 1 :])
    return replace(going, things=things, thing=None, at=0)


def without(draft: ListDraft) -> ListDraft:
    """Take the thing at hand out of the list."""
    things = (*draft.things[: draft.at], *draft.things[draft.at + 1 :])
    return replace(draft, things=things, thing=None, at=0)


def value_of(item: Item, draft: ListDraft, complete: Truth = UNKNOWN) -> Value:
    """Give the list of a draft as a value."""
    return Things(read_list(item, draft.things), complete)


def read_list(item: Item, things: tuple[dict[str, JSON], ...]) -> tuple[dict[str, Value], ...]:
    """Read things as the record holds them."""
    read = item.read({"things": list(things)})
    return tuple(dict(each) for each in read.things) if isinstance(read, Things) else ()
