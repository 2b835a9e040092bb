"""What the reader knows of an analyte beyond its item: more names, and how reports print them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from ectrial.vocabulary import Item
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "analytes.yaml"
_CHOICE = re.compile(r"\{([^}]*)\}")


class Analyte(BaseModel):
    """The names and printing habits of one analyte, as in analytes.yaml.

    `takes`, `asks`, `refuses` and `percent` have priority over the names of the item. Names in
    `with_unit` are clear only with a unit of the item; under a name in `share_or_count` a number
    up to 1 may be a fraction. `fluids`: how often it is measured in urine or another fluid.
    `points`: units in which a point before three digits may separate thousands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    takes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    with_unit: tuple[str, ...] = ()
    share_or_count: tuple[str, ...] = ()
    fluids: Literal["often", "rarely", "never"] = "never"
    points: tuple[str, ...] = ()

    @field_validator("takes", "asks", "refuses", "percent", "with_unit", mode="before")
    @classmethod
    def _spelled_out(cls, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for each in names for name in spelled_out(each))


def analyte_of(item: Item) -> Analyte:
    """Give the known properties of the item's analyte; empty for most items."""
    return _analytes().get(item.id, _UNKNOWN)


def is_known(item: Item) -> bool:
    """Whether the item's analyte is one of analytes.yaml."""
    return item.id in _analytes()


def spelled_out(name: str) -> Iterator[str]:
    """Give every name that matches a pattern such as `{serum|} alt {level|}`.

    >>> list(spelled_out("{serum|} alt"))
    ['serum alt', 'alt']
    """
    parts = [part.split("|") for part in _CHOICE.split(name)]
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split())


_UNKNOWN = Analyte()


@cache
def _analytes() -> Mapping[str, Analyte]:
    return {item: Analyte.model_validate(known) for item, known in YamlFile(FILE).data.items()}
