"""A verdict that grows old: told before, shown anew when opened, and never an entry by itself."""

from pathlib import Path

import pytest

from ectrial.record.entries import Kind
from ectrial.record.team import Terms
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import Trials
from tests.ectrial.trial.versions_of_sleep import AGES, PARTS, release
from tests.records import ADMIN, Dialogue, added

ANSWERED = ("/new S-014", "8", "5", "Yes, 5", "1 xULN", "Day", "None of these")


@pytest.fixture
def man(tmp_path: Path) -> Dialogue:
    """Eligible on 23 November; sleep counts until the 26th, and calm until the 28th."""
    release(tmp_path, "1", AGES)
    chat = Dialogue(trials=Trials(tmp_path))
    chat.records.append([added(chat.actor, Terms.of("coordinator"))], ADMIN, chat.now)
    chat.taps_or_says(*ANSWERED)
    return chat


def test_the_verdict_and_the_list_say_until_when_it_holds(man: Dialogue) -> None:
    assert "✅ Eligible" in man.text()
    assert "From 27 Nov 2026: undetermined" in man.text()
    assert "Sleep of 23 Nov 2026 counts until 26 Nov 2026: repeat" in man.text()
    man.taps("Text to forward")
    assert "From 27 Nov 2026: undetermined" in man.text()
    man.taps_or_says("/verdict")
    man.later(days=3)
    man.says("/list")
    assert man.labels()[0] == "S-014 · ✅ until 26 Nov"


def test_it_falls_back_overnight_without_an_entry_and_asks_again(man: Dialogue) -> None:
    entries = len(man.records.entries)
    man.later(days=4)

    man.says("/list")
    assert man.labels()[0] == "S-014 · ❓ too old: repeat"
    man.taps_or_says(man.labels()[0])

    assert "How much sleep?" in man.text()
    assert "Sleep of 23 Nov 2026 is older than 3 days: repeat" in man.text()
    assert len(man.records.entries) == entries


def test_the_same_answer_renews_it_without_a_reason(man: Dialogue) -> None:
    man.later(days=4)
    man.taps_or_says("/list", "S-014 · ❓ too old: repeat", "8")

    (last,) = [each for each in man.entries(Kind.ANSWERED) if each.item == "sleep"][1:]
    assert last.reason is None
    assert "✅ Eligible" in man.text()
    assert "From 29 Nov 2026: undetermined" in man.text()


def test_a_recorded_verdict_is_judged_again_as_of_its_day(man: Dialogue) -> None:
    man.later(days=9)
    man.taps_or_says("/list", "S-014 · ❓ too old: repeat", "Not sure")
    given = [each.value for each in man.entries(Kind.VERDICT_GIVEN)]

    assert [each["as_of"] for each in given] == ["2026-11-23", "2026-12-02"]
    assert [each["zone"] for each in given] == ["UTC", "UTC"]
    assert [each["verdict"] for each in given] == ["eligible", "undetermined"]
    found = recompute(man.records.entries, man.trials)
    assert (found.same, found.wrong) == (2, ())


def test_who_recorded_it_is_told_the_day_before_and_until_it_is_repeated(man: Dialogue) -> None:
    man.later(days=2)
    man.says("/todo")
    assert "Nothing to do." in man.text()

    man.later(days=1)
    man.says("/todo")

    assert "Changes by itself (1)" in man.text()
    assert "S-014 · From 27 Nov 2026: undetermined" in man.text()
    man.later(days=1)
    man.taps_or_says("/start", "To do (1) ›", "Repeat: S-014", "8", "/todo")
    assert "Sleep of" not in man.text()
    # on a Friday also of Sunday
    assert "S-014 · From 29 Nov 2026: undetermined · Calm of 23 Nov 2026" in man.text()


def test_a_part_that_grows_old_alone_is_told_before(tmp_path: Path) -> None:
    aged = ("id: SLEEP-1", "ages: {calm: {days: 5}}\nid: SLEEP-1")
    release(tmp_path, "1", *PARTS, aged)
    man = Dialogue(trials=Trials(tmp_path))
    man.records.append([added(man.actor, Terms.of("coordinator"))], ADMIN, man.now)
    man.taps_or_says(*ANSWERED)
    man.later(days=4)

    man.says("/todo")

    assert "Changes by itself (1)" in man.text()
    assert "Calm of 23 Nov 2026 counts until 28 Nov 2026: repeat" in man.text()
