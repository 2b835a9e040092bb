"""Labs leave as FHIR Observations: each digit, their day and their limit, under LOINC codes."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from ectrial.labs.loinc import item_by_loinc
from ectrial.papers.fhir.observations import observations
from ectrial.papers.fhir.writing import Resource, bundle, lines, told
from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.record.entries import Kind
from ectrial.trial.versions import shipped
from tests.ectrial.papers.told import WORDS, Told

TRIALS = shipped()
EC = TRIALS.current("EC-CRT-003")
BILIRUBIN = {"value": "17.10", "unit": "umol/L", "date": "2026-11-20"}
DNA: dict[str, Any] = {"result": "not_detected", "date": "2026-11-19"}


def file_of(told: Told) -> ScreeningFile:
    (file,) = screening_files([tuple(told.entries)], TRIALS, WORDS)
    return file


def screened(**answers: Any) -> Told:
    told = Told(under=(EC.id, EC.version, EC.fingerprint))
    for item, value in answers.items():
        told.tells(Kind.ANSWERED, value, item=item)
    return told


def observed(told: Told) -> list[Resource]:
    written = b"".join(lines(observations(file_of(told)))).splitlines()
    return [json.loads(line, parse_float=Decimal) for line in written]


def test_a_lab_leaves_with_each_digit_its_day_its_limit_and_the_code_of_its_unit() -> None:
    limit = {"value": "21.0", "unit": "umol/L"}
    (found,) = observed(screened(total_bilirubin=BILIRUBIN, total_bilirubin_uln=limit))

    umol = {"unit": "umol/L", "system": "http://unitsofmeasure.org", "code": "umol/L"}
    assert str(found["valueQuantity"]["value"]) == "17.10"
    assert found["valueQuantity"] == {"value": Decimal("17.10"), **umol}
    (normal,) = found["referenceRange"]
    assert normal["high"] == {"value": Decimal("21.0"), **umol}
    assert normal["type"]["coding"][0]["code"] == "normal"
    assert found["effectiveDateTime"] == "2026-11-20"
    codes = [(each["system"], each["code"]) for each in found["code"]["coding"]]
    assert codes == [("http://loinc.org", "14631-6"), ("urn:ectrial:item", "total_bilirubin")]
    assert found["subject"]["identifier"]["value"] == "S-014"
    source = {"system": "urn:ectrial:screening", "value": "S-014/1"}
    assert found["derivedFrom"][0]["identifier"] == source
    assert found["performer"] == [{"display": "陈护士 (coordinator)"}]


def test_signs_words_and_multiples_of_the_limit_are_kept_and_no_value_is_no_observation() -> None:
    below = {"value": "20", "unit": "[IU]/mL", "comparator": "<"}
    times = {"value": "1.50", "unit": "xULN"}
    told = screened(hbv_dna=DNA, hcv_rna=below, alt=times, hbsag="negative", ast="pending")
    told.tells(Kind.ANSWERED, "meets", item="wbc")

    dna, rna, alt, antigen = observed(told)

    assert dna["valueCodeableConcept"]["coding"][0]["code"] == "not_detected"
    assert rna["valueQuantity"]["comparator"] == "<"
    assert (alt["valueQuantity"]["code"], len(alt["code"]["coding"])) == ("{xULN}", 1)
    assert antigen["valueCodeableConcept"]["coding"][0]["code"] == "negative"


def test_an_earlier_sample_leaves_too_and_what_was_set_aside_is_said_to_be() -> None:
    told = screened(wbc={"value": "3.8", "unit": "10*9/L", "date": "2026-11-10"})
    told.tells(Kind.ANSWERED, {"value": "4.2", "unit": "10*9/L", "date": "2026-11-20"}, item="wbc")
    told.tells(Kind.VOIDED)

    found = observed(told)

    assert [(each["effectiveDateTime"], each["status"]) for each in found] == [
        ("2026-11-10", "entered-in-error"),
        ("2026-11-20", "entered-in-error"),
    ]
    assert len({each["id"] for each in found}) == 2


def test_an_earlier_sample_keeps_the_limit_that_stood_with_it_and_takes_none_of_another() -> None:
    told = screened(creatinine={"value": "80", "unit": "umol/L", "date": "2026-11-17"})
    limit = {"value": "104", "unit": "umol/L"}
    told.tells(Kind.ANSWERED, limit, item="creatinine_uln")
    for value, uln, unit, day in (("0.95", "1.2", "mg/dL", 18), ("88", None, "umol/L", 19)):
        taken = {"value": value, "unit": unit, "date": f"2026-11-{day}"}
        told.tells(Kind.ANSWERED, taken, item="creatinine")
        told.tells(Kind.ANSWERED, uln and {"value": uln, "unit": unit}, item="creatinine_uln")

    found = [each.get("referenceRange", [{}])[0].get("high", {}) for each in observed(told)]

    assert [str(high.get("value")) for high in found] == ["104", "1.2", "None"]


def test_a_limit_that_came_before_its_number_in_one_turn_is_of_the_new_sample() -> None:
    told = screened(creatinine={"value": "80", "unit": "umol/L", "date": "2026-11-17"})
    told.tells(Kind.ANSWERED, {"value": "104", "unit": "umol/L"}, item="creatinine_uln")
    told.tells(Kind.ANSWERED, {"value": "110", "unit": "umol/L"}, item="creatinine_uln")
    later = {"value": "85", "unit": "umol/L", "date": "2026-11-18"}
    told.tells(Kind.ANSWERED, later, item="creatinine")
    told.entries[-1] = replace(told.entries[-1], at_utc=told.entries[-2].at_utc)

    found = [each["referenceRange"][0]["high"]["value"] for each in observed(told)]

    assert found == [Decimal(104), Decimal(110)]


def test_no_text_becomes_a_number_and_a_bundle_is_whole_also_when_it_is_empty() -> None:
    basic = {"resourceType": "Basic", "id": "1" * 32, "text": 'say "\\u00001.5" or "1.50"'}

    (read,) = json.loads(b"".join(bundle([basic], {"id": "b"})))["entry"]

    assert read["resource"] == basic
    assert told("\x001.5 \ud83d\x1b") == "1.5"
    assert json.loads(b"".join(bundle([], {}))) == {"resourceType": "Bundle", "type": "collection"}


@pytest.mark.parametrize("code", item_by_loinc())
def test_a_loinc_code_has_its_check_digit(code: str) -> None:
    digits, check = code.split("-")
    doubled = "".join(reversed(digits[::-1][::2]))
    others = "".join(reversed(digits[::-1][1::2]))
    total = sum(map(int, others + str(2 * int(doubled))))

    assert int(check) == -total % 10
