"""How an item is named and typed: what its number means without a unit, and what it is called."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class Bare(BaseModel):
    """The unit that a number without one most likely has, for numbers from `low` to `high`.

    `confirm` reads it so but asks (docs/criteria.md §2.3), offering `others` beside it; `asks`
    takes it for no number of this item at all. Outside all of these the unit is asked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: Decimal
    high: Decimal
    unit: str
    others: tuple[str, ...] = ()
    confirm: bool = False
    asks: bool = False


class Names(BaseModel):
    """What an item is called in a report, in lower case; a space may be typed as `-`, `.` or not.

    `takes` are its own names, `refuses` those of its look-alikes, `asks` names that do not say
    enough. `percent` names the share of the item `share_of` that this one can be worked out from.
    `absent_meets`: "not detected" is an answer, below every limit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    takes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    share_of: str | None = None
    absent_meets: bool = False
