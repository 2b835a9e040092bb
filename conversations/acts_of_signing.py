"""Acts on the way to an investigator's signature."""

from dataclasses import dataclass

from conversations.places_of_queries import ToDo
from ectrial.record.signatures import Meaning, ReturnReason
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class AskSignature:
    """Ask an investigator to sign the verdict as it was at entry `seq`."""

    screening: ScreeningId
    seq: int
    person: int


@dataclass(frozen=True, slots=True)
class OpenToSign:
    """Open a screening whose verdict a person was asked to sign, and return to the list."""

    screening: ScreeningId
    back: ToDo


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over one matter on which the verdict with this hash rests."""

    screening: ScreeningId
    hash: str
    matter: str
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """Go on to the code that signs exactly the content with this hash."""

    screening: ScreeningId
    hash: str
    meaning: Meaning
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """Send a request for a signature back."""

    screening: ScreeningId
    seq: int
    why: ReturnReason
    back: ToDo | None = None


OfSigning = AskSignature | OpenToSign | TakeOver | Sign | ReturnRequest
