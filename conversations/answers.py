"""What the buttons of a question answer: Yes and No, options, presets, ticks."""

from conversations.case import Case
from conversations.drafts import Values
from conversations.places import Question
from ectrial.facts import Absence, Choices, Judgement, Value
from ectrial.given import all_given
from ectrial.trial.facts_file import write_value
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say


def asked_items(question: Asked) -> list[Item]:
    """Give the items that Yes, No and Not sure answer: not limits, not methods."""
    limits = {item.uln for item in question.items}
    return [item for item in question.items if item.id not in limits and item.kind != "method"]


def has_scale(question: Asked) -> bool:
    """Whether its presets are the whole scale, as for a score: then Yes and No say nothing."""
    item = question.items[0]
    return item.whole or (question.role == "fact" and item.kind == "quantity")


def as_given(values: dict[str, Value]) -> Values:
    """Give values as they are about to be recorded."""
    return all_given({item: write_value(value) for item, value in values.items()})


def yes_or_no(case: Case, question: Asked, *, yes: bool) -> Values:
    """Answer every item alike; for a number, Yes says that the criterion's sentence holds."""
    answers = {i.id: _yes_or_no(case, question, i, yes=yes) for i in asked_items(question)}
    return as_given(answers)


def _yes_or_no(case: Case, question: Asked, item: Item, *, yes: bool) -> Value:
    if item.kind != "quantity":
        return item.yes if yes else item.no
    criterion = case.trial.criterion_by_id.get(question.criterion or "")
    is_exclusion = criterion is not None and criterion.category == "exclusion"
    return Judgement.MEETS if yes is not is_exclusion else Judgement.FAILS


def preset(question: Asked, number: int) -> Values:
    """Give what the preset with this number records."""
    return as_given(question.sets(number))


def unsure(question: Asked) -> Values:
    """Answer every item with "not sure"."""
    return as_given({item.id: Absence.UNKNOWN for item in asked_items(question)})


def has_several(question: Asked) -> bool:
    """Whether Yes does not say which: then the items are ticked."""
    return len(asked_items(question)) > 1


def ticks(case: Case, place: Question, question: Asked) -> tuple[str, ...] | None:
    """Give what is ticked, as drafted or as recorded; None when Yes or No comes first."""
    first = question.items[0]
    if place.ticks is not None or first.kind != "multichoice":
        return place.ticks
    recorded = case.facts.items.get(first.id)
    return tuple(recorded) if isinstance(recorded, Choices) else ()


def ticks_known(case: Case, question: Asked) -> tuple[str, ...]:
    """Give the items that are recorded as Yes."""
    known = case.facts.items
    return tuple(item.id for item in question.items if known.get(item.id) == item.yes)


def tick_labels(say: Say, question: Asked) -> list[tuple[str, str]]:
    """Give the names and labels of what may be ticked, in order."""
    first = question.items[0]
    if first.kind == "multichoice":
        return [(name, say.text(label)) for name, label in first.options.items()]
    return [(item.id, say.text(item.name)) for item in question.items]


def ticked(question: Asked, ticks: tuple[str, ...]) -> Values:
    """Give what a finished list of ticks answers: ticked is yes, the rest is no."""
    first = question.items[0]
    if first.kind == "multichoice":
        return as_given({first.id: Choices(ticks)})
    return as_given(
        {item.id: item.yes if item.id in ticks else item.no for item in question.items}
    )
