"""The result of reading one lab of a text: a value, a question, or a refusal."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ectrial.facts import Judgement, Reported
from ectrial.quantity import Quantity

Status = Literal["value", "ask_unit", "ask", "confirm", "reject", "unread"]

Why = Literal[
    # a reading is refused
    "look_alike",  # the name of another test
    "specimen",  # measured in urine or another fluid than blood
    "impossible",  # outside every possible range, or no whole number
    "impossible_limit",  # the upper limit beside it is impossible; the value is asked with it
    "unit",  # a unit that shows another measurement; if asked, an unknown unit
    # a reading is asked
    "no_number",  # nothing usable: no number, or a word such as `normal`
    "no_result",  # stated as not done or not reported yet
    "below_limit",  # below a limit of detection that is not given
    "name",  # a name that is too vague: bilirubin, transaminase, KPS
    "percent",  # a share of the white cells, not a count
    "mixed_units",  # a value and its limit that cannot share a unit
    "differs",  # one lab appears twice, with different results
    "above_whole",  # more neutrophils than white cells
    "bare_limit",  # an upper limit without a label: it may be an earlier value
    "unclear",  # no single clear number: several numbers, a range, a doubtful word or digits
]


@dataclass(frozen=True, slots=True)
class LabReading:
    """One lab as it was read; `item` is None for text that belongs to no lab.

    `choices` are the values to choose from if the person must be asked. `text` quotes the typed
    words and is never stored. `share` is a percentage of white cells, typed instead of a count.
    `why` says what is wrong with a reading that is asked about or refused.
    """

    item: str | None
    status: Status
    text: str
    value: Quantity | Judgement | Reported | str | None = None
    choices: tuple[Quantity, ...] = ()
    share: Decimal | None = None
    why: Why | None = None
