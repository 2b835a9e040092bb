"""Reasons to ask about a result: words, signs or another unit beside its number."""

from collections.abc import Mapping

from ectrial.labs.lab_reading import Why
from ectrial.labs.parsed_result import ParsedResult
from ectrial.labs.units import unit_of
from ectrial.vocabulary import RATIO, Item

_REASON_BY_WORD: Mapping[str, Why] = {
    "nothing": "no_result",
    "below_limit": "below_limit",
    "unsure": "unclear",
    "doubt": "unclear",
}
"""The reason to ask, by the kind of a word beside the result, whatever the number."""

_NO_RESULT = frozenset({"no_result", "index"})


def reason_to_ask(parsed: ParsedResult, item: Item, *, doubted: bool) -> Why | None:
    """Give the reason to ask, or None if the result may be taken as written."""
    for word, why in _REASON_BY_WORD.items():
        if word in parsed.words and not (word == "below_limit" and _has_detection_limit(parsed)):
            return why
    is_open = item.kind == "quantity" and "+" in parsed.signs  # `4+` is no count
    times = parsed.amount is not None and unit_of(parsed.amount.unit, item) == RATIO
    is_open = is_open or (times and "level" in parsed.words)  # `升高2倍` means two or three times
    # a number beside a word such as `positive` is the assay's index, so it may be unclear
    is_open = is_open or (item.kind == "quantity" and parsed.is_number_doubtful)
    # in `PLT cutoff 100` and `PLT >= 100 required` the number is a limit
    is_open = is_open or (item.kind == "quantity" and bool(parsed.words & _NO_RESULT))
    unclear = doubted or parsed.is_doubtful or is_open or _has_two_units(parsed, item)
    return "unclear" if unclear else None


def _has_detection_limit(parsed: ParsedResult) -> bool:
    """Whether the text gives the detection limit, as in `低于检测下限（<20 IU/mL）`."""
    return parsed.amount is not None and parsed.amount.comparator in ("<", "<=")


def _has_two_units(parsed: ParsedResult, item: Item) -> bool:
    """Whether the number has another unit than the unit printed before it."""
    unit = parsed.amount.unit if parsed.amount else ""
    return parsed.unit_before not in ("", unit) and (
        unit_of(parsed.unit_before, item) != unit_of(unit, item)
    )
