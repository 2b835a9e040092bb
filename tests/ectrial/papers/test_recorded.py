"""Whatever stands in a record, an answer is a value or none, in every paper alike."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.recorded import value_of
from ectrial.record.screenings import Answer
from ectrial.trial.versions import shipped
from tests.anything import json_values

TRIALS = shipped()
ITEMS = [
    item
    for trial in TRIALS.ids
    for item in TRIALS.current(trial).vocabulary.values()  # type: ignore[union-attr] # there is one
]
KEYS = ("value", "unit", "comparator", "date", "result", "things", "complete")


@given(st.sampled_from(ITEMS), json_values(KEYS))
def test_an_answer_that_is_no_answer_is_none_and_never_an_error(item, written) -> None:  # type: ignore[no-untyped-def]
    answer = Answer(written, 1, datetime(2026, 11, 20, tzinfo=UTC), 7)

    found = value_of(item, answer)

    assert found is None or item.read(written) == found
    assert value_of(item, None) is None
