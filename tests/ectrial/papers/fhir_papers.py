"""Papers for the tests of FHIR: screenings told entry by entry, and written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ectrial.papers.fhir.paper import fhir_bytes
from ectrial.papers.fhir.study import Setting
from ectrial.papers.screening_file import screening_files
from ectrial.record.entries import Entry, Kind
from ectrial.trial.facts_file import read_facts
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import assess
from ectrial.trial.versions import shipped
from tests.ectrial.papers.told import HEAD, SIGNED, WORDS, Told

TRIALS = shipped()
EC = TRIALS.current("EC-CRT-003")
DAY = date(2026, 11, 24)
HASH = "5e" * 32


def screened(answers: dict[str, Any], trial: Protocol = EC, subject: str = "S-014") -> Told:
    """Tell a screening that was opened and answered, without a verdict."""
    told = Told(subject, under=(trial.id, trial.version, trial.fingerprint))
    for item, value in answers.items():
        told.tells(Kind.ANSWERED, value, item=item)
    return told


def judged(answers: dict[str, Any], trial: Protocol = EC, subject: str = "S-014") -> Told:
    """Tell a screening with its verdict of a day."""
    verdict = assess(trial, read_facts(answers, trial), DAY).as_json()
    told = screened(answers, trial, subject)
    return told.judged({**verdict, "as_of": DAY.isoformat()})


def signed(told: Told, meaning: str = "not_eligible", name: str = "王医生") -> Told:
    """Tell a signature, of a subject who signed a form."""
    told.tells(Kind.CONSENT, SIGNED)
    value = {"meaning": meaning, "hash": HASH, "day": DAY.isoformat()}
    return told.tells(Kind.SIGNED, value, text=name)


def queried(told: Told, item: str, text: str = "回电化验室") -> Told:
    """Tell an open item whose owner said something."""
    value = {"why": "pending", "assignee": 9, "due": "2026-11-30"}
    told.tells(Kind.QUERY_OPENED, value, item=item)
    return told.tells(Kind.QUERY_SAID, {}, item=item, text=text, by=9)


def written(
    *told: Told, trial: Protocol = EC, in_lines: bool = False, has_own_words: bool = True
) -> bytes:
    """Give the paper about some screenings."""
    setting = Setting(
        trial.id, "site-1", HEAD, "open", partial(TRIALS.of, trial.id), has_own_words
    )
    found = [tuple(_numbered(each, 1000 * n)) for n, each in enumerate(told)]
    files = screening_files(found, TRIALS, WORDS)
    return b"".join(fhir_bytes(files, setting, in_lines=in_lines))


def _numbered(told: Told, first: int) -> Iterator[Entry]:
    """Give the entries with numbers that no other screening of the record has."""
    for each in told.entries:
        yield replace(each, seq=each.seq + first)
