"""The funnel counts persons as CONSORT does: its numbers add up, and a sponsor reads no few."""

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.funnel import Funnel, funnel_of, persons
from ectrial.papers.funnel_sheet import Sheet, sheet_for_sponsor, sheet_of
from ectrial.papers.funnel_text import funnel_text
from ectrial.papers.log import LogRow
from ectrial.papers.others import LEAST, others
from ectrial.papers.outcomes import OUTCOMES
from ectrial.papers.sponsor import counting, for_sponsor
from ectrial.record.entries import Kind, Reason
from ectrial.wording.speech import speech
from tests.ectrial.papers.told import (
    APPROACHED,
    DECLINED,
    ELIGIBLE,
    ENROLLED,
    NO_PLACE,
    NOT_ELIGIBLE,
    OPEN,
    SIGNED,
    Told,
    log_of,
    of_person_in,
)

CRITERIA = ("INCL01", "INCL05", "EXCL02", "EXCL07")
WITHDRAWN = {"state": "withdrawn", "day": "2026-11-27", "version": None, "reason": None}
SHOWN = {"eligible": "Y", "not_eligible": "N", "undetermined": "PENDING"}


@st.composite
def a_row(draw: st.DrawFn, subject: str, episode: int) -> LogRow:
    eligible = draw(st.sampled_from(("Y", "N", "PENDING")))
    failing = st.lists(st.sampled_from(CRITERIA), unique=True).map(tuple)
    return LogRow(
        study_id="EC-1",
        site_id="site-1",
        screening_no=subject,
        episode_no=episode,
        eligible=eligible,
        ineligible_ietestcd=draw(failing) if eligible == "N" else (),
        unresolved_n=draw(st.sampled_from((None, 0, 2))),
        approached=draw(st.sampled_from(("Y", "N"))),
        consent=draw(
            st.sampled_from(("NOT_ASKED", "CHART_ONLY", "SIGNED", "DECLINED", "WITHDRAWN"))
        ),
        outcome=draw(st.sampled_from(OUTCOMES)),
        pi_confirmation=draw(st.sampled_from((None, "STANDS", "SUPERSEDED"))),
        record_head="07a1",
    )


@st.composite
def logs(draw: st.DrawFn) -> list[LogRow]:
    """Draw a log in which many subjects are screened again, in any order."""
    wanted = st.tuples(st.sampled_from("ABCDEFGHIJ"), st.integers(1, 3))
    return [draw(a_row(*each)) for each in draw(st.lists(wanted, unique=True, max_size=25))]


def counted(log: list[LogRow]) -> dict[str, Any]:
    """Count in the plainest way: of each subject the last row counts, its consent over all."""
    of_each = defaultdict(list)
    for row in log:
        if row.outcome != "VOIDED":
            of_each[row.screening_no].append(row)
    last = [
        max(rows, key=lambda row: (row.outcome == "ENROLLED", row.episode_no or 0))
        for rows in of_each.values()
    ]
    failed = [row.ineligible_ietestcd or ("",) for row in last if row.eligible == "N"]
    said = [said_last(rows) for rows in of_each.values()]
    ever = [{row.consent for row in rows} & {"SIGNED", "WITHDRAWN"} for rows in of_each.values()]
    return {
        "screened": len(last),
        **{name: sum(r.eligible == told for r in last) for name, told in SHOWN.items()},
        "consented": sum(map(bool, ever)),
        "withdrawn": said.count("WITHDRAWN"),
        "enrolled": sum(row.outcome == "ENROLLED" for row in last),
        "signed": sum(row.pi_confirmation == "STANDS" for row in last),
        "first": Counter(each[0] for each in failed),
        "anywhere": Counter(one for each in failed for one in each if one),
    }


def said_last(rows: list[LogRow]) -> str:
    said = [row for row in rows if row.consent != "NOT_ASKED"]
    return str(max(said, key=lambda row: row.episode_no or 0).consent) if said else "NOT_ASKED"


