"""One screening as a turn sees it: its record, its facts, and the verdict they give today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from conversations.turn import Focus, World
from ectrial.facts import Facts
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.screenings import Answer, Screening
from ectrial.trial.facts_file import read_facts, write_value
from ectrial.trial.next_question import next_question
from ectrial.trial.protocol import Question
from ectrial.trial.verdict import Verdict, assess
from ectrial.truth import TRUE, UNKNOWN
from ectrial.vocabulary import Item


@dataclass(frozen=True, slots=True)
class Case:
    """A screening with everything computed from it."""

    world: World
    screening: Screening
    verdict: Verdict

    @property
    def facts(self) -> Facts:
        """What is known of the subject."""
        return self.verdict.facts

    @property
    def next_question(self) -> Question | None:
        """The question that comes next, or None when everything has been asked."""
        return next_question(self.verdict, self.screening.order, self.screening.skipped)

    @property
    def is_undecided(self) -> bool:
        """Whether it fails, and nobody has said yet to stop there or to keep going."""
        decided = self.screening.stopped or self.screening.continued
        return bool(self.verdict.failing) and not decided

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to ask of it: one that goes on after a failure is not over."""
        screening = self.screening
        if screening.voided or screening.stopped:
            return True
        return screening.is_finished and self.next_question is None

    def entry(self, kind: Kind, item: str | None = None, value: Any = None) -> NewEntry:
        """Give an entry about this screening."""
        trial = self.world.trial
        return NewEntry(
            kind,
            trial.id,
            screening=self.screening.id,
            subject=self.screening.subject,
            episode=self.screening.episode,
            item=item,
            value=value,
            protocol_version=trial.version,
            protocol_hash=trial.fingerprint,
        )

    def changed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give the answers among these that differ from what is recorded; None takes one back."""
        answers = self.screening.answers
        return {
            item: value
            for item, value in values.items()
            if (answers[item].value if item in answers else None) != plain(value)
        }

    def recording(self, values: Mapping[str, Any], reason: Reason | None) -> list[NewEntry]:
        """Give the entries for new and changed answers; an unknown changes by new information."""
        entries = []
        for item, value in self.changed(values).items():
            kind, why = Kind.ANSWERED, None
            if item in self.screening.answers:
                kind, why = Kind.CORRECTED, reason or Reason.NEW_INFORMATION
            entry = self.entry(kind, item, plain(value))
            entries.append(replace(entry, reason=why, source=source_of(value)))
        return entries

    def after(self, values: Mapping[str, Any]) -> "Case":
        """Give the case as it will be once these answers are recorded."""
        answers = dict(self.screening.answers)
        for item, value in values.items():
            answers.pop(item, None)
            if value is not None:
                answers[item] = Answer(plain(value), 0, self.world.now, self.world.actor)
        return make_case(self.world, replace(self.screening, answers=answers))

    def conflicts(self, after: "Case") -> tuple[Item, ...]:
        """Give the items that cannot all be true after some answers, and are not so now."""
        now = {f.criterion.id for f in self.verdict.findings if f.contradicted}
        items = [
            item
            for finding in after.verdict.findings
            if finding.contradicted and finding.criterion.id not in now
            for item in finding.open_items(after.facts)
        ]
        for rule in self.world.trial.cross_checks:
            if rule.holds(after.facts, UNKNOWN) is TRUE is not rule.holds(self.facts, UNKNOWN):
                items += rule.items()
        return tuple({item.id: item for item in items}.values())

    def needs_reason(self, values: Mapping[str, Any]) -> bool:
        """Whether a known answer would be replaced by another."""
        answers = self.screening.answers
        return any(
            item in answers and answers[item].value != "unknown" for item in self.changed(values)
        )


def make_case(world: World, screening: Screening) -> Case:
    """Compute a case from its screening."""
    return Case(world, screening, _verdict(world, screening))


def _verdict(world: World, screening: Screening) -> Verdict:
    """Assess the answers as they are written: 5.0 and 5.00 are equal, and not the same."""
    answers = {item: answer.value for item, answer in screening.answers.items()}
    for assessed, verdict in world.verdicts:
        if assessed == answers:
            return verdict
    verdict = assess(world.trial, read_facts(answers, world.trial), world.today)
    world.verdicts.append((answers, verdict))
    return verdict


def find_case(world: World, focus: Focus) -> Case | None:
    """Give the case that the chat is at; None when there is none, or it was voided."""
    if focus.screening is None:
        return None
    name = focus.screening
    if name not in world.found:
        screening = world.records.screening(name)
        if screening is None or screening.voided:
            world.found[name] = None
        else:
            world.found[name] = (screening, _verdict(world, screening))
    found = world.found[name]
    return None if found is None else Case(world, *found)


def taken_over(value: Any, source: str) -> Any:
    """Give a value drafted from another subject's report, so that its entry says whose."""
    return {**value, "source": source}


def source_of(value: Any) -> str | None:
    """Give whose report a drafted value was taken over from."""
    return value.get("source") if isinstance(value, dict) else None


def plain(value: Any) -> Any:
    """Give a drafted value as the record holds it."""
    if source_of(value) is None:
        return value
    return {name: part for name, part in value.items() if name != "source"}


def as_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give values as the record holds them."""
    return {item: write_value(value) for item, value in values.items()}
