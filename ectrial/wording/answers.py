"""One answer in words: a quantity, a choice, a judgement, or why there is none."""

from ectrial.facts import Absence, Choices, Facts, Judgement
from ectrial.quantity import Quantity
from ectrial.vocabulary import Item
from ectrial.wording.numbers import number_words, quantity_words, sign_words
from ectrial.wording.speech import Say


def value_words(say: Say, item: Item, facts: Facts) -> str:
    """Give the present answer to an item in words."""
    value = facts.items.get(item.id)
    if value is None:
        return say("not asked")
    if isinstance(value, Quantity):
        return amount_words(say, item, value)
    if isinstance(value, Judgement):
        return say("acceptable") if value is Judgement.MEETS else say("not acceptable")
    if isinstance(value, Absence):
        return _absence(say, value)
    if isinstance(value, Choices):
        return " + ".join(say.text(item.options[option]) for option in value) or say("none")
    if value in item.options:
        return say.text(item.options[value])
    return say("Yes") if value == "yes" else say("No")


def amount_words(say: Say, item: Item, quantity: Quantity) -> str:
    """Give a quantity as reported; a unit that is a word is said in the person's language."""
    reads = item.units[quantity.unit].reads
    if reads is None:
        return quantity_words(quantity)
    return say.text(reads).format(
        number=sign_words(quantity.comparator) + number_words(quantity.value)
    )


def _absence(say: Say, absence: Absence) -> str:
    match absence:
        case Absence.NOT_DONE:
            return say("not done")
        case Absence.NOT_APPLICABLE:
            return say("not applicable")
        case _:
            return say("not sure")
