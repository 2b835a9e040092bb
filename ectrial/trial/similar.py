"""Which trials are similar, and what has happened to one that somebody wants to hear of. Pure."""

import re
from typing import Literal

from ectrial.record.conduct import Conduct

_WORD = re.compile(r"\w+")
SHORT = 3
"""Words of so few letters stand in too many others."""

Happening = Literal["added", "status", "version"]


def is_alike(one: str, other: str) -> bool:
    """Whether two conditions are alike: each word of one is akin to one of the other.

    A word may be part of another, or the first letters of several.

    >>> is_alike("Metastatic Esophageal Carcinoma", "Oligometastatic esophageal carcinoma")
    True
    >>> is_alike("Oligometastatic ESCC", "Metastatic Esophageal Squamous Cell Carcinoma")
    True
    >>> is_alike("Gastric Carcinoma", "Metastatic Esophageal Carcinoma")
    False
    """
    words, others = _words(one), _words(other)
    return _covers(words, others) or _covers(others, words)


def is_same(one: str, other: str) -> bool:
    """Whether two phases are the same, however they are written.

    >>> is_same("Phase II", "phase  ii"), is_same("Phase II", "Phase III")
    (True, False)
    """
    return _words(one) == _words(other)


def happenings(trial: str, conduct: Conduct) -> dict[str, Happening]:
    """Name what last happened to a trial, each by a key that no other event ever has."""
    found: dict[str, Happening] = {f"{trial} added": "added"}
    if conduct.statuses:
        status = conduct.statuses[-1]
        found[f"{trial} status {status.seq} {status.at_utc.isoformat()}"] = "status"
    if conduct.activations:
        version = conduct.activations[-1]
        found[f"{trial} version {version.seq} {version.at_utc.isoformat()}"] = "version"
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _covers(few: list[str], many: list[str]) -> bool:
    initials = "".join(word[0] for word in many)
    return all(
        any(_is_akin(word, each) for each in many) or (len(word) > SHORT and word in initials)
        for word in few
    )


def _is_akin(word: str, other: str) -> bool:
    is_part = len(word) > SHORT < len(other) and (word in other or other in word)
    return word == other or is_part
