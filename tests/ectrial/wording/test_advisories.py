"""Every advisory and reading: what sets it off, and that it changes no verdict."""

from datetime import date
from typing import Any

import pytest

from ectrial.trial.verdict import Verdict
from ectrial.wording.advisories import advise
from ectrial.wording.speech import speech
from tests.ectrial.subjects import MAN, TODAY, TRIAL, amount, judge, varied
from tests.tables import of_each

EN = speech("en")
assert TRIAL.study.end_date is not None
ENDS = TRIAL.study.end_date.last


def codes(raw: dict[str, Any], today: date = TODAY) -> list[str]:
    return [advisory.code for advisory in advise(judge(raw, today=today), EN)]


def messages(verdict: Verdict) -> dict[str, str]:
    return {advisory.code: advisory.message for advisory in advise(verdict, EN)}


def taken(day: str) -> dict[str, Any]:
    return {"platelets": {**amount(210, "10*9/L"), "date": day}}


def test_a_plain_subject_has_no_advisory() -> None:
    assert codes(dict(MAN)) == []


@pytest.mark.parametrize(
    ("today", "expected"), [(ENDS, []), (date(2025, 10, 1), ["listing_ended"])]
)
def test_the_listing_has_ended_the_day_after(today: date, expected: list[str]) -> None:
    assert codes({}, today) == expected


def test_an_ended_listing_is_dated() -> None:
    told = messages(judge({}, today=date(2026, 1, 1)))

    assert told["listing_ended"] == (
        "The listing's end date (2025-09-30) has passed: confirm that enrolment is open."
    )


def test_a_contradiction_names_its_criterion_and_items() -> None:
    told = messages(judge(varied({"pregnant": "yes"})))

    assert told == {
        "contradiction": "EXCL09: recorded values contradict each other (Sex, Pregnant)."
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"wbc": amount(3, "10*9/L"), "anc": amount(3001, "/uL")},
        {"other_malignancy": "no", "other_malignancy_types": ["other"]},
        {"lactating": "yes"},
    ],
)
def test_every_contradiction_is_told(changes: dict[str, Any]) -> None:
    assert codes(varied(changes)) == ["contradiction"]


@of_each(
    ("age", "expected"),
    [("17.9", True), ("18", False), ("70", False), ("71", True), ("unknown", False)],
)
def test_an_age_outside_the_registry_range_is_told(age: str, expected: bool) -> None:
    answer = age if age == "unknown" else amount(age, "a")

    assert ("age_outside_registry" in codes(varied({"age": answer}))) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-06-01", []),
        ("2025-05-18", []),
        ("2025-05-17", ["sample_old"]),
        ("2025-07-01", ["sample_ahead"]),
    ],
)
def test_a_sample_is_old_after_fourteen_days_or_lies_ahead(day: str, expected: list[str]) -> None:
    assert codes(varied(taken(day))) == expected


def test_each_old_sample_is_told_with_its_day() -> None:
    old = varied({**taken("2025-01-02"), "wbc": {**MAN["wbc"], "date": "2025-01-03"}})

    told = [advisory.message for advisory in advise(judge(old), EN)]

    assert sorted(told) == [
        "Platelets: the sample of 2025-01-02 is older than 14 days.",
        "WBC: the sample of 2025-01-03 is older than 14 days.",
    ]


RNA = {"hcv_rna": amount(16, "[IU]/mL"), "hcv_rna_lower_limit": amount(15, "[IU]/mL")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"hcv_rna_above_lower_limit": "yes"}, ["hcv_rna_without_antibody"]),
        (RNA, ["hcv_rna_without_antibody"]),
        ({**RNA, "hcv_rna": amount(15, "[IU]/mL")}, []),
        ({"hcv_antibody": "positive", **RNA}, ["R14"]),
    ],
)
def test_rna_without_antibody_is_told(changes: dict[str, Any], expected: list[str]) -> None:
    assert codes(varied(changes)) == expected


HIGH = {"creatinine": amount(170, "umol/L"), "creatinine_clearance": amount(90, "mL/min")}
ESTIMATED = {
    "creatinine": amount("176.8", "umol/L"),
    "creatinine_clearance": "unknown",
    "derive_crcl": "cockcroft_gault_actual_weight",
    "age": amount(32, "a"),
    "weight": amount(80, "kg"),
}


