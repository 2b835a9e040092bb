"""The CDISC datasets hold the rules of CORE, and tell subjects with signed consent alone."""

import json
from collections.abc import Iterable
from copy import deepcopy
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from ectrial.papers.cdisc.criteria import Criteria
from ectrial.papers.cdisc.dataset_json import About
from ectrial.papers.cdisc.laboratory import LabTests
from ectrial.papers.cdisc.study import cdisc_files
from ectrial.papers.cdisc.subjects import Subject
from ectrial.papers.screening_file import screening_files
from ectrial.papers.zipped import zipped
from ectrial.record.entries import Kind
from ectrial.trial.versions import shipped
from tests.ectrial.papers.cdisc.judges import RULES, Study, core, judge_dataset, judge_zip
from tests.ectrial.papers.told import BEGIN, ELIGIBLE, ENROLLED, HEAD, SIGNED, WORDS, Told

TRIALS = shipped()
EC = TRIALS.current("EC-CRT-003")
USED = [(each.version, each.fingerprint) for each in TRIALS.versions(EC.id)]
UNDER = (EC.id, EC.version, EC.fingerprint)
FAILED = {"verdict": "not_eligible", "failing": ["INCL03", "EXCL10"], "unresolved": ["INCL01"]}
LABS: dict[str, Any] = {
    "wbc": {"value": "4200", "unit": "/uL", "date": "2026-11-20"},
    "albumin": "not_done",
    "hemoglobin": {"value": "8.50", "unit": "mmol/L", "date": "2026-11-20"},
    "creatinine": {"value": "1.50", "unit": "mg/dL", "date": "2026-11-20"},
    "creatinine_uln": {"value": "1.2", "unit": "mg/dL"},
    "alt": {"value": "1.20", "unit": "xULN"},
    "ast": "meets",
    "hbv_dna": {"value": "20", "unit": "[IU]/mL", "comparator": "<", "date": "2026-11-20"},
    "hbv_dna_second": {"value": "3.10", "unit": "{Log_IU}/mL"},
}


def screened(subject: str, episode: int = 1, under: tuple[str, str, str] = UNDER) -> Told:
    told = Told(subject, episode, under=under)
    told.tells(Kind.ANSWERED, {"value": "58", "unit": "a"}, item="age")
    return told.tells(Kind.ANSWERED, "female", item="sex").tells(Kind.CONSENT, SIGNED)


def failed(subject: str = "S-001", under: tuple[str, str, str] = UNDER) -> Told:
    told = screened(subject, under=under)
    earlier = {"value": "3.10", "unit": "10*9/L", "date": "2026-11-18"}
    told.tells(Kind.ANSWERED, earlier, item="wbc")
    for item, value in LABS.items():
        told.tells(Kind.ANSWERED, value, item=item)
    return told.judged(FAILED)


def enrolled() -> tuple[Told, Told]:
    first = screened("S-002", under=(EC.id, *USED[0])).judged({**FAILED, "as_of": "2026-11-20"})
    again = (
        screened("S-002", 2).judged(ELIGIBLE).tells(Kind.PARTICIPATION, ENROLLED, text="01-0312")
    )
    return first, again


def zip_of(*subjects: Iterable[Told]) -> bytes:
    files = (
        Subject(tuple(screening_files([tuple(each.entries) for each in told], TRIALS, WORDS)))
        for told in subjects
    )
    criteria, tests = Criteria(partial(TRIALS.of, EC.id)), LabTests()
    about = About(EC.id, "site-1", HEAD, BEGIN)
    return b"".join(zipped(cdisc_files(files, criteria, tests, about, BytesIO, USED[-1])))


ZIP = zip_of((failed(),), enrolled())
STUDY = judge_zip(ZIP)


def test_the_datasets_hold_the_rules_and_are_the_same_each_time() -> None:
    assert core(STUDY) == set()
    assert {name: len(rows) for name, rows in STUDY.items()} == {
        "TI": 48,
        "DM": 2,
        "DS": 5,
        "IE": 4,
        "LB": 8,
    }
    assert zip_of((failed(),), enrolled()) == ZIP


