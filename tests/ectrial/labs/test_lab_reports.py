"""Texts in the form of real reports: no value that nobody meant, no question about a sure one."""

from typing import Any

import pytest

from tests.ectrial.labs.lab_reports import faults_of, reports
from tests.tables import of_each

MOST_ASKED = 8
SHIPPED = reports("lab_reports.json")
MORE = reports("more_lab_reports.json")


def each_kind_once() -> list[dict[str, Any]]:
    """The first text of every kind that was once read wrongly, or asked about without need."""
    firsts: dict[str, dict[str, Any]] = {}
    for case in (*SHIPPED, *MORE):
        for kind in case["kind"]:
            firsts.setdefault(kind, case)
    return list({case["id"]: case for case in firsts.values()}.values())


@of_each("case", each_kind_once(), ids=lambda case: case["id"])
def test_a_text_of_each_kind_is_read_as_printed(case: dict[str, Any]) -> None:
    faults = faults_of(case)

    assert not faults.wrong
    assert not faults.asked


@pytest.mark.long
def test_no_report_gives_a_value_that_nobody_meant() -> None:
    faults = {case["id"]: faults_of(case) for case in (*SHIPPED, *MORE)}

    assert not {name: each.wrong for name, each in faults.items() if each.wrong}
    assert sum(bool(each.asked) for each in faults.values()) <= MOST_ASKED


def test_the_corpus_of_reports_holds_what_was_promised() -> None:
    assert len(SHIPPED) == 400
    assert len(MORE) >= 60
