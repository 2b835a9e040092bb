"""Invites: a code that lets one person in, once and for three days; the record has its hash."""

from datetime import timedelta
from hashlib import sha256

HOLDS_FOR = timedelta(hours=72)
"""How long an invite may be opened."""


def hash_of(code: str) -> str:
    """Give what the record holds of a code; nobody guesses 96 bits, so it needs no salt.

    >>> hash_of("abc")[:8]
    'ba7816bf'
    """
    return sha256(code.encode()).hexdigest()
