"""Reads a protocol file; all its faults are reported at once, with criterion and line."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ectrial.given_file import whole
from ectrial.rules import answers, clearance, comparisons, logic, ranges
from ectrial.rules.language import LANGUAGES
from ectrial.trial.protocol import Protocol
from ectrial.trial.ways import Ways
from ectrial.vocabulary import Vocabulary
from ectrial.yaml_file import MAX_BYTES, Fault, SourceError, YamlFile

OPERATORS = (answers, clearance, comparisons, logic, ranges)
"""Imported so that their operators are registered before a file is read."""


def load_protocol(path: Path, vocabulary: Vocabulary, ways: Ways | None = None) -> Protocol:
    """Read a protocol file; SourceError has all its faults, with criterion and line.

    `ways` say how an open item is settled; without them its own text does.
    """
    source = YamlFile(path)
    faults: list[Fault] = []
    context = {"vocabulary": vocabulary, "language": _language(source.data)}
    extra = {
        "vocabulary": dict(vocabulary),
        "ways": ways or {},
        "fingerprint": hashlib.sha256(whole(path, MAX_BYTES)).hexdigest(),
    }
    try:
        protocol = Protocol.model_validate({**source.data, **extra}, context=context)
    except ValidationError as error:
        raise SourceError(source.faults_of(error, Protocol)) from error
    faults += [source.fault(place, message) for place, message in _cross_faults(protocol)]
    if faults:
        raise SourceError(faults)
    return protocol


def _language(data: Any) -> int:
    """Give the number of the language; one that is not known is told as a fault of its field."""
    known = {str(number): number for number in LANGUAGES}
    written = data.get("language", str(LANGUAGES[0]))
    return known.get(written, LANGUAGES[-1]) if isinstance(written, str) else LANGUAGES[-1]


def _cross_faults(protocol: Protocol) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Give faults between several parts: names that must be unique or must exist."""
    yield from _doubles("criteria", [criterion.id for criterion in protocol.criteria])
    yield from _doubles("questions", [question.id for question in protocol.questions])
    yield from _doubles("readings", [reading.code for reading in protocol.readings])
    for number, criterion in enumerate(protocol.criteria):
        for code in criterion.readings:
            if code not in protocol.reading_by_code:
                yield ("criteria", number, "readings"), f"unknown reading {code!r}"
        for item in criterion.items:
            if item.id not in protocol.question_of and not item.optional:
                yield ("criteria", number, "rule"), f"no question asks {item.id!r}"
    blocks = {block.id for block in protocol.blocks}
    for number, question in enumerate(protocol.questions):
        if question.criterion and question.criterion not in protocol.criterion_by_id:
            message = f"unknown criterion {question.criterion!r}"
            yield ("questions", number, "criterion"), message
        if question.block is not None and question.block not in blocks:
            yield ("questions", number, "block"), f"unknown block {question.block!r}"


def _doubles(part: str, names: Sequence[str]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield (part, number), f"{name!r} stands twice"
