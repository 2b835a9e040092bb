"""What may ring a phone: a few fixed sentences, as a lock screen shows them to everybody near.

No other message rings, so none that rings can hold a subject or a finding.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from ectrial.ledger.tables.due import Settled
from ectrial.text import Language
from ectrial.wording.speech import marked, speech


class Neutral(StrEnum):
    """Sentences without a place for anything: no value is ever inserted."""

    TO_LOOK_AT = marked("1 item to look at")
    NOT_SAVED = marked(
        "⚠️ NOT SAVED. The record cannot be written just now; I keep trying."
        " Before you answer again, look whether the card has moved on."
    )
    NOT_RECORDED = marked("Something went wrong and nothing was recorded. /start begins again.")
    TO_DO = marked("Open items wait for you: /todo")
    REMINDER = marked("You asked to be reminded: /todo")
    NO_PRACTICE = marked(
        "Practice does not work just now: nothing was recorded."
        " /practice tries again, or leads back."
    )
    DELETE_YOURSELF = marked(
        "⚠️ A message that you sent may say who a patient is. Telegram does not let me delete it:"
        " please delete it yourself, for both sides."
    )
    NOT_SHOWN = marked("Something went wrong and the card cannot be shown. /start begins again.")


async def _noted_by_nobody(state: Settled) -> None:
    """Whoever rings because of a failure needs not know whether it was heard."""


@dataclass(frozen=True, slots=True)
class Bell:
    """What a push that may come late is asked at each try, and who is told what became of it."""

    may_ring: Callable[[], bool] = lambda: True
    settle: Callable[[Settled], Awaitable[None]] = _noted_by_nobody


@dataclass(frozen=True, slots=True)
class Push:
    """One sentence in the language of its chat."""

    sentence: Neutral
    language: Language
    bell: Bell = field(default_factory=Bell, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The text of the message."""
        say = speech(self.language)
        return say(self.sentence.value)
