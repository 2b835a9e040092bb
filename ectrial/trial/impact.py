"""What moving one screening to another version of its trial would change. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ectrial.record.entries import JSON
from ectrial.trial.facts_file import read_facts, unreadable_items
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.verdict import Finding, Outcome, Verdict, assess


class ChangedFinding(NamedTuple):
    """One criterion that would come out otherwise; None where a version does not have it."""

    criterion: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class Impact:
    """What a move would change; `unreadable` names the answers that would not be read any more."""

    new_questions: tuple[Question, ...]
    changed_questions: tuple[Question, ...]
    """As the version moved to asks them; the words, the items or the presets differ."""
    dropped_questions: tuple[Question, ...]
    unreadable: tuple[str, ...]
    outcome_before: Outcome
    outcome_after: Outcome
    findings: tuple[ChangedFinding, ...]

    @property
    def changes_outcome(self) -> bool:
        """Whether the verdict would be another."""
        return self.outcome_before != self.outcome_after

    @property
    def is_nothing(self) -> bool:
        """Whether the person would notice no difference in this screening."""
        questions = (*self.new_questions, *self.changed_questions, *self.dropped_questions)
        return not (questions or self.unreadable or self.findings or self.changes_outcome)


def impact(before: Protocol, after: Protocol, answers: Mapping[str, JSON]) -> Impact:
    """Compare what two versions make of the same recorded answers, by item.

    An answer that a version cannot read counts there as not given.
    """
    old, new = before.question_by_id, after.question_by_id
    unreadable = unreadable_items(answers, after)
    was, becomes = _verdict(before, answers), _verdict(after, answers)
    return Impact(
        new_questions=tuple(new[name] for name in new if name not in old),
        changed_questions=tuple(
            new[name] for name in new if name in old and old[name] != new[name]
        ),
        dropped_questions=tuple(old[name] for name in old if name not in new),
        unreadable=unreadable,
        outcome_before=was.outcome,
        outcome_after=becomes.outcome,
        findings=_changed(was, becomes),
    )


def _verdict(protocol: Protocol, answers: Mapping[str, JSON]) -> Verdict:
    left_out = set(unreadable_items(answers, protocol))
    read = {name: answer for name, answer in answers.items() if name not in left_out}
    # the day bears on what to mind only
    return assess(protocol, read_facts(read, protocol), date.min)


def _changed(was: Verdict, becomes: Verdict) -> tuple[ChangedFinding, ...]:
    """Give the criteria that differ, in the order of the version moved to, dropped ones last."""
    old = {finding.criterion.id: finding for finding in was.findings}
    new = {finding.criterion.id: finding for finding in becomes.findings}
    pairs = (ChangedFinding(name, old.get(name), new.get(name)) for name in {**new, **old})
    return tuple(pair for pair in pairs if _standing(pair.before) != _standing(pair.after))


def _standing(finding: Finding | None) -> tuple[bool, bool] | None:
    """Give whether it fails and whether it is open: more of a finding no person acts on."""
    return None if finding is None else (finding.is_failing, finding.is_unresolved)
