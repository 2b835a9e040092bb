"""A mistake in one place of a trial is told by `check`, with its line and the remedy."""

import shutil
from pathlib import Path

import pytest

from ectrial.trial.checking import check
from ectrial.trial.nobody_meets import met_by_nobody
from ectrial.trial.versions import shipped
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


NOBODY, EVERYBODY = "nobody could be eligible", "it excludes nobody"
MAPPED = '{north: "true", south: "true", west: "false"}'
WARD = f"{{maps: {{item: ward, truths: {MAPPED}}}}}"
NIGHT = "{within: {item: last_night, before: today, at_most: {days: 20}, none: no}}"
NORTH, SOUTH = "{is: {item: ward, answer: north}}", "{is: {item: ward, answer: south}}"
LONG_AGO = NIGHT.replace("at_most: {days: 20}", "at_least: {days: 30}")
OVER_10 = "{above: {item: dose, limit: 10, unit: mg/d}}"
YOUNG = "{below: {item: age, limit: 50, unit: a}}"
FACTOR = "  - {item: shift, strata: {day: D, night: N}}"
OPPOSITES = """one: {given: {snores: "yes"}, implies: {naps: "yes"}}
two: {given: {snores: "yes"}, implies: {naps: "no"}}
"""
FEMALE = "if: {is: {item: sex, answer: female}}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (MAPPED, '{north: "false", south: "false", west: "false"}', NOBODY),
        (MAPPED, '{north: "true", south: "true", west: "true"}', EVERYBODY),
        (WARD, f"{{all: [{NORTH}, {SOUTH}]}}", NOBODY),
        (WARD, f"{{any: [{NORTH}, {{not: {NORTH}}}]}}", EVERYBODY),
        ("[{is: snores}, {is: naps}]", "[{is: snores}, {not: {is: snores}}, {is: naps}]", NOBODY),
        (
            "[{is: snores}, {is: naps}]",
            "[{is: snores}, {any: [{is: naps}, {not: {is: naps}}]}]",
            "'any' always holds",
        ),
        ("limit: 10, unit: s", "limit: 0, unit: s", EVERYBODY),
        (NIGHT, f"{{all: [{NIGHT}, {LONG_AGO}]}}", "it holds for no answer"),
        (
            "at_least: 1, at_most: 5}",
            "at_least: 3}\n        - count: {things: spots, at_most: 2}",
            NOBODY,
        ),
        ("name: bmi, at_least: 30", "name: bmi, at_least: 3000", "it holds for no answer"),
        ("limit: 65, unit: a", "limit: 0, unit: a", "holds for everybody: leave it out"),
        (WARD, f"{{all: [{YOUNG}, {WARD}]}}", "nobody to whom it applies"),
        (
            "- else: {is: naps}",
            f"- {FEMALE}\n              then: {OVER_10}\n            - else: {{is: naps}}",
            "case 2 is never reached",
        ),
        (NIGHT, f"{{any: [{NIGHT}, {{is: snores}}]}}", "meet it together with INCLA02"),
    ],
)
def test_what_nobody_meets_or_everybody_is_told(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    _, warnings, line = slip(tmp_path, TRIAL, old, new)

    told = [each for each in warnings if says in each.message]
    assert [each.file for each in told] == [TRIAL], warnings
    assert told[0].line in range(line - RULE_ABOVE, line + 1)


NEVER_SO = [
    (TRIAL, 'version: "1"', 'version: ""', 'is empty: write version: "1"'),
    (TRIAL, 'version: "1"', "version: ~", 'is empty: write version: "1"'),
    (TRIAL, "part: A\n", "part: [A, A]\n", "'A' stands twice"),
    (TRIAL, 'en: "Overweight"', 'en: "Over\\u202eweight"', "unseen character U+202E"),
    (TRIAL, 'en: "Overweight"', 'en: "Over\\u0007weight"', "unseen character U+0007"),
    (TRIAL, 'en: "Overweight"', 'en: "Over\\nweight"', "a title or a label is one line"),
    (TRIAL, "DAY, night: NIGHT}}", "DAY, night: NIGHT}}\n" + FACTOR, "is a factor already"),
    (ITEMS, 'name: {en: "Itches"', 'optional: true\n      name: {en: "Itches"', "is optional, so"),
    (ITEMS, 'en: "South ward"', 'en: "North ward"', "two have the label 'North ward'"),
    (ITEMS, "low: 0, high: 300", "low: 300, high: 0", "low 300 is above high 0"),
]
ODD = [
    (TRIAL, "    part: B\n", "", "the id says part B, but it counts for every part: add part: B"),
    (TRIAL, "before: today", "after: today", "is past, and can only be today"),
    (
        TRIAL,
        "pause: {days: 7}",
        "weight: {days: 7}\n  dose: {days: 7}\n  ast: {days: 7}",
        "reads ast",
    ),
    (TRIAL, ", night: NIGHT}", "}", "no stratum for night: it would be 'unknown'"),
    (TRIAL, "night: NIGHT", "night: DAY", "several answers have the stratum 'DAY'"),
    (TRIAL, "NCT00000009", "NCT9", "NCT and eight digits"),
    (TRIAL, 'zh: "超重"', 'zh: "Too heavy"', "no Chinese in the Chinese text"),
    (TRIAL, 'en: "Overweight"', 'en: "超重"', "Chinese in the English text"),
    (
        TRIAL,
        '"BMI of 30 or more"',
        "BMI of 30 or more #2 or not",
        "it ends with 'BMI of 30 or more'",
    ),
    (ITEMS, "takes: [dose, 剂量]", "takes: [dose, 暂停]", "'暂停' is a name of pause and of dose"),
    (ITEMS, "soft: [2, 60]", "soft: [2, 600]", "soft reaches beyond hard"),
    (
        ITEMS,
        "unit: s}]",
        "unit: s}, {low: 200, high: 9000, unit: ms}]",
        "bands of s and ms overlap",
    ),
    (
        ITEMS,
        '  name: {en: "Snores"',
        '  units: {kg: {base: kg}}\n  name: {en: "Snores"',
        "boolean has",
    ),
    (
        ITEMS,
        "mg/d: {base: mg/d, s",
        "puffs: {base: mg/d}\n    mg/d: {base: mg/d, s",
        "counts as 1",
    ),
]


@pytest.mark.parametrize(("is_fault", "slips"), [(True, NEVER_SO), (False, ODD)])
def test_what_is_odd_is_told_to_the_author_and_harms_no_trial(
    tmp_path: Path, is_fault: bool, slips: list[tuple[str, str, str, str]]
) -> None:
    for number, (file, old, new, says) in enumerate(slips):
        faults, warnings, line = slip(tmp_path / str(number), file, old, new)

        told = [each for each in (faults if is_fault else warnings) if says in each.message]
        assert len(told) == 1, (says, faults, warnings)
        assert file != TRIAL or told[0].line in range(line - RULE_ABOVE, line + 3), told
        assert is_fault or not faults
        assert not check([tmp_path / str(number)], for_author=False).faults


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (TRIAL, "questions:\n", "question:\n", ["did you mean questions"]),
        (ITEMS, "  kind: list\n", "  kind: lists\n", ["'lists' is not allowed"]),
        (TRIAL, 'title: {en: "Overweight", zh: "超重"}', "title: Fat", ["in both languages"]),
        (TRIAL, '"ALT above 3 x ULN"', "ALT: above 3 x ULN", ["': ' in it between quotes"]),
        (
            TRIAL,
            "{is: naps}]",
            "{<<: {is: naps}}]",
            ["write the rule itself, or name it"],
        ),
        (TRIAL, "    part: A\n", "    part: A\n    readings: [R1]\n", ["file has no readings"]),
    ],
)
def test_one_mistake_is_told_once(
    tmp_path: Path, file: str, old: str, new: str, says: list[str]
) -> None:
    faults, *_ = slip(tmp_path, file, old, new)

    assert len(faults) == len(says), faults
    assert all(said in fault.message for said, fault in zip(says, faults, strict=True)), faults


def test_faults_of_one_kind_are_counted_and_a_file_of_items_is_no_protocol(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (items,) = check([tmp_path / ITEMS]).faults
    (tmp_path / ITEMS).write_text("a: [", "utf-8")
    faults = check([tmp_path]).faults

    assert "this is a file of items: check a protocol" in items.message
    assert len(faults) < 16
    assert [each for each in faults if each.message.endswith("more of this kind")]


def test_lines_that_imply_opposite_answers_are_told(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "items" / "implied.yaml").write_text(OPPOSITES, "utf-8")

    (fault,) = check([tmp_path]).faults

    assert (fault.line, fault.file) == (2, "items/implied.yaml")
    assert "implies naps: no, and one naps: yes: mend one of them" in fault.message


@pytest.mark.parametrize("trial", shipped().ids)
def test_no_criterion_of_a_shipped_trial_is_met_by_nobody_or_everybody(trial: str) -> None:
    assert list(met_by_nobody(shipped().current(trial))) == []
