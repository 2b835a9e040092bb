"""The events that a turn of the dialogue begins with: what a person did, or the bot learnt."""

from dataclasses import dataclass, field
from typing import Literal

from conversations.drafts import Doubt
from ectrial.record.one_time_codes import Proved

MEANT_MS = 300
"""A tap may be meant for the card before, for this many milliseconds after a card appears."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tapped button: the round of its card and the key of its act; older rounds are refused.

    `after_ms` is how long the card was shown before the tap, in milliseconds; None if no other
    card stood at the same position before, or if the time is unknown.
    """

    round: int
    key: str
    after_ms: int | None = None

    @property
    def is_too_soon(self) -> bool:
        """Whether the tap may have been meant for the previous card."""
        return self.after_ms is not None and self.after_ms < MEANT_MS


Belongs = Literal["yes"] | Doubt
"""Whether a typed text was written for the question at hand: "yes", or the reason for doubt."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Plain text, not a command; `message` is its number in the chat, 0 if that is unknown.

    `is_of_lost_trial`: the card above it was of a trial in which the person has no role any more.
    """

    text: str
    belongs: Belongs = "yes"
    message: int = 0
    is_of_lost_trial: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was edited after it was sent, and its words now; it changes nothing."""

    text: str = field(default="", repr=False)
    message: int = 0


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command such as `new`, and the text behind it; `message` as of a typed text."""

    name: str
    rest: str = ""
    message: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """A message without text: a photo, a voice message, a contact; `text` is its caption."""

    text: str = field(default="", repr=False)
    message: int = 0


@dataclass(frozen=True, slots=True)
class Tried:
    """A guest typed the passcode of a share; `ok` is None if it was not checked."""

    share: int
    ok: bool | None


@dataclass(frozen=True, slots=True)
class Joined:
    """The person opened an invite and is of the team of this trial from this turn on."""

    trial: str = ""


@dataclass(frozen=True, slots=True)
class Silenced:
    """The person tapped, below a message of a similar trial, that they want no more of them.

    `wish` is the number of what they had asked for; no card is concerned.
    """

    wish: int


@dataclass(frozen=True, slots=True)
class PaperStopped:
    """The person tapped *Stop* below the message about a paper that is made; no card knows it."""

    paper: int


Event = (
    Tapped | Typed | Edited | Commanded | Sent | Proved | Joined | Tried | Silenced | PaperStopped
)
"""*Proved* stands for six digits typed where a code was asked for; the digits stay in `bot`."""
