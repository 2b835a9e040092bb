"""Recorded answers read back with the rules they meet, so that a typing error is noticed."""

from dataclasses import replace

from conversations.case import Case
from conversations.drafts import Values
from conversations.words.several_limits import several_limits_line
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import Evidence
from ectrial.truth import UNKNOWN
from ectrial.wording.marks import Mark
from ectrial.wording.proof_line import ProofLine
from ectrial.wording.proofs import answer_line, evidence_line, proof
from ectrial.wording.speech import Say

MOST_READ_BACK = 4


def echo(say: Say, after: Case, values: Values) -> tuple[str, ...]:
    """Read back all recorded answers; if there are many, their number and the failing ones."""
    lines = (*read_back(say, after, values), *contradictions(say, after, values))
    if len(lines) <= MOST_READ_BACK:
        return tuple(map(str, lines))
    failing = [str(line) for line in lines if line.mark is Mark.NOT_MET]
    return (say("Recorded: {n} results.", n=len(lines)), *failing[: MOST_READ_BACK - 1])


def read_back(say: Say, after: Case, values: Values) -> tuple[ProofLine, ...]:
    """Give each answer with the rule it was judged by, or alone if no rule uses it."""
    vocabulary = after.vocabulary
    methods = {item: value for item, value in values.items() if vocabulary[item].kind == "method"}
    values = methods or values
    limits, several = after.trial.labs_of_limits, after.trial.several_limits & values.keys()
    lines: list[ProofLine] = []
    told: set[str] = set()
    for finding in after.verdict.findings:
        for leaf in finding.criterion.leaves:
            if leaf.items.isdisjoint(values) or not leaf.items.isdisjoint(told):
                continue
            if isinstance(leaf.rule, Limited) and leaf.rule.item.id in several:
                line, held = several_limits_line(say, after, leaf.rule.item)
                told |= line.items | (leaf.items & limits.keys() if held else frozenset())
                edges = dict.fromkeys(_edge(say, each, after) for each in held)
                lines.append(replace(line, remark="\n".join(filter(None, edges))))
                continue
            evidence = leaf.evidence(after.facts)
            if evidence.truth is not UNKNOWN or leaf.items <= after.facts.items.keys():
                line = evidence_line(say, evidence, after.facts)
                told |= line.items | (leaf.items & limits.keys())
                # only a failing criterion is marked: a woman is not excluded by her sex alone
                if line.mark is Mark.NOT_MET and not finding.is_failing:
                    line = replace(line, mark=None)
                lines.append(replace(line, remark=_edge(say, evidence, after)))
    untold = [i for i, value in values.items() if i not in told and value.value is not None]
    lines += [answer_line(say, vocabulary[item], after.facts) for item in untold]
    return tuple(dict.fromkeys(lines))


def contradictions(say: Say, after: Case, values: Values) -> tuple[ProofLine, ...]:
    """Say which of these answers contradict another answer, once each."""
    told: list[ProofLine] = []
    for finding in after.verdict.findings:
        if finding.contradicted and any(item.id in values for item in finding.criterion.items):
            told += proof(say, finding, after.facts)
    return tuple(dict.fromkeys(told))


def _edge(say: Say, evidence: Evidence, after: Case) -> str:
    """Warn if rounding on the report could put the value on the other side of its limit."""
    rule = evidence.rule
    if isinstance(rule, CockcroftGault) and rule.is_at_the_edge(after.facts):
        return say("The estimated clearance is near its limit: get a measured one.")
    if isinstance(rule, Limited) and rule.is_at_the_edge(after.facts):
        return say("At the edge: confirm with the report.")
    return ""
