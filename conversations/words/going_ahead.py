"""What typed words would set going: asked below them before it is done, never by them alone."""

from typing import NamedTuple

from conversations.places_of_own_words import OwnWords
from conversations.places_of_the_trial import ActivationBack, AmendmentNumber, StatusReason
from conversations.words.trial_status import full_day
from ectrial.record.conduct import State
from ectrial.wording.speech import Say, marked

ASKED: dict[State, str] = {
    "open": marked("Enrolment open again since {day}, for this reason?"),
    "paused": marked("Enrolment paused since {day}, for this reason?"),
    "closed": marked("Enrolment closed since {day}, for this reason?"),
}
DOES: dict[State, str] = {
    "open": marked("Open enrolment again"),
    "paused": marked("Pause enrolment"),
    "closed": marked("Close enrolment"),
}


class GoesAhead(NamedTuple):
    """What typed words would set going: the question, and the button that does it.

    `is_reason`: words are asked for, and no number alone.
    """

    asked: str
    label: str
    is_reason: bool = True


def goes_ahead(say: Say, place: OwnWords) -> GoesAhead | None:
    """Give what words typed at a place would set going; None where they are recorded alone."""
    match place:
        case AmendmentNumber():
            return _activates(say, place)
        case ActivationBack():
            return _takes_back(say, place)
        case StatusReason():
            return _changes_status(say, place)
    return None


def _activates(say: Say, place: AmendmentNumber) -> GoesAhead:
    """Ask whether the version is activated, with what was typed as the document's number."""
    day = full_day(say, place.effective)
    asked = say(
        "Activate version {new} from {day} on, by the document of this number?",
        new=place.version,
        day=day,
    )
    return GoesAhead(asked, say("Activate version {new}", new=place.version), is_reason=False)


def _takes_back(say: Say, place: ActivationBack) -> GoesAhead:
    """Ask whether it is taken back, with the words that were typed as the reason."""
    asked = say("Take version {new} back, for this reason?", new=place.version)
    return GoesAhead(asked, say("Take version {new} back", new=place.version))


def _changes_status(say: Say, place: StatusReason) -> GoesAhead:
    """Ask whether enrolment changes, with the words that were typed as the reason."""
    day = full_day(say, place.day)
    return GoesAhead(say(ASKED[place.state], day=day), say(DOES[place.state]))
