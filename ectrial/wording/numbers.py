"""Numbers and units as people write them: rounded for reading, never used to compute."""

from decimal import Decimal
from fractions import Fraction

from ectrial.labs.examples import plain_unit
from ectrial.quantity import Quantity

_UNITS = {
    "10*9/L": "×10⁹/L",
    "10*3/uL": "×10³/µL",
    "10*4/uL": "×10⁴/µL",
    "10*6/mL": "×10⁶/mL",
    "/uL": "/µL",
    "/mm3": "/mm³",
    "umol/L": "µmol/L",
    "ukat/L": "µkat/L",
    "[IU]/L": "IU/L",
    "[IU]/mL": "IU/mL",
    "k[IU]/mL": "kIU/mL",
    "{copies}/mL": "copies/mL",
    "{Log_IU}/mL": "log₁₀ IU/mL",
    "{Log_copies}/mL": "log₁₀ copies/mL",
    "[lb_av]": "lb",
    "xULN": "×ULN",
    "{score}": "",
}
_SIGNS = {"=": "", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_SHOWN_DIGITS = 4
_MOST_DIGITS = 28


def unit_words(unit: str) -> str:
    """Give a UCUM unit as printed; for units that are words, the vocabulary has the sentence.

    >>> unit_words("umol/L"), unit_words("mm[Hg]"), unit_words("mL/min/{1.73_m2}")
    ('µmol/L', 'mmHg', 'mL/min/1.73m2')
    """
    return _UNITS[unit] if unit in _UNITS else plain_unit(unit)


def number_apart(value: Fraction, limit: Fraction) -> str:
    """Give a rounded number, but never rounded onto or across the limit of its comparison.

    >>> number_apart(Fraction("8.99984"), Fraction(9)), number_apart(Fraction(9), Fraction(9))
    ('8.9998', '9')
    """
    shown = number_words(value)
    for digits in range(_SHOWN_DIGITS + 1, _MOST_DIGITS):
        if (Fraction(shown) > limit, Fraction(shown) < limit) == (value > limit, value < limit):
            break
        shown = number_words(value, digits)
    return shown


def number_words(value: Fraction | Decimal, digits: int = _SHOWN_DIGITS) -> str:
    """Give a number with at most four significant decimals, without trailing zeros.

    >>> number_words(Fraction(46, 5)), number_words(Fraction(1, 3)), number_words(Decimal("5.20"))
    ('9.2', '0.3333', '5.20')
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if exact >= 10**digits:
        return f"{exact.quantize(Decimal(1)):f}"
    rounded = exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1))
    shown = f"{rounded:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def sign_words(comparator: str) -> str:
    """Give a comparator as one sign; nothing for an exact value."""
    return _SIGNS[comparator]


def with_unit(number: str, unit: str) -> str:
    """Join a number and a unit; a number without a unit stands alone.

    >>> with_unit("5.2", "×10⁹/L"), with_unit("92", "g/L")
    ('5.2 ×10⁹/L', '92 g/L')
    """
    return f"{number} {unit}".rstrip()


def quantity_words(quantity: Quantity) -> str:
    """Give a quantity as reported: sign, number, unit."""
    number = sign_words(quantity.comparator) + number_words(quantity.value)
    return with_unit(number, unit_words(quantity.unit))
