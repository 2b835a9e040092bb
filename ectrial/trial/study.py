"""The facts of a trial's registry listing, beside its criteria."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf

from ectrial.text import Text

_LISTED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A day as far as a registry gives it: a year, a month or a day; `written` is shown."""

    written: str

    @property
    def last(self) -> date:
        """The last day that it may be."""
        year, month, day = _parts(self.written)
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])


def _parts(written: str) -> tuple[int, int, int]:
    found = _LISTED.fullmatch(written) if written.isascii() else None
    if found is None:
        raise ValueError(_HOW)
    year, month, day = (int(part or 0) for part in found.groups())
    return year, month, day


_HOW = "is not a date: write 2025-09-30, 2025-09 or 2025, or leave it out"


def _listed(written: Any) -> Any:
    if isinstance(written, ListedDay):
        return written
    try:
        day = ListedDay(str(written))
        _ = day.last
    except ValueError:
        raise ValueError(_HOW) from None
    return day


AnyListedDay = Annotated[InstanceOf[ListedDay], BeforeValidator(_listed)]


class Study(BaseModel):
    """Facts of the listing, only shown; computations use none but the end date.

    Registries give days to the year or the month, or not at all: so do these.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    brief_title: Text
    registry_id: str
    sponsor: Text
    condition: Text
    treatment: Text
    phase: Text
    site: Text
    last_modified: AnyListedDay | None = None
    end_date: AnyListedDay | None = None
    participation: tuple[Text, ...]
    notes: tuple[Text, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether the listing's end has passed for certain; never without an end date."""
        return self.end_date is not None and today > self.end_date.last
