"""Whether each recorded verdict agrees with the answers before it, by its own version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.trial.facts_file import FactsError, read_facts
from ectrial.trial.protocol import Protocol
from ectrial.trial.unreadable import Unreadable, unreadable
from ectrial.trial.verdict import assess
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class Recomputation:
    """How many verdicts are the same, are of a version not shipped, or are wrong."""

    same: int
    not_shipped: int
    wrong: tuple[int, ...]
    """The numbers of the entries with a wrong verdict."""
    unreadable: tuple[Unreadable, ...] = ()
    """The screenings that cannot be assessed today."""


def recompute(by_screening: Iterable[Entry], trials: Trials) -> Recomputation:
    """Assess again at every verdict; the entries must come in order, screening by screening."""
    same, not_shipped = 0, 0
    wrong: list[int] = []
    not_read: list[Unreadable] = []
    for _, group in groupby(by_screening, lambda entry: entry.said.screening):
        before: list[Entry] = []
        for entry in group:
            if entry.said.kind is Kind.VERDICT_GIVEN:
                protocol = _protocol_of(entry.said, trials)
                if protocol is None:
                    not_shipped += 1
                elif _follows(entry.said.value, before, protocol):
                    same += 1
                else:
                    wrong.append(entry.seq)
            before.append(entry)
        not_read += _not_read(before, trials)
    return Recomputation(same, not_shipped, tuple(wrong), tuple(not_read))


def _protocol_of(said: NewEntry, trials: Trials) -> Protocol | None:
    return trials.of(said.trial, said.protocol_version or "", said.protocol_hash or "")


def _not_read(entries: Iterable[Entry], trials: Trials) -> tuple[Unreadable, ...]:
    screening = fold(entries)
    found = screening and unreadable(screening, trials)
    return (found,) if found else ()


def _follows(recorded: JSON, before: Iterable[Entry], protocol: Protocol) -> bool:
    screening = fold(before)
    if screening is None or not isinstance(recorded, Mapping):
        return False
    try:
        answers = {item: answer.value for item, answer in screening.answers.items()}
        facts = read_facts(answers, protocol)
    except FactsError:
        return False
    # the date matters only for advisories, which no entry contains
    verdict = assess(protocol, facts, date.min)
    return all(recorded.get(name) == value for name, value in verdict.as_json().items())
