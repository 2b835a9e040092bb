"""Facts files, read and written: JSON objects of items, as described in docs/facts.md."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from ectrial.event_days import EventDay
from ectrial.facts import ANCHORS, Choices, Facts, Reported, Things, Value
from ectrial.given_file import LONGEST
from ectrial.json_text import read_json
from ectrial.json_values import read_iso_day
from ectrial.nearest import unknown
from ectrial.quantity import Quantity
from ectrial.rules.language import WITH_TIME
from ectrial.things import write_things
from ectrial.trial.protocol import Protocol
from ectrial.truth import Truth

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can contain but no file or terminal can."""

SCREENINGS = "screenings_n"
"""Stands as 0 in the one record of an exported file without any subject, and nowhere else."""
JUDGEMENTS = {"yes": Truth.TRUE, "no": Truth.FALSE, "unknown": Truth.UNKNOWN}


class Subject(NamedTuple):
    """One record of a facts file."""

    id: str
    facts: Facts


class FactsError(ValueError):
    """A record that cannot be read; the message names the record and the item."""


class AnswerError(FactsError):
    """An answer that the protocol cannot read; `item` names it, the message may quote it."""

    def __init__(self, item: str, message: str) -> None:
        super().__init__(f"{item}: {message}")
        self.item = item


def read_facts(raw: Mapping[str, Any], protocol: Protocol) -> Facts:
    """Read items and whole criteria; AnswerError names the first item that is wrong."""
    items: dict[str, Value] = {}
    judged: dict[str, Truth] = {}
    vocabulary, former = protocol.vocabulary, protocol.former_ids
    for given, answer in raw.items():
        name = _present_id(given, raw, protocol) if given in former else given
        item = vocabulary.get(name)
        if item is not None:
            if answer is None and item.nullable:
                continue
            try:
                items[name] = item.read(answer)
            except ValueError as error:
                raise AnswerError(name, str(error)) from None
        elif name in protocol.criterion_by_id and isinstance(answer, str) and answer in JUDGEMENTS:
            judged[name] = JUDGEMENTS[answer]
        else:
            known = name in protocol.criterion_by_id
            raise AnswerError(name, "not an answer to it" if known else "unknown item")
    return Facts(items, judged)


def _present_id(name: str, raw: Mapping[str, Any], protocol: Protocol) -> str:
    """Give the id that an item has now; AnswerError if the facts have an answer under both."""
    present = protocol.former_ids[name]
    if present in raw:
        raise AnswerError(name, f"is called {present!r} now, which is answered as well")
    return present


def unreadable_items(raw: Mapping[str, Any], protocol: Protocol) -> tuple[str, ...]:
    """Name every item whose answer the protocol cannot read, in the order given."""
    return tuple(name for name, answer in raw.items() if not _is_readable(name, answer, protocol))


def _is_readable(name: str, answer: Any, protocol: Protocol) -> bool:
    try:
        read_facts({name: answer}, protocol)
    except AnswerError:
        return False
    return True


def write_value(value: Value) -> Any:
    """Give the JSON of one answer, as in a facts file and in the record."""
    if isinstance(value, Quantity):
        written: dict[str, Any] = {"value": str(value.value), "unit": value.unit}
        if value.comparator != "=":
            written["comparator"] = value.comparator
        if value.taken is not None:
            written["date"] = value.taken.isoformat()
        return written
    if isinstance(value, Things):
        return write_things(value, write_value)
    if isinstance(value, Reported):
        day = {} if value.taken is None else {"date": value.taken.isoformat()}
        return {"result": value.result, **day}
    if isinstance(value, EventDay):
        return value.written
    return list(value) if isinstance(value, Choices) else str(value)


def read_subjects(lines: Iterable[str], protocol: Protocol) -> Iterator[Subject]:
    """Read every subject, one at a time; FactsError names the record."""
    for number, record in enumerate(raw_records(lines), start=1):
        yield subject_of(number, record, protocol)


def read_first(lines: Iterable[str], protocol: Protocol) -> Facts:
    """Read the facts of the first subject, or a bare object of facts."""
    first: Any = next(raw_records(lines), {})
    if isinstance(first, dict) and "facts" not in first:
        return read_facts(first, protocol)
    return subject_of(1, first, protocol).facts


def _with_days(facts: Facts, raw: Any, former: Mapping[str, str]) -> Facts:
    """Add the days that a record names: of anchors, of all answers or of single ones."""
    if not isinstance(raw, dict):
        raise ValueError('days: write {"answered": "2026-11-20"}')  # noqa: TRY004 - the file's fault
    days = {former.get(name, name): read_iso_day(day) for name, day in raw.items()}
    known = [*(name for name in ANCHORS if name != "today"), "answered"]
    if foreign := sorted(days.keys() - {*known, *facts.items}):
        raise ValueError(f"days: {unknown('name', foreign[0], [*known, *facts.items])}")
    answered = dict.fromkeys(facts.items, days["answered"]) if "answered" in days else {}
    answered |= {name: day for name, day in days.items() if name in facts.items}
    anchors = {name: days[name] for name in ANCHORS if name in days}
    return replace(facts, days=anchors, answered=answered)


def subject_of(number: int, record: Any, protocol: Protocol) -> Subject:
    """Read one record of a facts file by its number; FactsError says what is wrong with it."""
    if not isinstance(record, dict) or not isinstance(record.get("facts"), dict):
        raise FactsError(f"record {number}: needs an id and facts")
    name = record.get("id")
    if not isinstance(name, str) or _SURROGATE.search(name):
        raise FactsError(f"record {number}: its id must be text")
    try:
        facts = read_facts(record["facts"], protocol)
        former = protocol.former_ids
        is_dated = "days" in record and protocol.language >= WITH_TIME
        return Subject(name, _with_days(facts, record["days"], former) if is_dated else facts)
    except ValueError as error:
        raise FactsError(f"record {number} ({name}): {error}") from None


def raw_records(file: Iterable[str]) -> Iterator[Any]:
    """Give the records of a facts file as JSON; those of JSON Lines are streamed.

    The file is JSON Lines if its first line is a whole object, or its first two look like one.
    """
    lines = (line for line in file if line.strip())
    first, second = next(lines, None), next(lines, None)
    if first is None:
        raise FactsError("the file: holds no subject")
    if second is not None and (_is_object(first) or _look_whole(first, second)):
        yield from _json_lines(chain((first, second), lines))
        return
    whole = _parse(_joined(chain((first, second or ""), lines)), "the file")
    if isinstance(whole, dict) and whole.get(SCREENINGS) == 0:
        raise FactsError("the file: holds no subject")
    if isinstance(whole, dict) and "cases" in whole:
        whole = whole["cases"]
    if not isinstance(whole, list | dict):
        raise FactsError("the file: must hold an object, an array or JSON Lines")
    yield from whole if isinstance(whole, list) else [whole]


def _joined(lines: Iterable[str]) -> str:
    kept, size = [], 0
    for line in lines:
        size += len(line)
        if size > LONGEST:
            raise FactsError(f"the file: more than {LONGEST} characters that are not JSON Lines")
        kept.append(line)
    return "".join(kept)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _look_whole(*lines: str) -> bool:
    return all(line.lstrip()[:1] == "{" and line.rstrip()[-1:] == "}" for line in lines)


def _json_lines(lines: Iterable[str]) -> Iterator[Any]:
    for number, line in enumerate(lines, start=1):
        yield _parse(line, f"record {number}")


def _parse(text: str, where: str) -> Any:
    try:
        return read_json(text)
    except ValueError as error:
        raise FactsError(f"{where}: {error}") from None
