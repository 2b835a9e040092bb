"""One answer as a source document has it: value, unit, limit, sample, source, who and when."""

from collections.abc import Iterator

from ectrial.facts import Judgement, Reported
from ectrial.papers.worksheet.leaf import Leaf
from ectrial.quantity import Quantity
from ectrial.record.screenings import Answer
from ectrial.trial.criterion import Criterion
from ectrial.vocabulary import Item
from ectrial.wording.answers import value_words
from ectrial.wording.sources import source_words


def answer_lines(leaf: Leaf, criterion: Criterion) -> list[str]:
    """Give a line for each answer that a criterion reads, in the order of its rule.

    An upper limit stands beside its lab, not in a line of its own.
    """
    recorded = leaf.screening.answers
    beside = {item.uln for item in criterion.items if item.id in recorded}
    shown = [i for i in criterion.items if i.id in recorded and i.id not in beside]
    return [_line(leaf, item, recorded[item.id]) for item in shown]


def whole_lines(leaf: Leaf, criterion: Criterion) -> list[str]:
    """Give the answer to a criterion as a whole, where it was answered so."""
    answer = leaf.screening.answers.get(criterion.id)
    if answer is None:
        return []
    return [" · ".join((leaf.say("answered as a whole"), *_where(leaf, criterion.id, answer)))]


def _line(leaf: Leaf, item: Item, answer: Answer) -> str:
    say = leaf.say
    told = say(
        "{name}: {answer}", name=say.text(item.name), answer=value_words(say, item, leaf.facts)
    )
    return " · ".join((told, *_measured(leaf, item), *_where(leaf, item.id, answer)))


def _measured(leaf: Leaf, item: Item) -> Iterator[str]:
    """Give the upper limit of normal and the day of the sample, or that nobody knows it."""
    say, facts = leaf.say, leaf.facts
    value = facts.items.get(item.id)
    if item.uln is not None and item.uln in facts.items:
        limit = leaf.protocol.vocabulary[item.uln]
        yield say("ULN {value}", value=value_words(say, limit, facts))
        if (taken := leaf.screening.answers.get(item.uln)) and taken.source:
            yield say("limit from the report of another subject")
    if item.sample and isinstance(value, Quantity | Reported | Judgement):
        day = None if isinstance(value, Judgement) else value.taken
        if day is not None:
            yield say("sample {day}", day=day.isoformat())
        else:
            yield say("day of the sample not known")
    if item.id in leaf.verdict.stale:
        yield say("too old to count")


def _where(leaf: Leaf, item: str, answer: Answer) -> Iterator[str]:
    """Give where an answer was seen, who recorded it, and who compared it with its source."""
    say, screening = leaf.say, leaf.screening
    source, origin = screening.source(item), screening.origin(item)
    yield source_words(say, source) if source else say("source not said")
    if origin is not None:
        # which trial that was is nobody's matter here
        yield say("recorded before, true of {day}", day=origin.day.isoformat())
    yield f"{leaf.person(answer.actor, answer.role)} {leaf.at(answer.at_utc)}"
    if (mark := screening.verification(item)) is not None:
        who, when = leaf.person(mark.actor, mark.role), leaf.at(mark.at_utc)
        yield say("☑ compared with its source: {who} {when}", who=who, when=when)
