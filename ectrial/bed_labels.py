"""The label of a bed, such as 7A-12: short, strict in its shape, and never a name.

A ward has a digit or is a single letter, so that initials with a number are none, and nothing is
long enough for a day of birth or a number of a patient.
"""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－﹣ー", "-"))
_WARD = r"(?:\d{1,2}[A-Z]?|[A-Z]\d{0,2}|ICU|CCU|HDU)"
_LATIN = re.compile(rf"(?:{_WARD}(?:[- ]| - ))?\d{{1,3}}[A-Z]?")
_WARD_ZH = r"(?:[东西南北]?\d{1,2}[A-Z]?(?:病区|病房|区|楼|层)|ICU|CCU)"
_ROOM_ZH = r"(?:\d{1,4}(?:病房|房|室))"
_CHINESE = re.compile(rf"{_WARD_ZH}?-?{_ROOM_ZH}?-?加?\d{{1,3}}床")


def bed_label(text: str) -> str | None:
    """Give the label that a text is, as it is shown; None if it is none.

    >>> [bed_label(text) for text in ("７a－12", "7A 12", "12", "ICU 3", "7区12床", "加3床")]
    ['7A-12', '7A 12', '12', 'ICU 3', '7区12床', '加3床']
    >>> [bed_label(text) for text in ("ZS-58", "Wang 7", "58-03-12", "13800138000", "张三12床")]
    [None, None, None, None, None]
    """
    said = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    said = " ".join(said.split()).upper()
    is_label = _LATIN.fullmatch(said) or _CHINESE.fullmatch(said.replace(" ", ""))
    return said.replace(" - ", "-") if is_label else None
