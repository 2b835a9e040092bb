"""Exactly what a signature signs, computed from the record alone, so that it can be checked."""

from dataclasses import replace
from datetime import date

from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening
from ectrial.record.signatures import digest
from ectrial.trial.matters import matters
from ectrial.trial.verdict import Verdict


def signed_content(screening: Screening, verdict: Verdict, day: date) -> JSON:
    """Give what is signed on a day: version, verdict, each answer, each matter taken over.

    An answer stands there with its entry and where it was seen. Marks of a monitor are not in it:
    they come later and change nothing. Nor is a subject's code: the entries name the screening,
    also once a code is redacted. The day is, as samples grow old; a signature keeps its own.
    """
    protocol, answers = verdict.protocol, screening.answers
    return {
        "protocol": [protocol.id, protocol.version, protocol.fingerprint],
        "day": day.isoformat(),
        "verdict": verdict.as_json(),
        "answers": {n: [a.seq, a.value, screening.source(n)] for n, a in answers.items()},
        "matters": sorted(each.key for each in matters(screening, on_a_day(verdict, day))),
    }


def on_a_day(verdict: Verdict, day: date) -> Verdict:
    """Give the verdict as it is signed on a day; that of an enrolment grows no older than that."""
    return replace(verdict, today=min(day, verdict.today) if verdict.is_of_enrolment else day)


def hash_on(screening: Screening, verdict: Verdict, day: date) -> str:
    """Give the hash of what is signed on a day."""
    return digest(signed_content(screening, verdict, day))
