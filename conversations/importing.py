"""What is recorded of subjects that a site brings along: as the dialogue would, without asking."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from conversations.case import Case, first_case
from conversations.conflicts import conflicts
from conversations.recording import verdict_given
from conversations.sources import sourced
from conversations.subjects import first_of
from conversations.turn import World
from ectrial.given import all_given
from ectrial.imports.faults import Fault, NewSubject
from ectrial.record.entries import Kind, NewEntry


@dataclass(frozen=True, slots=True)
class Opened:
    """A screening that an import opens: its entries, and the case once they are recorded."""

    subject: NewSubject
    entries: tuple[NewEntry, ...]
    case: Case
    rare: tuple[Fault, ...] = ()
    goes_on_after: int = 0
    """The last entry of a screening that was there before; 0 where it is opened by this."""

    @property
    def outcome(self) -> str:
        """The verdict in one word."""
        return self.case.verdict.outcome


def opened(world: World, subject: NewSubject) -> Opened:
    """Give what is recorded of a subject: the opening, its answers, and a verdict if there is one.

    A verdict is given where it is definite, or nothing is left to ask.
    """
    world = replace(world, trial=subject.under) if subject.under else world
    id_ = first_of(world, subject.code).in_episode(subject.episode)
    before = first_case(world, id_)
    after = before.after(all_given(subject.answers))
    given = subject.answers.items()
    entries = [before.entry(Kind.OPENED)]
    entries += [before.entry(Kind.ANSWERED, item, value) for item, value in given]
    if subject.answers:
        entries.append(sourced(before, "import", subject.answers))
    is_definite = after.verdict.outcome != "undetermined"
    is_finished = is_definite or after.next_question is None
    entries += verdict_given(before, after, is_finished=is_finished)
    clashing = conflicts(before, after)
    named = " and ".join(item.id for item in clashing)
    rare = (Fault(subject.where, f"contradict each other: {named}"),) if clashing else ()
    return Opened(subject, tuple(entries), after, rare)


def on_file(world: World, subjects: Iterable[NewSubject]) -> tuple[Fault, ...]:
    """Tell the subjects that have a screening already."""
    what = "is on file already: it is not written over"
    records, trial = world.records, world.trial.id
    return tuple(
        Fault(each.where, f"{each.code} {what}")
        for each in subjects
        if records.episodes(trial, each.code)
    )


def alike(world: World, subjects: Iterable[NewSubject]) -> tuple[Fault, ...]:
    """Tell new codes that are easily taken for one on file."""
    records, trial = world.records, world.trial.id
    return tuple(
        Fault(each.where, f"{each.code} is much like {others[0]}, which is on file")
        for each in subjects
        if (others := records.alike(trial, each.code))
    )
