"""Version 3 of EC-CRT-003: *not pregnant* says why, and nothing else is judged otherwise."""

from typing import Any

from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from ectrial.truth import Truth
from ectrial.wording.advisories import advise
from ectrial.wording.speech import speech
from tests.ectrial.subjects import MAN, SAMPLES, TODAY, TRIAL, WOMAN, finding, judge, varied
from tests.tables import of_each

ANEW = "EXCL09"
TESTED = {"not_pregnant_because": "test_negative"}
DAY = {"pregnancy_test_day": {"date": "2025-05-28"}}


def three() -> Protocol:
    newest = shipped().after(TRIAL)
    assert newest is not None
    return newest


def truth(**changes: Any) -> Truth:
    return finding(judge(varied(changes, WOMAN), three()), ANEW).truth


@of_each(
    ("changes", "excluded"),
    [
        ({}, Truth.UNKNOWN),
        ({"not_pregnant_because": "unknown"}, Truth.UNKNOWN),
        ({"not_pregnant_because": "post_menopausal"}, Truth.FALSE),
        ({"not_pregnant_because": "surgically_sterile"}, Truth.FALSE),
        ({"not_pregnant_because": "other"}, Truth.UNKNOWN),
        (TESTED, Truth.UNKNOWN),
        ({**TESTED, **DAY}, Truth.FALSE),
        ({**TESTED, "pregnancy_test_day": {"date": "2025-06-02"}}, Truth.UNKNOWN),
        ({**TESTED, "pregnancy_test_day": {"date": "2026-01"}}, Truth.UNKNOWN),
        ({**TESTED, **DAY, "lactating": "yes"}, Truth.TRUE),
        ({**TESTED, **DAY, "lactating": "unknown"}, Truth.UNKNOWN),
        ({"pregnant": "yes"}, Truth.TRUE),
        ({"pregnant": "yes", "not_pregnant_because": "unknown"}, Truth.TRUE),
        ({"pregnant": "yes", **TESTED, **DAY}, Truth.UNKNOWN),
        ({"pregnant": "yes", "not_pregnant_because": "other"}, Truth.UNKNOWN),
        ({"pregnant": "unknown", "not_pregnant_because": "post_menopausal"}, Truth.UNKNOWN),
    ],
)
def test_why_a_woman_is_not_pregnant_decides(changes: dict[str, Any], excluded: Truth) -> None:
    assert truth(**changes) is excluded


@of_each(
    ("changes", "told"),
    [
        ({**TESTED, **DAY}, []),
        ({**TESTED, "pregnancy_test_day": {"date": "2025-05-17"}}, ["pregnancy_test_old"]),
        ({**TESTED, "pregnancy_test_day": {"date": "1950-03-14"}}, ["pregnancy_test_old"]),
        ({**TESTED, "pregnancy_test_day": {"date": "2024"}}, ["pregnancy_test_old"]),
        ({**TESTED, "pregnancy_test_day": {"date": "2025-05-18"}}, []),
        ({**TESTED, "pregnancy_test_day": {"date": "2025-05"}}, ["pregnancy_test_old"]),
        ({"not_pregnant_because": "post_menopausal"}, []),
        (
            {"not_pregnant_because": "post_menopausal", "age": {"value": 22, "unit": "a"}},
            ["post_menopausal_early"],
        ),
    ],
)
def test_an_old_test_or_an_early_menopause_is_told_and_excludes_nobody(
    changes: dict[str, Any], told: list[str]
) -> None:
    verdict = judge(varied(changes, WOMAN), three())

    codes = [each.code for each in advise(verdict, speech("en"))]
    assert [
        each for each in codes if each in ("pregnancy_test_old", "post_menopausal_early")
    ] == told
    assert finding(verdict, ANEW).truth is Truth.FALSE


def test_other_reason_is_for_the_investigator() -> None:
    verdict = judge(varied({"not_pregnant_because": "other"}, WOMAN), three())

    told = {advisory.code: advisory.message for advisory in advise(verdict, speech("en"))}
    assert told["R31"] == "Not pregnant for another reason: ask the investigator."


@of_each(
    ("changes", "opens"),
    [
        ({"pregnant": "unknown"}, ["pregnant"]),
        ({"pregnant": "pending"}, ["pregnant"]),
        ({}, ["not_pregnant_because"]),
        ({"not_pregnant_because": "unknown"}, ["not_pregnant_because"]),
        ({"not_pregnant_because": "other"}, ["not_pregnant_because"]),
        (TESTED, ["pregnancy_test_day"]),
        ({"pregnant": "yes", **TESTED}, ["pregnant", "not_pregnant_because"]),
    ],
)
def test_nobody_is_asked_why_or_when_before_it_is_a_question(
    changes: dict[str, Any], opens: list[str]
) -> None:
    verdict = judge(varied(changes, WOMAN), three())

    assert [item.id for item in verdict.open_items[ANEW]] == opens


def test_men_are_asked_for_nothing_of_it() -> None:
    verdict = judge(MAN, three())

    assert finding(verdict, ANEW).truth is Truth.FALSE
    assert verdict.outcome == "eligible"


def test_every_other_criterion_is_judged_as_by_version_2() -> None:
    for case in SAMPLES["cases"]:
        facts = case["facts"]
        before = {f.criterion.id: f.truth for f in judge(facts).findings}
        after = {f.criterion.id: f.truth for f in judge(facts, three(), TODAY).findings}
        assert before.keys() == after.keys()
        differing = {each for each in before if before[each] is not after[each]}
        assert differing <= {ANEW}, case["id"]


def test_a_site_begins_with_version_2_and_keeps_it_until_the_other_is_activated() -> None:
    trials, trial = shipped(), TRIAL.id
    activated = (three().version, three().fingerprint)

    assert (TRIAL.version, three().version) == ("2", "3")
    assert trials.in_use(trial, None, None) is TRIAL
    assert trials.in_use(trial, None, (TRIAL.version, TRIAL.fingerprint)) is TRIAL
    assert trials.in_use(trial, activated, None) is three()
