"""The names of an item in reports, and the unit of a number that has none."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(min_length=1)]


class UnitBand(BaseModel):
    """The unit of a number typed without one, if it lies from `low` to `high` (both included).

    `confirm`: the person confirms the unit (docs/criteria.md §2.3), and is also offered `others`.
    `asks`: such a number fits no unit of the item, so the person is asked. If a number is outside
    all bands of its item, its unit is asked.
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

    `takes` are names of the item, `refuses` of similar tests; `asks` are too vague to decide.
    `percent` names the item as a percentage of the item `share_of`, such as neutrophils of white
    cells. `absent_meets`: "not detected" is an answer, below every limit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    takes: tuple[Name, ...] = ()
    refuses: tuple[Name, ...] = ()
    asks: tuple[Name, ...] = ()
    percent: tuple[Name, ...] = ()
    share_of: str | None = None
    absent_meets: bool = False
