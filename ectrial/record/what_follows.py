"""What follows a screening: sent to the study's contact, given a time, and what comes of it.

How each kind of entry about that changes the state of its screening, a mutable dict in the fold.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ectrial.record.appointments import appointed
from ectrial.record.entries import Entry, Kind
from ectrial.record.participation import came_of_it
from ectrial.record.referrals import answered, referred

STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.REFERRED: referred,
    Kind.REFERRAL_ACCEPTED: answered,
    Kind.REFERRAL_RETURNED: answered,
    Kind.APPOINTED: appointed,
    Kind.PARTICIPATION: came_of_it,
}
OF_WHAT_FOLLOWS = tuple(STEPS)


def nothing_follows() -> Mapping[str, Any]:
    """Give the parts of a screening that nothing has followed yet."""
    nothing = dict.fromkeys(("referral", "appointment", "approach", "enrolment"))
    return {**nothing, "enrolled_with": {}}