def test_subjects_are_told_once_with_all_their_screenings() -> None:
    one, other = STUDY["DM"]
    told = [(row["DSDECOD"], row["DSSTDTC"], row["DSSTDY"]) for row in STUDY["DS"]]

    assert (one["ARMNRS"], one["RFSTDTC"]) == ("SCREEN FAILURE", None)
    assert (one["AGE"], one["AGEU"], one["SEX"]) == (58, "YEARS", "F")
    assert (other["ARMNRS"], other["RFSTDTC"], other["RFICDTC"]) == (
        *("NOT ASSIGNED", "2026-11-26", "2026-11-24"),
    )
    assert told == [
        ("SCREEN FAILURE", "2026-11-23", None),
        ("INFORMED CONSENT OBTAINED", "2026-11-24", None),
        ("INFORMED CONSENT OBTAINED", "2026-11-24", -2),
        ("ELIGIBILITY CRITERIA MET", "2026-11-24", -2),
        ("ENTERED INTO TRIAL", "2026-11-26", 1),
    ]


def test_the_criteria_were_met_no_later_than_the_subject_entered() -> None:
    told = screened("S-003").judged(ELIGIBLE).tells(Kind.PARTICIPATION, ENROLLED, text="01-0313")
    told.judged({**ELIGIBLE, "as_of": "2026-11-30"})
    failing = told.judged({**FAILED, "as_of": "2026-12-01"})

    rows = judge_zip(zip_of((failing,)))["DS"]

    assert [(row["DSDECOD"], row["DSSTDTC"]) for row in rows] == [
        ("INFORMED CONSENT OBTAINED", "2026-11-24"),
        ("ELIGIBILITY CRITERIA MET", "2026-11-26"),
        ("ENTERED INTO TRIAL", "2026-11-26"),
    ]


def test_an_unknown_criterion_is_no_exception() -> None:
    assert [(row["IETESTCD"], row["IEORRES"], row["IEDTC"]) for row in STUDY["IE"]][:2] == [
        ("INCL03", "N", "2026-11-23"),
        ("EXCL10", "Y", "2026-11-23"),
    ]


def test_a_number_keeps_every_digit_and_is_exact_in_standard_units() -> None:
    told = {
        (row["LBTESTCD"], row["LBDTC"]): tuple(
            row[f"LB{name}"]
            for name in ("ORRES", "ORRESU", "STRESC", "STRESN", "STRESU", "STNRHI")
        )
        for row in STUDY["LB"]
    }

    assert told == {
        ("WBC", "2026-11-18"): ("3.10", "10*9/L", "3.10", "3.10", "10*9/L", None),
        ("WBC", "2026-11-20"): ("4200", "/uL", "4.200", "4.200", "10*9/L", None),
        ("ALB", None): (None, None, None, None, None, None),
        ("HGB", "2026-11-20"): ("8.50", "mmol/L", "8.50 mmol/L", None, None, None),
        ("CREAT", "2026-11-20"): ("1.50", "mg/dL", "132.6", "132.6", "umol/L", "106.08"),
        ("ALT", None): ("1.20", "{xULN}", "1.20 {xULN}", None, None, None),
        ("HBV_DNA", "2026-11-20"): ("<20", "[IU]/mL", "<20", None, "[IU]/mL", None),
        ("HBV_D_01", None): ("3.10", "{Log_IU}/mL", "3.10 {Log_IU}/mL", None, None, None),
    }
    assert {row["LBLOINC"] for row in STUDY["LB"] if row["LBTESTCD"] == "CREAT"} == {"2160-0"}


def test_an_earlier_sample_keeps_the_limit_of_its_time() -> None:
    told = screened("S-003")
    for value, uln, unit, day in (("80", "104", "umol/L", 17), ("0.95", "1.2", "mg/dL", 18)):
        taken = {"value": value, "unit": unit, "date": f"2026-11-{day}"}
        told.tells(Kind.ANSWERED, taken, item="creatinine")
        told.tells(Kind.ANSWERED, {"value": uln, "unit": unit}, item="creatinine_uln")

    study = judge_zip(zip_of((told,)))

    assert core(study) == set()
    assert [(row["LBORRES"], row["LBORNRHI"], row["LBSTNRHI"]) for row in study["LB"]] == [
        ("80", "104", "104"),
        ("0.95", "1.2", "106.08"),
    ]


def test_a_version_that_nobody_has_is_named_as_that() -> None:
    known = failed("S-000", under=(EC.id, *USED[1]))
    gone = judge_zip(zip_of((known,), (failed(under=(EC.id, "2", "ab")),)))

    assert core(gone) == set()
    assert gone["IE"][2]["IETEST"] == "INCL03 of version 2: the text is not at hand"
    assert gone["IE"][2]["IETESTCD"] == "INCL_001"
    assert {row["TIVERS"] for row in gone["TI"]} == {"2", "2 (ab)"}


