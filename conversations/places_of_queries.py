"""Places about open items: who settles them, what was said, and what a person has to do."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.queries import Why
from ectrial.trial.ways import Where


@dataclass(frozen=True, slots=True)
class ToDo:
    """One page of what a person can settle now: of one trial or all, at one place or all."""

    page: int = 0
    trial: str = ""
    at: Where | None = None
    place: Literal["to_do"] = "to_do"


@dataclass(frozen=True, slots=True)
class Asking:
    """Why, who and when for all open items together; without a choice, as answered and me.

    `everybody` shows all colleagues, not only the first.
    """

    why: Why | None = None
    who: int | None = None
    due: date | None = None
    everybody: bool = False
    place: Literal["asking"] = "asking"


@dataclass(frozen=True, slots=True)
class OpenItems:
    """One page of the open items of a screening that somebody was asked to settle."""

    page: int = 0
    place: Literal["open_items"] = "open_items"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One open item and its thread; `back` is the list from which it was opened."""

    item: str
    back: ToDo | None = None
    place: Literal["open_item"] = "open_item"


@dataclass(frozen=True, slots=True)
class Changing:
    """A change of one open item: who settles it, or its day; `why` asks why `day` is new.

    `seq` is the last thing said of it when its card was shown.
    """

    item: str
    what: Literal["who", "due", "why"]
    seq: int = 0
    day: date | None = None
    back: ToDo | None = None
    place: Literal["changing"] = "changing"


@dataclass(frozen=True, slots=True)
class Raising:
    """What is to be checked is typed; `shown`: the entries of the answers on the card before."""

    question: str
    shown: tuple[int, ...]
    place: Literal["raising"] = "raising"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence about one open item is typed; `seq` is the last thing said when it was asked."""

    item: str
    seq: int
    back: ToDo | None = None
    place: Literal["saying"] = "saying"


@dataclass(frozen=True, slots=True)
class Reminding:
    """The question when one wants to be reminded of one open item."""

    item: str
    back: ToDo | None = None
    place: Literal["reminding"] = "reminding"


@dataclass(frozen=True, slots=True)
class RemindingOfAll:
    """The question when one wants to be reminded of what one has to do."""

    back: ToDo
    place: Literal["reminding_of_all"] = "reminding_of_all"
