"""Another trial with other items gives verdicts: the engine knows nothing of this one."""

import re
from pathlib import Path
from typing import Any

import pytest

import ectrial
from ectrial.trial.next_question import in_order, next_question, stratum_question
from ectrial.trial.verdict import Verdict, assess
from ectrial.wording.advisories import advise
from ectrial.wording.proofs import proof
from ectrial.wording.speech import speech
from tests.ectrial.subjects import (
    TODAY,
    TRIAL,
    amount,
    failing,
    finding,
    judge,
    unresolved,
    varied,
)
from tests.ectrial.toy import ITEMS, SLEEP, facts
from tests.tables import of_each

RESTED: dict[str, Any] = {
    "sleep": amount(8, "h"),
    "calm": amount(5, "{score}"),
    "marker": amount(10, "mg/L"),
    "marker_uln": amount(10, "mg/L"),
    "shift": "day",
    "naps": "no",
    "snores": "no",
}
SOURCES = [
    path
    for path in sorted(Path(ectrial.__file__).parent.rglob("*.py"))
    if "ledger" not in path.parts
]


def sleeper(**changes: Any) -> Verdict:
    return judge(varied(changes, RESTED), SLEEP)


def test_the_toy_trial_shares_no_item_with_the_real_one() -> None:
    assert not set(ITEMS) & set(TRIAL.vocabulary)


@of_each(
    ("changes", "outcome", "failed", "open_"),
    [
        ({}, "eligible", [], []),
        ({"sleep": amount(7, "h")}, "not_eligible", ["INCL01"], []),
        ({"sleep": amount(421, "min")}, "eligible", [], []),
        ({"sleep": amount(420, "min")}, "not_eligible", ["INCL01"], []),
        ({"sleep": "meets"}, "eligible", [], []),
        ({"calm": amount(9, "{score}")}, "not_eligible", ["INCL02A"], []),
        ({"marker": amount(20001, "ug/L")}, "not_eligible", ["INCL02A"], []),
        ({"marker_uln": None}, "undetermined", [], ["INCL02A"]),
        ({"shift": "night", "naps": "yes"}, "not_eligible", ["EXCL01"], []),
        ({"shift": "night", "naps": "not_applicable"}, "undetermined", [], ["EXCL01"]),
        ({"snores": "yes", "noises": ["traffic"]}, "not_eligible", ["EXCL02"], []),
        ({"snores": "yes", "noises": ["rain"]}, "eligible", [], []),
        ({"snores": "yes"}, "undetermined", [], ["EXCL02"]),
        ({"noises": ["rain"]}, "undetermined", [], ["EXCL01"]),
        ({"snores": "unknown", "EXCL02": "no"}, "eligible", [], []),
    ],
)
def test_the_toy_trial_gives_verdicts(
    changes: dict[str, Any], outcome: str, failed: list[str], open_: list[str]
) -> None:
    verdict = sleeper(**changes)

    assert (verdict.outcome, failing(verdict), unresolved(verdict)) == (outcome, failed, open_)


@pytest.mark.parametrize(("bed", "stratum"), [("yes", "own"), ("no", "shared"), (None, "unknown")])
def test_the_toy_trial_has_strata_of_its_own(bed: str | None, stratum: str) -> None:
    assert sleeper(bed=bed).stratum == stratum


def test_the_toy_trial_asks_its_own_questions() -> None:
    nothing = assess(SLEEP, facts(), TODAY)

    first, quick = next_question(nothing, "protocol", ()), next_question(nothing, "quick", ())
    last = stratum_question(sleeper())

    assert first is not None
    assert quick is not None
    assert last is not None
    assert (first.id, quick.id, last.id) == ("sleep", "calm", "bed")
    assert [question.id for question in in_order(SLEEP, "quick")][:2] == ["calm", "marker"]


def test_the_toy_trial_tells_its_own_advisories() -> None:
    verdict = sleeper(sleep=amount(7, "h"), calm=amount(8, "{score}"))

    codes = [advisory.code for advisory in advise(verdict, speech("en"))]

    assert codes == ["very_calm", "R01"]


def test_the_toy_trial_proves_its_findings() -> None:
    verdict = sleeper(sleep=amount(480, "min"))

    lines = proof(speech("en"), finding(verdict, "INCL01"), verdict.facts)

    assert [str(line) for line in lines] == ["Sleep 480 min = 8 h > 7 ✓"]


@of_each("path", SOURCES, ids=lambda path: path.name)
def test_the_engine_names_no_trial_and_no_item_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = re.sub(r'"""[\s\S]*?"""|#.*', "", text)
    quoted = set(re.findall(r"[\"']([^\"'\n]*)[\"']", code))
    # operands of formulas
    general = {"sex", "age", "weight", "height", "creatinine", "albumin"}

    assert "EC-CRT" not in text
    assert "NCT0" not in text
    assert not quoted & (set(TRIAL.vocabulary) - general)
    assert not quoted & {criterion.id for criterion in TRIAL.criteria}