@given(logs())
def test_every_number_is_that_of_a_plain_count_of_persons(log: list[LogRow]) -> None:
    found = funnel_of(persons(log))

    assert {name: getattr(found, name) for name in counted(log)} == counted(log)
    assert found.screened == found.eligible + found.not_eligible + found.undetermined
    assert sum(found.first.values()) == found.not_eligible
    assert found.consented + found.declined <= found.approached
    assert found.enrolled <= found.approached
    assert found.eligible_approached <= min(found.eligible, found.approached)
    assert found.eligible == found.waiting + found.dropped + found.eligible_approached
    of_each = {row.screening_no for row in log if row.outcome != "VOIDED"}
    rows = [[r for r in log if r.screening_no == s and r.outcome != "VOIDED"] for s in of_each]
    standing = sum(said_last(each) == "SIGNED" for each in rows)
    assert found.consented - found.withdrawn - found.lapsed == standing
    assert all(number <= found.anywhere[each] for each, number in found.first.items() if each)


@st.composite
def larger_logs(draw: st.DrawFn) -> list[LogRow]:
    """Draw a log with so many subjects that some cells are told."""
    several = draw(st.lists(logs(), min_size=1, max_size=8))
    return [
        replace(row, screening_no=f"{n}{row.screening_no}")
        for n, each in enumerate(several)
        for row in each
    ]


@given(larger_logs())
def test_a_sponsor_reads_of_those_without_consent_no_number_below_five(log: list[LogRow]) -> None:
    standings = persons(counting(log, of_person_in(log)))
    without = sum(n for each, n in standings.items() if each.consent != "SIGNED")

    cells = others(standings)

    assert sum(cells.values()) == without
    assert without < LEAST or min(cells.values()) >= LEAST
    sheet = sheet_for_sponsor(standings, (), str, speech("en"))
    told = [line.count for line in sheet.lines]
    assert told == ["<5"] if 0 < without < LEAST else all(int(each) >= LEAST for each in told)
    assert sheet.steps[1].count == ("<5" if 0 < without < LEAST else str(without))
    assert not sheet.steps[0].count.startswith("0 +")


def cells_of_both(log: list[LogRow]) -> list[Counter[tuple[str, str]]]:
    """Give what a sponsor's log, and a sponsor's funnel, tell of all others: criterion, count."""
    of_person = of_person_in(log)
    funnel = sheet_for_sponsor(persons(counting(log, of_person)), (), str, speech("en"))
    counted = [row for row in for_sponsor(log, of_person) if not row.screening_no]
    return [
        Counter((row.first_failing_ietestcd, str(row.screenings_n)) for row in counted),
        Counter((line.id, line.count) for line in funnel.lines),
    ]


@given(larger_logs())
def test_nothing_can_be_had_by_subtracting_a_sponsors_log_from_the_funnel(
    log: list[LogRow],
) -> None:
    of_log, of_funnel = cells_of_both(log)

    # the very same cells: whatever is added up and subtracted is a union of whole ones
    assert of_log == of_funnel


def steps_of(log: list[LogRow]) -> list[str]:
    counted = persons(counting(log, of_person_in(log)))
    sheet = sheet_for_sponsor(counted, (), str, speech("en"), counts_others=False)
    return [f"{each.label}: {each.count}" for each in sheet.steps]


@given(larger_logs())
def test_a_sponsors_log_alone_gives_every_number_about_those_with_consent(
    log: list[LogRow],
) -> None:
    shown = [row for row in for_sponsor(log, of_person_in(log)) if row.screening_no]

    assert steps_of(shown) == steps_of(log)


def test_a_screening_without_consent_moves_no_number_about_its_subject() -> None:
    log = log_of(Told("S-208").judged(NOT_ELIGIBLE).tells(Kind.CONSENT, SIGNED), Told("S-208", 2))

    assert {"Consent signed: 1", "Not eligible: 1", "Undetermined: 0"} <= {*steps_of(log)}


def test_a_sponsors_log_merges_the_failed_of_a_criterion_as_the_funnel_does() -> None:
    one, few = {**NOT_ELIGIBLE, "failing": ["INCL01"]}, {**NOT_ELIGIBLE, "failing": ["INCL06B"]}
    told = [Told(f"A-{n}").judged(one) for n in range(10)]
    told += [Told(f"B-{n}").judged(few) for n in range(2)]
    told += [Told(f"C-{n}") for n in range(29)]
    told += [Told(f"D-{n}").tells(Kind.CONSENT, DECLINED) for n in range(5)]
    # screened twice, and counted once, by the latest
    told += [Told("C-0", 2), Told("A-0", 2).judged(one)]

    of_log, of_funnel = cells_of_both(log_of(*told))

    assert of_log == of_funnel == Counter([("INCL01", "10"), ("", "29"), ("", "7")])


