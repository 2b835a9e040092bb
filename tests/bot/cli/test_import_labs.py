"""`ectrial import` reads labs of a FHIR file back by LOINC and UCUM, and never guesses."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.imports import import_of
from ectrial.record.subjects import ScreeningId
from tests.bot.cli import test_import
from tests.bot.cli.test_import import TRIAL, answers, call, entries, given
from tests.ectrial.subjects import SAMPLES

LABS = ("wbc", "anc", "platelets", "hemoglobin", "albumin", "total_bilirubin", "alt", "creatinine")
LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
settings = test_import.settings


def amount(value: str, unit: str, **more: Any) -> dict[str, Any]:
    return {"value": float(value), "unit": unit, "system": UCUM, "code": unit, **more}


def observed(code: str, value: str = "5.2", unit: str = "10*9/L", **more: Any) -> dict[str, Any]:
    """Give an Observation as another program writes it."""
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": LOINC, "code": code}]},
        "subject": {"reference": "Patient/S-001"},
        "effectiveDateTime": "2026-11-20T08:30:00+08:00",
        "valueQuantity": amount(value, unit),
        **more,
    }


def bundle(*resources: dict[str, Any]) -> str:
    found = [{"resource": each} for each in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": found})


def on_file(*codes: str) -> None:
    rows = "".join(f"{code},male\n" for code in codes)
    assert given(f"code,sex\n{rows}", "--yes").exit_code == 0


def labs(text: str, *words: str) -> Any:
    return given(text, *words, name="labs.json")


def test_labs_are_read_back_each_and_recorded_with_limit_and_day() -> None:
    on_file("S-001", "S-002")
    patient = {"resourceType": "Patient", "id": "p7", "identifier": [{"value": "S-002"}]}
    high = {"referenceRange": [{"low": amount("0", "umol/L"), "high": amount("23", "umol/L")}]}
    text = bundle(
        patient,
        observed("26464-8"),
        observed("14631-6", "17.1", "umol/L", **high, subject={"reference": "Patient/p7"}),
        observed("26499-4", valueQuantity=amount("0.5", "10*9/L", comparator="<")),
        observed("787-2", "90", "fL"),
        observed("777-3", status="entered-in-error"),
    )

    shown, result = labs(text, "--dry-run"), labs(text, "--yes")

    assert result.exit_code == 0, result.output
    assert shown.output.splitlines()[:5] == [
        "entry 2: S-001, wbc 5.2 10*9/L, 2026-11-20",
        "entry 3: S-002, total_bilirubin 17.1 umol/L, ULN 23.0 umol/L, 2026-11-20",
        "entry 4: S-001, anc <0.5 10*9/L, 2026-11-20",
        "entry 5: code '787-2' is of no item: not read",
        "entry 6: platelets is entered-in-error: not read",
    ]
    assert answers("S-001")["wbc"] == {"value": "5.2", "unit": "10*9/L", "date": "2026-11-20"}
    assert answers("S-002")["total_bilirubin_uln"] == {"value": "23.0", "unit": "umol/L"}
    (last,) = (each for each in entries()[1:] if each.said.kind is Kind.IMPORTED)
    assert (import_of(last.said).form, import_of(last.said).subjects) == ("labs", 2)
    assert call("verify").exit_code == 0
    again = labs(text, "--yes")
    assert (again.exit_code, "holds nothing that is not recorded yet" in again.stderr) == (2, True)


def test_a_later_sample_takes_the_place_of_an_earlier_one_and_an_equal_day_needs_a_person() -> (
    None
):
    on_file("S-001")
    assert labs(bundle(observed("26464-8")), "--yes").exit_code == 0
    other = bundle(observed("26464-8", "4.9"))
    two_days = bundle(
        observed("26464-8", "4.1", effectiveDateTime="2026-11-24"),
        observed("26464-8", "6.0", effectiveDateTime="2026-11-02"),
    )

    twice = bundle(observed("26464-8"), observed("6690-2", "5.3"))

    assert "entry 2: wbc of S-001 differs from entry 1" in labs(twice, "--yes").stderr
    refused, result = labs(other, "--yes"), labs(two_days, "--yes")

    assert "entry 1: wbc: another value is recorded: change it in the chat" in refused.stderr
    assert result.exit_code == 0, result.output
    assert answers("S-001")["wbc"]["value"] == "4.1"
    assert call("verify").exit_code == 0


def test_labs_that_fail_a_criterion_record_the_verdict_that_is_told() -> None:
    on_file("S-001")

    told = labs(bundle(observed("26464-8", "3.0")), "--yes").output

    (given_,) = (each.said for each in entries() if each.said.kind is Kind.VERDICT_GIVEN)
    assert "not_eligible: 1" in told
    assert given_.value["verdict"] == "not_eligible"
    assert call("verify").exit_code == 0


def test_a_subject_that_is_not_on_file_is_named() -> None:
    result = labs(bundle(observed("26464-8")), "--yes")

    assert result.exit_code == 2
    assert "entry 1: S-001 is not on file\nnothing was recorded" in result.stderr
    assert entries() == []


@pytest.mark.parametrize(
    "number", [0, *(pytest.param(n, marks=pytest.mark.long) for n in (1, 5, 9))]
)
def test_labs_that_were_exported_as_fhir_give_the_same_verdict_elsewhere(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = SAMPLES["cases"][number]["facts"]
    limits = {f"{each}_uln" for each in LABS}
    others = {item: each for item, each in facts.items() if item not in {*LABS, *limits}}
    whole, part = ([{"id": "S-001", "facts": each}] for each in (facts, others))
    assert given(json.dumps(whole, default=str), "--yes", name="a.json").exit_code == 0
    for name in ("ndjson", "facts"):
        assert call("export", f"a.{name}", "--for", "site").exit_code == 0
    monkeypatch.setenv("ECTRIAL_DATABASE", "new.db")
    test_import.blank(Path("new.db"))
    assert given(json.dumps(part, default=str), "--yes", name="b.json").exit_code == 0

    result = call("import", "a.ndjson", "--yes")

    assert result.exit_code == 0, result.output
    assert call("export", "b.facts", "--for", "site").exit_code == 0
    one, other = (test_import.records(f"{name}.facts")[0] for name in ("a", "b"))
    assert one["verdict"] == other["verdict"]
    assert one["facts"].keys() == other["facts"].keys()
    assert {each: one["facts"][each] for each in LABS} == {n: other["facts"][n] for n in LABS}


SEX = {"sex": "male"}
WBC, ANC = ({"value": v, "unit": "10*9/L", "date": "2026-11-20"} for v in ("5.2", "1.50"))


def screenings(*facts: dict[str, Any], code: str = "S-001") -> list[dict[str, Any]]:
    return [{"id": code, "episode": n, "facts": each} for n, each in enumerate(facts, start=1)]


def elsewhere(monkeypatch: pytest.MonkeyPatch, facts: list[dict[str, Any]]) -> list[Any]:
    """Export all, bring the labs into a new record of the facts, and give both as exported."""
    for name in ("ndjson", "facts"):
        assert call("export", f"a.{name}", "--for", "site").exit_code == 0
    monkeypatch.setenv("ECTRIAL_DATABASE", "new.db")
    test_import.blank(Path("new.db"))
    assert given(json.dumps(facts), "--yes", name="b.json").exit_code == 0
    result = call("import", "a.ndjson", "--yes")
    assert result.exit_code == 0, result.output
    assert call("export", "b.facts", "--for", "site").exit_code == 0
    return [test_import.records(f"{name}.facts") for name in "ab"]


@pytest.mark.long
def test_each_screening_gets_its_own_labs_back_beside_one_that_is_voided(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    low, below = {**WBC, "value": "2.0"}, {**ANC, "comparator": "<"}
    whole = screenings({**SEX, "wbc": WBC}, {**SEX, "wbc": low}, {**SEX, "anc": below})
    whole += screenings({**SEX, "anc": ANC}, code="S-002")
    assert given(json.dumps(whole), "--yes", name="a.json").exit_code == 0
    id_ = ScreeningId("CRT-01", TRIAL, "S-001", 1)
    with Ledger.open(test_import.REAL, site="CRT-01", via="telegram", clock=now) as ledger:
        ledger.append([NewEntry(Kind.VOIDED, TRIAL, id_)], Author(7, "coordinator"))
    later = {"effectiveDateTime": "2026-11-24", "subject": {"reference": "Patient/S-002"}}
    assert labs(bundle(observed("26499-4", "1.6", **later)), "--yes").exit_code == 0
    blank = [{**each, "facts": SEX} for each in whole[1:]]

    one, other = elsewhere(monkeypatch, blank)

    assert [(each["id"], each["episode"]) for each in one] == [
        *[("S-001", 2), ("S-001", 3), ("S-002", 1)]
    ]
    assert one[0]["verdict"]["failing"] == ["INCL06A"]
    for part in ("id", "episode", "verdict", "facts"):
        assert [each[part] for each in one] == [each[part] for each in other]
    assert other[1]["facts"]["anc"] == below
    assert call("export", "b.ndjson", "--for", "site").exit_code == 0
    kept = [observed_in(Path(name)) for name in ("a.ndjson", "b.ndjson")]
    assert kept[1] == [each for each in kept[0] if each[0] != "S-001/1"]
    assert '"value":1.50,' in Path("b.ndjson").read_text()
    assert call("verify").exit_code == 0


def observed_in(path: Path) -> list[tuple[str, str, str, str]]:
    """Give of which screening, what and of which day each Observation of an export is."""
    read = map(json.loads, path.read_text().splitlines())
    return sorted(
        (
            each["derivedFrom"][0]["identifier"]["value"],
            each["code"]["text"],
            each["effectiveDateTime"],
            str(each["valueQuantity"]),
        )
        for each in read
        if each["resourceType"] == "Observation"
    )


def test_each_lab_is_of_a_screening_that_is_there_and_others_labs_of_the_last() -> None:
    assert given(json.dumps(screenings(SEX, SEX)), "--yes", name="a.json").exit_code == 0
    third = {"identifier": {"system": "urn:ectrial:screening", "value": "S-001/3"}}
    first = {"identifier": {"system": "urn:ectrial:screening", "value": "S-001/1"}}
    ours = {"coding": [{"system": "urn:ectrial:item", "code": "wbc"}]}

    refused = labs(
        bundle(observed("26464-8", derivedFrom=[third]), {**observed(""), "code": ours})
    )

    assert "entry 1: S-001 has no screening 3 on file\n" in refused.stderr
    assert "entry 2: wbc of S-001 was written by this program and does not say" in refused.stderr
    anc = observed("26499-4", "3.1", derivedFrom=[first])
    result = labs(bundle(observed("26464-8"), anc), "--yes")
    assert result.exit_code == 0, result.output
    assert "recorded: 1 subject," in result.output
    assert answers("S-001").keys() == {"sex", "anc"}
