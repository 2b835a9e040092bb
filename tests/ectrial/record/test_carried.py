"""Answers carried over: each hangs on the entry it came from, and lapses once that is changed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ectrial.record.carried import Lapse, lapse_value, origin_value
from ectrial.record.consent import Consent
from ectrial.record.entries import MINE, Entry, Kind, NewEntry, Reason
from ectrial.record.folding import fold
from ectrial.record.lapsing import lapses, with_lapses
from ectrial.record.links import fold_links
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from tests.ectrial.record.test_links import linked, unlinked

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
HERE, THERE = (ScreeningId("site-1", trial, "S-014", 1) for trial in ("TRIAL-B", "TRIAL-A"))
WBC = {"value": "5.2", "unit": "10*9/L", "date": "2026-11-24"}


class Story:
    """Two screenings of one patient: `wbc` and `hiv` answered there were carried over here."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.tells(THERE, Kind.OPENED)
        self.tells(THERE, Kind.ANSWERED, "wbc", WBC)
        self.tells(THERE, Kind.ANSWERED, "hiv", "negative")
        self.tells(HERE, Kind.OPENED)
        for said in linked(THERE, HERE):
            self.adds(said)
        for of, item, value in ((2, "wbc", WBC), (3, "hiv", "negative")):
            self.tells(HERE, Kind.ANSWERED, item, value)
            self.tells(HERE, Kind.CARRIED, item, origin_value(of, date(2026, 11, 24)))

    def tells(
        self, id_: ScreeningId, kind: Kind, item: str | None = None, value: Any = None
    ) -> None:
        reason = Reason.DATA_ENTRY_ERROR if kind is Kind.CORRECTED else None
        self.adds(NewEntry(kind, id_.trial, id_, item, value, reason))

    def adds(self, said: NewEntry) -> None:
        kept = replace(said, value=json.loads(json.dumps(said.value)))
        at = NINE + timedelta(hours=len(self.entries))
        self.entries.append(Entry(len(self.entries) + 1, at, 7, "coordinator", "telegram", kept))

    def of(self, id_: ScreeningId) -> Screening:
        found = fold(each for each in self.entries if each.said.screening == id_)
        assert found is not None
        return found

    def history(self, seq: int) -> Sequence[Entry]:
        id_ = self.entries[seq - 1].said.screening
        return [each for each in self.entries if id_ and each.said.screening == id_]

    def lapses(self, id_: ScreeningId = HERE) -> dict[str, Lapse]:
        return lapses(self.of(id_), self.history, fold_links(self.entries).are_linked)

    def whys(self) -> dict[str, str]:
        return {item: lapse.why for item, lapse in self.lapses().items()}


def test_carried_answer_keeps_its_origin_and_its_own_day() -> None:
    screening = Story().of(HERE)

    origin = screening.origin("hiv")
    assert origin is not None
    assert (origin.of, origin.day) == (3, date(2026, 11, 24))
    assert screening.answers["wbc"].value == WBC
    assert Story().lapses() == {}


def test_correction_of_the_origin_makes_the_carried_answer_lapse() -> None:
    story = Story()
    story.tells(THERE, Kind.CORRECTED, "wbc", {**WBC, "value": "2.5"})

    assert story.whys() == {"wbc": "corrected"}
    assert with_lapses(story.of(HERE), story.lapses()).answers.keys() == {"hiv"}

    story.tells(THERE, Kind.CORRECTED, "wbc", WBC)
    assert story.whys() == {}, "what was taken back stands again"


def test_correction_of_the_origin_is_found_under_the_id_that_a_move_gave_it() -> None:
    story = Story()
    story.tells(THERE, Kind.MOVED, value={"items": {"wbc": "leucocytes"}, "options": {}})
    assert story.whys() == {}

    story.tells(THERE, Kind.CORRECTED, "leucocytes", {**WBC, "value": "2.5"})

    assert story.whys() == {"wbc": "corrected"}


def test_later_sample_of_the_origin_leaves_the_carried_answer() -> None:
    story = Story()
    later = {**WBC, "value": "3.9", "date": "2026-11-26"}
    story.tells(THERE, Kind.ANSWERED, "wbc", later)
    story.tells(THERE, Kind.CORRECTED, "wbc", {**later, "value": "4.1"})

    assert story.whys() == {}