def test_a_sponsor_reads_of_a_period_only_those_with_signed_consent() -> None:
    signed = Told("S-1").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    failed = [Told(f"F-{n}").judged(NOT_ELIGIBLE) for n in range(9)]

    found = sheet_for_sponsor(
        persons(log_of(signed, *failed)), (), str, speech("en"), counts_others=False
    )

    assert (found.steps[0].label, found.steps[0].count, found.lines) == ("Consent signed", "1", ())


def funnel(*told: Told) -> Funnel:
    return funnel_of(persons(log_of(*told)))


def test_a_subject_counts_once_by_the_screening_that_stands_last() -> None:
    failed = Told("S-1").judged(NOT_ELIGIBLE)
    again = Told("S-1", 2).judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    mistaken = Told("S-1", 3).tells(Kind.VOIDED, reason=Reason.DUPLICATE)

    both, of_first = funnel(failed, again, mistaken), funnel(failed)

    assert (both.screened, both.eligible, both.not_eligible, both.consented) == (1, 1, 0, 1)
    assert (of_first.screened, of_first.not_eligible, of_first.first) == (1, 1, {"INCL05": 1})


def test_who_is_enrolled_stays_so_whatever_is_opened_later() -> None:
    enrolled = Told("S-1").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    enrolled.tells(Kind.PARTICIPATION, ENROLLED, text="01-0312")

    found = funnel(enrolled, Told("S-1", 2))

    assert (found.screened, found.enrolled, found.undetermined) == (1, 1, 0)


