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
from conversations.recording import follow
from conversations.sources import sourced
from conversations.subjects import last_screening
from conversations.turn import World
from ectrial.given import Given, given
from ectrial.imports.faults import Fault, NewSubject
from ectrial.imports.fhir_labs import Lab
from ectrial.record.entries import NewEntry
from ectrial.wording.speech import speech


class NotTakenError(ValueError):
    """The labs of a subject cannot be recorded; `faults` say which and why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


def with_labs(world: World, code: str, labs: Sequence[Lab]) -> Opened | None:
    """Give what is recorded of a subject's labs, earlier samples first; None if all are known.

    NotTakenError where a screening is not open to it, or another value of that sample is recorded.
    """
    first = case = _case(world, code, labs[0].where)
    entries: list[NewEntry] = []
    for _, of_day in groupby(sorted(labs, key=_day), key=_day):
        said = _recording(case, list(of_day))
        entries += said
        case = _after(case, said)
    if not entries:
        return None
    here = Here(speech(world.language), world, Focus(), first)
    turn = with_queries_settled(world, follow(here, first, case, entries, ()))
    named = " and ".join(item.id for item in conflicts(first, case))
    rare = (Fault(code, f"contradict each other: {named}"),) if named else ()
    subject = NewSubject(code, {}, labs[0].where)
    return Opened(subject, turn.entries, case, rare, first.screening.last_seq)


def _case(world: World, code: str, where: str) -> Case:
    screening = last_screening(world, code)
    if screening is None:
        raise NotTakenError(Fault(where, f"{code} is not on file"))
    case = make_case(world, screening)
    if not isinstance(case, Case) or screening.voided:
        raise NotTakenError(Fault(where, f"the screening of {code} takes no answers"))
    return case


def _day(lab: Lab) -> date:
    return lab.day or date.min


def _recording(case: Case, labs: Sequence[Lab]) -> list[NewEntry]:
    """Give the entries of the labs of one day, with where they were seen."""
    values: dict[str, Given] = {lab.item: given(lab.recorded) for lab in labs}
    later = case.superseded(values)
    for lab in labs:
        limit = case.vocabulary[lab.item].uln
        if limit and lab.limit is not None and lab.item not in later:
            values[limit] = given(lab.limit)
    if replaced := case.replaced(values):
        what = "another value is recorded: change it in the chat, with the reason"
        where = {lab.item: lab.where for lab in labs}
        raise NotTakenError(
            *(Fault(where.get(i, labs[0].where), f"{i}: {what}") for i in replaced)
        )
    entries = case.recording(values, None)
    seen = [each.item for each in entries if each.item and each.item not in later]
    return [*entries, *([sourced(case, "lab_report", seen)] if seen else [])]


def _after(case: Case, entries: Iterable[NewEntry]) -> Case:
    after = case.with_entries(entries)
    if not isinstance(after, Case):
        raise NotTakenError(Fault(case.id.subject, "could not be assessed any more"))
    return after
