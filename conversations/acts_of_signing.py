"""Acts on the way to an investigator's signature."""

from dataclasses import dataclass

from ectrial.record.signatures import Meaning, ReturnReason
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class AskSignature:
    """Ask an investigator to sign the verdict as it was at entry `seq`."""

    screening: ScreeningId
    seq: int
    person: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over one matter on which the verdict with this hash rests."""

    screening: ScreeningId
    hash: str
    matter: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Go on to the code that signs exactly the content with this hash."""

    screening: ScreeningId
    hash: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """Send a request for a signature back."""

    screening: ScreeningId
    seq: int
    why: ReturnReason
