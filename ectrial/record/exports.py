"""What was given out of the record as a file: which paper, in which format, for whom.

The entry names the last entry that the paper has read, so that the same paper can be made again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from ectrial.record.entries import JSON, Kind, NewEntry, whole

Paper = Literal[
    "screening_log",
    "facts",
    "audit_trail",
    "funnel",
    "datasets",
    "fhir",
    "worksheet",
    "study_data",
]
Format = Literal[
    "csv", "xlsx", "json", "facts", "trail", "txt", "png", "cdisc", "fhir", "pdf", "odm"
]
PAPER_OF: Mapping[Format, Paper] = {
    "csv": "screening_log",
    "xlsx": "screening_log",
    "json": "screening_log",
    "facts": "facts",
    "trail": "audit_trail",
    "txt": "funnel",
    "png": "funnel",
    "cdisc": "datasets",
    "fhir": "fhir",
    "pdf": "worksheet",
    "odm": "study_data",
}
"""The paper that each format is of."""
ENDINGS: Mapping[str, str] = {
    "facts": "jsonl",
    "trail": "csv",
    "cdisc": "zip",
    "fhir": "ndjson",
    "odm": "xml",
}
"""How the name of a file ends, where that is not its format."""
Recipient = Literal["site", "sponsor"]
"""For whom a paper is: the site's own file, or the sponsor."""
FORMATS: tuple[Format, ...] = get_args(Format)
RECIPIENTS: tuple[Recipient, ...] = get_args(Recipient)
_NO_NAME = re.compile(r"[^A-Za-z0-9.-]+")  # what may not stand in the name of a file everywhere


@dataclass(frozen=True, slots=True)
class Export:
    """One paper that was given out, computed from the entries up to and including `upto`.

    That is 0 in a record without entries. `since` and `until` are the first and the last day on
    which its screenings were opened; without them it has all. `of` is the entry that opened the
    first screening of the one subject that it is about; without it, it is about all.
    """

    format: Format
    recipient: Recipient
    upto: int
    since: date | None = None
    until: date | None = None
    of: int | None = None

    @property
    def value(self) -> dict[str, JSON]:
        """What is said as JSON, for an entry: no code and no name."""
        return {
            "paper": PAPER_OF[self.format],
            "format": self.format,
            "recipient": self.recipient,
            "upto": self.upto,
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "of": self.of,
        }

    def entry(self, trial: str) -> NewEntry:
        """Give what is recorded of it."""
        return NewEntry(Kind.EXPORTED, trial, value=self.value)


def name_of(export: Export, trial: str, subject: str = "", day: date | None = None) -> str:
    """Name the file of an export by paper, trial, recipient, and its days or that of the making.

    That of one subject has the code, also for a sponsor: who gets a paper of one subject reads the
    code in it, as it is only given while the signed consent of the subject stands.

    >>> name_of(Export("pdf", "site", 9, of=1), "T-1", "S-014", date(2026, 11, 30))
    'worksheet_T-1_S-014_site_2026-11-30.pdf'
    >>> name_of(Export("json", "sponsor", 9, of=1), "T-1", "S-014", date(2026, 11, 30))
    'screening_log_T-1_S-014_sponsor_2026-11-30.json'
    >>> name_of(Export("csv", "site", 9, since=date(2026, 11, 1)), "T-1")
    'screening_log_T-1_site_from_2026-11-01.csv'
    >>> name_of(Export("csv", "site", 9, until=date(2026, 11, 30)), "T-1")
    'screening_log_T-1_site_until_2026-11-30.csv'
    """
    ending = ENDINGS.get(export.format, export.format)
    days = [each.isoformat() for each in (export.since, export.until) if each]
    if len(days) == 1:  # else it would look like the day on which it was made
        days.insert(0, "from" if export.since else "until")
    made = [day.isoformat()] if day and not days else []
    about = [_NO_NAME.sub("-", subject)] if subject else []
    named = (PAPER_OF[export.format], _NO_NAME.sub("-", trial), *about, export.recipient)
    return f"{'_'.join((*named, *days, *made))}.{ending}"


def export_of(said: NewEntry) -> Export:
    """Read what was given out; ValueError, KeyError or TypeError if that makes no sense."""
    value: Mapping[str, Any] = said.value
    of = None if value["of"] is None else whole(value["of"])
    days = (_day(value["since"]), _day(value["until"]))
    if value["format"] not in FORMATS or value["recipient"] not in RECIPIENTS:
        raise ValueError("no such format or recipient")
    read = Export(value["format"], value["recipient"], whole(value["upto"]), *days, of)
    if read.value != value or said.screening is not None or said.text is not None:
        raise ValueError("an export that says more, or less")
    if not said.trial or read.upto < 0 or (of is not None and of < 1):
        raise ValueError("an export of nothing")
    if of is not None and PAPER_OF[read.format] == "funnel":
        raise ValueError("a funnel of one subject")
    if of is None and PAPER_OF[read.format] == "worksheet":
        raise ValueError("a worksheet of nobody")
    if days[0] and days[1] and days[0] > days[1]:
        raise ValueError("an export of no day")
    return read


def _day(text: JSON) -> date | None:
    return None if text is None else date.fromisoformat(text)
