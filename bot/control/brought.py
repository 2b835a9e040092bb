"""What an import asks to be recorded, packed for the socket; and whether that still holds."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.subjects import ScreeningId
from ectrial.trial.versions import shipped

KINDS = (
    *(Kind.IMPORTED, Kind.OPENED, Kind.ANSWERED, Kind.SOURCED, Kind.VERDICT_GIVEN),
    *(Kind.CONTINUED, Kind.QUERY_CLOSED, Kind.QUERY_REOPENED),
)
"""What an import may record."""
NOT_PACKED = (zlib.error, KeyError, TypeError, ValueError)
LARGEST = 64 * 2**20
MOST_BESIDE_A_BOT = 30_000
"""The most entries that a bot at work records at once: nobody else's are written meanwhile."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The entries of one import, as planned on a day at the site.

    `lasts` has the last entry of each screening that they go on with, by code and episode.
    """

    day: date
    entries: Sequence[NewEntry]
    lasts: Mapping[ScreeningId, int]

    def packed(self) -> str:
        """Pack it into a short text."""
        told = {
            "day": self.day.isoformat(),
            "entries": [_written(each) for each in self.entries],
            "lasts": [[*id_, seq] for id_, seq in self.lasts.items()],
        }
        return b64encode(zlib.compress(json.dumps(told).encode())).decode()

    def refusal(self, ledger: Ledger, trial: str, today: date) -> str:
        """Say why it cannot be recorded any more; empty if it can."""
        if any(each.trial != trial or each.kind not in KINDS for each in self.entries):
            return "an import that records something else"
        if self.day != today:
            return "the day has changed at the site: import again"
        kept = {each.name for each in ledger.protocols.kept()}
        for name in {_version(each) for each in self.entries if each.screening is not None}:
            if name not in kept and shipped().of(*name) is None:
                return "the bot at work has another version of the trial: start it again first"
        for id_, seq in self.lasts.items():
            screening = ledger.screening(id_)
            if screening is None or screening.last_seq != seq:
                return f"{id_.subject} was changed meanwhile: import again"
        return ""


def unpacked(text: str) -> Brought:
    """Read what was packed; an error of `NOT_PACKED` if it is no import."""
    told = json.loads(zlib.decompressobj().decompress(b64decode(text), LARGEST))
    entries = [_read(each) for each in told["entries"]]
    lasts = {ScreeningId(*id_): seq for *id_, seq in told["lasts"]}
    return Brought(date.fromisoformat(told["day"]), entries, lasts)


def _version(entry: NewEntry) -> tuple[str, str, str]:
    return entry.trial, entry.protocol_version or "", entry.protocol_hash or ""


def _written(entry: NewEntry) -> dict[str, Any]:
    return {name: each for name, each in asdict(entry).items() if each is not None}


def _read(told: dict[str, Any]) -> NewEntry:
    about, reason = told.get("screening"), told.get("reason")
    parts = {
        "kind": Kind(told["kind"]),
        "screening": ScreeningId(*about) if about else None,
        "reason": Reason(reason) if reason else None,
    }
    return NewEntry(**{**told, **parts})
