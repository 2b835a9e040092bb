"""Which answers another trial is offered, and which trials they leave open: on the toy trial."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from ectrial.record.consent import Consent
from ectrial.record.screenings import Answer, Screening
from ectrial.record.sources import Sourced
from ectrial.record.subjects import ScreeningId
from ectrial.rules.spans import written_span
from ectrial.text import Text
from ectrial.trial.ages import Age
from ectrial.trial.carrying import Offer, offer
from ectrial.trial.implied import Implication
from ectrial.trial.not_excluded import Moment, NotExcluded, not_excluded
from ectrial.trial.one_patient import Screened
from ectrial.trial.protocol import Protocol
from tests.ectrial.toy import SLEEP
from tests.tables import of_each

TODAY = date(2026, 11, 28)
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
ID = ScreeningId("site-1", SLEEP.id, "S-014", 1)
SIGNED = Consent("signed", TODAY, "1.0", seq=1)
DECLINED = Consent("declined", seq=1)
SAMPLED = {
    name: item.model_copy(update={"sample": name in ("marker", "load")})
    for name, item in SLEEP.vocabulary.items()
}
HERE = SLEEP.model_copy(update={"vocabulary": SAMPLED, "ways": {}})
OTHER = HERE.model_copy(update={"id": "NAP-2", "sample_days": 7})


def marker(day: str = "2026-11-26") -> dict[str, str]:
    return {"value": "5", "unit": "mg/L", "date": day}


def screened(answers: Mapping[str, Any], **parts: Any) -> Screening:
    known = {
        item: each if isinstance(each, Answer) else Answer(each, seq, NOON, 7)
        for seq, (item, each) in enumerate(answers.items(), start=2)
    }
    return Screening(ID, NOON, SLEEP.version, SLEEP.fingerprint, answers=known, **parts)


def offered(
    screening: Screening,
    there: Protocol = OTHER,
    under: Protocol = HERE,
    known: Mapping[str, Any] | None = None,
) -> Offer:
    return offer(screening, under, there, known or {}, TODAY, datetime.date)


def test_answers_are_offered_with_their_entry_and_their_own_day() -> None:
    found = offered(screened({"naps": "no", "marker": marker("2026-11-24")}))

    days = {item: each.day.isoformat() for item, each in found.answers.items()}
    assert days == {"naps": "2026-11-26", "marker": "2026-11-24"}
    assert found.pinned == (("naps", 2), ("marker", 3))


def test_source_of_an_answer_comes_along() -> None:
    screening = screened({"naps": "no"}, sources={"naps": Sourced("patient", 9)})

    assert offered(screening).answers["naps"].source == "patient"


def test_what_is_known_there_is_not_offered_again() -> None:
    screening = screened({"naps": "no", "shift": "day"})

    found = offered(screening, known={"naps": "yes", "shift": "unknown"})

    assert found.answers.keys() == {"shift"}
    assert found.left == {}


@of_each(
    ("screening", "why"),
    [
        (screened({"marker": marker("2026-11-20")}), "too_old"),
        (screened({"marker": Answer(marker(), 2, NOON, 7, source="S-001")}), "copied"),
        (screened({"marker": "meets"}), "other_limit"),
        (screened({"marker_uln": {"value": "40", "unit": "mg/L"}}), "no_lab"),
        (screened({"naps": "no"}), "defined_otherwise"),
    ],
)
def test_reason_is_told_for_what_is_not_offered(screening: Screening, why: str) -> None:
    naps = SAMPLED["naps"].model_copy(update={"name": Text(en="Long naps", zh="久睡")})
    stricter = OTHER.model_copy(
        update={"vocabulary": {**SAMPLED, "naps": naps}, "criteria": OTHER.criteria[:1]}
    )

    found = offered(screening, stricter)

    assert found.answers == {}
    assert list(found.left.values()) == [why]


@pytest.mark.parametrize(
    "parts", [{"voided": True}, {"consents": (DECLINED,)}, {"consents": (SIGNED, DECLINED)}]
)
def test_nothing_is_offered_after_a_refusal_or_from_a_voided_screening(parts: Any) -> None:
    assert offered(screened({"naps": "no"}, **parts)) == Offer()


def test_what_is_not_known_is_not_offered() -> None:
    assert offered(screened({"naps": "unknown", "load": "not_done"})) == Offer()


def test_answer_of_a_study_procedure_needs_consent_that_covers_it() -> None:
    answers = {"sleep": {"value": "8", "unit": "h"}, "marker": marker(), "naps": "no"}
    under = HERE.model_copy(update={"ways": SLEEP.ways or _ways()})

    before = offered(screened(answers), under=under)
    after = offered(screened(answers, consents=(SIGNED,)), under=under)
    seen = offered(
        screened(answers, consents=(SIGNED,), sources={"marker": Sourced("chart", 9)}), under=under
    )

    assert before.left == {"sleep": "no_consent"}
    assert after.left == {"sleep": "no_consent", "marker": "no_consent"}
    assert seen.left == {"sleep": "no_consent"}


def test_answer_of_a_study_procedure_is_offered_where_consent_covers_it() -> None:
    answers = {"sleep": {"value": "8", "unit": "h"}, "marker": marker(), "naps": "no"}
    under = HERE.model_copy(update={"ways": SLEEP.ways or _ways()})
    covering = replace(SIGNED, scope="site")

    found = offered(screened(answers, consents=(SIGNED, covering)), under=under)

    by_consent = {item: each.by_consent for item, each in found.answers.items()}
    assert found.left == {}
    assert by_consent == {"sleep": True, "marker": True, "naps": False}
    assert offered(screened(answers, consents=(covering, SIGNED)), under=under).left


def _ways() -> Any:
    from ectrial.trial.ways import load_ways
    from tests.ectrial.toy import ITEMS, TOY

    return load_ways(TOY / "settling.yaml", [ITEMS])


AT = Moment(TODAY, datetime.date)


def listed(screening: Screening, *there: Protocol, **more: Any) -> list[NotExcluded]:
    return list(not_excluded(screening, HERE, there, more.pop("table", ()), AT, **more))


def test_trial_that_an_answer_closes_is_not_named() -> None:
    awake = screened({"sleep": {"value": "3", "unit": "h"}})
    rested = screened({"sleep": {"value": "9", "unit": "h"}})

    assert listed(awake, OTHER) == []
    assert [each.trial.id for each in listed(rested, HERE, OTHER)] == ["NAP-2"]


def test_trial_that_is_closed_by_what_answers_imply_is_not_named() -> None:
    table = [
        Implication.model_validate(
            {"given": {"naps": "yes"}, "implies": {"snores": "yes", "shift": "night"}}
        )
    ]
    screening = screened({"naps": "yes"})

    (before,) = listed(screening, OTHER)
    assert listed(screening, OTHER, table=table) == []
    assert before.implied.facts == {}


def test_trials_not_open_here_stand_last_and_the_fewest_questions_first() -> None:
    screening = screened({"naps": "no"})
    short = OTHER.model_copy(update={"id": "SHORT-3", "criteria": OTHER.criteria[:1]})
    closed = short.model_copy(update={"id": "CLOSED-4"})

    found = listed(screening, closed, OTHER, short, is_open=lambda trial: trial != "CLOSED-4")

    assert [each.trial.id for each in found] == ["SHORT-3", "NAP-2", "CLOSED-4"]
    assert found[0].left < found[1].left
    assert not found[2].is_open


def test_nothing_is_listed_after_a_refusal() -> None:
    assert listed(replace(screened({"naps": "no"}), consents=(DECLINED,)), OTHER) == []


def test_every_answer_counts_there_as_of_its_own_day() -> None:
    """Naps and sleep were asked two days ago, here and there; sleep may be a day old."""
    ages = {"sleep": Age(written_span({"days": 1})), "naps": Age(written_span({"days": 2}))}
    there = OTHER.model_copy(update={"language": 3, "ages": ages})
    here = screened({"naps": "no"})
    asked = screened({"sleep": {"value": "9", "unit": "h"}})
    other = replace(asked, id=ID._replace(trial="NAP-2"))

    (found,) = listed(here, there, linked=[Screened(other, there)])

    assert found.verdict.given.answered == dict.fromkeys(("naps", "sleep"), NOON.date())
    assert list(found.verdict.stale) == ["sleep"]
    assert found.verdict.changes_on == date(2026, 11, 29)
