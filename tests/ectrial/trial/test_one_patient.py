"""What several screenings of one patient say of a third trial: agreed on, or unknown."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ectrial.options import Option
from ectrial.record.consent import Consent
from ectrial.record.screenings import Answer
from ectrial.trial.implied import Implication
from ectrial.trial.not_excluded import NotExcluded, not_excluded
from ectrial.trial.one_patient import Screened, agreed
from tests.ectrial.trial.renamed_sleep import RENAMED as RENAMED_IDS
from tests.ectrial.trial.renamed_sleep import RENAMED_ITEMS
from tests.ectrial.trial.test_carrying import AT, HERE, ID, NOON, OTHER, screened
from tests.ectrial.trial.versions_of_sleep import first_version, two_versions

THIRD = OTHER.model_copy(update={"id": "DREAM-3"})
NIGHTS = HERE.vocabulary["shift"].model_copy(
    update={
        "id": "duty",
        "formerly": ("shift",),
        "options": {
            "day": HERE.vocabulary["shift"].options["day"],
            "nights": Option(en="Night", zh="夜班", formerly=("night",)),
        },
    }
)
RENAMED = OTHER.model_copy(update={"vocabulary": {**OTHER.vocabulary, "duty": NIGHTS}})


def elsewhere(answers: Mapping[str, Any], trial: Any = OTHER, **parts: Any) -> Screened:
    of = screened(answers, **parts)
    return Screened(replace(of, id=ID._replace(trial=trial.id)), trial)


def listed(here: Mapping[str, Any], *linked: Screened, **more: Any) -> list[NotExcluded]:
    table = more.get("table", ())
    return list(not_excluded(screened(here), HERE, [THIRD], table, AT, linked=linked))


def hours(number: str, unit: str = "h") -> dict[str, str]:
    return {"value": number, "unit": unit}


def test_an_answer_of_a_linked_screening_closes_a_third_trial() -> None:
    assert listed({"naps": "no"}, elsewhere({"sleep": hours("3")})) == []
    (found,) = listed({"naps": "no"}, elsewhere({"sleep": hours("9")}))

    assert found.offers.answers.keys() == {"naps", "sleep"}


def test_so_does_what_answers_of_two_screenings_imply_together() -> None:
    line = {"given": {"naps": "yes", "snores": "no"}, "implies": {"shift": "night"}}
    table = [Implication.model_validate(line)]
    there = elsewhere({"snores": "no"})

    (before,) = listed({"naps": "yes"}, there)

    assert before.implied.facts == {}
    assert listed({"naps": "yes"}, table=table) != []
    assert listed({"naps": "yes"}, there, table=table) == []


@pytest.mark.parametrize("own", [False, True])
def test_answers_of_two_trials_that_contradict_each_other_are_unknown(own: bool) -> None:
    there = elsewhere({"sleep": hours("3")}, THIRD if own else OTHER)

    (found,) = listed({"sleep": hours("9")}, there)

    assert [each.item for each in found.implied.contradictions] == ["sleep"]
    assert "sleep" not in found.verdict.facts.items
    assert "sleep" not in found.offers.answers


@pytest.mark.parametrize("own", [False, True])
def test_of_answers_of_different_days_the_latest_counts(own: bool) -> None:
    later = Answer(hours("3"), 2, NOON + timedelta(days=1), 7)
    there = elsewhere({"sleep": later}, THIRD if own else OTHER)

    assert listed({"sleep": hours("9")}, there) == []  # three hours exclude
    (found,) = listed(
        {"sleep": replace(later, value=hours("9"))}, elsewhere({"sleep": hours("3")})
    )
    assert found.implied.contradictions == ()


def test_an_earlier_screening_of_the_same_trial_closes_another_one() -> None:
    before = Screened(screened({"sleep": hours("3")}), HERE)

    assert listed({"naps": "no"}, before) == []


def test_what_contradicts_implies_nothing() -> None:
    line = {"given": {"naps": "yes"}, "implies": {"snores": "yes"}}
    table = [Implication.model_validate(line)]

    (found,) = listed({"naps": "yes"}, elsewhere({"naps": "no"}), table=table)

    assert found.implied.facts == {}


def test_an_implied_answer_that_another_trial_denies_is_unknown() -> None:
    line = {"given": {"naps": "yes"}, "implies": {"snores": "yes"}}
    table = [Implication.model_validate(line)]

    (found,) = listed({"naps": "yes"}, elsewhere({"snores": "no"}), table=table)

    assert [each.item for each in found.implied.contradictions] == ["snores"]
    assert "snores" not in found.verdict.facts.items


def test_equal_amounts_in_two_units_agree() -> None:
    (found,) = listed({"sleep": hours("8")}, elsewhere({"sleep": hours("480", "min")}))

    assert found.implied.contradictions == ()
    assert found.verdict.facts.quantity("sleep") is not None


def test_of_two_samples_the_latest_counts_with_the_limit_of_its_own_report() -> None:
    old = {"value": "5", "unit": "mg/L", "date": "2026-11-24"}
    new = {"value": "9", "unit": "mg/L", "date": "2026-11-26"}
    limit = {"value": "40", "unit": "mg/L"}

    (found,) = listed({"marker": old, "marker_uln": limit}, elsewhere({"marker": new}))

    assert found.verdict.facts.items["marker"].taken == date(2026, 11, 26)  # type: ignore[union-attr] # a number
    assert "marker_uln" not in found.verdict.facts.items


def test_nothing_of_a_linked_screening_counts_after_a_refusal() -> None:
    declined = elsewhere({"sleep": hours("3")}, consents=(Consent("declined", seq=1),))

    assert [each.trial.id for each in listed({"naps": "no"}, declined)] == ["DREAM-3"]


def test_an_answer_under_a_former_id_meets_that_under_the_present_one() -> None:
    here = Screened(screened({"shift": "night"}), HERE)

    alike = agreed((here, elsewhere({"duty": "nights"}, RENAMED)), AT.day_of)
    unlike = agreed((here, elsewhere({"duty": "day"}, RENAMED)), AT.day_of)

    assert alike.answers == {"shift": "night", "duty": "nights"}
    assert alike.contradictions == ()
    assert unlike.answers == {}
    assert [each.values for each in unlike.contradictions] == [("nights", "day")]


def test_answers_of_the_trial_itself_count_under_their_former_ids(tmp_path: Path) -> None:
    trials = two_versions(tmp_path, *RENAMED_IDS, items=RENAMED_ITEMS)
    now, before = trials.current(HERE.id), first_version(trials)
    there = Screened(screened({"sleep": hours("3")}), before)

    found = not_excluded(
        replace(screened({"naps": "no"}), id=ID._replace(trial=OTHER.id)),
        OTHER,
        [now],
        (),
        AT,
        linked=(there,),
    )

    assert found == ()  # three hours exclude, under whichever id
