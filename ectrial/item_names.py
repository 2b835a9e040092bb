"""How an item is written in reports: its names, and the unit of a number without one."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class UnitBand(BaseModel):
    """The unit of a number typed without one, if it lies from `low` to `high` (both included).

    `confirm`: the unit is confirmed before it is taken (docs/criteria.md §2.3), with `others`
    offered beside it. `asks`: such a number is none of this item's, and is asked. A number outside
    all bands of its item has its unit asked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: Decimal
    high: Decimal
    unit: str
    others: tuple[str, ...] = ()
    confirm: bool = False
    asks: bool = False


class Names(BaseModel):
    """The names of an item in reports, in lower case; a space may be typed as `-`, `.` or not.

    `takes` are its own names, `refuses` those of similar tests, `asks` names that are too vague.
    `percent` are names of its percentage of the item `share_of`, such as neutrophils of white
    cells. `absent_meets`: "not detected" is an answer, below every limit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    takes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    share_of: str | None = None
    absent_meets: bool = False
