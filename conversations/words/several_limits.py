"""A number with each limit that concerns its subject: "Age 80 years ≥ 18 ✓ · > 75 ✗".

Which limit counts may hang on other answers: one that does not concern the subject is not named.
"""

from dataclasses import replace

from conversations.case import Case
from ectrial.rules.language import Evidence
from ectrial.trial.finding import Finding
from ectrial.trial.limits import concerning
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import Item
from ectrial.wording.answers import amount_words
from ectrial.wording.bounds import relation
from ectrial.wording.comparisons import Bounded
from ectrial.wording.marks import Mark, mark_of
from ectrial.wording.proof_line import ProofLine
from ectrial.wording.proofs import answer_line, evidence_line
from ectrial.wording.speech import Say

MOST_LIMITS = 3
"""More limits do not fit in a line: the number stands alone."""


def several_limits_line(
    say: Say, after: Case, item: Item
) -> tuple[ProofLine, tuple[Evidence, ...]]:
    """Give the line of a number that its trial has several limits for, and the limits it names."""
    value, held = after.facts.quantity(item.id), _held(after, item.id)
    told = tuple(evidence for _, evidence in held)
    named = [e for e in told if isinstance(e.rule, Bounded) and e.truth is not UNKNOWN]
    if value is None or not 0 < len(held) <= MOST_LIMITS or len(named) < len(held):
        return answer_line(say, item, after.facts), ()
    if len(held) == 1:
        line = evidence_line(say, told[0], after.facts)
        return replace(line, mark=_mark(*held[0])), told
    failing_last = sorted(held, key=lambda each: _mark(*each) is Mark.NOT_MET)
    *first, last = [relation(say, each, value, after.facts) for _, each in failing_last]
    *marks, mark = [_mark(*each) for each in failing_last]
    marked = [
        f"{words} {each}" if each else words for words, each in zip(first, marks, strict=True)
    ]
    shown = f"{say.text(item.name)} {amount_words(say, item, value)} {' · '.join([*marked, last])}"
    items = frozenset(each.id for evidence in told for each in evidence.rule.items())
    return ProofLine(shown, mark, items), told


def _held(after: Case, item: str) -> list[tuple[Finding, Evidence]]:
    """Give each limit that concerns the subject, with the finding of its criterion."""
    return [
        (finding, leaf.evidence(after.facts))
        for finding in after.verdict.findings
        for leaf in concerning(finding.criterion, item, after.facts)
    ]


def _mark(finding: Finding, evidence: Evidence) -> Mark | None:
    """Give the mark of a limit; one that is not met is marked if its criterion fails."""
    mark = mark_of(evidence.truth, evidence.meets)
    return None if mark is Mark.NOT_MET and not finding.is_failing else mark
