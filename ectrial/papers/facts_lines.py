"""Screenings as a facts file: a line of JSON for each, which `assess` and `import` read."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ectrial.facts import Facts
from ectrial.papers.screening_file import ScreeningFile
from ectrial.rules.language import WITH_TIME
from ectrial.trial.facts_file import JUDGEMENTS, SCREENINGS, write_value


def facts_lines(files: Iterable[ScreeningFile]) -> Iterator[bytes]:
    """Give a line for each screening that was not set aside: its facts, its verdict, its day.

    Numbers are written as they were recorded, to the last zero. What nobody can read any more has
    its answers as they were recorded, and no verdict.
    """
    for file in files:
        if not file.screening.voided:
            yield f"{json.dumps(_record(file), ensure_ascii=False, default=str)}\n".encode()


def or_none(
    lines: Iterable[bytes], trial: str, head: str, *, is_practice: bool
) -> Iterator[bytes]:
    """Give the lines; where there are none, one that names the record and no subject.

    Whoever reads facts says of it that it holds no subject, as of an empty file.
    """
    found = False
    for line in lines:
        found = True
        yield line
    if not found:
        practice = {"practice": True} if is_practice else {}
        said = {"trial": trial, **practice, "record_head": head, SCREENINGS: 0}
        yield f"{json.dumps(said)}\n".encode()


def _record(file: ScreeningFile) -> dict[str, Any]:
    row, screening, verdict = file.row, file.screening, file.verdict
    return {
        "id": row.screening_no,
        "episode": row.episode_no,
        "trial": row.study_id,
        **({"practice": True} if row.study_id != screening.id.trial else {}),
        "version": screening.protocol_version,
        "hash": screening.protocol_hash,
        "as_of": verdict and verdict.today.isoformat(),
        "verdict": verdict and verdict.as_json(),
        "is_as_recorded": screening.verdict and file.is_as_recorded,
        "record_head": row.record_head,
        **_days(file),
        "facts": _facts(file),
    }


def _facts(file: ScreeningFile) -> dict[str, Any]:
    if file.verdict is None:
        return {item: answer.value for item, answer in file.screening.answers.items()}
    given = file.verdict.given
    words = {truth: word for word, truth in JUDGEMENTS.items()}
    items = {item: write_value(value) for item, value in given.items.items()}
    return items | {criterion: words[truth] for criterion, truth in given.judged.items()}


def _days(file: ScreeningFile) -> dict[str, dict[str, str]]:
    """Give the days from which rules count, where the trial has such rules."""
    verdict = file.verdict
    if verdict is None or verdict.protocol.language < WITH_TIME:
        return {}
    return {"days": {name: day.isoformat() for name, day in _named_days(verdict.given).items()}}


def _named_days(facts: Facts) -> dict[str, date]:
    return {**{str(name): day for name, day in facts.days.items()}, **facts.answered}
