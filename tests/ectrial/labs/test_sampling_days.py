"""Days of sampling are found where the text labels them so, and nowhere else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.labs.sampling_days import is_only_days, printed_days
from tests.tables import of_each

DAY = date(2026, 11, 20)
TODAY = date(2026, 11, 28)


def sampling_days(text: str, today: date = TODAY) -> tuple[date, ...]:
    found = [day.day for day in printed_days(text, today) if day.role == "sampled"]
    return tuple(dict.fromkeys(day for day in found if day))


def unclear(text: str) -> list[str]:
    return [day.words for day in printed_days(text, TODAY) if day.day is None]


DAYS = [
    "采样时间：2026-11-20 08:30:00",
    "采样日期 2026/11/20",
    "采样:2026.11.20",
    "标本采集时间：2026年11月20日",
    "采集时间 2026-11-20",
    "采血日期：２０２６－１１－２０",
    "抽血 2026年11月20号",
    "采血于2026年11月20日",
    "2026年11月20日采血 WBC 5.2",
    "2026-11-20 07:15 抽血",
    "患者于2026-11-20采血",
    "Collected: 20 Nov 2026 08:30",
    "collected on 2026-11-20",
    "Date collected: 2026-11-20",
    "Date of collection 20 November 2026",
    "Collection date: 2026/11/20",
    "Collection date time: 2026-11-20",
    "Drawn 2026-11-20",
    "drawn at 2026-11-20",
    "Sample date: 2026-11-20",
    "Specimen collected 2026-11-20",
    "sampled 20-Nov-2026",
    "出生日期 1961-02-03 采样时间 2026-11-20 报告时间 2026-11-21 打印时间 2026-11-22",
    "报告时间：2026-11-21 采样时间：2026-11-20",
    "DOB 1961-02-03, collected 2026-11-20, reported 2026-11-21",
    "采样时间 2026-11-20\n采集时间 2026-11-20",
    "采样时间 20/11/2026",
    "Collected: 20/11/2026",
    "Collected: 11/20/2026",
    "Collection date: Nov 20, 2026",
    "Collected: Nov 20",
    "采样时间：11-20 07:30",
    "采样时间：20261120 07:30",
    "采样：11月20日",
]


@of_each("text", DAYS, ids=range(len(DAYS)))
def test_a_labelled_day_of_sampling_is_found(text: str) -> None:
    assert sampling_days(text) == (DAY,)


OTHERS = [
    "",
    "2026-11-20 WBC 5.2",
    "WBC 5.2 2026-11-20",
    "出生日期：2026-11-20",
    "Date of birth 2026-11-20",
    "报告时间 2026-11-20",
    "打印日期：2026年11月20日",
    "送检时间 2026-11-20",
    "接收时间 2026-11-20 10:00",
    "审核时间：2026-11-20",
    "Reported 2026-11-20",
    "Received: 20 Nov 2026",
    "printed 2026-11-20",
    "withdrawn 2026-11-20",
    "采样者：张三 2026-11-20",
    "采样/接收时间 2026-11-20",
    "报告时间：2026-11-20 采样时间：",
    "报告时间 2026-11-20 采样",
    "生日 2026-11-20 采样",
    "2026-11-20, collected by nurse",
    "2026-11-20 采样时间",
    "采样时间 2026-02-30",
    "采样时间 2026-13-01",
    "采样时间 12026-11-20",
    "采样时间 2026-11-201",
]


@of_each("text", OTHERS, ids=range(len(OTHERS)))
def test_any_other_day_is_left_alone(text: str) -> None:
    assert sampling_days(text) == ()


def test_two_days_of_sampling_are_both_given_in_order() -> None:
    text = "采样时间 2026-11-20 WBC 5.2；2026-11-13采血 PLT 180"

    assert sampling_days(text) == (DAY, date(2026, 11, 13))


UNCLEAR = [
    ("Collected: 10/11/2026 WBC 5.2", ["Collected: 10/11/2026"]),
    ("昨天抽血 WBC 5.2", ["昨天抽血"]),
    ("WBC 5.2 done 3 weeks ago", ["3 weeks ago"]),
    ("采样时间：今晨\nWBC 5.2", ["采样时间：今晨"]),
    ("采样时间：03-20 07:30", ["采样时间：03-20"]),
    ("采样时间 2026-12-30", ["采样时间 2026-12-30"]),
    ("Collected 2024-11-20", ["Collected 2024-11-20"]),
    ("采样时间：\nWBC 5.2", ["采样时间："]),
]


@of_each(("text", "words"), UNCLEAR, ids=range(len(UNCLEAR)))
def test_whatever_is_labelled_and_not_certain_is_quoted(text: str, words: list[str]) -> None:
    assert unclear(text) == words


@pytest.mark.parametrize("text", ["24 h collection 1500 mL", "采样管：紫色", "采血 WBC 5"])
def test_a_word_of_sampling_without_a_day_is_no_day(text: str) -> None:
    assert printed_days(text, TODAY) == ()


def test_other_days_are_called_by_their_label() -> None:
    text = "报告时间：2026-11-21 打印 2026-11-22 接收时间 2026-11-20 备注 2026-11-19"

    roles = [day.role for day in printed_days(text, TODAY)]

    assert roles == ["reported", "printed", "received", ""]


def test_labels_alone_are_told_from_results() -> None:
    assert is_only_days("采样时间： 报告时间：2026-11-21 08:30")
    assert not is_only_days("采样时间： CEA 5")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_was_printed(day: date) -> None:
    printed = (
        f"采样时间：{day.isoformat()}",
        f"采样 {day.year}/{day.month}/{day.day}",
        f"采样 {day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日采样",
        f"Collected {day.day} {day:%b} {day.year}",
        f"Collected {day.day} {day:%B} {day.year}",
    )

    assert {sampling_days(text, day) for text in printed} == {(day,)}


@given(st.text(alphabet="采样集时间日期: -/.年月0129 novcoletd\n", max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    assert all(text[day.start :].startswith(day.words) for day in printed_days(text, TODAY))
