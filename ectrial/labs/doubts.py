"""What forbids to take a number that was written: words beside it, a heading, loose signs."""

from collections.abc import Mapping

from ectrial.labs.grammar import Written
from ectrial.labs.result import Why
from ectrial.labs.units import units_of
from ectrial.vocabulary import RATIO, Item

_STOPPING: Mapping[str, Why] = {
    "nothing": "no_result",
    "below_limit": "below_limit",
    "unsure": "unclear",
    "doubt": "unclear",
}
"""Words beside which nothing is taken."""


def why_not(written: Written, item: Item, *, doubted: bool) -> Why | None:
    """Say why nothing is taken of what was written, if so."""
    for word, why in _STOPPING.items():
        if word in written.words and not (word == "below_limit" and _has_limit_below(written)):
            return why
    more = item.kind == "quantity" and "+" in written.signs  # `4+` is no count
    times = written.amount is not None and units_of(written.amount.unit, item) == (RATIO,)
    more = more or (times and "level" in written.words)  # `升高2倍` is two or three times
    return "unclear" if doubted or written.doubts or more or _differs(written, item) else None


def _has_limit_below(written: Written) -> bool:
    """Whether the limit of detection stands beside the words: `低于检测下限（<20 IU/mL）`."""
    return written.amount is not None and written.amount.comparator in ("<", "<=")


def _differs(written: Written, item: Item) -> bool:
    """Whether the number has another unit than the heading before it."""
    unit = written.amount.unit if written.amount else ""
    return written.heading not in ("", unit) and (
        units_of(written.heading, item) != units_of(unit, item)
    )
