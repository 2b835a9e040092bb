"""Subjects for the tests of the domain: the sample cases, and one comfortable baseline to vary."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ectrial.facts import Facts
from ectrial.trial.facts_file import read_facts
from ectrial.trial.finding import Finding
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import Verdict, assess
from ectrial.trial.versions import shipped
from ectrial.truth import Truth

DATA = Path(__file__).parents[1] / "data"
TRIAL = shipped().default
TODAY = date(2025, 6, 1)
SAMPLES: Mapping[str, Any] = json.loads(
    (DATA / "sample_cases.json").read_text(encoding="utf-8"), parse_float=Decimal
)
MAN: Mapping[str, Any] = SAMPLES["cases"][0]["facts"]
WOMAN: Mapping[str, Any] = SAMPLES["cases"][1]["facts"]

Raw = Mapping[str, Any]


def amount(value: object, unit: str, comparator: str = "=") -> dict[str, Any]:
    return {"value": str(value), "unit": unit, "comparator": comparator}


def varied(changes: Raw, base: Raw = MAN) -> dict[str, Any]:
    """The baseline with these answers instead; None takes an answer away."""
    merged = {**base, **changes}
    return {name: answer for name, answer in merged.items() if answer is not None}


def known(raw: Raw) -> Facts:
    return read_facts(raw, TRIAL)


def judge(raw: Raw, trial: Protocol = TRIAL, today: date = TODAY) -> Verdict:
    return assess(trial, read_facts(raw, trial), today)


def finding(verdict: Verdict, criterion: str) -> Finding:
    return next(found for found in verdict.findings if found.criterion.id == criterion)


def truth(raw: Raw, criterion: str) -> Truth:
    return finding(judge(raw), criterion).truth


def failing(verdict: Verdict) -> list[str]:
    return [found.criterion.id for found in verdict.failing]


def unresolved(verdict: Verdict) -> list[str]:
    return [found.criterion.id for found in verdict.unresolved]
