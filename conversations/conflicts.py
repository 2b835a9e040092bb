"""Which answers contradict each other once others are recorded, but not yet now."""

from conversations.case import Case
from ectrial.rules.held_together import impossible
from ectrial.truth import TRUE, UNKNOWN
from ectrial.vocabulary import Item


def conflicts(before: Case, after: Case) -> tuple[Item, ...]:
    """Give the items that contradict each other in `after`, but not in `before`."""
    trial = before.trial
    now = {f.criterion.id for f in before.verdict.findings if f.contradicted}
    items = [
        item
        for finding in after.verdict.findings
        if finding.contradicted and finding.criterion.id not in now
        for item in finding.clashing(after.facts)
    ]
    for criterion in trial.criteria:
        if criterion.over_things and not criterion.clashing(before.facts):
            items += criterion.clashing(after.facts)
    for rule in trial.cross_checks:
        if rule.holds(after.facts, UNKNOWN) is TRUE is not rule.holds(before.facts, UNKNOWN):
            items += rule.items()
    already = _impossible(before)
    for apart in _impossible(after):
        items += () if apart in already else apart
    return tuple({item.id: item for item in items}.values())


def _impossible(case: Case) -> tuple[tuple[Item, ...], ...]:
    """Give what no rule alone would tell."""
    asked = [item for question in case.trial.questions for item in question.items]
    return impossible(case.trial.rules, asked, case.facts)
