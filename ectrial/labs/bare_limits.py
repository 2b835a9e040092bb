"""Upper limits without a label, as in `ALT 120 (62)`: 62 may also be an earlier value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ectrial.labs.lab_reading import LabReading
from ectrial.quantity import Quantity
from ectrial.vocabulary import RATIO, Vocabulary


def bare_limit_asked(
    readings: Iterable[LabReading], vocabulary: Vocabulary
) -> Iterator[LabReading]:
    """Ask about a bare limit that is below its value: in `ALT 120 (62)`, 62 may be earlier."""
    value, *limits = readings
    yield value
    for limit in limits:
        yield _marked_bare(value, limit, vocabulary)


def _marked_bare(value: LabReading, limit: LabReading, vocabulary: Vocabulary) -> LabReading:
    first, second = value.value, limit.value
    if limit.status != "value" or not isinstance(second, Quantity):
        return limit
    limit = replace(limit, why="bare_limit")
    if not isinstance(first, Quantity) or first.unit == RATIO:
        return limit
    own, most = vocabulary[value.item or ""], vocabulary[limit.item or ""]
    if own.interval(first).low > most.interval(second).low:
        return replace(limit, status="confirm", choices=(second,))
    return limit


def bare_limits_asked_together(readings: Sequence[LabReading]) -> list[LabReading]:
    """Ask about all bare limits of a text if one of them may be an earlier value."""
    is_doubtful = any(_is_bare(reading) and reading.status == "confirm" for reading in readings)
    made = []
    for reading in readings:
        if _is_bare(reading) and is_doubtful and isinstance(reading.value, Quantity):
            made.append(replace(reading, status="confirm", choices=(reading.value,), why=None))
        else:
            made.append(replace(reading, why=None) if _is_bare(reading) else reading)
    return made


def _is_bare(reading: LabReading) -> bool:
    return reading.why == "bare_limit"
