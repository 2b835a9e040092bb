"""A date is given by three taps at most, or typed, as far as it is known."""

from pathlib import Path

import pytest

from conversations.cards import show
from conversations.screen import ROW_WIDTH, width
from ectrial.text import Language
from ectrial.trial.versions import Trials
from tests.ectrial.trial.versions_of_sleep import release
from tests.records import Dialogue

RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
EITHER = """any:
        - above: {item: sleep, limit: 7, unit: h}
        - within: {item: holiday, before: today, at_most: {months: 6}, none: no}

"""
ASKED = """questions:
  - {id: holiday, criterion: INCL01, items: [holiday], asks: {en: "Holiday?", zh: "休假？"}}

"""
CHANGES = (
    ("id: SLEEP-1", "language: 3\nid: SLEEP-1"),
    (RULE, EITHER),
    ("questions:\n", ASKED),
)


def asked(folder: Path, language: Language = "en") -> Dialogue:
    release(folder, "1", *CHANGES)
    man = Dialogue(trials=Trials(folder), language=language)
    man.taps_or_says("/new S-014")
    return man


@pytest.fixture
def man(tmp_path: Path) -> Dialogue:
    return asked(tmp_path)


def recorded(man: Dialogue) -> object:
    return man.records.entries[-1].said.value


def test_year_month_and_day_are_three_taps(man: Dialogue) -> None:
    man.taps_or_says("2024", "Feb")
    assert "Feb 2024: which day?" in man.text()

    man.taps_or_says("29")

    assert recorded(man) == "2024-02-29"
    assert "Holiday: 29 Feb 2024, 998 days before today (needs ≤ 6 months)" in man.text()


@pytest.mark.parametrize(
    ("taps", "value"),
    [
        (("Today",), "2026-11-23"),
        (("21 Nov",), "2026-11-21"),
        (("Sep", "30"), "2026-09-30"),
        (("2025", "Only 2025"), "2025"),
        (("2025", "Mar", "Only Mar 2025"), "2025-03"),
        (("2025", "‹ Other year", "2024", "Mar", "‹ Other month", "Apr", "1"), "2024-04-01"),
        (("There was none",), "not_applicable"),
        (("Not sure",), "unknown"),
    ],
)
def test_a_tap_records_what_its_label_says(
    man: Dialogue, taps: tuple[str, ...], value: str
) -> None:
    man.taps_or_says(*taps)

    assert recorded(man) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 Mar 2021", "2021-03-14"),
        ("2021-03", "2021-03"),
        ("2021年3月", "2021-03"),
        ("March 2021", "2021-03"),
        ("2021", "2021"),
        ("yesterday", "2026-11-22"),
    ],
)
def test_a_date_may_be_typed(man: Dialogue, text: str, value: str) -> None:
    man.says(text)

    assert recorded(man) == value


@pytest.mark.parametrize("text", ["24 Nov 2026", "2027", "3/4/2021", "30 Feb 2021", "5.2", "soon"])
def test_what_lies_ahead_or_is_no_date_is_asked_again(man: Dialogue, text: str) -> None:
    entries = len(man.records.entries)

    man.says(text)

    assert "Holiday?" in man.text()
    assert "lies ahead" in man.text() or "I could not read one date" in man.text()
    assert len(man.records.entries) == entries


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_of_its_cards_fits_a_phone(tmp_path: Path, language: Language) -> None:
    man = asked(tmp_path, language)
    for tap in ("", "2024", "Mar" if language == "en" else "3月"):
        man.taps_or_says(*filter(None, [tap]))
        rows = [[button.label for button in row] for row in show(man.world, man.focus).rows]
        assert len(rows) <= 8
        for row in rows:
            assert len(row) * max(map(width, row)) <= ROW_WIDTH + 8, row