@of_each(
    ("changes", "expected"),
    [
        ({"hemoglobin": amount("5.59", "mmol/L")}, True),
        ({"hemoglobin": amount("5.58", "mmol/L")}, False),
        ({"hemoglobin": amount("5.60", "mmol/L")}, False),
        ({"hemoglobin": amount("5.6", "mmol/L")}, True),
        ({"hemoglobin": amount(90, "g/L")}, True),
        ({"hemoglobin": amount("9.0", "g/dL")}, False),
        ({"hemoglobin": amount(91, "g/L")}, False),
        ({"hemoglobin": amount("5.59", "mmol/L", ">")}, False),
        ({"life_expectancy": amount(122, "d")}, True),
        ({"life_expectancy": amount(4, "mo")}, False),
        ({**HIGH, "creatinine_clearance": amount("1.0", "mL/s")}, True),
        ({**HIGH, "creatinine_clearance": amount("1.1", "mL/s")}, False),
        ({"hbv_dna": amount("2.0", "k[IU]/mL")}, False),
        ({"total_bilirubin": amount("2.0", "mg/dL")}, True),
        ({"total_bilirubin": amount("1.9", "mg/dL")}, False),
        ({"total_bilirubin": amount("2.0", "mg/dL", "<")}, False),
        ({"total_bilirubin": amount("34.5", "umol/L")}, False),
        ({"total_bilirubin": amount("1.5", "xULN")}, False),
        (ESTIMATED, True),
        ({**ESTIMATED, "weight": amount(85, "kg")}, False),
        ({**ESTIMATED, "weight": amount(91, "kg"), "height": amount(170, "cm")}, True),
    ],
)
def test_a_converted_value_within_rounding_is_at_the_edge(
    changes: dict[str, Any], expected: bool
) -> None:
    assert ("at_the_edge" in codes(varied(changes))) is expected


def test_a_value_at_the_edge_is_named() -> None:
    told = messages(judge(varied({"hemoglobin": amount("5.59", "mmol/L")})))

    assert told["at_the_edge"] == (
        "Hemoglobin 5.59 mmol/L is within rounding of its limit: confirm with the report."
    )


READINGS = [
    ("R01", {"alp": None}),
    ("R01", {"alt": "meets", "alp": None}),
    ("R02", {"hbv_dna": amount(500, "{copies}/mL")}),
    ("R02", {"hbv_dna": amount("2.70", "{Log_copies}/mL")}),
    ("R02", {"hbv_dna_second": amount(1, "[IU]/mL")}),
    ("R03", {"chemo_cycles": amount(7, "{cycle}")}),
    ("R04", {"life_expectancy": amount(4, "mo")}),
    ("R04", {"life_expectancy": amount(3, "mo", ">")}),
    ("R05", {"progression": "suspected_not_confirmed"}),
    ("R05", {"progression": "confirmed_after_4_to_6_cycles"}),
    ("R06", {"progression": "confirmed_before_4_cycles"}),
    ("R07", {"autoimmune_disease_active_or_history": "yes"}),
    ("R08", {"hbv_dna": "not_done"}),
    ("R09", ESTIMATED),
    ("R10", {"intracranial_metastasis_at_diagnosis": "unknown"}),
    ("R11", {"escc_histologically_confirmed": "unknown"}),
    ("R12", {"alt_uln": None}),
    ("R12", {"total_bilirubin_uln": "unknown"}),
    ("R13", {"allergy_platinum": "yes"}),
    ("R14", {"hcv_antibody": "positive"}),
    ("R15", {"other_malignancy": "yes", "other_malignancy_types": ["other"]}),
    ("R16", {"chemo_regimen": "unknown"}),
    ("R17", {"stage_ivb_uicc8": "no"}),
    ("R19", {"sex": "unknown"}),
    ("R20", {"esophagotracheal_fistula": "unknown"}),
    ("R22", HIGH),
    ("R24", {"hemoglobin": amount(6, "mmol/L")}),
]


@of_each(("code", "changes"), READINGS)
def test_a_reading_is_told_in_its_own_words(code: str, changes: dict[str, Any]) -> None:
    reading = TRIAL.reading_by_code[code]

    told = messages(judge(varied(changes)))

    assert reading.tells is not None
    assert told.get(code) == reading.tells.en


def test_every_reading_that_can_be_told_has_an_example() -> None:
    told = {reading.code for reading in TRIAL.readings if reading.when and reading.tells}

    assert {code for code, _ in READINGS} == told


def test_advisories_come_in_a_fixed_order() -> None:
    raw = varied(
        {
            **taken("2025-01-02"),
            "age": amount(80, "a"),
            "hemoglobin": amount("5.59", "mmol/L"),
            "pregnant": "yes",
        }
    )

    assert codes(raw, date(2026, 1, 1)) == [
        "listing_ended",
        "contradiction",
        "age_outside_registry",
        "sample_old",
        "at_the_edge",
        "R24",
    ]


def test_advisories_speak_chinese_too() -> None:
    verdict = judge(varied({"pregnant": "yes", "sex": "male", "age": amount(80, "a")}))

    told = [advisory.message for advisory in advise(verdict, speech("zh"))]

    assert len(told) == 2
    assert "性别" in told[0]
    assert told[1] == "注册平台信息写明年龄18～70岁，但不在这19条标准之内，请与研究中心确认。"
