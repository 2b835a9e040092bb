"""A date is given by three taps at most, or typed, as far as it is known."""

from pathlib import Path

import pytest

from conversations.screen import ROW_WIDTH, width
from ectrial.text import Language
from ectrial.trial.versions import Trials
from tests.conversations.paths import another
from tests.ectrial.trial.versions_of_sleep import release
from tests.records import Dialogue
from tests.tables import of_each

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


def asked(folder: Path, language: Language = "en", item: str = "holiday") -> Dialogue:
    none = ", none: no" if item == "holiday" else ""
    changes = [(a, b.replace(", none: no", none).replace("holiday", item)) for a, b in CHANGES]
    release(folder, "1", *changes)
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
        (("2026", "Sep", "30"), "2026-09-30"),
        (("‹ 2022", "2019", "Only 2019"), "2019"),
        (("‹ 2022", "‹ 2008", "2001", "Jan", "31"), "2001-01-31"),
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


@of_each("language", ["en", "zh"])
@of_each("item", ["holiday", "move", "new_job"])
def test_each_of_its_cards_fits_a_small_phone(
    tmp_path: Path, language: Language, item: str
) -> None:
    man = asked(tmp_path, language, item)
    man.says("2025-03-14")
    man.taps("‹ Back" if language == "en" else "‹ 返回")
    march = "•Mar" if language == "en" else "•3月"
    older = next(label for label in man.labels() if label.startswith("‹ 20"))
    for taps in ((), (older,), ("•2025",), ("•2025", march)):
        other = another(man)
        other.taps(*taps)
        rows = [[button.label for button in row] for row in other.card.rows]
        assert len(rows) <= 5
        for row in rows:
            assert len(row) * max(map(width, row)) <= ROW_WIDTH + 8, row
