"""Whether sex and age that were told beside a code are those of the subject on file."""

from collections.abc import Mapping
from decimal import Decimal

from conversations.places import Differing
from ectrial.record.entries import JSON
from ectrial.record.screenings import Answer

YEARS_APART = 1
"""By so many years an age may differ: a birthday lies between, or it was counted otherwise."""


def differing(recorded: Mapping[str, Answer], told: Mapping[str, JSON]) -> tuple[Differing, ...]:
    """Say whether sex or age, as told beside a code, is another than is recorded."""
    found: list[Differing] = []
    sex, age = _value(recorded, "sex"), _value(recorded, "age")
    if {sex, told.get("sex")} == {"male", "female"}:
        found.append("sex")
    said = told.get("age")
    if isinstance(age, dict) and isinstance(said, dict):
        apart = abs(Decimal(str(age["value"])) - Decimal(str(said["value"])))
        found += ["age"] if apart > YEARS_APART else []
    return tuple(found)


def _value(recorded: Mapping[str, Answer], item: str) -> JSON:
    answer = recorded.get(item)
    return answer.value if answer else None
