"""Holds what people saw over HTTP against the record and against verdicts computed anew."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Entry, Kind
from tests.crash.deeds import Subject

OUTCOMES = {
    "eligible": "✅ Eligible",
    "not_eligible": "⛔ Not eligible",
    "undetermined": "❓ Undetermined",
}


@dataclass(slots=True)
class Found:
    """What was held against each other, and everything that did not agree."""

    acknowledged: int = 0
    verdicts: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    is_broken: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether everything agreed."""
        faults = (self.lost, self.doubled, self.wrong, self.unanswered)
        return not self.is_broken and not any(faults)


def judge(database: Path, subjects: Iterable[Subject], unanswered: list[str]) -> Found:
    """Compare everything that was seen with everything that was recorded."""
    found = Found(unanswered=unanswered)
    with Ledger.open(database, site="here", via="telegram", clock=now) as ledger:
        found.is_broken = not ledger.verify().holds
        recorded: dict[str, list[Entry]] = {}
        for entry in ledger.entries():
            about = entry.said.screening
            recorded.setdefault(about.subject if about else "", []).append(entry)
    seen = [subject for subject in subjects if subject.is_opened]
    for subject in seen:
        _compare_answers(subject, recorded.get(subject.code, []), found)
    finished = [subject for subject in seen if subject.is_finished]
    for subject, verdict in zip(finished, _assessed(database.parent, finished), strict=True):
        found.verdicts += 1
        _compare_verdict(subject, verdict, recorded.get(subject.code, []), found)
    return found


def _compare_answers(subject: Subject, entries: list[Entry], found: Found) -> None:
    given = [entry.said for entry in entries if entry.said.kind in (Kind.ANSWERED, Kind.CORRECTED)]
    values = {said.item: _undated(said.value) for said in given}
    tried = {item for deed in subject.deeds for item in deed.facts} | subject.facts.keys()
    for item, value in subject.answered:
        found.acknowledged += 1
        if item not in values:
            found.lost.append(f"{subject.code} {item}")
        elif values[item] != value:
            found.wrong.append(f"{subject.code} {item}: {values[item]} for {value}")
    for item, count in Counter(said.item for said in given).items():
        if count > 1 or item not in tried:
            found.doubled.append(f"{subject.code} {item}")
    opened = sum(entry.said.kind is Kind.OPENED for entry in entries)
    if opened != 1:
        (found.doubled if opened else found.lost).append(f"{subject.code} itself")


def _undated(value: Any) -> Any:
    """Leave out the day of a sample, which nobody typed here."""
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name != "date"}
    return value


def _compare_verdict(
    subject: Subject, verdict: Mapping[str, Any], entries: list[Entry], found: Found
) -> None:
    given = [entry.said.value for entry in entries if entry.said.kind is Kind.VERDICT_GIVEN]
    wanted = {name: verdict[name] for name in ("verdict", "failing", "unresolved", "stratum")}
    if OUTCOMES[verdict["verdict"]] not in subject.last_card:
        found.wrong.append(f"{subject.code} shows another verdict than {wanted}")
    # The day of the verdict (`as_of`) stands beside; the command line judges as of its own today.
    last = given[-1] if given else {}
    recorded = {name: part for name, part in last.items() if name in wanted}
    if recorded != wanted:
        found.wrong.append(f"{subject.code} has {given[-1:]} recorded for {wanted}")


def _assessed(folder: Path, subjects: list[Subject]) -> list[dict[str, Any]]:
    """Give the verdicts of the command line on what was answered."""
    if not subjects:
        return []
    file = folder / "seen.jsonl"
    lines = [json.dumps({"id": each.code, "facts": dict(each.answered)}) for each in subjects]
    file.write_text("\n".join(lines))
    command = [sys.executable, "-m", "bot", "assess", str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return [json.loads(line) for line in told.stdout.splitlines()]
