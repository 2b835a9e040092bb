"""What the reader gives for one lab of a text: a value, a question, or a refusal."""

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
    "impossible_limit",  # the upper limit beside it is; the value is asked with it
    "unit",  # a unit that shows another measurement; where asked, one that is not known
    # a reading is asked
    "no_number",  # nothing that could be taken: no number, or a word such as `normal`
    "no_result",  # said to be not done or not reported yet
    "below_limit",  # below a limit of detection that is not given
    "name",  # a name that says too little: bilirubin, transaminase, KPS
    "percent",  # a share of the white cells, not a count
    "mixed_units",  # a value and its limit that cannot share a unit
    "differs",  # one lab read twice, differently
    "above_whole",  # more neutrophils than white cells
    "bare_limit",  # an upper limit that nothing names as one: it may be an earlier value
    "unclear",  # several numbers, a range, a doubtful word or digits: not one clear number
]


@dataclass(frozen=True, slots=True)
class LabReading:
    """One lab as it was read; `item` is None for text that belongs to no lab.

    `choices` are the values offered where one must be asked. `text` quotes what was typed and is
    never stored. `share` is a percentage of white cells, typed instead of a count. `why` says what
    is wrong with a reading that is asked or refused.
    """

    item: str | None
    status: Status
    text: str
    value: Quantity | Judgement | Reported | str | None = None
    choices: tuple[Quantity, ...] = ()
    share: Decimal | None = None
    why: Why | None = None
