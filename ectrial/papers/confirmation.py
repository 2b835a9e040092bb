"""Whether the investigator's last signature stands, as the log says it: by what came after it.

The log reads no answers, so it computes no hash: it looks whether anything was recorded since
that changes what was signed. A signature stays in the record as it was given in any case.
"""

from collections.abc import Iterable
from typing import Any

from ectrial.papers.log import LogWords
from ectrial.record.entries import Entry, Kind
from ectrial.record.screenings import Screening
from ectrial.record.signatures import Signature

_CHANGE_IT = (
    *(Kind.ANSWERED, Kind.CORRECTED, Kind.SOURCED),
    *(Kind.CARRIED, Kind.LAPSED, Kind.MOVED),
)


def confirmed(screening: Screening, entries: Iterable[Entry], words: LogWords) -> dict[str, Any]:
    """Give the cells about the last signature."""
    if not screening.signatures:
        return {}
    signed = screening.signatures[-1]
    since = [each for each in entries if each.seq > signed.seq]
    if screening.voided or _is_superseded(screening, signed, since):
        return {"pi_confirmation": "SUPERSEDED"}
    at = signed.at_utc.astimezone(words.zone).isoformat(timespec="seconds")
    by = f"{signed.name} ({signed.role})" if signed.name else signed.role
    return {
        "pi_confirmation": "STANDS",
        "pi_confirmed_by": by,
        "pi_confirmed_at": at,
        "verdict_hash": signed.hash,
    }


def _is_superseded(screening: Screening, signed: Signature, since: list[Entry]) -> bool:
    verdict, enrolment = screening.verdict or {}, screening.enrolment
    if signed.meaning != verdict.get("verdict") or screening.consent.is_refused:
        return True
    if enrolment is not None and enrolment.what == "enrolled":
        # from the enrolment on, the verdict rests on the answers of that day
        since = [each for each in since if each.seq < enrolment.seq]
    kinds = [each.said.kind for each in since]
    is_cleared = kinds.count(Kind.CLEARED) > kinds.count(Kind.RESTORED)
    return is_cleared or any(map(_changes_it, since))


def _changes_it(entry: Entry) -> bool:
    said = entry.said
    if said.kind is Kind.SIGNATURE_ASKED:
        return isinstance(said.value, dict) and "superseded" in said.value
    return said.kind in _CHANGE_IT
