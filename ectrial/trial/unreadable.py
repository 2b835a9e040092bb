"""A screening that cannot be assessed, and why: its version or an answer is unreadable."""

from dataclasses import dataclass

from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.facts_file import unreadable_items
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why one screening is shown read-only; no field quotes an answer.

    `items` are the items whose answers the version cannot read; empty if the version itself is not
    shipped. `seq` is the number of the screening's latest entry.
    """

    screening: ScreeningId
    seq: int
    version: str
    items: tuple[str, ...] = ()


def unreadable(screening: Screening, trials: Trials) -> Unreadable | None:
    """Say why a screening cannot be assessed; None if it can."""
    id_, version = screening.id, screening.protocol_version
    protocol = trials.of(id_.trial, version, screening.protocol_hash)
    if protocol is None:
        return Unreadable(id_, screening.last_seq, version)
    answers = {item: answer.value for item, answer in screening.answers.items()}
    items = unreadable_items(answers, protocol)
    return Unreadable(id_, screening.last_seq, version, items) if items else None
