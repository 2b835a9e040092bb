"""Places on the way to an investigator's signature, all of the open screening."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from conversations.places_of_queries import ToDo
from ectrial.record.signatures import Meaning


@dataclass(frozen=True, slots=True)
class AskInvestigator:
    """The choice of the investigator who is asked to sign."""

    place: Literal["ask_investigator"] = "ask_investigator"


@dataclass(frozen=True, slots=True)
class SignOff:
    """What an investigator signs, with the matters to take over first.

    `back` is the list from which it was opened, and to which signing and returning lead back.
    """

    back: ToDo | None = None
    place: Literal["sign_off"] = "sign_off"


@dataclass(frozen=True, slots=True)
class SigningCode:
    """The request for the six digits that sign exactly the content with this hash.

    `last` is the last entry of the team about the signer, whose name and role the card shows.
    """

    meaning: Meaning
    hash: str
    last: int
    back: ToDo | None = None
    place: Literal["signing_code"] = "signing_code"


@dataclass(frozen=True, slots=True)
class Returning:
    """The question why a request for a signature is returned."""

    back: ToDo | None = None
    place: Literal["returning"] = "returning"


@dataclass(frozen=True, slots=True)
class Deviations:
    """The deviations on file, and on which day another one was made."""

    place: Literal["deviations"] = "deviations"


@dataclass(frozen=True, slots=True)
class DeviationText:
    """The request to type what deviation was made on this day, with references.

    `last` is the latest deviation on the card before: a colleague may record the same one.
    """

    day: date
    last: int = 0
    place: Literal["deviation_text"] = "deviation_text"
