"""Reads a protocol file; all its faults are reported at once, with criterion and line."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ectrial.nearest import instead_of
from ectrial.plain_words import fields_at
from ectrial.rules import (
    answers,
    cases,
    clearance,
    comparisons,
    conditions,
    formula,
    largest,
    logic,
    number_of,
    of_things,
    ranges,
    same_day,
    times,
)
from ectrial.rules.language import JUDGED_BY_ONE_LIMIT, LANGUAGES
from ectrial.rules.named import Use
from ectrial.trial.asked_apart import asked_apart
from ectrial.trial.criterion import Criterion
from ectrial.trial.layers import read_layers
from ectrial.trial.limits import leave_open
from ectrial.trial.named_files import fingerprint_of
from ectrial.trial.named_parts import faults_of_names, listed
from ectrial.trial.named_rules import RULES, named_rules
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.renaming import collisions, with_former_ids
from ectrial.trial.sense import (
    faults_of_criteria,
    faults_of_items,
    faults_of_questions,
    faults_of_strata,
)
from ectrial.trial.slips import faults_of_slips, faults_of_waiting
from ectrial.trial.ways import Ways
from ectrial.vocabulary import Vocabulary
from ectrial.yaml_file import MAX_FAULTS, Fault, SourceError

_Part = TypeVar("_Part", bound=BaseModel)

OPERATORS = (
    *(answers, cases, clearance, comparisons, conditions, formula, largest, logic),
    *(number_of, of_things, ranges, same_day, times),
)
"""Imported so that their operators are registered before a file is read."""


def load_protocol(
    path: Path,
    vocabulary: Vocabulary,
    ways: Ways | None = None,
    faulty: Mapping[str, Fault] | None = None,
) -> Protocol:
    """Read a protocol file; SourceError has all its faults, with criterion and line.

    `ways` say how an open item is settled; without them its own text does. `faulty` are items
    that cannot be used, each with its fault.
    """
    source = read_layers(path)
    context = {
        "vocabulary": vocabulary,
        "language": _language(source.data),
        "faulty": faulty or {},
    }
    rules = named_rules(source, context)
    context |= {RULES: rules.written, "faulty_rules": rules.faulty, "use": Use((), [])}
    parts = {field: part for field, part in source.data.items() if field != RULES}
    extra = {
        "vocabulary": dict(vocabulary),
        "ways": ways or {},
        "fingerprint": fingerprint_of(path),
        "written": {**parts, **({RULES: rules.written} if rules.written else {})},
    }
    faults: list[Fault] = []
    protocol = None
    try:
        protocol = Protocol.model_validate({**parts, **extra}, context=context)
    except ValidationError as error:
        faults += source.faults_of(error, Protocol)
    told = chain(rules.told, _faults_between(source.data, protocol, context))
    faults += [source.fault(place, message) for place, message in told]
    if faults or protocol is None:
        own_first = sorted(faults, key=lambda each: (each.file != source.file, *each[:2]))
        raise SourceError(own_first[:MAX_FAULTS])
    return _as_read(protocol)


def read_written(data: Mapping[str, Any], vocabulary: Vocabulary, *, fingerprint: str) -> Protocol:
    """Read again what was read without a fault before; raises ValidationError."""
    rules, parts = data.get(RULES, {}), {n: part for n, part in data.items() if n != RULES}
    context = {"vocabulary": vocabulary, "language": _language(data), "faulty": {}}
    context |= {RULES: rules, "use": Use((), [])}
    extra = {"vocabulary": dict(vocabulary), "fingerprint": fingerprint, "written": data}
    protocol = Protocol.model_validate({**parts, **extra}, context=context)
    return _as_read(protocol)


def _as_read(protocol: Protocol) -> Protocol:
    if protocol.language >= JUDGED_BY_ONE_LIMIT:
        leave_open(protocol.criteria)
    return with_former_ids(asked_apart(protocol))


def _language(data: Any) -> int:
    """Give the number of the language; one that is not known is told as a fault of its field."""
    known = {str(number): number for number in LANGUAGES}
    written = data.get("language", str(LANGUAGES[0]))
    return known.get(written, LANGUAGES[-1]) if isinstance(written, str) else LANGUAGES[-1]


def _faults_between(
    data: Mapping[str, Any], protocol: Protocol | None, context: Mapping[str, Any]
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Give faults between several parts, also those between the readable parts of a bad file."""
    criteria = _readable(Criterion, data, "criteria", context)
    questions = _readable(Question, data, "questions", context)
    yield from _set_when_read(data)
    yield from faults_of_names(data)
    named = (written.get("id") for _, written in listed(data, "parts"))
    parts = tuple(part for part in named if isinstance(part, str))
    yield from faults_of_criteria(criteria, parts)
    yield from faults_of_slips(criteria, parts)
    yield from faults_of_questions(criteria, questions, context["vocabulary"])
    if "questions" in data and len(questions) == len(list(listed(data, "questions"))):
        yield from faults_of_waiting(questions)
        yield from _unasked(criteria, questions)
    if protocol is not None:
        yield from faults_of_items(protocol)
        yield from faults_of_strata(protocol)
        yield from _confused(protocol)


def _confused(protocol: Protocol) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Give items that were another one which the trial reads as well."""
    for item, old in collisions(protocol):
        how = f"read one of the two, or leave {old!r} out of 'formerly'"
        message = f"{item!r} was {old!r}, which this trial reads as well: {how}"
        places = (n for n, each in enumerate(protocol.questions) if item in each.item_ids)
        yield ("questions", next(places, 0), "items"), message


def _set_when_read(data: Mapping[str, Any]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Give fields that are not for the file to say, such as its own fingerprint."""
    for name, field in Protocol.model_fields.items():
        if field.exclude and name in data:
            yield (name,), f"is no field here{instead_of(name, fields_at(Protocol, ()))}"
    for number, question in listed(data, "questions"):
        if "beside" in question:
            yield ("questions", number, "beside"), "is no field here"


def _unasked(
    criteria: Mapping[int, Criterion], questions: Mapping[int, Question]
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    asked = {item.id for question in questions.values() for item in question.items}
    for number, criterion in criteria.items():
        for item in criterion.items:
            if item.id not in asked and not item.optional:
                message = f"no question asks {item.id!r}: add it to the items of a question"
                yield ("criteria", number, "rule"), message


def _readable(
    kind: type[_Part], data: Mapping[str, Any], part: str, context: Mapping[str, Any]
) -> dict[int, _Part]:
    found = {}
    for number, written in listed(data, part):
        try:
            found[number] = kind.model_validate(written, context=context)
        except ValidationError:
            continue  # told already, with the protocol
    return found
