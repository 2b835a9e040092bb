"""What the buttons of a question record: Yes and No, options, comparisons, presets, ticks."""

from collections.abc import Iterable, Mapping

from conversations.case import Case
from conversations.drafts import Values
from conversations.places import Question
from ectrial.facts import Absence, Choices, Judgement, Things, Value
from ectrial.given import all_given
from ectrial.trial.facts_file import write_value
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol import Question as Asked
from ectrial.truth import TRUE, Truth
from ectrial.vocabulary import Item
from ectrial.wording.comparisons import Bounded
from ectrial.wording.speech import Say

_BETWEEN = ":"


def asked_items(question: Asked) -> list[Item]:
    """Give the items that a card asks for: without their limits and methods."""
    limits = {item.uln for item in question.items}
    return [item for item in question.items if item.id not in limits and item.kind != "method"]


def counted(trial: Protocol, items: Iterable[str]) -> int:
    """Count answers as a person counts them: by the questions that they answer."""
    asked = {trial.question_of[item].id for item in items if item in trial.question_of}
    return max(1, len(asked))


def has_scale(question: Asked) -> bool:
    """Whether the number needs no comparison: it has a scale of presets, or is a plain fact."""
    item = question.items[0]
    return item.whole or (question.role == "fact" and item.kind == "quantity")


def as_given(values: Mapping[str, Value]) -> Values:
    """Give values in the form in which they will be recorded."""
    return all_given({item: write_value(value) for item, value in values.items()})


def yes_or_no(question: Asked, *, yes: bool) -> Values:
    """Answer the one item of a yes/no question."""
    item = question.items[0]
    return as_given({item.id: item.yes if yes else item.no})


def compared(case: Case, question: Asked) -> tuple[Bounded, Truth] | None:
    """Give the comparison that judges the number, and the truth that favours the subject."""
    item, criterion = question.items[0], case.trial.criterion_by_id.get(question.criterion or "")
    if item.id in case.trial.several_limits:
        return None  # a label tells one of them, and the answer would count for all
    if item.kind != "quantity" or has_scale(question) or criterion is None:
        return None
    return next(
        (
            (leaf.rule, leaf.meets)
            for leaf in criterion.leaves
            if isinstance(leaf.rule, Bounded)
            and leaf.rule.item is item
            # as a condition it favours nobody: only a number says whether it holds
            and leaf.part == "decides"
        ),
        None,
    )


def judged(question: Asked, judgement: Judgement) -> Values:
    """Answer a number by the result of its comparison, without the number."""
    return as_given({question.items[0].id: judgement})


def preset(question: Asked, number: int) -> Values:
    """Give what the preset with this number records."""
    return as_given(question.sets(number))


def judges_several(case: Case, values: Values) -> bool:
    """Whether values have a judgement in place of a number that has several limits."""
    several = case.trial.several_limits & values.keys()
    return any(values[item].recorded in tuple(Judgement) for item in several)


def unsure(question: Asked) -> Values:
    """Answer every item with "not sure"."""
    return absent(question, Absence.UNKNOWN)


def no_things(question: Asked) -> Values:
    """Answer a list by an empty one that is complete: there is none."""
    return as_given({question.items[0].id: Things((), TRUE)})


def absent(question: Asked, why: Absence) -> Values:
    """Answer every item with the reason why there is no answer."""
    return as_given({item.id: why for item in asked_items(question)})


def takes(question: Asked, why: Absence) -> bool:
    """Whether every item of the question accepts this reason for having no answer."""
    return all(why in item.absences for item in asked_items(question))


def has_several(question: Asked) -> bool:
    """Whether the question asks several things that are answered separately."""
    return len(asked_items(question)) > 1


def none_of(question: Asked) -> dict[str, str]:
    """Answer No to each item, without test results: "none of these" says nothing of a test."""
    return {item.id: item.no for item in asked_items(question) if item.kind == "boolean"}


def ticks(case: Case, place: Question, question: Asked) -> tuple[str, ...]:
    """Give the ticked options of a list, from the draft or from the record."""
    if place.ticks is not None:
        return tuple(each for each in place.ticks if each in question.items[0].options)
    recorded = case.facts.items.get(question.items[0].id)
    return tuple(recorded) if isinstance(recorded, Choices) else ()


def tick_labels(say: Say, question: Asked) -> list[tuple[str, str]]:
    """Give the names and labels of the options of a list, in order."""
    return [(name, say.text(label)) for name, label in question.items[0].options.items()]


def ticked(question: Asked, ticks: tuple[str, ...]) -> Values:
    """Give the values that a finished list of ticks records."""
    return as_given({question.items[0].id: Choices(ticks)})


def drafted(case: Case, place: Question, question: Asked) -> dict[str, str]:
    """Give the answer of each item on a card of several: the recorded one, or the draft's."""
    known, items = case.facts.items, [item.id for item in asked_items(question)]
    draft = {item: str(known[item]) for item in items if item in known}
    for tick in place.ticks or ():
        item, _, answer = tick.partition(_BETWEEN)
        if item in items:  # a tick may be of before an update that asks its item elsewhere
            draft[item] = answer or "yes"
    return draft


def has_ticks_to_lose(case: Case, place: Question) -> bool:
    """Whether there are ticks that are not recorded: leaving the card would lose these ticks."""
    if not place.ticks:
        return False
    question, recorded = case.trial.question_by_id[place.id], Question(place.id)
    if question.items[0].kind == "date":
        return False  # a year or a month that is chosen on the way to a day
    if has_several(question):
        return drafted(case, place, question) != drafted(case, recorded, question)
    return set(place.ticks) != set(ticks(case, recorded, question))


def as_ticks(draft: Mapping[str, str]) -> tuple[str, ...]:
    """Give a draft in the form in which a place keeps it."""
    return tuple(f"{item}{_BETWEEN}{answer}" for item, answer in draft.items())
