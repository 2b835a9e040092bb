"""Screening again after a failure: which screening an episode repeats, and who asked for it.

The entry stands in the new screening and names the old one by the entry that opened it. Nothing
that was answered there is any part of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ectrial.record.entries import JSON, Entry, Kind, whole
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Repeat:
    """What an episode repeats: the screening opened by entry `of`, which failed on `day`.

    `number` counts the re-screenings of the subject from 1. `asked`: the protocol says nothing of
    them, and `actor` has confirmed that the principal investigator was asked.
    """

    of: int
    episode: int
    day: date
    failed: tuple[str, ...]
    number: int
    asked: bool = False
    actor: int = 0

    @property
    def value(self) -> dict[str, JSON]:
        """What is said as JSON, for an entry."""
        return {
            "of": self.of,
            "episode": self.episode,
            "day": self.day.isoformat(),
            "failed": list(self.failed),
            "number": self.number,
            "asked": self.asked,
        }


def repeat_of(entry: Entry) -> Repeat:
    """Read what is repeated; ValueError, KeyError or TypeError if that makes no sense."""
    value = entry.said.value
    counts = (whole(value["of"]), whole(value["episode"]), whole(value["number"]))
    failed, asked = value["failed"], value["asked"]
    if min(counts) < 1 or type(asked) is not bool:
        raise ValueError("nothing that is repeated")
    if not isinstance(failed, list) or not all(isinstance(each, str) for each in failed):
        raise TypeError("no ids of criteria")
    day = date.fromisoformat(value["day"])
    of, episode, number = counts
    read = Repeat(of, episode, day, tuple(failed), number, asked, entry.actor)
    if read.value != value:
        raise ValueError("a repeat that says more, or less")
    return read


def _repeats(entry: Entry, state: dict[str, Any]) -> None:
    state["repeats"] = repeat_of(entry)


STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {Kind.RESCREENED: _repeats}
OF_REPEATS = tuple(STEPS)


def fold_repeats(
    entries: Iterable[Entry], onto: tuple[ScreeningId, ...] = ()
) -> tuple[ScreeningId, ...]:
    """Name the screenings that repeat another, in the order in which they were opened."""
    named = (e.said.screening for e in entries if e.said.kind in OF_REPEATS)
    return (*onto, *(id_ for id_ in named if id_ is not None))
