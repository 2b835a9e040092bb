"""The card that asks for the upper limit of a value (R12)."""

from conversations.acts import Go, Record
from conversations.drafts import Values
from conversations.here import Here
from conversations.limits import limits_of, offer_words, remembered
from conversations.places import Limit, Question
from conversations.sampling import records_dated
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.words.heading import heading
from ectrial.facts import Absence
from ectrial.given import Given
from ectrial.quantity import Quantity
from ectrial.wording.answers import amount_words


def words(here: Here, place: Limit) -> tuple[Block, ...]:
    """Show the value, and whether this value is recorded yet."""
    say, vocabulary = here.say, here.case.vocabulary
    (item, given), *_ = place.value.items()
    value = vocabulary[item].read(given.recorded)
    amount = amount_words(say, vocabulary[item], value) if isinstance(value, Quantity) else ""
    shown = f"{say.text(vocabulary[item].name)} {amount}"
    ask = say("{value}. And the upper limit (ULN) on the same report?", value=shown)
    waits = here.case.changed(place.value)
    waiting = (note(say("Not recorded yet.")),) if waits else ()
    return (title(heading(say, here.case.id)), Block(ask), *waiting)


def rows(here: Here, place: Limit) -> tuple[Row, ...]:
    """Offer a limit recorded before, to type the value again, or to leave the limit open."""
    say, case = here.say, here.case
    needed = limits_of(case, place.value)
    offer = remembered(case, needed)
    offered: tuple[Row, ...] = ()
    if offer is not None:
        takes = _records(here, place, offer.limits)
        offered = ((Button(offer_words(say, case, offer), takes),),)
    unknown = dict.fromkeys(needed, Given(str(Absence.UNKNOWN)))
    return (
        *offered,
        (
            Button(say("‹ Type it again"), Go(Question(place.question))),
            Button(say("ULN not known"), _records(here, place, unknown)),
        ),
    )


def typed(here: Here, place: Limit, text: str) -> Turn:
    """Take the limit, the value typed again, or a report."""
    return type_answer(here, place.question, text, place.value)


def _records(here: Here, place: Limit, limits: Values) -> Record | Go:
    return records_dated(here, place.question, {**place.value, **limits})
