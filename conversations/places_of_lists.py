"""The place at which a list of things is entered or changed, such as the metastases."""

from dataclasses import dataclass
from typing import Literal

from ectrial.record.entries import JSON


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list that is entered by taps; nothing of it is recorded until it is said to be all or not.

    `things` are as the record holds them. `thing` is the one at hand, as number `at` of the list;
    None while the whole list is shown. `since` is the entry of the recorded list, 0 if there is
    none: once somebody else has changed that, the draft is left. `part` is the year or the month
    that is chosen so far of a date at hand. `choices` are what a typed number may mean, as the
    record would hold it, while it is asked which.
    """

    question: str
    since: int
    things: tuple[dict[str, JSON], ...] = ()
    at: int = 0
    thing: dict[str, JSON] | None = None
    part: str = ""
    choices: tuple[dict[str, JSON], ...] = ()
    place: Literal["list_draft"] = "list_draft"
