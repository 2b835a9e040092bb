"""What may ring a phone: a few fixed sentences, as a lock screen shows them to everybody near.

No other message rings, so none that rings can hold a subject or a finding.
"""

from dataclasses import dataclass
from enum import StrEnum

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
    NOT_SHOWN = marked("Something went wrong and the card cannot be shown. /start begins again.")


@dataclass(frozen=True, slots=True)
class Push:
    """One sentence in the language of its chat."""

    sentence: Neutral
    language: Language

    @property
    def text(self) -> str:
        """The text of the message."""
        say = speech(self.language)
        return say(self.sentence.value)
