"""Provenance stands beside a value, and the record holds what it always held."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from ectrial.given import Given, all_given, all_recorded, given
from ectrial.quantity import Quantity
from tests.ectrial.subjects import TRIAL
from tests.tables import of_each

DAY = date(2026, 11, 20)
NUMBER = {"value": "5.2", "unit": "10*9/L"}
ANSWERS: list[Any] = [
    None,
    "yes",
    "not_done",
    ["other", "unknown_type"],
    NUMBER,
    {**NUMBER, "comparator": "<"},
    {**NUMBER, "date": "2026-11-20"},
    {"date": "2026-11-20", **NUMBER, "comparator": ">="},
]


@of_each("raw", ANSWERS)
def test_an_answer_is_recorded_as_it_was_read(raw: Any) -> None:
    assert given(raw).recorded == raw
    assert given(raw, "S-001").recorded == raw


def test_day_and_source_stand_beside_the_value() -> None:
    answer = given({**NUMBER, "date": "2026-11-20"}, "S-001")

    assert answer == Given(NUMBER, DAY, "S-001")


def test_a_number_keeps_the_day_that_it_has() -> None:
    undated = Given(NUMBER)

    dated = undated.sampled_on(DAY)

    assert dated.recorded == {**NUMBER, "date": "2026-11-20"}
    assert dated.sampled_on(date(2026, 11, 23)) == dated


@pytest.mark.parametrize("raw", [None, "yes", ["other"]])
def test_what_is_no_number_bears_no_day(raw: Any) -> None:
    assert Given(raw).sampled_on(DAY) == Given(raw)
    assert Given(raw, DAY).recorded == raw


@of_each("day", ["2026-02-30", "2026-W47-5", "2026-11-20T08:30", 20261120, None])
def test_a_day_that_is_none_is_refused(day: Any) -> None:
    with pytest.raises(ValueError, match="not a date"):
        given({**NUMBER, "date": day})


@for_all(st.dates())
def test_the_vocabulary_reads_the_day_that_was_given(day: date) -> None:
    answer = Given(NUMBER, day)

    value = TRIAL.vocabulary["wbc"].read(answer.recorded)

    assert isinstance(value, Quantity)
    assert value.taken == day


def test_many_answers_go_in_and_out_by_item() -> None:
    raw = {"wbc": {**NUMBER, "date": "2026-11-20"}, "sex": "male"}

    answers = all_given(raw)

    assert {item: answer.day for item, answer in answers.items()} == {"wbc": DAY, "sex": None}
    assert all_recorded(answers) == raw
