"""What is done with a text that was asked about; each pins its message and the card it was for."""

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


@dataclass(frozen=True, slots=True)
class GoAhead:
    """Record the text that was read back, and do what it was typed for."""

    back: OwnWords
    message: int


OfOwnWords = KeepWords | DropWords | GoAhead
