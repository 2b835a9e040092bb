"""The card of a date: by taps, or typed; the month or the year alone will do.

What is chosen so far is the card's draft: a year, or a month of it.
"""

from conversations import answers
from conversations.acts import Go, Record
from conversations.date_choice import DateChoice, date_notes
from conversations.here import Here
from conversations.places import Question
from conversations.screen import LABEL_WIDTH, Block, Row, note
from conversations.undoing import HALF_WIDTH, undo_buttons
from ectrial.facts import Absence, Value
from ectrial.trial.protocol import Question as Asked


def is_at_a_step(place: Question, question: Asked) -> bool:
    """Whether the card shows older years, the months of a year, or the days of a month."""
    return question.items[0].kind == "date" and bool(place.ticks)


def date_words(here: Here, place: Question, question: Asked) -> list[Block]:
    """Ask for the part that is not chosen yet; say how it is typed."""
    if question.items[0].kind != "date":
        return []
    return [note(date_notes(here.say, _draft(place)))]


def date_rows(here: Here, place: Question, question: Asked, presets: list[Row]) -> list[Row]:
    """Offer recent days and years, then months of the year, or days of the month."""
    case, say, item = here.case, here.say, question.items[0]

    def says(value: Value) -> Record:
        values = answers.as_given({item.id: value})
        return Record(case.id, case.trial.fingerprint, question.id, values)

    def goes(draft: str) -> Go:
        return Go(Question(question.id, (draft,) if draft else None))

    unsure = question.unknown_label
    label = say.text(unsure) if unsure else say("Not sure")
    known = case.verdict.given.items.get(item.id)
    choice = DateChoice(say, here.world.today, item, _draft(place), label, says, goes, known)
    has_none = Absence.NOT_APPLICABLE in item.absences
    undo = undo_buttons(say, case, HALF_WIDTH if has_none else LABEL_WIDTH)
    return choice.rows(presets, tuple(undo))


def _draft(place: Question) -> str:
    return place.ticks[0] if place.ticks else ""
