"""`ectrial import` reads labs of a FHIR file back by LOINC and UCUM, and never guesses."""

import json
from pathlib import Path
from typing import Any

import pytest

from ectrial.record.entries import Kind
from ectrial.record.imports import import_of
from tests.bot.cli import test_import
from tests.bot.cli.test_import import answers, call, entries, given
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

    refused, result = labs(other, "--yes"), labs(two_days, "--yes")

    assert "entry 1: wbc: another value is recorded: change it in the chat" in refused.stderr
    assert result.exit_code == 0, result.output
    assert answers("S-001")["wbc"]["value"] == "4.1"
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
    for name in ("fhir", "facts"):
        assert call("export", f"a.{name}", "--for", "site").exit_code == 0
    Path("a.fhir").rename("a.ndjson")
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
