"""FHIR Observations are read by LOINC and UCUM; what is not certain is told by entry."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from ectrial.fhir_systems import HTEST, SECURITY
from ectrial.imports.destination import Destination
from ectrial.imports.fhir_labs import LabsRead, read_labs
from ectrial.imports.fhir_resources import is_fhir
from ectrial.trial.own_items import own_items
from tests.bot.cli.test_import_labs import UCUM, bundle, observed
from tests.records import Dialogue
from tests.tables import of_each

WORLD = Dialogue().world
ITEMS = own_items(WORLD.trial)
SHANGHAI = ZoneInfo("Asia/Shanghai")
INTO = Destination(WORLD.site, WORLD.trial.id, ITEMS, WORLD.codes.read, WORLD.today, SHANGHAI)
PATIENT = {"resourceType": "Patient", "id": "S-001", "name": [{"text": "王建国"}]}
NAMED = {"reference": "Patient/S-001", "display": "王建国"}
WORDED = {"value": 50, "unit": "U/L"}
NUMBER = {"value": 5, "unit": "10*9/L"}
BORN = {"resourceType": "Patient", "birthDate": "1960-03-02"}
TWO = [
    {"resourceType": "Patient", "id": "p7", "identifier": [{"value": code}]}
    for code in ("S-001", "S-002")
]
NEGATIVE = {"coding": [{"system": "http://snomed.info/sct", "code": "260385009"}]}
SECOND, THIRD, ANOTHER = (
    {"identifier": {"system": "urn:ectrial:screening", "value": name}}
    for name in ("S-001/2", "S-001/3", "S-002/1")
)
OTHERS = {
    "resourceType": "Patient",
    "id": "p8",
    "identifier": [{"system": "urn:ectrial:subject:CRT-01:OTHER", "value": "S-001"}],
}
P8 = {"reference": "Patient/p8"}
ELSEWHERE = {"identifier": {"system": "urn:ectrial:subject:CRT-01:OTHER", "value": "S-001"}}
UNDATED = {k: v for k, v in observed("26464-8").items() if k != "effectiveDateTime"}
OURS = {"coding": [{"system": "urn:ectrial:item", "code": "platelets"}]}


def read(*resources: dict[str, Any]) -> LabsRead:
    records = [json.loads(bundle(*resources), parse_float=Decimal)]
    assert is_fhir(records)
    return read_labs(records, INTO)


@of_each(
    ("resources", "says"),
    [
        ([observed("26464-8", unit="mg/dL")], "entry 1: wbc has no UCUM unit 'mg/dL'; one of"),
        ([observed("26464-8", valueQuantity={"value": 5, "unit": "10^9/L"})], "has no UCUM unit"),
        (
            [
                observed(
                    "1742-6", unit="U/L", referenceRange=[{"high": {"value": 50, "unit": "U/L"}}]
                )
            ],
            "entry 1: alt_uln has no UCUM unit: its system and code are missing (http://unitsof",
        ),
        (
            [observed("26464-8", valueQuantity={**NUMBER, "system": UCUM})],
            "its code is miss",
        ),
        (
            [observed("26464-8", valueQuantity={**NUMBER, "code": "10*9/L"})],
            "its system is m",
        ),
        (
            [observed("26464-8", valueQuantity={**NUMBER, "code": "10*9/L", "system": "urn:x"})],
            "wbc has no UCUM unit: its system is 'urn:x', not http://unitsofmeasure.org",
        ),
        ([observed("2160-0", "81", "umol/L")], "LOINC 2160-0 is for no number in umol/L"),
        ([observed("26464-8", "9000")], "outside the possible range"),
        ([observed("26464-8", status="preliminary")], "entry 1: wbc is not final"),
        ([observed("26464-8", subject={"reference": "Patient/77"})], "has no code of the site"),
        ([observed("26464-8", effectiveDateTime="2126-01-01")], "a day to come"),
        ([observed("26464-8", effectiveDateTime="2026-11")], "not a whole day: '2026-11'"),
        (
            [observed("26464-8", effectiveDateTime="2026-11-20T08:30:00")],
            "a time without its offs",
        ),
        ([observed("26464-8", effectiveDateTime="2026-11-20T25:30:00Z")], "not a whole day"),
        ([observed("26464-8", effectiveDateTime="0001-01-01T00:00:00+14:00")], "not a whole day"),
        ([observed("26464-8", effectiveDateTime=20261120)], "not a whole day"),
        ([observed("26464-8", effectivePeriod={"start": "2026-11-19"})], "has several days"),
        ([{**UNDATED, "effectivePeriod": {"end": "2026-11-19"}}], "a period without its beginni"),
        ([{**UNDATED, "effectiveTiming": {"event": ["2026-11-19"]}}], "a timing, and no day"),
        ([observed("26464-8", derivedFrom=[SECOND, THIRD])], "entry 1: is of several screenings"),
        ([observed("26464-8", derivedFrom=[ANOTHER])], "is of a screening of another subject"),
        ([observed("26464-8", subject=ELSEWHERE)], "its subject is of another trial or site"),
        ([OTHERS, observed("26464-8", subject=P8)], "its subject is of another trial or site"),
        ([PATIENT, observed("26464-8")], "entry 1: a patient who is named in the file"),
        ([observed("26464-8", subject=NAMED)], "entry 1: a patient who is named in the file"),
        ([observed("26464-8", valueQuantity={"value": True, "unit": "x"})], "has no UCUM unit"),
    ],
)
def test_what_is_not_certain_is_told_by_entry(resources: list[dict[str, Any]], says: str) -> None:
    found = "\n".join(map(str, read(*resources).faults))

    assert says in found
    assert "王建国" not in found


@of_each(
    "holder",
    [
        lambda each: observed("26464-8", contained=[each]),
        lambda each: json.loads(bundle(each)),
        lambda each: json.loads(bundle(json.loads(bundle({"resourceType": "x", "y": [each]})))),
        lambda each: {"resourceType": "Parameters", "parameter": [{"resource": each}]},
    ],
)
@of_each(
    "who",
    [
        *(PATIENT, BORN, {**BORN, "resourceType": "Person"}, {"subject": NAMED}),
        {"resourceType": "Patient", "text": {"div": "<div><b>DoB</b> <i>unknown</i></div>"}},
        {"resourceType": "Device", "text": {"div": "<div>患者：<b>&#29579;建国</b></div>"}},
        {"resourceType": "x", "text": {"div": "<pre>Patient: DOE, JANE</pre>"}},
        {"resourceType": "x", "text": {"div": "<td>Subject</td>\n<td> Jim  Chalmers</td>"}},
    ],
)
def test_who_is_named_within_another_resource_refuses_the_file(
    holder: Callable[[Any], dict[str, Any]], who: dict[str, Any]
) -> None:
    (fault,) = read({"resourceType": "Group"}, holder(who)).faults

    assert str(fault).startswith("entry 2: a patient who is named in the file")


def test_a_narrative_of_codes_and_results_alone_names_nobody() -> None:
    told = "<div><p>Generated Narrative: Patient</p><b>S-001</b>, female</div>"
    patient = {"resourceType": "Patient", "id": "S-001", "text": {"div": told}}
    of_lab = (
        "<div><p>Resource Observation</p><b>subject</b>: <a>S-001</a> <b>code</b>: 白血球, White"
        " Blood Cells [#/volume] in Blood; <td>Reference Range</td><td>Normal Range</td></div>"
    )

    found = read(patient, observed("26464-8", text={"div": of_lab}))

    assert (len(found.labs), found.faults) == (1, [])


def test_test_data_within_another_resource_refuses_the_file() -> None:
    label = [{"system": SECURITY, "code": HTEST}]
    made_up = {"resourceType": "Device", "meta": {"security": label}}

    (fault,) = read(observed("26464-8", contained=[made_up])).faults

    assert str(fault).startswith("entry 1: is test data (HTEST)")


def test_a_bundle_itself_holds_nobody_who_is_named() -> None:
    found = read_labs([{**json.loads(bundle()), "contained": [PATIENT]}], INTO)

    assert [each.where for each in found.faults] == ["record 1"]


def test_observations_within_another_resource_are_told_and_not_read() -> None:
    found = read(observed("26464-8"), json.loads(bundle(observed("26464-8"), observed("777-3"))))

    assert [lab.where for lab in found.labs] == ["entry 1"]
    assert [*map(str, found.not_read)] == [
        "entry 2: has 2 Observations within another resource: not read"
    ]


def test_two_patients_with_one_id_refuse_the_file_and_one_told_twice_does_not() -> None:
    lab = observed("26464-8", subject={"reference": "Patient/p7"})

    (fault,) = read(*TWO, lab).faults

    assert str(fault) == "entry 2: is another patient than entry 1, with the same id"
    assert read(TWO[1], lab, TWO[1]).labs[0].code == "S-002"
    assert not read(*({**each, "id": None} for each in TWO)).faults


@of_each(
    ("told", "day"),
    [
        ({"effectiveDateTime": "2026-11-20"}, "2026-11-20"),
        ({"effectiveDateTime": "2026-11-20T20:00:00Z"}, "2026-11-21"),
        ({"effectiveDateTime": "2026-11-20T15:59:59.999Z"}, "2026-11-20"),
        ({"effectiveDateTime": "2026-11-20T16:00:00Z"}, "2026-11-21"),
        ({"effectiveDateTime": "2026-11-20T23:59:60+08:00"}, "2026-11-20"),
        ({"effectiveDateTime": "2026-11-20T02:00:00+12:00"}, "2026-11-19"),
        ({"effectiveInstant": "2026-11-20T20:00:00-05:00"}, "2026-11-21"),
        ({"effectivePeriod": {"start": "2026-11-20T20:00:00Z"}}, "2026-11-21"),
        ({"effectivePeriod": {"start": "2026-11-20", "end": "2026-11-21"}}, "2026-11-20"),
    ],
)
def test_the_day_of_a_sample_is_that_of_the_clocks_at_the_site(
    told: dict[str, Any], day: str
) -> None:
    (lab,) = read({**UNDATED, **told}).labs

    assert str(lab.day) == day


def test_results_by_known_codes_and_our_own_names_are_read() -> None:
    by_code = observed("5196-1", valueCodeableConcept=NEGATIVE)
    del by_code["valueQuantity"]

    found = read(
        by_code, {**observed("", "210"), "code": OURS}, observed("26464-8", effectiveDateTime=None)
    )

    assert [(lab.item, lab.value) for lab in found.labs] == [
        ("hbsag", "negative"),
        ("platelets", {"value": "210.0", "unit": "10*9/L"}),
        ("wbc", {"value": "5.2", "unit": "10*9/L"}),
    ]
    assert [lab.rare for lab in found.labs] == ["", "", "has no day"]
    assert not found.faults
