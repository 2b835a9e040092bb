"""One answer in words: a quantity, a choice, a judgement, or why there is none."""

import re

from ectrial.event_days import EventDay
from ectrial.facts import Absence, Choices, Facts, Judgement, Reported, Things
from ectrial.quantity import Quantity
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words
from ectrial.wording.numbers import number_words, quantity_words, sign_words
from ectrial.wording.speech import Say
from ectrial.wording.things import list_words

_PLURAL = re.compile(r"(?<=[a-z]{2})s$")


def value_words(say: Say, item: Item, facts: Facts) -> str:
    """Give the present answer to an item in words."""
    value = facts.items.get(item.id)
    if value is None:
        return say("not asked")
    if isinstance(value, Quantity):
        return amount_words(say, item, value)
    if isinstance(value, Judgement):
        is_met = value is Judgement.MEETS
        return say("meets it, no number") if is_met else say("does not meet it, no number")
    if isinstance(value, Reported):
        return say.text(item.reports["not_detected"])
    if isinstance(value, EventDay):
        return event_day_words(say, value)
    if isinstance(value, Absence):
        is_none = value is Absence.NOT_APPLICABLE and item.kind == "date"
        return say("there was none") if is_none else absence_words(say, value)
    if isinstance(value, Things):
        return list_words(say, item, value)
    if isinstance(value, Choices):
        return " + ".join(say.text(item.options[option]) for option in value) or say("none")
    if value in item.options:
        return say.text(item.options[value])
    return say("Yes") if value == "yes" else say("No")


def amount_words(say: Say, item: Item, quantity: Quantity) -> str:
    """Give a quantity as reported; a unit that is a word is given in the person's language."""
    reads = item.units[quantity.unit].reads
    if reads is None:
        return quantity_words(quantity)
    number = number_words(quantity.value)
    told = say.text(reads).format(number=sign_words(quantity.comparator) + number)
    # "1 lesions" is no English
    is_one = say.language == "en" and number == "1"
    return _PLURAL.sub("", told) if is_one else told


def absence_words(say: Say, absence: Absence, *, as_label: bool = False) -> str:
    """Say why there is no answer, within a sentence or as the label of a button."""
    match absence:
        case Absence.NOT_DONE:
            return say("Not done") if as_label else say("not done")
        case Absence.PENDING:
            return say("Pending") if as_label else say("pending")
        case Absence.NOT_APPLICABLE:
            return say("not applicable")
        case _:
            return say("not sure")
