"""The last line of a card that takes an answer: a small screen may not show the card's top."""

from conversations.answers import asked_items
from conversations.case import Case
from conversations.focus import ANSWERING
from conversations.here import Here
from conversations.places import Place
from conversations.places_of_consent import ConsentDraft
from conversations.screen import Block, note
from conversations.words.heading import heading, sex_and_age


def beside_the_buttons(here: Here, place: Place) -> tuple[Block, ...]:
    """Say whose answer is asked and which question; nothing on a card that takes no answer."""
    if not isinstance(place, (*ANSWERING, ConsentDraft)) or not isinstance(here.found, Case):
        return ()
    case = here.found
    name = getattr(place, "question", None) or getattr(place, "id", None)
    question = case.trial.question_by_id.get(name or "")
    items = asked_items(question) if question else []
    several = question.criterion if question and len(items) > 1 else None
    asks = several or next((here.say.text(item.name) for item in items), "")
    who = sex_and_age(here.say, case.screening.answers)
    told = (heading(here.say, case.id), who, asks)
    return (note(" · ".join(filter(None, told))),)
