"""Anchors: the head of the record as `seq:hash`, noted where the machine's owner cannot reach it.

An entry's hash covers every entry before it, so one anchor shows whether they are unchanged. Who
is of one trial reads the hash of its last entry without a number, which would tell how much is
recorded in others.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# So many digits are given with a number: to forge one costs thousands of millions of attempts
SHORT = 8
ALONE = 12
"""So many without one: it is looked for among all entries."""
HASH = re.compile(r"[0-9A-Fa-f]{12,64}")
BEHIND_A_DOT = re.compile(rf"·[ \t]*({HASH.pattern})(?![\w:])")
ANCHOR = re.compile(r"(?<![\w:.])([1-9][0-9]{0,14}):([0-9A-Fa-f]{8,64})(?![\w:])")


class Anchor(NamedTuple):
    """The number of an entry, or 0, and its hash or the first digits of it."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}" if self.seq else self.hash


def anchor(head: tuple[int, str]) -> str:
    """Write a head for people to keep.

    >>> anchor((2362, "07a1b008" + "0" * 56))
    '2362:07a1b008'
    """
    return f"{head[0]}:{head[1][:SHORT]}"


def anchor_of_trial(hash_: str) -> str:
    """Write the hash of a trial's last entry for people to keep.

    >>> anchor_of_trial("07a1b008c3d4" + "0" * 52)
    '07a1b008c3d4'
    """
    return hash_[:ALONE]


def is_one(text: str) -> bool:
    """Whether a text is one anchor and nothing else, also with the dot before it.

    >>> [is_one(each) for each in ("· 2362:07a1b008", "07a1b008c3d4", "07a1b008")]
    [True, True, False]
    """
    bare = text.strip().removeprefix("·").strip()
    return any(each.fullmatch(bare) is not None for each in (ANCHOR, HASH))


def anchors_in(text: str) -> Iterator[Anchor]:
    r"""Find every anchor in a text; times and ratios are none.

    >>> [str(each) for each in anchors_in("· 2362:07a1b008, 12:30:00, 1:640, 7:07A1B008ff")]
    ['2362:07a1b008', '7:07a1b008ff']
    >>> [str(each) for each in anchors_in("Met\n· 07a1b008c3d4\n07a1b008c3d4")]
    ['07a1b008c3d4']
    """
    for seq, digits in ANCHOR.findall(text):
        yield Anchor(int(seq), digits.lower())
    for digits in BEHIND_A_DOT.findall(text):
        yield Anchor(0, digits.lower())
