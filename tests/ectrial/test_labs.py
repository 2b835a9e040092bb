"""Typed and pasted labs: read lab by lab, asked about, or refused; never guessed."""

from typing import Any

import pytest

from bot.labs_command import reading_object
from ectrial.facts import Facts
from ectrial.labs.judge import judge_under
from ectrial.labs.reader import reader_of
from tests.ectrial.subjects import SAMPLES, TRIAL

READER = reader_of(TRIAL.vocabulary)


def read(text: str, card: str | None = None, known: Facts | None = None) -> list[dict[str, Any]]:
    facts = known or Facts()
    readings = READER.read(text, judge_under(TRIAL, facts), facts, card)
    return [reading_object(reading) for reading in readings]


@pytest.mark.parametrize(
    "sample", SAMPLES["lab_text"], ids=lambda s: f"{s['analyte']} {s['text']}"
)
def test_a_sample_text_gets_what_must_come_of_it(sample: dict[str, Any]) -> None:
    (got,) = read(sample["text"], sample["analyte"])

    assert (got["item"], got["status"]) == (sample["analyte"], sample["expect"])
    if sample["expect"] == "value":
        assert got["value"] == sample["value"]
        assert got["unit"] == sample.get("unit")
        assert got["comparator"] == sample.get("comparator", "=")
