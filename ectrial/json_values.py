"""Numbers, comparators and days in JSON: read exactly, or refused with ValueError."""

from collections.abc import Container
from datetime import date
from decimal import (
    Context,
    Decimal,
    DecimalException,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
)
from typing import Any

from ectrial.facts import Reported
from ectrial.quantity import COMPARATORS, Quantity

JSON = Any
"""A value that JSON can hold, as in a facts file."""

_WRITTEN = (Decimal, int, str)
_FIELDS = frozenset({"value", "unit", "comparator", "date"})
_REPORTED_FIELDS = frozenset({"result", "date"})
LARGEST = Decimal("1e30")
_USABLE = Context(
    prec=40, Emin=-40, Emax=40, traps=[InvalidOperation, Inexact, Overflow, Subnormal]
)
"""Numbers with more digits than any laboratory prints are refused, never rounded."""


def with_extras(quantity: Quantity, raw: dict[str, Any]) -> Quantity:
    """Add the comparator and the day of the sample, if they are given."""
    if foreign := raw.keys() - _FIELDS:
        raise ValueError(f"unknown field {min(foreign)!r}")
    comparator = raw.get("comparator", "=")
    if not isinstance(comparator, str) or comparator not in COMPARATORS:
        raise ValueError(f"unknown comparator {comparator!r}")
    taken = read_iso_day(raw["date"]) if "date" in raw else None
    return quantity._replace(comparator=COMPARATORS[comparator], taken=taken)


def read_reported(raw: dict[str, Any], results: Container[str]) -> Reported:
    """Read a result given as a word, with its day; ValueError if it is not in `results`."""
    if foreign := raw.keys() - _REPORTED_FIELDS:
        raise ValueError(f"unknown field {min(foreign)!r}")
    result = raw["result"]
    if not isinstance(result, str) or result not in results:
        raise ValueError(f"not a result of it: {result!r}")
    return Reported(result, read_iso_day(raw["date"]) if "date" in raw else None)


def read_decimal(raw: object, *, places: int) -> Decimal:
    """Read the exact decimal of a JSON number or string; ValueError if it is not a usable number.

    The trailing zeros of a logarithm tell its precision. A JSON number has lost them, so it gets
    at least `places` decimals; a string keeps its own.
    """
    if not isinstance(raw, _WRITTEN) or isinstance(raw, bool):
        raise ValueError(f"not a number: {raw!r}")  # noqa: TRY004 - the file's fault, not ours
    if isinstance(raw, str) and not raw.isascii():
        raise ValueError(f"not a usable number: {raw[:40]!r}")
    try:
        value = _USABLE.create_decimal(raw)
        usable = 0 <= value <= LARGEST
    except DecimalException:
        usable = False
    if not usable:
        raise ValueError(f"not a usable number: {str(raw)[:40]!r}")
    if places and not isinstance(raw, str):
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and -exponent < places:
            return value.quantize(Decimal(1).scaleb(-places))
    return value


def is_usable(number: Decimal) -> bool:
    """Whether a number has no more digits and no higher power than a laboratory prints."""
    try:
        _USABLE.plus(number)
    except DecimalException:
        return False
    return True


def read_iso_day(raw: object) -> date:
    """Read YYYY-MM-DD only; ValueError for weeks or times, although Python accepts these."""
    try:
        day = date.fromisoformat(str(raw))
    except ValueError:
        day = None
    if day is None or day.isoformat() != raw:
        raise ValueError(f"not a date: {raw!r}")
    return day
