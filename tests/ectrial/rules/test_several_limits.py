"""A judgement stands in place of a number only where the number has one limit in the trial."""

from pathlib import Path
from typing import Any

import pytest

from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import assess
from ectrial.truth import Truth
from ectrial.wording.proofs import proof
from ectrial.wording.speech import speech
from tests.ectrial.subjects import TODAY
from tests.ectrial.toy import ITEMS, TOY, F, T, U, facts

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
SECOND = """  - id: EXCL77
    category: exclusion
    title: {en: "Long sleep", zh: "久睡"}
    verbatim: "Long sleep"
    rule: {above: {item: sleep, limit: 10, unit: h}}
questions:"""


def trial(folder: Path, second: str, language: int = 3) -> Protocol:
    """Give the toy trial, whose INCL01 asks for sleep > 7 h, with a second criterion."""
    criterion = SECOND.replace("above: {item: sleep, limit: 10, unit: h}", second)
    text = TEXT.replace("\nquestions:", f"\n{criterion}")
    assert text != TEXT
    file = folder / "trial.yaml"
    file.write_text(f"language: {language}\n{text}", "utf-8")
    return load_protocol(file, ITEMS)


def truths(protocol: Protocol, **raw: Any) -> list[Truth]:
    known = facts(**raw)
    two = [protocol.criterion_by_id[name] for name in ("INCL01", "EXCL77")]
    return [each.decides.holds(known, each.favours) for each in two]


@pytest.mark.parametrize(
    "second",
    [
        "above: {item: sleep, limit: 10, unit: h}",
        "at_most: {item: sleep, limit: 6, unit: h}",
        "at_most: {item: sleep, limit: 10, unit: h}",
        "between: {item: sleep, low: 10, high: 11, unit: h}",
        "any: [{is: snores}, {below: {item: sleep, limit: 4, unit: h}}]",
    ],
)
def test_a_judgement_on_one_of_several_limits_settles_none(tmp_path: Path, second: str) -> None:
    protocol = trial(tmp_path, second)

    assert protocol.several_limits == {"sleep"}
    assert truths(protocol, sleep="meets") == truths(protocol, sleep="fails") == [U, U]
    (finding, *_) = assess(protocol, facts(sleep="meets"), TODAY).findings
    (line,) = proof(speech("en"), finding, facts(sleep="meets"))
    assert str(line) == "Sleep, no number (needs > 7 h) ?"


@pytest.mark.parametrize("second", ["at_most: {item: sleep, limit: 420, unit: min}"])
def test_the_same_limit_seen_from_its_other_side_is_one(tmp_path: Path, second: str) -> None:
    protocol = trial(tmp_path, second)

    assert not protocol.several_limits
    assert truths(protocol, sleep="meets") == [T, F]
    assert truths(protocol, sleep="fails") == [F, T]


@pytest.mark.parametrize("language", [1, 2])
def test_in_older_languages_a_judgement_means_what_it_meant(tmp_path: Path, language: int) -> None:
    protocol = trial(tmp_path, "above: {item: sleep, limit: 10, unit: h}", language)

    assert protocol.several_limits == {"sleep"}
    assert truths(protocol, sleep="meets") == [T, F]
