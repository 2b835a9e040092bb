"""What the buttons about papers do."""

from dataclasses import dataclass
from datetime import date

from ectrial.record.exports import Format, Recipient


@dataclass(frozen=True, slots=True)
class GiveScreeningLog:
    """Give the log of a period as a file, for the site or the sponsor; the record notes it."""

    format: Format
    recipient: Recipient
    since: date | None
    until: date | None


OfPapers = GiveScreeningLog
