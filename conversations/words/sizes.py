"""Sentences about a number typed for a property of a thing: which it may be, or why it is none."""

from conversations.typed_sizes import Why
from ectrial.labs.examples import typed_as
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say


def which_words(say: Say, choices: int) -> str:
    """Ask which of several numbers was meant, or whether a rare one is right."""
    return say("Which is it?") if choices > 1 else say("That is rare. Is it right?")


def no_size_words(say: Say, item: Item, why: Why) -> str:
    """Say why a typed text is no number for the property, and what to type."""
    name = say.text(item.name)
    match why:
        case "impossible":
            return say("{name}: that is outside the possible range. Type it again.", name=name)
        case "limit":
            return say("{name}: type the number itself, without < or >.", name=name)
        case "several":
            return say("{name}: that is more than one number. Type one alone.", name=name)
        case _:
            return say(
                "I could not read one number in {unit}.", unit=typed_as(item.canonical, item)
            )
