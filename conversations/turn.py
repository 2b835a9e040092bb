"""One turn of the dialogue: what the person did and what is known in, entries and a screen out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol

from ectrial.labs.reader import LabReader
from ectrial.record.entries import JSON, NewEntry
from ectrial.record.screenings import Listed, Screening
from ectrial.text import Language
from ectrial.trial.protocol import Protocol as Trial
from ectrial.trial.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of the card with this round; a button from another round is old."""

    round: int
    act: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Plain text, not a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command such as `new` and what stood behind it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that is neither text nor a tap: a photo, a voice message, a contact."""


Answers = Mapping[str, JSON]
"""The recorded values of a screening, by item."""

Event = Tapped | Typed | Commanded | Sent


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a person's chat stands: parsed choices only, never what was typed.

    `view` names the screen; `question`, `draft` and the rest are what that screen needs. It can
    always be shown again from the record.
    """

    view: str = "home"
    screening: str | None = None
    question: str | None = None
    draft: dict[str, Any] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    def at(self, view: str, **changes: Any) -> "Focus":
        """Give another view of the same screening, its draft and echo dropped."""
        return replace(self, view=view, **{"draft": {}, "said": (), "question": None, **changes})

    def kept(self, *names: str) -> dict[str, Any]:
        """Give what the draft holds under these names, to go on with."""
        return {name: self.draft[name] for name in names if name in self.draft}


class Records(Protocol):
    """The read side of the record, as of this turn."""

    def screening(self, id: str) -> Screening | None:  # noqa: A002 - the record's own word
        """Give one screening by its id."""
        ...

    def episodes(self, subject: str) -> tuple[Screening, ...]:
        """Give all screenings of a subject, oldest first."""
        ...

    def screenings_with(self, item: str, limit: int) -> tuple[Screening, ...]:
        """Give the screenings, none voided, whose answer to an item is a number, latest first."""
        ...

    def screenings(self, *, limit: int, offset: int = 0) -> tuple[Listed, ...]:
        """Give the screenings with the newest activity first."""
        ...

    def count_screenings(self) -> int:
        """Give how many there are."""
        ...

    def next_subject(self, prefix: str) -> str:
        """Give a subject code that is not taken yet."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """What a turn may know: the trial, the record, the moment, and who acts in which language.

    `labs` reads what is typed by the names of the trial's vocabulary.
    `round` is the round of the card now showing. `practice` is the sandbox: no real subject may be
    entered there. `found` and `verdicts` are what was worked out already: within a turn or a card
    the record does not change, and the same answers give the same verdict.
    """

    trial: Trial
    labs: LabReader
    records: Records
    now: datetime
    today: date
    actor: int
    language: Language
    round: int = 0
    practice: bool = False
    found: dict[str, tuple[Screening, Verdict] | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    verdicts: list[tuple[Answers, Verdict]] = field(
        default_factory=list, compare=False, repr=False
    )

    def after(self, turn: "Turn", card_round: int) -> "World":
        """Give what the card after this turn may know, once the turn's entries are recorded.

        Of the record nothing: until the card is made, others may have answered as well.
        """
        language = turn.language or self.language
        return replace(self, language=language, round=card_round, found={})


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows: entries to record, the new focus, and what to tell beside the card.

    `toast` is a short word on the tap itself. `kept` are texts sent as messages of their own.
    """

    focus: Focus
    entries: tuple[NewEntry, ...] = ()
    toast: str = ""
    kept: tuple[str, ...] = ()
    language: Language | None = None
