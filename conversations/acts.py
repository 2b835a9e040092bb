"""What a button does, as a value that pins everything its label says.

Only the key of an act is sent to Telegram. A tap is looked up by it among the buttons of the card,
so that only what it offers is done. What destroys or opens something also pins its last entry.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import orjson

from conversations.acts_of_consent import RecordConsent
from conversations.acts_of_notes import OfNotes
from conversations.acts_of_other_trials import OfOtherTrials
from conversations.acts_of_own_words import OfOwnWords
from conversations.acts_of_papers import OfPapers
from conversations.acts_of_practice import LeavePractice
from conversations.acts_of_queries import QueryAct
from conversations.acts_of_setting_aside import OfSettingAside
from conversations.acts_of_sharing import OfSharing
from conversations.acts_of_shifts import OfShifts
from conversations.acts_of_signing import OfSigning
from conversations.acts_of_sources import TakeSource, Unverify, Verify
from conversations.acts_of_the_team import OfTheTeam
from conversations.acts_of_the_trial import OfTheTrial
from conversations.acts_of_trials import OfTrials
from conversations.acts_of_ward_rounds import OfWardRounds
from conversations.acts_of_what_follows import OfWhatFollows
from conversations.drafts import Values
from conversations.places import Opener, Place, Report
from ectrial.record.entries import JSON, Order, Reason
from ectrial.record.screenings import VALID, Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.text import Language

KEY_LENGTH = 20  # hexadecimal digits, so 80 bits


@dataclass(frozen=True, slots=True)
class Go:
    """Go to a place; nothing is recorded."""

    place: Place


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go to the next question of a screening, or to the place where the screening waits."""

    screening: ScreeningId


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go to the previous question that was answered or skipped."""

    question: str


@dataclass(frozen=True, slots=True)
class ShowList:
    """Show one page of the list of screenings, of all or of one stage, as the list is now."""

    page: int
    wanted: Wanted = VALID


@dataclass(frozen=True, slots=True)
class Change:
    """Open a question from a card that lists several questions, and return to that card."""

    question: str
    back: Opener


@dataclass(frozen=True, slots=True)
class Record:
    """Record the answers to a question, or the values of a report.

    `fingerprint` names the protocol version whose words the card shows. `reason` says why known
    answers change; `anyway`: the person saw a contradiction. Both refer to the record at `seq`.
    `preset` is the number of a ready-made answer, which may record the same as *Yes*. `corrects`:
    the recorded day was wrong; without it, another day means another sample.
    """

    screening: ScreeningId
    fingerprint: str
    question: str | None
    values: Values
    seq: int | None = None
    preset: int | None = None
    reason: Reason | None = None
    anyway: bool = False
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a question without an answer for later."""

    screening: ScreeningId
    question: str


@dataclass(frozen=True, slots=True)
class Next:
    """Leave a question with its present answer."""

    screening: ScreeningId
    question: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Drop a report that was read; nothing of it is recorded."""


@dataclass(frozen=True, slots=True)
class TakeDay:
    """Use this day as the day of the samples in this sitting."""

    day: date


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last answers."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop at a failure; `forwards`: also show the text to forward."""

    screening: ScreeningId
    seq: int
    forwards: bool = False


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """Continue after a failure, so that every reason is found for the screening log."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Reorder:
    """Change the order of the questions that are still to be asked."""

    screening: ScreeningId
    order: Order


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a text; the phone does this itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Move:
    """Continue a screening under another version of the protocol."""

    screening: ScreeningId
    seq: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Begin:
    """Open the first or a further screening of a subject, with answers typed beside the code."""

    screening: ScreeningId
    answers: dict[str, JSON]


@dataclass(frozen=True, slots=True)
class BeginAgain:
    """Open a screening that repeats a failed one, as that was at entry `seq`.

    `asked`: the person confirms that the principal investigator was asked, as the protocol says
    nothing of it. `answers` were typed beside the code; none of the failed screening is used.
    """

    screening: ScreeningId
    repeats: ScreeningId
    seq: int
    asked: bool
    answers: dict[str, JSON]


@dataclass(frozen=True, slots=True)
class Open:
    """Open a screening that is on file, with answers typed beside the code."""

    screening: ScreeningId
    seq: int
    answers: dict[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenWith:
    """Open the screening that a text named, with the results that were read in the text."""

    screening: ScreeningId
    report: Report


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language."""

    language: Language


Act = (
    (Go | GoOn | GoBack | ShowList | Change | Begin | BeginAgain | Open | OpenWith)
    | (Record | Skip | Next | Discard | TakeDay | Undo)
    | (Stop | KeepGoing | Reorder | Move | Copy | Speak)
    | (OfSettingAside | OfSigning | OfShifts | OfOwnWords | OfNotes)
    | (OfWhatFollows | OfSharing | OfWardRounds | OfOtherTrials | OfTheTrial)
    | (OfTrials | OfPapers)
    | (TakeSource | Verify | Unverify | RecordConsent | QueryAct | LeavePractice | OfTheTeam)
)


def key(act: Act) -> str:
    """Give the name of an act on the wire: equal acts have equal keys, in every process.

    >>> key(Speak("zh")) == key(Speak("zh")) != key(Speak("en"))
    True
    """
    canonical = orjson.dumps((type(act).__name__, act), list, orjson.OPT_SORT_KEYS)
    return sha256(canonical).hexdigest()[:KEY_LENGTH]
