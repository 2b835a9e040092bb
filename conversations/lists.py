"""A list of things as a draft: what is asked of a thing next, and where an answer leads."""

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

from conversations.case import Case
from conversations.places_of_lists import ListDraft
from ectrial.facts import Things, Value
from ectrial.labs.characters import normalized
from ectrial.labs.units import unit_of
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.things import MOST
from ectrial.trial.facts_file import write_value
from ectrial.trial.protocol import Question
from ectrial.truth import UNKNOWN, Truth
from ectrial.vocabulary import Item

_TYPED = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*(\D.*)?")
_OTHER_WORDS = {"公分": "厘米"}


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
    try:
        question.items[0].read({"things": things})
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
    going = replace(draft, thing={n: thing[n] for n in item.properties if n in thing}, part="")
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


def typed_number(item: Item, text: str) -> Quantity | None:
    """Read a number with its unit, such as `4.2 cm`; a bare one in the unit that it can only have.

    None if it is no such number, or outside of the usual range of its unit.
    """
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip().casefold())
    if found is None:
        return None
    number, said = Decimal(found[1]), found[2] or ""
    unit = unit_of(normalized(_OTHER_WORDS.get(said, said)), item)
    if not said:
        bands = (each.unit for each in item.bare if each.low <= number <= each.high)
        unit = next(bands, None)
    if unit is None:
        return None
    quantity = Quantity(number, unit)
    return quantity if item.is_possible(quantity) and item.is_plausible(quantity) else None
