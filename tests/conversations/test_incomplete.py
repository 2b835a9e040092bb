"""By an incomplete list nobody is told that a subject is eligible, and nothing is signed."""

import pytest

from conversations.places import Place
from conversations.places_of_signing import AskInvestigator, SigningCode, SignOff
from conversations.places_of_what_follows import EnrolledAs, ParticipationDraft
from conversations.signing import hash_of, meaning_of
from ectrial.record.entries import Kind
from tests.conversations.paths import ELIGIBLE
from tests.records import START, Dialogue, MemoryRecords, trial

CUT = trial().model_copy(update={"incomplete": True})
TOLD = "❓ Nothing found against, list incomplete"


def cut() -> Dialogue:
    """Answer everything so that the whole list would make the subject eligible."""
    man = Dialogue(MemoryRecords(), present=CUT, role="principal")
    man.taps_or_says(*ELIGIBLE)
    return man


def test_the_best_verdict_of_an_incomplete_list_is_that_nothing_was_found() -> None:
    man = cut()

    assert man.stands == "verdict"
    assert TOLD in man.text()
    assert "S-014 · criteria incomplete" in man.text()
    assert "later criteria are unknown" in man.text()
    assert not any("sign" in label for label in man.labels())
    assert {e.value["verdict"] for e in man.entries(Kind.VERDICT_GIVEN)} == {"undetermined"}


def test_every_text_and_list_says_that_criteria_are_missing() -> None:
    man = cut()

    for step in ("Text to forward", "Full text", "/list", "/trial", "/log", "-014", "/funnel"):
        man.taps_or_says(step)

        assert "later criteria are unknown" in man.text()
        assert "ligible on" not in man.text()

    man.says("/list")
    assert "❓ list incomplete" in " ".join(man.labels())


def to(man: Dialogue, place: Place) -> Dialogue:
    man.focus = man.focus.at(place)
    return man


@pytest.mark.parametrize("step", ["3", "0"])
def test_nothing_is_signed_by_an_incomplete_list(step: str) -> None:
    man = Dialogue(MemoryRecords(), present=CUT, role="principal")
    man.taps_or_says("/new S-014", step)
    if step == "3":
        man.taps_or_says("Stop here")
    man.enrols()
    before = len(man.records.entries)

    assert meaning_of(man.case.verdict) is None
    for place in (AskInvestigator(), SignOff()):
        assert "nothing is signed on it" in to(man, place).text()
    to(man, SigningCode("not_eligible", hash_of(man.case), man.world.member.last, None))
    man.gives(man.code())

    assert len(man.records.entries) == before


def test_nobody_is_enrolled_by_an_incomplete_list() -> None:
    man = cut()
    before = len(man.records.entries)

    assert "nobody is enrolled by it" in to(man, ParticipationDraft("enrolled", 0)).text()
    to(man, EnrolledAs(START.date(), man.screening.last_seq))
    man.says("01-0312")

    assert "nobody is enrolled by it" in man.text()
    assert len(man.records.entries) == before
