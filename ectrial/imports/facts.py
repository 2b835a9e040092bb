"""The records of a facts file as subjects to be screened; every fault is told, all at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ectrial.imports.faults import Fault, NewSubject
from ectrial.json_values import read_iso_day
from ectrial.record.entries import JSON
from ectrial.rules.language import WITH_TIME
from ectrial.trial.facts_file import AnswerError, FactsError, read_facts, subject_of, write_value
from ectrial.trial.protocol import Protocol

CodeOf = Callable[[str], str | None]


def read_facts_records(
    records: Iterable[Any], protocol: Protocol, code_of: CodeOf, today: date
) -> tuple[list[NewSubject], list[Fault]]:
    """Read subjects; several records of one code are its screenings only where they say so.

    A file that was exported says `episode` and `trial`; what it says of verdicts is not read, as
    they are computed anew.
    """
    subjects: list[NewSubject] = []
    faults: list[Fault] = []
    times: Counter[str] = Counter()
    for number, record in enumerate(records, start=1):
        where = f"record {number}"
        found = list(_faults(number, record, protocol, today))
        code = code_of(record["id"]) if not found and record["id"] else None
        if found or code is None:
            what = "its id is not a code as the site writes them; a name is none"
            faults += [Fault(where, each) for each in found or [what]]
            continue
        times[code] += 1
        if times[code] > 1 and "episode" not in record:
            faults.append(Fault(where, f"{code} stands in the file twice"))
            continue
        answers = _answers(record["facts"], protocol)
        subjects.append(NewSubject(code, answers, where, times[code]))
    return subjects, faults


def _answers(raw: Mapping[str, Any], protocol: Protocol) -> dict[str, JSON]:
    items = read_facts(raw, protocol).items
    return {name: write_value(value) for name, value in items.items()}


def _faults(number: int, record: Any, protocol: Protocol, today: date) -> Iterator[str]:
    if not isinstance(record, dict) or not isinstance(record.get("facts"), dict):
        yield "needs an id and facts"
        return
    if record.get("trial", protocol.id) != protocol.id:
        yield f"is of another trial than {protocol.id}"
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
