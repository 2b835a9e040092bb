"""Which codes an item has in LOINC and at CDISC, so that others know what was measured."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ectrial.vocabulary import RATIO
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "loinc.yaml"
Category = Literal["laboratory", "vital-signs", "survey"]


class Loinc(BaseModel):
    """One LOINC code with its name there; `units` are those it is for, none if it is for all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern=r"^[0-9]{1,5}-[0-9]$")
    name: str
    units: tuple[str, ...] = ()

    def fits(self, unit: str | None) -> bool:
        """Whether a number in a unit is what the code means; None is any unit."""
        if unit is None:
            return True
        return unit in self.units if self.units else unit != RATIO


class Known(BaseModel):
    """What LOINC calls an item; `category` is that of an observation, None if it is none.

    `cdisc` is code and name of its test in the code lists C65047 and C67154.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: Category | None = Field(default=None, alias="as")
    cdisc: tuple[str, str] | None = None
    codes: tuple[Loinc, ...]


def loinc_of(item: str, unit: str | None = None) -> Loinc | None:
    """Give the code under which an item is written in a unit; None if it has none.

    >>> [found and found.code for unit in ("umol/L", "mg/dL", "xULN")
    ...  for found in [loinc_of("creatinine", unit)]]
    ['14682-9', '2160-0', None]
    """
    known = known_of(item)
    return next((each for each in known.codes if each.fits(unit)), None)


def known_of(item: str) -> Known:
    """Give all codes of an item, and the category of its observations; mostly none."""
    return _items().get(item, _NOTHING)


def cdisc_tests() -> dict[str, tuple[str, str]]:
    """Give code and name of the test of each item that CDISC lists."""
    return {item: known.cdisc for item, known in _items().items() if known.cdisc}


@cache
def item_by_loinc() -> Mapping[str, str]:
    """Give the item that each code is read as."""
    return {each.code: item for item, known in _items().items() for each in known.codes}


_NOTHING = Known(codes=())


@cache
def _items() -> Mapping[str, Known]:
    return {item: Known.model_validate(known) for item, known in YamlFile(FILE).data.items()}
