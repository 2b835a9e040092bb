"""A trial with parts says for which a subject is eligible, on the card, in texts and on record."""

from dataclasses import replace
from pathlib import Path

import pytest

from conversations.queries import unasked
from conversations.words.verdict import outcome_words, verdict_name
from ectrial.record.entries import Entry, Kind
from ectrial.text import Language
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import Trials
from ectrial.wording.speech import speech
from tests.ectrial.trial.versions_of_sleep import PARTS, release, with_parts
from tests.records import Dialogue

ELIGIBLE = "✅ Eligible on the listed criteria: ⛔ Part B (INCL02A) · ✅ Part C"


def screened(folder: Path, language: Language = "en") -> Dialogue:
    release(folder, "1", *PARTS)
    man = Dialogue(trials=Trials(folder), language=language)
    yes = "Yes, 9" if language == "en" else "是，9"
    man.taps_or_says("/new S-014", "8 h", "9", yes)
    return man


def given(man: Dialogue) -> list[object]:
    return [e.said.value for e in man.records.entries if e.said.kind is Kind.VERDICT_GIVEN]


def test_a_failure_of_one_part_stops_nothing_and_closes_its_questions(tmp_path: Path) -> None:
    man = screened(tmp_path)

    assert man.asked == "shift"  # the marker is of part B alone
    assert "Shift?" in man.text()


def test_the_card_the_text_and_the_record_say_for_which_part(tmp_path: Path) -> None:
    man = screened(tmp_path)
    man.taps_or_says("Day", "No")

    assert ELIGIBLE in man.text()
    (value,) = given(man)
    assert isinstance(value, dict)
    assert value["verdict"] == "eligible"
    assert value["parts"] == {"B": "not_eligible", "C": "eligible"}
    man.taps_or_says("Text to forward")
    assert ELIGIBLE in man.text()


def test_a_recorded_verdict_is_computed_again_with_its_parts(tmp_path: Path) -> None:
    man = screened(tmp_path)
    man.taps_or_says("Day", "No")
    other = {"B": "eligible", "C": "eligible"}

    def told(entry: Entry) -> Entry:
        if entry.said.kind is not Kind.VERDICT_GIVEN:
            return entry
        value = {**entry.said.value, "parts": other}
        return replace(entry, said=replace(entry.said, value=value))

    entries, trials = man.records.entries, Trials(tmp_path)

    assert recompute(entries, trials).same == 1
    assert recompute(entries, trials).wrong == ()
    assert len(recompute(map(told, entries), trials).wrong) == 1


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "❓ Undetermined: ⛔ Part B (INCL02A) · ❓ Part C (EXCL01, EXCL02)"),
        ("zh", "⛔ B部分（INCL02A）"),
    ],
)
def test_open_parts_are_named_in_both_languages(
    tmp_path: Path, language: Language, says: str
) -> None:
    verdict = screened(tmp_path).case.verdict

    assert says in verdict_name(speech(language), verdict)
    assert outcome_words(speech(language), verdict) == verdict_name(speech(language), verdict)


def test_an_open_part_beside_one_to_enter_stays_open_work() -> None:
    man = Dialogue(trials=with_parts())
    man.taps_or_says("/new S-014", "8 h", "5", "Yes, 5", "Not sure", "Day", "No", "Yes")

    assert man.case.verdict.outcome == "eligible"
    assert [each.id for each in unasked(man.case)] == ["marker"]


def test_who_enters_a_closed_part_enters_by_a_deviation(tmp_path: Path) -> None:
    man = screened(tmp_path)
    signed = ("Consent ›", "Signed…", "Today", "3.1")
    to_it = ("⋯ More", "Study team ›", "What came of it ›", "Enrolled…")
    man.taps_or_says("Day", "No", "Yes", *to_it, *signed, "Enrolled…", "Today", "⛔ Part B")
    assert "The verdict is not eligible (INCL02A)" in man.text()

    man.taps_or_says("01-0312")

    (enrolled,) = man.entries(Kind.PARTICIPATION)
    assert (enrolled.value["part"], enrolled.value["verdict"]) == ("B", "not_eligible")
    assert "Enrolled though not eligible (INCL02A)." in str(man.entries(Kind.DEVIATION)[0].text)
    assert "Part B, though not eligible then" in man.text()
