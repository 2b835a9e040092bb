"""One screening as a turn sees it: its record, its facts, and the verdict they give today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from conversations.changes import is_repeat, is_same
from conversations.drafts import Values
from conversations.judging import as_it_counts, judged
from conversations.late_samples import LateSamples
from conversations.turn import World
from ectrial.facts import Facts
from ectrial.labs.reader import LabReader, reader_of
from ectrial.record.entries import JSON, Entry, Kind, NewEntry, Reason
from ectrial.record.folding import fold
from ectrial.record.screenings import Answer, Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.enrolled import as_enrolled
from ectrial.trial.facts_file import FactsError
from ectrial.trial.next_question import next_question
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.verdict import Verdict
from ectrial.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A screening without a verdict: its version is not loaded or cannot read its answers."""

    screening: Screening
    why: Literal["version", "answers"]


@dataclass(frozen=True, slots=True)
class Case:
    """A screening and its verdict, computed under the screening's own protocol version.

    Once the subject is enrolled the verdict is as of that day; `would_be` is what all that was
    recorded since would make of it.
    """

    world: World
    screening: Screening
    verdict: Verdict
    would_be: Verdict | None = None

    @property
    def id(self) -> ScreeningId:
        """The name of the screening: site, trial, subject and episode."""
        return self.screening.id

    @property
    def trial(self) -> Protocol:
        """The protocol version of the screening."""
        return self.verdict.protocol

    @property
    def vocabulary(self) -> Vocabulary:
        """The items of that protocol version."""
        return self.verdict.protocol.vocabulary

    @property
    def labs(self) -> LabReader:
        """The lab reader with the names of that protocol version."""
        if self.trial is self.world.trial:
            return self.world.labs
        return reader_of(own_items(self.trial), self.world.labs.usual)

    @property
    def late(self) -> LateSamples:
        """What is known of samples that are older than the recorded ones."""
        return LateSamples(self.world, self.screening, self.trial)

    @property
    def facts(self) -> Facts:
        """The known values of the subject, with those recorded after an enrolment."""
        return (self.would_be or self.verdict).facts

    @property
    def as_it_was(self) -> "Case":
        """The case with the answers that its verdict rests on: not those after an enrolment."""
        then = as_enrolled(self.screening)
        return self if then is None else Case(self.world, then, self.verdict)

    @property
    def next_question(self) -> Question | None:
        """The question that comes next, or None when everything has been asked."""
        verdict = self.would_be or self.verdict
        return next_question(verdict, self.screening.order, self.screening.skipped)

    @property
    def is_undecided(self) -> bool:
        """Whether a criterion fails and nobody has decided to stop, to continue or to enrol."""
        decided = self.screening.stopped or self.screening.continued
        return bool(self.verdict.failing) and not decided and self.would_be is None

    @property
    def is_over(self) -> bool:
        """Whether no question remains; a screening that continues after a failure is not over."""
        screening = self.screening
        if screening.voided or screening.stopped:
            return True
        return screening.is_finished and self.next_question is None

    def answered_by(self, actor: int) -> tuple[str, ...]:
        """Give the items whose present answers this person gave."""
        return tuple(i for i, each in self.screening.answers.items() if each.actor == actor)

    def recorded(self, item: str) -> JSON:
        """Give the answer to an item as the record holds it; None where there is none."""
        answer = self.screening.answers.get(item)
        return answer and answer.value

    def entry(self, kind: Kind, item: str | None = None, value: JSON = None) -> NewEntry:
        """Give an entry about this screening."""
        return NewEntry(
            kind,
            self.id.trial,
            screening=self.id,
            item=item,
            value=value,
            protocol_version=self.trial.version,
            protocol_hash=self.trial.fingerprint,
        )

    def changed(self, values: Values, *, corrects: bool = False) -> Values:
        """Give those of the answers that differ from the recorded ones, or renew one too old."""
        known = () if corrects else self.late.told_before(values)
        return {
            item: value
            for item, value in values.items()
            if item not in known
            if item in self.verdict.stale
            or not is_same(self.vocabulary[item], self.recorded(item), value.recorded)
        }

    def repeated(self, values: Values) -> Values:
        """Give numbers of another day, with their limits, and what renews an answer too old."""
        stale = self.verdict.stale
        repeats = [i for i, v in values.items() if i in stale or is_repeat(self.recorded(i), v)]
        limits = [self.vocabulary[item].uln for item in repeats]
        return {item: v for item, v in values.items() if item in (*repeats, *limits)}

    def recording(
        self, values: Values, reason: Reason | None, *, corrects: bool = False
    ) -> list[NewEntry]:
        """Give the entries for new and changed answers; the reason, if None, is new information.

        A number from another sample is no correction, unless the recorded day itself was wrong.
        That of an older one is answered again: a correction would count.
        """
        entries, repeated = [], {} if corrects else self.repeated(values)
        replaced = {} if corrects else self.late.replaced(values)
        for item, value in {**self.changed(values, corrects=corrects), **replaced}.items():
            kind, why = Kind.ANSWERED, None
            if item in replaced:
                why = reason or Reason.NEW_INFORMATION
            # undoing a mis-tap is recorded as a correction: an answer could be undone once more
            is_known = item in self.screening.answers or reason is Reason.MIS_TAP
            if is_known and item not in repeated:
                kind, why = Kind.CORRECTED, reason or Reason.NEW_INFORMATION
            entry = self.entry(kind, item, value.recorded)
            entries.append(replace(entry, reason=why, source=value.source))
        return entries

    def after(self, values: Values, *, corrects: bool = False) -> "Case":
        """Give the case once these answers are recorded; a number of a later sample is kept."""
        answers = dict(self.screening.answers)
        superseded = () if corrects else self.late.among(values)
        for item, value in self.changed(values, corrects=corrects).items():
            if item in superseded:
                continue
            answers.pop(item, None)
            if value.value is not None:
                told = replace(value, limit=None).recorded
                answers[item] = Answer(told, 0, self.world.now, self.world.actor)
        return self._as(replace(self.screening, answers=answers))

    def with_entries(self, entries: Iterable[NewEntry]) -> "Case | NotAssessed":
        """Give the case once these entries are recorded, by this person and now."""
        world, last = self.world, self.screening.last_seq
        role = world.member.role
        read = (
            Entry(seq, world.now, world.actor, role, "telegram", said)
            for seq, said in enumerate(entries, start=last + 1)
        )
        return make_case(world, fold(read, self.screening) or self.screening)

    def of_samples(self, values: Values) -> "Case":
        """Give the case as if older samples counted, to say what changes in those."""
        known = self.late.known(values)
        return self._as(replace(self.screening, answers={**self.screening.answers, **known}))

    def cleared(self) -> "Case":
        """Give the case as it will be once its answers are cleared."""
        return self._as(replace(self.screening, answers={}, skipped=frozenset()))

    def _as(self, screening: Screening) -> "Case":
        return Case(self.world, screening, *judged(self.world, self.trial, screening))

    def replaced(self, values: Values) -> Values:
        """Give the answers that would replace a known answer, so that each needs a reason."""
        answers, repeated = self.screening.answers, self.repeated(values)
        return self.late.replaced(values) | {
            item: value
            for item, value in self.changed(values).items()
            if item in answers and answers[item].value != "unknown" and item not in repeated
        }

    def needs_reason(self, values: Values) -> bool:
        """Whether one of the answers would replace a known answer."""
        return bool(self.replaced(values))


def make_case(world: World, screening: Screening) -> Case | NotAssessed:
    """Compute a case from its screening, under the screening's own protocol version.

    Carried answers whose origin has changed since count as not given.
    """
    screening = as_it_counts(world, screening)
    trial = _version(world, screening)
    if trial is None:
        return NotAssessed(screening, "version")
    try:
        return Case(world, screening, *judged(world, trial, screening))
    except FactsError:
        return NotAssessed(screening, "answers")


def first_case(world: World, id_: ScreeningId) -> Case:
    """Give the case of a screening that is opened now, under the present protocol version."""
    trial = world.trial
    screening = Screening(id_, world.now, trial.version, trial.fingerprint)
    return Case(world, screening, *judged(world, trial, screening))


def newer_version(case: Case) -> Protocol | None:
    """Give the present protocol version if the screening is under an earlier one."""
    present = case.world.trial
    is_under = case.trial.fingerprint == present.fingerprint
    return None if is_under or present.id != case.trial.id else present


def _version(world: World, screening: Screening) -> Protocol | None:
    present = world.trial
    under = (screening.id.trial, screening.protocol_version, screening.protocol_hash)
    if under == (present.id, present.version, present.fingerprint):
        return present
    return world.versions.of(*under)
