"""The funnel in words: one sheet, from which the picture is drawn and the text is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ectrial.papers.funnel import Funnel, funnel_of
from ectrial.papers.others import FAILED, LEAST, MERGED, Standings, others, with_consent
from ectrial.wording.speech import Say, marked

Titles = Callable[[str], str]
"""Gives the words of a criterion by its id; empty if nobody knows them."""


@dataclass(frozen=True, slots=True)
class Step:
    """How many came so far, how many left the way there, or what else is true of some."""

    label: str
    count: str
    kind: Literal["way", "aside", "beside"] = "way"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is counted, in short and in words, and by how many.

    `anywhere` counts those of whom it is true beside another reason. `size` is what a bar shows.
    """

    id: str
    words: str
    count: str
    anywhere: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The funnel from top to bottom."""

    title: str
    about: tuple[str, ...]
    steps: tuple[Step, ...]
    table: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]


OTHERS: Mapping[str, str] = {
    "DECLINED": marked("declined, or withdrew consent"),
    "NOT_APPROACHED": marked("eligible, not approached yet"),
    "IN_SCREENING": marked("in screening"),
    "OTHER": marked("not enrolled for another reason"),
    "ENROLLED": marked("enrolled, consent withdrawn"),
    MERGED: marked("groups merged, so that none below 5 shows"),
}
"""What came of persons without signed consent, for a sponsor."""


def sheet_of(standings: Standings, about: tuple[str, ...], titles: Titles, say: Say) -> Sheet:
    """Give the sheet for the site: every number as it is."""
    funnel = funnel_of(standings)
    return Sheet(
        say("Screening funnel"),
        about,
        (*_judged(funnel, say), *_followed(funnel, say)),
        say("Why not eligible: first reason (any)") if funnel.not_eligible else "",
        tuple(_reasons(funnel, titles, say)),
        _notes(say),
    )


def sheet_for_sponsor(
    standings: Standings,
    about: tuple[str, ...],
    titles: Titles,
    say: Say,
    *,
    counts_others: bool = True,
) -> Sheet:
    """Give the sheet for a sponsor: the way of those with signed consent, all others merged.

    `counts_others` as `sponsor.may_count_others` says.
    """
    funnel = funnel_of(with_consent(standings))
    rest = others(standings) if counts_others else {}
    return Sheet(
        say("Screening funnel"),
        about,
        (
            *(_screened(funnel, sum(rest.values()), say) if counts_others else ()),
            Step(say("Consent signed"), str(funnel.screened)),
            *_judged(funnel, say)[1:],
            *_ended(funnel, say),
        ),
        say("Without signed consent: what came of them") if rest else "",
        tuple(_of_others(rest, titles, say)),
        (say("Fewer than 5 are merged with others."), *_notes(say)),
    )


def _screened(funnel: Funnel, rest: int, say: Say) -> tuple[Step, ...]:
    """Give how many were screened, and how many of them the sponsor does not know."""
    is_few = 0 < rest < LEAST
    few = "<5" if is_few else str(rest)
    whole = f"{funnel.screened} + {few}" if is_few else str(funnel.screened + rest)
    if is_few and not funnel.screened:
        whole = few
    return (
        Step(say("Persons screened"), whole),
        Step(say("Without signed consent"), few, kind="aside"),
    )


def _judged(funnel: Funnel, say: Say) -> tuple[Step, ...]:
    """Give who was screened, and the three verdicts, which add up to them."""
    beside = (
        (funnel.unopposed, say("nothing against, list incomplete: {n}", n=funnel.unopposed)),
        (funnel.open_dropped, say("not enrolled, not approached: {n}", n=funnel.open_dropped)),
    )
    return (
        Step(say("Persons screened"), str(funnel.screened)),
        Step(say("Not eligible"), str(funnel.not_eligible), kind="aside"),
        Step(
            say("Undetermined"),
            str(funnel.undetermined),
            kind="aside",
            note=" · ".join(told for number, told in beside if number),
        ),
        Step(say("Eligible"), str(funnel.eligible)),
    )


def _followed(funnel: Funnel, say: Say) -> Iterator[Step]:
    yield Step(say("Not approached yet"), str(funnel.waiting), kind="aside")
    if funnel.dropped:
        yield Step(say("Not enrolled, not approached"), str(funnel.dropped), kind="aside")
    of_these = say("of these eligible: {n}", n=funnel.eligible_approached)
    is_other = funnel.approached != funnel.eligible_approached
    yield Step(say("Approached"), str(funnel.approached), note=of_these if is_other else "")
    yield Step(say("Declined"), str(funnel.declined), kind="aside")
    yield Step(say("Consent signed"), str(funnel.consented))
    if funnel.withdrawn:
        yield Step(say("Consent withdrawn"), str(funnel.withdrawn), kind="aside")
    if funnel.lapsed:
        yield Step(say("Signed earlier, stands no more"), str(funnel.lapsed), kind="aside")
    yield from _ended(funnel, say)


def _ended(funnel: Funnel, say: Say) -> Iterator[Step]:
    if funnel.other:
        label = say("Not enrolled, other reason")
        yield Step(label, str(funnel.other), kind="aside")
    parts = " · ".join(f"{part}: {number}" for part, number in sorted(funnel.parts.items()))
    yield Step(say("Enrolled"), str(funnel.enrolled), note=parts)
    yield Step(say("Verdict signed by investigator"), str(funnel.signed), kind="beside")


def _reasons(funnel: Funnel, titles: Titles, say: Say) -> Iterator[Line]:
    """Give each criterion that failed, the most frequent first."""
    found = {*funnel.first, *funnel.anywhere}
    for each in sorted(found, key=lambda id_: (-funnel.first[id_], -funnel.anywhere[id_], id_)):
        first, any_ = funnel.first[each], funnel.anywhere[each]
        words = titles(each) if each else say("no criterion was noted")
        yield Line(each, words, str(first), str(any_) if each else "", first)


def _of_others(rest: Mapping[str, int], titles: Titles, say: Say) -> Iterator[Line]:
    for cell, number in sorted(rest.items(), key=lambda each: (each[0] == MERGED, -each[1], each)):
        # nor does the bar tell how many these are
        count, size = (str(number), number) if number >= LEAST else ("<5", 0)
        if cell.startswith(FAILED):
            criterion = cell.removeprefix(FAILED)
            words = titles(criterion) if criterion else say("not eligible")
            yield Line(criterion, words, count, size=size)
        else:
            yield Line("", say(OTHERS[cell]), count, size=size)


def _notes(say: Say) -> tuple[str, ...]:
    return (
        say("Each subject counts once: the latest screening. Voided ones do not count."),
        say("Pre-screen only: the investigator confirms."),
    )
