"""What the buttons about papers do."""

from dataclasses import dataclass
from datetime import date

from ectrial.record.exports import Format, Recipient
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class GiveScreeningLog:
    """Give a period, or one subject by the entry `of`, as a file for somebody; it is noted."""

    format: Format
    recipient: Recipient
    since: date | None
    until: date | None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class GiveWorksheet:
    """Give the worksheet of a screening's subject as PDF, as the screening is at entry `seq`."""

    screening: ScreeningId
    seq: int
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class ShowFunnel:
    """Show the funnel of a period as a picture, in this chat."""

    since: date | None
    until: date | None


OfPapers = GiveScreeningLog | GiveWorksheet | ShowFunnel
