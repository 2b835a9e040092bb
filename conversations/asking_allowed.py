"""What may be asked of colleagues before consent: nothing that only a study procedure settles."""

from conversations.case import Case
from ectrial.trial.ways import Way, ways_left


def ways_to_settle(case: Case, item: str) -> tuple[Way, ...]:
    """Give the ways that are left to settle an item; none if its trial names none."""
    return ways_left(case.trial.ways.get(item, ()), case.facts.items.get(item))


def may_be_asked(case: Case, item: str) -> bool:
    """Whether somebody may be asked to settle an item: a study procedure needs signed consent."""
    ways = ways_to_settle(case, item)
    is_study_only = bool(ways) and all(way.kind == "study_procedure" for way in ways)
    return case.screening.consent.is_signed or not is_study_only
