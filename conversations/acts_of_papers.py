"""What the buttons about papers do."""

from dataclasses import dataclass
from datetime import date

from ectrial.record.exports import Format, Recipient


@dataclass(frozen=True, slots=True)
class GiveScreeningLog:
    """Give a period, or one subject by the entry `of`, as a file for somebody; it is noted."""

    format: Format
    recipient: Recipient
    since: date | None
    until: date | None
    of: int | None = None


OfPapers = GiveScreeningLog
