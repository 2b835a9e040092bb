"""A recorded answer as a value, in every paper in the same way."""

from ectrial.facts import Value
from ectrial.record.screenings import Answer
from ectrial.vocabulary import Item


def value_of(item: Item, answer: Answer | None) -> Value | None:
    """Read an answer; None if there is none, or if the item cannot read it any more."""
    try:
        return None if answer is None else item.read(answer.value)
    except ValueError:
        return None
