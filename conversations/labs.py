"""The labs of a text, as lines that a place may keep: values, never the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from conversations.case import Case
from conversations.drafts import DayLines, LabLine, Values
from ectrial.given import Given, given
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.sampling_days import PrintedDay, is_only_days, printed_days
from ectrial.trial.facts_file import write_value
from ectrial.trial.truth_of_values import truth_under


@dataclass(frozen=True, slots=True)
class LabText:
    """The lines of a text, and its pieces without a line: not understood, or of other tests.

    `printed` are the days that the text names. `parts` are its labs by sampling day, earliest
    first, if the text prints several days and it is clear which lab has which day.
    """

    lines: tuple[LabLine, ...]
    unread: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    printed: tuple[PrintedDay, ...] = ()
    parts: tuple[DayLines, ...] = ()


def read_labs(case: Case, text: str, card: str | None) -> LabText:
    """Read every lab in the text; on the card of an item, a bare answer belongs to that item.

    If the text names other labs, a piece that is no valid answer belongs to no lab.
    """
    printed = printed_days(text, case.world.today)
    read = replace(_read(case, text, card), printed=printed, parts=_parts(case, text, printed))
    unclear = [line for line in read.lines if line.item == card and line.state == "again"]
    if unclear and len(read.lines) > 1:
        return replace(_read(case, text, None), printed=printed, parts=read.parts)
    return read


def _read(case: Case, text: str, card: str | None) -> LabText:
    judge = truth_under(case.trial, case.facts)
    labs = case.trial.labs_of_limits
    by_lab: dict[str, list[LabReading]] = {}
    unread, others = [], []
    for reading in case.labs.read(text, judge, case.facts, card):
        if reading.item is None:
            if not is_only_days(reading.text):
                unread.append(reading.text)
        elif reading.why == "look_alike" and reading.item != card:
            others.append(reading.text)
        else:
            by_lab.setdefault(labs.get(reading.item, reading.item), []).append(reading)
    lines = tuple(_line(lab, of_it) for lab, of_it in by_lab.items())
    return LabText(tuple(_with_whole(case, lines)), tuple(unread), tuple(others))


def _with_whole(case: Case, lines: Sequence[LabLine]) -> Iterator[LabLine]:
    """Store with a calculated count the recorded value it came from, unless the text has it."""
    read = {line.item for line in lines}
    for line in lines:
        whole = case.vocabulary[line.item].names.share_of if line.why == "percent" else None
        is_recorded = whole is not None and whole not in read
        yield replace(line, whole=case.recorded(whole or "")) if is_recorded else line


def is_outdated(case: Case, line: LabLine) -> bool:
    """Whether a count was calculated from a value that is no longer recorded."""
    whole = case.vocabulary[line.item].names.share_of if line.whole is not None else None
    return whole is not None and case.recorded(whole) != line.whole


def _parts(case: Case, text: str, printed: Sequence[PrintedDay]) -> tuple[DayLines, ...]:
    """Give the labs of each sampling day: all labs stand behind their day, or all before it.

    In any other order nobody can tell which day a lab has.
    """
    sampled = [day for day in printed if day.role == "sampled"]
    days = {day.day for day in sampled}
    if len(days) == 1 or None in days or not sampled:
        return ()
    starts = [day.start for day in sampled]
    ends = [day.start + len(day.words) for day in sampled]
    before, *behind = _cut(case, text, starts)
    if not before and all(behind):
        return _by_day(sampled, behind)
    *before_each, last = _cut(case, text, ends)
    return _by_day(sampled, before_each) if not last and all(before_each) else ()


def _cut(case: Case, text: str, cuts: Sequence[int]) -> list[tuple[LabLine, ...]]:
    """Give the labs of each piece of a text that is cut at these positions."""
    edges = [0, *cuts, len(text)]
    return [_read(case, text[a:b], None).lines for a, b in pairwise(edges)]


def _by_day(
    sampled: Iterable[PrintedDay], pieces: Iterable[tuple[LabLine, ...]]
) -> tuple[DayLines, ...]:
    by_day: dict[date, tuple[LabLine, ...]] = {}
    for printed, lines in zip(sampled, pieces, strict=True):
        if day := printed.day:
            by_day[day] = merged(by_day.get(day, ()), lines)
    return tuple(DayLines(by_day[day], (day,)) for day in sorted(by_day))


def merged(lines: Iterable[LabLine], more: Iterable[LabLine]) -> tuple[LabLine, ...]:
    """Give the lines with newly typed lines added: a new value replaces, a limit joins its lab."""
    by_lab = {line.item: line for line in lines}
    for line in more:
        before = by_lab.get(line.item)
        by_lab[line.item] = _joined(before, line) if before else line
    return tuple(by_lab.values())


def settled(lines: Iterable[LabLine]) -> Values:
    """Give the values that are certain."""
    certain = [line.choices[0] for line in lines if line.state == "settled"]
    return {item: value for choice in certain for item, value in choice.items()}


def first_open(lines: Iterable[LabLine]) -> LabLine | None:
    """Give the first line that needs an answer."""
    return next((line for line in lines if line.state != "settled"), None)


def chosen(line: LabLine, choice: Values) -> LabLine:
    """Give the line made certain by one of its readings."""
    return replace(line, state="settled", choices=(choice,))


def own_item(case: Case, line: LabLine) -> str:
    """Give the item of a line: the lab, or its upper limit if the line has only the limit."""
    limit = case.vocabulary[line.item].uln
    only_limit = line.state == "settled" and line.item not in line.choices[0]
    return limit if limit and only_limit else line.item


def _line(lab: str, readings: Sequence[LabReading]) -> LabLine:
    """Combine the readings of a lab with those of its upper limit."""
    own = [reading for reading in readings if reading.item == lab]
    limits = [reading for reading in readings if reading.item != lab]
    unclear = next((r for r in readings if r.status in ("ask", "reject") and not r.choices), None)
    if unclear is not None or len(own) > 1 or len(limits) > 1:
        why = next((str(r.why) for r in readings if r.why), "unclear")
        return LabLine(lab, "again", why=why)
    choices: list[dict[str, Given]] = [{}]
    for reading in (*own, *limits):
        choices = [{**choice, **each} for choice in choices for each in _readings(reading)]
    # counts that contradict each other are asked about later, before they are recorded
    certain = all(r.status == "value" or r.why == "above_whole" for r in readings)
    why = "percent" if any(r.why == "percent" for r in readings) else ""
    return LabLine(lab, "settled" if certain else "which", tuple(choices), why)


def _readings(reading: LabReading) -> Iterator[dict[str, Given]]:
    item = reading.item or ""
    offered = reading.choices or ((reading.value,) if reading.value is not None else ())
    return ({item: given(write_value(value))} for value in offered)


def _joined(before: LabLine, line: LabLine) -> LabLine:
    """Combine a value and its limit that were typed separately; a new value keeps the limit."""
    new = line.choices[0] if line.state == "settled" else {}
    only_limit = line.item not in new
    if not new or before.state == "again" or (before.state == "which" and not only_limit):
        return line
    joins = only_limit or _in_one_unit(before.choices[0], new)
    choices = tuple({**old, **new} if joins else new for old in before.choices)
    return replace(line, state=before.state, choices=choices)


def _in_one_unit(*choices: Mapping[str, Given]) -> bool:
    return len({v.unit for choice in choices for v in choice.values() if v.unit}) == 1
