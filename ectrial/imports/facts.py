"""The records of a facts file as subjects to be screened; every fault is told, all at once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ectrial.facts import Reported
from ectrial.imports.destination import CodeOf
from ectrial.imports.faults import Fault, NewSubject, quoted
from ectrial.imports.identity import cell_tells_who, title_tells_who
from ectrial.json_values import read_iso_day
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.record.subjects import LAST_EPISODE
from ectrial.rules.language import WITH_TIME
from ectrial.trial.facts_file import AnswerError, FactsError, read_facts, subject_of, write_value
from ectrial.trial.protocol import Protocol

_SAID = frozenset(
    {
        *("id", "facts", "episode", "trial", "version", "hash", "as_of", "verdict"),
        *("is_as_recorded", "record_head", "days"),
    }
)
"""What an exported record says; whatever else stands there may tell who the patient is."""


def read_facts_records(
    records: Iterable[Any], protocol: Protocol, code_of: CodeOf, today: date
) -> tuple[list[NewSubject], list[Fault]]:
    """Read subjects; several records of one code are its screenings only where they say so.

    A file that was exported says `episode` and `trial`: a screening keeps its number, by which
    other files name it. What it says of verdicts is not read, as they are computed anew.
    """
    subjects: list[NewSubject] = []
    faults: list[Fault] = []
    taken: set[tuple[str, int]] = set()
    for number, record in enumerate(records, start=1):
        where = f"record {number}"
        found = list(_faults(number, record, protocol, today))
        code = code_of(record["id"]) if not found and record["id"] else None
        if found or code is None:
            what = "its id is not a code as the site writes them; a name is none"
            faults += [Fault(where, each) for each in found or [what]]
            continue
        episode = record.get("episode", 1)
        if (code, episode) in taken:
            which = f"screening {episode} of {code}" if "episode" in record else code
            faults.append(Fault(where, f"{which} stands in the file twice"))
            continue
        taken.add((code, episode))
        subjects.append(NewSubject(code, _answers(record["facts"], protocol), where, episode))
    return sorted(subjects, key=lambda each: each.episode), faults


def _answers(raw: Mapping[str, Any], protocol: Protocol) -> dict[str, JSON]:
    items = read_facts(raw, protocol).items
    return {name: write_value(value) for name, value in items.items()}


def _faults(number: int, record: Any, protocol: Protocol, today: date) -> Iterator[str]:
    if not isinstance(record, dict) or not isinstance(record.get("facts"), dict):
        yield "needs an id and facts"
        return
    if record.get("practice"):
        yield "is from practice: it is of nobody"
        return
    if record.get("trial", protocol.id) != protocol.id:
        yield f"is of another trial than {protocol.id}"
        return
    if not _is_episode(record.get("episode", 1)):
        yield f"episode: the number of a screening is needed, not {quoted(str(record['episode']))}"
        return
    if beside := _beside(record, protocol):
        yield beside
        return
    told = 0
    for name, answer in record["facts"].items():
        if fault := _fault_of(name, answer, protocol):
            told += 1
            yield fault
    if not told:
        try:
            subject_of(number, record, protocol)
        except FactsError as error:
            yield str(error).partition(": ")[2]
            return
        yield from _too_old(record, protocol, today)
        yield from _to_come(record, protocol, today)


def _to_come(record: Mapping[str, Any], protocol: Protocol, today: date) -> Iterator[str]:
    for name, value in read_facts(record["facts"], protocol).items.items():
        taken = value.taken if isinstance(value, Quantity | Reported) else None
        if taken is not None and taken > today:
            yield f"{name}: a day to come"


def _beside(record: Mapping[str, Any], protocol: Protocol) -> str:
    """Say what is wrong with what a record says beside its facts; empty if it is in order."""
    if any(map(_tells_who, record.items())):
        return "says beside its facts what may tell who a patient is: take it out of the file"
    version = record.get("version", protocol.version)
    is_of_it = record.get("hash", protocol.fingerprint) == protocol.fingerprint
    if version == protocol.version and is_of_it:
        return ""
    of = f"version {protocol.version}" if version != protocol.version else "one of another hash"
    return (
        f"was screened by version {quoted(str(version))}, and would be read by {of}:"
        " take `version` and `hash` out of it to have that done"
    )


def _tells_who(said: tuple[str, Any]) -> bool:
    key, value = said
    is_text = isinstance(value, str) and cell_tells_who(value)
    return key not in _SAID and (title_tells_who(key) or cell_tells_who(key) or is_text)


def _is_episode(told: object) -> bool:
    return isinstance(told, int) and not isinstance(told, bool) and 1 <= told <= LAST_EPISODE


def _fault_of(name: str, answer: Any, protocol: Protocol) -> str:
    if name in protocol.criterion_by_id and name not in protocol.vocabulary:
        return f"{name}: the answer to a whole criterion is not recorded; give its items"
    try:
        read_facts({name: answer}, protocol)
    except AnswerError as error:
        return str(error)
    return ""


def _too_old(record: Mapping[str, Any], protocol: Protocol, today: date) -> Iterator[str]:
    """Tell answers that count for a time only, and would look as if they were given today."""
    days = record.get("days")
    if protocol.language < WITH_TIME or not isinstance(days, dict):
        return
    for name in protocol.ages:
        day = days.get(name, days.get("answered"))
        answer = record["facts"].get(name)
        has_day = isinstance(answer, dict) and "date" in answer
        if answer is not None and day is not None and not has_day and read_iso_day(day) < today:
            yield f"{name}: was answered on {day}, and would look as if today; ask it again"
