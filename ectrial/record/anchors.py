"""Anchors: the head of the record as `seq:hash`, noted where the machine's owner cannot reach it.

An entry's hash covers every entry before it, so one anchor shows whether they are unchanged.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# So many digits are given; to forge one costs thousands of millions of attempts, for each anchor
SHORT = 8
ANCHOR = re.compile(r"(?<![\w:.])([1-9][0-9]{0,14}):([0-9A-Fa-f]{8,64})(?![\w:])")


class Anchor(NamedTuple):
    """The number of an entry, and its hash or the first digits of it."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


def anchor(head: tuple[int, str]) -> str:
    """Write a head for people to keep.

    >>> anchor((2362, "07a1b008" + "0" * 56))
    '2362:07a1b008'
    """
    return f"{head[0]}:{head[1][:SHORT]}"


def anchors_in(text: str) -> Iterator[Anchor]:
    """Find every anchor in a text; times and ratios are none.

    >>> [str(each) for each in anchors_in("· 2362:07a1b008, 12:30:00, 1:640, 7:07A1B008ff")]
    ['2362:07a1b008', '7:07a1b008ff']
    """
    for seq, digits in ANCHOR.findall(text):
        yield Anchor(int(seq), digits.lower())
