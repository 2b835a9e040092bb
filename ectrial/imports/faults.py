"""What is wrong with a file or rare in it, and where; and a subject that was read from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ectrial.record.entries import JSON
from ectrial.trial.protocol import Protocol

LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or has to be looked at, at a place such as `row 7, column C`."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


@dataclass(frozen=True, slots=True)
class NewSubject:
    """A subject to be screened: its code, and answers by item as JSON of a facts file.

    `where` is its place in the file; `episode` is the number of the screening, and `under` the
    version that it was screened by; None for the present one.
    """

    code: str
    answers: Mapping[str, JSON]
    where: str
    episode: int = 1
    under: Protocol | None = None


def quoted(text: str) -> str:
    """Quote a text of a file in one line, shortened.

    >>> quoted("5.2 mg")
    "'5.2 mg'"
    """
    short = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
    return repr(short)
