"""The outcome for each part of a trial in words."""

from collections.abc import Mapping

from ectrial.trial.finding import Outcome
from ectrial.trial.part_verdicts import PartVerdict
from ectrial.trial.verdict import Verdict
from ectrial.wording.speech import Say

MOST_OF_A_PART = 3
_SIGNS: Mapping[Outcome, str] = {"eligible": "✅", "not_eligible": "⛔", "undetermined": "❓"}


def parts_words(say: Say, verdict: Verdict) -> str:
    """Give the outcome for each part of the trial, with the criteria that fail or are open."""
    return " · ".join(part_words(say, each) for each in verdict.parts)


def part_words(say: Say, verdict: PartVerdict) -> str:
    """Give the outcome for one part, with the criteria that fail or are open."""
    found = verdict.failing or verdict.unresolved
    ids = ", ".join(finding.criterion.id for finding in found[:MOST_OF_A_PART])
    more = "…" if len(found) > MOST_OF_A_PART else ""
    name = part_in_short(say, verdict)
    return brackets(say, name, f"{ids}{more}") if ids else name


def part_in_short(say: Say, verdict: PartVerdict) -> str:
    """Give the outcome for one part in a sign, and its name."""
    return f"{_SIGNS[verdict.outcome]} {say.text(verdict.part.name)}"


def parts_in_short(verdict: Verdict) -> str:
    """Give sign and id of each part, for a label; nothing where all are alike."""
    if len({each.outcome for each in verdict.parts}) < 2:
        return ""
    return " ".join(f"{_SIGNS[each.outcome]} {each.part.id}" for each in verdict.parts)


def brackets(say: Say, name: str, beside: str) -> str:
    """Give a name with what belongs to it in brackets."""
    return f"{name}（{beside}）" if say.language == "zh" else f"{name} ({beside})"
