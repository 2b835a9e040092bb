"""Items and options that had another id before: what was recorded under it is theirs. Pure."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ectrial.record.entries import JSON
from ectrial.record.renames import Renames, renamed_answers
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item


class Collision(NamedTuple):
    """An item of a trial, and one of its former ids that the trial reads as another item."""

    item: str
    old: str


def with_former_ids(protocol: Protocol) -> Protocol:
    """Let a trial know the former ids of the items that it uses; most files have none."""
    if not any(item.formerly for item in protocol.vocabulary.values()):
        return protocol
    own = own_items(protocol)
    former = {old: item.id for item in own.values() for old in item.formerly if old not in own}
    return protocol.model_copy(update={"former_ids": former})


def collisions(protocol: Protocol) -> Iterator[Collision]:
    """Give former ids that are read by the trial as well, so that nobody could tell the two."""
    if not any(item.formerly for item in protocol.vocabulary.values()):
        return
    own = own_items(protocol)
    for item in own.values():
        yield from (Collision(item.id, old) for old in item.formerly if old in own)


def renames(protocol: Protocol, answers: Mapping[str, JSON]) -> Renames:
    """Give those ids of recorded answers that are others under a version.

    An answer under the present id stands, and the one under a former id is left as it is.
    """
    items = {
        old: new
        for old, new in protocol.former_ids.items()
        if old in answers and new not in answers
    }
    options = {}
    for name in answers:
        item = protocol.vocabulary.get(items.get(name, name))
        if item is not None and (used := _used(item, answers[name])):
            options[item.id] = used
    return Renames(items, options)


def as_under(protocol: Protocol, answers: Mapping[str, JSON]) -> dict[str, JSON]:
    """Give recorded answers by the ids that they have under a version."""
    return renamed_answers(answers, renames(protocol, answers))


def answered_as(item: Item, answers: Mapping[str, JSON]) -> str:
    """Give the id under which another trial has an answer to an item: its own, or a former one."""
    return next((name for name in (item.id, *item.formerly) if name in answers), item.id)


def written_as(before: Item, item: Item) -> Item:
    """Give an item as it was before with the ids that it has now, to compare what the two mean."""
    former = {name: each.formerly for name, each in item.options.items()}
    options = {}
    for name, option in before.options.items():
        now = item.renamed.get(name, name)
        options[now] = option.model_copy(update={"formerly": former.get(now, ())})
    own = {"id": item.id, "formerly": item.formerly, "options": options}
    return before.model_copy(update=own)


def _used(item: Item, value: JSON) -> dict[str, str]:
    ticked = value if isinstance(value, list) else [value]
    named = [each for each in ticked if isinstance(each, str)]
    return {each: item.renamed[each] for each in named if each in item.renamed}
