"""What a subject said about taking part in an earlier screening, until it is asked anew."""

from conversations.case import Case
from ectrial.record.consent import Consent


def refused_earlier(case: Case) -> Consent | None:
    """Give the consent that was refused in the screening before, if this one says nothing yet.

    A voided screening counts: a second one of the same subject does not undo what was said.
    """
    if case.screening.consent.state != "not_asked":
        return None
    for episode in range(case.id.episode - 1, 0, -1):
        before = case.world.records.screening(case.id.in_episode(episode))
        if before is not None and before.consent.state != "not_asked":
            return before.consent if before.consent.is_refused else None
    return None
