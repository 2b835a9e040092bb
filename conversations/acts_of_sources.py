"""Acts about where answers were seen, and about comparing them with that source."""

from dataclasses import dataclass

from ectrial.record.sources import Source
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class TakeSource:
    """Say where the answers are seen, from now on in this sitting; None: it is not said.

    `shown` has the entries of the answers that the person saw: these were seen there as well.
    """

    screening: ScreeningId
    question: str
    source: Source | None
    shown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verify:
    """Mark the answers of a card as compared with their source."""

    screening: ScreeningId
    seq: int
    question: str


@dataclass(frozen=True, slots=True)
class Unverify:
    """Take back the marks of a card."""

    screening: ScreeningId
    seq: int
    question: str