@pytest.mark.parametrize("value", [None, MINE])
def test_voided_or_cleared_origin_makes_all_lapse_until_restored(value: str | None) -> None:
    story = Story()
    story.tells(THERE, Kind.CLEARED, value=value)
    assert story.whys() == {"wbc": "cleared", "hiv": "cleared"}
    story.tells(THERE, Kind.RESTORED)
    assert story.whys() == {}
    story.tells(THERE, Kind.VOIDED)

    assert story.whys() == {"wbc": "voided", "hiv": "voided"}


def test_patient_said_to_be_another_makes_all_lapse() -> None:
    story = Story()
    for said in unlinked(THERE, HERE):
        story.adds(said)

    assert story.whys() == {"wbc": "unlinked", "hiv": "unlinked"}


def test_what_a_study_found_lapses_once_no_consent_there_covers_it() -> None:
    story = Story()
    covering = Consent("signed", date(2026, 11, 24), "3.1", scope="site")
    story.tells(THERE, Kind.CONSENT, value=covering.value)
    story.tells(HERE, Kind.ANSWERED, "marker", "positive")
    value = origin_value(3, date(2026, 11, 24), by_consent=True)
    story.tells(HERE, Kind.CARRIED, "marker", value)
    assert story.whys() == {}

    story.tells(THERE, Kind.CONSENT, value=Consent("withdrawn", date(2026, 11, 25)).value)
    withdrawn = story.lapses()["marker"]
    story.tells(THERE, Kind.CONSENT, value=replace(covering, scope="this_trial").value)
    restricted = story.whys()
    story.tells(THERE, Kind.CONSENT, value=covering.value)

    assert (withdrawn.why, withdrawn.at_utc) == ("consent", story.entries[-3].at_utc)
    assert restricted == {"marker": "consent"}
    assert story.whys() == {}


def test_answer_given_here_since_hangs_on_nothing_elsewhere() -> None:
    story = Story()
    story.tells(HERE, Kind.CORRECTED, "wbc", {**WBC, "value": "4.8"})
    story.tells(THERE, Kind.CORRECTED, "wbc", {**WBC, "value": "2.5"})

    assert story.of(HERE).origin("wbc") is None
    assert story.whys() == {}


def test_noted_lapse_takes_the_answer_out_until_it_is_given_again() -> None:
    story = Story()
    story.tells(THERE, Kind.CORRECTED, "wbc", {**WBC, "value": "2.5"})
    story.tells(HERE, Kind.LAPSED, "wbc", lapse_value(story.lapses()["wbc"]))
    assert story.of(HERE).answers.keys() == {"hiv"}
    assert story.of(HERE).lapsed["wbc"].why == "corrected"
    assert story.whys() == {}

    story.tells(HERE, Kind.ANSWERED, "wbc", WBC)

    assert story.of(HERE).answers["wbc"].value == WBC
    assert story.of(HERE).lapsed == {}


def test_lapse_of_an_answer_given_since_is_not_taken() -> None:
    story = Story()
    story.tells(THERE, Kind.CORRECTED, "wbc", {**WBC, "value": "2.5"})
    noted = lapse_value(story.lapses()["wbc"])
    story.tells(HERE, Kind.CORRECTED, "wbc", {**WBC, "value": "2.5"})

    story.tells(HERE, Kind.LAPSED, "wbc", noted)

    assert story.of(HERE).answers["wbc"].value == {**WBC, "value": "2.5"}


def test_answer_carried_on_to_a_third_trial_lapses_with_the_first() -> None:
    story, third = Story(), ScreeningId("site-1", "TRIAL-C", "S-014", 1)
    story.tells(third, Kind.OPENED)
    for said in linked(HERE, third, "pair-0002"):
        story.adds(said)
    story.tells(third, Kind.ANSWERED, "hiv", "negative")
    story.tells(third, Kind.CARRIED, "hiv", origin_value(9, date(2026, 11, 24)))
    assert story.lapses(third) == {}

    story.tells(THERE, Kind.CORRECTED, "hiv", "positive")

    assert {item: lapse.why for item, lapse in story.lapses(third).items()} == {"hiv": "lapsed"}
