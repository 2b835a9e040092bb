"""Reasons to ask about a result instead of taking it: words, signs or another unit beside it."""

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
"""The reason to ask that a kind of word gives, whatever number stands beside it."""

_NO_RESULT = frozenset({"no_result", "index"})


def reason_to_ask(parsed: ParsedResult, item: Item, *, doubted: bool) -> Why | None:
    """Give the reason to ask, or None where the result may be taken as it is written."""
    for word, why in _REASON_BY_WORD.items():
        if word in parsed.words and not (word == "below_limit" and _has_detection_limit(parsed)):
            return why
    is_open = item.kind == "quantity" and "+" in parsed.signs  # `4+` is no count
    times = parsed.amount is not None and unit_of(parsed.amount.unit, item) == RATIO
    is_open = is_open or (times and "level" in parsed.words)  # `升高2倍` is two or three times
    # a number beside a word such as `positive` is the assay's index: it may be unclear
    is_open = is_open or (item.kind == "quantity" and parsed.is_number_doubtful)
    # `PLT cutoff 100`, `PLT >= 100 required`: the number is a limit
    is_open = is_open or (item.kind == "quantity" and bool(parsed.words & _NO_RESULT))
    unclear = doubted or parsed.is_doubtful or is_open or _has_two_units(parsed, item)
    return "unclear" if unclear else None


def _has_detection_limit(parsed: ParsedResult) -> bool:
    """Whether the detection limit is given, as in `低于检测下限（<20 IU/mL）`."""
    return parsed.amount is not None and parsed.amount.comparator in ("<", "<=")


def _has_two_units(parsed: ParsedResult, item: Item) -> bool:
    """Whether the number has another unit than the one printed before it."""
    unit = parsed.amount.unit if parsed.amount else ""
    return parsed.unit_before not in ("", unit) and (
        unit_of(parsed.unit_before, item) != unit_of(unit, item)
    )
