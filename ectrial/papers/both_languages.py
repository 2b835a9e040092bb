"""Words of forms that have both languages beside each other: each from the catalogue."""

from collections.abc import Mapping

from ectrial.facts import Absence, Judgement
from ectrial.text import Text
from ectrial.wording.speech import marked, speech

YES, NO = marked("Yes"), marked("No")
JUDGEMENTS: Mapping[str, str] = {
    Judgement.MEETS: marked("Meets the limit, no number"),
    Judgement.FAILS: marked("Does not meet the limit, no number"),
}
"""What is known of a number without it."""
ABSENCES: Mapping[str, str] = {
    Absence.UNKNOWN: marked("Unknown"),
    Absence.NOT_DONE: marked("Not done"),
    Absence.PENDING: marked("Pending"),
    Absence.NOT_APPLICABLE: marked("not applicable"),
}
"""Why there is no value."""


def words(sentence: str) -> Text:
    """Give a sentence of the catalogue in every language."""
    say = speech("zh")
    return Text(en=sentence, zh=say(sentence))
