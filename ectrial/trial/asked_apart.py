"""Cards of a question that mixes kinds: a number, a date, a list or options each have their own.

Only what is answered yes or no is asked together on one card; whatever else stands beside it is
asked on the card after, under the same words. What a file means is not changed by that.
"""

from collections.abc import Iterable, Iterator, Sequence

from ectrial.trial.protocol import Protocol, Question
from ectrial.vocabulary import Item


def asked_apart(protocol: Protocol) -> Protocol:
    """Give the trial with a card for each kind; itself, if none of its questions mixes any."""
    questions = tuple(part for question in protocol.questions for part in cards(question))
    if questions == protocol.questions:
        return protocol
    parts = {name: getattr(protocol, name) for name in Protocol.model_fields}
    return Protocol.model_construct(**{**parts, "questions": questions})


def cards(question: Question) -> Iterator[Question]:
    """Give the cards of a question in the order of its items; the first keeps its id."""
    groups = _groups(question)
    if len(groups) <= 1:
        yield question
        return
    presets = [(preset, _group_of(groups, preset.sets)) for preset in question.presets]
    for number, group in enumerate(groups):
        own = {item.id for item in group}
        beside = tuple(item for item in question.items if item.id not in own)
        change = {
            "id": question.id if number == 0 else f"{question.id}:{group[0].id}",
            "items": tuple(group),
            "beside": beside,
            "also": (*question.also, *beside),
            "presets": tuple(preset for preset, place in presets if place == number),
        }
        yield question.model_copy(update=change)


def _groups(question: Question) -> list[list[Item]]:
    """Part the items: all that are yes or no together, each other with its limit and methods."""
    limits = {item.uln for item in question.items}
    groups: list[list[Item]] = []
    helpers = []
    ticked: list[Item] | None = None
    for item in question.items:
        if item.id in limits or item.kind == "method":
            helpers.append(item)
        elif question.role == "stratum" or not _is_yes_or_no(item):
            groups.append([item])
        elif ticked is None:
            ticked = [item]
            groups.append(ticked)
        else:
            ticked.append(item)
    for helper in helpers if groups else ():
        _helped(groups, helper).append(helper)
    return groups


def _is_yes_or_no(item: Item) -> bool:
    """Whether ticks can say each answer: another option would have no tick."""
    either = {item.yes, item.no}
    return item.kind == "boolean" or (item.kind == "choice" and either == item.options.keys())


def _helped(groups: Sequence[list[Item]], helper: Item) -> list[Item]:
    """Give the group of the number with this limit, or that is found by this method."""
    numbers = [group for group in groups if group[0].kind == "quantity"]
    owners = [group for group in numbers if group[0].uln == helper.id]
    return (owners or numbers or list(groups))[0]


def _group_of(groups: Sequence[list[Item]], sets: Iterable[str]) -> int:
    """Give the first group of which a preset answers an item."""
    names = set(sets)
    places = (n for n, group in enumerate(groups) if names & {item.id for item in group})
    return next(places, 0)
