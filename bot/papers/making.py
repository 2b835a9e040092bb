"""The rows of a screening log from the record, for whom it is, and its file in a format."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from bot.papers.scratch import scratch_beside
from bot.papers.workbook import write_workbook
from ectrial.ledger.papers import Papers, PaperSource
from ectrial.papers.log import ITEMS_OF_THE_LOG, READ_FOR_THE_LOG, LogRow, LogWords, Reasons
from ectrial.papers.log_formats import log_csv, log_json
from ectrial.papers.log_rows import screening_log
from ectrial.papers.sponsor import for_sponsor
from ectrial.record.exports import Export, Format
from ectrial.text import Language
from ectrial.trial.versions import Trials

LINES: dict[Format, Callable[[Iterable[LogRow]], Iterator[bytes]]] = {
    "csv": log_csv,
    "json": log_json,
}
"""The formats that are lines of bytes; a workbook is not."""


def reasons_in(trials: Trials, language: Language) -> Reasons:
    """Give the words of criteria, as the version of a screening has them, in a language."""

    def words(trial: str, version: str, fingerprint: str, criterion: str) -> str:
        protocol = trials.of(trial, version, fingerprint)
        found = protocol.criterion_by_id.get(criterion) if protocol else None
        return found.title.within(language) if found else ""

    return words


def rows_of(
    source: PaperSource, export: Export, zone: tzinfo, reasons: Reasons
) -> Iterator[LogRow]:
    """Give the rows of a log as an export asks for them."""
    words = LogWords(zone, source.names(), reasons, source.head)
    asked = READ_FOR_THE_LOG, ITEMS_OF_THE_LOG
    if export.of is not None:
        found = source.of_subject(source.opened_by(export.of), *asked)
    else:
        found = source.screenings(*asked, moments_of(export, zone))
    rows = screening_log(found, words)
    if export.recipient == "sponsor":
        # who asks for one subject learns of no other, not even how many there are
        return for_sponsor(rows, counts_others=export.of is None)
    return rows


def moments_of(export: Export, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """Give the moment at which the days of an export begin, and that at which they are over."""
    over = export.until + timedelta(days=1) if export.until else None
    return _midnight(export.since, zone), _midnight(over, zone)


def _midnight(day: date | None, zone: tzinfo) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone)


def bytes_of(
    papers: Papers, trial: str, export: Export, zone: tzinfo, reasons: Reasons, record: Path
) -> bytes:
    """Make a log as an export says, whole in memory; only a workbook lies on the disk meanwhile.

    LedgerError if the record cannot be read, OSError if the disk does not take the workbook.
    """
    with papers(trial, export.upto) as source:
        rows = rows_of(source, export, zone, reasons)
        if export.format != "xlsx":
            return b"".join(LINES[export.format](rows))
        with scratch_beside(record) as folder:
            write_workbook(folder / "log.xlsx", rows)
            return (folder / "log.xlsx").read_bytes()


def write_log(path: Path, in_format: Format, rows: Iterable[LogRow]) -> None:
    """Write rows to a path in a format; OSError if the disk does not take them."""
    if in_format == "xlsx":
        write_workbook(path, rows)
        return
    with path.open("wb") as file:
        for line in LINES[in_format](rows):
            file.write(line)
