"""Whether two subject codes are alike: they differ only by easily confused characters."""

import re
from itertools import pairwise

# The same replacements, in the same order, as in the index `screenings_by_likeness`
SIGNS = (("O", "0"), ("I", "1"), ("0", ""), ("-", ""), ("_", ""), (".", ""), ("/", ""))
_GROUPS = re.compile(r"[A-Z]+|[0-9]+")


def coarse(code: str) -> str:
    """Give the form in the record's index: without case, zeros and separators.

    >>> coarse("S-014"), coarse("so-1O4")
    ('S14', 'S14')
    """
    kept = code.upper()
    for sign, other in SIGNS:
        kept = kept.replace(sign, other)
    return kept


def likeness(code: str) -> str:
    """Give a code without case, separators and leading zeros, and with O as 0 and I as 1.

    >>> likeness("S-014") == likeness("s14") == likeness("SO-014") != likeness("S-104")
    True
    """
    read = code.upper().replace("O", "0").replace("I", "1")
    groups = [group.lstrip("0") for group in _GROUPS.findall(read)]
    return "".join(group for group in groups if group)


def swapped(code: str) -> tuple[str, ...]:
    """Give the codes that result if two neighbouring digits are swapped.

    >>> swapped("S-014")
    ('S-104', 'S-041')
    """
    return tuple(
        f"{code[:place]}{after}{before}{code[place + 2 :]}"
        for place, (before, after) in enumerate(pairwise(code))
        if before != after and before.isdigit() and after.isdigit()
    )


def likenesses(code: str) -> frozenset[str]:
    """Give the likeness of a code, and of the codes with two swapped digits."""
    return frozenset(map(likeness, (code, *swapped(code))))
