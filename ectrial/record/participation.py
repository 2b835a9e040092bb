"""What came of a screening: the subject approached, then enrolled or not; consent is beside it.

Approach and enrolment are facts of their own, as consent and the verdict are: none is a state of
the others. The sponsor's number of an enrolled subject is a text, so that it can be redacted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, get_args

from ectrial.record.entries import Entry, NewEntry

PART_ID = r"[A-Za-z0-9]{1,12}"

What = Literal["approached", "not_approached", "enrolled", "not_enrolled", "undecided"]
"""*Not approached* and *undecided* take back what was recorded before."""
WhyNot = Literal["not_eligible", "declined", "not_reached", "health", "no_place", "other"]
Outcome = Literal["eligible", "not_eligible", "undetermined"]
SAID: tuple[What, ...] = get_args(What)
WHYS_NOT: tuple[WhyNot, ...] = get_args(WhyNot)
DECIDED: tuple[What, ...] = ("enrolled", "not_enrolled", "undecided")
"""What is said of the enrolment; the rest is about the approach."""
TAKEN_BACK: tuple[What, ...] = ("not_approached", "undecided")

_NUMBER = re.compile(
    r"(?:[A-Z]{1,3}[-./])?"  # such as the country, before all groups or before the first digits
    r"[A-Z]{0,3}[0-9]{1,6}(?:[-./][0-9]{1,6})*"
    r"(?:[-./]?[A-Z]{1,3})?"
)
LEAST_DIGITS, MOST_DIGITS = 3, 10
"""A site and its subject have three digits at least; fewer may be a name with a count."""


@dataclass(frozen=True, slots=True)
class Participation:
    """One thing that came of a screening. `day`: when the subject was approached or enrolled.

    `verdict` is the outcome that stood when the subject was enrolled as `number`, in a trial with
    parts that of the `part` entered; `why` tells why a subject is not enrolled. `actor` recorded
    it with entry `seq`.
    """

    what: What
    day: date | None = None
    why: WhyNot | None = None
    verdict: Outcome | None = None
    number: str = ""
    part: str = ""
    seq: int = 0
    at_utc: datetime | None = None
    actor: int = 0
    role: str = ""

    @property
    def value(self) -> dict[str, Any]:
        """What is said as JSON, for an entry; the number is no part of it."""
        day = self.day and self.day.isoformat()
        said = {"what": self.what, "day": day, "why": self.why, "verdict": self.verdict}
        return {**said, "part": self.part} if self.part else said


def is_subject_number(text: str) -> bool:
    """Whether a text is a sponsor's number of a subject, and no name or number of a person.

    Digits in groups; capital letters, three at most, only before them or behind them, and never
    more letters than digits.

    >>> [is_subject_number(text) for text in ("01-0312", "CN0123-045", "EC003/0012", "0312")]
    [True, True, True, True]
    >>> [is_subject_number(text) for text in ("CN-012-045", "012-045-R", "A01-03B")]
    [True, True, True]
    >>> [is_subject_number(t) for t in ("wang-3", "Wang-003", "WANG003", "LI-3", "LI-07-WEI")]
    [False, False, False, False, False]
    >>> [is_subject_number(t) for t in ("ZhangWei2", "13800138000", "138-0013-8000-1")]
    [False, False, False]
    """
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    is_long_enough = LEAST_DIGITS <= digits <= MOST_DIGITS and letters <= digits
    return is_long_enough and _NUMBER.fullmatch(text) is not None


def is_numbered(said: NewEntry) -> bool:
    """Whether an enrolment has a subject number, and nothing else any text.

    It is asked of what is about to be recorded: later the number may be redacted.
    """
    value = said.value if isinstance(said.value, dict) else {}
    if value.get("what") != "enrolled":
        return said.text is None
    return said.text is not None and is_subject_number(said.text)


def participation_of(entry: Entry) -> Participation:
    """Read what an entry says came of a screening; ValueError if it makes no sense."""
    said = entry.said
    if not isinstance(said.value, dict) or set(said.value) - {"part"} != set(_NOTHING.value):
        raise ValueError("nothing that came of a screening")
    what, why, verdict = (said.value[part] for part in ("what", "why", "verdict"))
    part = said.value.get("part", "")
    if "part" in said.value and (what != "enrolled" or not _is_part(part)):
        raise ValueError("no part that anybody enters")
    day = None if said.value["day"] is None else date.fromisoformat(said.value["day"])
    parts = (day is not None, why is not None, verdict is not None)
    if what not in SAID or parts != _PARTS.get(what, (False, False, False)):
        raise ValueError("what came of a screening lacks a part, or has one too many")
    if why not in (None, *WHYS_NOT) or verdict not in (None, *get_args(Outcome)):
        raise ValueError("no such reason, or no such verdict")
    if what in TAKEN_BACK and said.reason is None:
        raise ValueError("taken back without a reason")
    number = (said.text or "") if what == "enrolled" else ""
    by = (part, entry.seq, entry.at_utc, entry.actor, entry.role)
    return Participation(what, day, why, verdict, number, *by)


def _is_part(part: object) -> bool:
    return isinstance(part, str) and re.fullmatch(PART_ID, part) is not None


def came_of_it(entry: Entry, state: dict[str, Any]) -> None:
    """Note what came of a screening; what was taken back is gone."""
    said = participation_of(entry)
    part = "enrolment" if said.what in DECIDED else "approach"
    before = state[part]
    state[part] = None if said.what in TAKEN_BACK else said
    if said.day is not None and said.what == "enrolled":
        is_same = before is not None and (before.what, before.day) == (said.what, said.day)
        state["enrolled_with"] = state["enrolled_with"] if is_same else _counting(state, said.day)


def _counting(state: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Give the answers that count on a day: of each item the last that no later sample gave."""
    counting = {}
    for item, answer in state["answers"].items():
        given = (answer, *reversed(state["earlier"].get(item, ())))
        found = next((each for each in given if not _is_after(each.value, day)), None)
        if found is not None:
            counting[item] = found
    return counting


def _is_after(value: Any, day: date) -> bool:
    """Whether an answer is of a sample that was taken after a day."""
    taken = value.get("date") if isinstance(value, dict) else None
    return isinstance(taken, str) and taken > day.isoformat()


_NOTHING = Participation("undecided")
_PARTS: Mapping[str, tuple[bool, bool, bool]] = {
    "approached": (True, False, False),
    "enrolled": (True, False, True),
    "not_enrolled": (False, True, False),
}
"""Whether what came of a screening has a day, a reason and a verdict."""
