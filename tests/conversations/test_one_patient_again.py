"""One patient screened again: of answers of several days the latest counts, none comes back."""

from ectrial.trial.versions import shipped
from tests.records import Dialogue

OLIGO = shipped().current("SBRT-OLIGO")
IVB = ("Yes", "Yes", "5", "Taxane+platinum", "Yes", "None on post-treatment imaging", "8 mo")
FISTULA = ("/review", "EXCL05", "☐ Esophagotracheal fistula")
ASKED = "PI asked: screen again"


def tap(chat: Dialogue, start: str) -> str:
    label = next(each for each in chat.labels() if each.startswith(start))
    chat.taps(label)
    return label


def fails(chat: Dialogue) -> None:
    chat.taps_or_says(*FISTULA)
    tap(chat, "Record")
    chat.taps("Stop here")


def both() -> Dialogue:
    """Give a patient who fails EC-CRT-003 and whose answers are used in SBRT-OLIGO ten days on."""
    chat = Dialogue(others=[OLIGO])
    chat.taps_or_says("/new S-014 M 58", "1", *IVB)
    fails(chat)
    chat.later(days=10)
    chat.taps_or_says("/open S-014", "⋯ More", "Other trials ›")
    tap(chat, "Open S-014 in SBRT")
    return chat


def used() -> Dialogue:
    chat = both()
    tap(chat, "Use")
    return chat


def again(chat: Dialogue) -> Dialogue:
    chat.taps_or_says("/trials", "EC-CRT-003 ›")
    chat.later(days=2)
    chat.taps_or_says("/new S-014", ASKED)
    return chat


def test_latest_day_of_several_answers_closes_another_trial() -> None:
    chat = again(used())
    chat.taps_or_says("3", "Other trials ›")

    assert "SBRT-OLIGO, " not in chat.text()
    assert "contradict" not in chat.text()


def test_screening_that_is_repeated_closes_another_trial_as_well() -> None:
    chat = Dialogue(others=[OLIGO])
    chat.taps_or_says("/new S-014 M 58", "3", "Stop here")
    chat.later(days=10)
    chat.taps_or_says("/new S-014", ASKED, "⋯ More", "Other trials ›")

    assert "SBRT-OLIGO, " not in chat.text()


def test_re_screening_is_not_offered_its_own_old_answers_by_way_of_another_trial() -> None:
    chat = again(used())

    assert [each for each in chat.labels() if each.startswith("Use")] == []
    chat.taps_or_says("⋯ More", "Other trials ›")
    assert "Of the screening before this one, asked anew: " in chat.text()


def test_used_answers_are_shown_with_the_day_on_which_they_were_given() -> None:
    chat = both()
    label = tap(chat, "Use")
    n = label.split()[1]

    assert label.endswith("of 23 Nov")
    assert f"{n} answers used." in chat.text()
    assert any(f"Undo {n} answers" in each for each in chat.labels())
    chat.says("/review")
    assert "coordinator · 2026-11-23" in chat.text()
    assert "2026-12-03" not in chat.text()
    tap(chat, "INCL01")
    assert "Recorded: 1 · answered 23 Nov (10 days ago)" in chat.text()


def test_answers_of_several_days_are_offered_with_the_first_and_the_last() -> None:
    chat = Dialogue(others=[OLIGO])
    chat.taps_or_says("/new S-014 M 58", "1")
    chat.later(days=1)
    chat.taps_or_says("/open S-014", *IVB)
    fails(chat)
    chat.taps_or_says("⋯ More", "Other trials ›")
    tap(chat, "Open S-014 in SBRT")

    assert any("answers of 23 Nov–24 Nov" in each for each in chat.labels())
