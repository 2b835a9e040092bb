"""The outcome for each part of a trial: by the criteria of it, and those of all parts."""

from collections.abc import Iterable
from typing import NamedTuple

from ectrial.trial.finding import Finding, Outcome
from ectrial.trial.parts import TrialPart, belongs


class PartVerdict(NamedTuple):
    """The outcome for one part, with the findings that exclude the subject or are open."""

    part: TrialPart
    outcome: Outcome
    failing: tuple[Finding, ...]
    unresolved: tuple[Finding, ...]


def of_part(part: TrialPart, findings: Iterable[Finding], *, is_cut: bool) -> PartVerdict:
    """Judge one part; nobody enters one whose list of criteria is cut, or has an unknown in it."""
    of_it = [each for each in findings if belongs(each.criterion.part, part.id)]
    failing = tuple(each for each in of_it if each.is_failing)
    unresolved = tuple(each for each in of_it if each.is_unresolved)
    passed: Outcome = "undetermined" if unresolved or is_cut else "eligible"
    return PartVerdict(part, "not_eligible" if failing else passed, failing, unresolved)


def of_possible_parts(
    findings: Iterable[Finding], parts: Iterable[PartVerdict]
) -> Iterable[Finding]:
    """Leave out the findings that are of parts alone that the subject cannot enter."""
    closed = {each.part.id for each in parts if each.outcome == "not_eligible"}
    for each in findings:
        if not each.criterion.part or not closed.issuperset(each.criterion.part):
            yield each
