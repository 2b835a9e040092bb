"""Lists of things in words: each thing with its properties, and whether there are more."""

from collections.abc import Mapping

from ectrial.event_days import EventDay
from ectrial.facts import Absence, Things, Value
from ectrial.quantity import Quantity
from ectrial.truth import Truth
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say

_WRITTEN = (
    "Ann Barcelona Barrett Binet Bismuth Bloom Borrmann Breslow Charlson Clark Crohn Durie Ewing"
    " Forrest Fuhrman Glasgow Gleason Hodgkin Kaposi Karnofsky Lauren Lugano Masaoka Merkel Milan"
    " Nottingham Okuda Rai Siewert Zubrod"
)
EPONYMS = frozenset(_WRITTEN.split())
"""Names of people and places with which scores and diseases begin: they keep their capital."""


def list_words(say: Say, item: Item, listed: Things) -> str:
    """Give every thing of a list, and whether there are more."""
    told = [thing_words(say, item, thing) for thing in listed.things]
    match listed.complete:
        case Truth.TRUE:
            return " · ".join([*told, say("that is all")]) if told else say("none")
        case Truth.FALSE:
            return " · ".join([*told, say("there are more")])
    return " · ".join([*told, say("perhaps more")])


def thing_words(say: Say, item: Item, thing: Mapping[str, Value]) -> str:
    """Give a thing by its properties, such as "liver 4.2 cm, proven"."""
    asked = enumerate(_asked(item, thing))
    told = [_property(say, each, thing.get(n), is_first=not at) for at, (n, each) in asked]
    comma = "，" if say.language == "zh" else ", "
    return comma.join(filter(None, told))


def inside(name: str) -> str:
    """Give a name as it stands inside a sentence, unless it is more than a word with a capital.

    >>> inside("Proven by pathology"), inside("HBV DNA"), inside("Child–Pugh class")
    ('proven by pathology', 'HBV DNA', 'Child–Pugh class')
    >>> inside("Gleason score")
    'Gleason score'
    """
    first, _, rest = name.partition(" ")
    is_word = first[:1].isupper() and first[1:].isalpha() and first[1:].islower()
    is_kept = not is_word or first in EPONYMS
    return name if is_kept else " ".join(filter(None, (first.lower(), rest)))


def _asked(item: Item, thing: Mapping[str, Value]) -> list[tuple[str, Item]]:
    """Give the properties that are said of a thing, and always the first."""
    first = next(iter(item.properties))
    return [(n, each) for n, each in item.properties.items() if n == first or n in thing]


def _property(say: Say, item: Item, value: Value | None, *, is_first: bool) -> str:
    name = say.text(item.name)
    name = name if is_first else inside(name)
    if item.kind == "date" and value is Absence.NOT_APPLICABLE:
        return say("{name}: {answer}", name=name, answer=say("there was none"))
    if isinstance(value, EventDay):
        return say("{name}: {answer}", name=name, answer=event_day_words(say, value))
    if value is None or isinstance(value, Absence):
        return say("{name}: {answer}", name=name, answer="?")
    if isinstance(value, Quantity):
        return quantity_words(value)
    if item.kind == "boolean":
        return name if value == "yes" else say("not {name}", name=inside(name))
    option = say.text(item.options[str(value)])
    return option if is_first else inside(option)