def test_who_signed_for_an_earlier_screening_has_signed() -> None:
    failed = Told("S-1").judged(NOT_ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    declined = (
        Told("S-2").tells(Kind.CONSENT, SIGNED),
        Told("S-2", 2).tells(Kind.CONSENT, DECLINED),
    )
    asked = Told("S-3").tells(Kind.CONSENT, DECLINED)

    found = sheet(failed, Told("S-1", 2), *declined, asked, Told("S-3", 2))

    assert [each for each in lines(found) if "igned" in each or "eclined" in each] == [
        "– Declined: 1",
        "Consent signed: 2",
        "– Signed earlier, stands no more: 1",
        "Verdict signed by investigator: 0",
    ]
    assert "Approached: 3 (of these eligible: 0)" in lines(found)


def test_who_withdrew_has_consented_and_did_not_decline() -> None:
    withdrew = Told("S-1").tells(Kind.CONSENT, SIGNED).tells(Kind.CONSENT, WITHDRAWN)
    declined = Told("S-2").judged(ELIGIBLE).tells(Kind.CONSENT, DECLINED)
    asked = Told("S-3").judged(OPEN).tells(Kind.PARTICIPATION, APPROACHED)

    found = funnel(withdrew, declined, asked)

    assert (found.consented, found.withdrawn, found.declined) == (1, 1, 1)
    assert (found.approached, found.eligible_approached) == (3, 1)


def test_who_declined_and_signed_counts_once_by_what_was_said_last() -> None:
    declined = {**NO_PLACE, "why": "declined"}
    came_round = Told("S-1").judged(ELIGIBLE).tells(Kind.PARTICIPATION, declined)
    came_round.tells(Kind.CONSENT, SIGNED)
    left = Told("S-2").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    left.tells(Kind.PARTICIPATION, declined)
    again = (Told("S-3").tells(Kind.CONSENT, DECLINED), Told("S-3", 2).tells(Kind.CONSENT, SIGNED))

    found = funnel(came_round, left, *again)

    assert (found.approached, found.declined, found.consented, found.other) == (3, 0, 3, 1)
    assert (came_round.row.outcome, left.row.outcome) == ("IN_SCREENING", "DECLINED")
    assert (came_round.row.not_enrolled_reason, left.row.not_enrolled_reason) == ("", "declined")
    for each in (sheet(left), sheet_for_sponsor(persons(log_of(left)), (), str, speech("en"))):
        assert "– Not enrolled, other reason: 1" in lines(each)
        assert "– Declined: 1" not in lines(each)


def test_nothing_found_against_by_an_incomplete_list_is_undetermined_and_said() -> None:
    clear = {"verdict": "undetermined", "failing": [], "unresolved": []}

    found = sheet(Told("S-1").judged(clear), Told("S-2").judged(OPEN), Told("S-3"))

    assert found.steps[2].count == "3"
    assert found.steps[2].note == "nothing against, list incomplete: 1"
    assert "– Undetermined: 3 (nothing against, list incomplete: 1)" in lines(found)


def test_who_is_not_enrolled_for_a_reason_stands_once_and_waits_for_nothing() -> None:
    ill = {**NO_PLACE, "why": "health"}
    doubted = {**NO_PLACE, "why": "not_eligible"}
    known = Told("S-1").judged(ELIGIBLE).tells(Kind.PARTICIPATION, ill)
    unlike = Told("S-2").judged(ELIGIBLE).tells(Kind.PARTICIPATION, doubted)
    asked = Told("S-3").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    asked.tells(Kind.PARTICIPATION, ill)
    open_ = Told("S-4").judged(OPEN).tells(Kind.PARTICIPATION, ill)

    found = lines(sheet(known, unlike, asked, open_, Told("S-5").judged(ELIGIBLE)))

    assert found[3:-3] == [
        "Persons screened: 5",
        "– Not eligible: 0",
        "– Undetermined: 1 (not enrolled, not approached: 1)",
        "Eligible: 4",
        "– Not approached yet: 1",
        "– Not enrolled, not approached: 2",
        "Approached: 1",
        "– Declined: 0",
        "Consent signed: 1",
        "– Not enrolled, other reason: 1",
        "Enrolled: 0",
        "Verdict signed by investigator: 0",
    ]


def test_a_verdict_over_parts_counts_once_and_the_enrolled_by_part() -> None:
    one_part = {**ELIGIBLE, "failing": [], "parts": {"A": "eligible", "B": "not_eligible"}}
    neither = {**NOT_ELIGIBLE, "parts": {"A": "not_eligible", "B": "not_eligible"}}
    entered = Told("S-1").judged(one_part).tells(Kind.CONSENT, SIGNED)
    entered.tells(Kind.PARTICIPATION, {**ENROLLED, "part": "A"}, text="01-0312")

    found = sheet(entered, Told("S-2").judged(one_part), Told("S-3").judged(neither))

    assert (
        "Persons screened: 3 · – Not eligible: 1 · – Undetermined: 0 · Eligible: 2"
        in " · ".join(lines(found))
    )
    assert "Enrolled: 1 (A: 1)" in lines(found)


def sheet(*told: Told, language: Any = "en") -> Sheet:
    about = ("EC-1 · site-1",)
    return sheet_of(persons(log_of(*told)), about, lambda each: f"={each}", speech(language))


def lines(of: Sheet) -> list[str]:
    return list(funnel_text(of, speech("en")))


def test_the_text_tells_each_step_and_each_criterion() -> None:
    failed = [Told(f"F-{n}").judged(NOT_ELIGIBLE) for n in range(3)]
    shown = Told("S-014").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)

    assert lines(sheet(*failed, shown))[3:-3] == [
        "Persons screened: 4",
        "– Not eligible: 3",
        "– Undetermined: 0",
        "Eligible: 1",
        "– Not approached yet: 0",
        "Approached: 1",
        "– Declined: 0",
        "Consent signed: 1",
        "Enrolled: 0",
        "Verdict signed by investigator: 0",
        "",
        "Why not eligible: first reason (any)",
        "3 (3) · INCL05 · =INCL05",
        "0 (3) · EXCL02 · =EXCL02",
    ]


def test_a_row_of_many_screenings_is_no_person() -> None:
    row = LogRow(study_id="EC-1", site_id="s", outcome="MERGED", record_head="", screenings_n=9)

    with pytest.raises(ValueError, match="many"):
        persons([row])
