"""`ectrial assess`: prints the verdict on each subject of a facts file, one JSON object a line."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from bot.cli.endings import end
from bot.cli.given_path import GivenPath
from bot.cli.given_trial import PROTOCOL, TRIAL, trial_of
from bot.monitoring.printable import printable
from ectrial.given_file import UnusableFileError, lines
from ectrial.rules.language import WITH_TIME
from ectrial.trial.facts_file import FactsError, read_subjects
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import Verdict, assess
from ectrial.wording.advisories import advise
from ectrial.wording.speech import speech

_ENCODER = json.JSONEncoder(ensure_ascii=False)


@click.command("assess")
@click.argument("file", type=GivenPath(must_be_there=True))
@PROTOCOL
@TRIAL
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Day of the assessment.")
def assess_command(
    file: Path, protocol: Path | None, trial: str | None, today: datetime | None
) -> None:
    """Print the verdict on every subject of FILE (format: docs/facts.md)."""
    day = today.date() if today is not None else datetime.now(UTC).astimezone().date()
    by = trial_of(protocol, trial)
    try:
        for line in verdict_lines(file, by, day):
            sys.stdout.write(line)
    except UnusableFileError as error:
        sys.stdout.flush()
        end(str(error))
    except (FactsError, UnicodeDecodeError) as error:
        sys.stdout.flush()
        end(printable(f"{file.name}: {error}"))


def verdict_lines(file: Path, protocol: Protocol, today: date) -> Iterator[str]:
    """Give one line of JSON for each subject; only one subject at a time is held in memory."""
    for subject in read_subjects(lines(file), protocol):
        verdict = assess(protocol, subject.facts, today)
        yield _ENCODER.encode(verdict_object(subject.id, verdict)) + "\n"


def _of_time(verdict: Verdict) -> dict[str, object]:
    """Give the day of assessment, and that of the next change, if the trial knows time."""
    if verdict.protocol.language < WITH_TIME:
        return {}
    day = verdict.changes_on
    return {"as_of": verdict.today.isoformat(), "changes_on": day and day.isoformat()}


def _of_parts(verdict: Verdict) -> dict[str, object]:
    """Give the verdict on each part, if the trial has parts."""
    told = {
        each.part.id: {
            "verdict": each.outcome,
            "failing": [finding.criterion.id for finding in each.failing],
            "unresolved": [finding.criterion.id for finding in each.unresolved],
        }
        for each in verdict.parts
    }
    return {"parts": told} if told else {}


def verdict_object(subject: str, verdict: Verdict) -> dict[str, object]:
    """Give the JSON object of one verdict, as docs/facts.md describes it."""
    return {
        "id": subject,
        "trial": verdict.protocol.id,
        "verdict": verdict.outcome,
        **({"incomplete": True} if verdict.protocol.incomplete else {}),
        "failing": [finding.criterion.id for finding in verdict.failing],
        "unresolved": [finding.criterion.id for finding in verdict.unresolved],
        "stratum": verdict.stratum,
        **_of_time(verdict),
        **verdict.strata_as_json(),
        **_of_parts(verdict),
        "advisories": [advisory._asdict() for advisory in advise(verdict, speech("en"))],
    }
