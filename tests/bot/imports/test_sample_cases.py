"""Every sample case goes through as a list, CSV and XLSX, and comes to its verdict."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from io import StringIO
from typing import Any

import pytest

from tests.bot.cli.test_import import workbook
from tests.bot.imports.test_plans import planned
from tests.ectrial.subjects import SAMPLES, TRIAL

Rows = Sequence[tuple[Any, ...]]
CASES: Sequence[Mapping[str, Any]] = SAMPLES["cases"]


def listed(cases: Iterable[Mapping[str, Any]], number: type) -> Rows:
    """Give a list as sites write it: numbers alone, where they are in the unit of their column."""
    cases = [*cases]
    items = [name for name in TRIAL.vocabulary if any(name in each["facts"] for each in cases)]
    units = {item: unit_of(cases, item) for item in items}
    titles = [f"{item} ({units[item]})" if units[item] else item for item in items]
    cell = partial(written, number=number)
    return (
        ("code", *titles),
        *(
            (f"S-{n:03}", *(cell(each["facts"].get(item), units[item]) for item in items))
            for n, each in enumerate(cases, 1)
        ),
    )


def unit_of(cases: Iterable[Mapping[str, Any]], item: str) -> str:
    answers = [each["facts"].get(item) for each in cases]
    units = [each["unit"] for each in answers if isinstance(each, dict)]
    return next((each for each in units if each != "xULN"), "")


def written(answer: Any, unit: str, number: type) -> Any:
    if isinstance(answer, list):
        return "; ".join(answer)
    if not isinstance(answer, dict):
        return answer or ""
    sign = answer.get("comparator", "")
    if answer["unit"] == unit and not sign:
        return number(answer["value"])
    return f"{sign}{answer['value']} {answer['unit']}"


def as_csv(rows: Rows) -> bytes:
    file = StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def cases_in_facts(case: Mapping[str, Any]) -> bool:
    """Whether the answers are of items; the answer to a whole criterion has no column."""
    return not any(map(str.isupper, case["facts"]))


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long), pytest.param(19)])
def test_every_sample_case_comes_to_its_verdict_as_a_list(every: int) -> None:
    other = [each for each in CASES if each["facts"].get("other_malignancy_types")]
    cases = [*filter(cases_in_facts, [*CASES[::every], *other[:every]])]
    lists = (
        ("a.csv", as_csv(listed(cases, Decimal))),
        ("a.xlsx", workbook(*listed(cases, float))),
    )
    for name, data in lists:
        plan = planned(data, name)

        assert not plan.faults, plan.faults[:5]
        for case, one in zip(cases, plan.opened, strict=True):
            said = one.case.verdict.as_json()
            expected = case["expected"]
            assert {key: said[key] for key in expected if key in said} == {
                key: expected[key] for key in expected if key in said
            }, case["id"]
