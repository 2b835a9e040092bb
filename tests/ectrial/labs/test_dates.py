"""A day is read in the forms that reports and people use, and refused in any other."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ectrial.labs.dates import day_of, read_day
from tests.tables import of_each

TODAY = date(2026, 11, 23)


@of_each(
    ("typed", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("2026年11月20日", "2026-11-20"),
        ("２０２６．１１．２０", "2026-11-20"),
        ("11.20", None),
        ("11/20", None),
        ("11-20", "2026-11-20"),
        ("11月20日", "2026-11-20"),
        ("12-30", "2025-12-30"),
        ("2026-11-24", None),
        ("2024-01-01", None),
        ("20-11", None),
        ("2-30", None),
        ("20", None),
        ("yesterday evening", None),
        ("11-20-1", None),
        ("11月20号", None),
        ("", None),
    ],
)
def test_a_day_is_read_or_refused(typed: str, expected: str | None) -> None:
    read = read_day(typed, TODAY)

    assert (read and read.isoformat()) == expected


@given(st.integers(0, 366))
def test_a_day_of_the_last_year_is_read_back_as_typed(ago: int) -> None:
    day = TODAY - timedelta(days=ago)

    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(f"{day.year}年{day.month}月{day.day}日", TODAY) == day


@given(st.text(alphabet="0129-/.年月日 \u3000", max_size=14))
def test_no_typed_text_makes_it_raise(text: str) -> None:
    assert read_day(text, TODAY) is None or text.strip()


def test_a_date_without_its_year_needs_one() -> None:
    assert day_of("11-20") is None
    assert day_of("11-20", 2026) == date(2026, 11, 20)
    assert day_of("2026-02-30") is None
