"""A day that is given to a command, as people write one: no slip of a digit."""

from datetime import datetime
from typing import Any

import click

from ectrial.record.periods import FIRST_DAY, LAST_DAY, is_within


class GivenDay(click.DateTime):
    """A day such as 2026-11-20, of a year in which a person may mean one."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the day; one of a year that nobody means is refused."""
        day: datetime = super().convert(value, param, ctx)
        if not is_within(day.date()):
            self.fail(f"{value} is no day between {FIRST_DAY} and {LAST_DAY}", param, ctx)
        return day
