"""Sentences about a lab that must be asked about: possible values, their results, or why not."""

from conversations.case import Case
from conversations.drafts import LabLine, Values
from ectrial.facts import Absence, Facts
from ectrial.quantity import Quantity
from ectrial.trial.truth_of_values import truth_under
from ectrial.vocabulary import Item
from ectrial.wording.answers import value_words
from ectrial.wording.marks import Mark, mark_of
from ectrial.wording.numbers import unit_words
from ectrial.wording.speech import Say, marked


def ask_words(say: Say, case: Case, line: LabLine) -> str:
    """Ask what is unclear in a line: which value, whether it is right, or to type it again."""
    if line.state == "again":
        return why_words(say, case.vocabulary[line.item], line.why)
    if len(line.choices) > 1:
        return say("Which is it?")
    if line.why == "percent":
        return _counted_words(say, case, line)
    if is_plausible(case, line.choices[0]):
        return say("Read as {value}. Right?", value=shown(say, case, line.choices[0]))
    return say("That is rare. Is it right?")


def _counted_words(say: Say, case: Case, line: LabLine) -> str:
    """Offer a calculated count, with the value it comes from and the day of that value."""
    vocabulary = case.vocabulary
    whole = vocabulary[vocabulary[line.item].names.share_of or ""]
    total = value_words(say, whole, case.facts)
    known = case.facts.quantity(whole.id)
    if known and known.taken:
        total = f"{total} ({known.taken.isoformat()})"
    value = shown(say, case, line.choices[0])
    name = say.text(whole.name)
    return say(
        "The percentage of {name} {total} gives {value}. Right?",
        name=name,
        total=total,
        value=value,
    )


def choice_labels(say: Say, case: Case, line: LabLine) -> list[str]:
    """Give the label of each possible value, with its result if the results differ."""
    values = [shown(say, case, choice) for choice in line.choices]
    if len(values) == 1:
        is_sure = is_plausible(case, line.choices[0])
        return [say("Yes, {value}", value=values[0])] if is_sure else values
    marks = [mark(case, choice) for choice in line.choices]
    if len(set(marks)) == 1:
        return values
    return [f"{value} {mark}" for value, mark in zip(values, marks, strict=True)]


def shown(say: Say, case: Case, choice: Values) -> str:
    """Give a value as it will be recorded, with its upper limit."""
    vocabulary = case.vocabulary
    facts = Facts({item: vocabulary[item].read(v.recorded) for item, v in choice.items()})
    words = [value_words(say, vocabulary[item], facts) for item in choice]
    numbers = [value for value in facts.items.values() if isinstance(value, Quantity)]
    if len(words) == len(numbers) > 1 and len({number.unit for number in numbers}) == 1:
        unit = unit_words(numbers[0].unit)
        words = [*(each.removesuffix(f" {unit}") for each in words[:-1]), words[-1]]
    return "/".join(words)


def mark(case: Case, choice: Values) -> Mark:
    """Give the mark of the result that a value would have."""
    values = {item: case.vocabulary[item].read(v.recorded) for item, v in choice.items()}
    numbers = {item: value for item, value in values.items() if isinstance(value, Quantity)}
    return mark_of(truth_under(case.trial, case.facts)(numbers))


def is_plausible(case: Case, choice: Values) -> bool:
    """Whether a value is common, so that only its unit was assumed."""
    for name, given in choice.items():
        item = case.vocabulary[name]
        value = item.read(given.recorded)
        if isinstance(value, Quantity) and not item.is_plausible(value):
            return False
    return True


def why_words(say: Say, item: Item, why: str) -> str:
    """Say why a lab could not be read, and how to type it."""
    if why == "unit":
        units = say.listed(dict.fromkeys(unit_words(unit) for unit in item.units))
        return say("I do not know that unit here. I read: {units}.", units=units)
    if why == "no_result" and Absence.PENDING in item.absences:
        return say("That says there is no result yet. Not done, or pending?")
    if why in _WHYS:
        return say(_WHYS[why])
    if item.example is None:
        return say("I could not read one number. Type it with its unit.")
    example = say.text(item.example)
    if why == "name" and not item.whole:
        return say(
            "That name says too little. Type the result alone, like {example}.", example=example
        )
    return say("I could not read one number. Type it like {example}.", example=example)


_WHYS = {
    "impossible": marked("That number is not possible here: please check it and type it again."),
    "impossible_limit": marked(
        "That upper limit (ULN) is not possible here: please type both again."
    ),
    "mixed_units": marked("Value and upper limit (ULN) seem to be in different units: type both."),
    "look_alike": marked("That is another test's name."),
    "specimen": marked("That was measured in urine or another fluid, not in blood."),
    "percent": marked("That is a percentage: please type the count."),
    "differs": marked("It stands there twice, with different results."),
    "no_result": marked("That says there is no result yet."),
    "below_limit": marked("Below which limit? Type it, such as <20 with its unit."),
}
