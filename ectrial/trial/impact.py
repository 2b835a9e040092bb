"""What a move of one screening to another version of its trial would change. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from ectrial.facts import Judgement
from ectrial.record.entries import JSON
from ectrial.record.renames import renamed_answers, renamed_screening
from ectrial.record.screenings import Screening
from ectrial.rules.comparisons import Limited
from ectrial.trial.facts_file import read_facts, unreadable_items
from ectrial.trial.finding import Finding, Outcome
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.renaming import renames
from ectrial.trial.screening_facts import Dated, DayOf, days_of
from ectrial.trial.verdict import Verdict, assess


class ChangedFinding(NamedTuple):
    """One criterion whose result differs between two versions; None if a version lacks it."""

    criterion: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class Impact:
    """What a move would change; `not_carried` names the answers that cannot be kept.

    `turns_before` and `turns_after` are the days on which the verdict changes by itself.
    """

    new_questions: tuple[Question, ...]
    changed_questions: tuple[Question, ...]
    """The questions of the new version whose words, items or presets differ."""
    dropped_questions: tuple[Question, ...]
    not_carried: tuple[str, ...]
    outcome_before: Outcome
    outcome_after: Outcome
    findings: tuple[ChangedFinding, ...]
    turns_before: date | None = None
    turns_after: date | None = None

    @property
    def changes_turn(self) -> bool:
        """Whether the verdict would change by itself on another day, or only in one version."""
        return self.turns_before != self.turns_after

    @property
    def changes_outcome(self) -> bool:
        """Whether the outcome of the verdict would change."""
        return self.outcome_before != self.outcome_after

    @property
    def is_nothing(self) -> bool:
        """Whether the move would change nothing that a person can see in this screening."""
        questions = (*self.new_questions, *self.changed_questions, *self.dropped_questions)
        is_judged_alike = not (self.findings or self.changes_outcome or self.changes_turn)
        return is_judged_alike and not (questions or self.not_carried)


def impact(
    before: Protocol,
    after: Protocol,
    screening: Screening,
    today: date,
    day_of: DayOf,
) -> Impact:
    """Compare the results of two versions for the same recorded answers, on a day at the site.

    An answer counts as not given in a version that cannot read it, and in the new version also if
    it was given for another limit. Each version judges as the verdict of a screening under it
    would: by its own rules of how old an answer may be.
    """
    old, new = before.question_by_id, after.question_by_id
    answers: dict[str, JSON] = {item: each.value for item, each in screening.answers.items()}
    left = not_carried(before, after, answers)
    taken = {name: answer for name, answer in answers.items() if name not in left}
    named = renames(after, taken)
    moved = renamed_screening(screening, named)
    was = _verdict(before, answers, today, days_of(screening, before, day_of))
    kept = renamed_answers(taken, named)
    becomes = _verdict(after, kept, today, days_of(moved, after, day_of))
    return Impact(
        new_questions=tuple(new[name] for name in new if name not in old),
        changed_questions=tuple(
            new[name] for name in new if name in old and old[name] != new[name]
        ),
        dropped_questions=tuple(old[name] for name in old if name not in new),
        not_carried=left,
        outcome_before=was.outcome,
        outcome_after=becomes.outcome,
        findings=_changed(was, becomes),
        turns_before=was.changes_on,
        turns_after=becomes.changes_on,
    )


def not_carried(before: Protocol, after: Protocol, answers: Mapping[str, JSON]) -> tuple[str, ...]:
    """Name the answers that the new version cannot keep, in the order given.

    The version cannot read these answers; or they are judgements without a number, and the version
    has another limit: "> 7" does not tell whether the value is above 9. An answer under a former
    id gives way to one under the present id.
    """
    now = after.former_ids
    unread = {*unreadable_items(answers, after), *(old for old in now if now[old] in answers)}
    judged = (name for name, answer in answers.items() if answer in tuple(Judgement))
    moved = {
        name
        for name in judged
        if _compared(before, name, now) != _compared(after, now.get(name, name), now)
    }
    return tuple(name for name in answers if name in unread or name in moved)


def _compared(
    protocol: Protocol, item: str, now: Mapping[str, str]
) -> frozenset[tuple[object, ...]]:
    """Give the limits of an item in one version, as written in its file, by the ids of `now`."""
    leaves = (leaf for criterion in protocol.criteria for leaf in criterion.leaves)
    limits = ((leaf.rule, leaf.meets) for leaf in leaves if isinstance(leaf.rule, Limited))
    return frozenset(
        (type(rule).__name__, meets, *(_name(part, now) for part in _parts(rule)))
        for rule, meets in limits
        if rule.item.id == item
    )


def _name(part: object, now: Mapping[str, str]) -> object:
    name = getattr(part, "id", None)
    return part if name is None else now.get(name, name)


def _parts(rule: Limited) -> list[object]:
    return [getattr(rule, part.name) for part in fields(rule)]  # type: ignore[arg-type] # one each


def _verdict(
    protocol: Protocol, answers: Mapping[str, JSON], today: date, dated: Dated
) -> Verdict:
    left_out = set(unreadable_items(answers, protocol))
    read = {name: answer for name, answer in answers.items() if name not in left_out}
    return assess(protocol, dated.applied_to(read_facts(read, protocol)), today)


def _changed(was: Verdict, becomes: Verdict) -> tuple[ChangedFinding, ...]:
    """Give the criteria that differ, in the order of the new version, dropped ones last."""
    old = {finding.criterion.id: finding for finding in was.findings}
    new = {finding.criterion.id: finding for finding in becomes.findings}
    pairs = (ChangedFinding(name, old.get(name), new.get(name)) for name in {**new, **old})
    return tuple(pair for pair in pairs if _standing(pair.before) != _standing(pair.after))


def _standing(finding: Finding | None) -> tuple[bool, bool] | None:
    """Give whether a finding fails and whether it is open: only these matter to a person."""
    return None if finding is None else (finding.is_failing, finding.is_unresolved)
