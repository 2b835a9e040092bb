"""The upper limit of normal that some values need (R12): asked for, never assumed.

A recorded limit is offered with its subject but never used by itself: reports may differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.case import Case
from conversations.drafts import Values
from conversations.here import Here
from conversations.places import Limit
from conversations.sample import dated
from conversations.sampling import record_dated
from conversations.turn import Turn
from ectrial.given import Given, given
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening
from ectrial.vocabulary import RATIO
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say

LOOKED_BACK = 20
"""The most screenings that are searched for a suitable limit."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Recorded limits that are offered, and the code of the subject whose report printed them."""

    subject: str
    limits: Values


def missing_limits(case: Case, values: Values) -> dict[str, str]:
    """Give the upper limits that new values need and lack, each with the unit of its value."""
    needed = {}
    for item, value in values.items():
        limit = case.vocabulary[item].uln
        if limit is None or limit in values or value.unit in (None, RATIO):
            continue
        if case.changed({item: value}):
            needed[limit] = str(value.unit)
    return needed


def limits_of(case: Case, values: Values) -> dict[str, str]:
    """Give the upper limits that belong to these values, each with the unit of its value."""
    items = [(case.vocabulary[item].uln, value.unit) for item, value in values.items()]
    return {limit: unit for limit, unit in items if limit and unit}


def remembered(case: Case, needed: Mapping[str, str]) -> Remembered | None:
    """Give the latest suitable limits: in the value's unit, of this subject or one of its sex."""
    if own := _fitting(case, case.screening, needed):
        return Remembered(case.id.subject, own)
    sex = _sex(case.screening)
    for limit in needed if sex else ():
        for screening in case.world.records.screenings_with(case.id.trial, limit, LOOKED_BACK):
            found = _fitting(case, screening, needed) if _sex(screening) == sex else {}
            if limit in found:
                source = str(found[limit].source)
                return Remembered(source, {n: v for n, v in found.items() if v.source == source})
    return None


def settle(here: Here, question: str, values: Values) -> Turn:
    """Record certain values; first ask for a missing limit, then for the sampling day."""
    dated_ones = dated(here, values)
    if missing_limits(here.case, dated_ones):
        return here.to(Limit(question, dict(dated_ones)))
    return record_dated(here, question, values)


def offer_words(say: Say, case: Case, offer: Remembered) -> str:
    """Give the label of the button that uses the offered limits."""
    values = [case.vocabulary[item].read(value.recorded) for item, value in offer.limits.items()]
    limits = say.listed(quantity_words(value) for value in values if isinstance(value, Quantity))
    if offer.subject == case.id.subject:
        return say("Still {limit}", limit=limits)
    return say("Use {limit} from {subject}", limit=limits, subject=offer.subject)


def _fitting(case: Case, screening: Screening, needed: Mapping[str, str]) -> dict[str, Given]:
    """Give a screening's limits in the wanted units, each with the subject of its report."""
    found = {}
    for limit, unit in needed.items():
        answer = screening.answers.get(limit)
        if answer and _is_in(unit, answer.value) and _is_readable(case, limit, answer.value):
            found[limit] = given(answer.value, answer.source or screening.id.subject)
    return found


def _is_in(unit: str, value: JSON) -> bool:
    return isinstance(value, dict) and value.get("unit") == unit


def _is_readable(case: Case, item: str, value: JSON) -> bool:
    """Whether this version can read a value of another, perhaps older, screening."""
    try:
        case.vocabulary[item].read(value)
    except ValueError:
        return False
    return True


def _sex(screening: Screening) -> object:
    answer = screening.answers.get("sex")
    return answer.value if answer and answer.value != "unknown" else None
