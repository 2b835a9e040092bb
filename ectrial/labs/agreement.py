"""What the labs of one text say together: one number a lab, counts worked out, counts that fit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ectrial.facts import Facts
from ectrial.labs.result import LabReading
from ectrial.quantity import Number, Quantity
from ectrial.vocabulary import Vocabulary

_PERCENT = 100


def agreed(
    readings: Sequence[LabReading], known: Facts, vocabulary: Vocabulary
) -> tuple[LabReading, ...]:
    """Ask where two readings of a lab differ; offer the count that a percentage gives."""
    once = _once(readings)
    values = {
        r.item: r.value for r in once if r.status == "value" and isinstance(r.value, Quantity)
    }
    made = []
    for reading in once:
        whole = vocabulary[reading.item].names.share_of if reading.item else None
        total = _whole(whole, once, values, known) if whole else None
        made.append(_fitting(_counted(reading, values, total), whole, total, vocabulary))
    above: dict[str | None, Number] = {
        item.names.share_of: item.interval(part).low
        for item in vocabulary.values()
        if item.names.share_of and item.id not in values and (part := known.quantity(item.id))
    }
    return tuple(_above_known_part(reading, above, vocabulary) for reading in made)


def _whole(
    whole: str,
    once: Sequence[LabReading],
    values: Mapping[str | None, Quantity],
    known: Facts,
) -> Quantity | None:
    """Give the whole of this text; the one known before only where this text has none at all."""
    if any(reading.item == whole for reading in once):
        return values.get(whole)
    return known.quantity(whole)


def _above_known_part(
    reading: LabReading, parts: Mapping[str | None, Number], vocabulary: Vocabulary
) -> LabReading:
    """Ask for a whole that lies below a part recorded before, which this text does not renew."""
    if reading.item not in parts or not isinstance(reading.value, Quantity):
        return reading
    most = vocabulary[reading.item or ""].interval(reading.value).high
    if most is None or parts[reading.item] <= most:
        return reading
    return replace(reading, status="ask", value=None, choices=(reading.value,), why="above_whole")


def _once(readings: Sequence[LabReading]) -> list[LabReading]:
    """Keep one of equal readings; where they differ, none of that lab is taken."""
    seen: dict[str | None, set[object]] = {}
    for reading in readings:
        if _says_something(reading):
            seen.setdefault(reading.item, set()).add((reading.status, reading.value))
    kept: list[LabReading] = []
    given: set[str | None] = set()
    for reading in readings:
        mine = _says_something(reading)
        if mine and len(seen[reading.item]) > 1:
            kept.append(replace(reading, status="ask", value=None, why="differs"))
        elif mine and reading.status == "value" and reading.item in given:
            continue
        else:
            kept.append(reading)
            if reading.status == "value":
                given.add(reading.item)
    return kept


def _says_something(reading: LabReading) -> bool:
    """Whether it can contradict another: not a percentage, nor a name that says too little."""
    told = reading.status not in ("unread", "reject")
    return told and reading.share is None and reading.why != "name"


def _counted(
    reading: LabReading, values: Mapping[str | None, Quantity], whole: Quantity | None
) -> LabReading:
    """Offer white cells × percentage, unless the count itself was given; nor ask for KPS then."""
    if reading.why == "name" and reading.item in values:
        return LabReading(None, "unread", reading.text)
    if reading.share is None or not 0 <= reading.share <= _PERCENT:
        return reading
    if reading.item in values:
        return LabReading(None, "unread", reading.text)
    if whole is None or whole.comparator != "=":
        return reading
    count = whole.value * reading.share / Decimal(_PERCENT)
    return replace(reading, choices=(Quantity(count, whole.unit),))


def _fitting(
    reading: LabReading, whole: str | None, total: Quantity | None, vocabulary: Vocabulary
) -> LabReading:
    """Ask for a part above its whole: one of the two is wrong."""
    if reading.item is None or whole is None or total is None:
        return reading
    if not isinstance(reading.value, Quantity):
        return reading
    part, most = (
        vocabulary[reading.item].interval(reading.value),
        vocabulary[whole].interval(total).high,
    )
    if most is None or part.low <= most:
        return reading
    return replace(reading, status="ask", value=None, choices=(reading.value,), why="above_whole")
