"""One turn of the dialogue: what the person did and what is known in, entries and a screen out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, Protocol

from conversations.drafts import Doubt
from conversations.focus import Focus
from conversations.subject_codes import SubjectCodes
from ectrial.labs.reader import LabReader
from ectrial.record.entries import JSON, NewEntry
from ectrial.record.screenings import EVERY, Listed, Screening, Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.text import Language
from ectrial.trial.protocol import Protocol as Trial
from ectrial.trial.verdict import Verdict

MEANT_MS = 300
"""So many milliseconds after a card is shown, a tap is meant for it."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of the card with this round, by the key of its act; another round is too old.

    `after_ms` is how long the card was there, in milliseconds, if something else stood at that
    place before; None if not, or if nobody knows.
    """

    round: int
    key: str
    after_ms: int | None = None

    @property
    def is_too_soon(self) -> bool:
        """Whether it may have been meant for the card before."""
        return self.after_ms is not None and self.after_ms < MEANT_MS


Belongs = Literal["yes"] | Doubt
"""Whether a text was written for the question at hand, by Telegram's own marks."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Plain text, not a command."""

    text: str
    belongs: Belongs = "yes"


@dataclass(frozen=True, slots=True)
class Edited:
    """A text was changed after it was sent: nothing follows from that."""


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

Event = Tapped | Typed | Edited | Commanded | Sent


class Records(Protocol):
    """The read side of the record of one site, as of this turn."""

    def screening(self, id: ScreeningId) -> Screening | None:  # noqa: A002 - the record's own word
        """Give one screening."""
        ...

    def episodes(self, trial: str, subject: str) -> tuple[Screening, ...]:
        """Give all screenings of a subject for a trial, oldest first."""
        ...

    def screenings_with(self, trial: str, item: str, limit: int) -> tuple[Screening, ...]:
        """Give the screenings, none voided, whose answer to an item is a number, latest first."""
        ...

    def screenings(
        self, *, limit: int, offset: int = 0, wanted: Wanted = EVERY
    ) -> tuple[Listed, ...]:
        """Give the screenings of every trial with the newest activity first."""
        ...

    def count_screenings(self, wanted: Wanted = EVERY) -> int:
        """Give how many there are."""
        ...

    def alike(self, trial: str, subject: str) -> tuple[str, ...]:
        """Give the codes in a trial, not voided, that are easily mistaken for this one."""
        ...

    def next_subject(self, trial: str, prefix: str, digits: int = 3) -> str:
        """Give a subject code that is not taken yet in a trial."""
        ...


class Versions(Protocol):
    """Every version of every trial that is loaded."""

    def of(self, trial: str, version: str, fingerprint: str) -> Trial | None:
        """Give the version under which a screening was opened; None if it is not loaded."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """What a turn may know: the site, its trials, the record, the moment, and the person.

    `now` and `today` are in the time of the site. New screenings are opened under `trial`, and
    `labs` reads labs by its vocabulary; `versions` are those that older screenings were opened
    under. `round` is the round of the card now showing. `practice` is the sandbox: no real subject
    may be entered there. `is_admin`: the person is an administrator. `contact` is whom to ask at
    the site, and `codes` says how the site writes subject codes. `found` and `verdicts` are
    caches: within a turn or a card the record does not change, and the same answers give the same
    verdict.
    """

    site: str
    trial: Trial
    versions: Versions
    labs: LabReader
    records: Records
    now: datetime
    today: date
    actor: int
    language: Language
    round: int = 0
    practice: bool = False
    contact: str = ""
    is_admin: bool = False
    codes: SubjectCodes = field(default_factory=SubjectCodes)
    found: dict[ScreeningId, Any] = field(default_factory=dict, compare=False, repr=False)
    verdicts: list[tuple[str, Answers, Verdict]] = field(
        default_factory=list, compare=False, repr=False
    )

    def at_site(self, at_utc: datetime) -> datetime:
        """Give a moment by the clocks of the site."""
        return at_utc.astimezone(self.now.tzinfo)

    def after(self, turn: "Turn", card_round: int) -> "World":
        """Give what the card after this turn may know, once the turn's entries are recorded.

        Of the record nothing: until the card is made, others may have answered as well.
        """
        language = turn.language or self.language
        return replace(self, language=language, round=card_round, found={})


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome: entries to record, the new focus, and what to tell beside the card.

    `toast` is a short word on the tap itself. `messages` are texts sent beside the card. A turn
    that does not move leaves the card and its buttons as they are.
    """

    focus: Focus
    entries: tuple[NewEntry, ...] = ()
    toast: str = ""
    messages: tuple[str, ...] = ()
    language: Language | None = None
    moves: bool = True
