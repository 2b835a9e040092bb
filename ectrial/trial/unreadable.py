"""A screening of which nothing can be computed, and why: its version or an answer is not read."""

from dataclasses import dataclass

from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.facts_file import unreadable_items
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why one screening is shown read-only; nothing here quotes an answer.

    `items` are those whose answers its version cannot read; empty where the version itself is not
    shipped. `seq` is the number of its latest entry.
    """

    screening: ScreeningId
    seq: int
    version: str
    items: tuple[str, ...] = ()


def unreadable(screening: Screening, trials: Trials) -> Unreadable | None:
    """Say why nothing can be computed of a screening; None for one that is read."""
    id_, version = screening.id, screening.protocol_version
    protocol = trials.of(id_.trial, version, screening.protocol_hash)
    if protocol is None:
        return Unreadable(id_, screening.last_seq, version)
    answers = {item: answer.value for item, answer in screening.answers.items()}
    items = unreadable_items(answers, protocol)
    return Unreadable(id_, screening.last_seq, version, items) if items else None
