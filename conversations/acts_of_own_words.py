"""What the answers to "Is this a name?" do; each pins the message and the card it was for."""

from dataclasses import dataclass

from conversations.places_of_own_words import OwnWords


@dataclass(frozen=True, slots=True)
class KeepWords:
    """Record the text after all: it holds no name."""

    back: OwnWords
    message: int


@dataclass(frozen=True, slots=True)
class DropWords:
    """Delete the text: it holds a name."""

    back: OwnWords
    message: int


OfOwnWords = KeepWords | DropWords
