from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ectrial.labs.typed_days import (
    read_coming_day,
    read_day_ahead,
    read_typed_day,
    without_day,
)
from tests.tables import of_each

TODAY = date(2026, 11, 29)


@of_each(
    ("typed", "day"),
    [
        *[("Today", "2026-11-29"), ("昨天", "2026-11-28"), ("2天前", "2026-11-27")],
        *[("20.11.", "2026-11-20"), ("20.11.2026", "2026-11-20"), ("20/11", "2026-11-20")],
        *[("11/20", "2026-11-20"), ("Nov 20", "2026-11-20"), ("20 Nov 2026", "2026-11-20")],
        *[("11月20日", "2026-11-20"), ("2026.11.20", "2026-11-20"), ("10/10", "2026-10-10")],
        *[("5/11", None), ("5.11.2026", None), ("30.11", None), ("31.02.2026", None)],
        *[("last Friday", None), ("20", None), ("5.2", None), ("", None), ("yesterday WBC", None)],
    ],
)
def test_day_is_read_only_if_it_can_be_no_other(typed: str, day: str | None) -> None:
    assert read_typed_day(typed, TODAY) == (day and date.fromisoformat(day))


@of_each(
    ("typed", "day"),
    [
        *[("28.12.2026", "2026-12-28"), ("28.12.", "2026-12-28"), ("28/12", "2026-12-28")],
        *[("12/28", "2026-12-28"), ("12-28", "2026-12-28"), ("28/12/2026", "2026-12-28")],
        *[
            ("12月28日", "2026-12-28"),
            ("12月28号", "2026-12-28"),
            ("2026年12月28日", "2026-12-28"),
        ],
        *[("Dec 28", "2026-12-28"), ("28 Dec", "2026-12-28"), ("Dec. 28, 2026", "2026-12-28")],
        *[("2026.12.28", "2026-12-28"), ("2031-06-30", "2031-06-30"), ("30 June", "2027-06-30")],
        *[("tomorrow", "2026-11-30"), ("后天", "2026-12-01"), ("in 100 days", "2027-03-09")],
        *[("28.11.2026", "2026-11-28"), ("28 Nov", "2026-11-28"), ("昨天", "2026-11-28")],
        *[("2/12", None), ("5.2.2027", None), ("31.2.2027", None), ("12 28", None), ("28", None)],
    ],
)
def test_day_to_come_is_read_in_each_way_that_days_are_written(
    typed: str, day: str | None
) -> None:
    assert read_day_ahead(typed, TODAY) == (day and date.fromisoformat(day))


def test_day_that_is_past_or_too_far_is_no_day_to_come() -> None:
    assert read_coming_day("28.11.2026", TODAY) is None
    assert read_coming_day("2031-06-30", TODAY) is None


@given(st.text(max_size=20))
def test_any_text_gives_a_day_of_the_last_year_or_none(text: str) -> None:
    day = read_typed_day(text, TODAY)

    assert day is None or 0 <= (TODAY - day).days <= 366


@of_each(
    ("typed", "answer", "day"),
    [
        *[("5.2 yesterday", "5.2", 28), ("5.2昨天", "5.2", 28), ("5.2 20 Nov", "5.2", 20)],
        *[("WBC 5.2, 11月20日", "WBC 5.2", 20), ("5.2 (Nov 20)", "5.2", 20)],
        *[("5.2 day before yesterday", "5.2", 27), ("yesterday: 5.2", "5.2", 28)],
        *[("3天前5.2", "5.2", 26), ("11月20日5.2", "5.2", 20), ("20 Nov 5.2", "5.2", 20)],
    ],
)
def test_day_beside_an_answer_is_parted_from_it(typed: str, answer: str, day: int) -> None:
    assert without_day(typed, TODAY) == (answer, date(2026, 11, day))


@of_each(
    "typed",
    ["5.2 20.11", "5.23天前", "Nov 205.2", "5.2 nov", "20 Nov", "yesterday", "5.2", ""],
)
def test_number_that_may_be_part_of_the_answer_is_no_day(typed: str) -> None:
    assert without_day(typed, TODAY) is None


@given(st.text(max_size=30))
def test_any_text_is_parted_into_a_piece_of_it_or_not_at_all(text: str) -> None:
    parted = without_day(text, TODAY)

    assert parted is None or parted[0] in text
