"""A file says in which language its rules are written; without it, it means what it meant."""

from pathlib import Path
from typing import Any

import pytest

from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import shipped
from ectrial.truth import Truth
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY, F, T, U, facts

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"


def trial(folder: Path, rule: str, language: str = "") -> Protocol:
    text = TEXT.replace(RULE, f"{rule}\n\n").replace("items: [sleep]", "items: [sleep, load]")
    file = folder / "trial.yaml"
    file.write_text(language + text, "utf-8")
    return load_protocol(file, ITEMS)


def told(folder: Path, rule: str, language: str = "") -> list[str]:
    with pytest.raises(SourceError) as refused:
        trial(folder, rule, language)
    return [str(fault) for fault in refused.value.faults]


def truth(protocol: Protocol, **raw: Any) -> Truth:
    return protocol.criteria[0].rule.holds(facts(**raw), T)


@pytest.mark.parametrize("language", ["", "language: 1\n", "language: 2\n"])
def test_a_test_not_done_leaves_is_unknown_in_every_language(
    tmp_path: Path, language: str
) -> None:
    protocol = trial(tmp_path, "is: {item: load, answer: meets}", language)

    assert truth(protocol, load="not_done") is U
    assert truth(protocol, load="meets") is T


@pytest.mark.parametrize(("counts_as", "expected"), [("yes", T), ("no", F)])
def test_from_language_2_a_rule_may_say_what_a_test_not_done_counts_as(
    tmp_path: Path, counts_as: str, expected: Truth
) -> None:
    rule = f"is: {{item: load, answer: meets, not_done: {counts_as}}}"
    protocol = trial(tmp_path, rule, "language: 2\n")

    assert truth(protocol, load="not_done") is expected
    assert truth(protocol, load="unknown") is U
    assert truth(protocol, load="fails") is F


def test_an_older_language_does_not_know_it(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, "is: {item: load, answer: meets, not_done: no}")

    assert fault.startswith("trial.yaml:29: INCL01: ")
    assert "'not_done' needs 'language: 2' at the top of the file" in fault


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("is: {item: snores, not_done: no}", "not answers of snores: not_done"),
        ("is: {item: load, answer: not_done, not_done: no}", "leave the other out"),
    ],
)
def test_it_is_refused_where_it_says_nothing(tmp_path: Path, rule: str, says: str) -> None:
    assert says in told(tmp_path, rule, "language: 2\n")[0]


@pytest.mark.parametrize("language", ["4", "0", "two", "[2]"])
def test_a_language_that_is_not_known_is_refused(tmp_path: Path, language: str) -> None:
    faults = told(tmp_path, RULE.strip(), f"language: {language}\n")

    assert faults[0].startswith("trial.yaml:1: language: ")


@pytest.mark.parametrize(
    "rule",
    [
        "implies: {if: {is: snores}, then: {is: naps}}",
        "cases: {item: shift, when: {day: {is: naps}}, otherwise: {is: snores}}",
        "cases: [{if: {is: snores}, then: {is: naps}}, {else: {is: snores}}]",
        "number_of: {at_least: 1, rules: [{is: naps}, {is: snores}]}",
    ],
)
def test_what_came_with_language_3_is_refused_in_older_files(tmp_path: Path, rule: str) -> None:
    operator = rule.partition(":")[0]

    assert f"'{operator}' needs 'language: 3'" in told(tmp_path, rule, "language: 2\n")[0]


def test_versions_1_and_2_stay_in_the_first_language() -> None:
    trials = shipped()
    released = trials.versions("EC-CRT-003")
    protocols = [trials.of(each.trial, each.version, each.fingerprint) for each in released]

    assert [protocol and protocol.language for protocol in protocols] == [1, 1, 3]
