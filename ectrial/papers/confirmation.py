"""The investigator's last signature in the log: whether it stands, and if so, whose it is."""

from typing import Any

from ectrial.papers.log import LogWords
from ectrial.record.confirmed import standing_signature
from ectrial.record.screenings import Screening


def confirmed(screening: Screening, words: LogWords) -> dict[str, Any]:
    """Give the cells about the last signature; it stays in the record as it was given."""
    if not screening.signatures:
        return {}
    stands = standing_signature(screening)
    if stands is None:
        return {"pi_confirmation": "SUPERSEDED"}
    return {
        "pi_confirmation": "STANDS",
        "pi_confirmed_by": f"{stands.name} ({stands.role})" if stands.name else stands.role,
        "pi_confirmed_at": stands.at_utc.astimezone(words.zone).isoformat(timespec="seconds"),
        "verdict_hash": stands.hash,
    }
