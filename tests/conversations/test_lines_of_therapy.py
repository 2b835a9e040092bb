"""Lines of therapy by thumb: class, drug, start, end and reason, a date by three taps at most."""

import shutil
from pathlib import Path

import pytest

from conversations.cards import show
from conversations.screen import ROW_WIDTH, width
from ectrial.record.entries import Kind
from ectrial.text import Language
from ectrial.trial.versions import FROZEN, PROTOCOLS, Trials
from tests.ectrial.trial.versions_of_sleep import freeze, release
from tests.records import Dialogue

RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
ENDED = """any:
        - above: {item: sleep, limit: 7, unit: h}
        - each:
            things: lines_of_therapy
            that: {within: {item: end, before: today, at_least: {months: 6}, none: no}}

"""
ASKED = """questions:
  - {id: lines, criterion: INCL01, items: [lines_of_therapy], asks: {en: "Lines?", zh: "几线？"}}

"""
CHANGES = (
    ("id: SLEEP-1", "language: 3\nid: SLEEP-1"),
    (RULE, ENDED),
    ("questions:\n", ASKED),
)
WAY = 'lines_of_therapy: [{kind: chart, where: ward, how: {en: "chart", zh: "病历"}}]\n'
ITEM = PROTOCOLS / "shared" / "lines_of_therapy" / "1" / "items" / "lines_of_therapy.yaml"
TO_THE_END = ("Add one ›", "Chemotherapy", "Platinum + taxane", "2025", "Only 2025")


def asked(folder: Path, language: Language = "en") -> Dialogue:
    release(folder, "1", *CHANGES)
    shutil.copy(ITEM, folder / "sleep" / "1" / "items")
    (folder / FROZEN).unlink()
    with (folder / "sleep" / "settling.yaml").open("a", encoding="utf-8") as settling:
        settling.write(WAY)
    freeze(folder, "1")
    man = Dialogue(trials=Trials(folder), language=language)
    man.taps_or_says("/new S-014")
    return man


@pytest.fixture
def man(tmp_path: Path) -> Dialogue:
    return asked(tmp_path)


def recorded(man: Dialogue) -> object:
    return man.records.entries[-1].said.value


def test_a_line_is_entered_by_taps_alone(man: Dialogue) -> None:
    man.taps_or_says(*TO_THE_END)
    assert "Chemotherapy, platinum + taxane, start: 2025" in man.text()
    man.taps_or_says("2026", "Mar")
    assert "Mar 2026: which day?" in man.text()
    man.taps_or_says("14", "Progression", "That is all")

    line = {"class": "chemotherapy", "drug": "platinum_taxane", "start": "2025"}
    line |= {"end": "2026-03-14", "reason": "progression"}
    assert recorded(man) == {"things": [line], "complete": "yes"}
    assert "end ≥ 6 months before today: 1 of 1 (needs each one) ✓" in man.text()


def test_an_end_is_typed_or_none_and_what_cannot_be_is_asked_again(man: Dialogue) -> None:
    man.taps_or_says(*TO_THE_END, "14 Mar 2031")
    assert "lies ahead" in man.text()
    man.taps_or_says("some day")
    assert "I could not read one date" in man.text()
    man.taps_or_says("Feb 2026", "Toxicity")
    assert "1. Chemotherapy, platinum + taxane, start: 2025, end: Feb 2026, toxicity" in man.text()

    man.taps_or_says("1. Chemotherapy ›", "End ›", "2026", "‹ Other year", "There was none")

    assert "end: there was none" in man.text()


def test_a_line_that_ends_before_it_starts_is_asked_about_first(man: Dialogue) -> None:
    man.taps_or_says(*TO_THE_END, "Mar 2024", "Progression", "That is all")
    assert "Number 1 ends before it starts." in man.text()
    assert man.entries(Kind.ANSWERED) == []

    man.taps_or_says("‹ Answer again", "1. Chemotherapy ›", "End ›", "Mar 2026", "That is all")

    assert len(man.entries(Kind.ANSWERED)) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_button_fits_a_phone(tmp_path: Path, language: Language) -> None:
    man = asked(tmp_path, language)
    steps = {
        "en": ["Add one ›", "Chemotherapy", "Platinum + taxane", "2025", "Mar"],
        "zh": ["添加一个 ›", "化疗", "铂类+紫杉类", "2025", "3月"],
    }
    for step in steps[language]:
        man.taps_or_says(step)
        for row in show(man.world, man.focus).rows:
            widest = max(width(button.label) for button in row)
            assert len(row) * widest <= ROW_WIDTH + 8, row
