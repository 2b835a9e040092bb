"""The outcome for each part of a trial in words."""

from collections.abc import Mapping

from ectrial.trial.finding import Outcome
from ectrial.trial.verdict import Verdict
from ectrial.wording.speech import Say

MOST_OF_A_PART = 3
_SIGNS: Mapping[Outcome, str] = {"eligible": "✅", "not_eligible": "⛔", "undetermined": "❓"}


def parts_words(say: Say, verdict: Verdict) -> str:
    """Give the outcome for each part of the trial, with the criteria that fail or are open."""
    told = []
    for each in verdict.parts:
        found = each.failing or each.unresolved
        ids = ", ".join(finding.criterion.id for finding in found[:MOST_OF_A_PART])
        more = "…" if len(found) > MOST_OF_A_PART else ""
        name = f"{_SIGNS[each.outcome]} {say.text(each.part.name)}"
        told.append(brackets(say, name, f"{ids}{more}") if ids else name)
    return " · ".join(told)


def parts_in_short(verdict: Verdict) -> str:
    """Give sign and id of each part, for a label; nothing where all are alike."""
    if len({each.outcome for each in verdict.parts}) < 2:
        return ""
    return " ".join(f"{_SIGNS[each.outcome]} {each.part.id}" for each in verdict.parts)


def brackets(say: Say, name: str, beside: str) -> str:
    """Give a name with what belongs to it in brackets."""
    return f"{name}（{beside}）" if say.language == "zh" else f"{name} ({beside})"
