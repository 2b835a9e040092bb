"""What is open on a worksheet: what would settle an item, and who was asked to."""

from collections.abc import Iterator

from ectrial.papers.worksheet.leaf import Leaf, Row
from ectrial.record.queries import Query, Why
from ectrial.record.threads import ThreadLine
from ectrial.trial.ways import ways_left
from ectrial.vocabulary import Item
from ectrial.wording.speech import marked
from ectrial.wording.ways import ways_words

_WHYS: dict[Why, str] = {
    "pending": marked("Pending"),
    "not_done": marked("Not done"),
    "unknown": marked("Unknown"),
    "check": marked("To be checked"),
}


def settling_words(leaf: Leaf, item: Item) -> str:
    """Give the ways that are left to settle an item; empty if its trial names none."""
    ways = ways_left(leaf.protocol.ways.get(item.id, ()), leaf.facts.items.get(item.id))
    is_signed = leaf.screening.consent.is_signed
    return ways_words(leaf.say, item, ways, is_signed=is_signed)


def asked_items(leaf: Leaf) -> list[Row]:
    """Give each item that somebody was asked to settle and that nobody has settled."""
    return [_row(leaf, each) for each in leaf.screening.queries.values() if each.is_open]


def _row(leaf: Leaf, query: Query) -> Row:
    item = leaf.protocol.vocabulary.get(query.item)
    return {
        "item": leaf.item_name(query.item),
        "state": leaf.say(_WHYS[query.why]),
        "settles": settling_words(leaf, item) if item else "",
        "asked": _asked(leaf, query),
        "said": [*_said(leaf, query)],
    }


def _asked(leaf: Leaf, query: Query) -> str:
    """Name who settles it, and until when; a person without a name only as somebody asked."""
    name = leaf.file.words.names.get(query.assignee) or leaf.say("a colleague")
    if query.due is None:
        return name
    return leaf.say("{name}, by {day}", name=name, day=query.due.isoformat())


def _said(leaf: Leaf, query: Query) -> Iterator[str]:
    """Give what was said about it; a sponsor reads none of it: it may name another subject."""
    if leaf.has_notes:
        yield from (_line(leaf, each) for each in query.thread if each.text)


def _line(leaf: Leaf, line: ThreadLine) -> str:
    return f"{leaf.person(line.actor, line.role)} {leaf.at(line.at_utc)} · “{line.text}”"
