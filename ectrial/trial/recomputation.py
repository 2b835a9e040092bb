"""Whether each verdict and signature agrees with the record before it, by its own version."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.record.screenings import Screening
from ectrial.trial.enrolled import as_enrolled, enrolled_on
from ectrial.trial.facts_file import FactsError
from ectrial.trial.matters import matters
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import facts_of
from ectrial.trial.signed_content import hash_on, on_a_day
from ectrial.trial.unreadable import Unreadable, unreadable
from ectrial.trial.verdict import Verdict, assess
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class Recomputation:
    """How many verdicts are the same, are of a version not shipped, or are wrong; and signatures.

    What is of a version not shipped is counted in `not_shipped`, signatures as well.
    """

    same: int
    not_shipped: int
    wrong: tuple[int, ...]
    """The numbers of the entries with a wrong verdict."""
    unreadable: tuple[Unreadable, ...] = ()
    """The screenings that cannot be assessed today."""
    signed: int = 0
    """How many signatures are for what the record had."""
    wrongly_signed: tuple[int, ...] = ()
    """The numbers of the entries that sign another content than the record had."""


def recompute(by_screening: Iterable[Entry], trials: Trials) -> Recomputation:
    """Assess again at every verdict; the entries must come in order, screening by screening."""
    counts: Counter[tuple[Kind, str]] = Counter()
    wrong: dict[Kind, list[int]] = {kind: [] for kind in CHECKS}
    not_read: list[Unreadable] = []
    for _, group in groupby(by_screening, lambda entry: entry.said.screening):
        before: list[Entry] = []
        for entry in group:
            if (kind := entry.said.kind) in CHECKS:
                found = _judged(entry, before, trials)
                counts[kind, found] += 1
                wrong[kind] += [entry.seq] if found == "wrong" else []
            before.append(entry)
        not_read += _not_read(before, trials)
    return Recomputation(
        counts[Kind.VERDICT_GIVEN, "same"],
        sum(counts[kind, "not_shipped"] for kind in CHECKS),
        tuple(wrong[Kind.VERDICT_GIVEN]),
        tuple(not_read),
        counts[Kind.SIGNED, "same"],
        tuple(wrong[Kind.SIGNED]),
    )


def _judged(
    entry: Entry, before: Iterable[Entry], trials: Trials
) -> Literal["same", "not_shipped", "wrong"]:
    protocol = _protocol_of(entry.said, trials)
    if protocol is None:
        return "not_shipped"
    screening = _folded(before)
    if screening is None or not isinstance(entry.said.value, Mapping):
        return "wrong"
    is_of_enrolment = entry.said.value.get("of") == "enrolment"
    ways: list[tuple[Screening, date | None]] = [] if is_of_enrolment else [(screening, None)]
    then, day = as_enrolled(screening), enrolled_on(screening)
    # before version 0.7.0 what was recorded after an enrolment counted as well
    if then is not None and (is_of_enrolment or entry.said.kind is Kind.SIGNED):
        ways.append((then, day))
    return "same" if any(_holds(entry, each, day, protocol) for each, day in ways) else "wrong"


def _holds(entry: Entry, screening: Screening, enrolled: date | None, protocol: Protocol) -> bool:
    verdict = _assessed(screening, protocol, entry)
    if verdict is not None and enrolled is not None:
        verdict = replace(verdict, today=enrolled, is_of_enrolment=True)
    return verdict is not None and CHECKS[entry.said.kind](entry, screening, verdict)


def _protocol_of(said: NewEntry, trials: Trials) -> Protocol | None:
    return trials.of(said.trial, said.protocol_version or "", said.protocol_hash or "")


def _not_read(entries: Iterable[Entry], trials: Trials) -> tuple[Unreadable, ...]:
    screening = _folded(entries)
    found = screening and unreadable(screening, trials)
    return (found,) if found else ()


def _folded(entries: Iterable[Entry]) -> Screening | None:
    """Compute a screening; None also if its entries make no sense, which the ledger tells."""
    try:
        return fold(entries)
    except (KeyError, TypeError, ValueError):
        return None


def _assessed(screening: Screening, protocol: Protocol, entry: Entry) -> Verdict | None:
    """Assess as of the day that an entry says; an older one says none, and its own day counts."""
    said = entry.said.value
    try:
        zone = ZoneInfo(said["zone"]) if "zone" in said else UTC
        day = (
            said.get("as_of")
            or said.get("day")
            or entry.at_utc.astimezone(zone).date().isoformat()
        )
        facts = facts_of(screening, protocol, lambda at: at.astimezone(zone).date())
        return assess(protocol, facts, date.fromisoformat(day))
    except (FactsError, ValueError, TypeError, ZoneInfoNotFoundError):
        return None


def _follows(entry: Entry, _: Screening, verdict: Verdict) -> bool:
    return all(entry.said.value.get(name) == told for name, told in verdict.as_json().items())


def _signs(entry: Entry, screening: Screening, verdict: Verdict) -> bool:
    """Whether a signature is for this content, with every matter taken over by the signer."""
    signed, said = entry.said.value, entry.said
    try:
        day = date.fromisoformat(signed["day"])
    except (KeyError, TypeError, ValueError):
        return False
    taken, found = screening.taken_over, matters(screening, on_a_day(verdict, day))
    under = screening.protocol_version, screening.protocol_hash
    return (
        under == (said.protocol_version, said.protocol_hash)
        and signed.get("hash") == hash_on(screening, verdict, day)
        and signed.get("meaning") == verdict.outcome
        and not verdict.protocol.incomplete
        and abs(entry.at_utc.date() - day) <= timedelta(days=1)
        and all(entry.actor in taken.get(each.key, ()) for each in found)
    )


CHECKS: Mapping[Kind, Callable[[Entry, Screening, Verdict], bool]] = {
    Kind.VERDICT_GIVEN: _follows,
    Kind.SIGNED: _signs,
}
"""What an entry of each kind is compared with: the screening before it, and its verdict."""
