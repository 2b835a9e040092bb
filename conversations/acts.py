"""What a button does, as a value that pins all that its label says.

The wire carries the key of an act alone. A tap is looked up by its key among the buttons that the
card has now, so that nothing is done that the card does not offer any more. What destroys
or opens something pins the screening and its last entry as well.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import orjson

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
    """Go to the next question of a screening, or to where it waits."""

    screening: ScreeningId


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go to the question before this one that was answered or skipped."""

    question: str


@dataclass(frozen=True, slots=True)
class ShowList:
    """Show one page of the list of screenings, or of those of a stage, as it is then."""

    page: int
    wanted: Wanted = VALID


@dataclass(frozen=True, slots=True)
class Change:
    """Open a question from a card that lists several, and come back there."""

    question: str
    back: Opener


@dataclass(frozen=True, slots=True)
class Record:
    """Record answers to a question, or those of a report.

    `fingerprint` is of the protocol version whose words the card shows. `reason` is why known
    answers change, `anyway` that a contradiction was seen: both are said of the record as it stood
    at `seq`. `preset` is the number of a ready-made answer: it may say the same as *Yes*.
    `corrects` says that a recorded day was wrong: another day is else that of another sample.
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
    """Leave a question as it is answered."""

    screening: ScreeningId
    question: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Drop a report that was read; nothing of it is recorded."""


@dataclass(frozen=True, slots=True)
class TakeDay:
    """Take this as the day of the samples of the sitting."""

    day: date


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last answers."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop at a failure; `forwards`: and show the text to forward."""

    screening: ScreeningId
    seq: int
    forwards: bool = False


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """Go on after a failure, to log every reason."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Reorder:
    """Ask in another order from here on."""

    screening: ScreeningId
    order: Order


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a text, which the phone does by itself."""

    text: str


@dataclass(frozen=True, slots=True)
class ClearMine:
    """Take back the person's own answers of a screening."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Clear:
    """Clear all answers of a screening, whoever gave them."""

    screening: ScreeningId
    seq: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring back a screening that was voided, or the answers of one that was cleared."""

    screening: ScreeningId
    seq: int
    reason: Reason = Reason.MIS_TAP


@dataclass(frozen=True, slots=True)
class Void:
    """Void a screening."""

    screening: ScreeningId
    seq: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Move:
    """Go on under another version of the protocol."""

    screening: ScreeningId
    seq: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Begin:
    """Open the first screening of a subject, or one more, with the answers that came with it."""

    screening: ScreeningId
    answers: dict[str, JSON]


@dataclass(frozen=True, slots=True)
class Open:
    """Open a screening that is on file, with the answers that came with its code."""

    screening: ScreeningId
    seq: int
    answers: dict[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenWith:
    """Open the screening that a text named, with what was read of the text."""

    screening: ScreeningId
    report: Report


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language."""

    language: Language


Act = (
    (Go | GoOn | GoBack | ShowList | Change | Begin | Open | OpenWith)
    | (Record | Skip | Next | Discard | TakeDay | Undo)
    | (Stop | KeepGoing | Reorder | Move | Copy | Speak)
    | (ClearMine | Clear | Void | Restore)
)


def key(act: Act) -> str:
    """Give the name of an act on the wire: the same for equal acts, in every process.

    >>> key(Speak("zh")) == key(Speak("zh")) != key(Speak("en"))
    True
    """
    canonical = orjson.dumps((type(act).__name__, act), list, orjson.OPT_SORT_KEYS)
    return sha256(canonical).hexdigest()[:KEY_LENGTH]
