"""What authors of trials wrote by mistake is told with its line and what to write instead."""

from pathlib import Path

import pytest

from ectrial.trial.protocol_file import load_protocol
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
LINE = 29
NINE_HOURS = "{item: sleep, limit: 9, unit: h}"
EIGHT_HOURS = "{item: sleep, limit: 480, unit: min}"
EITHER_ABOVE_6_HOURS = "      any:\n        - above: {item: sleep, limit: 6, unit: h}\n"
WORDS_OF_PYDANTIC = ("Input should", "Field required", "Tuple", "validation", "Extra inputs")


def told(folder: Path, text: str) -> list[str]:
    file = folder / "trial.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(SourceError) as refused:
        load_protocol(file, ITEMS)
    return [str(fault) for fault in refused.value.faults]


@of_each(
    ("rule", "says"),
    [
        ("is: {snores: yes}", "write is: {item: snores, answer: yes}"),
        ("is: [snores]", "write is: {item: snores, answer: …}"),
        ("is: [x]", "write is: {item: …, answer: …}"),
        ("is: {item: [snores]}", "write its name, such as item: sex"),
        ("is:", "no item is named"),
        ("is: snors", "unknown item 'snors': did you mean snores?"),
        ("is: sleep", "sleep is a number: compare it, such as at_least: {item: sleep"),
        ("is: {item: snores, answre: no}", "did you mean answer?"),
        ("is: {item: shift, answer: nightt}", "did you mean night?"),
        ("si: snores", "unknown operator 'si': did you mean is?"),
        ("at_least: [sleep, 18, h]", "write at_least: {item: sleep, limit: 18, unit: h}"),
        ("at_least: {sleep: 18}", "write at_least: {item: sleep, limit: 18, unit: h}"),
        ("at_least: {calm: 3}", 'write at_least: {item: calm, limit: 3, unit: "{score}"}'),
        ("at_least: sleep", "give either limit and unit, or other: {item: x, limit: 4"),
        ("at_least: {item: sleep, limit: 5}", "a number needs its unit: there are h, min"),
        ("at_least: {item: sleep, limit: 5, unit: mins}", "did you mean min?"),
        ("at_least: {item: snores, limit: 5, unit: h}", "snores is no number: compare it by 'is"),
        ("at_least: {item: sleep, limit: ten, unit: h}", "limit: is not a number"),
        ("any: []", "rules: needs at least one entry"),
        ("any: {is: snores}", "rules: must be a list: [a, b], or one entry a line"),
        ("all: [snores]", "a rule is a mapping with one operator: write 'is: snores'"),
        ("not: [{is: snores}]", "a rule is a mapping with one operator, such as"),
        ("{is: snores, not: {is: naps}}", "not 2: write 'all:' or 'any:', and each behind a dash"),
        ("maps: {item: shift, truths: day}", "truths: must be fields with their values"),
        ("maps: {item: shift, truths: {day: yes, night: no}}", "'yes' is not allowed: there are"),
        ("between: {item: sleep, low: 3, unit: h}", "high: is missing: add 'high: …'"),
    ],
)
def test_a_rule_written_by_mistake_is_told_with_what_to_write(
    tmp_path: Path, rule: str, says: str
) -> None:
    faults = told(tmp_path, TEXT.replace(RULE, f"{rule}\n\n"))

    assert all(fault.startswith(f"trial.yaml:{LINE}: INCL01: ") for fault in faults)
    assert [fault for fault in faults if says in fault], faults
    assert not [word for word in WORDS_OF_PYDANTIC if word in " ".join(faults)]


SENSELESS = [
    (
        "a limit below zero",
        [("limit: 7, unit: h}\n\n", "limit: -18, unit: h}\n\n")],
        "29: INCL01",
        "-18 h is below every value of sleep: none is below 0; 'above' always holds",
    ),
    (
        "a limit that no value reaches",
        [("limit: 7, unit: h}\n\n", "limit: 30, unit: h}\n\n")],
        "29: INCL01",
        "30 h is above every value of sleep: possible are 0 to 24 h; 'above' never holds",
    ),
    (
        "a limit that no value reaches, in another unit",
        [("limit: 7, unit: h}\n\n", "limit: 1500, unit: min}\n\n")],
        "29: INCL01",
        "1500 min is above every value of sleep: possible are 0 to 24 h",
    ),
    (
        "an end that no value reaches",
        [("high: 8, unit", "high: 11, unit")],
        "38: INCL02A",
        "11 {score} is above every value of calm: possible are 0 to 10 {score}",
    ),
    ("a multiple of nothing", [("times: 2", "times: 0")], "39: INCL02A", "greater than 0"),
    (
        "two limits of which each excludes the other",
        [
            (
                RULE,
                f"all: [above: {NINE_HOURS}, at_most: {EIGHT_HOURS}]\n\n",
            )
        ],
        "29: INCL01",
        "no value of sleep is > 9 h and ≤ 480 min: write 'any:' if one of them is enough",
    ),
    (
        "two criteria of which each excludes the other",
        [
            ("- is: snores\n", "- at_least: {item: calm, limit: 5, unit: '{score}'}\n"),
            ("      all:\n        - at_least", f"{EITHER_ABOVE_6_HOURS}        - at_least"),
        ],
        "59: EXCL02",
        "no value of sleep is > 7 h and ≤ 6 h, so that nobody could be eligible",
    ),
    (
        "a stratum of no answer",
        [('strata: {"yes": own', "strata: {yess: own")],
        "134: stratification.strata",
        "unknown answer of bed 'yess': did you mean yes?",
    ),
    (
        "an item asked twice",
        [("items: [snores, noises]", "items: [snores, noises, naps]")],
        "104: noise",
        "'naps' is asked twice, first by 'naps': leave one of them out",
    ),
    (
        "a question under a criterion that does not use it",
        [("criterion: INCL02A\n    items: [calm]", "criterion: EXCL02\n    items: [calm]")],
        "76: calm",
        "EXCL02 does not use calm: write INCL02A",
    ),
    (
        "an item that no rule reads",
        [("items: [snores, noises]", "items: [snores, noises, load]")],
        "104: noise",
        "no rule reads 'load': leave it out, or give it a rule",
    ),
]


@of_each(
    ("edits", "where", "says"),
    [case[1:] for case in SENSELESS],
    ids=[case[0] for case in SENSELESS],
)
def test_what_makes_no_sense_is_not_accepted_in_silence(
    tmp_path: Path, edits: list[tuple[str, str]], where: str, says: str
) -> None:
    text = TEXT
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)

    faults = told(tmp_path, text)

    assert [
        fault for fault in faults if fault.startswith(f"trial.yaml:{where}: ") and says in fault
    ], faults


def test_faults_of_parts_and_between_parts_are_told_at_once(tmp_path: Path) -> None:
    text = TEXT.replace("sample_days: 7", "sample_days: soon").replace("[R01]", "[R02]")
    text = text.replace("items: [snores, noises]", "items: [snores, noises, naps]")

    faults = told(tmp_path, text)

    assert [fault.split(": ")[1] for fault in faults] == ["sample_days", "INCL01", "noise"]
