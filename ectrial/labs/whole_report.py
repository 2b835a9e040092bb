"""Checks across one text: repeated labs, counts from percentages, parts above their whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ectrial.facts import Facts
from ectrial.labs.bare_limits import bare_limits_asked_together
from ectrial.labs.lab_reading import LabReading
from ectrial.quantity import Number, Quantity
from ectrial.vocabulary import Vocabulary

_PERCENT = 100


def checked_together(
    readings: Sequence[LabReading], known: Facts, vocabulary: Vocabulary
) -> tuple[LabReading, ...]:
    """Ask if readings of a lab differ or a part exceeds its whole; offer calculated counts."""
    once = _each_once(bare_limits_asked_together(readings))
    values = {
        r.item: r.value for r in once if r.status == "value" and isinstance(r.value, Quantity)
    }
    made = []
    for reading in once:
        whole = vocabulary[reading.item].names.share_of if reading.item else None
        total = _whole(whole, once, values, known) if whole else None
        made.append(_above_whole(_with_count(reading, values, total), whole, total, vocabulary))
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
    """Give the whole that a part belongs to: from this text, else the recorded one."""
    if any(reading.item == whole for reading in once):
        return values.get(whole)
    return known.quantity(whole)


def _above_known_part(
    reading: LabReading, parts: Mapping[str | None, Number], vocabulary: Vocabulary
) -> LabReading:
    """Ask about a whole that is below a part recorded before."""
    if reading.item not in parts or not isinstance(reading.value, Quantity):
        return reading
    most = vocabulary[reading.item or ""].interval(reading.value).high
    if most is None or parts[reading.item] <= most:
        return reading
    return replace(reading, status="ask", value=None, choices=(reading.value,), why="above_whole")


def _each_once(readings: Sequence[LabReading]) -> list[LabReading]:
    """Keep one of several equal readings of a lab; if they differ, ask about each."""
    seen: dict[str | None, set[object]] = {}
    for reading in readings:
        if _can_contradict(reading):
            seen.setdefault(reading.item, set()).add((reading.status, reading.value))
    kept: list[LabReading] = []
    given: set[str | None] = set()
    for reading in readings:
        mine = _can_contradict(reading)
        if mine and len(seen[reading.item]) > 1:
            kept.append(replace(reading, status="ask", value=None, why="differs"))
        elif mine and reading.status == "value" and reading.item in given:
            continue
        else:
            kept.append(reading)
            if reading.status == "value":
                given.add(reading.item)
    return kept


def _can_contradict(reading: LabReading) -> bool:
    """Whether a reading can contradict another; a percentage or a vague name cannot."""
    told = reading.status not in ("unread", "reject")
    return told and reading.share is None and reading.why != "name"


def _with_count(
    reading: LabReading, values: Mapping[str | None, Quantity], whole: Quantity | None
) -> LabReading:
    """Offer white cells × percentage, unless the count itself was given.

    A vague name is left unread if the text has the same lab under a clear name.
    """
    if reading.why == "name" and reading.item in values:
        return LabReading(None, "unread", reading.text)
    if reading.share is None or not 0 <= reading.share <= _PERCENT:
        return reading
    if reading.item in values:
        return LabReading(None, "unread", reading.text)
    if whole is None or whole.comparator != "=":
        return reading
    count = whole.value * reading.share / Decimal(_PERCENT)
    return replace(reading, choices=(*reading.choices, Quantity(count, whole.unit)))


def _above_whole(
    reading: LabReading, whole: str | None, total: Quantity | None, vocabulary: Vocabulary
) -> LabReading:
    """Ask about a part that is above its whole, as one of the two must be wrong."""
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
