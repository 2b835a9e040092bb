"""A sample that is brought in after a newer one is kept: once, with its limit, in every paper."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli import test_import
from tests.bot.cli.test_import import answers, call, entries
from tests.bot.cli.test_import_labs import amount, bundle, labs, observed, on_file

ALT = "1742-6"
settings = test_import.settings


def alt(value: str, day: str, limit: str | None = None) -> dict[str, Any]:
    high = {} if limit is None else {"referenceRange": [{"high": amount(limit, "U/L")}]}
    return observed(ALT, value, "U/L", effectiveDateTime=day, **high)


def test_an_older_sample_is_recorded_once_with_its_limit_and_stands_in_fhir() -> None:
    on_file("S-001")
    newer, older = bundle(alt("95", "2026-11-28", "40")), bundle(alt("90", "2026-11-01", "30"))
    assert labs(newer, "--yes").exit_code == 0

    first = labs(older, "--yes")
    again, newer_again = labs(older, "--yes"), labs(newer, "--yes")

    assert first.exit_code == 0, first.output
    for each in (again, newer_again):
        assert "holds nothing that is not recorded yet" in each.stderr
    assert answers("S-001")["alt"]["value"] == "95.0"
    assert answers("S-001")["alt_uln"]["value"] == "40.0"
    assert call("export", "a.fhir", "--for", "site").exit_code == 0
    found = [each["resource"] for each in json.loads(Path("a.fhir").read_text())["entry"]]
    told = [
        (each["effectiveDateTime"], each["referenceRange"][0]["high"]["value"])
        for each in found
        if each["resourceType"] == "Observation"
    ]
    assert told == [("2026-11-01", 30.0), ("2026-11-28", 40.0)]
    assert call("export", "a.odm", "--for", "site").exit_code == 0
    assert all(
        f'OID="IT.LATE_SAMPLE{part}" TransactionType="Insert" Value="{value}"'
        in Path("a.odm").read_text()
        for part, value in (("", "90.0"), (".DAY", "2026-11-01"), (".ULN", "30.0"))
    )
    assert call("verify").exit_code == 0


def test_a_sample_that_a_later_one_replaced_is_known_with_the_limit_that_stood_then() -> None:
    on_file("S-001")
    older = bundle(alt("90", "2026-11-01", "30"))
    assert labs(older, "--yes").exit_code == 0
    assert labs(bundle(alt("95", "2026-11-28", "40")), "--yes").exit_code == 0

    again = labs(older, "--yes")

    assert "holds nothing that is not recorded yet" in again.stderr


@pytest.mark.parametrize(("value", "limit"), [("88", None), ("90", "35")])
def test_another_value_or_limit_of_an_older_sample_needs_a_person(
    value: str, limit: str | None
) -> None:
    on_file("S-001")
    both = bundle(alt("95", "2026-11-28", "40"), alt("90", "2026-11-01", "30"))
    assert labs(both, "--yes").exit_code == 0
    before = len(entries())

    result = labs(bundle(alt(value, "2026-11-01", limit)), "--yes")

    assert result.exit_code == 2
    assert "entry 1: alt: another value is recorded: change it in the chat" in result.stderr
    assert len(entries()) == before


def test_two_limits_of_one_sample_are_a_fault_in_whatever_order_they_stand() -> None:
    on_file("S-001")
    said = [alt("100", "2026-11-20", limit) for limit in (None, "50", "30")]

    found = [labs(bundle(*each), "--dry-run") for each in permutations(said)]

    assert all("of S-001 differs from entry" in each.stderr for each in found)
