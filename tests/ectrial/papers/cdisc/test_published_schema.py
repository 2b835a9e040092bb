"""The schema that CDISC publishes takes every dataset that we write, and would complain."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.ectrial.papers.cdisc.published_schema import complaints, fetched_schema
from tests.ectrial.papers.cdisc.test_datasets import ZIP, zip_of

NAMES = ["dm.json", "ds.json", "ie.json", "lb.json", "ti.json"]
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return fetched_schema(tmp_path_factory.mktemp("schema"))


def test_it_takes_every_dataset_also_an_empty_one(judge: Any) -> None:
    for data in (ZIP, zip_of()):
        with ZipFile(BytesIO(data)) as archive:
            assert sorted(archive.namelist()) == NAMES
            assert not [text for name in NAMES for text in complaints(judge, archive.read(name))]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"datasetJSONVersion": "1.1.0"', '"datasetJSONVersion": "9"', "'9' does not match"),
        ('"dataType": "integer"', '"dataType": "number"', "'number' is not one of"),
        ('"name": "DM", ', "", "'name' is a required property"),
        ('"itemGroupOID"', '"x"', "'itemGroupOID' is a required property"),
        ('"studyOID"', '"x"', "'x' was unexpected"),
        ('"records": 2', '"records": "2"', "'2' is not of type 'integer'"),
        (":00:00Z", ":00Z", "does not match"),
    ],
)
def test_it_complains_of_a_seeded_fault(judge: Any, old: str, new: str, told: str) -> None:
    with ZipFile(BytesIO(ZIP)) as archive:
        data = archive.read("dm.json").decode()
    assert old in data

    found = complaints(judge, data.replace(old, new).encode())

    assert [each for each in found if told in each], found


def test_what_no_schema_can_say_is_left_to_our_own_judge(judge: Any) -> None:
    with ZipFile(BytesIO(ZIP)) as archive:
        told = json.loads(archive.read("dm.json"))

    assert complaints(judge, json.dumps({**told, "records": 3}).encode()) == []