def test_without_subjects_every_dataset_is_there_and_empty() -> None:
    empty = judge_zip(zip_of())

    assert {name: len(rows) for name, rows in empty.items() if name != "TI"} == {
        "DM": 0,
        "DS": 0,
        "IE": 0,
        "LB": 0,
    }


FAULTS: dict[str, tuple[str, int, str, Any]] = {
    "000001": ("IE", 0, "IEORRES", "Y"),
    "000011": ("IE", 1, "IEORRES", "N"),
    "000025": ("IE", 0, "IESTRESC", "Y"),
    "000145": ("TI", 1, "IETESTCD", "INCL01"),
    "000146": ("TI", 1, "IETEST", STUDY["TI"][0]["IETEST"]),
    "000186": ("DM", 1, "SUBJID", "S-001"),
    "000196": ("DS", 0, "DSCAT", "SCREEN FAILURE"),
    "000199": ("LB", 0, "LBTEST", "x" * 41),
    "000200": ("LB", 0, "LBORRES", None),
    "000201": ("LB", 0, "USUBJID", "S-9"),
    "000220": ("LB", 0, "LBTESTCD", "1WBC"),
    "000227": ("IE", 0, "IETEST", "another text"),
    "000228": ("IE", 0, "IETESTCD", "INCL99"),
    "000299": ("LB", 6, "LBSTNRHI", "20"),
    "000303": ("LB", 0, "LBTEST", "Leucocytes"),
    "000322/359/364": ("DS", 0, "DSDECOD", "FAILED"),
    "000363": ("DM", 0, "RFICDTC", "2026-11-25"),
    "000370": ("DS", 1, "DSTERM", "CONSENT"),
    "000374": ("DS", 3, "DSCAT", "DISPOSITION EVENT"),
    "000522": ("DS", 0, "DSCAT", None),
    "000529": ("DS", 2, "DSSTDY", -1),
    "000535": ("DS", 0, "DSSTDTC", "2026-12-01"),
    "000541": ("TI", 0, "IETESTCD", "INCL01-OLD"),
    "000542": ("LB", 0, "LBSTRESN", "3.2"),
    "000544": ("DS", 1, "DSSEQ", 1),
    "000699": ("LB", 0, "LBSTRESU", "g/L"),
    "000743": ("TI", 30, "IETEST", "another text"),
    "000785": ("TI", 0, "IECAT", None),
    "000786": ("IE", 0, "IECAT", None),
    "IETEST of 200 signs": ("TI", 0, "IETEST", "x" * 201),
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_complains_of_a_seeded_fault(rule: str) -> None:
    name, number, column, value = FAULTS[rule]
    faulty: Study = deepcopy(dict(STUDY))
    faulty[name][number][column] = value
    if rule in ("000785", "000786"):
        faulty[name][number]["IESCAT"] = "PART B"
    if rule == "000374":
        faulty[name][number + 1][column] = value

    assert rule in core(faulty)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"datasetJSONVersion": "1.1.0"', '"datasetJSONVersion": "9"', "another version"),
        ('"records": 2', '"records": 3', "another number of rows"),
        ('"label": "Age"', f'"label": "{"x" * 41}"', "a long label"),
        ('"dataType": "integer"', '"dataType": "number"', "odmlib: Invalid value number"),
        ('"name": "DM", ', "", "odmlib: Missing required keyword argument name"),
        ('"studyOID"', '"x"', "odmlib: Unknown keyword argument x"),
        ("2026-11-24", "2026-11", "no date: 2026-11"),
        (", 58,", ', "58",', "no integer: 58"),
        ('"YEARS", ', "", "a row of another length"),
    ],
)
def test_the_judge_of_dataset_json_says_who_complains_of_a_seeded_fault(
    old: str, new: str, told: str
) -> None:
    with ZipFile(BytesIO(ZIP)) as archive:
        data = archive.read("dm.json")
    assert old.encode() in data

    judge_dataset(data)
    with pytest.raises(AssertionError, match=told):
        judge_dataset(data.replace(old.encode(), new.encode()))


def test_a_number_with_a_point_is_no_binary_number() -> None:
    with ZipFile(BytesIO(ZIP)) as archive:
        told = json.loads(archive.read("lb.json"), parse_float=pytest.fail)

    assert told["records"] == 8
