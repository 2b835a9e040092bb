"""Once the subject is enrolled the verdict stays as of that day, whatever is recorded later."""

from dataclasses import replace
from itertools import dropwhile

import pytest

from ectrial.record.entries import Kind
from tests.conversations.paths import ELIGIBLE, another, at
from tests.conversations.test_what_follows import CONSENTS, CONSENTS_EARLIER, ENROLS
from tests.ectrial.trial.test_recomputation import of
from tests.records import Dialogue

THEN = "✅ Eligible on the listed criteria"
OF_THAT_DAY = "Enrolled on 23 Nov 2026: verdict as of that day"
WOULD_BE = "By what was recorded since, it would now be: ⛔ Not eligible"
FALLEN = ("/open S-014", "WBC 2.0 ANC 1.0", "Record 2 · sampled today")
CORRECTS = ("/review S-014", "INCL01", "3", "Entry error")


@pytest.fixture(scope="module")
def weeks_later() -> Dialogue:
    man = at(*ELIGIBLE, "No")
    man.taps_or_says("/open S-014", *CONSENTS, "/open S-014", *ENROLS, "01-0001")
    man.later(days=20)
    return man


@pytest.mark.parametrize("steps", [FALLEN, CORRECTS])
def test_what_is_recorded_later_asks_for_no_stop_and_is_told_beside_the_verdict(
    weeks_later: Dialogue, steps: tuple[str, ...]
) -> None:
    man = another(weeks_later)

    man.taps_or_says(*steps)

    assert "Stop here" not in man.labels()
    for words in ("/verdict", "Text to forward", "Full text"):
        man.taps_or_says(words)
        shown = [*dropwhile(THEN.__ne__, man.text().splitlines())]
        assert shown[:3] == [THEN, OF_THAT_DAY, WOULD_BE]
        assert "Sampled 2026-12-13" not in man.text()
    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "eligible"
    assert of(man).wrong == ()


def test_nothing_is_said_of_another_verdict_where_it_is_the_same(weeks_later: Dialogue) -> None:
    man = another(weeks_later)
    man.taps_or_says("/open S-014", "WBC 5.0 ANC 3.0", "Record 2 · sampled today", "/verdict")

    assert OF_THAT_DAY in man.text()
    assert "it would now be" not in man.text()
    assert "older than 14 days" not in man.text()


def test_a_sample_after_the_enrolment_does_not_count_though_recorded_before_it() -> None:
    man = at(*ELIGIBLE, "No")
    man.later(days=2)
    man.taps_or_says("/open S-014", "WBC 5.0", "Record 1 · sampled today")
    man.taps_or_says("/open S-014", *CONSENTS_EARLIER)
    man.taps_or_says("/open S-014", *ENROLS[:-1], "23 Nov", "01-0001")

    assert man.screening.enrolled_with["wbc"].value["value"] == "5.2"
    assert man.screening.answers["wbc"].value["value"] == "5.0"
    assert man.case.facts.quantity("wbc") != man.case.verdict.facts.quantity("wbc")


LOW = ("WBC 3.0 ANC 2.0", "Record 2 · sampled today")
HIGH = ("WBC 5.0 ANC 3.0", "Record 2 · sampled today")


@pytest.mark.parametrize(
    ("first", "later", "then", "deviations"),
    [((), LOW, "eligible", 0), ((*LOW, "Source corrected"), HIGH, "not_eligible", 1)],
)
def test_an_enrolment_dated_back_is_a_deviation_by_the_verdict_of_its_day(
    first: tuple[str, ...], later: tuple[str, ...], then: str, deviations: int
) -> None:
    man = at(*ELIGIBLE, "No")
    man.taps_or_says("/open S-014", *CONSENTS, "/open S-014", *first)
    man.later(days=3)
    man.taps_or_says("/open S-014", *later, "/open S-014", *ENROLS[:-1], "23 Nov")

    assert ("The verdict is not eligible" in man.text()) == bool(deviations)
    man.taps_or_says("01-0001")
    assert man.entries(Kind.PARTICIPATION)[-1].value["verdict"] == then
    assert len(man.entries(Kind.DEVIATION)) == deviations
    assert man.case.verdict.outcome == then


def test_a_verdict_of_an_earlier_version_after_an_enrolment_comes_out_as_recorded(
    weeks_later: Dialogue,
) -> None:
    man = another(weeks_later)
    man.taps_or_says(*FALLEN)
    now = man.case.would_be
    assert now is not None

    day = man.now.date().isoformat()
    old = man.case.entry(Kind.VERDICT_GIVEN, value={**now.as_json(), "as_of": day})
    man.records.append([old], 7, man.now)
    assert of(man).wrong == ()

    wrong = replace(old, value={**old.value, "of": "enrolment"})
    man.records.append([wrong], 7, man.now)
    assert of(man).wrong == (man.records.entries[-1].seq,)
