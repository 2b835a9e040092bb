"""Whatever a file holds, it is read or refused with a place: reading ends in no other error."""

import json
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.cli.assess import verdict_object
from bot.imports.csv_rows import TableError
from bot.imports.plans import Said, plan_of
from bot.monitoring.printable import printable
from ectrial.trial.facts_file import FactsError, read_subjects
from ectrial.trial.verdict import assess
from tests.anything import changed, each_part_changed, json_values
from tests.bot.cli.test_import import LIST
from tests.bot.cli.test_import_labs import amount, observed
from tests.ectrial.subjects import SAMPLES
from tests.records import Dialogue
from tests.tables import of_each

CHAT = Dialogue()
CHAT.taps_or_says("/new S-001 M 58")
WORLD = CHAT.world
TODAY = WORLD.today
PATIENT = {"resourceType": "Patient", "id": "p7", "identifier": [{"value": "S-001"}]}
LIMIT = {"referenceRange": [{"high": amount("23", "umol/L"), "type": {"coding": []}}]}
OF_SECOND = {"identifier": {"system": "urn:ectrial:screening", "value": "S-001/1"}}
RESULT = {"coding": [{"system": "http://snomed.info/sct", "code": "260385009"}]}
RESOURCES: list[Any] = [
    PATIENT,
    observed("26464-8", derivedFrom=[OF_SECOND], subject={"reference": "Patient/p7"}),
    observed("14631-6", "17.1", "umol/L", **LIMIT, effectivePeriod={"start": "2026-11-20"}),
    observed("5195-3", valueCodeableConcept=RESULT, subject={"identifier": {"value": "S-001"}}),
]
BUNDLE = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [{"fullUrl": "urn:uuid:1", "resource": each} for each in RESOURCES],
}
FACTS = json.loads(json.dumps(SAMPLES["cases"][0], default=str))
GOOD: tuple[Any, ...] = (BUNDLE, RESOURCES, [FACTS], {"cases": [{**FACTS, "episode": 2}]})
KEYS = ("resourceType", "entry", "resource", "facts", "id", "days", "cases", "subject", "code")


def is_read_or_refused(text: str | bytes, name: str = "a.json") -> None:
    data = text.encode() if isinstance(text, str) else text
    refused = ""
    try:
        plan = plan_of(WORLD, Path(name), data, Said())
    except (TableError, FactsError) as error:
        refused = printable(str(error))
    if refused:
        assert refused.encode()
        return
    assert all(each.where for each in plan.faults)
    for line in (*plan.told, *plan.faults, *plan.rare):
        assert printable(str(line)).encode()


def are_judged_or_refused(text: str) -> None:
    with suppress(FactsError):
        for subject in read_subjects(StringIO(text), WORLD.trial):
            assert json.dumps(
                verdict_object(subject.id, assess(WORLD.trial, subject.facts, TODAY))
            )


@given(st.sampled_from(GOOD).flatmap(changed))
@settings(max_examples=60)
@example('{"resourceType": "Observation"}\n{"entry": []}\n')
@example('{"resourceType": "Bundle", "entry": {}}')
@example('{"resourceType": "Bundle", "entry": [1, null, {"resource": []}]}')
def test_a_changed_file_is_read_or_refused(text: str) -> None:
    is_read_or_refused(text)
    are_judged_or_refused(text)


@pytest.mark.long
@given(st.sampled_from(GOOD).flatmap(changed))
@settings(max_examples=1500)
def test_many_changed_files_are_read_or_refused(text: str) -> None:
    is_read_or_refused(text)
    are_judged_or_refused(text)


LAB = {"value": 5.2, "unit": "10*9/L", "comparator": "<", "date": "2026-11-20"}
ONE = {"id": "S-002", "episode": 1, "facts": {"wbc": LAB}, "days": {"answered": "2026-11-20"}}


@of_each(
    "good",
    [
        {"id": "S-002", "facts": {"wbc": {"value": 5.2, "unit": "10*9/L"}}},
        pytest.param(ONE, id="facts"),
    ],
)
def test_each_part_of_facts_may_be_anything(good: Any) -> None:
    for text in each_part_changed(good):
        is_read_or_refused(text)
        are_judged_or_refused(text)


@pytest.mark.long
def test_each_part_of_a_bundle_may_be_anything() -> None:
    for text in each_part_changed(BUNDLE):
        is_read_or_refused(text)


@given(json_values(KEYS))
def test_any_json_is_read_or_refused(value: Any) -> None:
    text = json.dumps(value, default=str)

    is_read_or_refused(text)
    are_judged_or_refused(text)


@given(st.binary(max_size=40), st.integers(0, len(LIST.encode())))
def test_a_list_with_any_bytes_in_it_is_read_or_refused(odd: bytes, place: int) -> None:
    data = LIST.encode()
    is_read_or_refused(data[:place] + odd + data[place + len(odd) // 2 :], "a.csv")
    is_read_or_refused(odd, "a.xlsx")
