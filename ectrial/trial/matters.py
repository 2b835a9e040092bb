"""What beside the plain answers a verdict rests on: a signer takes each over by name."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from ectrial.facts import Judgement, Reported
from ectrial.quantity import Quantity
from ectrial.record.screenings import Screening
from ectrial.trial.finding import Outcome
from ectrial.trial.verdict import Verdict
from ectrial.truth import TRUE, UNKNOWN

What = Literal["judged", "whole", "copied", "reading", "undated", "old", "consent"]
"""Judged without a number; a criterion answered whole; an upper limit copied from another subject;
a reading that played a part; a sample without a day; a sample older than the limit; a consent that
was declined or withdrawn."""


class Matter(NamedTuple):
    """One matter: of an item, a criterion or a reading, as answered by the entry `seq`.

    What was taken over for one outcome of the verdict is read again before another is signed.
    """

    what: What
    of: str
    seq: int
    outcome: Outcome

    @property
    def key(self) -> str:
        """Name it for the record; it pins entry and outcome, so that others are other matters."""
        return f"{self.what}:{self.of}:{self.seq}:{self.outcome}"


def matters(screening: Screening, verdict: Verdict) -> tuple[Matter, ...]:
    """Give every matter, in the order in which a signer reads them."""
    answers = screening.answers
    judged, copied, undated, old = _of_items(screening, verdict)
    outcome = verdict.outcome
    whole = [Matter("whole", n, answers[n].seq, outcome) for n in verdict.facts.judged]
    readings = _readings(screening, verdict)
    return (*judged, *whole, *copied, *readings, *undated, *old, *_consent(screening, outcome))


def _consent(screening: Screening, outcome: Outcome) -> tuple[Matter, ...]:
    consent = screening.consent
    has_refused = consent.state in ("declined", "withdrawn")
    return (Matter("consent", consent.state, consent.seq, outcome),) if has_refused else ()


def old_samples(verdict: Verdict) -> dict[str, date]:
    """Give the items whose sample is older than the protocol's limit or, without one, ours."""
    limit = verdict.protocol.sample_days
    dated = verdict.facts.sample_days()
    return {n: taken for n, taken in dated.items() if (verdict.today - taken).days > limit}


def _of_items(screening: Screening, verdict: Verdict) -> tuple[list[Matter], ...]:
    answers, items = screening.answers, verdict.facts.items
    found: tuple[tuple[What, list[str]], ...] = (
        ("judged", [n for n, value in items.items() if isinstance(value, Judgement)]),
        ("copied", [n for n, answer in answers.items() if answer.source]),
        ("undated", _undated(verdict)),
        ("old", list(old_samples(verdict))),
    )
    outcome = verdict.outcome
    return tuple([Matter(what, n, answers[n].seq, outcome) for n in ns] for what, ns in found)


def _undated(verdict: Verdict) -> list[str]:
    """Give the results of samples of which nobody knows whether they are too old."""
    vocabulary = verdict.protocol.vocabulary
    values = verdict.facts.items.items()
    results = {n: value for n, value in values if isinstance(value, Quantity | Reported)}
    return [n for n, value in results.items() if vocabulary[n].sample and value.taken is None]


def _readings(screening: Screening, verdict: Verdict) -> Iterator[Matter]:
    answers = screening.answers
    for code, _, when in verdict.protocol.triggers:
        if when.holds(verdict.facts, UNKNOWN) is TRUE:
            seqs = [answers[item.id].seq for item in when.items() if item.id in answers]
            yield Matter("reading", code, max(seqs, default=0), verdict.outcome)
