"""The records of a facts file as subjects to be screened; every fault is told, all at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


Version = Callable[[str, str, str], Protocol | None]
"""Gives the protocol of a trial with a version and a hash; None for one that is not here."""


def read_facts_records(
    records: Iterable[Any], present: Protocol, version_of: Version, code_of: CodeOf, today: date
) -> tuple[list[NewSubject], list[Fault]]:
    """Read subjects; several records of one code are its screenings only where they say so.

    A file that was exported says `episode`, `trial`, `version` and `hash`: a screening keeps its
    number, by which other files name it, and is of the version that it was screened by. What says
    no version is of the present one. What is said of verdicts is not read: they are computed anew.
    """
    subjects: list[NewSubject] = []
    faults: list[Fault] = []
    taken: set[tuple[str, int]] = set()
    for number, record in enumerate(records, start=1):
        where = f"record {number}"
        protocol = _protocol_of(record, present, version_of)
        found = list(_faults(number, record, present, protocol, today))
        code = code_of(record["id"]) if not found and record["id"] else None
        if found or code is None or protocol is None:
            what = "its id is not a code as the site writes them; a name is none"
            faults += [Fault(where, each) for each in found or [what]]
            continue
        episode = record.get("episode", 1)
        if (code, episode) in taken:
            which = f"screening {episode} of {code}" if "episode" in record else code
            faults.append(Fault(where, f"{which} stands in the file twice"))
            continue
        taken.add((code, episode))
        answers = _answers(record["facts"], protocol)
        subjects.append(NewSubject(code, answers, where, episode, protocol))
    return _in_order(subjects), faults


def _in_order(subjects: list[NewSubject]) -> list[NewSubject]:
    """Leave an exported order, whose last screening is of the version in use; else by episode."""
    before: dict[str, int] = {}
    for each in subjects:
        if each.episode < before.get(each.code, 0):
            return sorted(subjects, key=lambda one: one.episode)
        before[each.code] = each.episode
    return subjects


def _protocol_of(record: Any, present: Protocol, version_of: Version) -> Protocol | None:
    """Give the version that a record was screened by; None if that is not here."""
    if not isinstance(record, dict) or not {"version", "hash"} & record.keys():
        return present
    version = record.get("version", present.version)
    hash_ = record.get("hash", present.fingerprint if version == present.version else None)
    if not isinstance(version, str) or not isinstance(hash_, str):
        return None
    return version_of(present.id, version, hash_)


def _answers(raw: Mapping[str, Any], protocol: Protocol) -> dict[str, JSON]:
    items = read_facts(raw, protocol).items
    return {name: write_value(value) for name, value in items.items()}


def _faults(
    number: int, record: Any, present: Protocol, protocol: Protocol | None, today: date
) -> Iterator[str]:
    if not isinstance(record, dict) or not isinstance(record.get("facts"), dict):
        yield "needs an id and facts"
        return
    if record.get("practice"):
        yield "is from practice: it is of nobody"
        return
    if record.get("trial", present.id) != present.id:
        yield f"is of another trial than {present.id}"
        return
    if not _is_episode(record.get("episode", 1)):
        yield f"episode: the number of a screening is needed, not {quoted(str(record['episode']))}"
        return
    if any(map(_tells_who, record.items())):
        yield "says beside its facts what may tell who a patient is: take it out of the file"
    elif protocol is None:
        yield _of_no_version(record, present)
    else:
        yield from _faults_within(number, record, protocol, today)


def _faults_within(
    number: int, record: Mapping[str, Any], protocol: Protocol, today: date
) -> Iterator[str]:
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


def _of_no_version(record: Mapping[str, Any], present: Protocol) -> str:
    version = quoted(str(record.get("version", present.version)))
    return (
        f"was screened by version {version}, and no version here has its number and `hash`: take"
        f" `version` and `hash` out of it to have it read by version {present.version}"
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
