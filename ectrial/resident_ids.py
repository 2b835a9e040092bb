"""Whether a row of signs is the number of a Chinese resident: by the day of birth inside it.

By rules of our own: python-stdnum refuses real numbers, as it knows today's counties alone.
"""

import re
from datetime import date

SIGNS = 18
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"
"""The last sign by the weighted sum of the others (ISO 7064, MOD 11-2)."""
# one after the other, or parted as people read them aloud
_IN_A_ROW = re.compile(r"(?<!\d)\d{17}[\dX](?!\d)", re.IGNORECASE)
_PARTED = re.compile(r"(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dX](?!\d)", re.IGNORECASE)
# county, day and number apart, as forms print them: a province and a day of birth are enough
_GROUPED = re.compile(
    r"(?<!\d)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}[ -]+"
    r"(\d{8}|\d{4}[ -]+\d{4}|\d{4}[ -]+\d{2}[ -]+\d{2})[ -]+\d{3}[\dX](?!\d)",
    re.IGNORECASE,
)
_OLD = re.compile(r"(?<!\d)\d{15}(?!\d)")


def holds_a_resident_id(text: str) -> bool:
    """Whether a text holds one; in a row also a mistyped one, of 15 digits those until 1999.

    >>> holds_a_resident_id("11010519491231002x"), holds_a_resident_id("440106 19850617 3219")
    (True, True)
    >>> holds_a_resident_id("98 104 112 120 131 99"), holds_a_resident_id("123456789012345678")
    (False, False)
    """
    in_a_row = any(_born(found[6:14]) for found in _IN_A_ROW.findall(text))
    parted = (re.sub("[ -]", "", found) for found in _PARTED.findall(text))
    grouped = any(_born(re.sub("[ -]", "", found)) for found in _GROUPED.findall(text))
    is_old = any(_born(f"19{found[6:12]}") for found in _OLD.findall(text))
    return in_a_row or grouped or is_old or any(map(is_resident_id, parted))


def is_resident_id(signs: str) -> bool:
    """Whether 18 signs have a day of birth inside, and the check sign that belongs to them.

    >>> is_resident_id("11010519491231002X"), is_resident_id("110105194912310021")
    (True, False)
    """
    total = sum(weight * int(sign) for weight, sign in zip(WEIGHTS, signs, strict=False))
    is_checked = CHECK_SIGNS[total % len(CHECK_SIGNS)] == signs[-1].upper()
    return len(signs) == SIGNS and is_checked and _born(signs[6:14])


def _born(digits: str) -> bool:
    """Whether eight digits are a day on which somebody alive may have been born."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year < 2100
