"""A mistake in one place of a trial is told by `check`, with its line and the remedy."""

import shutil
from pathlib import Path

import pytest

from ectrial.trial.checking import check
from ectrial.yaml_file import Fault
from tests.ectrial.subjects import DATA

SMALL = DATA / "small"
TRIAL, ITEMS = "protocols/small.yaml", "items/small.yaml"
OF_BMI = "name: bmi, at_least: 30, unit: kg/m2, of: {weight: weight, height: height}"
RULE_ABOVE = 3
"""So many lines above the mistake its rule begins at most, the place that is told."""


def slip(folder: Path, file: str, old: str, new: str) -> tuple[list[Fault], list[Fault], int]:
    """Make one mistake in a copy of the small trial: its faults, warnings, and the line."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    text = (folder / file).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    (folder / file).write_text(text.replace(old, new), "utf-8")
    found = check([folder])
    return list(found.faults), list(found.warnings), text[: text.index(old)].count("\n") + 1


def test_the_small_trial_is_without_a_fault() -> None:
    found = check([SMALL])

    assert (found.faults, found.warnings) == ((), ())
    assert [protocol.id for protocol in found.protocols] == ["SMALL-1"]


REFUSED = [
    (
        TRIAL,
        "part: A\n",
        "part: B\n",
        "the id says part A, the criterion part B: change one of them",
    ),
    (
        TRIAL,
        "{item: alt, other: alt_uln",
        "{item: alt, other: alt",
        "with itself: write other: alt_uln",
    ),
    (
        TRIAL,
        "{item: dose, limit: 10, unit: mg/d}",
        "{item: dose, other: dose, times: 2}",
        "limit and",
    ),
    (
        TRIAL,
        OF_BMI,
        "name: ratio, at_least: 1, of: {part: weight, whole: weight}",
        "weight stands there",
    ),
    (
        TRIAL,
        "by: place, total: places",
        "by: place, total: spot_total",
        "spot_total is total, what this",
    ),
    (
        ITEMS,
        'asked_when: {snores: "yes"}',
        'asked_when: {naps: "yes"}',
        "waits for an answer to itself",
    ),
    (ITEMS, 'asked_when: {snores: "yes"}', 'asked_when: {bed: "yes"}', "unknown item 'bed'"),
    (ITEMS, 'min: {base: s, factor: "60"}', "min: {base: s}", '1 min is 60 s: write factor: "60"'),
    (ITEMS, 'factor: "60"', 'factor: "1/60"', "1 min is 60 s, not"),
    (
        ITEMS,
        'factor: "0.001"',
        'factor: "1000"',
        '1 ms is 0.001 s, not 1000: write factor: "0.001"',
    ),
    (
        ITEMS,
        "mg/d: {base: mg/d, s",
        "mmol/d: {base: mg/d}\n    mg/d: {base: mg/d, s",
        "how many mg/d",
    ),
    (
        ITEMS,
        'name: {en: "Itches"',
        'applies_when: {sex: female}\n      name: {en: "Itches"',
        "not to a",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), REFUSED)
def test_what_is_always_wrong_is_refused(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    faults, _, line = slip(tmp_path, file, old, new)

    told = [each for each in faults if says in each.message]
    assert [each.file for each in told][:1] == [file], faults
    assert told[0].line in range(line - RULE_ABOVE, line + 1)


def test_items_that_wait_for_each_other_or_for_nobody_are_told(tmp_path: Path) -> None:
    ring, *_ = slip(tmp_path, ITEMS, 'zh: "打鼾"}', 'zh: "打鼾"}\n  asked_when: {naps: "no"}')
    unasked, *_ = slip(tmp_path, ITEMS, "asked_when: {snores", "asked_when: {pregnant")

    assert "goes round in a circle: snores, naps; nobody is asked" in ring[0].message
    assert "which no question asks: add it to the items of a question" in unasked[0].message
