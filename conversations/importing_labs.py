"""What is recorded of labs that another program gives, as if read in a pasted report."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from conversations.case import Case, make_case
from conversations.closing import with_queries_settled
from conversations.conflicts import conflicts
from conversations.focus import Focus
from conversations.here import Here
from conversations.importing import Opened
from conversations.recording import follow, verdict_given
from conversations.sources import sourced
from conversations.turn import World
from ectrial.given import Given, given
from ectrial.imports.faults import Fault, NewSubject
from ectrial.imports.fhir_labs import Lab, differing
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.screenings import Screening
from ectrial.wording.speech import speech


class NotTakenError(ValueError):
    """The labs of a subject cannot be recorded; `faults` say which and why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


def screening_for(world: World, lab: Lab) -> Screening:
    """Give the screening that a lab is of; where it names none, the last of its subject.

    NotTakenError if there is none such, or if one of ours does not say which of several it is.
    """
    episodes = world.records.episodes(world.trial.id, lab.code)
    if not episodes:
        raise NotTakenError(Fault(lab.where, f"{lab.code} is not on file"))
    if lab.episode is None:
        if lab.is_ours and len(episodes) > 1:
            what = "was written by this program and does not say of which screening it is"
            raise NotTakenError(Fault(lab.where, f"{lab.item} of {lab.code} {what}"))
        return episodes[-1]
    for each in episodes:
        if each.id.episode == lab.episode:
            return each
    raise NotTakenError(Fault(lab.where, f"{lab.code} has no screening {lab.episode} on file"))


def with_labs(world: World, screening: Screening, labs: Sequence[Lab]) -> Opened | None:
    """Give what is recorded of a screening's labs, earlier samples first; None if all are known.

    NotTakenError where it is not open to it, or another value of that sample is recorded.
    """
    if faults := [*differing(labs)]:
        raise NotTakenError(*faults)
    first = case = _case(world, screening, labs[0].where)
    entries: list[NewEntry] = []
    for _, of_day in groupby(sorted(labs, key=_day), key=_day):
        said = _recording(case, list(of_day))
        entries += said
        case = _after(case, said)
    if not entries:
        return None
    here = Here(speech(world.language), world, Focus(), first)
    turn = with_queries_settled(world, follow(here, first, case, entries, ()))
    recorded = turn.entries
    is_told = any(each.kind is Kind.VERDICT_GIVEN for each in recorded)
    if case.verdict.outcome != "undetermined" and not is_told:
        # a first failure counts at once, as nobody is asked whether to stop
        recorded = (*recorded, *verdict_given(first, case, is_finished=True))
    named = " and ".join(item.id for item in conflicts(first, case))
    code, episode = case.id.subject, case.id.episode
    rare = (Fault(code, f"contradict each other: {named}"),) if named else ()
    subject = NewSubject(code, {}, labs[0].where, episode)
    return Opened(subject, recorded, case, rare, first.screening.last_seq)


def _case(world: World, screening: Screening, where: str) -> Case:
    case = make_case(world, screening)
    if not isinstance(case, Case) or screening.voided:
        raise NotTakenError(Fault(where, f"the screening {screening.id.name} takes no answers"))
    return case


def _day(lab: Lab) -> date:
    return lab.day or date.min


def _recording(case: Case, labs: Sequence[Lab]) -> list[NewEntry]:
    """Give the entries of the labs of one day, with where they were seen."""
    values = case.late.with_own_limits(_told(case, labs))
    later = case.late.among(values)
    if replaced := case.replaced(values):
        what = "another value is recorded: change it in the chat, with the reason"
        where = {lab.item: lab.where for lab in labs}
        raise NotTakenError(
            *(Fault(where.get(i, labs[0].where), f"{i}: {what}") for i in replaced)
        )
    entries = case.recording(values, None)
    seen = [each.item for each in entries if each.item and each.item not in later]
    return [*entries, *([sourced(case, "lab_report", seen)] if seen else [])]


def _told(case: Case, labs: Sequence[Lab]) -> dict[str, Given]:
    """Give what the labs of one day say, each number and limit once, in whatever order."""
    told: dict[str, tuple[Given, Lab]] = {}
    for lab in labs:
        limit = case.vocabulary[lab.item].uln
        said = {lab.item: given(lab.recorded)}
        if limit and lab.limit is not None:
            said[limit] = given(lab.limit)
        for item, value in said.items():
            first, by = told.setdefault(item, (value, lab))
            if first != value:
                what = f"{item} of {lab.code} differs from {by.where}"
                raise NotTakenError(Fault(lab.where, what))
    return {item: value for item, (value, _) in sorted(told.items())}


def _after(case: Case, entries: Iterable[NewEntry]) -> Case:
    after = case.with_entries(entries)
    if not isinstance(after, Case):
        raise NotTakenError(Fault(case.id.subject, "could not be assessed any more"))
    return after
