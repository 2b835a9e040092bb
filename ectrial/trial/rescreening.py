"""How often, and how soon after a failure, a subject may be screened again by the protocol."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    ValidationInfo,
    model_validator,
)

from ectrial.rules.language import since
from ectrial.rules.spans import Written, written_span

MOST_TIMES = 99
HOW = "write {times: 2, after: {days: 28}}, or leave it out: then the investigator is asked"


def _times(written: Any) -> int:
    text = str(written)
    if not (text.isascii() and text.isdigit()) or int(text[:3]) > MOST_TIMES:
        raise ValueError(
            f"times is no whole number from 0 to {MOST_TIMES}: write how often a subject"
            " may be screened again, such as times: 2"
        )
    return int(text)


def _span(written: Any) -> Written:
    return written if isinstance(written, Written) else written_span(written)


class Rescreening(BaseModel):
    """What the protocol allows: re-screenings at most, and the time since the last failure.

    What is not said has no limit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    times: Annotated[int | None, BeforeValidator(_times)] = None
    after: Annotated[InstanceOf[Written] | None, BeforeValidator(_span)] = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.times is None and self.after is None:
            raise ValueError(f"says neither how often nor how soon: {HOW}")
        if self.times == 0 and self.after is not None:
            raise ValueError("times: 0 allows none: leave after out, or write times: 1")
        return self

    def is_used_up(self, number: int) -> bool:
        """Whether a re-screening with this number, counted from 1, is one too many."""
        return self.times is not None and number > self.times

    def first_day(self, failed: date) -> date:
        """Give the first day on which a subject who failed on a day may be screened again."""
        return failed if self.after is None else self.after.span.after(failed)


def _checked(written: Any, info: ValidationInfo) -> Any:
    since(3, "rescreening", info)
    if not isinstance(written, dict | Rescreening):
        raise ValueError(f"says how often and how soon: {HOW}")  # noqa: TRY004 - pydantic tells it
    return written


AnyRescreening = Annotated[Rescreening, BeforeValidator(_checked)]
