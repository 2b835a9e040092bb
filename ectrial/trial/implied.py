"""What known facts say of others: one table for all trials, read once, without a cycle.

A line has a name, `given` and `implies`: while every answer of `given` is known, those of
`implies` follow. Knowing more only ever adds. What follows is never recorded as an answer: it is
computed for trials in which the subject is not screened, and said to be implied.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from ectrial.item_files import IMPLIED as TABLE
from ectrial.record.entries import JSON
from ectrial.yaml_file import SourceError, YamlFile

__all__ = ["TABLE", "Implications", "implied", "load_implied", "read_table"]
Words = str | tuple[str, ...]


class Implication(BaseModel):
    """One line: for each item of `given` one of its answers must be known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    given: Mapping[str, Words] = Field(min_length=1)
    implies: Mapping[str, str] = Field(min_length=1)

    @model_validator(mode="after")
    def _of_others(self) -> Self:
        if same := sorted(self.given.keys() & self.implies.keys()):
            raise ValueError(f"{same[0]!r} implies itself")
        return self

    def follows(self, known: Mapping[str, JSON]) -> bool:
        """Whether every answer that it needs is known."""
        return all(_is_one(known.get(item), words) for item, words in self.given.items())


@dataclass(frozen=True, slots=True)
class Implied:
    """An answer that others imply: its value, and the given items that it rests on."""

    value: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers to one item that cannot both hold, and what each rests on; () if it is given."""

    item: str
    values: tuple[JSON, JSON]
    because: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What known answers imply, by item; what is contradicted is implied by none."""

    facts: Mapping[str, Implied] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()


Implications = Sequence[Implication]
_FILE = TypeAdapter(dict[str, Implication])


def implied(known: Mapping[str, JSON], table: Implications) -> Consequences:
    """Give what the known answers imply, also by way of others; a given answer always stands."""
    found: dict[str, Implied] = {}
    clashes: dict[str, Contradiction] = {}
    for line in _in_order(table):
        told = {**known, **{item: each.value for item, each in found.items()}}
        told = {item: value for item, value in told.items() if item not in clashes}
        if not line.follows(told):
            continue
        rests = _rests_on(line, found)
        for item, value in line.implies.items():
            other = found.get(item)
            if item in known and _is_answer(known[item]):
                if not _is_one(known[item], value):
                    clashes[item] = Contradiction(item, (known[item], value), ((), rests))
            elif other is not None and other.value != value:
                both = (other.value, value), (other.because, rests)
                clashes[item] = Contradiction(item, *both)
            elif other is None:
                found[item] = Implied(value, rests)
    facts = {item: each for item, each in found.items() if item not in clashes}
    return Consequences(facts, tuple(clashes.values()))


def load_implied(path: Path) -> Implications:
    """Read the table of a folder; none is empty. SourceError names all faults, with the line."""
    return tuple(read_table(YamlFile(path)).values()) if path.is_file() else ()


def read_table(source: YamlFile, beside: Implications = ()) -> dict[str, Implication]:
    """Read the lines of a file by their names; `beside` are those with which they are used."""
    try:
        table = _FILE.validate_python(source.data)
    except ValidationError as error:
        raise SourceError(source.faults_of(error)) from error
    left = _circle([*beside, *table.values()])
    circle = [name for name, line in table.items() if line in left]
    if circle:
        message = f"goes round in a circle: {', '.join(circle)}; leave one of them out"
        raise SourceError([source.fault((circle[0],), message)])
    return table


def _is_one(value: JSON, words: Words) -> bool:
    """Whether an answer is one of the words; a list of ticks, whether it has one of them."""
    wanted = (words,) if isinstance(words, str) else words
    ticked = value if isinstance(value, list) else [value]
    return any(each in wanted for each in ticked)


def _is_answer(value: JSON) -> bool:
    return value is not None and value not in ("unknown", "pending", "not_done")


def _rests_on(line: Implication, found: Mapping[str, Implied]) -> tuple[str, ...]:
    """Name the given items behind a line, also behind what only follows itself."""
    rests = (found[i].because if i in found else (i,) for i in line.given)
    return tuple(dict.fromkeys(item for because in rests for item in because))


def _in_order(table: Implications) -> list[Implication]:
    """Give each line after those that imply what it needs: then one pass finds everything."""
    ordered: list[Implication] = []
    left = list(table)
    while ready := _ready(left):
        ordered += ready
        left = [line for line in left if line not in ready]
    if left:
        raise ValueError("the implications go round in a circle")
    return ordered


def _circle(table: Iterable[Implication]) -> Collection[Implication]:
    """Give the lines that wait for each other; none in a table that can be used."""
    left = list(table)
    while ready := _ready(left):
        left = [line for line in left if line not in ready]
    return left


def _ready(left: Sequence[Implication]) -> list[Implication]:
    """Give the lines whose items no other of these lines implies."""
    later = {item for line in left for item in line.implies}
    return [line for line in left if later.isdisjoint(line.given)]
