"""What a text says of labs, lab by lab, as a draft that may be kept: values, never the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypedDict

from conversations.case import Case
from ectrial.labs.dates import dates
from ectrial.labs.judge import judge_under
from ectrial.labs.result import LabReading
from ectrial.trial.facts_file import write_value

State = Literal["settled", "which", "again"]


class Line(TypedDict):
    """One lab that was read: its readings, each with the upper limit that was read beside it.

    A settled line has one reading. One of which several may be meant, or a rare one, is asked;
    `why` says what kept a line from being read.
    """

    item: str
    state: State
    choices: list[dict[str, Any]]
    why: str


@dataclass(frozen=True, slots=True)
class LabText:
    """The lines of a text, and its pieces that belong to none: not understood, or other tests.

    `days` are those that it names, days of sampling first.
    """

    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


def read_labs(case: Case, text: str, card: str | None) -> LabText:
    """Read every lab in the text; on the card of an item a bare answer is that item's.

    Beside labs that are named, what is no answer to the card belongs to no lab.
    """
    read = _read(case, text, card)
    unclear = [line for line in read.lines if line["item"] == card and line["state"] == "again"]
    return _read(case, text, None) if unclear and len(read.lines) > 1 else read


def _read(case: Case, text: str, card: str | None) -> LabText:
    trial = case.world.trial
    judge = judge_under(trial, case.facts)
    readings = case.world.labs.read(text, judge, case.facts, card)
    labs = case.world.trial.labs_of_limits
    by_lab: dict[str, list[LabReading]] = {}
    unread, others = [], []
    for reading in readings:
        if reading.item is None:
            unread.append(reading.text)
        elif reading.why == "look_alike" and reading.item != card:
            others.append(reading.text)
        else:
            by_lab.setdefault(labs.get(reading.item, reading.item), []).append(reading)
    lines = tuple(_line(lab, of_it) for lab, of_it in by_lab.items())
    return LabText(lines, tuple(unread), tuple(others), dates(text))


def merged(lines: Iterable[Line], more: Iterable[Line]) -> list[Line]:
    """Give the lines with more typed to them: what is typed last counts, a limit joins its lab."""
    by_lab = {line["item"]: line for line in lines}
    for line in more:
        before = by_lab.get(line["item"])
        by_lab[line["item"]] = _joined(before, line) if before else line
    return list(by_lab.values())


def settled(lines: Iterable[Line]) -> dict[str, Any]:
    """Give the values that are certain."""
    return {
        name: raw
        for line in lines
        if line["state"] == "settled"
        for name, raw in line["choices"][0].items()
    }


def first_open(lines: Iterable[Line]) -> Line | None:
    """Give the first line that needs an answer."""
    return next((line for line in lines if line["state"] != "settled"), None)


def _line(lab: str, readings: Sequence[LabReading]) -> Line:
    """Put the readings of a lab and of its upper limit together."""
    own = [reading for reading in readings if reading.item == lab]
    limits = [reading for reading in readings if reading.item != lab]
    unclear = next((r for r in readings if r.status in ("ask", "reject") and not r.choices), None)
    if unclear is not None or len(own) > 1 or len(limits) > 1:
        why = next((str(r.why) for r in readings if r.why), "unclear")
        return Line(item=lab, state="again", choices=[], why=why)
    choices: list[dict[str, Any]] = [{}]
    for reading in (*own, *limits):
        choices = [{**choice, **each} for choice in choices for each in _readings(reading)]
    # two counts that contradict each other are asked about when they are about to be recorded
    certain = all(r.status == "value" or r.why == "above_whole" for r in readings)
    why = "percent" if any(r.why == "percent" for r in readings) else ""
    return Line(item=lab, state="settled" if certain else "which", choices=choices, why=why)


def _readings(reading: LabReading) -> Iterator[dict[str, Any]]:
    name = reading.item or ""
    offered = reading.choices or ((reading.value,) if reading.value is not None else ())
    return ({name: write_value(value)} for value in offered)


def _joined(before: Line, line: Line) -> Line:
    """Join what came in two goes: a limit to its value, a new value to the limit before."""
    new = line["choices"][0] if line["state"] == "settled" else {}
    only_limit = line["item"] not in new
    if not new or before["state"] == "again" or (before["state"] == "which" and not only_limit):
        return line
    joins = only_limit or _in_one_unit(before["choices"][0], new)
    choices = [{**old, **new} if joins else new for old in before["choices"]]
    return Line(item=line["item"], state=before["state"], choices=choices, why=line["why"])


def _in_one_unit(*values: Mapping[str, Any]) -> bool:
    numbers = [raw for each in values for raw in each.values() if isinstance(raw, dict)]
    return len({raw["unit"] for raw in numbers}) == 1
