"""The screening log tells of each screening what the record says, and of no patient who it is."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.log import COLUMNS, LogRow, cells_of, text_of
from ectrial.papers.log_formats import log_csv, log_json
from ectrial.papers.others import LEAST, merged
from ectrial.papers.outcomes import Outcome
from ectrial.papers.sponsor import for_sponsor
from ectrial.record.entries import Kind, Reason
from ectrial.record.repeats import Repeat
from tests.ectrial.papers.judges import judge_csv, judge_json
from tests.ectrial.papers.told import (
    APPROACHED,
    CHART_ONLY,
    DECLINED,
    ELIGIBLE,
    ENROLLED,
    HEAD,
    NO_PLACE,
    NOT_ELIGIBLE,
    OPEN,
    QUERY,
    SIGNED,
    Told,
    log_of,
    of_person_in,
    rows,
)


def test_a_row_tells_what_was_recorded_with_version_hash_and_head() -> None:
    told = Told().tells(Kind.ANSWERED, {"value": 58}, item="age")
    told.tells(Kind.ANSWERED, "male", item="sex").judged(ELIGIBLE)
    told.tells(Kind.CONSENT, SIGNED).tells(Kind.PARTICIPATION, APPROACHED)
    signed = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}
    told.tells(Kind.SIGNED, signed, by=9, text="Li Na")
    row = told.tells(Kind.PARTICIPATION, ENROLLED, text="01-0312").row

    texts = {name: text_of(cell) for name, cell in zip(COLUMNS, cells_of(row), strict=True)}

    assert {name: text for name, text in texts.items() if text} == {
        "study_id": "EC-1",
        "site_id": "site-1",
        "screening_no": "S-014",
        "episode_no": "1",
        "date_screened": "2026-11-23",
        "criteria_version": "2",
        "criteria_hash": "ab",
        "consent": "SIGNED",
        "consent_date": "2026-11-24",
        "consent_version": "3.1",
        "age_years": "58",
        "sex": "M",
        "eligible": "Y",
        "verdict_on": "2026-11-24",
        "unresolved_n": "0",
        "approached": "Y",
        "approached_on": "2026-11-25",
        "outcome": "ENROLLED",
        "outcome_on": "2026-11-26",
        "enrolled_on": "2026-11-26",
        "enrolment_no": "01-0312",
        "eligible_at_enrolment": "Y",
        "pi_confirmation": "STANDS",
        "screened_by": "陈护士 (coordinator)",
        "pi_confirmed_by": "Li Na (coordinator)",
        "pi_confirmed_at": "2026-11-23T18:10:00+08:00",
        "verdict_hash": "cd",
        "record_head": HEAD,
        "screenings_n": "1",
    }


def test_the_first_failing_criterion_stands_beside_all_that_fail() -> None:
    row = Told().judged(NOT_ELIGIBLE).row

    assert row.first_failing_ietestcd == "INCL05"
    assert row.ineligible_ietestcd == ("INCL05", "EXCL02")
    assert row.ineligible_reason_text == ("=INCL05: 既往放疗", "=EXCL02: 既往放疗")
    assert (row.eligible, str(row.verdict_on)) == ("N", "2026-11-23")


def test_a_re_screening_is_linked_to_what_it_repeats() -> None:
    of_first = Repeat(1, 1, log_of(Told())[0].date_screened, ("INCL05",), 1)  # type: ignore[arg-type]
    again = Told(episode=3).tells(Kind.RESCREENED, of_first.value)

    assert again.row.rescreen_of == "S-014/1"
    assert Told(episode=2).row.rescreen_of == "S-014/1"
    assert Told().row.rescreen_of == ""


SIGNATURE = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}


def signed() -> Told:
    return Told().judged(ELIGIBLE).tells(Kind.SIGNED, SIGNATURE, by=9, text="Li Na")


@pytest.mark.parametrize(
    ("told", "confirmation"),
    [
        (signed(), "STANDS"),
        (signed().tells(Kind.QUERY_OPENED, QUERY, item="hiv"), "STANDS"),
        (signed().tells(Kind.PARTICIPATION, ENROLLED).tells(Kind.ANSWERED, 3, item="x"), "STANDS"),
        (signed().tells(Kind.CORRECTED, "positive", item="hiv"), "SUPERSEDED"),
        (signed().judged(NOT_ELIGIBLE), "SUPERSEDED"),
        (signed().tells(Kind.CLEARED), "SUPERSEDED"),
        (signed().tells(Kind.CLEARED).tells(Kind.RESTORED), "STANDS"),
        (signed().tells(Kind.CONSENT, DECLINED), "SUPERSEDED"),
        (Told().judged(ELIGIBLE), None),
    ],
)
def test_a_signature_stands_until_what_it_signed_changes(
    told: Told, confirmation: str | None
) -> None:
    row = told.row

    assert row.pi_confirmation == confirmation
    assert row.verdict_hash == ("cd" if confirmation == "STANDS" else "")


def test_why_nobody_was_approached_is_told_apart_from_why_not_enrolled() -> None:
    asked = Told().tells(Kind.CONSENT, SIGNED).tells(Kind.PARTICIPATION, NO_PLACE).row
    never = Told().tells(Kind.CONSENT, CHART_ONLY).tells(Kind.PARTICIPATION, NO_PLACE).row

    assert (asked.approached, asked.not_approached_reason) == ("Y", "")
    assert (never.approached, never.not_approached_reason) == ("N", "no_place")
    assert {asked.not_enrolled_reason, never.not_enrolled_reason} == {"no_place"}


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (Told(), "IN_SCREENING"),
        (Told().judged(OPEN), "IN_SCREENING"),
        (Told().judged(ELIGIBLE), "NOT_APPROACHED"),
        (Told().judged(ELIGIBLE).tells(Kind.PARTICIPATION, APPROACHED), "IN_SCREENING"),
        (Told().judged(ELIGIBLE).tells(Kind.CONSENT, CHART_ONLY), "NOT_APPROACHED"),
        (Told().judged(ELIGIBLE).tells(Kind.CONSENT, DECLINED), "DECLINED"),
        (Told().judged(ELIGIBLE).tells(Kind.PARTICIPATION, NO_PLACE), "OTHER"),
        (Told().judged(NOT_ELIGIBLE), "SCREEN_FAILURE"),
        (Told().judged(NOT_ELIGIBLE).tells(Kind.CLEARED), "IN_SCREENING"),
        (Told().judged(ELIGIBLE).tells(Kind.VOIDED, reason=Reason.DUPLICATE), "VOIDED"),
        # enrolled in error: the fact stands, whatever the verdict says
        (Told().judged(NOT_ELIGIBLE).tells(Kind.PARTICIPATION, ENROLLED), "ENROLLED"),
    ],
)
def test_the_outcome_is_what_decided_last(told: Told, outcome: Outcome) -> None:
    assert told.row.outcome == outcome


@given(st.lists(rows(), max_size=6))
def test_csv_and_json_read_back_are_the_projection(log: list[LogRow]) -> None:
    judge_csv(b"".join(log_csv(log)), log)
    judge_json(b"".join(log_json(log)), log)


LOG = log_of(Told("S-001").judged(NOT_ELIGIBLE), Told("S-002"))
CSV, JSON = b"".join(log_csv(LOG)), b"".join(log_json(LOG))


@pytest.mark.parametrize(
    ("judge", "faulty"),
    [
        (judge_csv, CSV.removeprefix(b"\xef\xbb\xbf")),
        (judge_csv, CSV.replace(b"'=INCL05", b"=INCL05")),
        (judge_csv, CSV.replace(b"S-002", b"S-003")),
        (judge_csv, CSV.rsplit(b"\r\n", 2)[0]),
        (judge_csv, CSV.replace("既往".encode(), "既往".encode("gb18030"))),
        (judge_json, JSON.removesuffix(b"]\n")),
        (judge_json, JSON.replace(b'"sex"', b'"gender"')),
        (judge_json, JSON.replace(b"2026-11-23", b"2026-11-24")),
    ],
)
def test_each_judge_complains_of_a_seeded_fault(
    judge: Callable[[bytes, list[LogRow]], None], faulty: bytes
) -> None:
    judge_csv(CSV, LOG)
    judge_json(JSON, LOG)

    with pytest.raises((AssertionError, ValueError)):
        judge(faulty, LOG)


def test_a_sponsor_sees_signed_consent_and_merged_counts_of_all_others() -> None:
    failed = [Told(f"F-{n}").judged(NOT_ELIGIBLE) for n in range(7)]
    declined = [Told(f"D-{n}").tells(Kind.CONSENT, DECLINED) for n in range(2)]
    voided = Told("V-1").tells(Kind.VOIDED, reason=Reason.DUPLICATE)
    shown = Told("S-014").judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED)
    log = log_of(*failed, voided, shown, *declined, Told("O-1"), Told("O-2"), Told("O-3"))

    first, *counted = for_sponsor(log, of_person_in(log))

    assert first.screening_no == "S-014"
    assert [(each.outcome, each.screenings_n) for each in counted] == [
        ("SCREEN_FAILURE", 7),
        ("MERGED", 5),
    ]
    assert {each.screening_no for each in counted} == {""}
    assert [*for_sponsor(log, of_person_in(log), counts_others=False)] == [first]
    few = log_of(*declined)
    assert [each.screenings_n for each in for_sponsor(few, of_person_in(few))] == ["<5"]


def test_a_sponsor_is_not_told_which_screening_is_repeated() -> None:
    log = log_of(Told().judged(NOT_ELIGIBLE), Told(episode=2).tells(Kind.CONSENT, SIGNED))

    (shown,) = for_sponsor(log, of_person_in(log))

    assert (log[1].rescreen_of, shown.episode_no, shown.rescreen_of) == ("S-014/1", 2, "")


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12)))
def test_merged_counts_lose_nobody_and_single_out_nobody(cells: dict[str, int]) -> None:
    found = merged(cells)

    assert sum(found.values()) == sum(Counter(cells).values())
    assert sum(count < LEAST for count in found.values() if count) <= 1
    if any(0 < count < LEAST for count in found.values()):
        assert sum(cells.values()) < LEAST
