"""Whether each recorded verdict is what the answers before it give by the protocol, once more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.screenings import fold
from ectrial.trial.facts_file import FactsError, read_facts
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import assess


@dataclass(frozen=True, slots=True)
class Recomputation:
    """How many verdicts came out the same, were made under another protocol, or are wrong."""

    same: int
    elsewhere: int
    wrong: tuple[int, ...]
    """The numbers of their entries."""


def recompute(by_screening: Iterable[Entry], protocol: Protocol) -> Recomputation:
    """Assess again at every verdict; the entries come one screening after the other, in order."""
    same, elsewhere, wrong = 0, 0, []
    for _, group in groupby(by_screening, lambda entry: entry.said.screening):
        before: list[Entry] = []
        for entry in group:
            if entry.said.kind is not Kind.VERDICT_GIVEN:
                before.append(entry)
            elif not _is_under(protocol, entry.said):
                elsewhere += 1
            elif _follows(entry.said.value, before, protocol):
                same += 1
            else:
                wrong.append(entry.seq)
    return Recomputation(same, elsewhere, tuple(wrong))


def _is_under(protocol: Protocol, said: NewEntry) -> bool:
    ours = (protocol.id, protocol.version, protocol.fingerprint)
    return (said.trial, said.protocol_version, said.protocol_hash) == ours


def _follows(recorded: JSON, before: Iterable[Entry], protocol: Protocol) -> bool:
    screening = fold(before)
    if screening is None or not isinstance(recorded, Mapping):
        return False
    try:
        answers = {item: answer.value for item, answer in screening.answers.items()}
        facts = read_facts(answers, protocol)
    except FactsError:
        return False
    # the day bears on what to mind only, which no entry holds
    verdict = assess(protocol, facts, date.min)
    return all(recorded.get(name) == value for name, value in verdict.as_json().items())
