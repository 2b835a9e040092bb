"""A rule that has a name is written once, and stands for what it says wherever it is used."""

from pathlib import Path

import pytest

from ectrial.trial.given_trials import load_given
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

PLAIN = "language: 3\n" + (TOY / "sleep.yaml").read_text("utf-8").replace(
    "          - given: noises\n", ""
)
RULE = "above: {item: sleep, limit: 7, unit: h}\n"
ENOUGH = f"rules:\n  enough_sleep:\n    {RULE}"
NAMED = PLAIN.replace(f"rule:\n      {RULE}", "rule: enough_sleep\n", 1) + ENOUGH


def load(folder: Path, text: str) -> Protocol:
    file = folder / "trial.yaml"
    file.write_text(text, "utf-8")
    return load_protocol(file, ITEMS)


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(SourceError) as refused:
        load(folder, text)
    return [str(fault) for fault in refused.value.faults]


def more(rules: str) -> str:
    """Add rules below the first one; the criterion uses them in its place."""
    return f"{NAMED}{rules}".replace("rule: enough_sleep", "rule: {all: [enough_sleep, more]}")


def test_a_rule_by_its_name_is_the_rule_written_out(tmp_path: Path) -> None:
    plain, named = load(tmp_path, PLAIN), load(tmp_path, NAMED)

    assert named.criteria == plain.criteria
    assert named.criteria[0].leaves == plain.criteria[0].leaves


def test_named_rules_use_each_other_and_stand_in_contradictions(tmp_path: Path) -> None:
    rules = "  more: {any: [enough_sleep, {not: rested}]}\n  rested: enough_sleep\n"
    text = more(rules).replace("rule: {all:", "contradictions: [rested]\n    rule: {all:")

    protocol = load(tmp_path, text)

    enough = load(tmp_path, PLAIN).criteria[0].rule
    assert protocol.criteria[0].contradictions == (enough,)
    assert [leaf.rule for leaf in protocol.criteria[0].leaves] == [enough] * 3


def test_an_included_file_names_rules_and_the_hash_covers_those_in_use(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    for file in (TOY / "items").iterdir():
        (tmp_path / "items" / file.name).write_bytes(file.read_bytes())
    shared = tmp_path / "shared.yaml"
    trial = tmp_path / "trial.yaml"
    trial.write_text(NAMED.replace(ENOUGH, "include: [shared.yaml]\n"), "utf-8")
    shared.write_text(f"{ENOUGH}  other: {{is: snores}}\n", "utf-8")
    first = load_given(trial)

    shared.write_text(f"{ENOUGH}  other: {{not: {{is: snores}}}}\n", "utf-8")
    unused = load_given(trial)
    shared.write_text(ENOUGH.replace("limit: 7", "limit: 8"), "utf-8")

    assert first.criteria == load(tmp_path, PLAIN).criteria
    assert list(first.written["rules"]) == ["enough_sleep"]
    assert unused.fingerprint == first.fingerprint
    trial.write_text(NAMED.replace(ENOUGH, "include: [shared.yaml]\n"), "utf-8")
    assert load_given(trial).fingerprint != first.fingerprint


@of_each(
    ("text", "says"),
    [
        (NAMED.replace("rule: enough_sleep", "rule: enough_slep"), "unknown rule 'enough_slep'"),
        (NAMED.replace("rule: enough_sleep", "rule: enough_slep"), "did you mean enough_sleep"),
        (NAMED.replace("language: 3", "language: 2"), "rules: 'rules' needs 'language: 3'"),
        (f"{NAMED}  spare: {{is: snores}}\n", "rules.spare: nothing uses the rule 'spare'"),
        (NAMED.replace("limit: 7, unit: h", "limit: 7"), "rules.enough_sleep: a number needs its"),
        (more("  more: {any: [more]}\n"), "the rule 'more' uses itself: more → more"),
        (
            more("  more: {any: [less]}\n  less: {not: more}\n"),
            "the rule 'more' uses itself: more → less → more",
        ),
        (more("  more: {unknown: enough_sleep}\n"), "INCL01: criteria.rule.rules: in the rule"),
        (more("  more: {unknown: enough_sleep}\n"), "'unknown' may not stand in a criterion"),
        (NAMED.replace("enough_sleep", "snores"), "'snores' is an item as well: give the rule"),
        (NAMED.replace("enough_sleep", "Enough"), "'Enough' is no name: write small letters"),
        (PLAIN + "rules: [a]\n", "rules: give each rule a name"),
        (PLAIN + "rules: {}\n", "rules: give each rule a name"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    faults = told(tmp_path, text)

    assert [fault for fault in faults if says in fault], faults


def test_names_that_multiply_are_refused_soon(tmp_path: Path) -> None:
    doubled = "".join(f"  r{n}: {{all: [r{n + 1}, r{n + 1}]}}\n" for n in range(60))
    text = more(f"{doubled}  r60: enough_sleep\n  more: r0\n")

    assert [fault for fault in told(tmp_path, text) if "more than 2000 times" in fault]
